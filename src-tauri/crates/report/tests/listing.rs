//! What a reader finds in a listing.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;

use report::listing::{Column, Kind, Model, pdf};

fn model(rows: &[[&str; 4]]) -> Model {
    let column = |head: &str, share, kind| Column { head: head.into(), share, kind };
    Model {
        frame: frame::northwind("Exceptions", "2026-Q3"),
        title: "Exceptions".into(),
        about: "Those of WF-0007 first.".into(),
        landscape: false,
        columns: vec![
            column("Exception", 2, Kind::Reference),
            column("What happened", 6, Kind::Words),
            column("Hours", 1, Kind::Figures),
            column("Due", 1, Kind::Days),
        ],
        rows: rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect(),
        empty: "No exception was opened in this period.".into(),
    }
}

#[test]
fn rows_are_records_that_links_lead_to() {
    let rendered = pdf(&model(&[
        ["EXC-0061", "As in EXC-0062, \u{2068}محمد\u{2069} saw it at 10:12", "12.5", "3 Sep"],
        ["EXC-0062", "Оценка лидов остановлена", "0.25", "14 Sep"],
    ]))
    .unwrap();
    let file = reading::open(&rendered.bytes);
    let shown = reading::shown(&file);
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
    let page = file.page_iter().next().unwrap();
    let links = file.get_page_annotations(page).unwrap();
    let here: Vec<&[u8]> =
        links.iter().filter_map(|link| link.get(b"Dest").ok()?.as_str().ok()).collect();
    assert_eq!(here, [b"EXC-0061".as_slice(), b"EXC-0062", b"EXC-0062"]);
}

#[test]
fn a_listing_of_nothing_is_its_sentence() {
    let rendered = pdf(&model(&[])).unwrap();
    let lines = reading::lines(&reading::shown(&reading::open(&rendered.bytes)), 0);
    assert!(lines.contains(&"No exception was opened in this period.".to_owned()), "{lines:?}");
}
