//! Population tests: each is held by a good action, and broken by one thing that is wrong with it.

use std::collections::HashMap;

use chrono::NaiveTime;
use domain::batch::{Column, Field, Treatment};
use domain::decision::{Class, DecisionKind, Permit, PermitTerms};
use domain::population::{
    Action, Held, Log, Name, Register, Stood, Tally, Test, Timeline, Untold, moment,
};
use domain::workflow::{ActionKind, Facts, Limits, Permission, Permitted, Status, Tier, Window};
use domain::{
    BatchRef, DecisionRef, Event, ExceptionRef, PermitRef, Text, WorkflowRef, population,
};

use crate::support::*;

const OUTREACH: WorkflowRef = WorkflowRef::new(7);
/// A Wednesday, ten o'clock in Berlin.
const WHEN: &str = "2026-11-11T09:00:00.000Z";

fn permission(action: ActionKind, permitted: Permitted, limits: Limits) -> Permission {
    Permission { action, permitted, roles: Vec::new(), condition: None, limits }
}

/// Outreach, live since the first of October, paused for the first of November.
fn register() -> Register {
    let send = Limits {
        per_day: Some(2),
        window: Some(Window {
            days: Vec::new(),
            from: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
            to: NaiveTime::from_hms_opt(18, 0, 0).unwrap(),
        }),
        segments: vec![Text::new("Mid-market"), Text::new("SMB")],
        ..Limits::default()
    };
    let discount = Limits { discount_percent: Some("10".parse().unwrap()), ..Limits::default() };
    let export = Limits { export_rows: Some(500), ..Limits::default() };
    let day_long = Limits { approval_hours: Some(24), ..Limits::default() };
    let enrich = Limits { enriched_only: true, ..Limits::default() };
    let facts = Facts {
        name: Some(Text::new("Outreach")),
        approver: Some(role("sales-leader")),
        permissions: vec![
            permission(ActionKind::Recommend, Permitted::Tier1, Limits::default()),
            Permission {
                roles: vec![role("revops")],
                ..permission(ActionKind::Summarise, Permitted::Tier1, Limits::default())
            },
            permission(ActionKind::CreateDraftRecord, Permitted::Tier2, Limits::default()),
            permission(ActionKind::MergeRecords, Permitted::Tier2, Limits::default()),
            permission(ActionKind::ChangeStage, Permitted::Tier3, day_long),
            permission(ActionKind::SendExternalMessage, Permitted::Tier4, send),
            permission(ActionKind::ApplyDiscount, Permitted::Tier4, discount),
            permission(ActionKind::ExportData, Permitted::Tier3, export),
            permission(ActionKind::EnrichFirmographicField, Permitted::Tier4, enrich),
            permission(ActionKind::Publish, Permitted::Blocked, Limits::default()),
        ],
        ..Facts::default()
    };
    let from = |written: &str| moment(written).unwrap();
    let stood = [
        ("2026-10-01T00:00:00.000Z", Status::Live),
        ("2026-11-01T00:00:00.000Z", Status::Paused),
        ("2026-11-02T00:00:00.000Z", Status::Live),
    ];
    let stood = stood.map(|(at, status)| Stood::of(from(at), status, &facts)).to_vec();
    let begun = from("2026-10-01T00:00:00.000Z");
    let name = Name { workflow: OUTREACH, from: begun, to: None };
    let terms = PermitTerms {
        class: Class::Batch,
        last_day: day("2026-11-30"),
        count: Some(600),
        discount_percent: None,
        segments: Vec::new(),
        to: None,
    };
    let permit = Permit {
        permit: PermitRef::new(4),
        decision: DecisionRef::new(31),
        kind: DecisionKind::DataExport,
        workflow: Some(OUTREACH),
        terms,
        entry: 40,
        from: day("2026-11-09"),
        revoked: None,
        uses: Vec::new(),
    };
    Register {
        zone: chrono_tz::Europe::Berlin,
        names: [("outreach".to_owned(), vec![name.clone()]), ("wf-0007".to_owned(), vec![name])]
            .into(),
        workflows: [(OUTREACH, Timeline { workflow: OUTREACH, stood })].into(),
        standing: company(),
        permits: HashMap::from([(PermitRef::new(4), permit)]),
    }
}

/// A log that keeps every field as it was written but for these; none means that it has no such column.
fn log_but(but: &[(Field, Option<Treatment>)]) -> Log {
    let columns = Field::ALL.iter().filter_map(|field| {
        let other = but.iter().find(|(one, _)| one == field).map(|(_, treatment)| *treatment);
        let treatment = other.unwrap_or(Some(Treatment::Keep))?;
        Some(Column { field: *field, head: Text::new(field.words()), treatment })
    });
    Log::of(&columns.collect::<Vec<_>>(), None)
}

/// A log that keeps every field as it was written.
fn whole() -> Log {
    log_but(&[])
}

/// What became of an action that says this, under each test that asks something of it.
fn held_of(tally: &mut Tally<'_>, says: &[(Field, &str)]) -> Vec<(Test, Held)> {
    let mut cells = vec![""; Field::ALL.len()];
    cells[Field::Workflow as usize] = "Outreach";
    cells[Field::Time as usize] = WHEN;
    for (field, cell) in says {
        cells[*field as usize] = cell;
    }
    let time = moment(cells[Field::Time as usize]).unwrap();
    let mut held = Vec::new();
    tally.hold(&Action { time, cells: &cells }, |test, one| held.push((test, one)));
    held.sort_unstable();
    held
}

/// What an action that says this fails.
fn fails_of(tally: &mut Tally<'_>, says: &[(Field, &str)]) -> Vec<Test> {
    let held = held_of(tally, says).into_iter();
    held.filter(|(_, held)| *held == Held::Fails).map(|(test, _)| test).collect()
}

fn fails(says: &[(Field, &str)]) -> Vec<Test> {
    let register = register();
    fails_of(&mut Tally::new(&register, whole()), says)
}

#[test]
fn each_test_holds_for_what_is_allowed_and_breaks_for_one_thing_that_is_not() {
    use Field as F;
    use Test as T;
    let send = (F::Action, "Send external message");
    let (mid, jonas) = ((F::Segment, "mid-market"), (F::Approver, "PER-0003"));
    let stage = (F::Action, "change_stage");
    let export = (F::Action, "export-data");
    /// What a row is, what it holds, and which tests it fails.
    type Case<'a> = (&'a str, &'a [(F, &'a str)], &'a [Test]);
    let cases: &[Case<'_>] = &[
        ("a send inside its limits", &[send, mid], &[]),
        (
            "an agent that is on no register",
            &[send, mid, (F::Workflow, "sdr-helper")],
            &[T::UnknownWorkflow],
        ),
        (
            "before it was registered",
            &[send, mid, (F::Time, "2026-09-30T09:00:00.000Z")],
            &[T::UnknownWorkflow],
        ),
        ("by its reference", &[send, mid, (F::Workflow, "WF-0007")], &[]),
        ("while it was paused", &[send, mid, (F::Time, "2026-11-01T09:00:00.000Z")], &[T::NotLive]),
        ("a blocked kind of action", &[(F::Action, "publish")], &[T::NotPermitted]),
        ("one that is not listed", &[(F::Action, "change routing")], &[T::NotPermitted]),
        ("one that is none", &[(F::Action, "T02 Check confirmation")], &[T::UnknownKind]),
        ("one that is not said", &[], &[T::UnknownKind]),
        (
            "one that is none, of nobody known",
            &[(F::Action, "AI_SEND"), (F::Workflow, "sdr-helper")],
            &[T::UnknownWorkflow, T::UnknownKind],
        ),
        ("a suggestion by the AI alone", &[(F::Action, "recommend")], &[]),
        ("records merged by the AI alone on tier 2", &[(F::Action, "merge-records")], &[T::Freer]),
        ("the same with a person", &[(F::Action, "merge-records"), (F::Person, "PER-0001")], &[]),
        ("the same, only drafted", &[(F::Action, "merge-records"), (F::Status, "Draft")], &[]),
        (
            "what one role may, by somebody who holds it",
            &[(F::Action, "summarise"), (F::Person, "PER-0001")],
            &[],
        ),
        (
            "the same by somebody of another role",
            &[(F::Action, "summarise"), (F::Person, "PER-0003")],
            &[T::RoleNotNamed],
        ),
        ("tier 3 with its approver", &[stage, jonas], &[]),
        ("tier 3 without", &[stage], &[T::Unapproved]),
        ("tier 3 that was refused", &[stage, (F::Status, "rejected")], &[]),
        (
            "approved an hour later",
            &[stage, jonas, (F::ApprovedAt, "2026-11-11T10:00:00.000Z")],
            &[T::ApprovedLate],
        ),
        (
            "approved an hour before",
            &[stage, jonas, (F::ApprovedAt, "2026-11-11T08:00:00.000Z")],
            &[],
        ),
        (
            "approved a day before",
            &[stage, jonas, (F::ApprovedAt, "2026-11-10T09:00:00.000Z")],
            &[],
        ),
        (
            "approved longer before than an approval counts for",
            &[stage, jonas, (F::ApprovedAt, "2026-11-10T08:59:59.999Z")],
            &[T::ApprovalLapsed],
        ),
        (
            "the same, only drafted",
            &[stage, (F::ApprovedAt, "2026-11-01T09:00:00.000Z"), (F::Status, "draft")],
            &[],
        ),
        (
            "approved by whoever acted",
            &[stage, jonas, (F::Person, "PER-0003")],
            &[T::ApproverActed],
        ),
        (
            "approved by another role",
            &[stage, (F::Approver, "PER-0004")],
            &[T::ApproverNotEntitled],
        ),
        (
            "approved by nobody known",
            &[stage, (F::Approver, "Somebody")],
            &[T::ApproverNotEntitled],
        ),
        ("at night", &[send, mid, (F::Time, "2026-11-11T19:00:00.000Z")], &[T::OutsideWindow]),
        ("in another segment", &[send, (F::Segment, "Enterprise")], &[T::OutsideSegments]),
        ("more at once than the cap of a day", &[send, mid, (F::SendCount, "3")], &[T::OverCap]),
        ("a discount at its limit", &[(F::Action, "Apply discount"), (F::Discount, "10 %")], &[]),
        (
            "a discount above it",
            &[(F::Action, "Apply discount"), (F::Discount, "10,5")],
            &[T::DiscountBeyond],
        ),
        (
            "an export under its permit",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::ExportRows, "500")],
            &[],
        ),
        (
            "an export above its limit",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::ExportRows, "501")],
            &[T::ExportBeyond],
        ),
        ("an export without a permit", &[export, jonas], &[T::PermitNotGood]),
        (
            "an export whose rows are no number",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::ExportRows, "12k")],
            &[T::PermitNotGood, T::ExportBeyond],
        ),
        (
            "an export above its limit, in thousands as people write them",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::ExportRows, "12,000")],
            &[T::PermitNotGood, T::ExportBeyond],
        ),
        (
            "an export under the ticket of another system",
            &[export, jonas, (F::Permit, "JIRA-12")],
            &[T::PermitNotGood],
        ),
        ("a send count that is no number", &[send, mid, (F::SendCount, "many")], &[T::OverCap]),
        (
            "a discount that is no number",
            &[(F::Action, "Apply discount"), (F::Discount, "30 % off")],
            &[T::DiscountBeyond],
        ),
        ("a permit that says there is none", &[stage, (F::Permit, "n/a")], &[T::Unapproved]),
        ("the same as a dash", &[stage, (F::Permit, "-")], &[T::Unapproved]),
        (
            "a time of approval, and nobody who approved",
            &[stage, (F::ApprovedAt, "2026-11-11T08:00:00.000Z")],
            &[T::Unapproved],
        ),
        (
            "a permit in small letters, of another kind of action",
            &[stage, (F::Permit, "prm-0004")],
            &[T::PermitNotGood],
        ),
        (
            "an export under a permit in small letters",
            &[export, jonas, (F::Permit, "prm-0004"), (F::ExportRows, "500")],
            &[],
        ),
        ("an unknown permit", &[stage, (F::Permit, "PRM-0099")], &[T::PermitNotGood]),
        (
            "on the day its permit was issued",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::Time, "2026-11-08T23:30:00.000Z")],
            &[],
        ),
        (
            "the day before it was",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::Time, "2026-11-08T22:30:00.000Z")],
            &[T::PermitNotGood],
        ),
        (
            "a permit that expired",
            &[export, jonas, (F::Permit, "PRM-0004"), (F::Time, "2026-12-01T09:00:00.000Z")],
            &[T::PermitNotGood],
        ),
        ("a ticket of another system", &[stage, (F::Permit, "JIRA-12")], &[]),
        (
            "an enriched field",
            &[(F::Action, "enrich firmographic field"), (F::Written, "enriched_industry")],
            &[],
        ),
        (
            "a core field",
            &[(F::Action, "enrich firmographic field"), (F::Written, "industry")],
            &[T::CoreField],
        ),
        ("data of last week", &[send, mid, (F::DataAsOf, "2026-11-04T09:00:00.000Z")], &[]),
        (
            "data of last summer",
            &[send, mid, (F::DataAsOf, "2026-08-04T09:00:00.000Z")],
            &[T::StaleData],
        ),
    ];
    for (name, says, expected) in cases {
        assert_eq!(fails(says), *expected, "{name}");
    }
    let broken: std::collections::BTreeSet<Test> =
        cases.iter().flat_map(|(_, _, expected)| expected.iter().copied()).collect();
    assert_eq!(broken.len(), Test::ALL.len(), "every test is broken by some case");
}

#[test]
fn what_a_log_leaves_out_or_hides_is_neither_passed_nor_failed() {
    use Field as F;
    use Test as T;
    let (send, mid) = ((F::Action, "Send external message"), (F::Segment, "mid-market"));
    let (stage, jonas) = ((F::Action, "change stage"), (F::Approver, "PER-0003"));
    let discount = (F::Action, "Apply discount");
    let export = (F::Action, "Export data");
    let enrich = (F::Action, "Enrich firmographic field");
    let merge = (F::Action, "Merge records");
    let ann = (F::Person, "Ann");
    let (mask, hash) = (Some(Treatment::Mask), Some(Treatment::Hash));
    /// What is asked, what became of the columns, what a row holds, under which test, and why not.
    type Case<'a> = (&'a str, &'a [(F, Option<Treatment>)], &'a [(F, &'a str)], T, Option<Untold>);
    let cases: &[Case<'_>] = &[
        ("no column", &[(F::DataAsOf, None)], &[], T::StaleData, Some(Untold::Absent(F::DataAsOf))),
        ("a blank cell", &[], &[], T::StaleData, Some(Untold::Blank(F::DataAsOf))),
        (
            "a masked time",
            &[(F::DataAsOf, mask)],
            &[(F::DataAsOf, "2…")],
            T::StaleData,
            Some(Untold::Masked(F::DataAsOf)),
        ),
        (
            "an approval without its time",
            &[],
            &[stage, jonas],
            T::ApprovedLate,
            Some(Untold::Blank(F::ApprovedAt)),
        ),
        (
            "and how long it counts",
            &[(F::ApprovedAt, None)],
            &[stage, jonas],
            T::ApprovalLapsed,
            Some(Untold::Absent(F::ApprovedAt)),
        ),
        (
            "two hidden persons who share an initial",
            &[(F::Approver, mask), (F::Person, mask)],
            &[(F::Approver, "A…"), (F::Person, "A…")],
            T::ApproverActed,
            Some(Untold::Masked(F::Approver)),
        ),
        (
            "one who is matched beside one who is hidden",
            &[(F::Person, hash)],
            &[jonas, (F::Person, "#0c1d")],
            T::ApproverActed,
            Some(Untold::Hashed(F::Person)),
        ),
        (
            "a log without persons",
            &[(F::Person, None)],
            &[jonas],
            T::ApproverActed,
            Some(Untold::Absent(F::Person)),
        ),
        (
            "an approver who is hidden",
            &[(F::Approver, hash)],
            &[stage, (F::Approver, "#0c1d")],
            T::ApproverNotEntitled,
            Some(Untold::Hashed(F::Approver)),
        ),
        (
            "no approvers at all",
            &[(F::Approver, None)],
            &[stage],
            T::Unapproved,
            Some(Untold::Absent(F::Approver)),
        ),
        (
            "but its permit shows",
            &[(F::Approver, None)],
            &[stage, (F::Permit, "JIRA-12")],
            T::Unapproved,
            None,
        ),
        (
            "a permit that is hidden",
            &[(F::Permit, hash)],
            &[stage, (F::Permit, "#0c1d")],
            T::Unapproved,
            Some(Untold::Hashed(F::Permit)),
        ),
        (
            "whether a person was there",
            &[(F::Person, None)],
            &[merge],
            T::Freer,
            Some(Untold::Absent(F::Person)),
        ),
        (
            "the role of somebody nobody knows",
            &[],
            &[(F::Action, "summarise"), ann],
            T::RoleNotNamed,
            Some(Untold::Stranger(F::Person)),
        ),
        (
            "the role of nobody",
            &[],
            &[(F::Action, "summarise")],
            T::RoleNotNamed,
            Some(Untold::Blank(F::Person)),
        ),
        ("a hidden person is one", &[(F::Person, mask)], &[merge, ann], T::Freer, None),
        (
            "an export where no column names permits",
            &[(F::Permit, None)],
            &[export, jonas],
            T::PermitNotGood,
            Some(Untold::Absent(F::Permit)),
        ),
        (
            "an export of nobody says how much",
            &[],
            &[export, jonas, (F::Permit, "PRM-0004")],
            T::PermitNotGood,
            Some(Untold::Blank(F::ExportRows)),
        ),
        (
            "and whether that was too much",
            &[],
            &[export, jonas, (F::Permit, "PRM-0004")],
            T::ExportBeyond,
            Some(Untold::Blank(F::ExportRows)),
        ),
        ("a blank discount", &[], &[discount], T::DiscountBeyond, Some(Untold::Blank(F::Discount))),
        (
            "a segment nobody names",
            &[(F::Segment, None)],
            &[send],
            T::OutsideSegments,
            Some(Untold::Absent(F::Segment)),
        ),
        (
            "how many it was sent to, masked",
            &[(F::SendCount, mask)],
            &[send, mid, (F::SendCount, "1…")],
            T::OverCap,
            Some(Untold::Masked(F::SendCount)),
        ),
        (
            "a field that is not named",
            &[],
            &[enrich],
            T::CoreField,
            Some(Untold::Blank(F::Written)),
        ),
        (
            "whether it was done, hidden",
            &[(F::Status, mask)],
            &[stage, (F::Status, "d…")],
            T::Unapproved,
            Some(Untold::Masked(F::Status)),
        ),
        (
            "what kind of action it was",
            &[(F::Action, None)],
            &[],
            T::NotPermitted,
            Some(Untold::Absent(F::Action)),
        ),
        (
            "whether its kind is one of those there are",
            &[(F::Action, hash)],
            &[(F::Action, "#0c1d")],
            T::UnknownKind,
            Some(Untold::Hashed(F::Action)),
        ),
        (
            "whether a kind that is none was approved",
            &[],
            &[(F::Action, "AI_SEND")],
            T::Unapproved,
            Some(Untold::Kind),
        ),
        (
            "and all that hangs on it",
            &[(F::Action, None)],
            &[],
            T::OutsideWindow,
            Some(Untold::Absent(F::Action)),
        ),
        (
            "which agent it was",
            &[(F::Workflow, hash)],
            &[send, (F::Workflow, "#0c1d")],
            T::UnknownWorkflow,
            Some(Untold::Hashed(F::Workflow)),
        ),
        (
            "an agent nobody knows might do anything",
            &[],
            &[send, (F::Workflow, "sdr-helper")],
            T::NotPermitted,
            Some(Untold::Workflow),
        ),
    ];
    let register = register();
    for (name, but, says, test, untold) in cases {
        let held = held_of(&mut Tally::new(&register, log_but(but)), says);
        let found = held.iter().find(|(one, _)| one == test).map(|(_, held)| *held);
        let expected = untold.map_or(Held::Passes, Held::Untold);
        assert_eq!(found, Some(expected), "{name}");
    }
}

#[test]
fn a_test_asks_nothing_of_what_it_is_not_about() {
    let register = register();
    let bare = [
        (Field::DataAsOf, None),
        (Field::Discount, None),
        (Field::ExportRows, None),
        (Field::Permit, None),
    ];
    let mut tally = Tally::new(&register, log_but(&bare));
    let says = [(Field::Action, "recommend")];
    let asked: Vec<Test> = held_of(&mut tally, &says).into_iter().map(|(test, _)| test).collect();
    let about_all = [
        Test::UnknownWorkflow,
        Test::NotLive,
        Test::UnknownKind,
        Test::NotPermitted,
        Test::StaleData,
    ];
    assert_eq!(asked, about_all, "no discount, export or approval stands in question");
}

#[test]
fn persons_who_are_matched_are_compared_however_the_others_are_hidden() {
    let register = register();
    let hidden = [Field::Approver, Field::Person].map(|field| (field, Some(Treatment::Hash)));
    let compared = |approver, person| {
        let says = [(Field::Approver, approver), (Field::Person, person)];
        let held = held_of(&mut Tally::new(&register, log_but(&hidden)), &says);
        held.into_iter().find(|(test, _)| *test == Test::ApproverActed).map(|(_, held)| held)
    };
    assert_eq!(compared("PER-0003", "PER-0003"), Some(Held::Fails), "one person");
    assert_eq!(compared("PER-0003", "PER-0004"), Some(Held::Passes), "two");
}

#[test]
fn an_approval_is_judged_on_the_day_it_was_given() {
    let approved = |from: &str, to: Option<&str>, at: &str| {
        let mut register = register();
        for held in &mut register.standing.holdings {
            if held.person == JONAS {
                (held.from, held.to) = (day(from), to.map(day));
            }
        }
        let says = [
            (Field::Action, "change stage"),
            (Field::Approver, "PER-0003"),
            (Field::ApprovedAt, at),
        ];
        fails_of(&mut Tally::new(&register, whole()), &says)
    };
    let eve = "2026-11-10T10:00:00.000Z";
    assert_eq!(approved("2026-01-01", Some("2026-11-10"), eve), [], "who left since was entitled");
    let late = [Test::ApproverNotEntitled];
    assert_eq!(approved("2026-11-11", None, eve), late, "who was made approver since was not");
    assert_eq!(approved("2026-11-11", None, ""), [], "without a time the action’s day counts");
}

#[test]
fn a_cap_counts_the_actions_of_a_day_and_a_permit_all_its_uses() {
    let register = register();
    let mut tally = Tally::new(&register, whole());
    let send = |tally: &mut Tally<'_>, time: &str| {
        let says = [
            (Field::Action, "send external message"),
            (Field::Segment, "SMB"),
            (Field::Time, time),
        ];
        fails_of(tally, &says)
    };
    assert_eq!(send(&mut tally, WHEN), [], "the first of the day");
    assert_eq!(send(&mut tally, WHEN), [], "the second");
    assert_eq!(send(&mut tally, WHEN), [Test::OverCap], "the third is one too many");
    assert_eq!(send(&mut tally, "2026-11-12T09:00:00.000Z"), [], "the next day begins anew");
    let export = |tally: &mut Tally<'_>| {
        let says = [
            (Field::Action, "export data"),
            (Field::Approver, "PER-0003"),
            (Field::Permit, "PRM-0004"),
            (Field::ExportRows, "400"),
        ];
        fails_of(tally, &says)
    };
    assert_eq!(export(&mut tally), [], "400 of 600");
    assert_eq!(export(&mut tally), [Test::PermitNotGood], "800 of 600");
}

/// An export of so many rows under the permit, at ten o'clock of a day.
fn export(tally: &mut Tally<'_>, day: &str, rows: &str) -> Vec<Test> {
    let time = format!("{day}T09:00:00.000Z");
    let says = [
        (Field::Action, "export data"),
        (Field::Approver, "PER-0003"),
        (Field::Permit, "PRM-0004"),
        (Field::ExportRows, rows),
        (Field::Time, &time),
    ];
    fails_of(tally, &says)
}

/// The register with other terms of its permit.
fn permitted(change: impl FnOnce(&mut Permit)) -> Register {
    let mut register = register();
    change(register.permits.get_mut(&PermitRef::new(4)).unwrap());
    register
}

#[test]
fn what_earlier_logs_used_of_a_permit_counts_in_later_ones() {
    let register = register();
    let mut tally = Tally::new(&register, whole());
    let mut cells = vec![""; Field::ALL.len()];
    cells[Field::Permit as usize] = "PRM-0004";
    cells[Field::ExportRows as usize] = "400";
    let time = moment("2026-11-11T08:00:00.000Z").unwrap();
    tally.used(&Action { time, cells: &cells });
    assert_eq!(export(&mut tally, "2026-11-11", "200"), [], "400 and 200 of 600");
    assert_eq!(export(&mut tally, "2026-11-11", "1"), [Test::PermitNotGood], "601 of 600");
    let mut drafted = Tally::new(&register, whole());
    cells[Field::Status as usize] = "rejected";
    drafted.used(&Action { time, cells: &cells });
    assert_eq!(export(&mut drafted, "2026-11-11", "500"), [], "what was not done used nothing");
}

#[test]
fn a_use_that_was_recorded_by_hand_is_not_counted_twice_with_its_action() {
    let by_hand = |count, on: &str| domain::decision::Use {
        used: domain::decision::PermitUsed {
            permit: PermitRef::new(4),
            count,
            on: day(on),
            pointer: Text::new("export log"),
        },
        recorded: domain::decision::Recorded { entry: 50, on: day(on) },
    };
    let same_day = permitted(|permit| permit.uses = vec![by_hand(400, "2026-11-11")]);
    let mut tally = Tally::new(&same_day, whole());
    assert_eq!(export(&mut tally, "2026-11-11", "400"), [], "it is the same use");
    let before = permitted(|permit| {
        permit.terms.class = Class::Standing;
        permit.uses = vec![by_hand(400, "2026-11-10")];
    });
    let mut tally = Tally::new(&before, whole());
    let over = [Test::PermitNotGood];
    assert_eq!(export(&mut tally, "2026-11-11", "400"), over, "800 of 600, half in no log");
}

#[test]
fn a_permit_for_one_action_or_one_batch_is_good_once() {
    let one = permitted(|permit| permit.terms.class = Class::One);
    let mut tally = Tally::new(&one, whole());
    assert_eq!(export(&mut tally, "2026-11-11", "100"), [], "the one action");
    assert_eq!(export(&mut tally, "2026-11-11", "100"), [Test::PermitNotGood], "another");
    let batch = permitted(|permit| permit.terms.count = None);
    let mut tally = Tally::new(&batch, whole());
    assert_eq!(export(&mut tally, "2026-11-11", "100"), [], "a batch is many rows");
    assert_eq!(export(&mut tally, "2026-11-12", "100"), [], "and may run for a day");
    assert_eq!(export(&mut tally, "2026-11-13", "1"), [Test::PermitNotGood], "this is another");
}

#[test]
fn a_permit_is_held_to_its_kind_its_discount_and_its_segments() {
    let good = |register: &Register, says: &[(Field, &str)]| {
        let mut all = vec![(Field::Permit, "PRM-0004"), (Field::Action, "apply discount")];
        all.extend_from_slice(says);
        !fails_of(&mut Tally::new(register, whole()), &all).contains(&Test::PermitNotGood)
    };
    let template = permitted(|permit| permit.kind = DecisionKind::TemplateApproval);
    let export = [(Field::Action, "export data"), (Field::ExportRows, "5")];
    assert!(!good(&template, &export), "a template's permit lets nobody export");
    let pricing = permitted(|permit| {
        permit.kind = DecisionKind::PricingException;
        permit.terms.discount_percent = Some("15".parse().unwrap());
        permit.terms.segments = vec![Text::new("SMB")];
    });
    let smb = (Field::Segment, "smb");
    assert!(good(&pricing, &[smb, (Field::Discount, "15 %")]), "at its limit");
    assert!(!good(&pricing, &[smb, (Field::Discount, "15,5")]), "beyond its discount");
    assert!(!good(&pricing, &[smb, (Field::Discount, "a lot")]), "no number keeps no limit");
    let other = [(Field::Segment, "Enterprise"), (Field::Discount, "5")];
    assert!(!good(&pricing, &other), "outside its segments");
}

#[test]
fn counts_beyond_all_numbers_do_not_wrap() {
    let register = register();
    let mut tally = Tally::new(&register, whole());
    let says = |count| {
        [
            (Field::Action, "send external message"),
            (Field::Segment, "SMB"),
            (Field::SendCount, count),
        ]
    };
    let most = u64::MAX.to_string();
    assert_eq!(fails_of(&mut tally, &says(&most)), [Test::OverCap], "too many");
    assert_eq!(fails_of(&mut tally, &says("1")), [Test::OverCap], "and one more stays too many");
}

#[test]
fn a_batch_may_be_of_one_workflow_where_no_cell_says_which() {
    let register = register();
    let says = [(Field::Workflow, ""), (Field::Action, "recommend")];
    assert_eq!(
        fails_of(&mut Tally::new(&register, Log::of(&[], Some(OUTREACH))), &says),
        [],
        "it is of Outreach"
    );
    let nobodys = fails_of(&mut Tally::new(&register, whole()), &says);
    assert_eq!(nobodys, [Test::UnknownWorkflow], "without a name anywhere it is nobody's");
}

#[test]
fn a_stated_tier_counts_until_permissions_are_tiered_one_by_one() {
    let facts = Facts { tier_stated: Some(Tier::Draft), ..Facts::default() };
    let mut register = register();
    let stood = vec![Stood::of(0, Status::Live, &facts)];
    register.workflows.insert(OUTREACH, Timeline { workflow: OUTREACH, stood });
    let mut tally = Tally::new(&register, whole());
    let says = [(Field::Action, "merge records")];
    assert_eq!(fails_of(&mut tally, &says), [Test::Freer], "what was said of it binds it");
}

#[test]
fn a_window_past_midnight_belongs_to_the_evening_it_begins_on() {
    let clock = |written: &str| NaiveTime::parse_from_str(written, "%H:%M").unwrap();
    let window =
        Window { days: vec![chrono::Weekday::Fri], from: clock("22:00"), to: clock("02:00") };
    let holds = |on: &str, at: &str| window.holds(day(on), clock(at));
    assert!(holds("2026-11-20", "23:00"), "Friday evening");
    assert!(holds("2026-11-21", "01:59"), "and the night after it");
    assert!(!holds("2026-11-21", "23:00"), "but not Saturday evening");
    assert!(!holds("2026-11-20", "01:00"), "nor the night before");
}

#[test]
fn what_fails_is_raised_once_and_goes_to_whom_its_kind_asks() {
    let (batch, rules) = (BatchRef::new(2), domain::rule::Settings::default());
    let raise = |count, raised: &[ExceptionRef]| {
        let about = (batch, Test::ExportBeyond, Some(OUTREACH));
        population::raise(&company(), &rules, JONAS, ExceptionRef::new(3), about, count, raised)
    };
    let Ok(Event::ExceptionRaised(raised)) = raise(12, &[]) else { panic!("it is raised") };
    assert_eq!(raised.routed, role("security"), "an export is a matter of security");
    assert_eq!(
        raised.what.words().unwrap().split('.').next(),
        Some("12 AI actions of BAT-0002: export beyond its limit"),
        "and says how many"
    );
    assert_eq!(code(&raise(0, &[])), "population-clean", "nothing is raised for nothing");
    let again = raise(12, &[ExceptionRef::new(1)]);
    assert_eq!(code(&again), "population-raised", "nor twice for the same");
}
