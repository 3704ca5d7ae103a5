//! What happened in a stretch of time, each kind as its screen shows it at the moment of the desk.

use domain::Moment;
use domain::metric::derived::Stretch;

use crate::batches::BatchRow;
use crate::checks::CheckListed;
use crate::exceptions::ExceptionRow;
use crate::operations::Nothing;
use crate::stops::StopsView;
use crate::{Desk, Problem, when};

/// The exceptions raised in `stretch`, oldest first.
pub(crate) fn exceptions(desk: &mut Desk, stretch: Stretch) -> Result<Vec<ExceptionRow>, Problem> {
    let shown = desk.exceptions(Nothing {})?;
    let mut rows: Vec<ExceptionRow> = shown.open.into_iter().chain(shown.over).collect();
    rows.retain(|row| holds(stretch, &row.raised_at));
    rows.sort_by_key(|row| row.entry);
    Ok(rows)
}

/// The batches taken in in `stretch`, oldest first.
pub(crate) fn batches(desk: &mut Desk, stretch: Stretch) -> Result<Vec<BatchRow>, Problem> {
    let mut rows = desk.batches(Nothing {})?.rows;
    rows.retain(|row| holds(stretch, &row.at));
    rows.sort_by_key(|row| row.entry);
    Ok(rows)
}

/// The checks made in `stretch`, oldest first.
pub(crate) fn checks(desk: &mut Desk, stretch: Stretch) -> Result<Vec<CheckListed>, Problem> {
    let mut rows = desk.checks(Nothing {})?.rows;
    rows.retain(|row| holds(stretch, &row.at));
    rows.sort_by_key(|row| row.entry);
    Ok(rows)
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
