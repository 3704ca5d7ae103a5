//! Files that leave.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Shown;

/// Writes a report or a pack.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The workspace.
    pub file: PathBuf,
    /// What.
    pub what: Exported,
    /// Of which review, for minutes.
    #[arg(long)]
    pub review: Option<String>,
    /// Which RACI matrix, such as governance; all of them when absent.
    #[arg(long)]
    pub matrix: Option<String>,
    /// Which decision, such as DEC-0031; of which exception the postmortem, such as EXC-0014; which
    /// policy, such as POL-0001; whose scorecard, such as WF-0007; of the log and of overrides, about which reference only.
    #[arg(long)]
    pub about: Option<String>,
    /// Which version of a policy. When absent, the one in force; of a retired one, the version that was; of one that never was in force, the last one written.
    #[arg(long)]
    pub version: Option<u32>,
    /// Which action items, or which exceptions; those to be done or seen to when absent.
    #[arg(long, value_enum)]
    pub shown: Option<Shown>,
    /// In which period, for coverage, the sponsor page and the audit report: 2026-Q3, for coverage
    /// also two days as 2026-07-01..2026-09-30; the fiscal quarter that runs when absent. For a pack
    /// also a month, week or day; the whole workspace when absent. A quarter's pack is as of the
    /// sign-off of its audit, unless --as-of says otherwise.
    #[arg(long)]
    pub period: Option<String>,
    /// Leave out what people wrote, for a decision's excerpt.
    #[arg(long)]
    pub withhold_words: bool,
    /// The head its reader holds already, for a pack, as size:root: entries up to it stay out.
    #[arg(long)]
    pub since: Option<String>,
    /// Whose words lie in a pack beside the entries: those of every entry, or of entries made since its
    /// period began. When absent, those of its period; of the whole workspace, all of them. Reports and
    /// tables show what stood, and workpapers the rows that were drawn, whichever it is.
    #[arg(long, value_enum)]
    pub words: Option<Words>,
    /// Leave the rows of action logs out, for a pack.
    #[arg(long)]
    pub without_rows: bool,
    /// Put people's contact details in, for a pack; they stay out otherwise.
    #[arg(long)]
    pub with_contacts: bool,
    /// Where it goes; the ending says in which form: .pdf, .csv, .md, .ics, .excerpt, .zip.
    #[arg(long)]
    pub out: PathBuf,
}

/// Whose words lie in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Words {
    /// Those of every entry.
    All,
    /// Those of entries made since the period began.
    Period,
}

/// What can leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Exported {
    /// The register, as PDF or CSV.
    Register,
    /// A review's minutes, as PDF or Markdown.
    Minutes,
    /// A decision's record, as PDF or as an excerpt to be verified.
    Decision,
    /// When reviews, drills and all else are due or end, as a calendar file.
    Calendar,
    /// The RACI matrices as PDF, or one of them as CSV.
    Raci,
    /// The operating model, one page for the whole team, as PDF.
    OperatingModel,
    /// Action items, as CSV.
    Actions,
    /// Exceptions, as CSV, or in short as Markdown.
    Exceptions,
    /// What was learnt from an exception, as PDF.
    Postmortem,
    /// The week so far in short, as Markdown.
    Week,
    /// The change log, as CSV.
    Log,
    /// Metrics and where they stand, as CSV.
    Metrics,
    /// Overrides, as CSV.
    Overrides,
    /// The scorecard of the program, or of one workflow, as CSV.
    Scorecard,
    /// Stops and drills, as CSV.
    Stops,
    /// What evidence there is for each requirement of the frameworks, as PDF or CSV.
    Coverage,
    /// Who attested which version of which policy when, as CSV.
    Policies,
    /// A policy as a document, with what has changed in it and who has attested it, as PDF.
    Policy,
    /// A quarter on a page, for the executive sponsor, as PDF.
    Sponsor,
    /// The audit report of a quarter, as PDF.
    Audit,
    /// An evidence pack.
    Pack,
}
