#!/usr/bin/env python3
"""The rules commands as authors meet them: evaluating, explaining, checking, covering, comparing, converting, the kit.

Arguments: waymark-cli, the data folder.
"""
import json
import os
import tempfile
from pathlib import Path

from command import DATA, SAMPLE, cli
from tap import case, main

MODELS = Path(__file__).resolve().parent.parent / "dmn" / "data"


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


@case("rules convert: what editors write becomes 1.3 and decides the same")
def _():
    asked = {"kie-1.2": {"parcel": {"Gross Weight": 0.5, "country": "next door"}}}
    for path in sorted((MODELS / "vendor").glob("*.dmn")):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "out.dmn")
            assert cli("rules", "convert", str(path), "-o", out) == (0, "", ""), path
            with open(out, encoding="utf-8") as file:
                text = file.read()
            assert '="https://www.omg.org/spec/DMN/20191111/MODEL/"' in text, path
            assert "<!-- the shop's table for parcels -->" in text, path
            given = json.dumps(asked.get(path.stem, {"weight": 0.5, "country": "next door"}))
            for model in (str(path), out):
                for decision, wanted in (("service", '"letter"\n'), ("days", "1\n")):
                    found = cli("rules", "eval", model, "--decision", decision, "--input", given)
                    assert found == (0, wanted, ""), (model, found)


# What each model of tests/dmn/data/check shows: the kind of its findings, what text and JSON say of the first one.
FINDINGS = {
    "gap": ("no rule covers age: [60..65); day: not(\"sunday\")\n    for example age: 60; day: \"sunday!\"\n",
            {"kind": "gap", "decision": "ticket", "line": 6, "certain": True, "accepted": None, "region": [
                {"column": "age", "test": "[60..65)", "example": 60},
                {"column": "day", "test": "not(\"sunday\")", "example": "sunday!"}]}),
    "uncertain": ("no rule covers age: not(modulo(?, 2) = 0)\n    perhaps only: ", {"kind": "gap", "certain": False}),
    "overlap": ("rules 1 and 2 both match at age: 18\n", {"kind": "overlap", "rule": 1, "other_rule": 2, "line": 11}),
    "conflict-any": ("rules 1 and 2 contradict each other at age: < 18; day: \"sunday\"\n    for example age: 17; ",
                     {"kind": "conflict", "rule": 1, "other_rule": 2, "line": 14}),
    "conflict-priority": ("rules 1 and 2 contradict each other at age: [10..12]\n",
                          {"kind": "conflict", "rule": 1, "other_rule": 2}),
    "dead": ("rule 1 can never match\n", {"kind": "dead", "rule": 1, "line": 11}),
    "shadowed": ("rule 2 never decides: where it matches, others such as rule 1 come first\n",
                 {"kind": "shadowed", "rule": 2, "other_rule": 1}),
    "unreachable": ("no rule gives the output \"free\"\n", {"kind": "unreachable", "value": "free"}),
    "unused-input": ("nothing uses the input “spare”\n", {"kind": "unused", "input": "spare"}),
    "unused-column": ("the column “day” tests nothing\n", {"kind": "unused", "column": "day"}),
    "type-column": ("the column “age” is of another type than what it asks for\n", {"kind": "type", "column": "age"}),
    "type-result": ("rule 1 gives \"half\", which is not of the decision's type\n", {"kind": "type", "rule": 1}),
    "unchecked": ("not checked: the cells of “age” cannot be cut into values\n", {"kind": "unchecked", "column": "age"}),
}


@case("rules check: each kind of finding by its name, in words and in JSON")
def _():
    assert {path.stem for path in (MODELS / "check").glob("*.dmn")} == set(FINDINGS)
    for name, (words, wanted) in FINDINGS.items():
        model = str(MODELS / "check" / (name + ".dmn"))
        status, out, err = cli("rules", "check", model)
        place = "" if "input" in wanted else ": “ticket”"
        assert (status, err) == (1, ""), (name, err)
        assert out.startswith(model) and "%s: %s" % (place, words) in out, (name, out)
        status, out, err = cli("rules", "check", model, "--json")
        result = json.loads(out)
        assert (status, err, result["passed"], result["truncated"]) == (1, "", False, False), (name, result)
        found = result["findings"][0]
        for member, value in wanted.items():
            assert found[member] == value, (name, member, found)


main()
