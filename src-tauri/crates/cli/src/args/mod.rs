//! What a person can type: the commands here, what each takes in a file of its own.

mod action;
mod cadence;
mod call;
mod decide;
mod exception;
mod export;
mod import;
mod key;
mod people;
mod policy;
mod review;
mod sample;
mod sign;
mod stop;
mod workspace;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use action::{Action, Shown};
pub use cadence::Cadence;
pub use call::Call;
pub use decide::{Decide, Says};
pub use exception::Exception;
pub use export::{Export, Exported, Words};
pub use import::{Import, Imported};
pub use key::Key;
pub use people::People;
pub use policy::Policy;
pub use review::{Outcome, Presence, Review};
pub use sample::Sample;
pub use sign::Sign;
pub use stop::{Stop, StopList};
pub use workspace::{Demo, Erase, New, Verify};

/// Governs the AI in a sales process: one file, a rhythm, and proof.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, after_help = AFTER)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Answer as JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Read as of a past moment: an entry, the end of the day 2026-08-31, or 2026-08-31T18:00.
    #[arg(long, global = true, value_name = "T")]
    pub as_of: Option<String>,
    /// Who acts, by reference such as PER-0001; the workspace's founder when absent.
    #[arg(id = "acting", long = "as", global = true, value_name = "PERSON")]
    pub person: Option<String>,
}

impl Args {
    /// Who acts.
    pub fn person(&self) -> &str {
        self.person.as_deref().unwrap_or("PER-0001")
    }
}

const AFTER: &str = "\
The passphrase comes from a prompt, or from COUNTERSIGN_PASSPHRASE; a new key's from a prompt, or \
from COUNTERSIGN_NEW_PASSPHRASE. Keys lie in COUNTERSIGN_PROFILE, or in the platform's data folder.
Exit codes: 0 done, 1 refused or failed, 2 usage, 3 verification says no.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a workspace, with you as RevOps.
    New(New),
    /// Make a demo workspace: a believable company over two quarters.
    Demo(Demo),
    /// What is due, waiting, out of line, found.
    Status {
        /// The workspace.
        file: PathBuf,
    },
    /// The first 30 days: what each week asks, and what of it the record shows.
    Rollout {
        /// The workspace.
        file: PathBuf,
    },
    /// People and roles.
    #[command(subcommand)]
    People(People),
    /// Keys.
    #[command(subcommand)]
    Key(Key),
    /// The register of AI workflows.
    Register {
        /// The workspace.
        file: PathBuf,
    },
    /// Stop a workflow at once.
    Stop(Stop),
    /// Write the signed list of what is stopped, for integrations to poll.
    StopList(StopList),
    /// Take a file in.
    Import(Import),
    /// Reviews: list, hold, close.
    #[command(subcommand)]
    Review(Review),
    /// Cadences and the calendar: list, set, retire.
    #[command(subcommand)]
    Cadence(Cadence),
    /// Action items: list, raise, hand over, end.
    #[command(subcommand)]
    Action(Action),
    /// Exceptions: list, read, report, see to, resolve.
    #[command(subcommand)]
    Exception(Exception),
    /// Decisions: list, read, propose, vote.
    #[command(subcommand)]
    Decide(Decide),
    /// Policies and training: list, read, propose, attest.
    #[command(subcommand)]
    Policy(Policy),
    /// Samples of AI actions: list and read, plan, draw by another's seed, save.
    Sample(Sample),
    /// Write a report, a table or an evidence pack.
    Export(Export),
    /// Read a request, see the whole of it, sign or refuse.
    Sign(Sign),
    /// Prove a workspace, a pack, an excerpt or a stop list.
    Verify(Verify),
    /// Write the workspace as it stood at a past moment, `--as-of T`, from its entries alone.
    Replay {
        /// The workspace.
        file: PathBuf,
        /// Where it goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// The change log, newest first.
    Log {
        /// The workspace.
        file: PathBuf,
        /// Only what is about this reference.
        #[arg(long)]
        about: Option<String>,
        /// Only entries in which each of these words stands.
        #[arg(long)]
        words: Option<String>,
        /// At most this many entries.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Erase words when the law asks.
    Erase(Erase),
    /// Call any operation of the desk by its name, as the window does.
    Call(Call),
    /// Write a copy of the workspace.
    Backup {
        /// The workspace.
        file: PathBuf,
        /// Where the copy goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Write the manual's pages, for whoever makes a package.
    #[command(hide = true)]
    Manual {
        /// The folder they go into.
        folder: PathBuf,
    },
}
