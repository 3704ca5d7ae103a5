//! Lists as their screens show them, as tables.

use desk::Desk;
use desk::operations::{ExportList, FindingsQuery, Listed};

use crate::support::*;

/// The lines of a list under its heads.
fn saved(desk: &mut Desk, room: &Room, list: Listed, rows: Vec<String>) -> Vec<String> {
    let (name, before) = ("list.csv", size(desk));
    let grant = room.grant(name);
    let written = desk.export_list(ExportList { list, rows, grant }).unwrap();
    assert_eq!(written.entry, Some(before + 1), "what leaves is on the record");
    let table = std::fs::read_to_string(room.path(name)).unwrap();
    table.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn decisions_leave_in_the_order_in_which_they_are_seen() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, "POL-0001");
    adopt_policy(&mut desk, "POL-0002");
    let asked = ["DEC-0002", "DEC-0099", "DEC-0001"].map(str::to_owned);
    let lines = saved(&mut desk, &room, Listed::Decisions, asked.to_vec());
    let seen: Vec<&str> = lines.iter().filter_map(|line| line.get(..8)).collect();
    assert_eq!(seen, ["DEC-0002", "DEC-0001"], "and what nobody knows is left out");
}

#[test]
fn findings_leave_as_the_desk_says_them_whoever_asks() {
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Lead scoring");
    let view = desk.findings(FindingsQuery::default()).unwrap();
    let found: Vec<_> = view.groups.iter().flat_map(|group| &group.findings).collect();
    let keys = found
        .iter()
        .rev()
        .map(|one| [one.rule.id(), &one.about, one.part.as_deref().unwrap_or_default()].join(" "));
    let lines = saved(&mut desk, &room, Listed::Findings, keys.collect());
    assert_eq!(lines.len(), found.len(), "each has its line");
    for (line, finding) in lines.iter().zip(found.iter().rev()) {
        assert!(line.contains(finding.rule.id()), "in the order asked: {line}");
        assert!(line.contains(&finding.about), "of what it is about: {line}");
    }
}
