//! The first 30 days: what each week of a rollout asks of the record, and how far that is.
//!
//! Nobody ticks any of it and nothing of it is recorded: each condition is read off what stands and
//! what was done, at whatever moment somebody looks.

mod condition;
mod stand;
mod week;

use crate::rule::Among;
use crate::workflow::Workflow;
use crate::{CadenceId, Moment};

pub use condition::Condition;
pub use stand::{Lacking, Met, Stand, stand};
pub use week::{Stage, Week};

/// How many times running a review is held before its cadence counts as one that repeats.
pub const RUNNING: usize = 2;
/// The days for which a plan that is complete is still pointed at.
pub const POINTED_AT_DAYS: u32 = 60;

/// What the record holds of all that the plan asks about.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// What workflows are judged among.
    pub among: &'a Among,
    /// The workflows that are not retired.
    pub workflows: &'a [Workflow],
    /// How often the register left as a page.
    pub pages: Done,
    /// People who are here and hold a key.
    pub signers: usize,
    /// Policies in force, training left aside.
    pub policies: usize,
    /// Decisions that were approved and applied.
    pub decided: Done,
    /// Action logs that were taken in.
    pub logs: Done,
    /// What the last check of the file found.
    pub trail: Trail,
    /// Of the attestations that the training in force asks for, those that were given, and all.
    pub trained: (usize, usize),
    /// The reviews whose time is over, in the order in which they were due.
    pub reviews: &'a [Over],
}

/// Something that was done, any number of times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// How often.
    pub times: usize,
    /// The first time.
    pub first: Option<Happened>,
}

/// An entry, and when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The entry.
    pub entry: u64,
    /// When.
    pub at: Moment,
}

/// A review whose time is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// Of which cadence.
    pub cadence: CadenceId,
    /// The entry that closed it; none where it was missed.
    pub held: Option<Happened>,
}

/// What a check of the whole file found: of its entries, and of its tables against a replay of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trail {
    /// Nobody has checked it since it was opened.
    Unchecked,
    /// Nothing is altered, nothing is missing, and a replay comes to the same tables.
    Replays,
    /// One of these does not hold.
    Fails,
}
