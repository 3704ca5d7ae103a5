//! Teams: forming and changing them, and who belongs to them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Standing;
use super::acting::{meet, runs};
use super::roles::{entitled, keepers};
use crate::refusal::{NAME_LIMIT, required};
use crate::text::fold;
use crate::{Event, PersonRef, Refusal, TeamRef, Text};

/// There is a team, or it has another name or manager from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSet {
    /// Its reference.
    pub team: TeamRef,
    /// What people call it.
    pub name: Text,
    /// Who manages it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<PersonRef>,
}

/// There is a team no longer; every membership ends with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamDisbanded {
    /// Which.
    pub team: TeamRef,
    /// Its last day.
    pub on: NaiveDate,
}

/// A person belongs to a team from a day, perhaps to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipGiven {
    /// Which team.
    pub team: TeamRef,
    /// Who.
    pub person: PersonRef,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// A person belongs to a team no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipEnded {
    /// Which team.
    pub team: TeamRef,
    /// Who.
    pub person: PersonRef,
    /// The last day.
    pub on: NaiveDate,
}

/// A team, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its reference.
    pub team: TeamRef,
    /// What people call it.
    pub name: Text,
    /// Who manages it; may have left meanwhile.
    pub manager: Option<PersonRef>,
    /// Its last day, once it is disbanded.
    pub disbanded_on: Option<NaiveDate>,
}

/// A membership, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Which team.
    pub team: TeamRef,
    /// Who.
    pub person: PersonRef,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one is known.
    pub to: Option<NaiveDate>,
}

/// The teams there are or were, and who belongs to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teams {
    /// The teams, by reference.
    pub teams: Vec<Team>,
    /// Who belongs, belonged or will belong to which.
    pub memberships: Vec<Membership>,
}

impl Teams {
    /// The reference the next team gets.
    pub fn next(&self) -> TeamRef {
        let highest = self.teams.iter().map(|team| team.team.number()).max();
        TeamRef::new(highest.unwrap_or(0) + 1)
    }

    /// The team of that name that is not disbanded, however the name is spelled in capitals and
    /// spaces.
    pub fn called(&self, name: &str) -> Option<&Team> {
        let wanted = fold(name);
        self.teams.iter().find(|team| {
            team.disbanded_on.is_none() && team.name.words().is_some_and(|w| fold(w) == wanted)
        })
    }

    /// Who belongs to `team` on `day`.
    pub fn members(&self, team: TeamRef, day: NaiveDate) -> impl Iterator<Item = PersonRef> {
        self.memberships
            .iter()
            .filter(move |member| member.team == team && runs(member.from, member.to, day))
            .map(|member| member.person)
    }

    /// The teams that are not disbanded and that `person` manages or belongs to on `day`.
    pub fn of(&self, person: PersonRef, day: NaiveDate) -> Vec<TeamRef> {
        self.teams
            .iter()
            .filter(|team| team.disbanded_on.is_none_or(|last| day <= last))
            .filter(|team| {
                team.manager == Some(person)
                    || self.members(team.team, day).any(|member| member == person)
            })
            .map(|team| team.team)
            .collect()
    }

    /// Counts a team that was just formed, before it is on the record.
    pub fn formed(&mut self, team: TeamRef, name: &str) {
        let name = Text::new(name.trim());
        self.teams.push(Team { team, name, manager: None, disbanded_on: None });
    }

    fn standing(&self, team: TeamRef) -> Result<&Team, Refusal> {
        let known = self.teams.iter().find(|known| known.team == team);
        match known {
            Some(known) if known.disbanded_on.is_none() => Ok(known),
            Some(_) => Err(Refusal::Disbanded { team }),
            None => Err(Refusal::Unknown { reference: team.to_string() }),
        }
    }
}

/// Forms a team under the next reference.
pub fn form_team(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    name: &str,
    manager: Option<PersonRef>,
) -> Result<(TeamRef, Event), Refusal> {
    let team = teams.next();
    Ok((team, set(standing, teams, by, team, name, manager)?))
}

/// Gives a team another name or another manager; both are given anew.
pub fn change_team(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    team: TeamRef,
    name: &str,
    manager: Option<PersonRef>,
) -> Result<Event, Refusal> {
    entitled(standing, by, "changing a team", &keepers())?;
    teams.standing(team)?;
    set(standing, teams, by, team, name, manager)
}

/// Disbands a team: its memberships end on its last day.
pub fn disband_team(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    team: TeamRef,
    on: NaiveDate,
) -> Result<Event, Refusal> {
    entitled(standing, by, "disbanding a team", &keepers())?;
    teams.standing(team)?;
    Ok(TeamDisbanded { team, on }.into())
}

/// `person` belongs to `team` from a day, perhaps to a day.
pub fn join_team(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    given: Membership,
) -> Result<Event, Refusal> {
    entitled(standing, by, "changing who belongs to a team", &keepers())?;
    let Membership { team, person, from, to } = given;
    standing.must_be_here(person)?;
    teams.standing(team)?;
    if let Some(to) = to.filter(|to| *to < from) {
        return Err(Refusal::EndsBeforeItStarts { from, to });
    }
    let belongs = teams.memberships.iter().any(|member| {
        member.team == team && member.person == person && meet((member.from, member.to), (from, to))
    });
    if belongs {
        return Err(Refusal::MemberAlready { person, team });
    }
    Ok(MembershipGiven { team, person, from, to }.into())
}

/// `person` belongs to `team` no longer after the day `on`.
pub fn leave_team(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    team: TeamRef,
    person: PersonRef,
    on: NaiveDate,
) -> Result<Event, Refusal> {
    entitled(standing, by, "changing who belongs to a team", &keepers())?;
    let membership = teams
        .memberships
        .iter()
        .find(|member| {
            member.team == team && member.person == person && member.to.is_none_or(|to| on < to)
        })
        .ok_or(Refusal::NoMember { person, team })?;
    if on < membership.from {
        return Err(Refusal::EndsBeforeItStarts { from: membership.from, to: on });
    }
    Ok(MembershipEnded { team, person, on }.into())
}

fn set(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    team: TeamRef,
    name: &str,
    manager: Option<PersonRef>,
) -> Result<Event, Refusal> {
    entitled(standing, by, "forming a team", &keepers())?;
    if let Some(manager) = manager {
        standing.must_be_here(manager)?;
    }
    if let Some(other) = teams.called(name).filter(|other| other.team != team) {
        let (name, reference) = (name.trim().to_owned(), other.team.to_string());
        return Err(Refusal::NameTaken { name, reference });
    }
    let name = required("the team’s name", name, NAME_LIMIT)?;
    Ok(TeamSet { team, name, manager }.into())
}
