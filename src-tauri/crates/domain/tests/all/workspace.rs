//! The workspace's beginning, its clock, erasure.

use domain::workspace::{
    Founding, ImportRecorded, StartUpSet, acknowledge, check_clock, check_not_behind, create,
    erase, record_import,
};
use domain::{Event, Moment, Text};

use crate::support::*;

fn founding() -> Founding<'static> {
    let key = |name: &str| (format!("id {name}"), format!("public {name}"));
    Founding {
        name: "Northwind",
        zone: "Pacific/Auckland",
        fiscal_start: 7,
        demo: false,
        founder: "Maren Okafor",
        key: key("founder"),
        machine: key("machine"),
        sets: &StartUpSet::ALL,
    }
}

#[test]
fn a_workspace_begins_with_roles_metrics_its_founder_as_revops_matrices_and_cadences() {
    let events = create(founding(), at("2026-11-15T12:00:00Z")).unwrap();
    let expected = [
        "workspace.created",
        "roles.defined",
        "metrics.defined",
        "role.given",
        "decision-rights.set",
        "raci.applied",
        "raci.applied",
        "raci.applied",
        "cadence.set",
        "cadence.set",
        "cadence.set",
        "cadence.set",
        "policy.drafted",
        "policy.drafted",
        "policy.drafted",
        "rules.set",
    ];
    assert_eq!(kinds(&events), expected, "what every workspace starts with");
    let Event::RoleGiven(given) = &events[3] else { panic!("another event came out") };
    assert_eq!(given.from, day("2026-11-16"), "it is Monday in Auckland already");
}

#[test]
fn a_workspace_begins_without_the_sets_that_are_not_wanted() {
    let bare = Founding { sets: &[], ..founding() };
    let events = create(bare, at("2026-11-15T12:00:00Z")).unwrap();
    let expected = [
        "workspace.created",
        "roles.defined",
        "role.given",
        "decision-rights.set",
        "cadence.set",
        "rules.set",
    ];
    assert_eq!(kinds(&events), expected, "roles, the founder, rights and the weekly call alone");
    let Event::CadenceSet(weekly) = &events[4] else { panic!("another event came out") };
    let named = weekly.checklist.iter().any(|item| !item.metrics.is_empty());
    assert!(!named, "no item names a metric that another metric's reference would be taken for");
}

#[test]
fn what_a_workspace_cannot_begin_with() {
    let long = "x".repeat(201);
    for (founding, expected) in [
        (Founding { name: " ", ..founding() }, "blank"),
        (Founding { name: &long, ..founding() }, "too-long"),
        (Founding { founder: "", ..founding() }, "blank"),
        (Founding { founder: &long, ..founding() }, "too-long"),
        (Founding { zone: "Berlin", ..founding() }, "unknown-zone"),
        (Founding { zone: "", ..founding() }, "unknown-zone"),
        (Founding { zone: " Europe/Berlin ", ..founding() }, "done"),
        (Founding { fiscal_start: 0, ..founding() }, "unknown-month"),
        (Founding { fiscal_start: 13, ..founding() }, "unknown-month"),
        (Founding { fiscal_start: 12, ..founding() }, "done"),
    ] {
        let said = format!("{founding:.60?}");
        assert_eq!(code(&create(founding, at("2026-11-15T12:00:00Z"))), expected, "{said}");
    }
}

#[test]
fn ninety_two_days_are_the_furthest_the_clock_goes_by_itself() {
    let last: Moment = at("2026-06-01T12:00:00Z");
    for (now, clock, behind, acknowledged) in [
        ("2026-06-01T12:00:00Z", "done", "done", "nothing-to-declare"),
        ("2026-06-01T11:59:59.999Z", "done", "clock-behind", "nothing-to-declare"),
        ("2020-01-01T00:00:00Z", "done", "clock-behind", "nothing-to-declare"),
        ("2026-09-01T12:00:00Z", "done", "done", "nothing-to-declare"),
        ("2026-09-01T12:00:00.001Z", "clock-jumped", "done", "done"),
        ("2126-09-01T12:00:00Z", "clock-jumped", "done", "done"),
    ] {
        let now = at(now);
        assert_eq!(code(&check_clock(last, now)), clock, "{now}: far ahead?");
        assert_eq!(code(&check_not_behind(last, now)), behind, "{now}: behind?");
        assert_eq!(code(&acknowledge(last, now)), acknowledged, "{now}: to acknowledge?");
    }
}

#[test]
fn words_that_are_there_are_erased_by_those_who_may_with_a_ground() {
    let mut company = company();
    company.holdings.push(held(JONAS, "legal", "2026-01-01", None));
    for (by, ground, present, expected) in [
        (MAREN, "Art. 17 request", true, "done"),
        (TOBIAS, "Art. 17 request", true, "done"),
        (JONAS, "Art. 17 request", true, "done"),
        (RAFAEL, "Art. 17 request", true, "not-entitled"),
        (MAREN, " ", true, "blank"),
        (MAREN, "Art. 17 request", false, "no-such-text"),
    ] {
        let erased = erase(&company, by, 12, "/event/name", ground, present);
        assert_eq!(code(&erased), expected, "{by} erases for “{ground}”, there: {present}");
    }
}

#[test]
fn only_keepers_take_a_file_in() {
    let import = ImportRecorded {
        what: "workflows".to_owned(),
        file: Text::new("inventory.csv"),
        sha256: "00".repeat(32),
        encoding: "UTF-8".to_owned(),
        rows: 1,
        accepted: 1,
        updated: 0,
        skipped: 0,
        rejected: vec![],
    };
    for (by, expected) in [(MAREN, "done"), (TOBIAS, "done"), (JONAS, "not-entitled")] {
        assert_eq!(code(&record_import(&company(), by, import.clone())), expected, "{by} imports");
    }
}
