//! The first 30 days at the desk: read off the record, at whatever moment somebody looks.

use std::time::Duration;

use desk::Desk;
use desk::operations::{
    AddWorkflow, ExportRegister, LookBack, Nothing, PaperForm, RolloutRow, RolloutView,
};
use domain::rollout::{Condition, Met, Stage};

use crate::support::*;

fn plan(desk: &mut Desk) -> RolloutView {
    desk.rollout(Nothing {}).unwrap()
}

fn row(desk: &mut Desk, condition: Condition) -> RolloutRow {
    let rows = plan(desk).weeks.into_iter().flat_map(|week| week.conditions);
    rows.into_iter().find(|row| row.condition == condition).unwrap()
}

fn met(desk: &mut Desk) -> Vec<Condition> {
    let rows = plan(desk).weeks.into_iter().flat_map(|week| week.conditions);
    rows.filter(|row| row.met == Met::Met).map(|row| row.condition).collect()
}

fn stages(desk: &mut Desk) -> Vec<Stage> {
    plan(desk).weeks.into_iter().map(|week| week.stage).collect()
}

/// A workspace whose file nobody checks unasked.
fn unchecked(room: &Room) -> Desk {
    let mut desk = room.desk("first").with_settling(Duration::from_secs(3600));
    desk.create_workspace(room.founding("desk.countersign")).unwrap();
    desk
}

/// A workspace with one workflow that only has a name.
fn with_workflow(room: &Room) -> Desk {
    let mut desk = room.founded();
    desk.add_workflow(AddWorkflow { name: "Lead scoring".into(), ..AddWorkflow::default() })
        .unwrap();
    desk
}

#[test]
fn a_new_workspace_has_two_who_can_sign_and_all_else_ahead() {
    let room = Room::new();
    let mut desk = unchecked(&room);
    assert_eq!(met(&mut desk), [Condition::Signers], "its founder and its sponsor hold keys");
    let plan = plan(&mut desk);
    assert_eq!((plan.day, plan.began.as_str()), (1, "2026-11-16"), "it begins today");
    let days: Vec<(String, String)> =
        plan.weeks.into_iter().map(|week| (week.from, week.to)).collect();
    assert_eq!(days[0], ("2026-11-16".into(), "2026-11-22".into()), "seven days, this one too");
    assert_eq!(days[3].1, "2026-12-15", "30 in all");
    let ahead = [Stage::Running, Stage::Coming, Stage::Coming, Stage::Coming];
    assert_eq!(stages(&mut desk), ahead);
}

#[test]
fn a_workflow_that_lacks_an_owner_is_named_with_the_fact_to_fill_in() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let owned = row(&mut desk, Condition::Owned);
    assert_eq!(owned.says, "0 of 1 workflow");
    assert_eq!(owned.lacking[0].name.as_deref(), Some("Lead scoring"));
    assert_eq!(owned.lacking[0].place.about.as_deref(), Some("WF-0001"));
    assert_eq!(row(&mut desk, Condition::Registered).met, Met::Met, "it stands on the register");
}

#[test]
fn a_page_of_the_register_is_met_by_the_entry_that_saved_it_and_not_by_a_table() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let save = |form, name: &str| ExportRegister {
        form,
        grant: room.grant(name),
        as_of: None,
        seen: None,
    };
    desk.export_register(save(PaperForm::Csv, "register.csv")).unwrap();
    assert_eq!(row(&mut desk, Condition::OnePage).met, Met::NotYet, "a table is no page");
    let saved = desk.export_register(save(PaperForm::Pdf, "register.pdf")).unwrap();
    let page = row(&mut desk, Condition::OnePage);
    assert_eq!((page.met, page.first_entry), (Met::Met, saved.entry));
}

#[test]
fn the_trail_replays_once_somebody_has_checked_that_it_does() {
    let room = Room::new();
    let mut desk = unchecked(&room);
    assert_eq!(row(&mut desk, Condition::Replays).met, Met::Unchecked, "nobody has");
    verify(&mut desk);
    assert_eq!(row(&mut desk, Condition::Replays).met, Met::Met);
}

#[test]
fn the_first_review_is_met_by_the_entry_that_closed_it_and_the_past_did_not_know() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = size(&mut desk);
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let reviewed = row(&mut desk, Condition::Reviewed);
    assert_eq!(reviewed.met, Met::Met);
    assert!(reviewed.first_entry.is_some_and(|entry| entry > before), "by its closing");
    desk.look_back(LookBack { as_of: before.to_string() }).unwrap();
    assert_eq!(row(&mut desk, Condition::Reviewed).met, Met::NotYet, "as it stood before");
}

#[test]
fn a_month_without_anything_leaves_every_week_late_and_the_plan_pointed_at() {
    let room = Room::new();
    let mut desk = room.founded();
    room.later(75 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(stages(&mut desk), [Stage::Late; 4]);
    assert!(plan(&mut desk).pointed_at, "though the workspace is 76 days old");
}
