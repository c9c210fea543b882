#!/usr/bin/env python3
"""Reads the committed examples afresh and checks the rules they must keep. Says nothing of layout.

    pip install openpyxl==3.1.5
    python3 Examples/check_examples.py

Exit status 1 and one line a fault if something is wrong.
"""

import csv
import datetime
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ["姓名变更", "性别变更", "身份证号码变更", "学制变更", "复学", "留级", "转出", "转入", "调专业"]
OTHER_WORDS = {
    "学生姓名": "姓名", "身份证号": "身份证号码", "身份证件号": "身份证号码", "公民身份号码": "身份证号码",
    "修读专业": "专业名称", "所在年级": "年级", "修业年限": "学制", "操行等级": "操行", "毕业证号": "毕业证书编号",
    "全国学籍号": "学籍号", "变更前": "异动前", "变更后": "异动后", "异动日期": "异动时间", "审核结果": "审核状态",
}
faults = []


def expect(truth, *what):
    if not truth:
        faults.append(" ".join(map(str, what)))


def heading(text):
    text = unicodedata.normalize("NFKC", str(text or ""))
    text = re.sub(r"\s", "", text)
    return OTHER_WORDS.get(text, text)


def tables(folder):
    """(file, sheet, rows) of every table, cells as text."""
    for path in sorted(folder.rglob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                for cell in row:
                    number = isinstance(cell.value, (int, float)) and len(str(cell.value)) > 9
                    expect(not number, path.name, sheet.title, cell.coordinate, "long number")
            rows = [["" if v is None else str(v) for v in row] for row in sheet.values]
            yield path.name, sheet.title, rows
    for path in sorted(folder.rglob("*.csv")):
        data = path.read_bytes()
        text = data.decode("gb18030")
        expect(text.encode("gb18030") == data, path.name, "does not round-trip through GB18030")
        try:
            data.decode("utf-8")
            expect(False, path.name, "would pass for UTF-8")
        except UnicodeDecodeError:
            pass
        yield path.name, "", list(csv.reader(io.StringIO(text, newline="")))


def records(rows):
    """Dictionaries of the rows below the heading row, which may stand under title rows."""
    start = next(i for i, row in enumerate(rows) if sum(c != "" for c in row) > 1)
    heads = [heading(cell) for cell in rows[start]]
    expect(len(set(heads)) == len(heads), "a heading twice:", heads)
    return heads, [dict(zip(heads, row)) for row in rows[start + 1:]]


def kind_of(heads):
    for key, table in [
        ("单位名称", "主管单位"), ("异动类型", "异动"), ("高职院校名称", "对口招收"), ("录取数", "专业情况"),
        ("学校类型", "学校"), ("毕(结)业", "毕业生"), ("简称", "课程"),
    ]:
        if key in heads:
            return table
    return "成绩"


def check_ident(ident, sex, where):
    if not re.fullmatch(r"450000\d{11}[\dX]", ident):
        return expect(False, where, ident, "is no synthetic identity number")
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(c) * w for c, w in zip(ident, weights))
    expect(ident[17] == "10X98765432"[total % 11], where, ident, "wrong check digit")
    expect((int(ident[16]) % 2 == 1) == (sex == "男"), where, ident, "sex")
    born = datetime.datetime.strptime(ident[6:14], "%Y%m%d")
    expect(15 <= 2023 - born.year <= 25, where, ident, "age")


def check_name(name, where):
    ok = all(c == "·" or unicodedata.name(c, "").startswith("CJK UNIFIED") for c in name)
    expect(ok and 2 <= len(name) <= 25, where, "name", name)


def check_score(score, resit, graduate, where):
    if score in ("免修", "—", "优秀", "良好", "中等", "及格"):
        return
    if score in ("缺考", "缓考", "不及格"):
        return expect(graduate["毕(结)业"] == "结业", where, score)
    found = re.fullmatch(r"(\d{1,3}(?:\.\d)?)(补?)", score)
    if not found or float(found[1]) > 100:
        return expect(False, where, "score", score)
    passed = float(found[1]) >= 60 or (resit and float(resit) >= 60)
    expect(passed or graduate["毕(结)业"] == "结业", where, score, resit, "failed")


def check_change(row, roster, schools):
    who, kind, after, before = row["姓名"], row["异动类型"], row["异动后"], row["异动前"]
    where = f"异动 {row['学校名称']} {who} {kind}"
    expect(kind in KINDS, where)
    expect(row["审核状态"] == "审核通过", where, "not approved")
    expect(row["学校名称"] in schools, where, "school")
    expect(before != after, where, "no change")
    expect(re.fullmatch(r"20(19|2[0-3])([-/])\d{1,2}\2\d{1,2}", row["异动时间"]), where, "date")
    check_ident(row["身份证号码"], row["性别"], where)
    graduate = roster.get(row["身份证号码"])
    if kind == "转出":
        expect(graduate is None and before == row["学校名称"], where)
        return
    if graduate is None:
        return expect(False, where, "is not in the roster")
    for field in ("姓名", "性别", "专业名称", "年级", "学制", "学校名称"):
        expect(graduate[field] == row[field], where, field, "differs from the roster")
    expect(row["异动时间"].replace("-", "").replace("/", "")[:4] >= graduate["入学年月"][:4], where)
    want = {
        "姓名变更": graduate["姓名"], "性别变更": graduate["性别"], "学制变更": graduate["学制"],
        "身份证号码变更": graduate["身份证号码"], "转入": graduate["学校名称"], "留级": graduate["年级"],
        "复学": "在校",
    }.get(kind)
    expect(want in (None, after), where, "after", after)
    if kind == "身份证号码变更":
        check_ident(before, row["性别"], where)
    if kind == "留级":
        expect(before < after, where)
    if kind == "复学":
        expect(before == "休学", where)


def main():
    found = defaultdict(list)
    for file, sheet, rows in tables(HERE):
        heads, rows = records(rows)
        found[kind_of(heads)].append((file, sheet, heads, rows))

    def every(table):
        return [row for _, _, _, rows in found[table] for row in rows]

    schools = {row["学校名称"]: row for row in every("学校")}
    expect(len(schools) == 3 and len(every("主管单位")) == 1, "three schools and a bureau")
    roster = {}
    for row in every("毕业生"):
        where = f"毕业生 {row['学校名称']} {row['姓名']}"
        expect(row["身份证号码"] not in roster, where, "twice")
        roster[row["身份证号码"]] = row
        check_ident(row["身份证号码"], row["性别"], where)
        check_name(row["姓名"], where)
        expect(re.fullmatch(r"G\d{17}[\dX]", row["学籍号"]), where, "学籍号")
        expect(row["年级"] == "2020级" and row["学制"] == "3年", where, "年级 or 学制")
        expect(row["毕(结)业"] in ("毕业", "结业"), where, "毕(结)业")
        expect(row["系统处理状态"] == "已毕业处理", where, "系统处理状态")
        expect(bool(row["毕业证书编号"]) == (row["毕(结)业"] == "毕业"), where, "certificate")
    names = Counter(row["姓名"] for row in roster.values())
    expect(max(names.values()) == 1, "two people of one name", names.most_common(1))
    joined = "".join(names)
    for character in "𠮷𬭎䶮㛃𪟝·":
        expect(character in joined, "no name with", character)
    expect(any(len(name) == 25 for name in names), "no name of 25 characters")
    expect({name[0] for name in names} >= set("覃韦单区"), "surnames")

    units = set()
    gaps = Counter()
    for school, facts in schools.items():
        numbers = [r["毕业证书编号"] for r in roster.values()
                   if r["学校名称"] == school and r["毕业证书编号"]]
        expect(int(facts["毕业生总数"]) == len(numbers), school, "毕业生总数")
        expect(re.fullmatch(r"154000000\d\d", facts["手机号码"]), school, "phone")
        expect(numbers == sorted(set(numbers)), school, "certificates out of order or twice")
        expect(all(re.fullmatch(r"2023\d{7}", n) for n in numbers), school, "certificate pattern")
        units |= {n[4:6] for n in numbers}
        gaps[school] = int(numbers[-1]) - int(numbers[0]) + 1 - len(numbers)
    expect(len(units) == 3 and sum(gaps.values()) == 1, "units", units, "gaps", gaps)

    plan = defaultdict(list)
    for row in every("课程"):
        plan[row["专业名称"]].append(row["课程名称"])
        expect(len(row["简称"]) <= 8, "简称", row)
    expect({len(courses) for courses in plan.values()} >= {14, 23}, "courses")

    marked = defaultdict(set)
    for _, sheet, heads, rows in found["成绩"]:
        for row in rows:
            graduate = roster.get(row["身份证号码"])
            if graduate is None or graduate["姓名"] != row["姓名"]:
                expect(False, sheet, row["姓名"], "is not in the roster")
                continue
            where = f"成绩 {row['姓名']}"
            if "课程名称" in heads:
                check_score(row["成绩"], row["补考成绩"], graduate, where)
                marked[row["身份证号码"]].add(row["课程名称"])
            else:
                for course in heads[2:]:
                    check_score(row[course], "", graduate, where)
                    marked[row["身份证号码"]].add(course)
    for ident, row in roster.items():
        wanted = {heading(course) for course in plan[row["专业名称"]]}
        expect({heading(c) for c in marked[ident]} == wanted, row["姓名"], "courses marked")

    by_school = defaultdict(set)
    for row in every("异动"):
        check_change(row, roster, schools)
        by_school[row["学校名称"]].add(row["异动类型"])
    expect(any(kinds == set(KINDS) for kinds in by_school.values()), "not all nine kinds", by_school)
    expect(len(by_school) == 2, "one school must have no change")

    for row in every("对口招收"):
        graduate = roster.get(row["身份证号码"], {})
        expect(graduate.get("姓名") == row["姓名"], "对口招收", row["姓名"])
        expect(graduate.get("学校名称") == row["来源中职学校名称"], "对口招收", row["姓名"])
        expect(re.fullmatch(r"154000000\d\d", row["联系方式"]), "对口招收", row["联系方式"])
    pairs = Counter((r["来源中职学校名称"], r["高职院校名称"]) for r in every("对口招收"))
    expect(max(Counter(school for school, _ in pairs).values()) == 2, "two colleges", pairs)

    for row in every("专业情况"):
        mine = [r for r in roster.values()
                if (r["学校名称"], r["专业名称"]) == (row["学校名称"], row["专业名称"])]
        expect({r["专业代码"] for r in mine} == {row["专业代码"]}, row["专业名称"], "专业代码")
        expect(len({r["班级"] for r in mine}) == int(row["班数"]), row["专业名称"], "班数")
        expect(len(mine) <= int(row["录取数"]), row["专业名称"], "录取数")

    with tempfile.TemporaryDirectory() as again:
        subprocess.run([sys.executable, HERE / "make_examples.py", again], check=True)
        fresh = list(tables(pathlib.Path(again)))
        expect(fresh == list(tables(HERE)), "make_examples.py makes other tables than these")

    for fault in faults:
        print(fault)
    sizes = Counter(row["专业名称"] for row in roster.values())
    print(f"{len(roster)} students {dict(sizes)}, {len(every('异动'))} changes, "
          f"{len(every('对口招收'))} at colleges: {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
