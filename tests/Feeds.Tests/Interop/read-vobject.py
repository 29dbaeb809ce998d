"""Prints the events that vobject sees in the files."""
import datetime
import json
import sys

import vobject


def events():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            yield from vobject.readOne(file.read()).vevent_list


def when(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


json.dump(
    [
        {
            "uid": event.uid.value,
            "start": when(event.dtstart.value),
            "end": when(event.dtend.value),
            "summary": event.summary.value,
            "location": event.getChildValue("location"),
            "status": event.status.value,
            "description": event.getChildValue("description"),
        }
        for event in events()
    ],
    sys.stdout,
)
