//! The records that have pages of their own, and the quarters that reports can be of.

use super::{ReportOffered, ReportsView};
use crate::exports::Paper;
use crate::frameworks::quarters;
use crate::operations::Nothing;
use crate::reviews::{PastReviews, ReviewState};
use crate::workspace::settings;
use crate::{Desk, Problem};

/// How many of each kind are offered; the others stand on their own screens.
const LATEST: usize = 5;

impl Desk {
    /// See the list of operations.
    pub fn reports(&mut self, _: Nothing) -> Result<ReportsView, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let settings = settings(&view)?;
        let today = now.in_zone(settings.zone).date_naive();
        let began = view.change(1)?.map(|first| first.at.in_zone(settings.zone).date_naive());
        Ok(ReportsView {
            quarters: quarters(began.unwrap_or(today), today, settings.fiscal_start),
            records: [
                self.closed_reviews()?,
                self.proposed()?,
                self.planned()?,
                self.learnt_from()?,
                self.in_force()?,
            ]
            .into_iter()
            .flat_map(latest)
            .collect(),
        })
    }

    fn closed_reviews(&mut self) -> Result<Vec<ReportOffered>, Problem> {
        let past = self.past_reviews(PastReviews { cadence: None, before: None })?.rows.into_iter();
        let closed = past.filter(|one| one.state == ReviewState::Closed);
        let offered = closed.map(|one| ReportOffered {
            paper: Paper::Minutes,
            of: one.review,
            title: Some(one.name),
            at: one.due,
        });
        Ok(offered.collect())
    }

    fn proposed(&mut self) -> Result<Vec<ReportOffered>, Problem> {
        let decisions = self.decisions(Nothing {})?;
        let all = decisions.open.into_iter().chain(decisions.over);
        let offered = all.map(|one| ReportOffered {
            paper: Paper::Decision,
            of: one.decision,
            title: one.title,
            at: one.at,
        });
        Ok(offered.collect())
    }

    fn planned(&mut self) -> Result<Vec<ReportOffered>, Problem> {
        let offered = self.samples(Nothing {})?.rows.into_iter().map(|one| ReportOffered {
            paper: Paper::Workpaper,
            of: one.sample,
            title: one.title,
            at: one.planned,
        });
        Ok(offered.collect())
    }

    fn learnt_from(&mut self) -> Result<Vec<ReportOffered>, Problem> {
        let exceptions = self.exceptions(Nothing {})?;
        let all = exceptions.open.into_iter().chain(exceptions.over);
        let offered = all.filter_map(|one| {
            let written = one.postmortem?;
            let (paper, of, title) = (Paper::Postmortem, one.exception, one.what);
            Some(ReportOffered { paper, of, title, at: written.at })
        });
        Ok(offered.collect())
    }

    fn in_force(&mut self) -> Result<Vec<ReportOffered>, Problem> {
        let offered = self.policies(Nothing {})?.rows.into_iter().filter_map(|one| {
            let (paper, of, title) = (Paper::Policy, one.policy, one.title);
            Some(ReportOffered { paper, of, title, at: one.since? })
        });
        Ok(offered.collect())
    }
}

/// The newest few of a kind.
fn latest(mut all: Vec<ReportOffered>) -> Vec<ReportOffered> {
    all.sort_by(|one, other| (&other.at, &other.of).cmp(&(&one.at, &one.of)));
    all.truncate(LATEST);
    all
}
