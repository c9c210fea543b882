#!/usr/bin/env python3
"""Measures yanyin against the programs of peers/ on the same rows and columns.

    scripts/setup && swift build -c release --static-swift-stdlib --product yanyin
    swift build -c release --static-swift-stdlib --product yanyin-bench
    python3 Benchmarks/run.py [--rounds 5] [--works n10000,c1000,n1,csv] [--scratch DIR]
    python3 Benchmarks/run.py --works season,growth,memory

The programs run one after another in each round, so that a slow minute of the machine hits them
all; medians of the rounds and medians of the ratios within a round are printed and written to
RESULTS.md beside this script. CPU seconds are user + system of the whole process and are the
figures to trust on a shared machine. yanyin-bench adds what each stage takes by itself and what a
copy adds to a file. The work csv is a roster of 100,000 rows that is read in turns with pandas.
The works season, growth and memory are about yanyin alone (seasons.py). RESULTS.md keeps the half,
peers or seasons, that a run does not measure.
"""

import argparse
import csv
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import seasons

HERE = pathlib.Path(__file__).resolve().parent
WORKS = ("n10000", "c1000", "n1", "csv")
TITLE = "# Measured by Benchmarks/run.py"
PEERS = ("hpdf", "typst", "rl_canvas", "rl_table")
TITLES = {
    "yanyin": "Yanyin", "hpdf": "C on libharu, by hand", "typst": "Typst",
    "rl_canvas": "ReportLab canvas", "rl_table": "ReportLab LongTable",
}
PIP = ["typst==0.15.2", "reportlab==5.1.0", "fonttools==4.68.0", "pandas==3.1.1", "numpy==2.4.6"]
READING = 100_000
DEBIAN = {
    "/usr/share/fonts/truetype/arphic/uming.ttc": "fonts-arphic-uming",
    "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf": "fonts-babelstone-han",
    "/usr/include/hpdf.h": "libhpdf-dev",
    "/usr/bin/pdfinfo": "poppler-utils",
}


def yanyin_command(program, scratch, work):
    """The one place that knows how yanyin is called: one document, PDF only, no packet."""
    variant = "card" if work.startswith("c") else "list"
    return [
        str(program), "packet", str(scratch / "data" / f"yanyin-{work}"),
        "--out", str(scratch / "out" / f"yanyin-{work}"),
        "--templates", str(HERE / "Templates"), "--form", "registration",
        "--variant", f"registration={variant}", "--today", "2023-07-01",
        "--formats", "pdf", "--no-progress",
    ]


def peer_command(peer, scratch, work):
    python = str(scratch / "venv/bin/python")
    program = ["./hpdf"] if peer == "hpdf" else [python, f"p_{peer}.py"]
    data = f"data/{work}.{'tsv' if peer == 'hpdf' else 'json'}"
    return program + [data, f"out/{peer}-{work}.pdf"] + (["card"] if work.startswith("c") else [])


# Headings of the peers that are synonyms of a built-in field go in under the field's own heading.
BUILT_IN = {"操行评定": "操行", "顶岗实习": "实习"}


def write_yanyin_input(scratch, work):
    """The peers' rows as a clerk's two tables; what the peers lack and yanyin requires is added."""
    data = json.loads((scratch / "data" / f"{work}.json").read_text("utf-8"))
    folder = scratch / "data" / f"yanyin-{work}"
    folder.mkdir(exist_ok=True)
    heads = [BUILT_IN.get(head, head) for head in data["head"]]
    required = {
        "学校名称": data["school"], "年级": "2020级", "学制": "3年", "毕(结)业": "毕业",
    }
    added = [head for head in required if head not in heads]
    columns = [index for index, head in enumerate(heads) if head != "序号"]
    with open(folder / "毕业生.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(added + [heads[index] for index in columns])
        for row in data["rows"]:
            writer.writerow([required[head] for head in added] + [row[index] for index in columns])
    with open(folder / "学校.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["学校名称", "学校类型", "所属市", "隶属", "联系人", "手机号码", "学校地址"])
        writer.writerow(
            [data["school"], "市县学校", "南宁市", "市属", "韦春燕", "15400000001", "南宁市木棉大道1号"])


def set_up(scratch):
    missing = [package for path, package in DEBIAN.items() if not os.path.exists(path)]
    if missing:
        sys.exit(f"run.py: run as root first:  apt-get install -y {' '.join(missing)}")
    shutil.copytree(HERE / "peers", scratch, dirs_exist_ok=True)
    for folder in ("fonts", "out", "data"):
        (scratch / folder).mkdir(exist_ok=True)
    python = scratch / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", scratch / "venv"], check=True)
    subprocess.run(
        [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PIP], check=True)
    if not (scratch / "fonts/UMingCN.ttf").exists():
        subprocess.run([python, "mkfont.py"], cwd=scratch, check=True)
    subprocess.run([python, "gen.py"], cwd=scratch, check=True)
    subprocess.run(["gcc", "-O2", "-w", "-o", "hpdf", "hpdf.c", "-lhpdf", "-lm"],
                   cwd=scratch, check=True)


def outputs(program, scratch, work):
    if program == "yanyin":
        return sorted((scratch / "out" / f"yanyin-{work}").rglob("*.pdf"))
    path = scratch / "out" / f"{program}-{work}.pdf"
    return [path] if path.exists() else []


def measure(program, command, scratch, work):
    """One whole process: wall and CPU seconds, peak memory. A stale output never counts."""
    if program == "yanyin":
        shutil.rmtree(scratch / "out" / f"yanyin-{work}", ignore_errors=True)
    for path in outputs(program, scratch, work):
        path.unlink()
    with open(scratch / "out" / "last.log", "wb") as log:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=scratch, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or len(outputs(program, scratch, work)) != 1:
        print((scratch / "out/last.log").read_text("utf-8", "replace")[-2000:], file=sys.stderr)
        sys.exit(f"run.py: {program} {work}: exit {process.returncode}, "
                 f"{len(outputs(program, scratch, work))} PDF files for 1")
    return {
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024,
    }


def page_count(path):
    text = subprocess.run(["pdfinfo", path], capture_output=True, text=True, errors="replace")
    return next(int(line.split()[1]) for line in text.stdout.splitlines() if "Pages:" in line)


def run_work(work, programs, commands, scratch, rounds):
    runs = {program: [] for program in programs}
    for _ in range(rounds + 1):  # the first round only warms the caches
        for program in programs:
            runs[program].append(measure(program, commands[program], scratch, work))
    runs = {program: measured[1:] for program, measured in runs.items()}
    rows = []
    for program in programs:
        file = outputs(program, scratch, work)[0]
        row = {"work": work, "program": program, "pages": page_count(file),
               "kb": file.stat().st_size / 1000}
        for key in ("wall", "cpu", "rss"):
            row[key] = statistics.median(run[key] for run in runs[program])
            row[f"{key}_ratio"] = statistics.median(
                own[key] / base[key] for own, base in zip(runs[program], runs[programs[0]]))
        rows.append(row)
    pages = {row["pages"] for row in rows}
    if len(pages) != 1:
        print(f"run.py: {work}: the page counts differ: {pages}", file=sys.stderr)
    return rows


def table(rows, base):
    lines = [
        f"| work | program | CPU s | wall s | peak MB | pages | KB | CPU ÷ {base} | wall ÷ {base} |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        lines.append(
            f"| {row['work']} | {TITLES[row['program']]} | {row['cpu']:.3f} | {row['wall']:.3f} | "
            f"{row['rss']:.0f} | {row['pages']} | {row['kb']:.0f} | "
            f"{row['cpu_ratio']:.2f} | {row['wall_ratio']:.2f} |")
    return "\n".join(lines)


def stages(bench):
    """What yanyin-bench prints: a line a stage, and what a copy adds."""
    return subprocess.run([bench, "--home", HERE.parent], capture_output=True, text=True,
                          check=True).stdout.strip().splitlines()


def reading(bench, scratch, rounds):
    """A roster as CSV, read here into records and by pandas into a frame of texts, in turns.

    CPU milliseconds inside each process, so that neither side pays for starting; the ratios are
    those of the rounds."""
    folder = scratch / "data" / "roster"
    python = scratch / "venv/bin/python"
    subprocess.run([python, "roster.py", folder, str(READING)], cwd=scratch, check=True)
    commands = {
        "Yanyin, into records": [bench, "--read", folder, "--runs", "5"],
        "pandas.read_csv, every cell a text": [python, "p_pandas.py", folder / "毕业生.csv", "5"],
    }
    times = {name: [] for name in commands}
    for _ in range(rounds + 1):  # the first round only warms the caches
        for name, command in commands.items():
            said = subprocess.run(
                command, cwd=scratch, capture_output=True, text=True, check=True).stdout
            found = re.search(r"read: ([\d.]+) ms .* for (\d+)", said)
            if not found or int(found[2]) != READING:
                sys.exit(f"run.py: {name}: {said}")
            times[name].append(float(found[1]))
    own, other = (measured[1:] for measured in times.values())
    ratio = statistics.median(theirs / ours for ours, theirs in zip(own, other))
    return ratio, [f"{name}: {statistics.median(measured[1:]):.1f} ms"
                   for name, measured in times.items()]


def targets(rows, bench_lines, csv_ratio):
    """What was set as a goal, and what this run says of it."""
    by = {(row["work"], row["program"]): row for row in rows}
    lines = []

    def goal(words, value, met):
        lines.append(f"- {words}: {value} ({'met' if met else 'missed'})")

    own = by.get(("n10000", "yanyin"))
    if own and ("n10000", "hpdf") in by:
        ratio = 1 / by["n10000", "hpdf"]["cpu_ratio"]
        goal("10,000 in one list, at most 0.5 of the C program's CPU", f"{ratio:.2f}", ratio <= 0.5)
    if own and ("n10000", "typst") in by:
        other = by["n10000", "typst"]
        goal("10,000 in one list, at least 25 times faster than Typst",
             f"CPU {other['cpu_ratio']:.1f}, wall {other['wall_ratio']:.1f}",
             min(other["cpu_ratio"], other["wall_ratio"]) >= 25)
    if own:
        goal("10,000 in one list, peak memory under 120 MB", f"{own['rss']:.0f}", own["rss"] < 120)
    if ("n1", "yanyin") in by and ("n1", "typst") in by:
        ratio = by["n1", "typst"]["wall_ratio"]
        goal("one page, whole process, under Typst's time", f"{1 / ratio:.2f} of it", ratio > 1)
    if csv_ratio:
        goal("100,000 rows of 12 columns from .csv, under a tenth of pandas' time",
             f"{1 / csv_ratio:.3f} of it", csv_ratio > 10)
    for line in bench_lines:
        if added := re.fullmatch(r"a copy adds (\d+) bytes a page", line):
            goal("a copy of a page adds under 300 bytes", added[1], int(added[1]) < 300)
    return "\n".join(lines)


def machine(rounds, alone=False):
    def said(*command):
        try:
            out = subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=True)
            return (out.stdout or out.stderr).strip().splitlines()[0]
        except (OSError, subprocess.CalledProcessError, IndexError):
            return "unknown"

    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30

    def version(package):
        return said("dpkg-query", "-W", "-f=${Version}", package)

    lines = [
        f"- {datetime.date.today().isoformat()}, commit {said('git', 'rev-parse', '--short', 'HEAD')}"
        f"{', with uncommitted changes' if said('git', 'status', '--porcelain') != 'unknown' else ''}",
        f"- {cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}",
        f"- {said('swift', '--version')}; libharu {version('libhpdf-dev')}, "
        f"HarfBuzz {version('libharfbuzz-dev')}, libdeflate {version('libdeflate-dev')}",
        f"- {', '.join(PIP[:2] + PIP[3:4])}, Python {platform.python_version()}; gcc {said('gcc', '-dumpfullversion')}",
        f"- medians of {rounds} rounds after one that warms up; a ratio is the median of the rounds' own",
    ]
    if alone:
        lines.pop(3)
        load = os.getloadavg()[1]
        lines.append(f"- load of the machine over the last five minutes: {load:.1f}")
    return "\n".join(lines)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--works", default=",".join(WORKS))
    options.add_argument("--programs", default=",".join(("yanyin",) + PEERS),
                         help="the first is what the others are compared with")
    options.add_argument("--yanyin", type=pathlib.Path, default=HERE.parent / ".build/release/yanyin")
    options.add_argument("--bench", type=pathlib.Path,
                         default=HERE.parent / ".build/release/yanyin-bench")
    options.add_argument("--scratch", type=pathlib.Path,
                         default=pathlib.Path(tempfile.gettempdir()) / "yanyin-benchmark")
    options.add_argument("--results", type=pathlib.Path, default=HERE / "RESULTS.md")
    chosen = options.parse_args()
    programs, works = chosen.programs.split(","), chosen.works.split(",")
    whole = [work for work in works if work in seasons.WORKS]
    works = [work for work in works if work not in seasons.WORKS]
    printed = [work for work in works if work != "csv"]
    unknown = (set(programs) - set(TITLES)) | (set(works) - set(WORKS))
    if unknown:
        options.error(f"unknown: {' '.join(sorted(unknown))}")
    if "yanyin" in programs and (printed or whole) and not os.access(chosen.yanyin, os.X_OK):
        sys.exit(f"run.py: {chosen.yanyin} is not there; build it first: "
                 "swift build -c release --static-swift-stdlib --product yanyin")
    if "yanyin" in programs and works and not os.access(chosen.bench, os.X_OK):
        sys.exit(f"run.py: {chosen.bench} is not there; build it first: "
                 "swift build -c release --static-swift-stdlib --product yanyin-bench")
    scratch = chosen.scratch.resolve()
    earlier = chosen.results.read_text("utf-8") if chosen.results.exists() else f"{TITLE}\n"
    peers, heading, others = earlier.partition(seasons.HEADING)
    if works:
        peers = against_peers(chosen, programs, works, printed, scratch) + "\n"
    if whole:
        heading, others = "", seasons.report(
            chosen.yanyin.resolve(), scratch / "seasons", whole, chosen.rounds,
            machine(chosen.rounds, alone=True))
    report = f"{peers.rstrip()}\n\n{heading}{others}".rstrip() + "\n"
    print(report)
    chosen.results.write_text(report, "utf-8")


def against_peers(chosen, programs, works, printed, scratch):
    """The part of RESULTS.md about other programs."""
    set_up(scratch)
    rows = []
    for work in printed:
        write_yanyin_input(scratch, work)
        commands = {
            program: yanyin_command(chosen.yanyin.resolve(), scratch, work)
            if program == "yanyin" else peer_command(program, scratch, work)
            for program in programs
        }
        rows += run_work(work, programs, commands, scratch, chosen.rounds)
    base = TITLES[programs[0]]
    bench_lines = stages(chosen.bench) if "yanyin" in programs and printed else []
    csv_ratio, csv_lines = None, []
    if "csv" in works:
        csv_ratio, csv_lines = reading(chosen.bench.resolve(), scratch, chosen.rounds)
    return "\n\n".join(part for part in [
        TITLE, machine(chosen.rounds),
        table(rows, base) if rows else "", targets(rows, bench_lines, csv_ratio),
        "\n".join([f"{READING:,} rows of 12 columns from .csv, CPU time in the process:", ""]
                  + [f"- {line}" for line in csv_lines]) if csv_lines else "",
        "\n".join(["Stages of a made-up list of 10,000, each alone, CPU time, median of 11:", ""]
                  + [f"- {line}" for line in bench_lines[:-1]]) if bench_lines else "",
    ] if part)


if __name__ == "__main__":
    main()
