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
    german = ("catalogue", "search", "Zwilling", "--kind", "instruments", "--own", tempfile.mkdtemp())
    assert "instruments: change2twin" not in cli(*german)[1]
    assert "instruments: change2twin" in cli(*german, "--language", "de")[1]
    assert cli(*german, "--language", "xx")[0] == 1


def own_file(kind, *records, **head):
    path = os.path.join(tempfile.mkdtemp(), kind + ".json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"format": "waymark-" + kind, "version": 1, **head, kind: list(records)}, file)
    return path


def own_hub(**members):
    hub = {"id": "pt-my-hub", "name": "My Hub", "country": "PT", "region": "PT11", "kind": "dih",
           "services": {"prototyping": 0}, "contact": "Ana, Tuesdays", "source": "visit", **members}
    sources = {"visit": {"address": "https://hub.example/about", "date": "2026-11-20"}}
    return own_file("hubs", hub, date="2026-11-20", sources=sources)


VOUCHER = {"id": "own-voucher", "title": "Regional voucher", "programme": "Norte", "last_verified": "2026-11-20",
           "conditions": ["Seat in Norte"], "deadline": "2027-01-31"}


@case("catalogue add, list, remove: own records, changed by their id, read back as they are")
def _():
    own = ("--own", tempfile.mkdtemp())
    assert cli("catalogue", "list", *own) == (0, "", "")
    assert cli("catalogue", "add", own_hub(), *own) == (0, "pt-my-hub\n", "")
    assert cli("catalogue", "add", own_file("instruments", VOUCHER), *own)[1] == "own-voucher\n"
    assert cli("catalogue", "list", *own)[1].splitlines() == ["hubs: pt-my-hub: My Hub",
                                                              "instruments: own-voucher: Regional voucher"]
    assert "My Hub" in cli("catalogue", "search", "--only-own", "--kind", "hubs", *own)[1]
    status, out, err = cli("catalogue", "add", own_hub(name="Our Hub"), *own)
    assert status == 0, err
    kept = json.loads(cli("catalogue", "list", "--kind", "hubs", "--json", *own)[1])
    assert len(kept["hubs"]) == 1 and kept["hubs"][0]["name"] == "Our Hub" and kept["hubs"][0]["contact"] == "Ana, Tuesdays"
    again = os.path.join(tempfile.mkdtemp(), "hubs.json")
    with open(again, "w", encoding="utf-8") as file:
        json.dump(kept, file)
    other = ("--own", tempfile.mkdtemp())
    assert cli("catalogue", "add", again, *other)[0] == 0
    assert json.loads(cli("catalogue", "list", "--kind", "hubs", "--json", *other)[1]) == kept
    assert cli("catalogue", "remove", "pt-my-hub", *own) == (0, "", "")
    assert cli("catalogue", "remove", "own-voucher", *own) == (0, "", "")
    assert cli("catalogue", "list", *own)[1] == ""
    assert cli("catalogue", "remove", "own-voucher", *own)[0] == 1
    assert cli("catalogue", "list", "--json", *own)[0] == 2 and cli("catalogue", "list", "--kind", "x", *own)[0] == 2


@case("catalogue contact: stands beside a hub of the catalogue, and goes again")
def _():
    own = ("--own", tempfile.mkdtemp())
    with open(HUBS, encoding="utf-8") as file:
        hub = json.load(file)["hubs"][0]
    assert cli("catalogue", "contact", hub["id"], "Ana Reis, 253", *own) == (0, "", "")
    with open(os.path.join(own[1], "contacts.json"), encoding="utf-8") as file:
        assert json.load(file)["contacts"] == {hub["id"]: "Ana Reis, 253"}
    assert cli("catalogue", "contact", hub["id"], "", *own) == (0, "", "")
    with open(os.path.join(own[1], "contacts.json"), encoding="utf-8") as file:
        assert json.load(file)["contacts"] == {}
    status, out, err = cli("catalogue", "contact", "no-hub", "Ana", *own)
    assert status == 1 and out == "" and "no-hub" in err, err
    assert cli("catalogue", "contact", hub["id"], *own)[0] == 2


@case("catalogue add: what the form refuses is refused with its place, and nothing changes")
def _():
    own = tempfile.mkdtemp()
    assert cli("catalogue", "add", own_hub(), "--own", own)[0] == 0
    with open(os.path.join(own, "catalogue", "hubs.json"), "rb") as file:
        before = file.read()
    with open(HUBS, encoding="utf-8") as file:
        bundled = json.load(file)["hubs"][0]["id"]
    for path, expected in ((own_hub(id="b", country="XX"), "country"), (own_hub(id="b", services={"dance": 0}), "dance"),
                           (own_hub(id="b", fax="1"), "fax"), (own_hub(id=bundled), bundled),
                           (own_file("instruments", dict(VOUCHER, deadline="soon")), "deadline"),
                           (os.path.join(DATA, "catalogue", "clusters.json"), "clusters")):
        status, out, err = cli("catalogue", "add", path, "--own", own)
        assert status == 1 and out == "" and expected in err and path in err, (path, err)
        assert "/waymark-" not in err, err
    with open(os.path.join(own, "catalogue", "hubs.json"), "rb") as file:
        assert file.read() == before
    assert os.listdir(os.path.join(own, "catalogue")) == ["hubs.json"]


main()
