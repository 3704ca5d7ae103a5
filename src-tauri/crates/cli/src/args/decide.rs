//! Decisions by command line.

use std::path::PathBuf;

use domain::decision::DecisionKind;

/// Decisions: list, read, propose, vote.
#[derive(Debug, clap::Subcommand)]
pub enum Decide {
    /// What waits, and what ended.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// One decision, whole.
    Show {
        /// The workspace.
        file: PathBuf,
        /// Which, such as DEC-0031.
        decision: String,
    },
    /// Propose a launch, a restart, a rollback, or something outside the register.
    Propose {
        /// The workspace.
        file: PathBuf,
        /// Which kind, such as launch, restart, rollback, data-export, other.
        #[arg(long, value_parser = kind)]
        kind: DecisionKind,
        /// What it is about, in a line.
        #[arg(long)]
        title: String,
        /// Why.
        #[arg(long)]
        rationale: String,
        /// How it is undone.
        #[arg(long, default_value = "")]
        rollback_plan: String,
        /// The workflow, such as WF-0007.
        #[arg(long)]
        workflow: Option<String>,
        /// The decision that a rollback undoes.
        #[arg(long)]
        undo: Option<String>,
        /// What is asked for, where nothing in the register changes.
        #[arg(long)]
        what: Option<String>,
        /// The last day of the permit that is asked for.
        #[arg(long)]
        last_day: Option<String>,
        /// At most so many, for the permit.
        #[arg(long)]
        count: Option<u32>,
        /// At most this discount in percent, for the permit.
        #[arg(long, default_value = "")]
        discount: String,
    },
    /// Vote on decisions, all signed with one passphrase.
    Vote {
        /// The workspace.
        file: PathBuf,
        /// Which.
        #[arg(required = true)]
        decisions: Vec<String>,
        /// What the vote says.
        #[arg(long, value_enum)]
        verdict: Says,
        /// Why; a no needs a reason.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Ask for votes by a file that goes out by any channel.
    Request {
        /// The workspace.
        file: PathBuf,
        /// Which.
        decision: String,
        /// Where the request goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Take votes in that came back.
    Take {
        /// The workspace.
        file: PathBuf,
        /// The signed statements.
        #[arg(required = true)]
        statements: Vec<PathBuf>,
    },
    /// Withdraw what you proposed.
    Withdraw {
        /// The workspace.
        file: PathBuf,
        /// Which.
        decision: String,
        /// Why.
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Apply an approved decision once what stood in its way is gone.
    Apply {
        /// The workspace.
        file: PathBuf,
        /// Which.
        decision: String,
    },
}

/// What a vote says.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Says {
    /// Yes, as an approver.
    Approve,
    /// No, as an approver.
    Refuse,
    /// Yes, as somebody consulted.
    Agree,
    /// No, as somebody consulted.
    Object,
}

fn kind(written: &str) -> Result<DecisionKind, String> {
    let names = || DecisionKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    let found = DecisionKind::ALL.iter().copied().find(|kind| kind.name() == written);
    found.ok_or_else(|| format!("a kind of decision is one of {}", names()))
}
