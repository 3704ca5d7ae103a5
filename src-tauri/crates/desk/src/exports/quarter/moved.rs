//! The workflows whose tier or status moved in a quarter.

use std::collections::BTreeMap;

use domain::decision::DecisionState;
use domain::workflow::{Status, Tier};
use report::sponsor::{Moved, Shift};

use super::{Quarter, or_erased};
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
        let shift = shift(then, row)?;
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

fn shift(then: Option<&RegisterRow>, now: &RegisterRow) -> Option<Shift> {
    let Some(then) = then else {
        return Some(if now.status == Status::Live { Shift::Launched } else { Shift::Registered });
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
        Shift::Up
        | Shift::Down
        | Shift::Launched
        | Shift::Registered
        | Shift::Paused
        | Shift::Retired => decision,
    }
    .unwrap_or_default()
}
