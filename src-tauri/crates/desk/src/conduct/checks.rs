//! What was recorded of checks.

use domain::Text;
use domain::check::{Asks, CheckRecorded, Found, Picked, must_compare, must_count};
use domain::people::entitled;
use domain::sample::testers;

use super::samples::differs;
use super::{Case, gone};
use crate::Problem;
use crate::batches::stands;
use crate::checks::counted;

/// How far two workings-out of one probability may lie apart, as a share of it.
const NEAR: f64 = 1e-9;

/// Somebody who may recorded it, under the next reference, and it counted what the rows say.
pub(super) fn recorded(case: &Case<'_>, made: &CheckRecorded) -> Result<(), Problem> {
    let view = &case.before;
    entitled(&*case.standing()?, case.person()?, "recording a check", &testers())?;
    must_compare(&made.asks)?;
    must_count(&made.asks, &made.found)?;
    if view.next_check()? != made.check {
        return Err(differs("the next check"));
    }
    if !rows_stand(case, made)? {
        return Ok(());
    }
    let Some(mut again) = counted(view, &made.asks, &|_, _| Ok(()))? else { return Ok(()) };
    take_near(&mut again, &made.found);
    // A name that was erased since may have been the right one.
    if gone::alike(&again, &made.found)? { Ok(()) } else { Err(differs("what the rows say")) }
}

/// Takes what was entered for a probability where both are the same but for their last digits, which
/// another machine's mathematics may round otherwise.
fn take_near(again: &mut Found, made: &Found) {
    let (Found::Drift { groups: again, .. }, Found::Drift { groups: made, .. }) = (again, made)
    else {
        return;
    };
    for (again, made) in again.iter_mut().zip(made) {
        if let (Some(again), Some(made)) = (&mut again.distance, &made.distance)
            && is_near(&again.p, &made.p)
        {
            again.p.clone_from(&made.p);
        }
    }
}

fn is_near(one: &str, other: &str) -> bool {
    let (Ok(one), Ok(other)) = (one.parse::<f64>(), other.parse::<f64>()) else { return false };
    (0.0..=1.0).contains(&other) && (one - other).abs() <= NEAR * one.max(other)
}

/// Whether its rows can still be counted again: none was purged since, and no word erased that says
/// which they are. Rows that nobody had taken in were never there.
fn rows_stand(case: &Case<'_>, made: &CheckRecorded) -> Result<bool, Problem> {
    for batch in made.asks.batches() {
        stands(&case.before, batch)?;
        if case.before.latest().batch(batch)?.is_none_or(|batch| batch.purged.is_some()) {
            return Ok(false);
        }
    }
    Ok(words(&made.asks).iter().all(|text| text.words().is_some()))
}

/// Every word that the counting rests on.
fn words(asks: &Asks) -> Vec<&Text> {
    match asks {
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_may_differ_in_its_last_digits_alone() {
        assert!(is_near("1.2345678901234567e-5", "1.234567890123457e-5"), "one machine’s rounding");
        assert!(is_near("0e0", "0e0"), "none at all");
        for other in ["1.2346e-5", "0e0", "-1.2345678901234567e-5", "NaN", "inf", "small"] {
            assert!(!is_near("1.2345678901234567e-5", other), "{other} is another");
        }
        assert!(!is_near("0e0", "1e-5"), "nor is nothing something");
    }
}
