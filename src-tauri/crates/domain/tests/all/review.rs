//! Reviews: opened, attended, answered, closed, countersigned, added to.

use domain::cadence::{CadenceSet, Calendar, Occurrence, Schedule};
use domain::people::{Absence, Acting, Standing, Stint};
use domain::review::{self, Beside, Outcome, Presence, Review, Said, Stage};
use domain::workspace::startup;
use domain::{AbsenceRef, Event, ItemId, Moment, PersonRef, ReviewRef};

use crate::support::*;

/// The weekly call of three items and two required roles, due Mondays at 10:00 in Berlin.
fn cadence() -> CadenceSet {
    let mut cadence = startup::weekly("Europe/Berlin".parse().unwrap(), day("2026-11-02"));
    cadence.checklist.truncate(3);
    cadence.required = vec![role("revops"), role("sales-leader"), role("security")];
    cadence.quorum = 2;
    cadence
}

fn due(cadence: &CadenceSet) -> Occurrence {
    Schedule::of(cadence, &Calendar::default(), 1).occurrence(&this_week()).unwrap()
}

fn this_week() -> ReviewRef {
    ReviewRef::new("WEEKLY-2026-W47")
}

/// A review that can be closed: everything fine, everybody present.
pub fn ready() -> Review {
    let cadence = cadence();
    let items = cadence.checklist.iter().map(|asked| (asked.item.clone(), Outcome::Fine));
    Review {
        review: this_week(),
        chair: MAREN,
        stage: Stage::Open,
        answered: items.collect(),
        attendance: [MAREN, JONAS, RAFAEL].map(|p| (p, Presence::Present)).to_vec(),
        cadence,
    }
}

fn closed(by: PersonRef, countersigned: bool) -> Review {
    Review { stage: Stage::Closed { by, entry: 40, countersigned }, ..ready() }
}

const LAST: &str = "2026-11-16T09:58:00Z";
const NOW: &str = "2026-11-16T10:00:00Z";

#[test]
fn a_review_opens_from_its_week_until_the_next_is_due_and_once() {
    for (now, already, expected, why) in [
        (
            "2026-11-15T22:59:59.999Z",
            false,
            "too-early",
            "Sunday midnight in Berlin has not struck",
        ),
        ("2026-11-15T23:00:00Z", false, "done", "its week has begun"),
        ("2026-11-16T09:00:00Z", false, "done", "it is due"),
        ("2026-11-21T12:00:00Z", false, "done", "late is not missed"),
        ("2026-11-23T08:59:59.999Z", false, "done", "until the next falls due"),
        ("2026-11-23T09:00:00Z", false, "missed", "the next is due"),
        ("2027-11-23T09:00:00Z", false, "missed", "missed is missed for ever"),
        (NOW, true, "already-open", "there is one review a week"),
    ] {
        let opened =
            review::open(&company(), MAREN, &cadence(), &due(&cadence()), already, at(now));
        assert_eq!(code(&opened), expected, "at {now}: {why}");
    }
}

#[test]
fn the_chairing_role_or_a_keeper_opens_a_review_and_chairs_it() {
    let mut cadence = cadence();
    cadence.chair = role("security");
    for (by, expected) in [
        (RAFAEL, "done"),
        (MAREN, "done"),
        (TOBIAS, "done"),
        (JONAS, "not-entitled"),
        (GONE, "not-entitled"),
    ] {
        let opened = review::open(&company(), by, &cadence, &due(&cadence), false, at(NOW));
        assert_eq!(code(&opened), expected, "{by} opens");
        if let Ok(Event::ReviewOpened(opened)) = opened {
            assert_eq!(opened.chair, by, "who opens it answers for it");
            assert_eq!(opened.due, at("2026-11-16T09:00:00Z"), "10:00 in Berlin");
        }
    }
}

#[test]
fn a_review_that_nothing_follows_stays_late_until_it_is_held() {
    let last = Occurrence { missed: None, ..due(&cadence()) };
    let opened =
        review::open(&company(), MAREN, &cadence(), &last, false, at("2036-01-01T00:00:00Z"));
    assert_eq!(code(&opened), "done", "there is no next that could fall due");
}

#[test]
fn attendance_is_the_chairs_to_state_while_the_review_is_open() {
    for (review, by, person, expected) in [
        (ready(), MAREN, JONAS, "done"),
        (ready(), MAREN, MAREN, "done"),
        (ready(), JONAS, JONAS, "not-the-chair"),
        (ready(), TOBIAS, JONAS, "not-the-chair"),
        (ready(), MAREN, GONE, "has-left"),
        (ready(), MAREN, NOBODY, "unknown"),
        (closed(MAREN, false), MAREN, JONAS, "closed"),
    ] {
        let stated = review::attend(&company(), &review, by, person, Presence::Present, "");
        assert_eq!(code(&stated), expected, "{by} states that {person} is there");
    }
}

#[test]
fn only_who_sent_a_delegate_has_one() {
    for (presence, kept) in [
        (Presence::Delegate, Some("Kenji")),
        (Presence::Present, None),
        (Presence::Excused, None),
        (Presence::Absent, None),
    ] {
        let stated = review::attend(&company(), &ready(), MAREN, JONAS, presence, "Kenji").unwrap();
        let Event::AttendanceStated(stated) = stated else { panic!("another event came out") };
        let delegate = stated.delegate.as_ref().and_then(|text| text.words());
        assert_eq!(delegate, kept, "{presence:?}: a name typed and then not meant does not stay");
    }
}

/// An answer without verdicts on tiers.
pub fn said(outcome: Outcome, note: &str) -> Said<'_> {
    Said { outcome, note, seconds: 60, tiers: vec![] }
}

#[test]
fn an_outcome_other_than_fine_needs_a_note() {
    for (outcome, note, expected) in [
        (Outcome::Fine, "", "done"),
        (Outcome::Fine, "Better than last week.", "done"),
        (Outcome::Attention, "", "note-missing"),
        (Outcome::Attention, " \n\t", "note-missing"),
        (Outcome::Breach, "", "note-missing"),
        (Outcome::NotApplicable, "", "note-missing"),
        (Outcome::Attention, "Eleven overwrites.", "done"),
        (Outcome::Breach, "Eleven overwrites.", "done"),
        (Outcome::NotApplicable, "No outreach this week.", "done"),
    ] {
        let item = ItemId::new("anomalies");
        let answered =
            review::answer(&ready(), MAREN, &item, said(outcome, note), Beside::default());
        assert_eq!(code(&answered), expected, "{outcome:?} with “{note}”");
    }
}

#[test]
fn an_item_is_answered_by_the_chair_while_the_review_is_open() {
    let long = "x".repeat(20_001);
    for (review, by, item, note, expected) in [
        (ready(), MAREN, "anomalies", "", "done"),
        (ready(), JONAS, "anomalies", "", "not-the-chair"),
        (ready(), MAREN, "astrology", "", "no-such-item"),
        (ready(), MAREN, "coaching", "", "no-such-item"),
        (ready(), MAREN, "anomalies", &long, "too-long"),
        (closed(MAREN, false), MAREN, "anomalies", "", "closed"),
        (closed(MAREN, true), MAREN, "anomalies", "", "closed"),
    ] {
        let item = ItemId::new(item);
        let answered =
            review::answer(&review, by, &item, said(Outcome::Fine, note), Beside::default());
        assert_eq!(code(&answered), expected, "{by} answers {item}");
    }
}

#[test]
fn a_review_is_named_by_its_period_whatever_its_cadence_is_called() {
    for (review, period) in [
        ("WEEKLY-2026-W47", Some("2026-W47")),
        ("QUARTERLY-2026-Q4", Some("2026-Q4")),
        ("DEAL-DESK-2026-11", Some("2026-11")),
        ("PLAN-2026-2026-11-16", Some("2026-11-16")),
        ("PLAN", None),
    ] {
        let named = ReviewRef::new(review).period().map(|period| period.to_string());
        assert_eq!(named.as_deref(), period, "{review}");
    }
}

fn close(review: &Review, by: PersonRef, now: &str) -> &'static str {
    code(&review::close(&company(), review, by, vec![], "", at(LAST), at(now)))
}

#[test]
fn a_review_closes_when_everything_is_answered_and_a_quorum_took_part() {
    let with = |change: fn(&mut Review)| {
        let mut review = ready();
        change(&mut review);
        review
    };
    for (review, expected, why) in [
        (ready(), "done", "all is answered and everybody was there"),
        (with(|r| r.answered.truncate(2)), "items-left", "one item is open"),
        (with(|r| r.answered.clear()), "items-left", "all are"),
        (with(|r| r.attendance.truncate(2)), "attendance-missing", "nothing is said of security"),
        (with(|r| r.attendance.clear()), "attendance-missing", "nothing is said of anybody"),
        (with(|r| r.attendance[1].1 = Presence::Absent), "done", "two of three are a quorum"),
        (
            with(|r| {
                r.attendance[1].1 = Presence::Absent;
                r.attendance[2].1 = Presence::Excused;
            }),
            "no-quorum",
            "an excuse does not take part",
        ),
        (
            with(|r| {
                r.attendance[1].1 = Presence::Absent;
                r.attendance[2].1 = Presence::Delegate;
            }),
            "done",
            "a delegate does",
        ),
        (closed(MAREN, false), "closed", "it is closed"),
    ] {
        assert_eq!(close(&review, MAREN, NOW), expected, "{why}");
    }
}

#[test]
fn only_the_chair_closes_and_not_while_the_clock_stands_before_the_last_entry() {
    for (by, now, expected) in [
        (MAREN, LAST, "done"),
        (MAREN, "2026-11-16T09:57:59.999Z", "clock-behind"),
        (JONAS, NOW, "not-the-chair"),
        (TOBIAS, NOW, "not-the-chair"),
    ] {
        assert_eq!(close(&ready(), by, now), expected, "{by} at {now}");
    }
}

#[test]
fn a_closing_counts_what_was_found() {
    let mut review = ready();
    review.answered[0].1 = Outcome::Breach;
    review.answered[1].1 = Outcome::NotApplicable;
    let spent = vec![review::Spent { item: review.answered[0].0.clone(), seconds: 340 }];
    let event = review::close(&company(), &review, MAREN, spent, "", at(LAST), at(NOW)).unwrap();
    let Event::ReviewClosed(closed) = event else { panic!("another event came out") };
    let found = (closed.fine, closed.attention, closed.breach, closed.not_applicable);
    assert_eq!(found, (1, 0, 1, 1), "one outcome an item");
    assert_eq!((closed.roles_reached, closed.roles_required), (3, 3), "every role took part");
    assert_eq!(closed.spent[0].seconds, 340, "with the time of each item in the end");
}

#[test]
fn a_closing_keeps_what_the_board_is_told_where_somebody_wrote_it() {
    let closed = |narrative: &str| {
        review::close(&company(), &ready(), MAREN, vec![], narrative, at(LAST), at(NOW))
    };
    let told = |narrative: &str| match closed(narrative) {
        Ok(Event::ReviewClosed(closed)) => {
            closed.narrative.and_then(|t| t.words().map(str::to_owned))
        }
        other => panic!("another event came out: {other:?}"),
    };
    assert_eq!(told(" One stop. ").as_deref(), Some("One stop."), "as it was written");
    assert_eq!(told("  "), None, "blank is nothing");
    assert_eq!(code(&closed(&"x".repeat(20_001))), "too-long", "and no book");
}

#[test]
fn a_countersignature_keeps_what_its_signer_states() {
    let words = "I stand behind it.";
    let review = closed(MAREN, false);
    match review::countersign(&company(), &review, TOBIAS, words, at(LAST), at(NOW)) {
        Ok(Event::ReviewCountersigned(signed)) => {
            assert_eq!(signed.statement.unwrap().words(), Some(words), "in their words");
        }
        other => panic!("another event came out: {other:?}"),
    }
}

#[test]
fn a_role_that_nobody_holds_is_not_asked_for() {
    let mut alone: Standing = company();
    alone.holdings.retain(|held| held.person == MAREN || held.person == TOBIAS);
    let quorum = review::quorum(&alone, &ready());
    assert_eq!(quorum.seats.len(), 1, "only RevOps of the three is held");
    assert_eq!(quorum.needed, 1, "a quorum never asks for more roles than are held");
    let closed = review::close(&alone, &ready(), MAREN, vec![], "", at(LAST), at(NOW));
    assert_eq!(code(&closed), "done", "a team of two can work");
}

#[test]
fn a_role_with_several_holders_takes_part_through_any_of_them() {
    let mut company = company();
    company.holdings.push(held(TOBIAS, "security", "2026-01-01", None));
    let mut review = ready();
    review.attendance[2] = (RAFAEL, Presence::Absent);
    review.attendance.push((TOBIAS, Presence::Present));
    assert_eq!(review::quorum(&company, &review).reached(), 3, "Tobias stands in for security");
}

#[test]
fn a_time_is_kept_only_of_items_that_were_asked() {
    let spent = vec![review::Spent { item: ItemId::new("astrology"), seconds: 1 }];
    let closed = review::close(&company(), &ready(), MAREN, spent, "", at(LAST), at(NOW));
    assert_eq!(code(&closed), "no-such-item", "the checklist has no such question");
}

#[test]
fn who_is_stated_as_away_does_not_close() {
    for (presence, expected) in [
        (Presence::Present, "done"),
        (Presence::Excused, "chair-away"),
        (Presence::Delegate, "chair-away"),
        (Presence::Absent, "chair-away"),
    ] {
        let mut review = ready();
        review.attendance[0].1 = presence;
        assert_eq!(close(&review, MAREN, NOW), expected, "the chair is {presence:?}");
    }
    let mut review = ready();
    review.cadence.required = vec![role("sales-leader"), role("security")];
    review.attendance.remove(0);
    assert_eq!(close(&review, MAREN, NOW), "attendance-missing", "the chair was there or was not");
}

#[test]
fn the_chair_is_taken_by_whoever_might_have_opened_the_review_and_says_why() {
    let mut review = ready();
    review.cadence.chair = role("security");
    let closed = Review { stage: closed(MAREN, false).stage, ..review.clone() };
    for (review, by, reason, expected, why) in [
        (&review, TOBIAS, "Maren is ill.", "done", "a keeper may"),
        (&review, RAFAEL, "Maren is ill.", "done", "so may the role that chairs"),
        (&review, JONAS, "Maren is ill.", "not-entitled", "nobody else"),
        (&review, GONE, "Maren is ill.", "not-entitled", "least of all who has left"),
        (&review, MAREN, "I am back.", "chairs-already", "she has it"),
        (&review, TOBIAS, " ", "blank", "it takes a reason"),
        (&closed, TOBIAS, "Maren is ill.", "closed", "a closed review has no chair to take"),
    ] {
        let taken = review::take_chair(&company(), review, by, reason);
        assert_eq!(code(&taken), expected, "{by}: {why}");
        if let Ok(Event::ChairTaken(taken)) = taken {
            assert_eq!((taken.from, taken.to), (MAREN, by), "the record names both");
        }
    }
}

#[test]
fn a_meeting_is_stated_as_held_within_its_period_and_over_by_now() {
    let occurrence = due(&cadence());
    let state = |review: &Review, by, from: &str, to: &str| {
        let now = at("2026-11-18T12:00:00Z");
        code(&review::state_held(review, &occurrence, by, (at(from), at(to)), now))
    };
    let (ten, eleven) = ("2026-11-16T09:00:00Z", "2026-11-16T09:58:00Z");
    for (from, to, expected, why) in [
        (ten, eleven, "done", "Monday's call, recorded on Wednesday"),
        ("2026-11-15T23:00:00Z", eleven, "done", "the week begins at midnight in Berlin"),
        ("2026-11-15T22:59:00Z", eleven, "not-held-then", "that was the week before"),
        (eleven, ten, "not-held-then", "it ends before it begins"),
        (ten, ten, "not-held-then", "a meeting takes time"),
        (ten, "2026-11-18T12:00:00Z", "done", "it ended just now"),
        (ten, "2026-11-18T12:00:01Z", "not-held-then", "it is not over"),
    ] {
        assert_eq!(state(&ready(), MAREN, from, to), expected, "{why}");
    }
    assert_eq!(state(&ready(), JONAS, ten, eleven), "not-the-chair", "the chair says so");
    assert_eq!(state(&closed(MAREN, false), MAREN, ten, eleven), "closed", "before closing");
}

#[test]
fn a_deputy_counts_for_the_role_whose_holder_is_away_and_is_asked_in_their_place() {
    let mut company = company();
    let (from, to) = (day("2026-11-16"), Some(day("2026-11-20")));
    company.cover.deputies.insert(role("security"), vec![Stint { person: JONAS, from, to: None }]);
    let away = Absence { absence: AbsenceRef::new(1), person: RAFAEL, from, to };
    company.cover.absences.push(away);
    let mut review = ready();
    review.attendance.pop();
    let seats = review::quorum(&company, &review).seats;
    let security = seats.iter().find(|seat| seat.role == role("security")).unwrap();
    let asked = [Acting { who: JONAS, instead_of: Some(RAFAEL) }];
    assert_eq!(security.asked, asked, "Jonas is asked in Rafael's place");
    assert!(security.took_part, "and was there");
    let closed = review::close(&company, &review, MAREN, vec![], "", at(LAST), at(NOW));
    assert_eq!(code(&closed), "done", "nothing need be stated of who is away");

    review.attendance.retain(|(who, _)| *who != JONAS);
    review.attendance.push((RAFAEL, Presence::Present));
    let seats = review::quorum(&company, &review).seats;
    let security = seats.iter().find(|seat| seat.role == role("security")).unwrap();
    assert!(security.took_part, "a holder who comes all the same is there");
}

fn countersign(review: &Review, by: PersonRef, now: Moment) -> &'static str {
    code(&review::countersign(&company(), review, by, "", at(LAST), now))
}

#[test]
fn the_sponsor_countersigns_a_closed_review_once_and_never_their_own() {
    let now = at(NOW);
    let early = at("2026-11-16T09:57:59.999Z");
    for (review, by, now, expected) in [
        (closed(MAREN, false), TOBIAS, now, "done"),
        (closed(MAREN, false), JONAS, now, "not-entitled"),
        (closed(MAREN, false), MAREN, now, "not-entitled"),
        (closed(TOBIAS, false), TOBIAS, now, "own-countersignature"),
        (closed(MAREN, true), TOBIAS, now, "countersigned"),
        (ready(), TOBIAS, now, "not-closed"),
        (closed(MAREN, false), TOBIAS, early, "clock-behind"),
    ] {
        let stage = review.stage.clone();
        assert_eq!(countersign(&review, by, now), expected, "{by} countersigns {stage:?} at {now}");
    }
}

#[test]
fn words_are_added_only_after_closing() {
    for (review, words, expected) in [
        (closed(MAREN, false), "The figure was 3.1 %.", "done"),
        (closed(MAREN, true), "The figure was 3.1 %.", "done"),
        (closed(MAREN, true), "  ", "blank"),
        (ready(), "The figure was 3.1 %.", "not-closed"),
    ] {
        let stage = review.stage.clone();
        let added = review::addend(&review, words);
        assert_eq!(code(&added), expected, "“{words}” to {stage:?}");
    }
}
