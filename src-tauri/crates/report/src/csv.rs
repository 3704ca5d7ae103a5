//! Tables as CSV that a spreadsheet cannot be tricked with.
//!
//! RFC 4180: comma, CRLF, quotes doubled; UTF-8. A spreadsheet takes a cell that opens
//! with `=`, `+`, `-`, `@`, tab, carriage return or line feed for a formula, or for
//! something to strip on the way to one, and their full-width twins in some locales.
//! Rule: where such a character stands at the start of a field (blanks before it don't
//! count), an apostrophe is put before the field, unless the field is a plain number.
//! The same holds inside a field right after `;`, tab or a line end, where a spreadsheet
//! of another locale would start a new cell. An apostrophe already standing in such a
//! place is doubled, so the rule can be undone: remove one apostrophe at each start.

use crate::error::Result;

/// A table as it leaves: heads, then rows of as many fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The rows; a short row is filled with empty fields.
    pub rows: Vec<Vec<String>>,
}

/// Who reads the file first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A person's spreadsheet, which needs a byte-order mark to see UTF-8.
    Spreadsheet,
    /// A program, which stumbles over one.
    Program,
}

/// The table as CSV bytes, every field made safe.
///
/// # Errors
/// [`crate::Error::Csv`] when the writer refuses, which it does only out of memory.
pub fn write(table: &Table, reader: Reader) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if reader == Reader::Spreadsheet {
        bytes.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut out =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let width = table.rows.iter().map(Vec::len).fold(table.heads.len(), usize::max);
    for row in std::iter::once(&table.heads).chain(&table.rows) {
        let blanks = std::iter::repeat_n(String::new(), width - row.len());
        out.write_record(row.iter().map(|field| safe(field)).chain(blanks))?;
    }
    out.flush().map_err(csv::Error::from)?;
    drop(out);
    Ok(bytes)
}

/// The table as JSON for programs: a list of objects, one to a line, each cell as it is, under the name
/// of its column.
#[must_use]
pub fn json(table: &Table) -> Vec<u8> {
    let object = |row: &Vec<String>| {
        let cells = row.iter().map(|cell| serde_json::Value::from(cell.as_str()));
        let object: serde_json::Map<_, _> = table.heads.iter().cloned().zip(cells).collect();
        serde_json::Value::Object(object).to_string()
    };
    let rows: Vec<String> = table.rows.iter().map(object).collect();
    format!("[\n{}\n]\n", rows.join(",\n")).into_bytes()
}

/// A field no spreadsheet takes for a formula, by the rule above.
#[must_use]
pub fn safe(field: &str) -> String {
    if is_plain_number(field) {
        return field.to_owned();
    }
    let mut out = String::with_capacity(field.len() + 1);
    let mut at_start = true;
    for (place, letter) in field.char_indices() {
        if at_start && is_risky(field.get(place..).unwrap_or_default()) {
            out.push('\'');
        }
        out.push(letter);
        at_start = matches!(letter, ';' | '\t' | '\r' | '\n');
    }
    out
}

/// What a spreadsheet would calculate, or what our own escape would be mistaken for.
fn is_risky(rest: &str) -> bool {
    let bare = rest.trim_start_matches(|letter: char| {
        letter.is_whitespace() && !matches!(letter, '\t' | '\r' | '\n') || letter == '\u{feff}'
    });
    bare.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠', '\u{2212}',
    ])
}

/// Digits with at most one sign and one point: nothing a formula could hide in.
fn is_plain_number(field: &str) -> bool {
    let digits = field.strip_prefix(['-', '+']).unwrap_or(field);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && all_digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_way_into_a_formula_is_closed() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("  =1", "'  =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\t=1", "'\t'=1"),
            ("＝1", "'＝1"),
            ("x;=1", "x;'=1"),
            ("line\n=1", "line\n'=1"),
            ("'quoted", "''quoted"),
        ];
        for (given, wanted) in cases {
            assert_eq!(safe(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn numbers_and_words_stay_as_they_are() {
        for plain in ["-5", "+0.25", "12", "WF-0007", "a = b", "3; 4", "≤ 0.20", "", "– none"] {
            assert_eq!(safe(plain), plain, "{plain:?} is harmless");
        }
    }

    #[test]
    fn a_short_row_is_filled_and_lines_end_as_rfc_4180_says() {
        let table = Table {
            heads: vec!["Ref".into(), "Name".into()],
            rows: vec![vec!["WF-0001".into()], vec!["WF-0002".into(), "a \"b\",\nc".into()]],
        };
        let text = String::from_utf8(write(&table, Reader::Program).unwrap()).unwrap();
        assert_eq!(text, "Ref,Name\r\nWF-0001,\r\nWF-0002,\"a \"\"b\"\",\nc\"\r\n");
    }

    proptest! {
        #[test]
        fn every_table_reads_back_once_the_apostrophes_are_undone(
            rows in prop::collection::vec(prop::collection::vec("[-=+@;,'\"\\t\\n\\r a-z0-9\u{5d0}-\u{5d3}]{0,12}", 2), 0..6)
        ) {
            let table = Table { heads: vec!["a".into(), "b".into()], rows: rows.clone() };
            let bytes = write(&table, Reader::Program).unwrap();
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let back: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.unwrap().iter().map(undo).collect())
                .collect();
            prop_assert_eq!(back, rows);
        }
    }

    fn undo(field: &str) -> String {
        let mut out = String::new();
        let mut at_start = true;
        for letter in field.chars() {
            if at_start && letter == '\'' {
                at_start = false;
                continue;
            }
            at_start = matches!(letter, ';' | '\t' | '\r' | '\n');
            out.push(letter);
        }
        out
    }
}
