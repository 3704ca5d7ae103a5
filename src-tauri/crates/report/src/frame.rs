//! What stands round every report, whatever it is about.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

use crate::figure::in_fours;

/// The frame of a report: the words of its header and footer and of its metadata.
///
/// Everything is told, nothing is looked up: two renderings of the same frame and
/// model give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Frame {
    /// The workspace's name, as in "Northwind Telemetry".
    pub workspace: String,
    /// What kind of report this is, as in "Review minutes" or "Register".
    pub report: String,
    /// The period or subject, as in "WEEKLY-2026-W39: 21 September 2026".
    pub period: String,
    /// The moment the report shows, with its offset: "2026-09-21 10:58 (UTC+02:00)".
    pub as_of: String,
    /// When the report was made, RFC 3339 in UTC; goes into the metadata.
    pub made_at: String,
    /// Who had it made.
    pub preparer: String,
    /// The ledger's head at that moment.
    pub head: Head,
    /// Which export of this report this is.
    pub version: Version,
    /// The confidentiality label, as in "confidential".
    pub label: String,
    /// True for the demo workspace: every page then says so.
    pub demo: bool,
    /// Language of the report's own words, BCP 47; "en" today.
    pub language: String,
    /// Where a reference's record lies when it isn't in this report: reference to the
    /// file beside this one, as in `WF-0011` to `register.pdf`. Left empty for a report
    /// that travels alone: references that lead nowhere are then set in ink, not as links.
    pub records: BTreeMap<String, String>,
}

/// A head of the ledger: the root of its tree and how many entries it covers.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Head {
    /// 64 lower-case hex digits.
    pub root: String,
    /// Entries under that root.
    pub size: u64,
}

impl Head {
    /// The short form people compare: the first eight digits in two groups.
    #[must_use]
    pub fn short(&self) -> String {
        self.grouped().chars().take("1a58 0867".len()).collect()
    }

    /// All digits in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        in_fours(&self.root, usize::MAX)
    }
}

/// Which export of a report its pages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Version {
    /// 1 for the first, then counting.
    Export(u32),
    /// None: they are looked at in the window, and no export is on record.
    Preview,
}

impl Version {
    /// What a page's foot says: "Export 3" or "Preview". Not "version", which policies have of
    /// their own.
    #[must_use]
    pub fn said(self) -> String {
        match self {
            Self::Export(number) => format!("Export {number}"),
            Self::Preview => "Preview".to_owned(),
        }
    }
}

impl Display for Version {
    /// What stands where the number of an export is asked for.
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Export(number) => write!(f, "{number}"),
            Self::Preview => f.write_str("None: a preview, not exported"),
        }
    }
}

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters no font at hand covers, in order of code point. They are printed as
    /// their code point in a box and listed at the report's end; whoever exports should
    /// say so too.
    pub uncovered: Vec<char>,
}
