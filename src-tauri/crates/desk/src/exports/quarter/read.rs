//! What a stretch of time has of each kind, as its screen shows it at the moment of the desk.

use std::collections::BTreeSet;

use domain::Moment;
use domain::check::Asks;
use domain::metric::derived::Stretch;
use store::View;

use crate::batches::BatchRow;
use crate::checks::CheckListed;
use crate::exceptions::ExceptionRow;
use crate::operations::Nothing;
use crate::stops::StopsView;
use crate::when::just_after;
use crate::{Desk, Problem, when};

/// The exceptions raised in `stretch`, oldest first.
pub(crate) fn exceptions(desk: &mut Desk, stretch: Stretch) -> Result<Vec<ExceptionRow>, Problem> {
    exceptions_that(desk, |row| holds(stretch, &row.raised_at))
}

/// The exceptions raised before `stretch` and open when it began, oldest first.
pub(crate) fn carried_exceptions(
    desk: &mut Desk,
    stretch: Stretch,
) -> Result<Vec<ExceptionRow>, Problem> {
    exceptions_that(desk, |row| {
        let ended = row.ended_at.as_deref().and_then(moment);
        moment(&row.raised_at).is_some_and(|raised| raised < stretch.from)
            && ended.is_none_or(|ended| stretch.from <= ended)
    })
}

fn exceptions_that(
    desk: &mut Desk,
    kept: impl Fn(&ExceptionRow) -> bool,
) -> Result<Vec<ExceptionRow>, Problem> {
    let shown = desk.exceptions(Nothing {})?;
    let mut rows: Vec<ExceptionRow> = shown.open.into_iter().chain(shown.over).collect();
    rows.retain(kept);
    rows.sort_by_key(|row| row.entry);
    Ok(rows)
}

/// The batches with actions of `stretch`, whenever they were taken in, oldest first; one without any row
/// is of the time at which it was.
pub(crate) fn batches(desk: &mut Desk, stretch: Stretch) -> Result<Vec<BatchRow>, Problem> {
    let mut rows = desk.batches(Nothing {})?.rows;
    rows.retain(|row| match row.first.as_ref().zip(row.last.as_ref()) {
        Some((first, last)) => moment(first)
            .zip(moment(last))
            .is_some_and(|(first, last)| stretch.meets(first, Some(just_after(last)))),
        None => holds(stretch, &row.at),
    });
    rows.sort_by_key(|row| row.entry);
    Ok(rows)
}

/// The checks of actions of `stretch`, whenever they were made, oldest first; one that reads no actions is
/// of the time at which it was made.
pub(crate) fn checks(desk: &mut Desk, stretch: Stretch) -> Result<Vec<CheckListed>, Problem> {
    let view = desk.open()?.view();
    let mut about: BTreeSet<String> = BTreeSet::new();
    for check in view.checks()? {
        let inside = match read_of(&view, &check.made.asks)? {
            Some((from, until)) => stretch.meets(from, Some(until)),
            None => stretch.holds(check.at),
        };
        if inside {
            about.insert(check.made.check.to_string());
        }
    }
    let mut rows = desk.checks(Nothing {})?.rows;
    rows.retain(|row| about.contains(&row.check));
    rows.sort_by_key(|row| row.entry);
    Ok(rows)
}

/// From when to when the actions are that a check judges: as it says, else as its batches have them.
fn read_of(view: &View<'_>, asks: &Asks) -> Result<Option<(Moment, Moment)>, Problem> {
    let rows = match asks {
        Asks::Fairness { rows, .. } | Asks::Drift { now: rows, .. } => rows,
        Asks::ServiceLevel { .. } => return Ok(None),
    };
    let (mut from, mut until) = (None, None);
    for batch in &rows.batches {
        let Some(batch) = view.batch(*batch)? else { continue };
        let covers = batch.import.completeness;
        from = from.into_iter().chain(covers.first).min();
        until = until.into_iter().chain(covers.last.map(just_after)).max();
    }
    Ok(rows.from.or(from).zip(rows.to.or(until)))
}

/// The stops and drills in `stretch`, oldest first, and when each live workflow is tried next.
pub(crate) fn stops(desk: &mut Desk, stretch: Stretch) -> Result<StopsView, Problem> {
    let mut shown = desk.stops(Nothing {})?;
    shown.stops.retain(|row| holds(stretch, &row.at));
    shown.stops.sort_by_key(|row| row.entry);
    Ok(shown)
}

/// Whether a moment as views write it lies in `stretch`.
pub(super) fn holds(stretch: Stretch, written: &str) -> bool {
    moment(written).is_some_and(|at| stretch.holds(at))
}

/// A moment as views write it.
pub(in crate::exports) fn moment(written: &str) -> Option<Moment> {
    when::written(written).map(|at| Moment::new(at.to_utc()))
}
