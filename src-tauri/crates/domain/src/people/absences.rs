//! Recording that somebody is away.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Standing;
use super::acting::meet;
use super::roles::{entitled, keepers};
use crate::refusal::{TEXT_LIMIT, optional};
use crate::{AbsenceRef, Event, PersonRef, Refusal, Text};

/// A person is away from a day, perhaps to a day. One of the same reference takes the former's
/// place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceRecorded {
    /// The reference.
    pub absence: AbsenceRef,
    /// Who.
    pub person: PersonRef,
    /// First day away.
    pub from: NaiveDate,
    /// Last day away, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Why, where they want it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// An absence does not take place, or was recorded in error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceWithdrawn {
    /// Which.
    pub absence: AbsenceRef,
    /// Whose.
    pub person: PersonRef,
}

/// An absence, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The reference.
    pub absence: AbsenceRef,
    /// Who.
    pub person: PersonRef,
    /// First day away.
    pub from: NaiveDate,
    /// Last day away, where one is known.
    pub to: Option<NaiveDate>,
}

/// The days of an absence, both included, and why.
#[derive(Clone, Copy, Debug)]
pub struct Away<'a> {
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one is known.
    pub to: Option<NaiveDate>,
    /// Why; may be blank.
    pub reason: &'a str,
}

/// Records an absence under the reference `absence`: one's own, or anybody's by those who keep the
/// desk.
pub fn record_absence(
    standing: &Standing,
    by: PersonRef,
    absence: AbsenceRef,
    person: PersonRef,
    away: Away<'_>,
) -> Result<Event, Refusal> {
    must_be_theirs(standing, by, person)?;
    standing.must_be_here(person)?;
    let Away { from, to, reason } = away;
    if let Some(to) = to.filter(|to| *to < from) {
        return Err(Refusal::EndsBeforeItStarts { from, to });
    }
    let known = standing.cover.absences.iter().find(|other| {
        other.person == person
            && other.absence != absence
            && meet((other.from, other.to), (from, to))
    });
    if let Some(other) = known {
        return Err(Refusal::AwayAlready { person, absence: other.absence });
    }
    let reason = optional("the reason", reason, TEXT_LIMIT)?;
    Ok(AbsenceRecorded { absence, person, from, to, reason }.into())
}

/// Changes the days or the reason of an absence: coming back early, staying away longer.
pub fn change_absence(
    standing: &Standing,
    by: PersonRef,
    absence: AbsenceRef,
    away: Away<'_>,
) -> Result<Event, Refusal> {
    let person = known(standing, absence)?.person;
    record_absence(standing, by, absence, person, away)
}

/// Withdraws an absence: it does not take place.
pub fn withdraw_absence(
    standing: &Standing,
    by: PersonRef,
    absence: AbsenceRef,
) -> Result<Event, Refusal> {
    let person = known(standing, absence)?.person;
    must_be_theirs(standing, by, person)?;
    Ok(AbsenceWithdrawn { absence, person }.into())
}

fn known(standing: &Standing, absence: AbsenceRef) -> Result<&Absence, Refusal> {
    let known = standing.cover.absences.iter().find(|known| known.absence == absence);
    known.ok_or_else(|| Refusal::Unknown { reference: absence.to_string() })
}

fn must_be_theirs(standing: &Standing, by: PersonRef, person: PersonRef) -> Result<(), Refusal> {
    if by == person {
        Ok(())
    } else {
        entitled(standing, by, "recording somebody’s absence", &keepers())
    }
}
