//! Stating who is there.

use super::{AttendanceStated, Presence, Review};
use crate::people::Standing;
use crate::refusal::{NAME_LIMIT, optional};
use crate::{Event, PersonRef, Refusal};

/// States whether `person` takes part; the chair says so.
pub fn attend(
    standing: &Standing,
    review: &Review,
    by: PersonRef,
    person: PersonRef,
    presence: Presence,
    delegate: &str,
) -> Result<Event, Refusal> {
    review.must_be_open()?;
    review.must_chair(by)?;
    standing.must_be_here(person)?;
    let delegate = match presence {
        Presence::Delegate => optional("the delegate’s name", delegate, NAME_LIMIT)?,
        Presence::Present | Presence::Excused | Presence::Absent => None,
    };
    Ok(AttendanceStated { review: review.review.clone(), person, presence, delegate }.into())
}
