//! Measures for `cargo xtask bench raci` what a keystroke asks of the desk: the request read from
//! JSON, a matrix of 60 by 25 linted among 500 workflows, the answer written. `raci_lint FOLDER`.

mod ground;

use std::time::Instant;

use desk::Profile;
use desk::operations::call;
use domain::workflow::{Facts, Status, WorkflowRegistered};
use domain::{Event, PersonRef, Text, WorkflowRef};
use serde_json::{Value, json};

const KEYSTROKES: usize = 300;
const WORKFLOWS: u32 = 500;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = ground::folder("raci")?;
    let (file, profile) = (folder.join("large.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    ground::begin(&mut desk, &file, "A large matrix", None, &[])?;
    ground::fill(&Profile::at(profile), &file, |_| workflows())?;
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
    println!("median_ms={:.3} p99_ms={:.3}", at(50), at(99));
    Ok(())
}

/// Workflows that no row covers.
fn workflows() -> impl Iterator<Item = Event> {
    (1..=WORKFLOWS).map(|number| {
        let facts = Facts {
            name: Some(Text::new(format!("Workflow number {number}"))),
            owner: Some(PersonRef::new(1)),
            ..Facts::default()
        };
        let workflow = WorkflowRef::new(number);
        WorkflowRegistered { workflow, status: Status::Live, found_live: true, facts }.into()
    })
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
