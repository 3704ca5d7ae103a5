//! What the machine's clock may and may not do.
//!
//! Sequence is the only order. A clock that stands before the last entry stops approvals and
//! closings; one that leapt far ahead stops everything until a person says that the date is right.

use super::ClockAcknowledged;
use crate::{Event, Moment, Refusal};

/// More days than this between two entries is a jump that a person acknowledges first.
pub const JUMP_DAYS: i64 = 92;

/// Refuses while the clock stands far ahead of the last entry.
pub fn check_clock(last: Moment, now: Moment) -> Result<(), Refusal> {
    match now.since(last).num_days() {
        days if days > JUMP_DAYS => Err(Refusal::ClockJumped { now, last, days }),
        _ => Ok(()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_trusted_only_near_the_last_entry() {
        let last: Moment = "2026-06-01T12:00:00Z".parse().unwrap();
        for (now, jumped, behind) in [
            ("2026-06-01T12:00:00Z", false, false),
            ("2026-06-01T11:59:59.999Z", false, true),
            ("2026-09-01T12:00:00Z", false, false),
            ("2026-09-02T12:00:00Z", true, false),
        ] {
            let at = now.parse().unwrap();
            assert_eq!(check_clock(last, at).is_err(), jumped, "{now}: 92 days are allowed");
            assert_eq!(check_not_behind(last, at).is_err(), behind, "{now}: never before the last");
            assert_eq!(acknowledge(last, at).is_ok(), jumped, "{now}: only a jump is acknowledged");
        }
    }
}
