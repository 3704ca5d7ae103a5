//! Rules: what must hold before a workflow is launched, and of the whole workspace at any time.
//!
//! Each rule stands once, in the [catalogue](Rule): its sentence, why it exists, how to mend what
//! breaks it, and whether it blocks. [`launch_blockers`] asks for one workflow what keeps it from
//! being launched; [`whole`] asks for everything what does not hold. Nothing found is recorded: it
//! is computed from rows and a day.

mod among;
mod broken;
mod catalogue;
mod launch;
mod number;
mod put_off;
mod settings;
mod since;
mod step;
mod whole;
mod workflow;

pub use among::Among;
pub use broken::{About, Broken, Part};
pub use catalogue::{Group, Rule, Strength};
pub use launch::{launch, launch_blockers};
pub use number::{Looser, Number};
pub use put_off::{FindingPutOff, PUT_OFF_DAYS, PutOff, may_put_off, put_off};
pub use settings::{ROUTE_LIMIT, RulesSet, Settings, loosened, loosens, rerouted};
pub use since::{Since, Version, matrix_since, on_since, workflow_since};
pub use step::steps;
pub use whole::{
    DueDrill, Exceeded, MissedReviews, Program, Repeated, Unconfirmed, matrix_mark, whole,
};
pub use workflow::of_workflow;

pub(crate) use launch::{needs_rollback, never_unattended};
