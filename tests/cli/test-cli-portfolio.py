#!/usr/bin/env python3
"""portfolio: all companies of a workspace, what may leave the hub, and who could apply with whom.

Arguments: waymark-cli, the data folder.
"""
import copy
import csv
import io
import json
import os
import tempfile
import uuid
import zipfile

from command import cli, sample
from tap import case, main


def done(*arguments):
    status, out, err = cli(*arguments)
    assert status == 0, err
    return out


def client(name, country="PT", region="PT11", technologies=("cps", "robotics"), staff=24, sector="metalworking", stage="T0"):
    """The sample company under another name, without its partner."""
    document = copy.deepcopy(sample())
    document["id"] = str(uuid.uuid4())
    document["stage"] = stage
    company, project = document["company"], document["project"]
    company.update(name=name, country=country, region=region, sectors=[sector])
    for account in company["accounts"]:
        account["staff"] = staff
    project["technologies"] = list(technologies)
    project.pop("partners", None)
    document.pop("previous", None)
    return document


def workspace(folder, documents):
    for number, document in enumerate(documents):
        path = os.path.join(folder, "document-%d.json" % number)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file)
        done("import", path, "--workspace", folder)
    return ("--workspace", folder)


PAIR = [client("Porto Robots"), client("Vigo Sensors", "ES", "ES11", ("iot",)), client("Braga Robots", technologies=("robotics",)),
        client("Food Works", sector="food", staff=5)]


@case("portfolio: counted, filtered, as text, JSON and CSV")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder, PAIR)
        figures = json.loads(done("portfolio", "--json", *here))
        assert figures["companies"] == 4 and figures["scored"] == 4 and figures["left_out"] == 0, figures
        rows = list(csv.reader(io.StringIO(done("portfolio", "--csv", *here))))
        assert rows[0][0] == "Company" and len(rows) == 5, rows
        assert [row[0] for row in rows[1:]] == ["Braga Robots", "Food Works", "Porto Robots", "Vigo Sensors"]
        assert json.loads(done("portfolio", "--json", "--sector", "food", *here))["companies"] == 1
        assert json.loads(done("portfolio", "--json", "--country", "ES", *here))["companies"] == 1
        assert "Where they stand" in done("portfolio", *here)


@case("portfolio demand: the same rules as for one company")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder, PAIR)
        demand = json.loads(done("portfolio", "demand", "--json", *here))["demand"]
        assert demand["companies"] == 4
        for row in demand["instruments"]:
            assert row["eligible"] + row["unknown"] + row["not_eligible"] == 4, row
        alone = {i["id"]: i["status"] for i in json.loads(done("assess", os.path.join(folder, "document-1.json"), "--json"))["instruments"]}
        one = json.loads(done("portfolio", "demand", "--json", "--search", "Vigo", *here))["demand"]
        for row in one["instruments"]:
            assert row[alone[row["id"]].replace("-", "_")] == 1, (row, alone[row["id"]])
        assert {"id": "robotics", "companies": 3} in demand["wishes"], demand["wishes"]
        assert "Kinds of support" in done("portfolio", "demand", *here)


@case("portfolio partners: another country, and something the other lacks")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder, PAIR)
        pairs = json.loads(done("portfolio", "partners", "Vigo Sensors", "--json", *here))["pairs"]
        assert pairs, "nobody"
        for pair in pairs:
            assert "Vigo Sensors" in (pair["first"]["name"], pair["second"]["name"])
            assert pair["status"] != "not-eligible" and pair["instrument"] == "twin-ae"
            assert any("Portugal" in reason for reason in pair["reasons"])
            assert pair["criteria"]
        assert "Pairs: " in done("portfolio", "partners", *here)
        assert cli("portfolio", "partners", "Nobody", *here)[0] == 1


@case("portfolio aggregate: small groups stay, nothing leaves without an entry")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder, [client("Firm %d" % i, sector="metalworking" if i < 7 else "food") for i in range(9)])
        out = os.path.join(folder, "out.json")
        assert cli("portfolio", "aggregate", "-o", out, "--threshold", "4", *here)[0] == 2
        assert cli("portfolio", "aggregate", "-o", out, "--rows", "size", *here)[0] == 2
        assert cli("portfolio", "aggregate", *here)[0] == 2
        assert json.loads(done("portfolio", "aggregate", "--log", "--json", *here)) == []
        done("portfolio", "aggregate", "-o", out, "--threshold", "6", *here)
        with open(out, encoding="utf-8") as file:
            text = file.read()
        assert "Firm" not in text
        for cell in json.loads(text)["cells"]:
            assert cell["suppressed"] or cell["companies"] == 0 or cell["companies"] % 5 == 0, cell
            assert cell["row"] != "food" or cell["suppressed"] or cell["companies"] == 0, cell
        log = json.loads(done("portfolio", "aggregate", "--log", "--json", *here))
        assert [(entry["file"], entry["threshold"], entry["companies"]) for entry in log] == [("out.json", 6, 9)], log
        done("portfolio", "aggregate", "-o", os.path.join(folder, "out.ods"), *here)
        with zipfile.ZipFile(os.path.join(folder, "out.ods")) as package:
            assert b"Firm" not in package.read("content.xml")
        assert cli("portfolio", "aggregate", "-o", os.path.join(folder, "out.txt"), *here)[0] == 1
        assert len(json.loads(done("portfolio", "aggregate", "--log", "--json", *here))) == 3


@case("wrong usage is told")
def _():
    with tempfile.TemporaryDirectory() as folder:
        here = workspace(folder, PAIR[:1])
        assert cli("portfolio", "--stage", "T7", *here)[0] == 2
        assert cli("portfolio", "--json", "--csv", *here)[0] == 2
        assert cli("portfolio", "colours", *here)[0] == 2


main()
