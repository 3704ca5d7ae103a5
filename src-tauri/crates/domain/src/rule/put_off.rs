//! Putting a finding off until a day: it stays, and stays counted.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{About, Broken, Rule, Since};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::reasoned;
use crate::workflow::Workflow;
use crate::{Event, PersonRef, Refusal};

/// The most days that a finding is put off at once.
pub const PUT_OFF_DAYS: u64 = 184;

/// A finding is put off until a day. Its entry says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingPutOff {
    /// The rule that does not hold.
    pub rule: Rule,
    /// Of what, by reference.
    pub about: String,
    /// Of which part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The day on which it comes back.
    pub until: NaiveDate,
}

/// A finding that was put off, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// Until when, and of what.
    pub terms: FindingPutOff,
    /// The entry that put it off.
    pub entry: u64,
    /// The day of that entry.
    pub on: NaiveDate,
}

impl PutOff {
    /// Whether `broken`, which is so since `since`, is put off on `today`. What was mended and
    /// came back is another finding, which nobody has put off.
    pub fn covers(&self, broken: &Broken, since: Option<Since>, today: NaiveDate) -> bool {
        let terms = &self.terms;
        let same = terms.rule == broken.rule
            && terms.about == broken.about.to_string()
            && terms.part == broken.part.as_ref().map(ToString::to_string);
        let later = since.is_some_and(|since| match since.entry {
            Some(entry) => entry > self.entry,
            None => since.on > self.on,
        });
        same && today < terms.until && !later
    }
}

/// Whether `by` may put a finding off until the day that `terms` name: whoever keeps the desk may, and
/// of a workflow its owner, for a reason and not for ever.
pub fn may_put_off(
    standing: &Standing,
    by: PersonRef,
    workflow: Option<&Workflow>,
    terms: &FindingPutOff,
    reason: &str,
) -> Result<(), Refusal> {
    let owns = workflow.is_some_and(|workflow| workflow.facts.owner == Some(by));
    if !owns {
        entitled(standing, by, "putting a finding off", &keepers())?;
    }
    reasoned("putting a finding off", reason)?;
    let today = standing.today;
    let most = today.checked_add_days(Days::new(PUT_OFF_DAYS)).unwrap_or(today);
    if terms.until < today || terms.until > most {
        return Err(Refusal::OutOfRange {
            field: "the day on which a finding comes back",
            given: terms.until.to_string(),
            least: today.to_string(),
            most: most.to_string(),
        });
    }
    Ok(())
}

/// Puts a finding off, or takes it up again with today. It lifts no block: a rule that refuses goes
/// on to.
pub fn put_off(
    standing: &Standing,
    by: PersonRef,
    found: &[Broken],
    workflow: Option<&Workflow>,
    terms: FindingPutOff,
    reason: &str,
) -> Result<Event, Refusal> {
    may_put_off(standing, by, workflow, &terms, reason)?;
    let is_found = found.iter().any(|broken| {
        broken.rule == terms.rule
            && broken.about.to_string() == terms.about
            && broken.part.as_ref().map(ToString::to_string) == terms.part
    });
    if !is_found {
        return Err(Refusal::FindingGone { rule: terms.rule.sentence(), about: terms.about });
    }
    Ok(terms.into())
}

impl About {
    /// The workflow, where it is one.
    pub fn workflow(&self) -> Option<crate::WorkflowRef> {
        match self {
            Self::Workflow(workflow) => Some(*workflow),
            Self::Metric(_)
            | Self::Cadence(_)
            | Self::Matrix(_)
            | Self::Exception(_)
            | Self::Permit(_)
            | Self::Policy(_)
            | Self::Workspace => None,
        }
    }
}
