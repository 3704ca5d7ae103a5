//! Permits used beyond what they allow: how, and whether somebody has answered for it.

use chrono::NaiveDate;

use super::permit::{Permit, Use};
use crate::exception::{Cause, ExceptionRaised, Kind, Severity};
use crate::people::Standing;
use crate::rule::Settings;
use crate::{Event, ExceptionRef, PersonRef, Refusal, Text};

/// How a use goes beyond what its permit allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// More was used than it allows in all.
    TooMuch {
        /// How much, with this use.
        used: u64,
        /// How much it allows.
        most: u64,
    },
    /// It was used again, and allows one action or one batch.
    Again,
    /// It was used before it was issued.
    Early {
        /// On which day.
        on: NaiveDate,
        /// The day on which it was issued.
        from: NaiveDate,
    },
    /// It was used after its last day.
    Late {
        /// On which day.
        on: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
}

impl Beyond {
    /// What happened, to follow a permit's reference.
    pub fn says(self) -> String {
        match self {
            Self::TooMuch { used, most } => format!("was used for {used}, and allows {most}"),
            Self::Again => "was used again, and allows it once".to_owned(),
            Self::Early { on, from } => format!("was used on {on}, and counts from {from}"),
            Self::Late { on, last } => format!("was used on {on}, and counted until {last}"),
        }
    }
}

/// The uses of `permit` that go beyond what it allows, in the order in which they were recorded.
pub fn beyond(permit: &Permit) -> Vec<(&Use, Beyond)> {
    let (most, last, mut sum) = (permit.most(), permit.last_day(), 0);
    let mut found = Vec::new();
    for (place, one) in permit.uses.iter().enumerate() {
        let on = one.used.on;
        sum += u64::from(one.used.count);
        let too_much = most.filter(|most| sum > *most);
        let how = if on < permit.from {
            Some(Beyond::Early { on, from: permit.from })
        } else if on > last {
            Some(Beyond::Late { on, last })
        } else if let Some(most) = too_much {
            Some(Beyond::TooMuch { used: sum, most })
        } else {
            (permit.once() && place > 0).then_some(Beyond::Again)
        };
        found.extend(how.map(|how| (one, how)));
    }
    found
}

/// The first use of `permit` beyond what it allows that nobody has answered for: since it was recorded
/// the permit was not revoked, and none of the exceptions that were raised for it, `raised` in these
/// entries, came after it.
pub fn unanswered<'a>(permit: &'a Permit, raised: &[u64]) -> Option<(&'a Use, Beyond)> {
    let revoked = permit.revoked.map(|revoked| revoked.entry);
    let answered = raised.iter().copied().chain(revoked).max().unwrap_or(0);
    beyond(permit).into_iter().find(|(one, _)| one.recorded.entry > answered)
}

/// Raises an exception under the reference `next` for a permit that was used beyond what it allows.
/// Anyone who is here may; `raised` are the entries of those that were raised for it before.
pub fn raise_exceeded(
    standing: &Standing,
    rules: &Settings,
    by: PersonRef,
    next: ExceptionRef,
    permit: &Permit,
    raised: &[u64],
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    let reference = permit.permit;
    let kept = || Refusal::PermitAnswered { permit: reference };
    let (_, how) = unanswered(permit, raised).ok_or_else(kept)?;
    let kind = Kind::Anomaly;
    let mut route = rules.route(kind).into_iter();
    let routed = route.next().ok_or(Refusal::Blank { field: "the role it goes to" })?;
    let allows = permit.kind.words();
    Ok(ExceptionRaised {
        exception: next,
        kind,
        severity: Severity::High,
        workflow: permit.workflow,
        what: Text::new(format!("{reference} ({allows}) {}.", how.says())),
        pointer: None,
        routed,
        beside: route.collect(),
        cause: Cause::Permit { permit: reference },
    }
    .into())
}
