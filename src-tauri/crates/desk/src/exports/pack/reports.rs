//! The reports of a pack, each as it leaves on its own; with each workpaper the table of its items.

use domain::Span;
use report::pack::Pack;

use super::super::preparer::Preparer;
use super::super::quarter::{Quarter, Whole};
use super::super::{audit, coverage, minutes, operating_model, raci, register, sample, sponsor};
use super::asked::{Asked, Within};
use super::steps::{Part, Steps};
use super::subjects::Subjects;
use super::tables::put;
use crate::decisions::{DecisionQuery, DecisionRow};
use crate::frameworks::FrameworksView;
use crate::reviews;
use crate::samples::{PoolHistory, SampleQuery, SampleRow};
use crate::{Desk, Problem};

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
        (subjects, quarter): (&Subjects, Option<&(Quarter, Whole)>),
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
        self.add_coverage(pack, seq, &subjects.coverage, preparer)?;
        self.add_subjects(pack, asked, subjects, preparer, steps)
    }

    fn add_coverage(
        &self,
        pack: &mut Pack,
        seq: u64,
        all: &FrameworksView,
        preparer: &Preparer,
    ) -> Result<(), Problem> {
        for framework in &all.frameworks {
            let path = format!("reports/coverage/{}.pdf", framework.reference);
            let about = format!("Evidence for {}", framework.name);
            let view = FrameworksView { frameworks: vec![framework.clone()], ..all.clone() };
            pack.add(&path, &about, &coverage::pages(self.open()?, &view, seq, preparer)?)?;
        }
        Ok(())
    }

    fn add_subjects(
        &mut self,
        pack: &mut Pack,
        asked: &Asked,
        subjects: &Subjects,
        preparer: &Preparer,
        steps: &Steps<'_>,
    ) -> Result<(), Problem> {
        let (seq, at) = (asked.then.seq, asked.then.at);
        let (mut done, of) = (0, subjects.reported() as u64);
        let mut step = || {
            done += 1;
            steps.step(Part::Reports, done, of)
        };
        for review in &subjects.minutes {
            let open = self.open()?;
            let view = reviews::view::view(open, review, None, at)?;
            let page = report::minutes::pdf(&minutes::model(open, &view, preparer, at)?)?;
            pack.add(&format!("reports/minutes/{review}.pdf"), "Minutes of a review", &page.bytes)?;
            step()?;
        }
        for DecisionRow { decision, .. } in &subjects.decisions {
            let (path, about) =
                (format!("reports/decisions/{decision}.pdf"), "A decision’s record");
            let view = self.decision(DecisionQuery { decision: decision.clone() })?;
            pack.add(&path, about, &self.decision_pages(&view, preparer)?)?;
            step()?;
        }
        let mut history = PoolHistory::default();
        for SampleRow { sample, .. } in &subjects.samples {
            let (path, about) = (format!("reports/samples/{sample}.pdf"), "A sample’s workpaper");
            let view = self.sample(SampleQuery { sample: sample.clone() })?;
            let pages = sample::pages(self.open()?, &view, seq, preparer, &mut history)?;
            pack.add(&path, about, &pages)?;
            let (name, about) = (format!("samples/{sample}"), format!("Items of {sample}"));
            put(pack, &name, &about, &sample::tested(self.open()?, &view)?)?;
            step()?;
        }
        for row in subjects.postmortems() {
            let path = format!("reports/postmortems/{}.pdf", row.exception);
            let about = "What was learnt from an exception";
            pack.add(&path, about, &self.postmortem_pages(row, preparer)?)?;
            step()?;
        }
        for (page, version) in &subjects.policies {
            let path = format!("reports/policies/{}-version-{version}.pdf", page.row.policy);
            let about = "A policy, and who has attested it";
            pack.add(&path, about, &self.policy_pages(page, Some(*version), preparer)?)?;
            step()?;
        }
        Ok(())
    }
}
