//! What a desk does from week to week, a little of each, so that no table is empty.

use std::path::Path;

use desk::demo::PASSPHRASE;
use desk::operations::{
    EnrolKey, FromItem, HolidayRow, JoinTeam, MetricQuery, MetricsQuery, NameDeputies, Nothing,
    OpenRequest, Place, RaiseAction, RaisedFrom, RecordAbsence, RecordObservation, RequestKey,
    SetBaseline, SetCalendar, SetTeam, SignRequest, StateAttendance, StateHeld, TakeChair,
    TakeStatements,
};
use desk::{Clock, Desk, SetClock};
use domain::review::Presence;

use crate::workspace::{OPERATOR, SPONSOR, grant, on_another_machine, sign_in};

/// Legal.
pub const SALOME: &str = "PER-0003";

/// A holiday, a team, a deputy and an absence.
pub fn furnish(desk: &mut Desk) {
    let business_days = desk.calendar(Nothing {}).unwrap().business_days;
    let holidays = vec![HolidayRow { date: "2026-12-24".into(), name: "Closed".into() }];
    desk.set_calendar(SetCalendar { business_days, holidays, why: String::new() }).unwrap();
    let (manager, members) = (Some(OPERATOR.to_owned()), vec![OPERATOR.to_owned()]);
    let team = SetTeam { team: None, name: "Inside sales".into(), manager, members };
    let team = desk.set_team(team).unwrap().teams[0].team.clone();
    let (person, from) = (SPONSOR.to_owned(), "2026-12-21".to_owned());
    desk.join_team(JoinTeam { team, person, from, to: None }).unwrap();
    let place = Place { person: SPONSOR.into(), from: "2026-12-21".into(), to: None };
    desk.name_deputies(NameDeputies { role: "revops".into(), deputies: vec![place] }).unwrap();
    desk.record_absence(RecordAbsence {
        absence: None,
        person: OPERATOR.into(),
        from: "2026-12-21".into(),
        to: Some("2026-12-31".into()),
        reason: "Holidays".into(),
    })
    .unwrap();
}

/// Somebody new gets a key.
pub fn give_a_key(desk: &mut Desk) {
    let (person, new_passphrase) = (SALOME.to_owned(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person, new_passphrase, passphrase: PASSPHRASE.into() }).unwrap();
}

/// That key is lost; two others vouch for the new one.
pub fn lose_a_key(desk: &mut Desk, folder: &Path, file: &Path, clock: &SetClock) {
    let mut theirs = on_another_machine(folder, clock);
    theirs.open_path(file).unwrap();
    let (person, new_passphrase) = (SALOME.to_owned(), PASSPHRASE.into());
    theirs
        .request_key(RequestKey { person, new_passphrase, grant: grant("request.json") })
        .unwrap();
    for person in [OPERATOR, SPONSOR] {
        let request = grant("request.json");
        let sha256 = desk.open_request(OpenRequest { grant: request.clone() }).unwrap().sha256;
        desk.sign_request(SignRequest {
            grant: request,
            sha256,
            person: person.into(),
            approve: true,
            consulted: false,
            reason: "She read it to me".into(),
            passphrase: PASSPHRASE.into(),
            out: grant(&format!("{person}.json")),
        })
        .unwrap();
    }
    let grants = [OPERATOR, SPONSOR].map(|person| grant(&format!("{person}.json"))).to_vec();
    let (passphrase, why) = (PASSPHRASE.into(), Some("Laptop stolen".to_owned()));
    desk.take_statements(TakeStatements { grants, passphrase, why }).unwrap();
}

/// The chair goes away and comes back, an action item is raised, a metric is typed, and the meeting
/// turns out to have been held earlier.
pub fn in_the_call(desk: &mut Desk, review: &str, item: &str, clock: &SetClock) {
    state(desk, review, OPERATOR, Presence::Absent);
    sign_in(desk, SPONSOR);
    take_the_chair(desk, review, "Maren is ill.");
    state(desk, review, SPONSOR, Presence::Absent);
    sign_in(desk, OPERATOR);
    take_the_chair(desk, review, "Maren is back.");

    let cadence = desk.cadences(Nothing {}).unwrap().cadences[0].terms.cadence.clone();
    desk.raise_action(RaiseAction {
        what: "Name a second reader".into(),
        who: OPERATOR.into(),
        due: "2026-12-01".into(),
        cadence,
        from: Some(RaisedFrom::Item(FromItem { review: review.into(), item: item.into() })),
    })
    .unwrap();

    let metric = desk.metrics(MetricsQuery { as_of: None }).unwrap().metrics.remove(0).beside;
    let (reference, period) = (metric.metric, metric.asked);
    let seen = desk.metric(MetricQuery { metric: reference.clone(), as_of: None }).unwrap();
    desk.set_baseline(SetBaseline {
        metric: reference.clone(),
        value: "3".into(),
        from: seen.running,
        reason: "Mean of eight weeks".into(),
    })
    .unwrap();
    let (value, review_of) = ("4".to_owned(), Some(review.to_owned()));
    desk.record_observation(RecordObservation {
        metric: reference,
        period,
        value,
        review: review_of,
    })
    .unwrap();

    // Local time: the workspace lies in Berlin, an hour ahead of UTC in March.
    let local = |minutes: i64| {
        let at = clock.now().plus(chrono::Duration::minutes(60 - minutes));
        at.to_string().chars().take(16).collect::<String>()
    };
    let (from, to) = (local(50), local(10));
    desk.state_held(StateHeld { review: review.into(), from, to }).unwrap();
}

fn state(desk: &mut Desk, review: &str, person: &str, presence: Presence) {
    let (review, person, delegate) = (review.into(), person.into(), String::new());
    desk.state_attendance(StateAttendance { review, person, presence, delegate }).unwrap();
}

fn take_the_chair(desk: &mut Desk, review: &str, reason: &str) {
    desk.take_chair(TakeChair { review: review.into(), reason: reason.into() }).unwrap();
}
