#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER: every page with the sample company, light, dark and narrow. Run by tools/screenshots."""
import os
import sys

from drive import run
from waymark import SOURCE, Home, Window

FOLDER = sys.argv[1]
LOOKS = {"light": ({}, (1180, 800)), "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, (1180, 800)),
         "narrow": ({}, (360, 800))}


MATRIX, QUESTION = "How far are you with these technologies?", "How do you protect your data?"


def go_to_question(window, title):
    """From the question that is open on to that one."""
    window.go("questions")
    window.until_page("questions")
    for _ in range(11):
        if window.has(name=title):
            return
        window.press("button", part="Next")
    window.find(name=title)


def scroll_down(window):
    """With the wheel over the middle of the page."""
    _, left, top = window._x_window()
    x, y, width, height = window.windows()[0].area
    run("xdotool", "mousemove", "--sync", str(left + x + width * 6 // 10), str(top + y + height // 2))
    run("xdotool", "click", "--repeat", "12", "--delay", "15", "5")


def take(look, env, size):
    home = Home()
    window = Window(home, **env)
    window.resize(*size)

    def picture(name):
        window.picture(os.path.join(FOLDER, f"{name}-{look}.png"))

    window.find(part="Try the sample")
    picture("home-empty")
    window.press(part="Try the sample")
    window.find(name="Who you are")
    picture("company")
    go_to_question(window, MATRIX)
    picture("matrix")
    go_to_question(window, QUESTION)
    picture("question")
    for page in ("results", "support", "plan", "report"):
        window.go(page)
        window.until_page(page)
        if page == "report":
            window.find("image", part="Page 1 of")
        picture(page)
        if page == "results":
            scroll_down(window)
            picture("results-why")
        if page == "support":
            window.press(role="button", name="Hubs")
            window.find(part="Search all hubs")
            picture("hubs")
    go_to_question(window, QUESTION)
    window.key("3")
    window.key("alt+Home")
    window.find("list item", part="Sample Metalworks")
    picture("home-list")
    window.kill()
    home.remove()

    home = Home()
    window = Window(home, os.path.join(SOURCE, "data/samples/scan.json"), **env)
    window.resize(*size)
    window.go("results")
    window.until_page("results")
    picture("scan-results")
    window.kill()
    home.remove()


for look, (env, size) in LOOKS.items():
    take(look, env, size)
