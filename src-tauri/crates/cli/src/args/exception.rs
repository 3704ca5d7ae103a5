//! Exceptions.

use std::path::PathBuf;

use clap::Subcommand;
use domain::exception::{Kind, Severity};

use super::Shown;

/// Exceptions.
#[derive(Debug, Subcommand)]
pub enum Exception {
    /// What went wrong and is to be seen to, and what was resolved.
    List {
        /// The workspace.
        file: PathBuf,
        /// Which of them; those to be seen to when absent.
        #[arg(long, value_enum, default_value_t = Shown::Open)]
        shown: Shown,
        /// Only those that have to do with this workflow, decision, review or action item.
        #[arg(long)]
        about: Option<String>,
    },
    /// One in full: its clock, whom it asks, what came of it.
    Show {
        /// The workspace.
        file: PathBuf,
        /// Which, such as EXC-0014.
        exception: String,
    },
    /// Report that something went wrong.
    Report {
        /// The workspace.
        file: PathBuf,
        /// What sort of thing, such as output-error, data-security, bias.
        #[arg(long, value_parser = kind)]
        kind: Kind,
        /// What happened.
        #[arg(long)]
        what: String,
        /// How bad it is: normal, high, critical.
        #[arg(long, value_parser = severity, default_value = "normal")]
        severity: Severity,
        /// The workflow it is about, such as WF-0007.
        #[arg(long)]
        workflow: Option<String>,
        /// Where it lies, in another system.
        #[arg(long, default_value = "")]
        pointer: String,
        /// The review it came up in, such as WEEKLY-2026-W47.
        #[arg(long, requires = "item")]
        review: Option<String>,
        /// The item of that review.
        #[arg(long, requires = "review")]
        item: Option<String>,
    },
    /// Say that one is seen to.
    Acknowledge {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
    },
    /// Ask one person to see to one.
    Assign {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// Whom, such as PER-0004; back to its roles when absent.
        to: Option<String>,
    },
    /// Stop a clock while something is waited for.
    Wait {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// What is waited for.
        #[arg(long)]
        reason: String,
    },
    /// Let a clock go on.
    Resume {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
    },
    /// Set how bad one is.
    Severity {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// How bad it is: normal, high, critical.
        #[arg(value_parser = severity)]
        severity: Severity,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Tie a decision to one.
    Link {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// The decision, such as DEC-0031.
        decision: String,
    },
    /// Take a decision off one.
    Unlink {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// The decision.
        decision: String,
    },
    /// State that one was seen to.
    Resolve {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// What was found and done.
        #[arg(long)]
        words: String,
    },
    /// Take up one that was resolved.
    Reopen {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Write what was learnt from one.
    Postmortem {
        /// The workspace.
        file: PathBuf,
        /// Which.
        exception: String,
        /// How it came about.
        #[arg(long)]
        cause: String,
        /// Whom and what it hurt.
        #[arg(long)]
        impact: String,
        /// What was done about it.
        #[arg(long)]
        done: String,
        /// What changes.
        #[arg(long)]
        changes: String,
    },
}

fn kind(written: &str) -> Result<Kind, String> {
    let named = Kind::ALL.map(|kind| (typed(kind.words()), kind));
    one_of(&named, written, "an exception is of one kind of")
}

fn severity(written: &str) -> Result<Severity, String> {
    let all = [Severity::Normal, Severity::High, Severity::Critical];
    one_of(&all.map(|one| (typed(one.words()), one)), written, "a severity is one of")
}

/// What people call it, as they type it here: `data-security`.
fn typed(words: &str) -> String {
    words.to_lowercase().replace(' ', "-")
}

fn one_of<T: Copy>(named: &[(String, T)], written: &str, says: &str) -> Result<T, String> {
    let found = named.iter().find(|(name, _)| name == written).map(|(_, one)| *one);
    let names = || named.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| format!("{says} {}", names()))
}
