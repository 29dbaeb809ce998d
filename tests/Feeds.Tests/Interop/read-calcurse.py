"""Lets calcurse import the files, and prints the appointments that it keeps, told in UTC; it keeps neither UID nor status."""
import datetime
import json
import os
import re
import subprocess
import sys

TIMED = re.compile(r"(.+) @ (.+) -> (.+) @ (.+?)(?:>(\w+) )?\|(.*)")
DAYS = re.compile(r"(\S+) \[1\] (?:\{1D -> (\S+)\} )?(?:>(\w+) )?(.*)")


def date(text):
    return datetime.datetime.strptime(text, "%m/%d/%Y").date()


def note(name):
    if name is None:
        return None, None
    with open(f"data/notes/{name}", encoding="utf-8", newline="") as file:
        text = file.read()
    description, _, rest = text.rpartition("-- \n") if "-- \n" in text else (text, "", "")
    location = re.search(r"^Location: (.*(?:\n    .*)*)", rest, re.MULTILINE)
    return description.removesuffix("\n") or None, location and location[1].replace("\n    ", "\n")


def read(line):
    timed = TIMED.fullmatch(line)
    if timed:
        day, time, end_day, end_time, name, summary = timed.groups()
        start, end = f"{date(day)}T{time}:00Z", f"{date(end_day)}T{end_time}:00Z"
    else:
        day, last, name, summary = DAYS.fullmatch(line).groups()
        # The day that calcurse keeps is the last one.
        start, end = str(date(day)), str(date(last or day) + datetime.timedelta(days=1))
    description, location = note(name)
    return {"uid": "", "start": start, "end": end, "summary": summary, "location": location, "status": "", "description": description}


os.environ["TZ"] = "UTC"
os.mkdir("data")
for path in sys.argv[1:]:
    said = subprocess.run(["calcurse", "-q", "-D", "data", "-i", path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True).stdout
    if said:
        sys.exit(said.decode("utf-8"))
with open("data/apts", encoding="utf-8", newline="") as file:
    json.dump([read(line) for line in file.read().removesuffix("\n").split("\n")], sys.stdout)
