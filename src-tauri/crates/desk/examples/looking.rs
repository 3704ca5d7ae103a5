//! Measures for `cargo xtask bench as-of` and `log` what looking back asks of the desk, over a
//! workspace of many entries: `looking FILE PROFILE`. Each screen is opened as of moments all over the
//! past, its answer written as JSON; the change log is searched for what is there and what is not.

mod ground;

use std::path::Path;
use std::time::Instant;

use desk::operations::call;
use desk::{Desk, Problem, Profile};
use serde_json::{Value, json};

/// Moments of the past that each screen is opened as of.
const MOMENTS: u64 = 9;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [file, profile] = words.as_slice() else { return Err("looking FILE PROFILE".into()) };
    let mut desk = ground::desk(Profile::at(profile));
    desk.open_path(Path::new(file))?;
    let entries = call(&mut desk, "log", json!({}))?
        .get("entries")
        .and_then(Value::as_u64)
        .ok_or("no entries")?;
    let screens = screens(&mut desk)?;
    let (mut slowest, mut all) = (("", 0.0_f64), Vec::new());
    for moment in 1..=MOMENTS {
        let as_of = (entries * moment / MOMENTS).max(1).to_string();
        call(&mut desk, "look_back", json!({ "as_of": as_of }))?;
        for (screen, request) in &screens {
            let taken = timed(&mut desk, screen, request)?;
            all.push(taken);
            if taken > slowest.1 {
                slowest = (screen, taken);
            }
        }
    }
    call(&mut desk, "return_to_now", json!({}))?;
    let (mut hardest, mut searches) = (("", 0.0_f64), Vec::new());
    for words in ["weekly review", "okafor", "answered", "nothing is called so", "déjà vu 漢", "a"]
    {
        for _ in 0..5 {
            let taken = timed(&mut desk, "log", &json!({ "words": words }))?;
            searches.push(taken);
            if taken > hardest.1 {
                hardest = (words, taken);
            }
        }
    }
    println!(
        "entries={entries} screens={} as_of_median_ms={:.2} as_of_worst_ms={:.2} search_median_ms={:.2} \
         search_worst_ms={:.2} slowest={} hardest={}",
        screens.len(),
        middle(&mut all),
        slowest.1,
        middle(&mut searches),
        hardest.1,
        slowest.0,
        hardest.0,
    );
    Ok(())
}

/// Every screen, asked as the window asks it.
fn screens(desk: &mut Desk) -> Result<Vec<(&'static str, Value)>, Problem> {
    let first = |found: Value, list: &str, field: &str| {
        found.pointer(&format!("/{list}/0/{field}")).cloned().unwrap_or_default()
    };
    let metric = first(call(desk, "metrics", json!({}))?, "metrics", "metric");
    let review = first(call(desk, "reviews", json!({}))?, "waiting", "review");
    let plain = [
        "frame",
        "today",
        "register",
        "people",
        "raci",
        "decisions",
        "decision_rights",
        "findings",
        "rules",
        "exceptions",
        "overrides",
        "stops",
        "cadences",
        "calendar",
        "reviews",
        "actions",
        "metrics",
        "evidence",
        "log",
    ];
    let mut screens: Vec<(&str, Value)> =
        plain.into_iter().map(|screen| (screen, json!({}))).collect();
    if metric.is_string() {
        screens.push(("metric", json!({ "metric": metric })));
    }
    if review.is_string() {
        screens.push(("review", json!({ "review": review })));
    }
    Ok(screens)
}

/// Milliseconds until an answer is written.
fn timed(desk: &mut Desk, operation: &str, request: &Value) -> Result<f64, Problem> {
    let begun = Instant::now();
    let answer = call(desk, operation, request.clone())?;
    let written = serde_json::to_string(&answer).map_err(Problem::internal)?;
    std::hint::black_box(written.len());
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

/// The median; leaves the numbers in order.
fn middle(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}
