//! Settings that one person tightens and two loosen: cadences, the calendar, what is measured and
//! against what; and policies, which two always adopt and retire.

use serde::{Deserialize, Serialize};

use super::DecisionKind;
use crate::cadence::{self, CadenceRetired, CadenceSet, CalendarSet};
use crate::framework::{FrameworkScoped, checked_scope};
use crate::metric::{self, BaselineSet, Metric, MetricChanged, MetricRetired};
use crate::people::Standing;
use crate::policy::{PolicyAdopted, PolicyRetired};
use crate::{Event, MetricRef, Refusal, WorkflowRef};

/// A setting as a decision puts it in force, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "setting", rename_all = "kebab-case")]
pub enum Setting {
    /// A cadence.
    Cadence(CadenceSet),
    /// A cadence brings no more reviews.
    CadenceRetired(CadenceRetired),
    /// Business days and holidays.
    Calendar(CalendarSet),
    /// What a metric is, with its thresholds.
    Metric(MetricChanged),
    /// A metric is measured no longer.
    MetricRetired(MetricRetired),
    /// What a metric is held against.
    Baseline(BaselineSet),
    /// Whether a requirement or a framework is asked.
    Scope(FrameworkScoped),
    /// The version of a policy that is in force.
    Policy(PolicyAdopted),
    /// A policy is in force no longer.
    PolicyRetired(PolicyRetired),
}

/// A setting as it is to stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingChange {
    /// As it stands; none where nothing of the kind does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Setting>,
    /// As it is to be.
    pub after: Setting,
}

/// What a setting is judged on.
#[derive(Clone, Debug)]
pub struct SettingGround {
    /// As it stands; none where nothing of the kind does.
    pub in_force: Option<Setting>,
    /// The entry since which it does; 0 where nothing does.
    pub since: u64,
    /// The metrics there are.
    pub metrics: Vec<Metric>,
    /// The workflows on the register.
    pub workflows: Vec<WorkflowRef>,
    /// The calendar that periods are counted by.
    pub calendar: metric::Calendar,
    /// The version of a policy that it names, as the record has it.
    pub version: Option<PolicyAdopted>,
}

impl Setting {
    /// The kind of decision that sets it.
    pub const fn kind(&self) -> DecisionKind {
        match self {
            Self::Cadence(_) | Self::CadenceRetired(_) | Self::Calendar(_) | Self::Scope(_) => {
                DecisionKind::RuleSetting
            }
            Self::Metric(_) | Self::MetricRetired(_) | Self::Baseline(_) => DecisionKind::Threshold,
            Self::Policy(_) | Self::PolicyRetired(_) => DecisionKind::PolicyAdoption,
        }
    }

    /// What it is, in words.
    pub const fn what(&self) -> &'static str {
        match self {
            Self::Cadence(_) | Self::CadenceRetired(_) => "a cadence",
            Self::Calendar(_) => "the business calendar",
            Self::Metric(_) | Self::MetricRetired(_) => "a metric",
            Self::Baseline(_) => "a baseline",
            Self::Scope(_) => "what of a framework is asked",
            Self::Policy(_) | Self::PolicyRetired(_) => "a policy",
        }
    }

    /// What it is of, by its reference; the calendar has none.
    pub fn about(&self) -> Option<String> {
        match self {
            Self::Cadence(set) => Some(set.cadence.to_string()),
            Self::CadenceRetired(retired) => Some(retired.cadence.to_string()),
            Self::Calendar(_) => None,
            Self::Metric(changed) => Some(changed.metric.to_string()),
            Self::MetricRetired(retired) => Some(retired.metric.to_string()),
            Self::Baseline(set) => Some(set.metric.to_string()),
            Self::Scope(scoped) => Some(scoped.of.clone()),
            Self::Policy(adopted) => Some(adopted.policy.to_string()),
            Self::PolicyRetired(retired) => Some(retired.policy.to_string()),
        }
    }

    /// What it is entered as where one person sets it.
    pub fn event(&self) -> Event {
        match self.clone() {
            Self::Cadence(set) => set.into(),
            Self::CadenceRetired(retired) => retired.into(),
            Self::Calendar(set) => set.into(),
            Self::Metric(changed) => changed.into(),
            Self::MetricRetired(retired) => retired.into(),
            Self::Baseline(set) => set.into(),
            Self::Scope(scoped) => scoped.into(),
            Self::Policy(adopted) => adopted.into(),
            Self::PolicyRetired(retired) => retired.into(),
        }
    }

    /// The setting as it would be entered, unless it could not stand.
    pub fn checked(self, standing: &Standing, on: &SettingGround) -> Result<Self, Refusal> {
        let metric = |metric: MetricRef| {
            let known = on.metrics.iter().find(|known| known.metric == metric);
            known.ok_or_else(|| Refusal::Unknown { reference: metric.to_string() })
        };
        Ok(match self {
            Self::Cadence(set) => {
                let in_force = match &on.in_force {
                    Some(Self::Cadence(in_force)) => Some(in_force),
                    Some(_) | None => None,
                };
                let start = on.calendar.fiscal_start;
                Self::Cadence(cadence::checked(standing, set, in_force, start)?)
            }
            Self::CadenceRetired(retired) => {
                if on.in_force.is_none() {
                    return Err(Refusal::Unknown { reference: retired.cadence.to_string() });
                }
                Self::CadenceRetired(retired)
            }
            Self::Calendar(set) => Self::Calendar(cadence::checked_calendar(set)?),
            Self::Metric(changed) => {
                let (known, workflows) = (&on.metrics, &on.workflows);
                let now = metric(changed.metric)?;
                metric::check_change(standing, known, workflows, now, &changed.terms)?;
                Self::Metric(changed)
            }
            Self::MetricRetired(retired) => {
                metric(retired.metric)?.must_be_measured()?;
                Self::MetricRetired(retired)
            }
            Self::Baseline(set) => {
                metric::check_baseline(metric(set.metric)?, on.calendar, set.from)?;
                Self::Baseline(set)
            }
            Self::Scope(scoped) => {
                let in_force = match &on.in_force {
                    Some(Self::Scope(in_force)) => Some(in_force),
                    Some(_) | None => None,
                };
                Self::Scope(checked_scope(scoped, in_force)?)
            }
            Self::Policy(adopted) => Self::Policy(adoptable(&adopted, on)?),
            Self::PolicyRetired(retired) => {
                if on.in_force.is_none() {
                    return Err(Refusal::NotInForce { policy: retired.policy });
                }
                Self::PolicyRetired(retired)
            }
        })
    }
}

/// The version that is to be in force, as the record has it. The one in force may be adopted anew: that
/// changes nothing of what it says, and says that it was looked at again.
fn adoptable(adopted: &PolicyAdopted, on: &SettingGround) -> Result<PolicyAdopted, Refusal> {
    let PolicyAdopted { policy, version, hash, .. } = adopted;
    let unknown = || Refusal::Unknown { reference: policy.to_string() };
    let known = on.version.as_ref().ok_or_else(unknown)?;
    // The hash is over the signed words themselves.
    if (known.policy, known.version, &known.hash) != (*policy, *version, hash) {
        return Err(Refusal::PolicyDiffers { policy: *policy, version: *version });
    }
    Ok(known.clone())
}

/// The change of a setting to `after`, unless it could not stand or changes nothing; adopting a policy
/// anew is an act of its own.
pub(super) fn changed(
    standing: &Standing,
    on: &SettingGround,
    after: Setting,
) -> Result<SettingChange, Refusal> {
    let after = after.checked(standing, on)?;
    let before = on.in_force.clone();
    let anew = matches!(after, Setting::Policy(_));
    if !anew && before.as_ref() == Some(&after) {
        return Err(Refusal::NothingChanged);
    }
    Ok(SettingChange { before, after })
}
