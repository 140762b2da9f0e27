"""A few lines of TAP: case() collects, main() runs and prints."""
import sys
import traceback

_cases = []


def case(name):
    def add(function):
        _cases.append((name, function))
        return function
    return add


class Skip(Exception):
    pass


def main():
    failed = 0
    print("1..%d" % len(_cases), flush=True)
    for number, (name, function) in enumerate(_cases, 1):
        try:
            function()
            print("ok %d - %s" % (number, name), flush=True)
        except Skip as reason:
            print("ok %d - %s # SKIP %s" % (number, name, reason), flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print("not ok %d - %s" % (number, name), flush=True)
    sys.exit(1 if failed else 0)
