# SPDX-License-Identifier: GPL-3.0-or-later
"""Three people of a company answer, each alone; nobody reads what another left open; the meeting agrees."""
import json
import os

from drive import run
from waymark import SAMPLE, Cases, Home, Window, check, check_equal, save_as

QUESTION = "How do you protect your data?"
NUMBER = 8
# The first agrees that the others see the name, the second does not.
PEOPLE = (("Owner", "Ana Reis"), ("Foreman", "Rui Sousa"), ("Sales", None))


def go_to(window, first, last):
    """From one question to another by “Next”. What else the window says changes by itself, the hour of the last save
    for example: only the number tells that the next question is there."""
    for number in range(first, last + 1):
        window.find("label", name=f"Question {number} of 11")
        if number < last:
            window.press("button", "Next")


def sit_down(window, who, agrees=False):
    window.press("button", part=f"{who} answers alone")
    window.find(name="You answer alone")
    window.find(part="under your name only if you allow it here")
    if agrees:
        window.click(window.find("choice", name="Yes, my name too"))
    window.press("button", "Begin")
    window.find(part="Question 1 of 11")


def scroll_down(window):
    """To the end of the page, with the wheel over its middle."""
    _, left, top = window._x_window()
    x, y, width, height = window.windows()[0].area
    window.point(left + x + width * 6 // 10, top + y + height // 2)
    run("xdotool", "click", "--repeat", "40", "--delay", "10", "5")


def scroll_up(window):
    run("xdotool", "click", "--repeat", "60", "--delay", "10", "4")


def hand_in(window):
    go_to(window, NUMBER, 11)
    window.press("button", "Hand in")
    window.find(name="Who answers")


def checked(window):
    """The ticks; not the choice of the page before."""
    return [thing.name for thing in window.find_all("choice") if "checked" in thing.states
            and thing.name not in ("No, only my role", "Yes, my name too")]


def go_to_people(window):
    """As an adviser, which this window is not yet."""
    window.press("button", "Main menu")
    window.find(part="I advise companies").press()
    window.find("list item", part="Several people answer")
    window.key("Escape")
    window.press("button", "Main menu")
    window.find(part="People who answer").press()
    window.find(name="Who answers")


def case_people(cases):
    """an adviser adds three people"""
    window = cases.open(SAMPLE)
    window.until_page("company")
    check(not window.has(part="Several people answer"), "an owner is shown what only an adviser needs")
    go_to_people(window)
    for role, name in PEOPLE:
        # Return counts in either field: who was added last moves them on the page, so that a click may hit the other.
        window.find("field", part="What the person does").write(role)
        if name is not None:
            window.find("field", name="Name").write(name)
        window.find("field", part="What the person does").focus()
        window.key("Return")
        window.find("button", part=f"{role} answers alone")
    cases.picture("01-people")


def case_alone(cases):
    """who answers alone sees no score and no other page, and who comes next reads nothing"""
    window = cases.window
    sit_down(window, "Owner")
    cases.picture("02-alone")
    window.key("alt+3")
    window.key("alt+Home")
    window.find(part="Question 1 of 11")
    check("Score" not in window.words(), "a score is shown")
    go_to(window, 1, NUMBER)
    window.find(name=QUESTION)
    check_equal(checked(window), [], "ticks of the assessment")
    window.key("1", "2")
    window.wait(lambda: len(checked(window)) == 2, "two ticks")
    window.press("button", "Stop for now")
    window.find(name="Who answers")
    sit_down(window, "Owner", agrees=True)
    go_to(window, 1, NUMBER)
    window.find(part="Answered in an earlier sitting")
    check_equal(checked(window), [], "ticks of the earlier sitting")
    cases.picture("03-kept")
    hand_in(window)


def case_others(cases):
    """the others answer, and the spread says where they differ"""
    window = cases.window
    for who, keys in (("Foreman", ["1"]), ("Sales", ["1", "5"])):
        sit_down(window, who)
        go_to(window, 1, NUMBER)
        window.key(*keys)
        window.wait(lambda: len(checked(window)) == len(keys), "the ticks")
        hand_in(window)
    window.find(part="1 question to talk about")
    window.find(part="Ana Reis, Owner")
    check("Rui Sousa" not in window.words(), "the name of a person who did not agree is shown")
    cases.picture("04-spread")


def case_agree(cases):
    """the meeting records what it agreed, with its reason"""
    window = cases.window
    scroll_down(window)
    window.click(window.find("list item", part=QUESTION))
    window.press("button", part=f"Record the agreed answer to “{QUESTION}”")
    window.wait(lambda: window.dialog(), "the window of the meeting")
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("button") and "Record" in thing.name],
                "the button to record")
    cases.picture("05-agree")
    reason = [thing for thing in window.dialog() if thing.name.startswith("Why the meeting") and thing.is_a("field")]
    reason[0].focus()
    window.type("Two of three back up by hand")
    button = [thing for thing in window.dialog() if thing.is_a("button") and "Record" in thing.name]
    button[0].press()
    window.wait(lambda: not window.dialog(), "the window of the meeting to close")
    window.find(part="Agreed")
    cases.picture("06-agreed")
    window.saved()


def case_by_file(cases):
    """one more answers on another computer: the file asks for nothing else, and the copy that comes back is taken in"""
    window = cases.window
    scroll_up(window)
    window.find("field", part="What the person does").focus()
    window.type("Office")
    window.key("Return")
    given = os.path.join(cases.home.documents, "office.json")
    window.press("button", "Save a file for Office")
    save_as(window, given)
    window.find(part="The file is written")
    check_equal(window.quit(), 0, "exit status")
    with open(given, encoding="utf-8") as file:
        sent = json.load(file)
    check("answers" not in sent and len(sent["respondents"]) == 1, f"more than the person is in the file: {sent}")

    back = os.path.join(cases.home.documents, "back.json")
    elsewhere = Home()
    window = cases.window = Window(elsewhere, given)
    window.find(name="Who answers")
    sit_down(window, "Office")
    window.key("1")
    window.wait(lambda: len(checked(window)) == 1, "the tick")
    go_to(window, 1, NUMBER)
    hand_in(window)
    window.find(part="Send a copy back")
    cases.picture("07-handed-in")
    window.key("ctrl+s")
    save_as(window, back)
    window.wait(lambda: os.path.exists(back), "the copy")
    check_equal(window.quit(), 0, "exit status")
    elsewhere.remove()

    window = cases.open_again(back)
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("button") and "Take in" in thing.name
                         and "sensitive" in thing.states], "the button to take it in")[0].press()
    window.wait(lambda: not window.dialog(), "the dialog to close")
    go_to_people(window)
    window.find("list item", name="Office")
    check(not window.has("button", part="Office answers alone"), "Office has not handed in")
    cases.picture("08-taken-in")


Cases(__file__).journey(case_people, case_alone, case_others, case_agree, case_by_file)
