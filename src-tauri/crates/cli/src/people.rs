//! People, roles, teams, absences and keys.

use desk::operations::{
    AbsenceRow, AbsenceState, AddPerson, BringKeyFile, ChangePerson, DefineRole, DisbandTeam,
    EndRole, EnrolKey, GiveRole, JoinTeam, LeaveTeam, NameDeputies, Nothing, PeopleView, Place,
    RecordAbsence, RecordLeaving, ReplaceKey, RetireKey, RoleRow, SaveKeyFile, SetOnCall, SetTeam,
    TakeStatements, TeamRow, WithdrawAbsence,
};
use desk::{Desk, Problem};
use domain::ERASED;

use crate::args::{Args, Key, People};
use crate::print::say;
use crate::{Outcome, at, passphrase, print, sign};

/// Does what is asked of people and roles.
pub fn people(args: &Args, act: &People) -> Result<Outcome, Problem> {
    let view = match act {
        People::List { file } => at::reading(args, file)?.people(Nothing {})?,
        People::Add { file, name, contact, roles } => {
            let (name, contact, roles) = (name.clone(), contact.clone(), roles.clone());
            at::acting(args, file)?.0.add_person(AddPerson { name, contact, roles })?
        }
        People::Give { file, person, role, from, to } => {
            let (person, role) = (person.clone(), role.clone());
            let (from, to) = (from.clone(), to.clone());
            at::acting(args, file)?.0.give_role(GiveRole { person, role, from, to })?
        }
        People::End { file, person, role, on, why } => {
            let (person, role) = (person.clone(), role.clone());
            let (on, why) = (on.clone(), why.clone());
            at::acting(args, file)?.0.end_role(EndRole { person, role, on, why })?
        }
        People::Change { file, person, name, contact } => {
            let (mut desk, _) = at::acting(args, file)?;
            let mut known = desk.people(Nothing {})?.people.into_iter();
            let known = known.rfind(|row| row.person == *person);
            let (was, reached) = known.map(|row| (row.name, row.contact)).unwrap_or_default();
            desk.change_person(ChangePerson {
                person: person.clone(),
                name: name.clone().or(was).unwrap_or_default(),
                contact: contact.clone().or(reached).unwrap_or_default(),
            })?
        }
        People::Role { file, name, rename } => {
            let (name, role) = (name.clone(), rename.clone());
            at::acting(args, file)?.0.define_role(DefineRole { role, name })?
        }
        People::Deputies { file, role, deputies } => {
            let (mut desk, _) = at::acting(args, file)?;
            let deputies = places(&mut desk, deputies)?;
            desk.name_deputies(NameDeputies { role: role.clone(), deputies })?
        }
        People::OnCall { file, role, order } => {
            let (mut desk, _) = at::acting(args, file)?;
            let order = places(&mut desk, order)?;
            desk.set_on_call(SetOnCall { role: role.clone(), order })?
        }
        People::Away { file, person, from, to, reason, change } => {
            at::acting(args, file)?.0.record_absence(RecordAbsence {
                absence: change.clone(),
                person: person.clone(),
                from: from.clone(),
                to: to.clone(),
                reason: reason.clone(),
            })?
        }
        People::Back { file, absence } => {
            let absence = absence.clone();
            at::acting(args, file)?.0.withdraw_absence(WithdrawAbsence { absence })?
        }
        People::Team { file, name, manager, members, change } => {
            at::acting(args, file)?.0.set_team(SetTeam {
                team: change.clone(),
                name: name.clone(),
                manager: manager.clone(),
                members: members.clone(),
            })?
        }
        People::Join { file, team, person, from, to } => {
            let (team, person) = (team.clone(), person.clone());
            let (from, to) = (from.clone(), to.clone());
            at::acting(args, file)?.0.join_team(JoinTeam { team, person, from, to })?
        }
        People::Leave { file, team, person, on } => {
            let (team, person, on) = (team.clone(), person.clone(), on.clone());
            at::acting(args, file)?.0.leave_team(LeaveTeam { team, person, on })?
        }
        People::Disband { file, team, on } => {
            let (team, on) = (team.clone(), on.clone());
            at::acting(args, file)?.0.disband_team(DisbandTeam { team, on })?
        }
        People::Left { file, person, why } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let (person, why) = (person.clone(), why.clone());
            desk.record_leaving(RecordLeaving { person, passphrase, why })?
        }
    };
    print::answer(args.json, &view, everybody)
}

/// Does what is asked of keys.
pub fn key(args: &Args, act: &Key) -> Result<Outcome, Problem> {
    let view = match act {
        Key::List { file } => {
            let view = at::reading(args, file)?.people(Nothing {})?;
            return print::answer(args.json, &view, fingerprints);
        }
        Key::Enrol { file, person } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let new_passphrase = passphrase::new(&format!("New passphrase of {person}: "))?;
            desk.enrol_key(EnrolKey { person: person.clone(), new_passphrase, passphrase })?
        }
        Key::Request { file, person, out } => return sign::request_key(args, file, person, out),
        Key::Replace { file, statements, dry_run: true, .. } => {
            return sign::came_back(args, file, statements);
        }
        Key::Replace { file, statements, why, .. } if !statements.is_empty() => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let grants = statements.iter().map(|path| at::grant(path)).collect::<Result<_, _>>()?;
            desk.take_statements(TakeStatements { grants, passphrase, why: why.clone() })?
        }
        Key::Replace { file, why, .. } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let new_passphrase = passphrase::new("Passphrase of the new key: ")?;
            desk.replace_key(ReplaceKey { passphrase, new_passphrase, why: why.clone() })?
        }
        Key::Retire { file, person, key, why } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let (person, key, why) = (person.clone(), key.clone(), why.clone());
            desk.retire_key(RetireKey { person, key, passphrase, why })?
        }
        Key::Save { file, out } => {
            let (mut desk, _) = at::acting(args, file)?;
            let written = desk.save_key_file(SaveKeyFile { grant: at::grant(out)? })?;
            return print::written(args.json, &written);
        }
        Key::Bring { file, source } => {
            let mut desk = at::reading(args, file)?;
            let passphrase = passphrase::asked("Passphrase of the key file: ")?;
            let brought = BringKeyFile { grant: at::grant(source)?, passphrase };
            desk.bring_key_file(brought).map_err(passphrase::told)?
        }
    };
    print::answer(args.json, &view, everybody)
}

/// Places as typed: who, perhaps with a first and a last day; from today when none is given.
fn places(desk: &mut Desk, typed: &[String]) -> Result<Vec<Place>, Problem> {
    let today = desk.people(Nothing {})?.today;
    let place = |typed: &String| {
        let (person, days) = typed.split_once(':').unwrap_or((typed, ""));
        let (from, to) = days.split_once("..").unwrap_or((days, ""));
        Place {
            person: person.to_owned(),
            from: if from.is_empty() { today.clone() } else { from.to_owned() },
            to: (!to.is_empty()).then(|| to.to_owned()),
        }
    };
    Ok(typed.iter().map(place).collect())
}

/// A line a key, as `verify --keys` reads it: the fingerprint, then whose it is.
fn fingerprints(view: &PeopleView) {
    let of_people = view.people.iter().flat_map(|person| {
        let name = person.name.as_deref().unwrap_or(ERASED);
        person.keys.iter().map(move |key| (key, format!("{} {name}", person.person)))
    });
    let of_machines = view.machines.iter().map(|key| (key, "a machine".to_owned()));
    for (key, whose) in of_people.chain(of_machines) {
        let retired = if key.in_force { "" } else { ", retired" };
        say!("{}  {whose}{retired}", key.fingerprint);
    }
}

fn everybody(view: &PeopleView) {
    for person in &view.people {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.name.as_str()).collect();
        let left = if person.left { " (left)" } else { "" };
        let name = person.name.as_deref().unwrap_or(ERASED);
        say!("{}  {name}{left}  {}", person.person, roles.join(", "));
        for acts in &person.stands_in {
            say!("          acts for {} in the place of {}", acts.name, acts.instead_of_name);
        }
        for key in &person.keys {
            let state = if key.in_force { "in force" } else { "retired" };
            say!("          key {} {state}, {}", key.key, key.fingerprint);
        }
    }
    view.teams.iter().filter(|team| team.disbanded_on.is_none()).for_each(team);
    view.absences.iter().filter(|absence| absence.state != AbsenceState::Past).for_each(absence);
    view.roles.iter().for_each(orders);
}

fn team(team: &TeamRow) {
    let members: Vec<&str> = team.members.iter().map(|member| member.name.as_str()).collect();
    let manager = team.manager_name.as_deref().unwrap_or("nobody");
    let name = team.name.as_deref().unwrap_or(ERASED);
    say!("{}  {name}, managed by {manager}: {}", team.team, members.join(", "));
}

fn absence(absence: &AbsenceRow) {
    let to = absence.to.as_deref().map(|to| format!(" to {to}")).unwrap_or_default();
    say!("{}  {} is away from {}{to}", absence.absence, absence.name, absence.from);
    for covered in &absence.cover {
        say!("          {}: {}", covered.name, covered.by.as_deref().unwrap_or("nobody acts"));
    }
}

fn orders(role: &RoleRow) {
    for (what, order) in [("deputies", &role.deputies), ("on call", &role.on_call)] {
        let names: Vec<&str> = order.iter().map(|place| place.name.as_str()).collect();
        if !names.is_empty() {
            say!("{}  {what}: {}", role.name, names.join(", then "));
        }
    }
}
