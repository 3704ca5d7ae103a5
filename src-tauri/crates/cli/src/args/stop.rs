//! The kill switch and the stop list.

use std::path::PathBuf;

/// Stop a workflow at once.
#[derive(Debug, clap::Args)]
pub struct Stop {
    /// The workspace.
    pub file: PathBuf,
    /// The workflow, such as WF-0007.
    pub workflow: String,
    /// Why, in a sentence.
    #[arg(long)]
    pub reason: String,
    /// Try the kill switch: nothing is stopped.
    #[arg(long, conflicts_with = "by_machine")]
    pub drill: bool,
    /// Let this machine sign, with nobody signed in; say later who did it.
    #[arg(long)]
    pub by_machine: bool,
}

/// Write the signed list of what is stopped, for integrations to poll.
#[derive(Debug, clap::Args)]
pub struct StopList {
    /// The workspace.
    pub file: PathBuf,
    /// Where it goes from now on; where it went last when absent.
    #[arg(long)]
    pub out: Option<PathBuf>,
}
