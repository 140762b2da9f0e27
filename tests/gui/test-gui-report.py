# SPDX-License-Identifier: GPL-3.0-or-later
"""The report page: each reader, each option, each form."""
import json
import os
import shutil
import subprocess
import zipfile

from drive import run
from waymark import SOURCE, Cases, check, check_equal, choose_path, pdf_text, save_as

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
        window.point(left + 440, top + 400)
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
    choose_path(window, path, "Choose")


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


def keep_evidence(cases):
    """The sample's files where the workspace keeps them, under their hashes; one is left out."""
    folder = os.path.join(cases.home.data, "waymark", "workspace.db.files")
    os.makedirs(folder, exist_ok=True)
    with open(T1, encoding="utf-8") as file:
        evidence = json.load(file)["evidence"]
    for piece in evidence[1:]:
        shutil.copy(os.path.join(SOURCE, "data/samples/evidence", piece["file"]), os.path.join(folder, piece["sha256"]))
    return evidence


def case_copies(cases):
    """copies of the evidence are appended, each page with its number; what is not there is said"""
    window = cases.window
    evidence = keep_evidence(cases)
    before = pages(window)
    in_view(window, "choice", "Append copies of the evidence").press()
    window.wait(lambda: sheet(window) is not None and pages(window) > before, "more pages with the copies")
    check_equal(pages(window), before + 1 + len(evidence) - 1, "pages")
    path = os.path.join(cases.home.documents, "copies.pdf")
    window.press("button", part="Save PDF…")
    save_as(window, path)
    window.find(part="Saved: " + path)
    said = pdf_text(path).split("\f")
    check("the file is not at hand" in said[before], said[before])
    for number, piece in enumerate(evidence[1:]):
        page = said[before + 1 + number]
        check(piece["id"] in page and piece["sha256"] in page, page)
    cases.picture("06-copies")
    in_view(window, "choice", "Append copies of the evidence").press()
    window.wait(lambda: sheet(window) is not None and pages(window) == before, "the pages without the copies")


def words_of(path):
    """All words in their order: a page that is turned to be printed stands upright in the file."""
    return run("pdftotext", "-raw", path, "-").split()


def case_printed(cases):
    """printed into a file by the print dialog: the same pages with the same words as the saved file"""
    window = cases.window
    saved, printed = (os.path.join(cases.home.documents, name) for name in ("saved.pdf", "printed.pdf"))
    settings = os.path.join(cases.home.path, "config", "waymark", "print.ini")
    os.makedirs(os.path.dirname(settings), exist_ok=True)
    with open(settings, "w", encoding="utf-8") as file:
        file.write(f"[Print Settings]\nprinter=Print to File\noutput-uri=file://{printed}\noutput-file-format=pdf\n")
    window.press("button", part="Save PDF…")
    save_as(window, saved)
    window.find(part="Saved: " + saved)
    window.key("ctrl+p")

    def ready():
        return [thing for thing in window.dialog() if thing.is_a("button") and "Print" in thing.name and thing.seen
                and "sensitive" in thing.states]
    button = window.wait(ready, "the print dialog with “Print to File” chosen")[-1]
    cases.picture("07-print")
    button.press()
    window.wait(lambda: os.path.exists(printed) and run_quietly("pdfinfo", printed), "the printed file")
    check_equal(words_of(printed), words_of(saved), "words on paper")
    check_equal(page_boxes(printed), page_boxes(saved), "sizes of the pages")


def run_quietly(*command):
    """What a command says, nothing when it fails: the file is not whole yet."""
    return subprocess.run(command, capture_output=True, text=True).stdout


def page_boxes(path):
    """(width, height) of each page in whole points, turned as it is shown."""
    found = []
    for line in run("pdfinfo", "-l", "999", path).splitlines():
        parts = line.split()
        if line.startswith("Page ") and parts[2] == "size:":
            found.append((round(float(parts[3])), round(float(parts[5]))))
        elif line.startswith("Page ") and parts[2] == "rot:" and parts[3] in ("90", "270"):
            found[-1] = found[-1][::-1]
    return found


FRENCH = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"
msgid "Digital maturity assessment"
msgstr "Évaluation de la maturité numérique"
"""


def case_draft(cases):
    """a language that lacks words: the window says so, and a draft marks them"""
    check_equal(cases.window.quit(), 0, "exit status")
    messages = os.path.join(cases.home.path, "locale", "fr", "LC_MESSAGES")
    os.makedirs(messages)
    subprocess.run(["msgfmt", "-o", os.path.join(messages, "waymark.mo"), "-"], input=FRENCH.encode(), check=True)
    window = cases.open_again(T1, WAYMARK_LOCALE_DIR=os.path.dirname(os.path.dirname(messages)))
    window.go("report")
    until_text(window, "Digital maturity assessment")
    check(not window.has(part="not translated yet"), "English is said to lack words")
    choose(window, "Language of the report", "français", "Down")
    until_text(window, "Évaluation de la maturité numérique")
    window.find(part="not translated yet and stand in English")
    check("⟦" not in sheet(window).description, "marked without a draft")
    cases.picture("08-untranslated")
    switch(window, "Draft")
    until_text(window, "⟦")
    said = sheet(window).description
    check("⟦Évaluation" not in said and "Évaluation de la maturité numérique" in said, said)
    check("⟦Contents⟧" in said, said)
    cases.picture("09-draft")


def case_end(cases):
    """the window closes"""
    check_equal(cases.window.quit(), 0, "exit status")


Cases(__file__).journey(case_open, case_readers, case_switches, case_logos, case_language, case_forms,
                        case_copies, case_printed, case_draft, case_end)
