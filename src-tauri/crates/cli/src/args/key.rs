//! Keys.

use std::path::PathBuf;

use clap::Subcommand;

/// Keys.
#[derive(Debug, Subcommand)]
pub enum Key {
    /// The fingerprint of every key, one a line: kept, it is what `verify --keys` wants.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// Make a key for a person on this machine and enrol it.
    Enrol {
        /// The workspace.
        file: PathBuf,
        /// Whose.
        person: String,
    },
    /// Ask for a new key when the old one is lost: makes it on this machine, and a request that
    /// two people of other roles answer with `countersign sign`.
    Request {
        /// The workspace.
        file: PathBuf,
        /// Whose key is lost.
        person: String,
        /// Where the request goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Put a new key in the place of yours, or of somebody's whose request was answered.
    Replace {
        /// The workspace.
        file: PathBuf,
        /// A statement that came back; two are needed.
        #[arg(long = "statement", value_name = "STATEMENT")]
        statements: Vec<PathBuf>,
        /// Say what the statements come to, and write nothing.
        #[arg(long, requires = "statements")]
        dry_run: bool,
        /// Why; kept with the entry.
        #[arg(long)]
        why: Option<String>,
    },
    /// Retire a key.
    Retire {
        /// The workspace.
        file: PathBuf,
        /// Whose.
        person: String,
        /// Its id.
        key: String,
        /// Why; kept with the entry.
        #[arg(long)]
        why: Option<String>,
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
