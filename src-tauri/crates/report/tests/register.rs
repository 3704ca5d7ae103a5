//! What a reader finds in the register.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/register.rs"]
mod samples;

use report::csv::Reader;
use report::register::{Row, Status, csv, pdf};

#[test]
fn the_register_reads_row_by_row() {
    let rendered = pdf(&samples::register()).unwrap();
    assert_eq!(rendered.pages, 1, "one landscape page");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn nothing_of_a_hard_register_is_lost() {
    let model = samples::hard_register();
    let rendered = pdf(&model).unwrap();
    let text = reading::text(&rendered.bytes);
    let fields = model.rows.iter().flat_map(|row| {
        [
            &row.reference,
            &row.name,
            &row.approver,
            &row.guardrails,
            &row.logs,
            &row.kpi,
            &row.freest,
        ]
    });
    for word in fields.flat_map(|field| field.split_whitespace()) {
        let found =
            text.contains(word) || word.chars().all(|c| text.contains(c) || c == '\u{fe0f}');
        assert!(found, "{word:?} is not in the file");
    }
}

#[test]
fn twenty_workflows_stand_on_one_page_and_sixty_on_more_with_their_heads() {
    let mut model = samples::register();
    let more: Vec<Row> = model.rows.iter().take(3).cloned().collect();
    model.rows.extend(
        more.into_iter()
            .enumerate()
            .map(|(place, row)| Row { reference: format!("WF-{:04}", 18 + place), ..row }),
    );
    model.rows.sort_by(|a, b| a.phase.cmp(&b.phase));
    assert_eq!(pdf(&model).unwrap().pages, 1, "the usual team prints one page");
    let (again, mut many) = (model.rows.clone(), Vec::new());
    for turn in 0..3 {
        many.extend(
            again
                .iter()
                .map(|row| Row { reference: format!("{}{turn}", row.reference), ..row.clone() }),
        );
    }
    many.sort_by(|a, b| a.phase.cmp(&b.phase));
    model.rows = many;
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    assert!(rendered.pages > 1, "sixty do not fit");
    for page in 0..rendered.pages {
        let heads =
            shown.iter().filter(|piece| piece.page == page && piece.text == "Highest permissions");
        assert_eq!(heads.count(), 1, "page {} needs its heads once", page + 1);
    }
}

#[test]
fn what_was_found_live_says_so_whatever_became_of_it() {
    let mut model = samples::register();
    for row in &mut model.rows {
        row.found_live = row.status != Status::Live;
    }
    let shown = reading::shown(&reading::open(&pdf(&model).unwrap().bytes));
    let text = reading::squeezed(&shown);
    assert_eq!(text.matches("foundlive").count(), 2, "the paused and the stopped one say it");
    assert!(text.contains("2of17."), "and the page says of how many it is true");
}

#[test]
fn what_no_font_covers_is_printed_as_its_code_and_listed() {
    let rendered = pdf(&samples::hard_register()).unwrap();
    // A machine without CJK faces lists those characters too.
    let private = |c: &char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let found: Vec<char> = rendered.uncovered.iter().copied().filter(private).collect();
    assert_eq!(found, ['\u{e000}', '\u{10fffd}']);
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let last = reading::lines(&shown, rendered.pages - 1).join("\n");
    assert!(last.contains("no font covers"), "the report says so at its end");
    assert!(last.contains("U+E000") && last.contains("U+10FFFD"), "and names them: {last}");
}

#[test]
fn an_empty_register_is_a_sentence() {
    let mut model = samples::register();
    model.rows.clear();
    let rendered = pdf(&model).unwrap();
    let text = reading::lines(&reading::shown(&reading::open(&rendered.bytes)), 0).join("\n");
    assert!(text.contains("No workflow stands on the register."));
}

#[test]
fn a_group_that_runs_on_is_named_again() {
    let rendered = pdf(&samples::hard_register()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let lines = reading::lines(&shown, 1);
    assert!(lines.iter().any(|line| line == "Data sourcing continued"), "{lines:?}");
    assert!(lines.iter().any(|line| line == "Guardrails"), "the heads must stand again");
}

#[test]
fn the_same_register_gives_the_same_bytes() {
    let model = samples::hard_register();
    assert_eq!(pdf(&model).unwrap(), pdf(&model).unwrap());
}

#[test]
fn the_csv_holds_every_row_and_no_formula() {
    let model = samples::hard_register();
    let bytes = csv(&model, Reader::Spreadsheet).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}Reference,Workflow"), "a spreadsheet sees UTF-8 by its mark");
    assert!(text.contains("\"'=HYPERLINK"), "a name that is a formula stays a name");
    assert_eq!(text.matches("\r\nWF-").count(), model.rows.len());
}
