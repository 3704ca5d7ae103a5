//! What he tries by himself at the desk.

use desk::Desk;
use desk::Problem;
use desk::operations::{
    ChangeGiven, DecisionView, EvidenceGiven, LookBack, Nothing, PermitGiven, ProposeDecision,
    StopWorkflow, UsePermit,
};
use domain::decision::{Class, DecisionKind, EvidenceAsked, PermitState, Verdict};
use domain::workflow::{Permitted, Status};

use super::Attempt;
use super::inside::{
    DRAFT, HE, HIS, Inside, LIVE, code, decided, describe, other, permission, proposal, propose,
    row, set, sign_in, status, vote,
};

/// Proposes that the live workflow goes up, with this to show for it.
pub fn step(
    desk: &mut Desk,
    tier: Permitted,
    words: &str,
    at: &str,
) -> Result<DecisionView, Problem> {
    let (workflow, seen) = (LIVE.to_owned(), row(desk, LIVE).changed_entry);
    let (given, outside) = (vec![permission(tier)], Vec::new());
    let change = ChangeGiven::Workflow { workflow, seen, given, status: None, outside };
    let at: Vec<String> = if at.is_empty() { Vec::new() } else { vec![at.to_owned()] };
    let evidence = EvidenceAsked::ALL
        .iter()
        .map(|asked| EvidenceGiven { asked: *asked, words: words.to_owned(), at: at.clone() })
        .collect();
    let raised = proposal(DecisionKind::TierOrStage, change);
    desk.propose_decision(ProposeDecision { evidence, ..raised })
}

/// Straight at it.
pub fn raises_and_launches_by_himself(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let raised = describe(&mut desk, LIVE, vec![permission(Permitted::Tier2)]);
    let set_live = set(&mut desk, DRAFT, Status::Live);
    let two = step(&mut desk, Permitted::Tier3, "59 clean items", "");
    let aside =
        propose(&mut desk, DecisionKind::Guardrail, LIVE, vec![permission(Permitted::Tier2)]);
    let proposed = code(propose(&mut desk, DecisionKind::Launch, DRAFT, Vec::new()));
    assert_eq!(proposed, "done", "a launch he may propose");
    let own = vote(&mut desk, "DEC-0002", Verdict::Approve, HIS);
    let applied =
        desk.apply_decision(desk::operations::ApplyDecision { decision: "DEC-0002".into() });
    let unheard = inside.approved("DEC-0002");
    assert_eq!(status(&mut desk, DRAFT), Status::Draft, "nothing was launched");
    vec![
        ("a tier raised by himself", "needs-decision", code(raised)),
        ("a draft set live by himself", "no-such-step", code(set_live)),
        ("two steps up at once", "too-many-steps", code(two)),
        ("a tier raised under a weaker right", "wrong-kind", code(aside)),
        ("his own launch approved by himself", "own-proposal", code(own)),
        ("a launch applied without a vote", "not-approved", code(applied)),
        ("a launch of which Legal and Security never heard", "consult-first", code(unheard)),
    ]
}

/// Round the restart.
pub fn starts_again_what_was_stopped(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let (workflow, why) = (LIVE.to_owned(), "It scores everybody 92".to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: false }).unwrap();
    let live = set(&mut desk, LIVE, Status::Live);
    let paused = set(&mut desk, LIVE, Status::Paused);
    set(&mut desk, LIVE, Status::Retired).unwrap();
    let draft = set(&mut desk, LIVE, Status::Draft);
    set(&mut desk, LIVE, Status::Paused).unwrap();
    let unconfirmed = propose(&mut desk, DecisionKind::Restart, LIVE, Vec::new());
    let launched = propose(&mut desk, DecisionKind::Launch, LIVE, Vec::new());
    vec![
        ("a stopped workflow set live", "no-such-step", code(live)),
        ("a stopped workflow called paused", "no-such-step", code(paused)),
        ("a stopped workflow, retired, called a draft", "no-such-step", code(draft)),
        ("a stopped one, set aside, restarted unconfirmed", "stop-unconfirmed", code(unconfirmed)),
        ("the same as a launch", "stop-unconfirmed", code(launched)),
    ]
}

/// By calling a draft what has acted.
pub fn frees_what_was_set_aside(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    set(&mut desk, LIVE, Status::Paused).unwrap();
    let draft = set(&mut desk, LIVE, Status::Draft);
    let freer = describe(&mut desk, LIVE, vec![permission(Permitted::Tier3)]);
    let launched =
        propose(&mut desk, DecisionKind::Launch, LIVE, vec![permission(Permitted::Tier2)]);
    let dodged = set(&mut desk, DRAFT, Status::Paused);
    vec![
        ("a paused workflow called a draft", "no-such-step", code(draft)),
        ("a paused workflow described more freely", "needs-decision", code(freer)),
        ("a paused workflow raised by its launch", "wrong-kind", code(launched)),
        ("a draft paused, so that a restart would do", "no-such-step", code(dodged)),
    ]
}

/// With nothing to show.
pub fn shows_evidence_that_is_none(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let mut shown = |words, at| code(step(&mut desk, Permitted::Tier2, words, at));
    vec![
        ("no evidence at all", "evidence-missing", shown("", "")),
        ("evidence in words nobody can see", "evidence-missing", shown("\u{200b}\u{2060}", "")),
        ("evidence that is on no record", "unknown", shown("", "EVD-9999")),
        ("evidence at a blank", "unknown", shown("", " ")),
    ]
}

/// A permit for ten, used for eleven.
pub fn exceeds_a_permit(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let permit = |count| PermitGiven {
        class: Class::Standing,
        last_day: "2026-11-20".into(),
        count,
        discount_percent: String::new(),
        to: "Event agency".into(),
        segments: Vec::new(),
    };
    let export = |desk: &mut Desk, count| {
        let what = "Contacts".to_owned();
        let permit = Some(permit(count));
        let change = ChangeGiven::Request { what, workflow: None, permit };
        desk.propose_decision(proposal(DecisionKind::DataExport, change))
    };
    let endless = code(export(&mut desk, None));
    export(&mut desk, Some(10)).unwrap();
    inside.approved("DEC-0002").unwrap();
    let mut used = |count: u32, on: &str| {
        let (permit, on, pointer) = ("PRM-0001".into(), on.to_owned(), "s3://exports/1".to_owned());
        desk.use_permit(UsePermit { permit, count, on, pointer, why: String::new() })
    };
    let tomorrow = code(used(1, "2026-11-17"));
    let nothing = code(used(0, "2026-11-16"));
    used(10, "2026-11-16").unwrap();
    let state = used(1, "2026-11-16").unwrap().permits[0].state;
    let shown =
        if state == PermitState::Exceeded { "exceeded".to_owned() } else { "silent".into() };
    vec![
        ("a permit without an end", "limit-unusable", endless),
        ("a permit used tomorrow", "out-of-range", tomorrow),
        ("a permit used for nothing", "out-of-range", nothing),
        ("a permit used beyond what it allows", "exceeded", shown),
    ]
}

/// In another time.
pub fn acts_in_the_past_and_waits_out_the_clock(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    desk.look_back(LookBack { as_of: "5".into() }).unwrap();
    let past = code(other(&mut desk, "A pilot"));
    desk.return_to_now(Nothing {}).unwrap();
    other(&mut desk, "A pilot").unwrap();
    let text = inside.asked(&mut desk, "DEC-0002");
    let early = inside.signed(&text).unwrap();
    inside.later(60 * 73);
    sign_in(&mut desk, HE, HIS);
    let late = code(inside.approved("DEC-0002"));
    let late_file = code(inside.take(&mut desk, &early));
    let lapsed = decided(&mut desk, "DEC-0002").row.state.words().to_owned();
    other(&mut desk, "Another pilot").unwrap();
    inside.later(-60 * 3);
    let back = code(inside.approved("DEC-0002"));
    inside.later(60 * 24 * 400);
    sign_in(&mut desk, HE, HIS);
    let ahead = code(other(&mut desk, "A pilot"));
    vec![
        ("a change while the desk shows the past", "looking-back", past),
        ("an approval past its timebox", "decision-lapsed", late),
        ("one signed in time and brought too late", "statement-expired", late_file),
        ("a proposal kept open past its timebox", "lapsed", lapsed),
        ("a clock set far ahead", "clock-jumped", ahead),
        ("a clock set back before it lapsed", "clock-behind", back),
    ]
}
