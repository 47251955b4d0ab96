#!/usr/bin/env python3
"""Fits the weights of the cues by which arguments are attached to acts (src/claim/attachment.h).

  fit_attachment.py GOLD.json CANDIDATES.jsonl [GOLD.json CANDIDATES.jsonl ...] --out WEIGHTS.tsv
                    [--folds N]

CANDIDATES.jsonl is what `concord-eval candidates FOLDER` prints for the reports of GOLD.json. A
candidate is right where the gold record has its agreement, party, stage and polarity; candidates
that only optional entries support are left out. Logistic regression, L2, AdaGrad, fixed order:
the same input gives the same file. With --folds it prints held-out accuracy instead of writing.
Only the Python standard library is used.
"""
import argparse, json, math, os, re, sys, unicodedata
from collections import defaultdict

STOP = {"the", "a", "an", "of", "on", "and", "for", "to", "in", "between", "with"}
EPOCHS, RATE, L2, MIN_COUNT = 12, 0.25, 0.05, 8


def fold(text):
    text = unicodedata.normalize("NFKD", text or "").casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[’'`]s\b", "", text)
    text = re.sub(r"\b(?:\w\.){2,}", lambda m: m.group().replace(".", "") + " ", text)
    return re.sub(r"[^\w]+", " ", text).strip()


def words(text):
    return {re.sub(r"(?<=\w{3})s$", "", w) for w in fold(text).split() if w not in STOP}


def one_of(value):
    return value if isinstance(value, list) else [value]


def same_agreement(name, names):
    mine = words(name)
    return bool(mine) and any(mine == words(n) or (words(n) and len(mine & words(n)) / len(mine | words(n)) >= 0.6) for n in names)


class Record:
    """What the gold says of one report."""

    def __init__(self, article):
        aliases = article.get("aliases", {})
        self.entries = []
        listed = [(e, bool(e.get("optional"))) for e in article.get("stages", [])]
        listed += [(e.get("entry", e), True) for e in article.get("unsure", [])]
        for entry, optional in listed:
            if "stage" not in entry or "agreement" not in entry:
                continue
            names = [n for a in one_of(entry["agreement"]) for n in [a] + aliases.get(a, [])]
            parties = {fold(p) if p else None for p in one_of(entry.get("party"))}
            self.entries.append((names, parties, set(one_of(entry["stage"])), set(one_of(entry.get("polarity", "affirmed"))), optional))

    def support(self, party, stage, polarity, agreement=None):
        """2: the record has it; 1: only as optional; 0: it does not."""
        best = 0
        for names, parties, stages, polarities, optional in self.entries:
            if stage in stages and polarity in polarities and (fold(party) if party else None) in parties and (agreement is None or same_agreement(agreement, names)):
                best = max(best, 1 if optional else 2)
        return best


def samples(act, record):
    """(cues, right, weight) of the candidates of one act."""
    out = []
    agreements = [c for c in act["candidates"] if c["kind"] == "agreement"]
    others = [c for c in act["candidates"] if c["kind"] != "agreement"]
    told = [(p, c["stage"], c["polarity"]) for c in others if c.get("stage") for p in (c["parties"] or [None])]
    right_names = []
    for c in agreements:
        best = max((record.support(p, s, q, c["agreement"]) for p, s, q in told), default=0)
        if best == 2:
            right_names.append(c["agreement"])
        if best != 1:
            out.append((c["cues"], best == 2))
    for c in others:
        if not c.get("stage"):
            continue
        scores = []
        for party in c["parties"] or [None]:
            among = [record.support(party, c["stage"], c["polarity"], n) for n in right_names] if right_names else [0]
            scores.append(max(among))
        if max(scores) == 1:
            continue
        right = sum(s == 2 for s in scores) * 2 > len(scores)
        out.append((c["cues"], right))
    return out


def fit(data):
    counts = defaultdict(int)
    for cues, _ in data:
        for cue in cues:
            counts[cue] += 1
    index = {cue: i for i, cue in enumerate(sorted(c for c, n in counts.items() if n >= MIN_COUNT))}
    rows = [([index[c] for c in cues if c in index], right) for cues, right in data]
    weight, square = [0.0] * len(index), [1e-6] * len(index)
    for _ in range(EPOCHS):
        for cues, right in rows:
            z = sum(weight[i] for i in cues)
            error = 1 / (1 + math.exp(-max(-30, min(30, z)))) - right
            for i in cues:
                g = error + L2 * weight[i]
                square[i] += g * g
                weight[i] -= RATE * g / math.sqrt(square[i])
    return {cue: weight[i] for cue, i in index.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pairs", nargs="+")
    ap.add_argument("--out")
    ap.add_argument("--folds", type=int, default=0)
    a = ap.parse_args()
    by_report = []
    for gold, candidates in zip(a.pairs[::2], a.pairs[1::2]):
        records = {os.path.basename(x["file"]): Record(x) for x in json.load(open(gold, encoding="utf-8"))["articles"]}
        groups = defaultdict(list)
        for line in open(candidates, encoding="utf-8"):
            act = json.loads(line)
            name = os.path.basename(act["report"])
            if name in records:
                groups[name] += samples(act, records[name])
        by_report += [groups[n] for n in sorted(groups)]
    if a.folds:
        for f in range(a.folds):
            train = [s for i, r in enumerate(by_report) if i % a.folds != f for s in r]
            w = fit(train)
            tp = fp = fn = 0
            for i, r in enumerate(by_report):
                if i % a.folds == f:
                    for cues, right in r:
                        said = sum(w.get(c, 0) for c in cues) > 0
                        tp += said and right; fp += said and not right; fn += right and not said
            print(f"fold {f}: precision {tp/(tp+fp or 1):.3f} recall {tp/(tp+fn or 1):.3f}", file=sys.stderr)
    if a.out:
        weights = fit([s for r in by_report for s in r])
        with open(a.out, "w", encoding="utf-8") as out:
            out.write("cue\tweight\n")
            for cue in sorted(weights, key=lambda c: c.encode()):
                if abs(weights[cue]) >= 0.005:
                    out.write(f"{cue}\t{weights[cue]:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
