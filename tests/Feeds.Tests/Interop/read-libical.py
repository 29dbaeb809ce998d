"""Prints the events that libical sees in the files."""
import datetime
import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

EVENT = ICalGLib.ComponentKind.VEVENT_COMPONENT


def events():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            calendar = ICalGLib.Component.new_from_string(file.read())
        # What libical cannot read it leaves in the calendar as X-LIC-ERROR.
        if calendar.count_errors():
            sys.exit(calendar.as_ical_string())
        event = calendar.get_first_component(EVENT)
        while event is not None:
            check_restrictions(event)
            yield event
            event = calendar.get_next_component(EVENT)


def check_restrictions(event):
    """Asks for what RFC 5546 asks of a published event, but for an organizer, which no feed needs to have."""
    alone = ICalGLib.Component.new(ICalGLib.ComponentKind.VCALENDAR_COMPONENT)
    alone.add_property(ICalGLib.Property.new_version("2.0"))
    alone.add_property(ICalGLib.Property.new_prodid("alone"))
    alone.add_property(ICalGLib.Property.new_method(ICalGLib.PropertyMethod.PUBLISH))
    alone.add_component(event.clone())
    alone.check_restrictions()
    errors = [line for line in alone.as_ical_string().replace("\r\n ", "").split("\r\n") if line.startswith("X-LIC-ERROR")]
    if any("for ORGANIZER property" not in error for error in errors):
        sys.exit("\n".join(errors))


def when(time):
    if time.is_date():
        return datetime.date(time.get_year(), time.get_month(), time.get_day()).isoformat()
    moment = datetime.datetime.fromtimestamp(time.as_timet_with_zone(time.get_timezone()), datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def status(event):
    return event.get_first_property(ICalGLib.PropertyKind.STATUS_PROPERTY).get_value_as_string()


json.dump(
    [
        {
            "uid": event.get_uid(),
            "start": when(event.get_dtstart()),
            "end": when(event.get_dtend()),
            "summary": event.get_summary(),
            "location": event.get_location(),
            "status": status(event),
            "description": event.get_description(),
        }
        for event in events()
    ],
    sys.stdout,
)
