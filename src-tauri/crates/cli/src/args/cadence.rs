//! Cadences and the calendar.

use std::path::PathBuf;

use clap::Subcommand;

/// Cadences and the calendar.
#[derive(Debug, Subcommand)]
pub enum Cadence {
    /// Those in force, and what each brings next.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// One, with its checklist.
    Show {
        /// The workspace.
        file: PathBuf,
        /// Which, such as weekly.
        cadence: String,
    },
    /// Set one from now on, from a JSON file as `cadence show --json` prints it.
    Set {
        /// The workspace.
        file: PathBuf,
        /// The file of its terms.
        terms: PathBuf,
        /// It is a new one: refused where its identifier is in use.
        #[arg(long)]
        new: bool,
        /// Why.
        #[arg(long, default_value = "")]
        why: String,
        /// Say what it would bring and no longer bring, and write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Propose it as a decision, as what asks for less than before takes one; --why is its
        /// rationale.
        #[arg(long, requires = "why")]
        propose: bool,
    },
    /// Retire one.
    Retire {
        /// The workspace.
        file: PathBuf,
        /// Which.
        cadence: String,
        /// Why.
        #[arg(long, default_value = "")]
        why: String,
        /// Propose it as a decision, which it takes once its first day has come; --why is its
        /// rationale.
        #[arg(long, requires = "why")]
        propose: bool,
    },
    /// Business days and holidays; `import holidays` adds to them.
    Calendar {
        /// The workspace.
        file: PathBuf,
    },
}
