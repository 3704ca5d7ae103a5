//! Who acts for a role on a day: its holders, and for those who are away the first deputy who is
//! not.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Absence, Standing};
use crate::{PersonRef, RoleId};

/// A person's place in an order, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stint {
    /// Who.
    pub person: PersonRef,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl Stint {
    /// Whether `day` is in it; its first and its last day are.
    pub fn covers(&self, day: NaiveDate) -> bool {
        runs(self.from, self.to, day)
    }
}

/// Who stands in for whom, and who is away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// The deputies of each role, first the one who is asked first.
    pub deputies: BTreeMap<RoleId, Vec<Stint>>,
    /// Whom to call for each role, first the one who is called first.
    pub on_call: BTreeMap<RoleId, Vec<Stint>>,
    /// Absences, past and to come ones too.
    pub absences: Vec<Absence>,
}

/// Somebody who acts for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Acting {
    /// Who acts.
    pub who: PersonRef,
    /// The holder who is away and in whose place they act; none who holds the role.
    pub instead_of: Option<PersonRef>,
}

/// Who acts for `role` on `day`: each holder who is here, and in the place of each holder who is
/// away the first of the role's deputies who is here. A role that nobody holds has no deputy
/// either: it is vacant, which is something to mend and not to cover.
pub fn acting(standing: &Standing, role: &RoleId, day: NaiveDate) -> Vec<Acting> {
    let (away, here): (Vec<_>, Vec<_>) =
        holders(standing, role, day).partition(|holder| standing.away(*holder, day).is_some());
    let deputy = deputy(standing, role, day);
    let here = here.into_iter().map(|who| Acting { who, instead_of: None });
    let stand_in = away
        .into_iter()
        .filter_map(|holder| deputy.map(|who| Acting { who, instead_of: Some(holder) }));
    here.chain(stand_in).collect()
}

/// The holders of `role` who are away on `day` and in whose place nobody acts.
pub fn uncovered(standing: &Standing, role: &RoleId, day: NaiveDate) -> Vec<PersonRef> {
    if deputy(standing, role, day).is_some() {
        return Vec::new();
    }
    holders(standing, role, day).filter(|holder| standing.away(*holder, day).is_some()).collect()
}

/// Whom to call for `role` on `day`, first the one who is called first: the on-call order without
/// who is away, then whoever else acts for the role.
pub fn call_order(standing: &Standing, role: &RoleId, day: NaiveDate) -> Vec<PersonRef> {
    let named = standing.cover.on_call.get(role).map(Vec::as_slice).unwrap_or_default();
    let named = named
        .iter()
        .filter(|stint| stint.covers(day) && standing.is_here(stint.person, day))
        .map(|stint| stint.person);
    let others = acting(standing, role, day).into_iter().map(|acting| acting.who);
    let mut order = Vec::new();
    for person in named.chain(others) {
        if !order.contains(&person) {
            order.push(person);
        }
    }
    order
}

impl Standing {
    /// The absence of `person` that covers `day`.
    pub fn away(&self, person: PersonRef, day: NaiveDate) -> Option<&Absence> {
        self.cover
            .absences
            .iter()
            .find(|absence| absence.person == person && runs(absence.from, absence.to, day))
    }

    /// Whether `person` may act for `role` today, as a holder or in a holder's place. Whoever holds
    /// a role may act for it from where they are, also while they are away.
    pub fn acts(&self, person: PersonRef, role: &RoleId) -> bool {
        self.holds(person, role) || self.in_place_of(person, role, self.today).is_some()
    }

    /// The holder in whose place `person` acts for `role` on `day`; none who holds it themselves,
    /// and none for whom nobody is away.
    pub fn in_place_of(
        &self,
        person: PersonRef,
        role: &RoleId,
        day: NaiveDate,
    ) -> Option<PersonRef> {
        acting(self, role, day)
            .into_iter()
            .find(|acting| acting.who == person && acting.instead_of.is_some())
            .and_then(|acting| acting.instead_of)
            .filter(|_| !holders(self, role, day).any(|holder| holder == person))
    }

    /// The roles for which `person` acts on `day` in somebody's place, and in whose.
    pub fn stands_in(&self, person: PersonRef, day: NaiveDate) -> Vec<(RoleId, PersonRef)> {
        self.cover
            .deputies
            .keys()
            .filter_map(|role| Some((role.clone(), self.in_place_of(person, role, day)?)))
            .collect()
    }

    fn is_here(&self, person: PersonRef, day: NaiveDate) -> bool {
        self.people.contains(&person) && self.away(person, day).is_none()
    }
}

/// Whether `day` lies between a first and a last day, both included.
pub(super) fn runs(from: NaiveDate, to: Option<NaiveDate>, day: NaiveDate) -> bool {
    from <= day && to.is_none_or(|to| day <= to)
}

/// Whether two spans of days have one in common.
pub(super) fn meet(
    one: (NaiveDate, Option<NaiveDate>),
    other: (NaiveDate, Option<NaiveDate>),
) -> bool {
    one.1.is_none_or(|end| other.0 <= end) && other.1.is_none_or(|end| one.0 <= end)
}

fn holders<'a>(
    standing: &'a Standing,
    role: &'a RoleId,
    day: NaiveDate,
) -> impl Iterator<Item = PersonRef> + 'a {
    standing.people.iter().copied().filter(move |person| {
        standing.holdings.iter().any(|held| {
            held.person == *person && held.role == *role && runs(held.from, held.to, day)
        })
    })
}

fn deputy(standing: &Standing, role: &RoleId, day: NaiveDate) -> Option<PersonRef> {
    let named = standing.cover.deputies.get(role)?;
    named
        .iter()
        .find(|stint| stint.covers(day) && standing.is_here(stint.person, day))
        .map(|stint| stint.person)
}
