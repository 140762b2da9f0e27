#!/usr/bin/env python3
"""Stages and respondents on the command line. Arguments: waymark-cli, the data folder."""
import json
import os
import tempfile

from command import DATA, SAMPLE, assess, cli, sample
from tap import case, main


def written(document):
    handle, path = tempfile.mkstemp(suffix=".json")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(document, file)
    return path


@case("stage start: T1 has suggestions, no answers, and scores nothing")
def _():
    document = dict(sample(), id="the-first", stage="T0", date="2026-11-20")
    out = tempfile.mktemp(suffix=".json")
    status, text, err = cli("stage", "start", written(document), "-o", out, "--date", "2027-11-20")
    assert (status, text, err) == (0, "", ""), (status, text, err)
    with open(out, encoding="utf-8") as file:
        following = json.load(file)
    assert following["stage"] == "T1" and following["previous"] == "the-first" and following["date"] == "2027-11-20"
    assert following["id"] and following["id"] != "the-first"
    assert following["suggestions"] == document["answers"] and "answers" not in following
    assert assess(following)["scores"]["completeness"] == 0


@case("stage start: refusals name the file and the member")
def _():
    path = written(dict(sample(), id="x", stage="T2"))
    status, out, err = cli("stage", "start", path, "-o", path + ".next")
    assert status == 1 and out == "" and path in err and "T2" in err, err
    assert not os.path.exists(path + ".next")
    assert cli("stage", "start", path)[0] == 2
    assert cli("stage", "dance", path)[0] == 2
    assert cli("stage")[0] == 2


@case("stage --help lists the parts")
def _():
    status, out, err = cli("stage", "--help")
    assert status == 0 and err == "" and all(part in out for part in ("start", "spread", "portal", "calendar")), out


@case("stage calendar: the days of the plan, for a calendar program")
def _():
    actions = [{"id": "q8.3", "status": "planned", "due": "2027-03-01", "owner": "Ana Exemplo"},
               {"id": "q8.6", "status": "started"}]
    out = tempfile.mktemp(suffix=".ics")
    path = written(dict(sample(), id="x", plan={"actions": actions}))
    status, text, err = cli("stage", "calendar", path, "-o", out, "--language", "de")
    assert (status, text, err) == (0, "", ""), (status, text, err)
    with open(out, encoding="utf-8", newline="") as file:
        lines = file.read().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines.count("BEGIN:VEVENT") == 1, lines
    assert "DTSTART;VALUE=DATE:20270301" in lines and any("Wer: Ana Exemplo" in line for line in lines), lines
    assert cli("stage", "calendar", path)[0] == 2
    assert cli("stage", "calendar", path, "-o", "/no/such/folder/x.ics")[0] == 1


@case("stage spread: counts and flags, never a name")
def _():
    persons = [{"id": "a", "name": "Maria Silva", "role": "Owner", "submitted_on": "2026-11-20", "answers": {"q2": [1, 2]}},
               {"id": "b", "name": "Rui Costa", "submitted_on": "2026-11-20", "answers": {"q2": [1]}},
               {"id": "c", "answers": {"q2": [9]}}]
    path = written(dict(sample(), respondents=persons))
    status, out, err = cli("stage", "spread", path, "--json")
    assert status == 0 and err == "", err
    result = json.loads(out)
    assert result["persons"] == 2 and result["questions_apart"] == 1, result
    question = [q for q in result["questions"] if q["id"] == "q2"][0]
    assert question["parts"][1] == {"option": 2, "apart": True, "counts": [1, 1]}, question
    assert question["parts"][8]["counts"] == [2, 0]
    for text in (out, cli("stage", "spread", path)[1]):
        assert "Silva" not in text and "Owner" not in text and "Rui" not in text


@case("stage portal: all answers, in order, in another language too")
def _():
    status, out, err = cli("stage", "portal", SAMPLE)
    assert status == 0 and err == "", err
    assert "Sample Metalworks" in out and "(not answered yet)" in out
    places = [out.index("Q%d " % number) for number in range(1, 12)]
    assert places == sorted(places)
    status, german, err = cli("stage", "portal", SAMPLE, "--language", "de")
    assert status == 0 and german != out, err


main()
