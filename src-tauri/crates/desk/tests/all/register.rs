//! One workflow: what may be said of it, by whom, and what its history keeps.

use desk::Desk;
use desk::operations::{
    CertificationGiven, CostBenefitGiven, DescribeWorkflow, Given, ImportWorkflows, LimitsShown,
    PermissionGiven, SetWorkflowStatus, Validity, WindowShown, WorkflowPage, WorkflowQuery,
};
use domain::workflow::{ActionKind, Permitted, Standard, Status, WriteStage};

use crate::support::*;

fn page(desk: &mut Desk, as_of: Option<u64>) -> WorkflowPage {
    desk.workflow(WorkflowQuery { workflow: "WF-0001".into(), as_of }).unwrap()
}

fn describe(desk: &mut Desk, given: Vec<Given>, why: &str) -> Result<WorkflowPage, desk::Problem> {
    let seen = page(desk, None).row.changed_entry;
    desk.describe_workflow(DescribeWorkflow {
        workflow: "WF-0001".into(),
        seen,
        given,
        why: why.into(),
    })
}

/// A workspace with one workflow that an inventory found live.
fn found_live(room: &Room) -> Desk {
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name,Status\nLead scoring,live\n");
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    desk
}

fn permission(permitted: Permitted, limits: LimitsShown) -> Given {
    Given::Permission(PermissionGiven {
        action: ActionKind::SendExternalMessage,
        permitted,
        roles: vec!["revops".into()],
        condition: "in office hours".into(),
        limits,
    })
}

#[test]
fn every_fact_that_is_given_comes_back_and_stands_in_the_history() {
    let room = Room::new();
    let mut desk = found_live(&room);
    let limits = LimitsShown {
        per_day: Some(4000),
        discount_percent: Some("7.5".into()),
        export_rows: Some(500),
        approval_hours: Some(24),
        window: Some(WindowShown {
            days: ["Mon", "Tue", "Wed", "Thu", "Fri"].map(str::to_owned).to_vec(),
            from: "06:00".into(),
            to: "20:00".into(),
        }),
        segments: vec!["EMEA".into()],
        first_touch_excluded: true,
        risky_excluded: true,
        enriched_only: false,
    };
    let given = vec![
        Given::Vendor("Clearpair".into()),
        Given::Owner(Some("PER-0001".into())),
        Given::Approver(Some("revops".into())),
        Given::WriteStage(Some(WriteStage::DraftMode)),
        Given::Raci(Some("decisions/icp".into())),
        Given::Guardrails(vec!["At most 400".into(), " ".into()]),
        Given::Metrics(vec!["MET-0005".into()]),
        Given::NextReview(Some("2030-01-31".into())),
        Given::Certifications(vec![CertificationGiven {
            standard: Standard::Soc2,
            expires: Some("2001-01-31".into()),
            evidence: "report".into(),
        }]),
        Given::CostBenefit(Some(CostBenefitGiven {
            currency: "EUR".into(),
            set_up: "4000".into(),
            cost_a_year: "12000.50".into(),
            benefit_a_year: "36000".into(),
            basis: String::new(),
        })),
        permission(Permitted::Tier3, limits.clone()),
    ];
    let after = describe(&mut desk, given, "as the vendor says").unwrap();
    let row = &after.row;
    assert_eq!(row.owner_person.as_deref(), Some("PER-0001"), "a person of the workspace");
    assert_eq!(row.guardrails, ["At most 400"], "blank lines are none");
    assert_eq!(row.certifications[0].validity, Validity::Expired, "its last day has passed");
    let figures = row.cost_benefit.as_ref().unwrap();
    assert_eq!(figures.return_a_year.as_deref(), Some("23999.50"), "exact, in decimals");
    assert_eq!(figures.payback_months.as_deref(), Some("3"), "rounded up");
    let first = &after.permissions[0];
    assert_eq!((first.words.as_str(), &first.limits), ("Send external message", &limits));
    assert_eq!(
        first.limited,
        "4,000 a day; up to 7.5 %; 500 rows an export; approvals count 24 h; weekdays, 06:00 to 20:00; EMEA; no first touch; no risky messages",
        "limits in words"
    );
    assert_eq!(after.permissions.len(), 18, "every kind of action stands there");
    assert!(after.permissions[1..].iter().all(|one| one.permitted == Permitted::Blocked));

    let [latest, first] = after.history.as_slice() else { panic!("two versions") };
    assert_eq!(latest.why.as_deref(), Some("as the vendor says"), "with its reason");
    assert_eq!(latest.changes.len(), 11, "each fact that changed: {:?}", latest.changes);
    assert!(first.changes.is_empty(), "the first version changed nothing");
    assert_eq!(page(&mut desk, Some(first.entry)).row.vendor, None, "the past stays the past");
    holds(&mut desk, "a description is on the record");
}

#[test]
fn what_the_desk_refuses_of_a_description() {
    let room = Room::new();
    let mut desk = found_live(&room);
    let told = describe(&mut desk, vec![permission(Permitted::Tier2, LimitsShown::default())], "x");
    assert_eq!(code(told), "done", "what was found live is written down");
    let limits = |per_day| LimitsShown { per_day, ..LimitsShown::default() };
    let window = |from: &str| LimitsShown {
        window: Some(WindowShown { days: vec![], from: from.into(), to: "20:00".into() }),
        ..LimitsShown::default()
    };
    for (given, why, expected) in [
        (Given::Vendor("Acme".into()), " ", "reason-missing"),
        (Given::Vendor(String::new()), "x", "nothing-changed"),
        (Given::Name("  ".into()), "x", "blank"),
        (Given::Owner(Some("PER-0099".into())), "x", "unknown"),
        (Given::NextReview(Some("31.01.2030".into())), "x", "unreadable-value"),
        (permission(Permitted::Tier3, LimitsShown::default()), "x", "needs-decision"),
        (permission(Permitted::Tier2, limits(Some(0))), "x", "limit-unusable"),
        (permission(Permitted::Tier2, window("25:00")), "x", "unreadable-value"),
        (permission(Permitted::Tier1, LimitsShown::default()), "drift", "done"),
    ] {
        let shown = format!("{given:?}");
        assert_eq!(code(describe(&mut desk, vec![given], why)), expected, "{shown}");
    }
    let stale = desk.describe_workflow(DescribeWorkflow {
        workflow: "WF-0001".into(),
        seen: 1,
        given: vec![Given::Vendor("Acme".into())],
        why: "x".into(),
    });
    assert_eq!(code(stale), "changed-meanwhile", "somebody else was faster");
}

#[test]
fn a_workflow_is_set_aside_with_a_reason_and_never_set_live() {
    let room = Room::new();
    let mut desk = found_live(&room);
    let mut set = |status, why: &str| {
        let workflow = "WF-0001".to_owned();
        desk.set_workflow_status(SetWorkflowStatus { workflow, status, why: why.into() })
    };
    assert_eq!(code(set(Status::Paused, "")), "reason-missing", "why is asked");
    let paused = set(Status::Paused, "odd replies").unwrap();
    assert_eq!(paused.row.status, Status::Paused, "it is paused");
    assert!(paused.row.found_live, "only a launch decision clears that word");
    assert_eq!(paused.history[0].changes[0].fact, "Status", "the history tells it");
    assert_eq!(code(set(Status::Live, "all good")), "no-such-step", "going live is a decision");
}
