//! Measures for `cargo xtask bench today` what opening Today asks of the desk: 500 workflows in
//! force, 20,000 exceptions of which 100 are open, 200 weekly metrics with a baseline and three years
//! of values. `today FOLDER`.

mod ground;

use std::time::Instant;

use desk::Profile;
use desk::operations::call;
use domain::metric::{
    BaselineSet, Class, Definition, Direction, MetricsDefined, ObservationRecorded, Span, Terms,
    Unit, Value,
};
use domain::workspace::StartUpSet;
use domain::{Event, MetricRef, Period, Text};
use ground::exceptions::exceptions;
use ground::workflows::workflows;
use serde_json::json;

const LOOKS: usize = 40;
const EXCEPTIONS: u32 = 20_000;
const OPEN: u32 = 100;
const METRICS: u32 = 200;
const WEEKS: usize = 156;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = ground::folder("today")?;
    let (file, profile) = (folder.join("large.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    let sponsor = Some("Bo Lindqvist");
    ground::begin(&mut desk, &file, "Twenty thousand exceptions", sponsor, &StartUpSet::ALL)?;
    let weeks = weeks();
    ground::fill(&Profile::at(profile), &file, |_| {
        workflows(1).chain(exceptions(EXCEPTIONS, OPEN)).chain(metrics(&weeks))
    })?;
    let mut taken: Vec<f64> = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let start = Instant::now();
        let answer = call(&mut desk, "today", json!({}))?;
        let written = serde_json::to_string(&answer)?;
        taken.push(start.elapsed().as_secs_f64() * 1000.0);
        let kept = answer.get("metrics_kept").and_then(serde_json::Value::as_u64);
        if written.len() < 1000 || kept < Some(u64::from(METRICS)) {
            return Err("too little of what was put in is on Today".into());
        }
    }
    taken.sort_by(f64::total_cmp);
    let at = |share: usize| taken.get(LOOKS * share / 100).copied().unwrap_or_default();
    println!("median_ms={:.3} p99_ms={:.3}", at(50), at(99));
    Ok(())
}

/// The last weeks that are over, in order.
fn weeks() -> Vec<Period> {
    let running = Span::Week.of(chrono::Utc::now().date_naive(), 1);
    let back = std::iter::successors(Some(running.before()), |week| Some(week.before()));
    let mut weeks: Vec<Period> = back.take(WEEKS).collect();
    weeks.reverse();
    weeks
}

fn metrics(weeks: &[Period]) -> impl Iterator<Item = Event> {
    // After those that a workspace starts with.
    let numbers = || 101..=100 + METRICS;
    let defined = MetricsDefined { metrics: numbers().map(definition).collect() };
    let first = weeks.first().copied();
    let baselines = numbers().zip(std::iter::repeat(first)).filter_map(|(number, from)| {
        let value = Value::from(40);
        Some(BaselineSet { metric: MetricRef::new(number), value, from: from? }.into())
    });
    let values = numbers().flat_map(move |number| {
        weeks.iter().zip(0_u32..).map(move |(period, week)| {
            let value = Value::from(38 + (number * 7 + week * 13) % 9);
            let metric = MetricRef::new(number);
            ObservationRecorded { metric, period: *period, value, review: None }.into()
        })
    });
    std::iter::once(defined.into()).chain(baselines).chain(values)
}

fn definition(number: u32) -> Definition {
    let name = Text::new(format!("Metric number {number}"));
    let terms = Terms::bare(name, Class::Quality, Unit::Percent, Direction::Higher, Span::Week);
    Definition { metric: MetricRef::new(number), terms }
}
