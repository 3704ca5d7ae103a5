//! Everybody, as a screen shows them.

use std::collections::BTreeSet;

use store::tables::key::Key;
use store::tables::person::Person;
use store::{Actor, View};

use super::{KeyRow, Names, PeopleView, PersonRow, RoleHeld, RoleRow};
use crate::operations::Nothing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn people(&mut self, _: Nothing) -> Result<PeopleView, Problem> {
        let machine_enrolled = self.machine().is_ok();
        let open = self.open()?;
        let here = self.profile.keys(&open.ws).into_iter().map(|file| file.key).collect();
        let view = open.store.now();
        let today = self.clock.now().in_zone(open.zone).date_naive();
        let names = Names::of(&view)?;
        let (keys, holdings) = (view.keys_ever()?, view.holdings()?);
        let people = view
            .people()?
            .into_iter()
            .map(|person| PersonRow {
                person: person.person.to_string(),
                left: person.left_on.is_some(),
                roles: holdings
                    .iter()
                    .filter(|held| held.person == person.person)
                    .filter(|held| held.to.is_none_or(|to| today <= to))
                    .map(|held| RoleHeld {
                        role: held.role.to_string(),
                        name: names.role(&held.role),
                        from: held.from.to_string(),
                        to: held.to.map(|to| to.to_string()),
                    })
                    .collect(),
                keys: keys_of(&person, &keys, &here),
                name: person.name.words().map(str::to_owned),
                contact: person.contact.as_ref().and_then(|c| c.words()).map(str::to_owned),
            })
            .collect();
        Ok(PeopleView { people, roles: roles(&view, &names)?, machine_enrolled })
    }
}

fn keys_of(person: &Person, keys: &[Key], here: &BTreeSet<String>) -> Vec<KeyRow> {
    let mut rows: Vec<KeyRow> = keys
        .iter()
        .filter(|key| key.holder == Actor::Person(person.person))
        .map(|key| KeyRow {
            key: key.key.clone(),
            fingerprint: fingerprint(&key.public),
            in_force: key.ended.is_none(),
            since_entry: key.since,
            here: here.contains(&key.key),
        })
        .collect();
    rows.sort_by_key(|row| !row.in_force);
    rows
}

/// SHA-256 of a public key given in base64, in hex; a dash when it is none.
pub fn fingerprint(public: &str) -> String {
    ledger::key::PublicKey::from_base64(public)
        .map_or_else(|_| "–".to_owned(), |key| key.fingerprint().to_string())
}

fn roles(view: &View<'_>, names: &Names) -> Result<Vec<RoleRow>, Problem> {
    Ok(view
        .roles()?
        .into_iter()
        .map(|role| RoleRow { name: names.role(&role.role), role: role.role.to_string() })
        .collect())
}
