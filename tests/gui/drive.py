# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person with a screen reader and a keyboard would: it looks at what the window tells the
accessibility bus, and sends real keys and clicks. Runs inside tools/withx.

It never waits for a time, only for what is to be seen. One call gives everything a window tells (its cache), so that a
look takes a tenth of a second however large the page is. What GTK 4.8 does differently from what one expects:
  - the state "showing" is set on windows only, so a thing is seen when it has a size;
  - check buttons and list rows export no action: they are clicked, or get the focus and a key;
  - extents are relative to the window without its shadow;
  - menus are X windows of their own.
"""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# Seconds until a condition that does not come true is a failure. Far more than is needed: it is waited to the end only
# when something is wrong.
PATIENCE = float(os.environ.get("WAYMARK_GUI_PATIENCE", "60"))

# One thing has several roles: GTK 4.8 and later ones differ, and so do people.
ROLES = {"button": {"push button", "button", "toggle button"}, "image": {"image", "graphic"},
         "choice": {"check box", "radio button", "switch"}, "field": {"text", "entry"}}


class Failed(AssertionError):
    """What the window did not show or did."""


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def accessibility_bus():
    """Its address, also for programs that are started on a session bus of their own."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    reply = bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None)
    return reply.unpack()[0]


class Thing:
    """One thing of a window as it was when it was looked at; asks for the rest when it is needed."""

    def __init__(self, app, item):
        (self.bus, self.path), _, (_, self.parent_path), self.index, _, self.interfaces = item[:6]
        self.app = app
        self.name = item[6]
        self.role = Atspi.role_get_name(Atspi.Role(item[7]))
        self.description = item[8]
        bits = item[9][0] | item[9][1] << 32
        self.states = {state.value_nick for state in (Atspi.StateType(bit) for bit in range(42)) if bits >> state & 1}
        self.parent = None
        self.children = []

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    def has(self, interface):
        return "org.a11y.atspi." + interface in self.interfaces

    def call(self, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        reply = self.app.bus.call_sync(self.bus, self.path, "org.a11y.atspi." + interface, method, variant, None, 0,
                                       int(PATIENCE * 1000), None)
        return reply.unpack()

    def told(self, interface, name):
        """As it is now."""
        arguments = GLib.Variant("(ss)", ("org.a11y.atspi." + interface, name))
        return self.app._call(self.bus, self.path, "org.freedesktop.DBus.Properties", "Get", arguments)[0]

    @property
    def area(self):
        """x, y, width, height in its window."""
        return self.call("Component", "GetExtents", "(u)", 1)[0] if self.has("Component") else (0, 0, 0, 0)

    @property
    def seen(self):
        try:
            _, _, width, height = self.area
        except GLib.Error:  # it went away
            return False
        return width > 0 and height > 0

    @property
    def text(self):
        """What stands in a field; of anything else its name."""
        if self.role in ROLES["field"] and self.has("Text"):
            # GTK 4.18 knows no -1 for the end.
            return self.call("Text", "GetText", "(ii)", 0, self.told("Text", "CharacterCount"))[0]
        return self.name

    @property
    def actions(self):
        if not self.has("Action"):
            return []
        # What GetActions says is in the language of the window.
        n = len(self.call("Action", "GetActions")[0])
        return [self.call("Action", "GetName", "(i)", i)[0].lower() for i in range(n)]

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def is_a(self, role):
        return self.role in ROLES.get(role, {role})

    def focus(self):
        """By a click: GTK 4.8 lets nobody else set the focus. Keys sent afterwards come after it."""
        self.app.click(self)

    def press(self):
        """What Space or a click does on it. A menu button is two, of which the inner one acts."""
        for thing in self.walk() if self.is_a("button") else [self]:
            actions = thing.actions
            for action in ("click", "activate", "toggle"):
                if action in actions:
                    thing.call("Action", "DoAction", "(i)", actions.index(action))
                    return
        self.app.click(self)

    def write(self, words):
        """Puts words into a field, as one who pastes them."""
        self.call("EditableText", "SetTextContents", "(s)", words)


class App:
    """The running program."""

    def __init__(self, command, env=None):
        self.process = subprocess.Popen(command, env=dict(os.environ, **(env or {})))
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            accessibility_bus(), flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.asked = set()
        self.asked_everywhere = 0
        self.name = self.wait(self._find, "the program on the accessibility bus")
        self.windows()

    def _call(self, bus, path, interface, method, arguments=None):
        return self.bus.call_sync(bus, path, interface, method, arguments, None, 0, int(PATIENCE * 1000), None).unpack()

    def _find(self):
        root = "/org/a11y/atspi/accessible/root"
        for name, _ in self._call("org.a11y.atspi.Registry", root, "org.a11y.atspi.Accessible", "GetChildren")[0]:
            process = self._call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]
            if process == self.process.pid:
                return name
        return None

    # Waiting

    def wait(self, condition, what, patience=None):
        """The first true value of @condition."""
        end = time.monotonic() + (patience or PATIENCE)
        while True:
            if self.process.poll() is not None:
                raise Failed(f"the program ended with {self.process.returncode} while waiting for {what}")
            try:
                value = condition()
            except GLib.Error:  # the thing went away while it was looked at
                value = None
            if value:
                return value
            if time.monotonic() > end:
                raise Failed(f"waited in vain for {what}")
            time.sleep(0.02)

    # Looking

    def windows(self):
        """Each with everything in it, in the order of the screen. A dialog comes after the window it belongs to."""
        return self.wait(self._look, "the window to hold still")

    def _look(self):
        while True:
            items = self._call(self.name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")[0]
            children = {}
            for item in items:
                children.setdefault(item[2][1], []).append(item[0][1])
            # GTK tells of a thing only after somebody asked for it. Something that went and something that came in its
            # place leave the number as it was: that is only seen by asking everywhere, which is done once a second.
            untold = [item[0][1] for item in items if item[4] > len(children.get(item[0][1], ()))]
            if time.monotonic() > self.asked_everywhere + 1:
                untold = [item[0][1] for item in items if item[4] > 0]
                self.asked_everywhere = time.monotonic()
            if not self._ask_for(untold):
                return self._plant(items, self._hidden(items, children))

    def _children(self, paths):
        """Of each of them, asked for all at once: on a busy machine each question alone waits for its turn. What went
        away meanwhile has none."""
        found = {}

        def answered(bus, result, path):
            try:
                found[path] = [child for _, child in bus.call_finish(result).unpack()[0]]
            except GLib.Error:
                found[path] = []

        for path in paths:
            self.bus.call(self.name, path, "org.a11y.atspi.Accessible", "GetChildren", None, None, 0,
                          int(PATIENCE * 1000), None, answered, path)
        while len(found) < len(paths):
            GLib.MainContext.default().iteration(True)
        return found

    def _ask_for(self, paths):
        """Whether there was anything that nobody had asked for."""
        new = False
        while paths:
            news = [(path, child) for path, children in self._children(set(paths)).items() for child in children
                    if (path, child) not in self.asked]
            self.asked.update(news)
            paths = [child for _, child in news]
            new = new or bool(news)
        return new

    def _hidden(self, items, children):
        """Things that have a parent which does not count them: the pages that a stack does not show. (A stack counts
        its pages' contents, which themselves name the page as their parent.)"""
        hidden = set()
        parents = {item[0][1] for item in items
                   if not item[0][1].endswith("/root") and len(children.get(item[0][1], ())) > item[4]}
        for parent, counted in self._children(parents).items():
            hidden.update(child for child in children[parent] if not {child, *children.get(child, ())}.intersection(counted))
        return hidden

    def _plant(self, items, hidden):
        things = {item[0][1]: Thing(self, item) for item in items if item[0][1] not in hidden}
        for thing in things.values():
            thing.parent = things.get(thing.parent_path)
            if thing.parent is not None:
                thing.parent.children.append(thing)
        for thing in things.values():
            thing.children.sort(key=lambda child: child.index)
        roots = [thing for thing in things.values() if thing.parent_path.endswith("/root")]
        return sorted(roots, key=lambda window: window.index)

    def walk(self, root=None):
        for top in [root] if root is not None else self.windows():
            yield from top.walk()

    def find_all(self, role=None, name=None, part=None, root=None, seen=True):
        """@name: the whole name, @part: a part of it. Without either every thing of the role."""
        return [thing for thing in self.walk(root)
                if (name is None or thing.name == name) and (part is None or part in thing.name)
                and (role is None or thing.is_a(role)) and (not seen or thing.seen)]

    def find(self, role=None, name=None, part=None, root=None, patience=None):
        """Waits for the first such thing."""
        return self.wait(lambda: next(iter(self.find_all(role, name, part, root)), None),
                         f"{role or 'something'} called “{name or part or ''}”", patience)

    def has(self, role=None, name=None, part=None):
        return bool(self.find_all(role, name, part))

    def until_gone(self, role=None, name=None, part=None):
        self.wait(lambda: not self.has(role, name, part), f"“{name or part}” to go away")

    def words(self, root=None):
        """All that can be read, one string."""
        return "\n".join(thing.text for thing in self.walk(root) if thing.name or thing.is_a("field"))

    def focused(self):
        things = [thing for thing in self.walk() if "focused" in thing.states and thing.role != "frame"]
        return things[-1] if things else None

    # Doing

    def press(self, role=None, name=None, part=None, root=None):
        self.find(role, name, part, root).press()

    @staticmethod
    def key(*keys):
        run("xdotool", "key", "--clearmodifiers", "--delay", "12", *keys)

    @staticmethod
    def type(words):
        run("xdotool", "type", "--delay", "12", words)

    def tick(self, thing):
        """A small check button, reached by Tab: the places that GTK 4.18 tells leave out the padding of all that a thing is
        in, so that a click misses it. What Tab does not reach is clicked."""
        for _ in range(40):
            focused = self.focused()
            path = focused.path if focused is not None else ""
            if path == thing.path:
                self.key("space")
                return
            self.key("Tab")
            try:
                self.wait(lambda: self.focused() is not None and self.focused().path != path, "the next one", patience=1)
            except Failed:
                break
        self.click(thing)

    def rest(self, thing):
        """Waits until a thing stands still, as on a page that slides in, and gives its area."""
        areas = []

        def stands():
            areas.append(thing.area)
            return areas[-1] if len(areas) >= 10 and len(set(areas[-10:])) == 1 else None
        return self.wait(stands, f"{thing} to stand still")

    def click(self, thing):
        _, left, top = self._x_window(thing)
        x, y, width, height = thing.area
        self.point(left + x + width // 2, top + y + height // 2)
        run("xdotool", "click", "1")

    @staticmethod
    def point(x, y):
        """Moves the pointer over a place of the screen. Where it is there already the xdotool of Debian 13 waits for a move
        that does not come, and what has come up or gone under it has not heard of it: so it comes from beside."""
        if run("xdotool", "getmouselocation").startswith(f"x:{x} y:{y} "):
            run("xdotool", "mousemove", "--sync", str(x + 1), str(y))
        run("xdotool", "mousemove", "--sync", str(x), str(y))

    # The screen

    def _x_window(self, thing=None):
        """The X window that shows a thing and where its coordinates begin on the screen."""
        top = thing or self.windows()[0]
        # A window is not always called one; the menu's is. Called one, too, is a dialog within its window.
        while top.role != "window" and not top.parent_path.endswith("/root"):
            top = top.parent
        x, y, width, height = top.area
        best = None
        for window in run("xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", ".*").split():
            lines = run("xdotool", "getwindowgeometry", "--shell", window).splitlines()
            geometry = {key: int(value) for key, value in (line.split("=") for line in lines) if key != "WINDOW"}
            left, right, above, below = self._shadow(window)
            misfit = abs(geometry["WIDTH"] - left - right - width) + abs(geometry["HEIGHT"] - above - below - height)
            if best is None or misfit < best[0]:
                best = (misfit, window, geometry["X"] + left - x, geometry["Y"] + above - y)
        if best is None:
            raise Failed("the program has no window on the screen")
        return best[1:]

    @staticmethod
    def _shadow(window):
        said = run("xprop", "-id", window, "_GTK_FRAME_EXTENTS")
        return tuple(int(part) for part in said.split("=")[1].split(",")) if "=" in said else (0, 0, 0, 0)

    def activate_window(self, thing=None):
        run("xdotool", "windowactivate", "--sync", self._x_window(thing)[0])

    def resize(self, width, height):
        """The first window without its shadow; returns the size it took, which its content may keep from being less."""
        self.resize_window(0, width, height)
        self.wait(lambda: self.windows()[0].area[2] == width, f"a window {width} wide")

    def resize_window(self, number, width, height):
        """Asks for a size, which a window's content may keep from being less. Of the newest window the number is -1."""
        window = self._x_window(self.windows()[number])[0]
        left, right, above, below = self._shadow(window)
        run("xdotool", "windowsize", window, str(width + left + right), str(height + above + below))

    def picture(self, path, whole_screen=False, number=0):
        """A picture of the first window or another one, once two in a row are the same: nothing moves any more."""
        os.makedirs(os.path.dirname(path), exist_ok=True)
        crop = []
        if not whole_screen:
            top = self.windows()[number]
            _, left, above = self._x_window(top)
            x, y, width, height = top.area
            crop = ["-crop", f"{width}x{height}+{left + x}+{above + y}", "+repage"]
        before = None
        end = time.monotonic() + PATIENCE
        while True:
            run("import", "-window", "root", *crop, "-strip", path)
            with open(path, "rb") as file:
                now = file.read()
            if now == before or time.monotonic() > end:
                return path
            before = now
            time.sleep(0.1)

    # The end

    def quit(self):
        """Closes as a person does, so that the last answers are written. Returns the exit status."""
        if self.process.poll() is None:
            self.activate_window()
            self.key("ctrl+q")
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failed("the program did not end") from None

    def kill(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
