//! People at work in the desk: who stands in for whom, teams, roles of one's own.

use desk::Desk;
use desk::operations::{
    AbsenceState, ChangePerson, DefineRole, DisbandTeam, EnrolKey, JoinTeam, LeaveTeam, LogQuery,
    NameDeputies, Nothing, PeopleView, Place, RecordAbsence, RecordLeaving, SetOnCall, SetTeam,
    WithdrawAbsence,
};

use crate::support::*;

const JONAS: &str = "PER-0003";

/// The founder, the sponsor, and Jonas with a key of his own, who leads sales.
fn three(room: &Room) -> Desk {
    let mut desk = room.founded();
    add(&mut desk, "Jonas Weidmann", &["sales-leader"]).unwrap();
    let (new_passphrase, passphrase) = ("harbour slate oboe".into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: JONAS.into(), new_passphrase, passphrase }).unwrap();
    desk
}

fn place(person: &str, from: &str, to: Option<&str>) -> Place {
    Place { person: person.into(), from: from.into(), to: to.map(str::to_owned) }
}

fn away(person: &str, from: &str, to: Option<&str>) -> RecordAbsence {
    RecordAbsence {
        absence: None,
        person: person.into(),
        from: from.into(),
        to: to.map(str::to_owned),
        reason: "on leave".into(),
    }
}

fn acting(desk: &mut Desk, role: &str) -> Vec<(String, Option<String>)> {
    let view = desk.people(Nothing {}).unwrap();
    let row = view.roles.into_iter().find(|row| row.role == role).unwrap();
    row.acting.into_iter().map(|acting| (acting.name, acting.instead_of)).collect()
}

fn name(words: &str) -> Option<String> {
    Some(words.to_owned())
}

#[test]
fn what_waits_goes_to_the_deputy_from_midnight_in_the_workspaces_zone() {
    let room = Room::new();
    let mut desk = three(&room);
    let deputies = vec![place(JONAS, "2026-11-16", None)];
    desk.name_deputies(NameDeputies { role: "revops".into(), deputies }).unwrap();
    desk.record_absence(away("PER-0001", "2026-11-17", Some("2026-11-17"))).unwrap();
    for (now, expected) in [
        ("2026-11-16T22:59:00Z", (name("Maren Okafor"), None)),
        ("2026-11-16T23:00:00Z", (name("Jonas Weidmann"), name("Maren Okafor"))),
        ("2026-11-17T22:59:00Z", (name("Jonas Weidmann"), name("Maren Okafor"))),
        ("2026-11-17T23:00:00Z", (name("Maren Okafor"), None)),
    ] {
        room.clock.set(at(now));
        let found = acting(&mut desk, "revops");
        assert_eq!(
            found,
            [(expected.0.unwrap(), expected.1)],
            "in Berlin it is an hour later: {now}"
        );
    }
}

#[test]
fn a_deputy_keeps_the_desk_while_the_keeper_is_away_and_it_is_said_in_whose_place() {
    let room = Room::new();
    let mut desk = three(&room);
    let deputies = vec![place(JONAS, "2026-11-16", None)];
    desk.name_deputies(NameDeputies { role: "revops".into(), deputies }).unwrap();
    sign_in(&mut desk, JONAS, "harbour slate oboe").unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "not-entitled", "nobody is away");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let view = desk.record_absence(away("PER-0001", "2026-11-16", None)).unwrap();
    assert_eq!(view.absences[0].state, AbsenceState::Now, "she is away from today");
    assert_eq!(view.absences[0].cover[0].by, name("Jonas Weidmann"), "and he is in her place");
    sign_in(&mut desk, JONAS, "harbour slate oboe").unwrap();
    let keeper = desk.frame(Nothing {}).unwrap().workspace.unwrap().person.unwrap().keeper;
    assert!(keeper, "the window lets him");
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "and so does the desk");
    let jonas = desk.people(Nothing {}).unwrap().people.swap_remove(2);
    let stands_in = &jonas.stands_in[0];
    assert_eq!(
        (stands_in.role.as_str(), stands_in.instead_of_name.as_str()),
        ("revops", "Maren Okafor"),
        "his row says in whose place he acts"
    );
    holds(&mut desk, "a deputy's entries are entries like any others");
}

#[test]
fn an_absence_is_changed_withdrawn_and_never_given_its_reference_again() {
    let room = Room::new();
    let mut desk = three(&room);
    let view = desk.record_absence(away(JONAS, "2026-11-23", Some("2026-11-27"))).unwrap();
    assert_eq!(view.absences[0].absence, "ABS-0001", "the first");
    assert_eq!(view.absences[0].state, AbsenceState::Coming, "next week");
    assert_eq!(view.absences[0].cover[0].by, None, "no deputy of the sales leader is named");
    let clash = desk.record_absence(away(JONAS, "2026-11-27", None));
    assert_eq!(code(clash), "away-already", "its last day is part of it");
    let known = Some("ABS-0001".to_owned());
    let sooner = RecordAbsence { absence: known, ..away(JONAS, "2026-11-23", Some("2026-11-24")) };
    let view = desk.record_absence(sooner).unwrap();
    assert_eq!(view.absences[0].to, name("2026-11-24"), "he comes back sooner");
    desk.withdraw_absence(WithdrawAbsence { absence: "ABS-0001".into() }).unwrap();
    let view = desk.record_absence(away(JONAS, "2026-12-01", None)).unwrap();
    assert_eq!(view.absences.len(), 1, "the one withdrawn is gone from the list");
    assert_eq!(view.absences[0].absence, "ABS-0002", "and keeps its reference");
    let about = Some("ABS-0001".to_owned());
    let log = desk.log(LogQuery { about, ..LogQuery::default() }).unwrap();
    assert_eq!(log.rows.len(), 3, "recorded, changed, withdrawn: all stay on the record");
}

#[test]
fn whoever_leaves_leaves_teams_deputyships_and_on_call_orders_too() {
    let room = Room::new();
    let mut desk = three(&room);
    let order = || vec![place(JONAS, "2026-11-16", None)];
    desk.name_deputies(NameDeputies { role: "legal".into(), deputies: order() }).unwrap();
    desk.set_on_call(SetOnCall { role: "security".into(), order: order() }).unwrap();
    let members = vec![JONAS.to_owned()];
    let (manager, team) = (name(JONAS), None);
    desk.set_team(SetTeam { team, name: "Inside sales".into(), manager, members }).unwrap();
    desk.record_leaving(RecordLeaving {
        person: JONAS.into(),
        passphrase: PASSPHRASE.into(),
        why: None,
    })
    .unwrap();
    room.later(24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let view = desk.people(Nothing {}).unwrap();
    let places = |role: &str| {
        let row = view.roles.iter().find(|row| row.role == role).unwrap();
        row.deputies.iter().chain(&row.on_call).filter(|place| place.today).count()
    };
    assert_eq!(places("legal") + places("security"), 0, "his places ended with his last day");
    assert!(view.teams[0].members.is_empty(), "so did his membership");
    assert!(view.teams[0].manager_left, "and the team says that its manager has left");
}

#[test]
fn a_team_lives_from_its_forming_to_its_last_day() {
    let room = Room::new();
    let mut desk = three(&room);
    let set = |team: Option<&str>, called: &str, members: &[&str]| SetTeam {
        team: team.map(str::to_owned),
        name: called.into(),
        manager: name("PER-0002"),
        members: members.iter().map(|member| (*member).to_owned()).collect(),
    };
    let view = desk.set_team(set(None, "Inside sales", &[JONAS])).unwrap();
    assert_eq!(view.teams[0].members.len(), 1, "formed with its members");
    assert_eq!(code(desk.set_team(set(None, "inside  SALES", &[]))), "name-taken", "one of a name");
    let view = desk.set_team(set(Some("TEAM-0001"), "Inbound", &[])).unwrap();
    assert_eq!(view.teams[0].name, name("Inbound"), "it is called something else now");
    let member = |person: &str| JoinTeam {
        team: "TEAM-0001".into(),
        person: person.into(),
        from: "2026-11-20".into(),
        to: None,
    };
    assert_eq!(code(desk.join_team(member(JONAS))), "member-already", "he belongs to it");
    desk.join_team(member("PER-0001")).unwrap();
    let (team, person, on) = ("TEAM-0001".into(), JONAS.into(), "2026-11-16".into());
    let view = desk.leave_team(LeaveTeam { team, person, on }).unwrap();
    assert_eq!(view.teams[0].members.len(), 2, "he belongs to it until the evening");
    let (team, on) = ("TEAM-0001".into(), "2026-11-15".into());
    let view = desk.disband_team(DisbandTeam { team, on }).unwrap();
    assert!(view.teams[0].members.is_empty(), "nobody belongs to a team that is disbanded");
    assert_eq!(code(desk.join_team(member(JONAS))), "disbanded", "and nobody joins it");
}

#[test]
fn a_role_of_ones_own_is_given_like_any_other_and_keeps_its_place_when_renamed() {
    let room = Room::new();
    let mut desk = three(&room);
    let names = |view: PeopleView| -> Vec<String> {
        view.roles.into_iter().map(|role| role.name).collect()
    };
    let before = names(desk.people(Nothing {}).unwrap());
    let view = desk.define_role(DefineRole { role: None, name: "Pricing lead".into() }).unwrap();
    assert_eq!(view.roles.last().unwrap().role, "own-1", "its identifier tells nothing");
    let role = name("revops");
    let renamed = desk.define_role(DefineRole { role, name: "Revenue operations".into() }).unwrap();
    let expected: Vec<String> = before
        .iter()
        .map(|name| if name == "RevOps" { "Revenue operations" } else { name }.to_owned())
        .chain(["Pricing lead".to_owned()])
        .collect();
    assert_eq!(names(renamed), expected, "in the order in which they were defined");
    assert_eq!(code(add(&mut desk, "Nour", &["own-1"])), "done", "it is held like any other");
}

#[test]
fn a_person_is_called_something_else_from_an_entry_on() {
    let room = Room::new();
    let mut desk = three(&room);
    let change = |name: &str| ChangePerson {
        person: JONAS.into(),
        name: name.into(),
        contact: "jonas@northwind.example".into(),
    };
    assert_eq!(code(desk.change_person(change(" "))), "blank", "a name is needed");
    let view = desk.change_person(change("Jonas Okonkwo-Weidmann")).unwrap();
    assert_eq!(view.people[2].name, name("Jonas Okonkwo-Weidmann"), "as he is called now");
    assert_eq!(view.people[2].contact, name("jonas@northwind.example"), "and reached");
    holds(&mut desk, "a change is an entry");
}
