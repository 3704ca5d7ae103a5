//! The workflows whose tier or status moved in a quarter.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use domain::decision::DecisionState;
use domain::workflow::{Status, Tier};
use report::sponsor::{Moved, Shift};

use super::Quarter;
use super::steps::{Step, came_back, last_moved};
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
        let (shift, by) = shift(then, quarter.steps_inside(&row.workflow), row)?;
        Some(Moved {
            workflow: row.workflow.clone(),
            name: or_erased(row.name.as_ref()),
            from: then.and_then(tier),
            to: tier(row),
            shift,
            by: by.to_owned(),
        })
    });
    shifts.collect()
}

/// A workflow's tier as a number.
pub(in crate::exports) fn tier(row: &RegisterRow) -> Option<u8> {
    row.tier.map(Tier::number)
}

/// What moved the tier of a workflow last in a quarter; blank where nothing did.
pub(in crate::exports) fn tiered_by<'q>(quarter: &'q Quarter, workflow: &str) -> &'q str {
    tiered(quarter.steps_inside(workflow))
}

fn tiered(steps: &[Step]) -> &str {
    by(last_moved(steps, |step| step.tier))
}

/// Whether one that had a tier has a higher one now, or a lower one or none; what came onto the register
/// since or had none earned or lost nothing.
pub(in crate::exports) fn earned(moved: &Moved) -> Option<Ordering> {
    Some(moved.to.cmp(&Some(moved.from?))).filter(|earned| earned.is_ne())
}

/// What moved since `then`, and what made it so; of one that came onto the register since, what was done
/// to it.
fn shift<'q>(
    then: Option<&RegisterRow>,
    steps: &'q [Step],
    now: &RegisterRow,
) -> Option<(Shift, &'q str)> {
    let stepped = || by(last_moved(steps, |step| step.status));
    let live = || match launched(steps) {
        Some(step) => (Shift::Launched, step.by.as_str()),
        None => (Shift::Restarted, stepped()),
    };
    let Some(then) = then else {
        let came = steps.first().map(|step| step.status);
        if came == Some(now.status) && now.status != Status::Live {
            return Some((Shift::Registered, ""));
        }
        return Some(match now.status {
            // Found so: whatever was decided about it since is not why it runs.
            Status::Live if now.found_live => (Shift::Found, ""),
            Status::Live => live(),
            Status::Stopped => (Shift::Stopped, stepped()),
            Status::Paused => (Shift::Paused, stepped()),
            Status::Retired => (Shift::Retired, stepped()),
            Status::Draft => (Shift::Registered, ""),
        });
    };
    match now.status {
        Status::Live if then.status != now.status => return Some(live()),
        Status::Live if then.found_live && !now.found_live => return Some(live()),
        Status::Stopped if then.status != now.status => return Some((Shift::Stopped, stepped())),
        Status::Paused if then.status != now.status => return Some((Shift::Paused, stepped())),
        Status::Retired if then.status != now.status => return Some((Shift::Retired, stepped())),
        Status::Live | Status::Stopped | Status::Paused | Status::Retired | Status::Draft => {}
    }
    match tier(then).cmp(&tier(now)) {
        Ordering::Less => Some((Shift::Up, tiered(steps))),
        Ordering::Greater => Some((Shift::Down, tiered(steps))),
        Ordering::Equal => None,
    }
}

fn by(step: Option<&Step>) -> &str {
    step.map_or("", |step| &step.by)
}

/// The last step that launched it: out of a draft, or by the decision that one found running lacked.
fn launched(steps: &[Step]) -> Option<&Step> {
    let unlaunched = |step: &Step| step.status == Status::Draft || step.found_live;
    let step = last_moved(steps, |step| unlaunched(step))?;
    (!unlaunched(step)).then_some(step)
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
