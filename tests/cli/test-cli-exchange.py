#!/usr/bin/env python3
"""import, export and merge: from one workspace to another and back.

Arguments: waymark-cli, the data folder.
"""
import copy
import hashlib
import json
import os
import random
import subprocess
import tempfile
import zipfile

from command import CLI, DATA, SAMPLE, cli, sample
from tap import case, main


class Desk:
    """A folder with workspaces, files and a passphrase."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.passphrase = self.write("passphrase", "Brücke 7\n")

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, content):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(content if isinstance(content, str) else json.dumps(content))
        return self.path(name)

    def workspace(self, name):
        os.makedirs(self.path(name), exist_ok=True)
        return ("--workspace", self.path(name))


def done(*arguments):
    status, out, err = cli(*arguments)
    assert status == 0, err
    return out


def refused(expected, *arguments, status=1):
    found, out, err = cli(*arguments)
    assert found == status, (found, err)
    assert expected in err, err


@case("from hub to company and back, sealed")
def _():
    desk = Desk()
    hub, firm, again = desk.workspace("hub"), desk.workspace("firm"), desk.workspace("again")
    done("import", SAMPLE, *hub)
    package = desk.path("a.waymark")
    done("export", "SAMPLE metalworks", "-o", package, "--passphrase-file", desk.passphrase, *hub)
    with open(package, "rb") as file:
        assert b"Metalworks" not in file.read()
    refused("passphrase", "import", package, *firm)
    refused("not the passphrase", "import", package, "--passphrase-file", desk.write("other", "brücke 7"), *firm)
    out = json.loads(done("import", package, "--passphrase-file", desk.passphrase, "--json", *firm))
    assert out["applied"] and out["assessments"][0]["state"] == "new"
    changed = sample()
    changed["answers"]["q2"] = [1]
    changed["notes"] = [{"id": "n1", "text": "Bom dia"}]
    out = json.loads(done("import", desk.write("b.json", changed), "--json", "--preview", *firm))
    assert not out["applied"] and out["assessments"][0]["conflicts"] == 1
    assert [d["path"] for d in out["assessments"][0]["differences"]] == ["answers.q2", "notes[n1]"]
    done("import", desk.path("b.json"), "--prefer", "file", *firm)
    done("export", out["assessments"][0]["id"], "-o", desk.path("c.waymark"), "--without-passphrase", *firm)
    done("import", desk.path("c.waymark"), *again)
    with zipfile.ZipFile(desk.path("c.waymark")) as parts:
        back = json.loads(parts.read("assessments/1.json"))
    assert back["answers"]["q2"] == [1] and back["notes"] == changed["notes"]


@case("import: twice is once, and undo takes it back")
def _():
    desk = Desk()
    hub = desk.workspace("hub")
    refused("no workspace", "import", "--undo", *hub)
    done("import", SAMPLE, *hub)
    assert "the same as here" in done("import", SAMPLE, *hub)
    done("import", "--undo", *hub)
    refused("no import", "import", "--undo", *hub)
    refused("no company", "export", "Sample Metalworks", "-o", desk.path("x.waymark"), "--without-passphrase", *hub)
    assert not os.path.exists(desk.path("x.waymark"))


@case("import: what the sender had finished is finished, where the same result can be made")
def _():
    desk = Desk()
    hub, firm, other = desk.workspace("hub"), desk.workspace("firm"), desk.workspace("other")
    package = desk.path("a.waymark")
    done("import", SAMPLE, *hub)
    done("stage", "finish", "Sample Metalworks", *hub)
    done("export", "Sample Metalworks", "-o", package, "--without-passphrase", *hub)
    out = json.loads(done("import", package, "--json", "--preview", *firm))
    assert (out["finished"], out["left_open"]) == (0, 0)
    out = json.loads(done("import", package, "--json", *firm))
    assert (out["finished"], out["left_open"]) == (1, 0)
    changed = sample()
    changed["answers"]["q2"] = [1]
    assert "finished here, stays as it is" in done("import", desk.write("b.json", changed), "--preview", *firm)
    # A result that cannot be made again is no result here.
    with zipfile.ZipFile(package) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    manifest = json.loads(content["manifest.json"])
    result = next(part for part in manifest["parts"] if part["name"].startswith("results/"))
    changed = content[result["name"]].replace(b"26.56", b"36.56")
    assert changed != content[result["name"]]
    content[result["name"]] = changed
    result["sha256"] = hashlib.sha256(changed).hexdigest()
    content["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(desk.path("c.waymark"), "w") as parts:
        for name, data in content.items():
            parts.writestr(name, data)
    assert "The sender had finished what arrived" in done("import", desk.path("c.waymark"), *other)
    assert "finished here" not in done("import", desk.path("b.json"), "--preview", *other)


@case("export: what is left out is left out, and said")
def _():
    desk = Desk()
    hub = desk.workspace("hub")
    document = sample()
    document["notes"] = [{"id": "n", "author": "Ana", "text": "SECRET"}]
    document["company"]["contact"] = {"name": "SECRET"}
    done("import", desk.write("a.json", document), *hub)
    done("export", "Sample Metalworks", "-o", desk.path("a.waymark"), "--without-passphrase", "--without", "notes",
         "--without", "names", *hub)
    with zipfile.ZipFile(desk.path("a.waymark")) as parts:
        assert parts.testzip() is None
        manifest = json.loads(parts.read("manifest.json"))
        assert b"SECRET" not in b"".join(parts.read(name) for name in parts.namelist())
    assert {"notes", "names"} <= set(manifest["left_out"])
    refused("--without: found", "export", "x", "-o", "y", "--without-passphrase", "--without", "sense", *hub, status=2)
    refused("stage T2", "export", "Sample Metalworks", "-o", desk.path("b.waymark"), "--without-passphrase", "--stage",
            "T2", *hub)
    refused("say one of", "export", "Sample Metalworks", "-o", desk.path("b.waymark"), *hub, status=2)


@case("import: official scores from the portal's export")
def _():
    desk = Desk()
    hub = desk.workspace("hub")
    done("import", SAMPLE, *hub)
    good = desk.write("results.csv", "SME name;SME ID;DMA Timing;DMA Score\nSAMPLE Metalworks;4711;T0;27,5\n")
    out = json.loads(done("import", good, "--json", "--preview", *hub))
    assert not out["applied"] and out["rows"][0]["taken"] and out["rows"][0]["score"] == 27.5
    assert "found by the name" in done("import", good, *hub)
    assert "known already" in done("import", good, *hub)
    bad = desk.write("bad.csv", "SME name,SME ID,DMA Timing,DMA Score\nX,1,T7,5\n")
    refused("line 2: DMA Timing: found “T7”, expected", "import", bad, *hub)
    refused("no export", "import", desk.write("other.csv", "a,b\n1,2\n"), *hub)


@case("check: packages")
def _():
    desk = Desk()
    hub = desk.workspace("hub")
    done("import", SAMPLE, *hub)
    done("export", "Sample Metalworks", "-o", desk.path("a.waymark"), "--without-passphrase", *hub)
    assert "fine" in done("check", desk.path("a.waymark"))
    with open(desk.path("a.waymark"), "r+b") as file:
        file.seek(-400, 2)
        file.write(b"\0" * 8)
    with open(desk.path("a.waymark"), "rb") as file:
        data = bytearray(file.read())
    data[len(data) // 3] ^= 0xFF
    with open(desk.path("bad.waymark"), "wb") as file:
        file.write(data)
    refused("bad.waymark", "check", desk.path("bad.waymark"))


def killed(seconds, *arguments):
    """Runs the command and kills it after a while; returns whether it had ended by itself."""
    with subprocess.Popen([CLI, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          env={**os.environ, "WAYMARK_DATA_DIR": DATA}) as process:
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            return False


@case("killed at any moment: no half package, no half import")
def _():
    desk, chance = Desk(), random.Random(7)
    hub = desk.workspace("hub")
    files = os.path.join(desk.path("hub"), "workspace.db.files")
    evidence = []
    os.makedirs(files)
    for number in range(4):
        content = chance.randbytes(3_000_000)
        sha256 = hashlib.sha256(content).hexdigest()
        evidence.append({"id": "e%d" % number, "sha256": sha256})
        with open(os.path.join(files, sha256), "wb") as file:
            file.write(content)
    document = sample()
    document["evidence"] = evidence
    done("import", desk.write("a.json", document), *hub)
    package = desk.path("whole.waymark")
    done("export", "Sample Metalworks", "-o", package, "--without-passphrase", *hub)
    ended = 0
    for round_ in range(24):
        out = desk.path("out.waymark")
        ended += killed(chance.uniform(0, 0.3), "export", "Sample Metalworks", "-o", out, "--without-passphrase", *hub)
        if os.path.exists(out):
            done("check", out)
            os.remove(out)
        there = "t%d" % round_
        ended += killed(chance.uniform(0, 0.3), "import", package, *desk.workspace(there))
        found = json.loads(done("import", package, "--preview", "--json", *desk.workspace(there)))["assessments"][0]
        assert found["state"] in ("new", "same"), found
        if found["state"] == "same":
            assert len(os.listdir(os.path.join(desk.path(there), "workspace.db.files"))) >= len(evidence)
        done("import", package, *desk.workspace(there))
    print("# %d of 48 ended before they were killed" % ended)


@case("merge: contradictions need a word")
def _():
    desk = Desk()
    first, second = sample(), copy.deepcopy(sample())
    del first["answers"]["q5"]
    second["answers"]["q2"] = [9]
    a, b = desk.write("a.json", first), desk.write("b.json", second)
    out = desk.path("out.json")
    refused("1 place says", "merge", a, b, "-o", out)
    assert not os.path.exists(out)
    done("merge", a, b, "-o", out, "--prefer", "first")
    with open(out, encoding="utf-8") as file:
        merged = json.load(file)
    assert merged["answers"] == {**sample()["answers"]}
    found = json.loads(done("merge", a, b, "-o", out, "--prefer", "second", "--json"))
    assert [(d["path"], d["kind"]) for d in found["differences"]] == [("answers.q2", "conflict"),
                                                                      ("answers.q5", "addition")]
    with open(out, encoding="utf-8") as file:
        assert json.load(file)["answers"]["q2"] == [9]
    other = sample()
    other["id"] = "other"
    refused("package", "merge", a, desk.write("c.json", other), "-o", out)


main()
