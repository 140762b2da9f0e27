#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""feel/ and dmn/ could be lifted out and used by another program: their README says what such a program may include,
its example does what it says, and nothing in the two rooms speaks of what this program is about.

Arguments: the programs made of the examples in src/feel/README.md and src/dmn/README.md.
"""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "walls"))
from walls import ROOT, SOURCE, main, show, sources  # noqa: E402

ROOMS = {"feel": Path(sys.argv[1]).absolute(), "dmn": Path(sys.argv[2]).absolute()}
# What the rest of the program is about; matched at the start of a word.
SUBJECT = re.compile(r"\b(compan|hubs?\b|firms?\b|enterprise|sme\b|smes\b|instrument|voucher|subsid|grant|maturity|"
                     r"questionnaire|assessment|adviser|edih|dih\b|waymark)", re.I)


def readme(room):
    return (SOURCE / room / "README.md").read_text(encoding="utf-8")


def public(room):
    """Names of the headers that the README offers, its own ones (“the room's own”) left out."""
    text = re.sub(r"The others? \([^)]*\) are the room's own", "", readme(room))
    return set(re.findall(r"`(%s-[a-z-]+\.h)`" % room, text))


def the_examples_print_what_they_say():
    for room, program in ROOMS.items():
        wanted = re.findall(r"/\* (.*?) \*/", readme(room).split("```c\n")[1].split("```")[0])
        done = subprocess.run([program], capture_output=True, text=True, cwd=ROOT / "tests" / "dmn" / "data" / "example")
        if len(wanted) != 1:
            yield "src/%s/README.md: the example has %d comments, expected one: what it prints" % (room, len(wanted))
        elif (done.returncode, done.stdout) != (0, wanted[0] + "\n"):
            yield "src/%s/README.md: the example printed %s%s, expected %s" % (room, done.stdout, done.stderr, wanted[0])


def every_header_named_exists():
    for room in ROOMS:
        for name in re.findall(r"`(%s-[a-z-]+\.h)`" % room, readme(room)):
            if not (SOURCE / room / name).exists():
                yield "src/%s/README.md: %s is not there" % (room, name)


def what_others_include_is_public():
    """Other rooms, and dmn/ of feel/, include nothing that the README does not offer."""
    for path in sources(".c", ".h") + sources(".c", ".h", below=ROOT / "tests"):
        for room, name in re.findall(r'^#include "(feel|dmn)/([a-z-]+\.h)"', path.read_text(encoding="utf-8"), re.M):
            own = path.is_relative_to(SOURCE / room)
            if not own and name not in public(room):
                yield "%s: includes %s, which src/%s/README.md does not offer" % (show(path), name, room)


def public_headers_include_only_public_ones():
    """Whoever takes a public header needs no other."""
    for room in ROOMS:
        for name in sorted(public(room)):
            text = (SOURCE / room / name).read_text(encoding="utf-8")
            for other, header in re.findall(r'^#include "(feel|dmn)/([a-z-]+\.h)"', text, re.M):
                if header not in public(other):
                    yield "src/%s/%s: includes %s, which is the room's own" % (room, name, header)


def public_headers_say_what_they_are_for():
    """A comment that stands before the first type or function, after the includes."""
    for room in ROOMS:
        for name in sorted(public(room)):
            text = (SOURCE / room / name).read_text(encoding="utf-8")
            after = text.split("G_BEGIN_DECLS", 1)[-1]
            if not after.lstrip().startswith("/*"):
                yield "src/%s/%s: no comment says what it is for" % (room, name)


def they_include_no_other_room():
    for room in ROOMS:
        for path in sources(".c", ".h", below=SOURCE / room):
            for other in re.findall(r'^#include "([a-z]+)/', path.read_text(encoding="utf-8"), re.M):
                if other not in ROOMS or (room == "feel" and other == "dmn"):
                    yield "%s: includes a header of %s" % (show(path), other)


def they_speak_of_no_companies_and_hubs():
    for room in ROOMS:
        for path in sources(".c", ".h", ".md", below=SOURCE / room):
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                match = SUBJECT.search(line)
                if match:
                    yield "%s:%d: “%s”" % (show(path), number, match.group(0))


if __name__ == "__main__":
    main(the_examples_print_what_they_say, every_header_named_exists, what_others_include_is_public,
         public_headers_include_only_public_ones, public_headers_say_what_they_are_for, they_include_no_other_room,
         they_speak_of_no_companies_and_hubs)
