"""Prints the first dates that python-dateutil finds for each rule of a JSON file."""
import datetime
import itertools
import json
import sys

from dateutil.rrule import rrulestr

FORM = "%Y%m%dT%H%M%S"


def starts(case):
    start = datetime.datetime.strptime(case["start"], FORM)
    # Times are told without a zone here, and so is the end of the rule.
    text = case["rule"].replace("Z", "")
    try:
        found = list(itertools.islice(rrulestr(text, dtstart=start), case["count"]))
    except ValueError as problem:
        # This is how dateutil says of some rules that they never match.
        if "empty set" not in str(problem):
            raise
        found = []
    # The start itself is one of the dates (RFC 5545 §3.8.5.3); dateutil leaves it out where the rule does not give it.
    return [date.strftime(FORM) for date in sorted({start, *found})[: case["count"]]]


with open(sys.argv[1], encoding="utf-8") as file:
    json.dump([starts(case) for case in json.load(file)], sys.stdout)
