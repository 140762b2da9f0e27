#!/usr/bin/env python3
"""The command as a user meets it: what it prints, how it ends, what it says of bad input.

Arguments: waymark-cli, the data folder.
"""
import copy
import json
import os
import random
import subprocess
import tempfile

from command import CLI, DATA, DAY, SAMPLE, SANITIZED, assess, cli, sample
from tap import Skip, case, main

def refused(text, *expected):
    """The text is refused as a document, with a message that names each expected part."""
    status, out, err = cli("assess", "-", stdin=text if isinstance(text, bytes) else text.encode())
    assert status == 1, (status, err)
    assert out == "", out[:200]
    for part in expected:
        assert part in err, (part, err)
    assert len(err) < 2000, "a message of %d characters" % len(err)


@case("assess: the sample's scores")
def _():
    scores = assess(sample())["scores"]
    assert scores["overall"] == 26.56, scores["overall"]
    assert scores["band"] == "average"
    assert scores["range"] == {"low": 26.56, "high": 26.56}
    assert scores["completeness"] == 100
    assert [d["id"] for d in scores["dimensions"]] == ["strategy", "readiness", "human-centric", "data", "automation",
                                                       "green"]
    assert [q["id"] for q in scores["questions"]][:3] == ["q1-invested", "q1-planned", "q2"]
    assert len(scores["questions"]) == 12


@case("assess: every member of the contract is there")
def _():
    result = assess(sample())
    for member in ("scores", "instruments", "hubs", "clusters", "steps", "services", "standards", "size", "versions"):
        assert member in result, member
    assert len(result["instruments"]) >= 20
    for instrument in result["instruments"]:
        assert instrument["status"] in ("eligible", "not-eligible", "unknown")
        assert instrument["call"] in ("open", "closed", "unknown")
        assert instrument["criteria"], instrument["id"]
        for criterion in instrument["criteria"]:
            assert criterion["text"]
            assert criterion["outcome"] in ("met", "not-met", "unknown")
            assert criterion["basis"] in ("stated", "inferred")
            assert criterion["proof"] in ("none", "computed", "declared", "documented", "confirmed")
    for hub in result["hubs"]:
        assert sum(reason["share"] for reason in hub["reasons"]) == hub["score"]
        assert isinstance(hub["distance_km"], (int, type(None)))
    assert result["hubs"] == sorted(result["hubs"], key=lambda hub: -hub["score"])


T0, T1 = (os.path.join(DATA, "samples", "sample-metalworks-%s.json" % stage) for stage in ("t0", "t1"))


@case("assess: plan, SWOT and readiness of the richest sample")
def _():
    status, out, err = cli("assess", T1, "--json", "--date", DAY)
    assert status == 0, err
    result = json.loads(out)
    plan, swot, readiness = result["plan"], result["swot"], result["readiness"]
    assert sum(weight["share"] for weight in plan["weights"]) == 100
    for action in plan["actions"]:
        assert sum(action["shares"].values()) == action["rank"], action["id"]
    places = {action["id"]: i for i, action in enumerate(plan["actions"])}
    assert all(places[other] < places[action["id"]] for action in plan["actions"] for other in action["after"])
    assert [target["dimension"] for target in plan["targets"]] == [d["id"] for d in result["scores"]["dimensions"]]
    overall = [step["overall"] for step in plan["projection"]]
    assert overall == sorted(overall) and overall[0] >= result["scores"]["overall"]
    assert plan["problems"] == []
    assert list(swot) == ["strengths", "weaknesses", "opportunities", "threats"]
    for entries in swot.values():
        assert 2 <= len(entries) <= 5 and all(entry["text"] and entry["from"] for entry in entries)
    assert readiness["ready"] is True and len(readiness["declarations"]) == 8
    assert readiness["evidence"] == {"counting": 12, "covered": 12, "seen": 11, "percent": 100}
    for finding in readiness["findings"]:
        assert finding["severity"] != "error" and ":" in finding["place"]


@case("compare: text and JSON; the parts add up to the difference")
def _():
    status, out, err = cli("compare", T0, T1, "--date", DAY)
    assert status == 0, err
    assert out.startswith("From 26.56 to 42.80: 16.24 points more"), out[:80]
    assert "Target 70.00 reached" in out and "Staff are regularly informed and trained: not ticked → ticked" in out
    status, out, err = cli("compare", T0, T1, "--date", DAY, "--json")
    assert status == 0, err
    result = json.loads(out)
    hundredths = lambda number: round(number * 100)
    assert hundredths(result["overall"]["difference"]) == 1624
    total = 0
    for dimension in result["dimensions"]:
        assert sum(hundredths(move["points"]) for move in dimension["moves"]) == hundredths(dimension["difference"])
        total += sum(hundredths(move["overall"]) for move in dimension["moves"])
    assert total == 1624
    assert {change["turn"] for change in result["support"]} <= {"possible", "fell-away", "changed"}


@case("compare: another questionnaire is refused with the reason")
def _():
    status, out, err = cli("compare", os.path.join(DATA, "samples", "scan.json"), T1)
    assert status == 1 and out == "" and "different questionnaires" in err, err
    assert cli("compare", T0)[0] == 2
    status, _out, err = cli("compare", "/nowhere.json", T1)
    assert status == 1 and "/nowhere.json" in err, err


@case("assess: the Twin with a low-digital partner is of the sample's kind")
def _():
    status = {i["id"]: i["status"] for i in assess(sample())["instruments"]}
    assert status["single-ae"] != "eligible", "it has a partner"
    assert status["digital-challenge"] == "not-eligible", "it solves nobody's challenge"
    assert status["twin-ae-low-digital"] != "not-eligible", status


@case("assess: a closed call never promises money")
def _():
    for instrument in assess(sample())["instruments"]:
        if instrument["call"] == "closed":
            assert "Fits" not in instrument["verdict"], instrument
            assert not (instrument["money"] or "").lower().startswith("up to"), instrument["money"]


@case("assess: half a document gives an interval, no band")
def _():
    with open(os.path.join(DATA, "samples", "incomplete.json"), encoding="utf-8") as file:
        scores = assess(json.load(file))["scores"]
    assert scores["overall"] is None and scores["band"] is None
    assert 0 <= scores["range"]["low"] < scores["range"]["high"] <= 100
    assert 0 < scores["completeness"] < 100


@case("assess: nearly nothing known is no error")
def _():
    result = assess({"format": "waymark-assessment", "version": 1, "pack": {"id": "dma-sme", "version": "1.0"}})
    assert result["scores"]["completeness"] == 0
    assert result["scores"]["range"] == {"low": 0, "high": 100}
    assert all(i["status"] != "eligible" for i in result["instruments"])


@case("assess: the quick scan is set beside Eurostat's figures")
def _():
    with open(os.path.join(DATA, "samples", "scan.json"), encoding="utf-8") as file:
        result = assess(json.load(file))
    assert result["scores"]["overall"] <= 12
    assert result["benchmark"]


@case("assess: text for people")
def _():
    status, out, err = cli("assess", SAMPLE, "--date", DAY)
    assert status == 0 and err == ""
    for part in ("Sample Metalworks", "26.56", "Kinds of support", "Hubs", "Next steps", "May 2025"):
        assert part in out, part


@case("assess: the same answer twice, and in any locale")
def _():
    first = cli("assess", SAMPLE, "--json", "--date", DAY)
    assert first == cli("assess", SAMPLE, "--json", "--date", DAY)
    for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
        assert first == cli("assess", SAMPLE, "--json", "--date", DAY, LC_ALL=locale), locale


@case("match: the two Portuguese hubs are near the top")
def _():
    status, out, _err = cli("match", SAMPLE, "--top", "10", "--json", "--date", DAY)
    ids = [hub["id"] for hub in json.loads(out)["hubs"]]
    assert status == 0 and len(ids) == 10
    assert "pt-iman-norte-hub" in ids and "pt-produtech-dih-national-platform" in ids, ids


@case("match: --top goes through the whole catalogue")
def _():
    status, out, _err = cli("match", SAMPLE, "--top", "1000", "--json")
    assert status == 0 and len(json.loads(out)["hubs"]) == 454


@case("check: what is bundled is fine")
def _():
    rules = [os.path.join(DATA, "rules", name) for name in os.listdir(os.path.join(DATA, "rules")) if name.endswith(".dmn")]
    packs = [os.path.join(DATA, "packs", name) for name in ("dma-sme.json", "quick-scan.json")]
    samples = [os.path.join(DATA, "samples", name) for name in os.listdir(os.path.join(DATA, "samples"))
               if name.endswith(".json")]
    status, out, err = cli("check", *rules, *packs, *samples)
    assert status == 0, err
    assert out.count("\n") == len(rules) + len(packs) + len(samples)


@case("check: one bad file among good ones")
def _():
    with tempfile.NamedTemporaryFile("w", suffix=".json") as bad:
        bad.write('{"format": "waymark-pack"}')
        bad.flush()
        status, out, err = cli("check", SAMPLE, bad.name)
    assert status == 1 and SAMPLE in out and bad.name in err, (out, err)


@case("batch: one result a line, a bad line does not stop it")
def _():
    good = json.dumps(sample())
    status, out, err = cli("batch", "--date", DAY, stdin=("%s\n{\n\n%s\n" % (good, good)).encode())
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 1, err
    assert [line["line"] for line in lines] == [1, 2, 4]
    assert lines[0]["scores"]["overall"] == 26.56 and "error" in lines[1] and lines[2]["scores"]["overall"] == 26.56
    assert "line 2" in lines[1]["error"]


@case("batch: memory does not grow with the lines")
def _():
    if SANITIZED:
        raise Skip("the sanitizers keep freed memory")
    line = (json.dumps(sample()) + "\n").encode()

    def peak(n):
        with tempfile.NamedTemporaryFile() as file:
            file.write(line * n)
            file.flush()
            process = subprocess.Popen([CLI, "batch", file.name, "--date", DAY], stdout=subprocess.DEVNULL,
                                       env=dict(os.environ, WAYMARK_DATA_DIR=DATA))
            _pid, status, usage = os.wait4(process.pid, 0)
            process.returncode = 0
            assert status == 0
            return usage.ru_maxrss
    few, many = peak(50), peak(1000)
    assert many < few * 1.1, (few, many)


@case("usage: exit 2 and help")
def _():
    assert cli("--help")[0] == 0 and cli("assess", "--help")[0] == 0
    assert "--json" in cli("assess", "--help")[1]
    for wrong in ([], ["no-such-command"], ["assess"], ["assess", "a", "b"], ["assess", "--no-such", "x"],
                  ["assess", SAMPLE, "--date", "yesterday"], ["assess", SAMPLE, "--date", "2026-02-30"],
                  ["match", SAMPLE, "--top", "-1"], ["report", SAMPLE], ["report", SAMPLE, "-o", "x", "--profile", "y"],
                  ["rules", "evil", "x"]):
        status, _out, err = cli(*wrong)
        assert status == 2, (wrong, status, err)


@case("bad input: syntax, each with its place")
def _():
    refused("", "standard input")
    refused("{", "standard input")
    refused("[]", "object")
    refused(b"\xff\xfe{}", "UTF-8")
    refused('{"format": "waymark-assessment", "format": "x"}', "format")
    refused("{'format': 1}", "standard input")
    refused('{"a": 1} // comment', "standard input")
    refused("[" * 100000, "deep")
    refused('{"a":' * 100000, "deep")
    refused('{"format": "waymark-assessment\\u0000"}', "standard input")
    refused('{"format": "waymark-assessment", "version": 1e999}', "standard input")


def broken(path, value):
    """The sample with one member changed; refused with its path named."""
    document = copy.deepcopy(sample())
    place = document
    *parents, last = path
    for parent in parents:
        place = place[parent]
    place[last] = value
    named = "".join("[%d]" % part if isinstance(part, int) else "." + part for part in path)
    refused(json.dumps(document), named[1:])


@case("bad input: meaning, each with its path")
def _():
    broken(["version"], 2)
    broken(["version"], "1")
    broken(["format"], "waymark-pack")
    broken(["company", "name"], 7)
    broken(["company", "name"], "")
    broken(["company", "country"], "Portugal")
    broken(["company", "region"], "ES11")
    broken(["company", "accounts", 0, "staff"], -1)
    broken(["company", "accounts", 0, "turnover_eur"], -0.01)
    broken(["company", "accounts", 0, "turnover_eur"], 1e300)
    broken(["company", "surprise"], True)
    broken(["answers", "q2"], [1, 1])
    broken(["answers", "q2"], ["1"])
    broken(["answers", "q4"], [9, 9, 9, 9, 9, 9, 10])
    broken(["date"], "2026-02-30")
    broken(["company", "name"], "x" * 10001)


@case("bad input: answers outside the questionnaire")
def _():
    for question, answer, part in (("q8", [7], "q8"), ("q12", [1], "q12"), ("q4", [0, 0], "q4"), ("q9", [6, 0, 0, 0, 0], "q9"),
                                   ("q11", [3, 0, 0, 0, 0], "q11"), ("q2", {"invested": [1]}, "q2")):
        document = sample()
        document["answers"][question] = answer
        refused(json.dumps(document), part)
    document = sample()
    document["pack"]["id"] = "no-such-pack"
    refused(json.dumps(document), "no-such-pack")
    document["pack"]["id"] = "../../etc/passwd"
    refused(json.dumps(document), "passwd")


@case("bad input: 100 MB are refused without eating the memory")
def _():
    with tempfile.NamedTemporaryFile(suffix=".json") as huge:
        huge.write(b'{"format": "' + b"x" * (100 * 1024 * 1024) + b'"}')
        huge.flush()
        status, _out, err = cli("assess", huge.name)
        assert status == 1 and huge.name in err, err
        assert len(err) < 1000


@case("bad input: not a file at all")
def _():
    status, _out, err = cli("assess", "/no/such/file.json")
    assert status == 1 and "/no/such/file.json" in err
    status, _out, err = cli("assess", "/")
    assert status == 1 and "/" in err
    status, _out, err = cli("batch", "/no/such/file.jsonl")
    assert status == 1 and "/no/such/file.jsonl" in err


@case("bad input: names with markup, right-to-left, 10,000 characters")
def _():
    for name in ("<b>&amp;</b>", "\u202eשלום\u202c", "م" * 10000, "a\nb", "🏭" * 500):
        document = sample()
        document["company"]["name"] = name
        assess(document)
        status, out, err = cli("assess", "-", stdin=json.dumps(document).encode())
        assert status == 0, err
        assert name in out


@case("bad input: random damage never crashes")
def _():
    generator = random.Random(26)
    text = json.dumps(sample()).encode()
    for _round in range(20 if SANITIZED else 60):
        damaged = bytearray(text)
        for _change in range(generator.randint(1, 4)):
            damaged[generator.randrange(len(damaged))] = generator.randrange(256)
        status, _out, err = cli("assess", "-", stdin=bytes(damaged))
        assert status in (0, 1), (status, err, bytes(damaged))
        assert status == 0 or err


@case("a missing data folder is named")
def _():
    status, _out, err = cli("assess", SAMPLE, WAYMARK_DATA_DIR="/no/such/folder")
    # Beside the build the folder is found all the same; a program without any says where it looked.
    assert status == 0 or "/no/such/folder" in err, err


@case("a full disk under the output is an error")
def _():
    if not os.path.exists("/dev/full"):
        raise Skip("no /dev/full here")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CLI, "batch", "--date", DAY], input=(json.dumps(sample()) + "\n").encode(), stdout=full,
                              stderr=subprocess.PIPE, env=dict(os.environ, WAYMARK_DATA_DIR=DATA), timeout=120)
    assert done.returncode == 1 and done.stderr, done


main()
