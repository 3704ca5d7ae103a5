//! Keys.

use std::path::PathBuf;

use clap::Subcommand;

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
