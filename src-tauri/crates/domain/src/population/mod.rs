//! Population tests: every AI action of a batch held against the register as it stood at the action's
//! own time. No sampling; each test says which actions fail it, and which it could not judge.

mod action;
mod amount;
mod approvals;
mod catalogue;
mod hold;
mod limits;
mod log;
mod raise;
mod register;
mod spent;
mod wall;

pub use action::{Action, moment};
pub use catalogue::Test;
pub use hold::{Held, Tally, kind_named};
pub use log::{Log, Untold};
pub use raise::raise;
pub use register::{Name, Register, Stood, Timeline};

/// Data older than so many days when the AI acted on them are stale.
pub const STALE_DAYS: i64 = 30;
