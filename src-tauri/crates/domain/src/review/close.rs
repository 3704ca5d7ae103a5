//! Closing, countersigning and adding to a review.

use super::quorum::quorum;
use super::{
    AddendumWritten, Outcome, Presence, Review, ReviewClosed, ReviewCountersigned, Spent, Stage,
};
use crate::people::{SignedStatement, Standing, entitled, sponsor};
use crate::refusal::{TEXT_LIMIT, optional, required};
use crate::workspace::check_not_behind;
use crate::{Event, Moment, PersonRef, Refusal};

/// Closes and locks a review: every item answered, attendance stated, quorum reached, by its
/// chair, who was there, while the clock stands after the last entry (made at `last`). `spent` is
/// the time of each item in the end, `narrative` what the board is told; blank where nothing is.
pub fn close(
    standing: &Standing,
    review: &Review,
    by: PersonRef,
    spent: Vec<Spent>,
    narrative: &str,
    last: Moment,
    now: Moment,
) -> Result<Event, Refusal> {
    review.must_be_open()?;
    review.must_chair(by)?;
    check_not_behind(last, now)?;
    chair_was_there(review)?;
    for Spent { item, .. } in &spent {
        review.must_ask(item)?;
    }
    let name = || review.review.clone();
    match review.left() {
        0 => {}
        left => return Err(Refusal::ItemsLeft { review: name(), left }),
    }
    let quorum = quorum(standing, review);
    let missing = unstated(review, &quorum);
    if !missing.is_empty() {
        return Err(Refusal::AttendanceMissing { review: name(), missing });
    }
    let (reached, required) = (quorum.reached(), quorum.seats.len());
    if !quorum.holds() {
        let quorum = quorum.needed;
        return Err(Refusal::NoQuorum { review: name(), reached, required, quorum });
    }
    let narrative = optional("the board narrative", narrative, TEXT_LIMIT)?;
    Ok(ReviewClosed {
        review: name(),
        fine: count(review, Outcome::Fine),
        attention: count(review, Outcome::Attention),
        breach: count(review, Outcome::Breach),
        not_applicable: count(review, Outcome::NotApplicable),
        roles_reached: u32::try_from(reached).unwrap_or(u32::MAX),
        roles_required: u32::try_from(required).unwrap_or(u32::MAX),
        spent,
        narrative,
    }
    .into())
}

/// Countersigns a closed review, as whoever is at the desk. `statement` is what they say to it; blank
/// where they say nothing.
pub fn countersign(
    standing: &Standing,
    review: &Review,
    by: PersonRef,
    statement: &str,
    last: Moment,
    now: Moment,
) -> Result<Event, Refusal> {
    check_not_behind(last, now)?;
    let closed_by_entry = may_countersign(standing, review, by)?;
    let statement = optional("the statement", statement, TEXT_LIMIT)?;
    let review = review.review.clone();
    Ok(ReviewCountersigned { review, closed_by_entry, statement, signed: None }.into())
}

/// Countersigns a closed review with what `by` signed on another machine.
pub fn countersign_by_file(
    standing: &Standing,
    review: &Review,
    by: PersonRef,
    signed: SignedStatement,
    last: Moment,
    now: Moment,
) -> Result<Event, Refusal> {
    check_not_behind(last, now)?;
    let closed_by_entry = may_countersign(standing, review, by)?;
    let review = review.review.clone();
    let signed = Some(signed);
    Ok(ReviewCountersigned { review, closed_by_entry, statement: None, signed }.into())
}

/// Refuses a countersignature by anybody but the role that the cadence asks for and the sponsor, by
/// the one who closed it, and a second one. Gives the entry that closed it.
pub fn may_countersign(
    standing: &Standing,
    review: &Review,
    by: PersonRef,
) -> Result<u64, Refusal> {
    let name = || review.review.clone();
    let asked = review.cadence.countersigned_by.iter().cloned();
    let roles: Vec<_> = asked.chain([sponsor()]).collect();
    entitled(standing, by, "countersigning a review", &roles)?;
    match review.stage {
        Stage::Open => Err(Refusal::NotClosed { review: name() }),
        Stage::Closed { countersigned: true, .. } => Err(Refusal::Countersigned { review: name() }),
        Stage::Closed { by: closer, .. } if closer == by => {
            Err(Refusal::OwnCountersignature { review: name(), person: by })
        }
        Stage::Closed { entry, .. } => Ok(entry),
    }
}

/// Adds words to a closed review.
pub fn addend(review: &Review, words: &str) -> Result<Event, Refusal> {
    let name = || review.review.clone();
    match review.stage {
        Stage::Open => Err(Refusal::NotClosed { review: name() }),
        Stage::Closed { .. } => {
            let text = required("the addendum", words, TEXT_LIMIT)?;
            Ok(AddendumWritten { review: name(), text }.into())
        }
    }
}

/// Refuses a chair who is stated as not having been there.
fn chair_was_there(review: &Review) -> Result<(), Refusal> {
    let stated = review.attendance.iter().find(|(who, _)| *who == review.chair);
    match stated {
        None | Some((_, Presence::Present)) => Ok(()),
        Some((_, Presence::Excused | Presence::Delegate | Presence::Absent)) => {
            Err(Refusal::ChairAway { review: review.review.clone(), chair: review.chair })
        }
    }
}

/// The chair, and those asked for of roles of whom nobody's attendance was stated.
fn unstated(review: &Review, quorum: &super::Quorum) -> Vec<PersonRef> {
    let stated = |person: &PersonRef| review.attendance.iter().any(|(who, _)| who == person);
    let asked = quorum.seats.iter().map(|seat| &seat.asked);
    let mut missing: Vec<PersonRef> = asked
        .filter(|asked| !asked.iter().any(|one| stated(&one.who)))
        .flatten()
        .map(|one| one.who)
        .chain([review.chair].into_iter().filter(|chair| !stated(chair)))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

fn count(review: &Review, outcome: Outcome) -> u32 {
    let found = review.answered.iter().filter(|(_, found)| *found == outcome).count();
    u32::try_from(found).unwrap_or(u32::MAX)
}
