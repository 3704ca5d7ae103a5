//! Adding people, changing what is known of them, and their leaving.

use chrono::NaiveDate;

use super::roles::{entitled, keepers, last_keeper, sponsor, sponsors_own};
use super::{KeyRetired, PersonAdded, PersonChanged, PersonLeft, Standing};
use crate::refusal::{NAME_LIMIT, optional, required};
use crate::{Event, PersonRef, Refusal};

/// Adds a person under the next reference.
pub fn add(
    standing: &Standing,
    by: PersonRef,
    name: &str,
    contact: &str,
) -> Result<(PersonRef, Event), Refusal> {
    entitled(standing, by, "adding a person", &keepers())?;
    let person = PersonRef::new(standing.next_person);
    let added = PersonAdded {
        person,
        name: required("the person’s name", name, NAME_LIMIT)?,
        contact: optional("the contact", contact, NAME_LIMIT)?,
    };
    Ok((person, added.into()))
}

/// Changes a person's name and contact.
pub fn change(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    name: &str,
    contact: &str,
) -> Result<Event, Refusal> {
    if by != person {
        entitled(standing, by, "changing what is known of a person", &keepers())?;
    }
    standing.must_be_here(person)?;
    let changed = PersonChanged {
        person,
        name: required("the person’s name", name, NAME_LIMIT)?,
        contact: optional("the contact", contact, NAME_LIMIT)?,
    };
    Ok(changed.into())
}

/// After so many days without a signature of theirs, an executive sponsor is as good as gone.
pub const SILENT_DAYS: i64 = 30;

/// A person leaves: roles end, and every key is retired. Of an executive sponsor that is theirs or
/// another sponsor's to record, unless `signed`, the day of their last signature, lies more than
/// [`SILENT_DAYS`] back.
pub fn leave(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    on: NaiveDate,
    signed: Option<NaiveDate>,
) -> Result<Vec<Event>, Refusal> {
    entitled(standing, by, "recording that a person left", &keepers())?;
    standing.must_be_here(person)?;
    let silent = signed.is_none_or(|day| (standing.today - day).num_days() > SILENT_DAYS);
    if by != person && !silent && standing.holds(person, &sponsor()) {
        sponsors_own(standing, by, "recording that an executive sponsor left", &sponsor())?;
    }
    if last_keeper(standing, person, None) {
        return Err(Refusal::LastKeeper { person });
    }
    let mut events: Vec<Event> = standing
        .keys
        .iter()
        .filter(|held| held.person == person)
        .map(|held| KeyRetired { person, key: held.key.clone() }.into())
        .collect();
    let left: Event = PersonLeft { person, on }.into();
    // Whoever records their own leaving signs that first: the retired key signs nothing after.
    if by == person {
        events.insert(0, left)
    } else {
        events.push(left)
    }
    Ok(events)
}
