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


@case("rules eval: one decision, and what is still possible")
def _():
    model = os.path.join(DATA, "rules", "maturity-bands.dmn")
    status, _out, err = cli("rules", "eval", model)
    assert status == 2 and "--decision" in err
    decision = err.split("“")[1].split("”")[0]
    status, out, err = cli("rules", "eval", model, "--decision", decision, "--explain", "--json")
    assert status == 0, err
    result = json.loads(out)
    assert result["settled"] is False and len(result["outcomes"]) > 1
    assert result["rules"] and result["rules"][0]["cells"]


@case("rules eval: each failed cell with its value, test and distance")
def _():
    decision = cli("rules", "eval", BANDS)[2].split("“")[1].split("”")[0]
    arguments = ("rules", "eval", BANDS, "--decision", decision, "--explain", "--input", '{"overall score": 26.56}')
    status, out, err = cli(*arguments, "--json")
    assert status == 0, err
    failed = [c for rule in json.loads(out)["rules"] for c in rule["cells"] if c["state"] == "not-met"]
    assert failed and all(c["value"] == 26.56 and "bound" in c and c["gap"] > 0 for c in failed), failed
    assert "26.56: 1.56 too much" in cli(*arguments)[1]


EXPLAINED = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="urn:m">
  <inputData id="s" name="score"><variable name="score" typeRef="number"/></inputData>
  <inputData id="p" name="place"><variable name="place" typeRef="string"/></inputData>
  <inputData id="o" name="on"><variable name="on" typeRef="date"/></inputData>
  <decision id="b" name="band"><variable name="band"/>
    <informationRequirement><requiredInput href="#s"/></informationRequirement>
    <decisionTable hitPolicy="UNIQUE"><input><inputExpression typeRef="number"><text>score</text></inputExpression></input>
    <output name="band"/>
    <rule><inputEntry><text>&lt; 25</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
    <rule><inputEntry><text>&gt;= 25</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
    </decisionTable></decision>
  <decision id="d" name="voucher"><variable name="voucher"/>
    <informationRequirement><requiredDecision href="#b"/></informationRequirement>
    <informationRequirement><requiredInput href="#p"/></informationRequirement>
    <informationRequirement><requiredInput href="#o"/></informationRequirement>
    <decisionTable hitPolicy="FIRST">
    <input><inputExpression typeRef="string"><text>band</text></inputExpression></input>
    <input><inputExpression typeRef="string"><text>place</text></inputExpression></input>
    <input><inputExpression typeRef="date"><text>on</text></inputExpression></input>
    <output name="outcome"/>
    <rule><inputEntry><text>"low"</text></inputEntry><inputEntry><text>-</text></inputEntry>
      <inputEntry><text>-</text></inputEntry><outputEntry><text>"yes"</text></outputEntry></rule>
    <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>"north"</text></inputEntry>
      <inputEntry><text>&lt;= date("2027-01-01")</text></inputEntry><outputEntry><text>"yes"</text></outputEntry></rule>
    <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>"island"</text></inputEntry>
      <inputEntry><text>-</text></inputEntry><outputEntry><text>"perhaps"</text></outputEntry></rule>
    <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry>
      <inputEntry><text>-</text></inputEntry><outputEntry><text>"no"</text></outputEntry></rule>
    </decisionTable></decision>
  <decision id="n" name="holes"><variable name="holes"/>
    <informationRequirement><requiredInput href="#s"/></informationRequirement>
    <literalExpression><text>{a: [1, score / 0]}</text></literalExpression></decision>
</definitions>"""


def explained(decision, given, *more):
    with tempfile.NamedTemporaryFile("w", suffix=".dmn") as model:
        model.write(EXPLAINED)
        model.flush()
        status, out, err = cli("rules", "eval", model.name, "--decision", decision, "--input", json.dumps(given), *more)
    return status, out, err


FAR = {"score": 26.56, "place": "north", "on": "2027-01-11"}


@case("rules eval: why not, the nearest rules and the smallest changes, through required decisions")
def _():
    status, out, err = explained("voucher", FAR, "--explain", "--json")
    assert status == 0, err
    result = json.loads(out)
    assert result["settled"] and result["exact"] and result["outcomes"] == ["no"], result
    assert [rule["decides"] for rule in result["rules"]] == [False, False, False, True]
    yes, perhaps = result["why_not"]
    assert (yes["wanted"], yes["possible"], yes["already"], yes["truncated"]) == ("yes", False, False, False)
    assert [rule["rule"] for rule in yes["nearest"]] == [1, 2], yes["nearest"]
    assert yes["nearest"][1]["cells"] == [
        {"column": "on", "test": '<= date("2027-01-01")', "state": "not-met", "value": "2027-01-11", "gap": 10,
         "bound": "2027-01-01", "bound_included": True}], yes["nearest"][1]
    assert yes["changes"] == [[{"input": "score", "kind": "below", "value": 25}],
                              [{"input": "on", "kind": "at-most", "value": "2027-01-01"}]], yes["changes"]
    assert perhaps["changes"] == [[{"input": "place", "kind": "value", "value": "island"}]], perhaps
    band, = result["required"]
    assert band["decision"] == "band" and band["outcomes"] == ["high"]
    assert band["rules"][0]["cells"][0]["gap"] == 1.56
    _status, out, _err = explained("voucher", FAR, "--explain")
    assert out.startswith('"no"\n'), out
    for line in ('band, by the table with hit policy UNIQUE', 'Why not "yes"?', "    - score: less than 25",
                 '      not met  on: <= date("2027-01-01") (date("2027-01-11"): too late by 10 days)',
                 '    - on: date("2027-01-01") or before', '    - place: "island"', "  rule 4, \"no\": met, decides"):
        assert line + "\n" in out, (line, out)


@case("rules eval: one wanted result, and only what can change")
def _():
    arguments = ("--explain", "--json", "--wanted", "yes", "--changeable", "place, on")
    status, out, err = explained("voucher", FAR, *arguments)
    assert status == 0, err
    only, = json.loads(out)["why_not"]
    assert only["changes"] == [[{"input": "on", "kind": "at-most", "value": "2027-01-01"}]], only
    status, out, _err = explained("voucher", FAR, "--explain", "--json", "--wanted", "no")
    assert json.loads(out)["why_not"][0]["already"] is True
    status, out, _err = explained("voucher", FAR, "--explain", "--wanted", "never")
    assert "no change of these inputs brings it about" in out, out
    status, _out, err = explained("voucher", FAR, "--explain", "--changeable", "moon")
    assert status == 1 and "moon" in err, err
    status, _out, err = explained("voucher", FAR, "--explain", "--output", "moon")
    assert status == 1 and "moon" in err, err
    status, _out, err = explained("voucher", FAR, "--wanted", "yes")
    assert status == 2 and "--explain" in err, err


@case("rules eval: what is unknown, what would settle it, what is surely so")
def _():
    status, out, err = explained("voucher", {"score": {"low": 20, "high": 24}}, "--explain", "--json")
    assert status == 0, err
    result = json.loads(out)
    assert result["settled"] and result["outcomes"] == ["yes"] and result["settled_by"] == []
    assert result["required"][0]["rules"][0]["cells"][0]["within"] == "[20..24]", result["required"]
    status, out, err = explained("voucher", {"score": {"low": 20, "high": 30}, "place": "south"}, "--explain", "--json")
    result = json.loads(out)
    assert not result["settled"] and sorted(result["outcomes"]) == ["no", "yes"]
    assert result["settled_by"] == ["score"]
    wanted = {one["wanted"]: one for one in result["why_not"]}
    assert wanted["yes"]["possible"] and not wanted["perhaps"]["possible"]
    assert [{"input": "score", "kind": "below", "value": 25}] in wanted["yes"]["changes"], wanted["yes"]


@case("rules eval: each null inside a result says why")
def _():
    status, out, err = explained("holes", {"score": 1}, "--explain", "--json")
    assert status == 0, err
    null, = json.loads(out)["nulls"]
    assert null["path"] == ".a[2]" and null["reason"], null
    status, out, err = explained("holes", {"score": 1}, "--json")
    assert json.loads(out)["nulls"] == [null], out
    status, out, err = explained("holes", {"score": 1})
    assert "null at .a[2] because " + null["reason"] in err, err
    status, out, err = explained("holes", {"score": 1}, "--explain")
    assert "null at .a[2] because " + null["reason"] in out, out


@case("rules test: the kit's own form, each case")
def _():
    model = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="urn:m">
      <decision id="d" name="d"><variable name="d"/><literalExpression><text>1 / 3</text></literalExpression>
      </decision></definitions>"""
    test = """<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
      <modelName>m.dmn</modelName>
      <testCase id="near"><resultNode name="d"><expected><value xsi:type="xsd:decimal">0.333333333</value></expected>
      </resultNode></testCase>
      <testCase id="null"><resultNode name="d" errorResult="true"><expected><value xsi:nil="true"/></expected></resultNode></testCase>
      <testCase id="service" type="decisionService" invocableName="s"><resultNode name="s"><expected>
      <value xsi:type="xsd:decimal">2</value></expected></resultNode></testCase>
      <testCase id="odd" type="oracle"><resultNode name="d"><expected><value xsi:type="xsd:decimal">2</value></expected>
      </resultNode></testCase>
      </testCases>"""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("m.dmn", model), ("m-test-01.xml", test)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        csv = os.path.join(folder, "out.csv")
        status, out, err = cli("rules", "test", folder, "--all", "--csv", csv)
        assert status == 1 and err == "", err
        assert "case near: passed within 1e-8" in out and "case null: expected null" in out, out
        assert "case service: expected 2, found the model has no knowledge model or decision service “s”" in out, out
        assert "case odd: cases of type “oracle” are not supported" in out, out
        assert "Of the 3 cases that do not expect null 1 passed\n" in out, out
        assert "Of the 1 cases that ask for an error 0 passed by giving null, 0 by telling the error\n" in out, out
        assert out.endswith("1 of the failed need what is not supported, and are refused by name\n1 passed, 3 failed\n"), out
        with open(csv, encoding="utf-8") as file:
            lines = file.read().splitlines()
        assert len(lines) == 4 and '"m-test-01.xml","near","SUCCESS",""' in lines[0], lines
        assert '"null","ERROR","expected null' in lines[1], lines


@case("rules eval: bad input is refused with its place")
def _():
    model = os.path.join(DATA, "rules", "maturity-bands.dmn")
    decision = cli("rules", "eval", model)[2].split("“")[1].split("”")[0]
    status, _out, err = cli("rules", "eval", model, "--decision", decision, "--input", '{"no such": 1}')
    assert status == 1 and "no such" in err, err
    status, _out, err = cli("rules", "eval", model, "--decision", decision, "--input", "{")
    assert status == 1 and "--input" in err, err
    status, _out, err = cli("rules", "eval", "/nowhere.dmn", "--decision", decision)
    assert status == 1 and "/nowhere.dmn" in err, err


def own_rules():
    folder = os.path.join(DATA, "rules")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".dmn")]


def edited(model, old, new):
    """A copy of a model with one text in the place of another."""
    with open(model, encoding="utf-8") as source:
        text = source.read()
    assert old in text, old
    copy_file = tempfile.NamedTemporaryFile("w", suffix=".dmn", encoding="utf-8")
    copy_file.write(text.replace(old, new, 1))
    copy_file.flush()
    return copy_file


def cases(*lines):
    file = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")
    file.write("".join(line + "\n" for line in lines))
    file.flush()
    return file


BANDS = os.path.join(DATA, "rules", "maturity-bands.dmn")


@case("rules check: our own pass, or say why not")
def _():
    for model in own_rules():
        status, out, err = cli("rules", "check", model, "--json")
        assert status == 0, (model, out, err)
        result = json.loads(out)
        assert result["passed"] and not result["truncated"]
        for finding in result["findings"]:
            assert finding["accepted"], (model, finding)


@case("rules check: a gap and an overlap, with an example")
def _():
    with edited(BANDS, "(25..50]", "[25..49]") as model:
        status, out, err = cli("rules", "check", model.name, "--json")
        assert status == 1 and err == "", err
        gap, overlap = sorted(json.loads(out)["findings"], key=lambda finding: finding["kind"])
        assert gap["kind"] == "gap" and gap["region"][0]["test"] == "(49..50]"
        assert 49 < gap["region"][0]["example"] <= 50
        assert overlap["kind"] == "overlap" and (overlap["rule"], overlap["other_rule"]) == (1, 2)
        assert overlap["region"][0]["test"] == "25"
        status, out, _err = cli("rules", "check", model.name)
        assert status == 1 and "(49..50]" in out and "rules 1 and 2" in out, out
    assert cli("rules", "check", "/nowhere.dmn")[0] == 1
    assert cli("rules", "check")[0] == 2


@case("rules cover: counts and bad cases")
def _():
    with cases('{"overall score": 10}', "", '{"overall score": 30}', '{"overall score": 31.5}') as file:
        status, out, err = cli("rules", "cover", BANDS, "--inputs", file.name, "--json")
        assert status == 0, err
        result = json.loads(out)
        assert result["cases"] == 3
        assert [rule["decided"] for rule in result["tables"][0]["rules"]] == [1, 2, 0, 0]
        status, out, _err = cli("rules", "cover", BANDS, "--inputs", file.name)
        assert status == 0 and "never met" in out
    with cases('{"overall score": 10}', '{"overall": 30}') as file:
        status, out, err = cli("rules", "cover", BANDS, "--inputs", file.name)
        assert status == 1 and out == "" and file.name + ":2" in err and "overall" in err, err
    with cases('{"overall score": {"low": 1, "high": 2}}') as file:
        status, _out, err = cli("rules", "cover", BANDS, "--inputs", file.name)
        assert status == 1 and ":1" in err and "interval" in err, err
    assert cli("rules", "cover", BANDS)[0] == 2


@case("rules diff: what an edit changes")
def _():
    with cases(*('{"overall score": %d}' % score for score in range(20, 35))) as file:
        with edited(BANDS, "[0..25]", "[0..30]") as half, edited(half.name, "(25..50]", "(30..50]") as model:
            status, out, err = cli("rules", "diff", BANDS, model.name, "--inputs", file.name, "--json")
            assert status == 0, err
            result = json.loads(out)
            assert result["cases"] == 15 and result["changed"] == 5
            assert [difference["case"] for difference in result["differences"]] == [7, 8, 9, 10, 11]
            assert result["differences"][0]["old"] == "average" and result["differences"][0]["new"] == "basic"
            status, out, _err = cli("rules", "diff", BANDS, model.name, "--inputs", file.name)
            assert status == 0 and out.endswith("5 of 15 cases changed\n"), out
        assert json.loads(cli("rules", "diff", BANDS, BANDS, "--inputs", file.name, "--json")[1])["changed"] == 0


@case("rules convert: there and back")
def _():
    with tempfile.TemporaryDirectory() as folder:
        newer, older = os.path.join(folder, "15.dmn"), os.path.join(folder, "13.dmn")
        assert cli("rules", "convert", BANDS, "-o", newer, "--to", "1.5") == (0, "", "")
        with open(newer, encoding="utf-8") as file:
            assert "DMN/20230324/MODEL/" in file.read()
        assert cli("rules", "convert", newer, "-o", older) == (0, "", "")
        assert cli("rules", "check", older)[0] == 0
        status, _out, err = cli("rules", "convert", BANDS, "-o", newer, "--to", "2.0")
        assert status == 2 and "2.0" in err
        assert cli("rules", "convert", BANDS)[0] == 2
        status, _out, err = cli("rules", "convert", SAMPLE, "-o", newer)
        assert status == 1 and "not XML" in err, err


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
