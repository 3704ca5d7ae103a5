//! Recording what a metric came to, and correcting it.

use super::{Calendar, Metric, ObservationCorrected, ObservationRecorded, Period, Value};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::reasoned;
use crate::review::{Review, Stage};
use crate::{Event, PersonRef, Refusal, ReviewRef};

/// The review in whose call a value is typed; none when it is typed at the desk.
pub type Chairing<'a> = Option<&'a Review>;

/// Records the value of a period that has begun and has none yet.
pub fn observe(
    standing: &Standing,
    by: PersonRef,
    metric: &Metric,
    calendar: Calendar,
    period: Period,
    value: Value,
    call: Chairing<'_>,
) -> Result<Event, Refusal> {
    check(standing, by, metric, calendar, period, call)?;
    match metric.value_in(period) {
        Some(known) => {
            Err(Refusal::ObservedAlready { metric: metric.metric, period, value: known })
        }
        None => {
            let (metric, review) = (metric.metric, name(call));
            Ok(ObservationRecorded { metric, period, value, review }.into())
        }
    }
}

/// Puts `value` in the place of one that was wrong. It wants a reason, which goes with the entry.
#[allow(clippy::too_many_arguments, reason = "an observation, and why the earlier one was wrong")]
pub fn correct(
    standing: &Standing,
    by: PersonRef,
    metric: &Metric,
    calendar: Calendar,
    period: Period,
    value: Value,
    reason: &str,
    call: Chairing<'_>,
) -> Result<Event, Refusal> {
    check(standing, by, metric, calendar, period, call)?;
    match metric.value_in(period) {
        None => Err(Refusal::NotObserved { metric: metric.metric, period }),
        Some(known) if known == value => Err(Refusal::NothingChanged),
        Some(_) => {
            reasoned("correcting a value", reason)?;
            let (metric, review) = (metric.metric, name(call));
            Ok(ObservationCorrected { metric, period, value, review }.into())
        }
    }
}

fn check(
    standing: &Standing,
    by: PersonRef,
    metric: &Metric,
    calendar: Calendar,
    period: Period,
    call: Chairing<'_>,
) -> Result<(), Refusal> {
    let chairs = call.is_some_and(|review| review.chair == by && review.stage == Stage::Open);
    if metric.terms.owner != Some(by) && !chairs {
        entitled(standing, by, "recording a metric’s value", &keepers())?;
    }
    metric.must_be_measured()?;
    metric.must_be_typed()?;
    metric.must_measure_in(period)?;
    let running = calendar.running(metric.terms.every);
    if period > running {
        return Err(Refusal::PeriodAhead { period, running });
    }
    Ok(())
}

fn name(call: Chairing<'_>) -> Option<ReviewRef> {
    call.map(|review| review.review.clone())
}
