//! Action items: raised, handed over, moved, done, dropped, taken up again.

use domain::action::{self, Action, OutOf, Source, Stage, Wanted};
use domain::review::{Review, Stage as Held};
use domain::workspace::startup;
use domain::{
    ActionRef, CadenceId, DecisionRef, Event, ExceptionRef, ItemId, PersonRef, ReviewRef,
};
use proptest::prelude::*;

use crate::support::*;

const ACT: ActionRef = ActionRef::new(44);

/// Raised by Maren, who keeps the desk, for Jonas; due in nine days, on 25 November.
fn item() -> Action {
    Action {
        action: ACT,
        who: JONAS,
        raised_by: MAREN,
        due: day("2026-11-25"),
        stage: Stage::Open,
        chairs: vec![],
    }
}

fn over(stage: Stage) -> Action {
    Action { stage, ..item() }
}

/// A call that Rafael chairs.
fn call() -> Review {
    Review {
        review: ReviewRef::new("WEEKLY-2026-W47"),
        cadence: startup::weekly("Europe/Berlin".parse().unwrap(), day("2026-11-02")),
        chair: RAFAEL,
        stage: Held::Open,
        answered: vec![],
        attendance: vec![],
    }
}

fn raise(
    by: PersonRef,
    who: PersonRef,
    what: &str,
    due: &str,
    from: Option<(&Review, &ItemId)>,
) -> Result<Event, domain::Refusal> {
    let cadence = &CadenceId::new("monthly");
    let due = day(due);
    let from = from.map_or(OutOf::Itself, |(review, item)| OutOf::Item(review, item));
    action::raise(&company(), by, ACT, Wanted { what, who, due, cadence, from })
}

#[test]
fn anybody_raises_an_action_item_for_somebody_who_is_here_and_for_a_day_to_come() {
    let long = "x".repeat(20_001);
    for (by, who, what, due, expected, why) in [
        (JONAS, MAREN, "Read them", "2026-11-25", "done", "no role is needed"),
        (JONAS, JONAS, "Read them", "2026-11-16", "done", "today is in time"),
        (JONAS, JONAS, "Read them", "2026-11-15", "due-in-the-past", "yesterday is not"),
        (JONAS, GONE, "Read them", "2026-11-25", "has-left", "who has left does nothing"),
        (JONAS, NOBODY, "Read them", "2026-11-25", "unknown", "nobody is not a person"),
        (GONE, JONAS, "Read them", "2026-11-25", "has-left", "nor raises anything"),
        (JONAS, MAREN, " \n", "2026-11-25", "blank", "something is to be done"),
        (JONAS, MAREN, &long, "2026-11-25", "too-long", "in so many words"),
    ] {
        assert_eq!(code(&raise(by, who, what, due, None)), expected, "{why}");
    }
}

#[test]
fn in_a_review_the_chair_raises_it_on_an_item_and_its_cadence_carries_it() {
    let (open, anomalies, astrology) = (call(), ItemId::new("anomalies"), ItemId::new("astrology"));
    let closed =
        Review { stage: Held::Closed { by: RAFAEL, entry: 40, countersigned: false }, ..call() };
    for (review, item, by, expected) in [
        (&open, &anomalies, RAFAEL, "done"),
        (&open, &anomalies, MAREN, "not-the-chair"),
        (&open, &astrology, RAFAEL, "no-such-item"),
        (&closed, &anomalies, RAFAEL, "closed"),
    ] {
        let raised = raise(by, JONAS, "Read them", "2026-11-25", Some((review, item)));
        assert_eq!(code(&raised), expected, "{by} on {item}");
        if let Ok(Event::ActionRaised(raised)) = raised {
            assert_eq!(raised.cadence.as_str(), "weekly", "whatever cadence was asked for");
            let from = Source::Item { review: review.review.clone(), item: item.clone() };
            assert_eq!(raised.from, Some(from), "it says what it came out of");
        }
    }
}

#[test]
fn what_an_exception_or_a_decision_brings_is_carried_by_the_cadence_that_was_chosen() {
    let (exception, decision) = (ExceptionRef::new(12), DecisionRef::new(31));
    for (from, source) in [
        (OutOf::Exception(exception), Source::Exception { exception }),
        (OutOf::Decision(decision), Source::Decision { decision }),
    ] {
        let cadence = &CadenceId::new("monthly");
        let (what, who, due) = ("Read them", MAREN, day("2026-11-25"));
        let wanted = Wanted { what, who, due, cadence, from };
        let Event::ActionRaised(raised) = action::raise(&company(), JONAS, ACT, wanted).unwrap()
        else {
            panic!("an action item is raised")
        };
        assert_eq!(raised.from, Some(source), "it says what it came out of");
        assert_eq!(raised.cadence.as_str(), "monthly", "as was chosen");
    }
}

#[test]
fn whoever_has_it_raised_it_chairs_its_call_or_keeps_the_desk_may_change_it() {
    let theirs = Action { raised_by: RAFAEL, ..item() };
    let called = Action { chairs: vec![RAFAEL], ..item() };
    for (item, by, expected, why) in [
        (&theirs, JONAS, "done", "it is his"),
        (&theirs, RAFAEL, "done", "he raised it"),
        (&theirs, MAREN, "done", "RevOps keeps the desk"),
        (&theirs, TOBIAS, "done", "so does the sponsor"),
        (&item(), RAFAEL, "not-entitled", "it is nothing of his"),
        (&called, RAFAEL, "done", "but he chairs the call that carries it in"),
        (&theirs, GONE, "not-entitled", "who has left changes nothing"),
    ] {
        let (day, company) = (day("2026-12-02"), company());
        for (act, done) in [
            ("completes", action::complete(&company, item, by, "")),
            ("drops", action::drop(&company, item, by, "The template is gone.")),
            ("moves", action::reschedule(&company, item, by, day, "Sixty emails.")),
            ("hands over", action::hand_over(&company, item, by, TOBIAS, "")),
        ] {
            assert_eq!(code(&done), expected, "{by} {act}: {why}");
        }
        let over = Action { stage: Stage::Done, ..item.clone() };
        let again = action::reopen(&company, &over, by, "Two were missed.");
        assert_eq!(code(&again), expected, "{by} reopens: {why}");
    }
}

#[test]
fn what_is_over_only_opens_again() {
    let company = company();
    for (stage, changed, reopened) in [
        (Stage::Open, "done", "action-open"),
        (Stage::Done, "action-over", "done"),
        (Stage::Dropped, "action-over", "done"),
    ] {
        let item = over(stage);
        for done in [
            action::complete(&company, &item, JONAS, ""),
            action::drop(&company, &item, JONAS, "Gone."),
            action::reschedule(&company, &item, JONAS, day("2026-12-02"), "Later."),
            action::hand_over(&company, &item, JONAS, MAREN, ""),
        ] {
            assert_eq!(code(&done), changed, "while it is {stage:?}");
        }
        let again = action::reopen(&company, &item, JONAS, "Two were missed.");
        assert_eq!(code(&again), reopened, "while it is {stage:?}");
    }
}

#[test]
fn what_cannot_be_read_off_the_act_takes_a_reason() {
    let company = company();
    let blank = " ";
    for (done, expected, why) in [
        (action::complete(&company, &item(), JONAS, blank), "done", "done is done"),
        (action::hand_over(&company, &item(), JONAS, MAREN, blank), "done", "both are named"),
        (action::drop(&company, &item(), JONAS, blank), "blank", "why not?"),
        (
            action::reschedule(&company, &item(), JONAS, day("2026-12-02"), blank),
            "blank",
            "why later?",
        ),
        (action::reopen(&company, &over(Stage::Done), JONAS, blank), "blank", "why again?"),
        (
            action::reschedule(&company, &item(), JONAS, day("2026-11-15"), "Oh."),
            "due-in-the-past",
            "nobody is in time for yesterday",
        ),
        (action::hand_over(&company, &item(), JONAS, JONAS, ""), "action-held", "he has it"),
        (action::hand_over(&company, &item(), JONAS, GONE, ""), "has-left", "not to the gone"),
    ] {
        assert_eq!(code(&done), expected, "{why}");
    }
}

proptest! {
    #[test]
    fn an_action_item_is_late_from_the_day_after_its_own_while_it_is_open(days in -400_i64..400) {
        let item = item();
        let today = item.due + chrono::Duration::days(days);
        prop_assert_eq!(item.stage.is_late(item.due, today), days > 0, "{} days past its day", days);
        for stage in [Stage::Done, Stage::Dropped] {
            prop_assert!(!stage.is_late(item.due, today), "what is over is never late");
        }
    }
}
