//! Checks: whether segments are answered alike, whether whom the sequencer writes to has moved, and
//! whether each booked meeting had its dossier two days ahead.

use std::fmt::Write as _;
use std::path::Path;

use chrono::Duration;
use domain::batch::Field;

use super::ai_actions::{SCORED, SEQUENCER};
use super::company::{MAREN, operator};
use super::logs::scored;
use super::story::{Quarters, Story, on};
use crate::Problem;
use crate::files::Grant;
use crate::operations::{CheckAsked, CheckItem, Nothing, PickedAsked, RecordCheck, RowsAsked};

/// The weeks whose booked meetings are looked at.
const MEETINGS: std::ops::RangeInclusive<u64> = 23..=24;
/// The meeting whose dossier came on the eve of it.
const LATE: (u64, u64) = (24, 3);

/// Plans each check for the item of a review that asks for it.
pub fn plan(story: &mut Story<'_>) {
    let days = story.days;
    let day = scored(&days);
    story.plan(on(day, 10, 40), operator(&days, day), |story| {
        let batches = batches_of(story, SCORED)?;
        let note = "61 leads of the Nordics are too few to say why; looked at again next quarter.";
        fairness(story, batches, &["selected"], note)
    });
    story.plan(days.at(24, 1, 16, 0), MAREN, |story| {
        let batches = batches_of(story, SEQUENCER)?.into_iter().take(4).collect();
        let note = "In between, over four weeks; the audit looks at the whole quarter.";
        fairness(story, batches, &["reply", "meeting"], note)
    });
    story.plan(days.at(24, 1, 16, 20), MAREN, drift);
    for week in MEETINGS {
        story.plan(days.at(week + 1, 0, 9, 45), MAREN, move |story| {
            let asks = CheckAsked::ServiceLevel {
                what: "A dossier 48 hours before each booked meeting".to_owned(),
                grant: Grant(of_week(&days, week)),
                sha256: None,
            };
            let note = match week == LATE.0 {
                true => "The meeting was booked a day ahead; no dossier could have been in time.",
                false => "",
            };
            record(story, asks, ("weekly", "dossiers"), note)
        });
    }
}

/// Puts the list of each week's meetings into the folder the demo reads from.
pub fn supply(folder: &Path, days: &Quarters) -> std::io::Result<()> {
    MEETINGS
        .into_iter()
        .try_for_each(|week| std::fs::write(folder.join(of_week(days, week)), meetings(days, week)))
}

/// What the list of a week's meetings is called.
fn of_week(days: &Quarters, week: u64) -> String {
    format!("dossiers-{}.csv", days.day(week, 0).format("%G-W%V"))
}

/// A meeting each afternoon and two on Thursday, each with a dossier three days ahead but for one.
fn meetings(days: &Quarters, week: u64) -> String {
    let mut list = String::from("Meeting,Due,Done\n");
    for (number, day) in [0, 1, 2, 3, 3, 4].into_iter().enumerate() {
        let held = days.at(week, day, 14, 0);
        let hours = if (week, number as u64) == LATE { 20 } else { 72 };
        let before = |hours: i64| held.plus(Duration::hours(-hours));
        let _ = writeln!(list, "MTG-{week}{number},{},{}", before(48), before(hours));
    }
    list
}

/// Whether every segment comes to one of these outcomes alike.
fn fairness(
    story: &mut Story<'_>,
    batches: Vec<String>,
    outcomes: &[&str],
    note: &str,
) -> Result<(), Problem> {
    let says = outcomes.iter().map(|outcome| (*outcome).to_owned()).collect();
    let asks = CheckAsked::Fairness {
        rows: RowsAsked { batches, ..RowsAsked::default() },
        by: Field::Segment,
        picked: PickedAsked::OneOf { field: Field::Outcome, says },
    };
    record(story, asks, ("quarterly", "bias"), note)
}

/// Whether the mix of segments of the newest week is that of the weeks before.
fn drift(story: &mut Story<'_>) -> Result<(), Problem> {
    let batches = batches_of(story, SEQUENCER)?;
    let Some((newest, earlier)) = batches.split_first() else {
        return Err(Problem::internal("no log was taken in"));
    };
    let rows = |batches: &[String]| RowsAsked { batches: batches.to_vec(), ..RowsAsked::default() };
    let asks = CheckAsked::Drift {
        before: rows(earlier),
        now: rows(std::slice::from_ref(newest)),
        of: Field::Segment,
        by: None,
    };
    record(story, asks, ("monthly", "training-data"), "")
}

/// The batches that came from a system, the newest first.
fn batches_of(story: &mut Story<'_>, source: &str) -> Result<Vec<String>, Problem> {
    let rows = story.desk.batches(Nothing {})?.rows.into_iter();
    let its_own = rows.filter(|row| row.source.as_deref() == Some(source));
    Ok(its_own.map(|row| row.batch).collect())
}

fn record(
    story: &mut Story<'_>,
    asks: CheckAsked,
    (cadence, item): (&str, &str),
    note: &str,
) -> Result<(), Problem> {
    let item = Some(CheckItem { cadence: cadence.to_owned(), item: item.to_owned() });
    story.desk.record_check(RecordCheck { asks, item, note: note.to_owned() }).map(|_| ())
}
