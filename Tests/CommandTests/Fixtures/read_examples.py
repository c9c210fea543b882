#!/usr/bin/env python3
"""Prints the example season as JSON, read by openpyxl and csv and not by the program under test.

Rows have the canonical headings of the program; names of courses are folded as headings are.
"""

import collections
import json
import pathlib
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "Examples"
sys.path.insert(0, str(EXAMPLES))
sys.dont_write_bytecode = True

import check_examples  # noqa: E402

season = collections.defaultdict(list)
for _, _, rows in check_examples.tables(EXAMPLES):
    heads, found = check_examples.records(rows)
    table = check_examples.kind_of(heads)
    for row in found:
        if table == "课程":
            row["课程名称"] = check_examples.heading(row["课程名称"])
        if table == "成绩" and "课程名称" not in heads:
            season["成绩"] += [
                {"身份证号码": row["身份证号码"], "课程名称": course, "成绩": row[course], "补考成绩": ""}
                for course in heads[2:]
            ]
            continue
        if "课程名称" in row:
            row["课程名称"] = check_examples.heading(row["课程名称"])
        season[table].append(row)
json.dump(season, sys.stdout, ensure_ascii=False)
