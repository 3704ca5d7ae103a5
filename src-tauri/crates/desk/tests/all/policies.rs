//! Policies at the desk: written, adopted by decision, attested here and by file, and who has not.

use desk::operations::{
    AskState, Asks, AttestPolicy, BringKeyFile, ChangeGiven, DraftPolicy, EnrolKey, ExportPolicies,
    ExportPolicy, FindingsQuery, LogQuery, Nothing, OpenRequest, PolicyGiven, PolicyPage,
    PolicyQuery, ProposeDecision, RequestAttestation, RevisePolicy, SaveKeyFile, SectionGiven,
    SettingGiven, SignRequest, TakeStatements,
};
use desk::{Desk, Problem};
use domain::decision::{DecisionKind, DecisionState};
use domain::policy::{Kind, PolicyAdopted, PolicyAttested, PolicyRetired, Section, Terms};
use domain::rule::Rule;
use domain::{Event, Text};

use crate::conduct::append;
use crate::support::*;

/// The start-up policy that asks everybody.
const USE: &str = "POL-0001";
const PIAS: &str = "amber lantern thistle";

fn page(desk: &mut Desk, policy: &str) -> PolicyPage {
    desk.policy(PolicyQuery { policy: policy.to_owned() }).unwrap()
}

fn given(body: &str, roles: &[&str]) -> PolicyGiven {
    PolicyGiven {
        title: "Who may see calls".into(),
        kind: Kind::Other,
        sections: vec![SectionGiven { heading: "Recordings".into(), body: body.into() }],
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        again_days: None,
    }
}

/// Proposed as the last version that was written, or another.
fn proposal(desk: &mut Desk, policy: &str, version: u32) -> ProposeDecision {
    let told = page(desk, policy).versions.into_iter().find(|one| one.version == version).unwrap();
    let given = SettingGiven::Policy { policy: policy.into(), version, hash: told.hash };
    ProposeDecision {
        kind: DecisionKind::PolicyAdoption,
        title: "Adopt it".into(),
        rationale: "Everybody has read the draft.".into(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Setting { given },
    }
}

/// Adopted by RevOps and the sponsor; RevOps is signed in again. Says what the difference said.
fn adopt(desk: &mut Desk, policy: &str, version: u32) -> String {
    let ProposeDecision { kind, change, .. } = proposal(desk, policy, version);
    let ChangeGiven::Setting { given } = change else { panic!("a setting is proposed") };
    let (says, state) = set_by_two(desk, kind, given);
    assert_eq!(state, DecisionState::Applied, "two people adopt it");
    says
}

fn attest(desk: &mut Desk, policy: &str, passphrase: &str) -> Result<PolicyPage, Problem> {
    let page = page(desk, policy);
    let told = page.versions.iter().find(|one| one.in_force).or(page.versions.first()).unwrap();
    let (policy, hash) = (policy.to_owned(), told.hash.clone());
    desk.attest_policy(AttestPolicy { policy, hash, passphrase: passphrase.into() })
}

/// What the rule of attestations finds, in words.
fn found(desk: &mut Desk) -> Vec<(String, Option<String>)> {
    let view = desk.findings(FindingsQuery::default()).unwrap();
    let groups = view.groups.into_iter().filter(|group| group.rule.rule == Rule::PolicyAttested);
    groups.flat_map(|group| group.findings).map(|one| (one.says, one.since)).collect()
}

fn days_later(room: &Room, desk: &mut Desk, days: i64) {
    room.later(days * 24 * 60);
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

#[test]
fn a_new_workspace_has_two_policies_and_a_training_as_drafts_that_bind_nobody() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = desk.policies(Nothing {}).unwrap();
    let kinds: Vec<Kind> = view.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [Kind::AcceptableUse, Kind::DosAndDonts, Kind::Training]);
    assert!(view.rows.iter().all(|row| row.in_force.is_none() && row.asked == 0), "as drafts");
    assert_eq!(code(attest(&mut desk, USE, PASSPHRASE)), "not-in-force", "nothing to sign yet");
    days_later(&room, &mut desk, 60);
    assert_eq!(found(&mut desk), [], "and nobody is late");
    assert_eq!(code(desk.take_start_up_policies(Nothing {})), "nothing-changed", "they are there");
}

#[test]
fn a_workspace_without_policies_takes_the_start_up_ones_later() {
    let room = Room::new();
    let mut desk = room.desk("first");
    let founding =
        desk::operations::CreateWorkspace { sets: Vec::new(), ..room.founding("desk.countersign") };
    desk.create_workspace(founding).unwrap();
    assert_eq!(desk.policies(Nothing {}).unwrap().rows, [], "it has none");
    let taken = desk.take_start_up_policies(Nothing {}).unwrap();
    let titles: Vec<Option<String>> = taken.rows.into_iter().map(|row| row.title).collect();
    let same = Room::new().founded().policies(Nothing {}).unwrap();
    let same: Vec<Option<String>> = same.rows.into_iter().map(|row| row.title).collect();
    assert_eq!(titles, same, "the same that others begin with");
    holds(&mut desk, "they were written by somebody who may");
}

#[test]
fn only_a_decision_puts_a_version_in_force_and_its_difference_is_the_whole_text() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.draft_policy(DraftPolicy { given: given("Sixty days.", &[]) }).unwrap();
    let says = adopt(&mut desk, "POL-0004", 1);
    assert!(says.contains("Recordings: – → Sixty days."), "all of the first version: {says}");
    let page = page(&mut desk, "POL-0004");
    assert_eq!(page.row.in_force, Some(1), "in force");
    let adopted = &page.versions[0].adopted[0];
    assert_eq!(adopted.decision.as_deref(), Some("DEC-0001"), "by that decision");
    holds(&mut desk, "what was adopted is what was written");
}

#[test]
fn the_version_in_force_is_adopted_anew_and_what_was_attested_counts_on() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    attest(&mut desk, USE, PASSPHRASE).unwrap();
    let first = page(&mut desk, USE).row;
    assert_eq!(first.since, first.adopted, "adopted once");
    days_later(&room, &mut desk, 90);
    let says = adopt(&mut desk, USE, 1);
    let anew = "POL-0001: Version 1 in force → Version 1 in force, adopted anew as it stands";
    assert_eq!(says, anew, "whoever signs reads that it says what it said");
    let page = page(&mut desk, USE);
    assert_eq!(page.row.since, first.since, "it was in force all along");
    assert!(page.row.adopted > first.adopted, "and was adopted a quarter later: {:?}", page.row);
    assert_eq!(page.versions[0].adopted.len(), 2, "each is a dated act");
    assert_eq!(page.row.attested, first.attested, "whoever attested it is not asked again");
    assert_eq!(code(attest(&mut desk, USE, PASSPHRASE)), "attested-already", "nor may they");
    holds(&mut desk, "a policy may be adopted anew");
}

/// Retired by RevOps and the sponsor; RevOps is signed in again. Says what the difference said.
fn retire(desk: &mut Desk, policy: &str) -> String {
    let given = SettingGiven::PolicyRetired { policy: policy.to_owned() };
    let (says, state) = set_by_two(desk, DecisionKind::PolicyAdoption, given);
    assert_eq!(state, DecisionState::Applied, "two people retire it");
    says
}

#[test]
fn a_retired_policy_asks_nobody_and_keeps_what_was_attested() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    attest(&mut desk, USE, PASSPHRASE).unwrap();
    days_later(&room, &mut desk, 15);
    assert_eq!(found(&mut desk).len(), 1, "the sponsor is late");
    let says = retire(&mut desk, USE);
    let said = "POL-0001: Version 1 in force → Retired: it asks nobody";
    assert_eq!(says, said, "the decision says what ends");
    assert_eq!(found(&mut desk), [], "nobody is late with what asks nobody");
    let page = page(&mut desk, USE);
    assert_eq!((page.row.in_force, page.row.asked, page.people.len()), (None, 0, 0));
    let retired = page.row.retired.expect("it says that it is retired");
    assert_eq!((retired.version, retired.decision.as_deref()), (1, Some("DEC-0002")));
    assert_eq!(page.versions[0].adopted.len(), 1, "its history stays");
    assert_eq!(code(attest(&mut desk, USE, PASSPHRASE)), "not-in-force", "nothing is to be signed");
    let grant = room.grant("attestations.csv");
    desk.export_policies(ExportPolicies { grant }).unwrap();
    let table = std::fs::read_to_string(room.path("attestations.csv")).unwrap();
    let own = table.lines().filter(|line| line.starts_with("POL-0001"));
    assert_eq!(own.count(), 1, "who attested it stays, and nobody is asked: {table}");
    holds(&mut desk, "a decision retired it");
}

#[test]
fn only_what_is_in_force_is_retired_and_it_can_be_adopted_again() {
    let room = Room::new();
    let mut desk = room.founded();
    let change =
        ChangeGiven::Setting { given: SettingGiven::PolicyRetired { policy: USE.to_owned() } };
    let proposal = ProposeDecision { change, ..proposal(&mut desk, USE, 1) };
    let early = desk.propose_decision(proposal.clone());
    assert_eq!(code(early), "not-in-force", "a draft asks nobody as it is");
    adopt(&mut desk, USE, 1);
    attest(&mut desk, USE, PASSPHRASE).unwrap();
    let open = desk.propose_decision(proposal.clone()).unwrap().row.decision;
    let proposed = page(&mut desk, USE).row.proposed.expect("it is proposed");
    assert_eq!((proposed.decision, proposed.version), (open, None), "to go out of force");
    retire(&mut desk, USE);
    assert_eq!(page(&mut desk, USE).row.proposed, None, "the other proposal is stale with that");
    assert_eq!(code(desk.propose_decision(proposal)), "not-in-force", "it is retired once");
    adopt(&mut desk, USE, 1);
    let again = page(&mut desk, USE).row;
    assert_eq!((again.in_force, again.retired), (Some(1), None), "in force again");
    assert_eq!(again.attested, 0, "and everybody is asked anew");
    holds(&mut desk, "every step was decided");
}

#[test]
fn a_revision_is_a_version_of_its_own_and_its_adoption_asks_everybody_anew() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.draft_policy(DraftPolicy { given: given("Sixty days.", &[]) }).unwrap();
    adopt(&mut desk, "POL-0004", 1);
    let attested = attest(&mut desk, "POL-0004", PASSPHRASE).unwrap();
    assert_eq!((attested.row.attested, attested.row.asked), (1, 2), "one of two");
    let revise = |seen| RevisePolicy {
        policy: "POL-0004".into(),
        seen,
        given: given("Thirty days.", &[]),
        why: "Legal asks for it.".into(),
    };
    assert_eq!(code(desk.revise_policy(revise(7))), "changed-meanwhile", "of what was seen");
    let revised = desk.revise_policy(revise(1)).unwrap();
    assert_eq!((revised.row.versions, revised.row.in_force), (2, Some(1)), "the old one holds on");
    assert_eq!(revised.row.attested, 1, "and so does its attestation");
    let says = adopt(&mut desk, "POL-0004", 2);
    assert!(says.contains("Recordings: Sixty days. → Thirty days."), "the difference: {says}");
    let page = page(&mut desk, "POL-0004");
    assert_eq!((page.row.in_force, page.row.attested), (Some(2), 0), "everybody is asked anew");
    holds(&mut desk, "every version stands as it was written");
}

#[test]
fn a_person_attests_once_with_their_own_key_what_they_have_read() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    let wrong = "something else entirely";
    assert_eq!(code(attest(&mut desk, USE, wrong)), "passphrase-wrong", "it takes the key");
    let another = page(&mut desk, "POL-0002").versions[0].hash.clone();
    let passphrase = PASSPHRASE.into();
    let other = desk.attest_policy(AttestPolicy { policy: USE.into(), hash: another, passphrase });
    assert_eq!(code(other), "request-changed", "only what was read is signed");
    let attested = attest(&mut desk, USE, PASSPHRASE).unwrap();
    let mine = attested.row.mine.unwrap();
    assert_eq!((mine.state, mine.until.as_deref()), (AskState::Attested, Some("2027-11-16")));
    assert_eq!(code(attest(&mut desk, USE, PASSPHRASE)), "attested-already", "once");
    holds(&mut desk, "the statement is over the version's own entry");
}

#[test]
fn who_has_not_attested_in_time_is_a_finding_dated_from_the_day_they_were_late() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    attest(&mut desk, USE, PASSPHRASE).unwrap();
    days_later(&room, &mut desk, 14);
    assert_eq!(found(&mut desk), [], "the fourteenth day is in time");
    let waits = |desk: &mut Desk| {
        sign_in(desk, "PER-0002", SPONSORS).unwrap();
        let waiting = desk.today(Nothing {}).unwrap().policies;
        waiting.into_iter().map(|one| (one.policy, one.late)).collect::<Vec<_>>()
    };
    assert_eq!(waits(&mut desk), [(USE.to_owned(), false)], "today asks the sponsor for it");
    days_later(&room, &mut desk, 1);
    let says = "1 of 2 has not attested it in time: Tobias Lindqvist.".to_owned();
    assert_eq!(found(&mut desk), [(says, Some("2026-12-01".to_owned()))], "late since that day");
    assert_eq!(waits(&mut desk), [(USE.to_owned(), true)], "and says that it is late");
    add(&mut desk, "Pia Sand", &[]).ok();
    attest(&mut desk, USE, SPONSORS).unwrap();
    assert_eq!(found(&mut desk), [], "mended by attesting; who has just come has time");
}

#[test]
fn an_attestation_by_file_is_read_whole_signed_elsewhere_and_counts_here_once() {
    let room = Room::new();
    let mut desk = room.founded();
    let pia = add(&mut desk, "Pia Sand", &["sdr"]).unwrap();
    let (new_passphrase, passphrase) = (PIAS.into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: pia.clone(), new_passphrase, passphrase }).unwrap();
    adopt(&mut desk, "POL-0003", 1);
    sign_in(&mut desk, &pia, PIAS).unwrap();
    let key = room.grant("pia.pem");
    desk.save_key_file(SaveKeyFile { grant: key.clone() }).unwrap();
    let mut own = room.desk("pias");
    own.open_path(&room.workspace()).unwrap();
    own.bring_key_file(BringKeyFile { grant: key, passphrase: PIAS.into() }).unwrap();
    own.close_workspace(Nothing {}).unwrap();
    let grant = room.grant("asked.json");
    let policy = "POL-0003".to_owned();
    desk.request_attestation(RequestAttestation { policy, grant: grant.clone() }).unwrap();
    let read = own.open_request(OpenRequest { grant: grant.clone() }).unwrap();
    let Asks::Attestation(asked) = &read.asks else { panic!("an attestation is asked for") };
    let told = page(&mut desk, "POL-0003").versions.remove(0);
    assert_eq!(asked.sections, told.sections, "the whole text is there to be read");
    assert_eq!(asked.subject, told.hash, "and what is signed is the version's own entry");
    own.sign_request(SignRequest {
        grant,
        sha256: read.sha256,
        person: pia.clone(),
        approve: true,
        consulted: false,
        reason: String::new(),
        passphrase: PIAS.into(),
        out: room.grant("pias.json"),
    })
    .unwrap();
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let take = |desk: &mut Desk| {
        let grants = vec![room.grant("pias.json")];
        code(desk.take_statements(TakeStatements {
            grants,
            passphrase: PASSPHRASE.into(),
            why: None,
        }))
    };
    assert_eq!(take(&mut desk), "done", "whoever keeps the desk takes it in");
    let row = page(&mut desk, "POL-0003").row;
    assert_eq!((row.attested, row.asked), (1, 1), "and it counts for who signed");
    assert_ne!(take(&mut desk), "done", "once");
    holds(&mut desk, "it stands like one given here");
}

#[test]
fn a_table_says_who_attested_which_version_when_and_who_has_not() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    attest(&mut desk, USE, PASSPHRASE).unwrap();
    desk.export_policies(ExportPolicies { grant: room.grant("policies.csv") }).unwrap();
    let text = std::fs::read_to_string(room.path("policies.csv")).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with(USE)).collect();
    assert_eq!(lines.len(), 2, "a line for each of two people: {text}");
    let begins = "POL-0001,Acceptable use of AI in sales,Acceptable use,1,yes,";
    let rest: Vec<&str> = lines.iter().map(|line| line.strip_prefix(begins).unwrap()).collect();
    let signed = "PER-0001,Maren Okafor,attested,2026-11-16T08:00:00+01:00,,";
    assert!(rest[0].starts_with(signed), "who did, with the entry: {}", rest[0]);
    assert_eq!(rest[1], "PER-0002,Tobias Lindqvist,asked,,2026-11-30,", "and who has time still");
}

#[test]
fn a_version_leaves_as_a_document_that_its_entry_names() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    let leave = |desk: &mut Desk, version, name: &str| {
        let (policy, grant) = (USE.to_owned(), room.grant(name));
        desk.export_policy(ExportPolicy { policy, version, grant })
    };
    let written = leave(&mut desk, None, "policy.pdf").unwrap();
    assert!(std::fs::read(room.path("policy.pdf")).unwrap().starts_with(b"%PDF-"), "as pages");
    let query = LogQuery { about: Some(USE.to_owned()), ..LogQuery::default() };
    let log = desk.log(query).unwrap().rows;
    let told = log.iter().find(|row| Some(row.entry) == written.entry);
    assert!(told.is_some_and(|row| row.says == "policy exported as pdf"), "told of the policy");
    assert_eq!(code(leave(&mut desk, Some(7), "none.pdf")), "bad-request", "there is no seventh");
    assert!(!room.path("none.pdf").exists(), "and no file");
}

#[test]
fn what_nobody_decided_or_signed_is_found_though_every_signature_holds() {
    let section = Section { heading: Text::new("Anything"), body: Text::new("Goes.") };
    let terms = Terms {
        title: Text::new("Anything goes"),
        kind: Kind::Other,
        sections: vec![section],
        roles: Vec::new(),
        again_days: None,
    };
    let policy = USE.parse().unwrap();
    let adopted = PolicyAdopted { policy, version: 1, hash: "9f".repeat(32), terms: terms.clone() };
    let statement = domain::people::SignedStatement {
        statement: "{}".to_owned(),
        signature: "AAAA".to_owned(),
    };
    let drafted = |number| domain::policy::PolicyDrafted {
        policy: domain::PolicyRef::new(number),
        terms: terms.clone(),
    };
    for (attack, event, expected) in [
        ("in force without a decision", Event::from(adopted), "rule.undecided"),
        (
            "attested by nobody",
            PolicyAttested { policy, version: 1, statement }.into(),
            "statement.invalid",
        ),
        ("written over another", drafted(2).into(), "rule.differs"),
        ("retired without a decision", PolicyRetired { policy }.into(), "rule.undecided"),
    ] {
        let room = Room::new();
        let mut desk = room.founded();
        append(&room, event);
        let proof = verify(&mut desk);
        let codes: Vec<&str> = proof.faults.iter().map(|fault| fault.code.as_str()).collect();
        assert!(codes.contains(&expected), "{attack}: {codes:?}");
    }
}

#[test]
fn the_decision_shows_what_a_new_version_leaves_as_it_is() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt(&mut desk, USE, 1);
    let before = page(&mut desk, USE).versions.remove(0);
    let words = |text: &Option<String>| text.clone().unwrap();
    let mut sections: Vec<SectionGiven> = before
        .sections
        .iter()
        .map(|one| SectionGiven { heading: words(&one.heading), body: words(&one.body) })
        .collect();
    sections[2].body.push_str("\n\nNever by post.");
    let given = PolicyGiven {
        title: words(&before.title),
        kind: before.kind,
        sections,
        roles: Vec::new(),
        again_days: before.again_days,
    };
    desk.revise_policy(RevisePolicy { policy: USE.into(), seen: 1, given, why: String::new() })
        .unwrap();
    let proposed = proposal(&mut desk, USE, 2);
    let view = desk.propose_decision(proposed).unwrap();
    let changed: Vec<&str> = view.differences.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(changed, ["Version", "SHA-256", "Customer data"], "one section, and its marks");
}
