# SPDX-License-Identifier: GPL-3.0-or-later
"""An adviser's data stay safe: a backup comes back, a deleted company too, one deleted for good never; the day until
which data may be kept is set and reminded of; and the workspace moves to another folder, which is remembered and missed
when it is not there."""
import json
import os
import subprocess

from waymark import COMMAND, SAMPLE, Cases, check, check_equal, choose_path

COMPANY = "Sample Metalworks"
LATER = "Renamed Metalworks"
# Settings that outlive the program.
KEPT = {"GSETTINGS_BACKEND": "keyfile"}


def open_data(window):
    window.press("button", "Main menu")
    window.find(part="Your data and backups").press()
    window.find(name="Backups")


def in_dialog(window, role, part):
    def look():
        return [thing for thing in window.dialog() if thing.is_a(role) and part in thing.name and thing.seen]
    return window.wait(look, f"{role} “{part}” in the dialog")


def close_dialog(window):
    window.activate_window(window.windows()[-1])
    window.key("Escape")
    window.wait(lambda: not window.dialog(), "the dialog to close")


def rename(window, name):
    window.find("field", "Name").write(name)
    window.find("frame", part=name)
    window.saved()


def backups_on_disk(home):
    folder = os.path.join(home.data, "waymark", "workspace.db.backups")
    return os.listdir(folder) if os.path.isdir(folder) else []


def case_backup(cases):
    """a backup that is made by hand comes back, and what was there is kept"""
    cases.fresh_home()
    window = cases.open_again(**KEPT)
    window.press("button", "Try the sample company")
    window.find("frame", part=COMPANY)
    rename(window, COMPANY + " One")
    open_data(window)
    in_dialog(window, "button", "Back up")[0].press()
    window.find(part="Made by hand")
    cases.picture("01-data")
    close_dialog(window)
    rename(window, LATER)
    open_data(window)
    row = [thing for thing in window.dialog() if thing.name.startswith("Made by hand")][0]
    while not row.is_a("list item"):
        row = row.parent
    [thing for thing in row.walk() if thing.is_a("button") and "Bring back" in thing.name][0].press()
    window.find(name="Bring back this backup?")
    in_dialog(window, "button", "Bring back")[-1].press()
    window.find("frame", part=COMPANY + " One")
    window.find(part="Before a backup was brought back")
    cases.picture("02-restored")
    close_dialog(window)
    check(not window.has(part=LATER), "the later name is still shown")
    check([name for name in backups_on_disk(cases.home) if "before-restore" in name], "what was there was not kept")


GONE = "Secret Mills"
# What nobody else's data have in them, as they lie in files.
TRACES = (GONE, "Maria Secret", "secret@mills.example", "About the secret loom")


def traces(home):
    """Which of them are found in which file of the user's folders."""
    found = []
    for folder, _, names in os.walk(home.path):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            found += [(name, trace) for trace in TRACES if trace.encode() in content or trace in name]
    return found


def command(home, *arguments):
    subprocess.run([COMMAND, *arguments], check=True, capture_output=True, env=dict(os.environ, **home.env()))


def take_in_one_that_goes(cases):
    """With a contact, a meeting and evidence, and long after the day until which it may be kept."""
    with open(SAMPLE, encoding="utf-8") as file:
        document = json.load(file)
    document.update(id="goes", company=dict(document["company"], name=GONE, legal_name=GONE + ", Lda."))
    evidence = os.path.join(cases.home.path, "evidence.txt")
    path = os.path.join(cases.home.path, "goes.json")
    with open(evidence, "w", encoding="utf-8") as file:
        file.write("The invoice of Secret Mills")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    command(cases.home, "import", path)
    command(cases.home, "company", "contact", GONE, "--name", "Maria Secret", "--email", "secret@mills.example")
    command(cases.home, "company", "meeting", GONE, "--about", "About the secret loom", "--held-on", "2026-01-10")
    command(cases.home, "stage", "evidence", GONE, "--add", evidence)
    os.remove(evidence)
    os.remove(path)


def open_contacts(window):
    window.press("button", part=f"More for “{GONE}”")
    window.find(part="Contacts and meetings").press()
    window.find(part="Maria Secret")


def case_retention(cases):
    """when the last day of a company's data has passed Home says so, and they are kept a year more"""
    take_in_one_that_goes(cases)
    window = cases.window
    window.press("button", "Main menu")
    window.find(part="I advise companies").press()
    window.key("alt+Home")
    open_contacts(window)
    window.find("field", part="Keep until").write("2020-01-01")
    close_dialog(window)
    window.find(part="The data of 1 company may be kept no longer")
    window.press("button", part="Decide")
    window.find(part="Until 1 January 2020")
    cases.picture("03-retention")
    in_dialog(window, "button", "Keep a year")[0].press()
    window.until_gone(part="Until 1 January 2020")
    close_dialog(window)
    window.until_gone(part="may be kept no longer")


def case_erase(cases):
    """a company that is deleted for good leaves no trace in any file, the backups included"""
    window, home = cases.window, cases.home
    command(home, "backup")
    check(len({name for name, _ in traces(home)}) > 1, f"there is nothing to delete: {traces(home)}")
    window.press("button", part=f"More for “{GONE}”")
    window.find(part="Delete for good").press()
    typed = in_dialog(window, "field", "Type the company’s name")[0]
    button = in_dialog(window, "button", "Delete for good")[0]
    check("sensitive" not in button.states, "it can be deleted without its name")
    typed.write(GONE.lower())
    cases.picture("04-erase")
    window.wait(lambda: "sensitive" in in_dialog(window, "button", "Delete for good")[0].states, "the button")
    in_dialog(window, "button", "Delete for good")[0].press()
    window.wait(lambda: not window.dialog(), "the window to close")
    window.until_gone("list item", part=GONE)
    check_equal(traces(home), [], "traces in the user's files")
    window.click(window.find("list item", part=COMPANY + " One"))
    window.find("frame", part=COMPANY + " One")


def case_folder(cases):
    """the workspace moves to another folder; a synchronised one is refused"""
    window = cases.window
    target = os.path.join(cases.home.documents, "kept")
    synchronised = os.path.join(cases.home.documents, "Dropbox")
    os.mkdir(target)
    os.mkdir(synchronised)
    for folder in (synchronised, target):
        open_data(window)
        in_dialog(window, "list item", "Use another folder")[0].press()
        window.wait(lambda: "Use another folder" in window.windows()[-1].name, "the folder dialog")
        choose_path(window, folder, "Choose")
        if folder == synchronised:
            window.find(name="This folder cannot be used")
            check("is synchronised by Dropbox" in window.words(), "the reason is not said")
            in_dialog(window, "button", "Close")[-1].press()
            window.wait(lambda: not window.has(name="This folder cannot be used"), "the message to close")
            close_dialog(window)
    window.find(name="Use this folder?")
    in_dialog(window, "button", "Move everything there")[-1].press()
    window.find(part=target)
    check(os.path.exists(os.path.join(target, "workspace.db")), "the workspace is not in the new folder")
    check(not os.path.exists(os.path.join(cases.home.data, "waymark", "workspace.db")), "the old one is still there")
    check(os.path.isdir(os.path.join(target, "workspace.db.backups")), "the backups did not move")
    close_dialog(window)
    window.find("frame", part=COMPANY + " One")
    rename(window, COMPANY + " Two")
    check_equal(window.quit(), 0, "the exit status")


def case_missing_folder(cases):
    """the folder is remembered, and missed when it is not there"""
    target = os.path.join(cases.home.documents, "kept")
    away = target + "-away"
    os.rename(target, away)
    window = cases.open_again(**KEPT)
    window.find(part="The workspace is not there")
    cases.picture("05-missing")
    os.rename(away, target)
    window.press("button", "Try again")
    window.find("list item", part=COMPANY + " Two")
    check(not window.has(part="The workspace is not there"), "it still says that the workspace is not there")
    check_equal(window.quit(), 0, "the exit status")


if __name__ == "__main__":
    Cases(__file__).journey(case_backup, case_retention, case_erase, case_folder, case_missing_folder)
