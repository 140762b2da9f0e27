# SPDX-License-Identifier: GPL-3.0-or-later
"""The report page: each reader, each option, each form."""
import json
import os
import zipfile

from drive import run
from waymark import SOURCE, Cases, check, check_equal, save_as

T1 = os.path.join(SOURCE, "data/samples/sample-metalworks-t1.json")
READERS = ("Full record", "Annex to an application", "Two pages for the management", "One page for your hub",
           "Blank questionnaire")


def sheet(window):
    """The large page: the only picture that tells its text."""
    return next((thing for thing in window.find_all("image", part="Page ") if thing.description), None)


def until_text(window, words, there=True):
    """Waits until the page in view says these words, or no longer does."""
    def said():
        page = sheet(window)
        return page is not None and (words in page.description) == there
    window.wait(said, f"the page {'to say' if there else 'without'} “{words}”")


def pages(window):
    return int(sheet(window).name.split(" of ")[1].split(":")[0])


def in_view(window, role, part):
    """Turns the wheel over the choices until a thing can be clicked."""
    def look():
        thing = window.find(role, part=part)
        x, y, _, height = thing.area
        _, _, _, bottom = window.windows()[0].area
        if 60 <= y and y + height <= bottom - 12:
            return thing
        _, left, top = window._x_window()
        run("xdotool", "mousemove", "--sync", str(left + 440), str(top + 400))
        run("xdotool", "click", "--repeat", str(min(12, abs(y - bottom // 2) // 80 + 1)), "--delay", "12",
            "5" if y > 60 else "4")
        return None
    return window.wait(look, f"“{part}” in view")


def switch(window, name):
    in_view(window, "choice", name).press()


def choose(window, row, name, key):
    """From the list of a row, by the keyboard."""
    in_view(window, None, row).press()
    window.find(name=name)
    window.key(key, "Return")


def case_open(cases):
    """a finished assessment has a report"""
    window = cases.open(T1)
    window.find("frame", part="Sample Metalworks")
    window.go("report")
    until_text(window, "Sample Metalworks, Lda.")
    cases.picture("01-report")


def case_readers(cases):
    """each reader gets a report of their own"""
    window = cases.window
    found = {}
    for reader in reversed(READERS):
        before = sheet(window).name
        switch(window, reader)
        if reader != READERS[-1]:
            window.wait(lambda: sheet(window) is not None and sheet(window).name != before, f"the pages of “{reader}”")
        else:
            until_text(window, "To fill in by hand")
        found[reader] = pages(window)
        cases.picture("02-" + reader.split()[0].lower())
    check_equal(found["One page for your hub"], 1, "pages for the hub")
    check_equal(found["Two pages for the management"], 2, "pages for the management")
    check(found["Annex to an application"] < found["Full record"], "the annex is not shorter than the full record")


def case_switches(cases):
    """what is switched off is not on the pages"""
    window = cases.window
    until_text(window, "Ana Exemplo")
    switch(window, "Leave names of people out")
    until_text(window, "Ana Exemplo", there=False)
    switch(window, "Draft")
    whole = pages(window)
    in_view(window, "list item", "Parts of the report").press()
    switch(window, "Answers")
    window.wait(lambda: sheet(window) is not None and pages(window) < whole, "fewer pages without the answers")
    window.find(part=" of 22")
    cases.picture("03-switches")


def choose_file(window, path):
    window.wait(lambda: [thing for thing in window.dialog() if thing.name == "Cancel" and thing.seen], "the file dialog")
    window.type(path)
    window.key("Return")


def case_logos(cases):
    """logos of both kinds are on the cover, what is no picture is refused"""
    window, folder = cases.window, cases.home.documents
    for name in ("logo.png", "logo.jpg"):
        run("convert", "-size", "300x120", "xc:white", "-fill", "#0072B2", "-draw", "circle 60,60 60,10", "-fill",
            "#D55E00", "-draw", "rectangle 140,20 290,100", os.path.join(folder, name))
    with open(os.path.join(folder, "none.png"), "w", encoding="utf-8") as file:
        file.write("no picture")
    in_view(window, "button", "Choose: Logo of the company").press()
    choose_file(window, os.path.join(folder, "logo.jpg"))
    until_text(window, "Logo of the company")
    window.wait(lambda: not window.dialog(), "the file dialog to close")
    in_view(window, "button", "Choose: Logo of the hub").press()
    choose_file(window, os.path.join(folder, "logo.png"))
    until_text(window, "Logo of the hub")
    window.wait(lambda: not window.dialog(), "the file dialog to close")
    cases.picture("04-logos")
    in_view(window, "button", "Choose: Logo of the hub").press()
    choose_file(window, os.path.join(folder, "none.png"))
    said = window.close_message("This picture cannot be used")
    check("none.png" in said, "the message does not name the file")
    until_text(window, "Logo of the hub")


def case_language(cases):
    """the report's language and paper are not the window's"""
    window = cases.window
    choose(window, "Language of the report", "Deutsch", "Down")
    until_text(window, "Bewertung der digitalen Reife")
    check(window.has(name="Who will read it?"), "the window changed its language")
    cases.picture("05-german")
    choose(window, "Language of the report", "English", "Up")
    until_text(window, "Bewertung der digitalen Reife", there=False)


def case_forms(cases):
    """the other forms are saved from the menu"""
    window = cases.window
    for label, ending in (("OpenDocument", "odt"), ("Markdown", "md"), ("CSV", "csv"), ("JSON", "json")):
        path = os.path.join(cases.home.documents, "report." + ending)
        window.press("button", "Other forms")
        window.press(part=label)
        save_as(window, path)
        window.find(part="Saved: " + path)
    with zipfile.ZipFile(os.path.join(cases.home.documents, "report.odt")) as odt:
        check(odt.testzip() is None, "the text is damaged")
    with open(os.path.join(cases.home.documents, "report.json"), encoding="utf-8") as file:
        check_equal(json.load(file)["profile"], "full", "profile")
    left = sorted(name for name in os.listdir(cases.home.documents) if name.startswith("report"))
    check_equal(left, ["report.csv", "report.json", "report.md", "report.odt"], "files in the folder")


def case_end(cases):
    """the window closes"""
    check_equal(cases.window.quit(), 0, "exit status")


Cases(__file__).journey(case_open, case_readers, case_switches, case_logos, case_language, case_forms,
                        case_end)
