//! Saying that a requirement, or a whole framework, is not asked here, and asking it again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Framework, find};
use crate::decision::DecisionKind;
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{TEXT_LIMIT, reasoned, required};
use crate::{Event, PersonRef, Refusal, Text};

/// Whether a requirement, or a whole framework, is asked here from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkScoped {
    /// Which: the reference of a requirement, or of a framework.
    pub of: String,
    /// Why it is not asked; none where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out: Option<Text>,
}

/// What is not asked here, each with why.
pub type Scope = BTreeMap<String, Text>;

/// Asks for a requirement or framework again, which one person may. It wants a reason, which goes with
/// the entry. To leave one out takes a decision.
pub fn scope(
    standing: &Standing,
    by: PersonRef,
    scoped: FrameworkScoped,
    in_force: Option<&FrameworkScoped>,
    reason: &str,
) -> Result<Event, Refusal> {
    let scoped = checked(scoped, in_force)?;
    may_scope(standing, by, &scoped)?;
    reasoned("asking for it again", reason)?;
    Ok(scoped.into())
}

/// Refuses whoever may not set this alone: what is left out is asked of nobody any more, so two decide.
pub fn may_scope(
    standing: &Standing,
    by: PersonRef,
    scoped: &FrameworkScoped,
) -> Result<(), Refusal> {
    entitled(standing, by, "saying what of a framework is asked", &keepers())?;
    if scoped.out.is_some() {
        let what = format!("{} would be asked no longer", scoped.of);
        return Err(Refusal::NeedsDecision { kind: DecisionKind::RuleSetting, what });
    }
    Ok(())
}

/// What is to be set, unless it could not stand or stands already.
pub(crate) fn checked(
    scoped: FrameworkScoped,
    in_force: Option<&FrameworkScoped>,
) -> Result<FrameworkScoped, Refusal> {
    let framework = Framework::ALL.iter().any(|one| one.reference() == scoped.of);
    if !framework && find(&scoped.of).is_none() {
        return Err(Refusal::Unknown { reference: scoped.of });
    }
    let out_now = in_force.is_some_and(|set| set.out.is_some());
    match &scoped.out {
        None if !out_now => Err(Refusal::NothingChanged),
        None => Ok(scoped),
        Some(why) => {
            required("why it is not asked", why.words().unwrap_or_default(), TEXT_LIMIT)?;
            Ok(scoped)
        }
    }
}
