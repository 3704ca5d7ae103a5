//! Measures for `cargo xtask bench findings` what looking at the findings asks of the desk: 500
//! workflows in force after four versions each, two of five breaking three rules; every finding
//! dated, told in words and written as JSON. `findings FOLDER`.

mod ground;

use std::time::Instant;

use desk::Profile;
use desk::operations::call;
use domain::workspace::StartUpSet;
use ground::workflows::{WORKFLOWS, workflows};
use serde_json::json;

const LOOKS: usize = 100;
const VERSIONS: u32 = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = ground::folder("findings")?;
    let (file, profile) = (folder.join("large.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    let sponsor = Some("Bo Lindqvist");
    ground::begin(&mut desk, &file, "Five hundred workflows", sponsor, &StartUpSet::ALL)?;
    ground::fill(&Profile::at(profile), &file, |_| workflows(VERSIONS))?;
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
