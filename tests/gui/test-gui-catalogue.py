# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue apart from an assessment: searched, filtered, own records, a newer list and the way back; a call of
one's own on its way from Support to the annex of an application."""
import json
import os

from waymark import SAMPLE, SOURCE, Cases, check, check_equal, choose_path, command, save_as

HUBS = os.path.join(SOURCE, "data/catalogue/hubs.json")


def field(window, name):
    return next(thing for thing in window.dialog() if thing.is_a("field") and thing.name == name)


def case_browse(cases):
    """Ctrl+L opens it over an open assessment; typing searches; Enter shows the record"""
    window = cases.open(SAMPLE)
    window.until_page("company")
    window.key("ctrl+l")
    window.find(name="484 found")
    window.find(part="days old")
    cases.picture("01-all")
    window.type("produtech")
    window.find(name="4 found")
    window.key("Return")
    window.find(part="Source of this record")
    window.find(part="as of")
    window.find("button", part="Website")
    cases.picture("02-record")


def case_filter(cases):
    """a filter and the search together"""
    window = cases.window
    window.key("ctrl+f", "ctrl+a")
    window.type("robotics")
    window.until_gone(name="4 found")
    window.press("button", "Filter")
    window.choose("Country", "Albania")
    window.find(part="Filter (1)")
    expected = len(command("catalogue", "search", "robotics", "--country", "AL", "--own", cases.home.data)["found"])
    window.key("Escape")
    window.find(name=f"{expected} found")
    cases.picture("03-filtered")


def case_add(cases):
    """an own hub: what is wrong is said, what is right stands in the list and can be taken back"""
    window = cases.window
    window.press("button", "Add a hub")
    window.wait(lambda: window.dialog(), "the form")
    field(window, "Name of the hub").write("Oficina Digital")
    add = next(thing for thing in window.dialog() if thing.is_a("button") and thing.name.endswith("Add"))
    add.press()
    window.find(part="Country: ")
    cases.picture("04-wrong")
    window.choose("Country", "Albania")
    field(window, "Where you found it (https://…)").write("https://oficina.example/")
    add.press()
    window.wait(lambda: not window.dialog(), "the form to close")
    window.find(part="Added by you")
    cases.picture("05-added")
    window.key("ctrl+z")
    window.until_gone(part="Added by you")
    window.key("ctrl+z")
    own = os.path.join(cases.home.data, "waymark/own/catalogue/hubs.json")
    window.wait(lambda: os.path.exists(own) and "Oficina" in open(own, encoding="utf-8").read(), "the hub to come back")


def case_remove(cases):
    """an own hub goes by a click, with a way back"""
    window = cases.window
    window.key("ctrl+f", "ctrl+a")
    window.type("oficina digital")
    window.find(name="1 found")
    window.key("Return")
    window.press("button", part="Remove")
    window.find(name="0 found")
    window.press("button", part="Undo")
    window.find(name="1 found")


def case_contact(cases):
    """whom one knows at a hub of the catalogue stands beside it, and can be taken back"""
    window = cases.window
    with open(HUBS, encoding="utf-8") as file:
        hub = json.load(file)["hubs"][0]
    window.key("ctrl+f", "ctrl+a")
    window.type(hub["name"])
    window.find(name="1 found")
    window.key("Return")
    window.find("field", "Person, e-mail, telephone").focus()
    window.type("Ana Reis, 253 000 000")
    window.key("Return")
    window.find("label", name="Ana Reis, 253 000 000")
    cases.picture("05-contact")
    window.press("button", part="Undo")
    window.until_gone("label", name="Ana Reis, 253 000 000")


def case_update(cases):
    """a newer list: each change by itself, taken over, and back again"""
    window = cases.window
    with open(HUBS, encoding="utf-8") as file:
        hubs = json.load(file)
    hubs["date"] = "2026-11-01"
    first, second = hubs["hubs"][0], hubs["hubs"][1]
    first["name"] = "A Hub By Another Name"
    second["technologies"] = {"robotics": 5}
    path = os.path.join(cases.home.documents, "newer.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(hubs, file)
    window.press("button", "Own records and updates")
    window.find(part="Update from a file").press()
    window.wait(lambda: window.dialog(), "the file dialog")
    choose_path(window, path)
    window.find(part="2 changes, in a list of 1 November 2026")
    window.find(part="→ A Hub By Another Name")
    window.find(part="Technologies: now Robotics (level 5 of 5)")
    cases.picture("06-update")
    window.tick(window.find("choice", name="A Hub By Another Name"))
    window.press("button", part="Take over 1 change")
    window.wait(lambda: not window.dialog(), "the window to close")
    window.key("ctrl+f", "ctrl+a")
    window.type("A Hub By Another Name")
    window.find(name="1 found")
    window.find(part="1 November 2026")
    cases.picture("07-updated")
    window.press("button", "Own records and updates")
    window.find(part="Go back to before the last update").press()
    window.find(name="0 found")
    window.find(part="5 May 2025")


def case_back(cases):
    """the assessment is still open behind it"""
    window = cases.window
    window.press("button", "Leave the catalogue")
    window.until_page("company")


CALL = "Vale Digital 2027"
CONDITIONS = ("The firm has its seat in the region", "The project ends within twelve months")


def case_call(cases):
    """a call of one's own stands beside the others, and a condition is ticked"""
    window = cases.window
    window.go("support")
    window.until_page("support")
    window.press("button", "I have a call")
    window.wait(lambda: window.dialog(), "the form")
    add = next(thing for thing in window.dialog() if thing.is_a("button") and thing.name.endswith("Add"))
    add.press()
    window.find(name="Name of the call: is missing")
    for name, words in (("Name of the call", CALL), ("Who pays", "Regional agency"),
                        ("At most for one firm, in €", "25000"), ("Conditions, one a line", "\n".join(CONDITIONS)),
                        ("Deadline", "2099-03-31"), ("Where it is published (https://…)", "https://agency.example/")):
        field(window, name).write(words)
    add.press()
    window.wait(lambda: not window.dialog(), "the form to close")
    # Its card is opened and shown.
    window.click_below("choice", name="We meet it: " + CONDITIONS[0])
    window.find(part="Project: ticked as met")
    cases.picture("08-call")


def case_application(cases):
    """it comes along to the application with all its conditions, and into the annex"""
    window = cases.window
    window.press("button", "Prepare an application")
    window.find(part="The call’s number is missing")
    window.find("combo box", name=CONDITIONS[1])
    cases.picture("09-application")
    window.go("report")
    window.until_page("report")
    window.press("choice", "Annex to an application")

    def cover():
        return next((thing for thing in window.find_all("image", part="Page 1 of") if thing.description), None)
    window.wait(lambda: cover() is not None and CALL in cover().description, "the call on the cover")
    path = os.path.join(cases.home.documents, "annex.md")
    window.press("button", "Save PDF…")
    save_as(window, path)
    window.wait(lambda: os.path.exists(path), "the annex")
    with open(path, encoding="utf-8") as annex:
        text = annex.read()
    for words in (CALL, "Regional agency", *CONDITIONS):
        check(words in text, f"the annex does not say “{words}”")
    rows = [line for line in text.splitlines() if CONDITIONS[0] in line or CONDITIONS[1] in line]
    check(any("met" in row for row in rows) and any("open" in row for row in rows), f"the annex says {rows}")
    check_equal(window.quit(), 0, "exit status")


Cases(__file__).journey(case_browse, case_filter, case_add, case_remove, case_contact, case_update, case_back, case_call,
                        case_application)
