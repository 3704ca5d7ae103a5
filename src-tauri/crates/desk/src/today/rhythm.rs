//! The quarter's reviews, week by week.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::metric::derived::Stretch;
use domain::period::{Period, Span};
use domain::{CadenceId, Moment};
use store::View;

use super::{Rhythm, RhythmMark, RhythmRow, RhythmWeek};
use crate::Problem;
use crate::count::count;
use crate::reviews::{Listed, One, ReviewState};
use crate::when::stretch;
use crate::workspace::Settings;

/// The quarter that `today` lies in, its reviews as they stand at `now`.
pub(super) fn rhythm(
    view: &View<'_>,
    listed: &Listed,
    settings: &Settings,
    today: NaiveDate,
    now: Moment,
) -> Result<Rhythm, Problem> {
    let quarter = Span::Quarter.of(today, settings.fiscal_start);
    let weeks = weeks(quarter, settings.fiscal_start, today);
    let Stretch { from, until } = stretch(quarter, settings.zone, settings.fiscal_start);
    let all = listed.between(from, until, now)?;
    let in_quarter: Vec<&One> = all.iter().filter(|one| one.due < until).collect();
    let mut rows = Vec::new();
    for cadence in view.cadences()? {
        let name = cadence.name.words().unwrap_or("–").to_owned();
        rows.push(row(&cadence.cadence, name, &weeks, &in_quarter));
    }
    // The most frequent first, as a calendar reads: days before weeks before months.
    rows.sort_by_key(|row| std::cmp::Reverse(row.weeks.iter().flatten().count()));
    Ok(Rhythm { weeks: shown(&weeks, quarter, settings.fiscal_start, today), rows })
}

/// The Mondays of the weeks that the quarter touches.
fn weeks(quarter: Period, fiscal_start: u32, today: NaiveDate) -> Vec<NaiveDate> {
    let monday = |day: NaiveDate| day.week(Weekday::Mon).first_day();
    let first = monday(quarter.first_day(fiscal_start));
    let after = quarter.next().first_day(fiscal_start).max(today);
    std::iter::successors(Some(first), |week| week.checked_add_days(Days::new(7)))
        .take_while(|week| *week < after)
        .collect()
}

fn shown(
    weeks: &[NaiveDate],
    quarter: Period,
    fiscal_start: u32,
    today: NaiveDate,
) -> Vec<RhythmWeek> {
    let begins = quarter.first_day(fiscal_start);
    weeks
        .iter()
        .map(|monday| {
            let days = || monday.iter_days().take(7);
            let first = days().find(|day| day.day() == 1 && *day >= begins);
            RhythmWeek {
                week: monday.iso_week().week(),
                from: monday.to_string(),
                month: first.map(|day| day.month()),
                now: days().any(|day| day == today),
            }
        })
        .collect()
}

fn row(cadence: &CadenceId, name: String, weeks: &[NaiveDate], all: &[&One]) -> RhythmRow {
    let own: Vec<&One> = all.iter().copied().filter(|one| one.cadence == *cadence).collect();
    let are = |state: ReviewState| own.iter().filter(|one| one.state == state).count();
    let (held, missed) = (are(ReviewState::Closed), are(ReviewState::Missed));
    let next = own
        .iter()
        .find(|one| !matches!(one.state, ReviewState::Closed | ReviewState::Missed))
        .map(|one| crate::when::local(one.due, one.zone));
    RhythmRow {
        cadence: cadence.to_string(),
        name,
        weeks: weeks.iter().map(|monday| marks(*monday, &own)).collect(),
        held: count(held),
        expected: count(held + missed),
        next,
    }
}

/// The reviews due in the week of `monday`.
fn marks(monday: NaiveDate, own: &[&One]) -> Vec<RhythmMark> {
    let day = |one: &One| one.due.in_zone(one.zone).date_naive();
    own.iter()
        .filter(|one| day(one).week(Weekday::Mon).first_day() == monday)
        .map(|one| RhythmMark {
            review: one.review.to_string(),
            state: one.state,
            day: day(one).to_string(),
        })
        .collect()
}
