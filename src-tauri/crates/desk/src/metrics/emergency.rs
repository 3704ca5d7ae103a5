//! Opening the emergency path together with the values that trip it.

use domain::Event;
use domain::metric::{self, Calendar, Metric, Period, Raising, Value, judge};
use store::tables::exception::Exception;

use crate::Problem;
use crate::door::Act;

/// Values given to one metric at once.
pub(super) struct Given {
    /// The metric as it stood before.
    pub(super) metric: Metric,
    /// What is given, with its period.
    pub(super) values: Vec<(Period, Value)>,
}

/// The exceptions to raise in the same breath as `given`, one a metric at most.
pub(super) fn emergencies(
    act: &Act<'_>,
    calendar: Calendar,
    given: Vec<Given>,
) -> Result<Vec<Event>, Problem> {
    let after = given.into_iter().map(|Given { metric, values }| {
        let touched: Vec<Period> = values.iter().map(|(period, _)| *period).collect();
        let fold = |metric: Metric, (period, value)| metric.with(period, value);
        (values.into_iter().fold(metric, fold), touched)
    });
    let tripping: Vec<(Metric, Vec<Period>)> =
        after.filter(|(after, _)| judge(after, calendar).is_emergency()).collect();
    if tripping.is_empty() {
        return Ok(Vec::new());
    }
    let known = act.view.exceptions()?;
    let exceptions: Vec<_> = known.iter().map(Exception::as_it_stands).collect();
    let rules = act.view.rules()?;
    let mut next = act.view.next_exception()?;
    let mut raised = Vec::new();
    for (after, touched) in tripping {
        let to = Raising { exceptions: &exceptions, rules: &rules, calendar, next };
        if let Some(event) = metric::emergency(&after, &touched, &to) {
            raised.push(event);
            next = domain::ExceptionRef::new(next.number() + 1);
        }
    }
    Ok(raised)
}
