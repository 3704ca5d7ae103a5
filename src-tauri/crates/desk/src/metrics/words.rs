//! Where metrics stand, in words.

use domain::metric::{Derived, Direction, Judged, Mark, Metric, Point, Tally, Terms, Unit, Value};

use super::MetricState;
use crate::problem::capital;

/// A metric's name; a dash once erased.
pub(super) fn name(terms: &Terms) -> String {
    terms.name.words().unwrap_or("–").to_owned()
}

/// What one period came to: `2 of 20 items in error, past its limit`.
pub(super) fn mark(terms: &Terms, point: &Point) -> String {
    let mark = bare_mark(terms, point);
    match point.of {
        Some(of) => format!("{}, {mark}", tally(of)),
        None => mark.to_owned(),
    }
}

fn bare_mark(terms: &Terms, point: &Point) -> &'static str {
    match point.mark {
        Mark::Missing => "missing",
        Mark::Nothing => "nothing to count",
        Mark::Running => "still runs",
        Mark::Unjudged => "no baseline",
        Mark::Held if point.baseline.is_none() => "inside its limit",
        Mark::Held => held(terms.direction),
        Mark::Warned => "wants attention",
        Mark::Worse => worse(terms.direction),
        Mark::Breach => "past its limit",
    }
}

/// How many of how many a share is of.
fn tally(of: Tally) -> String {
    format!("{} of {} items in error", of.of, of.all)
}

/// Where a metric stands, as a sentence without its stop: also how many of how many the last value is,
/// where the desk counted that.
pub(super) fn state(metric: &Metric, judged: &Judged, state: MetricState) -> String {
    let says = bare_state(metric, judged, state);
    match judged.latest().and_then(|point| Some((point.period, point.of?))) {
        Some((period, of)) => format!("{says}; {}: {}", period.short(), tally(of)),
        None => says,
    }
}

fn bare_state(metric: &Metric, judged: &Judged, state: MetricState) -> String {
    let Terms { unit, direction, .. } = metric.terms;
    let latest = judged.latest();
    match state {
        MetricState::NotMeasured => not_measured(metric.terms.derived).to_owned(),
        MetricState::Retired => "Measured no longer".to_owned(),
        MetricState::Emergency => emergency(judged, direction, unit),
        MetricState::Breach => past(metric.terms.limit, unit, "Past its limit"),
        MetricState::Warned => past(metric.terms.warn, unit, "Wants attention, past"),
        MetricState::Worse => against(latest, unit, capital(worse(direction))),
        MetricState::Held if latest.is_some_and(|point| point.baseline.is_some()) => {
            against(latest, unit, capital(held(direction)))
        }
        MetricState::Held => "Inside its limit".to_owned(),
        MetricState::Unjudged => "No baseline to hold it against".to_owned(),
        MetricState::Missing => missing(judged),
    }
}

fn not_measured(derived: Option<Derived>) -> &'static str {
    match derived {
        None => "Not measured yet",
        Some(Derived::SampleErrorRate) => "No sampled item tested in a period that is over",
        Some(
            Derived::OverrideRate
            | Derived::ApprovalQueueTime
            | Derived::SlaBreaches
            | Derived::ReviewsHeld
            | Derived::FindingsOpen,
        ) => "Nothing to count yet",
    }
}

/// `Below baseline 2 periods running: W45 2.9 %, W46 2.8 %, against 3 %`.
fn emergency(judged: &Judged, direction: Direction, unit: Unit) -> String {
    let run = judged.worse_running();
    let last_two = run.iter().skip(run.len().saturating_sub(2));
    let points: Vec<String> = last_two
        .filter_map(|point| Some(format!("{} {}", point.period.short(), unit.shown(point.value?))))
        .collect();
    let baseline = run.last().and_then(|point| point.baseline);
    let line = baseline.map(|line| format!(", against {}", unit.shown(line))).unwrap_or_default();
    format!(
        "{} {} periods running: {}{line}",
        capital(worse(direction)),
        run.len(),
        points.join(", ")
    )
}

fn missing(judged: &Judged) -> String {
    match judged.missing().as_slice() {
        [] => "Nothing missing".to_owned(),
        [one] => format!("{} missing", one.short()),
        [.., last] => {
            format!("{} missing, {} periods in all", last.short(), judged.missing().len())
        }
    }
}

fn against(latest: Option<Point>, unit: Unit, words: String) -> String {
    match latest.and_then(|point| point.baseline) {
        Some(line) => format!("{words} of {}", unit.shown(line)),
        None => words,
    }
}

fn past(line: Option<Value>, unit: Unit, words: &str) -> String {
    line.map_or_else(|| words.to_owned(), |line| format!("{words} of {}", unit.shown(line)))
        .replace("past of ", "past ")
}

fn held(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "at or above baseline",
        Direction::Lower => "at or below baseline",
    }
}

fn worse(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "below baseline",
        Direction::Lower => "above baseline",
    }
}
