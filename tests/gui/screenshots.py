#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER [LANGUAGE [LOOK…]]: every page and window of an owner's way with the sample company, of an
adviser's work with forty companies, and of the catalogue; light, dark, in high contrast and narrow. Run by
tools/screenshots."""
import gettext
import json
import os
import subprocess
import sys
import traceback

from drive import run
from waymark import BUILD, COMMAND, SOURCE, WORDS, Home, Window

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

    def __exit__(self, *_):
        self.window.kill()
        self.home.remove()

    def picture(self, name, number=0):
        self.window.picture(os.path.join(FOLDER, f"{name}-{self.look}.png"), number=number)

    def scroll_down(self):
        """With the wheel over the middle of the page."""
        _, left, top = self.window._x_window()
        x, y, width, height = self.window.windows()[0].area
        run("xdotool", "mousemove", "--sync", str(left + x + width * 6 // 10), str(top + y + height // 2))
        run("xdotool", "click", "--repeat", "12", "--delay", "15", "5")

    def menu(self, button, words):
        """An item of the menu of a button; both are parts of what they say."""
        self.window.press("button", part=said(button).split("%s")[0])
        self.window.find("menu item", part=said(words)).press()

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

    def over(self, name, close=True):
        """A window that stands over the first."""
        self.window.wait(self.window.dialog, f"the window of {name}")
        if self.narrow:
            self.window.resize_window(-1, NARROW, 700)  # of another size than the first: they are told apart by it
        self.picture(name, -1)
        if close:
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
        country = [part for thing in parts("Country") for part in thing.walk() if part.is_a("button") and part.seen]
        country[0].press()
        self.window.find(name=said("Albania"))
        self.window.key("Down", "Return")
        [thing for thing in self.window.dialog() if thing.is_a("button") and thing.name.endswith(said("_Add"))][0].press()
        self.window.wait(lambda: not self.window.dialog(), "the form to close")


def take_owner(look):
    with Visit(look) as visit:
        window = visit.window
        window.find(part=said("Try the sample company"))
        visit.picture("home-empty")
        window.press(part=said("Try the sample company"))
        window.find(name=said("Who you are"))
        visit.picture("company")
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
                window.find(part=said("Search all hubs by name, place or technology"))
                visit.picture("hubs")
        visit.report()
        visit.picture("report")
        window.go("questions")
        window.until_page("questions")
        window.key("3")
        window.key("alt+Home")
        window.find("list item", part="Sample Metalworks")
        visit.picture("home-list")


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
    subprocess.run([COMMAND, "import", changed], capture_output=True, env=dict(os.environ, **home.env()), check=False)
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
        window.key("ctrl+l")
        window.find("field", name=said("Search the catalogue"))
        visit.picture("catalogue")
        window.press("button", part=said("Filter"))
        window.find(part=said("Show everything"))
        visit.picture("catalogue-filter")
        window.key("Escape")
        for name, words in (("hub", "produtech"), ("support", "twin application"), ("cluster", "cluster")):
            window.key("ctrl+f", "ctrl+a")
            before = window.words()
            window.type(words)
            window.wait(lambda: window.words() != before, "another list")
            window.key("Return")
            window.find(part=said("Source of this record"))
            visit.picture("catalogue-" + name)
            if visit.narrow:
                window.press("button", said("Back to the list"))
        visit.menu("Own records and updates", "Add a _call…")
        visit.over("own-call")
        visit.menu("Own records and updates", "Add a _hub…")
        visit.over("own-hub", close=False)
        visit.fill_in_hub()
        window.find(part=said("Added by you; it stays on this computer."))
        visit.picture("catalogue-own")
        visit.menu("Own records and updates", "_Update from a file…")
        window.wait(window.dialog, "the file dialog")
        window.key("ctrl+l")
        window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("field") and thing.seen], "a field")
        window.key("ctrl+a")
        window.type(newer_list(visit.home))
        window.key("Return")
        window.find(part="A Hub By Another Name")
        visit.over("update")


SCENES = {"owner": take_owner, "scan": take_scan, "adviser": take_adviser, "portfolio": take_portfolio,
          "stages": take_stages, "files": take_files, "catalogue": take_catalogue}


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
