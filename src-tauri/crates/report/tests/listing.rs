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

#[test]
fn a_listing_of_pages_repeats_its_heads_and_not_its_title_and_has_the_same_bytes_each_time() {
    let rows = [["EXC-0061", "An email named a competitor", "12.5", "3 Sep"]; 120];
    let rendered = pdf(&model(&rows)).unwrap();
    assert_eq!(pdf(&model(&rows)).unwrap(), rendered, "the same rows give the same bytes");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    assert!(rendered.pages > 1, "120 rows are more than a page");
    for page in 0..rendered.pages {
        let lines = reading::lines(&shown, page);
        let count = |words: &str| lines.iter().filter(|line| *line == words).count();
        assert_eq!(count("What happened"), 1, "page {} names its columns", page + 1);
        let title = if page == 0 { 2 } else { 1 };
        assert_eq!(count("Exceptions"), title, "page {} says what it is of", page + 1);
    }
}
