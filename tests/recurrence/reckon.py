"""Reckons the reviews of cadences from their documented rules, with dateutil and zoneinfo alone.

Reads one cadence a line as JSON and answers with one line each: every review that is due in the
window (name, opens, due, missed, as seconds since 1970), and for each probed moment the late ones
and how many are missed. Written from the words of the specification and of the program's
documentation, not from its code.
"""

import json
import sys
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, rrulestr, weekday

NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
DAY = timedelta(days=1)
AHEAD = relativedelta(years=13)


def wall(zone, day, clock):
    """A time that a change of clocks skips is read with the offset before; of two, the first."""
    local = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    return int(local.astimezone(timezone.utc).timestamp())


class Cadence:
    def __init__(self, given):
        self.rhythm = given["rhythm"]
        self.every = self.rhythm["every"]
        self.first = date.fromisoformat(given["from"])
        self.clock = time.fromisoformat(given["time"])
        self.zone = given["zone"]
        self.fiscal = given["fiscal_start"]
        self.business = {NAMES.index(name) for name in given["business_days"]}
        self.holidays = {date.fromisoformat(day) for day in given["holidays"]}
        usual = "skip" if self.every in ("business-day", "day") else "move"
        self.on_holiday = given["on_holiday"] or usual

    def works(self, day):
        return day.weekday() in self.business and day not in self.holidays

    # On which days the rhythm plans.

    def planned(self, until):
        start = datetime.combine(self.first, time())
        if self.every == "rule":
            days = (at.date() for at in rrulestr(self.rhythm["rule"], dtstart=start))
        elif self.every == "business-day":
            days = (at.date() for at in rrule(DAILY, start, byweekday=sorted(self.business)))
        elif self.every == "day":
            on = [NAMES.index(name) for name in self.rhythm["on"]]
            days = (at.date() for at in rrule(DAILY, start, byweekday=on))
        elif self.every == "week":
            on = NAMES.index(self.rhythm["on"])
            days = (at.date() for at in rrule(WEEKLY, start, byweekday=on))
        elif self.every == "month":
            days = self.in_months(self.rhythm["on"], range(1, 13))
        else:
            days = self.in_quarters(self.rhythm["on"])
        for day in days:
            if day >= self.first:
                yield day
            if day > until:
                return

    def in_months(self, on, months):
        begin = datetime.combine(self.first.replace(day=1), time())
        months = list(months)
        if on["the"] == "date":
            # The number, or the last where the month is shorter: the earlier of the two.
            each = rrule(MONTHLY, begin, bymonth=months, bymonthday=(on["day"], -1), bysetpos=1)
            yield from (at.date() for at in each)
        elif on["the"] == "weekday":
            nth = weekday(NAMES.index(on["day"]))(on["nth"])
            yield from (at.date() for at in rrule(MONTHLY, begin, bymonth=months, byweekday=nth))
        else:
            for at in rrule(MONTHLY, begin, bymonth=months, bymonthday=1):
                month = at.date()
                after = month + relativedelta(months=1)
                days = [month + DAY * n for n in range((after - month).days)]
                days = [day for day in days if self.works(day)]
                nth = on["nth"]
                if days:
                    reach = min(abs(nth), len(days))
                    yield days[reach - 1] if nth > 0 else days[-reach]

    def in_quarters(self, on):
        firsts = [(self.fiscal - 1 + 3 * n) % 12 + 1 for n in range(4)]
        if on["the"] == "in-month":
            months = sorted((first - 1 + on["month"] - 1) % 12 + 1 for first in firsts)
            yield from self.in_months(on["on"], months)
        else:
            begin = datetime.combine(self.first.replace(day=1), time()) - relativedelta(months=3)
            for at in rrule(MONTHLY, begin, bymonth=sorted(firsts), bymonthday=1):
                yield at.date() - DAY + DAY * on["days"]

    # What days off make of them.

    def weekends_are_off(self):
        on = self.rhythm.get("on")
        if self.every == "month":
            return on["the"] == "date"
        if self.every == "quarter":
            return on["the"] == "days-after-end" or on["on"]["the"] == "date"
        return False

    def falls_on(self, day, following):
        off = not self.works(day) if self.weekends_are_off() else day in self.holidays
        if not off or self.on_holiday == "keep":
            return day
        if self.on_holiday == "skip":
            return None
        day += DAY
        while following and day < following:
            if self.works(day):
                return day
            day += DAY
        return None

    # What they are called, and from when they may be opened.

    def quarter_begins(self, day):
        month = day.replace(day=1)
        while (month.month - self.fiscal) % 3:
            month -= relativedelta(months=1)
        return month

    def named(self, day, before):
        monday = day - DAY * day.weekday()
        if self.every in ("business-day", "day"):
            return day.isoformat(), day
        if self.every == "rule":
            return day.isoformat(), max(monday, before + DAY) if before else monday
        if self.every == "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}", monday
        if self.every == "month":
            covered = day.replace(day=1) - DAY
            return f"{covered.year:04}-{covered.month:02}", day.replace(day=1)
        opens = self.quarter_begins(day)
        covered = self.quarter_begins(opens - DAY)
        # The fiscal year begins in month `fiscal` and is named by the year of its last month.
        begun = covered
        while begun.month != self.fiscal:
            begun -= relativedelta(months=3)
        number = ((covered.year - begun.year) * 12 + covered.month - begun.month) // 3 + 1
        return f"{(begun + relativedelta(months=11)).year:04}-Q{number}", opens

    def reviews(self, until):
        found = []
        days = list(self.planned(until))
        for place, day in enumerate(days):
            following = days[place + 1] if place + 1 < len(days) else None
            if following is None:
                break
            falls_on = self.falls_on(day, following)
            if falls_on:
                name, opens = self.named(day, days[place - 1] if place else None)
                opens = wall(self.zone, opens, time())
                found.append([name, opens, wall(self.zone, falls_on, self.clock)])
        return found


def reckon(given):
    cadence = Cadence(given)
    since, until = given["since"], given["until"]
    last = datetime.fromtimestamp(until, timezone.utc).date()
    # One more than is asked for says when the last is missed.
    for reach in (relativedelta(months=8), relativedelta(years=3), AHEAD):
        found = cadence.reviews(last + reach)
        if found and found[-1][2] > until and len([one for one in found if one[2] > until]) > 1:
            break
    found = [one + [following[2]] for one, following in zip(found, found[1:])]
    due = [one for one in found if since <= one[2] <= until]
    probes = []
    for now in given["probes"]:
        late = [name for name, _, due_at, missed in found if due_at <= now < missed]
        missed = sum(1 for one in found if since <= one[2] and one[3] <= now)
        probes.append([late, missed])
    return {"due": due, "probes": probes}


for line in sys.stdin:
    print(json.dumps(reckon(json.loads(line))))
