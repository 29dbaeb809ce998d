"""Prints the events that python-icalendar sees in the files; times of day are told by the calendar's own VTIMEZONEs."""
import datetime
import json
import sys

import icalendar


def events():
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
        for event in calendar.walk("VEVENT"):
            yield event, zones


def when(field, zones):
    if not isinstance(field.dt, datetime.datetime):
        return field.dt.isoformat()
    moment = field.dt
    if "TZID" in field.params:
        zone = zones[field.params["TZID"]]
        local = moment.replace(tzinfo=None)
        # Until version 6 the zones are those of pytz, which must not be set by replace().
        moment = zone.localize(local) if hasattr(zone, "localize") else local.replace(tzinfo=zone)
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


json.dump(
    [
        {
            "uid": event["UID"],
            "start": when(event["DTSTART"], zones),
            "end": when(event["DTEND"], zones),
            "summary": event["SUMMARY"],
            "location": event.get("LOCATION"),
            "status": event["STATUS"],
            "description": event.get("DESCRIPTION"),
        }
        for event, zones in events()
    ],
    sys.stdout,
)
