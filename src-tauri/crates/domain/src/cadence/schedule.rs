//! Which reviews a cadence brings over all its versions, and when each is due, late and missed.
//!
//! Editing never rewrites the past. When terms change at a moment,
//! - what fell due by then stays as it was, and so does what was planned before the new terms'
//!   first day;
//! - what was still to come takes its new time; where that time has passed already, it keeps its old
//!   one, so that an edit makes nothing late and loses nothing;
//! - a name that is taken is not given again.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::planned::planned;
use super::{CadenceSet, Calendar, Timing, wall_clock};
use crate::{CadenceId, Moment, Period, Refusal, ReviewRef, workspace};

/// Terms older than so many days before what is asked for no longer matter beside newer ones.
const SETTLED: u64 = 400;

/// What holds from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Since when.
    pub at: Moment,
    /// The cadence's timing; none once it is retired.
    pub timing: Option<Timing>,
    /// The calendar.
    pub calendar: Calendar,
}

/// A cadence over all its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Which cadence.
    pub cadence: CadenceId,
    /// Month, 1 to 12, in which fiscal years start.
    pub fiscal_start: u32,
    /// What held since when, oldest first.
    pub terms: Vec<Terms>,
}

/// One review that is to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its name.
    pub review: ReviewRef,
    /// The start of its period, from when it may be opened.
    pub opens: Moment,
    /// When it is due.
    pub due: Moment,
    /// Since when it is asked for: the call of the week in which a desk starts may have been due before.
    pub asked: Moment,
    /// When the next falls due, and this one is missed if it was not held; none where no other
    /// follows.
    pub missed: Option<Moment>,
    /// The zone its time is told in.
    pub zone: Tz,
}

impl Occurrence {
    /// Whether it is late at `now`: what was due before anybody asked for it never is.
    pub fn is_late_at(&self, now: Moment) -> bool {
        self.due <= now && self.asked < self.due
    }

    /// Whether it can be opened at `now`: its period has begun, and it is not missed.
    pub fn is_open_at(&self, now: Moment) -> bool {
        self.opens <= now && self.missed.is_none_or(|missed| now < missed)
    }
}

impl Schedule {
    /// The schedule of one version alone, as it would be were there no other.
    pub fn of(cadence: &CadenceSet, calendar: &Calendar, fiscal_start: u32) -> Self {
        let at = wall_clock::moment(Tz::UTC, cadence.from.and_time(NaiveTime::MIN));
        let terms = Terms { at, timing: Some(cadence.timing()), calendar: calendar.clone() };
        Self { cadence: cadence.cadence.clone(), fiscal_start, terms: vec![terms] }
    }

    /// The schedule as it would be, were `timing` set at `at`, now or later.
    pub fn with(mut self, at: Moment, timing: Timing, calendar: &Calendar) -> Self {
        self.terms.push(Terms { at, timing: Some(timing), calendar: calendar.clone() });
        self
    }

    /// The occurrences that are due from `from` on and whose period has begun by `until`, in order.
    pub fn occurrences(&self, from: Moment, until: Moment) -> Result<Vec<Occurrence>, Refusal> {
        let (first, last) = (earlier(day(from), self.margin()), later(day(until), self.margin()));
        let wanted = |one: &Brought| one.due >= from && one.opens <= until;
        self.window(first, last, &wanted)
    }

    /// The occurrences that can be opened at `now`, late ones first.
    pub fn waiting(&self, now: Moment) -> Result<Vec<Occurrence>, Refusal> {
        // How far back the last one fell due is not known before it is found.
        let mut back = self.margin();
        loop {
            let first = earlier(day(now), back);
            let found =
                self.window(first, later(day(now), self.margin()), &|one| one.opens <= now)?;
            if found.iter().any(|one| one.due <= now)
                || self.begins().is_none_or(|day| first <= day)
            {
                return Ok(found.into_iter().filter(|one| one.is_open_at(now)).collect());
            }
            back *= 4;
        }
    }

    /// The first `count` occurrences that are due after `now`.
    pub fn next(&self, now: Moment, count: usize) -> Result<Vec<Occurrence>, Refusal> {
        let mut ahead = self.margin();
        loop {
            let last = later(day(now), ahead);
            let mut found =
                self.window(earlier(day(now), self.margin()), last, &|one| one.due > now)?;
            if found.len() >= count || ahead > AHEAD_LIMIT {
                found.truncate(count);
                return Ok(found);
            }
            ahead *= 4;
        }
    }

    /// The occurrence named `review`; refused when the cadence brings none of that name.
    pub fn occurrence(&self, review: &ReviewRef) -> Result<Occurrence, Refusal> {
        let unknown = || Refusal::NoOccurrence { review: review.clone() };
        let period = review.as_str().strip_prefix(&self.prefix()).ok_or_else(unknown)?;
        let (first, last) = about(period.parse().map_err(|_| unknown())?, self.fiscal_start);
        let found = self.window(first, last, &|one| one.review == *review)?;
        found.into_iter().next().ok_or_else(unknown)
    }

    /// The first day on which a review of any version may be planned.
    pub fn begins(&self) -> Option<NaiveDate> {
        self.terms.iter().filter_map(|terms| Some(terms.timing.as_ref()?.from)).min()
    }

    /// Those of the occurrences planned from `first` to `last` that are `wanted`.
    fn window(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        wanted: &dyn Fn(&Brought) -> bool,
    ) -> Result<Vec<Occurrence>, Refusal> {
        let mut beyond = 0;
        loop {
            let reach = later(last, beyond);
            let brought = self.brought(first, reach)?;
            let ends = brought.iter().rposition(wanted);
            // The next one says when the last is missed; a rule may leave years between them.
            let followed = ends.is_none_or(|ends| ends + 1 < brought.len())
                || brought.last().is_some_and(|one| one.ended.is_some_and(|at| day(at) <= reach));
            if followed || beyond > AHEAD_LIMIT {
                return Ok(occurrences(brought, wanted));
            }
            beyond = (beyond * 4).max(self.margin());
        }
    }

    /// Everything that is brought by reviews planned from `first` to `last`, in order of when due.
    fn brought(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<Brought>, Refusal> {
        let first = earlier(first, self.margin());
        let settled = earlier(first, SETTLED);
        let rules_alone = |terms: &Terms| {
            let begun = terms.timing.as_ref().is_none_or(|timing| timing.from <= settled);
            begun && day(terms.at) < settled
        };
        let start = self.terms.iter().rposition(rules_alone).unwrap_or(0);
        let mut all: Vec<Brought> = Vec::new();
        for (place, terms) in self.terms.iter().enumerate().skip(start) {
            let new = self.bring(terms, first, last)?;
            all = match (place > start, &terms.timing) {
                (true, Some(timing)) => changed(all, new, terms.at, timing.from),
                (true, None) => ended(all, terms.at),
                (false, _) => new,
            };
        }
        all.sort_by(|one, other| (one.due, &one.review).cmp(&(other.due, &other.review)));
        Ok(all)
    }

    /// What the terms alone would bring.
    fn bring(
        &self,
        terms: &Terms,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<Brought>, Refusal> {
        let Some(timing) = &terms.timing else { return Ok(Vec::new()) };
        let zone = workspace::zone(&timing.zone)?;
        let prefix = self.prefix();
        let planned = planned(timing, &terms.calendar, self.fiscal_start, first, last);
        let brought = planned.into_iter().map(|one| Brought {
            review: ReviewRef::new(format!("{prefix}{}", one.period)),
            day: one.day,
            opens: wall_clock::moment(zone, one.opens_on.and_time(NaiveTime::MIN)),
            due: wall_clock::moment(zone, one.falls_on.and_time(timing.time)),
            asked: terms.at,
            ended: None,
            zone,
        });
        Ok(brought.collect())
    }

    /// Days that a planned day and the day or the period it is due in lie apart at most.
    fn margin(&self) -> u64 {
        let timings = self.terms.iter().filter_map(|terms| terms.timing.as_ref());
        timings.map(|timing| timing.rhythm.margin()).max().unwrap_or_default()
    }

    fn prefix(&self) -> String {
        format!("{}-", self.cadence.as_str().to_uppercase())
    }
}

/// The longest that is looked ahead for a review, in days: the leap days around 2100 lie eight
/// years apart.
const AHEAD_LIMIT: u64 = 366 * 13;

/// A review that terms bring.
#[derive(Clone)]
struct Brought {
    review: ReviewRef,
    day: NaiveDate,
    opens: Moment,
    due: Moment,
    asked: Moment,
    /// When its cadence was retired, where it was after this one fell due.
    ended: Option<Moment>,
    zone: Tz,
}

/// What is brought once terms that would bring `new`, from the day `from` on, take over at `at`.
fn changed(before: Vec<Brought>, new: Vec<Brought>, at: Moment, from: NaiveDate) -> Vec<Brought> {
    let passed: BTreeSet<&ReviewRef> =
        new.iter().filter(|one| one.due <= at).map(|one| &one.review).collect();
    let stays = |one: &Brought| one.due <= at || one.day < from || passed.contains(&one.review);
    let mut all: Vec<Brought> = before.into_iter().filter(stays).collect();
    let taken: BTreeSet<ReviewRef> = all.iter().map(|one| one.review.clone()).collect();
    all.extend(new.into_iter().filter(|one| one.due > at && !taken.contains(&one.review)));
    all
}

/// What is left once the cadence is retired at `at`.
fn ended(mut before: Vec<Brought>, at: Moment) -> Vec<Brought> {
    before.retain(|one| one.due <= at);
    for one in &mut before {
        one.ended = one.ended.or(Some(at));
    }
    before
}

fn occurrences(brought: Vec<Brought>, wanted: &dyn Fn(&Brought) -> bool) -> Vec<Occurrence> {
    let nexts: Vec<Option<Moment>> =
        brought.iter().skip(1).map(|one| Some(one.due)).chain([None]).collect();
    let with_next = brought.into_iter().zip(nexts).filter(|(one, _)| wanted(one));
    with_next
        .map(|(one, next)| Occurrence {
            missed: [next, one.ended].into_iter().flatten().min(),
            review: one.review,
            opens: one.opens,
            due: one.due,
            asked: one.asked,
            zone: one.zone,
        })
        .collect()
}

/// Days between which a review named by this period is planned: in the period, or in the one after
/// the month or quarter that it covers.
fn about(period: Period, fiscal_start: u32) -> (NaiveDate, NaiveDate) {
    match period {
        Period::Day(day) => (day, day),
        Period::Week(..) => {
            let monday = period.first_day(fiscal_start);
            (monday, later(monday, 6))
        }
        Period::Month(..) | Period::Quarter(..) => {
            let held = period.next();
            (held.first_day(fiscal_start), held.next().first_day(fiscal_start))
        }
    }
}

/// The day of a moment, give or take the one that zones differ by.
fn day(moment: Moment) -> NaiveDate {
    moment.utc().date_naive()
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}
