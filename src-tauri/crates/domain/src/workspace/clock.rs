//! What the machine's clock may and may not do.
//!
//! Sequence is the only order. A clock that stands before the last entry stops approvals and
//! closings; one that leapt far ahead stops everything until a person says that the date is right.

use chrono::Duration;

use super::ClockAcknowledged;
use crate::{Event, Moment, Refusal};

/// More days than this between two entries is a jump that a person acknowledges first.
pub const JUMP_DAYS: i64 = 92;

/// Refuses while the clock stands far ahead of the last entry.
pub fn check_clock(last: Moment, now: Moment) -> Result<(), Refusal> {
    let leap = now.since(last);
    if leap > Duration::days(JUMP_DAYS) {
        Err(Refusal::ClockJumped { now, last, days: leap.num_days() })
    } else {
        Ok(())
    }
}

/// Refuses an approval or a closing while the clock stands before the last entry.
pub fn check_not_behind(last: Moment, now: Moment) -> Result<(), Refusal> {
    if now < last { Err(Refusal::ClockBehind { now, last }) } else { Ok(()) }
}

/// Acknowledges a jump; refused when there is none.
pub fn acknowledge(last: Moment, now: Moment) -> Result<Event, Refusal> {
    match check_clock(last, now) {
        Ok(()) => Err(Refusal::NothingToDeclare),
        Err(_) => Ok(ClockAcknowledged { before: last, after: now }.into()),
    }
}
