#!/usr/bin/env python3
"""Counts what is claimed over texts that are about something else than agreements.

A day's news is mostly that: arrests, storms, seasons, firms and wars. What is claimed there is wrong, but for
the odd treaty that a history of a war tells of. The texts are the news stories and treebank documents beside the
project; where ../shared is absent this says so and passes.

  tools/false_alarms.py [PROGRAM] [--show]

Prints claims per 100 texts for each set, with --show each claim and its sentence, and fails above CEILINGS.
PROGRAM is build/concord unless given. Takes some seconds.
"""
import argparse
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared/data"
CEILINGS = {"stories": 3.0, "treebanks": 4.0}  # claims per 100 texts
HEAD = "{title}\n\nThe Daily Ledger\n2012-05-05\n\n{text}\n"


def stories():
    """The title and words of each report of the set for grouping stories."""
    with gzip.open(DATA / "stories/ecb-dev/docs.jsonl.gz", "rt") as lines:
        for line in lines:
            report = json.loads(line)
            yield report["title"] or "Notes", report["text"]


def treebanks():
    """The sentences of each document, in their paragraphs."""
    for path in sorted(DATA.glob("treebank/*/*/*.conllu*")):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt") as lines:
            documents = re.split(r"^# newdoc", lines.read(), flags=re.M)[1:]
        for document in documents:
            words = re.findall(r"^# (?:(newpar)|text = (.*))", document, flags=re.M)
            yield "Notes", " ".join("\n\n" if par else text for par, text in words)


def claims_over(program, texts):
    """Every claim over the texts, and how many these are."""
    with tempfile.TemporaryDirectory() as folder:
        count = 0
        for count, (title, text) in enumerate(texts, 1):
            path = pathlib.Path(folder) / f"{count:05}.txt"
            path.write_text(HEAD.format(title=title, text=text))
        run = subprocess.run([program, "read", "--format", "jsonl", folder], capture_output=True, text=True)
        if run.returncode not in (0, 3, 4):
            sys.exit(run.stderr)
        found = [json.loads(line) for line in run.stdout.splitlines()]
        return [one for one in found if one["type"] == "claim"], count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=ROOT / "build/concord")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if not DATA.exists():
        print("false alarms: skipped, the texts are not here")
        return 0
    failed = False
    for name, texts in ("stories", stories()), ("treebanks", treebanks()):
        claims, count = claims_over(options.program, texts)
        rate = 100 * len(claims) / max(count, 1)
        good = rate <= CEILINGS[name]
        failed |= not good
        print(f"{name:10} {len(claims):4} claims in {count} texts, {rate:.1f} per 100, ceiling {CEILINGS[name]:.1f}"
              f"{'' if good else ' ABOVE'}")
        for claim in claims if options.show else []:
            sentence = claim["evidence"][0]["exact"]
            print(f"  {claim['agreement']} | {claim['party'] or '-'} | {claim['stage']} | {claim['rule']} | {sentence}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
