//! A tier step on two machines. The operator proposes it where the workspace lies and may not approve
//! it; the sponsor reads and signs a small file on a machine that has nothing but their key. It is
//! applied, taken back by a second decision, and what stood in between can be opened again.

use journeys::machines::{FILE, Machines, OPERATORS, SPONSORS, WORKFLOW};
use journeys::{Home, Person};

use crate::rules::Rules;

const STEP: &str = "DEC-0002";
const ROLLBACK: &str = "DEC-0003";
const ACTION: &str = "Send external message";
const BEFORE: &str = "tier 2 Draft (400 a day)";
const AFTER: &str = "tier 3 Execute with approval (400 a day; approvals count 24 h)";
const WHY: &str = "Thirteen weeks without one bad draft";
const SPONSORS_WORD: &str = "Agreed on the call";

#[test]
fn a_tier_step_is_signed_on_another_machine_applied_rolled_back_and_opened_as_of_before() {
    let machines = Machines::with_a_live_workflow();
    let Machines { operators: here, sponsors: there } = &machines;
    let operator = Person::opens_the_file("two-machines", here, &here.path(FILE));
    let mut seen = Rules::of(&operator);

    operator.sees("Who signs?").fills("Passphrase", OPERATORS).presses("Enter");
    operator.sees_no_more("Who signs?");
    is_refused_with_reasons(&operator, &mut seen);
    completes_what_is_missing(&operator, &mut seen);
    proposes_and_may_not_approve(&operator, &mut seen);
    sends(&operator, here, "step.countersign-request", there);

    // Opened on the desktop, as what came by mail is: the window shows it and asks for nothing else.
    let request = there.path("step.countersign-request");
    let sponsor = Person::opens_the_file("two-machines-sponsor", there, &request);
    let mut shown = Rules::of(&sponsor);
    reads_the_step_whole(&sponsor, &mut shown);
    signs(&sponsor, there, "step-yes.json", here);
    takes_in(&operator, here, "step-yes.json", STEP, &mut seen);
    stands_on(&operator, STEP, "Applied", AFTER);

    proposes_to_roll_back(&operator, &mut seen);
    sends(&operator, here, "back.json", there);
    // The second one is dropped on the first screen.
    there.drops((400.0, 400.0), &["back.json"]);
    sponsor.sees("A request to you").sees(&format!("It undoes {STEP}")).sees(AFTER);
    signs(&sponsor, there, "back-yes.json", here);
    shown.hold();
    sponsor.leaves();
    takes_in(&operator, here, "back-yes.json", ROLLBACK, &mut seen);
    stands_on(&operator, STEP, "Rolled back", BEFORE);

    finds_all_of_it_in_the_log(&operator, &mut seen);
    opens_the_register_as_of_before(&operator, &mut seen);
    seen.hold();
    operator.leaves();
    let verdict = here.countersign(&["verify", FILE, "--json"]).done().json();
    assert_eq!(verdict["integrity"]["verdict"], "holds", "votes by file verify too: {verdict}");
}

/// What stands in the way is said before anything is entered: first the rule, then the evidence.
fn is_refused_with_reasons(person: &Person, seen: &mut Rules<'_>) {
    wants_tier_3(person);
    person.sees("it is written down how that is undone").takes_a_picture("1-refused-by-a-rule");
    seen.check("a step that a rule blocks");
    person.fills("Rollback plan", "Lower it to tier 2").presses("Ctrl+Enter");
    person.sees("Mend what does not hold");
    drops_what_was_typed(person);
    person.tabs_to_and_presses("Rollback plan").fills("Rollback plan", "Lower it to tier 2");
    person.fills("Reason", "It was never written down").presses("Ctrl+Enter");
    person.sees("WF-0001 changed, entry");

    wants_tier_3(person);
    person.sees("has not been shown").takes_a_picture("2-refused-without-evidence");
    seen.check("a step without its evidence");
    person.fills("Rollback plan", "Lower it to tier 2").presses("Ctrl+Enter");
    person.sees("Show it, or wait until it holds");
    drops_what_was_typed(person);
}

/// On the workflow's page, asks for tier 3; the change becomes a proposal with what was typed.
fn wants_tier_3(person: &Person) {
    opens_the_workflow(person);
    person.settles().tabs_to_and_presses(ACTION);
    person.sees("How freely the workflow may do this").tabs_to_the_field("How freely");
    person.types("3").fills("An approval counts for", "24").fills("Reason", WHY);
    person.presses("Ctrl+Enter");
    person.sees("What you typed is kept").settles();
}

fn opens_the_workflow(person: &Person) {
    person.finds_and_takes("Register").sees(WORKFLOW).settles().presses("J").presses("Enter");
    person.sees("Allowed actions");
}

fn drops_what_was_typed(person: &Person) {
    // While it is still being refused, the sheet stays whatever is pressed.
    person.settles().presses("Escape").sees("Press Esc again").presses("Escape");
    person.sees_no_more("What you typed is kept");
    // What was typed stands in its own sheet still, for another try or to be left too.
    person.sees("How freely the workflow may do this").settles();
    person.presses("Escape").sees("Press Esc again").presses("Escape");
    person.sees_no_more("How freely the workflow may do this");
}

/// The kill switch is tried and seen to work.
fn completes_what_is_missing(person: &Person, seen: &mut Rules<'_>) {
    person.finds_and_takes("Exceptions, overrides and stops").settles().presses("4");
    person
        .tabs_to_and_presses("Drill: try the kill switch of WF-0001")
        .sees("A drill stops nothing");
    person.fills("Reason", "Before the step up").presses("Ctrl+Enter").sees("STOP-0001");
    person.settles().tabs_to_and_presses("Confirm").sees("Look in Salesforce itself first");
    person.presses("Ctrl+Enter").sees("STOP-0001 is confirmed in Salesforce");
    seen.check("a drill that was confirmed");
}

fn proposes_and_may_not_approve(person: &Person, seen: &mut Rules<'_>) {
    wants_tier_3(person);
    person.sees("STOP-0001 was confirmed in every system");
    for (asked, words) in [
        ("Samples of its actions", "130 drafts, none bad"),
        ("No metric below baseline", "Replies stand at 9 of 8 per cent"),
        ("Drift is stable", "The same segment as in the pilot"),
    ] {
        person.fills(&format!("{asked}, in words"), words);
    }
    person.fills("Rollback plan", "Lower it to tier 2").presses("Ctrl+Enter");
    person.sees(&format!("{STEP} is proposed")).sees("Who must sign").settles();
    person.sees("Not for you to sign").sees("proposed DEC-0002");
    assert!(!person.can_press("Approve"), "there is nothing to approve one's own proposal with");
    person.takes_a_picture("3-own-proposal");
    seen.check_both("an own proposal");
}

/// The decision on screen goes out as a file.
fn sends(person: &Person, here: &Home, request: &str, there: &Home) {
    here.will_choose("save-request", request);
    person.presses("F").sees(&format!("Send {request} to whoever signs"));
    here.sends(request, there);
}

/// Everything a signature would stand under is in the file: that machine has no workspace.
fn reads_the_step_whole(person: &Person, shown: &mut Rules<'_>) {
    person.sees("A request to you").settles();
    for words in ["Revenue desk", STEP, WORKFLOW, ACTION, BEFORE, AFTER, WHY] {
        person.sees(words);
    }
    for words in ["130 drafts, none bad", "the desk looks itself", "Lower it to tier 2"] {
        person.sees(words);
    }
    person.sees("that workspace is not open here");
    person.takes_a_picture("1-read-whole");
    shown.check("a request read whole");
}

fn signs(person: &Person, there: &Home, statement: &str, here: &Home) {
    person.tabs_to_the_field("Your answer").types("Approve").fills("Reason", SPONSORS_WORD);
    person.fills("Passphrase of PER-0002", "not the one");
    there.will_choose("save-statement", statement);
    person.presses("Ctrl+Enter").sees("does not open");
    there.will_choose("save-statement", statement);
    person.fills("Passphrase of PER-0002", SPONSORS);
    person.presses("Ctrl+Enter").sees(&format!("{statement} is signed"));
    there.sends(statement, here);
}

fn takes_in(person: &Person, here: &Home, statement: &str, decision: &str, seen: &mut Rules<'_>) {
    here.will_choose("read-statement", statement);
    person.finds_and_takes("Decisions").settles().presses("T").sees("Take statements in");
    person.tabs_to_and_presses("Add a statement").sees("counts").sees(SPONSORS_WORD).settles();
    seen.check(&format!("a statement on {decision} that came back"));
    person.takes_a_picture(&format!("4-{decision}-came-back"));
    person.fills("Passphrase of Ada", OPERATORS).presses("Ctrl+Enter");
    person.sees(&format!("Votes on {decision} are taken in"));
}

/// The decision has come so far, and the workflow stands where it says.
fn stands_on(person: &Person, decision: &str, state: &str, on: &str) {
    opens_the_workflow(person);
    let tier = on.split(' ').nth(1).unwrap_or(on);
    person.sees(&format!("{tier} now"));
    person.finds_and_takes("Decisions").settles().finds_and_takes(decision).settles();
    person.sees(state).takes_a_picture(&format!("5-{decision}-{state}"));
}

fn proposes_to_roll_back(person: &Person, seen: &mut Rules<'_>) {
    seen.check("a decision that was applied");
    person.presses("Z").sees(&format!("Roll back {STEP}")).sees(BEFORE).settles();
    person.fills("Why", "Complaints rose in its first week");
    seen.check("a rollback's sheet");
    person.presses("Ctrl+Enter").sees(&format!("{ROLLBACK} is proposed"));
    person.sees("Undoes").sees("Not for you to sign");
}

fn finds_all_of_it_in_the_log(person: &Person, seen: &mut Rules<'_>) {
    person.finds_and_takes("Change log").settles();
    for words in [STEP, ROLLBACK, "Approved and applied", "STOP-0001", "Rollback proposed"] {
        person.sees(words);
    }
    person.takes_a_picture("6-log");
    seen.check_both("the change log");
}

/// The desk of before the rollback: the tier it had, under a banner, and nothing to change it with.
fn opens_the_register_as_of_before(person: &Person, seen: &mut Rules<'_>) {
    walks_to_the_entry(person, "Rollback proposed");
    person.presses("O").sees("This is the desk as it stood then").sees("Nothing can be changed");
    person.finds_and_takes("Register").settles().presses("N").settles();
    person.sees_no_more("Add workflow").takes_a_picture("7-register-as-of-before");
    seen.check_both("the register as of before");
    person.presses("J").presses("Enter").sees("Allowed actions").sees("3 now");
    assert!(!person.can_press("Rename"), "what stood then is read only");
    person.takes_a_picture("8-workflow-as-of-before");
    person.tabs_to_and_presses("Back to now").sees_no_more("as it stood then").sees("2 now");
}

fn walks_to_the_entry(person: &Person, words: &str) {
    let told = "return document.querySelector('main p[role=status]')?.innerText ?? ''";
    let found = (0..100).any(|_| {
        let entry = person.presses("J").asks(told);
        entry.as_str().is_some_and(|entry| entry.contains(words))
    });
    assert!(found, "the change log tells “{words}”");
}
