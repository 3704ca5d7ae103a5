//! A value of a metric: an exact decimal.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Digits a value may have before and after the point together.
const DIGITS: usize = 18;

/// An exact decimal, written in one way only: `-12.5`, no zeros that say nothing, no exponent.
///
/// Never a float: what was typed is what is signed, compared and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Value(Decimal);

impl Value {
    /// `part` of `whole`, rounded to two decimals, halves away from zero; none where there is no whole.
    pub fn ratio(part: i64, whole: i64) -> Option<Self> {
        let exact = Decimal::from(part).checked_div(Decimal::from(whole))?;
        let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Some(Self(rounded.normalize()))
    }

    /// How far it lies above `other`; below zero when it lies under it.
    pub fn above(self, other: Self) -> Decimal {
        self.0 - other.0
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self(Decimal::from(number))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl FromStr for Value {
    type Err = Refusal;

    /// Reads digits with at most one point and perhaps a minus before them.
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let refused = || Refusal::NotANumber { written: written.trim().to_owned() };
        let plain = written.trim();
        let unsigned = plain.strip_prefix('-').unwrap_or(plain);
        let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = |run: &str| !run.is_empty() && run.bytes().all(|b| b.is_ascii_digit());
        let has_point = unsigned.contains('.');
        let fits = whole.len() + part.len() <= DIGITS;
        if !digits(whole) || (has_point && !digits(part)) || !fits {
            return Err(refused());
        }
        let decimal: Decimal = plain.parse().map_err(|_| refused())?;
        Ok(Self(decimal.normalize()))
    }
}

impl TryFrom<String> for Value {
    type Error = Refusal;

    fn try_from(written: String) -> Result<Self, Refusal> {
        written.parse()
    }
}

impl From<Value> for String {
    fn from(value: Value) -> Self {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_spelling_and_loses_nothing() {
        for (typed, kept) in [
            ("3.10", Some("3.1")),
            ("0.1", Some("0.1")),
            (" -12 ", Some("-12")),
            ("-0", Some("0")),
            ("007.50", Some("7.5")),
            ("100", Some("100")),
            ("0.000000000000001", Some("0.000000000000001")),
            ("123456789012345678", Some("123456789012345678")),
            ("1234567890123456789", None),
            ("1e3", None),
            ("1_000", None),
            ("1,5", None),
            ("+1", None),
            (".5", None),
            ("5.", None),
            ("NaN", None),
            ("", None),
        ] {
            let value = typed.parse::<Value>().ok().map(|value| value.to_string());
            assert_eq!(value.as_deref(), kept, "typed {typed:?}");
        }
    }

    #[test]
    fn a_tenth_and_two_tenths_are_three_tenths() {
        let of = |written: &str| written.parse::<Value>().unwrap();
        assert_eq!(of("0.3").above(of("0.1")), of("0.2").0, "as no float would have it");
        assert_eq!(of("2.50"), of("2.5"), "equal however they were typed");
    }
}
