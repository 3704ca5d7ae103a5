//! Re-tiering: a verdict on the tier of each workflow that acted in the quarter.

use domain::review::TierVerdict::{self, Keep, Lower, Raise, Retire};
use domain::review::{self, Beside, Outcome, Said, TierAsked, TierGiven, TierShown};
use domain::{Event, ItemId, Refusal, WorkflowRef};

use crate::review::{ready, said};
use crate::support::*;

/// Answers the item that re-tiers the first three workflows: the first stays, the second has reasons to
/// go down, the third may go up.
fn retier(outcome: Outcome, given: &[(u32, TierVerdict, &str)]) -> Result<Event, Refusal> {
    let shown = [TierShown::Stays, TierShown::Down, TierShown::Up];
    let asked = (1..).zip(shown).map(|(number, shown)| {
        let workflow = WorkflowRef::new(number);
        TierAsked { workflow, shown }
    });
    let given = given.iter().map(|(number, verdict, note)| {
        let (workflow, note) = (WorkflowRef::new(*number), (*note).to_owned());
        TierGiven { workflow, verdict: *verdict, note }
    });
    let note = if outcome == Outcome::Fine { "" } else { "Two hours were too short." };
    let said = Said { tiers: given.collect(), ..said(outcome, note) };
    let beside = Beside { shown: vec![], tiers: asked.collect() };
    review::answer(&ready(), MAREN, &ItemId::new("anomalies"), said, beside)
}

#[test]
fn re_tiering_is_fine_once_every_workflow_has_its_verdict() {
    let all = [(1, Keep, ""), (2, Lower, ""), (3, Raise, "")];
    for (outcome, given, expected) in [
        (Outcome::Fine, &all[..], "done"),
        (Outcome::Fine, &all[..2], "tiers-unjudged"),
        (Outcome::Fine, &[], "tiers-unjudged"),
        (Outcome::Attention, &all[..2], "done"),
        (Outcome::Breach, &all[..1], "done"),
        (Outcome::NotApplicable, &[], "done"),
    ] {
        let answered = retier(outcome, given);
        assert_eq!(code(&answered), expected, "{outcome:?} with {} verdicts", given.len());
    }
}

#[test]
fn what_still_waits_for_a_verdict_is_named() {
    let refused = retier(Outcome::Fine, &[(2, Lower, "")]).unwrap_err().to_string();
    let says = "2 workflows still wait for a verdict: WF-0001, WF-0003";
    assert!(refused.contains(says), "{refused}");
}

#[test]
fn a_verdict_against_the_record_needs_a_note() {
    for (number, verdict, expected) in [
        (1, Keep, "done"),
        (1, Lower, "tier-note-missing"),
        (1, Raise, "tier-note-missing"),
        (1, Retire, "tier-note-missing"),
        (2, Keep, "tier-note-missing"),
        (2, Lower, "done"),
        (2, Raise, "tier-note-missing"),
        (2, Retire, "done"),
        (3, Keep, "done"),
        (3, Lower, "tier-note-missing"),
        (3, Raise, "done"),
        (3, Retire, "tier-note-missing"),
    ] {
        let plain = retier(Outcome::Attention, &[(number, verdict, " ")]);
        assert_eq!(code(&plain), expected, "{verdict:?} of workflow {number}");
        let noted = retier(Outcome::Attention, &[(number, verdict, "We saw more than the desk.")]);
        assert_eq!(code(&noted), "done", "{verdict:?} of workflow {number}, and why");
    }
}

#[test]
fn a_verdict_is_given_once_and_only_where_it_is_asked() {
    for (given, expected, why) in [
        (vec![(4, Keep, "")], "tier-not-asked", "the fourth did not act"),
        (vec![(1, Keep, ""), (1, Keep, "")], "twice", "one verdict each"),
    ] {
        assert_eq!(code(&retier(Outcome::Attention, &given)), expected, "{why}");
    }
}
