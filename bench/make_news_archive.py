#!/usr/bin/env python3
"""Writes an archive of made-up news pages like those of a news crawl: seeded, so that the same call gives
the same bytes. Requests, responses, metadata, revisits, 404s, pictures and truncated pages, a gzip
member each; some payloads chunked or compressed, some declared so and not.

  bench/make_news_archive.py --pages 20000 --seed 7 news.warc.gz
"""
import argparse
import gzip
import random
import zlib

STATES = ["Kenya", "Peru", "Norway", "Vietnam", "Morocco", "Canada", "Finland", "Chile", "Jordan", "Japan",
          "Albania", "Ghana", "Estonia", "Brazil", "Oman", "Iceland"]
PACTS = ["Abraham Accords", "Paris Agreement", "High Seas Treaty", "NATO", "CPTPP", "Chemical Weapons Convention"]
OUTLETS = ["Quay Courier", "Levant Monitor", "Fjord Post", "Harbour Times", "Prairie Ledger"]
ACTS = ["{a} signed the {p} on Tuesday, its foreign minister said.",
        "{a} will join the {p} next month, officials announced.",
        "Parliament in {a} ratified the {p} after a long debate.",
        "{a} is in talks to join the {p}, according to a person familiar with the matter.",
        "{a} announced that it would withdraw from the {p}."]
PLAIN = ["Prices of grain fell for a third week as harvests came in early.",
         "The ferry between the two harbours will run every hour from June.",
         "Officials said that the road through the hills would be closed for repairs.",
         "The minister told reporters that the talks had been long and useful.",
         "A spokesman declined to say when the next meeting would be held."]


def page(rng, number):
    outlet, state, pact = rng.choice(OUTLETS), rng.choice(STATES), rng.choice(PACTS)
    news = rng.random() < 0.3
    title = f"{state} and the {pact}: report {number}" if news else f"Harbour notes of the day, number {number}"
    day = f"2023-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    body = [rng.choice(ACTS).format(a=state, p=pact)] if news else []
    body += [" ".join(rng.choice(PLAIN) for _ in range(rng.randint(2, 4))) for _ in range(rng.randint(3, 9))]
    menu = "".join(f'<li><a href="/{word}{i}">{word.title()} {i}</a></li>' for i in range(12)
                   for word in ("world", "trade", "sport", "letters"))
    paragraphs = "".join(f"<p>{text}</p>\n" for text in body)
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>'
            f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">'
            f'<meta property="article:published_time" content="{day}T08:00:00Z">'
            f'<style>{"p{margin:0}" * 40}</style><script>var x=[{",".join(str(rng.randint(0, 999)) for _ in range(300))}];'
            f'</script></head><body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1><p class="byline">By Clara Whitlow'
            f'</p>{paragraphs}</article><footer>Copyright 2023 {outlet}</footer></body></html>').encode()


def record(kind, address, block, extra="", http=True):
    media = "Content-Type: application/http; msgtype=response\r\n" if http else ""
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-12-31T10:00:00Z\r\n"
            f"{extra}{media}Content-Length: {len(block)}\r\n\r\n").encode()
    return gzip.compress(head + block + b"\r\n\r\n", 6, mtime=0)


def answer(rng, body):
    headers, choice = "", rng.random()
    if choice < 0.05:
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        headers = "Transfer-Encoding: chunked\r\n"
    elif choice < 0.10:
        body, headers = gzip.compress(body, 6, mtime=0), "Content-Encoding: gzip\r\n"
    elif choice < 0.15:
        body, headers = zlib.compress(body), "Content-Encoding: deflate\r\n"
    elif choice < 0.20:
        headers = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--pages", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with open(options.out, "wb") as out:
        out.write(record("warcinfo", "urn:made-up", b"software: make_news_archive\r\n", http=False))
        for number in range(options.pages):
            address = f"https://news{number % 50}.example/2023/{number}"
            out.write(record("request", address, b"GET / HTTP/1.1\r\n\r\n", http=False))
            extra = "WARC-Truncated: length\r\n" if rng.random() < 0.01 else ""
            out.write(record("response", address, answer(rng, page(rng, number)), extra))
            odd = rng.random()
            if odd < 0.02:
                out.write(record("revisit", address, b""))
            elif odd < 0.04:
                out.write(record("response", address + "/gone", b"HTTP/1.1 404 Not Found\r\n\r\nnothing here"))
            elif odd < 0.05:
                picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG" + rng.randbytes(2000)
                out.write(record("response", address + "/picture", picture))


if __name__ == "__main__":
    main()
