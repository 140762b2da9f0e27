#!/usr/bin/env python3
"""company, backup and restore: the workspace without a window.

Arguments: waymark-cli, the data folder.
"""
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
