//! Settings that a decision loosens: what a person hands in, what it is judged on, and the difference
//! in words.

use domain::cadence::{CadenceRetired, Calendar, CalendarSet};
use domain::decision::{Setting, SettingChange, SettingGround};
use domain::framework::FrameworkScoped;
use domain::metric::{BaselineSet, Metric, MetricChanged, MetricRetired, Terms, baseline_for};
use domain::policy::PolicyRetired;
use domain::{CadenceId, MetricRef, Moment, PersonRef, Refusal, RoleId, Text};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::Difference;
use crate::Problem;
use crate::cadences::{self, CadenceDraft, HolidayRow};
use crate::conduct::gone;
use crate::metrics::{self, MetricTerms};
use crate::people::Names;
use crate::policies;
use crate::problem::capital;
use crate::register::words;

/// A setting as it is to be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "setting", rename_all = "kebab-case")]
pub enum SettingGiven {
    /// A cadence.
    Cadence {
        /// As it is to be.
        terms: CadenceDraft,
    },
    /// A cadence brings no more reviews.
    CadenceRetired {
        /// Which.
        cadence: String,
    },
    /// Business days and holidays.
    Calendar {
        /// The days of the week on which people work.
        business_days: Vec<String>,
        /// The holidays, all of them.
        holidays: Vec<HolidayRow>,
    },
    /// What a metric is.
    Metric {
        /// Which.
        metric: String,
        /// As it is to be.
        terms: MetricTerms,
    },
    /// A metric is measured no longer.
    MetricRetired {
        /// Which.
        metric: String,
    },
    /// What a metric is held against.
    Baseline {
        /// Which metric.
        metric: String,
        /// The value.
        value: String,
        /// The first period that is held against it.
        from: String,
    },
    /// A requirement or framework is not asked here.
    Scope {
        /// Which, by reference.
        of: String,
        /// Why it is not.
        why: String,
    },
    /// The version of a policy that is to be in force.
    Policy {
        /// Which policy.
        policy: String,
        /// Which version.
        version: u32,
        /// SHA-256 of the version that was read, in hex.
        hash: String,
    },
    /// A policy is in force no longer.
    PolicyRetired {
        /// Which.
        policy: String,
    },
}

pub(super) fn wanted(view: &View<'_>, given: &SettingGiven) -> Result<Setting, Problem> {
    Ok(match given {
        SettingGiven::Cadence { terms } => Setting::Cadence(cadences::stated(view, terms)?),
        SettingGiven::CadenceRetired { cadence } => {
            Setting::CadenceRetired(CadenceRetired { cadence: CadenceId::new(cadence) })
        }
        SettingGiven::Calendar { business_days, holidays } => {
            Setting::Calendar(cadences::days_stated(business_days, holidays)?)
        }
        SettingGiven::Metric { metric, terms } => {
            let (metric, terms) = (metric.parse()?, metrics::stated(terms)?);
            Setting::Metric(MetricChanged { metric, terms })
        }
        SettingGiven::MetricRetired { metric } => {
            Setting::MetricRetired(MetricRetired { metric: metric.parse()? })
        }
        SettingGiven::Baseline { metric, value, from } => {
            let (metric, value, from) = (metric.parse()?, value.parse()?, from.parse()?);
            Setting::Baseline(BaselineSet { metric, value, from })
        }
        SettingGiven::Scope { of, why } => {
            Setting::Scope(FrameworkScoped { of: of.clone(), out: Some(Text::new(why)) })
        }
        SettingGiven::Policy { policy, version, hash } => {
            Setting::Policy(policies::to_adopt(view, policy.parse()?, *version, hash)?)
        }
        SettingGiven::PolicyRetired { policy } => {
            Setting::PolicyRetired(PolicyRetired { policy: policy.parse()? })
        }
    })
}

/// What a setting is judged on. Words of it that were erased say so.
pub(crate) fn ground(
    view: &View<'_>,
    after: &Setting,
    now: Moment,
) -> Result<SettingGround, Problem> {
    let metrics = view.metrics()?;
    let known = |metric: MetricRef| {
        let known = metrics.iter().find(|known| known.metric == metric);
        known.ok_or_else(|| Refusal::Unknown { reference: metric.to_string() })
    };
    let described = |metric: &Metric| {
        let (metric, terms) = (metric.metric, metric.terms.clone());
        Setting::Metric(MetricChanged { metric, terms })
    };
    let in_force = match after {
        Setting::Cadence(set) => view.cadence(&set.cadence)?.map(Setting::Cadence),
        Setting::CadenceRetired(retired) => view.cadence(&retired.cadence)?.map(Setting::Cadence),
        Setting::Calendar(_) => view.calendar()?.map(Setting::Calendar),
        Setting::Metric(changed) => Some(described(known(changed.metric)?)),
        Setting::MetricRetired(retired) => Some(described(known(retired.metric)?)),
        Setting::Baseline(set) => {
            let before = baseline_for(&known(set.metric)?.baselines, set.from);
            let metric = set.metric;
            before.map(|before| {
                Setting::Baseline(BaselineSet { metric, value: before.value, from: before.from })
            })
        }
        Setting::Scope(scoped) => view.scope_of(&scoped.of)?.map(Setting::Scope),
        Setting::Policy(adopted) => policies::in_force(view, adopted.policy)?.map(Setting::Policy),
        Setting::PolicyRetired(PolicyRetired { policy }) => {
            policies::in_force(view, *policy)?.map(Setting::Policy)
        }
    };
    let version = match after {
        Setting::Policy(adopted) => policies::version(view, adopted.policy, adopted.version)?,
        Setting::Cadence(_)
        | Setting::CadenceRetired(_)
        | Setting::Calendar(_)
        | Setting::Metric(_)
        | Setting::MetricRetired(_)
        | Setting::Baseline(_)
        | Setting::Scope(_)
        | Setting::PolicyRetired(_) => None,
    };
    Ok(SettingGround {
        in_force: gone::stood(&in_force)?,
        since: view.setting_since(after)?,
        workflows: view.register()?.known.iter().map(|known| known.workflow).collect(),
        calendar: metrics::calendar(view, now)?,
        version: gone::stood(&version)?,
        metrics,
    })
}

/// What a setting would say otherwise.
pub(super) fn difference(change: &SettingChange, names: &Names) -> Vec<Difference> {
    let row = |field: String, before, after| Difference { field, before, after, outside: false };
    let about = change.after.about().unwrap_or_default();
    match (&change.before, &change.after) {
        (Some(Setting::Cadence(before)), Setting::Cadence(after)) => {
            let changes = cadences::differences(before.clone(), after.clone(), names);
            changes.into_iter().map(|shown| row(shown.fact, shown.before, shown.after)).collect()
        }
        (_, Setting::Cadence(after)) => {
            vec![row(about, None, words(Some(&after.name)))]
        }
        (_, Setting::CadenceRetired(_)) => {
            vec![row(about, Some("In force".to_owned()), Some("Retired".to_owned()))]
        }
        (before, Setting::Calendar(after)) => {
            let before = match before {
                Some(Setting::Calendar(before)) => Some(before),
                Some(_) | None => None,
            };
            days(before, after)
        }
        (Some(Setting::Metric(before)), Setting::Metric(after)) => {
            terms(&before.terms, &after.terms, names)
        }
        (_, Setting::Metric(after)) => vec![row(about, None, words(Some(&after.terms.name)))],
        (_, Setting::MetricRetired(_)) => {
            vec![row(about, Some("Measured".to_owned()), Some("Measured no longer".to_owned()))]
        }
        (before, Setting::Baseline(after)) => {
            let before = match before {
                Some(Setting::Baseline(before)) => Some(before.value.to_string()),
                Some(_) | None => None,
            };
            let field = format!("Baseline of {about} from {}", after.from);
            vec![row(field, before, Some(after.value.to_string()))]
        }
        (before, Setting::Scope(after)) => {
            let says = |scoped: &FrameworkScoped| match &scoped.out {
                Some(why) => {
                    format!("Not asked here: {}", words(Some(why)).unwrap_or_default())
                }
                None => "Asked".to_owned(),
            };
            let before = match before {
                Some(Setting::Scope(before)) => says(before),
                Some(_) | None => "Asked".to_owned(),
            };
            vec![row(about, Some(before), Some(says(after)))]
        }
        (before, Setting::Policy(after)) => {
            let before = match before {
                Some(Setting::Policy(before)) => Some(before),
                Some(_) | None => None,
            };
            policies::difference(before, after, names)
        }
        (before, Setting::PolicyRetired(_)) => {
            let version = match before {
                Some(Setting::Policy(before)) => format!("Version {} in force", before.version),
                Some(_) | None => "In force".to_owned(),
            };
            vec![row(about, Some(version), Some("Retired: it asks nobody".to_owned()))]
        }
    }
}

/// What a policy that is to be in force says as the one in force does.
pub(super) fn stays(change: &SettingChange, names: &Names) -> Vec<Difference> {
    if let (Some(Setting::Policy(before)), Setting::Policy(after)) = (&change.before, &change.after)
    {
        policies::stays(Some(before), after, names)
    } else {
        Vec::new()
    }
}

/// Days of the week and holidays that come or go.
fn days(before: Option<&CalendarSet>, after: &CalendarSet) -> Vec<Difference> {
    let (was, is) = (before.map(Calendar::from).unwrap_or_default(), Calendar::from(after));
    let listed = |calendar: &Calendar| {
        let days = calendar.business_days().iter().map(ToString::to_string);
        Some(days.collect::<Vec<_>>().join(", "))
    };
    let row = |field: String, before, after| Difference { field, before, after, outside: false };
    let mut all = Vec::new();
    if was.business_days() != is.business_days() {
        all.push(row("Business days".to_owned(), listed(&was), listed(&is)));
    }
    let gone = before.iter().flat_map(|set| &set.holidays);
    all.extend(
        gone.filter(|day| !is.is_holiday(day.date))
            .map(|day| row(format!("Holiday {}", day.date), words(Some(&day.name)), None)),
    );
    all.extend(
        after
            .holidays
            .iter()
            .filter(|day| !was.is_holiday(day.date))
            .map(|day| row(format!("Holiday {}", day.date), None, words(Some(&day.name)))),
    );
    all
}

fn terms(before: &Terms, after: &Terms, names: &Names) -> Vec<Difference> {
    let facts = metric_facts(before, names).into_iter().zip(metric_facts(after, names));
    facts
        .filter(|((_, was), (_, is))| was != is)
        .map(|((field, before), (_, after))| Difference {
            field: field.to_owned(),
            before,
            after,
            outside: false,
        })
        .collect()
}

/// What a metric says of itself, each under its name.
fn metric_facts(terms: &Terms, names: &Names) -> Vec<(&'static str, Option<String>)> {
    let line = |line: Option<domain::metric::Value>| line.map(|value| terms.unit.shown(value));
    let listed: Vec<String> = terms.workflows.iter().map(ToString::to_string).collect();
    vec![
        ("Name", words(Some(&terms.name))),
        ("Class", Some(spelled(&terms.class))),
        ("Unit", Some(spelled(&terms.unit))),
        ("Better is", Some(spelled(&terms.direction))),
        ("Every", Some(spelled(&terms.every))),
        ("Line of attention", line(terms.warn)),
        ("Limit", line(terms.limit)),
        ("Target", line(terms.target)),
        ("Complements", terms.beside.map(|beside| beside.to_string())),
        ("Owner", terms.owner.map(|owner| names.person(owner))),
        ("Counted by the desk", terms.derived.as_ref().map(spelled)),
        ("Source", words(terms.source.as_ref())),
        ("Workflows", Some(listed.join(", ")).filter(|listed| !listed.is_empty())),
    ]
}

/// A word of an enum, as people read it.
fn spelled(of: &impl Serialize) -> String {
    let value = serde_json::to_value(of).ok();
    let word = value.as_ref().and_then(serde_json::Value::as_str).unwrap_or("–");
    capital(&word.replace('-', " "))
}

/// The people and roles that a setting speaks of.
pub(super) fn spoken_of(change: &SettingChange) -> (Vec<PersonRef>, Vec<RoleId>) {
    let (mut people, mut roles) = (Vec::new(), Vec::new());
    for setting in change.before.iter().chain([&change.after]) {
        match setting {
            Setting::Cadence(set) => {
                roles.push(set.chair.clone());
                roles.extend(set.required.iter().chain(&set.countersigned_by).cloned());
            }
            Setting::Metric(changed) => people.extend(changed.terms.owner),
            Setting::Policy(adopted) => roles.extend(adopted.terms.roles.iter().cloned()),
            Setting::CadenceRetired(_)
            | Setting::Calendar(_)
            | Setting::MetricRetired(_)
            | Setting::Baseline(_)
            | Setting::Scope(_)
            | Setting::PolicyRetired(_) => {}
        }
    }
    (people, roles)
}
