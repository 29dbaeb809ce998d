"""Prints the offsets, in seconds, that libical expands from the VTIMEZONEs of a calendar at the local times of another file."""
import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = ICalGLib.Component.new_from_string(file.read())
with open(sys.argv[2], encoding="utf-8") as file:
    questions = json.load(file)


def offset(zone, time):
    return zone.get_utc_offset(ICalGLib.Time.new_from_string(time.replace("-", "").replace(":", "")))[0]


answers = []
for question in questions:
    zone = calendar.get_timezone(question["zone"])
    answers.append([offset(zone, time) for time in question["times"]])
json.dump(answers, sys.stdout)
