//! The sponsor page of a quarter.

use report::sponsor::{self as paper, Model, Narrative};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::frame::{About, frame, left_before};
use super::leave;
use super::preparer::Preparer;
use super::quarter::{Quarter, short, sponsors};
use crate::files::{Grant, Purpose, Written};
use crate::{Desk, Problem};

/// Saves a quarter on a page, for the executive sponsor, as PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportSponsor {
    /// Which quarter, such as `2026-Q3`; the one that runs, when absent.
    pub period: Option<String>,
    /// Where it goes.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn export_sponsor(&mut self, request: ExportSponsor) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let quarter = self.quarter(request.period.as_deref())?;
        let bytes = pages(self, &quarter, &preparer)?;
        let mut export = super::export("sponsor", "pdf", quarter.as_of, None, &bytes);
        export.period = Some(quarter.period.to_string());
        leave(self, &path, &bytes, export)
    }
}

/// The sponsor page as PDF.
pub(super) fn pages(
    desk: &Desk,
    quarter: &Quarter,
    preparer: &Preparer,
) -> Result<Vec<u8>, Problem> {
    Ok(paper::pdf(&model(desk, quarter, preparer)?)?.bytes)
}

fn model(desk: &Desk, quarter: &Quarter, preparer: &Preparer) -> Result<Model, Problem> {
    let open = desk.open()?;
    let about = About {
        report: "Sponsor page",
        period: quarter.title(),
        as_of: quarter.as_of,
        before: left_before(&open.view(), "sponsor", &quarter.period.to_string())?,
    };
    let whom = sponsors(&open.view(), desk.moment())?;
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        about: format!("For {whom}. {}", quarter.stands()),
        quarter: short(desk, quarter)?,
        narrative: narrative(quarter),
    })
}

/// Letters of what the board is told that the page has room for below its figures.
const ROOM: usize = 1600;

/// What the board is told, once it is signed with the closing of the quarter's audit.
fn narrative(quarter: &Quarter) -> Option<Narrative> {
    let audit = quarter.audit.as_ref()?;
    let (words, closed) = (audit.narrative.as_ref()?, audit.closed.as_ref()?);
    let (name, entry) = (&closed.name, report::grouped(closed.entry));
    let begins = beginning(words.trim());
    let whole = begins.len() == words.trim().len();
    let rest = format!("The rest stands in section 1 of the audit report of {}.", quarter.period);
    Some(Narrative {
        words: begins.to_owned(),
        signed: format!("signed by {name} with the closing of {}, entry {entry}", audit.review),
        rest: if whole { String::new() } else { rest },
    })
}

/// The whole sentences with which long words begin; all of them where there is room.
fn beginning(words: &str) -> &str {
    let Some((room, _)) = words.char_indices().nth(ROOM) else { return words };
    let fits = words.get(..room).unwrap_or(words);
    let ends = fits.char_indices().rev().find(|(at, letter)| {
        let next = fits.get(at + letter.len_utf8()..).unwrap_or_default();
        matches!(letter, '.' | '!' | '?') && next.starts_with(char::is_whitespace)
    });
    ends.and_then(|(at, letter)| fits.get(..at + letter.len_utf8())).unwrap_or(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_begins_with_whole_sentences() {
        let sentence = "One workflow was stopped and came back in 18.5 hours. ";
        let long = sentence.repeat(60);
        let begins = beginning(long.trim());
        assert!(begins.ends_with("hours.") && begins.len() <= ROOM, "a sentence ends: {begins}");
        assert!(begins.len() + sentence.len() > ROOM, "and no more is left out than has to be");
        assert_eq!(beginning(sentence.trim()), sentence.trim(), "what is short stands whole");
    }
}
