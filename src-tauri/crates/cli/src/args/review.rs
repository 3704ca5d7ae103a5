//! Reviews.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use domain::review::{TierGiven, TierVerdict};

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
        /// An item of it: the evidence that it pulls, with what changed since its period ended.
        #[arg(long)]
        item: Option<String>,
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
    /// Take the chair of one whose chair left or is not there.
    Chair {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// State when its meeting took place, where it is recorded afterwards.
    Held {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// When it began, in the workspace's zone, such as 2026-11-16T10:00.
        #[arg(long)]
        from: String,
        /// When it ended.
        #[arg(long)]
        to: String,
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
        /// The verdict on a workflow's tier, of an item that re-tiers: keep, lower, raise or retire, and
        /// why where it goes against the record, such as WF-0007=lower:the vendor is not certified. Once
        /// for each; those given earlier stand.
        #[arg(long = "tier", value_name = "WORKFLOW=VERDICT[:WHY]", value_parser = tier)]
        tiers: Vec<TierGiven>,
    },
    /// The quarter it looks back on in sentences, from its own figures: a draft for the board.
    Narrative {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
    },
    /// Close, sign and lock it.
    Close {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// What the board is told of the period.
        #[arg(long, default_value = "")]
        narrative: String,
    },
    /// Countersign a closed one.
    Countersign {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// What you state about the period, in your own words.
        #[arg(long, default_value = "")]
        statement: String,
    },
    /// Write a request that the sponsor reads and countersigns on their own machine.
    Request {
        /// The workspace.
        file: PathBuf,
        /// The review.
        review: String,
        /// Where the request goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Take in the countersignature that came back.
    Take {
        /// The workspace.
        file: PathBuf,
        /// Its file.
        statement: PathBuf,
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

fn tier(written: &str) -> Result<TierGiven, String> {
    let form = "write WORKFLOW=VERDICT, or WORKFLOW=VERDICT:WHY";
    let (workflow, says) = written.split_once('=').ok_or(form)?;
    let (verdict, note) = says.split_once(':').unwrap_or((says, ""));
    let workflow =
        workflow.trim().parse().map_err(|_| format!("{form}: {workflow} is no workflow"))?;
    let verdict = match verdict.trim() {
        "keep" => TierVerdict::Keep,
        "lower" => TierVerdict::Lower,
        "raise" => TierVerdict::Raise,
        "retire" => TierVerdict::Retire,
        other => return Err(format!("“{other}” is no verdict: keep, lower, raise or retire")),
    };
    Ok(TierGiven { workflow, verdict, note: note.trim().to_owned() })
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
