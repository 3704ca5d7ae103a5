//! The inventory of the journeys: everything awkward in one believable file.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use intake::inventory::{
    Inventory, Kind, NoteCode, Options, Phase, ProblemCode, Status, Tier, read,
};
use intake::read::Delimiter;

fn inventory() -> Inventory {
    read(include_bytes!("fixtures/inventory-awkward.csv"), &Options::default()).unwrap()
}

#[test]
fn the_awkward_inventory_has_twenty_workflows_and_two_bad_rows() {
    let read = inventory();
    assert_eq!(
        (read.report.rows, read.report.accepted, read.report.rejected),
        (22, 20, 2),
        "counts"
    );
    assert_eq!(read.report.file.encoding, "UTF-16LE", "as Excel's Unicode text");
    assert!(read.report.file.byte_order_mark, "with a byte-order mark");
    assert_eq!(read.report.delimiter, Some(Delimiter::Semicolon), "as in most of Europe");
    let bad: Vec<_> = read.rejected.iter().map(|row| (row.line, row.problems[0].code)).collect();
    let expected = [(11, ProblemCode::UnknownWord), (23, ProblemCode::NameMissing)];
    assert_eq!(bad, expected, "the two bad rows by their lines");
    assert_eq!(read.report.mapping.left_out().count(), 0, "every column has a field");
    let money = &read.workflows[0].money;
    let cost = money.cost_a_year.map(|amount| amount.to_string());
    assert_eq!(
        (money.currency.as_deref(), cost.as_deref()),
        (Some("EUR"), Some("18000")),
        "the head of “Annual cost (EUR)” says the currency"
    );
}

#[test]
fn names_in_any_script_come_through() {
    let read = inventory();
    let names: Vec<_> = read.workflows.iter().map(|row| row.name.as_str()).collect();
    for name in [
        "تسجيل العملاء المحتملين – الخليج",
        "潜在客户路由（华东）",
        "नवीनीकरण जोखिम संकेत",
        "🚀 Launch-week content kit",
        "Reply triage 📬",
    ] {
        assert!(names.contains(&name), "{name} is among the workflows");
    }
}

#[test]
fn the_words_of_the_team_become_the_words_of_the_register() {
    let read = inventory();
    let row = |line| read.workflows.iter().find(|row| row.line == line).unwrap();
    let scoring = row(2);
    assert_eq!(scoring.tier, Some(Tier::ExecuteWithApproval), "“3 - Execute with approval”");
    assert_eq!(scoring.phase, Some(Phase::DataSourcing), "“Data sourcing”");
    assert_eq!(scoring.guardrails.len(), 2, "two guardrails in one cell");
    let drafting = row(4);
    assert_eq!(drafting.kind, Some(Kind::Outreach), "“Outreach / email writing”");
    assert_eq!(
        drafting.governance.as_deref().map(|text| text.lines().count()),
        Some(2),
        "a line break in a cell"
    );
    assert_eq!(row(9).tier, Some(Tier::Draft), "an Arabic two");
    assert_eq!(row(9).status, Some(Status::Live), "a pilot acts on real customers");
    assert_eq!(row(13).data_risks.as_ref().map(|tags| tags.len()), Some(0), "“None” is an answer");
    assert_eq!(row(17).model.as_deref(), Some("\"Call Spotlight\" 5"), "quotes inside a cell");
    assert_eq!(row(24).tier, Some(Tier::ExecuteAutonomously), "“auto”");
    assert_eq!(row(27).owner, None, "“TBD” is nobody");
    assert!(
        read.notes.iter().any(|note| note.line == 26 && note.code == NoteCode::LooksLikeFormula),
        "“=2” is kept as text and noted"
    );
    assert!(read.workflows.iter().all(|row| row.kind.is_some()), "every kind is recognised");
}
