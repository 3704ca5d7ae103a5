//! What the team holds itself to: a policy adopted and attested, a framework's requirement shown, and
//! one that is not asked.

use desk::Desk;
use desk::demo::PASSPHRASE;
use desk::operations::{
    AttestPolicy, ChangeGiven, CoverageQuery, DecisionQuery, GiveVotes, MapRequirement,
    PolicyQuery, ProposeDecision, SettingGiven, ShownBy, VoteGiven,
};
use domain::decision::{DecisionKind, Verdict};

use crate::everyday::SALOME;
use crate::workspace::{OPERATOR, SPONSOR, sign_in};

const POLICY: &str = "POL-0001";

/// All of it, with the operator signed in before and after; legal is heard, so she has a key.
pub fn govern(desk: &mut Desk) {
    let drafted = desk.policy(PolicyQuery { policy: POLICY.into() }).unwrap();
    let hash = drafted.versions[0].hash.clone();
    let version = drafted.versions[0].version;
    let given = SettingGiven::Policy { policy: POLICY.into(), version, hash: hash.clone() };
    set(desk, DecisionKind::PolicyAdoption, given, &[(SALOME, Verdict::Agree)]);
    let (policy, passphrase) = (POLICY.to_owned(), PASSPHRASE.into());
    desk.attest_policy(AttestPolicy { policy, hash, passphrase }).unwrap();

    let (of, why) = ("AIACT-26(8)".to_owned(), "We are no public authority".to_owned());
    set(desk, DecisionKind::RuleSetting, SettingGiven::Scope { of, why }, &[]);
    desk.map_requirement(MapRequirement {
        requirement: "NIST-GOVERN-6.1".into(),
        shown: ShownBy::Thing { reference: "EVD-0001".into() },
        reason: "The vendor's auditors looked at it".into(),
        within: CoverageQuery::default(),
    })
    .unwrap();
}

/// Proposed by the operator, heard by `heard`, approved by the sponsor.
fn set(desk: &mut Desk, kind: DecisionKind, given: SettingGiven, heard: &[(&str, Verdict)]) {
    let proposed = desk.propose_decision(ProposeDecision {
        kind,
        title: "As we agreed".into(),
        rationale: "It is how we work already".into(),
        rollback_plan: "Set it as it was".into(),
        evidence: Vec::new(),
        change: ChangeGiven::Setting { given },
    });
    let decision = proposed.unwrap().row.decision;
    for (person, verdict) in heard.iter().copied().chain([(SPONSOR, Verdict::Approve)]) {
        sign_in(desk, person);
        let asked = DecisionQuery { decision: decision.clone() };
        let subject = desk.decision(asked).unwrap().subject;
        let (decision, reason) = (decision.clone(), "Read it whole".to_owned());
        let votes = vec![VoteGiven { decision, subject, verdict, reason }];
        desk.give_votes(GiveVotes { votes, passphrase: PASSPHRASE.into() }).unwrap();
    }
    sign_in(desk, OPERATOR);
}
