//! What taking a list of people in does, row by row.

use std::collections::BTreeSet;

use domain::people::{self, Holding, Membership, Standing, Teams};
use domain::text::fold;
use domain::{Event, Moment, PersonRef, RoleId, TeamRef, Text};
use intake::people::{PersonRow as Listed, Rejected, Roster};
use store::View;
use store::tables::person::Person;

use super::{Fate, PersonTaken};
use crate::Problem;
use crate::imports::RejectedRow;
use crate::people::{Names, standing};

/// What taking a list in does. Each row is judged on what the rows before it leave.
pub(super) struct Plan {
    standing: Standing,
    teams: Teams,
    by: PersonRef,
    names: Names,
    people: Vec<Person>,
    /// References of the people added, by folded name.
    added: Vec<(String, PersonRef)>,
    pub(super) events: Vec<Event>,
    pub(super) taken: Vec<PersonTaken>,
    pub(super) rejected: Vec<RejectedRow>,
}

impl Plan {
    /// What taking the list in would do. Whoever looks may not be the one who takes it in: judged as
    /// a keeper would.
    pub(super) fn looked_at(
        view: &View<'_>,
        now: Moment,
        roster: &Roster,
    ) -> Result<Self, Problem> {
        let standing = standing(view, now)?;
        let keeps = |who: &&PersonRef| people::keepers().iter().any(|r| standing.acts(**who, r));
        let by = standing.people.iter().find(keeps).copied().unwrap_or(PersonRef::new(1));
        Self::of(view, standing, by, roster)
    }

    pub(super) fn of(
        view: &View<'_>,
        standing: Standing,
        by: PersonRef,
        roster: &Roster,
    ) -> Result<Self, Problem> {
        let here = |person: &Person| person.left_on.is_none();
        let mut plan = Self {
            standing,
            teams: view.teams()?,
            by,
            names: Names::of(view)?,
            people: view.people()?.into_iter().filter(here).collect(),
            added: Vec::new(),
            events: Vec::new(),
            taken: Vec::new(),
            rejected: roster.rejected.iter().map(rejected).collect(),
        };
        let listed: Vec<Candidate<'_>> =
            roster.people.iter().filter_map(|row| plan.candidate(row)).collect();
        let listed = plan.with_managers(listed);
        // People first, so that a manager may stand further down than the team.
        let mut told = Vec::new();
        for candidate in listed {
            let who = plan.who(candidate.known, &candidate.row.name);
            let said = plan.describe(candidate.row, who, candidate.known.is_none())?;
            told.push((candidate, who, said));
        }
        for (candidate, who, said) in told {
            plan.place(&candidate, who, said)?;
        }
        plan.rejected.sort_by_key(|row| row.line);
        Ok(plan)
    }

    /// Whom the row is about and the roles it gives; none when it is rejected.
    fn candidate<'r>(&mut self, row: &'r Listed) -> Option<Candidate<'r>> {
        let mut roles = Vec::new();
        for written in &row.roles {
            let Some(role) = self.names.which_role(written) else {
                let says = format!(
                    "“{written}” is no role here. Define it under Roles, or write one there is."
                );
                self.reject(row, "unknown-role", says);
                return None;
            };
            roles.push(role);
        }
        match self.called(&row.name).as_slice() {
            [] => Some(Candidate { row, known: None, roles }),
            [one] => Some(Candidate { row, known: Some(*one), roles }),
            [..] => {
                let says = "Two people here have this name. Change one of the names first.";
                self.reject(row, "name-unclear", says.to_owned());
                None
            }
        }
    }

    /// The rows whose manager is somebody here or on the list. Whoever drops out may have been
    /// another row's manager, so it goes on until nobody does.
    fn with_managers<'r>(&mut self, mut listed: Vec<Candidate<'r>>) -> Vec<Candidate<'r>> {
        loop {
            let names: BTreeSet<String> = listed.iter().map(|one| fold(&one.row.name)).collect();
            let found = |one: &Candidate<'_>| {
                one.row.manager.as_ref().is_none_or(|written| {
                    names.contains(&fold(written)) || self.called(written).len() == 1
                })
            };
            let (kept, lost): (Vec<_>, Vec<_>) = listed.into_iter().partition(found);
            for one in &lost {
                let written = one.row.manager.as_deref().unwrap_or_default();
                let says = format!(
                    "“{written}” is not one person here or on this list. Add a row for the manager."
                );
                self.reject(one.row, "unknown-manager", says);
            }
            listed = kept;
            if lost.is_empty() {
                return listed;
            }
        }
    }

    /// The reference of a person on the list, the next one for somebody new.
    fn who(&mut self, known: Option<PersonRef>, name: &str) -> PersonRef {
        known.unwrap_or_else(|| {
            let person = PersonRef::new(self.standing.next_person);
            self.added.push((fold(name), person));
            person
        })
    }

    /// Gives the roles and the team of a row.
    fn place(
        &mut self,
        candidate: &Candidate<'_>,
        person: PersonRef,
        mut said: Vec<String>,
    ) -> Result<(), Problem> {
        let Candidate { row, known, roles } = candidate;
        for role in roles {
            self.give(person, role, &mut said)?;
        }
        if let Some(team) = &row.team {
            let manager = row.manager.as_deref().and_then(|written| self.manager(written));
            self.join(team, person, manager, &mut said)?;
        }
        let fate = match (known, said.is_empty()) {
            (None, _) => Fate::Added,
            (Some(_), false) => Fate::Changed,
            (Some(_), true) => Fate::Skipped,
        };
        let (line, name) = (row.line, row.name.clone());
        self.taken.push(PersonTaken { line, name, fate, says: said.join(", ") });
        Ok(())
    }

    /// Adds the person, or changes where they are reached; gives what changed, in words.
    fn describe(
        &mut self,
        row: &Listed,
        person: PersonRef,
        new: bool,
    ) -> Result<Vec<String>, Problem> {
        let contact = row.contact.as_deref().unwrap_or_default();
        if new {
            let (person, added) = people::add(&self.standing, self.by, &row.name, contact)?;
            self.events.push(added);
            self.standing.next_person += 1;
            self.standing.people.push(person);
            return Ok(Vec::new());
        }
        let known = self.people.iter().find(|known| known.person == person);
        let was = known.and_then(|known| known.contact.as_ref()).and_then(Text::words);
        if row.contact.is_none() || row.contact.as_deref() == was {
            return Ok(Vec::new());
        }
        let name = known.and_then(|known| known.name.words()).unwrap_or(&row.name);
        self.events.push(people::change(&self.standing, self.by, person, name, contact)?);
        Ok(vec!["contact".to_owned()])
    }

    fn give(
        &mut self,
        person: PersonRef,
        role: &RoleId,
        said: &mut Vec<String>,
    ) -> Result<(), Problem> {
        if self.standing.holds(person, role) {
            return Ok(());
        }
        let today = self.standing.today;
        // A role that begins later, or ended, is left as it was recorded.
        match people::give(&self.standing, self.by, person, role, today, None) {
            Ok(given) => self.events.push(given),
            Err(domain::Refusal::HoldsAlready { .. }) => return Ok(()),
            Err(refusal) => return Err(refusal.into()),
        }
        let role = role.clone();
        said.push(self.names.role(&role));
        self.standing.holdings.push(Holding { person, role, from: today, to: None });
        Ok(())
    }

    fn join(
        &mut self,
        name: &str,
        person: PersonRef,
        manager: Option<PersonRef>,
        said: &mut Vec<String>,
    ) -> Result<(), Problem> {
        let team = match self.teams.called(name) {
            Some(known) => {
                let (team, managed) = (known.team, known.manager);
                if manager.is_some() && manager != managed {
                    self.manage(team, name, manager)?;
                    said.push(format!("manager of {name}"));
                }
                team
            }
            None => {
                let (standing, teams) = (&self.standing, &self.teams);
                let (team, formed) = people::form_team(standing, teams, self.by, name, manager)?;
                self.events.push(formed);
                self.teams.formed(team, name);
                self.note_manager(team, manager);
                team
            }
        };
        let from = self.standing.today;
        let given = Membership { team, person, from, to: None };
        match people::join_team(&self.standing, &self.teams, self.by, given.clone()) {
            Ok(joined) => self.events.push(joined),
            Err(domain::Refusal::MemberAlready { .. }) => return Ok(()),
            Err(refusal) => return Err(refusal.into()),
        }
        self.teams.memberships.push(given);
        said.push(name.to_owned());
        Ok(())
    }

    fn manage(
        &mut self,
        team: TeamRef,
        name: &str,
        manager: Option<PersonRef>,
    ) -> Result<(), Problem> {
        let (standing, teams) = (&self.standing, &self.teams);
        self.events.push(people::change_team(standing, teams, self.by, team, name, manager)?);
        self.note_manager(team, manager);
        Ok(())
    }

    fn note_manager(&mut self, team: TeamRef, manager: Option<PersonRef>) {
        if let Some(known) = self.teams.teams.iter_mut().find(|known| known.team == team) {
            known.manager = manager;
        }
    }

    /// Who manages the row's team: somebody on the list, or here.
    fn manager(&self, written: &str) -> Option<PersonRef> {
        let wanted = fold(written);
        let added = self.added.iter().find(|(name, _)| *name == wanted);
        added.map(|(_, person)| *person).or_else(|| self.called(written).first().copied())
    }

    /// Whoever here has that name, however it is spelled in capitals and spaces.
    fn called(&self, name: &str) -> Vec<PersonRef> {
        let wanted = fold(name);
        let names = self.people.iter().filter_map(|p| Some((fold(p.name.words()?), p.person)));
        names.filter(|(name, _)| *name == wanted).map(|(_, person)| person).collect()
    }

    fn reject(&mut self, row: &Listed, code: &str, says: String) {
        let (line, code, row) = (row.line, code.to_owned(), row.name.clone());
        self.rejected.push(RejectedRow { line, column: None, code, says, row });
    }
}

/// A row that can be taken in as far as it tells of itself.
struct Candidate<'r> {
    row: &'r Listed,
    /// The person here whom it is about; none for somebody new.
    known: Option<PersonRef>,
    roles: Vec<RoleId>,
}

fn rejected(row: &Rejected) -> RejectedRow {
    RejectedRow {
        line: row.line,
        column: row.column.clone(),
        code: row.code.to_owned(),
        says: row.reason.clone(),
        row: row.row.clone(),
    }
}
