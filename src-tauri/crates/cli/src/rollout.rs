//! The first 30 days, week by week.

use std::path::Path;

use desk::Problem;
use desk::operations::{Nothing, RolloutPart, RolloutRow, RolloutView, Verify};
use domain::rollout::{Met, Stage};

use crate::args::Args;
use crate::print::say;
use crate::{Outcome, at, print};

/// Says what each week asks, and what of it the record shows. Whether the trail replays is found out
/// for it: nobody has checked a file that was only just opened.
pub fn rollout(args: &Args, file: &Path) -> Result<Outcome, Problem> {
    let mut desk = at::reading(args, file)?;
    desk.verify(Verify::default())?;
    let plan = desk.rollout(Nothing {})?;
    print::answer(args.json, &plan, |plan| {
        line(plan);
        plan.weeks.iter().for_each(week);
    })
}

/// The plan in a line.
pub fn line(plan: &RolloutView) {
    let rows = || plan.weeks.iter().flat_map(|week| &week.conditions);
    let unchecked = rows().any(|row| row.met == Met::Unchecked);
    let unchecked = if unchecked { ", the file not yet checked" } else { "" };
    let RolloutView { met, of, day, .. } = plan;
    say!("First 30 days: {met} of {of} conditions met{unchecked}, on day {day}.");
}

fn week(week: &RolloutPart) {
    let RolloutPart { first, last, name, delivers, from, to, met, conditions, .. } = week;
    let (stage, of) = (stage(week.stage), conditions.len());
    say!(
        "Days {first} to {last}, {from} to {to}: {name}; delivers {delivers}. {stage}, {met} of {of}."
    );
    conditions.iter().for_each(condition);
}

fn condition(row: &RolloutRow) {
    let RolloutRow { asks, says, .. } = row;
    let word = match row.met {
        Met::Met => "met",
        Met::NotYet => "not yet",
        Met::Unchecked => "unchecked",
    };
    let first = row.first_at.as_deref().zip(row.first_entry);
    let first =
        first.map_or_else(String::new, |(at, entry)| format!(", first at {at}, entry {entry}"));
    say!("  {word:9}  {asks} {says}{first}.");
    if let Some(next) = &row.next {
        say!("             Next: {next}");
    }
    for lacking in &row.lacking {
        say!("             {}  {}", lacking.workflow, lacking.name.as_deref().unwrap_or("–"));
    }
    if row.more > 0 {
        say!("             and {} more", row.more);
    }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Complete => "Complete",
        Stage::Running => "Under way",
        Stage::Late => "Late",
        Stage::Coming => "To come",
    }
}
