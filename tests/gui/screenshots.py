#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER [LANGUAGE [LOOK…]]: every page and window of an owner's way with the sample company, of an
adviser's work with forty companies, and of the catalogue; light, dark, in high contrast and narrow. Run by
tools/screenshots."""
import gettext
import hashlib
import json
import os
import subprocess
import sys
import traceback

from drive import PATIENCE, Failed, run
from waymark import BUILD, COMMAND, SOURCE, WORDS, Home, Window, choose_path

FOLDER = sys.argv[1]
LANGUAGE = sys.argv[2] if len(sys.argv) > 2 else "en"
# What the window says, in its language: the way is found by the same words as in English.
translated = gettext.translation("waymark", os.path.join(BUILD, "po"), [LANGUAGE], fallback=LANGUAGE == "en").gettext
SAMPLES = os.path.join(SOURCE, "data/samples")
MAKER = os.path.join(BUILD, "tests/bench/make-workspace")
WIDE, NARROW, TALL = (1180, 800), 360, 1640
LOOKS = {"light": ({}, WIDE), "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, WIDE),
         "contrast": ({"ADW_DEBUG_HIGH_CONTRAST": "1"}, WIDE), "narrow": ({}, (NARROW, 800))}
RESULTS = """SME name;SME ID;DMA Timing;DMA Score;Digital Business Strategy;Digital Readiness;Human-Centric \
Digitalisation;Data Management;Automation & AI;Green Digitalisation;EDIH Name
Sample Metalworks;4711;T0;26,56;;;;;;;Hub
Nobody;12;T0;30;;;;;;;Hub
"""


def said(words):
    return translated(words).replace("_", "")


WORDS.update({step: said(words) for step, words in WORDS.items()})
MATRIX, QUESTION = said("How far are you with these technologies?"), said("How do you protect your data?")


class Visit:
    """One window in one look, and its pictures."""

    def __init__(self, look, *arguments, home=None, tall=False, **more):
        env, (width, height) = LOOKS[look]
        self.look, self.home = look, home or Home()
        self.narrow = width == NARROW
        self.window = Window(self.home, *arguments, LANGUAGE=LANGUAGE, **env, **more)
        self.window.resize(width, TALL if tall else height)
        if self.narrow:  # so that what stands over it is on the screen
            run("xdotool", "windowmove", "--sync", self.window._x_window()[0], "400", "20")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _):
        if error is not None and self.window.process.poll() is None:
            self.window.picture(os.path.join(FOLDER, f"failed-{self.look}.png"), whole_screen=True)
        self.window.kill()
        self.home.remove()

    def picture(self, name, number=0):
        self.window.point(1399, 1799)  # nothing is told about what the pointer stands over
        self.window.picture(os.path.join(FOLDER, f"{name}-{self.look}.png"), number=number)
        width = self.window.windows()[0].area[2]
        if self.narrow and width > NARROW:
            raise Failed(f"“{name}” makes the window {width} wide")

    def scroll_down(self):
        """With the wheel over the middle of the page."""
        _, left, top = self.window._x_window()
        x, y, width, height = self.window.windows()[0].area
        self.window.point(left + x + width * 6 // 10, top + y + height // 2)
        run("xdotool", "click", "--repeat", "12", "--delay", "15", "5")

    def menu(self, button, words):
        """An item of the menu of a button; both are parts of what they say."""
        self.window.press("button", part=said(button).split("%s")[0])
        self.window.wait(lambda: [thing for thing in self.window.find_all(part=said(words)) if "menu item" in thing.role],
                         f"“{words}” in the menu")[0].press()

    def go_to_question(self, title):
        """From the question that is open on to that one."""
        self.window.go("questions")
        self.window.until_page("questions")
        for _ in range(11):
            if self.window.has(name=title):
                return
            before = self.window.words()
            self.window.press("button", part=said("Next"))
            self.window.wait(lambda: self.window.words() != before, "the next question")
        self.window.find(name=title)

    def report(self):
        self.window.go("report")
        self.window.until_page("report")
        self.window.find("image", part=said("Page %u of %u").split("%u")[0] + "1")

    def preview(self):
        """Of what would be printed; its button is the toolkit's."""
        word = gettext.translation("gtk40", "/usr/share/locale", [LANGUAGE], fallback=True).gettext("Pre_view")
        self.window.key("ctrl+p")
        self.window.wait(lambda: [thing for thing in self.window.dialog() if thing.is_a("button") and word in thing.name],
                         "the dialog of printing")[0].press()
        self.window.wait(lambda: [thing for thing in self.window.dialog() if thing.name == said("Next page")],
                         "the print preview")
        self.over("print-preview")

    def over(self, name, close=True, height=700):
        """A window that stands over the first, of its own height unless it is narrow or another one is wanted."""
        self.window.wait(self.window.dialog, f"the window of {name}")
        # It is told of before it is on the screen.
        self.window.wait(lambda: self.window._x_window(self.window.windows()[-1])[0] != self.window._x_window()[0],
                         f"the window of {name} on the screen")
        width = NARROW if self.narrow else self.window.windows()[-1].area[2]
        if self.narrow or height != 700:  # of another size than the first: they are told apart by it
            self.window.resize_window(-1, width, height)
        self.picture(name, -1)
        if close:
            self.close(name)

    def close(self, name):
        self.window.activate_window(self.window.windows()[-1])
        self.window.key("Escape")
        self.window.wait(lambda: not self.window.dialog(), f"the window of {name} to close")

    def fill_in_hub(self):
        """In the form that is open."""
        def parts(name):
            return [thing for thing in self.window.dialog() if thing.name == said(name) and thing.role != "label"]
        for name, words in (("Name of the hub", "Oficina Digital"), ("Where you found it (https://…)", "https://a.example/"),
                            ("Website (https://…)", "https://oficina.example/")):
            parts(name)[0].write(words)
        self.window.choose(said("Country"), said("Albania"), self.window.windows()[-1])
        [thing for thing in self.window.dialog() if thing.is_a("button") and thing.name.endswith(said("_Add"))][0].press()
        self.window.wait(lambda: not self.window.dialog(), "the form to close")


def take_owner(look):
    with Visit(look) as visit:
        window = visit.window
        window.find(part=said("Try the sample company"))
        visit.picture("home-empty")
        window.press("button", part=said("Try the sample company"))
        window.find(name=said("Who you are"))
        visit.picture("company")
        before = {field.path for field in window.find_all("field")}
        window.press("button", part=": Norte")
        window.wait(lambda: {field.path for field in window.find_all("field")} - before, "the search field")
        window.type("Viana do Castelo")
        window.find(part=said("Show everything"))
        visit.picture("place-not-found")
        window.key("Escape")
        visit.go_to_question(MATRIX)
        visit.picture("matrix")
        visit.go_to_question(QUESTION)
        visit.picture("question")
        for page in ("results", "support", "plan"):
            window.go(page)
            window.until_page(page)
            visit.picture(page)
            if page == "results":
                visit.scroll_down()
                visit.picture("results-why")
            if page == "support":
                window.press(role="button", name=said("Hubs"))
                search = window.find(part=said("Search all hubs by name, place or technology"))
                visit.picture("hubs")
                search.write("Felgueiras")
                window.find(part=said("Hubs in %s").split("%s")[0])
                visit.picture("hubs-not-found")
                search.write("")
        visit.report()
        visit.picture("report")
        visit.preview()
        window.go("questions")
        window.until_page("questions")
        window.key("3")
        window.key("alt+Home")
        window.find("list item", part="Sample Metalworks")
        visit.picture("home-list")


def home_of_one_stage():
    """Complete, so that the next can start."""
    home = Home()
    subprocess.run([COMMAND, "import", os.path.join(SAMPLES, "sample-metalworks-t0.json")], check=True,
                   capture_output=True, env=dict(os.environ, **home.env()))
    return home


def take_next_stage(look):
    """The stage that is due, the old answers as suggestions."""
    with Visit(look, home=home_of_one_stage()) as visit:
        window = visit.window
        window.find("list item", part="Sample Metalworks")
        visit.menu("Main menu", "I _advise companies")
        window.key("Escape")
        window.find(part=said("%s is due") % "T1")
        visit.picture("companies-late")
        window.press("list item", part="Sample Metalworks")
        window.find(name=said("Who you are"))
        visit.menu("Main menu", "Assessments over _time")
        start = said("Start %s") % "T1"
        window.press("button", start)
        window.find("button", said("Confirm all of this page"))
        visit.picture("suggested")
        visit.go_to_question(MATRIX)
        visit.picture("suggested-matrix")


def take_scan(look):
    with Visit(look, os.path.join(SAMPLES, "scan.json")) as visit:
        visit.window.go("results")
        visit.window.until_page("results")
        visit.picture("scan-results")


def home_of_an_adviser():
    """With forty companies, made by the program that makes the large workspace of the benchmark."""
    home = Home()
    folder = os.path.join(home.data, "waymark")
    os.makedirs(folder)
    subprocess.run([MAKER, os.path.join(folder, "workspace.db"), "40"], check=True, cwd=SOURCE)
    return home


def take_adviser(look):
    with Visit(look, home=home_of_an_adviser()) as visit:
        window = visit.window
        more = "More for “%s”"
        window.find("button", part=said(more).split("%s")[0])
        visit.picture("companies")
        window.press("button", part=said(more).split("%s")[0])
        window.find(part=said("_Contacts and meetings"))
        visit.picture("company-menu")
        window.key("Escape")
        window.press("button", part=said("Filter"))
        window.find(part=said("Clear all"))
        visit.picture("companies-filter")
        window.key("Escape")
        window.press("button", part=said("Reports for all shown companies…"))
        visit.over("reports")
        for name, words in (("records", "_Contacts and meetings"), ("export", "_Save as a package…"),
                            ("erase", "Delete for _good…")):
            visit.menu(more, words)
            visit.over(name)
        visit.menu("Main menu", "_Your data and backups…")
        visit.over("data")
        window.key("ctrl+comma")
        visit.over("preferences")
        window.key("F1")
        visit.over("help")
        visit.menu(more, "_Show only this company")
        window.find(part=said("Show all companies"))
        visit.picture("focus")


def take_portfolio(look):
    with Visit(look, home=home_of_an_adviser()) as visit:
        window = visit.window
        window.find("button", part=said("More for “%s”").split("%s")[0])
        window.key("ctrl+shift+p")
        window.find(part=said("Where they stand"))
        visit.picture("portfolio")
        window.resize(LOOKS[look][1][0], TALL)
        visit.picture("portfolio-whole")
        for view in ("Demand", "Partners", "Hand on"):
            window.wait(lambda: [thing for thing in window.find_all(name=said(view)) if thing.role != "label"],
                        f"the view {view}")[0].press()
            if view == "Partners":
                pair = window.find("list item", part=said("%s and %s").split("%s")[1], patience=PATIENCE * 6)
                visit.picture("portfolio-pairs")
                window.click(pair)
                window.find(part=said("What the rules say, for %s with %s as its partner:").split("%s")[0])
            visit.picture("portfolio-" + view.split()[0].lower())


def home_of_two_stages():
    home = Home()
    for stage in ("t0", "t1"):
        subprocess.run([COMMAND, "import", os.path.join(SAMPLES, f"sample-metalworks-{stage}.json")], check=True,
                       capture_output=True, env=dict(os.environ, **home.env()))
    return home


def take_stages(look):
    with Visit(look, home=home_of_two_stages(), tall=True) as visit:
        window = visit.window
        visit.menu("Main menu", "I _advise companies")
        window.key("Escape")
        window.press("list item", part="Sample Metalworks")
        window.find(name=said("Who you are"))
        visit.picture("company-whole")
        for page, words in (("project", "Goal"), ("evidence", "Name a document without a file"),
                            ("people", "Add a person")):
            window.click(window.wait(lambda: [thing for thing in window.find_all("list item")
                                              if WAYS[page] in thing.name], f"the way to {page}")[0])
            window.find(name=said(words))
            visit.picture(page)
            window.go("company")
            window.until_page("company")
        visit.menu("Main menu", "Assessments over _time")
        window.find(part=said("Compare with before"))
        visit.picture("stages")
        for page, words in (("compare", "Compare with before"), ("portal", "Entry sheet for the Commission’s portal")):
            window.press("list item", part=said(words))
            window.until_gone("list item", part=said(words))
            visit.picture(page)
            visit.menu("Main menu", "Assessments over _time")
            window.find(part=said("Compare with before"))
        visit.menu("Main menu", "_Ready to submit?")
        window.find(name=said("What is missing or to be checked"))
        visit.picture("application")
        for page in ("results", "support", "plan"):
            window.go(page)
            window.until_page(page)
            visit.picture(page + "-whole")
        window.press("button", said("Edit the plan"))
        window.find(name=said("Targets and actions"))
        visit.picture("actions")
        visit.report()
        visit.picture("report-whole")


WAYS = {page: said(words) for page, words in
        {"project": "What you plan", "evidence": "What proves your answers", "people": "Several people answer"}.items()}


def take_files(look):
    """Files that come in: an assessment that contradicts, a package with a passphrase, the portal's results."""
    home = home_of_two_stages()
    path = os.path.join(home.documents, "results.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(RESULTS)
    with Visit(look, path, home=home) as visit:
        visit.over("official")
    home = home_of_two_stages()
    path = os.path.join(home.documents, "sample.waymark")
    subprocess.run([COMMAND, "export", "Sample Metalworks", "-o", path, "--without-passphrase"], check=True,
                   capture_output=True, env=dict(os.environ, **home.env()))
    with open(os.path.join(SAMPLES, "sample-metalworks-t1.json"), encoding="utf-8") as file:
        other = json.load(file)
    other["company"]["name"] = "Otherwise Metalworks"
    other["answers"]["q8"] = [1]
    changed = os.path.join(home.documents, "other.json")
    with open(changed, "w", encoding="utf-8") as file:
        json.dump(other, file)
    subprocess.run([COMMAND, "import", changed, "--prefer", "file"], check=True, capture_output=True,
                   env=dict(os.environ, **home.env()))
    with Visit(look, path, home=home) as visit:
        visit.over("import")


def newer_list(home):
    with open(os.path.join(SOURCE, "data/catalogue/hubs.json"), encoding="utf-8") as file:
        hubs = json.load(file)
    hubs["date"] = "2026-11-01"
    hubs["hubs"][0]["name"] = "A Hub By Another Name"
    hubs["hubs"][1]["technologies"] = {"robotics": 5}
    path = os.path.join(home.documents, "newer.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(hubs, file)
    return path


def take_catalogue(look):
    with Visit(look) as visit:
        window = visit.window
        window.find(part=said("Try the sample company"))
        window.press("button", part=said("Main menu"))  # its items can be pressed once the data is read
        window.wait(lambda: [thing for thing in window.find_all(part=said("_Catalogue of hubs and support"))
                             if "menu item" in thing.role and "sensitive" in thing.states], "the catalogue to be there")
        window.key("Escape", "ctrl+l")
        window.find("field", name=said("Search the catalogue"))
        visit.picture("catalogue")
        window.press("button", part=said("Filter"))
        window.find(part=said("Show everything"))
        visit.picture("catalogue-filter")
        window.key("Escape")
        for name, words in (("hub", "produtech"), ("support", "assessment voucher"), ("cluster", "produtech cluster")):
            window.key("ctrl+f", "ctrl+a")
            before = window.words()
            window.type(words)
            window.wait(lambda: window.words() != before, "another list")
            window.key("Return")
            window.find(part=said("Source of this record"))
            visit.picture("catalogue-" + name)
            if visit.narrow:
                window.press("button", said("Back to the list"))
                window.until_gone("button", said("Back to the list"))
        visit.menu("Own records and updates", "Add a _call…")
        visit.over("own-call")
        visit.menu("Own records and updates", "Add a _hub…")
        visit.over("own-hub", close=False)
        visit.fill_in_hub()
        window.find(part=said("Added by you; it stays on this computer."))
        visit.picture("catalogue-own")
        visit.menu("Own records and updates", "_Update from a file…")
        window.wait(window.dialog, "the file dialog")
        choose_path(window, newer_list(visit.home))
        window.find(part="A Hub By Another Name")
        visit.over("update")


def home_with_evidence():
    """Of two stages, with the files that are registered but one; they are kept under their hash."""
    home = home_of_two_stages()
    folder = os.path.join(home.data, "waymark", "workspace.db.files")
    os.makedirs(folder, exist_ok=True)
    papers = os.path.join(SAMPLES, "evidence")
    for name in sorted(os.listdir(papers))[1:]:
        with open(os.path.join(papers, name), "rb") as file:
            content = file.read()
        with open(os.path.join(folder, hashlib.sha256(content).hexdigest()), "wb") as file:
            file.write(content)
    return home


AGREED = said("How do you take your people along?")
PASSPHRASE = "four words nobody guesses"


def part_of_dialog(window, role, words):
    """The things of the window in front whose name says @words."""
    return window.wait(lambda: [thing for thing in window.dialog() if thing.is_a(role) and words in thing.name and thing.seen],
                       f"{role} “{words}” in the window in front")


def take_people(look):
    """Who answers, where they differ, what the meeting agrees, one who answers alone; notes, what proves an answer, and
    what the portal asks."""
    with Visit(look, home=home_with_evidence(), tall=True) as visit:
        window = visit.window
        window.find("list item", part="Sample Metalworks")
        visit.menu("Main menu", "I _advise companies")
        window.key("Escape")
        window.press("list item", part="Sample Metalworks")
        window.find(name=said("Who you are"))
        window.click(window.find("list item", part=WAYS["evidence"]))
        window.find(name=said("Name a document without a file"))
        visit.picture("evidence")
        visit.menu("Main menu", "Assessments over _time")
        window.press("list item", part=said("Entry sheet for the Commission’s portal"))
        window.find(name=said("What the portal says"))
        visit.picture("portal")
        visit.menu("Main menu", "_People who answer")
        window.find(name=said("Who answers"))
        visit.picture("people")
        window.click(window.find("list item", part=AGREED))
        agree = said("Record the agreed answer to “%s”") % AGREED
        window.find("button", part=agree)
        visit.picture("people-spread")
        window.press("button", part=agree)
        visit.over("agree")
        for role in ("Accounts", "Sales"):
            window.find("field", part=said("What the person does")).write(role)
            window.press("button", said("Add this person"))
            window.find("button", said("%s answers alone") % role)
        window.press("button", said("%s answers alone") % "Sales")
        window.find(name=said("You answer alone"))
        visit.picture("round-begin")
        window.press("button", said("Begin"))
        window.find(part=said("Question %u of %u").split("%u")[0] + "1")
        visit.picture("round")
        window.press("button", said("Stop for now"))
        window.find(name=said("Who answers"))
        visit.go_to_question(QUESTION)
        visit.picture("question-notes")


def home_with_a_past(home):
    """A company that was deleted, one that is kept too long."""
    listed = subprocess.run([COMMAND, "company", "list", "--json"], check=True, capture_output=True, text=True,
                            env=dict(os.environ, **home.env()))
    names = [company["name"] for company in json.loads(listed.stdout)["companies"]]
    for name in names[-2:]:
        subprocess.run([COMMAND, "company", "delete", name], check=True, capture_output=True,
                       env=dict(os.environ, **home.env()))
    return home


def take_windows(look):
    """What stands over the first window, with something in it."""
    with Visit(look, home=home_with_a_past(home_of_an_adviser())) as visit:
        window = visit.window
        more = "More for “%s”"
        window.find("button", part=said(more).split("%s")[0])
        visit.menu(more, "_Contacts and meetings")
        for field, words in (("Tags, with commas between them", "export, twin candidate"),
                             ("Keep until (year-month-day)", "2026-01-31")):
            entry = part_of_dialog(window, "field", said(field))[0]
            entry.focus()
            window.type(words)
            window.key("Return")
        part_of_dialog(window, "button", said("Add a meeting"))[0].press()
        visit.over("records-meeting", close=False)
        part_of_dialog(window, "button", said("_Cancel"))[0].press()
        part_of_dialog(window, "button", said("Add a note"))[0].press()
        part_of_dialog(window, "field", said("Note"))[0].write("Wants to know first what the others of the trade do.")
        part_of_dialog(window, "button", said("_Save"))[0].press()
        visit.over("records-filled", height=1500)
        window.find(part=said("Decide…"))
        visit.picture("companies-kept-too-long")
        visit.menu("Main menu", "_Your data and backups…")
        part_of_dialog(window, "button", said("Back up _now"))[0].press()
        window.find(part=said("Made by hand"))
        visit.over("data-filled", height=1100, close=False)
        part_of_dialog(window, "button", said("_Bring back"))[0].press()
        window.find(name=said("Bring back this backup?"))
        visit.picture("restore", -1)
        window.key("Escape")
        window.until_gone(name=said("Bring back this backup?"))
        visit.close("data")
        window.key("ctrl+comma")
        visit.over("preferences-whole", height=1700)
        window.key("F1")
        visit.over("help-adviser", close=False)
        visit.close("help")
        visit.menu("Main menu", "_About Waymark")
        visit.over("about")
        window.key("ctrl+question")
        visit.over("shortcuts", height=1100)  # the last: GTK 4.8 goes on telling of this window when it is closed


def take_packages(look):
    """A package that is sealed, and one that is opened with its passphrase."""
    with Visit(look, home=home_of_two_stages()) as visit:
        window = visit.window
        window.find("list item", part="Sample Metalworks")
        window.press("list item", part="Sample Metalworks")
        window.find(name=said("Who you are"))
        window.key("ctrl+shift+s")
        part_of_dialog(window, "button", said("Suggest a passphrase"))[0].press()
        visit.over("export-sealed", height=1200)
    sender = home_of_two_stages()
    path, secret = (os.path.join(sender.documents, name) for name in ("sample.waymark", "secret"))
    with open(secret, "w", encoding="utf-8") as file:
        file.write(PASSPHRASE + "\n")
    subprocess.run([COMMAND, "export", "Sample Metalworks", "-o", path, "--passphrase-file", secret], check=True,
                   capture_output=True, env=dict(os.environ, **sender.env()))
    with Visit(look, path) as visit:
        window = visit.window
        window.find(name=said("This package has a passphrase"))
        visit.over("import-sealed", close=False)
        part_of_dialog(window, "field", said("Passphrase"))[0].write(PASSPHRASE)
        part_of_dialog(window, "button", said("_Open"))[0].press()
        window.find(part=said("New: not on this computer yet"))
        visit.over("import-new")
    sender.remove()


SCENES = {"owner": take_owner, "scan": take_scan, "next": take_next_stage, "adviser": take_adviser, "portfolio": take_portfolio,
          "stages": take_stages, "files": take_files, "catalogue": take_catalogue,
          "people": take_people, "windows": take_windows, "packages": take_packages}


def main():
    """All scenes in all looks, or those that are named. One that goes wrong does not hide the others."""
    named = sys.argv[3:]
    failed = []
    for look in [look for look in LOOKS if look in named] or LOOKS:
        for name in [scene for scene in SCENES if scene in named] or SCENES:
            try:
                SCENES[name](look)
            except Exception:  # said at the end, by the exit status too
                traceback.print_exc()
                failed.append(f"{name} in {look}")
    if failed:
        sys.exit("No pictures of " + ", ".join(failed))


main()
