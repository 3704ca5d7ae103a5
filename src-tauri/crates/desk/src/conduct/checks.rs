//! What was recorded of checks.

use domain::Text;
use domain::check::{Asks, CheckRecorded, Found, Picked, must_compare};
use domain::people::entitled;
use domain::sample::testers;

use super::Case;
use super::samples::differs;
use crate::Problem;
use crate::checks::counted;

/// Somebody who may recorded it, under the next reference, and it counted what the rows say.
pub(super) fn recorded(case: &Case<'_>, made: &CheckRecorded) -> Result<(), Problem> {
    let view = &case.before;
    entitled(&*case.standing()?, case.person()?, "recording a check", &testers())?;
    must_compare(&made.asks)?;
    if view.next_check()? != made.check {
        return Err(differs("the next check"));
    }
    if !rows_stand(case, made)? {
        return Ok(());
    }
    match counted(view, &made.asks, &|_, _| Ok(()))? {
        Some(again) if again != made.found => Err(differs("what the rows say")),
        Some(_) | None => Ok(()),
    }
}

/// Whether its rows can still be counted again: none was purged since, and no word of it erased.
fn rows_stand(case: &Case<'_>, made: &CheckRecorded) -> Result<bool, Problem> {
    for batch in made.asks.batches() {
        if case.before.latest().batch(batch)?.is_none_or(|batch| batch.purged.is_some()) {
            return Ok(false);
        }
    }
    Ok(words(made).iter().all(|text| text.words().is_some()))
}

/// Every word that the counting rests on.
fn words(made: &CheckRecorded) -> Vec<&Text> {
    let mut words: Vec<&Text> = match &made.asks {
        Asks::Fairness { rows, picked, .. } => {
            let says: &[Text] = match picked {
                Picked::OneOf { says, .. } => says,
                Picked::AtLeast { .. } => &[],
            };
            rows.only.iter().map(|only| &only.says).chain(says).collect()
        }
        Asks::Drift { before, now, .. } => {
            before.only.iter().chain(&now.only).map(|only| &only.says).collect()
        }
        Asks::ServiceLevel { .. } => Vec::new(),
    };
    match &made.found {
        Found::Fairness { segments, .. } => words.extend(segments.iter().map(|one| &one.name)),
        Found::Drift { groups, .. } => {
            words.extend(groups.iter().filter_map(|group| group.name.as_ref()));
            words.extend(groups.iter().flat_map(|group| group.bins.iter().map(|bin| &bin.name)));
        }
        Found::ServiceLevel { .. } => {}
    }
    words
}
