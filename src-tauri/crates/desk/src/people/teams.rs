//! Teams: forming, changing and disbanding them, and who belongs to them.

use domain::people::{self, Membership};
use domain::{PersonRef, TeamRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PeopleView, standing};
use crate::operations::Nothing;
use crate::when::day;
use crate::{Desk, Problem};

/// Forms a team, or gives one another name or manager.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetTeam {
    /// Which team is changed; none for a new one.
    pub team: Option<String>,
    /// What people call it.
    pub name: String,
    /// Who manages it.
    pub manager: Option<String>,
    /// Who belongs to a new team from today.
    pub members: Vec<String>,
}

/// Disbands a team: its memberships end.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DisbandTeam {
    /// Which.
    pub team: String,
    /// Its last day, `YYYY-MM-DD`.
    pub on: String,
}

/// Lets a person belong to a team.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct JoinTeam {
    /// Which.
    pub team: String,
    /// Who.
    pub person: String,
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, where one is known.
    pub to: Option<String>,
}

/// Ends a membership.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LeaveTeam {
    /// Which team.
    pub team: String,
    /// Who.
    pub person: String,
    /// The last day, `YYYY-MM-DD`.
    pub on: String,
}

impl Desk {
    /// See the list of operations.
    pub fn set_team(&mut self, request: SetTeam) -> Result<PeopleView, Problem> {
        let known = request.team.as_deref().map(str::parse::<TeamRef>).transpose()?;
        let manager = request.manager.as_deref().map(str::parse::<PersonRef>).transpose()?;
        let members = request.members.iter().map(|m| Ok(m.parse()?));
        let members = members.collect::<Result<Vec<PersonRef>, Problem>>()?;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let mut teams = act.view.teams()?;
            let name = &request.name;
            if let Some(team) = known {
                return Ok(vec![people::change_team(
                    &standing, &teams, act.by, team, name, manager,
                )?]);
            }
            let (team, formed) = people::form_team(&standing, &teams, act.by, name, manager)?;
            teams.formed(team, name);
            let mut events = vec![formed];
            for person in members {
                let given = Membership { team, person, from: standing.today, to: None };
                events.push(people::join_team(&standing, &teams, act.by, given)?);
            }
            Ok(events)
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn disband_team(&mut self, request: DisbandTeam) -> Result<PeopleView, Problem> {
        let (team, on) = (request.team.parse()?, day(&request.on)?);
        self.act(|act| {
            let (standing, teams) = (standing(act.view, act.now)?, act.view.teams()?);
            Ok(vec![people::disband_team(&standing, &teams, act.by, team, on)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn join_team(&mut self, request: JoinTeam) -> Result<PeopleView, Problem> {
        let (team, person) = (request.team.parse()?, request.person.parse()?);
        let to = request.to.as_deref().map(day).transpose()?;
        let given = Membership { team, person, from: day(&request.from)?, to };
        self.act(|act| {
            let (standing, teams) = (standing(act.view, act.now)?, act.view.teams()?);
            Ok(vec![people::join_team(&standing, &teams, act.by, given)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn leave_team(&mut self, request: LeaveTeam) -> Result<PeopleView, Problem> {
        let (team, person) = (request.team.parse()?, request.person.parse()?);
        let on = day(&request.on)?;
        self.act(|act| {
            let (standing, teams) = (standing(act.view, act.now)?, act.view.teams()?);
            Ok(vec![people::leave_team(&standing, &teams, act.by, team, person, on)?])
        })?;
        self.people(Nothing {})
    }
}
