//! What a person can type.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

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
    /// Who acts, by reference such as PER-0001.
    #[arg(
        id = "acting",
        long = "as",
        global = true,
        value_name = "PERSON",
        default_value = "PER-0001"
    )]
    pub person: String,
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
    /// What is due, waiting, missed.
    Status {
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
        /// As it stood after this entry.
        #[arg(long)]
        as_of: Option<u64>,
    },
    /// Take a file in.
    Import(Import),
    /// Reviews: list, hold, close.
    #[command(subcommand)]
    Review(Review),
    /// Write a report or an evidence pack.
    Export(Export),
    /// Prove a workspace or a pack.
    Verify(Verify),
    /// Write the workspace as it stood after an entry, from its entries alone.
    Replay {
        /// The workspace.
        file: PathBuf,
        /// The entry.
        #[arg(long)]
        as_of: u64,
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
        /// At most this many entries.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Erase words when the law asks.
    Erase(Erase),
    /// Write a copy of the workspace.
    Backup {
        /// The workspace.
        file: PathBuf,
        /// Where the copy goes.
        #[arg(long)]
        out: PathBuf,
    },
}

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

/// People and roles.
#[derive(Debug, Subcommand)]
pub enum People {
    /// Everybody.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// Add a person.
    Add {
        /// The workspace.
        file: PathBuf,
        /// Name.
        #[arg(long)]
        name: String,
        /// Where to reach them.
        #[arg(long, default_value = "")]
        contact: String,
        /// Roles held from today.
        #[arg(long = "role")]
        roles: Vec<String>,
    },
    /// Give a role.
    Give {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// Which role.
        role: String,
        /// First day.
        #[arg(long)]
        from: String,
        /// Last day.
        #[arg(long)]
        to: Option<String>,
    },
    /// End a role.
    End {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// Which role.
        role: String,
        /// The last day.
        #[arg(long)]
        on: String,
    },
    /// Record that a person left: roles end, keys are retired.
    Left {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
    },
}

/// Keys.
#[derive(Debug, Subcommand)]
pub enum Key {
    /// Make a key for a person on this machine and enrol it.
    Enrol {
        /// The workspace.
        file: PathBuf,
        /// Whose.
        person: String,
    },
    /// Put a new key in the place of yours.
    Replace {
        /// The workspace.
        file: PathBuf,
    },
    /// Retire a key.
    Retire {
        /// The workspace.
        file: PathBuf,
        /// Whose.
        person: String,
        /// Its id.
        key: String,
    },
    /// Save your sealed key file, to carry it to another machine.
    Save {
        /// The workspace.
        file: PathBuf,
        /// Where it goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Bring a sealed key file to this machine.
    Bring {
        /// The workspace.
        file: PathBuf,
        /// The key file.
        source: PathBuf,
    },
}

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

/// Reviews.
#[derive(Debug, Subcommand)]
pub enum Review {
    /// Due, open, held and missed ones.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// One review.
    Show {
        /// The workspace.
        file: PathBuf,
        /// Its name, such as WEEKLY-2026-W47.
        review: String,
    },
    /// Open one; you chair it.
    Open {
        /// The workspace.
        file: PathBuf,
        /// Its name.
        review: String,
    },
    /// State who is there.
    Attend {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// Who.
        person: String,
        /// Whether they take part.
        presence: Presence,
        /// Who came in their place.
        #[arg(long, default_value = "")]
        delegate: String,
    },
    /// Give an item its outcome.
    Answer {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// The item.
        item: String,
        /// What was found.
        outcome: Outcome,
        /// Why, where it is not fine.
        #[arg(long, default_value = "")]
        note: String,
        /// Seconds spent on it.
        #[arg(long, default_value_t = 0)]
        seconds: u32,
    },
    /// Close, sign and lock it.
    Close {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
    },
    /// Countersign a closed one.
    Countersign {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
    },
    /// Add words to a closed one.
    Addendum {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// The words.
        text: String,
    },
}

/// Whether somebody takes part.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Presence {
    Present,
    Excused,
    Delegate,
    Absent,
}

/// What was found.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Outcome {
    Fine,
    Attention,
    Breach,
    NotApplicable,
}

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

/// Proves a workspace or a pack.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The workspace or pack.
    pub file: PathBuf,
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
