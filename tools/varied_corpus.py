#!/usr/bin/env python3
"""Reads every sentence of test/corpus/claim again with words around it that change nothing.

"Peru joined the pact" and "Peru, a country of five million, joined the pact, officials said" tell the
same: whatever is found in the one and not in the other is a fault of reading. (Such tests are called
metamorphic: Chen, Cheung and Yiu, 1998; of language models, CheckList: Ribeiro and others, 2020.)

  tools/varied_corpus.py [PROGRAM] [--show N] [--only NAME]

Prints, for each variation, in how many cases it changed the claims, and fails where these are more
than FLOORS allows. PROGRAM is build/concord unless given. Takes half a minute.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARE_MAX = 0.02  # of the cases that a variation applies to
FILES_A_RUN = 4000

ROWS = (ROOT / "data/world/states.tsv").read_text().splitlines()
STATE = "|".join(re.escape(row.split("\t")[1]) for row in ROWS if re.match(r"[A-Z]{3}\t", row))
OPENS = re.compile(rf"^({STATE}) (?!and )([a-z]+) ")
AUXILIARY = re.compile(rf"^({STATE}) (is|was|has(?= \w+ed ))(?! not) ")
HEAD = "Notes from the desk\n\nThe Daily Ledger\nMarch 12, 2026\n\n"


def before(words):
    return lambda text: words + text


def behind(words):
    return lambda text: text + words


def ending(words):
    return lambda text: text[:-1] + words + "."


def aside(words):
    """Behind the subject that opens the text, where one does."""
    def vary(text):
        opens = OPENS.match(text)
        return opens and f"{opens[1]}, {words}, {text[len(opens[1]) + 1:]}"
    return vary


def adverb(word):
    """Behind the auxiliary of that subject."""
    def vary(text):
        verb = AUXILIARY.match(text)
        return verb and f"{text[:verb.end()]}{word} {text[verb.end():]}"
    return vary


def opening(words):
    """Before that subject."""
    return lambda text: words + text if OPENS.match(text) else None


VARIATIONS = {
    "a dateline": before("GENEVA, March 12 (Northern Wire) - "),
    "a sentence before": before("Rain fell in the capital all day. "),
    "a sentence behind": behind(" Bread prices rose by a tenth."),
    "who said it": ending(", officials said"),
    "according to": ending(", according to the foreign ministry"),
    "said that": opening("Officials said that "),
    "an apposition": aside("a country of five million people"),
    "a relative clause": aside("which lies on the sea"),
    "an aside": aside("after long hesitation"),
    "a day before": opening("On Monday, "),
    "a clause before": opening("After years of debate, "),
    "an adverb": adverb("finally"),
}


def cases():
    """The texts of one paragraph and at most two sentences, where no known fault is marked."""
    for path in sorted((ROOT / "test/corpus/claim").glob("*.txt")):
        parts = re.split(r"(?m)^={5,}\n", path.read_text())
        for head, body in zip(parts[1::2], parts[2::2]):
            text = body.split("\n---\n")[0].strip()
            plain = "\n" not in text and text.endswith(".") and not text.isupper()
            if plain and ":wrong" not in head and ":title" not in head and \
                    len(re.findall(r"[.!?] [A-Z]", text)) < 2:
                yield text


def claims_of(program, texts):
    """For each text the set of its claims, without agreements' names: these may gain their sides."""
    found = collections.defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(pathlib.Path(folder) / f"{number:06d}.txt")
            paths[-1].write_text(HEAD + text + "\n")
        for at in range(0, len(paths), FILES_A_RUN):
            run = subprocess.run([program, "read", "--format", "jsonl", *paths[at:at + FILES_A_RUN]],
                                 capture_output=True, text=True, check=True)
            for line in run.stdout.splitlines():
                claim = json.loads(line)
                if claim["type"] == "claim":
                    number = int(pathlib.Path(claim["report"]).stem)
                    found[number].add((claim["party"], claim["stage"], claim["polarity"]))
    return [found[number] for number in range(len(texts))]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("program", nargs="?", default=ROOT / "build/concord")
    options.add_argument("--show", type=int, default=0, help="print so many changed texts of each")
    options.add_argument("--only", help="one variation by its name")
    asked = options.parse_args()
    texts = list(cases())
    plain = claims_of(asked.program, texts)
    failed = 0
    for name, vary in VARIATIONS.items():
        if asked.only not in (None, name):
            continue
        varied = [(number, vary(text)) for number, text in enumerate(texts) if plain[number]]
        varied = [(number, text) for number, text in varied if text]
        found = claims_of(asked.program, [text for _, text in varied])
        changed = [(text, plain[number], claims) for (number, text), claims in zip(varied, found)
                   if claims != plain[number]]
        share = len(changed) / len(varied)
        failed += share > SHARE_MAX
        print(f"{name:18} changed {len(changed):4} of {len(varied):5} {'TOO MANY' if share > SHARE_MAX else ''}")
        for text, want, got in changed[:asked.show]:
            print(f"    {text}\n      lost {sorted(map(str, want - got))} new {sorted(map(str, got - want))}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
