#!/usr/bin/env python3
"""The command `report`: the PDF that it leaves, and what it leaves when it cannot.

Arguments: waymark-cli, the data folder.
"""
import os
import shutil
import subprocess
import tempfile

from command import DAY, SAMPLE, cli
from tap import Skip, case, main


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


FRENCH = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"
msgid "Summary"
msgstr "Résumé"
msgid "Profile"
msgstr "Profil"
"""


@case("report: words that a language lacks are marked in a draft and told otherwise")
def _():
    if not shutil.which("msgfmt"):
        raise Skip("msgfmt is not installed")
    with tempfile.TemporaryDirectory() as folder:
        messages = os.path.join(folder, "fr", "LC_MESSAGES")
        os.makedirs(messages)
        subprocess.run(["msgfmt", "-o", os.path.join(messages, "waymark.mo"), "-"], input=FRENCH.encode(), check=True)
        texts = {}
        for name, more in (("draft", ["--draft"]), ("plain", [])):
            path = os.path.join(folder, name + ".md")
            status, _out, err = cli("report", SAMPLE, "-o", path, "--date", DAY, "--language", "fr", *more,
                                    WAYMARK_LOCALE_DIR=folder)
            assert status == 0, err
            assert ("no translation into “fr”" in err) == (name == "plain"), err
            with open(path, encoding="utf-8") as file:
                texts[name] = file.read()
        headings = [line.lstrip("# ") for line in texts["draft"].splitlines() if line.startswith("# ")]
        assert any("Résumé" in line and "⟦" not in line for line in headings), headings
        assert any("Profil" in line and "⟦" not in line for line in headings), headings
        others = [line for line in headings if "Résumé" not in line and "Profil" not in line]
        assert len(others) > 8 and all("⟦" in line for line in others), others
        # Whole sentences of the rules and of the catalogue too, not the headings alone.
        assert texts["draft"].count("⟦") > 400, texts["draft"].count("⟦")
        assert "⟦" not in texts["plain"] and "Résumé" in texts["plain"]
        _status, _out, err = cli("report", SAMPLE, "-o", os.path.join(folder, "whole.md"), "--date", DAY)
        assert err == "", err


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
