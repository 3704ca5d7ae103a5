//! Days and hours as the clock on the wall tells them.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone, Utc};

/// What the clock on the wall shows, remembered for the quarter of an hour last asked of: within
/// one a zone's clocks do not change.
#[derive(Debug, Default)]
pub(super) struct Wall {
    from: i64,
    offset: i64,
    known: bool,
}

impl Wall {
    pub(super) fn at(&mut self, millis: i64, zone: chrono_tz::Tz) -> (NaiveDate, NaiveTime) {
        const QUARTER: i64 = 900_000;
        let from = millis - millis.rem_euclid(QUARTER);
        if !self.known || self.from != from {
            let local = Utc.timestamp_millis_opt(from).single().map(|at| at.with_timezone(&zone));
            let local = local.map(|at| at.naive_local().and_utc().timestamp_millis());
            self.offset = local.map_or(0, |local| local - from);
            (self.from, self.known) = (from, true);
        }
        let shown = Utc.timestamp_millis_opt(millis + self.offset).single().unwrap_or_default();
        (shown.date_naive(), shown.time())
    }
}

impl crate::workflow::Window {
    /// Whether a moment of the wall clock lies in it.
    pub fn holds(&self, day: NaiveDate, clock: NaiveTime) -> bool {
        let on = |day: NaiveDate| self.days.is_empty() || self.days.contains(&day.weekday());
        if self.from < self.to {
            return on(day) && self.from <= clock && clock < self.to;
        }
        // Past midnight the hours still are those of the evening before.
        let evening = on(day) && self.from <= clock;
        let night = clock < self.to && day.pred_opt().is_some_and(on);
        evening || night
    }
}
