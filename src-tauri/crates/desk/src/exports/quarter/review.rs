//! The audit of a quarter: which of the reviews that look back on it is that.

use std::cmp::Reverse;

use chrono::Duration;
use domain::metric::derived::Stretch;
use domain::{Moment, Period, Span};

use crate::reviews::{Listed, ReviewQuery, ReviewState, ReviewView};
use crate::workspace::settings;
use crate::{Desk, Problem, when};

/// The item of an audit that holds the sponsor's statement.
pub(in crate::exports) const STATEMENT: &str = "sponsor-statement";

/// How much of an audit a review is: whether somebody countersigns it, and whether it asks for the
/// sponsor's statement. The more the greater.
type Weight = (bool, bool);

impl Desk {
    /// The last entry of the sign-off of a quarter's audit: the checkpoint that was cosigned with the
    /// countersignature, or the countersignature itself. None before that, and for another period.
    pub(in crate::exports) fn sign_off(&mut self, period: Period) -> Result<Option<u64>, Problem> {
        let now = self.moment();
        let settings = settings(&self.open()?.view())?;
        let stretch = when::stretch(period, settings.zone, settings.fiscal_start);
        let audit = match period.span() {
            Span::Quarter => self.audit_of(period, stretch, now)?,
            Span::Day | Span::Week | Span::Month => None,
        };
        let Some(signed) = audit.and_then(|audit| audit.countersigned) else { return Ok(None) };
        let checkpoints = self.open()?.view().checkpoints()?;
        let cosigned = checkpoints.iter().map(|one| one.seq).find(|seq| *seq == signed.entry + 1);
        Ok(Some(cosigned.unwrap_or(signed.entry)))
    }

    /// The review that is named by the quarter it covers, once it can be opened. It falls due after the
    /// quarter's end. A team may look back on the quarter in a review of its own: the audit is the one
    /// that is countersigned, then the one that asks for the sponsor's statement. What asks for neither
    /// is it only where nothing else is to come.
    pub(super) fn audit_of(
        &mut self,
        period: Period,
        stretch: Stretch,
        now: Moment,
    ) -> Result<Option<ReviewView>, Problem> {
        const LATEST: i64 = 92;
        let view = self.open()?.view();
        let until = stretch.until.plus(Duration::days(LATEST));
        let all = Listed::of(&view)?.due_between(stretch.from, until, now)?;
        let named = format!("-{period}");
        let named = all.into_iter().filter(|one| one.review.as_str().ends_with(&named));
        let reviews = named.map(|one| self.review(ReviewQuery { review: one.review.to_string() }));
        let reviews = reviews.collect::<Result<Vec<ReviewView>, _>>()?;
        let (coming, begun): (Vec<_>, Vec<_>) =
            reviews.into_iter().partition(|one| one.state == ReviewState::Coming);
        let audit = begun.into_iter().min_by_key(|one| Reverse(weight(one)));
        let awaited = coming.iter().any(|one| weight(one) > Weight::default());
        Ok(audit.filter(|audit| !awaited || weight(audit) > Weight::default()))
    }
}

fn weight(review: &ReviewView) -> Weight {
    let states = review.items.iter().any(|item| item.item == STATEMENT);
    (review.countersigned_by.is_some(), states)
}
