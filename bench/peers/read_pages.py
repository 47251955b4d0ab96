"""One peer reads pages, for bench/peers/pages; runs in the python that bench/peers/setup makes.

  read_pages.py PEER FOLDER    the time of a whole reading of the .html[.gz] files, all in memory before, as JSON
  read_pages.py PEER LABELS    what it tells of the pages that a labels.jsonl[.gz] names, as the articles scorer takes it

Every peer has a `read`, which is timed, and `told`, which takes from its result what is compared.
"""
import gzip
import importlib.metadata
import json
import pathlib
import re
import socket
import sys
import time


def no_network(*_):
    raise OSError("pages are read from memory only")


def content(path):
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def page(path):
    """A page's UTF-8; what is not UTF-8 is read as it declares."""
    data = content(path)
    declared = re.search(rb"charset=[\"']?([\w-]+)", data)
    for charset in ("utf-8", declared[1].decode() if declared else "cp1252"):
        try:
            return data.decode(charset).encode()
        except (UnicodeDecodeError, LookupError):
            pass
    return data.decode("cp1252", "replace").encode()


def trafilatura():
    from trafilatura import extract

    def read(html, url):
        return extract(html, url=url, with_metadata=True, include_comments=False, output_format="json")

    def told(result):
        found = json.loads(result or "{}")
        return {"body": found.get("text"), "title": found.get("title"), "author": found.get("author"),
                "date": found.get("date")}
    return "body, metadata, date", read, told


def newspaper4k():
    from newspaper import Article

    def read(html, url):
        article = Article(url or "https://localhost/", fetch_images=False)
        return article.download(input_html=html).parse()

    def told(article):
        return {"body": article.text, "title": article.title, "author": ", ".join(article.authors),
                "date": article.publish_date and article.publish_date.date().isoformat()}
    return "body, metadata, date", read, told


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(html, _):
        return extract_plain_text(HTMLTree.parse(html), main_content=True, alt_texts=False, links=False, comments=False)

    def told(body):
        return {"body": body}
    return "body", read, told


def readability():
    from lxml.html import fromstring
    from readability import Document

    def read(html, url):
        document = Document(html, url=url)
        return document.summary(), document

    def told(result):
        body = fromstring(result[0])
        for block in body.iter("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "br", "blockquote", "pre"):
            block.tail = "\n" + (block.tail or "")
        author = result[1].author()
        return {"body": body.text_content(), "title": result[1].short_title(),
                "author": author if author != "[no-author]" else None}
    return "body", read, told


PEERS = {"trafilatura": trafilatura, "newspaper4k": newspaper4k, "resiliparse": resiliparse,
         "readability-lxml": readability}


def time_of(read, folder):
    pages = [page(path) for path in sorted(folder.rglob("*.html*"))]
    failed, start = 0, time.process_time()
    for html in pages:
        try:
            read(html.decode(), None)
        except Exception:
            failed += 1
    return {"cpu_s": time.process_time() - start, "pages": len(pages), "bytes": sum(map(len, pages)), "failed": failed}


def tell(read, told, labels):
    for line in filter(None, content(labels).split(b"\n")):
        label = json.loads(line)
        try:
            said = told(read(page(labels.parent / label["file"]).decode(), label.get("url")))
        except Exception:
            said = {}
        print(json.dumps({"id": label["id"]} | {name: value for name, value in said.items() if value}))


def main():
    peer, given = sys.argv[1], pathlib.Path(sys.argv[2])
    socket.getaddrinfo = no_network
    what, read, told = PEERS[peer]()
    if given.is_dir():
        print(json.dumps({"version": importlib.metadata.version(peer), "what": what} | time_of(read, given)))
    else:
        tell(read, told, given)


if __name__ == "__main__":
    main()
