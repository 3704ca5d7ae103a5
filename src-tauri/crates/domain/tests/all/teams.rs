//! Teams, and roles of one's own.

use domain::people::{self, Membership, RoleDefinition, Team, Teams};
use domain::{Event, PersonRef, TeamRef, Text};

use crate::support::*;

const INSIDE: TeamRef = TeamRef::new(1);
const FIELD: TeamRef = TeamRef::new(2);
const FORMER: TeamRef = TeamRef::new(3);

fn team(team: TeamRef, name: &str, disbanded_on: Option<&str>) -> Team {
    Team { team, name: Text::new(name), manager: Some(JONAS), disbanded_on: disbanded_on.map(day) }
}

fn member(team: TeamRef, person: PersonRef, from: &str, to: Option<&str>) -> Membership {
    Membership { team, person, from: day(from), to: to.map(day) }
}

fn teams() -> Teams {
    Teams {
        teams: vec![
            team(INSIDE, "Inside sales", None),
            team(FIELD, "Field sales", None),
            team(FORMER, "Partner sales", Some("2026-06-30")),
        ],
        memberships: vec![member(INSIDE, RAFAEL, "2026-01-01", Some("2026-11-30"))],
    }
}

#[test]
fn a_team_is_formed_under_the_next_reference_and_a_name_of_its_own() {
    for (by, name, manager, expected) in [
        (MAREN, "Renewals", Some(JONAS), "done"),
        (TOBIAS, "Renewals", None, "done"),
        (JONAS, "Renewals", None, "not-entitled"),
        (MAREN, " ", None, "blank"),
        (MAREN, "  inside SALES ", None, "name-taken"),
        (MAREN, "Partner sales", None, "done"),
        (MAREN, "Renewals", Some(GONE), "has-left"),
    ] {
        let formed = people::form_team(&company(), &teams(), by, name, manager);
        assert_eq!(code(&formed), expected, "{by} forms “{name}”");
        if let Ok((team, _)) = formed {
            assert_eq!(team, TeamRef::new(4), "a reference is never given twice");
        }
    }
}

#[test]
fn a_team_keeps_its_name_or_gets_another_until_it_is_disbanded() {
    for (which, name, expected) in [
        (INSIDE, "Inside sales", "done"),
        (INSIDE, "Inbound", "done"),
        (INSIDE, "field sales", "name-taken"),
        (FORMER, "Partners", "disbanded"),
        (TeamRef::new(9), "Partners", "unknown"),
    ] {
        let changed = people::change_team(&company(), &teams(), MAREN, which, name, None);
        assert_eq!(code(&changed), expected, "{which} is called “{name}”");
    }
    for (which, expected) in [(INSIDE, "done"), (FORMER, "disbanded")] {
        let on = day("2026-11-30");
        let disbanded = people::disband_team(&company(), &teams(), MAREN, which, on);
        assert_eq!(code(&disbanded), expected, "{which} is disbanded");
    }
}

#[test]
fn a_person_belongs_to_a_team_once_for_any_day_and_to_as_many_teams_as_it_takes() {
    for (given, expected) in [
        (member(INSIDE, RAFAEL, "2026-11-30", None), "member-already"),
        (member(INSIDE, RAFAEL, "2026-12-01", None), "done"),
        (member(FIELD, RAFAEL, "2026-11-16", None), "done"),
        (member(FORMER, RAFAEL, "2026-11-16", None), "disbanded"),
        (member(INSIDE, GONE, "2026-11-16", None), "has-left"),
        (member(INSIDE, JONAS, "2026-11-16", Some("2026-11-15")), "ends-before-it-starts"),
    ] {
        let joined = people::join_team(&company(), &teams(), MAREN, given.clone());
        assert_eq!(code(&joined), expected, "{given:?}");
    }
}

#[test]
fn a_membership_ends_on_a_day_of_it() {
    for (person, on, expected) in [
        (RAFAEL, "2026-11-20", "done"),
        (RAFAEL, "2026-11-30", "no-member"),
        (RAFAEL, "2025-12-31", "ends-before-it-starts"),
        (JONAS, "2026-11-20", "no-member"),
    ] {
        let left = people::leave_team(&company(), &teams(), MAREN, INSIDE, person, day(on));
        assert_eq!(code(&left), expected, "{person} belongs to it until {on}");
    }
}

#[test]
fn members_are_counted_from_their_first_day_to_their_last() {
    for (on, there) in
        [("2025-12-31", false), ("2026-01-01", true), ("2026-11-30", true), ("2026-12-01", false)]
    {
        let found: Vec<_> = teams().members(INSIDE, day(on)).collect();
        assert_eq!(found == vec![RAFAEL], there, "on {on}, both days inclusive");
    }
}

#[test]
fn a_role_of_ones_own_has_an_identifier_that_tells_nothing_and_a_name_of_its_own() {
    let known: Vec<RoleDefinition> = [("revops", "RevOps"), ("own-4", "Partner lead")]
        .map(|(id, name)| RoleDefinition { role: role(id), name: Text::new(name) })
        .to_vec();
    for (by, which, name, expected) in [
        (MAREN, None, "Pricing lead", "done"),
        (JONAS, None, "Pricing lead", "not-entitled"),
        (MAREN, None, "revops", "name-taken"),
        (MAREN, None, "", "blank"),
        (MAREN, Some("own-4"), "Alliances lead", "done"),
        (MAREN, Some("own-4"), "partner lead", "done"),
        (MAREN, Some("revops"), "Revenue operations", "done"),
        (MAREN, Some("chief"), "Chief", "unknown"),
    ] {
        let which = which.map(role);
        let defined = people::define(&company(), by, &known, which.as_ref(), name);
        assert_eq!(code(&defined), expected, "{by} calls {which:?} “{name}”");
        if let Ok((given, Event::RolesDefined(event))) = defined {
            assert_eq!(given, which.unwrap_or_else(|| role("own-5")), "never given twice");
            assert_eq!(event.roles.len(), 1, "the other roles stay as they are");
        }
    }
}
