//! Action items.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

/// Action items.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// What is to be done, and what is over.
    List {
        /// The workspace.
        file: PathBuf,
        /// Which of them; those to be done when absent.
        #[arg(long, value_enum, default_value_t = Shown::Open)]
        shown: Shown,
    },
    /// Raise one, by itself or out of an item of a review that is being held.
    Raise {
        /// The workspace.
        file: PathBuf,
        /// What is to be done.
        #[arg(long)]
        what: String,
        /// Who does it, such as PER-0003.
        #[arg(long)]
        who: String,
        /// The last day on which it is in time, such as 2026-11-27.
        #[arg(long)]
        due: String,
        /// The cadence whose reviews carry it in, such as weekly.
        #[arg(long, required_unless_present = "review", conflicts_with = "review")]
        cadence: Option<String>,
        /// The review it comes out of, such as WEEKLY-2026-W47.
        #[arg(long, requires = "item")]
        review: Option<String>,
        /// The item of that review.
        #[arg(long, requires = "review")]
        item: Option<String>,
    },
    /// Give one to somebody else.
    HandOver {
        /// The workspace.
        file: PathBuf,
        /// Which, such as ACT-0044.
        action: String,
        /// To whom.
        to: String,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Set another day for one.
    Reschedule {
        /// The workspace.
        file: PathBuf,
        /// Which.
        action: String,
        /// The last day on which it is in time.
        #[arg(long)]
        due: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// State that one is done.
    Done {
        /// The workspace.
        file: PathBuf,
        /// Which.
        action: String,
        /// What came of it.
        #[arg(long, default_value = "")]
        words: String,
    },
    /// Give one up.
    Drop {
        /// The workspace.
        file: PathBuf,
        /// Which.
        action: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Take up one that was over.
    Reopen {
        /// The workspace.
        file: PathBuf,
        /// Which.
        action: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
}

/// Which action items or exceptions are listed or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    /// To be done or seen to by who acts.
    Mine,
    /// To be done or seen to.
    Open,
    /// To be done or seen to, and past due.
    Late,
    /// Done, dropped or resolved.
    Over,
}

impl Shown {
    /// That there are none of them.
    pub fn none(self, what: &str) -> String {
        match self {
            Self::Mine => format!("No {what} of yours is open."),
            Self::Open => format!("No {what} is open."),
            Self::Late => format!("No {what} is late."),
            Self::Over => format!("No {what} is over yet."),
        }
    }
}
