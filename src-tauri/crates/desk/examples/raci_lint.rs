//! Measures for `cargo xtask bench raci` what a keystroke asks of the desk: the request read from
//! JSON, a matrix of 60 by 25 linted among 500 workflows, the answer written. `raci_lint FOLDER`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use desk::files::{ChooseFile, Chosen, Files};
use desk::operations::{CreateWorkspace, call};
use desk::{Clock, Desk, Grant, MachineClock, Problem, Profile, Purpose};
use domain::workflow::{Facts, Status, WorkflowRegistered};
use domain::{PersonRef, Text, WorkflowRef};
use ledger::text::OsSalts;
use serde_json::{Value, json};
use store::{Actor, NewEntry, Store};

const PASSPHRASE: &str = "a large matrix";
const KEYSTROKES: usize = 300;
const WORKFLOWS: u32 = 500;

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
    let folder = std::env::args().nth(1).ok_or("raci_lint FOLDER")?;
    let folder = Path::new(&folder).join("raci");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let (file, profile) = (folder.join("large.countersign"), folder.join("profile"));
    let mut desk = Desk::new(Profile::at(profile.clone()), Box::new(Nowhere));
    begin(&mut desk, &file)?;
    fill(&profile, &file)?;
    let mut taken: Vec<f64> = Vec::with_capacity(KEYSTROKES);
    for stroke in 0..KEYSTROKES {
        let request = serde_json::to_string(&matrix(stroke))?;
        let start = Instant::now();
        let answer = call(&mut desk, "lint_raci", serde_json::from_str(&request)?)?;
        let written = serde_json::to_string(&answer)?;
        taken.push(start.elapsed().as_secs_f64() * 1000.0);
        if written.len() < 100 {
            return Err("lint found nothing where every other row has two owners".into());
        }
    }
    taken.sort_by(f64::total_cmp);
    let at = |share: usize| taken.get(KEYSTROKES * share / 100).copied().unwrap_or_default();
    println!("median_ms {:.3} p99_ms {:.3}", at(50), at(99));
    Ok(())
}

fn begin(desk: &mut Desk, file: &Path) -> Result<(), Problem> {
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: "A large matrix".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        fiscal_start: 1,
        founder: "Ada Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: None,
        sets: Vec::new(),
    };
    desk.create_at(file, request, false).map(|_| ())
}

/// Puts workflows on the register that no row covers.
fn fill(profile: &Path, file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let profile = Profile::at(profile.to_owned());
    let mut store = Store::open(file)?;
    let ws = store.ws().to_owned();
    let key = profile.keys(&ws).into_iter().next().ok_or("the founder has a key")?;
    let secret = profile.open_key(&ws, &key, &PASSPHRASE.into())?;
    let at = MachineClock.now();
    let by = Actor::Person(PersonRef::new(1));
    let entries: Vec<NewEntry> = (1..=WORKFLOWS)
        .map(|number| {
            let facts = Facts {
                name: Some(Text::new(format!("Workflow number {number}"))),
                owner: Some(PersonRef::new(1)),
                ..Facts::default()
            };
            let workflow = WorkflowRef::new(number);
            let event =
                WorkflowRegistered { workflow, status: Status::Live, found_live: true, facts };
            NewEntry { at, by, event: event.into(), why: None, carried: Vec::new() }
        })
        .collect();
    store.append(&entries, &secret, &mut OsSalts::new()?)?;
    Ok(())
}

/// 60 activities by 25 roles, every other one with two owners; each keystroke changes a cell.
fn matrix(stroke: usize) -> Value {
    let role = |number: usize| START_UP.get(number % START_UP.len()).copied().unwrap_or("revops");
    let rows: Vec<Value> = (0..60)
        .map(|row: usize| {
            let cells: serde_json::Map<String, Value> = (0..25)
                .map(|across: usize| {
                    let owner =
                        across == row % 25 || row.is_multiple_of(2) && across == (row + 7) % 25;
                    let letters = match (owner, (across + stroke) % 2) {
                        (true, _) => "RA",
                        (false, 0) => "C",
                        (false, _) => "I",
                    };
                    (role(across).to_owned(), Value::from(letters))
                })
                .collect();
            json!({ "row": null, "activity": format!("Activity number {row}"), "cells": cells,
                "accountable": null })
        })
        .collect();
    let roles: Vec<&str> = (0..25).map(role).collect();
    json!({ "matrix": null, "terms": { "name": "Large", "roles": roles, "rows": rows,
        "accountable_at_most": null } })
}

/// Roles every workspace starts with.
const START_UP: [&str; 25] = [
    "executive-sponsor",
    "revops",
    "revenue-ai-owner",
    "security",
    "compliance",
    "legal",
    "sales-leader",
    "marketing-ops",
    "enablement-lead",
    "frontline-manager",
    "sdr",
    "gtm-engineer",
    "data-steward",
    "data-engineering",
    "deal-desk",
    "ai-sales-specialist",
    "forward-deployed-engineer",
    "client-sponsor",
    "account-executive",
    "sales",
    "marketing",
    "solutions",
    "customer",
    "cro",
    "cmo",
];
