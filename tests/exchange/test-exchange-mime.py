#!/usr/bin/env python3
"""A double click on a package opens Waymark: the kind of file is declared, and the desktop file takes it.

Arguments: the data folder of the sources.
"""
import configparser
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

DATA = sys.argv[1]
MIME = "application/x-waymark-package"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def declared():
    root = ElementTree.parse(os.path.join(DATA, "eu.waymark.Waymark.mime.xml")).getroot()
    kind = root.find(NAMESPACE + "mime-type")
    return kind.get("type") == MIME and kind.find(NAMESPACE + "glob").get("pattern") == "*.waymark"


def taken():
    desktop = configparser.ConfigParser(interpolation=None, comment_prefixes="#")
    desktop.optionxform = str
    desktop.read(os.path.join(DATA, "eu.waymark.Waymark.desktop.in"), encoding="utf-8")
    return MIME in desktop["Desktop Entry"]["MimeType"].split(";") and "%F" in desktop["Desktop Entry"]["Exec"]


def known_to_the_database():
    program = shutil.which("update-mime-database")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "packages"))
        shutil.copy(os.path.join(DATA, "eu.waymark.Waymark.mime.xml"), os.path.join(folder, "packages", "waymark.xml"))
        done = subprocess.run([program, "-V", folder], capture_output=True, text=True)
        with open(os.path.join(folder, "globs2"), encoding="utf-8") as file:
            globs = file.read()
        with open(os.path.join(folder, "magic"), "rb") as file:
            magic = file.read()
        return done.returncode == 0 and "50:%s:*.waymark" % MIME in globs and b"WAYMARK\x1a" in magic


failed = 0
print("1..3")
for number, check in enumerate((declared, taken, known_to_the_database), 1):
    result = check()
    failed += result is False
    skip = " # SKIP update-mime-database is not here" if result is None else ""
    print("%sok %d - %s%s" % ("not " if result is False else "", number, check.__name__.replace("_", " "), skip))
sys.exit(1 if failed else 0)
