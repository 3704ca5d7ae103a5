//! People, roles and keys as the rules of the domain need them.

use chrono::NaiveDate;
use domain::PersonRef;
use domain::people::{Cover, KeyHeld, Standing};

use crate::error::StoreError;
use crate::tables::key::Key;
use crate::view::View;

impl View<'_> {
    /// Who there is, who holds what and which keys are in force, for rules that are judged on the
    /// day `today` (in the workspace's zone).
    pub fn standing(&self, today: NaiveDate) -> Result<Standing, StoreError> {
        let (left, here): (Vec<_>, Vec<_>) =
            self.people()?.into_iter().partition(|person| person.left_on.is_some());
        let refs = |people: Vec<crate::tables::person::Person>| -> Vec<PersonRef> {
            people.into_iter().map(|person| person.person).collect()
        };
        let (people, left) = (refs(here), refs(left));
        let highest = people.iter().chain(&left).map(|person| person.number()).max();
        Ok(Standing {
            today,
            next_person: highest.unwrap_or(0) + 1,
            people,
            left,
            roles: self.roles()?.into_iter().map(|role| role.role).collect(),
            holdings: self.holdings()?,
            cover: Cover {
                deputies: self.deputies()?,
                on_call: self.on_call()?,
                absences: self.absences()?.into_iter().map(|absence| absence.away).collect(),
            },
            keys: of_people(&self.keys()?),
            keys_ever: of_people(&self.keys_ever()?),
        })
    }
}

fn of_people(keys: &[Key]) -> Vec<KeyHeld> {
    keys.iter().filter_map(Key::of_person).collect()
}
