//! Taking files in.

use std::path::PathBuf;

use clap::ValueEnum;
use domain::batch::Preset;

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
    /// The system an action log comes from; the file's name when absent.
    #[arg(long, value_name = "SYSTEM")]
    pub origin: Option<String>,
    /// How that system was asked for the rows.
    #[arg(long)]
    pub query: Option<String>,
    /// When the rows were pulled, 2026-11-21T10:00 in the workspace's zone.
    #[arg(long, value_name = "WHEN")]
    pub pulled_at: Option<String>,
    /// Who pulled them.
    #[arg(long, value_name = "WHO")]
    pub pulled_by: Option<String>,
    /// The workflow that all rows of an action log are of, where no column says which.
    #[arg(long, value_name = "WF")]
    pub workflow: Option<String>,
    /// The system whose log it is, whose columns are then read as they are known: hubspot-activity,
    /// salesforce-setup-audit or otel-genai.
    #[arg(long, value_name = "LOG", value_parser = preset, conflicts_with = "map")]
    pub preset: Option<Preset>,
    /// The zone of an action log's times that name none; the workspace's when absent.
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// Read dates like 03/04/2026 day first (or month first), where an action log does not tell.
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
    pub day_first: Option<bool>,
    /// Write the rejected rows here as CSV.
    #[arg(long)]
    pub rejected: Option<PathBuf>,
}

fn preset(written: &str) -> Result<Preset, String> {
    let known = || Preset::ALL.map(Preset::id).join(", ");
    Preset::named(written).ok_or_else(|| format!("there are {}", known()))
}

fn yes_or_no(written: &str) -> Result<bool, String> {
    match written {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("write yes for day first, or no for month first".to_owned()),
    }
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
    /// An action log: a row for each thing AI did. It becomes a batch.
    Actions,
    /// A RACI matrix: activities down, roles across. It becomes a draft.
    Raci,
}
