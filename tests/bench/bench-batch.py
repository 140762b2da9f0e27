#!/usr/bin/env python3
"""bench-batch.py CLI SAMPLE: assessments per second on one core, and peak memory from 1,000 to 100,000 lines."""
import json
import os
import subprocess
import sys
import tempfile
import time

cli, sample = sys.argv[1:3]
with open(sample, encoding="utf-8") as file:
    line = (json.dumps(json.load(file)) + "\n").encode()

first = None
for n in (1000, 10000, 100000):
    with tempfile.NamedTemporaryFile() as lines:
        for _ in range(n):
            lines.write(line)
        lines.flush()
        begin = time.monotonic()
        process = subprocess.Popen([cli, "batch", lines.name], stdout=subprocess.DEVNULL)
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        seconds = time.monotonic() - begin
    peak = usage.ru_maxrss / 1024
    first = first or peak
    print("batch of %6d lines: %7.0f a second, peak %6.1f MiB, %.2f of the peak at 1,000 lines%s"
          % (n, n / seconds, peak, peak / first, "" if status == 0 else "  (ended with %d)" % status))
