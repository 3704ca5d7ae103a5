//! Who may vote, and for which seats a vote counts.

use super::state::{Underneath, awaited, open};
use super::{Decision, DecisionVoted, How, Right, Seat, Verdict};
use crate::people::{SignedStatement, Standing};
use crate::{Event, Moment, PersonRef, Refusal, RoleId};

/// Enters the vote of `by`, whose `statement` the desk has verified; `now` is the moment of the
/// entry, which alone counts.
pub fn vote(
    standing: &Standing,
    decision: &Decision,
    underneath: Underneath,
    by: PersonRef,
    verdict: Verdict,
    statement: SignedStatement,
    now: Moment,
) -> Result<Event, Refusal> {
    let seats = may_vote(standing, decision, underneath, by, verdict, now)?;
    Ok(DecisionVoted { decision: decision.reference(), seats, statement }.into())
}

/// The seats that a vote of `by` would count for now, or why it would not count.
pub fn may_vote(
    standing: &Standing,
    decision: &Decision,
    underneath: Underneath,
    by: PersonRef,
    verdict: Verdict,
    now: Moment,
) -> Result<Vec<Seat>, Refusal> {
    let reference = decision.reference();
    standing.must_be_here(by)?;
    if by == decision.by {
        return Err(Refusal::OwnProposal { decision: reference, person: by });
    }
    open(decision, underneath, now)?;
    let right = &decision.proposed.right;
    let again = decision.votes.iter().any(|vote| {
        // One person may have two turns where roles go in order.
        let turn = right.how == How::InOrder && verdict == Verdict::Approve;
        let counted = if turn { vote.verdict == Verdict::Refuse } else { vote.verdict.decides() };
        vote.by == by && (counted || !verdict.decides())
    });
    if again {
        return Err(Refusal::VotedAlready { decision: reference, person: by });
    }
    let asked = if verdict.decides() { &right.approve } else { &right.consult };
    let mut seats = seats(standing, by, asked);
    if seats.is_empty() {
        let act = if verdict.decides() { "approving this" } else { "being consulted on this" };
        return Err(Refusal::NotEntitled { act, person: by, roles: asked.clone() });
    }
    let given = seats.first().map(|seat| seat.role.clone());
    seats.retain(|seat| decision.entitled_then(by, &seat.role));
    if let Some(role) = given.filter(|_| seats.is_empty()) {
        return Err(Refusal::EntitledSince { decision: reference, person: by, role });
    }
    if verdict == Verdict::Approve {
        in_turn(standing, decision, by, &mut seats)?;
    }
    if verdict.decides() {
        // Whoever decides has been heard too.
        let heard = self::seats(standing, by, &right.consult).into_iter();
        let heard = heard.filter(|seat| decision.entitled_then(by, &seat.role));
        seats.extend(heard.filter(|seat| !right.approve.contains(&seat.role)));
    }
    Ok(seats)
}

/// Refuses an approval before those who are heard first, or before its turn; keeps the seats whose
/// turn it is.
fn in_turn(
    standing: &Standing,
    decision: &Decision,
    by: PersonRef,
    seats: &mut Vec<Seat>,
) -> Result<(), Refusal> {
    let reference = decision.reference();
    let waits = awaited(standing, decision);
    let unheard: Vec<RoleId> =
        waits.consult.into_iter().filter(|role| !hears(standing, decision, by, role)).collect();
    if !unheard.is_empty() {
        return Err(Refusal::ConsultFirst { decision: reference, roles: unheard });
    }
    let right = &decision.proposed.right;
    if right.how == How::InOrder {
        *seats = turn(right, &waits.approve, seats);
    } else {
        seats.retain(|seat| waits.approve.contains(&seat.role));
    }
    if seats.is_empty() {
        return Err(Refusal::OutOfTurn { decision: reference, roles: waits.approve });
    }
    Ok(())
}

/// Whether `person` is one of those to be heard for `role`.
fn hears(standing: &Standing, decision: &Decision, person: PersonRef, role: &RoleId) -> bool {
    standing.acts(person, role) && decision.entitled_then(person, role)
}

/// The seats that follow one another from the one whose turn it is.
fn turn(right: &Right, next: &[RoleId], seats: &[Seat]) -> Vec<Seat> {
    let from = right.approve.iter().skip_while(|role| !next.contains(role));
    from.map_while(|role| seats.iter().find(|seat| seat.role == *role)).cloned().collect()
}

/// The seats of `person` among `roles`, as a holder or in a holder's place.
fn seats(standing: &Standing, person: PersonRef, roles: &[RoleId]) -> Vec<Seat> {
    roles
        .iter()
        .filter(|role| standing.acts(person, role))
        .map(|role| Seat {
            role: role.clone(),
            instead_of: standing.in_place_of(person, role, standing.today),
        })
        .collect()
}
