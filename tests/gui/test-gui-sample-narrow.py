# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample company in the narrowest window and in dark colours: every page fits, can be reached and says the same as
the command."""
import os

from waymark import SAMPLE, Cases, check, command, pdf_text, save_as

WIDTH = 360


def case_open(cases):
    """the sample opens in a window 360 pixels wide"""
    window = cases.open(ADW_DEBUG_COLOR_SCHEME="prefer-dark")
    window.find("button", "Try the sample company")
    window.resize(WIDTH, 780)
    cases.picture("01-home")
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")
    cases.picture("02-company")
    cases.model = command("assess", SAMPLE)


def case_pages(cases):
    """every step of the way fits the width"""
    window = cases.window
    for number, step in enumerate(("questions", "results", "support", "plan", "report"), 3):
        window.go(step)
        window.until_page(step)
        cases.picture(f"{number:02}-{step}")
        width = window.windows()[0].area[2]
        check(width <= WIDTH, f"“{step}” makes the window {width} wide")


def case_words(cases):
    """the narrow results name every score"""
    window = cases.window
    window.go("results")
    for dimension in cases.model["scores"]["dimensions"]:
        value = f"{dimension['score']:.2f}"
        window.wait(lambda: value in window.words(), f"{value} of {dimension['id']}")


def case_report(cases):
    """the report is saved from the narrow window"""
    window = cases.window
    window.go("report")
    window.find("image", part="Page 1 of")
    path = os.path.join(cases.home.documents, "narrow.pdf")
    window.press("button", part="Save PDF")
    save_as(window, path)
    window.find(part="Saved: " + path)
    check(f"{cases.model['scores']['overall']:.2f}" in pdf_text(path), "the score does not stand in the report")
    check(window.quit() == 0, "the exit status is not 0")


Cases(__file__).journey(case_open, case_pages, case_words, case_report)
