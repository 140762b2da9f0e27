#!/usr/bin/env python3
"""Every profile in every language, and the richest and the poorest sample: the file's structure by our own list, and
qpdf's. Where the shared check of the house is at hand, by that too.

Arguments: waymark-cli, the data folder.
"""
import json
import os
import shutil
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


def fields(profile, name="all-fields"):
    """(name, what for, page from 1) of each field to sign, as the document lists them; other programs find as many."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.pdf")
        status, _out, err = cli("report", sample(name), "-o", path, "--date", DAY, "--profile", profile)
        assert status == 0, err
        if shutil.which("pdfsig"):
            said = subprocess.run(["pdfsig", path], capture_output=True, text=True).stdout
        with pikepdf.open(path) as pdf:
            pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
            listed = list(pdf.Root.get("/AcroForm", {}).get("/Fields", []))
            assert not shutil.which("pdfsig") or said.count("The signature form field is not signed") == len(listed), said
            return [(str(field.T), str(field.TU), pages[field.P.objgen]) for field in listed]


@case("tags: fields to sign: company, partner and hub on the funder's annex, each partner on its own page")
def _():
    if pikepdf is None:
        raise Skip("python3-pikepdf is not installed")
    found = fields("funding")
    whom = [whose.split(": ", 1)[1] for _name, whose, _page in found]
    assert len({name for name, _whose, _page in found}) == len(found), found
    assert [words.split(",")[0] for words in whom[-3:]] == ["For the company", "For the partner", "For the hub"], whom
    assert len({page for _name, _whose, page in found[-3:]}) == 1, found
    with open(sample("all-fields"), encoding="utf-8") as file:
        partners = [partner.get("name") for partner in json.load(file)["project"]["partners"]]
    assert whom[:-3] == ["For the partner, " + name if name else "For the partner" for name in partners], whom
    # Who applies alone has no partner to wait for.
    alone = [whose.split(": ", 1)[1].split(",")[0] for _name, whose, _page in fields("funding", "incomplete")]
    assert alone == ["For the company", "For the hub"], alone
    # The consent has one of its own, which the funder never gets.
    assert len(fields("full")) == len(found) + 1
    assert fields("management") == fields("blank") == []


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
        "the document does not know": lambda pdf: pdf.Root.__delitem__("/AcroForm"),
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
