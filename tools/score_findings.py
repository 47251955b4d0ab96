#!/usr/bin/env python3
"""Scores the events, relations, topics, assessments and figures of `concord read --format jsonl`.

  score_findings.py GOLD.json READ.jsonl [--errors]

Claims and quotes have a scorer of their own; this one is for the findings beside them. Reports are
matched by file name. A value given as a list in the gold means that any of its members is right;
an entry marked "optional" is neither rewarded nor punished. Several found entries may stand for one
gold entry (a report that speaks twice of one ceremony): each is right, the gold entry counts once.
Kinds of relation that the gold set nowhere lists are left out of account and counted apart.

When a found entry matches a gold one:
  event       kind and planned are the same; of the gold's participants more than half are found and
              of the found more than half are the gold's, by family name or state (a leader stands
              for the state and the other way round only where both names are printed); places, where
              both have one, share a word; dates, where both have one, agree; the agreement, where the
              gold has one, shares a word. Participants, place and date are scored beside the events.
  relation    kind and the two parties, in either order but for embassies; an embassy's place, where
              both have one, shares a word. `since` is scored beside the relations.
  topic       the same word but for its ending ("economic development", "economy").
  assessment  one value's words are all in the other (but for two), and where the gold names who
              said it the names share a word.
  figure      one value's words are all in the other.
Dates are EDTF and agree where one is the beginning of the other.
Standard library only. Exit status 2 when it could not score.
"""
import json
import pathlib
import re
import sys
import unicodedata

KINDS = ("event", "relation", "topic", "assessment", "figure")
SMALL = {"the", "a", "an", "of", "on", "and", "for", "to", "in", "with", "s", "is", "as"}


def words(text):
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return [w for w in re.findall(r"\w+", plain) if w not in SMALL]


def stems(text):
    return {w[:5] for w in words(text)}


def one_of(value):
    return value if isinstance(value, list) else [value]


def share(a, b):
    return bool(set(words(a)) & set(words(b)))


def inside(a, b, spare=0):
    a, b = set(words(a)), set(words(b))
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return bool(small) and len(small - large) <= (spare if len(small) > 3 else 0)


def dates_agree(a, b):
    return a.startswith(b) or b.startswith(a)


def people(names):
    """Each participant as the word it is known by: the family name, the last word of a state."""
    return {words(name)[-1] for name in names if words(name)}


def same_event(found, gold):
    if found["kind"] != gold["kind"] or bool(found.get("planned")) != bool(gold.get("planned")):
        return False
    ours, theirs = people(found.get("participants") or []), people(gold.get("participants", []))
    common = len(ours & theirs)
    if theirs and (2 * common <= len(theirs) or 2 * common <= len(ours)):
        return False
    if found.get("place") and gold.get("place") and not share(found["place"], gold["place"]):
        return False
    if found.get("date") and gold.get("date") and not dates_agree(found["date"], gold["date"]):
        return False
    return not gold.get("agreement") or share(found.get("agreement"), gold["agreement"])


def same_relation(found, gold):
    ours, theirs = (found["a"], found["b"]), (gold["a"], gold["b"])
    turned = gold["kind"] != "embassy" and ours == theirs[::-1]
    place = not (found.get("place") and gold.get("place")) or share(found["place"], gold["place"])
    return found["kind"] == gold["kind"] and (ours == theirs or turned) and place


def same_topic(found, gold):
    return bool(stems(found["field"]) & stems(gold["field"]))


def same_assessment(found, gold):
    says = gold.get("said_by")
    named = not says or any(share(found.get("said_by"), name) for name in one_of(says))
    return named and inside(found["value"], gold["value"], 2)


def same_figure(found, gold):
    return inside(found["value"], gold["value"])


SAME = dict(zip(KINDS, (same_event, same_relation, same_topic, same_assessment, same_figure)))


def gold_entries(article, kind):
    entries = article.get(kind + "s", [])
    return [{"field": e} if isinstance(e, str) else e for e in entries]


class Tally:
    def __init__(self):
        self.found = self.right = self.gold = self.met = self.apart = 0
        self.beside = {}

    def note(self, what, ok):
        right, asked = self.beside.get(what, (0, 0))
        self.beside[what] = (right + bool(ok), asked + 1)

    def line(self, kind):
        precision = self.right / self.found if self.found else 0.0
        recall = self.met / self.gold if self.gold else 0.0
        text = (f"{kind:<12} P {precision:.3f} ({self.right}/{self.found})   "
                f"R {recall:.3f} ({self.met}/{self.gold})")
        for what, (right, asked) in sorted(self.beside.items()):
            text += f"   {what} {right}/{asked}"
        return text + (f"   {self.apart} of other kinds" if self.apart else "")


def beside_event(tally, found, gold):
    if gold.get("participants"):
        theirs, ours = people(gold["participants"]), people(found.get("participants") or [])
        tally.note("all participants", theirs <= ours)
    for what in ("place", "date"):
        if gold.get(what):
            tally.note(what, found.get(what))
    if gold.get("date_words"):
        tally.note("date words", found.get("date_words") in one_of(gold["date_words"]))


def score(gold, read, errors):
    tallies = {kind: Tally() for kind in KINDS}
    listed = {e.get("kind") for a in gold["articles"] for e in a.get("relations", [])}
    for article in gold["articles"]:
        lines = [l for l in read if pathlib.PurePath(l["report"]).name == article["file"]]
        for kind in KINDS:
            tally, same = tallies[kind], SAME[kind]
            wanted = gold_entries(article, kind)
            met = [None] * len(wanted)
            for found in (l for l in lines if l["type"] == kind):
                if kind == "relation" and found["kind"] not in listed:
                    tally.apart += 1
                    continue
                hits = [i for i, g in enumerate(wanted) if same(found, g)]
                if hits and all(wanted[i].get("optional") for i in hits):
                    continue
                tally.found += 1
                tally.right += bool(hits)
                for i in hits:
                    met[i] = met[i] or found
                if not hits and errors:
                    shown = {k: v for k, v in found.items() if v and k not in ("type", "report")}
                    print(f"{article['file'][:3]} spare {kind}: {json.dumps(shown)[:420]}")
            for entry, found in zip(wanted, met):
                if entry.get("optional"):
                    continue
                tally.gold += 1
                tally.met += found is not None
                if found is None and errors:
                    print(f"{article['file'][:3]} missed {kind}: {json.dumps(entry)}")
                if found and kind == "event":
                    beside_event(tally, found, entry)
                if found and kind == "relation" and entry.get("since"):
                    tally.note("since", found.get("since") == entry["since"])
    return tallies


def main():
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(paths) != 2:
        print(__doc__)
        return 2
    try:
        gold = json.loads(pathlib.Path(paths[0]).read_text(encoding="utf-8"))
        read = [json.loads(l) for l in pathlib.Path(paths[1]).read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 2
    for kind, tally in score(gold, read, "--errors" in sys.argv).items():
        print(tally.line(kind))
    return 0


if __name__ == "__main__":
    sys.exit(main())
