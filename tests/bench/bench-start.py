#!/usr/bin/python3
"""bench-start.py PROGRAM PEER…: time to the first frame and peak memory, median of 7, and the ratio to each peer.

Needs no hook in the program: the window is found on the X server by its process, and the first frame is there when its
pixels are no longer all one colour. Runs are interleaved, so that a busy machine hurts all alike.
"""
import os
import signal
import statistics
import subprocess
import sys
import time

from Xlib import X, display, error

RUNS = 7
LIMIT = 30
screen = display.Display()
root = screen.screen().root
PID = screen.intern_atom("_NET_WM_PID")


def toplevels(window, depth=0):
    try:
        for child in window.query_tree().children:
            yield child
            if depth < 2:
                yield from toplevels(child, depth + 1)
    except error.XError:
        pass


def window_of(pid):
    for window in toplevels(root):
        try:
            attributes = window.get_attributes()
            if attributes.map_state != X.IsViewable or attributes.win_class != X.InputOutput:
                continue
            owner = window.get_full_property(PID, X.AnyPropertyType)
            if owner and owner.value[0] == pid and window.get_geometry().width > 50:
                return window
        except error.XError:
            pass
    return None


def is_blank(window):
    size = window.get_geometry()
    try:
        pixels = window.get_image(size.width // 2 - 25, 10, 50, min(size.height - 10, 300), X.ZPixmap, 0xffffffff).data
    except error.XError:
        return True
    return pixels == pixels[:4] * (len(pixels) // 4)


def start(command):
    """Milliseconds to the first frame, peak resident memory in MiB."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = None
    while window is None or is_blank(window):
        window = window or window_of(process.pid)
        if time.monotonic() - begin > LIMIT:
            raise SystemExit("%s showed no window in %d s" % (command[0], LIMIT))
        time.sleep(0.002)
    shown = (time.monotonic() - begin) * 1000
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    _pid, _status, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return shown, usage.ru_maxrss / 1024


programs = sys.argv[1:]
runs = {program: [] for program in programs}
for program in programs:
    start([program])  # once to warm the caches of all
for _ in range(RUNS):
    for program in programs:
        runs[program].append(start([program]))
medians = {program: [statistics.median(column) for column in zip(*runs[program])] for program in programs}
for program in programs:
    frame, memory = medians[program]
    print("%-20s first frame %5.0f ms, peak memory %6.1f MiB (median of %d)" % (os.path.basename(program), frame, memory, RUNS))
for peer in programs[1:]:
    frame, memory = (mine / theirs for mine, theirs in zip(medians[programs[0]], medians[peer]))
    print("%s beside %s: first frame %.2f, peak memory %.2f" % (os.path.basename(programs[0]), peer, frame, memory))
