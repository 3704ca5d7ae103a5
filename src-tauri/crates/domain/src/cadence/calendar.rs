//! Which days nobody works.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::looser::fewer_days;
use super::set::within;
use crate::decision::DecisionKind;
use crate::people::{Standing, entitled, keepers};
use crate::refusal::NAME_LIMIT;
use crate::{Event, PersonRef, Refusal, Text};

/// Most holidays a calendar keeps.
pub const HOLIDAYS_LIMIT: usize = 2000;

/// A day nobody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What it is called.
    pub name: Text,
}

/// The calendar is this from this entry on, and never backwards: what fell due before stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarSet {
    /// The days of the week on which people work.
    pub business_days: Vec<Weekday>,
    /// The holidays, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
}

/// Business days and holidays, as schedules ask for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    business_days: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
}

impl Default for Calendar {
    /// Monday to Friday, without holidays: how it is until a calendar is set.
    fn default() -> Self {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        Self { business_days: vec![Mon, Tue, Wed, Thu, Fri], holidays: BTreeSet::new() }
    }
}

impl From<&CalendarSet> for Calendar {
    fn from(set: &CalendarSet) -> Self {
        Self {
            business_days: set.business_days.clone(),
            holidays: set.holidays.iter().map(|holiday| holiday.date).collect(),
        }
    }
}

impl Calendar {
    /// The days of the week on which people work.
    pub fn business_days(&self) -> &[Weekday] {
        &self.business_days
    }

    /// Whether nobody works on `day` though it is any day of the week.
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.contains(&day)
    }

    /// Whether people work on `day`.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        self.business_days.contains(&day.weekday()) && !self.is_holiday(day)
    }
}

/// Sets the calendar from now on. Fewer days to work on than `in_force` has take a decision: they
/// give what is due more time. Holidays told two weeks ahead do not.
pub fn set_calendar(
    standing: &Standing,
    by: PersonRef,
    calendar: CalendarSet,
    in_force: Option<&CalendarSet>,
) -> Result<Event, Refusal> {
    let calendar = checked_calendar(calendar)?;
    may_set_calendar(standing, by, &calendar, in_force)?;
    Ok(calendar.into())
}

/// Refuses whoever may not set the calendar alone.
pub fn may_set_calendar(
    standing: &Standing,
    by: PersonRef,
    calendar: &CalendarSet,
    in_force: Option<&CalendarSet>,
) -> Result<(), Refusal> {
    entitled(standing, by, "setting the calendar", &keepers())?;
    match fewer_days(in_force, calendar, standing.today) {
        Some(what) => Err(Refusal::NeedsDecision { kind: DecisionKind::RuleSetting, what }),
        None => Ok(()),
    }
}

/// The calendar as it would be entered, unless it could not stand; holidays are put in order of
/// their dates.
pub fn checked_calendar(mut calendar: CalendarSet) -> Result<CalendarSet, Refusal> {
    if calendar.business_days.is_empty() {
        return Err(Refusal::Blank { field: "the days of the week" });
    }
    calendar.business_days.sort_by_key(Weekday::num_days_from_monday);
    calendar.business_days.dedup();
    within("the number of holidays", calendar.holidays.len(), 0, HOLIDAYS_LIMIT)?;
    calendar.holidays.sort_by_key(|holiday| holiday.date);
    for pair in calendar.holidays.windows(2) {
        if let [one, next] = pair
            && one.date == next.date
        {
            return Err(Refusal::Twice { what: next.date.to_string() });
        }
    }
    for holiday in &mut calendar.holidays {
        let words = holiday.name.words().unwrap_or_default();
        holiday.name = crate::refusal::required("a holiday’s name", words, NAME_LIMIT)?;
    }
    Ok(calendar)
}
