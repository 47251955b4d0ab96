#!/usr/bin/env python3
"""train_claims.py OUT.model [--without SET...] [--all] | --unpack DIR: trains data/models/en/claims.model anew.

Reads test/gold/reports (ours), test/corpus (ours) and, where it is there, ../shared/gold/train; asks
build/concord-eval and build/concord-corpus for what the rules do not read of them, says of each such candidate
whether the gold holds it, and hands them to build/concord-train. --without leaves out some sets, to measure
on them; news-17 to news-28 are held back for that unless --all is asked for.
--unpack only writes our sets as the scorer takes them: DIR/SET.json and DIR/SET/*.txt.
"""
import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
HELD_BACK = [f"news-{number}" for number in range(17, 29)]
GROUPS_COUNT = 0.4  # a text that was written to list groups, beside a report


def scorer():
    """The gold sets' own scorer: what it calls the same, we do."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def unpack(folder):
    """Our sets as (name, gold file, folder of texts)."""
    for path in sorted((ROOT / "test/gold/reports").glob("*.jsonl")):
        texts = folder / path.stem
        texts.mkdir(parents=True, exist_ok=True)
        articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for article in articles:
            (texts / article["file"]).write_text(article.pop("text"), encoding="utf-8", newline="")
        gold = folder / f"{path.stem}.json"
        gold.write_text(json.dumps({"articles": articles}, ensure_ascii=False), encoding="utf-8")
        yield path.stem, gold, texts


def verdict(score, claim, article):
    """True, False, or None where nobody can say."""
    aliases = article.get("aliases", {})
    found = [entry for entry in article.get("stages", []) if score.matches(claim, entry, aliases)]
    if any(not entry.get("optional") for entry in found):
        return True
    unsure = (entry.get("entry", entry) for entry in article.get("unsure", []))
    return None if found or any(score.matches(claim, entry, aliases) for entry in unsure) else False


def judged(score, name, gold, texts):
    articles = {pathlib.Path(one["file"]).name: one
                for one in json.loads(gold.read_text(encoding="utf-8"))["articles"]}
    printed = subprocess.run([ROOT / "build/concord-eval", "candidates", texts], check=True,
                             capture_output=True, text=True).stdout
    known = {}
    for line in printed.splitlines():
        claim = json.loads(line)
        report = pathlib.Path(claim["report"]).name
        if report not in articles:
            continue
        key = " / ".join(str(claim[part]) for part in ("agreement", "party", "stage", "polarity"))
        if (report, key) not in known:
            known[report, key] = verdict(score, claim, articles[report])
        if known[report, key] is not None:
            yield {"report": f"{name}/{report}", "key": key, "told": known[report, key],
                   "counts": GROUPS_COUNT if name.startswith("groups") else 1, "rows": claim["rows"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?")
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--unpack", type=pathlib.Path)
    options = parser.parse_args()
    if options.unpack:
        print(f"{len(list(unpack(options.unpack)))} sets in {options.unpack}", file=sys.stderr)
        return 0
    if not options.out or not (SHARED / "tools/score.py").exists():
        sys.exit("train_claims.py: wants OUT.model, and ../shared/tools/score.py beside the project")
    left_out = options.without + ([] if options.all else HELD_BACK)
    score = scorer()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        sets = list(unpack(folder / "ours"))
        sets += [(f"train-{path.stem}", path, path.with_suffix(""))
                 for path in sorted((SHARED / "gold/train").glob("*.json"))]
        examples = folder / "examples.jsonl"
        with open(examples, "w", encoding="utf-8") as out:
            for one in sets:
                if one[0] not in left_out:
                    out.writelines(json.dumps(line) + "\n" for line in judged(score, *one))
            corpus = [ROOT / "build/concord-corpus", "--candidates", "test/corpus"]
            out.write(subprocess.run(corpus, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
        subprocess.run([ROOT / "build/concord-train", "claims", examples, "--out", options.out], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
