//! The workflows whose tier or status moved in a quarter.

use std::collections::BTreeMap;

use domain::decision::DecisionState;
use domain::workflow::{Status, Tier};
use report::sponsor::{Moved, Shift};

use super::Quarter;
use super::steps::came_back;
use crate::erased::or_erased;
use crate::register::RegisterRow;

/// Each workflow that stands elsewhere than a quarter before, in the order of the register.
pub(in crate::exports) fn moved(quarter: &Quarter) -> Vec<Moved> {
    let before: BTreeMap<&str, &RegisterRow> = quarter
        .before
        .iter()
        .flat_map(|before| &before.register)
        .map(|row| (row.workflow.as_str(), row))
        .collect();
    let stands = quarter.stood.register.iter();
    let shifts = stands.filter_map(|row| {
        let then = before.get(row.workflow.as_str()).copied();
        let came = quarter.steps_of(&row.workflow).first().map(|step| step.status);
        let shift = shift(then, came, row)?;
        Some(Moved {
            workflow: row.workflow.clone(),
            name: or_erased(row.name.as_ref()),
            from: then.and_then(tier),
            to: tier(row),
            shift,
            by: by(quarter, &row.workflow, shift),
        })
    });
    shifts.collect()
}

/// A workflow's tier as a number.
pub(in crate::exports) fn tier(row: &RegisterRow) -> Option<u8> {
    row.tier.map(Tier::number)
}

/// What moved since `then`; of one that came onto the register since, as `came`, what was done to it.
fn shift(then: Option<&RegisterRow>, came: Option<Status>, now: &RegisterRow) -> Option<Shift> {
    let Some(then) = then else {
        if came == Some(now.status) && now.status != Status::Live {
            return Some(Shift::Registered);
        }
        return Some(match now.status {
            Status::Live if now.found_live => Shift::Found,
            Status::Live => Shift::Launched,
            Status::Stopped => Shift::Stopped,
            Status::Paused => Shift::Paused,
            Status::Retired => Shift::Retired,
            Status::Draft => Shift::Registered,
        });
    };
    if then.status != now.status {
        match now.status {
            Status::Stopped => return Some(Shift::Stopped),
            Status::Retired => return Some(Shift::Retired),
            Status::Paused => return Some(Shift::Paused),
            Status::Live => return Some(Shift::Launched),
            Status::Draft => {}
        }
    }
    match tier(then).cmp(&tier(now)) {
        std::cmp::Ordering::Less => Some(Shift::Up),
        std::cmp::Ordering::Greater => Some(Shift::Down),
        std::cmp::Ordering::Equal => None,
    }
}

/// The stop that stopped it, or the last decision about it that was applied in the quarter.
fn by(quarter: &Quarter, workflow: &str, shift: Shift) -> String {
    let stop = quarter.stood.stops.iter().rfind(|stop| stop.workflow == workflow && !stop.drill);
    let decision = quarter.stood.decisions.iter().rfind(|row| {
        row.workflow.as_deref() == Some(workflow)
            && matches!(row.state, DecisionState::Applied | DecisionState::RolledBack)
    });
    let decision = decision.map(|row| row.decision.clone());
    match shift {
        Shift::Stopped => stop.map(|stop| stop.stop.clone()).or(decision),
        // Found so: whatever was decided about it since is not why it runs.
        Shift::Found => None,
        Shift::Up
        | Shift::Down
        | Shift::Launched
        | Shift::Registered
        | Shift::Paused
        | Shift::Retired => decision,
    }
    .unwrap_or_default()
}

/// A workflow that something was done to in a quarter and undone before it ended.
pub(in crate::exports) struct Returned {
    pub(in crate::exports) workflow: String,
    pub(in crate::exports) name: String,
    /// What was done and undone: "stopped and lifted".
    pub(in crate::exports) what: String,
    /// By what: "STOP-0001, lifted with entry 1,234".
    pub(in crate::exports) by: String,
}

/// The stops of the quarter that no longer stood when it ended, the decisions of it that were rolled
/// back, and what else stood otherwise in between.
pub(in crate::exports) fn returned(quarter: &Quarter) -> Vec<Returned> {
    let name = |workflow: &str| {
        let row = quarter.stood.register.iter().find(|row| row.workflow == workflow);
        or_erased(row.and_then(|row| row.name.as_ref()))
    };
    let lifted = quarter.stood.stops.iter().filter(|stop| !stop.drill).filter_map(|stop| {
        let entry = report::grouped(stop.lifted?);
        Some(Returned {
            workflow: stop.workflow.clone(),
            name: name(&stop.workflow),
            what: "stopped and lifted".to_owned(),
            by: format!("{}, lifted with entry {entry}", stop.stop),
        })
    });
    let back = quarter.stood.decisions.iter().filter_map(|row| {
        let workflow = row.workflow.as_ref().filter(|_| row.state == DecisionState::RolledBack)?;
        Some(Returned {
            workflow: workflow.clone(),
            name: name(workflow),
            what: "decided and rolled back".to_owned(),
            by: row.decision.clone(),
        })
    });
    lifted.chain(back).chain(came_back(quarter)).collect()
}
