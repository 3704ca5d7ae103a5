//! Rising one step at a time.

use super::{Broken, Rule};
use crate::workflow::{Facts, Permitted, Status, Tier, Workflow, WriteStage};

/// Where `after` rises by more than one step over `before`: kinds of action whose tier does, and
/// the write stage. A draft rises freely, because nothing acts; so does what a workflow found live
/// was never asked.
pub fn steps(before: &Workflow, after: &Facts) -> Vec<Broken> {
    if before.status == Status::Draft {
        return Vec::new();
    }
    let broken = || Broken::new(Rule::OneStep, before.workflow);
    let mut found = Vec::new();
    for row in &after.permissions {
        let was = match before.facts.permission(row.action) {
            Some(row) => row.permitted,
            None if before.found_live => continue,
            None => Permitted::Blocked,
        };
        if height(row.permitted) > height(was) + 1 {
            found.push(broken().of(row.action));
        }
    }
    let unasked = before.found_live && before.facts.write_stage.is_none();
    if !unasked && stage(after.write_stage) > stage(before.facts.write_stage) + 1 {
        found.push(broken());
    }
    found
}

/// 0 where it is blocked, else the tier's number.
fn height(permitted: Permitted) -> u8 {
    permitted.tier().map_or(0, Tier::number)
}

fn stage(stage: Option<WriteStage>) -> u8 {
    match stage {
        None => 0,
        Some(WriteStage::ReadOnlyAssist) => 1,
        Some(WriteStage::DraftMode) => 2,
        Some(WriteStage::ConditionalWrite) => 3,
        Some(WriteStage::AutomatedWrite) => 4,
    }
}
