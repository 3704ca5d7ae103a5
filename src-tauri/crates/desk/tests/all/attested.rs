//! Attestations as evidence: what people put their names to, against whom it was asked of.

use desk::Desk;
use desk::operations::{
    AttestPolicy, CoverageQuery, EvidenceMissing, PolicyGiven, PolicyQuery, RevisePolicy,
    SectionGiven, SettingGiven,
};
use domain::decision::DecisionKind;
use domain::framework::Coverage;
use domain::people::SignedStatement;
use domain::policy::{Kind, PolicyAttested};
use domain::{Event, PolicyRef};

use crate::conduct::append;
use crate::frameworks::{one, quarter, stands};
use crate::support::*;

/// The training that a workspace begins with, adopted and changed to ask RevOps.
const TRAINING: &str = "POL-0003";
/// Shown by training, and by items that nobody has answered yet.
const TRAINED: &str = "NIST-GOVERN-2.2";

fn attest(desk: &mut Desk, policy: &str) {
    let page = desk.policy(PolicyQuery { policy: policy.into() }).unwrap();
    let hash = page.versions[0].hash.clone();
    let (policy, passphrase) = (policy.into(), PASSPHRASE.into());
    desk.attest_policy(AttestPolicy { policy, hash, passphrase }).unwrap();
}

/// A training of RevOps, that a workspace begins with asking roles nobody holds yet.
fn training_of_revops(desk: &mut Desk) {
    training(desk, 1, "Say why.", None);
}

/// The training as it goes on after the version `seen`.
fn training(desk: &mut Desk, seen: u32, body: &str, again_days: Option<u32>) {
    let given = PolicyGiven {
        title: "Working with suggestions".into(),
        kind: Kind::Training,
        sections: vec![SectionGiven { heading: "Overruling".into(), body: body.into() }],
        roles: vec!["revops".into()],
        again_days,
    };
    let why = "For whoever is here.".into();
    desk.revise_policy(RevisePolicy { policy: TRAINING.into(), seen, given, why }).unwrap();
}

/// What is missing of a requirement, in words.
fn missing(desk: &mut Desk, requirement: &str, within: CoverageQuery) -> Vec<String> {
    let row = one(desk, requirement, within).row;
    let says = |one: EvidenceMissing| [one.reference.unwrap_or_default(), one.says].join(" ");
    row.missing.into_iter().map(says).collect()
}

#[test]
fn a_gap_of_training_says_what_is_missing_until_those_it_asks_have_attested() {
    let room = Room::new();
    let mut desk = room.founded();
    let now = CoverageQuery::default;
    assert_eq!(missing(&mut desk, TRAINED, now()), [" No training is in force"]);
    training_of_revops(&mut desk);
    adopt_policy(&mut desk, TRAINING);
    assert_eq!(stands(&mut desk, TRAINED, now()), Coverage::None, "adopting it trains nobody");
    assert_eq!(
        missing(&mut desk, TRAINED, now()),
        ["POL-0003 none of 1 has attested version 2"],
        "and it leads to whom it waits for"
    );
    attest(&mut desk, TRAINING);
    let seen = one(&mut desk, TRAINED, now());
    assert_eq!(seen.row.coverage, Coverage::InPeriod, "who was asked has put their name to it");
    let source = &seen.sources[0];
    let found = &source.newest[0];
    assert_eq!(found.reference.as_deref(), Some(TRAINING), "it leads there");
    let says = found.name.as_deref().unwrap();
    assert_eq!(says, "version 2 attested by 1 of 1, by 1 in the period");
    assert_eq!((seen.row.missing.len(), source.missing.len()), (0, 0), "nothing is missing");
    assert!(missing(&mut desk, "ISO42001-7.3", now())[0].contains("No policy is in force"));
}

#[test]
fn attestations_count_in_the_quarter_they_are_given_in_and_against_those_asked_at_its_end() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, "POL-0001");
    attest(&mut desk, "POL-0001");
    let aware = "ISO42001-7.3";
    let waits = ["POL-0001 1 of 2 has not attested version 1"];
    assert_eq!(missing(&mut desk, aware, quarter("2026-Q4")), waits, "the sponsor has not");
    room.later(60 * 24 * 60);
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let page = desk.policy(PolicyQuery { policy: "POL-0001".into() }).unwrap();
    let (hash, passphrase) = (page.versions[0].hash.clone(), SPONSORS.into());
    assert_eq!(stands(&mut desk, aware, CoverageQuery::default()), Coverage::Earlier, "none yet");
    desk.attest_policy(AttestPolicy { policy: "POL-0001".into(), hash, passphrase }).unwrap();
    let seen = one(&mut desk, aware, CoverageQuery::default());
    let says = seen.sources[0].newest[0].name.clone().unwrap();
    assert_eq!(says, "version 1 attested by 2 of 2, by 1 in the period");
    assert_eq!(seen.row.coverage, Coverage::InPeriod, "the sponsor's is of this quarter");
    assert_eq!(
        missing(&mut desk, aware, quarter("2026-Q4")),
        waits,
        "the one before keeps its own"
    );
}

#[test]
fn what_retires_a_policy_is_no_evidence_of_one_adopted() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, "POL-0001");
    let given = SettingGiven::PolicyRetired { policy: "POL-0001".into() };
    set_by_two(&mut desk, DecisionKind::PolicyAdoption, given);
    let seen = one(&mut desk, "ISO42001-5.2", CoverageQuery::default());
    let found: Vec<_> = seen.sources[0].newest.iter().map(|one| one.reference.clone()).collect();
    assert_eq!(found, [Some("DEC-0001".to_owned())], "the adoption alone");
}

#[test]
fn what_was_signed_of_a_version_that_is_replaced_shows_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    training_of_revops(&mut desk);
    adopt_policy(&mut desk, TRAINING);
    attest(&mut desk, TRAINING);
    training(&mut desk, 2, "Say why, and when.", None);
    adopt_policy(&mut desk, TRAINING);
    let now = CoverageQuery::default;
    assert_eq!(missing(&mut desk, TRAINED, now()), ["POL-0003 none of 1 has attested version 3"]);
    assert_eq!(stands(&mut desk, TRAINED, now()), Coverage::None, "nobody read what is in force");
}

#[test]
fn what_was_signed_of_a_policy_that_is_retired_shows_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    training_of_revops(&mut desk);
    adopt_policy(&mut desk, TRAINING);
    attest(&mut desk, TRAINING);
    let given = SettingGiven::PolicyRetired { policy: TRAINING.into() };
    set_by_two(&mut desk, DecisionKind::PolicyAdoption, given);
    assert_eq!(stands(&mut desk, TRAINED, CoverageQuery::default()), Coverage::None);
}

#[test]
fn what_somebody_signed_whom_it_does_not_ask_shows_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    training_of_revops(&mut desk);
    adopt_policy(&mut desk, TRAINING);
    // The sponsor holds no role that it asks.
    append(&room, signed("PER-0002", "2026-11-16T09:00:00Z"));
    let now = CoverageQuery::default;
    assert_eq!(missing(&mut desk, TRAINED, now()), ["POL-0003 none of 1 has attested version 2"]);
    assert_eq!(stands(&mut desk, TRAINED, now()), Coverage::None, "whoever else has");
}

#[test]
fn an_attestation_counts_until_it_runs_out_though_it_is_asked_for_again_before() {
    let room = Room::new();
    let mut desk = room.founded();
    training(&mut desk, 1, "Say why.", Some(30));
    adopt_policy(&mut desk, TRAINING);
    attest(&mut desk, TRAINING);
    let now = CoverageQuery::default;
    room.later(20 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let waiting = desk.policy(PolicyQuery { policy: TRAINING.into() }).unwrap().row;
    assert_eq!((waiting.asked, waiting.attested), (1, 0), "it is asked for again");
    let none: [&str; 0] = [];
    assert_eq!(missing(&mut desk, TRAINED, now()), none, "and counts for ten more days");
    assert_eq!(stands(&mut desk, TRAINED, now()), Coverage::InPeriod);
    room.later(11 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(missing(&mut desk, TRAINED, now()), ["POL-0003 none of 1 has attested version 2"]);
    assert_eq!(stands(&mut desk, TRAINED, now()), Coverage::None, "then it has run out");
}

#[test]
fn an_attestation_counts_no_later_than_when_it_was_entered_whatever_it_says() {
    let room = Room::new();
    let mut desk = room.founded();
    training_of_revops(&mut desk);
    adopt_policy(&mut desk, TRAINING);
    append(&room, signed("PER-0001", "2027-11-16T09:00:00Z"));
    assert_eq!(stands(&mut desk, TRAINED, quarter("2026-Q4")), Coverage::InPeriod);
    room.later(60 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let seen = one(&mut desk, TRAINED, CoverageQuery::default());
    assert_eq!(seen.row.coverage, Coverage::Earlier, "nobody has signed anything since");
    let says = seen.sources[0].newest[0].name.as_deref();
    assert_eq!(says, Some("version 2 attested by 1 of 1, by 0 in the period"));
}

/// An attestation of the training's second version that never went through the desk.
fn signed(by: &str, at: &str) -> Event {
    let statement = format!("{{\"by\":\"{by}\",\"at\":\"{at}\"}}");
    let statement = SignedStatement { statement, signature: "AAAA".into() };
    PolicyAttested { policy: PolicyRef::new(3), version: 2, statement }.into()
}
