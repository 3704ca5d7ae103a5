//! Columns find their fields, and none is left out in silence.

#![allow(clippy::unwrap_used, clippy::panic)]

use intake::Error;
use intake::inventory::{Options, WorkflowField, read};
use intake::map::{ColumnMap, Fate, Field, LeftOut, Mapping, match_columns};

fn matched(header: &[&str], told: &ColumnMap) -> Result<Mapping<WorkflowField>, Error> {
    let header: Vec<String> = header.iter().map(|cell| (*cell).to_owned()).collect();
    match_columns(&header, told)
}

/// Each column as `field`, or `-reason`.
fn drawn(mapping: &Mapping<WorkflowField>) -> Vec<String> {
    let fate = |fate: &Fate<WorkflowField>| match fate {
        Fate::Used { field, .. } => field.name().to_owned(),
        Fate::LeftOut { because } => match because {
            LeftOut::Unknown => "-unknown".to_owned(),
            LeftOut::NoHeader => "-no header".to_owned(),
            LeftOut::Unwanted => "-unwanted".to_owned(),
            LeftOut::SameHeader { column } => format!("-same as {column}"),
            LeftOut::FieldTaken { field, column } => format!("-{} is {column}", field.name()),
        },
    };
    mapping.columns.iter().map(|column| fate(&column.fate)).collect()
}

#[test]
fn headers_are_guessed_from_the_words_people_use() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["Name", "Tier", "Owner"], &["name", "tier", "owner"]),
        (
            &["AI Workflow*", "KILL-SWITCH", "write_stage"],
            &["name", "kill_switch_owner", "write_stage"],
        ),
        (
            &["workflowName", "killSwitchOwner", "dataRisk"],
            &["name", "kill_switch_owner", "data_risks"],
        ),
        (&["Owner (accountable)", "Use case"], &["owner", "name"]),
        (&["Name", "AI workflow"], &["-name is 2", "name"]),
        (&["Name", "Owner", "owner "], &["name", "owner", "-same as 2"]),
        (&["Name", "Cost", "", "Cost"], &["name", "-unknown", "-no header", "-same as 2"]),
        (
            &["Vendor", "Tool", "Model", "Logs", "KPI", "Autonomy", "Approver", "Data", "Status"],
            &[
                "vendor",
                "product",
                "model",
                "logs",
                "kpis",
                "tier",
                "approver",
                "data_risks",
                "status",
            ],
        ),
    ];
    for (header, expected) in cases {
        let mapping = matched(header, &ColumnMap::default()).unwrap();
        assert_eq!(drawn(&mapping), *expected, "columns {header:?}");
    }
}

#[test]
fn a_column_map_overrides_the_guess() {
    let header = ["Name", "AI workflow", "Team", "Owner", "Owner"];
    type Told = [(&'static str, Option<&'static str>)];
    let cases: &[(&Told, &[&str])] = &[
        (&[("Name", Some("name"))], &["name", "-name is 1", "-unknown", "owner", "-same as 4"]),
        (
            &[("team", Some("owner"))],
            &["-name is 2", "name", "owner", "-owner is 3", "-owner is 3"],
        ),
        (&[("#5", Some("owner"))], &["-name is 2", "name", "-unknown", "-same as 5", "owner"]),
        (&[("AI workflow", None)], &["name", "-unwanted", "-unknown", "owner", "-same as 4"]),
        (
            &[("Team", Some("Kill-switch owner"))],
            &["-name is 2", "name", "kill_switch_owner", "owner", "-same as 4"],
        ),
    ];
    for (told, expected) in cases {
        let map =
            told.iter().fold(ColumnMap::default(), |map, (column, field)| map.with(column, *field));
        assert_eq!(drawn(&matched(&header, &map).unwrap()), *expected, "map {told:?}");
    }
}

#[test]
fn a_column_map_that_does_not_fit_is_refused() {
    let header = ["Name", "Owner", "Owner"];
    let cases = [
        (vec![("Boss", Some("owner"))], "intake.map-unknown-column"),
        (vec![("#4", Some("owner"))], "intake.map-unknown-column"),
        (vec![("Name", Some("nickname"))], "intake.map-unknown-field"),
        (vec![("Owner", Some("owner"))], "intake.map-column-unclear"),
        (vec![("#2", Some("owner")), ("#3", Some("owner"))], "intake.map-field-twice"),
        (vec![("#1", Some("owner")), ("Name", Some("name"))], "intake.map-column-twice"),
        (vec![("#1", None), ("Name", None)], "intake.map-column-twice"),
    ];
    for (told, code) in cases {
        let map =
            told.iter().fold(ColumnMap::default(), |map, (column, field)| map.with(column, *field));
        let error = matched(&header, &map).unwrap_err();
        assert_eq!(error.code(), code, "map {told:?}: {error}");
    }
}

#[test]
fn every_known_header_leads_to_its_own_field_only() {
    for field in WorkflowField::ALL {
        for header in field.headers() {
            assert_eq!(*header, intake::words::plain(header), "synonyms are in plain words");
            let mapping = matched(&[header], &ColumnMap::default()).unwrap();
            assert_eq!(
                drawn(&mapping),
                [field.name()],
                "the header {header:?} is not in two minds"
            );
        }
    }
}

#[test]
fn an_import_follows_the_column_map() {
    let columns = ColumnMap::from_json(r#"{"Bezeichnung": "name", "Stufe": "tier"}"#).unwrap();
    let options = Options { columns, ..Options::default() };
    let read =
        read("Bezeichnung;Stufe;Farbe\nLeads bewerten;3;rot\n".as_bytes(), &options).unwrap();
    assert_eq!(
        read.workflows.first().map(|row| row.name.as_str()),
        Some("Leads bewerten"),
        "mapped by hand"
    );
    let left: Vec<_> =
        read.report.mapping.left_out().map(|column| column.header.as_str()).collect();
    assert_eq!(left, ["Farbe"], "what is left out is named");
}
