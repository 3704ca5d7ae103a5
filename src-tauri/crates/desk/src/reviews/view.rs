//! One review, as its screen and its minutes show it.

use domain::cadence::CadenceSet;
use domain::people::Standing;
use domain::review::{Review, may_countersign, quorum};
use domain::workspace::startup;
use domain::{Moment, PersonRef, ReviewRef, Text};
use store::tables::review::{Held, Mark};
use store::{Actor, View};

use super::agenda::{agenda, carried_in, spent};
use super::figures::figures;
use super::list::{find, state, zone};
use super::metrics::as_answered;
use super::present::attendance;
use super::raised::Actions;
use super::retier;
use super::samples::item_sample;
use super::signed::{addenda, chairs_taken, sign};
use super::{ItemRow, Meeting, ReviewQuery, ReviewState, ReviewView};
use crate::count::count;
use crate::erased::or_erased;
use crate::metrics::beside;
use crate::people::{Names, standing};
use crate::workspace::{Looking, Open};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn review(&mut self, request: ReviewQuery) -> Result<ReviewView, Problem> {
        let (clock, now) = (self.clock.now(), self.moment());
        let open = self.open_mut()?;
        open.at_desk.lock_when_idle(clock);
        let who = open.at_desk.person();
        view(open, &ReviewRef::new(request.review), who, now)
    }
}

/// One review as it stands at the moment that is shown, for `who` is at the desk.
pub fn view(
    open: &Open,
    review: &ReviewRef,
    who: Option<PersonRef>,
    now: Moment,
) -> Result<ReviewView, Problem> {
    seen(&open.store, open.view(), review, who, now)
}

/// One review as it stood at an earlier moment.
pub(crate) fn view_then(
    open: &Open,
    review: &ReviewRef,
    then: Looking,
) -> Result<ReviewView, Problem> {
    seen(&open.store, open.view().at(then.seq), review, None, then.at)
}

fn seen(
    store: &store::Store,
    at: View<'_>,
    review: &ReviewRef,
    who: Option<PersonRef>,
    now: Moment,
) -> Result<ReviewView, Problem> {
    let (cadence, occurrence) = find(&at, review)?;
    let held = at.held(review)?;
    let names = Names::of(&at)?;
    let standing_now = standing(&at, now)?;
    let standing = standing_of(&at, held.as_ref(), store, now)?;
    let zone = zone(&at)?;
    let stands = at.review(review)?.unwrap_or_else(|| not_open(review, &cadence, who));
    let answers = at.answers(review)?;
    let live = figures(&at, (review, &cadence), &cadence.checklist, now)?;
    let mut items: Vec<ItemRow> = agenda(&cadence, &answers, &live, held.as_ref());
    let actions = Actions::of(store, &at, &cadence.cadence, held.as_ref(), now)?;
    for (item, asked) in items.iter_mut().zip(&cadence.checklist) {
        let answer = answers.iter().find(|answer| answer.item == asked.item);
        item.metrics = match (held.as_ref().and_then(|held| held.closed.as_ref()), answer) {
            (Some(_), Some(answer)) => as_answered(store, asked, answer)?,
            (Some(_), None) => Vec::new(),
            (None, _) => beside(&at, &asked.metrics, now)?,
        };
        item.raised = actions.raised(review, &item.item);
        item.sample = item_sample(&at, review, asked, now)?;
        item.tiers = answer.map_or_else(|| Ok(Vec::new()), |answer| retier::rows(&at, answer))?;
        item.seconds = spent(held.as_ref(), &item.item).unwrap_or(item.seconds);
    }
    let quorum = quorum(&standing, &stands);
    let state = state(&occurrence, held.as_ref(), now);
    let keys = at.keys_ever()?;
    let signature = |mark: &Mark, by: Actor, key: Option<&str>| {
        sign(store, &names, &keys, zone, mark, (by, key))
    };
    let (closed, countersigned) = match &held {
        Some(held) => (
            held.closed.as_ref().map(|c| signature(&c.mark, c.by, None)).transpose()?,
            held.countersigned
                .as_ref()
                .map(|c| signature(&c.mark, c.by, c.key.as_deref()))
                .transpose()?,
        ),
        None => (None, None),
    };
    Ok(ReviewView {
        review: review.to_string(),
        name: cadence.name.words().unwrap_or("–").to_owned(),
        due: crate::when::local(occurrence.due, occurrence.zone),
        opens: crate::when::local(occurrence.opens, occurrence.zone),
        next_due: occurrence.missed.map(|missed| crate::when::local(missed, occurrence.zone)),
        state,
        opened: held.as_ref().map(|held| crate::when::local(held.opened.at, zone)),
        minutes: cadence.minutes,
        chair: held.as_ref().map(|held| held.chair.to_string()),
        chair_name: held.as_ref().map(|held| names.person(held.chair)),
        yours: state == ReviewState::Open && who == held.as_ref().map(|held| held.chair),
        may_chair: state == ReviewState::Open
            && who.is_some_and(|who| may_chair(&standing, &stands, who)),
        chairs_taken: chairs_taken(&at, review, &names, zone)?,
        held: at.held_at(review)?.map(|(from, to)| Meeting {
            from: crate::when::local(from, zone),
            to: crate::when::local(to, zone),
        }),
        left: count(stands.left()),
        items,
        offers_evidence: offers_evidence(state, &cadence),
        attendance: attendance(&at, &quorum, &names, &stands)?,
        reached: count(quorum.reached()),
        required: count(quorum.seats.len()),
        quorum: count(quorum.needed),
        vacant: cadence
            .required
            .iter()
            .filter(|role| !quorum.seats.iter().any(|seat| seat.role == **role))
            .map(|role| names.role(role))
            .collect(),
        carried_in: carried_in(&at, &cadence, occurrence.due, &live)?,
        carried_actions: actions.carried(),
        addenda: addenda(&at, review, &names, zone)?,
        closed,
        countersigned_by: cadence.countersigned_by.as_ref().map(|role| names.role(role)),
        may_countersign: who
            .is_some_and(|who| may_countersign(&standing_now, &stands, who).is_ok()),
        countersigned,
        narrative: held
            .as_ref()
            .and_then(|held| written(held.closed.as_ref()?.counted.narrative.as_ref())),
        statement: held
            .as_ref()
            .and_then(|held| written(held.countersigned.as_ref()?.statement.as_ref())),
    })
}

/// What a cadence offers is of use to a review that waits to be opened.
fn offers_evidence(state: ReviewState, cadence: &CadenceSet) -> bool {
    match state {
        ReviewState::Due | ReviewState::Late => startup::with_evidence(cadence).is_some(),
        ReviewState::Coming | ReviewState::Open | ReviewState::Closed | ReviewState::Missed => {
            false
        }
    }
}

/// Words that somebody wrote, or that they were erased.
pub(super) fn written(text: Option<&Text>) -> Option<String> {
    text.map(|text| or_erased(text.words()))
}

/// Roles as they are held; for a closed review as they were held when it was closed.
fn standing_of(
    now_view: &View<'_>,
    held: Option<&Held>,
    store: &store::Store,
    now: Moment,
) -> Result<Standing, Problem> {
    match held.and_then(|held| held.closed.as_ref()) {
        Some(closed) => standing(&store.as_of(store::AsOf::Seq(closed.mark.seq)), closed.mark.at),
        None => standing(now_view, now),
    }
}

/// What a review that nobody has opened looks like to the rules.
fn not_open(review: &ReviewRef, cadence: &CadenceSet, who: Option<PersonRef>) -> Review {
    Review {
        review: review.clone(),
        cadence: cadence.clone(),
        chair: who.unwrap_or(PersonRef::new(0)),
        stage: domain::review::Stage::Open,
        answered: Vec::new(),
        attendance: Vec::new(),
    }
}

/// Whether `who` would be let take the chair, had they a reason.
fn may_chair(standing: &Standing, review: &Review, who: PersonRef) -> bool {
    domain::review::take_chair(standing, review, who, "–").is_ok()
}
