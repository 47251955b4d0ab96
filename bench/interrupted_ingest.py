#!/usr/bin/env python3
"""Takes a made-up archive into a record, killed at random points and taken up again each time, and once more
without interruption: both records must be the same, row by row. Prints the pages, the kills, the highest
memory of any run, and whether the records are equal; exits 1 where they are not.

  bench/interrupted_ingest.py build/concord --pages 20000 --kills 10
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

TABLES = ["maker", "original", "sighting", "reading", "finding", "evidence"]


def digest_of(record):
    """Of all rows of all tables but `intake`, whose rows tell where each run stopped."""
    database = sqlite3.connect(record)
    digest = hashlib.sha256()
    for table in TABLES:
        for row in database.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid"):
            digest.update(repr(row).encode())
    counts = database.execute("SELECT counts, records, whole FROM intake WHERE file <> '' ORDER BY id DESC").fetchone()
    reports = database.execute("SELECT count(*) FROM reading").fetchone()[0]
    return digest.hexdigest(), counts, reports


def memory_of(process):
    """The highest resident memory so far, kB."""
    try:
        for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1])
    except (OSError, ValueError):
        pass
    return 0


def ingest(concord, record, archive, stop_after=None):
    """Runs to the end, or kills the run after so many seconds. Returns (killed, peak kB, seconds)."""
    start = time.monotonic()
    process = subprocess.Popen([concord, "ingest", "--record", record, archive],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of(process))
        if stop_after is not None and time.monotonic() - start > stop_after:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True, peak, time.monotonic() - start
        time.sleep(0.01)
    if process.returncode != 0:
        sys.exit(process.stderr.read().decode())
    return False, peak, time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("concord")
    parser.add_argument("--pages", type=int, default=20000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    here = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, "news.warc.gz")
        subprocess.run([sys.executable, here / "make_news_archive.py", "--pages", str(options.pages),
                        "--seed", str(options.seed), archive], check=True)
        whole, broken = os.path.join(folder, "whole.db"), os.path.join(folder, "broken.db")
        _, peak, seconds = ingest(options.concord, whole, archive)
        kills, peaks = 0, []
        while kills < options.kills:
            killed, high, _ = ingest(options.concord, broken, archive,
                                     rng.uniform(0.02, 1.6 * seconds / (options.kills + 1)))
            peaks.append(high)
            if not killed:
                break
            kills += 1
        peaks.append(ingest(options.concord, broken, archive)[1])
        first, second = digest_of(whole), digest_of(broken)
        print(json.dumps({"pages": options.pages, "archive_MB": round(os.path.getsize(archive) / 1e6, 1),
                          "kills": kills, "reports": [first[2], second[2]], "equal": first == second,
                          "seconds": round(seconds, 1), "pages_per_s": round(options.pages / seconds),
                          "peak_MB": round(peak / 1024), "peak_MB_interrupted": round(max(peaks) / 1024)}))
        sys.exit(0 if first == second else 1)


if __name__ == "__main__":
    main()
