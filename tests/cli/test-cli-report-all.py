#!/usr/bin/env python3
"""`report --all`: portfolios, going on where a run ended, and nothing half written.

Arguments: waymark-cli, the data folder.
"""
import contextlib
import fcntl
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import tempfile
import time

from command import CLI, DATA, DAY, SANITIZED, cli, sample
from tap import case, main

JOURNAL = ".waymark-reports"


def write_lines(path, n):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(n):
            value = sample()
            value["id"] = "%08x-0000-4000-8000-000000000000" % number
            value["company"]["name"] = "Company %d" % (number % 3)
            file.write(json.dumps(value) + "\n")


def run(source, folder, *more, **environment):
    arguments = [source] if source else []
    return cli("report", *arguments, "--all", "-o", folder, "--date", DAY, "--profile", "hub-sheet", *more, **environment)


def make_catalogue(folder):
    """German that knows one sentence."""
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    pairs = [(b"", header.encode()), (b"Telephone", b"Telefon")]
    at, words, rows = 28 + 16 * len(pairs), b"", [b"", b""]
    for side in (0, 1):
        for pair in pairs:
            rows[side] += struct.pack("<II", len(pair[side]), at + len(words))
            words += pair[side] + b"\0"
    os.makedirs(folder)
    with open(os.path.join(folder, "waymark.mo"), "wb") as file:
        file.write(struct.pack("<IIIIIII", 0x950412de, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + rows[0] + rows[1] + words)


@contextlib.contextmanager
def open_folder(folder):
    """Holds the folder as a run does."""
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield
    os.close(descriptor)


def reports(folder):
    return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def stamps(folder):
    return {name: os.stat(os.path.join(folder, name)).st_mtime_ns for name in reports(folder)}


@case("report --all: one a line, namesakes apart, a refused line does not stop the rest")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        lines, folder = os.path.join(scratch, "lines.jsonl"), os.path.join(scratch, "new", "out")
        write_lines(lines, 5)
        twin = sample()
        twin["company"]["name"] = "Company 1"
        with open(lines, "a", encoding="utf-8") as file:
            file.write("\n{\"format\": 3}\n" + json.dumps({**twin, "id": "00000001-x"}) + "\n")
        status, out, err = run(lines, folder)
        assert status == 1 and "line 7" in err, err
        assert "written: 6, unchanged: 0, refused: 1" in out, out
        names = reports(folder)
        assert len(names) == 6 and any(" 2.pdf" in name for name in names), names
        assert sorted(os.listdir(folder)) == sorted(names + [JOURNAL])
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            assert data.startswith(b"%PDF") and data.endswith(b"%%EOF\n"), name


@case("report --all: a second run leaves all as it is; changed documents, choices and damaged files are made anew")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        lines, folder = os.path.join(scratch, "lines.jsonl"), os.path.join(scratch, "out")
        write_lines(lines, 4)
        assert run(lines, folder)[0] == 0
        first = stamps(folder)
        assert "written: 0, unchanged: 4" in run(lines, folder)[1]
        assert stamps(folder) == first
        with open(os.path.join(folder, sorted(first)[1]), "r+b") as file:
            file.truncate(1000)
        os.remove(os.path.join(folder, sorted(first)[2]))
        assert "written: 2, unchanged: 2" in run(lines, folder)[1]
        with open(lines, encoding="utf-8") as file:
            documents = [json.loads(line) for line in file]
        documents[0]["answers"]["q6"] = [1]
        with open(lines, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(document) + "\n" for document in documents)
        assert "written: 1, unchanged: 3" in run(lines, folder)[1]
        assert reports(folder) == sorted(first)
        assert "written: 4, unchanged: 0" in run(lines, folder, "--paper", "letter")[1]
        assert "written: 4, unchanged: 0" in run(lines, folder, "--language", "de")[1]
        # A list that ends in the middle of a line, as after a failure of power.
        with open(os.path.join(folder, JOURNAL), "r+b") as file:
            file.truncate(os.path.getsize(file.name) - 5)
        assert "written: 1, unchanged: 3" in run(lines, folder, "--language", "de")[1]
        assert "written: 0, unchanged: 4" in run(lines, folder, "--language", "de")[1]


@case("report --all: a folder of documents, another form; the workspace")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        source, folder = os.path.join(scratch, "in"), os.path.join(scratch, "out")
        os.mkdir(source)
        for name in ("sample-metalworks-t0.json", "sample-metalworks-t1.json"):
            shutil.copy(os.path.join(DATA, "samples", name), source)
        status, out, err = run(source, folder, "--form", "markdown")
        assert status == 0 and "written: 2" in out, (out, err)
        assert all(name.endswith(".md") for name in reports(folder)), reports(folder)
        store = os.path.join(scratch, "store")
        for name in os.listdir(source):
            status, _out, err = cli("import", os.path.join(source, name), "--workspace", store)
            assert status == 0, err
        status, out, err = run(None, os.path.join(scratch, "of-store"), "--workspace", store)
        assert status == 0 and "written: 2" in out, (out, err)
        # The second stage is compared with the first, as in the window.
        compared = os.path.join(scratch, "compared")
        assert run(None, compared, "--workspace", store, "--profile", "full", "--form", "markdown")[0] == 0
        texts = []
        for name in reports(compared):
            with open(os.path.join(compared, name), encoding="utf-8") as file:
                texts.append(file.read())
        assert sum("Change since the last stage" in text for text in texts) == 1, reports(compared)
        assert run(None, os.path.join(scratch, "none"), "--workspace", os.path.join(scratch, "nowhere"))[0] == 1
        assert run(source, folder, "--workspace", store)[0] == 2


@case("report --all: a contact that was noted since makes the reports anew that print the hub, and no other")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        store, folder = os.path.join(scratch, "store"), os.path.join(scratch, "out")
        own = os.path.join(store, "own")
        near = os.path.join(DATA, "samples", "sample-metalworks.json")
        far = os.path.join(DATA, "samples", "micro-first.json")
        for name in (near, far):
            assert cli("import", name, "--workspace", store)[0] == 0
        os.makedirs(own, exist_ok=True)
        hubs = json.loads(cli("match", near, "--json", "--date", DAY)[1])["hubs"]
        first = hubs[0]["id"]
        assert first not in [hub["id"] for hub in json.loads(cli("match", far, "--json", "--date", DAY)[1])["hubs"]]
        go = lambda: run(None, folder, "--workspace", store, "--profile", "full", "--form", "markdown")
        status, out, err = go()
        assert status == 0 and "written: 2, unchanged: 0" in out, (out, err)
        assert "written: 0, unchanged: 2" in go()[1]
        assert cli("catalogue", "contact", first, "Ana Reis, ana@hub.example", "--own", own)[0] == 0
        assert "written: 1, unchanged: 1" in go()[1]
        texts = [open(os.path.join(folder, name), encoding="utf-8").read() for name in reports(folder)]
        assert sum("Ana Reis" in text for text in texts) == 1
        assert "written: 0, unchanged: 2" in go()[1]


@case("report --all: copies of the evidence; one that comes, changes or goes makes its report anew")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        lines, folder, files = (os.path.join(scratch, name) for name in ("lines.jsonl", "out", "files"))
        os.mkdir(files)
        data = b"no picture, but a file"
        with open(lines, "w", encoding="utf-8") as file:
            for number in range(2):
                value = sample()
                value["id"] = "%08x-0000-4000-8000-000000000000" % number
                value["evidence"] = [{"id": "E01", "title": "Note", "file": "note-%u.txt" % number,
                                      "sha256": hashlib.sha256(data).hexdigest()}]
                file.write(json.dumps(value) + "\n")
        go = lambda: run(lines, folder, "--profile", "full", "--form", "markdown", "--copies", files)[1]
        texts = lambda: [open(os.path.join(folder, name), encoding="utf-8").read() for name in reports(folder)]
        assert "written: 2" in go() and all("the file is not at hand" in text for text in texts())
        assert "unchanged: 2" in go()
        path = os.path.join(files, "note-0.txt")
        with open(path, "wb") as file:
            file.write(data)
        assert "written: 1, unchanged: 1" in go()
        assert sum("no PDF, PNG or JPEG" in text for text in texts()) == 1, texts()
        with open(path, "ab") as file:
            file.write(b"!")
        assert "written: 1, unchanged: 1" in go()
        os.remove(path)
        assert "written: 1, unchanged: 1" in go() and "unchanged: 2" in go()
        assert "written: 2" in run(lines, folder, "--profile", "full", "--form", "markdown")[1]


@case("report --all: how many sentences stand in English is said; a draft marks them instead")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        # A language that lacks words: the catalogue of another one, with a sentence less.
        locale, lines, folder = (os.path.join(scratch, name) for name in ("locale", "lines.jsonl", "out"))
        write_lines(lines, 2)
        environment = {"WAYMARK_LOCALE_DIR": locale}
        make_catalogue(os.path.join(locale, "de", "LC_MESSAGES"))
        status, out, err = run(lines, folder, "--language", "de", **environment)
        assert status == 0 and "written: 2" in out, (out, err)
        assert "no translation into “de”" in err and "--draft" in err, err
        n = int(re.search(r"(\d+) sentence", err).group(1))
        one = os.path.join(scratch, "one.pdf")
        with open(lines, encoding="utf-8") as file:
            with open(os.path.join(scratch, "one.json"), "w", encoding="utf-8") as single:
                single.write(file.readline())
        err = cli("report", os.path.join(scratch, "one.json"), "-o", one, "--date", DAY, "--profile", "hub-sheet",
                  "--language", "de", **environment)[2]
        # Both reports are counted.
        assert n > int(re.search(r"(\d+) sentence", err).group(1)) > 0, (n, err)
        assert "sentence" not in run(lines, folder, "--language", "de", "--draft", **environment)[2]


@case("report --all: Ctrl+C and a kill leave whole files only, the next run goes on")
def _():
    for number in (signal.SIGINT, signal.SIGKILL):
        with tempfile.TemporaryDirectory() as scratch:
            lines, folder = os.path.join(scratch, "lines.jsonl"), os.path.join(scratch, "out")
            write_lines(lines, 300)
            with subprocess.Popen([CLI, "report", lines, "--all", "-o", folder, "--date", DAY, "--profile", "hub-sheet"],
                                  env={**os.environ, "WAYMARK_DATA_DIR": DATA}, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
                while child.poll() is None and (not os.path.isdir(folder) or len(reports(folder)) < 3):
                    time.sleep(0.01)  # until there is something, not for a time
                child.send_signal(number)
                out = child.communicate()[0].decode()
            if number == signal.SIGINT:
                assert child.returncode == 1 and "goes on from here" in out, out
            names = reports(folder)
            assert 3 <= len(names) < 300, len(names)
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    data = file.read()
                assert data.startswith(b"%PDF") and data.endswith(b"%%EOF\n"), name
            with open(lines, encoding="utf-8") as file:
                head = file.readlines()[:len(names) + 2]
            with open(lines, "w", encoding="utf-8") as file:
                file.writelines(head)
            status, out, err = run(lines, folder)
            assert status == 0, err
            # The kill may have come between a file and its line in the list.
            assert "unchanged: %d," % len(names) in out or "unchanged: %d," % (len(names) - 1) in out, out
            assert sorted(os.listdir(folder)) == sorted(reports(folder) + [JOURNAL])


@case("report --all: a second run into the same folder and a folder that cannot be are refused; flat memory")
def _():
    with tempfile.TemporaryDirectory() as scratch:
        lines = os.path.join(scratch, "lines.jsonl")
        write_lines(lines, 2)
        status, _out, err = run(lines, os.path.join(lines, "out"))
        assert status == 1 and "lines.jsonl" in err, err
        held = os.path.join(scratch, "held")
        os.mkdir(held)
        with open_folder(held):
            status, _out, err = run(lines, held)
            assert status == 1 and "another run" in err and reports(held) == [], err
        if SANITIZED:
            return
        peaks = []
        for n in (5, 60):
            write_lines(lines, n)
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            assert run(lines, os.path.join(scratch, "out%d" % n))[0] == 0
            peaks.append(max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
        assert peaks[1] - peaks[0] < 4096, peaks


main()
