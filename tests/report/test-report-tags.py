#!/usr/bin/env python3
"""Every profile in every language, and the richest and the poorest sample: the file's structure by our own list, and
qpdf's. Where the shared check of the house is at hand, by that too.

Arguments: waymark-cli, the data folder.
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from command import DATA, DAY, SANITIZED, cli  # noqa: E402
from tap import Skip, case, main  # noqa: E402

try:
    import pikepdf
    import pdf_tags
except ImportError:
    pikepdf = None

SHARED = os.path.join(os.environ.get("WAYMARK_SHARED_DIR", ""), "desktop", "pdf_ua_check.py")


def sample(name):
    return os.path.join(DATA, "samples", name + ".json")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def check(name, language, *options):
    if pikepdf is None:
        raise Skip("python3-pikepdf is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.pdf")
        status, _out, err = cli("report", sample(name), "-o", path, "--date", DAY, "--language", language, *options)
        assert status == 0, err
        found = pdf_tags.problems(path, language)
        assert not found, "\n".join(found)
        run("qpdf", "--check", path)
        if os.path.exists(SHARED):
            run(sys.executable, SHARED, path)


def add(name, language, *options):
    @case("tags: %s, %s %s" % (name, language, " ".join(options)))
    def _():
        check(name, language, *options)


for tag in ("en", "de", "pt"):
    for profile in ("full", "funding", "management", "blank", "hub-sheet"):
        add("all-fields", tag, "--profile", profile)
for bare in ("incomplete", "micro-first"):
    add(bare, "en", "--profile", "full")
add("sample-metalworks", "en", "--paper", "letter", "--draft", "--hide-names", "--only-answered")
add("sample-metalworks-t1", "de", "--before", sample("sample-metalworks-t0"))


@case("tags: the list finds what is wrong")
def _():
    if pikepdf is None:
        raise Skip("python3-pikepdf is not installed")
    harm = {
        "language": lambda pdf: pdf.Root.__delitem__("/Lang"),
        "not marked": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
        "title is not shown": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
        "tabulator": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
        "without description": lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"),
        "no way back from a link": lambda pdf: pdf.pages[0].Annots[0].__delitem__("/StructParent"),
        "figure without words": lambda pdf: harm_elements(pdf, "Figure", "/Alt"),
        "head without scope": lambda pdf: harm_elements(pdf, "TH", "/A"),
        "outside of marked content": lambda pdf: pdf.pages[0].contents_add(b"0 0 9 9 re f"),
    }
    with tempfile.TemporaryDirectory() as folder:
        path, broken = os.path.join(folder, "report.pdf"), os.path.join(folder, "broken.pdf")
        status, _out, err = cli("report", sample("sample-metalworks"), "-o", path, "--date", DAY, "--profile", "full")
        assert status == 0, err
        for words, harm_it in harm.items():
            with pikepdf.open(path) as pdf:
                harm_it(pdf)
                pdf.save(broken)
            found = pdf_tags.problems(broken, "en")
            assert any(words in text for text in found), (words, found)


def harm_elements(pdf, kind, key):
    for element in pdf_tags.tree(pdf).walk():
        if element.kind == kind:
            element.raw.__delitem__(key)


main()
