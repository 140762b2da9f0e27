# SPDX-License-Identifier: GPL-3.0-or-later
"""A short way through every page, so that it can be walked under the sanitizers too: open the sample, look at each page,
change an answer and take it back, save the report, close. Whatever leaks makes the exit status other than 0."""
import os

from waymark import Cases, check, check_equal, pdf_text, save_as


def case_pages(cases):
    """the sample's pages come up one after the other"""
    window = cases.open()
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")
    for step in ("questions", "results", "support", "plan", "report"):
        window.go(step)
        window.until_page(step)


def case_change(cases):
    """an answer is changed and taken back"""
    window = cases.window
    window.go("questions")
    window.until_page("questions")
    window.key("1")
    window.saved()
    window.key("ctrl+z")


def case_save(cases):
    """the report is saved and the program ends well"""
    window = cases.window
    window.go("report")
    window.find("image", part="Page 1 of")
    path = os.path.join(cases.home.documents, "short.pdf")
    window.press("button", part="Save PDF")
    save_as(window, path)
    window.find(part="Saved: " + path)
    check("26.56" in pdf_text(path), "the score does not stand in the report")
    check_equal(window.quit(), 0, "the exit status")


Cases(__file__).journey(case_pages, case_change, case_save)
