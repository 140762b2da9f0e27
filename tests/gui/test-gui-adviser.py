# SPDX-License-Identifier: GPL-3.0-or-later
"""An adviser's morning: a company's package comes in beside the others, its three people agree, T1 starts from T0 with
each suggestion confirmed, the plan gets a target, and the portfolio has them all."""
import copy
import json
import os
import subprocess
import uuid

from drive import run
from waymark import COMMAND, SAMPLE, Cases, check, check_equal

with open(SAMPLE, encoding="utf-8") as file:
    ONE = json.load(file)
HERE = ("Árvore Moldes", "Beira Conservas", "Casa do Pão")
GUEST = "Serra Têxtil"
# What three people ticked at q8: one apart from the others.
ANSWERS = {"Owner": [1, 2], "Foreman": [1], "Sales": [1, 5]}


def company(name):
    document = copy.deepcopy(ONE)
    document["id"] = str(uuid.uuid4())
    document["company"]["name"] = name
    document.pop("previous", None)
    document.update(stage="T0", date="2025-11-20")
    return document


def take_in(home, document, *where):
    path = os.path.join(home.documents, "company.json")
    with open(path, "w", encoding="utf-8") as out:
        json.dump(document, out)
    subprocess.run([COMMAND, "import", path, *where], check=True, capture_output=True, env=dict(os.environ, **home.env()))


def package_of_the_guest(home):
    """Made in a workspace of the company's own."""
    document = company(GUEST)
    document["respondents"] = [{"id": f"r{n}", "role": role, "submitted_on": "2025-11-19", "answers": {"q8": ticks}}
                               for n, (role, ticks) in enumerate(ANSWERS.items(), 1)]
    own = os.path.join(home.path, "guest")
    os.makedirs(own, exist_ok=True)
    take_in(home, document, "--workspace", own)
    path = os.path.join(home.documents, "guest.waymark")
    subprocess.run([COMMAND, "export", GUEST, "-o", path, "--workspace", own, "--without-passphrase"], check=True,
                   capture_output=True, env=dict(os.environ, **home.env()))
    return path


def listed(window):
    """The companies of the list, as a screen reader says them."""
    return [name for name in (*HERE, GUEST) if window.has("list item", part=name + ", ")]


def scroll_down(window):
    """To the end of the page, with the wheel over its middle."""
    _, left, top = window._x_window()
    x, y, width, height = window.windows()[0].area
    window.point(left + x + width * 6 // 10, top + y + height // 2)
    run("xdotool", "click", "--repeat", "40", "--delay", "10", "5")


def menu(window, part):
    window.press("button", "Main menu")
    window.find(part=part).press()


def case_arrives(cases):
    """a package is taken in beside the companies that are there"""
    home = cases.fresh_home()
    for name in HERE:
        take_in(home, company(name))
    package = package_of_the_guest(home)
    window = cases.open_again(package)
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("button") and "Take in" in thing.name
                         and "sensitive" in thing.states], "the button to take it in")[0].press()
    window.wait(lambda: not window.dialog(), "the dialog to close")
    window.find("frame", part=GUEST)
    window.key("alt+Home")
    window.wait(lambda: len(listed(window)) == 4, "four companies")
    cases.picture("01-companies")


def case_found(cases):
    """whoever types finds it, in any spelling, and Enter opens it"""
    window = cases.window
    window.type("serra tex")
    window.wait(lambda: listed(window) == [GUEST], "only one company")
    cases.picture("02-found")
    window.key("Return")
    window.find("frame", part=GUEST)


def case_consensus(cases):
    """the meeting sees where three people differ, and records what it agreed"""
    window = cases.window
    menu(window, "People who answer")
    window.find(part="1 question to talk about")
    scroll_down(window)
    window.click(window.find("list item", part="How do you protect your data?"))
    window.press("button", part="Record the agreed answer to")
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("button") and "Record" in thing.name],
                "the window of the meeting")
    reason = [thing for thing in window.dialog() if thing.name.startswith("Why the meeting") and thing.is_a("field")]
    reason[0].write("Backups are made by hand")
    cases.picture("03-meeting")
    [thing for thing in window.dialog() if thing.is_a("button") and "Record" in thing.name][0].press()
    window.wait(lambda: not window.dialog(), "the window of the meeting to close")
    window.find(part="Agreed")
    window.saved()


def case_next_stage(cases):
    """T1 starts from T0: nothing counts until it is confirmed"""
    window = cases.window
    menu(window, "Assessments over")
    window.press("button", "Start T1")
    window.find("button", "Confirm all of this page")
    cases.picture("04-suggested")
    for number in range(11):
        window.press("button", "Confirm all of this page")
        window.until_gone("button", "Confirm all of this page")
        if number < 10:
            window.press("button", "Next")
            window.find("button", "Confirm all of this page")
    window.go("results")
    window.until_page("results")
    check("26.56" in window.words() or "27" in window.words(), "the same answers have another score")
    cases.picture("05-results")


def case_plan(cases):
    """a target is set, and the plan says what it lacks"""
    window = cases.window
    window.go("plan")
    window.until_page("plan")
    window.press("button", "Edit the plan")
    window.find(name="Targets and actions")
    window.click(window.find(part="No target set"))  # of the first area
    target = window.find("field", part="Target")
    target.focus()
    window.key("ctrl+a")
    window.type("60")
    window.key("Return")
    window.find(part="the plan reaches 33.33 of 60.00")
    cases.picture("06-target")
    window.saved()


def case_portfolio(cases):
    """the portfolio has all four"""
    window = cases.window
    window.key("ctrl+shift+p")
    window.find(part="Where they stand")
    window.find(part="4 with a complete score")
    cases.picture("07-portfolio")
    window.key("alt+Home")
    # The search of the morning is gone.
    window.wait(lambda: len(listed(window)) == 4, "four companies")


def case_meeting(cases):
    """the day of a meeting is typed or chosen from the calendar beside it"""
    window = cases.window
    window.press("button", part=f"More for “{GUEST}”")
    window.find(part="Contacts and meetings").press()
    window.press("button", "Add a meeting")
    window.find("label", name="Outcome")
    about = [thing for thing in window.dialog() if thing.is_a("field") and thing.name == "About"][-1]
    about.write("Second visit")
    [thing for thing in window.dialog() if thing.is_a("field") and "Day" in thing.name][-1].write("2099-03-30")
    window.find_all("button", name="Choose the day")[-1].press()
    window.wait(lambda: (window.focused() or about).name == "GtkCalendar", "the calendar")
    window.key("Right", "Right", "Left", "Return")
    window.press("button", part="Save")
    window.find(part="Next: 31 March 2099")
    cases.picture("08-meeting")
    window.key("Escape")
    window.wait(lambda: not window.dialog(), "the window to close")


def case_shared_screen(cases):
    """while one company is shown, no dialog shows the files of another"""
    window = cases.window
    with open(os.path.join(cases.home.path, HERE[0] + ".json"), "w", encoding="utf-8") as other:
        other.write("{}")
    window.press("button", part=f"More for “{GUEST}”")
    window.find(part="Show only this company").press()
    window.wait(lambda: listed(window) == [GUEST], "only one company")
    window.click(window.find("list item", part=GUEST))
    window.find("frame", part=GUEST)
    window.key("ctrl+s")
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("field") and thing.seen], "the file dialog")
    cases.picture("09-own-folder", whole_screen=True)
    shown = "\n".join(thing.name for thing in window.dialog())
    check(not [name for name in HERE if name in shown], f"another company's file is shown: {shown}")
    window.key("Return")
    own = os.path.join(cases.home.path, "Waymark", GUEST, GUEST + ".json")
    window.wait(lambda: os.path.exists(own), "the copy in the company's own folder")
    window.wait(lambda: not window.dialog(), "the dialog to close")
    check_equal(window.quit(), 0, "the exit status")


Cases(__file__).journey(case_arrives, case_found, case_consensus, case_next_stage, case_plan, case_portfolio,
                        case_meeting, case_shared_screen)
