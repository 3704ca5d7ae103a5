//! The register.

use domain::workflow::{
    Facts, ImportRecorded, Permission, Permitted, Register, Status, Tier, describe, record_import,
    register,
};
use domain::{Event, Text, WorkflowRef};

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

fn row(action: &str, permitted: Permitted) -> Permission {
    Permission { action: action.to_owned(), permitted, roles: vec![], condition: None }
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
        (MAREN, named(" lead\tSCORING "), "name-taken", "other capitals and spaces"),
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
                f.permissions = vec![Permission { roles, ..row("publish", Permitted::Tier1) }];
            }),
            "unknown",
            "a permission for a role there is not",
        ),
        (
            MAREN,
            facts(|f| f.permissions = vec![row(" ", Permitted::Tier1)]),
            "blank",
            "a permission for nothing",
        ),
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

#[test]
fn a_workflow_keeps_its_own_name_when_it_is_described_anew() {
    for (workflow, name, expected) in [
        (1, "LEAD SCORING", "done"),
        (1, "Straße Zoë", "name-taken"),
        (2, "Routing", "done"),
        (3, "Routing", "unknown"),
    ] {
        let described =
            describe(&company(), &two(), MAREN, WorkflowRef::new(workflow), named(name));
        assert_eq!(code(&described), expected, "workflow {workflow} becomes “{name}”");
    }
    let described = describe(&company(), &two(), JONAS, WorkflowRef::new(1), named("R"));
    assert_eq!(code(&described), "not-entitled", "a sales leader does not describe");
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
        let permissions = rows.iter().map(|permitted| row("publish", *permitted)).collect();
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

#[test]
fn only_keepers_take_a_file_in() {
    let import = ImportRecorded {
        what: "workflows".to_owned(),
        file: Text::new("inventory.csv"),
        sha256: "00".repeat(32),
        encoding: "UTF-8".to_owned(),
        rows: 1,
        accepted: 1,
        skipped: 0,
        rejected: vec![],
    };
    for (by, expected) in [(MAREN, "done"), (TOBIAS, "done"), (JONAS, "not-entitled")] {
        assert_eq!(code(&record_import(&company(), by, import.clone())), expected, "{by} imports");
    }
}
