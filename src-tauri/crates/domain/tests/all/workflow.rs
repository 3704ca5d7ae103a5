//! The register.

use domain::decision::DecisionKind;
use domain::people::{Holding, Standing};
use domain::workflow::{
    ActionKind, Certification, CostBenefit, DataRisk, Fact, Facts, Limits, Permission, Permitted,
    Register, Standard, Status, Tier, Window, Workflow, WriteStage, describe, next, register,
    set_status,
};
use domain::{Event, MetricRef, PersonRef, Refusal, Text, WorkflowRef};

use crate::support::*;

fn named(name: &str) -> Facts {
    Facts { name: Some(Text::new(name)), ..Facts::default() }
}

/// Two workflows, the second without a name because it was erased.
fn two() -> Register {
    let name = |words: &str| Some(words.to_owned());
    Register::new([
        (WorkflowRef::new(1), name("Lead  Scoring")),
        (WorkflowRef::new(2), None),
        (WorkflowRef::new(7), name("Straße Zoë")),
    ])
}

fn row(action: ActionKind, permitted: Permitted) -> Permission {
    let limits = Limits::default();
    Permission { action, permitted, roles: vec![], condition: None, limits }
}

/// A workflow of the register of [`two`], with these rows and nothing else but its name.
fn stands(status: Status, found_live: bool, permissions: Vec<Permission>) -> Workflow {
    let facts = Facts { permissions, ..named("Lead Scoring") };
    Workflow { workflow: WorkflowRef::new(1), status, found_live, facts }
}

/// What comes of describing `now` anew with a change to its facts.
fn described(
    by: PersonRef,
    now: &Workflow,
    change: impl FnOnce(&mut Facts),
    because: &str,
) -> &'static str {
    let mut facts = now.facts.clone();
    change(&mut facts);
    code(&describe(&company(), &two(), by, now, facts, Some(because)))
}

#[test]
fn a_workflow_is_registered_under_the_next_reference() {
    let (workflow, _) =
        register(&company(), &two(), MAREN, Status::Draft, named("Routing")).unwrap();
    assert_eq!(workflow, WorkflowRef::new(8), "a gap in the numbers is never filled");
}

#[test]
fn what_the_register_refuses() {
    let long = "x".repeat(201);
    let very_long = Some(Text::new("x".repeat(20_001)));
    let facts = |change: fn(&mut Facts)| {
        let mut facts = named("Routing");
        change(&mut facts);
        facts
    };
    for (by, facts, expected, why) in [
        (MAREN, named("Routing"), "done", "nothing is wrong with it"),
        (TOBIAS, named("Routing"), "done", "the sponsor keeps the register too"),
        (JONAS, named("Routing"), "not-entitled", "a sales leader does not"),
        (MAREN, Facts::default(), "blank", "no name"),
        (MAREN, named(""), "blank", "an empty name"),
        (MAREN, named("\u{a0} \n"), "blank", "a name of white space"),
        (MAREN, named(&long), "too-long", "201 characters"),
        (MAREN, named(&"é".repeat(200)), "done", "200 characters, however many bytes"),
        (MAREN, named("Lead Scoring"), "name-taken", "the same name"),
        (MAREN, named(" lead  SCORING "), "name-taken", "other capitals and spaces"),
        (MAREN, named("straße zoe\u{308}"), "name-taken", "ë of two code points is still ë"),
        (MAREN, named("Lead Scorin"), "done", "another name"),
        (MAREN, facts(|f| f.owner = Some(JONAS)), "done", "the owner is here"),
        (MAREN, facts(|f| f.owner = Some(NOBODY)), "unknown", "nobody owns it"),
        (MAREN, facts(|f| f.owner = Some(GONE)), "has-left", "the owner left"),
        (MAREN, facts(|f| f.kill_switch_owner = Some(NOBODY)), "unknown", "nobody can stop it"),
        (MAREN, facts(|f| f.kill_switch_owner = Some(GONE)), "has-left", "who stops it left"),
        (MAREN, facts(|f| f.approver = Some(role("legal"))), "done", "a role approves"),
        (MAREN, facts(|f| f.approver = Some(role("druid"))), "unknown", "no such role"),
        (MAREN, Facts { ai_does: very_long.clone(), ..named("R") }, "too-long", "a long text"),
        (MAREN, Facts { vendor: very_long.clone(), ..named("R") }, "too-long", "a long vendor"),
        (
            MAREN,
            Facts { guardrails: very_long.iter().cloned().collect(), ..named("R") },
            "too-long",
            "a long guardrail",
        ),
        (
            MAREN,
            facts(|f| {
                let roles = vec![role("druid")];
                f.permissions =
                    vec![Permission { roles, ..row(ActionKind::Publish, Permitted::Tier1) }];
            }),
            "unknown",
            "a permission for a role there is not",
        ),
        (
            MAREN,
            facts(|f| f.permissions = vec![row(ActionKind::Publish, Permitted::Tier1); 2]),
            "twice",
            "two rows for one kind of action",
        ),
        (
            MAREN,
            facts(|f| {
                let standard = Standard::Soc2;
                f.certifications =
                    vec![Certification { standard, expires: None, evidence: None }; 2];
            }),
            "twice",
            "the same certification twice",
        ),
        (MAREN, facts(|f| f.cost_benefit = Some(money("EUR", "1200.50"))), "done", "an amount"),
        (MAREN, facts(|f| f.cost_benefit = Some(money("eur", "1"))), "unknown-currency", "eur"),
        (MAREN, facts(|f| f.cost_benefit = Some(money("EUR", "-1"))), "negative-amount", "-1"),
    ] {
        let registered = register(&company(), &two(), by, Status::Draft, facts);
        assert_eq!(code(&registered), expected, "{why}");
    }
}

#[test]
fn a_workflow_that_runs_already_is_found_live() {
    for (status, found) in [
        (Status::Draft, false),
        (Status::Live, true),
        (Status::Paused, false),
        (Status::Stopped, false),
        (Status::Retired, false),
    ] {
        let (_, event) = register(&company(), &two(), MAREN, status, named("Routing")).unwrap();
        let Event::WorkflowRegistered(registered) = event else { panic!("another event") };
        assert_eq!(registered.found_live, found, "{status:?}");
    }
}

fn money(currency: &str, cost: &str) -> CostBenefit {
    let cost_a_year = Some(cost.parse().unwrap());
    CostBenefit {
        currency: currency.to_owned(),
        set_up: None,
        cost_a_year,
        benefit_a_year: None,
        basis: None,
    }
}

#[test]
fn what_is_approved_every_time_never_stands_on_tier_4() {
    use ActionKind::{ApplyDiscount, ExportData, Publish, Recommend, SendExternalMessage};
    let free = Limits::default();
    let bounded = Limits { discount_percent: Some("10".parse().unwrap()), ..Limits::default() };
    let no_first = Limits { first_touch_excluded: true, risky_excluded: true, ..Limits::default() };
    for (action, permitted, limits, expected, why) in [
        (Recommend, Permitted::Tier4, &free, "done", "advice hurts nobody"),
        (Publish, Permitted::Tier3, &free, "done", "with approval"),
        (Publish, Permitted::Tier4, &free, "tier-not-allowed", "a public statement"),
        (ExportData, Permitted::Tier4, &no_first, "tier-not-allowed", "data that leaves"),
        (ApplyDiscount, Permitted::Tier4, &free, "tier-not-allowed", "no bounds"),
        (ApplyDiscount, Permitted::Tier4, &bounded, "done", "inside bounds"),
        (SendExternalMessage, Permitted::Tier4, &free, "tier-not-allowed", "a first touch"),
        (SendExternalMessage, Permitted::Tier4, &no_first, "done", "later touches only"),
    ] {
        let limits = limits.clone();
        let permissions = vec![Permission { limits, ..row(action, permitted) }];
        let facts = Facts { permissions, ..named("Routing") };
        let draft = register(&company(), &two(), MAREN, Status::Draft, facts.clone());
        assert_eq!(code(&draft), expected, "{action} as a draft: {why}");
        let live = register(&company(), &two(), MAREN, Status::Live, facts);
        assert_eq!(code(&live), "done", "{action}: what runs already is written down as it is");
    }
    for action in ActionKind::ALL {
        let words = action.words();
        assert!(!words.is_empty(), "{action:?} has words for people");
    }
}

#[test]
fn a_limit_limits_something() {
    let window = |from: &str, to: &str| {
        Some(Window { days: vec![], from: from.parse().unwrap(), to: to.parse().unwrap() })
    };
    let percent = |p: &str| Some(p.parse().unwrap());
    for (limits, expected) in [
        (Limits { per_day: Some(1), ..Limits::default() }, "done"),
        (Limits { per_day: Some(0), ..Limits::default() }, "limit-unusable"),
        (Limits { export_rows: Some(0), ..Limits::default() }, "limit-unusable"),
        (Limits { discount_percent: percent("100"), ..Limits::default() }, "done"),
        (Limits { discount_percent: percent("100.01"), ..Limits::default() }, "limit-unusable"),
        (Limits { discount_percent: percent("0"), ..Limits::default() }, "limit-unusable"),
        (Limits { window: window("22:00:00", "06:00:00"), ..Limits::default() }, "done"),
        (Limits { window: window("06:00:00", "06:00:00"), ..Limits::default() }, "limit-unusable"),
    ] {
        let shown = format!("{limits:?}");
        let limited = Permission { limits, ..row(ActionKind::ExportData, Permitted::Tier3) };
        let facts = Facts { permissions: vec![limited], ..named("Routing") };
        let registered = register(&company(), &two(), MAREN, Status::Draft, facts);
        assert_eq!(code(&registered), expected, "{shown}");
    }
}

#[test]
fn a_workflow_keeps_its_own_name_when_it_is_described_anew() {
    for (workflow, name, expected) in [
        (1, "LEAD SCORING", "done"),
        (1, "Straße Zoë", "name-taken"),
        (1, "Lead Scoring", "nothing-changed"),
        (2, "Routing", "done"),
    ] {
        let now = Workflow {
            workflow: WorkflowRef::new(workflow),
            ..stands(Status::Draft, false, vec![])
        };
        let anew = described(MAREN, &now, |facts| facts.name = Some(Text::new(name)), "");
        assert_eq!(anew, expected, "workflow {workflow} becomes “{name}”");
    }
    let now = stands(Status::Draft, false, vec![]);
    let anew = described(JONAS, &now, |facts| facts.vendor = Text::some("Acme"), "");
    assert_eq!(anew, "not-entitled", "a sales leader does not describe");
}

#[test]
fn a_draft_is_described_freely_and_what_runs_says_why() {
    let vendor = |facts: &mut Facts| facts.vendor = Text::some("Acme");
    for (status, because, expected) in [
        (Status::Draft, "", "done"),
        (Status::Live, " ", "reason-missing"),
        (Status::Live, "contract signed", "done"),
        (Status::Paused, "", "reason-missing"),
        (Status::Retired, "for the record", "done"),
    ] {
        let anew = described(MAREN, &stands(status, false, vec![]), vendor, because);
        assert_eq!(anew, expected, "{status:?}, because “{because}”");
    }
}

/// Every way in which one row can change, and what becomes of it on a live workflow.
#[test]
fn what_runs_is_held_shorter_at_once_and_made_freer_only_by_decision() {
    use ActionKind::{Publish, Recommend};
    let limits = Limits {
        per_day: Some(100),
        approval_hours: Some(24),
        risky_excluded: true,
        ..Limits::default()
    };
    let was =
        Permission { limits, roles: vec![role("revops")], ..row(Recommend, Permitted::Tier2) };
    let now = stands(Status::Live, false, vec![was.clone()]);
    let with = |change: fn(&mut Permission)| {
        let mut row = was.clone();
        change(&mut row);
        vec![row]
    };
    let lower = || with(|row| row.permitted = Permitted::Tier1);
    for (by, rows, expected, why) in [
        (MAREN, lower(), "done", "RevOps lowers"),
        (RAFAEL, lower(), "done", "Security lowers"),
        (TOBIAS, lower(), "not-entitled", "the sponsor does not lower alone"),
        (JONAS, lower(), "not-entitled", "a sales leader does not"),
        (MAREN, with(|row| row.permitted = Permitted::Blocked), "done", "blocking is lowering"),
        (MAREN, with(|row| row.permitted = Permitted::Tier3), "needs-decision", "a higher tier"),
        (MAREN, vec![], "needs-decision", "a row that is not answered any more"),
        (
            MAREN,
            vec![was.clone(), row(Publish, Permitted::Tier1)],
            "needs-decision",
            "what was not listed was blocked",
        ),
        (MAREN, vec![was.clone(), row(Publish, Permitted::Blocked)], "done", "and stays so"),
        (MAREN, with(|row| row.limits.per_day = Some(50)), "done", "a tighter limit"),
        (MAREN, with(|row| row.limits.per_day = Some(101)), "needs-decision", "a wider limit"),
        (MAREN, with(|row| row.limits.per_day = None), "needs-decision", "a limit less"),
        (MAREN, with(|row| row.limits.approval_hours = Some(8)), "done", "a yes ends sooner"),
        (
            MAREN,
            with(|row| row.limits.approval_hours = Some(48)),
            "needs-decision",
            "a yes counts longer",
        ),
        (MAREN, with(|row| row.limits.approval_hours = None), "needs-decision", "for ever"),
        (
            MAREN,
            with(|row| row.limits.risky_excluded = false),
            "needs-decision",
            "what a human was to send",
        ),
        (
            MAREN,
            with(|row| row.limits.segments = vec![Text::new("EMEA")]),
            "done",
            "fewer segments than all",
        ),
        (MAREN, with(|row| row.roles = vec![]), "needs-decision", "everybody"),
        (MAREN, with(|row| row.roles.push(role("legal"))), "needs-decision", "one role more"),
    ] {
        let anew = described(by, &now, |facts| facts.permissions = rows, "drift");
        assert_eq!(anew, expected, "{why}");
    }
    for (stage, expected) in [
        (Some(WriteStage::ReadOnlyAssist), "done"),
        (Some(WriteStage::AutomatedWrite), "needs-decision"),
        (None, "needs-decision"),
    ] {
        let mut now = now.clone();
        now.facts.write_stage = Some(WriteStage::DraftMode);
        let anew = described(MAREN, &now, |facts| facts.write_stage = stage, "drift");
        assert_eq!(anew, expected, "from draft mode to {stage:?}");
    }
}

#[test]
fn what_was_found_live_is_answered_once_and_not_raised() {
    use ActionKind::Publish;
    for (stated, listed, permitted, expected, why) in [
        (None, None, Permitted::Tier4, "done", "nobody had said, and it runs like that"),
        (Some(Tier::Draft), None, Permitted::Tier2, "done", "as free as stated"),
        (Some(Tier::Draft), None, Permitted::Tier3, "needs-decision", "freer than stated"),
        (None, Some(Permitted::Tier1), Permitted::Tier2, "needs-decision", "answered before"),
        (None, Some(Permitted::Blocked), Permitted::Tier1, "needs-decision", "blocked before"),
    ] {
        let rows = listed.map(|permitted| row(Publish, permitted)).into_iter().collect();
        let mut now = stands(Status::Live, true, rows);
        now.facts.tier_stated = stated;
        let answer = |facts: &mut Facts| facts.permissions = vec![row(Publish, permitted)];
        assert_eq!(described(TOBIAS, &now, answer, "as the vendor says"), expected, "{why}");
    }
    let now = stands(Status::Live, true, vec![]);
    let stage = |facts: &mut Facts| facts.write_stage = Some(WriteStage::AutomatedWrite);
    assert_eq!(described(MAREN, &now, stage, "as found"), "done", "the stage is answered too");
}

/// Every fact that holds a running workflow, taken away or made another, and made tighter.
#[test]
fn what_holds_a_running_workflow_is_changed_by_the_decision_that_is_there_for_it() {
    let now = {
        let condition = Text::some("only after a reply");
        let row = Permission { condition, ..row(ActionKind::Recommend, Permitted::Tier1) };
        let mut now = stands(Status::Live, false, vec![row]);
        let facts = &mut now.facts;
        facts.guardrails = vec![Text::new("at most 10"), Text::new("no prices")];
        facts.governance = Text::some("read before sending");
        facts.data_risks = Some(vec![DataRisk::Pricing]);
        facts.metrics = vec![MetricRef::new(1), MetricRef::new(2)];
        facts.vendor = Text::some("Acme");
        facts.model = Text::some("4.2");
        facts.owner = Some(MAREN);
        facts.kill_switch_owner = Some(JONAS);
        facts.approver = Some(role("sales-leader"));
        facts.logs = Text::some("warehouse");
        now
    };
    let guardrail = Some(DecisionKind::Guardrail);
    let threshold = Some(DecisionKind::Threshold);
    let vendor = Some(DecisionKind::VendorApproval);
    let routing = Some(DecisionKind::PermissionOrRouting);
    type Change = fn(&mut Facts);
    let table: &[(&str, Change, Option<DecisionKind>)] = &[
        ("a guardrail gone", |f| drop(f.guardrails.pop()), guardrail),
        ("a guardrail another", |f| f.guardrails[0] = Text::new("at most 1000"), guardrail),
        ("a guardrail more", |f| f.guardrails.push(Text::new("no names")), None),
        ("guardrails in another order", |f| f.guardrails.reverse(), None),
        ("kept safe by something else", |f| f.governance = Text::some("trust"), guardrail),
        ("kept safe by nothing", |f| f.governance = None, guardrail),
        ("a data risk taken back", |f| f.data_risks = Some(vec![]), guardrail),
        ("data risk unanswered", |f| f.data_risks = None, guardrail),
        (
            "a data risk more",
            |f| f.data_risks = Some(vec![DataRisk::Pricing, DataRisk::PersonalData]),
            None,
        ),
        ("a condition gone", |f| f.permissions[0].condition = None, guardrail),
        ("a metric less", |f| f.metrics.truncate(1), threshold),
        ("a metric more", |f| f.metrics.push(MetricRef::new(3)), None),
        ("another vendor", |f| f.vendor = Text::some("Other"), vendor),
        ("no vendor", |f| f.vendor = None, vendor),
        ("another model", |f| f.model = Text::some("5.0"), vendor),
        ("a product, for the first time", |f| f.product = Text::some("Writer"), None),
        ("another owner", |f| f.owner = Some(TOBIAS), routing),
        ("another kill-switch owner", |f| f.kill_switch_owner = Some(MAREN), routing),
        ("another approver", |f| f.approver = Some(role("revops")), routing),
        ("no approver", |f| f.approver = None, routing),
        ("a rollback plan", |f| f.rollback_plan = Text::some("turn it off"), None),
        ("its logs elsewhere", |f| f.logs = Text::some("lake"), None),
        ("another KPI", |f| f.kpis = vec![Text::new("replies")], None),
    ];
    for status in [Status::Live, Status::Paused, Status::Stopped] {
        let now = Workflow { status, ..now.clone() };
        for (what, change, expected) in table {
            let mut facts = now.facts.clone();
            change(&mut facts);
            let made = describe(&company(), &two(), MAREN, &now, facts, Some("so it is"));
            let kind = match &made {
                Err(Refusal::NeedsDecision { kind, .. }) => Some(*kind),
                _ => None,
            };
            assert_eq!(kind, *expected, "{what} of a workflow that is {status:?}: {made:?}");
            assert_eq!(made.is_ok(), expected.is_none(), "{what}: {made:?}");
        }
    }
    let draft = Workflow { status: Status::Draft, ..now.clone() };
    for (what, change, _) in table {
        assert_eq!(described(MAREN, &draft, change, ""), "done", "{what} of a draft");
    }
    let logs: Change = |f| f.logs = None;
    assert_eq!(described(MAREN, &now, logs, "x"), "rules-block", "a launch rule asked for it");
}

#[test]
fn whoever_has_left_is_replaced_at_once() {
    let mut now = stands(Status::Live, false, vec![]);
    now.facts.owner = Some(GONE);
    now.facts.kill_switch_owner = Some(GONE);
    now.facts.approver = Some(role("legal"));
    let mend = |facts: &mut Facts| {
        facts.owner = Some(MAREN);
        facts.kill_switch_owner = Some(MAREN);
        facts.approver = Some(role("revops"));
    };
    assert_eq!(described(MAREN, &now, mend, "they left"), "done", "nobody is pushed aside");
}

#[test]
fn a_time_window_is_wider_when_it_lets_more_hours_or_days_through() {
    let window = |days: &[chrono::Weekday], from: &str, to: &str| {
        let time = |written: &str| format!("{written}:00").parse().unwrap();
        Some(Window { days: days.to_vec(), from: time(from), to: time(to) })
    };
    use chrono::Weekday::{Fri, Mon, Sat};
    let was = window(&[Mon, Fri], "06:00", "20:00");
    for (is, expected) in [
        (window(&[Mon, Fri], "07:00", "20:00"), "done"),
        (window(&[Mon], "06:00", "20:00"), "done"),
        (window(&[Mon, Fri], "05:00", "20:00"), "needs-decision"),
        (window(&[Mon, Fri, Sat], "06:00", "20:00"), "needs-decision"),
        (window(&[], "06:00", "20:00"), "needs-decision"),
        (window(&[Mon, Fri], "20:00", "06:00"), "needs-decision"),
        (None, "needs-decision"),
    ] {
        let mut limited = row(ActionKind::Recommend, Permitted::Tier2);
        limited.limits.window = was.clone();
        let now = stands(Status::Live, false, vec![limited]);
        let shown = format!("{is:?}");
        let anew = described(MAREN, &now, |f| f.permissions[0].limits.window = is, "hours");
        assert_eq!(anew, expected, "{shown}");
    }
}

#[test]
fn one_person_sets_a_workflow_aside_but_nobody_alone_sets_it_live() {
    let all = [Status::Draft, Status::Live, Status::Paused, Status::Stopped, Status::Retired];
    for from in all {
        for to in all {
            let set =
                set_status(&company(), MAREN, &stands(from, false, vec![]), to, "cleaning up");
            let expected = if next(from).contains(&to) { "done" } else { "no-such-step" };
            assert_eq!(code(&set), expected, "from {from:?} to {to:?}");
            assert!(
                to != Status::Live || code(&set) == "no-such-step",
                "going live takes a decision"
            );
        }
    }
    for (by, from, because, expected) in [
        (RAFAEL, Status::Live, "odd replies", "done"),
        (TOBIAS, Status::Live, "odd replies", "not-entitled"),
        (TOBIAS, Status::Draft, "not needed", "done"),
        (RAFAEL, Status::Draft, "not needed", "not-entitled"),
        (MAREN, Status::Live, " ", "reason-missing"),
    ] {
        let now = stands(from, false, vec![]);
        let aside = if from == Status::Draft { Status::Retired } else { Status::Paused };
        let set = set_status(&company(), by, &now, aside, because);
        assert_eq!(code(&set), expected, "{by} sets a {from:?} one aside because “{because}”");
    }
    let drafts = all.into_iter().filter(|from| next(*from).contains(&Status::Draft)).count();
    assert_eq!(drafts, 0, "what has acted is never described as freely as a draft again");
}

#[test]
fn security_only_holds_shorter() {
    let standing = Standing {
        holdings: vec![Holding {
            person: RAFAEL,
            role: role("security"),
            from: day("2026-01-01"),
            to: None,
        }],
        ..company()
    };
    let mut now = stands(Status::Live, false, vec![row(ActionKind::Publish, Permitted::Tier2)]);
    now.facts.vendor = Text::some("Acme");
    let mut facts = now.facts.clone();
    facts.permissions[0].permitted = Permitted::Blocked;
    let lowered = describe(&standing, &two(), RAFAEL, &now, facts.clone(), Some("leak"));
    assert_eq!(code(&lowered), "done", "Security blocks at once");
    facts.vendor = Text::some("Other");
    let both = describe(&standing, &two(), RAFAEL, &now, facts, Some("leak"));
    assert_eq!(code(&both), "not-entitled", "and changes nothing else on the way");
}

#[test]
fn differences_are_named_by_fact() {
    let before = Facts { vendor: Text::some("Acme"), owner: Some(MAREN), ..named("Routing") };
    let after = Facts {
        vendor: Text::some("Other"),
        owner: None,
        owner_named: Text::some("Ops"),
        ..named("Routing")
    };
    assert_eq!(before.differences(&after), [Fact::Owner, Fact::Vendor], "owner counts once");
    assert_eq!(before.differences(&before), [], "nothing differs from itself");
}

#[test]
fn what_was_erased_is_not_signed_anew() {
    let gone = || Text::Gone { c: "AAAA".into() };
    let mut facts = Facts {
        vendor: Some(gone()),
        guardrails: vec![gone(), Text::new("at most 10")],
        permissions: vec![Permission {
            condition: Some(gone()),
            ..row(ActionKind::Publish, Permitted::Tier1)
        }],
        ..named("Routing")
    };
    facts.forget_gone();
    let left = Facts {
        guardrails: vec![Text::new("at most 10")],
        permissions: vec![row(ActionKind::Publish, Permitted::Tier1)],
        ..named("Routing")
    };
    assert_eq!(facts, left, "nobody could open the commitment of a text that is gone");
}

#[test]
fn payback_is_what_setting_up_cost_over_what_a_month_returns() {
    let amount = |written: Option<&str>| written.map(|w| w.parse().unwrap());
    for (set_up, cost, benefit, a_year, months) in [
        (Some("6000"), Some("12000"), Some("36000"), Some("24000"), Some("3")),
        (Some("6001"), Some("12000"), Some("36000"), Some("24000"), Some("4")),
        (Some("0"), Some("1"), Some("2"), Some("1"), Some("0")),
        (Some("6000"), Some("12000"), Some("12000"), Some("0"), None),
        (Some("6000"), Some("12000"), Some("1"), Some("-11999"), None),
        (None, Some("12000"), Some("36000"), Some("24000"), None),
        (Some("6000"), None, Some("36000"), None, None),
    ] {
        let figures = CostBenefit {
            set_up: amount(set_up),
            cost_a_year: amount(cost),
            benefit_a_year: amount(benefit),
            ..money("EUR", "0")
        };
        assert_eq!(figures.a_year(), amount(a_year), "a year of {figures:?}");
        assert_eq!(figures.payback_months(), amount(months), "payback of {figures:?}");
    }
}

#[test]
fn rows_of_one_file_do_not_share_a_name_or_a_reference() {
    let mut known = two();
    let (first, _) = register(&company(), &known, MAREN, Status::Live, named("Routing")).unwrap();
    known.took(first, "Routing");
    let again = register(&company(), &known, MAREN, Status::Live, named("routing"));
    assert_eq!(code(&again), "name-taken", "the row before took the name");
    let (second, _) = register(&company(), &known, MAREN, Status::Live, named("Other")).unwrap();
    assert_eq!(second.number(), first.number() + 1, "and the reference");
}

#[test]
fn the_tier_is_the_highest_of_what_is_permitted() {
    use Permitted::{Blocked, Tier1, Tier2, Tier3, Tier4};
    for (rows, stated, tier) in [
        (vec![], None, None),
        (vec![], Some(Tier::Draft), Some(Tier::Draft)),
        (vec![Tier1], None, Some(Tier::Suggest)),
        (vec![Tier2, Tier4, Tier1], None, Some(Tier::ExecuteAutonomously)),
        (vec![Tier3, Blocked, Tier2], Some(Tier::Suggest), Some(Tier::ExecuteWithApproval)),
        (vec![Tier1], Some(Tier::ExecuteAutonomously), Some(Tier::Suggest)),
        (vec![Blocked], None, None),
        (vec![Blocked], Some(Tier::ExecuteAutonomously), None),
    ] {
        let permissions = rows
            .iter()
            .zip(ActionKind::ALL)
            .map(|(permitted, action)| row(*action, *permitted))
            .collect();
        let facts = Facts { permissions, tier_stated: stated, ..Facts::default() };
        assert_eq!(facts.tier(), tier, "rows {rows:?}, stated {stated:?}");
    }
}

#[test]
fn a_tier_and_its_number_are_one() {
    for tier in Tier::ALL {
        assert_eq!(Tier::from_number(tier.number()), Some(tier), "{tier:?} comes back");
    }
    for number in [0, 5, 255] {
        assert_eq!(Tier::from_number(number), None, "there is no tier {number}");
    }
}
