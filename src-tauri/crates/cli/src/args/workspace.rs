//! Starting, proving and cleaning a workspace.

use domain::workspace::StartUpSet;
use std::path::PathBuf;

/// Starts a workspace.
#[derive(Debug, clap::Args)]
pub struct New {
    /// Where its file goes.
    pub file: PathBuf,
    /// What it is called.
    #[arg(long)]
    pub name: String,
    /// Your name.
    #[arg(long)]
    pub founder: String,
    /// IANA time zone; this machine's when absent.
    #[arg(long)]
    pub zone: Option<String>,
    /// Month the fiscal year starts in.
    #[arg(long, default_value_t = 1)]
    pub fiscal_start: u32,
    /// The executive sponsor's name.
    #[arg(long)]
    pub sponsor: Option<String>,
    /// What it starts without.
    #[arg(long, value_enum, value_name = "SET")]
    pub without: Vec<Set>,
}

/// What a workspace starts with, beside roles and the weekly call.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Set {
    /// The daily watch, the monthly model review and the quarterly audit.
    Cadences,
    /// The metrics that reviews ask for.
    Metrics,
    /// The RACI matrices.
    Raci,
    /// The policies and the training, as drafts.
    Policies,
}

impl From<Set> for StartUpSet {
    fn from(set: Set) -> Self {
        match set {
            Set::Cadences => Self::Cadences,
            Set::Metrics => Self::Metrics,
            Set::Raci => Self::Raci,
            Set::Policies => Self::Policies,
        }
    }
}

/// Makes a demo.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Where its file goes.
    pub file: PathBuf,
    /// The day it ends on; today when absent.
    #[arg(long)]
    pub until: Option<chrono::NaiveDate>,
    /// Same seed, same day: same file.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// Proves a workspace, a pack, an excerpt or a stop list.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The workspace, pack, excerpt or stop list.
    #[arg(required_unless_present = "page")]
    pub file: Option<PathBuf>,
    /// Instead of proving anything, print the SHA-256 of the page that packs of this version carry, as
    /// `sha256sum --check` reads it.
    #[arg(long, conflicts_with_all = ["file", "after", "keys", "seen"])]
    pub page: bool,
    /// For a pack that goes on from an earlier one: the pack that holds what was before. Repeat it
    /// where that goes on from another, the oldest first. Verify those on their own as well.
    #[arg(long, value_name = "EARLIER")]
    pub after: Vec<PathBuf>,
    /// A file of key fingerprints that somebody outside kept, one a line.
    #[arg(long)]
    pub keys: Option<PathBuf>,
    /// A head that somebody outside kept, <size>:<root>.
    #[arg(long)]
    pub seen: Vec<String>,
}

/// Erases words.
#[derive(Debug, clap::Args)]
pub struct Erase {
    /// The workspace.
    pub file: PathBuf,
    /// The entry that committed to them.
    pub entry: u64,
    /// Where in it, such as /event/contact.
    pub path: String,
    /// Why.
    #[arg(long)]
    pub ground: String,
}
