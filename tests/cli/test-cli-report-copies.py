#!/usr/bin/env python3
"""`report --copies`: the files of the evidence register at the end of the report, each page with its number.

Arguments: waymark-cli, the data folder.
"""
import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "report"))
from command import DATA, DAY, cli, sample  # noqa: E402
from tap import Skip, case, main  # noqa: E402

try:
    import pikepdf
    import pdf_tags
except ImportError:
    pikepdf = None


def pdf(pages):
    """A PDF with a page for each (words, width, height)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for words, width, height in pages:
        content = ("BT /F1 24 Tf 40 %d Td (%s) Tj ET" % (height - 60, words)).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % (width, height, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    row = b"\0" + bytes((200, 40, 40)) * width
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))


FILES = {
    "E01": ("Invoice of the pump", "invoice.pdf", pdf([("INVOICE 4711", 595, 842), ("TERMS OF SALE", 595, 842)])),
    "E02": ("Plan of the hall", "plan.pdf", pdf([("HALL PLAN", 1190, 842)])),
    "E03": ("Photo of the type plate", "plate.png", png(640, 400)),
    "E04": ("Damaged file", "damaged.pdf", b"%PDF-1.7\nnothing follows"),
    "E05": ("Letter", "letter.docx", b"PK\3\4 no picture"),
    "E06": ("Not at hand", "gone.pdf", pdf([("NOBODY SEES THIS", 595, 842)])),
    "E07": ("Changed since", "changed.pdf", pdf([("CHANGED", 595, 842)])),
}


def document():
    value = sample()
    value["evidence"] = [{"id": name, "title": title, "type": "invoice", "file": file, "sha256": hashlib.sha256(data).hexdigest(),
                          "date": "2026-03-01", "questions": ["q1"]} for name, (title, file, data) in FILES.items()]
    value["evidence"].append({"id": "E08", "title": "Seen only", "type": "photo", "date": "2026-03-01", "questions": ["q1"]})
    return value


def put_files(folder):
    """By name, or as the workspace keeps them; what is not at hand or another is so."""
    for name, (_title, file, data) in FILES.items():
        kept = hashlib.sha256(data).hexdigest() if name == "E02" else file
        if name != "E06":
            with open(os.path.join(folder, kept), "wb") as out:
                out.write(data + b" " if name == "E07" else data)


def report(folder, value, *more, name="report.pdf"):
    path = os.path.join(folder, name)
    status, _out, err = cli("report", "-", "-o", path, "--date", DAY, *more, stdin=json.dumps(value).encode())
    assert status == 0, err
    return path


def texts(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


@case("report --copies: each page carries its number, in the order of the register, with its fingerprint")
def _():
    if not shutil.which("pdftotext"):
        raise Skip("pdftotext is not installed")
    with tempfile.TemporaryDirectory() as folder:
        put_files(folder)
        for profile in ("full", "funding"):
            pages = texts(report(folder, document(), "--copies", folder, "--profile", profile))
            plain = texts(report(folder, document(), "--profile", profile))
            extra = pages[len(plain):]
            assert len(extra) == 1 + 2 + 1 + 1, (len(plain), len(pages))
            first, rest = extra[0], extra[1:]
            for words in ("Copies of the evidence", "2 pages", "the PDF cannot be read", "no PDF, PNG or JPEG", "not at hand",
                          "another fingerprint than the register says", "no file belongs to it"):
                assert words in " ".join(first.split()), (words, first)
            for page, (name, words) in zip(rest, (("E01", "INVOICE 4711"), ("E01", "TERMS OF SALE"), ("E02", "HALL PLAN"), ("E03", ""))):
                title, _file, data = FILES[name]
                assert name in page and title in page, page
                # Letters of a font that was put in its place stand as far apart as the first one's.
                assert "".join(words.split()) in "".join(page.split()), page
                assert hashlib.sha256(data).hexdigest() in page, page
            assert "Page 2 of 2 of this document" in rest[1], rest[1]
            assert "NOBODY SEES THIS" not in "".join(pages) and "CHANGED" not in "".join(pages)


@case("report --copies: tagged like the rest, wide pages turned, in the outline; two runs give the same bytes")
def _():
    if pikepdf is None:
        raise Skip("python3-pikepdf is not installed")
    with tempfile.TemporaryDirectory() as folder:
        put_files(folder)
        path = report(folder, document(), "--copies", folder)
        again = report(folder, document(), "--copies", folder, name="again.pdf")
        with open(path, "rb") as one, open(again, "rb") as two:
            assert one.read() == two.read()
        found = pdf_tags.problems(path, "en")
        assert not found, "\n".join(found)
        with pikepdf.open(path) as file:
            boxes = [[float(side) for side in page.MediaBox] for page in file.pages][-4:]
            assert [box[2] > box[3] for box in boxes] == [False, False, True, False], boxes
            figures = [str(element.raw.Alt) for element in pdf_tags.tree(file).walk() if element.kind == "Figure"]
            assert [words.split(",")[0] for words in figures[-4:]] == ["E01", "E01", "E02", "E03"], figures[-4:]
            titles = [str(entry.Title) for entry in pdf_tags._entries(file.Root.Outlines)]
            assert [title[:3] for title in titles[-3:]] == ["E01", "E02", "E03"], titles[-4:]


@case("report --copies: photos as they are; nothing without a register")
def _():
    with tempfile.TemporaryDirectory() as folder:
        value = sample()
        value["evidence"] = []
        if shutil.which("convert"):
            photo = os.path.join(folder, "photo.jpg")
            subprocess.run(["convert", "-size", "1200x1600", "plasma:red-blue", photo], check=True)
            with open(photo, "rb") as file:
                data = file.read()
            value["evidence"] = [{"id": "E01", "title": "Photo", "file": "photo.jpg", "sha256": hashlib.sha256(data).hexdigest()}]
            with open(report(folder, value, "--copies", folder), "rb") as file:
                assert data in file.read(), "the photo’s own bytes are not in the file"
        value["evidence"] = []
        with open(report(folder, value, "--copies", folder), "rb") as one, open(report(folder, value, name="b.pdf"), "rb") as two:
            assert one.read() == two.read()


main()
