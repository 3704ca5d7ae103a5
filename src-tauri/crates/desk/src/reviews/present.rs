//! Who is asked for at a review, and who took part.

use domain::PersonRef;
use domain::review::{Quorum, Review};
use store::View;

use super::AttendanceRow;
use crate::Problem;
use crate::people::Names;

/// Everybody who is asked for or of whom something is stated, the chair first.
pub(super) fn attendance(
    view: &View<'_>,
    quorum: &Quorum,
    names: &Names,
    review: &Review,
) -> Result<Vec<AttendanceRow>, Problem> {
    let stated = view.attendance(&review.review)?;
    let asked = quorum.seats.iter().flat_map(|seat| &seat.asked).map(|one| one.who);
    let mut all: Vec<PersonRef> =
        asked.chain([review.chair]).chain(stated.iter().map(|row| row.person)).collect();
    // Nobody chairs a review that nobody opened. The chair first, then in order of reference.
    all.retain(|person| person.number() > 0);
    all.sort_by_key(|person| (*person != review.chair, *person));
    all.dedup();
    Ok(all
        .into_iter()
        .map(|person| {
            let row = stated.iter().find(|row| row.person == person);
            AttendanceRow {
                person: person.to_string(),
                name: names.person(person),
                roles: roles_of(quorum, names, person),
                presence: row.map(|row| row.presence),
                delegate: row
                    .and_then(|row| row.delegate.as_ref())
                    .and_then(|text| text.words())
                    .map(str::to_owned),
                chair: person == review.chair,
            }
        })
        .collect())
}

/// The required roles a person is asked for, each with the holder in whose place they act.
fn roles_of(quorum: &Quorum, names: &Names, person: PersonRef) -> Vec<String> {
    let seats = quorum.seats.iter();
    seats
        .flat_map(|seat| seat.asked.iter().map(move |one| (&seat.role, one)))
        .filter(|(_, one)| one.who == person)
        .map(|(role, one)| match one.instead_of {
            Some(holder) => {
                let holder = names.person(holder);
                format!("{} for {}", names.role(role), report::isolate(&holder))
            }
            None => names.role(role),
        })
        .collect()
}
