# SPDX-License-Identifier: GPL-3.0-or-later
"""A hub's clients at once: figures, filters, demand, who could apply with whom, and what may leave."""
import copy
import json
import os
import subprocess
import uuid

from waymark import COMMAND, SAMPLE, Cases, check, check_equal, save_as

with open(SAMPLE, encoding="utf-8") as file:
    ONE = json.load(file)
CLIENTS = [("Porto Robots", "PT", "PT11", ["robotics"], "metalworking"), ("Vigo Sensors", "ES", "ES11", ["iot"], "metalworking"),
           ("Lyon Food", "FR", "FRK2", ["cps"], "construction")] + [(f"Firm {n}", "PT", "PT11", [], "metalworking") for n in range(6)]


def import_clients(home):
    for name, country, region, technologies, sector in CLIENTS:
        document = copy.deepcopy(ONE)
        document["id"] = str(uuid.uuid4())
        document["company"].update(name=name, country=country, region=region, sectors=[sector])
        document["project"].pop("partners", None)
        document["project"]["technologies"] = technologies
        path = os.path.join(home.documents, "client.json")
        with open(path, "w", encoding="utf-8") as out:
            json.dump(document, out)
        subprocess.run([COMMAND, "import", path], check=True, capture_output=True, env=dict(os.environ, **home.env()))


def view(window, name):
    """One of the four views, by its place in the switcher."""
    next(thing for thing in window.find_all(name=name) if thing.role != "label").press()


def case_not_for_owners(cases):
    """an owner of one company is not offered the portfolio"""
    window = cases.open(SAMPLE)
    window.until_page("company")
    window.key("ctrl+shift+p")
    window.press("button", "Main menu")
    window.find(part="New quick scan")
    check(not window.has(part="Portfolio of all companies"), "the menu offers the portfolio")


def case_figures(cases):
    """an adviser sees all companies"""
    import_clients(cases.fresh_home())
    window = cases.open_again()
    window.find("button", part="New company")
    window.key("ctrl+shift+p")
    window.find(part="Where they stand")
    window.find(part=f"{len(CLIENTS)} with a complete score")
    cases.picture("01-overview")


def case_demand(cases):
    """demand is counted over all clients"""
    window = cases.window
    view(window, "Demand")
    window.find(part=f"{len(CLIENTS)} companies counted")
    window.find(part="Twin Application Experiment")
    cases.picture("03-demand")


def case_partners(cases):
    """pairs of companies, with reasons and the way to each"""
    window = cases.window
    view(window, "Partners")
    window.find(part="pairs, the most complementary first")
    pair = window.find("list item", part="Porto Robots and Vigo Sensors")
    window.click(pair)
    window.find(part="Two countries: Portugal and Spain")
    cases.picture("04-partners")
    window.click_below("list item", part="Open Vigo Sensors")
    window.find("frame", part="Vigo Sensors")
    window.until_page("company")
    window.key("ctrl+shift+p")
    window.find(part="Where they stand")


def case_leaving(cases):
    """the preview is what is written, and the log says that it left"""
    window = cases.window
    view(window, "Hand on")
    window.find(part="This is all that leaves")
    window.find(part="Nothing yet")
    cases.picture("05-leaving")
    path = os.path.join(cases.home.documents, "figures.csv")
    window.press("button", "Write this table…")
    save_as(window, path)
    window.wait(lambda: os.path.exists(path), "the file")
    window.find(part="figures.csv")
    cases.picture("06-log")
    with open(path, encoding="utf-8-sig") as written:
        text = written.read()
    check("Robots" not in text and "Vigo" not in text, "a name left")
    check("too few" in text, text)
    for word in text.splitlines()[0].strip().split(";"):
        check(window.has(name=word), f"“{word}” is not in the preview")


def case_export(cases):
    """with names: one spreadsheet of everything"""
    window = cases.window
    view(window, "Overview")
    window.press("button", "Write the companies and their figures")
    path = os.path.join(cases.home.documents, "all.ods")
    window.find(part="Spreadsheet with all tables").press()
    save_as(window, path)
    window.wait(lambda: os.path.exists(path), "the file")


def case_filter(cases):
    """a filter counts anew, and Home is one key away"""
    window = cases.window
    window.choose("Sector", "Construction and assembly")
    window.find(part="1 with a complete score")
    cases.picture("07-filtered")
    window.key("alt+Home")
    window.find("button", part="New company")
    check_equal(window.quit(), 0, "exit status")


Cases(__file__).journey(case_not_for_owners, case_figures, case_demand, case_partners, case_leaving, case_export,
                        case_filter)
