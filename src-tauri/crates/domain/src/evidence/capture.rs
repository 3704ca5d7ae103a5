//! Putting a piece of evidence on the record.

use chrono::NaiveDate;

use super::{Class, EvidenceCaptured, Pointer};
use crate::people::Standing;
use crate::refusal::{Limit, NAME_LIMIT, TEXT_LIMIT, required};
use crate::{Event, EvidenceRef, PersonRef, Refusal};

/// What somebody captures.
#[derive(Clone, Copy, Debug)]
pub struct Captured<'a> {
    /// What it shows.
    pub title: &'a str,
    /// How firm it is.
    pub class: Class,
    /// Where it is found.
    pub found: Place<'a>,
    /// The last day on which it counts.
    pub expires: Option<NaiveDate>,
}

/// Where something that is captured is found.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// At an address.
    Url(&'a str),
    /// In a file that was just read.
    File {
        /// What it is called.
        name: &'a str,
        /// SHA-256 of its bytes, in hex.
        sha256: &'a str,
        /// How many bytes it has.
        size: u64,
    },
}

/// An address fits on one line.
const URL_LIMIT: Limit = Limit { one_line: true, ..TEXT_LIMIT };

/// Captures evidence under the reference `next`. Anybody who is here may.
pub fn capture(
    standing: &Standing,
    by: PersonRef,
    next: EvidenceRef,
    captured: Captured<'_>,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    let title = required("the title", captured.title, NAME_LIMIT)?;
    let pointer = match captured.found {
        Place::Url(url) => {
            let written = required("the address", url, URL_LIMIT)?;
            must_be_an_address(url.trim())?;
            Pointer::Url { url: written }
        }
        Place::File { name, sha256, size } => Pointer::File {
            name: required("the file’s name", name, URL_LIMIT)?,
            sha256: sha256.to_owned(),
            size,
        },
    };
    let (class, expires) = (captured.class, captured.expires);
    Ok(EvidenceCaptured { evidence: next, title, class, pointer, expires }.into())
}

/// An address names how it is reached (RFC 3986, a scheme), and something after that.
fn must_be_an_address(url: &str) -> Result<(), Refusal> {
    let fits = url.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && scheme.len() > 1
            && scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || "+-.".contains(sign))
            && !rest.trim_start_matches('/').is_empty()
            && !url.contains(char::is_whitespace)
    });
    if fits { Ok(()) } else { Err(Refusal::NotAnAddress { written: url.to_owned() }) }
}
