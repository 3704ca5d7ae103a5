//! What happened on the line of time that charts share.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::exception::Cause;
use domain::metric::{Calendar, Span};
use domain::{Moment, WorkflowRef};
use store::View;

use super::{LineEvent, LineEventKind, LineMark};
use crate::Problem;
use crate::register::words;

/// Something that happened.
pub(crate) struct Happened {
    kind: LineEventKind,
    reference: String,
    words: Option<String>,
    at: Moment,
    workflow: Option<WorkflowRef>,
}

/// Decisions applied, stops pulled, overrides that were too many: those about `workflow`, or all,
/// in the order of time.
pub(crate) fn happened(
    view: &View<'_>,
    workflow: Option<WorkflowRef>,
) -> Result<Vec<Happened>, Problem> {
    let mut all = Vec::new();
    for decision in view.decisions()? {
        let Some(settled) = decision.settled.filter(|settled| settled.applied) else { continue };
        all.push(Happened {
            kind: LineEventKind::Decision,
            reference: decision.reference().to_string(),
            words: words(Some(&decision.proposed.title)),
            at: settled.at,
            workflow: decision.proposed.change.workflow(),
        });
    }
    let names: BTreeMap<_, _> = view.workflow_names()?.into_iter().collect();
    for stop in view.stops()?.into_iter().filter(|stop| !stop.drill) {
        let name = names.get(&stop.workflow).cloned().flatten();
        all.push(Happened {
            kind: LineEventKind::Stop,
            reference: stop.stop.to_string(),
            words: Some(format!("{} stopped", name.as_deref().unwrap_or("A workflow"))),
            at: stop.made.at,
            workflow: Some(stop.workflow),
        });
    }
    for exception in view.exceptions()? {
        match exception.cause {
            Cause::Overrides { .. } => all.push(Happened {
                kind: LineEventKind::Overrides,
                reference: exception.exception.to_string(),
                words: words(Some(&exception.what)),
                at: exception.raised.at,
                workflow: exception.workflow,
            }),
            Cause::Item { .. }
            | Cause::Metric { .. }
            | Cause::Permit { .. }
            | Cause::Population { .. }
            | Cause::Report
            | Cause::Stop { .. } => {}
        }
    }
    all.retain(|one| workflow.is_none() || one.workflow == workflow);
    all.sort_by(|one, other| (one.at, &one.reference).cmp(&(other.at, &other.reference)));
    Ok(all)
}

impl Happened {
    fn day(&self, zone: Tz) -> NaiveDate {
        self.at.in_zone(zone).date_naive()
    }

    /// Whether it may explain a metric of these workflows; none named means all.
    fn concerns(&self, of: &[WorkflowRef]) -> bool {
        of.is_empty() || self.workflow.is_some_and(|workflow| of.contains(&workflow))
    }
}

/// Those from the day `first` on, lettered.
pub(crate) struct Line {
    zone: Tz,
    calendar: Calendar,
    lettered: Vec<(String, Happened)>,
}

impl Line {
    pub(crate) fn of(
        mut happened: Vec<Happened>,
        first: Option<NaiveDate>,
        zone: Tz,
        calendar: Calendar,
    ) -> Self {
        happened.retain(|one| first.is_some_and(|first| first <= one.day(zone)));
        Self { zone, calendar, lettered: (0..).map(letter).zip(happened).collect() }
    }

    /// What the scorecard lists.
    pub(crate) fn listed(&self) -> Vec<LineEvent> {
        let row = |(letter, one): &(String, Happened)| LineEvent {
            letter: letter.clone(),
            kind: one.kind,
            reference: one.reference.clone(),
            words: one.words.clone(),
            day: one.day(self.zone).to_string(),
            workflow: one.workflow.map(|workflow| workflow.to_string()),
        };
        self.lettered.iter().map(row).collect()
    }

    /// What stands on the line of a metric of these workflows that counts by the `every`, from the
    /// period named `first` on.
    pub(crate) fn marks(&self, of: &[WorkflowRef], every: Span, first: &str) -> Vec<LineMark> {
        let mut marks: Vec<LineMark> = Vec::new();
        for (letter, one) in self.lettered.iter().filter(|(_, one)| one.concerns(of)) {
            let period = every.of(one.day(self.zone), self.calendar.fiscal_start).to_string();
            match marks.last_mut() {
                Some(mark) if mark.period == period => mark.letters.push(letter.clone()),
                Some(_) | None if period.as_str() >= first => {
                    marks.push(LineMark { period, letters: vec![letter.clone()] });
                }
                Some(_) | None => {}
            }
        }
        marks
    }
}

/// a to z, then aa, ab and so on.
fn letter(place: u32) -> String {
    let (before, at) = (place / 26, place % 26);
    let last = char::from_u32(u32::from('a') + at).unwrap_or('a');
    let mut letters = before.checked_sub(1).map(letter).unwrap_or_default();
    letters.push(last);
    letters
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        for (place, shown) in
            [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")]
        {
            assert_eq!(letter(place), shown, "event {place}");
        }
    }
}
