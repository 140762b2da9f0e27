# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of Waymark for tests: a fresh home for each, TAP for meson, pictures kept under the build folder, and the
words by which a person finds the way."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

from drive import App, Failed, run

SOURCE = os.environ.get("WAYMARK_SOURCE", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
BUILD = os.environ.get("WAYMARK_BUILD", os.path.join(SOURCE, "_build"))
PROGRAM = os.path.join(BUILD, "src/app/waymark")
COMMAND = os.path.join(BUILD, "src/cli/waymark-cli")
SAMPLE = os.path.join(SOURCE, "data/samples/sample-metalworks.json")

WORDS = {"home": "Where does your company stand?", "company": "Who you are", "questions": "Back", "results": "Why this score",
         "support": "What you can ask for today", "hubs": "Hubs", "plan": "What to do next",
         "report": "Who will read it?"}


class Home:
    """A user's folders, empty, gone afterwards."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="waymark-home.")
        self.data = os.path.join(self.path, "data")
        self.documents = os.path.join(self.path, "documents")
        settings = os.path.join(self.path, "config", "gtk-4.0")
        for folder in (self.data, self.documents, settings):
            os.makedirs(folder)
        # The look of the screen is the server's: the font and the one button of the title bar.
        given = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini")
        if os.path.exists(given):
            shutil.copy(given, settings)

    def env(self, **more):
        return dict({"HOME": self.path, "XDG_DATA_HOME": self.data, "WAYMARK_DATA_DIR": os.path.join(SOURCE, "data"),
                     "XDG_CONFIG_HOME": os.path.join(self.path, "config"),
                     "XDG_CACHE_HOME": os.path.join(self.path, "cache"), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}, **more)

    def remove(self):
        for folder, _, _ in os.walk(self.path):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.path)


class Window(App):
    """The program with the words of its pages."""

    def __init__(self, home, *arguments, before=(), **env):
        super().__init__([*before, PROGRAM, *arguments], home.env(**env))
        self.activate_window()

    def go(self, step):
        """By the keys of the way: Alt+1 is Company."""
        steps = ("company", "questions", "results", "support", "plan", "report")
        self.activate_window()
        self.key("alt+" + str(steps.index(step) + 1))

    def until_page(self, step):
        """Waits until the page of a step is there: for words that stand on no other."""
        self.find(name=WORDS[step])

    def dialog(self):
        """Everything in the window that stands over the first, nothing when there is none."""
        windows = self.windows()
        return list(windows[-1].walk()) if len(windows) > 1 else []

    def close_message(self, heading):
        """Reads a message and closes it; returns all its words."""
        self.wait(lambda: [thing for thing in self.dialog() if thing.name == heading], f"the message “{heading}”")
        words = "\n".join(thing.name for thing in self.dialog())
        button = self.wait(lambda: [thing for thing in self.dialog() if thing.is_a("button") and "Close" in thing.name
                                    and thing.seen], "a button to close the message")
        button[-1].press()
        self.wait(lambda: not self.dialog(), "the message to close")
        return words

    def click_below(self, role=None, name=None, part=None):
        """Turns the wheel over the middle of the window until the thing is in view, and clicks it."""
        def look():
            thing = self.find(role, name, part)
            x, y, _, height = thing.area
            _, _, width, bottom = self.windows()[0].area
            if 60 <= y and y + height <= bottom - 12:
                return thing
            _, left, top = self._x_window()
            run("xdotool", "mousemove", "--sync", str(left + width * 6 // 10), str(top + bottom // 2))
            run("xdotool", "click", "--repeat", str(min(12, abs(y - bottom // 2) // 80 + 1)), "--delay", "12",
                "5" if y > 60 else "4")
            return None
        self.click(self.wait(look, f"“{name or part}” in view"))

    def saved(self):
        self.find(part="Saved on this computer")


def command(*arguments):
    """What the command says about the same thing, as JSON."""
    said = subprocess.run([COMMAND, *arguments, "--json"], check=True, capture_output=True, text=True)
    return json.loads(said.stdout)


def save_as(window, path):
    """The file dialog takes a whole path as a name."""
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("field") and thing.seen], "the file dialog")
    window.key("ctrl+a")
    window.type(path)
    window.key("Return")
    # A message may stand over the window before the dialog is gone.
    window.wait(lambda: not [thing for thing in window.dialog() if thing.is_a("field") and thing.seen],
                "the file dialog to close")


def pdf_text(path):
    return run("pdftotext", "-layout", path, "-")


class Cases:
    """Runs named cases, says in TAP how each went, and takes a picture of a window in which one failed."""

    def __init__(self, script):
        self.script = os.path.splitext(os.path.basename(script))[0]
        self.pictures = os.path.join(BUILD, "meson-logs", "screenshots", self.script)
        self.number = self.failed = 0
        self.window = self.home = None

    def fresh_home(self):
        self.end()
        self.home = Home()
        return self.home

    def open(self, *arguments, **env):
        """A window in a fresh home."""
        self.fresh_home()
        return self.open_again(*arguments, **env)

    def open_again(self, *arguments, **env):
        self.window = Window(self.home, *arguments, **env)
        return self.window

    def picture(self, name, **how):
        return self.window.picture(os.path.join(self.pictures, name + ".png"), **how)

    def end(self):
        if self.window is not None:
            self.window.kill()
            self.window = None
        if self.home is not None:
            self.home.remove()
            self.home = None

    def journey(self, *steps):
        """Cases that go on from each other: after one that failed there is nothing to go on from."""
        self.run(*steps, stop=True)

    def run(self, *cases, stop=False):
        print("TAP version 13")
        print(f"1..{len(cases)}", flush=True)
        for case in cases:
            self.number += 1
            name = f"{self.number} {case.__doc__.strip().splitlines()[0]}"
            if stop and self.failed:
                print("not ok", name, "- not reached", flush=True)
                continue
            try:
                case(self)
                print("ok", name, flush=True)
            except Exception as error:  # a failed case must not hide those after it
                self.failed += 1
                print("not ok", name)
                for line in traceback.format_exc().splitlines():
                    print("#", line)
                self._show_failure(error)
        self.end()
        sys.exit(1 if self.failed else 0)

    def _show_failure(self, error):
        sys.stdout.flush()
        if self.window is None or self.window.process.poll() is not None:
            return
        path = os.path.join(self.pictures, f"failed-{self.number}.png")
        try:
            self.window.picture(path, whole_screen=True)
            print("# the screen then:", path, flush=True)
        except (Failed, subprocess.CalledProcessError) as trouble:
            print("# no picture:", trouble, flush=True)


def check(condition, message):
    if not condition:
        raise Failed(message)


def check_equal(found, expected, what):
    check(found == expected, f"{what}: found {found!r}, expected {expected!r}")
