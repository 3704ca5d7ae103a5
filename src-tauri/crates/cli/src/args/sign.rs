//! Answering a request.

use std::path::PathBuf;

/// Read a request, see the whole of it, sign or refuse.
#[derive(Debug, clap::Args)]
pub struct Sign {
    /// The request's file.
    pub request: PathBuf,
    /// Sign yes, without being asked.
    #[arg(long, conflicts_with = "refuse")]
    pub approve: bool,
    /// Sign no, without being asked.
    #[arg(long)]
    pub refuse: bool,
    /// Answer as somebody consulted: a vote that is heard and decides nothing.
    #[arg(long)]
    pub consulted: bool,
    /// Why, in your words; it travels with the statement.
    #[arg(long, default_value = "")]
    pub reason: String,
    /// Where the statement goes; beside the request when absent.
    #[arg(long)]
    pub out: Option<PathBuf>,
}
