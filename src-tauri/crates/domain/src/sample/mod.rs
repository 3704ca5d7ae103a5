//! Samples of AI actions: how many, which, what was found, and what it proves.
//!
//! A draw is in two hands. The tester plans: batch, method, size, when more are drawn, and who reviews.
//! That reviewer, who is somebody else, then signs the plan and the root of the tree after it, and that
//! signature completes the seed. Every plan, drawn, given up or lapsed, stays.

mod draw;
mod events;
mod history;
mod plan;
mod pool;
mod prove;
mod reviewer;
mod says;
mod seed;
mod size;
mod stratified;
mod test;

pub use draw::{Digest, Drawn, First, Sealed, every_kth};
pub use events::{
    Attribute, Extension, Finding, Held, Layer, Only, Population, Reviewer, SampleAbandoned,
    SampleConfirmed, SampleDrawn, SampleExtended, SamplePlanned, SampleTested,
};
pub use history::{Confirmation, Draw, Entered, Sample, Stage, Test, is_error};
pub use plan::{
    Counted, MOST_ROWS, MOST_STRATA, Planning, SEED_DAYS, comes_to, must_be_few,
    must_be_few_strata, must_divide, plan,
};
pub use pool::{Pooling, Together, Undated, WEEKS, WEEKS_SAMPLED, counts, pool};
pub use prove::{Bound, More, Pooled, Proven, Stratum, WANTED_PERCENT, pooled, proven, risk};
pub use reviewer::{may_be_named, reviewer, signed_at};
pub use says::{grouped, not_extended, percent, pooled_sentence, sentence};
pub use seed::{SEED, draw, extend, may_extend, may_seed};
pub use size::{GUIDED_ROWS, Method, Size, allotted, guided, total};
pub use stratified::stratified_upper;
pub use test::{CONFIRMATION, Testing, abandon, confirm, may_confirm, test};

use crate::RoleId;
use crate::people::{keepers, security};

/// The probability with which a limit may be wrong: limits hold at 95 %.
pub const RISK: f64 = 0.05;

/// Who may plan and test samples.
pub fn testers() -> Vec<RoleId> {
    [keepers(), vec![security(), RoleId::new("compliance")]].concat()
}

/// Who may complete a seed and confirm a sample, where they did not plan it: the same.
pub fn reviewers() -> Vec<RoleId> {
    testers()
}
