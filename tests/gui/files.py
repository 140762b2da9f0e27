# SPDX-License-Identifier: GPL-3.0-or-later
"""A small file manager, for tests: a window that is nothing but the files it was given. They are dragged from it with the
real mouse, or copied from it. Another program's files come another way into the window than its own: by the X server,
as addresses.

As a program (files.py PATH…) it is that window; it says on its output what happens, a word a line, and copies the files,
or the picture that the first one is, when it is told to on its input."""
import os
import subprocess
import sys
import tempfile
import time

from drive import PATIENCE, Failed, run

SIDE = 60  # pixels


class Files:
    """The window with these files, in the corner of the screen, over all others."""

    def __init__(self, *paths):
        self.said = tempfile.NamedTemporaryFile("r")
        self.heard = 0  # lines
        with open(self.said.name, "a", encoding="utf-8") as out:
            self.process = subprocess.Popen([sys.executable, os.path.abspath(__file__), *paths], stdin=subprocess.PIPE,
                                            stdout=out, text=True)
        self._until("shown")
        self.window = run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid)).split()[-1]
        run("xdotool", "windowmove", "--sync", self.window, "0", "0")

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.process.terminate()
        self.process.wait()
        self.said.close()

    def _until(self, word):
        """Waits for a word after those that were heard."""
        end = time.monotonic() + PATIENCE
        lines = []
        while time.monotonic() < end and self.process.poll() is None:
            self.said.seek(0)
            lines = self.said.read().split("\n")[self.heard:-1]
            if word in lines:
                self.heard += lines.index(word) + 1
                return
            time.sleep(0.02)
        raise Failed(f"the files were not “{word}” but {lines}")

    def drag_to(self, window, thing):
        """With the mouse onto the middle of a thing, and let go there once it says that it takes them."""
        x, y, width, height = window.rest(thing)
        _, left, top = window._x_window(thing)
        run("xdotool", "windowactivate", "--sync", self.window)
        run("xdotool", "mousemove", "--window", self.window, "--sync", str(SIDE // 2), str(SIDE // 2))
        run("xdotool", "mousedown", "1")
        for step in range(1, 5):  # a drag begins after some pixels
            run("xdotool", "mousemove_relative", "--sync", str(4 * step), str(4 * step))
        self._until("dragged")
        run("xdotool", "mousemove", "--sync", str(left + x + width // 2), str(top + y + height // 2))
        self._until("welcome")
        run("xdotool", "mouseup", "1")
        self._until("dropped")

    def copy(self, what="files"):
        """So that they can be pasted elsewhere. @what: "files" or "picture"."""
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        self._until("copied")


def show(paths):
    import gi
    gi.require_version("Gtk", "4.0")
    from gi.repository import Gdk, Gio, GLib, GObject, Gtk

    def say(word):
        print(word, flush=True)

    def value_of_files():
        value = GObject.Value()
        value.init(Gdk.FileList)
        value.set_boxed(Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in paths]))
        return value

    def begin(source, drag):
        say("dragged")
        drag.connect("notify::selected-action", lambda drag, spec: drag.get_selected_action() and say("welcome"))
        drag.connect("dnd-finished", lambda drag: say("dropped"))
        drag.connect("cancel", lambda drag, reason: say(f"cancelled {reason}"))

    def told(channel, condition):
        word = channel.readline().strip()
        if not word:
            return False
        clipboard = window.get_clipboard()
        if word == "picture":
            value = GObject.Value(Gdk.Texture, Gdk.Texture.new_from_filename(paths[0]))
        else:
            value = value_of_files()
        clipboard.set_content(Gdk.ContentProvider.new_for_value(value))
        say("copied")
        return True

    Gtk.init()
    window = Gtk.Window(decorated=False, resizable=False, child=Gtk.Label(label="Files", width_request=SIDE, height_request=SIDE))
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY, content=Gdk.ContentProvider.new_for_value(value_of_files()))
    source.connect("drag-begin", begin)
    window.add_controller(source)
    window.connect("map", lambda window: say("shown"))
    window.present()
    GLib.io_add_watch(sys.stdin, GLib.IO_IN, told)
    GLib.MainLoop().run()


if __name__ == "__main__":
    show(sys.argv[1:])
