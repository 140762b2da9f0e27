#!/usr/bin/env python3
"""The other forms of a report: OpenDocument, Markdown, CSV and JSON say what the printed one says, and what the model
says: every score, note and row of a table.

Arguments: waymark-cli, the data folder.
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

from command import DAY, DATA, assess, cli
from tap import Skip, case, main

HOSTILE = "=cmd|' /C calc'!A0 <b>&amp;</b> | *star* _line_ [x](y) `code` \\ # 1. end\nsecond line"
ODF = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
       "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
       "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0"}


def name(prefix, tag):
    return "{%s}%s" % (ODF[prefix], tag)


def document():
    """The richest sample with words that every form would like to misread."""
    with open(os.path.join(DATA, "samples", "sample-metalworks-t1.json"), encoding="utf-8") as file:
        value = json.load(file)
    value["company"]["legal_name"] = "Σίδερα & <Söhne> “Κύμη”"
    value["project"]["summary"] = HOSTILE
    for note in value["notes"]:
        note["in_report"] = True
    value["notes"][0]["text"] = HOSTILE
    value["plan"]["actions"][0]["owner"] = HOSTILE
    return value


def squeeze(words):
    """Without what a line break or a hyphen may change."""
    return re.sub("[\\s\u00ad\u2028\ufeff]+", "", words)


def make(form, language="en", ending=None, value=None):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "out" + (ending or "." + form))
        more = [] if ending else ["--form", form]
        status, _out, err = cli("report", "-", "-o", path, "--date", DAY, "--language", language, *more,
                                stdin=json.dumps(value or document()).encode())
        assert status == 0, err
        assert os.listdir(folder) == [os.path.basename(path)], os.listdir(folder)
        with open(path, "rb") as file:
            return file.read()


def elements(tree):
    for element in tree.get("content", []):
        yield element
        yield from elements(element)


def texts(tree):
    """The pieces of words of all elements, in reading order."""
    for element in elements(tree):
        if "text" in element:
            yield element["text"]


def tables(tree):
    for element in elements(tree):
        if element["tag"] == "Table":
            yield [[row for row in elements(element) if row["tag"] == "TR"], element]


def cell_words(cell):
    """What stands in a cell in order; a figure by what it shows."""
    own = [cell["text"]] if "text" in cell else []
    own += [cell["alt"]] if "alt" in cell else []
    return "".join(own) + "".join(cell_words(below) for below in cell.get("content", []))


def odt_words(element):
    words = element.text or ""
    for below in element:
        if below.tag == name("text", "line-break"):
            words += "\n"
        elif below.tag == name("svg", "title"):
            words += below.text or ""
        words += odt_words(below) if below.tag != name("svg", "title") else ""
        words += below.tail or ""
    return words


def assert_all(pieces, whole, what):
    whole, n = squeeze(whole), 0
    for piece in pieces:
        # Pieces of one element are drawn apart: each line is looked for by itself.
        for line in piece.split("\n"):
            assert squeeze(line) in whole, "%s lacks: %s" % (what, line)
            n += 1
    assert n > 500, n


def markdown_plain(text):
    text = re.sub(r"<a id=\"[^\"]*\"></a>", "", text).replace("<br>", "\n")
    text = re.sub(r"(?<!\\)\*\*?", "", text)
    text = re.sub(r"(?<!\\)\]\(<[^>]*>\)", "", text)
    return re.sub(r"\\\n *", "\n", re.sub(r"(?<!\\)\[", "", text)).replace("\\\\", "\ue000").replace("\\", "").replace("\ue000", "\\")


@case("report --form json: the tree holds every score, note, criterion and hub of the model, and what the PDF prints")
def _():
    value = document()
    tree = json.loads(make("json"))
    assert tree["format"] == "waymark-report" and tree["version"] == 1 and tree["language"] == "en"
    whole = squeeze("\n".join(texts(tree)))
    result = assess(value)
    for score in [result["scores"]["overall"]] + [d["score"] for d in result["scores"]["dimensions"]]:
        assert "%.2f" % score in whole, score
    for question in result["scores"]["questions"]:
        assert "%.2f" % question["points"] in whole, question
    for note in filter(lambda note: "question" in note, value["notes"]):
        assert squeeze(note["text"]) in whole, note
    for hub in result["hubs"]:
        assert squeeze(hub["name"]) in whole, hub
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(make("pdf"))
        file.flush()
        printed = subprocess.run(["pdftotext", "-raw", file.name, "-"], capture_output=True, check=True).stdout.decode()
    words = set(re.findall(r"\w{4,}", printed))
    said = set(re.findall(r"\w{4,}", "\n".join(list(texts(tree)) + [e.get("alt", "") for e in elements(tree)])))
    # A chart's own words are in what it shows; a few are shortened there.
    missing = {word for word in words - said if not any(word in other for other in said)}
    assert len(missing) < 0.03 * len(words), missing


@case("report --form markdown: every word and row in three languages, user's text inert")
def _():
    for language in ("en", "de", "pt"):
        tree = json.loads(make("json", language))
        text = make("md", language, ending=".md").decode()
        plain = markdown_plain(text)
        assert_all(texts(tree), plain, "Markdown in " + language)
        assert "<b>" not in text and "`code`" not in text.replace("\\`", "")
        lines = [re.sub(r"\s+", "", markdown_plain(line)) for line in text.splitlines() if line.startswith("|")]
        for rows, _table in tables(tree):
            for row in rows:
                wanted = "|" + "".join(re.sub(r"\s+", "", cell_words(c)).replace("\u00ad", "") + "|" for c in row["content"])
                assert wanted in lines, wanted


@case("report --form csv: every row of every table, formulas defused")
def _():
    for language in ("en", "de", "pt"):
        tree = json.loads(make("json", language))
        data = make("csv", language, ending=".csv")
        assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") > 300
        read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        found = {}
        for row in read:
            assert row[1] and not any(re.match(r"^\s*[=@|%\t]|^[-+](?![0-9., %]+$)", cell) for cell in row), row
            found.setdefault(int(row[0]), []).append([squeeze(cell.lstrip("'")) for cell in row[2:]])
        all_tables = list(tables(tree))
        assert len(found) == len(all_tables) > 25, len(found)
        for number, (rows, _table) in enumerate(all_tables, 1):
            assert found[number] == [[squeeze(cell_words(c)).lstrip("'") for c in row["content"]] for row in rows], number
        assert any("'=cmd" in cell for row in read for cell in row)


@case("report --form odt: package, headings, header rows, pictures with their words, language; every word and row")
def _():
    for language in ("en", "de", "pt"):
        tree = json.loads(make("json", language))
        data = make("odt", language, ending=".odt")
        assert data[30:38] == b"mimetype" and data[38:77] == b"application/vnd.oasis.opendocument.text"
        package = zipfile.ZipFile(io.BytesIO(data))
        assert package.testzip() is None and package.infolist()[0].compress_type == zipfile.ZIP_STORED
        manifest = package.read("META-INF/manifest.xml").decode()
        assert all('"%s"' % part in manifest for part in package.namelist() if not part.startswith(("META", "mimetype")))
        content = ElementTree.fromstring(package.read("content.xml"))
        styles = package.read("styles.xml").decode()
        assert 'fo:language="%s"' % language in styles
        assert_all(texts(tree), odt_words(content), "ODT in " + language)
        headings = [h for h in content.iter(name("text", "h"))]
        wanted = [e for e in elements(tree) if re.fullmatch("H[1-6]", e["tag"])]
        assert [int(h.get(name("text", "outline-level"))) for h in headings] == [int(e["tag"][1]) for e in wanted]
        known = {s for s in re.findall('style:name="([^"]*)"', styles + package.read("content.xml").decode())}
        used = set(re.findall('(?:text|table|draw):style-name="([^"]*)"', package.read("content.xml").decode()))
        assert used <= known, used - known
        read = list(content.iter(name("table", "table")))
        for (rows, element), table in zip(tables(tree), read, strict=True):
            cells = [["".join(map(squeeze, map(odt_words, cell))) for cell in row] for row in table.iter(name("table", "table-row"))]
            assert cells == [[squeeze(cell_words(c)) for c in row["content"]] for row in rows]
            assert (table.find(name("table", "table-header-rows")) is not None) == (element["content"][0]["tag"] == "THead")
        figures = [e["alt"] for e in elements(tree) if e["tag"] == "Figure"]
        shown = [(f.find(name("svg", "title")).text, f.find(name("draw", "image"))) for f in content.iter(name("draw", "frame"))]
        assert [squeeze(alt or "") for alt, _image in shown] == [squeeze(alt) for alt in figures] and all(figures)
        for _alt, image in shown:
            assert package.read(image.get("{http://www.w3.org/1999/xlink}href")).startswith(b"\x89PNG")
        names = {b.get(name("text", "name")) for b in content.iter(name("text", "bookmark"))}
        for link in content.iter(name("text", "a")):
            target = link.get("{http://www.w3.org/1999/xlink}href")
            assert not target.startswith("#") or target[1:] in names, target


@case("report --form odt: opened by LibreOffice and converted to text, nothing lost")
def _():
    if shutil.which("soffice") is None:
        raise Skip("LibreOffice is not installed")
    tree = json.loads(make("json"))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.odt")
        with open(path, "wb") as file:
            file.write(make("odt"))
        subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://%s/profile" % folder, "--convert-to",
                        "txt:Text (encoded):UTF8", "--outdir", folder, path], check=True, capture_output=True, timeout=240,
                       env={**os.environ, "HOME": folder})
        with open(os.path.join(folder, "report.txt"), encoding="utf-8-sig") as file:
            assert_all(texts(tree), file.read(), "LibreOffice's text")


@case("report: the same bytes twice in every form; an unknown form and an unknown ending")
def _():
    for form in ("odt", "markdown", "csv", "json"):
        assert make(form) == make(form), form
    status, _out, err = cli("report", os.path.join(DATA, "samples", "sample-metalworks.json"), "-o", "x.pdf", "--form", "docx")
    assert status == 2 and "docx" in err and "markdown" in err, err
    assert make("pdf", ending=".unknown").startswith(b"%PDF"), "an unknown ending is the printed form"


main()
