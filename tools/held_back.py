#!/usr/bin/env python3
"""held_back.py GOLD TRAIN HELD: parts JSON lines into those to learn from and a tenth to measure with.

Held back are the lines whose id has an MD5 that, read as a number, is 0 modulo 10. GOLD may be .gz.
"""
import gzip
import hashlib
import json
import sys


def is_held_back(line):
    return int(hashlib.md5(str(json.loads(line)["id"]).encode()).hexdigest(), 16) % 10 == 0


def main(gold, train, held):
    with (gzip.open if gold.endswith(".gz") else open)(gold, "rt", encoding="utf-8") as lines:
        parts = ([], [])
        for line in filter(str.strip, lines):
            parts[is_held_back(line)].append(line)
    for name, part in zip((train, held), parts):
        with open(name, "w", encoding="utf-8") as out:
            out.writelines(part)
        print(f"{name}: {len(part)} sentences", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
