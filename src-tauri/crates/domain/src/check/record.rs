//! Recording a check.

use super::{Asks, CheckRecorded, Found, ItemOf, MOST_COUNTED, Rows, Shared, shared};
use crate::people::{Standing, entitled};
use crate::refusal::{NAME_LIMIT, TEXT_LIMIT, optional, required};
use crate::sample::testers;
use crate::{CheckRef, Event, PersonRef, Refusal, Text};

/// A check as it is to be recorded.
#[derive(Clone, Debug)]
pub struct Recording<'a> {
    /// Its reference.
    pub check: CheckRef,
    /// What it asks.
    pub asks: Asks,
    /// What it counted.
    pub found: Found,
    /// The item of a review that it is made for.
    pub item: Option<ItemOf>,
    /// What follows from it; may be blank.
    pub note: &'a str,
}

/// Records a check. Whoever may test samples may.
pub fn record(standing: &Standing, by: PersonRef, made: Recording<'_>) -> Result<Event, Refusal> {
    entitled(standing, by, "recording a check", &testers())?;
    must_compare(&made.asks)?;
    must_be_apart(&made.asks)?;
    must_count(&made.asks, &made.found)?;
    let asks = match made.asks.clone() {
        Asks::ServiceLevel { what, file } => {
            let what = required("what was promised", what.words().unwrap_or_default(), NAME_LIMIT)?;
            Asks::ServiceLevel { what, file }
        }
        asks @ (Asks::Fairness { .. } | Asks::Drift { .. }) => asks,
    };
    let note: Option<Text> = optional("what follows from it", made.note, TEXT_LIMIT)?;
    let Recording { check, found, item, .. } = made;
    Ok(CheckRecorded { check, asks, found, item, note }.into())
}

/// Refuses a check that would hold rows against themselves, or reads none.
pub fn must_compare(asks: &Asks) -> Result<(), Refusal> {
    let some = |rows: &Rows| {
        if rows.batches.is_empty() {
            return Err(Refusal::CheckOfNothing);
        }
        // In one order and each once: otherwise rows would count twice, or against themselves.
        match rows.batches.iter().zip(rows.batches.iter().skip(1)).find(|(one, next)| one >= next) {
            Some((_, batch)) => Err(Refusal::CheckTwice { batch: *batch }),
            None => Ok(()),
        }
    };
    match asks {
        Asks::Fairness { rows, .. } => some(rows),
        Asks::Drift { before, now, .. } => {
            some(before)?;
            some(now)?;
            if before == now { Err(Refusal::CheckOfItself) } else { Ok(()) }
        }
        Asks::ServiceLevel { .. } => Ok(()),
    }
}

/// Refuses a check of drift of which rows stand on both sides: they hide what moved, and the test takes
/// the sides to be apart. Those recorded before it was asked say so beside what they show.
pub fn must_be_apart(asks: &Asks) -> Result<(), Refusal> {
    match asks {
        Asks::Drift { before, now, .. } => match shared(before, now) {
            Shared::Some => Err(Refusal::CheckOverlaps),
            Shared::None | Shared::Unknown => Ok(()),
        },
        Asks::Fairness { .. } | Asks::ServiceLevel { .. } => Ok(()),
    }
}

/// Refuses counts of another kind of check, or that no rows can come to.
pub fn must_count(asks: &Asks, found: &Found) -> Result<(), Refusal> {
    let fits = asks.kind() == found.kind() && found.rows().is_some_and(|rows| rows <= MOST_COUNTED);
    if fits { Ok(()) } else { Err(Refusal::CheckUncounted) }
}
