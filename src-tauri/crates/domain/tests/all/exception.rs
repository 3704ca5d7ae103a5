//! Exceptions: reported by anyone, routed by kind, resolved by who is asked.

use domain::exception::{self, Cause, Exception, Kind, Reported, Severity, Stage};
use domain::stop::Stop;
use domain::{Event, ExceptionRef, PersonRef, StopRef, WorkflowRef};

use crate::support::*;

const EXC: ExceptionRef = ExceptionRef::new(12);
const WF: WorkflowRef = WorkflowRef::new(7);

fn open() -> Exception {
    Exception {
        exception: EXC,
        workflow: Some(WF),
        routed: role("security"),
        cause: Cause::Report,
        stage: Stage::Open,
    }
}

#[test]
fn anyone_reports_an_exception_and_its_kind_says_who_is_asked() {
    let routes = [
        (Kind::DataSecurity, "security"),
        (Kind::Privacy, "compliance"),
        (Kind::WorkflowDisruption, "revops"),
        (Kind::Anomaly, "revops"),
        (Kind::OutputError, "revops"),
        (Kind::Usability, "enablement"),
        (Kind::Bias, "compliance"),
        (Kind::LegalOrClaims, "legal"),
        (Kind::Deliverability, "marketing-ops"),
        (Kind::MetricEmergency, "executive-sponsor"),
        (Kind::SequenceDeviation, "client-sponsor"),
        (Kind::CrmHygiene, "client-sponsor"),
    ];
    assert_eq!(routes.map(|(kind, _)| kind), Kind::ALL, "every kind has its route");
    for (kind, routed) in routes {
        let reported =
            Reported { kind, severity: Severity::Normal, workflow: Some(WF), what: "Seen today" };
        let event = exception::report(&company(), JONAS, EXC, reported).unwrap();
        let Event::ExceptionRaised(raised) = event else { panic!("an exception is raised") };
        assert_eq!(raised.routed, role(routed), "{}", kind.words());
        assert_eq!(raised.cause, Cause::Report, "somebody reported it");
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
        let (kind, severity) = (Kind::OutputError, Severity::High);
        let reported = Reported { kind, severity, workflow: None, what };
        assert_eq!(code(&exception::report(&company(), by, EXC, reported)), expected, "{by}");
    }
}

#[test]
fn an_exception_is_resolved_once_in_words_by_who_is_asked_or_keeps_the_desk() {
    let resolved = Exception { stage: Stage::Resolved, ..open() };
    for (found, by, words, expected, why) in [
        (open(), RAFAEL, "Access was closed", "done", "the role it is routed to"),
        (open(), MAREN, "Access was closed", "done", "a keeper"),
        (open(), JONAS, "Access was closed", "not-entitled", "nobody else"),
        (open(), RAFAEL, "", "blank", "what was done is said"),
        (resolved, RAFAEL, "Again", "exception-resolved", "once"),
    ] {
        let done = exception::resolve(&company(), &found, None, by, words);
        assert_eq!(code(&done), expected, "{why}");
    }
}

#[test]
fn an_exception_of_a_stop_stays_open_until_every_system_is_confirmed_or_it_acts_again() {
    let stop = StopRef::new(3);
    let found = Exception { cause: Cause::Stop { stop }, ..open() };
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
