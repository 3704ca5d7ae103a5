//! The verifier's reading of ordinary JSON: the files around a record, which may be written in any
//! way. serde passes over what lies in fields that nobody asks for; no reader may differ there.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::json::{DEEPEST, MAX_INTEGER};

/// Reads one value that fills `bytes`; the error ends a sentence.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?;
    plain(text)?;
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// An integer from 0 to 2^53 - 1, in plain digits.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "u64")]
pub(super) struct Natural(pub u64);

impl TryFrom<u64> for Natural {
    type Error = &'static str;

    fn try_from(number: u64) -> Result<Self, Self::Error> {
        let exact = number <= MAX_INTEGER.unsigned_abs();
        exact.then_some(Self(number)).ok_or("a number is not below 2^53")
    }
}

/// An entry's number: such an integer from 1.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "Natural")]
pub(super) struct Seq(pub u64);

impl TryFrom<Natural> for Seq {
    type Error = &'static str;

    fn try_from(Natural(number): Natural) -> Result<Self, Self::Error> {
        (number > 0).then_some(Self(number)).ok_or("a seq is below 1")
    }
}

/// Whether values lie no deeper in each other than in canonical JSON, and no string, wherever it
/// stands, holds half a character. All else is judged by whoever parses the text.
fn plain(text: &str) -> Result<(), &'static str> {
    let (mut rest, mut depth) = (text.as_bytes(), 0usize);
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ if depth > DEEPEST => return Err("values lie too deep in each other"),
            b'[' | b'{' => depth += 1,
            b'"' => rest = behind_string(rest)?,
            _ => {}
        }
    }
    Ok(())
}

/// What follows a string that has begun.
fn behind_string(mut rest: &[u8]) -> Result<&[u8], &'static str> {
    loop {
        rest = match rest {
            [] => return Ok(rest),
            [b'"', after @ ..] => return Ok(after),
            [b'\\', b'u', after @ ..] => behind_unit(after)?,
            [b'\\', _, after @ ..] | [_, after @ ..] => after,
        };
    }
}

/// What follows a `\u` escape, together with its other half where it is one of two.
fn behind_unit(rest: &[u8]) -> Result<&[u8], &'static str> {
    const HALF: &str = "a string holds half a character";
    match unit(rest) {
        Some((0xdc00..=0xdfff, _)) => Err(HALF),
        Some((0xd800..=0xdbff, after)) => match after.strip_prefix(b"\\u").and_then(unit) {
            Some((0xdc00..=0xdfff, after)) => Ok(after),
            Some(_) | None => Err(HALF),
        },
        Some((_, after)) => Ok(after),
        None => Ok(rest),
    }
}

/// The UTF-16 code unit that four hex digits spell, and what follows them.
fn unit(rest: &[u8]) -> Option<(u16, &[u8])> {
    let (digits, after) = rest.split_at_checked(4)?;
    let digits = std::str::from_utf8(digits).ok()?;
    Some((u16::from_str_radix(digits, 16).ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What lies in a field that nobody asks for.
    fn beside(value: &str) -> Result<(), String> {
        #[derive(Deserialize)]
        struct Nothing {}
        read(format!("{{\"more\":{value}}}").as_bytes()).map(|Nothing {}| ())
    }

    fn nested(lists: usize, inside: &str) -> String {
        format!("{}{inside}{}", "[".repeat(lists), "]".repeat(lists))
    }

    #[test]
    fn no_value_lies_inside_more_than_64_lists_and_objects_not_even_in_a_field_nobody_asks_for() {
        for (lists, inside, holds) in
            [(63, "1", true), (64, "1", false), (64, "", true), (65, "", false), (9999, "", false)]
        {
            let read = beside(&nested(lists, inside));
            assert_eq!(read.is_ok(), holds, "{lists} lists in an object, in them {inside:?}");
        }
        assert_eq!(beside("\"[[[[\\\"\""), Ok(()), "brackets in a string are letters");
    }

    #[test]
    fn half_a_character_is_refused_wherever_it_stands() {
        for whole in [r#""\ud83d\ude00""#, r#""\\ud800""#, r#""\u00e9""#, r#"{"\uD83D\uDE00":1}"#] {
            assert_eq!(beside(whole), Ok(()), "{whole} is whole");
        }
        for half in [
            r#""\ud800""#,
            r#""\ude00\ud83d""#,
            r#""\ud83d\u0041""#,
            r#""\ud83dx""#,
            r#"{"\udfff":1}"#,
            r#"["a",["\ud83d\ud83d\ude00"]]"#,
        ] {
            assert!(beside(half).is_err(), "{half} is no text");
        }
    }

    #[test]
    fn a_number_is_an_integer_in_plain_digits_below_2_to_the_53() {
        let natural = |text: &str| read::<Natural>(text.as_bytes()).is_ok();
        assert!(natural("0") && natural("9007199254740991"), "the least and the largest");
        for wrong in ["9007199254740992", "-1", "-0", "1.0", "1e0", "null", "\"1\""] {
            assert!(!natural(wrong), "{wrong} is none");
        }
        assert!(read::<Seq>(b"1").is_ok() && read::<Seq>(b"0").is_err(), "a seq is one from 1");
    }
}
