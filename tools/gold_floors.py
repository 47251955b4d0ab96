#!/usr/bin/env python3
"""Scores `concord read` on the gold sets beside the project and fails below floors.toml.

The gold sets are not part of the project: where ../shared is absent this says so and passes.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def measure(name, spec):
    """Runs the reader and the scorer over one set; returns the scorer's figures."""
    texts = SHARED / spec["texts"]
    with tempfile.NamedTemporaryFile("w+", suffix=".jsonl") as out:
        files = sorted(str(p) for p in texts.glob("*.txt"))
        subprocess.run([ROOT / "build/concord", "read", "--format", "jsonl", *files], stdout=out, check=True)
        scorer = [sys.executable, SHARED / "tools/score.py", SHARED / spec["gold"], out.name,
                  "--texts", texts, "--json"]
        return json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)


def main():
    if not SHARED.exists():
        print("gold floors: skipped, the gold sets are not here")
        return 0
    subprocess.run(["make", "-s", "build"], cwd=ROOT, check=True)
    failed = 0
    for name, spec in tomllib.loads((ROOT / "test/gold/floors.toml").read_text()).items():
        figures = measure(name, spec)
        for key, floor in spec["floors"].items():
            value = figures[key]
            good = value <= floor if key == "overstated" else value >= floor
            failed += not good
            print(f"{name:6} {key:24} {value:.3f} floor {floor:.3f} {'' if good else 'BELOW'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
