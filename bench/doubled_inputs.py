#!/usr/bin/env python3
"""Hostile inputs of one, two and four times a size through `concord intake`: time must double with the bytes.

  bench/doubled_inputs.py build/concord        prints a line each; exit 1 where four times the bytes cost over six times,
                                               and over three times what twice the bytes do

The time of an empty input is taken off; the least of three runs counts.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile

WORDS = "Norland and Suthia extended the grain deal on Friday, their ministers said. "
BODY = f"<h1>Grain deal extended</h1><p>{WORDS * 3}</p>"


def record(n):
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{n} {WORDS * 2}</p>".encode()
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/{n}\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body + b"\r\n\r\n"


KINDS = {
    "html: paragraphs": lambda n: BODY + f"<p>{WORDS}</p>" * (n // 90),
    "html: nested tags": lambda n: BODY + "<div>" * (n // 5),
    "html: open brackets": lambda n: BODY + "<" * n,
    "html: attributes": lambda n: BODY + "<p " + "".join(f"a{i}=b " for i in range(n // 8)) + ">x",
    "html: one attribute": lambda n: BODY + "<p class='" + "post-body " * (n // 10) + "'>x</p>",
    "html: dates": lambda n: BODY + "<time>3 July 2024</time>" * (n // 24),
    "html: headings": lambda n: BODY + "<h2>Grain deal</h2>" * (n // 19),
    "html: lists of links": lambda n: BODY + "<ul><li><a href=/a>Grain deal</a></ul>" * (n // 39),
    "html: entities": lambda n: BODY + "<p>" + "&amp;&#x41;" * (n // 11),
    "html: json-ld": lambda n: BODY + '<script type="application/ld+json">' + "[" * (n // 2) + "]" * (n // 2) + "</script>",
    "charset: latin": lambda n: (BODY + "<p>" + "caf\xe9 " * (n // 5)).encode("latin-1"),
    "charset: mixed": lambda n: BODY.encode() + b"<p>" + b"\xc3\xa9\xe9 " * (n // 4),
    "text: lines": lambda n: (WORDS + "\n") * (n // 77),
    "text: mastheads": lambda n: "The Quay Courier | 4 April 2023\n" * (n // 32) + WORDS,
    "feed: entries": lambda n: "<rss><channel>" + f"<item><title>Grain</title><description>{WORDS * 2}</description></item>" * (n // 200) + "</channel></rss>",
    "feed: one entry": lambda n: "<rss><channel><item><title>Grain</title><description>" + "&lt;p&gt;" * (n // 9) + WORDS + "</description></item></channel></rss>",
    "json: lines": lambda n: (json.dumps({"title": "Grain", "text": WORDS * 2}) + "\n") * (n // 190),
    "json: one object": lambda n: json.dumps({"title": "Grain", "text": WORDS * (n // 77)}),
    "json: brackets": lambda n: '{"text":"x","a":' + "[" * n,
    "warc: records": lambda n: b"".join(record(i) for i in range(n // 350)),
    "warc: noise": lambda n: record(1) + b"WARC/" * (n // 5) + record(2),
}


def seconds(program, data):
    with tempfile.NamedTemporaryFile() as file:
        file.write(data if isinstance(data, bytes) else data.encode())
        file.flush()
        least = float("inf")
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([program, "intake", "--threads", "1", file.name], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, timeout=300, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return least


def main():
    if len(sys.argv) != 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(__doc__)
    program, size, worse = sys.argv[1], 1_000_000, 0
    start = seconds(program, "<p>" + WORDS)
    for kind, make in KINDS.items():
        once, twice, fourfold = (max(seconds(program, make(size * times)) - start, 0.001) for times in (1, 2, 4))
        bad = fourfold > 6 * once and fourfold > 3 * twice and fourfold > 0.1
        worse += bad
        print(f"{kind:22} {once * 1000:7.0f} ms {twice * 1000:7.0f} ms {fourfold * 1000:7.0f} ms   x{fourfold / once:4.1f}"
              f"{'   MORE THAN LINEAR' if bad else ''}", flush=True)
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
