//! What a person has signed: when last, and over how much of the record.

use chrono::NaiveDate;
use domain::{Event, PersonRef};
use ledger::statement::SignedStatement;
use store::tables::change::Filter;
use store::{Actor, View};

use crate::Problem;
use crate::workspace::settings;

/// The day of a person's last entry or vote, or on which their key was enrolled; none of somebody
/// who never had one.
pub(crate) fn last_signed(
    view: &View<'_>,
    person: PersonRef,
) -> Result<Option<NaiveDate>, Problem> {
    let entries = [last_entry(view, person)?, view.last_vote_of(person)?, last_key(view, person)?];
    let Some(last) = entries.into_iter().flatten().max() else { return Ok(None) };
    let zone = settings(view)?.zone;
    Ok(view.change(last)?.map(|change| change.at.in_zone(zone).date_naive()))
}

/// The record as it stood when a person last signed over it: an entry of theirs covers everything
/// before it, a vote what its signer had seen. Of somebody who never did, as their key came.
pub(crate) fn signed_over<'a>(view: &View<'a>, person: PersonRef) -> Result<View<'a>, Problem> {
    let seen = match view.last_vote_of(person)? {
        Some(entry) => seen_by(view, entry)?,
        None => None,
    };
    let covered = [last_entry(view, person)?, seen, last_key(view, person)?];
    Ok(view.at(covered.into_iter().flatten().max().unwrap_or(0)))
}

fn last_entry(view: &View<'_>, person: PersonRef) -> Result<Option<u64>, Problem> {
    let by = Some(Actor::Person(person));
    let last = view.changes(&Filter { by, limit: Some(1), ..Filter::default() })?;
    Ok(last.first().map(|change| change.seq))
}

fn last_key(view: &View<'_>, person: PersonRef) -> Result<Option<u64>, Problem> {
    let theirs = view.keys_ever()?.into_iter().filter(|key| key.holder == Actor::Person(person));
    Ok(theirs.map(|key| key.since).max())
}

/// How much of the record the signer of the vote that `entry` carries had seen.
fn seen_by(view: &View<'_>, entry: u64) -> Result<Option<u64>, Problem> {
    let Some(Event::DecisionVoted(voted)) = view.event(entry)? else { return Ok(None) };
    let value = serde_json::to_value(&voted.statement).map_err(Problem::internal)?;
    let read = SignedStatement::from_value(&value).and_then(|signed| signed.read());
    Ok(read.ok().map(|statement| statement.head.size.min(entry)))
}
