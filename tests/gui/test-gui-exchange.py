# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's package on its way: saved with a passphrase in one workspace, taken into another after a look, taken back;
and the portal's results, as a table and as a spreadsheet."""
import atexit
import json
import os
import subprocess
import zipfile

from waymark import COMMAND, WORDS, Cases, check, check_equal, choose_path

PASSPHRASE = "four words nobody guesses"
COMPANY = "Sample Metalworks"
# The home of the sender, while the package is needed.
PARCEL = []


def documents(cases, *names):
    return os.path.join(cases.home.documents, *names)


def in_dialog(window, role, part):
    """A thing of the dialog in front. (A label that stands in a button is read twice, with its mnemonic.)"""
    def look():
        return [thing for thing in window.dialog() if thing.is_a(role) and part in thing.name and thing.seen]
    return window.wait(look, f"{role} “{part}” in the dialog")[0]


def dialog_closed(window):
    window.wait(lambda: not window.dialog(), "the dialog to close")


def choose_file(window, title, path, accept="Open"):
    """In the file dialog of that title."""
    window.wait(lambda: title in window.windows()[-1].name and window.dialog(), f"the file dialog “{title}”")
    choose_path(window, path, accept)


def case_save(cases):
    """a package is saved with a passphrase that is typed twice"""
    window = cases.open()
    window.press("button", "Try the sample company")
    window.find("frame", part=COMPANY)
    window.go("questions")
    window.until_page("questions")
    window.key("2")
    window.saved()
    window.key("ctrl+shift+s")
    window.find(name="Which assessments")
    cases.picture("01-export")
    in_dialog(window, "button", "Save…").press()
    window.find(name="Type a passphrase, or let one be suggested.")
    for field, words in (("Passphrase", PASSPHRASE), ("The same again", PASSPHRASE + "?")):
        in_dialog(window, "field", field).write(words)
    window.find(name="Good")
    in_dialog(window, "button", "Save…").press()
    window.find(name="The two passphrases are not the same.")
    in_dialog(window, "field", "The same again").write(PASSPHRASE)
    in_dialog(window, "button", "Save…").press()
    choose_file(window, "Save the package", documents(cases, "out"), "Save")
    # A toast says so, too, but goes before a busy machine has looked.
    window.wait(lambda: os.path.exists(documents(cases, "out.waymark")), "the package")
    cases.picture("02-written")
    with open(documents(cases, "out.waymark"), "rb") as file:
        check_equal(file.read(8), b"WAYMARK\x1a", "the beginning of the sealed package")
    check_equal(window.quit(), 0, "the exit status")
    PARCEL.append(cases.home)
    cases.home = None


def package_of_the_first():
    return os.path.join(PARCEL[0].documents, "out.waymark")


def open_sealed(window, passphrase):
    in_dialog(window, "field", "Passphrase").write(passphrase)
    in_dialog(window, "button", "Open").press()


def case_take_in(cases):
    """it is opened in another workspace: only with its passphrase, after a look, and the company is shown"""
    window = cases.open(package_of_the_first())
    window.find(name="This package has a passphrase")
    cases.picture("03-passphrase")
    open_sealed(window, "another one")
    window.find(part="This is not its passphrase.")
    open_sealed(window, PASSPHRASE)
    window.find(part="New: not on this computer yet")
    check("It was read to its end and is whole" in window.words(), "nothing is said of the package")
    cases.picture("04-preview-new")
    in_dialog(window, "button", "Take in").press()
    dialog_closed(window)
    window.find("frame", part=COMPANY)
    window.find(name=f"Taken in: {COMPANY}")
    cases.picture("05-taken-in")


def case_undo(cases):
    """the import is taken back at once"""
    window = cases.window
    window.press("button", part="Undo")
    window.find(name=WORDS["home"])
    check(not window.has("list item", part=COMPANY), "the company is still in the list")


def case_contradiction(cases):
    """a second copy is compared: what contradicts is shown, and a person chooses"""
    window = cases.window
    window.key("ctrl+o")
    choose_file(window, "Open a file", package_of_the_first())
    open_sealed(window, PASSPHRASE)
    window.find(part="Deleted here; comes back")
    in_dialog(window, "button", "Take in").press()
    dialog_closed(window)
    window.find("frame", part=COMPANY)
    window.find("field", "Name").write("Otherwise Metalworks")
    window.find("frame", part="Otherwise Metalworks")
    window.saved()
    window.key("ctrl+o")
    choose_file(window, "Open a file", package_of_the_first())
    open_sealed(window, PASSPHRASE)
    window.find(part="1 contradiction")
    window.find(name="Company · Name")
    cases.picture("06-contradiction")
    check("disabled" not in in_dialog(window, "button", "Take in").states, "nothing can be taken")
    in_dialog(window, "choice", f"In the file: {COMPANY}").press()
    in_dialog(window, "button", "Take in").press()
    dialog_closed(window)
    window.find("frame", part=COMPANY)
    window.press("button", part="Undo")
    window.find("frame", part="Otherwise Metalworks")


def case_damaged(cases):
    """a damaged package is refused with clear words, and nothing changes"""
    window = cases.window
    path = documents(cases, "damaged.waymark")
    with open(package_of_the_first(), "rb") as file:
        whole = file.read()
    with open(path, "wb") as file:
        file.write(whole[:len(whole) // 2])
    window.key("ctrl+o")
    choose_file(window, "Open a file", path)
    open_sealed(window, PASSPHRASE)
    window.find(name="This file is damaged")
    check("Nothing was changed." in window.words(), "it does not say that nothing was changed")
    cases.picture("07-damaged")
    in_dialog(window, "button", "Close").press()
    dialog_closed(window)
    window.find("frame", part="Otherwise Metalworks")


HEADINGS = ("SME name", "SME ID", "DMA Timing", "DMA Score")


def spreadsheet(path, *rows):
    """The smallest .xlsx with the portal's sheet; texts stand in the cells."""
    def cell(value):
        if isinstance(value, str):
            return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
        return f"<c><v>{value}</v></c>"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    body = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        out.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                     f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        out.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                     '<sheet name="My SMEs DMA Results" sheetId="1" r:id="r1"/></sheets></workbook>')
        out.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                     f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        out.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>')


def official_score(home):
    said = subprocess.run([COMMAND, "stage", "show", "Otherwise Metalworks"], check=True, capture_output=True, text=True,
                          env=dict(os.environ, **home.env()))
    return json.loads(said.stdout).get("portal", {}).get("official_score")


def case_portal(cases):
    """the portal's results come from its CSV and from its spreadsheet; what cannot be used is said with its line"""
    window = cases.window
    table, book = documents(cases, "results.csv"), documents(cases, "results.xlsx")
    with open(table, "w", encoding="utf-8") as out:
        out.write(";".join(HEADINGS) + "\nOTHERWISE Metalworks;4711;T0;27,5\nSomebody Else;4712;T0;30\nX;1;T7;5\n")
    spreadsheet(book, HEADINGS, ("Another spelling", "4711", "T0", 28.25))
    for path, found, score in ((table, "Found by the company’s name", 27.5), (book, "Found by the portal’s id", 28.25)):
        window.key("ctrl+o")
        choose_file(window, "Open a file", path)
        window.find(name=found)
        if path == table:
            window.find(name="No assessment here")
            window.find(part="found “T7”")
            cases.picture("08-portal")
        in_dialog(window, "button", "Take in").press()
        dialog_closed(window)
        window.wait(lambda: official_score(cases.home) == score, f"the official score {score}")
    check_equal(window.quit(), 0, "the exit status")


if __name__ == "__main__":
    atexit.register(lambda: [home.remove() for home in PARCEL])
    Cases(__file__).journey(case_save, case_take_in, case_undo, case_contradiction, case_damaged, case_portal)
