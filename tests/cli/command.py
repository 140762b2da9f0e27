"""Runs waymark-cli for the tests. Arguments of the test program: waymark-cli, the data folder."""
import json
import os
import subprocess
import sys

CLI, DATA = sys.argv[1], sys.argv[2]
SAMPLE = os.path.join(DATA, "samples", "sample-metalworks.json")
DAY = "2026-11-20"
with open(CLI, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def cli(*arguments, stdin=None, **environment):
    """Runs the command; returns exit status, standard output, standard error."""
    env = {**os.environ, "WAYMARK_DATA_DIR": DATA, **environment}
    done = subprocess.run([CLI, *arguments], input=stdin, capture_output=True, env=env, timeout=300)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def assess(document, *more):
    """Assesses a document given as a Python value and returns the JSON result."""
    status, out, err = cli("assess", "-", "--json", "--date", DAY, *more, stdin=json.dumps(document).encode())
    assert status == 0, err
    return json.loads(out)


def sample():
    with open(SAMPLE, encoding="utf-8") as file:
        return json.load(file)
