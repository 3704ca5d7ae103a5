//! Holding a review: open, attend, answer, close, countersign, add to.

use domain::review::{self, Beside, Review, Said};
use domain::{ItemId, PersonRef, ReviewRef};
use store::View;

use super::figures::figures;
use super::list::{find, zone};
use super::metrics::kept;
use super::retier;
use super::{
    AnswerItem, CloseReview, CountersignReview, OpenReview, ReviewQuery, ReviewView,
    StateAttendance, StateHeld, TakeChair, WriteAddendum,
};
use crate::door::Covering;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn open_review(&mut self, request: OpenReview) -> Result<ReviewView, Problem> {
        let review = ReviewRef::new(&request.review);
        self.act(|act| {
            let (cadence, occurrence) = find(act.view, &review)?;
            let already = act.view.held(&review)?.is_some();
            let standing = standing(act.view, act.now)?;
            Ok(vec![review::open(&standing, act.by, &cadence, &occurrence, already, act.now)?])
        })?;
        self.review(ReviewQuery { review: request.review })
    }

    /// See the list of operations.
    pub fn state_attendance(&mut self, request: StateAttendance) -> Result<ReviewView, Problem> {
        self.attend(&request)?;
        self.review(ReviewQuery { review: request.review })
    }

    /// States who is there, and shows nothing.
    pub(crate) fn attend(&mut self, request: &StateAttendance) -> Result<(), Problem> {
        let person: PersonRef = request.person.parse()?;
        self.act(|act| {
            let review = held(act.view, &request.review)?;
            let standing = standing(act.view, act.now)?;
            let (presence, delegate) = (request.presence, &request.delegate);
            Ok(vec![review::attend(&standing, &review, act.by, person, presence, delegate)?])
        })?;
        Ok(())
    }

    /// See the list of operations.
    pub fn take_chair(&mut self, request: TakeChair) -> Result<ReviewView, Problem> {
        self.act(|act| {
            let review = held(act.view, &request.review)?;
            let standing = standing(act.view, act.now)?;
            Ok(vec![review::take_chair(&standing, &review, act.by, &request.reason)?])
        })?;
        self.review(ReviewQuery { review: request.review })
    }

    /// See the list of operations.
    pub fn state_held(&mut self, request: StateHeld) -> Result<ReviewView, Problem> {
        let name = ReviewRef::new(&request.review);
        self.act(|act| {
            let zone = zone(act.view)?;
            let at = (
                crate::when::in_zone(&request.from, zone)?,
                crate::when::in_zone(&request.to, zone)?,
            );
            let review = held(act.view, &request.review)?;
            let (_, occurrence) = find(act.view, &name)?;
            Ok(vec![review::state_held(&review, &occurrence, act.by, at, act.now)?])
        })?;
        self.review(ReviewQuery { review: request.review })
    }

    /// See the list of operations.
    pub fn answer_item(&mut self, request: AnswerItem) -> Result<ReviewView, Problem> {
        self.answer(&request)?;
        self.review(ReviewQuery { review: request.review })
    }

    /// Gives an item its outcome, and shows nothing.
    pub(crate) fn answer(&mut self, request: &AnswerItem) -> Result<(), Problem> {
        let item = ItemId::new(&request.item);
        let pulled = self.counted_beside(&ReviewRef::new(&request.review), &request.item)?;
        self.act(|act| {
            let review = held(act.view, &request.review)?;
            let asked = review.cadence.checklist.iter().find(|asked| asked.item == item);
            let (mut shown, mut tiers, mut given) = (Vec::new(), Vec::new(), request.tiers.clone());
            if let Some(asked) = asked {
                let alone = std::slice::from_ref(asked);
                shown.extend(
                    figures(act.view, (&review.review, &review.cadence), alone, act.now)?
                        .kept(asked),
                );
                shown.extend(kept(act.view, &asked.metrics, act.now)?);
                shown.extend(pulled.shown.iter().cloned());
                let judged = retier::asked(act.view, &review.review, asked, act.now)?;
                tiers = retier::beside(&judged, &pulled.tiers)?;
                let answers = act.view.answers(&review.review)?;
                let earlier = answers.iter().find(|answer| answer.item == item);
                given = retier::with_earlier(&request.tiers, earlier, &judged);
            }
            let AnswerItem { outcome, note, seconds, .. } = request;
            let said = Said { outcome: *outcome, note, seconds: *seconds, tiers: given };
            Ok(vec![review::answer(&review, act.by, &item, said, Beside { shown, tiers })?])
        })?;
        Ok(())
    }

    /// See the list of operations.
    pub fn close_review(&mut self, request: CloseReview) -> Result<ReviewView, Problem> {
        self.close(&request)?;
        self.review(ReviewQuery { review: request.review })
    }

    /// Closes, signs and locks a review, and shows nothing.
    pub(crate) fn close(&mut self, request: &CloseReview) -> Result<(), Problem> {
        let name = ReviewRef::new(&request.review);
        let covering = Covering { review: &name, cosigned: false };
        self.act_covered(&request.passphrase, covering, |act| {
            let review = held(act.view, &request.review)?;
            let standing = standing(act.view, act.now)?;
            Ok(vec![review::close(
                &standing,
                &review,
                act.by,
                request.spent.clone(),
                &request.narrative,
                act.last,
                act.now,
            )?])
        })?;
        Ok(())
    }

    /// See the list of operations.
    pub fn countersign_review(
        &mut self,
        request: CountersignReview,
    ) -> Result<ReviewView, Problem> {
        let name = ReviewRef::new(&request.review);
        let covering = Covering { review: &name, cosigned: true };
        self.act_covered(&request.passphrase, covering, |act| {
            let review = held(act.view, &request.review)?;
            let standing = standing(act.view, act.now)?;
            let statement = &request.statement;
            Ok(vec![review::countersign(&standing, &review, act.by, statement, act.last, act.now)?])
        })?;
        self.review(ReviewQuery { review: request.review })
    }

    /// See the list of operations.
    pub fn write_addendum(&mut self, request: WriteAddendum) -> Result<ReviewView, Problem> {
        self.act(|act| {
            let review = held(act.view, &request.review)?;
            Ok(vec![review::addend(&review, &request.text)?])
        })?;
        self.review(ReviewQuery { review: request.review })
    }
}

/// The review, once it was opened.
fn held(view: &View<'_>, review: &str) -> Result<Review, Problem> {
    let unknown = || domain::Refusal::Unknown { reference: review.to_owned() };
    Ok(view.review(&ReviewRef::new(review))?.ok_or_else(unknown)?)
}
