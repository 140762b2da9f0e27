#!/usr/bin/env python3
"""company, backup and restore: the workspace without a window.

Arguments: waymark-cli, the data folder.
"""
import datetime
import json
import os
import tempfile

from command import SAMPLE, cli
from tap import case, main


def done(*arguments):
    status, out, err = cli(*arguments)
    assert status == 0, err
    return out


def refused(*arguments):
    status, out, err = cli(*arguments)
    assert status == 1 and out == "", (status, out)
    return err


def workspace(folder):
    """Options for a workspace in the folder that holds the sample company."""
    done("import", SAMPLE, "--workspace", folder)
    return ("--workspace", folder)


def names(here, *more):
    return [company["name"] for company in json.loads(done("company", "list", "--json", *here, *more))["companies"]]


@case("list: searched, chosen, sorted, as text and JSON")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        listed = json.loads(done("company", "list", "--json", *here))
        assert listed["found"] == 1
        company = listed["companies"][0]
        assert company["name"] == "Sample Metalworks" and company["sectors"] == ["metalworking"]
        assert [stage["stage"] for stage in company["stages"]] == ["T0"]
        assert names(here, "--search", "metalw SAM") == ["Sample Metalworks"]
        assert names(here, "--search", "etalw") == []
        assert names(here, "--region", "PT", "--sort", "due") == ["Sample Metalworks"]
        assert names(here, "--archived") == []
        assert done("company", "list", *here).split("\t")[1] == "Sample Metalworks"
        assert company["stages"][0]["score"] == 26.56  # made when it arrived
        assert "T0\t2026-11-20" in done("company", "show", "sample metalworks", *here)


@case("delete: hidden, brought back, gone for good from every file")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        done("backup", *here)
        done("company", "delete", "Sample Metalworks", *here)
        assert names(here) == [] and names(here, "--hidden") == ["Sample Metalworks"]
        done("company", "delete", "Sample Metalworks", "--undo", *here)
        assert names(here) == ["Sample Metalworks"]
        done("company", "delete", "Sample Metalworks", "--now", *here)
        for root, _, files in os.walk(folder):
            for name in files:
                with open(os.path.join(root, name), "rb") as file:
                    assert b"Sample Metalworks" not in file.read(), name
        assert "Sample Metalworks" in refused("company", "delete", "Sample Metalworks", *here)


@case("backup and restore: what was there comes back, and what is there becomes a backup")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        backup = done("backup", *here).strip()
        done("company", "delete", "Sample Metalworks", *here)
        done("restore", backup, *here)
        assert names(here) == ["Sample Metalworks"]
        listed = json.loads(done("backup", "--list", "--json", *here))
        assert sorted(one["kind"] for one in listed) == ["before-restore", "manual"]
        assert all(one["bytes"] > 0 for one in listed)
        with open(backup, "r+b") as file:
            file.truncate(5000)
        assert backup in refused("restore", backup, *here)
        assert names(here) == ["Sample Metalworks"]


@case("set: tags, archive and retention, as the list's filters see them")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        done("company", "set", "Sample Metalworks", "--tag", "export", "--tag", "family", *here)
        done("company", "set", "Sample Metalworks", "--untag", "family", "--keep-until", "2020-01-01", *here)
        company = json.loads(done("company", "show", "Sample Metalworks", "--json", *here))
        assert company["tags"] == ["export"] and company["retain_until"] == "2020-01-01", company
        assert names(here, "--tag", "export") == ["Sample Metalworks"] and names(here, "--tag", "family") == []
        assert names(here, "--retention-due") == ["Sample Metalworks"]
        done("company", "set", "Sample Metalworks", "--archive", "--keep-by-setting", *here)
        assert names(here) == [] and names(here, "--archived") == ["Sample Metalworks"]
        assert names(here, "--retention-due", "--archived") == []
        done("company", "set", "Sample Metalworks", "--unarchive", *here)
        assert names(here) == ["Sample Metalworks"]
        refused("company", "set", "Sample Metalworks", "--keep-until", "soon", *here)
        assert cli("company", "set", "x", "--archive", "--unarchive", *here)[0] == 2


@case("contact, meeting, note: added, changed by id, removed, found by the search")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        for kind, fields, change, member in (
                ("contact", ("--name", "Ana Exemplo", "--role", "Owner"), ("--role", "Director"), "role"),
                ("meeting", ("--held-on", "2026-11-02", "--about", "Quick scan"), ("--about", "T0"), "about"),
                ("note", ("--text", "Wants robots", "--author", "Rui"), ("--text", "Wants a robot"), "text")):
            command = ("company", kind, "Sample Metalworks")
            number = done(*command, *fields, *here).strip()
            assert done(*command, "--id", number, *change, *here).strip() == number
            record, = json.loads(done(*command, "--json", *here))
            assert record["id"] == number and record[member] == change[1], record
            assert done(*command, *here).startswith(number + "\t")
            refused(*command, "--id", "no-such", *change, *here)
        person, = json.loads(done("company", "contact", "Sample Metalworks", "--json", *here))
        assert person["name"] == "Ana Exemplo" and person["email"] is None, person
        assert names(here, "--search", "exemplo") == ["Sample Metalworks"]
        assert json.loads(done("company", "show", "Sample Metalworks", "--json", *here))["last_meeting"] == "2026-11-02"
        note, = json.loads(done("company", "note", "Sample Metalworks", "--json", *here))
        assert note["author"] == "Rui" and not note["in_report"] and note["written_on"], note
        done("company", "note", "Sample Metalworks", "--id", note["id"], "--in-report", *here)
        assert json.loads(done("company", "note", "Sample Metalworks", "--json", *here))[0]["in_report"]
        done("company", "contact", "Sample Metalworks", "--remove", person["id"], *here)
        assert done("company", "contact", "Sample Metalworks", *here) == ""
        refused("company", "meeting", "Sample Metalworks", "--held-on", "yesterday", *here)


@case("list: how late an open stage is")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder)
        stage = json.loads(done("stage", "show", "Sample Metalworks", *here))
        done("stage", "set", stage["id"], 'date="2020-01-01"', *here)
        done("stage", "finish", stage["id"], *here)
        company, = json.loads(done("company", "list", "--due", "T1", "--json", *here))["companies"]
        late = datetime.date.today() - datetime.date(2021, 1, 1)
        assert company["due_on"] == "2021-01-01" and abs(company["days_late"] - late.days) <= 1, company


@case("wrong usage, and no workspace, are told apart")
def _():
    with tempfile.TemporaryDirectory() as folder:
        assert cli("company")[0] == 2
        assert cli("company", "list", "--sort", "colour", "--workspace", folder)[0] == 2
        assert cli("company", "list", "--due-by", "soon", "--workspace", folder)[0] == 2
        assert cli("company", "delete", "x", "--now", "--undo", "--workspace", folder)[0] == 2
        refused("company", "list", "--workspace", folder)
        refused("backup", "--workspace", folder)
        assert os.listdir(folder) == []


if __name__ == "__main__":
    main()
