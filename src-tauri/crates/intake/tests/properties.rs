//! Whatever the bytes: no panic, no row lost, lines right, and what was written is read.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use intake::inventory::{Options, read};
use intake::read::{Delimiter, Limits, Rows};
use proptest::prelude::*;

/// Text in which everything that matters to rows is frequent.
fn table_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("\""), 3 => Just(","), 2 => Just(";"), 3 => Just("\n"), 1 => Just("\r\n"),
        1 => Just("\r"), 1 => Just(" "), 1 => Just("\t"), 1 => Just("\0"), 3 => Just("a"),
        1 => Just("é"), 1 => Just("数"), 1 => Just("\u{FEFF}"), 1 => Just("Name"), 1 => Just("Tier 3"),
    ];
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

fn physical_lines(text: &str) -> u64 {
    let ends = text.replace("\r\n", "\n").replace('\r', "\n");
    let open_end = !ends.is_empty() && !ends.ends_with('\n');
    ends.matches('\n').count() as u64 + u64::from(open_end)
}

fn check_counts(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(inventory) = read(bytes, &Options::default()) {
        let report = &inventory.report;
        prop_assert_eq!(report.rows, report.accepted + report.rejected, "no row vanishes");
        prop_assert!(
            inventory.rejected.iter().all(|row| !row.problems.is_empty()),
            "each has a reason"
        );
        prop_assert!(inventory.rejected_as_csv().is_ok(), "rejected rows can go out");
    }
    Ok(())
}

fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\""),
        Just(","),
        Just(";"),
        Just("|"),
        Just("\t"),
        Just("\n"),
        Just("\r\n"),
        Just(" "),
        Just("lead"),
        Just("تسجيل"),
        Just("评分"),
        Just("नवीनीकरण"),
        Just("🚀"),
        Just("é"),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn delimiter() -> impl Strategy<Value = Delimiter> {
    prop::sample::select(Delimiter::ALL.to_vec())
}

fn quoting() -> impl Strategy<Value = csv::QuoteStyle> {
    prop_oneof![Just(csv::QuoteStyle::Necessary), Just(csv::QuoteStyle::Always)]
}

fn written(
    rows: &[Vec<String>],
    delimiter: Delimiter,
    quoting: csv::QuoteStyle,
    end: csv::Terminator,
) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter.byte())
        .quote_style(quoting)
        .terminator(end)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn encoded(text: &str, way: usize) -> Vec<u8> {
    let marked = format!("\u{FEFF}{text}");
    let wide =
        |text: &str, to_bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to_bytes).collect();
    match way {
        0 => text.as_bytes().to_vec(),
        1 => marked.into_bytes(),
        2 => wide(&marked, u16::to_le_bytes),
        3 => wide(&marked, u16::to_be_bytes),
        4 => wide(text, u16::to_le_bytes),
        _ => wide(text, u16::to_be_bytes),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused_without_a_lost_row(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_counts(&bytes)?;
    }

    #[test]
    fn any_text_under_a_sound_header_is_read_without_a_lost_row(body in table_like()) {
        check_counts(format!("Name,Tier,Owner\n{body}").as_bytes())?;
    }

    #[test]
    fn every_physical_line_belongs_to_exactly_one_row(text in table_like(), delimiter in delimiter()) {
        let mut next = 1;
        for row in Rows::of(&text, delimiter, Limits::default()) {
            prop_assert_eq!(row.first_line, next, "a row starts where the one before ended");
            prop_assert!(row.last_line >= row.first_line, "and does not end before it starts");
            next = row.last_line + 1;
        }
        prop_assert_eq!(next, physical_lines(&text) + 1, "the last row ends with the text");
    }

    #[test]
    fn sound_tables_are_read_as_they_were_written(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..8),
        delimiter in delimiter(),
        quoting in quoting(),
        crlf in any::<bool>(),
    ) {
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let text = written(&rows, delimiter, quoting, end);
        let read: Vec<_> = Rows::of(&text, delimiter, Limits::default()).collect();
        prop_assert!(read.iter().all(|row| row.fault.is_none()), "no fault in {:?}", text);
        let cells: Vec<Vec<String>> =
            read.iter().map(|row| row.cells.iter().map(|cell| cell.to_string()).collect()).collect();
        prop_assert_eq!(cells, rows, "cell by cell from {:?}", text);
    }

    #[test]
    fn inventories_come_through_any_delimiter_quoting_encoding_and_line_end(
        cells in prop::collection::vec((cell(), cell()), 1..12),
        delimiter in delimiter(),
        quoting in quoting(),
        way in 0_usize..6,
        crlf in any::<bool>(),
    ) {
        let header = ["Workflow", "Bottleneck", "Owner", "Tier"].map(str::to_owned).to_vec();
        let rows = cells.iter().enumerate().map(|(index, (name, text))| {
            vec![format!("{index} {name}"), format!("b{text}e"), format!("o{name}"), "Tier 2".to_owned()]
        });
        let table: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let bytes = encoded(&written(&table, delimiter, quoting, end), way);
        let inventory = read(&bytes, &Options::default()).unwrap();
        prop_assert_eq!(inventory.report.delimiter, Some(delimiter), "the delimiter is found");
        prop_assert_eq!(inventory.rejected, vec![], "no row is rejected");
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let names: Vec<_> = inventory.workflows.iter().map(|row| row.name.clone()).collect();
        let expected: Vec<_> = table.iter().skip(1).map(|row| one_line(&row[0])).collect();
        prop_assert_eq!(names, expected, "names are those written");
    }
}
