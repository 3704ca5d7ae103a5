//! Workbooks as spreadsheet programs write them, and as someone with bad intent does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{Cursor, Write};

use intake::Error;
use intake::inventory::{Inventory, Options, ProblemCode, Status, Tier, read};
use intake::read::{Limits, ReadOptions, TableFile};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

fn saved(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

/// A sheet of rows of text.
fn rows(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *cell).unwrap();
        }
    }
}

fn inventory(bytes: &[u8]) -> Inventory {
    read(bytes, &Options::default()).unwrap()
}

/// The cells under the header, row by row.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let file = TableFile::open(bytes, &ReadOptions::default()).unwrap();
    let texts = |row: intake::read::Row<'_>| row.cells.iter().map(ToString::to_string).collect();
    file.sheet().unwrap().map(texts).collect()
}

#[test]
fn a_workbook_is_read_like_a_csv_file() {
    let bytes = saved(|book| {
        rows(
            book.add_worksheet(),
            &[
                &["Workflow", "Tier", "Status", "Owner"],
                &["潜在客户路由", "3 - Execute with approval", "live", "Zoë"],
                &[],
                &["Launch kit 🚀", "9", "draft", ""],
            ],
        );
    });
    let read = inventory(&bytes);
    assert_eq!(read.report.file.encoding, "XLSX", "it says what it is");
    assert_eq!(read.report.delimiter, None, "nothing separates cells");
    assert_eq!(read.workflows.len(), 1, "one row can be taken in");
    let first = &read.workflows[0];
    assert_eq!((first.line, first.name.as_str()), (2, "潜在客户路由"), "lines are sheet rows");
    assert_eq!(first.tier, Some(Tier::ExecuteWithApproval), "words are read as ever");
    assert_eq!(first.status, Some(Status::Live), "words are read as ever");
    let bad: Vec<_> = read.rejected.iter().map(|row| (row.line, row.problems[0].code)).collect();
    assert_eq!(bad, [(4, ProblemCode::UnknownWord)], "the other one is named by its row");
}

#[test]
fn numbers_dates_and_formulas_come_as_a_person_would_type_them() {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("hh:mm");
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["Name", "A", "B", "C", "D", "E", "F"], &["x"]]);
        sheet.write_number(1, 1, 3.0).unwrap();
        sheet.write_string(1, 2, "3").unwrap();
        sheet.write_number(1, 3, 0.1).unwrap();
        let date = ExcelDateTime::from_ymd(2027, 3, 31).unwrap();
        sheet.write_datetime_with_format(1, 4, &date, &day).unwrap();
        sheet.write_formula(1, 5, Formula::new("=B2*2").set_result("6")).unwrap();
        let noon = ExcelDateTime::from_hms(12, 30, 0).unwrap();
        sheet.write_datetime_with_format(1, 6, &noon, &time).unwrap();
    });
    assert_eq!(
        cells(&bytes),
        [["x", "3", "3", "0.1", "2027-03-31", "6", "12:30"]],
        "whole numbers have no point, a day is ISO 8601, a formula is its value"
    );
}

#[test]
fn a_cell_shown_in_per_cent_is_read_as_it_is_shown() {
    let shown = |code: &str| Format::new().set_num_format(code);
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["Name", "A", "B", "C", "D", "E"], &["x"]]);
        sheet.write_number_with_format(1, 1, 0.07, &shown("0%")).unwrap();
        sheet.write_number_with_format(1, 2, 0.1275, &shown("0.0 %;[Red]-0.0 %")).unwrap();
        sheet.write_number_with_format(1, 3, 0.12, &shown("0.00\"%\"")).unwrap();
        sheet.write_string_with_format(1, 4, "0.12", &shown("0%")).unwrap();
        let formula = Formula::new("=3/4").set_result("0.75");
        sheet.write_formula_with_format(1, 5, formula, &shown("0%")).unwrap();
    });
    assert_eq!(
        cells(&bytes),
        [["x", "7 %", "12.75 %", "0.12", "0.12", "75 %"]],
        "a sign in quotes is a word, and a text is no number"
    );
}

#[test]
fn metrics_in_per_cent_come_as_the_sheet_shows_them() {
    let per_cent = Format::new().set_num_format("0.0%");
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["Metric", "2026-W46", "2026-W47"], &["Opens"], &["Meetings"]]);
        sheet.write_number_with_format(1, 1, 0.412, &per_cent).unwrap();
        sheet.write_number_with_format(1, 2, 0.38, &per_cent).unwrap();
        sheet.write_number(2, 1, 31.0).unwrap();
    });
    let read = intake::metrics::read(&bytes, &ReadOptions::default()).unwrap();
    let values: Vec<String> = read.values.iter().map(|seen| seen.value.to_string()).collect();
    assert_eq!(values, ["41.2", "38", "31"], "41.2 % is 41.2, not 0.412");
}

#[test]
fn people_come_from_a_workbook_as_from_a_csv_file() {
    let since = Format::new().set_num_format("yyyy-mm-dd");
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        rows(
            sheet,
            &[
                &["Full name", "E-mail", "Role", "Team", "Since"],
                &["محمد علي", "m@northwind.example", "Legal; Security", "Counsel"],
                &["", "nobody@northwind.example"],
            ],
        );
        let day = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
        sheet.write_datetime_with_format(1, 4, &day, &since).unwrap();
    });
    let read = intake::people::read(&bytes, &ReadOptions::default()).unwrap();
    let person = &read.people[0];
    assert_eq!((person.line, person.name.as_str()), (2, "محمد علي"), "lines are sheet rows");
    assert_eq!(person.roles, ["Legal", "Security"], "two roles in one cell");
    let refused: Vec<_> = read.rejected.iter().map(|bad| (bad.line, bad.code)).collect();
    assert_eq!(refused, [(3, "name-missing")], "a row without a name is not taken in");
}

#[test]
fn a_sheet_whose_areas_run_backwards_is_refused_and_breaks_nothing() {
    let sound = saved(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["Name", "Tier"], &["x", "2"]]);
        sheet.merge_range(2, 0, 4, 0, "y", &Format::new()).unwrap();
    });
    let backwards =
        with_part(&sound, "xl/worksheets/sheet1.xml", |xml| xml.replace("A3:A5", "B9:A2"));
    let read = read(&backwards, &Options::default());
    let code = read.err().map(|error| error.code());
    assert!(matches!(code, None | Some("intake.book-unreadable")), "a sentence or rows: {code:?}");
}

#[test]
fn what_a_formula_cannot_say_rejects_its_row_only() {
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["Name", "Owner"], &["broken"], &["not calculated"], &["fine", "Zoë"]]);
        sheet.write_formula(1, 1, Formula::new("=A9").set_result("#REF!")).unwrap();
    });
    // A cell that holds a formula and no value, as other programs write it.
    let bytes = with_part(&bytes, "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("</row><row r=\"4\"", "<c r=\"B3\"><f>A9</f></c></row><row r=\"4\"")
            .replace("t=\"str\"><f>A9</f><v>#REF!</v>", "t=\"e\"><f>A9</f><v>#REF!</v>")
    });
    let read = inventory(&bytes);
    let bad: Vec<_> = read.rejected.iter().map(|row| (row.line, row.problems[0].code)).collect();
    let expected = [(2, ProblemCode::CellError), (3, ProblemCode::FormulaWithoutValue)];
    assert_eq!(bad, expected, "neither passes for an answer");
    assert_eq!(read.workflows.len(), 1, "the good row is taken in");
}

#[test]
fn merged_cells_and_a_title_do_not_confuse_the_table() {
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 2, "Our AI inventory 2026", &plain).unwrap();
        for (row, cells) in
            [["Phase", "Name", "Owner"], ["", "a", "x"], ["", "b", "y"]].iter().enumerate()
        {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write_string(row as u32 + 2, column as u16, *cell).unwrap();
            }
        }
        sheet.merge_range(3, 0, 4, 0, "Campaign execution", &plain).unwrap();
    });
    let read = inventory(&bytes);
    assert_eq!(read.report.header_line, 3, "the title is no header");
    let phases: Vec<_> = read.workflows.iter().map(|row| row.phase).collect();
    assert!(phases.iter().all(Option::is_some), "what is merged over rows holds for each of them");
}

#[test]
fn of_several_sheets_one_has_to_be_named() {
    let bytes = saved(|book| {
        rows(book.add_worksheet().set_name("Notes").unwrap(), &[&["Read me"]]);
        rows(book.add_worksheet().set_name("AI").unwrap(), &[&["Name", "Tier"], &["x", "2"]]);
        book.add_worksheet().set_name("Empty").unwrap();
        let hidden = book.add_worksheet().set_name("Hidden").unwrap();
        rows(hidden, &[&["Name"], &["secret"]]);
        hidden.set_hidden(true);
    });
    let sheets = vec!["Notes".to_owned(), "AI".to_owned()];
    let asked = read(&bytes, &Options::default());
    assert_eq!(asked.err(), Some(Error::WhichSheet { sheets }), "empty and hidden ones are left");
    let named = |name: &str| {
        let reading = ReadOptions { sheet: Some(name.to_owned()), ..ReadOptions::default() };
        read(&bytes, &Options { reading, ..Options::default() })
    };
    assert_eq!(named("AI").unwrap().workflows.len(), 1, "the one that was named");
    let unknown = named("Old").err().map(|error| error.code());
    assert_eq!(unknown, Some("intake.which-sheet"), "a sheet that is not there is asked for again");
}

#[test]
fn an_empty_workbook_says_so() {
    let bytes = saved(|book| {
        book.add_worksheet();
    });
    assert_eq!(read(&bytes, &Options::default()).err(), Some(Error::Empty));
}

#[test]
fn cells_at_far_corners_cost_no_memory() {
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["Name", "Tier"], &["x", "2"]]);
        sheet.write_string(1_048_575, 16_383, "far").unwrap();
    });
    let read = inventory(&bytes);
    assert_eq!(read.workflows.len(), 1, "the table is read");
    let bad: Vec<_> = read.rejected.iter().map(|row| (row.line, row.problems[0].code)).collect();
    assert_eq!(bad, [(1_048_576, ProblemCode::TooManyCells)], "the stray cell is named");
}

#[test]
fn a_bomb_is_refused_while_it_is_unpacked() {
    let sound = saved(|book| rows(book.add_worksheet(), &[&["Name"], &["x"]]));
    let bytes = with_part(&sound, "xl/worksheets/sheet1.xml", |_| " ".repeat(100 << 20));
    assert!(bytes.len() < 1 << 20, "100 MB pack into {} bytes", bytes.len());
    let limit = Limits::default().inflated_bytes;
    let refused = read(&bytes, &Options::default()).err();
    assert_eq!(refused, Some(Error::Inflates { limit }), "it never lies in memory");
}

#[test]
fn what_is_no_workbook_says_what_it_is() {
    let sound = saved(|book| rows(book.add_worksheet(), &[&["Name"], &["x"]]));
    let other = {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("mimetype", SimpleFileOptions::default()).unwrap();
        zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
        zip.finish().unwrap().into_inner()
    };
    for (bytes, expected, why) in [
        (&sound[..sound.len() / 2], "intake.not-delimited-text", "half a workbook"),
        (&other[..], "intake.not-delimited-text", "an ODS"),
        (
            &with_part(&sound, "xl/worksheets/sheet1.xml", |_| "<worksheet><sheetData".into())[..],
            "intake.book-unreadable",
            "a sheet that breaks off",
        ),
        (
            &with_part(&sound, "xl/workbook.xml", |_| "no XML at all".into())[..],
            "intake.book-unreadable",
            "a workbook without sheets",
        ),
    ] {
        let refused = read(bytes, &Options::default()).err();
        assert_eq!(refused.map(|error| error.code()), Some(expected), "{why}");
    }
}

/// The workbook with one part changed.
fn with_part(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut entry, &mut content).unwrap();
        let name = entry.name().unwrap().into_owned();
        let is_it = name == part;
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        let content = if is_it { change(content) } else { content };
        to.write_all(content.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_workbook_changed_anywhere_is_read_or_refused_and_never_breaks_the_reader(
        cuts in proptest::collection::vec((0..10_000_usize, any::<u8>()), 1..20),
        part in prop::sample::select(vec![
            "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
            "xl/styles.xml", "xl/_rels/workbook.xml.rels",
        ]),
    ) {
        let sound = saved(|book| {
            let sheet = book.add_worksheet();
            rows(sheet, &[&["Name", "Tier"], &["x", "2"]]);
            sheet.merge_range(2, 0, 4, 0, "y", &Format::new()).unwrap();
        });
        let broken = with_part(&sound, part, |xml| {
            let mut bytes = xml.into_bytes();
            for (at, byte) in &cuts {
                let at = at % bytes.len().max(1);
                if let Some(place) = bytes.get_mut(at) {
                    *place = byte & 0x7F;
                }
            }
            String::from_utf8_lossy(&bytes).into_owned()
        });
        let _ = read(&broken, &Options::default());
    }
}
