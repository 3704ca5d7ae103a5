//! Every rule, broken in one workspace: what its finding says, where it leads, since when; put off
//! one by one, and back on the day.

use std::collections::{BTreeMap, BTreeSet};

use desk::Desk;
use desk::operations::{
    CertificationGiven, ChangeGiven, DescribeWorkflow, Finding, FindingsQuery, FindingsView,
    GiveRole, Given, LimitsShown, Nothing, PermissionGiven, PermitGiven, PolicyQuery,
    ProposeDecision, PutOffFinding, RaciQuery, RecordObservation, RecordOverride, ReportException,
    ResolveException, SetBaseline, SettingGiven, StopWorkflow, UsePermit, WorkflowQuery,
};
use domain::decision::{Class, DecisionKind};
use domain::exception::{Kind as Trouble, Severity};
use domain::overrides::{Kind, Reason};
use domain::rule::Rule;
use domain::workflow::{ActionKind, DataRisk, Permitted, Standard, WriteStage};
use domain::workspace::startup;

use crate::support::*;

/// Rules that no workspace is found to break: most are asked of acts alone, and a matrix that breaks
/// the last two is never put in force.
const NEVER_FOUND: [Rule; 10] = [
    Rule::OneStep,
    Rule::TesterApart,
    Rule::StepsShown,
    Rule::HeardFirst,
    Rule::ApprovalsExact,
    Rule::ApprovalsLapse,
    Rule::SponsorMade,
    Rule::LoosenedByTwo,
    Rule::OneAccountable,
    Rule::OneResponsible,
];

/// Rule, of what, what is so, where it is mended, since when.
const FINDINGS: &str = "
launch.permissions-tiered | WF-0001 | No kind of action is tiered. | Register WF-0001 Permissions | 2026-11-16, by an entry
launch.write-stage | WF-0001 | The write stage is not set. | Register WF-0001 WriteStage | 2026-11-16, by an entry
launch.owner | WF-0001 | Nobody owns it. | Register WF-0001 Owner | 2026-11-16, by an entry
launch.approver | WF-0001 | No role approves. | Register WF-0001 Approver | 2026-11-16, by an entry
launch.kill-switch | WF-0001 | Nobody answers for the kill switch. | Register WF-0001 KillSwitchOwner | 2026-11-16, by an entry
launch.data-risk | WF-0001 | Nobody has answered which risky data it touches. | Register WF-0001 DataRisks | 2026-11-16, by an entry
launch.always-approved | WF-0002 export-data | “Export or sync data” stands on tier 4; exports and syncs are approved every time. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.hard-limits | WF-0002 apply-discount | “Apply discount” runs unattended without a volume cap, a time window and segments. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.timeboxed | WF-0002 publish | “Publish” is approved, and nothing says how long an approval counts. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.monitored | WF-0002 | It runs unattended, and no metric that is measured is linked. | Register WF-0002 Metrics | 2026-11-16, by an entry
launch.rollback-plan | WF-0002 | No rollback plan is written down. | Register WF-0002 RollbackPlan | 2026-11-16, by an entry
launch.discount-bounded | WF-0002 apply-discount | “Apply discount” runs unattended without a limit in percent. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.enrichment-keeps | WF-0002 enrich-firmographic-field | “Enrich firmographic field” runs unattended and is not limited to enriched fields. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.first-touch | WF-0002 send-external-message | “Send external message” runs unattended and may be a first touch. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.risky-messages | WF-0002 send-external-message | “Send external message” runs unattended and may reach a high-risk account, or name price, terms or a competitor. | Register WF-0002 Permissions | 2026-11-16, by an entry
launch.logs | WF-0001 | Nobody has said where its logs are. | Register WF-0001 Logs | 2026-11-16, by an entry
launch.certification | WF-0003 soc-2 | SOC 2 ended on 2026-11-15. | Register WF-0003 Certifications | 2026-11-16, by an entry
conduct.launch-decided | WF-0001 | It was found running; nobody decided its launch. | Register WF-0001 | 2026-11-16, by an entry
conduct.requester-apart | WF-0002 | Pia Sand owns it, and alone holds Legal, which approves. | People | 2026-11-16, by an entry
conduct.permit-kept | PRM-0001 | It was used for 12, and allows 10. | Decisions PRM-0001 | 2026-11-16, by an entry
conduct.repeated-overrides | WF-0001 | People of no team overrode it 3 times; EXC-0004 is open. | Exceptions | 2027-02-18, by an entry
conduct.exception-in-time | EXC-0001 | It was due on 2026-11-17. | Exceptions EXC-0001 | 2026-11-17
conduct.postmortem-written | EXC-0002 | Its postmortem was wanted by 2026-11-21. | Exceptions EXC-0002 | 2026-11-22
conduct.drill-held | WF-0001 | Its kill switch was to be tried by 2027-02-14. | Exceptions | 2027-02-15
conduct.stop-confirmed | WF-0005 STOP-0001 | STOP-0001 is confirmed in 0 of 2. | Exceptions | 2026-11-16, by an entry
conduct.baseline-held | MET-0002 | Below baseline 2 periods running: W47 12\u{202f}%, W48 12\u{202f}%, against 30\u{202f}%. | Metrics MET-0002 | 2026-11-30
conduct.metric-measured | MET-0002 | 11 periods have no value, W05 and W06 the last of them. | Metrics MET-0002 | 2026-12-07
conduct.certification-lasts | WF-0004 soc-2 | SOC 2 ends on 2027-03-01. | Register WF-0004 Certifications | 2026-12-31
conduct.workflow-reviewed | WF-0002 | It was to be looked at again by 2026-11-10. | Register WF-0002 NextReview | 2026-11-16, by an entry
conduct.reviews-held | daily | The last 66 reviews were missed. | Reviews | 2026-11-18
conduct.policy-attested | POL-0001 | 3 of 3 have not attested it in time: Maren Okafor, Tobias Lindqvist, Pia Sand. | Policies POL-0001 | 2026-12-01
raci.accountable-named | outreach outreach/strategy-and-pipeline-design | One person must be named. Strategy, scope and pipeline design: Tobias Lindqvist and Pia Sand hold Executive sponsor. | Raci outreach | 2026-11-16, by an entry
raci.role-held | decisions account-executive | Account executive is vacant. Consulted or informed about Proof-of-concept data access and Pricing exception. | People | 2026-11-16, by an entry
raci.not-too-much | outreach PER-0001 | Maren Okafor carries three. Accountable as Client sponsor and as RevOps for 3 of 5; 0 are the most. | Raci outreach | 2026-11-16, by an entry
raci.approver-apart | outreach outreach/crm-and-sequence-configuration | Maren Okafor asks and approves. CRM, fields, sequences, bounce cleaning: one person holds Client sponsor and RevOps. | Raci outreach | 2026-11-16, by an entry
raci.workflow-covered | WF-0001 | It names no RACI row. | Register WF-0001 Raci | 2026-11-16, by an entry
";

/// Of each rule the finding about the first thing, as a line of the table.
fn lines(view: &FindingsView) -> Vec<String> {
    let mut first: BTreeMap<Rule, &Finding> = BTreeMap::new();
    for finding in view.groups.iter().flat_map(|group| &group.findings) {
        let held = first.entry(finding.rule).or_insert(finding);
        let key = |one: &Finding| (one.about.clone(), one.part.clone());
        if key(finding) < key(held) {
            *held = finding;
        }
    }
    first.values().map(|finding| line(finding)).collect()
}

fn line(finding: &Finding) -> String {
    let part = finding.part.as_ref().map(|part| format!(" {part}")).unwrap_or_default();
    let place = &finding.place;
    let fact = place.fact.map(|fact| format!(" {fact:?}")).unwrap_or_default();
    let about = place.about.as_ref().map(|about| format!(" {about}")).unwrap_or_default();
    let since = match (finding.since_entry, &finding.since) {
        (Some(_), Some(day)) => format!("{day}, by an entry"),
        (None, Some(day)) => day.clone(),
        (_, None) => "nobody can say".to_owned(),
    };
    format!(
        "{} | {}{part} | {} | {:?}{about}{fact} | {since}",
        finding.rule, finding.about, finding.says, place.screen
    )
}

fn findings(desk: &mut Desk) -> FindingsView {
    desk.findings(FindingsQuery::default()).unwrap()
}

fn describe(desk: &mut Desk, workflow: &str, given: Vec<Given>) {
    let workflow = workflow.to_owned();
    let query = WorkflowQuery { workflow: workflow.clone(), as_of: None };
    let seen = desk.workflow(query).unwrap().row.changed_entry;
    let why = "As it runs today.".to_owned();
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).unwrap();
}

fn unlimited(action: ActionKind, permitted: Permitted) -> Given {
    let (roles, condition) = (Vec::new(), String::new());
    let limits = LimitsShown::default();
    Given::Permission(PermissionGiven { action, permitted, roles, condition, limits })
}

fn certified(until: &str) -> Given {
    Given::Certifications(vec![CertificationGiven {
        standard: Standard::Soc2,
        expires: Some(until.into()),
        evidence: "report".into(),
    }])
}

/// A workspace in which everything is wrong that can be.
fn everything_wrong(room: &Room) -> Desk {
    let mut desk = room.founded();
    let pia = add(&mut desk, "Pia Sand", &["legal"]).unwrap();
    for name in ["Bare", "Unbounded", "Expired", "Ending", "Stopped"] {
        found_live(&mut desk, room, name);
    }
    let unattended = [
        ActionKind::SendExternalMessage,
        ActionKind::EnrichFirmographicField,
        ActionKind::ExportData,
        ActionKind::ApplyDiscount,
    ];
    let alone = |action| unlimited(action, Permitted::Tier4);
    let mut given: Vec<Given> = unattended.into_iter().map(alone).collect();
    given.extend([
        unlimited(ActionKind::Publish, Permitted::Tier3),
        Given::WriteStage(Some(WriteStage::AutomatedWrite)),
        Given::Owner(Some(pia.clone())),
        Given::Approver(Some("legal".into())),
        Given::DataRisks(Some(vec![DataRisk::Pricing])),
        Given::NextReview(Some("2026-11-10".into())),
    ]);
    describe(&mut desk, "WF-0002", given);
    describe(&mut desk, "WF-0003", vec![Given::Vendor("Acme".into()), certified("2026-11-15")]);
    describe(&mut desk, "WF-0004", vec![Given::Vendor("Acme".into()), certified("2027-03-01")]);
    let (workflow, why) = ("WF-0005".to_owned(), "It sends nonsense.".to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: false }).unwrap();
    nothing_learnt(&mut desk);
    permit_exceeded(&mut desk);
    policy_unread(&mut desk);
    matrices_wrong(&mut desk, &pia);
    weeks_pass(room, &mut desk);
    for _ in 0..3 {
        desk.record_override(RecordOverride {
            kind: Kind::Forecast,
            workflow: "WF-0001".into(),
            team: None,
            pointer: "006Aa00001".into(),
            ai_said: "Commit".into(),
            chose: "Best case".into(),
            reason: Reason::MissingContext,
            note: String::new(),
            generated: false,
        })
        .unwrap();
    }
    desk
}

/// Something severe is resolved, and nobody writes down why it came.
fn nothing_learnt(desk: &mut Desk) {
    let view = desk
        .report_exception(ReportException {
            kind: Trouble::OutputError,
            severity: Severity::High,
            workflow: None,
            what: "It named a price.".into(),
            pointer: String::new(),
            from: None,
        })
        .unwrap();
    let reported = view.open.into_iter().find(|row| row.stop.is_none()).unwrap();
    let (exception, words) = (reported.exception, "It is taken back.".into());
    desk.resolve_exception(ResolveException { exception, words }).unwrap();
}

/// An export of ten rows is approved, and twelve are exported.
fn permit_exceeded(desk: &mut Desk) {
    let permit = PermitGiven {
        class: Class::Standing,
        last_day: "2026-11-20".into(),
        count: Some(10),
        discount_percent: String::new(),
        to: "Event agency".into(),
        segments: Vec::new(),
    };
    let (what, workflow) = ("Contacts for the event".to_owned(), Some("WF-0001".to_owned()));
    let proposed = desk
        .propose_decision(ProposeDecision {
            kind: DecisionKind::DataExport,
            title: "Contacts for the event".into(),
            rationale: "The agency sends the badges.".into(),
            rollback_plan: String::new(),
            evidence: Vec::new(),
            change: ChangeGiven::Request { what, workflow, permit: Some(permit) },
        })
        .unwrap();
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let yes = approval(desk, &proposed.row.decision, SPONSORS);
    desk.give_votes(yes).unwrap();
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    let (permit, count, on) = ("PRM-0001".into(), 12, "2026-11-16".into());
    let (pointer, why) = ("s3://exports/12".into(), String::new());
    desk.use_permit(UsePermit { permit, count, on, pointer, why }).unwrap();
}

/// A policy is in force, and nobody attests it.
fn policy_unread(desk: &mut Desk) {
    let policy = "POL-0001".to_owned();
    let page = desk.policy(PolicyQuery { policy: policy.clone() }).unwrap();
    let hash = page.versions[0].hash.clone();
    let given = SettingGiven::Policy { policy, version: 1, hash };
    set_by_two(desk, DecisionKind::PolicyAdoption, given);
}

/// Two hold the accountable role of a row that names neither, and one person is asked too much.
fn matrices_wrong(desk: &mut Desk, pia: &str) {
    let matrix = desk.raci(RaciQuery::default()).unwrap().matrices.remove(2);
    let mut terms = matrix.in_force.clone().unwrap();
    terms.accountable_at_most = Some(0);
    let proposed = desk
        .propose_decision(ProposeDecision {
            kind: DecisionKind::RaciMatrix,
            title: "Nobody answers for much".into(),
            rationale: "We try it.".into(),
            rollback_plan: String::new(),
            evidence: Vec::new(),
            change: ChangeGiven::Raci { matrix: Some(matrix.matrix), seen: matrix.seen, terms },
        })
        .unwrap();
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let yes = approval(desk, &proposed.row.decision, SPONSORS);
    desk.give_votes(yes).unwrap();
    let give = |desk: &mut Desk, person: &str, role: &str| {
        let (person, role, from) = (person.to_owned(), role.to_owned(), "2026-11-16".to_owned());
        desk.give_role(GiveRole { person, role, from, to: None }).unwrap();
    };
    give(desk, "PER-0001", "client-sponsor");
    give(desk, pia, "executive-sponsor");
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    give(desk, "PER-0002", "security");
}

/// A quarter goes by without a review, a drill or a value; a metric was worse twice before.
fn weeks_pass(room: &Room, desk: &mut Desk) {
    let metric = startup::metric("opens").unwrap().to_string();
    let (value, from) = ("30".to_owned(), "2026-W47".to_owned());
    let reason = "As it was.".to_owned();
    desk.set_baseline(SetBaseline { metric: metric.clone(), value, from, reason }).unwrap();
    for period in ["2026-W47", "2026-W48"] {
        room.later(7 * 24 * 60);
        sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
        let (metric, period, value) = (metric.clone(), period.to_owned(), "12".to_owned());
        let request = RecordObservation { metric, period, value, review: None };
        desk.record_observation(request).unwrap();
    }
    room.later(80 * 24 * 60);
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

#[test]
fn each_finding_says_what_is_so_since_when_and_where_it_is_mended() {
    let room = Room::new();
    let mut desk = everything_wrong(&room);
    let view = findings(&mut desk);
    let found: BTreeSet<Rule> = view.groups.iter().map(|group| group.rule.rule).collect();
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    let missing: Vec<Rule> = all.difference(&found).copied().collect();
    let lines = lines(&view);
    assert_eq!(missing, NEVER_FOUND, "every rule has its finding:\n{}", lines.join("\n"));
    let told: Vec<&str> = FINDINGS.trim().lines().collect();
    assert_eq!(lines, told, "each says what it said:\n{}", lines.join("\n"));
}

#[test]
fn each_finding_is_put_off_and_back_on_its_day() {
    let room = Room::new();
    let mut desk = everything_wrong(&room);
    let all = findings(&mut desk);
    let mut put = 0;
    for group in &all.groups {
        let finding = &group.findings[0];
        let request = PutOffFinding {
            rule: finding.rule,
            about: finding.about.clone(),
            part: finding.part.clone(),
            until: "2027-02-25".into(),
            reason: "The vendor promised it.".into(),
        };
        let after = desk.put_off_finding(request).unwrap();
        put += 1;
        assert_eq!(after.counts.put_off, put, "{} is put off, and it alone", finding.rule);
        assert_eq!(after.counts.all, all.counts.all, "{} stays counted", finding.rule);
    }
    room.later(7 * 24 * 60);
    let back = findings(&mut desk);
    assert_eq!((back.day.as_str(), back.counts.put_off), ("2027-02-25", 0), "all of them are back");
    let named =
        |view: &FindingsView| view.groups.iter().map(|group| group.rule.rule).collect::<Vec<_>>();
    assert_eq!(named(&back), named(&all), "each rule is still broken");
    desk.lock(Nothing {}).unwrap();
}
