//! The kill switch: who may pull it, on what, what is left to confirm, and when it is tried next.

use domain::exception::{Cause, Kind};
use domain::stop::{self, Pulled, Stop, drill_due};
use domain::workflow::{Facts, Status, Workflow};
use domain::{Event, ExceptionRef, PersonRef, Refusal, StopRef, Text, WorkflowRef};
use proptest::prelude::*;

use crate::support::*;

const WF: WorkflowRef = WorkflowRef::new(7);
const STOP: StopRef = StopRef::new(3);

fn facts() -> Facts {
    Facts {
        name: Some(Text::new("Outbound drafts")),
        product: Some(Text::new("Outreach")),
        system_of_record: Some(Text::new("Salesforce")),
        kill_switch_owner: Some(JONAS),
        ..Facts::default()
    }
}

fn standing_at(status: Status) -> Workflow {
    Workflow { workflow: WF, status, found_live: false, facts: facts() }
}

fn pull(by: Option<PersonRef>, status: Status, because: &str) -> Result<Vec<Event>, Refusal> {
    let pulled = Pulled { stop: STOP, exception: ExceptionRef::new(12), because };
    stop::pull(&company(), by, &standing_at(status), pulled)
}

/// A stop by Jonas with two systems, neither confirmed.
fn stopped() -> Stop {
    Stop {
        stop: STOP,
        workflow: WF,
        drill: false,
        by: Some(JONAS),
        attributed: None,
        systems: 2,
        confirmed: vec![],
        lifted: false,
    }
}

#[test]
fn anyone_who_is_here_stops_what_runs_and_gives_nothing_but_a_reason() {
    for (by, status, because, expected, why) in [
        (Some(MAREN), Status::Live, "It writes to customers", "done", "RevOps"),
        (Some(JONAS), Status::Live, "It writes to customers", "done", "no role is needed"),
        (None, Status::Live, "It writes to customers", "done", "nor anybody signed in"),
        (None, Status::Paused, "It goes on all the same", "done", "what is paused may still act"),
        (Some(GONE), Status::Live, "x", "has-left", "who left does nothing"),
        (Some(NOBODY), Status::Live, "x", "unknown", "nor does nobody"),
        (None, Status::Live, "  ", "reason-missing", "a reason is all it asks for"),
        (None, Status::Stopped, "again", "stopped-already", "it is stopped"),
        (None, Status::Draft, "x", "not-running", "a draft does not act"),
        (None, Status::Retired, "x", "not-running", "nor does what is retired"),
    ] {
        assert_eq!(code(&pull(by, status, because)), expected, "{why}");
    }
}

#[test]
fn a_stop_names_where_it_is_to_be_confirmed_and_raises_an_exception_with_these_steps() {
    let events = pull(None, Status::Live, "It writes to customers").unwrap();
    let [Event::WorkflowStopped(stopped), Event::ExceptionRaised(raised)] = events.as_slice()
    else {
        panic!("a stop and its exception: {:?}", kinds(&events))
    };
    let systems: Vec<_> = stopped.systems.iter().filter_map(Text::words).collect();
    assert_eq!(systems, ["Outreach", "Salesforce"], "where it acts and where it writes");
    assert_eq!(stopped.exception, Some(raised.exception), "the two name each other");
    assert_eq!(raised.cause, Cause::Stop { stop: STOP }, "the two name each other");
    assert_eq!((raised.kind, &raised.routed), (Kind::WorkflowDisruption, &role("revops")), "route");
    let what = raised.what.words().unwrap_or_default();
    assert!(what.ends_with("in Outreach and Salesforce."), "the steps stand in it: {what}");
    assert!(events.iter().all(Event::machine_may_sign), "so that it works from the lock screen");
}

#[test]
fn a_workflow_of_which_no_system_is_known_is_still_to_be_looked_at_somewhere() {
    let places = |facts: &Facts| {
        let systems = stop::systems(WF, facts);
        systems.iter().filter_map(Text::words).map(str::to_owned).collect::<Vec<_>>()
    };
    let text = |words: &str| Some(Text::new(words));
    let named = Facts { name: text("Drafts"), ..Facts::default() };
    assert_eq!(places(&named), ["Drafts"], "its own name");
    assert_eq!(places(&Facts::default()), ["WF-0007"], "or its reference, once the name is gone");
    let same = Facts { vendor: text("HubSpot"), system_of_record: text("hubspot "), ..named };
    assert_eq!(places(&same), ["HubSpot"], "one system is looked at once");
}

#[test]
fn a_drill_is_run_on_what_is_live_by_who_answers_for_it_one_at_a_time() {
    let open = Stop { drill: true, ..stopped() };
    let over = Stop { confirmed: vec![0, 1], ..open.clone() };
    for (by, status, stops, expected, why) in [
        (MAREN, Status::Live, vec![], "done", "a keeper"),
        (RAFAEL, Status::Live, vec![], "done", "Security"),
        (JONAS, Status::Live, vec![over], "done", "who answers for the switch"),
        (PersonRef::new(6), Status::Live, vec![], "not-entitled", "nobody else"),
        (MAREN, Status::Paused, vec![], "not-running", "there is nothing to try"),
        (MAREN, Status::Live, vec![open], "drill-under-way", "one after the other"),
    ] {
        let mut company = company();
        company.people.push(PersonRef::new(6));
        let done = stop::drill(&company, by, &standing_at(status), &stops, STOP, "Quarterly drill");
        assert_eq!(code(&done), expected, "{why}");
        if let Ok(Event::WorkflowStopped(drill)) = &done {
            assert!(drill.drill && drill.exception.is_none(), "it says drill, and raises nothing");
            assert!(!done.as_ref().unwrap().machine_may_sign(), "a drill is somebody's");
        }
    }
}

#[test]
fn each_system_is_confirmed_once_by_who_may_while_it_matters() {
    let by_machine = Stop { by: None, ..stopped() };
    for (stop, by, system, expected, why) in [
        (stopped(), JONAS, 0, "done", "who stopped it"),
        (stopped(), MAREN, 1, "done", "a keeper"),
        (stopped(), RAFAEL, 1, "done", "Security"),
        (by_machine.clone(), JONAS, 0, "done", "who answers for the kill switch"),
        (
            Stop { attributed: Some(PersonRef::new(6)), ..by_machine.clone() },
            PersonRef::new(6),
            0,
            "done",
            "who said they did it",
        ),
        (by_machine, PersonRef::new(6), 0, "not-entitled", "nobody else"),
        (stopped(), JONAS, 2, "unknown", "there is no third system"),
        (Stop { confirmed: vec![0], ..stopped() }, JONAS, 0, "confirmed-already", "once"),
        (Stop { lifted: true, ..stopped() }, JONAS, 0, "stop-lifted", "it acts again"),
    ] {
        let mut company = company();
        company.people.push(PersonRef::new(6));
        let done = stop::confirm(&company, &stop, &facts(), by, system, "Looked: nothing is sent");
        assert_eq!(code(&done), expected, "{why}");
    }
}

#[test]
fn only_a_stop_without_a_name_gets_one_and_only_from_who_did_it() {
    let nameless = Stop { by: None, ..stopped() };
    let attributed = Stop { attributed: Some(MAREN), ..nameless.clone() };
    let said = |stop: &Stop, by| code(&stop::attribute(&company(), stop, by));
    assert_eq!(said(&nameless, JONAS), "done", "the entry is Jonas's own, so it names nobody else");
    assert_eq!(said(&attributed, JONAS), "stop-has-a-name", "once");
    assert_eq!(said(&stopped(), MAREN), "stop-has-a-name", "who signed it did it");
    assert_eq!(said(&nameless, GONE), "has-left", "who left says nothing");
}

#[test]
fn the_next_drill_is_due_so_many_days_after_the_switch_was_last_seen_to_work() {
    for (last, registered, every, expected, why) in [
        (None, "2026-01-01", 90, "2026-04-01", "never tried: from the day it came on"),
        (Some("2026-03-31"), "2026-01-01", 90, "2026-06-29", "from the last time"),
        (Some("2025-12-31"), "2026-01-01", 90, "2026-04-01", "what came before is no drill of it"),
    ] {
        let due = drill_due(last.map(day), day(registered), every);
        assert_eq!(due, day(expected), "{why}");
    }
}

proptest! {
    #[test]
    fn a_stop_waits_exactly_while_some_system_of_it_is_unconfirmed(
        systems in 1_u32..5, confirmed in proptest::collection::vec(0_u32..5, 0..6),
    ) {
        let stop = Stop { systems, confirmed: confirmed.clone(), ..stopped() };
        let left = (0..systems).any(|system| !confirmed.contains(&system));
        prop_assert_eq!(stop.waits(), left);
        prop_assert_eq!(stop.must_be_confirmed().is_err(), left);
    }
}
