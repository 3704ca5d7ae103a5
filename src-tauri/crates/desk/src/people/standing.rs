//! What the rules about people are told.

use std::collections::{BTreeMap, BTreeSet};

use domain::people::Standing;
use domain::text::fold;
use domain::{Moment, PersonRef, RoleId};
use store::{Actor, View};

use crate::Problem;
use crate::workspace::settings;

/// People, roles and keys in force, on today's date in the workspace's zone.
pub fn standing(view: &View<'_>, now: Moment) -> Result<Standing, Problem> {
    Ok(view.standing(now.in_zone(settings(view)?.zone).date_naive())?)
}

/// Names of people and roles, to show. Where a name alone does not tell who is meant, the reference
/// stands beside it.
pub struct Names {
    people: BTreeMap<PersonRef, String>,
    roles: BTreeMap<RoleId, String>,
    /// People who bear the name of another, as far as a reader can see.
    namesakes: BTreeSet<PersonRef>,
    /// Whether a file tells them, so that only references are sure.
    told: bool,
}

impl Names {
    /// Nobody's names.
    #[cfg(test)]
    pub(crate) fn none() -> Self {
        Self::in_force(BTreeMap::new(), BTreeMap::new())
    }

    /// The names as they stand in `view`.
    pub fn of(view: &View<'_>) -> Result<Self, Problem> {
        let words = |text: &domain::Text| text.words().map(str::to_owned);
        let people = view.people()?.into_iter();
        let roles = view.roles()?.into_iter();
        Ok(Self::in_force(
            people.filter_map(|p| Some((p.person, words(&p.name)?))).collect(),
            roles.filter_map(|r| Some((r.role, words(&r.name)?))).collect(),
        ))
    }

    fn in_force(people: BTreeMap<PersonRef, String>, roles: BTreeMap<RoleId, String>) -> Self {
        let mut bearers: BTreeMap<String, Vec<PersonRef>> = BTreeMap::new();
        for (person, name) in &people {
            bearers.entry(fold(name)).or_default().push(*person);
        }
        let namesakes = bearers.into_values().filter(|bearers| bearers.len() > 1).flatten();
        Self { people, roles, namesakes: namesakes.collect(), told: false }
    }

    /// These names, for what is tested without a workspace.
    #[cfg(test)]
    pub fn told(people: &[(u32, &str)], roles: &[(&str, &str)]) -> Self {
        Self::in_force(
            people.iter().map(|(n, name)| (PersonRef::new(*n), (*name).into())).collect(),
            roles.iter().map(|(id, name)| (RoleId::new(*id), (*name).into())).collect(),
        )
    }

    /// The names as a file tells them: unsigned, so that each stands beside the reference.
    pub fn as_told(people: BTreeMap<PersonRef, String>, roles: BTreeMap<RoleId, String>) -> Self {
        Self { told: true, ..Self::in_force(people, roles) }
    }

    /// A person's name; the reference once it was erased.
    pub fn person(&self, person: PersonRef) -> String {
        match self.people.get(&person) {
            Some(name) if self.told || self.namesakes.contains(&person) => {
                format!("{name} ({person})")
            }
            Some(name) => name.clone(),
            None => person.to_string(),
        }
    }

    /// A person's name; none once it was erased.
    pub fn known(&self, person: PersonRef) -> Option<String> {
        self.people.get(&person).cloned()
    }

    /// A role's name.
    pub fn role(&self, role: &RoleId) -> String {
        match self.roles.get(role) {
            Some(name) if self.told => format!("{name} ({role})"),
            Some(name) => name.clone(),
            None => role.to_string(),
        }
    }

    /// Whoever made an entry.
    pub fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::Person(person) => self.person(person),
            Actor::Machine => "This workspace’s machine".to_owned(),
        }
    }

    /// The person of that name, however it is spelled in capitals and spaces. Two of the same name
    /// cannot be told apart, so neither is meant unless the reference stands beside it.
    pub fn who_is(&self, name: &str) -> Option<PersonRef> {
        let wanted = fold(name);
        let mut found = self.people.keys().filter(|person| fold(&self.person(**person)) == wanted);
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// The role of that name or identifier.
    pub fn which_role(&self, name: &str) -> Option<RoleId> {
        let wanted = fold(name);
        self.roles
            .iter()
            .find(|(role, known)| fold(known) == wanted || role.as_str() == wanted)
            .map(|(role, _)| role.clone())
    }
}
