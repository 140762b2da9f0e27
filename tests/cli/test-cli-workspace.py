#!/usr/bin/env python3
"""workspace, and finishing: where data are and what is kept. Arguments: waymark-cli, the data folder."""
import hashlib
import json
import os
import tempfile

from command import SAMPLE, cli, sample
from tap import case, main


def done(*arguments, **environment):
    status, out, err = cli(*arguments, **environment)
    assert status == 0, err
    return out


def refused(expected, *arguments, status=1, **environment):
    found, out, err = cli(*arguments, **environment)
    assert found == status and expected in err, (found, err)
    return err


def workspace(folder, document=None):
    """Options for a workspace in the folder that holds one company."""
    path = SAMPLE
    if document is not None:
        path = os.path.join(folder, "document.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file)
    done("import", path, "--workspace", folder)
    return ("--workspace", folder)


class Home:
    """A user with settings that last from one call to the next."""

    def __init__(self):
        self.top = tempfile.TemporaryDirectory()
        self.environment = {"XDG_DATA_HOME": self.path("share"), "XDG_CONFIG_HOME": self.path("config"),
                            "HOME": self.path("home"), "GSETTINGS_BACKEND": "keyfile"}

    def path(self, name):
        return os.path.join(self.top.name, name)

    def done(self, *arguments):
        return done(*arguments, **self.environment)


@case("move: the folder is remembered, everything comes along, nothing stays")
def _():
    home = Home()
    home.done("import", SAMPLE)
    home.done("backup")
    usual = home.done("workspace", "show").splitlines()[0]
    assert usual == os.path.join(home.path("share"), "waymark", "workspace.db")
    there = os.path.join(home.path("drive"), "workspace.db")
    assert home.done("workspace", "move", home.path("drive")) == there + "\n"
    assert not os.path.exists(usual) and not os.path.exists(usual + ".backups")
    shown = json.loads(home.done("workspace", "show", "--json"))
    assert shown == {"path": there, "companies": 1, "assessments": 1}, shown
    assert "manual" in home.done("backup", "--list")
    assert "Sample Metalworks" in home.done("company", "list")
    # Nothing is begun anew at the usual place while the chosen one is away.
    os.rename(home.path("drive"), home.path("away"))
    refused(there, "import", SAMPLE, **home.environment)
    os.rename(home.path("away"), home.path("drive"))
    home.done("workspace", "use", "--usual")
    refused(usual, "company", "list", **home.environment)
    refused(home.path("home"), "workspace", "use", home.path("home"), **home.environment)
    home.done("workspace", "use", home.path("drive"))
    assert "Sample Metalworks" in home.done("company", "list")


@case("move: of a named workspace nothing is remembered; refusals leave it where it is")
def _():
    home = Home()
    home.done("import", SAMPLE, "--workspace", home.path("a"))
    home.done("import", SAMPLE, "--workspace", home.path("b"))
    refused("already", "workspace", "move", home.path("b"), "--workspace", home.path("a"), **home.environment)
    refused("no workspace", "workspace", "move", home.path("c"), **home.environment)
    home.done("workspace", "move", home.path("c"), "--workspace", home.path("a"))
    assert "Sample Metalworks" in home.done("company", "list", "--workspace", home.path("c"))
    assert home.path("share") in refused("no workspace", "company", "list", **home.environment)
    assert cli("workspace", "use")[0] == 2 and cli("workspace", "move")[0] == 2 and cli("workspace", "fly")[0] == 2


@case("hub: what the hub decides is kept with the workspace")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        assert json.loads(done("workspace", "hub", "--json", *here))["interval_months"] == [12, 12]
        done("workspace", "hub", "--planned-t0", "40", "--months-to-t1", "6", "--keep-months", "36", *here)
        kept = json.loads(done("workspace", "hub", "--json", *here))
        assert kept == {"planned": [40, 0, 0], "interval_months": [6, 12], "retention_months": 36}, kept
        assert cli("workspace", "hub", "--planned-t0", "-7", *here)[0] == 2


@case("check and clean: missing, damaged and unnamed evidence files")
def _():
    with tempfile.TemporaryDirectory() as folder:
        content = b"an invoice"
        name = hashlib.sha256(content).hexdigest()
        here = workspace(folder, dict(sample(), evidence=[{"id": "e1", "title": "Invoice", "sha256": name}]))
        status, out, err = cli("workspace", "check", "--json", *here)
        problem = json.loads(out)[0]
        assert status == 1 and (problem["problem"], problem["title"], problem["sha256"]) == ("missing", "Invoice", name)
        files = os.path.join(folder, "workspace.db.files")
        os.makedirs(files, exist_ok=True)

        def write(sha256, data):
            path = os.path.join(files, sha256[:2], sha256)
            path = path if os.path.isdir(os.path.dirname(path)) else os.path.join(files, sha256)
            with open(path, "wb") as file:
                file.write(data)
            return path
        write(name, content)
        assert done("workspace", "check", "--thorough", *here) == ""
        write(name, b"no invoice")
        assert done("workspace", "check", *here) == ""
        assert "\tdamaged" in cli("workspace", "check", "--thorough", *here)[1]
        lost = write(hashlib.sha256(b"old").hexdigest(), b"old")
        fresh = write(hashlib.sha256(b"new").hexdigest(), b"new")
        os.utime(lost, (1, 1))
        assert done("workspace", "clean", *here).startswith("1 ")
        assert not os.path.exists(lost) and os.path.exists(fresh)
        done("company", "delete", "Sample Metalworks", *here)
        done("workspace", "clean", "--hidden", *here)
        assert "Metalworks" not in done("company", "list", "--hidden", *here)


@case("stage finish: kept with what made it, refused once more, and only when told while incomplete")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        done("stage", "finish", "sample metalworks", "--stage", "T0", *here)
        stage = json.loads(done("company", "show", "Sample Metalworks", "--json", *here))["stages"][0]
        assert stage["finished"] and stage["score"] == 26.56, stage
        refused("finished", "stage", "finish", stage["id"], *here)
        refused("T2", "stage", "finish", "Sample Metalworks", "--stage", "T2", *here)
        package = os.path.join(folder, "a.waymark")
        done("export", "Sample Metalworks", "-o", package, "--without-passphrase", *here)
        with tempfile.TemporaryDirectory() as other:
            out = json.loads(done("import", package, "--json", "--workspace", other))
            assert (out["finished"], out["left_open"]) == (1, 0), out
    with tempfile.TemporaryDirectory() as folder:
        document = sample()
        del document["answers"]["q2"]
        here = workspace(folder, document)
        refused("--incomplete", "stage", "finish", "Sample Metalworks", *here)
        done("stage", "finish", "Sample Metalworks", "--incomplete", *here)
        assert "finished" in done("company", "show", "Sample Metalworks", *here)


def stages(here, company="Sample Metalworks"):
    return json.loads(done("company", "show", company, "--json", *here))["stages"]


@case("stage start, correct, move and delete in the workspace")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        first = stages(here)[0]["id"]
        second = done("stage", "start", "Sample Metalworks", "--in-workspace", "--date", "2027-11-20", *here).strip()
        shown = json.loads(done("stage", "show", "Sample Metalworks", "--stage", "T1", *here))
        assert (shown["id"], shown["previous"], shown["date"]) == (second, first, "2027-11-20"), shown
        assert "answers" not in shown and shown["suggestions"]
        assert cli("stage", "start", first, "--in-workspace", "-o", "x", *here)[0] == 2
        done("stage", "delete", second, *here)
        assert [one["stage"] for one in stages(here)] == ["T0"]
        done("stage", "delete", second, "--undo", *here)
        assert [one["stage"] for one in stages(here)] == ["T0", "T1"]
        done("stage", "finish", first, *here)
        corrected = done("stage", "correct", first, *here).strip()
        assert [one["amends"] for one in stages(here) if one["id"] == corrected] == [first]
        refused("finished", "stage", "set", first, 'answers.q2=[1]', *here)
        done("stage", "set", first, 'portal={"id":"DMA-7","official_score":26.5}', *here)
        other = os.path.join(folder, "other.json")
        with open(other, "w", encoding="utf-8") as file:
            json.dump(dict(sample(), id="another", company={"name": "Other Works", "country": "PT"}), file)
        done("import", other, *here)
        done("stage", "move", second, "Other Works", *here)
        assert second in [one["id"] for one in stages(here, "Other Works")]
        refused("no company", "stage", "move", second, "Nobody", *here)


@case("stage suggestions: listed, confirmed one by one and all, never twice")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        first = json.loads(done("stage", "show", "Sample Metalworks", *here))["answers"]
        done("stage", "start", "Sample Metalworks", "--in-workspace", "--date", "2027-11-20", *here)

        def suggested(*more):
            return json.loads(done("stage", "suggestions", "Sample Metalworks", "--json", *more, *here))

        assert {one["question"]: json.loads(one["suggestion"]) for one in suggested()} == first
        lines = done("stage", "suggestions", "Sample Metalworks", *here).splitlines()
        assert len(lines) == len(first) and "q2\t" in lines[1] and lines[1].endswith("\t[1,2,5,7]"), lines
        german = {one["question"]: one["title"] for one in suggested("--language", "de")}
        assert "Daten" in german["q8"], german
        # What is changed first is no suggestion any more, and nothing is confirmed when one cannot be.
        done("stage", "set", "Sample Metalworks", "answers.q2=[1]", *here)
        refused("q2 has no suggestion", "stage", "suggestions", "Sample Metalworks", "--confirm", "q8", "--confirm", "q2", *here)
        assert len(suggested()) == len(first) - 1
        done("stage", "suggestions", "Sample Metalworks", "--confirm", "q1", "--confirm", "q8", *here)
        assert [one["question"] for one in suggested()] == ["q3", "q4", "q5", "q6", "q7", "q9", "q10", "q11"], suggested()
        done("stage", "suggestions", "Sample Metalworks", "--confirm-all", *here)
        assert suggested() == []
        now = json.loads(done("stage", "show", "Sample Metalworks", *here))
        assert now["stage"] == "T1" and now["answers"] == dict(first, q2=[1]) and now["suggestions"] == first
        assert cli("stage", "suggestions", "Sample Metalworks", "--confirm-all", "--json", *here)[0] == 2
        refused("T2", "stage", "suggestions", "Sample Metalworks", "--stage", "T2", *here)
        done("stage", "finish", "Sample Metalworks", *here)


@case("stage set: answers, targets, plan, notes and services; all or nothing")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        done("stage", "set", "Sample Metalworks", "answers.q2=[1]", "targets.data=60",
             'plan.actions[]={"id":"q8.3","status":"planned","due":"2027-03-01"}',
             'notes[]={"text":"Bom dia","author":"Rui"}',
             'delivered[]={"service":"training","on":"2027-01-10","value_eur":500}', *here)
        shown = json.loads(done("stage", "show", "Sample Metalworks", *here))
        assert shown["answers"]["q2"] == [1] and shown["targets"] == {"data": 60}, shown
        assert shown["plan"]["actions"][0]["id"] == "q8.3" and shown["delivered"][0]["value_eur"] == 500
        assert shown["notes"][0]["text"] == "Bom dia" and shown["notes"][0]["id"], shown["notes"]
        for change, expected in (("answers.q2=[99]", "q2"), ("answers.q99=[1]", "q99"), ("colour=1", "colour"),
                                 ("targets.data=", "targets"), ('targets.data="much"', "targets.data"), ("name", "PATH=JSON"),
                                 ('id="x"', "id"), ('answers[]=1', "answers"), ('notes[5].text="x"', "notes[5]"),
                                 ('notes[9].text[]="x"', "notes"), ("[]=1", "list"), ("=1", "field"), ('stage="T9"', "stage")):
            refused(expected, "stage", "set", "Sample Metalworks", "targets.green=10", change, *here)
        assert json.loads(done("stage", "show", "Sample Metalworks", *here)) == shown
        done("stage", "set", "Sample Metalworks", "targets=null", *here)
        assert "targets" not in json.loads(done("stage", "show", "Sample Metalworks", *here))
        assert cli("stage", "set", "Sample Metalworks", *here)[0] == 2


@case("stage person: a blind round by file")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = ("Sample Metalworks", *workspace(folder))
        ana = done("stage", "person", *here, "--add", "--role", "Owner", "--name", "Ana Exemplo").strip()
        rui = done("stage", "person", *here, "--add", "--role", "Foreman").strip()
        sheet = os.path.join(folder, "sheet.json")
        done("stage", "person", *here, "--sheet", ana, "-o", sheet)
        with open(sheet, encoding="utf-8") as file:
            own = json.load(file)
        assert [one["id"] for one in own["respondents"]] == [ana] and "answers" not in own, own
        own["answers"] = {"q2": [1, 2]}
        with open(sheet, "w", encoding="utf-8") as file:
            json.dump(own, file)
        done("stage", "person", *here, "--hand-in", sheet)
        listed = json.loads(done("stage", "person", *here, "--json"))
        assert [(one["id"], one["handed_in"]) for one in listed] == [(ana, True), (rui, False)], listed
        assert "Ana" not in done("stage", "person", *here)
        refused("", "stage", "person", *here, "--hand-in", sheet)
        refused("nobody", "stage", "person", *here, "--sheet", "nobody", "-o", sheet)
        assert cli("stage", "person", *here, "--sheet", ana)[0] == 2
        assert cli("stage", "person", *here, "--role", "Owner")[0] == 2
        stored = json.loads(done("stage", "show", *here))
        assert stored["respondents"][0]["answers"] == {"q2": [1, 2]} and stored["answers"] == sample()["answers"]


@case("stage evidence: added with its hash, found missing; too much is refused")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = ("Sample Metalworks", *workspace(folder))
        invoice = os.path.join(folder, "invoice.txt")
        with open(invoice, "wb") as file:
            file.write(b"an invoice")
        number = done("stage", "evidence", *here, "--add", invoice, "--title", "Invoice", "--question", "q2",
                      "--date", "2026-05-01").strip()
        item = json.loads(done("stage", "show", *here))["evidence"][0]
        assert item == {"id": number, "title": "Invoice", "file": "invoice.txt", "date": "2026-05-01", "bytes": 10,
                        "questions": ["q2"], "sha256": hashlib.sha256(b"an invoice").hexdigest()}, item
        assert json.loads(done("stage", "evidence", *here, "--json"))[0]["state"] == "here"
        refused("date", "stage", "evidence", *here, "--add", invoice, "--date", "spring")
        with open(os.path.join(folder, "large"), "wb") as file:
            file.truncate(101 * 1024 * 1024)
        refused("", "stage", "evidence", *here, "--add", os.path.join(folder, "large"))
        assert len(json.loads(done("stage", "evidence", *here, "--json"))) == 1
        for top, _, files in os.walk(os.path.join(folder, "workspace.db.files")):
            for name in files:
                os.remove(os.path.join(top, name))
        assert "\tmissing" in done("stage", "evidence", *here)


if __name__ == "__main__":
    main()
