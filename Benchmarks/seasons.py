"""Whole seasons: growth, memory, and runs after a small change, on made-up schools (season.py).

Every season is imported into a ledger first, which is measured apart; runs of packet then read the
ledger, as an office does that prints, corrects and prints again. Called by run.py.
"""

import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
WORKS = ("season", "memory", "growth")
# The year of the templates that a run takes and that a work changes.
TEMPLATES = HERE.parent / "Templates"
HEADING = "## Seasons of many schools"
DAY = ["--today", "2023-07-01"]
BULK = (300, 200)
GROWTH = ((1, 200), (10, 200), (100, 200), (1_000, 200))
MEMORY = ((1, 1_000), (1, 10_000), (1, 100_000), (300, 1_000))


def run(command, scratch):
    """One whole process: wall and CPU seconds, peak memory in MB."""
    log_path = scratch / "seasons.log"
    with open(log_path, "wb") as log:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=scratch, stdin=subprocess.DEVNULL,
            stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(log_path.read_text("utf-8", "replace")[-2000:], file=sys.stderr)
        sys.exit(f"seasons.py: exit {process.returncode}: {' '.join(map(str, command))}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024}


def median(runs, key):
    return statistics.median(run[key] for run in runs)


class Season:
    """A season of some schools in a ledger, and the folder that its packets go to."""

    def __init__(self, program, scratch, schools, students):
        self.program, self.scratch = program, scratch
        self.schools, self.students = schools, students
        self.folder = scratch / f"season-{schools}x{students}"
        self.data, self.ledger = self.folder / "data", self.folder / "season.yanyin"
        self.out = self.folder / "out"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        subprocess.run(
            [sys.executable, HERE / "season.py", self.data, "--schools", str(schools),
             "--students", str(students), "--scores"], check=True)
        self.imported = run(
            [program, "import", self.data, "--ledger", self.ledger, "--accept", *DAY], scratch)

    def packet(self, *options):
        return run(
            [self.program, "packet", self.ledger, "--out", self.out, "--no-progress", *DAY,
             *options], self.scratch)

    def fresh(self, *options):
        """A run into a folder that is not there."""
        shutil.rmtree(self.out, ignore_errors=True)
        return self.packet(*options)

    def made(self):
        """Files, their bytes, and the pages of single forms, by the manifest."""
        manifest = json.loads((self.out / "manifest.json").read_text("utf-8"))
        lines = manifest["documents"] + manifest["packets"]
        if not manifest["packets"] or manifest["withheld"]:
            sys.exit(f"seasons.py: {self.out}: not everything was made")
        return {
            "files": len(lines),
            "bytes": sum((self.out / line["path"]).stat().st_size for line in lines),
            "pages": sum(line["pages"] for line in manifest["documents"]),
            "sheets": sum(line["pages"] for line in manifest["packets"]),
        }

    def correct(self, new):
        """Corrects the name of the first student, which has to be what it was."""
        with open(self.data / "0001" / "毕业生.csv", encoding="utf-8") as file:
            person = next(csv.DictReader(file))
        names = [person["学生姓名"], person["学生姓名"] + "明"]
        old, new = (names[0], names[1]) if new else (names[1], names[0])
        table = self.folder / "更正.csv"
        with open(table, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([
                ["表", "身份证号码", "项目", "原值", "新值", "原因"],
                ["毕业生", person["身份证号"], "姓名", old, new, "户口簿"]])
        return run(
            [self.program, "correct", self.ledger, table, "--by", "韦春燕", *DAY], self.scratch)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def changes(program, scratch, rounds, schools, students):
    """A full run and what follows it: nothing, one record, one template."""
    season = Season(program, scratch, schools, students)
    year = max(path for path in TEMPLATES.iterdir() if path.name.isdigit())
    templates = season.folder / "Templates"
    shutil.copytree(year, templates)
    review = templates / "review.xml"
    text = review.read_text("utf-8")
    options = ["--templates", templates]
    runs = []
    for number in range(rounds + 1):  # the first round only warms the caches
        review.write_text(text, "utf-8")
        this = {"full": season.fresh(*options)}
        this["nothing changed"] = season.packet(*options)
        this["`correct` of one record"] = season.correct(number % 2 == 0)
        this["packet after it"] = season.packet(*options)
        review.write_text(text.replace("审核表", "审核汇总表"), "utf-8")
        this["one template changed"] = season.packet(*options)
        runs.append(this)
    runs = runs[1:] or runs
    rows = []
    for name in runs[0]:
        own = [this[name] for this in runs]
        rows.append({
            "name": "full run into an empty folder" if name == "full" else name,
            **{key: median(own, key) for key in ("cpu", "wall", "rss")},
            **{f"{key}_part": statistics.median(this[name][key] / this["full"][key] for this in runs)
               for key in ("cpu", "wall")},
        })
    season.remove()
    return rows


def sizes(program, scratch, rounds, pairs):
    """Full runs of seasons of several sizes."""
    rows = []
    for schools, students in pairs:
        season = Season(program, scratch, schools, students)
        runs = [season.fresh() for _ in range(rounds + 1)][1:]
        rows.append({
            "schools": schools, "students": schools * students, **season.made(),
            **{key: median(runs, key) for key in ("cpu", "wall", "rss")},
            "import": season.imported, "ledger": season.ledger.stat().st_size,
        })
        season.remove()
    return rows


def size_table(rows):
    lines = [
        "| schools | students | pages | files | CPU s | wall s | peak MB | MB written | CPU ms a school "
        "| import CPU s | ledger MB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        lines.append(
            f"| {row['schools']:,} | {row['students']:,} | {row['pages']:,} | {row['files']:,} | "
            f"{row['cpu']:.2f} | {row['wall']:.2f} | {row['rss']:.0f} | {row['bytes'] / 1e6:.1f} | "
            f"{row['cpu'] * 1000 / row['schools']:.1f} | {row['import']['cpu']:.2f} | "
            f"{row['ledger'] / 1e6:.1f} |")
    return "\n".join(lines)


def change_table(rows):
    lines = ["| run | CPU s | wall s | peak MB | CPU ÷ full | wall ÷ full |",
             "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for row in rows:
        lines.append(f"| {row['name']} | {row['cpu']:.3f} | {row['wall']:.3f} | {row['rss']:.0f} | "
                     f"{row['cpu_part']:.3f} | {row['wall_part']:.3f} |")
    return "\n".join(lines)


def change_goals(rows):
    parts = {row["name"]: row["cpu_part"] for row in rows}

    def line(words, name, least):
        part = 1 / parts[name]
        return f"- {words}, at most 1/{least} of the full run's CPU: 1/{part:.1f} " \
               f"({'met' if part >= least else 'missed'})"

    return "\n".join([line("nothing changed", "nothing changed", 30),
                      line("one record changed", "packet after it", 25)])


def memory_goals(rows):
    lines = []
    for row in rows:
        limit = {(1, 100_000): 150, (300, 300_000): 200}.get((row["schools"], row["students"]))
        if limit:
            what = "school" if row["schools"] == 1 else "schools"
            lines.append(f"- packets of {row['students']:,} students in {row['schools']} {what}, peak under "
                         f"{limit} MB: {row['rss']:.0f} ({'met' if row['rss'] < limit else 'missed'})")
    return "\n".join(lines)


def report(program, scratch, works, rounds, machine):
    """The part of RESULTS.md about seasons."""
    scratch.mkdir(parents=True, exist_ok=True)
    parts = [HEADING, machine,
             "Whole processes, from a ledger, PDF alone: two 册 of the 登记表 with 14 scores a student, 审核表, 异动 "
             "and one college a school; `pages` are those of single forms."]
    if "season" in works:
        rows = changes(program, scratch, rounds, *BULK)
        parts += [f"{BULK[0]} schools of {BULK[1]} students, one run after another:",
                  change_table(rows), change_goals(rows)]
    if "growth" in works:
        parts += ["Growth with the number of schools:",
                  size_table(sizes(program, scratch, rounds, GROWTH))]
    if "memory" in works:
        rows = sizes(program, scratch, rounds, MEMORY)
        parts += ["Memory with the number of students:", size_table(rows), memory_goals(rows)]
    return "\n\n".join(parts) + "\n"
