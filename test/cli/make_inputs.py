#!/usr/bin/env python3
"""Writes one made-up report in every format that is read, and hostile files, into a folder."""
import gzip
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
TITLE = "Kenya signs the Paris Agreement"
WORDS = ["NAIROBI: Kenya signed the Paris Agreement on Tuesday, its foreign minister said.",
         "The minister told reporters in Nairobi that parliament would vote on it in June."]
HTML = "".join(f"<p>{line}</p>" for line in WORDS)
PAGE = (f"<!doctype html><html><head><meta charset=utf-8><title>{TITLE}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{TITLE}</h1>{HTML}</article></body></html>")


def record(address, block, kind="response"):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-04-05T06:07:08Z\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def write(name, data):
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def formats():
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    records = [record("https://quay.example/a", answer), record("https://quay.example/a", b"GET /", "request"),
               record("https://quay.example/gone", b"HTTP/1.1 404 Not Found\r\n\r\nno")]
    write("page", PAGE)
    write("text.txt", TITLE + "\n\n" + "\n\n".join(WORDS) + "\n")
    write("plain", b"".join(records))
    write("members", b"".join(gzip.compress(one, mtime=0) for one in records))
    write("single", gzip.compress(b"".join(records), mtime=0))
    write("page-packed", gzip.compress(PAGE.encode(), mtime=0))
    item = f"<title>{TITLE}</title><link>https://quay.example/a</link><pubDate>Tue, 04 Apr 2023 10:00:00 GMT</pubDate>"
    write("rss", f'<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
                 f"<title>Quay Courier</title><item>{item}<c:encoded><![CDATA[{HTML}]]></c:encoded></item></channel></rss>")
    escaped = HTML.replace("<", "&lt;")
    write("atom", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Courier</title><entry><title>{TITLE}</title>'
                  f'<link href="https://quay.example/a"/><published>2023-04-04T10:00:00Z</published><author><name>'
                  f'Clara Whitlow</name></author><content type="html">{escaped}</content></entry></feed>')
    one = {"title": TITLE, "url": "https://quay.example/a", "published": "2023-04-04", "text": "\n\n".join(WORDS),
           "source": "Quay Courier"}
    write("lines", json.dumps(one) + "\n" + json.dumps({**one, "url": "https://quay.example/b"}) + "\n")
    write("list", json.dumps([one], indent=1))
    write("jsonfeed", json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Quay Courier", "items": [
        {"id": "1", "url": "https://quay.example/a", "title": TITLE, "content_html": HTML,
         "date_published": "2023-04-04T10:00:00Z", "authors": [{"name": "Clara Whitlow"}]}]}))
    write("ninjs", json.dumps({"uri": "https://quay.example/a", "type": "text", "headline": TITLE, "byline":
                               "Clara Whitlow", "versioncreated": "2023-04-04T10:00:00Z", "body_xhtml": HTML}, indent=1))
    write("newsml", f'<?xml version="1.0" encoding="UTF-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">'
                    f'<itemMeta><provider literal="Quay Courier"/><versionCreated>2023-04-04T10:00:00Z</versionCreated>'
                    f"</itemMeta><contentMeta><headline>{TITLE}</headline><by>By Clara Whitlow</by></contentMeta>"
                    f'<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
                    f"<body>{HTML}</body></html></inlineXML></contentSet></newsItem>")


def hostile():
    write("bomb.html.gz", gzip.compress(b"<html>" + b" " * 300_000_000, 9, mtime=0))
    write("attribute.html", f"<html><body><p class='{'x' * 50_000_000}'>a</p>{HTML}")
    write("deep.html", "<html><body>" + "<div>" * 100_000 + HTML)
    write("deep.json", '{"a":' + "[" * 200_000)
    write("deep.xml", '<rss><item><title>x</title><description>' + "<a>" * 100_000 + "</a>" * 100_000 +
          "</description></item></rss>")
    write("entities.xml", '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
                          '<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;&f;</title>'
                          "<description>Kenya signed the accord, &f; it said.</description></item></channel></rss>")
    write("cycle.atom", '<feed><link rel="self" href="cycle.atom"/><link rel="next" href="cycle.atom"/><entry><title>'
                        "A feed that names itself</title><content>Kenya signed the accord on Tuesday in Nairobi, its "
                        'minister said.</content><link rel="next" href="cycle.atom"/></entry></feed>')
    write("nul.jsonl", '{"title":"a","text":"Kenya signed\\u0000 it."}\n{"title":"a","text":"half a \\ud800 pair"}\n'
                       '{"text": 5}\n{"title":"x"}\nnot json\n{"title":"<script>alert(1)</script>Kenya signs","text":'
                       '"Kenya signed the Paris Agreement on Tuesday, its minister said."}\n')
    with open(folder / "gigabyte.jsonl", "wb") as out:
        out.write(b'{"text":"')
        out.truncate(1 << 30)


formats() if sys.argv[2] == "formats" else hostile()
