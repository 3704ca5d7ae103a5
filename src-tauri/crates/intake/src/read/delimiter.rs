//! Which character separates the cells.

use serde::Serialize;

use super::{Limits, Rows};

/// A character that separates cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, what spreadsheets write where the comma is the decimal sign.
    Semicolon,
    /// The tab character.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All delimiters, the commonest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character as a byte of UTF-8.
    pub fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
            Delimiter::Pipe => b'|',
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Delimiter::Comma => "comma",
            Delimiter::Semicolon => "semicolon",
            Delimiter::Tab => "tab",
            Delimiter::Pipe => "pipe",
        }
    }
}

/// Rows looked at to choose a delimiter.
const SAMPLE: usize = 64;

/// The delimiter that cuts the first rows into the most even table of at least two columns; the
/// comma when none does, as in a table of one column.
pub(super) fn guess(text: &str, limits: Limits) -> Delimiter {
    let mut best = (Delimiter::Comma, (0, 0));
    for delimiter in Delimiter::ALL {
        let evenness = evenness(text, delimiter, limits);
        if evenness > best.1 {
            best = (delimiter, evenness);
        }
    }
    best.0
}

/// Reads the line `sep=;` that spreadsheet programs write and obey: the delimiter and the length
/// of that line without its end.
pub(super) fn declared(text: &str) -> Option<(Delimiter, usize)> {
    let line = text.split(['\r', '\n']).next()?;
    let unquoted = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(line);
    let (word, sign) = unquoted.split_at_checked(4)?;
    if !word.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let delimiter = Delimiter::ALL.into_iter().find(|d| sign.as_bytes() == [d.byte()])?;
    Some((delimiter, line.len()))
}

/// Per mille of the rows under the header that have as many cells as it, then the number of cells.
fn evenness(text: &str, delimiter: Delimiter, limits: Limits) -> (usize, usize) {
    let mut rows = Rows::of(text, delimiter, limits).filter(|row| !row.is_blank()).take(SAMPLE);
    let width = rows.next().map_or(0, |header| header.cells.len());
    if width < 2 {
        return (0, 0);
    }
    let (mut seen, mut even) = (0_usize, 0_usize);
    for row in rows {
        seen += 1;
        even += usize::from(row.fault.is_none() && row.cells.len() == width);
    }
    (1 + even * 1000 / seen.max(1), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_makes_an_even_table() {
        let cases = [
            ("commas", "Name,Tier\nA,1\nB,2\n", Delimiter::Comma),
            ("semicolons beside decimal commas", "Name;Cost\nA;1,5\nB;2,5\n", Delimiter::Semicolon),
            (
                "semicolons beside commas in every row",
                "Name;KPI;Tier\nA;open, reply;1\nB;a, b;2\n",
                Delimiter::Semicolon,
            ),
            ("tabs", "Name\tTier\nA, B\t1\n", Delimiter::Tab),
            ("pipes", "Name|Tier|Owner\nA|1|x;y\n", Delimiter::Pipe),
            ("semicolons inside quotes", "Name,KPI\nA,\"x;y;z\"\nB,\"x;y;z\"\n", Delimiter::Comma),
            ("one column", "Name\nA\nB; C\n", Delimiter::Comma),
            ("a header alone", "Name;Tier;Owner", Delimiter::Semicolon),
            ("a quote that never closes", "Name;Tier\n\"A;1\nB;2\nC;3\n", Delimiter::Semicolon),
        ];
        for (name, text, expected) in cases {
            assert_eq!(guess(text, Limits::default()), expected, "{name}");
        }
    }

    #[test]
    fn a_declared_delimiter_is_read_from_the_first_line() {
        let cases = [
            ("sep=;\nName,x;Tier\n", Some((Delimiter::Semicolon, 5))),
            ("sep=,\r\nName,Tier\n", Some((Delimiter::Comma, 5))),
            ("\"sep=;\"\nName;Tier\n", Some((Delimiter::Semicolon, 7))),
            ("SEP=\t\nName\tTier\n", Some((Delimiter::Tab, 5))),
            ("sep=#\nName\n", None),
            ("sep=\nName\n", None),
            ("Name;Tier\n", None),
            ("", None),
            ("séparé;x\n", None),
        ];
        for (text, expected) in cases {
            assert_eq!(declared(text), expected, "first line of {text:?}");
        }
    }
}
