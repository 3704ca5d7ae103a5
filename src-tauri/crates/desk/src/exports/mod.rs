//! What leaves the desk.

mod actions;
mod audit;
mod calendar;
mod coverage;
mod decision;
mod entries;
mod exceptions;
mod frame;
mod listed;
mod metrics;
mod minutes;
mod operating_model;
mod overrides;
mod pack;
mod policies;
mod policy;
mod postmortem;
mod preparer;
mod preview;
pub(crate) mod quarter;
mod raci;
mod register;
mod register_seen;
mod sample;
mod scorecard;
mod sponsor;
mod stops;
mod summary;

pub use audit::ExportAudit;
pub use listed::{ExportList, Listed};
pub use pack::{ExportPack, PackWords};
pub use policy::ExportPolicy;
pub use preview::{Paper, PreviewReport, ReportPages};
pub use quarter::NarrativeDraft;
pub use register_seen::{RegisterColumn, RegisterSeen};
pub use sample::{ExportSample, SampleForm};
use serde::{Deserialize, Serialize};
pub use sponsor::ExportSponsor;
pub use summary::{ExportSummary, SummaryOf, SummaryQuery, SummaryText};
use ts_rs::TS;

use std::path::Path;

use domain::ReviewRef;
use domain::workspace::ExportMade;

use crate::files::{Grant, Written, file_name};
use crate::{Desk, Problem};
use report::{Draft, Readers};

/// In which form something leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PaperForm {
    /// To read and print.
    Pdf,
    /// To calculate with.
    Csv,
    /// To paste.
    Markdown,
}

/// Saves the register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportRegister {
    /// PDF or CSV.
    pub form: PaperForm,
    /// Where it goes.
    pub grant: Grant,
    /// As it stood after this entry; now, when absent.
    pub as_of: Option<u64>,
    /// What is seen of it on the screen; the whole page, when absent.
    pub seen: Option<RegisterSeen>,
}

/// Saves the RACI matrices in force.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportRaci {
    /// Only this matrix; all of them, when absent. CSV holds one.
    pub matrix: Option<String>,
    /// PDF or CSV.
    pub form: PaperForm,
    /// Where it goes.
    pub grant: Grant,
    /// As they stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// Saves the operating model as PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportOperatingModel {
    /// Where it goes.
    pub grant: Grant,
    /// As it stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// Saves when reviews, drills and all else are due or end, as a calendar file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportCalendar {
    /// Where it goes.
    pub grant: Grant,
}

/// Saves a review's minutes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportMinutes {
    /// Of which review.
    pub review: String,
    /// PDF or Markdown.
    pub form: PaperForm,
    /// Where it goes.
    pub grant: Grant,
}

/// Saves a decision's record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportDecision {
    /// Which.
    pub decision: String,
    /// To read, or to be verified without anything else.
    pub form: DecisionForm,
    /// Leave out of an excerpt what people wrote; the signatures and the difference's marks stay.
    #[serde(default)]
    pub withhold_words: bool,
    /// Where it goes.
    pub grant: Grant,
}

/// In which form a decision's record leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionForm {
    /// Pages, to read and print.
    Pdf,
    /// Its entries with their proofs, to be verified by anybody.
    Excerpt,
}

/// A review's minutes as Markdown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MinutesText {
    /// The text.
    pub text: String,
}

/// The record of a text that was copied.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Copied {
    /// The entry that says so.
    pub entry: Option<u64>,
}

/// The entry of an export whose file holds `bytes`.
pub(crate) fn export(
    what: &str,
    form: &str,
    as_of: u64,
    review: Option<ReviewRef>,
    bytes: &[u8],
) -> ExportMade {
    ExportMade {
        what: what.to_owned(),
        form: form.to_owned(),
        as_of,
        period: None,
        review,
        decision: None,
        exception: None,
        policy: None,
        file: Some(ledger::encoding::hex(&ledger::primitive::sha256(&[bytes]))),
        manifest: None,
        since: None,
    }
}

/// Stages the file, records the export, then gives the file its name: what cannot be recorded does
/// not appear, and whatever appears is on the record.
pub(crate) fn leave(
    desk: &mut Desk,
    path: &Path,
    bytes: &[u8],
    export: ExportMade,
) -> Result<Written, Problem> {
    let draft = Draft::of(path, Readers::AsDocuments, bytes)?;
    let appended = desk.act_leaving(|_| Ok(vec![export.into()]))?;
    let entry = appended.first().map(|entry| entry.seq);
    publish(draft, path, entry)?;
    Ok(Written::of(file_name(path), bytes, entry))
}

/// Gives a recorded export its name; where that fails, says what is on the record all the same.
fn publish(draft: Draft, path: &Path, entry: Option<u64>) -> Result<(), Problem> {
    draft.publish().map_err(|refused| {
        let recorded = entry.map(|entry| format!("Entry {entry} records this export, but "));
        let says = format!(
            "{}{} could not be put in its place: {}. No such file is there. Export it again; the \
             entry stays as the record of this attempt.",
            recorded.unwrap_or_default(),
            file_name(path),
            refused.reason()
        );
        Problem::new("export-unpublished", crate::problem::sentence(&says))
    })
}

fn no_such_form(what: &str, form: &str) -> Problem {
    Problem::new("bad-request", format!("The {what} does not come as {form}."))
}
