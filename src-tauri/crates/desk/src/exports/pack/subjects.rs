//! What a pack is about: what was due, decided, raised, drawn or in force in its period. Read once, for
//! the reports as for the tables.

use std::collections::BTreeMap;

use domain::{Moment, ReviewRef};

use super::asked::{Asked, Within};
use crate::decisions::DecisionRow;
use crate::exceptions::ExceptionRow;
use crate::frameworks::{CoverageQuery, FrameworksView, covered};
use crate::operations::Nothing;
use crate::policies::{PolicyPage, PolicyQuery};
use crate::samples::SampleRow;
use crate::{Desk, Problem};

pub(super) struct Subjects {
    /// The closed reviews that fell due in the period, and the one that is named by it: a quarter's
    /// audit falls due after it.
    pub(super) minutes: Vec<ReviewRef>,
    /// The decisions that were proposed or settled in the period, oldest first.
    pub(super) decisions: Vec<DecisionRow>,
    /// The samples that were planned in the period, oldest first.
    pub(super) samples: Vec<SampleRow>,
    /// The exceptions that were not resolved before the period and raised by its end, oldest first.
    pub(super) exceptions: Vec<ExceptionRow>,
    /// The versions of policies that were in force in the period.
    pub(super) policies: Vec<(PolicyPage, u32)>,
    /// What evidence there is for each framework that is asked, as it stood when the period ended.
    pub(super) coverage: FrameworksView,
}

impl Subjects {
    /// The exceptions of which a postmortem was written.
    pub(super) fn postmortems(&self) -> impl Iterator<Item = &ExceptionRow> {
        self.exceptions.iter().filter(|row| row.postmortem.is_some())
    }

    /// How many of them have a report of their own.
    pub(super) fn reported(&self) -> usize {
        self.minutes.len()
            + self.decisions.len()
            + self.samples.len()
            + self.postmortems().count()
            + self.policies.len()
    }
}

impl Desk {
    /// Reads what a pack is about, as of its last entry.
    pub(super) fn subjects(&mut self, asked: &Asked) -> Result<Subjects, Problem> {
        Ok(Subjects {
            minutes: self.asked_minutes(asked)?,
            decisions: self.asked_decisions(asked)?,
            samples: self.asked_samples(asked)?,
            exceptions: self.asked_exceptions(asked)?,
            policies: self.asked_policies(asked)?,
            coverage: self.asked_coverage(asked)?,
        })
    }

    fn asked_minutes(&self, asked: &Asked) -> Result<Vec<ReviewRef>, Problem> {
        let mut held = self.open()?.view().reviews()?;
        held.retain(|one| {
            let named =
                |within: Within| one.review.as_str().ends_with(&format!("-{}", within.period));
            let inside = |within: Within| within.stretch.holds(one.due) || named(within);
            one.closed.is_some() && asked.within.is_none_or(inside)
        });
        Ok(held.into_iter().rev().map(|one| one.review).collect())
    }

    fn asked_decisions(&mut self, asked: &Asked) -> Result<Vec<DecisionRow>, Problem> {
        let decisions = self.open()?.view().decisions()?;
        let settled: BTreeMap<String, Moment> = decisions
            .iter()
            .filter_map(|one| Some((one.proposed.decision.to_string(), one.settled.as_ref()?.at)))
            .collect();
        let inside = |at: &Moment| asked.within.is_none_or(|within| within.stretch.holds(*at));
        let shown = self.decisions(Nothing {})?;
        let mut rows: Vec<DecisionRow> = shown.open.into_iter().chain(shown.over).collect();
        rows.retain(|row| asked.holds(&row.at) || settled.get(&row.decision).is_some_and(inside));
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }

    fn asked_samples(&mut self, asked: &Asked) -> Result<Vec<SampleRow>, Problem> {
        let mut rows = self.samples(Nothing {})?.rows;
        rows.retain(|row| asked.holds(&row.planned));
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }

    fn asked_exceptions(&mut self, asked: &Asked) -> Result<Vec<ExceptionRow>, Problem> {
        let shown = self.exceptions(Nothing {})?;
        let mut rows: Vec<ExceptionRow> = shown.open.into_iter().chain(shown.over).collect();
        rows.retain(|row| asked.meets(&row.raised_at, row.ended_at.as_deref()));
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }

    fn asked_policies(&mut self, asked: &Asked) -> Result<Vec<(PolicyPage, u32)>, Problem> {
        let mut all = Vec::new();
        for row in self.policies(Nothing {})?.rows {
            let page = self.policy(PolicyQuery { policy: row.policy })?;
            let bound = page.versions.iter().rev().filter(|one| {
                one.adopted.iter().any(|span| asked.meets(&span.at, span.until.as_deref()))
            });
            all.extend(bound.map(|one| (page.clone(), one.version)));
        }
        Ok(all)
    }

    fn asked_coverage(&self, asked: &Asked) -> Result<FrameworksView, Problem> {
        let within = CoverageQuery { period: asked.period(), ..CoverageQuery::default() };
        let mut view = covered(self.open()?, asked.then.at, &within)?;
        view.frameworks.retain(|framework| framework.out.is_none());
        Ok(view)
    }
}
