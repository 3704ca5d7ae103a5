//! Five hundred workflows in force.

use domain::workflow::{
    ActionKind, DataRisk, Facts, Limits, Permission, Permitted, Status, WorkflowDescribed,
    WorkflowRegistered, WriteStage,
};
use domain::{Event, PersonRef, RaciRowId, RoleId, Text, WorkflowRef};

/// How many.
pub const WORKFLOWS: u32 = 500;

/// Every workflow, so many versions after one another.
pub fn workflows(versions: u32) -> impl Iterator<Item = Event> {
    (0..versions).flat_map(|version| {
        (1..=WORKFLOWS).map(move |number| {
            let (workflow, facts) = (WorkflowRef::new(number), facts(number, version));
            match version {
                0 => {
                    WorkflowRegistered { workflow, status: Status::Live, found_live: false, facts }
                        .into()
                }
                _ => WorkflowDescribed { workflow, facts }.into(),
            }
        })
    })
}

/// What is known of a workflow; two of five lack logs, write stage and kill-switch owner.
fn facts(number: u32, version: u32) -> Facts {
    let sound = !matches!(number % 5, 0 | 1);
    let text = |words: &str| Some(Text::new(format!("{words} of workflow {number}, {version}")));
    let permission = |action| Permission {
        action,
        permitted: Permitted::Tier2,
        roles: vec![RoleId::new("revops")],
        condition: text("the condition"),
        limits: Limits::default(),
    };
    Facts {
        name: Some(Text::new(format!("Workflow number {number}"))),
        bottleneck: text("the bottleneck"),
        outcome: text("the outcome"),
        ai_does: text("what the AI does"),
        human_does: text("what the human does"),
        governance: text("the governance"),
        owner: Some(PersonRef::new(1)),
        approver: Some(RoleId::new("executive-sponsor")),
        kill_switch_owner: sound.then_some(PersonRef::new(1)),
        raci: Some(RaciRowId::new("decisions/icp-scoring-change")),
        permissions: ActionKind::ALL.iter().take(6).copied().map(permission).collect(),
        write_stage: sound.then_some(WriteStage::DraftMode),
        data_risks: Some(vec![DataRisk::PersonalData]),
        logs: if sound { text("the logs") } else { None },
        rollback_plan: text("the rollback plan"),
        ..Facts::default()
    }
}
