#!/usr/bin/env python3
"""label_candidates.py GOLD.json CANDIDATES.jsonl [COUNTS]: says of each candidate whether the gold holds it.

CANDIDATES is what `concord-eval candidates` printed over the gold's texts. Prints the JSON lines that
`concord-train claims` learns from; candidates that the gold calls optional or unsure are left out. COUNTS: how
much one example of this set counts (1).
"""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "shared", "tools"))
try:
    import score  # the scorer's own way to tell whether a claim is a gold entry
except ImportError:
    sys.exit("label_candidates.py: ../shared/tools/score.py is not there")


def verdict(claim, article):
    """True, False, or None where nobody can say."""
    aliases = article.get("aliases", {})
    found = [e for e in article.get("stages", []) if score.matches(claim, e, aliases)]
    if any(not entry.get("optional") for entry in found):
        return True
    unsure = (entry.get("entry", entry) for entry in article.get("unsure", []))
    return None if found or any(score.matches(claim, entry, aliases) for entry in unsure) else False


def main(gold, candidates, counts=1.0):
    with open(gold, encoding="utf-8") as file:
        articles = {os.path.basename(one["file"]): one for one in json.load(file)["articles"]}
    known = {}
    for line in open(candidates, encoding="utf-8"):
        claim = json.loads(line)
        name = os.path.basename(claim["report"])
        if name not in articles:
            continue
        key = " / ".join(str(claim[part]) for part in ("agreement", "party", "stage", "polarity"))
        if (name, key) not in known:
            known[name, key] = verdict(claim, articles[name])
        if known[name, key] is not None:
            report = os.path.join(os.path.basename(os.path.splitext(gold)[0]), name)
            print(json.dumps({"report": report, "key": key, "told": known[name, key],
                              "counts": float(counts), "rows": claim["rows"]}))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
