//! What shows a requirement, and who may leave one out.

use domain::decision::{DecisionKind, Setting, SettingGround};
use domain::framework::{Coverage, FrameworkScoped, Shown, coverage, map, may_scope, scope, unmap};
use domain::{CadenceId, Event, ItemId, PersonRef, Text, metric};

use crate::support::*;

const REQUIREMENT: &str = "NIST-GOVERN-6.1";
const WHY: &str = "The vendor answered our questions.";

fn thing(reference: &str) -> Shown {
    Shown::Thing { reference: reference.to_owned() }
}

fn left_out(of: &str) -> FrameworkScoped {
    FrameworkScoped { of: of.to_owned(), out: Some(Text::new("We are no public authority.")) }
}

fn asked(of: &str) -> FrameworkScoped {
    FrameworkScoped { of: of.to_owned(), out: None }
}

#[test]
fn what_the_record_has_is_mapped_once_with_a_reason() {
    let item = Shown::Item { cadence: CadenceId::new("weekly"), item: ItemId::new("anomalies") };
    for (by, requirement, shown, known, reason, expected) in [
        (MAREN, REQUIREMENT, thing("EVD-0002"), true, WHY, "done"),
        (MAREN, REQUIREMENT, item, true, WHY, "done"),
        (RAFAEL, REQUIREMENT, thing("EVD-0002"), true, WHY, "done"),
        (JONAS, REQUIREMENT, thing("EVD-0002"), true, WHY, "not-entitled"),
        (GONE, REQUIREMENT, thing("EVD-0002"), true, WHY, "not-entitled"),
        (MAREN, "NIST-GOVERN-9.9", thing("EVD-0002"), true, WHY, "unknown"),
        (MAREN, REQUIREMENT, thing("EVD-0099"), false, WHY, "unknown"),
        (MAREN, REQUIREMENT, thing("EVD-0001"), true, WHY, "mapped-already"),
        (MAREN, REQUIREMENT, thing("EVD-0002"), true, " ", "blank"),
    ] {
        let said = format!("{by} maps {shown} to {requirement} because “{reason}”");
        let mapped = [thing("EVD-0001")];
        let made = map(&company(), by, requirement, (&shown, known), &mapped, reason);
        assert_eq!(code(&made), expected, "{said}");
    }
}

#[test]
fn only_what_is_mapped_is_taken_back() {
    let taken = |by: PersonRef, shown: &Shown, reason: &str| {
        code(&unmap(&company(), by, REQUIREMENT, shown, &[thing("EVD-0001")], reason))
    };
    assert_eq!(taken(MAREN, &thing("EVD-0001"), WHY), "done", "it was mapped");
    assert_eq!(taken(MAREN, &thing("EVD-0002"), WHY), "not-mapped", "it never was");
    assert_eq!(taken(MAREN, &thing("EVD-0001"), ""), "blank", "it wants a reason");
    assert_eq!(taken(JONAS, &thing("EVD-0001"), WHY), "not-entitled", "it is not his to say");
}

#[test]
fn nobody_leaves_a_requirement_out_alone() {
    for by in [MAREN, TOBIAS] {
        let alone = may_scope(&company(), by, &left_out("AIACT-26(8)"));
        assert_eq!(code(&alone), "needs-decision", "{by} keeps the desk, and still asks a second");
    }
    let whole = may_scope(&company(), MAREN, &left_out("AIACT"));
    assert_eq!(code(&whole), "needs-decision", "a whole framework least of all");
}

#[test]
fn one_person_asks_again_for_what_was_left_out() {
    let again = |by: PersonRef, in_force: Option<&FrameworkScoped>, why: &str| {
        code(&scope(&company(), by, asked("AIACT-26(8)"), in_force, why))
    };
    let out = left_out("AIACT-26(8)");
    assert_eq!(again(MAREN, Some(&out), "We took on a public client."), "done", "it asks for more");
    assert_eq!(again(MAREN, None, "Just so."), "nothing-changed", "it was asked all along");
    assert_eq!(again(MAREN, Some(&out), " "), "reason-missing", "it wants a reason");
    assert_eq!(again(JONAS, Some(&out), "Just so."), "not-entitled", "it is not his to say");
}

#[test]
fn a_decision_leaves_out_what_there_is_and_says_why() {
    let checked = |scoped: FrameworkScoped| {
        let ground = SettingGround {
            in_force: None,
            since: 0,
            metrics: Vec::new(),
            workflows: Vec::new(),
            calendar: metric::Calendar { today: day("2026-11-16"), fiscal_start: 1 },
            version: None,
        };
        code(&Setting::Scope(scoped).checked(&company(), &ground))
    };
    assert_eq!(checked(left_out("AIACT-26(8)")), "done", "a requirement");
    assert_eq!(checked(left_out("AIACT")), "done", "a framework");
    assert_eq!(checked(left_out("AIACT-99")), "unknown", "there is no such article here");
    let bare = FrameworkScoped { out: Some(Text::new("  ")), ..left_out("AIACT") };
    assert_eq!(checked(bare), "blank", "it says why");
    assert_eq!(checked(asked("AIACT")), "nothing-changed", "it is asked as it is");
    let setting = Setting::Scope(left_out("AIACT"));
    assert_eq!(setting.kind(), DecisionKind::RuleSetting, "who sets rules decides it");
    assert_eq!(setting.event(), Event::from(left_out("AIACT")), "and it is one event either way");
}

#[test]
fn coverage_is_said_in_words_gaps_first() {
    for (out, inside, earlier, expected) in [
        (false, 0, 0, Coverage::None),
        (false, 0, 3, Coverage::Earlier),
        (false, 1, 0, Coverage::InPeriod),
        (false, 1, 3, Coverage::InPeriod),
        (true, 0, 0, Coverage::OutOfScope),
        (true, 5, 5, Coverage::OutOfScope),
    ] {
        assert_eq!(coverage(out, inside, earlier), expected, "{out} {inside} {earlier}");
    }
    assert!(Coverage::ALL.is_sorted(), "a list in this order shows its gaps first");
}
