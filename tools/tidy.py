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
# Words that a rule may name in lists of its own: those of grammar. All others are data.
GRAMMAR = set("""
    a an the this that these those such same own other others another each every all both either neither some any many
    most several few much one ones no none not n't
    i we you he she it they me us him her them my our your his its their who whom whose which what whatever
    anybody anyone everybody everyone nobody nothing former latter rest
    of to in on at by for with from as into onto upon under over between among since until till before after about
    against off away out up down through throughout within without outside inside behind near than like toward towards
    besides per via across along alongside during except including regarding concerning barring bar plus
    and or but nor so if because while when where why how whether though although then thus there here unless whereas
    is are was were be been being am pm 's 're 'll 'd has have had having do does did done will wo would shall should may might
    can could must cannot let lets get
    first second third last next once more less fewer longer later earlier sooner again twice two three half early late
    still yet already soon too also now ago only just never ever further together apart aside well far even thereby
    bc bce ad ce namely likewise ditto day days week weeks month months year years decades centuries date
    excluded see
    anymore today yesterday recently instead ahead alone else itself anything everything whoever whichever single
    unlike whole save previous according quite rather almost exactly separately better least ex co ca elect said got
    weekend period addition behalf long pending subject time
    """.split())  # the last: "in addition to", "on behalf of", "so long as", "subject to", "at the time"
# One word asked of a token, whole or by its first letters.
WORD_ASKED = re.compile(r"""low(?:er)?\((?:[^()]|\([^()]*\))*\)(?: [!=]= |\.starts_with\()"([a-z'-]{2,})\"""")
WORDS_ASKED = re.compile(r"(?:\bany|\bis|is_any)\(([^{};]*?),?\s*\{([^{}]*)\}")
LISTED_ROOMS = ("claim", "reading")  # too many files to find one's way by their names
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


def words_asked(text):
    """Line and words of each word or list of words that is asked of a token and is no grammar."""
    code = re.sub(r"//.*", "", text)
    for found in WORD_ASKED.finditer(code):
        if found[1].strip("-") and found[1] not in GRAMMAR:
            yield code.count("\n", 0, found.start()) + 1, [found[1]]
    for found in WORDS_ASKED.finditer(code):
        asked = "low" in found[1] or not found[0].startswith("is_any")
        words = [w for w in re.findall(r'"([a-z\'-]{2,})"', found[2]) if w.strip("-") and w not in GRAMMAR]
        if asked and words:
            yield code.count("\n", 0, found.start()) + 1, words


def check_file(name, text, may_include):
    """Every broken rule of one file, as messages."""
    lines = text.split("\n")
    source = name.startswith(("src/", "bench/", "fuzz/")) and name.endswith((".cc", ".h"))
    room = name.split("/")[1] if name.startswith("src/") and name.count("/") > 1 else None
    if source and len(lines) > FILE_LINES:
        yield f"{name}: {len(lines)} lines: is it one subject? (at most {FILE_LINES})"
    if source and room in ("claim", "reading") and not name.endswith("_test.cc"):
        for number, words in words_asked(text):
            yield f"{name}:{number}: words in code: make {', '.join(words)} a role (data/en/clause_words.tsv)"
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


def unlisted(names):
    """The source files of the large rooms that the room's README has no line for."""
    for room in LISTED_ROOMS:
        readme = (ROOT / "src" / room / "README.md").read_text()
        for name in names:
            path = pathlib.PurePath(name)
            if str(path.parent) == f"src/{room}" and path.suffix == ".cc" and not path.stem.endswith("_test"):
                if f"`{path.stem}`" not in readme:
                    yield f"{name}: src/{room}/README.md has no line for it"


TYPE = re.compile(r"^(?:struct|class) (\w+)(?: final)?(?: :[^;]*)? \{", re.MULTILINE)


def named_twice(names):
    """Types of one name in two headers: one to the linker, which takes the functions of either."""
    seen = {}
    for name in names:
        if not (name.startswith("src/") and name.endswith(".h")):
            continue
        for found in TYPE.finditer((ROOT / name).read_text(encoding="utf-8")):
            first = seen.setdefault(found[1], name)
            if first != name:
                yield f"{name}: {found[1]} is the name of a type of {first}, too"


def main():
    may_include = rooms()
    broken = list(unlisted(tracked())) + list(named_twice(tracked()))
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
