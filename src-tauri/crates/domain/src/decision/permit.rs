//! Permits: what a request's approval allows, how it was used, and whether that was too much.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::exceed::beyond;
use super::{Class, DecisionKind, PermitTerms};
use crate::people::Standing;
use crate::refusal::{NAME_LIMIT, required};
use crate::{DecisionRef, Event, PermitRef, PersonRef, Refusal, Text, WorkflowRef};

/// A permit was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermitUsed {
    /// Which.
    pub permit: PermitRef,
    /// For how many: rows of an export, messages of a send, otherwise uses.
    pub count: u32,
    /// The day on which it was.
    pub on: NaiveDate,
    /// Where the record of it is: a pointer, never its content.
    pub pointer: Text,
}

/// A permit as the record has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    /// Its reference.
    pub permit: PermitRef,
    /// The decision that issued it.
    pub decision: DecisionRef,
    /// Which kind of decision that was.
    pub kind: DecisionKind,
    /// The workflow it is for, where it is for one.
    pub workflow: Option<WorkflowRef>,
    /// What it allows.
    pub terms: PermitTerms,
    /// The entry that issued it.
    pub entry: u64,
    /// The day on which it was issued.
    pub from: NaiveDate,
    /// When it was revoked.
    pub revoked: Option<Recorded>,
    /// Each use, in the order in which they were recorded.
    pub uses: Vec<Use>,
}

/// An entry and its day in the workspace's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The entry.
    pub entry: u64,
    /// Its day.
    pub on: NaiveDate,
}

/// A use of a permit as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// What was used.
    pub used: PermitUsed,
    /// When that was recorded.
    pub recorded: Recorded,
}

impl Permit {
    /// The last day on which it may be used.
    pub fn last_day(&self) -> NaiveDate {
        let last = self.terms.last_day;
        self.revoked.map_or(last, |revoked| revoked.on.min(last))
    }

    /// How much of it was used.
    pub fn used(&self) -> u64 {
        self.uses.iter().map(|one| u64::from(one.used.count)).sum()
    }

    /// Whether it is for one action or one batch, and so used once.
    pub(super) fn once(&self) -> bool {
        matches!(self.terms.class, Class::One | Class::Batch)
    }

    /// How much it allows in all; none where nothing is counted.
    pub(crate) fn most(&self) -> Option<u64> {
        let counts_uses = self.kind.counted().is_none();
        match (self.terms.count, self.terms.class) {
            (Some(count), _) => Some(u64::from(count)),
            (None, Class::One) if counts_uses => Some(1),
            (None, Class::One | Class::Batch | Class::Standing) => None,
        }
    }
}

/// Where a permit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PermitState {
    /// It may be used.
    Open,
    /// It was used for all it allows.
    UsedUp,
    /// Its last day has passed.
    Expired,
    /// It was revoked.
    Revoked,
    /// It was used beyond what it allows.
    Exceeded,
}

/// Where `permit` stands on `today`. A use beyond its limits, before it was issued or after it
/// ended shows for ever.
pub fn permit_state(permit: &Permit, today: NaiveDate) -> PermitState {
    let all_used = permit.most().is_some_and(|most| permit.used() == most);
    if !beyond(permit).is_empty() {
        PermitState::Exceeded
    } else if permit.revoked.is_some() {
        PermitState::Revoked
    } else if all_used || (permit.once() && !permit.uses.is_empty()) {
        PermitState::UsedUp
    } else if today > permit.terms.last_day {
        PermitState::Expired
    } else {
        PermitState::Open
    }
}

/// Records that a permit was used. What happened is recorded also where the permit did not allow
/// it: it then stands as exceeded for everybody to see.
pub fn use_permit(
    standing: &Standing,
    by: PersonRef,
    permit: &Permit,
    count: u32,
    on: NaiveDate,
    pointer: &str,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    if count == 0 {
        let (field, given) = ("the number used", count.to_string());
        let (least, most) = ("1".to_owned(), u32::MAX.to_string());
        return Err(Refusal::OutOfRange { field, given, least, most });
    }
    if on > standing.today {
        return Err(Refusal::OutOfRange {
            field: "the day it was used",
            given: on.to_string(),
            least: permit.from.to_string(),
            most: standing.today.to_string(),
        });
    }
    let pointer = required("where the record of it is", pointer, NAME_LIMIT)?;
    Ok(PermitUsed { permit: permit.permit, count, on, pointer }.into())
}

/// Refuses a permit that limits nothing.
pub(super) fn check(
    today: NaiveDate,
    kind: DecisionKind,
    terms: &PermitTerms,
) -> Result<(), Refusal> {
    if terms.last_day < today {
        return Err(Refusal::DueInThePast { due: terms.last_day, today });
    }
    let unusable = |because| Err(Refusal::LimitUnusable { action: kind.words(), because });
    if terms.count == Some(0) {
        return unusable("a permit for 0 permits nothing");
    }
    if terms.discount_percent.is_some_and(|p| p <= Decimal::ZERO || p > Decimal::ONE_HUNDRED) {
        return unusable("a discount lies above 0 and not above 100 percent");
    }
    if kind.counted().is_some() && terms.count.is_none() {
        return unusable("say how many at most");
    }
    if kind == DecisionKind::PricingException && terms.discount_percent.is_none() {
        return unusable("say the discount at most, in percent");
    }
    let texts = terms.to.iter().chain(&terms.segments);
    for words in texts.filter_map(Text::words) {
        NAME_LIMIT.check("to whom it goes", words)?;
    }
    Ok(())
}
