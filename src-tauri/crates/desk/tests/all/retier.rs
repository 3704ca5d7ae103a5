//! Re-tiering in an audit: a verdict on the tier of each workflow that acted in its quarter.

use desk::Desk;
use desk::operations::{
    ImportWorkflows, OpenReview, PulledQuery, PulledRow, ReviewQuery, ReviewView,
    SetWorkflowStatus, TierRow,
};
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
    let grant = room.write("inventory.csv", inventory);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    room.clock.set(at("2027-01-13T13:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk
}

fn opened(room: &Room) -> Desk {
    let mut desk = audited(room);
    desk.open_review(OpenReview { review: AUDIT.into() }).unwrap();
    desk
}

fn rows(desk: &mut Desk) -> Vec<PulledRow> {
    let query = PulledQuery { review: AUDIT.into(), item: ITEM.into() };
    desk.pulled(query).unwrap().tables.remove(0).rows
}

fn waiting(desk: &mut Desk) -> Vec<String> {
    let asked = rows(desk).into_iter().filter(|row| row.judged.is_some());
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
fn what_came_after_the_quarter_or_is_retired_since_waits_for_none() {
    let room = Room::new();
    let mut desk = audited(&room);
    let later = room.write("later.csv", "Workflow,Status,Type\nRouting,live,Routing\n");
    desk.import_workflows(ImportWorkflows::of(later)).unwrap();
    desk.set_workflow_status(SetWorkflowStatus {
        workflow: "WF-0002".into(),
        status: Status::Retired,
        why: "Nobody uses it.".into(),
    })
    .unwrap();
    assert_eq!(waiting(&mut desk), ["WF-0001"]);
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
        append(&room, answered(tiers).into());
        append(&room, closed(&held).into());
        assert_eq!(found(&mut desk), expected.into_iter().collect::<Vec<_>>(), "{said}");
    }
}

#[test]
fn an_audit_of_before_anybody_gave_a_verdict_still_holds() {
    let room = Room::new();
    let mut desk = opened(&room);
    let view = desk.review(ReviewQuery { review: AUDIT.into() }).unwrap();
    append(&room, answered(vec![]).into());
    for item in view.items.iter().filter(|item| item.item != ITEM) {
        answer(&mut desk, AUDIT, &item.item, Outcome::Fine, "").unwrap();
    }
    for row in &view.attendance {
        attend(&mut desk, AUDIT, &row.person);
    }
    close(&mut desk, AUDIT, PASSPHRASE).unwrap();
    assert_eq!(found(&mut desk), Vec::<String>::new());
}

/// What the item is answered with past the desk.
fn answered(tiers: Vec<TierJudged>) -> ItemAnswered {
    let (review, item) = (ReviewRef::new(AUDIT), ItemId::new(ITEM));
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
        review: ReviewRef::new(AUDIT),
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
