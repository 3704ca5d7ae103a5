//! Files that leave.

use std::path::PathBuf;

use clap::ValueEnum;

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
    /// As it stood after this entry, for the register.
    #[arg(long)]
    pub as_of: Option<u64>,
    /// Leave people's contact details out, for a pack.
    #[arg(long)]
    pub withhold_contacts: bool,
    /// Where it goes; the ending says in which form: .pdf, .csv, .md, .zip.
    #[arg(long)]
    pub out: PathBuf,
}

/// What can leave.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Exported {
    /// The register, as PDF or CSV.
    Register,
    /// A review's minutes, as PDF or Markdown.
    Minutes,
    /// An evidence pack.
    Pack,
}
