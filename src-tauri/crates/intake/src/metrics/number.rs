//! Numbers as tables write them: with either decimal sign, and thousands parted or not.

use domain::metric::Value;

use crate::words::excerpt;

/// Which sign stands before decimals in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimals {
    /// Some number can only be read with a point.
    Point,
    /// Some number can only be read with a comma.
    Comma,
    /// No number tells.
    Untold,
}

impl Decimals {
    /// What the numbers of a file tell; [`Decimals::Untold`] too where they contradict each other.
    pub fn of<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let (mut point, mut comma) = (false, false);
        for cell in cells {
            match sign(bare(cell).as_str()) {
                Sign::Point => point = true,
                Sign::Comma => comma = true,
                Sign::Either | Sign::None => {}
            }
        }
        match (point, comma) {
            (true, false) => Self::Point,
            (false, true) => Self::Comma,
            (true, true) | (false, false) => Self::Untold,
        }
    }

    /// Reads a number; refused, with the reason, where it is none or could be two.
    pub fn read(self, written: &str) -> Result<Value, String> {
        let bare = bare(written);
        let not =
            || format!("“{}” is not a number; write one like 1204 or 3.1.", excerpt(written, 60));
        let plain = match (sign(&bare), self) {
            (Sign::Point, _) => bare.replace(',', ""),
            (Sign::Comma, _) => bare.replace('.', "").replace(',', "."),
            (Sign::None, _) => bare.clone(),
            // One sign and three digits after it: thousands in one country, decimals in another.
            (Sign::Either, Self::Point) => bare.replace(',', ""),
            (Sign::Either, Self::Comma) => bare.replace('.', "").replace(',', "."),
            (Sign::Either, Self::Untold) if bare.contains(',') => {
                return Err(format!(
                    "“{}” could be {} or {}; write one of the two.",
                    excerpt(written, 60),
                    bare.replace(',', ""),
                    bare.replace(',', ".")
                ));
            }
            (Sign::Either, Self::Untold) => bare.clone(),
        };
        plain.parse().map_err(|_| not())
    }
}

/// Whether a cell stands for no value.
pub(super) fn says_nothing(cell: &str) -> bool {
    matches!(cell.trim(), "" | "-" | "–" | "—")
        || matches!(crate::words::plain(cell).as_str(), "n a" | "na" | "none" | "missing" | "null")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Point,
    Comma,
    Either,
    None,
}

/// Which sign can only stand before decimals: the last of two, or one that does not part groups
/// of three.
fn sign(bare: &str) -> Sign {
    match (bare.rfind('.'), bare.rfind(',')) {
        (Some(point), Some(comma)) if point > comma => Sign::Point,
        (Some(_), Some(_)) => Sign::Comma,
        (Some(_), None) => alone(bare, '.', Sign::Point, Sign::Comma),
        (None, Some(_)) => alone(bare, ',', Sign::Comma, Sign::Point),
        (None, None) => Sign::None,
    }
}

fn alone(bare: &str, sign: char, decimal: Sign, other: Sign) -> Sign {
    let mut groups = bare.trim_start_matches('-').split(sign);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let parts_thousands =
        (1..=3).contains(&first.len()) && first != "0" && rest.iter().all(|group| group.len() == 3);
    match (parts_thousands, rest.len()) {
        (false, _) => decimal,
        (true, 1) => Sign::Either,
        // Several of the same sign part thousands, so the other stands before decimals.
        (true, _) => other,
    }
}

/// Without spaces, apostrophes between groups, the unit after it and the sign's variants.
fn bare(written: &str) -> String {
    let unit = |c: char| c.is_alphabetic() || matches!(c, '%' | '€' | '$' | '£' | '¥');
    let trimmed = written.trim().trim_matches(unit).trim();
    let trimmed = trimmed.strip_prefix('+').unwrap_or(trimmed);
    let kept = trimmed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'));
    kept.map(|c| if c == '\u{2212}' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_either_sign_and_never_guessed() {
        use Decimals::{Comma, Point, Untold};
        for (decimals, cell, read) in [
            (Untold, "3.1", Some("3.1")),
            (Untold, "3,1", Some("3.1")),
            (Untold, "1,204", None),
            (Point, "1,204", Some("1204")),
            (Comma, "1,204", Some("1.204")),
            (Comma, "1.204", Some("1204")),
            (Untold, "1.204", Some("1.204")),
            (Untold, "1.204,5", Some("1204.5")),
            (Untold, "1,204.5", Some("1204.5")),
            (Untold, "1,204,567", Some("1204567")),
            (Untold, "1.204.567", Some("1204567")),
            (Untold, "61 204", Some("61204")),
            (Untold, "61’204.5", Some("61204.5")),
            (Untold, "2.9 %", Some("2.9")),
            (Untold, "2,9\u{202f}%", Some("2.9")),
            (Untold, "EUR 12", Some("12")),
            (Untold, "−4", Some("-4")),
            (Untold, "0,204", Some("0.204")),
            (Untold, "about 3", Some("3")),
            (Untold, "3 of 4", None),
            (Untold, "high", None),
        ] {
            let value = decimals.read(cell).ok().map(|value| value.to_string());
            assert_eq!(value.as_deref(), read, "{cell:?} in a file with {decimals:?}");
        }
    }

    #[test]
    fn a_file_tells_its_sign_by_the_numbers_that_leave_no_choice() {
        assert_eq!(Decimals::of(["1,204", "3.1"]), Decimals::Point, "3.1 has a point");
        assert_eq!(Decimals::of(["1.204", "3,1"]), Decimals::Comma, "3,1 has a comma");
        assert_eq!(Decimals::of(["1,204", "12"]), Decimals::Untold, "neither tells");
        assert_eq!(Decimals::of(["3.1", "3,1"]), Decimals::Untold, "they contradict each other");
    }
}
