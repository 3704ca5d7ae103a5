//! Decisions at the desk: proposed, read whole, signed, applied, undone.

use desk::operations::{
    AddWorkflow, CaptureEvidence, ChangeGiven, DecisionView, DescribeWorkflow, EntryQuery,
    EraseText, EvidenceGiven, FindingsQuery, Given, ImportWorkflows, LogQuery, Nothing,
    PermitGiven, ProposeDecision, RaisePermit, RecheckEvidence, ReportException, RouteSet,
    RuleSwitched, SetWorkflowStatus, TextAt, UsePermit, WithdrawDecision, WorkflowQuery,
};
use desk::{Desk, Problem};
use domain::decision::{Class, DecisionKind, DecisionState, EvidenceAsked, PermitState, Verdict};
use domain::evidence;
use domain::exception::{Kind, Severity};
use domain::rule::Rule;
use domain::workflow::{Permitted, Status, Tier};

use crate::support::*;

/// A workspace with one draft on the register that nothing keeps from its launch.
pub fn with_draft(room: &Room) -> Desk {
    let mut desk = room.founded();
    desk.add_workflow(AddWorkflow { name: "Lead scoring".into(), ..AddWorkflow::default() })
        .unwrap();
    let seen = changed(&mut desk);
    desk.describe_workflow(DescribeWorkflow {
        workflow: "WF-0001".into(),
        seen,
        given: complete(),
        why: String::new(),
    })
    .unwrap();
    desk
}

fn changed(desk: &mut Desk) -> u64 {
    stands(desk).changed_entry
}

fn stands(desk: &mut Desk) -> desk::operations::RegisterRow {
    desk.workflow(WorkflowQuery { workflow: "WF-0001".into(), as_of: None }).unwrap().row
}

pub fn proposal(kind: DecisionKind, change: ChangeGiven) -> ProposeDecision {
    ProposeDecision {
        kind,
        title: "Lead scoring".into(),
        rationale: "It earned it.".into(),
        rollback_plan: "Put it back.".into(),
        evidence: Vec::new(),
        change,
    }
}

pub fn of_workflow(desk: &mut Desk, given: Vec<Given>) -> ChangeGiven {
    let (workflow, seen) = ("WF-0001".to_owned(), changed(desk));
    ChangeGiven::Workflow { workflow, seen, given, status: None, outside: Vec::new() }
}

pub fn launch(desk: &mut Desk) -> Result<DecisionView, Problem> {
    let change = of_workflow(desk, Vec::new());
    desk.propose_decision(proposal(DecisionKind::Launch, change))
}

pub fn sponsor(desk: &mut Desk) {
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
}

pub fn operator(desk: &mut Desk) {
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

#[test]
fn a_launch_is_proposed_read_whole_signed_by_the_sponsor_and_applied_at_once() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    let proposed = launch(&mut desk).unwrap();
    assert_eq!(proposed.row.decision, "DEC-0001", "decisions are numbered");
    assert_eq!(proposed.row.state, DecisionState::Proposed, "it waits");
    assert_eq!(proposed.differences.len(), 1, "nothing but where it stands changes");
    assert_eq!(proposed.differences[0].after.as_deref(), Some("Live"), "it would be live");
    assert_eq!(stands(&mut desk).status, Status::Draft, "a proposal changes nothing");
    let own = approval(&mut desk, "DEC-0001", PASSPHRASE);
    assert_eq!(code(desk.give_votes(own)), "own-proposal", "requester is not approver");

    sponsor(&mut desk);
    assert_eq!(desk.decisions(Nothing {}).unwrap().waiting, 1, "it waits for the sponsor");
    let mut other = approval(&mut desk, "DEC-0001", SPONSORS);
    other.votes[0].subject = "00".repeat(32);
    assert_eq!(code(desk.give_votes(other)), "request-changed", "only what was read is signed");
    let wrong = approval(&mut desk, "DEC-0001", "not this one");
    assert_eq!(code(desk.give_votes(wrong)), "passphrase-wrong", "an approval asks again");
    let yes = vote(&mut desk, "DEC-0001", Verdict::Approve, "As agreed.", SPONSORS);
    desk.give_votes(yes).unwrap();

    let applied = read_decision(&mut desk, "DEC-0001");
    assert_eq!(applied.row.state, DecisionState::Applied, "one approval is what its right asks");
    assert_eq!(applied.votes[0].reason.as_deref(), Some("As agreed."), "with its reason");
    assert_eq!(stands(&mut desk).status, Status::Live, "and it is live");
    let again = approval(&mut desk, "DEC-0001", SPONSORS);
    assert_eq!(code(desk.give_votes(again)), "decision-over", "it is decided");
    let page = desk.workflow(WorkflowQuery { workflow: "WF-0001".into(), as_of: None }).unwrap();
    assert_eq!(page.history[0].by_name, "Tobias Lindqvist", "its history says who signed");
    holds(&mut desk, "a stranger can check the vote and that the tables follow");
}

#[test]
fn the_entry_of_a_vote_tells_its_statement_whose_words_can_be_erased() {
    const WORDS: &str = "As agreed with Nour.";
    let room = Room::new();
    let mut desk = with_draft(&room);
    launch(&mut desk).unwrap();
    sponsor(&mut desk);
    let yes = vote(&mut desk, "DEC-0001", Verdict::Approve, WORDS, SPONSORS);
    desk.give_votes(yes).unwrap();
    let words = Some("decision.voted".to_owned());
    let query = LogQuery { words, ..LogQuery::default() };
    let voted = desk.log(query).unwrap().rows.remove(0);
    let entry = voted.entry;

    let query = LogQuery { about: Some("WF-0001".into()), ..LogQuery::default() };
    let about = desk.log(query).unwrap().rows;
    assert!(about.iter().any(|row| row.entry == entry), "it is about the workflow too");

    let told = desk.entry(EntryQuery { entry }).unwrap().statements;
    let [statement] = told.as_slice() else { panic!("one vote, one statement: {told:?}") };
    let said = (statement.kind.as_str(), statement.verdict.as_str(), statement.by.as_str());
    assert_eq!(said, ("vote", "approve", "PER-0002"), "who signed what");
    assert_eq!(statement.reason.as_deref(), Some(WORDS), "and why");

    let at = |text: &&TextAt| text.text.as_deref() == Some(WORDS);
    let path = voted.texts.iter().find(at).unwrap().path.clone();
    let (ground, passphrase) = ("She asked for it".to_owned(), SPONSORS.into());
    desk.erase_text(EraseText { entry, path, ground, passphrase }).unwrap();
    let told = desk.entry(EntryQuery { entry }).unwrap().statements;
    assert_eq!(told[0].reason, None, "the words are gone, the vote stands");
    holds(&mut desk, "and their commitment still verifies");
}

#[test]
fn a_decision_underneath_which_something_changed_is_stale_and_takes_no_vote() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    launch(&mut desk).unwrap();
    let seen = changed(&mut desk);
    desk.describe_workflow(DescribeWorkflow {
        workflow: "WF-0001".into(),
        seen,
        given: vec![Given::Model("icp 4.2.0".into())],
        why: String::new(),
    })
    .unwrap();
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    assert_eq!(code(desk.give_votes(yes)), "decision-stale", "it is not what was proposed on");
    assert_eq!(read_decision(&mut desk, "DEC-0001").row.state, DecisionState::Stale, "it says so");
}

#[test]
fn a_decision_lapses_and_is_refused_and_withdrawn() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    for (decision, end) in
        [("DEC-0001", "lapsed"), ("DEC-0002", "rejected"), ("DEC-0003", "withdrawn")]
    {
        operator(&mut desk);
        launch(&mut desk).unwrap();
        match end {
            "lapsed" => room.later(60 * 72 + 1),
            "rejected" => {
                sponsor(&mut desk);
                let silent = vote(&mut desk, decision, Verdict::Refuse, "", SPONSORS);
                assert_eq!(code(desk.give_votes(silent)), "reason-missing", "a no has a reason");
                let no = vote(&mut desk, decision, Verdict::Refuse, "Not yet.", SPONSORS);
                desk.give_votes(no).unwrap();
            }
            _ => {
                let decision = decision.to_owned();
                let why = "Not now.".to_owned();
                desk.withdraw_decision(WithdrawDecision { decision, why }).unwrap();
            }
        }
        sponsor(&mut desk);
        let state = read_decision(&mut desk, decision).row.state;
        assert_eq!(state.words(), end, "{decision}");
        let late = approval(&mut desk, decision, SPONSORS);
        let refused = code(desk.give_votes(late));
        let expected = if end == "lapsed" { "decision-lapsed" } else { "decision-over" };
        assert_eq!(refused, expected, "{end} takes no vote");
    }
    assert_eq!(stands(&mut desk).status, Status::Draft, "none of them changed anything");
}

#[test]
fn a_tier_goes_up_one_step_by_decision_with_what_its_right_asks_and_back_by_another() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    launch(&mut desk).unwrap();
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    desk.give_votes(yes).unwrap();
    operator(&mut desk);

    let raise = |desk: &mut Desk, kind, tier| {
        let change = of_workflow(desk, vec![permission(tier)]);
        proposal(kind, change)
    };
    let two = raise(&mut desk, DecisionKind::TierOrStage, Permitted::Tier3);
    assert_eq!(code(desk.propose_decision(two)), "too-many-steps", "one step at a time");
    let aside = raise(&mut desk, DecisionKind::Guardrail, Permitted::Tier2);
    assert_eq!(code(desk.propose_decision(aside)), "wrong-kind", "no weaker right carries it");
    let mut one = raise(&mut desk, DecisionKind::TierOrStage, Permitted::Tier2);
    let bare = desk.propose_decision(one.clone());
    assert_eq!(code(bare), "evidence-missing", "a promotion shows what it rests on");
    let preview = desk.preview_decision(one.clone()).unwrap();
    assert_eq!(preview.differences.len(), 1, "a preview shows what would change");
    assert_eq!(preview.refused.unwrap().code, "evidence-missing", "and what keeps it");
    one.evidence = preview
        .evidence
        .iter()
        .map(|row| desk::operations::EvidenceGiven {
            asked: row.asked,
            words: "59 clean items".into(),
            at: Vec::new(),
        })
        .collect();
    let proposed = desk.propose_decision(one).unwrap();
    assert!(proposed.evidence.iter().all(|row| row.there), "all of it is there");
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0002", SPONSORS);
    desk.give_votes(yes).unwrap();
    assert_eq!(stands(&mut desk).tier, Some(Tier::Draft), "it stands on tier 2");

    operator(&mut desk);
    let undo = ChangeGiven::Undo { decision: "DEC-0002".into() };
    let back = desk.propose_decision(proposal(DecisionKind::Rollback, undo.clone())).unwrap();
    assert_eq!(back.undoes.as_deref(), Some("DEC-0002"), "the inverse names what it undoes");
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0003", SPONSORS);
    desk.give_votes(yes).unwrap();
    assert_eq!(stands(&mut desk).tier, Some(Tier::Suggest), "it is back on tier 1");
    let first = read_decision(&mut desk, "DEC-0002");
    assert_eq!(first.row.state, DecisionState::RolledBack, "and the first says so");
    assert_eq!(first.undone_by.as_deref(), Some("DEC-0003"), "both are linked");
    assert!(first.rules.is_empty(), "of what is over the rules say nothing: {:?}", first.rules);
    operator(&mut desk);
    let twice = desk.propose_decision(proposal(DecisionKind::Rollback, undo));
    assert_eq!(code(twice), "nothing-to-undo", "a thing is undone once");
    holds(&mut desk, "up and down again");
}

#[test]
fn evidence_past_its_last_day_or_of_a_file_that_changed_proves_nothing() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    launch(&mut desk).unwrap();
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    desk.give_votes(yes).unwrap();
    operator(&mut desk);
    let until = |desk: &mut Desk, expires: Option<&str>| {
        let grant = Some(room.write("samples.csv", "130 drafts, none bad"));
        let captured = desk.capture_evidence(CaptureEvidence {
            title: "Thirteen weeks of samples".into(),
            class: evidence::Class::ObservedFact,
            url: String::new(),
            grant,
            keep: false,
            expires: expires.map(str::to_owned),
            to: None,
        });
        captured.unwrap().rows.remove(0).evidence
    };
    let (over, soon, file) = (
        until(&mut desk, Some("2026-11-15")),
        until(&mut desk, Some("2026-11-17")),
        until(&mut desk, None),
    );
    let by = |desk: &mut Desk, piece: &str| {
        let change = of_workflow(desk, vec![permission(Permitted::Tier2)]);
        let mut one = proposal(DecisionKind::TierOrStage, change);
        one.evidence = EvidenceAsked::ALL
            .iter()
            .map(|asked| EvidenceGiven {
                asked: *asked,
                words: "As agreed".into(),
                at: if *asked == EvidenceAsked::Samples { vec![piece.to_owned()] } else { vec![] },
            })
            .collect();
        desk.propose_decision(one)
    };
    let refused = by(&mut desk, &over).unwrap_err();
    assert_eq!(refused.code, "evidence-missing", "it counted until yesterday");
    assert!(refused.says.contains("EVD-0001 counted until 2026-11-15"), "{}", refused.says);
    assert_eq!(code(by(&mut desk, &file)), "done", "what has no last day counts");
    let grant = room.write("samples.csv", "130 drafts, two bad");
    let checked =
        desk.recheck_evidence(RecheckEvidence { evidence: file.clone(), grant: Some(grant) });
    checked.unwrap();
    let refused = by(&mut desk, &file).unwrap_err();
    assert!(refused.says.contains("the file of EVD-0003 was found changed"), "{}", refused.says);

    let waits = by(&mut desk, &soon).unwrap().row.decision;
    room.later(2 * 24 * 60);
    sponsor(&mut desk);
    let yes = approval(&mut desk, &waits, SPONSORS);
    desk.give_votes(yes).unwrap();
    let read = read_decision(&mut desk, &waits);
    assert_eq!(read.row.state, DecisionState::Approved, "its evidence ended before the last vote");
    let samples = read.evidence.iter().find(|row| row.asked == EvidenceAsked::Samples).unwrap();
    assert!(!samples.there, "and the page says so: {:?}", samples.known);
    assert_eq!(stands(&mut desk).tier, Some(Tier::Suggest), "it stays where it was");
    holds(&mut desk, "nothing of it was out of order");
}

#[test]
fn what_is_found_live_is_launched_in_earnest_and_what_is_paused_restarts_by_decision() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name,Status\nLead scoring,live\n");
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    assert_eq!(code(launch(&mut desk)), "rules-block", "a launch holds every launch rule");
    let seen = changed(&mut desk);
    desk.describe_workflow(DescribeWorkflow {
        workflow: "WF-0001".into(),
        seen,
        given: complete(),
        why: "Answered in the first week.".into(),
    })
    .unwrap();
    let proposed = launch(&mut desk).unwrap();
    assert_eq!(proposed.differences[0].field, "Found live", "only a launch clears that word");
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    desk.give_votes(yes).unwrap();
    assert!(!stands(&mut desk).found_live, "it counts as launched");
    operator(&mut desk);
    desk.set_workflow_status(SetWorkflowStatus {
        workflow: "WF-0001".into(),
        status: Status::Paused,
        why: "Drift.".into(),
    })
    .unwrap();
    let change = of_workflow(&mut desk, Vec::new());
    desk.propose_decision(proposal(DecisionKind::Restart, change)).unwrap();
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0002", SPONSORS);
    desk.give_votes(yes).unwrap();
    assert_eq!(stands(&mut desk).status, Status::Live, "it acts again");
}

#[test]
fn a_permit_is_issued_used_and_never_exceeded_in_silence() {
    let room = Room::new();
    let mut desk = room.founded();
    let export = |permit| {
        let what = "Contacts in EMEA for the event".to_owned();
        proposal(DecisionKind::DataExport, ChangeGiven::Request { what, workflow: None, permit })
    };
    assert_eq!(code(desk.propose_decision(export(None))), "blank", "an export has a permit");
    let permit = PermitGiven {
        class: Class::Standing,
        last_day: "2026-11-20".into(),
        count: Some(400),
        discount_percent: String::new(),
        to: "Event agency".into(),
        segments: vec!["EMEA".into()],
    };
    let boundless = PermitGiven { count: None, ..permit.clone() };
    let refused = desk.propose_decision(export(Some(boundless)));
    assert_eq!(code(refused), "limit-unusable", "and says how many rows at most");
    desk.propose_decision(export(Some(permit))).unwrap();
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    let permits = desk.give_votes(yes).unwrap().permits;
    assert_eq!(
        (permits[0].permit.as_str(), permits[0].state),
        ("PRM-0001", PermitState::Open),
        "issued"
    );
    let used = |desk: &mut Desk, count: u32, on: &str| {
        let (permit, on, pointer) = ("PRM-0001".into(), on.to_owned(), "s3://exports/12".into());
        desk.use_permit(UsePermit { permit, count, on, pointer, why: String::new() })
            .map(|view| view.permits[0].state)
    };
    assert_eq!(used(&mut desk, 399, "2026-11-16").unwrap(), PermitState::Open, "one row is left");
    assert_eq!(used(&mut desk, 1, "2026-11-16").unwrap(), PermitState::UsedUp, "none is");
    assert_eq!(code(used(&mut desk, 1, "2026-11-17")), "out-of-range", "nothing was used tomorrow");
    assert_eq!(exceeded(&mut desk), [""; 0], "nothing went beyond it");
    let state = used(&mut desk, 1, "2026-11-16").unwrap();
    assert_eq!(state, PermitState::Exceeded, "what happened is recorded");
    assert_eq!(exceeded(&mut desk), ["It was used for 401, and allows 400."], "and told");
    let raise = |desk: &mut Desk| desk.raise_permit(RaisePermit { permit: "PRM-0001".into() });
    let answered = raise(&mut desk).unwrap().permits.remove(0);
    assert_eq!((answered.beyond, answered.state), (None, PermitState::Exceeded), "it stays so");
    assert_eq!(exceeded(&mut desk), [""; 0], "an exception answers for it");
    let open = desk.exceptions(Nothing {}).unwrap().open;
    assert_eq!(open[0].permit.as_deref(), Some("PRM-0001"), "which leads back to the permit");
    assert_eq!(code(raise(&mut desk)), "permit-answered", "once is enough");
    used(&mut desk, 1, "2026-11-16").unwrap();
    assert_eq!(
        exceeded(&mut desk),
        ["It was used for 402, and allows 400."],
        "the next is told anew"
    );
    holds(&mut desk, "what went beyond a permit was recorded, not done by the desk");
}

/// What is found of permits that were used beyond what they allow, as Today counts it too.
fn exceeded(desk: &mut Desk) -> Vec<String> {
    let view = desk.findings(FindingsQuery::default()).unwrap();
    let today = desk.today(Nothing {}).unwrap().findings.counts;
    assert_eq!(today, view.counts, "Today counts what the findings list");
    let groups = view.groups.into_iter().filter(|group| group.rule.rule == Rule::PermitKept);
    groups.flat_map(|group| group.findings).map(|finding| finding.says).collect()
}

#[test]
fn several_decisions_are_signed_in_one_sitting_or_none() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    let change = of_workflow(&mut desk, vec![Given::Guardrails(vec!["At most 400 a day".into()])]);
    desk.propose_decision(proposal(DecisionKind::Guardrail, change)).unwrap();
    let change = ChangeGiven::Request { what: "A pilot".into(), workflow: None, permit: None };
    desk.propose_decision(proposal(DecisionKind::Other, change)).unwrap();
    launch(&mut desk).unwrap();
    sponsor(&mut desk);
    let mut all = approval(&mut desk, "DEC-0001", SPONSORS);
    for decision in ["DEC-0002", "DEC-0003"] {
        all.votes.extend(approval(&mut desk, decision, SPONSORS).votes);
    }
    let before = size(&mut desk);
    assert_eq!(
        code(desk.give_votes(all)),
        "decision-stale",
        "the first changes what the third would, so nothing of it is entered"
    );
    assert_eq!(size(&mut desk), before, "not half of it");
    let mut two = approval(&mut desk, "DEC-0001", SPONSORS);
    two.votes.extend(approval(&mut desk, "DEC-0002", SPONSORS).votes);
    desk.give_votes(two).unwrap();
    assert_eq!(size(&mut desk), before + 4, "two votes, each with what it applied");
    holds(&mut desk, "several votes under one passphrase");
}

#[test]
fn the_rules_are_set_by_decision_alone() {
    let room = Room::new();
    let mut desk = room.founded();
    let change = ChangeGiven::Rules {
        switched: vec![RuleSwitched { rule: Rule::LogsLocated, on: false }],
        numbers: Vec::new(),
        routes: Vec::new(),
    };
    let proposed = desk.propose_decision(proposal(DecisionKind::RuleSetting, change)).unwrap();
    assert_eq!(proposed.differences[0].after.as_deref(), Some("Off"), "one rule goes off");
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    desk.give_votes(yes).unwrap();
    let rows = desk.rules(Nothing {}).unwrap().rules;
    let off: Vec<_> = rows.iter().filter(|row| !row.on).collect();
    assert_eq!(off.len(), 1, "by the sponsor's approval and nothing else");
    holds(&mut desk, "rules by decision");
}

#[test]
fn where_exceptions_go_is_set_by_decision_alone() {
    let room = Room::new();
    let mut desk = room.founded();
    let route = |role: &str| {
        let routes = vec![RouteSet { kind: Kind::Bias, roles: vec![role.into()] }];
        let (switched, numbers) = (Vec::new(), Vec::new());
        let change = ChangeGiven::Rules { switched, numbers, routes };
        proposal(DecisionKind::RuleSetting, change)
    };
    assert_eq!(code(desk.propose_decision(route("astrology"))), "unknown", "no such role");
    let proposed = desk.propose_decision(route("legal")).unwrap();
    let changed = &proposed.differences[0];
    let said = (changed.before.as_deref(), changed.after.as_deref());
    assert_eq!(said, (Some("Compliance, Executive sponsor"), Some("Legal")), "from whom to whom");
    sponsor(&mut desk);
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    desk.give_votes(yes).unwrap();
    let report = ReportException {
        kind: Kind::Bias,
        severity: Severity::Normal,
        workflow: None,
        what: "It ranks one region last".into(),
        pointer: String::new(),
        from: None,
    };
    let view = desk.report_exception(report).unwrap();
    assert_eq!(view.open[0].routed_name, "Legal", "the next one goes there");
    let rows = desk.rules(Nothing {}).unwrap().rules;
    let routes =
        rows.into_iter().find(|row| row.rule.rule == Rule::ExceptionInTime).unwrap().routes;
    assert_eq!(routes.len(), Kind::ALL.len(), "each kind has its route");
}
