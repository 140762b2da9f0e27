#!/usr/bin/env python3
"""Care of the lists on the command line. Arguments: waymark-cli, the data folder."""
import json
import os
import tempfile

from command import DATA, cli
from tap import case, main

HUBS = os.path.join(DATA, "catalogue", "hubs.json")


def newer(change):
    with open(HUBS, encoding="utf-8") as file:
        content = json.load(file)
    content["date"] = "2026-11-01"
    change(content["hubs"])
    path = os.path.join(tempfile.mkdtemp(), "hubs.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file)
    return path


def move_first(hubs):
    hubs[0]["city"] = "Elsewhere"


@case("catalogue diff: the member, its old and its new value")
def _():
    status, out, err = cli("catalogue", "diff", HUBS, newer(move_first), "--json")
    assert (status, err) == (0, ""), err
    changes = json.loads(out)["changes"]
    assert len(changes) == 1 and changes[0]["change"] == "changed", changes
    assert [m["member"] for m in changes[0]["members"]] == ["city"], changes
    assert changes[0]["members"][0]["after"] == "Elsewhere", changes
    assert json.loads(cli("catalogue", "diff", DATA, HUBS, "--json")[1]) == {"changes": []}


@case("catalogue update: shows, takes over, undoes")
def _():
    own = tempfile.mkdtemp()
    path = newer(move_first)
    assert cli("catalogue", "update", path, "--own", own)[0] == 0 and os.listdir(own) == []
    status, out, err = cli("catalogue", "update", path, "--own", own, "--accept", "all")
    assert status == 0 and err == "", err
    assert cli("catalogue", "search", "Elsewhere", "--own", own)[1].startswith("hubs: ")
    assert "Changes: 0" in cli("catalogue", "update", path, "--own", own)[1]
    assert cli("catalogue", "update", "--undo", "--own", own)[0] == 0
    assert not cli("catalogue", "search", "Elsewhere", "--own", own)[1].startswith("hubs: ")


@case("catalogue update: refusals leave the folder as it was")
def _():
    own = tempfile.mkdtemp()
    status, out, err = cli("catalogue", "update", newer(move_first), "--own", own, "--accept", "no-such")
    assert status == 1 and "no-such" in err and os.listdir(own) == [], err

    def spoil(hubs):
        hubs[0]["country"] = "XX"
    status, out, err = cli("catalogue", "update", newer(spoil), "--own", own, "--accept", "all")
    assert status == 1 and "XX" in err and os.listdir(own) == [], (err, os.listdir(own))
    workbook = os.path.join(tempfile.mkdtemp(), "export-edihs.xls")
    with open(workbook, "wb") as file:
        file.write(b"\xd0\xcf\x11\xe0" + bytes(600))
    status, out, err = cli("catalogue", "update", workbook, "--own", own)
    assert status == 1 and "CSV" in err, err
    assert cli("catalogue", "update", "--undo", "--own", own)[0] == 1
    assert cli("catalogue", "update")[0] == 2


@case("catalogue search: hubs, clusters, kinds of support, and the age")
def _():
    status, out, err = cli("catalogue", "search", "produtech", "--own", tempfile.mkdtemp())
    assert status == 0 and "hubs: " in out and "clusters: " in out and "days old" in out, out
    assert "instruments: twin-ae" in cli("catalogue", "search", "twin", "--own", tempfile.mkdtemp())[1]


main()
