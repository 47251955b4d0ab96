#!/usr/bin/env python3
"""Puts the words for acts into made-up sentences and looks at what becomes of them.

  another thing   every row of data/en/acts.toml before something that is no agreement ("gave its blessing to a
                  bigger fleet"), in a report on a pact: the pact's parties have done nothing
  governors       verbs of signing, ratifying, joining and leaving in every row of test/grammar/governors.tsv ("is
                  said to have signed", "would sooner leave than sign"): planned, denied and done stay apart

  tools/varied_acts.py [PROGRAM] [--show N]

Fails where either is wrong more often than the ceilings below. Many sentences of the first kind are clumsy English:
its figure is for comparison. PROGRAM is build/concord unless given. Takes half a minute.
"""
import argparse
import itertools
import pathlib
import sys
import tomllib

from varied_corpus import claims_of

ROOT = pathlib.Path(__file__).resolve().parent.parent
OBJECTS = ["a bigger fleet", "higher taxes", "the price of fish"]
OTHER_SHARE_MAX = 0.15
GOVERNED_SHARE_MAX = 0.03
ABOUT = "The Lima Pact was signed by Chile last year. It binds ten states. "
VERBS = [("sign", "signed", "signing", "signed"), ("ratify", "ratified", "ratifying", "ratified"),
         ("join", "joined", "joining", "party"), ("leave", "left", "leaving", "withdrawn")]


def spelt(phrase, most):
    """"gave|give its blessing to" as "gave its blessing to", "give its blessing to"."""
    words = [word.split("|") for word in phrase.split()]
    return [" ".join(one) for one in itertools.islice(itertools.product(*words), most)]


def other_things():
    """Sentences in which Peru does something with what is no agreement."""
    for act in tomllib.loads((ROOT / "data/en/acts.toml").read_text())["act"]:
        if act.get("same") or act.get("role") == "own":
            continue
        bare = [(verb, "will ", 1) for verb in act.get("verbs", [])]
        bare += [(frame.replace("...", "their"), "will ", 1) for frame in act.get("frames", [])]
        bare += [(past, "", 2) for past in act.get("past", [])]
        for phrase, before, most in bare:
            for words in spelt(phrase, most):
                for thing in OBJECTS:
                    yield f"{ABOUT}Peru {before}{words} {thing} in May."


def governed():
    """Sentences of governors.tsv with each verb, and what Peru may be told to have done."""
    rows = (ROOT / "test/grammar/governors.tsv").read_text().splitlines()
    for row in rows[[row.startswith("sentence\t") for row in rows].index(True) + 1:]:
        sentence, told = row.split("\t")
        for base, past, gerund, done in VERBS:
            planned = "withdrawing" if base == "leave" else "announced"
            wanted = "withdrawing" if base == "leave" else "considering"
            stages = {"D": done, "P": planned, "W": wanted, "R": "rejected", "C": "conditional", "A": "agreed"}
            right = {(stages[one[0]], "denied" if one.endswith("-") else "affirmed")
                     for one in told.split() if one != "0"}
            yield sentence.format(base=base, past=past, ing=gerund), right, "0" in told.split()


def of_peru(claims):
    return {(stage, polarity) for party, stage, polarity in claims if party == "PER"}


def report(name, wrong, count, ceiling, show):
    share = len(wrong) / count
    print(f"{name:14} wrong {len(wrong):5} of {count:5}, {share:.3f}, ceiling {ceiling}"
          f"{' TOO MANY' if share > ceiling else ''}")
    for line in wrong[:show]:
        print(f"    {line}")
    return share > ceiling


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("program", nargs="?", default=ROOT / "build/concord")
    options.add_argument("--show", type=int, default=0, help="print so many wrong sentences of each")
    asked = options.parse_args()
    texts = list(other_things())
    found = [of_peru(claims) for claims in claims_of(asked.program, texts)]
    wrong = [f"{text[len(ABOUT):]} {sorted(claims)}" for text, claims in zip(texts, found) if claims]
    failed = report("another thing", wrong, len(texts), OTHER_SHARE_MAX, asked.show)
    rows = list(governed())
    found = claims_of(asked.program, ["The Lima Pact is about fish. " + sentence for sentence, _, _ in rows])
    wrong = []
    for (sentence, right, may_be_none), claims in zip(rows, found):
        told = of_peru(claims)
        if not told <= right or not (told or may_be_none):
            wrong.append(f"{sentence} {sorted(told)}")
    failed += report("governors", wrong, len(rows), GOVERNED_SHARE_MAX, asked.show)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
