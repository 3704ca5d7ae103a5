//! What the rules about people are told.

use std::collections::BTreeMap;

use domain::people::Standing;
use domain::{Moment, PersonRef, RoleId};
use store::{Actor, View};

use crate::Problem;
use crate::workspace::settings;

/// People, roles and keys in force, on today's date in the workspace's zone.
pub fn standing(view: &View<'_>, now: Moment) -> Result<Standing, Problem> {
    Ok(view.standing(now.in_zone(settings(view)?.zone).date_naive())?)
}

/// Names of people and roles, to show.
pub struct Names {
    people: BTreeMap<PersonRef, String>,
    roles: BTreeMap<RoleId, String>,
}

impl Names {
    /// Nobody's names.
    #[cfg(test)]
    pub(crate) fn none() -> Self {
        Self { people: BTreeMap::new(), roles: BTreeMap::new() }
    }

    /// The names as they stand in `view`.
    pub fn of(view: &View<'_>) -> Result<Self, Problem> {
        let words = |text: &domain::Text| text.words().map(str::to_owned);
        Ok(Self {
            people: view
                .people()?
                .into_iter()
                .filter_map(|p| Some((p.person, words(&p.name)?)))
                .collect(),
            roles: view
                .roles()?
                .into_iter()
                .filter_map(|r| Some((r.role, words(&r.name)?)))
                .collect(),
        })
    }

    /// These names, for what is tested without a workspace.
    #[cfg(test)]
    pub fn told(people: &[(u32, &str)], roles: &[(&str, &str)]) -> Self {
        Self {
            people: people.iter().map(|(n, name)| (PersonRef::new(*n), (*name).into())).collect(),
            roles: roles.iter().map(|(id, name)| (RoleId::new(*id), (*name).into())).collect(),
        }
    }

    /// The names as a file tells them.
    pub fn as_told(people: BTreeMap<PersonRef, String>, roles: BTreeMap<RoleId, String>) -> Self {
        Self { people, roles }
    }

    /// A person's name; the reference once it was erased.
    pub fn person(&self, person: PersonRef) -> String {
        self.people.get(&person).cloned().unwrap_or_else(|| person.to_string())
    }

    /// A person's name; none once it was erased.
    pub fn known(&self, person: PersonRef) -> Option<String> {
        self.people.get(&person).cloned()
    }

    /// A role's name.
    pub fn role(&self, role: &RoleId) -> String {
        self.roles.get(role).cloned().unwrap_or_else(|| role.to_string())
    }

    /// Whoever made an entry.
    pub fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::Person(person) => self.person(person),
            Actor::Machine => "This workspace's machine".to_owned(),
        }
    }

    /// The person of that name, however it is spelled in capitals and spaces.
    pub fn who_is(&self, name: &str) -> Option<PersonRef> {
        let wanted = domain::workflow::fold(name);
        let mut found =
            self.people.iter().filter(|(_, known)| domain::workflow::fold(known) == wanted);
        // Two of the same name cannot be told apart, so neither is meant.
        found.next().map(|(person, _)| *person).filter(|_| found.next().is_none())
    }

    /// The role of that name or identifier.
    pub fn which_role(&self, name: &str) -> Option<RoleId> {
        let wanted = domain::workflow::fold(name);
        self.roles
            .iter()
            .find(|(role, known)| {
                domain::workflow::fold(known) == wanted || role.as_str() == wanted
            })
            .map(|(role, _)| role.clone())
    }
}
