//! The reports of a quarter: the sponsor's page and the audit report.

use desk::Desk;
use desk::operations::{
    ExportAudit, ExportSponsor, LogQuery, LookBack, Nothing, ReportException, Written,
};
use desk::{Grant, Problem};
use domain::exception::{Kind, Severity};

use crate::support::*;

type Export = fn(&mut Desk, Option<String>, Grant) -> Result<Written, Problem>;

const BOTH: [(&str, Export); 2] = [
    ("sponsor", |desk, period, grant| desk.export_sponsor(ExportSponsor { period, grant })),
    ("audit", |desk, period, grant| desk.export_audit(ExportAudit { period, grant })),
];

/// A workspace of November with a live workflow and something that went wrong.
fn lived_in(room: &Room) -> Desk {
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, room, "Lists builder");
    desk.report_exception(ReportException {
        kind: Kind::DataSecurity,
        severity: Severity::High,
        workflow: Some(workflow),
        what: "A list lay open".into(),
        pointer: String::new(),
        from: None,
    })
    .unwrap();
    desk
}

#[test]
fn each_leaves_with_an_entry_that_names_its_quarter() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    for (what, export) in BOTH {
        let name = format!("{what}.pdf");
        let made = export(&mut desk, Some("2026-Q4".into()), room.grant(&name)).unwrap();
        let bytes = std::fs::read(room.path(&name)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{what} leaves as pages");
        let log = desk.log(LogQuery::default()).unwrap();
        let row = log.rows.iter().find(|row| Some(row.entry) == made.entry).unwrap();
        assert!(row.says.starts_with(what), "the log says what left: {}", row.says);
    }
}

#[test]
fn as_of_the_same_entry_each_has_the_same_bytes_whenever_it_is_made() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let last = size(&mut desk);
    for (what, export) in BOTH {
        let mut made = Vec::new();
        for name in ["once.pdf", "again.pdf"] {
            // Another minute, and not yet the one in which an idle desk locks itself.
            room.later(2);
            desk.look_back(LookBack { as_of: last.to_string() }).unwrap();
            export(&mut desk, None, room.grant(name)).unwrap();
            desk.return_to_now(Nothing {}).unwrap();
            made.push(std::fs::read(room.path(name)).unwrap());
        }
        assert_eq!(made[0], made[1], "{what} follows from the record alone");
    }
}

#[test]
fn the_desk_shows_what_it_showed_before_once_a_report_was_made() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    for (what, export) in BOTH {
        export(&mut desk, Some("2026-Q4".into()), room.grant("report.pdf")).unwrap();
        let frame = desk.frame(Nothing {}).unwrap();
        let past = frame.workspace.and_then(|workspace| workspace.past);
        assert!(past.is_none(), "{what} leaves the desk at now");
    }
}

#[test]
fn what_is_no_quarter_or_has_nothing_on_record_is_refused_in_a_sentence() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    for (what, export) in BOTH {
        for (period, wanted) in [
            ("2026-11", "bad-request"),
            ("2027-Q3", "bad-request"),
            ("2026-Q1", "no-such-moment"),
            ("2026-Q5", "not-a-period"),
        ] {
            let refused = export(&mut desk, Some(period.into()), room.grant("no.pdf"));
            assert_eq!(code(refused), wanted, "{what} of {period}");
        }
    }
    assert!(!room.path("no.pdf").exists(), "nothing was left behind");
}
