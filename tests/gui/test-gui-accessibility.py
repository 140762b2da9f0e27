# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: every control that takes the focus has a name, every chart says what it shows."""
import re

from waymark import Cases, check

# What GTK 4.8 calls a thing that nobody named: its type.
TYPE = re.compile("(Gtk|Adw|App)[A-Z][A-Za-z]*$")
# Containers of others, which a reader walks through.
CONTAINERS = {"list", "scroll pane", "table", "panel", "filler", "page tab list", "tree table", "list box"}
PAGES = ("company", "questions", "results", "support", "hubs", "plan", "report")


def nameless(window):
    found = []
    for thing in window.walk():
        if "focusable" not in thing.states or thing.role in CONTAINERS or not thing.seen:
            continue
        words = [part.name for part in thing.walk() if part.name and not TYPE.match(part.name)]
        if not words:
            found.append(f"{thing!r} at {thing.area}")
    return found


def check_names(window, page):
    found = nameless(window)
    check(not found, f"without a name on {page}: " + "; ".join(found))


def case_home(cases):
    """every control of the empty home has a name"""
    window = cases.open()
    window.until_page("home")
    check_names(window, "home")
    window.press("button", "Try the sample company")
    window.find("frame", part="Sample Metalworks")


def case_of(page):
    def case(cases):
        window = cases.window
        if page == "hubs":
            window.go("support")
            window.until_page("support")
            window.press("button", "Hubs")
        else:
            window.go(page)
        window.until_page(page)
        check_names(window, page)
    case.__doc__ = f"every control of the page “{page}” has a name"
    return case


def charts_of(window):
    return [thing for thing in window.walk() if thing.is_a("image") and thing.description and thing.seen]


def case_charts(cases):
    """the charts of the results have a role, a name and the figures in words"""
    window = cases.window
    window.go("results")
    window.until_page("results")
    charts = charts_of(window)
    check(len(charts) >= 2, f"only {len(charts)} charts say something")
    for value in ("33", "19", "14", "46", "16", "30"):
        check(any(value in chart.description for chart in charts), f"no chart says {value}")


def case_sheet(cases):
    """the page of the report is read out as text"""
    window = cases.window
    window.go("report")
    sheet = window.find("image", part="Page 1 of")
    check("Sample Metalworks" in sheet.description, "the cover does not say the company")
    window.press("button", "Next page")
    window.wait(lambda: [sheet for sheet in window.find_all("image", part="Page 2 of") if "27" in sheet.description],
                "a summary that says the score")


def case_about(cases):
    """the window about the program closes by Escape"""
    window = cases.window
    window.press("button", part="Main menu")
    window.wait(lambda: [thing for thing in window.find_all(part="About Waymark") if "menu item" in thing.role],
                "the item of the menu")[0].press()
    window.wait(lambda: [thing for thing in window.dialog() if thing.name == "Troubleshooting"], "the window")
    window.activate_window(window.windows()[-1])
    window.key("Escape")
    window.wait(lambda: not window.dialog(), "the window to close")


Cases(__file__).run(case_home, *(case_of(page) for page in PAGES), case_charts, case_sheet, case_about)
