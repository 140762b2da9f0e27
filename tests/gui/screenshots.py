#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER: every page with the sample company, light, dark and narrow. Run by tools/screenshots."""
import os
import sys

from waymark import SOURCE, Home, Window

FOLDER = sys.argv[1]
LOOKS = {"light": ({}, (1180, 800)), "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, (1180, 800)),
         "narrow": ({}, (360, 800))}


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
    for page in ("company", "questions", "results", "support", "plan", "report"):
        window.go(page)
        window.until_page(page)
        picture("question" if page == "questions" else page)
        if page == "support":
            window.press(role="button", name="Hubs")
            window.find(part="Search all hubs")
            picture("hubs")
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
