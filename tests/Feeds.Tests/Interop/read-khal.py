"""Lets khal import the files into a folder of its own, and prints what `khal list` shows from 2025 to 2029, told in UTC."""
import datetime
import json
import os
import subprocess
import sys

NAMES = ("uid", "start", "end", "summary", "location", "status", "description")
DAY = "\x1d{date-long}"
EVENT = "\x1e" + "\x1f".join(("{uid}", "{start-long}", "{end-long}", "{title}", "{location}", "{status}", "{description}"))
CONFIG = f"""\
[calendars]
[[strangers]]
path = {os.getcwd()}/vdir
type = calendar
[sqlite]
path = {os.getcwd()}/cache/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %m-%d
longdateformat = %Y-%m-%d
datetimeformat = %m-%d %H:%M
longdatetimeformat = %Y-%m-%dT%H:%M:00Z
"""


def khal(*arguments):
    return subprocess.run(["khal", "-c", "config", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")


def read(line):
    event = dict(zip(NAMES, line.split("\x1f")))
    event["status"] = event["status"].strip()
    event["location"] = event["location"] or None
    if "T" not in event["end"]:
        # The day that khal shows is the last one.
        event["end"] = (datetime.date.fromisoformat(event["end"]) + datetime.timedelta(days=1)).isoformat()
    return event


os.mkdir("vdir")
with open("config", "w", encoding="utf-8") as config:
    config.write(CONFIG)
khal("import", "--batch", "-a", "strangers", *sys.argv[1:])

seen = {}
for listing in khal("list", "--day-format", DAY, "--format", EVENT, "2025-01-01", "2029-01-01").split("\x1d")[1:]:
    day, *lines = listing.split("\x1e")
    for event in (read(line.removesuffix("\n")) for line in lines):
        seen.setdefault(event["uid"], event | {"days": []})["days"].append(day.strip())
json.dump(list(seen.values()), sys.stdout)
