"""Reads calendar files with python-icalendar and checks its dates against python-dateutil's.

One file a line, in hex; one line of JSON a file: what it is called and, for every event in order,
what it says. Written from RFC 5545, not from the program that wrote the files.
"""

import json
import sys
from datetime import date, datetime

from dateutil import parser
from icalendar import Calendar


def when(event, name):
    """Seconds since 1970, or a day; dateutil has to read the same out of the raw property."""
    if name not in event:
        return None
    prop = event[name]
    raw = prop.to_ical().decode()
    if isinstance(prop.dt, datetime):
        assert raw.endswith("Z") and "TZID" not in prop.params, raw
        assert parser.isoparse(raw) == prop.dt, raw
        return int(prop.dt.timestamp())
    assert isinstance(prop.dt, date) and prop.params.get("VALUE") == "DATE", raw
    assert parser.isoparse(raw).date() == prop.dt, raw
    return prop.dt.isoformat()


def told(event):
    [category] = event["CATEGORIES"].cats
    return {
        "uid": str(event["UID"]),
        "title": str(event["SUMMARY"]),
        "words": str(event["DESCRIPTION"]),
        "category": str(category),
        "busy": str(event.get("TRANSP", "OPAQUE")) == "OPAQUE",
        "begins": when(event, "DTSTART"),
        "ends": when(event, "DTEND"),
        "stamp": when(event, "DTSTAMP"),
    }


for line in sys.stdin:
    calendar = Calendar.from_ical(bytes.fromhex(line))
    assert str(calendar["VERSION"]) == "2.0" and not calendar.errors, calendar.errors
    events = calendar.walk("VEVENT")
    assert all(not event.errors for event in events)
    said = {"name": str(calendar["X-WR-CALNAME"]), "entries": [told(event) for event in events]}
    print(json.dumps(said))
