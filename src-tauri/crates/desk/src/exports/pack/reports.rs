//! The reports of a pack, each as it leaves on its own.

use std::collections::BTreeMap;

use domain::{Moment, ReviewRef, Span};
use report::pack::Pack;

use super::super::preparer::Preparer;
use super::super::quarter::{Quarter, Whole};
use super::super::{audit, coverage, minutes, operating_model, raci, register, sample, sponsor};
use super::asked::{Asked, Within};
use super::steps::{Part, Steps};
use crate::decisions::{DecisionQuery, DecisionRow};
use crate::exceptions::ExceptionRow;
use crate::frameworks::{CoverageQuery, FrameworksView, covered};
use crate::operations::Nothing;
use crate::policies::{PolicyPage, PolicyQuery};
use crate::reviews;
use crate::samples::{PoolHistory, SampleQuery, SampleRow};
use crate::{Desk, Problem};

/// What the reports of a pack are about: each of them is a file.
struct Subjects {
    reviews: Vec<ReviewRef>,
    decisions: Vec<DecisionRow>,
    samples: Vec<SampleRow>,
    postmortems: Vec<ExceptionRow>,
    policies: Vec<(PolicyPage, u32)>,
}

impl Subjects {
    fn count(&self) -> usize {
        self.reviews.len()
            + self.decisions.len()
            + self.samples.len()
            + self.postmortems.len()
            + self.policies.len()
    }
}

impl Desk {
    /// The quarter that a pack is of, where it is of one.
    pub(super) fn quarter_of(
        &mut self,
        asked: &Asked,
    ) -> Result<Option<(Quarter, Whole)>, Problem> {
        let quarter = asked.within.filter(|within| within.period.span() == Span::Quarter);
        let Some(Within { period, .. }) = quarter else { return Ok(None) };
        let quarter = self.quarter(Some(&period.to_string()))?;
        let whole = self.whole(&quarter)?;
        Ok(Some((quarter, whole)))
    }

    /// Puts the pages into a pack.
    pub(super) fn add_reports(
        &mut self,
        pack: &mut Pack,
        asked: &Asked,
        quarter: Option<&(Quarter, Whole)>,
        preparer: &Preparer,
        steps: &Steps<'_>,
    ) -> Result<(), Problem> {
        let seq = asked.then.seq;
        let open = self.open()?;
        let page = report::register::pdf(&register::model(open, seq, preparer)?)?;
        pack.add("reports/register.pdf", "The register", &page.bytes)?;
        let page = report::operating_model::pdf(&operating_model::model(open, seq, preparer)?)?;
        let about = "Owners, rhythm, decision rights, who to call";
        pack.add("reports/operating-model.pdf", about, &page.bytes)?;
        let page = report::raci::pdf(&raci::model(open, seq, None, preparer)?)?;
        pack.add("reports/raci.pdf", "Who does what, who answers for it", &page.bytes)?;
        if let Some((quarter, whole)) = quarter {
            let page = sponsor::pages(self, quarter, preparer)?;
            pack.add("reports/sponsor-page.pdf", "The quarter on a page", &page)?;
            let pages = audit::pages(self, quarter, whole, preparer)?;
            pack.add("reports/audit-report.pdf", "The audit report of the quarter", &pages)?;
        }
        self.add_coverage(pack, asked, preparer)?;
        self.add_subjects(pack, asked, preparer, steps)
    }

    /// What evidence there is for each framework that is asked, as it stood when the period ended.
    pub(super) fn coverage_of(&self, asked: &Asked) -> Result<FrameworksView, Problem> {
        let within = CoverageQuery { period: asked.period(), ..CoverageQuery::default() };
        let mut view = covered(self.open()?, asked.then.at, &within)?;
        view.frameworks.retain(|framework| framework.out.is_none());
        Ok(view)
    }

    fn add_coverage(
        &mut self,
        pack: &mut Pack,
        asked: &Asked,
        preparer: &Preparer,
    ) -> Result<(), Problem> {
        let all = self.coverage_of(asked)?;
        for framework in &all.frameworks {
            let path = format!("reports/coverage/{}.pdf", framework.reference);
            let about = format!("Evidence for {}", framework.name);
            let view = FrameworksView { frameworks: vec![framework.clone()], ..all.clone() };
            pack.add(
                &path,
                &about,
                &coverage::pages(self.open()?, &view, asked.then.seq, preparer)?,
            )?;
        }
        Ok(())
    }

    fn add_subjects(
        &mut self,
        pack: &mut Pack,
        asked: &Asked,
        preparer: &Preparer,
        steps: &Steps<'_>,
    ) -> Result<(), Problem> {
        let (seq, at) = (asked.then.seq, asked.then.at);
        let subjects = self.subjects(asked)?;
        let (mut done, of) = (0, subjects.count() as u64);
        let mut step = || {
            done += 1;
            steps.step(Part::Reports, done, of)
        };
        for review in subjects.reviews {
            let open = self.open()?;
            let view = reviews::view::view(open, &review, None, at)?;
            let page = report::minutes::pdf(&minutes::model(open, &view, preparer, at)?)?;
            pack.add(&format!("reports/minutes/{review}.pdf"), "Minutes of a review", &page.bytes)?;
            step()?;
        }
        for DecisionRow { decision, .. } in subjects.decisions {
            let (path, about) =
                (format!("reports/decisions/{decision}.pdf"), "A decision’s record");
            let view = self.decision(DecisionQuery { decision })?;
            pack.add(&path, about, &self.decision_pages(&view, preparer)?)?;
            step()?;
        }
        let mut history = PoolHistory::default();
        for SampleRow { sample, .. } in subjects.samples {
            let (path, about) = (format!("reports/samples/{sample}.pdf"), "A sample’s workpaper");
            let view = self.sample(SampleQuery { sample })?;
            let pages = sample::pages(self.open()?, &view, seq, preparer, &mut history)?;
            pack.add(&path, about, &pages)?;
            step()?;
        }
        for row in subjects.postmortems {
            let path = format!("reports/postmortems/{}.pdf", row.exception);
            let about = "What was learnt from an exception";
            pack.add(&path, about, &self.postmortem_pages(&row, preparer)?)?;
            step()?;
        }
        for (page, version) in subjects.policies {
            let path = format!("reports/policies/{}-version-{version}.pdf", page.row.policy);
            let about = "A policy, and who has attested it";
            pack.add(&path, about, &self.policy_pages(&page, Some(version), preparer)?)?;
            step()?;
        }
        Ok(())
    }

    fn subjects(&mut self, asked: &Asked) -> Result<Subjects, Problem> {
        let mut postmortems = self.asked_exceptions(asked)?;
        postmortems.retain(|row| row.postmortem.is_some());
        Ok(Subjects {
            reviews: self.asked_reviews(asked)?,
            decisions: self.asked_decisions(asked)?,
            samples: self.asked_samples(asked)?,
            postmortems,
            policies: self.asked_policies(asked)?,
        })
    }

    /// The closed reviews that fell due in the period, and the one that is named by it: a quarter's
    /// audit falls due after it.
    fn asked_reviews(&self, asked: &Asked) -> Result<Vec<ReviewRef>, Problem> {
        let mut held = self.open()?.view().reviews()?;
        held.retain(|one| {
            let named =
                |within: Within| one.review.as_str().ends_with(&format!("-{}", within.period));
            let inside = |within: Within| within.stretch.holds(one.due) || named(within);
            one.closed.is_some() && asked.within.is_none_or(inside)
        });
        Ok(held.into_iter().rev().map(|one| one.review).collect())
    }

    /// The versions of policies that were in force in the period.
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

    /// The decisions that were proposed or settled in the period, oldest first.
    pub(super) fn asked_decisions(&mut self, asked: &Asked) -> Result<Vec<DecisionRow>, Problem> {
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

    /// The samples that were planned in the period, oldest first.
    pub(super) fn asked_samples(&mut self, asked: &Asked) -> Result<Vec<SampleRow>, Problem> {
        let mut rows = self.samples(Nothing {})?.rows;
        rows.retain(|row| asked.holds(&row.planned));
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }

    /// The exceptions that were not resolved before the period and raised by its end, oldest first.
    pub(super) fn asked_exceptions(&mut self, asked: &Asked) -> Result<Vec<ExceptionRow>, Problem> {
        let shown = self.exceptions(Nothing {})?;
        let mut rows: Vec<ExceptionRow> = shown.open.into_iter().chain(shown.over).collect();
        rows.retain(|row| asked.meets(&row.raised_at, row.ended_at.as_deref()));
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }
}
