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
    /// Write the rejected rows here as CSV.
    #[arg(long)]
    pub rejected: Option<PathBuf>,
}

/// What can be taken in.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Imported {
    /// An inventory of AI workflows.
    Workflows,
}
