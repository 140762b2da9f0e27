# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing one's mind: undo and redo, answers that exclude each other, a quick scan that goes on as the full
questionnaire, deleting and bringing back."""
from waymark import Cases, check, check_equal


def checked(window):
    return [thing.name for thing in window.find_all("choice") if "checked" in thing.states]


def until_checked(window, count):
    window.wait(lambda: len(checked(window)) == count, f"{count} ticks")
    return checked(window)


def case_undo(cases):
    """an answer is undone and done again"""
    window = cases.open()
    window.press("button", "New assessment")
    window.until_page("company")
    window.find("field", "Name").focus()
    window.type("Change of mind")
    window.find("frame", part="Change of mind")
    window.go("questions")
    window.until_page("questions")
    window.key("3")
    until_checked(window, 1)
    window.key("5")
    both = until_checked(window, 2)
    window.key("ctrl+z")
    until_checked(window, 1)
    window.key("ctrl+z")
    until_checked(window, 0)
    window.key("ctrl+shift+z")
    until_checked(window, 1)
    window.key("ctrl+shift+z")
    check_equal(until_checked(window, 2), both, "the ticks after redo")
    cases.picture("01-undo")


def case_none(cases):
    """“none of these” takes the ticks of its column away, and undo brings them back"""
    window = cases.window
    window.key("0")
    none = until_checked(window, 1)
    check("None of these" in none[0], f"ticked is {none[0]}")
    window.key("ctrl+z")
    until_checked(window, 2)
    window.saved()


def case_contradiction(cases):
    """answers that exclude each other are said so, beside them and before the report"""
    window = cases.window
    window.click(window.find("list item", part="Data and security"))
    window.find(name="How do you handle your data?")
    window.key("1", "2")
    until_checked(window, 2)
    window.find(part="Both cannot be true")
    cases.picture("02-contradiction")
    window.go("report")
    window.until_page("report")
    window.find(part="exclude each other")
    window.click(window.find("list item", part="How do you handle your data?"))
    window.until_page("questions")
    window.key("2")
    until_checked(window, 1)
    window.until_gone(part="Both cannot be true")
    window.saved()


def case_delete(cases):
    """a deleted assessment leaves the list and comes back by undo"""
    window = cases.window
    window.key("alt+Home")
    entry = window.find("list item", part="Change of mind")
    check("Change of mind" in entry.name, "the row is another's")
    window.press("button", part="Delete “Change of mind”")
    window.until_gone("list item", part="Change of mind")
    window.press("button", part="Undo")
    window.find("list item", part="Change of mind")


def case_quick_scan(cases):
    """a quick scan goes on as suggestions of the full questionnaire"""
    window = cases.window
    window.press("button", "Quick scan")
    window.until_page("company")
    window.find("field", "Name").focus()
    window.type("Scanned")
    window.find("frame", part="Scanned")
    window.go("questions")
    window.until_page("questions")
    for page in range(3):
        for _ in range(4):
            window.key("1")
        window.find("list item", part=f"Questions, {page + 1} of 3")
        if page < 2:
            window.key("Return")
    cases.picture("03-scan")
    window.go("results")
    window.find("button", part="full")
    cases.picture("04-scan-result")
    window.press("button", part="full")
    window.find("list item", part="Questions, 0 of 11")
    window.go("questions")
    for _ in range(10):
        words = window.words()
        if "Suggested" in words:
            break
        window.press("button", part="Next")
        window.wait(lambda: window.words() != words, "the next question")
    check("Suggested" in window.words(), "no question has a suggestion")
    cases.picture("05-suggestions")


Cases(__file__).journey(case_undo, case_none, case_contradiction, case_delete, case_quick_scan)
