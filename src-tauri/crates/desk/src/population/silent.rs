//! Which workflows did nothing in a stretch of time, as far as logs have it.

use std::collections::{BTreeSet, HashSet};

use chrono_tz::Tz;
use domain::batch::Field;
use domain::metric::derived::Stretch;
use domain::population::moment;
use domain::{Moment, WorkflowRef};
use store::tables::batch::Batch;
use store::{Part, View};

use super::cells::Cells;
use super::register::register;
use crate::Problem;
use crate::people::standing;

/// Those of `workflows` that none of the rows in `stretch` is of. A row is of the workflow that bore its
/// name then, or else bears it by now. Reading ends with the last of them that is found.
pub(crate) fn silent(
    view: &View<'_>,
    (zone, now): (Tz, Moment),
    logs: &[Batch],
    stretch: Stretch,
    workflows: BTreeSet<WorkflowRef>,
) -> Result<BTreeSet<WorkflowRef>, Problem> {
    let mut silent = workflows;
    if silent.is_empty() {
        return Ok(silent);
    }
    let register = register(view, zone, standing(view, now)?)?;
    let millis = |at: Moment| at.utc().timestamp_millis();
    let (inside, now) = (millis(stretch.from)..millis(stretch.until), millis(now));
    let mut heard: HashSet<String> = HashSet::new();
    for log in logs {
        let (cells, own) = (Cells::of(&log.import), log.import.origin.workflow);
        view.ai_actions(log.batch, Part::Taken, 1, |_, row| {
            cells.read(row, |cells| {
                let says = |field: Field| cells.get(field as usize).copied().unwrap_or_default();
                let name = says(Field::Workflow);
                if heard.contains(name) {
                    return;
                }
                let Some(at) = moment(says(Field::Time)).filter(|at| inside.contains(at)) else {
                    return;
                };
                let found = match name.is_empty() {
                    true => own,
                    false => register.find(name, at).or_else(|| register.find(name, now)),
                };
                let Some(workflow) = found else { return };
                silent.remove(&workflow);
                if !name.is_empty() {
                    heard.insert(name.to_owned());
                }
            });
            Ok::<_, Problem>(!silent.is_empty())
        })?;
        if silent.is_empty() {
            break;
        }
    }
    Ok(silent)
}
