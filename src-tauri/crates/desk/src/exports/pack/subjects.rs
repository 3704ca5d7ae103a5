//! What a pack is about: what was due, decided, raised, drawn or in force in its period. Read once, for
//! the reports as for the tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::decision::Permit;
use domain::{Moment, ReviewRef};

use super::super::quarter;
use super::asked::{Asked, Within};
use crate::checks::CheckListed;
use crate::decisions::{DecisionRow, PermitRow};
use crate::exceptions::ExceptionRow;
use crate::findings::{FindingsQuery, FindingsView};
use crate::frameworks::{CoverageQuery, FrameworksView, covered};
use crate::operations::Nothing;
use crate::policies::{PolicyPage, PolicyQuery};
use crate::reviews::{Listed, ReviewRow, ReviewState};
use crate::samples::SampleRow;
use crate::when::{just_before, local};
use crate::{Desk, Problem};

pub(super) struct Subjects {
    /// The reviews that fell due in the period, and the one that is named by it: a quarter's audit
    /// falls due after it.
    pub(super) reviews: Vec<Reviewed>,
    /// Those of them that were closed.
    pub(super) minutes: Vec<ReviewRef>,
    /// The decisions that were proposed or settled in the period, oldest first.
    pub(super) decisions: Vec<DecisionRow>,
    /// The permits that could be used in the period, or were; oldest first.
    pub(super) permits: Vec<PermitRow>,
    /// The checks of the period's actions, oldest first.
    pub(super) checks: Vec<CheckListed>,
    /// The findings as of the pack's last entry.
    pub(super) findings: FindingsView,
    /// The samples that were planned in the period, oldest first.
    pub(super) samples: Vec<SampleRow>,
    /// The exceptions that were not resolved before the period and raised by its end, oldest first.
    pub(super) exceptions: Vec<ExceptionRow>,
    /// The versions of policies that were in force in the period.
    pub(super) policies: Vec<(PolicyPage, u32)>,
    /// What evidence there is for each framework that is asked, as it stood when the period ended.
    pub(super) coverage: FrameworksView,
}

/// A review, and when it was closed.
pub(super) struct Reviewed {
    pub(super) row: ReviewRow,
    pub(super) closed: Option<String>,
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
        let minutes = self.asked_minutes(asked)?;
        let (decisions, permits) = self.asked_decisions(asked)?;
        Ok(Subjects {
            reviews: self.asked_reviews(asked, &minutes)?,
            minutes,
            decisions,
            permits,
            checks: self.asked_checks(asked)?,
            findings: self.findings(FindingsQuery::default())?,
            samples: self.asked_samples(asked)?,
            exceptions: self.asked_exceptions(asked)?,
            policies: self.asked_policies(asked)?,
            coverage: self.asked_coverage(asked)?,
        })
    }

    /// The checks of the period's actions, whenever they were made, oldest first.
    fn asked_checks(&mut self, asked: &Asked) -> Result<Vec<CheckListed>, Problem> {
        if let Some(within) = asked.within {
            return quarter::checks(self, within.stretch);
        }
        let mut rows = self.checks(Nothing {})?.rows;
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }

    fn asked_reviews(
        &self,
        asked: &Asked,
        minutes: &[ReviewRef],
    ) -> Result<Vec<Reviewed>, Problem> {
        let open = self.open()?;
        let listed = Listed::of(&open.view())?;
        let mut all = listed.begun(asked.then.at)?;
        all.retain(|one| {
            let inside = |within: Within| {
                within.stretch.holds(one.due)
                    || is_named_by(&one.review, within)
                    || minutes.contains(&one.review)
            };
            one.state != ReviewState::Coming && asked.within.is_none_or(inside)
        });
        let rows = listed.rows(&all)?.into_iter().zip(&all).map(|(row, one)| {
            let closed = listed.closed_at(&one.review).map(|at| local(at, open.zone));
            Reviewed { row, closed }
        });
        Ok(rows.collect())
    }

    fn asked_minutes(&self, asked: &Asked) -> Result<Vec<ReviewRef>, Problem> {
        let mut held = self.open()?.view().reviews()?;
        held.retain(|one| {
            let inside =
                |within: Within| within.stretch.holds(one.due) || is_named_by(&one.review, within);
            one.closed.is_some() && asked.within.is_none_or(inside)
        });
        Ok(held.into_iter().rev().map(|one| one.review).collect())
    }

    fn asked_decisions(
        &mut self,
        asked: &Asked,
    ) -> Result<(Vec<DecisionRow>, Vec<PermitRow>), Problem> {
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
        let mut permits = shown.permits;
        let standing = self.asked_permits(asked)?;
        permits.retain(|row| standing.contains(&row.permit));
        permits.sort_by_key(|row| row.entry);
        Ok((rows, permits))
    }

    /// The references of the permits that belong to the pack.
    fn asked_permits(&self, asked: &Asked) -> Result<Vec<String>, Problem> {
        let open = self.open()?;
        let day = |at: Moment| -> NaiveDate { at.in_zone(open.zone).date_naive() };
        let inside = |permit: &Permit| {
            asked.within.is_none_or(|Within { stretch, .. }| {
                let (first, last) = (day(stretch.from), day(just_before(stretch.until)));
                let used =
                    || permit.uses.iter().any(|one| (first..=last).contains(&one.recorded.on));
                (permit.from <= last && first <= permit.last_day()) || used()
            })
        };
        let permits = open.view().permits(day)?;
        Ok(permits.iter().filter(|one| inside(one)).map(|one| one.permit.to_string()).collect())
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

/// Whether a review is the one that covers the period.
fn is_named_by(review: &ReviewRef, within: Within) -> bool {
    review.as_str().ends_with(&format!("-{}", within.period))
}
