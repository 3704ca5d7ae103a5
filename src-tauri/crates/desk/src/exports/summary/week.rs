//! The week so far in short.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::Moment;
use report::summary::{Model, Section};

use super::{HEADS, SummaryOf, line};
use crate::actions::{ActionRow, ActionState};
use crate::decisions::DecisionRow;
use crate::erased::or_erased;
use crate::exceptions::ExceptionRow;
use crate::operations::Nothing;
use crate::reviews::{Listed, ReviewRow, ReviewState};
use crate::today::TodayView;
use crate::when::{self, midnight};
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// What the week that the moment lies in brought, and what is left to do.
    pub(super) fn week_summed_up(&mut self) -> Result<Model, Problem> {
        let now = self.moment();
        let zone = settings(&self.open()?.view())?.zone;
        let week = Week::of(now, zone);
        let today = self.today(Nothing {})?;
        let sections = vec![
            self.reviews_of(&week, now)?,
            self.decisions_of(&week)?,
            self.exceptions_of(&week)?,
            self.actions_of(&week)?,
            metrics(&today),
        ];
        let findings = today.findings.counts;
        let lead = format!(
            "As it stands on {}. {} findings, {} of them of rules that block.",
            now.in_zone(zone).format("%A %-d %B, %H:%M"),
            findings.all,
            findings.blocking
        );
        self.summed_up(SummaryOf::Week, week.title(), lead, sections)
    }

    fn reviews_of(&mut self, week: &Week, now: Moment) -> Result<Section, Problem> {
        let view = self.open()?.view();
        let listed = Listed::of(&view)?;
        let all = listed.due_between(week.begins(), week.ends(), now)?;
        let rows = listed.rows(&all)?;
        let held = rows.iter().filter(|row| row.state == ReviewState::Closed).count();
        Ok(Section {
            head: "Reviews".to_owned(),
            about: format!("{held} held of {} due this week.", rows.len()),
            heads: vec!["Review", "What", "Due", "State", "Outcomes"],
            rows: rows.iter().map(review).collect(),
            empty: "",
        })
    }

    fn decisions_of(&mut self, week: &Week) -> Result<Section, Problem> {
        let settled: BTreeSet<String> = self
            .open()?
            .view()
            .decisions()?
            .iter()
            .filter(|one| one.settled.as_ref().is_some_and(|settled| week.has(settled.at)))
            .map(|one| one.reference().to_string())
            .collect();
        let view = self.decisions(Nothing {})?;
        let of_it = |row: &&DecisionRow| settled.contains(&row.decision) || week.reads(&row.at);
        let over: Vec<&DecisionRow> = view.over.iter().filter(of_it).collect();
        Ok(Section {
            head: "Decisions".to_owned(),
            about: format!("{} ended this week, {} still open.", over.len(), view.open.len()),
            heads: vec!["Decision", "What", "Proposed by", "Approvals", "State"],
            rows: over.into_iter().chain(&view.open).map(decision).collect(),
            empty: "",
        })
    }

    fn exceptions_of(&mut self, week: &Week) -> Result<Section, Problem> {
        let view = self.exceptions(Nothing {})?;
        let all = || view.open.iter().chain(&view.over);
        let raised = all().filter(|row| week.reads(&row.raised_at)).count();
        let ended = |row: &&ExceptionRow| row.ended_at.as_ref().is_some_and(|at| week.reads(at));
        let over: Vec<&ExceptionRow> = view.over.iter().filter(ended).collect();
        Ok(Section {
            head: "Exceptions".to_owned(),
            about: format!(
                "{raised} raised and {} resolved this week, {} open.",
                over.len(),
                view.open.len()
            ),
            heads: HEADS.to_vec(),
            rows: view.open.iter().chain(over).map(line).collect(),
            empty: "",
        })
    }

    fn actions_of(&mut self, week: &Week) -> Result<Section, Problem> {
        let view = self.actions(Nothing {})?;
        let late = view.open.iter().filter(|row| row.state == ActionState::Late).count();
        let ended = |row: &&ActionRow| row.ended_at.as_ref().is_some_and(|at| week.reads(at));
        let over: Vec<&ActionRow> = view.over.iter().filter(ended).collect();
        Ok(Section {
            head: "Action items".to_owned(),
            about: format!(
                "{} ended this week, {} open, {late} of them late.",
                over.len(),
                view.open.len()
            ),
            heads: vec!["Action", "What", "Who", "Due", "State"],
            rows: view.open.iter().chain(over).map(action).collect(),
            empty: "",
        })
    }
}

/// An ISO week of the workspace's zone.
struct Week {
    monday: NaiveDate,
    zone: chrono_tz::Tz,
}

impl Week {
    fn of(now: Moment, zone: chrono_tz::Tz) -> Self {
        let today = now.in_zone(zone).date_naive();
        Self { monday: today.week(Weekday::Mon).first_day(), zone }
    }

    fn begins(&self) -> Moment {
        midnight(self.monday, self.zone)
    }

    fn ends(&self) -> Moment {
        let next = self.monday.checked_add_days(Days::new(7)).unwrap_or(self.monday);
        midnight(next, self.zone)
    }

    fn has(&self, at: Moment) -> bool {
        self.begins() <= at && at < self.ends()
    }

    /// The same of a moment as a view writes it.
    fn reads(&self, written: &str) -> bool {
        when::written(written).is_some_and(|at| self.has(Moment::new(at.to_utc())))
    }

    /// `Week 47, 16 to 22 November 2026`.
    fn title(&self) -> String {
        let sunday = self.monday.checked_add_days(Days::new(6)).unwrap_or(self.monday);
        let from =
            match (self.monday.year() == sunday.year(), self.monday.month() == sunday.month()) {
                (true, true) => self.monday.format("%-d"),
                (true, false) => self.monday.format("%-d %B"),
                (false, _) => self.monday.format("%-d %B %Y"),
            };
        let week = self.monday.iso_week().week();
        format!("Week {week}, {from} to {}", sunday.format("%-d %B %Y"))
    }
}

fn review(row: &ReviewRow) -> Vec<String> {
    let due = when::written(&row.due);
    let found = row.found.iter().zip(["fine", "attention", "breach", "not applicable"]);
    let found = found.filter(|(count, _)| **count > 0);
    let found: Vec<String> = found.map(|(count, word)| format!("{count} {word}")).collect();
    vec![
        row.review.clone(),
        row.name.clone(),
        due.map(|due| due.format("%a %-d %b, %H:%M").to_string()).unwrap_or_default(),
        row.state.words().to_owned(),
        found.join(", "),
    ]
}

fn decision(row: &DecisionRow) -> Vec<String> {
    vec![
        row.decision.clone(),
        or_erased(row.title.as_ref()),
        row.by_name.clone(),
        format!("{} of {}", row.approvals, row.needed),
        row.state.words().to_owned(),
    ]
}

fn action(row: &ActionRow) -> Vec<String> {
    vec![
        row.action.clone(),
        or_erased(row.what.as_ref()),
        row.who_name.clone(),
        row.due.clone(),
        row.state.words().to_owned(),
    ]
}

/// The metrics that stand out of line or lack a value.
fn metrics(today: &TodayView) -> Section {
    let rows = today.metrics.iter().map(|metric| {
        vec![
            metric.metric.clone(),
            metric.name.clone(),
            metric.latest.clone().unwrap_or_else(|| "–".to_owned()),
            metric.baseline.clone().unwrap_or_else(|| "–".to_owned()),
            metric.says.clone(),
        ]
    });
    Section {
        head: "Metrics out of line".to_owned(),
        about: format!("{} of {} metrics.", today.metrics.len(), today.metrics_kept),
        heads: vec!["Metric", "What", "Last", "Baseline", "Where it stands"],
        rows: rows.collect(),
        empty: "",
    }
}
