//! What the values of a metric count.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Value;

/// What the values of a metric count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Things.
    Count,
    /// Of a hundred.
    Percent,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Money, in the currency that its source reports.
    Money,
    /// Points of a score or an index.
    Points,
}

impl Unit {
    /// What stands after a value, with the space before it; none for plain numbers.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Count | Self::Money => "",
            Self::Percent => "\u{202f}%",
            Self::Minutes => " min",
            Self::Hours => " h",
            Self::Days => " d",
            Self::Points => " pt",
        }
    }

    /// A value as people read it: thousands parted, the unit after it.
    pub fn shown(self, value: Value) -> String {
        let plain = value.to_string();
        let (sign, unsigned) =
            plain.strip_prefix('-').map_or(("", plain.as_str()), |u| ("\u{2212}", u));
        let (whole, part) =
            unsigned.split_once('.').map_or((unsigned, None), |(w, p)| (w, Some(p)));
        let point = part.map(|part| format!(".{part}")).unwrap_or_default();
        format!("{sign}{}{point}{}", thousands(whole), self.suffix())
    }
}

/// Digits in groups of three, parted by commas.
fn thousands(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_with_their_unit_and_nothing_rounded() {
        for (unit, value, shown) in [
            (Unit::Percent, "3.1", "3.1\u{202f}%"),
            (Unit::Count, "61204", "61,204"),
            (Unit::Count, "204", "204"),
            (Unit::Money, "-1234567.5", "\u{2212}1,234,567.5"),
            (Unit::Hours, "0", "0 h"),
        ] {
            assert_eq!(unit.shown(value.parse().unwrap()), shown, "{unit:?} {value}");
        }
    }
}
