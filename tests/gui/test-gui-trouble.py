# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad surroundings: a missing data folder, a damaged or read-only workspace, a report that cannot be written, files that
are no assessments, and two programs on one workspace. There is a message in the window, and nothing ends."""
import errno
import os
import subprocess

from drive import accessibility_bus, run
from waymark import Cases, Window, check, check_equal, save_as


def case_no_data(cases):
    """without its data the window says which part is missing"""
    home = cases.fresh_home()
    empty = os.path.join(home.path, "nothing")
    os.mkdir(empty)
    window = cases.open_again(WAYMARK_DATA_DIR=empty)
    window.find(name="A part of Waymark is missing")
    window.wait(lambda: empty in window.words(), "the place where it was looked for")
    cases.picture("01-no-data")
    check_equal(window.quit(), 0, "the exit status")


def workspace_of(home):
    """The workspace's file, made by the program itself."""
    for folder, _, files in os.walk(home.data):
        for name in files:
            if name.endswith((".db", ".sqlite", ".sqlite3", ".workspace")):
                return os.path.join(folder, name)
    return None


def make_entry(cases, name):
    window = cases.open()
    window.press("button", "New assessment")
    window.until_page("company")
    window.find("field", "Name").focus()
    window.type(name)
    window.find("frame", part=name)
    window.saved()
    return window


def case_damaged(cases):
    """a damaged workspace is reported and left as it is"""
    check_equal(make_entry(cases, "Damaged").quit(), 0, "the exit status")
    path = workspace_of(cases.home)
    check(path is not None, "no workspace file was made")
    for end in ("-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    garbage = b"This is no workspace." * 400
    with open(path, "wb") as file:
        file.write(garbage)
    window = cases.open_again()
    window.wait(lambda: os.path.basename(path) in window.words(), "a message that names the file")
    cases.picture("02-damaged")
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")
    check_equal(window.quit(), 0, "the exit status")
    with open(path, "rb") as file:
        check(file.read() == garbage, "the damaged file was changed")


def case_unwritable_report(cases):
    """a report that cannot be written leaves a message, and everything as it was"""
    window = cases.open()
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")
    window.go("report")
    window.find("image", part="Page 1 of")
    window.press("button", part="Save PDF")
    # Nobody can write there, not even root.
    save_as(window, "/proc/report.pdf")
    words = window.close_message("The report could not be saved")
    check("/proc/report.pdf" in words, f"the message does not name the file: {words}")
    cases.picture("03-unwritable")
    window.find(part="Not saved: ")
    window.find("image", part="Page 1 of")
    check_equal(window.quit(), 0, "the exit status")


def case_no_assessment(cases):
    """a file that is no assessment gets a message with its name"""
    home = cases.fresh_home()
    path = os.path.join(home.documents, "broken.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{ "format": "waymark-assessment", "version": 1, "pack": [[[ }')
    window = cases.open_again(path)
    window.find(name="This file cannot be opened")
    cases.picture("04-broken-file")
    words = window.close_message("This file cannot be opened")
    check("broken.json" in words, f"the message does not name the file: {words}")
    check_equal(window.quit(), 0, "the exit status")


def case_two_programs(cases):
    """two programs on one workspace: what one writes the other shows"""
    first = make_entry(cases, "Shared")
    # On one session bus the second would only wake the first.
    daemon = subprocess.Popen(["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE, text=True)
    bus = daemon.stdout.readline().strip()
    second = Window(cases.home, DBUS_SESSION_BUS_ADDRESS=bus, AT_SPI_BUS_ADDRESS=accessibility_bus())
    try:
        second.click(second.find("list item", part="Shared"))
        second.find("frame", part="Shared")
        first.go("questions")
        first.until_page("questions")
        first.activate_window()
        first.key("3")
        first.wait(lambda: [thing for thing in first.find_all("choice") if "checked" in thing.states], "a tick")
        second.activate_window()
        second.go("questions")
        second.until_page("questions")
        second.wait(lambda: [thing for thing in second.find_all("choice") if "checked" in thing.states],
                    "the tick of the other")
        check_equal(second.quit(), 0, "the second one's exit status")
    finally:
        second.kill()
        daemon.terminate()
        daemon.wait()
    check_equal(first.quit(), 0, "the first one's exit status")


def case_read_only(cases):
    """where nothing can be written the window says that it does not save, and asks before anything is lost"""
    home = cases.fresh_home()
    os.rmdir(home.data)
    with open(home.data, "w", encoding="utf-8") as file:
        file.write("a file where the folder should be")
    window = cases.open_again()
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")
    window.go("questions")
    window.until_page("questions")
    window.key("1")
    window.find(part="Not saved: ")
    cases.picture("05-read-only")
    window.key("alt+Home")
    check("Not saved: " in window.answer("The last answers are not saved", "Cancel"), "the reason is not said")
    window.find(part="Not saved: ")
    window.key("alt+Home")
    window.answer("The last answers are not saved", "Leave and lose them")
    window.find("button", "Try the sample company")
    check_equal(window.quit(), 0, "the exit status")


def can_mount():
    """To mount something takes rights that not everybody has who runs the tests."""
    can = subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
    if not can:
        print("# a disk of our own cannot be mounted here: not tried")
    return can


class OwnDisk(Window):
    """A window whose data lie on a disk of their own."""

    def __init__(self, home, options="size=3m"):
        self.disk = home.data
        super().__init__(home, before=("unshare", "-m", "sh", "-c",
                                       f'mount -t tmpfs -o {options} tmpfs "$0" && exec "$@"', home.data))

    def allow_writing(self):
        run("nsenter", "-t", str(self.process.pid), "-m", "mount", "-o", "remount,rw", self.disk)

    def _there(self, *names):
        return os.path.join(f"/proc/{self.process.pid}/root{self.disk}", *names)

    def fill(self):
        with open(self._there("full"), "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError as error:
                check_equal(error.errno, errno.ENOSPC, "why no more fits")

    def free(self):
        os.remove(self._there("full"))


def case_full_disk(cases):
    """on a full disk it says what is not saved, and saves it by itself once there is room"""
    if not can_mount():
        return
    cases.fresh_home()
    window = cases.window = OwnDisk(cases.home)
    window.press("button", "New assessment")
    window.until_page("company")
    window.find("field", "Name").write("Full Works")
    window.find("frame", part="Full Works")
    window.saved()
    window.fill()
    window.go("questions")
    window.until_page("questions")
    for key in ("1", "2", "3"):
        window.activate_window()
        window.key(key)
    window.find(part="Not saved: ")
    cases.picture("06-full-disk")
    ticks = [thing.name for thing in window.find_all("choice") if "checked" in thing.states]
    check_equal(len(ticks), 3, "ticks while the disk is full")
    window.free()
    window.saved()
    window.until_gone(part="Not saved: ")
    window.key("alt+Home")
    window.find("list item", part="Full Works")
    check_equal(window.quit(), 0, "the exit status")


def case_read_only_disk(cases):
    """on a disk that cannot be written it says so, and what was done there is saved once it can be"""
    if not can_mount():
        return
    cases.fresh_home()
    window = cases.window = OwnDisk(cases.home, "ro")
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")
    window.find("field", "Name").write("Kept Metalworks")
    window.find(part="Not saved: ")
    window.find("button", part="Other folder or backup")
    check("Read-only file system" in window.words(), "the reason is not said")
    cases.picture("07-read-only-disk")
    window.allow_writing()
    window.press("button", "Try again")
    window.saved()
    window.key("alt+Home")
    window.find("list item", part="Kept Metalworks")
    check_equal(window.quit(), 0, "the exit status")


Cases(__file__).run(case_no_data, case_damaged, case_unwritable_report, case_no_assessment, case_two_programs,
                    case_read_only, case_full_disk, case_read_only_disk)
