//! Everybody, as a screen shows them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::people::{Standing, Stint, Team, Teams, acting, uncovered};
use domain::{PersonRef, RoleId};
use store::tables::absence::Absence;
use store::tables::key::Key;
use store::tables::person::Person;
use store::{Actor, View};

use super::{
    AbsenceRow, AbsenceState, ActingRow, Covered, KeyRow, Names, PeopleView, PersonRow, PlaceRow,
    RoleHeld, RoleRow, StandsIn, TeamOf, TeamRow,
};
use crate::operations::Nothing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn people(&mut self, _: Nothing) -> Result<PeopleView, Problem> {
        let machine_enrolled = self.machine().is_ok();
        let open = self.open()?;
        let here = self.profile.keys(&open.ws).into_iter().map(|file| file.key).collect();
        let today = self.moment().in_zone(open.zone).date_naive();
        let view = open.view();
        let mut shown = Everybody::of(&view, today)?.shown(&view, &here, machine_enrolled)?;
        self.add_waiting(&mut shown)?;
        Ok(shown)
    }
}

/// Everything that is known of people at one moment, judged on one day.
struct Everybody {
    standing: Standing,
    teams: Teams,
    absences: Vec<Absence>,
    names: Names,
}

impl Everybody {
    fn of(view: &View<'_>, today: NaiveDate) -> Result<Self, Problem> {
        Ok(Self {
            standing: view.standing(today)?,
            teams: view.teams()?,
            absences: view.absences()?,
            names: Names::of(view)?,
        })
    }

    fn shown(
        &self,
        view: &View<'_>,
        here: &BTreeSet<String>,
        machine_enrolled: bool,
    ) -> Result<PeopleView, Problem> {
        let keys = view.keys_ever()?;
        let person = |person: Person| {
            self.person(&person, keys_of(Actor::Person(person.person), &keys, here))
        };
        let mut absences: Vec<AbsenceRow> = self.absences.iter().map(|a| self.absence(a)).collect();
        // The soonest first of what is to come, the newest first of what is over.
        absences.sort_by_key(|row| match row.state {
            AbsenceState::Now | AbsenceState::Coming => {
                (row.state, row.from.clone(), Reverse(String::new()))
            }
            AbsenceState::Past => (row.state, String::new(), Reverse(row.from.clone())),
        });
        let mut teams: Vec<TeamRow> = self.teams.teams.iter().map(|team| self.team(team)).collect();
        teams.sort_by_key(|team| team.disbanded_on.is_some());
        Ok(PeopleView {
            people: view.people()?.into_iter().map(person).collect(),
            roles: self.standing.roles.iter().map(|role| self.role(role)).collect(),
            teams,
            absences,
            today: self.today().to_string(),
            machines: keys_of(Actor::Machine, &keys, here),
            machine_enrolled,
        })
    }

    fn person(&self, person: &Person, keys: Vec<KeyRow>) -> PersonRow {
        let who = person.person;
        let holdings = self.standing.holdings.iter().filter(|held| held.person == who);
        let roles = holdings.filter(|held| self.runs_on(held.to)).map(|held| RoleHeld {
            role: held.role.to_string(),
            name: self.names.role(&held.role),
            from: held.from.to_string(),
            to: held.to.map(|to| to.to_string()),
        });
        let memberships = self.teams.memberships.iter().filter(|member| member.person == who);
        let teams = memberships.filter(|member| self.runs_on(member.to)).map(|member| TeamOf {
            team: member.team.to_string(),
            name: self.team_name(member.team),
            from: member.from.to_string(),
            to: member.to.map(|to| to.to_string()),
        });
        let away = self.standing.away(who, self.today()).and_then(|away| {
            self.absences.iter().find(|absence| absence.away.absence == away.absence)
        });
        PersonRow {
            person: who.to_string(),
            name: person.name.words().map(str::to_owned),
            contact: person.contact.as_ref().and_then(|c| c.words()).map(str::to_owned),
            left: person.left_on.is_some(),
            roles: roles.collect(),
            teams: teams.collect(),
            away: away.map(|absence| self.absence(absence)),
            stands_in: self.stands_in(who),
            keys,
            waiting: None,
        }
    }

    fn stands_in(&self, person: PersonRef) -> Vec<StandsIn> {
        let roles = self.standing.stands_in(person, self.today()).into_iter();
        roles
            .map(|(role, instead_of)| StandsIn {
                name: self.names.role(&role),
                role: role.to_string(),
                instead_of_name: self.names.person(instead_of),
                instead_of: instead_of.to_string(),
            })
            .collect()
    }

    fn role(&self, role: &RoleId) -> RoleRow {
        let cover = &self.standing.cover;
        let order = |order: Option<&Vec<Stint>>| {
            order.into_iter().flatten().map(|s| self.place(s.person, s.from, s.to)).collect()
        };
        let holdings = self.standing.holdings.iter().filter(|held| held.role == *role);
        let holders = holdings
            .filter(|held| self.runs_on(held.to))
            .map(|held| self.place(held.person, held.from, held.to));
        let acting =
            acting(&self.standing, role, self.today()).into_iter().map(|found| ActingRow {
                person: found.who.to_string(),
                name: self.names.person(found.who),
                instead_of: found.instead_of.map(|holder| self.names.person(holder)),
            });
        let uncovered = uncovered(&self.standing, role, self.today());
        RoleRow {
            role: role.to_string(),
            name: self.names.role(role),
            holders: holders.collect(),
            deputies: order(cover.deputies.get(role)),
            on_call: order(cover.on_call.get(role)),
            acting: acting.collect(),
            uncovered: uncovered.into_iter().map(|holder| self.names.person(holder)).collect(),
        }
    }

    fn team(&self, team: &Team) -> TeamRow {
        let members = self.teams.memberships.iter().filter(|member| member.team == team.team);
        TeamRow {
            team: team.team.to_string(),
            name: team.name.words().map(str::to_owned),
            manager: team.manager.map(|manager| manager.to_string()),
            manager_name: team.manager.map(|manager| self.names.person(manager)),
            manager_left: team.manager.is_some_and(|who| self.standing.left.contains(&who)),
            disbanded_on: team.disbanded_on.map(|day| day.to_string()),
            members: members
                .filter(|member| self.runs_on(member.to))
                .map(|member| self.place(member.person, member.from, member.to))
                .collect(),
        }
    }

    fn absence(&self, absence: &Absence) -> AbsenceRow {
        let away = &absence.away;
        let state = match (away.from <= self.today(), self.runs_on(away.to)) {
            (true, true) => AbsenceState::Now,
            (false, _) => AbsenceState::Coming,
            (true, false) => AbsenceState::Past,
        };
        let cover = match state {
            AbsenceState::Past => Vec::new(),
            AbsenceState::Now | AbsenceState::Coming => {
                self.cover(away.person, away.from.max(self.today()))
            }
        };
        AbsenceRow {
            absence: away.absence.to_string(),
            person: away.person.to_string(),
            name: self.names.person(away.person),
            from: away.from.to_string(),
            to: away.to.map(|to| to.to_string()),
            reason: absence.reason.as_ref().and_then(|r| r.words()).map(str::to_owned),
            state,
            cover,
        }
    }

    /// Who acts on `day` for each role that `person` holds then.
    fn cover(&self, person: PersonRef, day: NaiveDate) -> Vec<Covered> {
        let held = self.standing.holdings.iter().filter(|held| {
            held.person == person && held.from <= day && held.to.is_none_or(|to| day <= to)
        });
        held.map(|held| {
            let acting = acting(&self.standing, &held.role, day);
            let by = acting.iter().find(|found| found.instead_of == Some(person));
            Covered {
                role: held.role.to_string(),
                name: self.names.role(&held.role),
                by: by.map(|found| self.names.person(found.who)),
            }
        })
        .collect()
    }

    fn place(&self, person: PersonRef, from: NaiveDate, to: Option<NaiveDate>) -> PlaceRow {
        PlaceRow {
            person: person.to_string(),
            name: self.names.person(person),
            from: from.to_string(),
            to: to.map(|to| to.to_string()),
            today: from <= self.today() && self.runs_on(to),
            away: self.standing.away(person, self.today()).is_some(),
        }
    }

    fn team_name(&self, team: domain::TeamRef) -> String {
        let known = self.teams.teams.iter().find(|known| known.team == team);
        let words = known.and_then(|known| known.name.words());
        words.map_or_else(|| team.to_string(), str::to_owned)
    }

    fn today(&self) -> NaiveDate {
        self.standing.today
    }

    /// Whether something that ends on `to` has not ended before today.
    fn runs_on(&self, to: Option<NaiveDate>) -> bool {
        to.is_none_or(|to| self.today() <= to)
    }
}

fn keys_of(holder: Actor, keys: &[Key], here: &BTreeSet<String>) -> Vec<KeyRow> {
    let mut rows: Vec<KeyRow> = keys
        .iter()
        .filter(|key| key.holder == holder)
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
