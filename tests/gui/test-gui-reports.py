# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of all companies at once: from Home and from the portfolio, stopped and gone on with, as the command writes
them."""
import copy
import fcntl
import json
import os
import subprocess
import uuid

from waymark import COMMAND, SAMPLE, Cases, check, check_equal, choose_path

# So many that a person can stop it in the middle.
N = 30
JOURNAL = ".waymark-reports"


def import_clients(home):
    with open(SAMPLE, encoding="utf-8") as file:
        one = json.load(file)
    for number in range(N):
        document = copy.deepcopy(one)
        document["id"] = str(uuid.UUID(int=number + (number + 1 << 96)))
        document["company"].update(name=f"Firm {number:02}", region="PT11" if number % 4 else "PT17")
        path = os.path.join(home.documents, "client.json")
        with open(path, "w", encoding="utf-8") as out:
            json.dump(document, out)
        subprocess.run([COMMAND, "import", path], check=True, capture_output=True, env=dict(os.environ, **home.env()))
        os.remove(path)


def reports(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".pdf"))


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def check_whole(folder):
    """Every file is a whole report, and nothing else lies there but the list."""
    check_equal(sorted(os.listdir(folder)), sorted(reports(folder) + [JOURNAL]), "files in the folder")
    for name in reports(folder):
        data = read(folder, name)
        check(data.startswith(b"%PDF") and data.endswith(b"%%EOF\n"), f"{name} is not whole")


def press(window, words):
    """A button of the window in front; a mnemonic is told beside the words."""
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("button") and thing.seen and words in thing.name],
                f"the button “{words}”")[0].press()


def open_reports(window):
    window.press("button", "Reports for all shown companies…")
    window.find(name="Who will read it?")


def write_into(window, folder):
    press(window, "Write…")
    window.wait(lambda: len(window.windows()) > 2, "the dialog")
    choose_path(window, folder, "Write")


def until(window, words):
    """The summary's words; it comes after all that is written."""
    window.find(part=words, patience=120)


def case_offered(cases):
    """an adviser finds it beside the list, for what is shown"""
    import_clients(cases.fresh_home())
    window = cases.open_again()
    window.find("button", part="New company")
    open_reports(window)
    window.find(name=f"{N} companies")
    check(not window.has(name="Logo of the company"), "one company’s logo is offered for all")
    cases.picture("01-choices")
    cases.folder = os.path.join(cases.home.documents, "all")
    os.mkdir(cases.folder)


def case_stopped(cases):
    """it says how far it is, and stops at any time with whole files only"""
    window = cases.window
    write_into(window, cases.folder)
    window.wait(lambda: len(reports(cases.folder)) >= 2, "the first reports")
    check(window.has(part=f" of {N}"), "it does not say how far it is")
    press(window, "Stop")
    until(window, "makes only what is missing")
    check(window.has(name="Stopped"), "it does not say that it was stopped")
    cases.picture("02-stopped")
    cases.found = len(reports(cases.folder))
    check(2 <= cases.found < N, f"{cases.found} reports after the stop")
    check_whole(cases.folder)


def case_goes_on(cases):
    """it goes on where it was stopped, and says what came of it"""
    window = cases.window
    stamps = {name: os.stat(os.path.join(cases.folder, name)).st_mtime_ns for name in reports(cases.folder)}
    press(window, "Go on")
    until(window, f"Written: {N - cases.found}. Already there and the same: {cases.found}. Refused: 0.")
    check_equal(len(reports(cases.folder)), N, "reports")
    check_whole(cases.folder)
    for name, stamp in stamps.items():
        check_equal(os.stat(os.path.join(cases.folder, name)).st_mtime_ns, stamp, f"time of {name}")
    cases.picture("03-done")
    press(window, "Close")
    window.until_gone(name="Who will read it?")


def case_command(cases):
    """the command writes the same bytes under the same names"""
    folder = os.path.join(cases.home.documents, "command")
    said = subprocess.run([COMMAND, "report", "--all", "-o", folder], check=True, capture_output=True, text=True,
                          env=dict(os.environ, **cases.home.env())).stdout
    check(f"written: {N}," in said, said)
    check_equal(reports(folder), reports(cases.folder), "names")
    for name in reports(folder):
        check(read(folder, name) == read(cases.folder, name), f"{name} is not the same")


def case_filtered(cases):
    """only the companies that are found, for another reader, and a folder in use is told"""
    window = cases.window
    folder = os.path.join(cases.home.documents, "some")
    os.mkdir(folder)
    window.type("Firm 0")
    window.wait(lambda: not window.has(name="Firm 11"), "the companies found")
    open_reports(window)
    window.find(name="10 companies")
    window.find(part="Every score, answer and source").press()
    window.key("Down", "Down", "Return")
    window.find(part="The result, the gaps, the first steps")
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    write_into(window, folder)
    until(window, "another run is writing reports into this folder")
    check_equal(os.listdir(folder), [], "files in a folder that is in use")
    cases.picture("04-in-use")
    os.close(held)
    press(window, "Go on")
    until(window, "Written: 10.")
    check_equal([name[:7] for name in reports(folder)], [f"Firm {n:02}" for n in range(10)], "companies")
    press(window, "Close")
    window.until_gone(name="Reports")


def case_portfolio(cases):
    """the portfolio offers it for what it counts"""
    window = cases.window
    window.key("Escape")
    window.key("ctrl+shift+p")
    window.find(part=f"{N} with a complete score")
    window.press("button", "Write the companies and their figures")
    window.find(part="Reports for all shown companies").press()
    window.find(name=f"{N} companies")
    cases.picture("05-portfolio")
    window.key("Escape")
    window.until_gone(name="Who will read it?")
    check_equal(window.quit(), 0, "exit status")


Cases(__file__).journey(case_offered, case_stopped, case_goes_on, case_command, case_filtered, case_portfolio)
