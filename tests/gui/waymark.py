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
        """Everything in what stands over the first window, nothing when there is nothing. From libadwaita 1.5 on questions
        and messages stand within the window that they belong to."""
        def over(thing):  # a toast is an alert, too, but nothing in it scrolls
            return (thing.role == "dialog" or thing.role == "alert" and any(part.role == "scroll pane" for part in thing.walk()))
        windows = self.windows()
        within = [thing for thing in windows[-1].walk() if over(thing) and thing.seen]
        if within:
            return list(within[-1].walk())
        return list(windows[-1].walk()) if len(windows) > 1 else []

    def close_message(self, heading):
        """Reads a message and closes it; returns all its words."""
        return self.answer(heading, "Close")

    def answer(self, heading, button_name):
        """Reads a message or a question and presses a button of it; returns all its words."""
        self.wait(lambda: [thing for thing in self.dialog() if thing.name == heading], f"the message “{heading}”")
        words = "\n".join(thing.name for thing in self.dialog())
        button = self.wait(lambda: [thing for thing in self.dialog() if thing.is_a("button")
                                    and button_name in thing.name and thing.seen], f"the button “{button_name}”")
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
            self.point(left + width * 6 // 10, top + bottom // 2)
            run("xdotool", "click", "--repeat", str(min(12, abs(y - bottom // 2) // 80 + 1)), "--delay", "12",
                "5" if y > 60 else "4")
            return None
        self.click(self.wait(look, f"“{name or part}” in view"))

    def drop_down(self, name, root=None):
        """Waits for a drop-down and gives its button. The label above it has the same name; from GTK 4.10 on its name goes
        on with what is chosen."""
        def find():
            return [part for thing in self.walk(root) if (thing.name + " ").startswith(name + " ") and thing.role != "label"
                    for part in thing.walk() if part.is_a("button") and part.seen]
        return self.wait(find, f"the choices of “{name}”")[0]

    def choose(self, name, item, root=None):
        """From a drop-down, by the keyboard. From GTK 4.10 on the first key goes from the field to the list."""
        def reached():
            focused = self.focused()
            if item in [part.name for part in focused.walk()]:
                return True
            self.key("Down")
            self.wait(lambda: self.focused().path != focused.path, "the next one")
            return False
        self.drop_down(name, root).press()
        self.find(name=item)
        self.wait(lambda: self.focused() is not None and self.focused().role in ("entry", "text", "list item"), "the focus")
        self.wait(reached, item)
        self.key("Return")

    def saved(self):
        self.find(part="Saved on this computer")


def command(*arguments):
    """What the command says about the same thing, as JSON."""
    said = subprocess.run([COMMAND, *arguments, "--json"], check=True, capture_output=True, text=True)
    return json.loads(said.stdout)


def choose_path(window, path, accept="Open"):
    """In the file dialog in front, which takes a whole path as a name. The path is written at once: GTK completes what is
    typed."""
    dialog = window.windows()[-1].path

    def fields():
        return [thing for thing in window.dialog() if thing.is_a("field") and thing.seen]

    def closed():
        return dialog not in [thing.path for thing in window.windows()]
    try:
        window.wait(fields, "a field for the name", patience=1)
    except Failed:  # one that opens has no field before it is asked for
        window.key("ctrl+l")
    field = window.wait(fields, "a field for the name")[0]
    field.write(path)
    window.wait(lambda: field.text == path, "the name to be written")
    window.key("Return")
    try:
        window.wait(closed, "the file dialog to close", patience=2)
    except Failed:  # the list of completions took the key, or the machine is slow
        for top in window.windows():
            for button in window.find_all("button", part=accept, root=top) if top.path == dialog else []:
                button.press()
        window.wait(closed, "the file dialog to close")


def save_as(window, path):
    """Saves under a path."""
    window.wait(lambda: [thing for thing in window.dialog() if thing.is_a("field") and thing.seen], "the file dialog")
    choose_path(window, path, "Save")


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
