"""Reads a CSV file with pandas, every cell as text; prints the CPU milliseconds of each time."""

import sys
import time

import pandas

path, runs = sys.argv[1], int(sys.argv[2])
times = []
for _ in range(runs):
    start = time.process_time()
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    times.append(time.process_time() - start)
times.sort()
print(f"read: {times[len(times) // 2] * 1000:.1f} ms (least {times[0] * 1000:.1f}) for {len(frame)}")
