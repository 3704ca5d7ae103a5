//! When overrides become too many.

use chrono::Duration;

use super::Recording;
use crate::exception::{Cause, Exception};
use crate::rule::{Number, Rule, Settings};
use crate::{Moment, OverrideRef, TeamRef, WorkflowRef};

/// How many overrides of one workflow by one team, in how many days, are too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// So many.
    pub times: u32,
    /// In so many days, counted back from the last.
    pub days: u32,
}

impl Repeats {
    /// As the rules are set; while the rule is off, nothing is too many.
    pub fn set(rules: &Settings) -> Self {
        let times = match rules.is_on(Rule::RepeatedOverrides) {
            true => rules.number(Number::OverrideTimes),
            false => u32::MAX,
        };
        Self { times, days: rules.number(Number::OverrideDays) }
    }
}

/// An override that was recorded before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Which.
    pub reference: OverrideRef,
    /// Of which workflow.
    pub workflow: WorkflowRef,
    /// By which team.
    pub team: Option<TeamRef>,
    /// When.
    pub at: Moment,
}

/// The overrides, the new one included, that make this team's overrides of this workflow too many;
/// none where they are not. While an exception about them is open there is no second, and what one
/// exception counted no other counts again.
pub fn repeated(
    to: &Recording<'_>,
    workflow: WorkflowRef,
    team: Option<TeamRef>,
) -> Option<Vec<OverrideRef>> {
    let about: Vec<(&Exception, &[OverrideRef])> = to
        .exceptions
        .iter()
        .filter(|exception| exception.workflow == Some(workflow))
        .filter_map(|exception| match &exception.cause {
            Cause::Overrides { team: whose, overrides } if *whose == team => {
                Some((exception, overrides.as_slice()))
            }
            Cause::Overrides { .. }
            | Cause::Report
            | Cause::Item { .. }
            | Cause::Stop { .. }
            | Cause::Metric { .. }
            | Cause::Permit { .. }
            | Cause::Population { .. } => None,
        })
        .collect();
    if about.iter().any(|(exception, _)| exception.stage.is_open()) {
        return None;
    }
    let counted = |one: &Earlier| about.iter().any(|(_, all)| all.contains(&one.reference));
    let window = Duration::days(to.repeats.days.into());
    let mut overrides: Vec<OverrideRef> = to
        .earlier
        .iter()
        .filter(|one| one.workflow == workflow && one.team == team)
        .filter(|one| to.now.since(one.at) < window && !counted(one))
        .map(|one| one.reference)
        .collect();
    overrides.push(to.next);
    let times = u32::try_from(overrides.len()).unwrap_or(u32::MAX);
    (times >= to.repeats.times).then_some(overrides)
}
