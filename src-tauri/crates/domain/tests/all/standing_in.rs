//! Who stands in for whom: deputies, on-call orders, absences.

use domain::people::{self, Absence, Acting, Away, Standing, Stint, acting};
use domain::{AbsenceRef, Event, PersonRef};
use proptest::prelude::*;

use crate::support::*;

fn stint(person: PersonRef, from: &str, to: Option<&str>) -> Stint {
    Stint { person, from: day(from), to: to.map(day) }
}

fn absence(number: u32, person: PersonRef, from: &str, to: Option<&str>) -> Absence {
    Absence { absence: AbsenceRef::new(number), person, from: day(from), to: to.map(day) }
}

/// Jonas, then Rafael, stand in for RevOps; Maren is away in the week of 16 November.
fn covered() -> Standing {
    let mut company = company();
    let deputies =
        vec![stint(JONAS, "2026-01-01", None), stint(RAFAEL, "2026-06-01", Some("2026-11-20"))];
    company.cover.deputies.insert(role("revops"), deputies);
    company.cover.absences.push(absence(1, MAREN, "2026-11-16", Some("2026-11-20")));
    company
}

fn who(standing: &Standing, role_id: &str, on: &str) -> Vec<(PersonRef, Option<PersonRef>)> {
    let found = acting(standing, &role(role_id), day(on));
    found.into_iter().map(|Acting { who, instead_of }| (who, instead_of)).collect()
}

#[test]
fn the_first_deputy_who_is_here_acts_from_the_first_day_of_an_absence_to_its_last() {
    let mut standing = covered();
    standing.cover.absences.push(absence(2, JONAS, "2026-11-18", Some("2026-11-19")));
    for (on, expected, why) in [
        ("2026-11-15", vec![(MAREN, None)], "she is here the day before"),
        ("2026-11-16", vec![(JONAS, Some(MAREN))], "the first deputy, from the first day"),
        ("2026-11-18", vec![(RAFAEL, Some(MAREN))], "the first deputy is away too"),
        ("2026-11-20", vec![(JONAS, Some(MAREN))], "the first deputy is back, to the last day"),
        ("2026-11-21", vec![(MAREN, None)], "she is here the day after"),
    ] {
        assert_eq!(who(&standing, "revops", on), expected, "{on}: {why}");
    }
}

#[test]
fn a_deputyship_counts_from_its_first_day_to_its_last() {
    let mut standing = covered();
    standing.cover.absences =
        vec![absence(1, MAREN, "2026-01-01", None), absence(2, JONAS, "2026-01-01", None)];
    for (on, expected) in [
        ("2026-05-31", vec![]),
        ("2026-06-01", vec![(RAFAEL, Some(MAREN))]),
        ("2026-11-20", vec![(RAFAEL, Some(MAREN))]),
        ("2026-11-21", vec![]),
    ] {
        assert_eq!(who(&standing, "revops", on), expected, "on {on}, both days inclusive");
        let left_open = people::uncovered(&standing, &role("revops"), day(on));
        let open = if expected.is_empty() { vec![MAREN] } else { vec![] };
        assert_eq!(left_open, open, "on {on}: who is away without anybody in their place is named");
    }
}

#[test]
fn a_holder_who_is_here_keeps_acting_beside_the_deputy_of_one_who_is_away() {
    let mut standing = covered();
    standing.holdings.push(held(TOBIAS, "revops", "2026-01-01", None));
    assert_eq!(
        who(&standing, "revops", "2026-11-16"),
        vec![(TOBIAS, None), (JONAS, Some(MAREN))],
        "each holder is here or has somebody in their place"
    );
}

#[test]
fn a_vacant_role_is_covered_by_nobody() {
    let mut standing = covered();
    standing.holdings.retain(|held| held.person != MAREN);
    assert_eq!(who(&standing, "revops", "2026-11-16"), vec![], "vacancy is mended, not covered");
}

#[test]
fn who_has_left_stands_in_for_nobody() {
    let mut standing = covered();
    standing.people.retain(|person| *person != JONAS);
    assert_eq!(who(&standing, "revops", "2026-11-16"), vec![(RAFAEL, Some(MAREN))], "the next one");
}

#[test]
fn a_deputy_may_do_what_the_role_may_while_the_holder_is_away_and_no_longer() {
    for (today, by, expected) in [
        ("2026-11-15", JONAS, "not-entitled"),
        ("2026-11-16", JONAS, "done"),
        ("2026-11-16", RAFAEL, "not-entitled"),
        ("2026-11-20", JONAS, "done"),
        ("2026-11-21", JONAS, "not-entitled"),
        ("2026-11-16", MAREN, "done"),
    ] {
        let mut standing = covered();
        standing.today = day(today);
        let added = people::add(&standing, by, "Ilse Verbeek", "");
        assert_eq!(code(&added), expected, "{by} adds a person on {today}");
    }
}

#[test]
fn it_can_be_said_in_whose_place_somebody_acts() {
    let standing = covered();
    let on = day("2026-11-16");
    assert_eq!(standing.stands_in(JONAS, on), vec![(role("revops"), MAREN)], "for the record");
    assert_eq!(standing.stands_in(RAFAEL, on), vec![], "the second deputy is not needed");
    assert_eq!(standing.in_place_of(MAREN, &role("revops"), on), None, "she holds the role");
}

#[test]
fn the_on_call_order_leaves_out_who_is_away_and_ends_with_who_acts() {
    let mut standing = covered();
    let order = vec![
        stint(MAREN, "2026-01-01", None),
        stint(TOBIAS, "2026-11-16", Some("2026-11-18")),
        stint(RAFAEL, "2026-01-01", None),
    ];
    standing.cover.on_call.insert(role("revops"), order);
    for (on, expected) in [
        ("2026-11-15", vec![MAREN, RAFAEL]),
        ("2026-11-16", vec![TOBIAS, RAFAEL, JONAS]),
        ("2026-11-19", vec![RAFAEL, JONAS]),
    ] {
        let order = people::call_order(&standing, &role("revops"), day(on));
        assert_eq!(order, expected, "whom to call on {on}");
    }
}

#[test]
fn an_order_names_people_who_are_here_once_for_any_day() {
    let from = "2026-11-16";
    for (role_id, order, expected) in [
        ("revops", vec![], "done"),
        ("revops", vec![stint(JONAS, from, None), stint(RAFAEL, from, None)], "done"),
        ("chief", vec![], "unknown"),
        ("revops", vec![stint(GONE, from, None)], "has-left"),
        ("revops", vec![stint(NOBODY, from, None)], "unknown"),
        ("revops", vec![stint(JONAS, from, Some("2026-11-15"))], "ends-before-it-starts"),
        ("revops", vec![stint(JONAS, from, None), stint(JONAS, "2027-01-01", None)], "named-twice"),
        (
            "revops",
            vec![stint(JONAS, from, Some("2026-11-30")), stint(JONAS, "2026-12-01", None)],
            "done",
        ),
    ] {
        let (company, role) = (company(), role(role_id));
        let deputies = people::name_deputies(&company, MAREN, &role, order.clone());
        assert_eq!(code(&deputies), expected, "deputies of {role}: {order:?}");
        let on_call = people::set_on_call(&company, TOBIAS, &role, order.clone());
        assert_eq!(code(&on_call), expected, "on call for {role}: {order:?}");
    }
    let by_jonas = people::name_deputies(&company(), JONAS, &role("revops"), vec![]);
    assert_eq!(code(&by_jonas), "not-entitled", "only those who keep the desk name deputies");
}

#[test]
fn an_absence_is_recorded_by_oneself_or_by_those_who_keep_the_desk() {
    let long = "x".repeat(20_001);
    for (by, person, from, to, reason, expected) in [
        (JONAS, JONAS, "2026-12-01", Some("2026-12-04"), "on leave", "done"),
        (MAREN, JONAS, "2026-12-01", None, "", "done"),
        (RAFAEL, JONAS, "2026-12-01", None, "", "not-entitled"),
        (MAREN, GONE, "2026-12-01", None, "", "has-left"),
        (MAREN, NOBODY, "2026-12-01", None, "", "unknown"),
        (JONAS, JONAS, "2026-12-01", Some("2026-11-30"), "", "ends-before-it-starts"),
        (JONAS, JONAS, "2026-12-01", Some("2026-12-01"), "", "done"),
        (JONAS, JONAS, "2026-12-01", None, &long, "too-long"),
        (MAREN, MAREN, "2026-11-20", None, "", "away-already"),
        (MAREN, MAREN, "2026-11-21", None, "", "done"),
        (MAREN, MAREN, "2026-11-01", None, "", "away-already"),
        (MAREN, MAREN, "2026-11-01", Some("2026-11-15"), "", "done"),
    ] {
        let away = Away { from: day(from), to: to.map(day), reason };
        let recorded = people::record_absence(&covered(), by, AbsenceRef::new(2), person, away);
        assert_eq!(code(&recorded), expected, "{by}: {person} away from {from} to {to:?}");
    }
}

#[test]
fn an_absence_is_changed_and_withdrawn_by_who_may_record_it() {
    let (known, unknown) = (AbsenceRef::new(1), AbsenceRef::new(9));
    let away = Away { from: day("2026-11-16"), to: Some(day("2026-11-17")), reason: "" };
    for (by, which, expected) in [
        (MAREN, known, "done"),
        (TOBIAS, known, "done"),
        (RAFAEL, known, "not-entitled"),
        (MAREN, unknown, "unknown"),
    ] {
        let changed = people::change_absence(&covered(), by, which, away);
        assert_eq!(code(&changed), expected, "{by} lets {which} end sooner");
        let withdrawn = people::withdraw_absence(&covered(), by, which);
        assert_eq!(code(&withdrawn), expected, "{by} withdraws {which}");
    }
    let changed = people::change_absence(&covered(), MAREN, known, away).unwrap();
    assert!(
        matches!(changed, Event::AbsenceRecorded(ref event) if event.person == MAREN),
        "a change keeps whose absence it is"
    );
}

prop_compose! {
    fn days()(first in 0..60_i64, length in proptest::option::of(0..30_i64)) -> (i64, Option<i64>) {
        (first, length.map(|days| first + days))
    }
}

proptest! {
    /// Whatever is recorded, every holder on a day is either here, or has exactly one person in
    /// their place who is here, or is named as uncovered.
    #[test]
    fn every_holder_acts_is_stood_in_for_or_is_named(
        holders in proptest::collection::vec((1..7_u32, days()), 0..6),
        deputies in proptest::collection::vec((1..7_u32, days()), 0..6),
        absences in proptest::collection::vec((1..7_u32, days()), 0..8),
        on in 0..90_i64,
    ) {
        let day = |n: i64| day("2026-01-01") + chrono::Duration::days(n);
        let mut standing = company();
        standing.people = (1..7).map(PersonRef::new).collect();
        standing.holdings = holders.iter().map(|(who, (from, to))| people::Holding {
            person: PersonRef::new(*who), role: role("revops"), from: day(*from), to: to.map(day),
        }).collect();
        let order = deputies.iter().map(|(who, (from, to))| Stint {
            person: PersonRef::new(*who), from: day(*from), to: to.map(day),
        }).collect();
        standing.cover.deputies.insert(role("revops"), order);
        standing.cover.absences = (1..).zip(&absences).map(|(n, (who, (from, to)))| Absence {
            absence: AbsenceRef::new(n), person: PersonRef::new(*who), from: day(*from), to: to.map(day),
        }).collect();
        let on = day(on);
        standing.today = on;
        let acts = acting(&standing, &role("revops"), on);
        let open = people::uncovered(&standing, &role("revops"), on);
        for found in &acts {
            prop_assert!(standing.away(found.who, on).is_none(), "nobody acts who is away");
            prop_assert!(standing.acts(found.who, &role("revops")), "whoever acts is entitled");
        }
        for person in standing.people.clone() {
            let places = acts.iter().filter(|a| a.instead_of.unwrap_or(a.who) == person).count();
            let places = places + open.iter().filter(|o| **o == person).count();
            let holds = standing.holds(person, &role("revops"));
            prop_assert_eq!(places, usize::from(holds), "{} once if they hold it, else never", person);
        }
    }
}
