#!/usr/bin/env python3
"""The command `report`: the PDF that it leaves, and what it leaves when it cannot.

Arguments: waymark-cli, the data folder.
"""
import os
import subprocess
import tempfile

from command import DAY, SAMPLE, cli
from tap import case, main


@case("report: a PDF that another program reads, the same bytes twice")
def _():
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("one.pdf", "two.pdf")]
        for path in paths:
            status, out, err = cli("report", SAMPLE, "-o", path, "--date", DAY)
            assert status == 0, err
        one, two = (open(path, "rb").read() for path in paths)
        assert one == two
        text = subprocess.run(["pdftotext", "-layout", paths[0], "-"], capture_output=True, check=True).stdout.decode()
        for part in ("Sample Metalworks", "26.56", "iMan Norte Hub"):
            assert part in text, part


@case("report: a path that cannot be written leaves nothing behind")
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "no-such-folder", "out.pdf")
        status, _out, err = cli("report", SAMPLE, "-o", path)
        assert status == 1 and path in err, err
        assert os.listdir(folder) == []


@case("report: an existing file survives when the new one cannot be finished")
def _():
    # A folder in the place of the file: the rename must fail after everything was written.
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "out.pdf")
        os.mkdir(path)
        status, _out, err = cli("report", SAMPLE, "-o", path)
        assert status == 1 and path in err, err
        assert os.listdir(folder) == ["out.pdf"], os.listdir(folder)


main()
