"""Lets newsboat load the feed at an address into a cache in the working folder, and prints what the cache holds."""
import json
import sqlite3
import subprocess
import sys

with open("urls", "w", encoding="utf-8") as urls:
    urls.write(sys.argv[1] + "\n")
open("config", "w", encoding="utf-8").close()

said = subprocess.run(
    ["newsboat", "-u", "urls", "-C", "config", "-c", "cache.db", "-x", "reload", "print-unread"],
    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, check=True,
).stdout
with sqlite3.connect("cache.db") as cache:
    items = cache.execute("SELECT guid, title, url, strftime('%Y-%m-%dT%H:%M:%SZ', pubDate, 'unixepoch'), content FROM rss_item ORDER BY pubDate DESC, guid").fetchall()

names = ("id", "title", "link", "published", "content")
json.dump({"said": said.strip(), "items": [dict(zip(names, item)) for item in items]}, sys.stdout)
