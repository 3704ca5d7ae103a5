//! Measures for `cargo xtask bench findings` what looking at the findings asks of the desk: 500
//! workflows in force after four versions each, two of five breaking three rules; every finding
//! dated, told in words and written as JSON. `findings FOLDER`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use desk::files::{ChooseFile, Chosen, Files};
use desk::operations::{CreateWorkspace, Sponsor, call};
use desk::{Clock, Desk, Grant, MachineClock, Problem, Profile, Purpose};
use domain::workflow::{
    ActionKind, DataRisk, Facts, Limits, Permission, Permitted, Status, WorkflowDescribed,
    WorkflowRegistered, WriteStage,
};
use domain::workspace::StartUpSet;
use domain::{Event, PersonRef, RaciRowId, RoleId, Text, WorkflowRef};
use ledger::text::OsSalts;
use serde_json::json;
use store::{Actor, NewEntry, Store};

const PASSPHRASE: &str = "five hundred workflows";
const LOOKS: usize = 100;
const WORKFLOWS: u32 = 500;
const VERSIONS: u32 = 4;

struct Nowhere;

impl Files for Nowhere {
    fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
        Ok(Chosen { grant: None, name: None })
    }

    fn path(&self, grant: &Grant, _: Purpose) -> Result<PathBuf, Problem> {
        Ok(PathBuf::from(&grant.0))
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("findings FOLDER")?;
    let folder = Path::new(&folder).join("findings");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let (file, profile) = (folder.join("large.countersign"), folder.join("profile"));
    let mut desk = Desk::new(Profile::at(profile.clone()), Box::new(Nowhere));
    begin(&mut desk, &file)?;
    fill(&profile, &file)?;
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

fn begin(desk: &mut Desk, file: &Path) -> Result<(), Problem> {
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: "Five hundred workflows".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        fiscal_start: 1,
        founder: "Ada Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: Some(Sponsor { name: "Bo Lindqvist".to_owned(), passphrase: None }),
        sets: StartUpSet::ALL.to_vec(),
    };
    desk.create_at(file, request, false).map(|_| ())
}

fn fill(profile: &Path, file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let profile = Profile::at(profile.to_owned());
    let mut store = Store::open(file)?;
    let ws = store.ws().to_owned();
    let key = profile.keys(&ws).into_iter().next().ok_or("the founder has a key")?;
    let secret = profile.open_key(&ws, &key, &PASSPHRASE.into())?;
    let at = MachineClock.now();
    let by = Actor::Person(PersonRef::new(1));
    let entry = |event: Event| NewEntry { at, by, event, why: None, carried: Vec::new() };
    let mut entries: Vec<NewEntry> = Vec::new();
    for version in 0..VERSIONS {
        for number in 1..=WORKFLOWS {
            let (workflow, facts) = (WorkflowRef::new(number), facts(number, version));
            entries.push(entry(match version {
                0 => {
                    WorkflowRegistered { workflow, status: Status::Live, found_live: false, facts }
                        .into()
                }
                _ => WorkflowDescribed { workflow, facts }.into(),
            }));
        }
    }
    store.append(&entries, &secret, &mut OsSalts::new()?)?;
    let head = store.head()?;
    profile.remember(store.ws(), |_| Ok(((), Some(head))))?;
    Ok(())
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
