#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER [LANGUAGE]: every page with the sample company, light, dark and narrow. Run by tools/screenshots."""
import gettext
import os
import sys

from drive import run
from waymark import BUILD, SOURCE, WORDS, Home, Window

FOLDER = sys.argv[1]
LANGUAGE = sys.argv[2] if len(sys.argv) > 2 else "en"
# What the window says, in its language: the way is found by the same words as in English.
said = gettext.translation("waymark", os.path.join(BUILD, "po"), [LANGUAGE], fallback=LANGUAGE == "en").gettext
WORDS.update({step: said(words) for step, words in WORDS.items()})
LOOKS = {"light": ({}, (1180, 800)), "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, (1180, 800)),
         "narrow": ({}, (360, 800))}


MATRIX, QUESTION = said("How far are you with these technologies?"), said("How do you protect your data?")


def go_to_question(window, title):
    """From the question that is open on to that one."""
    window.go("questions")
    window.until_page("questions")
    for _ in range(11):
        if window.has(name=title):
            return
        window.press("button", part=said("Next"))
    window.find(name=title)


def scroll_down(window):
    """With the wheel over the middle of the page."""
    _, left, top = window._x_window()
    x, y, width, height = window.windows()[0].area
    run("xdotool", "mousemove", "--sync", str(left + x + width * 6 // 10), str(top + y + height // 2))
    run("xdotool", "click", "--repeat", "12", "--delay", "15", "5")


def take(look, env, size):
    home = Home()
    window = Window(home, LANGUAGE=LANGUAGE, **env)
    window.resize(*size)

    def picture(name):
        window.picture(os.path.join(FOLDER, f"{name}-{look}.png"))

    window.find(part=said("Try the sample company"))
    picture("home-empty")
    window.press(part=said("Try the sample company"))
    window.find(name=said("Who you are"))
    picture("company")
    go_to_question(window, MATRIX)
    picture("matrix")
    go_to_question(window, QUESTION)
    picture("question")
    for page in ("results", "support", "plan", "report"):
        window.go(page)
        window.until_page(page)
        if page == "report":
            window.find("image", part=said("Page %u of %u").split("%u")[0] + "1")
        picture(page)
        if page == "results":
            scroll_down(window)
            picture("results-why")
        if page == "support":
            window.press(role="button", name=said("Hubs"))
            window.find(part=said("Search all hubs by name, place or technology"))
            picture("hubs")
    go_to_question(window, QUESTION)
    window.key("3")
    window.key("alt+Home")
    window.find("list item", part="Sample Metalworks")
    picture("home-list")
    window.kill()
    home.remove()

    home = Home()
    window = Window(home, os.path.join(SOURCE, "data/samples/scan.json"), LANGUAGE=LANGUAGE, **env)
    window.resize(*size)
    window.go("results")
    window.until_page("results")
    picture("scan-results")
    window.kill()
    home.remove()


for look, (env, size) in LOOKS.items():
    take(look, env, size)
