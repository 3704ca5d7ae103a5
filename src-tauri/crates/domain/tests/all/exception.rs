//! Exceptions: reported by anyone, routed by kind, seen to by who is asked.

use domain::exception::{self, Cause, Exception, Kind, Postmortem, Reported, Severity, Stage};
use domain::people::{Absence, Stint};
use domain::rule::{Rule, Settings, loosened};
use domain::stop::Stop;
use domain::{AbsenceRef, DecisionRef, Event, PersonRef, RoleId, StopRef, WorkflowRef};

use crate::support::*;

const WF: WorkflowRef = WorkflowRef::new(7);

fn at_stage(stage: Stage) -> Exception {
    Exception { stage, ..trouble() }
}

fn reported(kind: Kind, what: &str) -> Reported<'_> {
    let (severity, workflow) = (Severity::Normal, Some(WF));
    Reported { kind, severity, workflow, what, pointer: "", from: None }
}

#[test]
fn anyone_reports_an_exception_and_its_kind_says_who_is_asked() {
    let routes: [(Kind, &[&str]); 12] = [
        (Kind::DataSecurity, &["security", "compliance"]),
        (Kind::Privacy, &["compliance", "security"]),
        (Kind::WorkflowDisruption, &["revops"]),
        (Kind::Anomaly, &["revops"]),
        (Kind::OutputError, &["revops"]),
        (Kind::Usability, &["enablement-lead"]),
        (Kind::Bias, &["compliance", "executive-sponsor"]),
        (Kind::LegalOrClaims, &["legal"]),
        (Kind::Deliverability, &["marketing-ops"]),
        (Kind::MetricEmergency, &["executive-sponsor", "revops"]),
        (Kind::SequenceDeviation, &["client-sponsor"]),
        (Kind::CrmHygiene, &["client-sponsor"]),
    ];
    assert_eq!(routes.map(|(kind, _)| kind), Kind::ALL, "every kind has its route");
    for settings in [Settings::default(), Settings::start_up()] {
        for (kind, routed) in routes {
            let next = trouble().exception;
            let report = reported(kind, "Seen today");
            let event = exception::report(&company(), &settings, JONAS, next, report).unwrap();
            let Event::ExceptionRaised(raised) = event else { panic!("an exception is raised") };
            let to: Vec<RoleId> = [vec![raised.routed], raised.beside].concat();
            assert_eq!(to, routed.iter().map(|id| role(id)).collect::<Vec<_>>(), "{kind:?}");
            assert_eq!(raised.cause, Cause::Report, "somebody reported it");
        }
    }
}

#[test]
fn a_decision_sets_where_a_kind_goes_and_taking_a_role_off_is_looser() {
    let usual = Settings::start_up();
    let routed = |roles: &[&str]| {
        let roles = roles.iter().map(|id| role(id)).collect();
        let mut settings = usual.clone();
        settings.routes.insert(Kind::DataSecurity, roles);
        settings
    };
    let set = routed(&["legal", "security"]);
    let next = trouble().exception;
    let report = reported(Kind::DataSecurity, "A list lay open");
    let event = exception::report(&company(), &set, JONAS, next, report).unwrap();
    assert!(
        matches!(&event, Event::ExceptionRaised(raised) if raised.routed == role("legal")),
        "the first leads: {event:?}"
    );
    for (roles, checked, looser, why) in [
        (&["security", "compliance", "legal"][..], "done", false, "one more is asked"),
        (&["compliance", "security"], "done", false, "another leads"),
        (&["security"], "done", true, "one is asked no more"),
        (&[], "out-of-range", true, "somebody is asked"),
        (&["security", "security"], "twice", true, "each once"),
    ] {
        let after = routed(roles);
        assert_eq!(code(&after.check()), checked, "{why}");
        let loose = loosened(&usual, &after).contains(&Rule::ExceptionInTime);
        assert_eq!(loose, looser, "{why}");
        assert!(!after.same_of(&usual, Rule::ExceptionInTime), "{why}: the rule changed");
    }
}

#[test]
fn a_report_says_what_happened_and_comes_from_somebody_who_is_here() {
    for (by, what, expected) in [
        (JONAS, "It named a customer that does not exist", "done"),
        (JONAS, " ", "blank"),
        (GONE, "It named a customer", "has-left"),
        (NOBODY, "It named a customer", "unknown"),
    ] {
        let (next, settings) = (trouble().exception, Settings::default());
        let report = reported(Kind::OutputError, what);
        let done = exception::report(&company(), &settings, by, next, report);
        assert_eq!(code(&done), expected, "{by}");
    }
}

#[test]
fn whoever_is_asked_or_keeps_the_desk_sees_to_it() {
    let named = Exception { person: Some(JONAS), ..trouble() };
    let written =
        Postmortem { cause: "A default", impact: "None", done: "Closed", changes: "The default" };
    for (found, by, expected, why) in [
        (trouble(), RAFAEL, "done", "the role it is routed to"),
        (trouble(), MAREN, "done", "a keeper"),
        (trouble(), JONAS, "not-entitled", "whoever reported it does not see to it for that"),
        (named.clone(), JONAS, "done", "the person who was named"),
        (named, RAFAEL, "done", "the role still"),
    ] {
        let (company, other) = (company(), Some(TOBIAS));
        let waiting = Exception { stage: Stage::Waiting, ..found.clone() };
        for (act, done) in [
            ("acknowledges", code(&exception::acknowledge(&company, &found, by))),
            ("assigns", code(&exception::assign(&company, &found, by, other))),
            ("waits", code(&exception::wait(&company, &found, by, "The vendor looks"))),
            ("goes on", code(&exception::resume(&company, &waiting, by))),
            ("resolves", code(&exception::resolve(&company, &found, None, by, "Closed"))),
            ("links", code(&exception::link(&company, &found, by, DecisionRef::new(1)))),
            ("learns", code(&exception::write_postmortem(&company, &found, by, written))),
        ] {
            assert_eq!(done, expected, "{act}: {why}");
        }
    }
}

#[test]
fn each_deed_has_its_stage_and_its_words() {
    use Stage::{Acknowledged, Open, Reopened, Resolved, Waiting};
    let company = company();
    let acknowledge = |stage| code(&exception::acknowledge(&company, &at_stage(stage), RAFAEL));
    let wait = |stage, why| code(&exception::wait(&company, &at_stage(stage), RAFAEL, why));
    let resume = |stage| code(&exception::resume(&company, &at_stage(stage), RAFAEL));
    let resolve =
        |stage, words| code(&exception::resolve(&company, &at_stage(stage), None, RAFAEL, words));
    let reopen = |stage, why| code(&exception::reopen(&company, &at_stage(stage), RAFAEL, why));
    for (stage, taken, waits, resumed, resolved, reopened) in [
        (Open, "done", "done", "exception-not-waiting", "done", "exception-open"),
        (
            Acknowledged,
            "exception-acknowledged",
            "done",
            "exception-not-waiting",
            "done",
            "exception-open",
        ),
        (Waiting, "exception-acknowledged", "exception-waits", "done", "done", "exception-open"),
        (Reopened, "done", "done", "exception-not-waiting", "done", "exception-open"),
        (
            Resolved,
            "exception-resolved",
            "exception-resolved",
            "exception-resolved",
            "exception-resolved",
            "done",
        ),
    ] {
        assert_eq!(acknowledge(stage), taken, "acknowledging, {stage:?}");
        assert_eq!(wait(stage, "The vendor looks"), waits, "waiting, {stage:?}");
        assert_eq!(resume(stage), resumed, "going on, {stage:?}");
        assert_eq!(resolve(stage, "Closed"), resolved, "resolving, {stage:?}");
        assert_eq!(reopen(stage, "It is back"), reopened, "reopening, {stage:?}");
    }
    assert_eq!(wait(Open, " "), "blank", "the clock stands still only with a reason");
    assert_eq!(resolve(Open, ""), "blank", "what was done is said");
    assert_eq!(reopen(Resolved, "\n"), "blank", "and why it is taken up again");
}

#[test]
fn acknowledging_takes_it_where_nobody_was_named() {
    let events = exception::acknowledge(&company(), &trouble(), RAFAEL).unwrap();
    assert_eq!(kinds(&events), ["exception.acknowledged", "exception.assigned"], "it is his now");
    let named = Exception { person: Some(JONAS), ..trouble() };
    let events = exception::acknowledge(&company(), &named, RAFAEL).unwrap();
    assert_eq!(kinds(&events), ["exception.acknowledged"], "it stays with whom it was given to");
}

#[test]
fn it_is_given_to_somebody_who_is_here_and_does_not_have_it() {
    let named = Exception { person: Some(JONAS), ..trouble() };
    for (found, person, expected, why) in [
        (trouble(), Some(JONAS), "done", "anybody who is here"),
        (trouble(), Some(GONE), "has-left", "who has left sees to nothing"),
        (trouble(), None, "exception-held", "it is with the roles already"),
        (named.clone(), Some(JONAS), "exception-held", "it is his already"),
        (named.clone(), None, "done", "back to the roles"),
        (Exception { stage: Stage::Resolved, ..named }, None, "exception-resolved", "it is over"),
    ] {
        let done = exception::assign(&company(), &found, MAREN, person);
        assert_eq!(code(&done), expected, "{why}");
    }
}

#[test]
fn it_is_made_worse_by_who_sees_to_it_and_milder_by_a_keeper_who_did_not_report_it() {
    let by_maren = Exception { raised_by: Some(MAREN), ..trouble() };
    for (found, by, severity, why_said, expected, why) in [
        (trouble(), JONAS, Severity::Critical, "Two customers", "done", "he reported it"),
        (trouble(), RAFAEL, Severity::Critical, "Two customers", "done", "he sees to it"),
        (trouble(), RAFAEL, Severity::Normal, "A test", "not-entitled", "he keeps no desk"),
        (trouble(), JONAS, Severity::Normal, "A test", "not-entitled", "nor does he"),
        (trouble(), MAREN, Severity::Normal, "A test", "done", "a keeper"),
        (trouble(), MAREN, Severity::Normal, "", "blank", "with a reason"),
        (by_maren.clone(), MAREN, Severity::Normal, "A test", "severity-own", "not her own report"),
        (by_maren, TOBIAS, Severity::Normal, "A test", "done", "the other keeper may"),
        (trouble(), MAREN, Severity::High, "Still", "severity-same", "it is that already"),
        (
            at_stage(Stage::Resolved),
            MAREN,
            Severity::Normal,
            "A test",
            "exception-resolved",
            "over",
        ),
    ] {
        let done = exception::set_severity(&company(), &found, by, severity, why_said);
        assert_eq!(code(&done), expected, "{by}: {why}");
    }
}

#[test]
fn whoever_reported_it_may_say_that_it_is_not_mended() {
    let resolved = at_stage(Stage::Resolved);
    for (by, expected) in
        [(JONAS, "done"), (RAFAEL, "done"), (TOBIAS, "done"), (GONE, "not-entitled")]
    {
        let done = exception::reopen(&company(), &resolved, by, "It did it again");
        assert_eq!(code(&done), expected, "{by}");
    }
}

#[test]
fn a_decision_is_tied_once_and_taken_off_once() {
    let decision = DecisionRef::new(31);
    let tied = Exception { decisions: vec![decision], ..at_stage(Stage::Resolved) };
    let company = company();
    assert_eq!(code(&exception::link(&company, &tied, RAFAEL, decision)), "linked-already");
    assert_eq!(code(&exception::unlink(&company, &tied, RAFAEL, decision)), "done");
    assert_eq!(code(&exception::unlink(&company, &trouble(), RAFAEL, decision)), "not-linked");
}

#[test]
fn an_exception_of_a_stop_stays_open_until_every_system_is_confirmed_or_it_acts_again() {
    let stop = StopRef::new(3);
    let found = Exception { cause: Cause::Stop { stop }, ..trouble() };
    let stopped = |confirmed: Vec<u32>, lifted: bool| Stop {
        stop,
        workflow: WF,
        drill: false,
        by: None::<PersonRef>,
        attributed: None,
        systems: 2,
        confirmed,
        lifted,
    };
    for (confirmed, lifted, expected) in [
        (vec![], false, "stop-unconfirmed"),
        (vec![1], false, "stop-unconfirmed"),
        (vec![1, 0], false, "done"),
        (vec![], true, "done"),
    ] {
        let stop = stopped(confirmed, lifted);
        let done = exception::resolve(&company(), &found, Some(&stop), MAREN, "It stands still");
        assert_eq!(code(&done), expected, "{stop:?}");
    }
}

/// Who is asked at each step of the way up, as `step: people`.
fn way(standing: &domain::people::Standing, found: &Exception) -> Vec<String> {
    let asked = exception::chain(standing, found, standing.today);
    let people = |who: &[PersonRef]| {
        who.iter().map(|one| one.number().to_string()).collect::<Vec<_>>().join(" ")
    };
    asked.iter().map(|one| format!("{}: {}", one.step.words(), people(&one.who))).collect()
}

#[test]
fn it_goes_up_from_the_person_to_the_roles_lead_to_revops_to_the_sponsor() {
    let away = |person| Absence {
        absence: AbsenceRef::new(1),
        person,
        from: day("2026-11-16"),
        to: Some(day("2026-11-17")),
    };
    let stint = |person| Stint { person, from: day("2026-01-01"), to: None };
    let deputy = |standing: &mut domain::people::Standing| {
        standing.cover.deputies.insert(role("security"), vec![stint(JONAS)]);
        standing.cover.absences.push(away(RAFAEL));
    };
    type Change<'a> = &'a dyn Fn(&mut domain::people::Standing, &mut Exception);
    let cases: [(Change<'_>, &[&str], &str); 9] = [
        (
            &|_, found| found.person = Some(JONAS),
            &["Who is asked: 3", "The role’s lead: 4", "RevOps: 1", "Executive sponsor: 2"],
            "each step asks somebody new",
        ),
        (
            &|_, _| {},
            &["Who is asked: 4", "RevOps: 1", "Executive sponsor: 2"],
            "the only holder of the role leads it: nobody is asked twice",
        ),
        (
            &|standing, _| {
                standing.holdings.push(held(JONAS, "security", "2026-01-01", None));
                standing.cover.on_call.insert(role("security"), vec![stint(JONAS), stint(RAFAEL)]);
            },
            &["Who is asked: 3 4", "RevOps: 1", "Executive sponsor: 2"],
            "everybody who holds the role was asked, the first of the on-call order among them",
        ),
        (
            &|_, found| found.routed = vec![role("legal")],
            &["RevOps: 1", "Executive sponsor: 2"],
            "a vacant role delays nothing",
        ),
        (
            &|_, found| found.routed = vec![role("legal"), role("security")],
            &["Who is asked: 4", "RevOps: 1", "Executive sponsor: 2"],
            "where the first role is vacant, the second is asked",
        ),
        (
            &|standing, _| deputy(standing),
            &["Who is asked: 3", "RevOps: 1", "Executive sponsor: 2"],
            "the deputy of who is away",
        ),
        (
            &|standing, found| {
                deputy(standing);
                found.person = Some(RAFAEL);
            },
            &["Who is asked: 3", "RevOps: 1", "Executive sponsor: 2"],
            "also where they were named",
        ),
        (
            &|standing, found| {
                standing.cover.absences.push(away(JONAS));
                found.person = Some(JONAS);
            },
            &["Who is asked: 4", "RevOps: 1", "Executive sponsor: 2"],
            "nobody stands in for who is away: the role is asked",
        ),
        (
            &|standing, _| standing.holdings.clear(),
            &[],
            "where nobody holds anything nobody is asked",
        ),
    ];
    for (change, expected, why) in cases {
        let (mut standing, mut found) = (company(), trouble());
        change(&mut standing, &mut found);
        assert_eq!(way(&standing, &found), expected, "{why}");
    }
}

#[test]
fn after_the_last_step_the_last_is_asked() {
    let way = exception::chain(&company(), &trouble(), day("2026-11-16"));
    for (steps, who) in [(0, RAFAEL), (1, MAREN), (2, TOBIAS), (3, TOBIAS)] {
        let asked = exception::asked(&way, steps).unwrap();
        assert_eq!(asked.who, [who], "after {steps} steps");
    }
    assert_eq!(exception::asked(&[], 0), None, "nobody is there");
}
