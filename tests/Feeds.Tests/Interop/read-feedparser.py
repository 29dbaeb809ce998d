"""Prints what feedparser sees of the feed at an address, and how its second, conditional request is answered."""
import html
import json
import sys
import time

import feedparser


def read(**validators):
    # As it was sent: what the client would clean out of the HTML is not the question here.
    return feedparser.parse(sys.argv[1], sanitize_html=False, resolve_relative_uris=False, **validators)


def moment(parsed):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)


def text(detail, version):
    # Atom says whether a title is HTML; in RSS the client only guesses.
    return html.unescape(detail.value) if version.startswith("atom") and detail.type == "text/html" else detail.value


def seen(entry, feed, version):
    published = moment(entry.published_parsed)
    return {
        "id": entry.id,
        "title": text(entry.title_detail, version),
        "link": entry.link,
        "published": published,
        "updated": moment(entry.updated_parsed) if "updated_parsed" in entry else published,
        "authors": "|".join(author.name for author in entry.get("authors") or feed.authors),
        "tags": "|".join(tag.term for tag in entry.get("tags", [])),
        "content": entry.content[0].value if "content" in entry else entry.summary,
    }


first = read()
again = read(etag=first.get("etag"), modified=first.get("modified"))
json.dump(
    {
        "problem": str(first.bozo_exception) if first.bozo else None,
        "version": first.version,
        "title": text(first.feed.title_detail, first.version),
        "statuses": [first.status, again.status],
        "entries": [seen(entry, first.feed, first.version) for entry in first.entries],
    },
    sys.stdout,
)
