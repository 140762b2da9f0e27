# SPDX-License-Identifier: GPL-3.0-or-later
"""Files from another program come in by the mouse and by the clipboard: documents that prove answers, and the package of
a company; what is dropped in the wrong place is told where it belongs."""
import hashlib
import os
import subprocess

from drive import run
from files import Files
from waymark import COMMAND, SAMPLE, SOURCE, Cases, check, check_equal

INVOICE = os.path.join(SOURCE, "data/reports/management-de.pdf")
PHOTO = os.path.join(SOURCE, "data/screenshots/hubs.png")


def listed(window, name):
    """How often a file stands in the register."""
    return len(window.find_all("button", name=f"Show {name}"))


def kept(home, path):
    """Whether the workspace has the very bytes, under their hash."""
    with open(path, "rb") as file:
        sha256 = hashlib.sha256(file.read()).hexdigest()
    return any(sha256 in names for _, _, names in os.walk(home.data))


def edge(cases, name):
    """What the window's left edge looks like, in front of all others: a place that takes a drop has a frame."""
    cases.window.activate_window()
    return run("convert", cases.picture(name), "-crop", "4x80+0+360", "-format", "%#", "info:")


def case_drop(cases):
    """a document is dropped on the place for proof, and leaves no frame behind"""
    window = cases.open(SAMPLE)
    window.until_page("company")
    window.go("questions")
    window.press("button", "Attach proof")
    place = window.find(part="Drop documents here")
    before = edge(cases, "00-place")
    with Files(INVOICE) as files:
        files.drag_to(window, place)
        window.wait(lambda: listed(window, "management-de.pdf") == 1, "the dropped file")
    window.saved()
    check(kept(cases.home, INVOICE), "the file's bytes are not kept")
    check_equal(edge(cases, "01-dropped"), before, "the window's edge after the drop")


def case_paste(cases):
    """files that were copied elsewhere are pasted, and so is a picture"""
    window = cases.window
    with Files(PHOTO) as files:
        files.copy()
        window.activate_window()
        window.key("ctrl+v")
        window.wait(lambda: listed(window, "hubs.png") == 1, "the pasted file")
        check(kept(cases.home, PHOTO), "the file's bytes are not kept")
        files.copy("picture")
        window.activate_window()
        window.key("ctrl+v")
        window.wait(lambda: listed(window, "Picture.png") == 1, "the pasted picture")
    cases.picture("02-pasted")


def case_beside(cases):
    """a document that is dropped beside its place is refused with the way to it"""
    window = cases.window
    with Files(INVOICE) as files:
        files.drag_to(window, window.find("list item", part="Results"))
    window.find(name="This is no package of Waymark")
    cases.picture("03-beside")
    words = window.close_message("This is no package of Waymark")
    check("“What proves your answers”" in words and "Nothing was changed." in words, words)
    window.find(part="Drop documents here")


def case_package(cases):
    """a company's package is dropped on the window, looked at and taken in"""
    window, home = cases.window, cases.home
    elsewhere = os.path.join(home.path, "elsewhere")
    package = os.path.join(home.documents, "guest.waymark")
    os.mkdir(elsewhere)
    for arguments in (("import", SAMPLE), ("company", "set", "Sample Metalworks", "--tag", "guest"),
                      ("export", "Sample Metalworks", "-o", package, "--without-passphrase")):
        subprocess.run([COMMAND, *arguments, "--workspace", elsewhere], check=True, capture_output=True,
                       env=dict(os.environ, **home.env()))
    window.key("alt+Home")
    target = window.find("button", "Quick scan")
    with Files(package) as files:
        files.drag_to(window, target)
    window.find(part="It was read to its end and is whole")
    cases.picture("04-package")
    window.answer("guest.waymark", "Cancel")
    check_equal(window.quit(), 0, "exit status")


Cases(__file__).journey(case_drop, case_paste, case_beside, case_package)
