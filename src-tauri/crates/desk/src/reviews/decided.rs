//! What was decided in a review, and since the one before it.

use chrono_tz::Tz;
use domain::decision::{self, Decision, DecisionState, Underneath};
use domain::{Moment, ReviewRef};
use store::tables::review::Mark;
use store::{AsOf, View};

use super::ReviewState;
use super::agenda::before;
use super::list::{find, state, zone};
use crate::Problem;
use crate::people::Names;
use crate::workspace::{Looking, Open};

/// Decisions that came to something in a stretch of time.
pub(crate) struct Decided {
    /// Each with where it stood at the end, in the order they were proposed.
    pub decisions: Vec<(Decision, DecisionState)>,
    /// The review before, since whose closing they count; none where there was none.
    pub since: Option<ReviewRef>,
    /// Names as they stood at the end.
    pub names: Names,
    /// The workspace's zone.
    pub zone: Tz,
}

/// The decisions that were proposed, voted on or ended since the review before was closed: until
/// this one was closed, or until it was missed, or until `now` while it can still be held.
pub(crate) fn decided(open: &Open, review: &ReviewRef, now: Moment) -> Result<Decided, Problem> {
    let at = open.view();
    let (cadence, occurrence) = find(&at, review)?;
    let before = before(&at, &cadence, occurrence.due)?;
    let since = before.as_ref().and_then(|held| Some(held.closed.as_ref()?.mark));
    let closed = at.held(review)?.and_then(|held| held.closed);
    let until = match (closed, missed(open, review, now)?) {
        (Some(closed), _) => closed.mark,
        (None, Some(missed)) => Mark { seq: missed.seq, at: missed.at },
        (None, None) => Mark { seq: open.last()?, at: now },
    };
    let then = open.store.as_of(AsOf::Seq(until.seq));
    Ok(Decided {
        decisions: between(&then, since, until)?,
        since: before.map(|held| held.review),
        names: Names::of(&then)?,
        zone: zone(&then)?,
    })
}

/// The moment at which a review that nobody opened was missed, and what the record held then. What
/// came later belongs to later reviews. None of one that was opened, or still can be.
pub(crate) fn missed(
    open: &Open,
    review: &ReviewRef,
    now: Moment,
) -> Result<Option<Looking>, Problem> {
    let view = open.view();
    let (_, occurrence) = find(&view, review)?;
    let held = view.held(review)?;
    let over = state(&occurrence, held.as_ref(), now) == ReviewState::Missed;
    let Some(at) = occurrence.missed.filter(|_| over) else { return Ok(None) };
    Ok(Some(Looking { seq: view.seq_at(at)?.unwrap_or(0), at }))
}

fn between(
    then: &View<'_>,
    since: Option<Mark>,
    until: Mark,
) -> Result<Vec<(Decision, DecisionState)>, Problem> {
    let mut found = Vec::new();
    for decision in then.decisions()? {
        // Most were over long before; of those nothing more needs to be read.
        if since.is_some_and(|since| over_before(since, &decision)) {
            continue;
        }
        let underneath = then.underneath(&decision)?;
        let stands = decision::state(&decision, underneath, until.at);
        if since.is_none_or(|since| came_after(since, &decision, stands, underneath)) {
            found.push((decision, stands));
        }
    }
    Ok(found)
}

fn over_before(since: Mark, decision: &Decision) -> bool {
    let over = decision.settled.is_some() || decision.proposed.until <= since.at;
    over && last_entry(decision) <= since.seq
}

/// Whether something became of a decision after `since`: by an entry of its own, or by time.
fn came_after(
    since: Mark,
    decision: &Decision,
    stands: DecisionState,
    underneath: Underneath,
) -> bool {
    let without_an_entry = match stands {
        DecisionState::Lapsed => decision.proposed.until > since.at,
        DecisionState::Stale => underneath.moved.is_some_and(|(entry, _)| entry > since.seq),
        DecisionState::Proposed
        | DecisionState::Approved
        | DecisionState::Rejected
        | DecisionState::Withdrawn
        | DecisionState::Applied
        | DecisionState::RolledBack => false,
    };
    without_an_entry || last_entry(decision) > since.seq
}

/// The last entry that proposed, voted on or ended it.
fn last_entry(decision: &Decision) -> u64 {
    let votes = decision.votes.iter().map(|vote| vote.entry);
    votes.chain(decision.settled.map(|settled| settled.entry)).fold(decision.entry, u64::max)
}
