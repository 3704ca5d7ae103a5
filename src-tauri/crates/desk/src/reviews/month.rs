//! The reviews of a month, day by day.

use chrono::{Datelike, Months, NaiveDate};
use domain::cadence::{Calendar, CalendarSet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReviewRow;
use super::list::{Listed, One};
use crate::when::{end_of, midnight};
use crate::workspace::settings;
use crate::{Desk, Problem};

/// Asks for the reviews of a month.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ReviewMonth {
    /// The month, `2026-11`; the one that runs, when absent.
    pub month: Option<String>,
}

/// The whole weeks that hold a month, Monday first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReviewMonthView {
    /// The month, `2026-11`.
    pub month: String,
    /// The zone by which days are told apart: the workspace's.
    pub zone: String,
    /// Today in that zone.
    pub today: String,
    /// The days, in order; the first and the last week may hold days of other months.
    pub days: Vec<MonthDay>,
}

/// A day and its reviews.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MonthDay {
    /// The day.
    pub date: String,
    /// Whether people work on it.
    pub business: bool,
    /// What the holiday is called, where it is one.
    pub holiday: Option<String>,
    /// The reviews that are due on it, in order of time.
    pub reviews: Vec<ReviewRow>,
}

impl Desk {
    /// See the list of operations.
    pub fn review_month(&mut self, request: ReviewMonth) -> Result<ReviewMonthView, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let zone = settings(&view)?.zone;
        let today = now.in_zone(zone).date_naive();
        let month = match &request.month {
            Some(written) => first_of(written)?,
            None => today.with_day(1).unwrap_or(today),
        };
        let days = weeks(month);
        let listed = Listed::of(&view)?;
        let ends = days.first().zip(days.last());
        let (from, until) =
            ends.map_or((now, now), |(first, last)| (midnight(*first, zone), end_of(*last, zone)));
        let due = listed.due_between(from, until, now)?;
        let set = view.calendar()?;
        let calendar = set.as_ref().map(Calendar::from).unwrap_or_default();
        let on = |day: NaiveDate| -> Result<MonthDay, Problem> {
            let of_day = |one: &&One| one.due.in_zone(zone).date_naive() == day;
            let reviews: Vec<One> = due.iter().filter(of_day).cloned().collect();
            Ok(MonthDay {
                date: day.to_string(),
                business: calendar.is_business_day(day),
                holiday: holiday(set.as_ref(), day),
                reviews: listed.rows(&reviews)?,
            })
        };
        Ok(ReviewMonthView {
            month: month.format("%Y-%m").to_string(),
            zone: zone.name().to_owned(),
            today: today.to_string(),
            days: days.into_iter().map(on).collect::<Result<_, _>>()?,
        })
    }
}

/// The first day of the month that is written as `2026-11`, from 1900 to 2999.
fn first_of(written: &str) -> Result<NaiveDate, Problem> {
    let first: Option<NaiveDate> = format!("{}-01", written.trim()).parse().ok();
    first.filter(|first| (1900..=2999).contains(&first.year())).ok_or_else(|| {
        Problem::new(
            "unreadable-value",
            format!("“{written}” is no month; write one like 2026-11."),
        )
    })
}

/// From the Monday of the week the month begins in to the Sunday of the one it ends in.
fn weeks(month: NaiveDate) -> Vec<NaiveDate> {
    let last = month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
    let first = month.week(chrono::Weekday::Mon).first_day();
    let last = last.unwrap_or(month).week(chrono::Weekday::Mon).last_day();
    first.iter_days().take_while(|day| *day <= last).collect()
}

fn holiday(set: Option<&CalendarSet>, day: NaiveDate) -> Option<String> {
    let found = set?.holidays.iter().find(|holiday| holiday.date == day)?;
    Some(found.name.words().unwrap_or("–").to_owned())
}
