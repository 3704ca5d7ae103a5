//! Re-tiering in an audit: a verdict on the tier of each workflow that acted in its quarter.

use desk::Desk;
use desk::operations::{
    CadenceDraft, ImportWorkflows, Nothing, OpenReview, PulledQuery, PulledRow, ReviewQuery,
    ReviewView, SetCadence, SetWorkflowStatus, TierRow,
};
use domain::cadence::Pulled;
use domain::review::{
    ItemAnswered, Outcome, ReviewClosed, TierGiven, TierJudged, TierShown, TierVerdict,
};
use domain::workflow::Status;
use domain::{ItemId, ReviewRef, WorkflowRef};

use crate::conduct::append;
use crate::support::*;

const AUDIT: &str = "QUARTERLY-2026-Q4";
const ITEM: &str = "re-tier";

/// January, on the day of the audit, after a quarter in which two workflows ran and one was drafted.
fn audited(room: &Room) -> Desk {
    let mut desk = room.founded();
    let inventory = "Workflow,Status,Type,Vendor\n\
        Lead scoring,live,Lead scoring,Clearpair\n\
        Call notes,live,Call summary,\n\
        Renewal notes,draft,Renewal,\n";
    import(&mut desk, room, inventory);
    to_january(&mut desk, room);
    desk
}

fn import(desk: &mut Desk, room: &Room, inventory: &str) {
    let grant = room.write("inventory.csv", inventory);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
}

fn to_january(desk: &mut Desk, room: &Room) {
    room.clock.set(at("2027-01-13T13:00:00Z"));
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

fn opened(room: &Room) -> Desk {
    let mut desk = audited(room);
    desk.open_review(OpenReview { review: AUDIT.into() }).unwrap();
    desk
}

/// Has an item of a cadence pull tiers, and nothing else.
fn pull_tiers(desk: &mut Desk, cadence: &str, item: &str) {
    let mut terms = terms(desk, cadence);
    let asked = terms.checklist.iter_mut().find(|asked| asked.item == item).unwrap();
    asked.pulls = vec![Pulled::Tiers];
    let why = "We look at tiers here too.".to_owned();
    desk.set_cadence(SetCadence { terms, begins: false, why }).unwrap();
}

fn terms(desk: &mut Desk, cadence: &str) -> CadenceDraft {
    let all = desk.cadences(Nothing {}).unwrap().cadences;
    all.into_iter().find(|row| row.terms.cadence == cadence).unwrap().terms
}

fn rows(desk: &mut Desk, review: &str, item: &str) -> Vec<PulledRow> {
    let query = PulledQuery { review: review.into(), item: item.into() };
    desk.pulled(query).unwrap().tables.remove(0).rows
}

fn waiting(desk: &mut Desk) -> Vec<String> {
    let rows = rows(desk, AUDIT, ITEM).into_iter();
    let asked = rows.filter(|row| row.judged.is_some());
    let mut asked: Vec<String> = asked.filter_map(|row| row.leads).collect();
    asked.sort();
    asked
}

fn given(workflow: u32, verdict: TierVerdict, note: &str) -> TierGiven {
    TierGiven { workflow: WorkflowRef::new(workflow), verdict, note: note.into() }
}

fn stand(desk: &mut Desk) -> Vec<TierRow> {
    let view = desk.review(ReviewQuery { review: AUDIT.into() }).unwrap();
    view.items.into_iter().find(|item| item.item == ITEM).unwrap().tiers
}

#[test]
fn each_workflow_that_acted_in_the_quarter_waits_for_a_verdict_and_a_draft_does_not() {
    let room = Room::new();
    assert_eq!(waiting(&mut audited(&room)), ["WF-0001", "WF-0002"]);
}

#[test]
fn what_came_after_the_quarter_waits_for_none() {
    let room = Room::new();
    let mut desk = audited(&room);
    let later = room.write("later.csv", "Workflow,Status,Type\nRouting,live,Routing\n");
    desk.import_workflows(ImportWorkflows::of(later)).unwrap();
    assert_eq!(waiting(&mut desk), ["WF-0001", "WF-0002"]);
}

#[test]
fn what_is_retired_since_the_quarter_waits_for_its_verdict_all_the_same() {
    let room = Room::new();
    let mut desk = opened(&room);
    desk.set_workflow_status(SetWorkflowStatus {
        workflow: "WF-0002".into(),
        status: Status::Retired,
        why: "Nobody uses it.".into(),
    })
    .unwrap();
    assert_eq!(waiting(&mut desk), ["WF-0001", "WF-0002"]);
    let one = vec![given(1, TierVerdict::Lower, "")];
    let refused = answer_with(&mut desk, AUDIT, ITEM, Outcome::Fine, "", one);
    assert_eq!(code(refused), "tiers-unjudged", "it could come back as it was");
    let both = vec![given(1, TierVerdict::Lower, ""), given(2, TierVerdict::Retire, "")];
    answer_with(&mut desk, AUDIT, ITEM, Outcome::Fine, "", both).unwrap();
    assert_eq!(found(&mut desk), Vec::<String>::new(), "its verdict is as good as any");
}

#[test]
fn what_was_paused_or_stopped_when_the_quarter_ended_waits_for_a_verdict_too() {
    let room = Room::new();
    let mut desk = room.founded();
    let inventory = "Workflow,Status\nScoring,Live\nRouting,Paused\nSequences,Stopped\n\
        Summaries,Draft\n";
    import(&mut desk, &room, inventory);
    to_january(&mut desk, &room);
    assert_eq!(waiting(&mut desk), ["WF-0001", "WF-0002", "WF-0003"]);
}

#[test]
fn what_was_retired_when_the_quarter_ended_waits_for_none_though_it_came_back() {
    let room = Room::new();
    let mut desk = room.founded();
    import(&mut desk, &room, "Workflow,Status\nScoring,Live\nRouting,Live\n");
    let set = |desk: &mut Desk, status| {
        let (workflow, why) = ("WF-0002".to_owned(), "The owner asked.".to_owned());
        desk.set_workflow_status(SetWorkflowStatus { workflow, status, why }).unwrap();
    };
    set(&mut desk, Status::Retired);
    to_january(&mut desk, &room);
    set(&mut desk, Status::Paused);
    assert_eq!(waiting(&mut desk), ["WF-0001"]);
}

#[test]
fn no_review_but_an_audit_asks_for_verdicts_though_its_items_pull_tiers() {
    const OTHERS: [&str; 3] = ["daily", "weekly", "monthly"];
    let room = Room::new();
    let mut desk = room.founded();
    import(&mut desk, &room, "Workflow,Status\nScoring,Live\n");
    for cadence in OTHERS {
        let first = terms(&mut desk, cadence).checklist.remove(0).item;
        pull_tiers(&mut desk, cadence, &first);
    }
    to_january(&mut desk, &room);
    let reviews = desk.reviews(Nothing {}).unwrap().waiting;
    for cadence in OTHERS {
        let row = reviews.iter().find(|row| row.cadence == cadence).unwrap();
        let opened = desk.open_review(OpenReview { review: row.review.clone() }).unwrap();
        let item = &opened.items[0].item;
        let judged: Vec<bool> =
            rows(&mut desk, &row.review, item).iter().map(|row| row.judged.is_some()).collect();
        assert_eq!(judged, [false], "{cadence}: the workflow is shown, and waits for nothing");
        let fine = answer(&mut desk, &row.review, item, Outcome::Fine, "");
        assert_eq!(code(fine), "done", "{cadence}: it is fine without a verdict");
    }
}

#[test]
fn re_tiering_is_not_fine_while_a_workflow_waits_and_says_which() {
    let room = Room::new();
    let mut desk = opened(&room);
    let one = vec![given(1, TierVerdict::Lower, "")];
    let refused = answer_with(&mut desk, AUDIT, ITEM, Outcome::Fine, "", one).unwrap_err();
    assert_eq!(refused.code, "tiers-unjudged");
    assert!(refused.says.contains("1 workflow still waits for a verdict: WF-0002"), "{refused}");
}

#[test]
fn verdicts_given_with_an_earlier_answer_stand_beside_those_given_now() {
    let room = Room::new();
    let mut desk = opened(&room);
    let first = vec![given(1, TierVerdict::Lower, "")];
    answer_with(&mut desk, AUDIT, ITEM, Outcome::Attention, "One is left.", first).unwrap();
    let second = vec![given(2, TierVerdict::Lower, "")];
    answer_with(&mut desk, AUDIT, ITEM, Outcome::Fine, "", second).unwrap();
    let changed = vec![given(1, TierVerdict::Keep, "It is mended since.")];
    answer_with(&mut desk, AUDIT, ITEM, Outcome::Fine, "", changed).unwrap();
    let told: Vec<_> = stand(&mut desk).into_iter().map(|row| (row.workflow, row.word)).collect();
    let expected = [("WF-0002", "Lower"), ("WF-0001", "Keep")];
    assert_eq!(told, expected.map(|(one, word)| (one.to_owned(), word.to_owned())));
}

#[test]
fn an_item_that_does_not_re_tier_takes_no_verdict() {
    let room = Room::new();
    let mut desk = opened(&room);
    let one = vec![given(1, TierVerdict::Keep, "We looked.")];
    let refused = answer_with(&mut desk, AUDIT, "vendors", Outcome::Fine, "", one);
    assert_eq!(code(refused), "tier-not-asked");
}

#[test]
fn the_verdicts_stand_in_the_minutes_with_what_the_record_showed_and_why() {
    let room = Room::new();
    let mut desk = audited(&room);
    hold(&mut desk, AUDIT);
    let against = vec![given(1, TierVerdict::Keep, "The vendor is certified since.")];
    answer_with(&mut desk, AUDIT, ITEM, Outcome::Fine, "", against).unwrap();
    close(&mut desk, AUDIT, PASSPHRASE).unwrap();
    let minutes = desk.minutes_text(ReviewQuery { review: AUDIT.into() }).unwrap().text;
    for words in [
        "## Re-tiering",
        "2 workflows judged, 1 to change",
        "| WF-0001 | Lead scoring | Keep | Reasons to go down | The vendor is certified since. |",
        "| WF-0002 | Call notes | Lower | Reasons to go down |",
    ] {
        assert!(minutes.contains(words), "{words} stands in the minutes:\n{minutes}");
    }
    holds(&mut desk, "a verdict on each");
}

#[test]
fn a_closing_over_tiers_that_nobody_judged_is_found_though_every_signature_holds() {
    let judged = |workflow, verdict| TierJudged {
        workflow: WorkflowRef::new(workflow),
        verdict,
        shown: TierShown::Down,
        note: None,
    };
    let lower = |workflow| judged(workflow, TierVerdict::Lower);
    for (tiers, expected) in [
        (vec![], Some("rule.tiers-unjudged")),
        (vec![lower(1)], Some("rule.tiers-unjudged")),
        (vec![lower(1), lower(2), lower(3)], Some("rule.tier-not-asked")),
        (vec![lower(1), judged(2, TierVerdict::Keep)], Some("rule.tier-note-missing")),
        (vec![lower(1), lower(2)], None),
    ] {
        let room = Room::new();
        let mut desk = audited(&room);
        let held = hold(&mut desk, AUDIT);
        let said = format!("{tiers:?}");
        append(&room, answered(AUDIT, ITEM, tiers).into());
        append(&room, closed(&held).into());
        let answer_and_closing: Vec<_> = expected.into_iter().flat_map(|code| [code; 2]).collect();
        assert_eq!(found(&mut desk), answer_and_closing, "{said}");
    }
}

#[test]
fn a_verdict_in_a_review_that_asks_for_none_is_found_though_every_signature_holds() {
    let room = Room::new();
    let mut desk = room.founded();
    import(&mut desk, &room, "Workflow,Status\nScoring,Live\n");
    let held = hold(&mut desk, REVIEW);
    let (workflow, shown) = (WorkflowRef::new(1), TierShown::Stays);
    let kept = TierJudged { workflow, verdict: TierVerdict::Keep, shown, note: None };
    append(&room, answered(REVIEW, &held.items[0].item, vec![kept]).into());
    append(&room, closed(&held).into());
    let twice = "the answer is judged, and what is closed over";
    assert_eq!(found(&mut desk), ["rule.tier-not-asked"; 2], "{twice}");
}

#[test]
fn the_first_verdict_on_record_binds_no_answer_of_before_it() {
    let room = Room::new();
    let mut desk = room.founded();
    import(&mut desk, &room, "Workflow,Status\nScoring,Live\n");
    pull_tiers(&mut desk, "quarterly", "vendors");
    to_january(&mut desk, &room);
    let view = desk.open_review(OpenReview { review: AUDIT.into() }).unwrap();
    append(&room, answered(AUDIT, ITEM, vec![]).into());
    let judged = tiers(&mut desk, AUDIT);
    answer_with(&mut desk, AUDIT, "vendors", Outcome::Fine, "", judged).unwrap();
    let others = view.items.iter().filter(|item| ![ITEM, "vendors"].contains(&&*item.item));
    for item in others {
        answer(&mut desk, AUDIT, &item.item, Outcome::Fine, "").unwrap();
    }
    for row in &view.attendance {
        attend(&mut desk, AUDIT, &row.person);
    }
    close(&mut desk, AUDIT, PASSPHRASE).unwrap();
    assert_eq!(found(&mut desk), Vec::<String>::new());
}

#[test]
fn an_audit_of_before_anybody_gave_a_verdict_still_holds() {
    let room = Room::new();
    let mut desk = opened(&room);
    let view = desk.review(ReviewQuery { review: AUDIT.into() }).unwrap();
    append(&room, answered(AUDIT, ITEM, vec![]).into());
    for item in view.items.iter().filter(|item| item.item != ITEM) {
        answer(&mut desk, AUDIT, &item.item, Outcome::Fine, "").unwrap();
    }
    for row in &view.attendance {
        attend(&mut desk, AUDIT, &row.person);
    }
    close(&mut desk, AUDIT, PASSPHRASE).unwrap();
    assert_eq!(found(&mut desk), Vec::<String>::new());
}

/// What an item is answered with past the desk.
fn answered(review: &str, item: &str, tiers: Vec<TierJudged>) -> ItemAnswered {
    let (review, item) = (ReviewRef::new(review), ItemId::new(item));
    ItemAnswered {
        review,
        item,
        outcome: Outcome::Fine,
        note: None,
        seconds: 60,
        shown: vec![],
        tiers,
    }
}

/// What the desk would close it with.
fn closed(held: &ReviewView) -> ReviewClosed {
    ReviewClosed {
        review: ReviewRef::new(&held.review),
        fine: u32::try_from(held.items.len()).unwrap(),
        attention: 0,
        breach: 0,
        not_applicable: 0,
        roles_reached: held.reached,
        roles_required: held.required,
        spent: vec![],
        narrative: None,
    }
}

/// The codes of what no desk would have let through.
fn found(desk: &mut Desk) -> Vec<String> {
    let faults = verify(desk).faults.into_iter();
    faults.map(|fault| fault.code).filter(|code| code.starts_with("rule.")).collect()
}
