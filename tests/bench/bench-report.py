#!/usr/bin/env python3
"""bench-report.py CLI REPORT-HTML SAMPLE: the full report of the richest sample as a PDF, whole commands: milliseconds by
the clock and of the processor, peak memory, bytes. In the same run, turn by turn, the same content as a web page
(report-html) printed by WeasyPrint, LibreOffice and Chromium, each where it is installed; they get the finished page,
while ours begins with the answers: it loads catalogue and rules and computes the advice too. Then a portfolio:
`report --all`, reports a second, and whether memory stays the same from fifty to 250. Where the time goes:
bench-report-parts.

Ratios are of the quickest runs. Of a program that starts others the processor's time is that of those it waits for, memory that of the largest.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CLI, EXPORTER, SAMPLE = sys.argv[1:4]
DAY = "2026-11-20"
RUNS = 5
AIM, AIM_BYTES = 20, 300 * 1024


def measure(command, output, environment=None):
    """Clock and processor in milliseconds, peak in MiB, bytes; None when it leaves no file."""
    if os.path.exists(output):
        os.remove(output)
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, **(environment or {})})
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    wall = time.monotonic() - begin
    if status != 0 or not os.path.exists(output):
        return None
    return wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024, os.path.getsize(output)


def printers(folder):
    """Name, program, command and output of each way to a PDF; a program that is not here is named as such."""
    page, profile = os.path.join(folder, "index.html"), os.path.join(folder, "profile")

    def out(name):
        return os.path.join(folder, name)

    yield ("WeasyPrint", ["weasyprint"], ["-e", "utf-8", page, out("weasyprint.pdf")], out("weasyprint.pdf"))
    yield ("LibreOffice", ["soffice", "libreoffice"],
           ["--headless", "-env:UserInstallation=file://" + profile, "--convert-to", "pdf", "--outdir", folder, page],
           out("index.pdf"))
    yield ("Chromium", ["chromium", "chromium-browser", "google-chrome"],
           ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=" + profile + "-c",
            "--print-to-pdf=" + out("chromium.pdf"), "file://" + page], out("chromium.pdf"))


def show(name, runs, ours=None):
    """Prints the medians. Returns the quickest run by the clock: the one that other work on the machine disturbed least."""
    wall, cpu, peak, size = (statistics.median(column) for column in zip(*runs))
    quickest = min(run[0] for run in runs)
    ratio = "" if ours is None else "  %5.1f times ours" % (quickest / ours)
    print("  %-12s %8.0f ms (quickest %6.0f)  %8.0f ms of the processor  %6.1f MiB  %7.0f KB%s"
          % (name, wall, quickest, cpu, peak, size / 1024, ratio))
    return quickest


def one_report(folder):
    path = os.path.join(folder, "ours.pdf")
    commands = [("Waymark", [CLI, "report", SAMPLE, "-o", path, "--date", DAY], path)]
    for name, programs, arguments, output in printers(folder):
        program = next(filter(None, map(shutil.which, programs)), None)
        if program is None:
            print("  %-12s not here" % name)
        else:
            commands.append((name, [program, *arguments], output))
    for _name, command, output in commands:  # profiles, caches
        measure(command, output)
    runs = {name: [] for name, _command, _output in commands}
    for _ in range(RUNS):
        for name, command, output in commands:
            runs[name].append(measure(command, output))
    for name in [name for name, taken in runs.items() if None in taken]:
        print("  %-12s made no PDF" % name)
        del runs[name]
    ours = show("Waymark", runs.pop("Waymark"))
    others = {name: show(name, taken, ours) for name, taken in runs.items()}
    size = os.path.getsize(path)
    print("  %d KB, aim %d KB: %.2f of it" % (size // 1024, AIM_BYTES // 1024, size / AIM_BYTES))
    if others:
        fastest = min(others, key=others.get)
        print("  the fastest other is %s: ours is %.1f times faster, aim %d times" % (fastest, others[fastest] / ours, AIM))


def portfolio(folder):
    with open(SAMPLE, encoding="utf-8") as file:
        document = json.load(file)
    peaks = []
    for n in (50, 250):
        lines, target = os.path.join(folder, "portfolio-%d.jsonl" % n), os.path.join(folder, "reports-%d" % n)
        with open(lines, "w", encoding="utf-8") as file:
            for i in range(n):
                document["id"] = "%08x-0000-4000-8000-000000000000" % i
                document["company"]["name"] = "Company %d" % i
                file.write(json.dumps(document) + "\n")
        taken = measure([CLI, "report", lines, "--all", "-o", target, "--date", DAY], target)
        made = len([name for name in os.listdir(target) if name.endswith(".pdf")]) if taken else 0
        if made != n:
            sys.exit("bench-report: %d reports of %d were made" % (made, n))
        peaks.append(taken[2])
        print("  portfolio of %3d: %.1f reports a second, peak %.1f MiB, %.2f of the peak at 50"
              % (n, n / taken[0] * 1e3, taken[2], taken[2] / peaks[0]))


with tempfile.TemporaryDirectory() as work:
    subprocess.run([EXPORTER, SAMPLE, work], check=True)
    print("report: the full report of %s" % os.path.basename(SAMPLE))
    one_report(work)
    portfolio(work)
