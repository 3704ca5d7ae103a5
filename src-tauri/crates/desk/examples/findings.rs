//! Measures for `cargo xtask bench findings` what looking at the findings asks of the desk: 500
//! workflows in force after four versions each, two of five breaking three rules; every finding
//! dated, told in words and written as JSON. `findings FOLDER`.

mod ground;

use std::time::Instant;

use desk::Profile;
use desk::operations::call;
use domain::workflow::{
    ActionKind, DataRisk, Facts, Limits, Permission, Permitted, Status, WorkflowDescribed,
    WorkflowRegistered, WriteStage,
};
use domain::workspace::StartUpSet;
use domain::{Event, PersonRef, RaciRowId, RoleId, Text, WorkflowRef};
use serde_json::json;

const LOOKS: usize = 100;
const WORKFLOWS: u32 = 500;
const VERSIONS: u32 = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = ground::folder("findings")?;
    let (file, profile) = (folder.join("large.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    let sponsor = Some("Bo Lindqvist");
    ground::begin(&mut desk, &file, "Five hundred workflows", sponsor, &StartUpSet::ALL)?;
    ground::fill(&Profile::at(profile), &file, |_| workflows())?;
    let mut taken: Vec<f64> = Vec::with_capacity(LOOKS);
    let mut found = 0;
    for _ in 0..LOOKS {
        let start = Instant::now();
        let answer = call(&mut desk, "findings", json!({ "as_of": null }))?;
        let written = serde_json::to_string(&answer)?;
        taken.push(start.elapsed().as_secs_f64() * 1000.0);
        found = answer.pointer("/counts/all").and_then(serde_json::Value::as_u64).unwrap_or(0);
        if written.len() < 1000 || found < u64::from(WORKFLOWS) {
            return Err("too little was found where two of five workflows break rules".into());
        }
    }
    taken.sort_by(f64::total_cmp);
    let at = |share: usize| taken.get(LOOKS * share / 100).copied().unwrap_or_default();
    println!("median_ms={:.3} p99_ms={:.3} found={found}", at(50), at(99));
    Ok(())
}

/// Every workflow, version after version.
fn workflows() -> impl Iterator<Item = Event> {
    (0..VERSIONS).flat_map(|version| {
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
