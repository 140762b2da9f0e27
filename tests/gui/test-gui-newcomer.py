# SPDX-License-Identifier: GPL-3.0-or-later
"""A newcomer's whole way, from the empty home to a saved report, by keyboard: what the window shows is compared with
what the command says about the same answers, and the report's text is read back from the file."""
import json
import os

from waymark import SAMPLE, SOURCE, Cases, check, check_equal, command, pdf_text, save_as

with open(SAMPLE, encoding="utf-8") as file:
    ANSWERS = json.load(file)["answers"]


def to_option(window, option, last):
    """Ticks by its key, or from the option before it by the arrows."""
    if option <= 9:
        window.key(str(option))
        return
    window.key(*["Down"] * (option - last), "space")


def tick(window, options):
    if not options:
        window.key("0")
    last = 0
    for option in options:
        to_option(window, option, last)
        last = option


def answer(window, answers):
    """One question, as its answer is written in a document."""
    if isinstance(answers, dict):
        tick(window, answers["invested"])
        window.key("Right")
        tick(window, answers["planned"])
    elif len(answers) > 4 and 0 in answers or None in answers:
        for level in answers:
            window.key(str(level))
    else:
        tick(window, answers)


def search(window, button, words):
    """Types into the list that a button opens."""
    before = {field.path for field in window.find_all("field")}
    window.press("button", part=button)
    window.wait(lambda: {field.path for field in window.find_all("field")} - before, "the search field")
    window.type(words)


def choose(window, button, words, chosen):
    """From a list that opens: type a few letters, Enter takes the first."""
    search(window, button, words)
    window.find(name=chosen)
    window.key("Return")


def case_empty_home(cases):
    """an empty home offers three ways to begin"""
    window = cases.open()
    for name in ("Quick scan", "New assessment", "Try the sample company"):
        window.find("button", name)
    cases.picture("01-home-empty")
    window.press("button", "New assessment")
    window.find(name="Who you are")


def case_company(cases):
    """the company is four facts"""
    window = cases.window
    name = window.find("field", "Name")
    name.focus()
    window.type("Newcomer & Sons")
    window.find("frame", part="Newcomer & Sons")
    search(window, "Place: not chosen", "no such town")
    window.find("button", "Show everything")
    window.key("Escape")
    window.until_gone("button", "Show everything")
    choose(window, "Place: not chosen", "Guimar", "Norte")
    window.find("button", part="Place: Norte")
    choose(window, "Add: Trade", "metal", "Metalworking and industrial production")
    window.find("field", part="People").focus()
    window.type("24")
    window.saved()
    cases.picture("02-company")


def case_questions(cases):
    """all eleven questions by keyboard"""
    window = cases.window
    window.go("questions")
    titles = {question["id"]: question["title"] for question in questions()}
    for number, (question, answers) in enumerate(ANSWERS.items(), 1):
        window.find(name=titles[question])
        answer(window, answers)
        cases.picture(f"03-question-{number:02}")
        window.key("Return")
    window.find("list item", part="Questions, 11 of 11 answered")


def questions():
    path = os.path.join(SOURCE, "data/packs/dma-sme.json")
    with open(path, encoding="utf-8") as file:
        return json.load(file)["questions"]


def case_same_answers(cases):
    """a copy of the document holds what was typed, and the command scores it"""
    window = cases.window
    path = os.path.join(cases.home.documents, "copy.json")
    window.key("ctrl+s")
    save_as(window, path)
    window.wait(lambda: os.path.exists(path), "the copy")
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    check_equal(document["answers"], ANSWERS, "the answers")
    company = document["company"]
    check_equal((company["name"], company["country"], company["region"]), ("Newcomer & Sons", "PT", "PT11"), "the company")
    check_equal(company["accounts"][0]["staff"], 24, "the people")
    cases.model = command("assess", path)
    check_equal(cases.model["scores"]["overall"], 26.56, "the command's score")


def case_results(cases):
    """the results are what the command says"""
    window = cases.window
    window.go("results")
    scores = cases.model["scores"]
    window.find("list item", part="Results, score 27")
    window.wait(lambda: f"{scores['overall']:.2f}" in window.words(), "the score")
    words = window.words()
    for dimension in scores["dimensions"]:
        check(f"{dimension['score']:.2f}" in words, f"the score of {dimension['id']} is not shown")
    cases.picture("04-results")


def case_support(cases):
    """kinds of support and the first hubs are those of the command"""
    window = cases.window
    window.go("support")
    hub = cases.model["hubs"][0]["name"]
    window.wait(lambda: hub in window.words(), f"the hub {hub}")
    cases.picture("05-support")


def case_plan(cases):
    """the plan names the first step"""
    window = cases.window
    window.go("plan")
    step = cases.model["steps"][0]["title"]
    window.wait(lambda: step in window.words(), f"the step “{step}”")
    cases.picture("06-plan")


def case_report(cases):
    """the report is shown, saved, and its text is the model's"""
    window = cases.window
    window.go("report")
    sheet = window.find("image", part="Page 1 of")
    check("Newcomer & Sons" in sheet.description, "the first page, as it is read out, does not name the company")
    cases.picture("07-report")
    path = os.path.join(cases.home.documents, "report.pdf")
    window.press("button", part="Save PDF")
    save_as(window, path)
    window.find(part="Saved: " + path)
    cases.picture("08-report-saved")
    text = pdf_text(path)
    scores = cases.model["scores"]
    for value in [scores["overall"]] + [dimension["score"] for dimension in scores["dimensions"]]:
        check(f"{value:.2f}" in text, f"{value:.2f} does not stand in the report")
    for hub in cases.model["hubs"][:3]:
        first_words = " ".join(hub["name"].split()[:2])
        check(first_words in " ".join(text.split()), f"the hub {hub['name']} does not stand in the report")


def case_again(cases):
    """after closing and opening again everything is there"""
    window = cases.window
    check_equal(window.quit(), 0, "the exit status")
    window = cases.open_again()
    window.find(part="Newcomer & Sons")
    cases.picture("09-home")
    window.activate_window()
    window.press(part="Newcomer & Sons", role="list item")
    window.find("frame", part="Newcomer & Sons")
    window.find("list item", part="Questions, 11 of 11 answered")
    window.go("results")
    window.find("list item", part="Results, score 27")
    check_equal(window.quit(), 0, "the exit status")


Cases(__file__).journey(case_empty_home, case_company, case_questions, case_same_answers, case_results, case_support,
                        case_plan, case_report, case_again)
