//! Taking files in.

use std::path::PathBuf;

use clap::ValueEnum;

/// Takes a file in.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// What it holds.
    pub what: Imported,
    /// The workspace.
    pub file: PathBuf,
    /// The file to read.
    pub source: PathBuf,
    /// Say what would be taken in, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Change what is on the register already, instead of skipping its rows.
    #[arg(long)]
    pub update: bool,
    /// Which field each column fills, as a JSON file: {"Tool": "product", "#7": null}.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Which sheet of a workbook.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Why values that stand were wrong, for metrics; without it they are left as they are.
    #[arg(long, default_value = "")]
    pub correct_because: String,
    /// What a RACI matrix is called; the file's name when absent.
    #[arg(long)]
    pub name: Option<String>,
    /// Why, for holidays.
    #[arg(long, default_value = "")]
    pub why: String,
    /// Propose a RACI matrix for decision, with this rationale.
    #[arg(long, value_name = "RATIONALE")]
    pub propose: Option<String>,
    /// Write the rejected rows here as CSV.
    #[arg(long)]
    pub rejected: Option<PathBuf>,
}

/// What can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Imported {
    /// An inventory of AI workflows.
    Workflows,
    /// People with contact, roles, team and the team's manager.
    People,
    /// Values of metrics, a row each or a column per period.
    Metrics,
    /// Holidays, from a calendar file (.ics) or a table of days and names.
    Holidays,
    /// A RACI matrix: activities down, roles across. It becomes a draft.
    Raci,
}
