//! Overrides and exceptions at the desk.

use desk::Desk;
use desk::operations::{
    ExportExceptions, ExportOverrides, Nothing, OverrideMade, RecordOverride, ReportException,
    ResolveException, SetTeam,
};
use domain::exception::{Kind as Trouble, Severity};
use domain::overrides::{Kind, Reason};

use crate::support::*;

fn form(workflow: &str) -> RecordOverride {
    RecordOverride {
        kind: Kind::Forecast,
        workflow: workflow.into(),
        team: None,
        pointer: "006Aa00001".into(),
        ai_said: "Commit, 120,000".into(),
        chose: "=Best case, 80,000".into(),
        reason: Reason::MissingContext,
        note: String::new(),
        generated: false,
    }
}

fn record(desk: &mut Desk, workflow: &str) -> OverrideMade {
    desk.record_override(form(workflow)).unwrap()
}

fn resolve(desk: &mut Desk, exception: &str) -> String {
    let (exception, words) = (exception.to_owned(), "Retrained on the last quarter".to_owned());
    code(desk.resolve_exception(ResolveException { exception, words }))
}

#[test]
fn the_third_override_in_fourteen_days_raises_an_exception_in_the_same_breath() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    assert_eq!(record(&mut desk, &workflow).exception, None, "the first");
    room.later(5);
    assert_eq!(record(&mut desk, &workflow).exception, None, "the second");
    let before = size(&mut desk);
    let third = record(&mut desk, &workflow);
    assert_eq!(third.exception.as_deref(), Some("EXC-0001"), "the third asks RevOps to look");
    assert_eq!(size(&mut desk), before + 2, "both entries, and nothing between them");
    let view = desk.overrides(Nothing {}).unwrap();
    assert_eq!((view.counts[0].lately, view.counts[0].ever), (3, 3), "counted");
    assert_eq!(view.counts[0].exception.as_deref(), Some("EXC-0001"), "with the exception");
    let raised = desk.exceptions(Nothing {}).unwrap().open.remove(0);
    assert_eq!(raised.overrides, ["OVR-0001", "OVR-0002", "OVR-0003"], "all three");
    assert_eq!(record(&mut desk, &workflow).exception, None, "somebody is looking already");
    assert_eq!(resolve(&mut desk, "EXC-0001"), "done", "RevOps looked");
    assert_eq!(resolve(&mut desk, "EXC-0001"), "exception-resolved", "once");
    holds(&mut desk, "all of it verifies");
}

#[test]
fn an_override_counts_for_the_team_of_who_records_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    let team = |name: &str| SetTeam {
        team: None,
        name: name.into(),
        manager: Some("PER-0001".into()),
        members: Vec::new(),
    };
    desk.set_team(team("East")).unwrap();
    record(&mut desk, &workflow);
    assert_eq!(
        desk.overrides(Nothing {}).unwrap().rows[0].team_name.as_deref(),
        Some("East"),
        "hers"
    );
    desk.set_team(team("West")).unwrap();
    assert_eq!(desk.override_form(Nothing {}).unwrap().teams.len(), 2, "she chooses from two now");
    assert_eq!(code(desk.record_override(form(&workflow))), "blank", "so one is chosen");
    let chosen = RecordOverride { team: Some("TEAM-0002".into()), ..form(&workflow) };
    assert_eq!(code(desk.record_override(chosen)), "done", "as here");
    let unknown = RecordOverride { workflow: "WF-0099".into(), ..form(&workflow) };
    assert_eq!(code(desk.record_override(unknown)), "unknown", "there is no such workflow");
    desk.lock(Nothing {}).unwrap();
    assert_eq!(code(desk.record_override(form(&workflow))), "locked", "an override is somebody's");
}

#[test]
fn what_is_saved_of_overrides_names_nobody_and_runs_no_formula() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    record(&mut desk, &workflow);
    let grant = room.grant("overrides.csv");
    desk.export_overrides(ExportOverrides { workflow: None, grant }).unwrap();
    let text = std::fs::read_to_string(room.path("overrides.csv")).unwrap();
    assert!(text.contains("OVR-0001") && text.contains("Pipeline forecast"), "{text}");
    assert!(!text.contains("Maren") && !text.contains("PER-"), "it watches no rep: {text}");
    assert!(!text.contains(",=Best"), "a spreadsheet runs nothing of it: {text}");
}

#[test]
fn anyone_reports_an_exception_and_who_is_asked_resolves_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Pipeline forecast");
    let report = |kind, severity| ReportException {
        kind,
        severity,
        workflow: Some(workflow.clone()),
        what: "It named a customer that does not exist".into(),
        pointer: String::new(),
        from: None,
    };
    desk.report_exception(report(Trouble::OutputError, Severity::Normal)).unwrap();
    let view = desk.report_exception(report(Trouble::Privacy, Severity::Critical)).unwrap();
    let order: Vec<_> = view.open.iter().map(|row| row.exception.as_str()).collect();
    assert_eq!(order, ["EXC-0002", "EXC-0001"], "the soonest due first");
    assert_eq!(
        desk.frame(Nothing {}).unwrap().workspace.unwrap().exceptions_open,
        2,
        "on the rail"
    );
    let unknown = ReportException {
        workflow: Some("WF-0099".into()),
        ..report(Trouble::Bias, Severity::High)
    };
    assert_eq!(code(desk.report_exception(unknown)), "unknown", "there is no such workflow");
    assert_eq!(resolve(&mut desk, "EXC-0001"), "done", "RevOps");
    assert_eq!(resolve(&mut desk, "EXC-0009"), "unknown", "there is no such exception");
    let view = desk.exceptions(Nothing {}).unwrap();
    assert_eq!((view.open.len(), view.over.len()), (1, 1), "one of each");
    let (exceptions, grant) = (vec!["EXC-0001".to_owned()], room.grant("resolved.csv"));
    desk.export_exceptions(ExportExceptions { exceptions, grant }).unwrap();
    let text = std::fs::read_to_string(room.path("resolved.csv")).unwrap();
    assert!(
        text.contains("EXC-0001") && !text.contains("EXC-0002"),
        "as the list shows it: {text}"
    );
}
