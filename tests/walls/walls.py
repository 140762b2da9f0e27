# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the source tree share: where it is, and reporting by TAP.

A check is a function that yields one line for each fault; main() runs them all and says for each whether it is met.
"""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src"
ROOMS = sorted(path.name for path in SOURCE.iterdir() if path.is_dir())


def sources(*suffixes, below=SOURCE):
    """Files of the tree with one of the suffixes."""
    return sorted(path for path in below.rglob("*") if path.suffix in suffixes and path.is_file())


def show(path):
    return str(path.relative_to(ROOT))


def main(*checks):
    print("1..%d" % len(checks))
    failed = 0
    for number, check in enumerate(checks, 1):
        faults = list(check())
        failed += bool(faults)
        print("%sok %d - %s" % ("not " if faults else "", number, check.__name__.replace("_", " ")))
        for fault in faults[:200]:
            print("# %s" % fault)
    sys.exit(1 if failed else 0)
