#!/usr/bin/env python3
"""The house rules as a test: rooms, sizes, forbidden words, machine paths, data without origin.

Run from anywhere; prints file:line: what, and exits 1 when a rule is broken. Standard library only.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINE_WIDTH = 100
FILE_LINES = 450
FORBIDDEN = [
    (re.compile(r"\bthrow\b(?!\(\))"), "throw: return an Error (base/result.h)", ("src/",)),
    (re.compile(r"std::cout|std::cerr"), "streams: data and talk go through cli", ("src/",)),
    (re.compile(r"\bnew [A-Z]\w*[({]"), "new: values, vectors, unique_ptr", ("src/",)),
    (re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b"), "unfinished work", ("src/", "tools/", "bench/", "fuzz/")),
    (re.compile(r"/(?:home|work|root)/\w"), "a path of one machine", ("",)),
]
TEXT_KINDS = {".cc", ".h", ".py", ".md", ".toml", ".tsv", ".txt", ".cmake", ".json", ".sh", ".sql", ""}


def tracked():
    """The project's own files, as git knows them (new ones too)."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT,
                            capture_output=True, text=True, check=True).stdout.split("\n")
    return [name for name in listed if name and (ROOT / name).is_file()]


def rooms():
    """src/rooms.toml as {room: rooms it may include}."""
    table = {}
    for line in (ROOT / "src/rooms.toml").read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            name, may = line.split("=", 1)
            table[name.strip()] = set(re.findall(r'"(\w+)"', may)) | {"base", name.strip()}
    return table


def check_file(name, text, may_include):
    """Every broken rule of one file, as messages."""
    lines = text.split("\n")
    source = name.startswith(("src/", "bench/", "fuzz/")) and name.endswith((".cc", ".h"))
    room = name.split("/")[1] if name.startswith("src/") and name.count("/") > 1 else None
    if source and len(lines) > FILE_LINES:
        yield f"{name}: {len(lines)} lines: is it one subject? (at most {FILE_LINES})"
    for number, line in enumerate(lines, 1):
        if source and len(line) > LINE_WIDTH + 5:
            yield f"{name}:{number}: {len(line)} columns"
        include = re.match(r'#include "(\w+)/', line)
        if room in may_include and include and include[1] not in may_include[room]:
            yield f"{name}:{number}: {room} may not include {include[1]} (src/rooms.toml)"
        code = re.sub(r'"[^"]*"', '""', line.split("//")[0]) if source and not include else line
        for pattern, what, places in FORBIDDEN:
            excused = name == "tools/tidy.py" or (what.startswith("streams") and room == "cli")
            if name.startswith(places) and not excused and pattern.search(code):
                yield f"{name}:{number}: {what}"


def main():
    may_include = rooms()
    broken = []
    for name in tracked():
        path = ROOT / name
        if path.suffix not in TEXT_KINDS or path.stat().st_size > 4_000_000:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        broken += check_file(name, text, may_include)
    for message in broken:
        print(message)
    print(f"tidy: {len(broken)} broken rules")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
