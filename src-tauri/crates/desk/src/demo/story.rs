//! The two quarters as they are told: who does what when, in order of time.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime, Weekday};
use domain::Moment;

use super::{PASSPHRASE, company};
use crate::clock::{Clock, SetClock};
use crate::operations::SignIn;
use crate::progress::Work;
use crate::{Desk, Problem};

/// The days of the two quarters, counted from their first Monday.
#[derive(Clone, Copy, Debug)]
pub struct Quarters {
    /// The first day.
    pub monday: NaiveDate,
    /// The moment the demo ends at.
    pub until: Moment,
}

impl Quarters {
    /// The quarters that end with the week of `until`.
    pub fn before(until: Moment) -> Self {
        let today = until.in_zone(company::ZONE).date_naive();
        let monday = today.week(Weekday::Mon).first_day() - Duration::weeks(super::WEEKS);
        Self { monday, until }
    }

    /// The day it ends on.
    pub fn today(&self) -> NaiveDate {
        self.until.in_zone(company::ZONE).date_naive()
    }

    /// The last working day before it.
    pub fn last_working(&self) -> NaiveDate {
        let before = self.today() - Days::new(1);
        match before.weekday() {
            Weekday::Sat => before - Days::new(1),
            Weekday::Sun => before - Days::new(2),
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => before,
        }
    }

    /// A day of a week; both count from 0, and 0 is Monday.
    pub fn day(&self, week: u64, day: u64) -> NaiveDate {
        self.monday + Days::new(week * 7 + day)
    }

    /// A moment of a day of a week, as the company's clocks show it.
    pub fn at(&self, week: u64, day: u64, hour: u32, minute: u32) -> Moment {
        on(self.day(week, day), hour, minute)
    }

    /// The week a day lies in.
    pub fn week_of(&self, day: NaiveDate) -> i64 {
        (day - self.monday).num_days().div_euclid(7)
    }
}

/// A moment of a day, as the company's clocks show it.
pub fn on(day: NaiveDate, hour: u32, minute: u32) -> Moment {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = day.and_time(time);
    let at = local.and_local_timezone(company::ZONE).earliest();
    at.map_or_else(
        || Moment::new(local.and_utc()),
        |at| Moment::new(at.with_timezone(&chrono::Utc)),
    )
}

/// The day itself, or the Monday after a weekend.
pub fn working(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => day,
    }
}

type Act = Box<dyn FnOnce(&mut Story<'_>) -> Result<(), Problem>>;

/// The desk the story is played at, and what is still to come.
pub struct Story<'a> {
    /// The desk.
    pub desk: &'a mut Desk,
    /// The days it plays on.
    pub days: Quarters,
    clock: &'a SetClock,
    coming: BTreeMap<(Moment, u32), (&'static str, Act)>,
    planned: u32,
}

impl<'a> Story<'a> {
    /// A story of which nothing is told yet.
    pub fn new(desk: &'a mut Desk, clock: &'a SetClock, days: Quarters) -> Self {
        let coming = BTreeMap::new();
        Self { desk, days, clock, coming, planned: 0 }
    }

    /// At `at`, `by` signs in and acts. What falls at the same moment happens in the order it was
    /// planned.
    pub fn plan(
        &mut self,
        at: Moment,
        by: &'static str,
        act: impl FnOnce(&mut Story<'_>) -> Result<(), Problem> + 'static,
    ) {
        self.planned += 1;
        self.coming.insert((at, self.planned), (by, Box::new(act)));
    }

    /// Plays everything up to the end; what lies after it does not happen.
    pub fn play(mut self, work: &Work) -> Result<(), Problem> {
        let mut played = 0;
        while let Some(((at, _), (by, act))) = self.coming.pop_first() {
            if at > self.days.until {
                break;
            }
            work.step(played, played + 1 + self.coming.len() as u64)?;
            played += 1;
            self.clock.set(at.max(self.clock.now()));
            self.sign_in(by)?;
            act(&mut self)?;
        }
        Ok(())
    }

    /// Somebody sits down at the desk.
    pub fn sign_in(&mut self, person: &str) -> Result<(), Problem> {
        let passphrase = PASSPHRASE.into();
        self.desk.sign_in(SignIn { person: person.to_owned(), passphrase }).map(|_| ())
    }

    /// Time passes.
    pub fn seconds(&self, seconds: u32) {
        self.clock.set(self.clock.now().plus(Duration::seconds(i64::from(seconds))));
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().in_zone(company::ZONE).date_naive()
    }
}
