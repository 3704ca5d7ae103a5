//! Population tests: every AI action of a batch held against the register as it stood at the action's
//! own time. No sampling; each test says which actions fail it.

mod amount;
mod catalogue;
mod fails;
mod raise;
mod register;
mod spent;

pub use catalogue::Test;
pub use fails::{Action, Tally, moment};
pub use raise::raise;
pub use register::{Name, Register, Stood, Timeline};

/// Data older than so many days when the AI acted on them are stale.
pub const STALE_DAYS: i64 = 30;
