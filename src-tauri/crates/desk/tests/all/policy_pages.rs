//! A version of a policy as pages: since when it binds, who has attested it, and what it says otherwise
//! than the version before.

use desk::Desk;
use desk::operations::{
    AttestPolicy, EnrolKey, EraseText, ExportPolicy, PolicyGiven, PolicyPage, PolicyQuery,
    RecordLeaving, RevisePolicy, SectionGiven, SettingGiven,
};
use domain::decision::DecisionKind;
use lopdf::Document;

use crate::reports::words;
use crate::support::*;

/// The start-up policy that asks everybody.
const USE: &str = "POL-0001";
const PIAS: &str = "amber lantern thistle";

fn page(desk: &mut Desk) -> PolicyPage {
    desk.policy(PolicyQuery { policy: USE.to_owned() }).unwrap()
}

/// What the pages of a version say, without white space.
fn pages(room: &Room, desk: &mut Desk, version: u32) -> String {
    let (policy, grant) = (USE.to_owned(), room.grant("version.pdf"));
    desk.export_policy(ExportPolicy { policy, version: Some(version), grant }).unwrap();
    let pdf = Document::load(room.path("version.pdf")).unwrap();
    words(&pdf).chars().filter(|one| !one.is_whitespace()).collect()
}

fn attest(desk: &mut Desk, passphrase: &str) {
    let hash = page(desk).versions.into_iter().find(|one| one.in_force).unwrap().hash;
    let (policy, passphrase) = (USE.to_owned(), passphrase.into());
    desk.attest_policy(AttestPolicy { policy, hash, passphrase }).unwrap();
}

/// The next version: what was written last, with its sections as they are `arranged`.
fn revise(desk: &mut Desk, arranged: impl FnOnce(&mut Vec<SectionGiven>)) {
    let last = page(desk).versions.remove(0);
    let sections = last
        .sections
        .into_iter()
        .map(|one| SectionGiven { heading: one.heading.unwrap(), body: one.body.unwrap() });
    let mut sections: Vec<SectionGiven> = sections.collect();
    arranged(&mut sections);
    let given = PolicyGiven {
        title: last.title.unwrap(),
        kind: last.kind,
        sections,
        roles: Vec::new(),
        again_days: last.again_days,
    };
    let (policy, seen) = (USE.to_owned(), last.version);
    desk.revise_policy(RevisePolicy { policy, seen, given, why: String::new() }).unwrap();
}

fn weeks_later(room: &Room, desk: &mut Desk, weeks: i64) {
    room.later(weeks * 7 * 24 * 60);
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

#[test]
fn a_version_in_force_counts_who_has_attested_it_among_those_it_asks() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, USE);
    attest(&mut desk, PASSPHRASE);
    let says = pages(&room, &mut desk, 1);
    assert!(says.contains("Attestations1of2"), "one of two: {says}");
}

#[test]
fn who_attested_a_version_in_force_and_is_asked_no_longer_is_listed_and_not_counted() {
    let room = Room::new();
    let mut desk = room.founded();
    let pia = add(&mut desk, "Pia Sand", &[]).unwrap();
    let (new_passphrase, passphrase) = (PIAS.into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: pia.clone(), new_passphrase, passphrase }).unwrap();
    adopt_policy(&mut desk, USE);
    sign_in(&mut desk, &pia, PIAS).unwrap();
    attest(&mut desk, PIAS);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let leaving = RecordLeaving { person: pia, passphrase: PASSPHRASE.into(), why: None };
    desk.record_leaving(leaving).unwrap();
    weeks_later(&room, &mut desk, 1);
    let says = pages(&room, &mut desk, 1);
    assert!(says.contains("PiaSandisaskednolonger"), "her name stays: {says}");
    assert!(says.contains("Attestations0of2"), "and the two who are asked have not: {says}");
}

#[test]
fn a_replaced_version_says_how_many_attested_it_and_not_of_how_many() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, USE);
    attest(&mut desk, PASSPHRASE);
    revise(&mut desk, |sections| sections.truncate(1));
    adopt_policy(&mut desk, USE);
    let says = pages(&room, &mut desk, 1);
    assert!(says.contains("Attestations1attested"), "whom it asked then is not told: {says}");
}

#[test]
fn a_replaced_version_says_from_when_until_when_it_was_in_force() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, USE);
    assert!(pages(&room, &mut desk, 1).contains("Inforcesince2026-11-16"), "while it is");
    revise(&mut desk, |sections| sections.truncate(1));
    weeks_later(&room, &mut desk, 1);
    adopt_policy(&mut desk, USE);
    let says = pages(&room, &mut desk, 1);
    let spans = says.contains("Inforcefrom2026-11-16Inforceuntil2026-11-23");
    assert!(spans && !says.contains("Inforcesince"), "both days: {says}");
}

#[test]
fn a_retired_version_that_nobody_attested_does_not_say_that_it_asked_nobody() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, USE);
    let given = SettingGiven::PolicyRetired { policy: USE.into() };
    set_by_two(&mut desk, DecisionKind::PolicyAdoption, given);
    let says = pages(&room, &mut desk, 1);
    assert!(says.contains("Nobodyattesteditwhileitwasinforce."), "it asked two: {says}");
}

#[test]
fn a_version_that_only_orders_its_sections_anew_says_so() {
    let room = Room::new();
    let mut desk = room.founded();
    revise(&mut desk, |sections| sections.reverse());
    let says = pages(&room, &mut desk, 2);
    assert!(says.contains("Sectionsinorder"), "as the decision on it does: {says}");
}

#[test]
fn what_was_erased_of_the_version_before_is_said_to_be_and_not_to_be_missing() {
    let room = Room::new();
    let mut desk = room.founded();
    revise(&mut desk, |sections| sections.truncate(1));
    let entry = page(&mut desk).versions.last().unwrap().entry;
    let (path, ground) = ("/event/terms/title".to_owned(), "Names a customer.".to_owned());
    desk.erase_text(EraseText { entry, path, ground, passphrase: PASSPHRASE.into() }).unwrap();
    let says = pages(&room, &mut desk, 2);
    assert!(says.contains("Title(erased)"), "there was a title: {says}");
}
