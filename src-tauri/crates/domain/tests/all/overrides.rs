//! Overrides: recorded by anyone for a team of theirs, and too many of them ask RevOps to look.

use chrono::Duration;
use domain::exception::{Cause, Exception, Stage};
use domain::overrides::{self, Earlier, Kind, Reason, Recorded, Recording, Repeats};
use domain::people::{Membership, Team, Teams};
use domain::rule::Settings;
use domain::{Event, ExceptionRef, OverrideRef, PersonRef, Refusal, TeamRef, Text, WorkflowRef};
use proptest::prelude::*;

use crate::support::*;

const WF: WorkflowRef = WorkflowRef::new(7);
const OTHER: WorkflowRef = WorkflowRef::new(8);
const EAST: TeamRef = TeamRef::new(1);
const WEST: TeamRef = TeamRef::new(2);
const NOW: &str = "2026-11-16T09:00:00Z";

/// East is managed by Jonas; Rafael belongs to both; Maren to none.
fn teams() -> Teams {
    let team = |team, manager| Team {
        team,
        name: Text::new(team.to_string()),
        manager,
        disbanded_on: None,
    };
    let belongs = |team| Membership { team, person: RAFAEL, from: day("2026-01-01"), to: None };
    Teams {
        teams: vec![team(EAST, Some(JONAS)), team(WEST, None)],
        memberships: vec![belongs(EAST), belongs(WEST)],
    }
}

fn recorded() -> Recorded<'static> {
    Recorded {
        kind: Kind::Forecast,
        workflow: WF,
        team: None,
        pointer: "006Aa00001",
        ai_said: "Commit, 120,000",
        chose: "Best case, 80,000",
        reason: Reason::MissingContext,
        note: "",
        generated: false,
    }
}

fn earlier(number: u32, workflow: WorkflowRef, team: Option<TeamRef>, days: i64) -> Earlier {
    let at = at(NOW).plus(-Duration::days(days));
    Earlier { reference: OverrideRef::new(number), workflow, team, at }
}

fn record(
    by: PersonRef,
    recorded: Recorded<'_>,
    earlier: &[Earlier],
    exceptions: &[Exception],
) -> Result<Vec<Event>, Refusal> {
    let to = Recording {
        teams: &teams(),
        earlier,
        exceptions,
        repeats: Repeats::set(&Settings::default()),
        now: at(NOW),
        next: OverrideRef::new(102),
        next_exception: ExceptionRef::new(12),
    };
    overrides::record(&company(), by, recorded, &to)
}

fn team_counted(by: PersonRef, team: Option<TeamRef>) -> Result<Option<TeamRef>, Refusal> {
    let events = record(by, Recorded { team, ..recorded() }, &[], &[])?;
    match events.first() {
        Some(Event::OverrideRecorded(event)) => Ok(event.team),
        other => panic!("an override comes first: {other:?}"),
    }
}

#[test]
fn an_override_counts_for_a_team_of_who_records_it() {
    assert_eq!(team_counted(JONAS, None), Ok(Some(EAST)), "the only one, which he manages");
    assert_eq!(team_counted(RAFAEL, Some(WEST)), Ok(Some(WEST)), "one of two, as chosen");
    assert_eq!(team_counted(MAREN, None), Ok(None), "people of no team count together");
    assert_eq!(code(&team_counted(RAFAEL, None)), "blank", "of two, one is chosen");
    assert_eq!(code(&team_counted(JONAS, Some(WEST))), "not-their-team", "not somebody else's");
}

#[test]
fn an_override_says_where_the_record_lies_what_was_said_what_was_chosen_and_why() {
    let long = "x".repeat(501);
    let base = recorded();
    for (given, expected, why) in [
        (base, "done", "the reason is picked, no note is needed"),
        (Recorded { pointer: " ", ..base }, "blank", "a pointer"),
        (Recorded { ai_said: "", ..base }, "blank", "what the AI said"),
        (Recorded { chose: "", ..base }, "blank", "what the human chose"),
        (Recorded { reason: Reason::Other, ..base }, "blank", "something else is said in words"),
        (Recorded { reason: Reason::Other, note: "Merger", ..base }, "done", "as here"),
        (Recorded { ai_said: &long, ..base }, "too-long", "a line, not the record's content"),
        (Recorded { ai_said: "one\ntwo", ..base }, "unseen-character", "one line"),
    ] {
        assert_eq!(code(&record(JONAS, given, &[], &[])), expected, "{why}");
    }
    assert_eq!(code(&record(GONE, base, &[], &[])), "has-left", "by somebody who is here");
}

#[test]
fn a_reason_that_an_ai_proposed_is_marked() {
    let events = record(JONAS, Recorded { generated: true, ..recorded() }, &[], &[]).unwrap();
    assert!(
        matches!(&events[0], Event::OverrideRecorded(event) if event.generated),
        "as generated"
    );
}

#[test]
fn the_third_override_of_one_workflow_by_one_team_in_fourteen_days_asks_revops_to_look() {
    let exception = |stage, overrides: &[u32]| Exception {
        exception: ExceptionRef::new(1),
        workflow: Some(WF),
        cause: Cause::Overrides {
            team: Some(EAST),
            overrides: overrides.iter().copied().map(OverrideRef::new).collect(),
        },
        stage,
        ..trouble()
    };
    let east = |number, days| earlier(number, WF, Some(EAST), days);
    for (before, exceptions, raised, why) in [
        (vec![], vec![], false, "the first"),
        (vec![east(1, 3)], vec![], false, "the second"),
        (vec![east(1, 13), east(2, 3)], vec![], true, "the third"),
        (vec![east(1, 14), east(2, 3)], vec![], false, "the first is too long ago"),
        (vec![east(1, 3), earlier(2, WF, Some(WEST), 2)], vec![], false, "another team's"),
        (vec![east(1, 3), earlier(2, WF, None, 2)], vec![], false, "people of no team"),
        (vec![east(1, 3), earlier(2, OTHER, Some(EAST), 2)], vec![], false, "another workflow"),
        (
            vec![east(1, 3), east(2, 3), east(3, 1)],
            vec![exception(Stage::Open, &[1, 2, 3])],
            false,
            "somebody is looking already",
        ),
        (
            vec![east(1, 3), east(2, 3), east(3, 1)],
            vec![exception(Stage::Resolved, &[1, 2, 3])],
            false,
            "those were looked at",
        ),
        (
            vec![east(1, 3), east(2, 3), east(3, 3), east(4, 2), east(5, 1)],
            vec![exception(Stage::Resolved, &[1, 2, 3])],
            true,
            "three more since",
        ),
    ] {
        let events = record(JONAS, recorded(), &before, &exceptions).unwrap();
        let expected: &[&str] = if raised {
            &["override.recorded", "exception.raised"]
        } else {
            &["override.recorded"]
        };
        assert_eq!(kinds(&events), expected, "{why}");
    }
}

#[test]
fn the_exception_names_the_team_and_the_overrides_and_no_person() {
    let before = [earlier(1, WF, Some(EAST), 3), earlier(2, WF, Some(EAST), 2)];
    let events = record(JONAS, recorded(), &before, &[]).unwrap();
    let Event::ExceptionRaised(raised) = &events[1] else { panic!("an exception is raised") };
    let overrides = [1, 2, 102].map(OverrideRef::new).to_vec();
    assert_eq!(raised.cause, Cause::Overrides { team: Some(EAST), overrides }, "all three");
    assert_eq!(raised.routed, role("revops"), "RevOps looks");
    let json = serde_json::to_string(raised).unwrap();
    assert!(!json.contains("PER-"), "the desk protects forecasts, it does not watch reps: {json}");
}

proptest! {
    /// Whatever came before, an exception counts at least as many as are too many, all of one
    /// workflow and team, in the window, and none that another exception counted.
    #[test]
    fn what_an_exception_counts_is_recent_of_one_team_and_counted_once(
        days in proptest::collection::vec((0_i64..30, any::<bool>(), any::<bool>()), 0..12),
        looked_at in 0_u32..6,
    ) {
        let before: Vec<Earlier> = (1..).zip(&days).map(|(number, (days, west, other))| {
            let team = if *west { WEST } else { EAST };
            earlier(number, if *other { OTHER } else { WF }, Some(team), *days)
        }).collect();
        let resolved = Exception {
            exception: ExceptionRef::new(1),
            workflow: Some(WF),
            cause: Cause::Overrides {
                team: Some(EAST),
                overrides: (1..=looked_at).map(OverrideRef::new).collect(),
            },
            stage: Stage::Resolved,
            ..trouble()
        };
        let events = record(JONAS, recorded(), &before, &[resolved]).unwrap();
        let fresh = |one: &&Earlier| one.workflow == WF && one.team == Some(EAST)
            && at(NOW).since(one.at) < Duration::days(14) && one.reference.number() > looked_at;
        let expected: Vec<_> = before.iter().filter(fresh).map(|one| one.reference)
            .chain([OverrideRef::new(102)]).collect();
        let counted = events.iter().find_map(|event| {
            let Event::ExceptionRaised(raised) = event else { return None };
            match &raised.cause {
                Cause::Overrides { overrides, .. } => Some(overrides.clone()),
                Cause::Report
                | Cause::Item { .. }
                | Cause::Stop { .. }
                | Cause::Metric { .. }
                | Cause::Permit { .. }
                | Cause::Population { .. } => None,
            }
        });
        prop_assert_eq!(counted, (expected.len() >= 3).then_some(expected));
    }
}
