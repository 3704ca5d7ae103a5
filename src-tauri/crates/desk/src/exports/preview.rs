//! A report's pages, to be looked at before they leave or instead.

use domain::{ExceptionRef, ReviewRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preparer::Preparer;
use super::{audit, coverage, minutes, operating_model, raci, register, sample, sponsor};
use crate::decisions::DecisionQuery;
use crate::frameworks::{CoverageQuery, covered};
use crate::policies::PolicyQuery;
use crate::progress::Work;
use crate::samples::{PoolHistory, SampleQuery};
use crate::{Desk, Problem, reviews};

/// A report that has pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// Every workflow on a page.
    Register,
    /// Owners, rhythm, decision rights, who to call.
    OperatingModel,
    /// The matrices in force.
    Raci,
    /// A quarter on a page, for the sponsor.
    Sponsor,
    /// A quarter for an auditor.
    Audit,
    /// What evidence there is for frameworks in a period.
    Coverage,
    /// What a review found.
    Minutes,
    /// What was decided, by whom and why.
    Decision,
    /// What a sample drew, found and proves.
    Workpaper,
    /// What was learnt from an exception.
    Postmortem,
    /// A policy as it is in force, or was last.
    Policy,
}

/// Asks for a report's pages; nothing is written, recorded or numbered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewReport {
    /// Which report.
    pub paper: Paper,
    /// Of which period or record, such as `2026-Q3` or `DEC-0034`. Reports of a period take the one
    /// that runs when it is absent; those of the whole desk leave it aside.
    pub of: Option<String>,
}

/// A report's pages as they would leave, but that they say they are a preview and have no number.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReportPages {
    /// The PDF, in base64.
    pub pdf: String,
    /// The last entry of the record that they show.
    pub as_of: u64,
}

/// Reading the quarter, reading all that an auditor asks of it, and setting its pages twice. Other
/// reports are set in one go.
const PARTS: u64 = 4;

impl Desk {
    /// See the list of operations.
    pub fn preview_report(&mut self, request: PreviewReport) -> Result<ReportPages, Problem> {
        let work = self.begin("preview_report");
        work.step(0, PARTS)?;
        let as_of = self.open()?.last()?;
        let bytes = self.looked_at(&request, as_of, &work)?;
        work.step(PARTS, PARTS)?;
        Ok(ReportPages { pdf: ledger::encoding::base64(&bytes), as_of })
    }

    fn looked_at(
        &mut self,
        request: &PreviewReport,
        as_of: u64,
        work: &Work,
    ) -> Result<Vec<u8>, Problem> {
        let (onlooker, of) = (self.onlooker()?, request.of.as_deref());
        match request.paper {
            Paper::Register => {
                let model = register::model(self.open()?, as_of, &onlooker)?;
                Ok(report::register::pdf(&model)?.bytes)
            }
            Paper::OperatingModel => {
                let model = operating_model::model(self.open()?, as_of, &onlooker)?;
                Ok(report::operating_model::pdf(&model)?.bytes)
            }
            Paper::Raci => {
                let model = raci::model(self.open()?, as_of, None, &onlooker)?;
                Ok(report::raci::pdf(&model)?.bytes)
            }
            Paper::Sponsor | Paper::Audit => self.quarter_looked_at(request, &onlooker, work),
            Paper::Coverage => {
                let query = CoverageQuery { period: request.of.clone(), ..Default::default() };
                let view = covered(self.open()?, self.moment(), &query)?;
                coverage::pages(self.open()?, &view, as_of, &onlooker)
            }
            Paper::Minutes => self.minutes_looked_at(named(of)?, &onlooker),
            Paper::Decision => {
                let view = self.decision(DecisionQuery { decision: named(of)?.to_owned() })?;
                self.decision_pages(&view, &onlooker)
            }
            Paper::Workpaper => {
                let view = self.sample(SampleQuery { sample: named(of)?.to_owned() })?;
                sample::pages(self.open()?, &view, as_of, &onlooker, &mut PoolHistory::default())
            }
            Paper::Postmortem => {
                let reference: ExceptionRef = named(of)?.parse()?;
                let row = self.exception_shown(reference)?;
                self.postmortem_pages(&row, &onlooker)
            }
            Paper::Policy => {
                let page = self.policy(PolicyQuery { policy: named(of)?.to_owned() })?;
                self.policy_pages(&page, None, &onlooker)
            }
        }
    }

    fn quarter_looked_at(
        &mut self,
        request: &PreviewReport,
        onlooker: &Preparer,
        work: &Work,
    ) -> Result<Vec<u8>, Problem> {
        let quarter = self.quarter(request.of.as_deref())?;
        work.step(1, PARTS)?;
        if request.paper == Paper::Sponsor {
            return sponsor::pages(self, &quarter, onlooker);
        }
        let whole = self.whole(&quarter)?;
        work.step(2, PARTS)?;
        audit::pages(self, &quarter, &whole, onlooker)
    }

    fn minutes_looked_at(&self, review: &str, onlooker: &Preparer) -> Result<Vec<u8>, Problem> {
        let (open, now) = (self.open()?, self.moment());
        let view = reviews::view::view(open, &ReviewRef::new(review), None, now)?;
        Ok(report::minutes::pdf(&minutes::model(open, &view, onlooker, now)?)?.bytes)
    }
}

fn named(of: Option<&str>) -> Result<&str, Problem> {
    of.ok_or_else(|| Problem::new("bad-request", "Say of which record this report is."))
}
