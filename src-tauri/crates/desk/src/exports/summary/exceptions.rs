//! The exceptions in short.

use chrono::Duration;
use report::summary::{Model, Section};

use super::{HEADS, SummaryOf, line};
use crate::exceptions::{ExceptionRow, TimeState};
use crate::operations::Nothing;
use crate::workspace::settings;
use crate::{Desk, Problem, when};

/// How far back what was resolved is told.
const OF_LATE: Duration = Duration::days(7);

impl Desk {
    /// What is past due, what is open, and what was resolved of late.
    pub(super) fn exceptions_summed_up(&mut self) -> Result<Model, Problem> {
        let now = self.moment();
        let zone = settings(&self.open()?.view())?.zone;
        let view = self.exceptions(Nothing {})?;
        let (late, open): (Vec<_>, Vec<_>) =
            view.open.iter().partition(|row| row.time.state == TimeState::Late);
        let since = now.plus(-OF_LATE).utc();
        let of_late = |row: &&ExceptionRow| {
            row.ended_at.as_deref().and_then(when::written).is_some_and(|ended| ended >= since)
        };
        let resolved: Vec<_> = view.over.iter().filter(of_late).collect();
        let section = |head: &str, rows: &[&ExceptionRow], empty| Section {
            head: head.to_owned(),
            about: String::new(),
            heads: HEADS.to_vec(),
            rows: rows.iter().map(|row| line(row)).collect(),
            empty,
        };
        let sections = vec![
            section("Past due", &late, "None is past due."),
            section("Open", &open, "Nothing else is open."),
            section("Resolved in the last 7 days", &resolved, "None was resolved."),
        ];
        let day = now.in_zone(zone).format("%-d %B %Y, %H:%M");
        let lead = format!(
            "{} open, {} past due; {} resolved in the last 7 days.",
            view.open.len(),
            late.len(),
            resolved.len()
        );
        self.summed_up(SummaryOf::Exceptions, format!("Exceptions, {day}"), lead, sections)
    }
}
