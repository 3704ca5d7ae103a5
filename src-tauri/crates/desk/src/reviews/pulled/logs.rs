//! Batches with actions of the period, which of its days each source has rows of, and live workflows
//! that are in no log.

use std::collections::BTreeSet;

use domain::metric::derived::Stretch;
use domain::workflow::Status;
use domain::{Moment, WorkflowRef};
use report::{counted, grouped};

use super::PulledMark;
use super::days::{Days, of_sources};
use super::table::{Row, Table};
use crate::batches::BatchRow;
use crate::erased::or_erased;
use crate::exports::quarter::batches;
use crate::population::silent;
use crate::register::{RegisterQuery, RegisterRow};
use crate::when::just_before;
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk, stretch: Stretch) -> Result<Table, Problem> {
    let now = desk.moment();
    let taken = batches(desk, stretch)?;
    let mut live = desk.register(RegisterQuery::default())?.workflows;
    live.retain(|row| row.status == Status::Live);
    let silent = silent_of(desk, stretch, &live, now)?;
    let open = desk.open()?;
    let logs = open.view().batches_meeting(stretch.from, just_before(stretch.until))?;
    let days = of_sources(&logs, stretch, now, open.zone);
    let without = live.iter().filter(|row| row.logs.is_none()).count();
    let gone = taken.iter().filter(|row| row.purged.is_some()).count();
    let sum = |of: fn(&BatchRow) -> u64| taken.iter().map(of).sum();
    let counts = vec![
        ("pulled.logs-batches", taken.len() as u64),
        ("pulled.logs-empty-days", sum(|row| row.empty_days)),
        ("pulled.logs-rejected", sum(|row| row.rejected)),
        ("pulled.logs-missing", without as u64),
        ("pulled.logs-silent", silent.len() as u64),
    ];
    let missing = live.iter().filter_map(|row| {
        let silent = silent.contains(&row.workflow);
        (silent || row.logs.is_none()).then(|| missing(row, silent, gone))
    });
    let rows = missing.chain(days.iter().map(source)).chain(taken.iter().map(row)).collect();
    Ok(Table {
        columns: &["Batch, source or workflow", "Rows", "From and to", "Gaps"],
        rows,
        counts,
        empty: "No log has an action of the period, and no workflow is live.",
    })
}

/// The live workflows without an action of the period in any log that is there.
fn silent_of(
    desk: &mut Desk,
    stretch: Stretch,
    live: &[RegisterRow],
    now: Moment,
) -> Result<BTreeSet<String>, Problem> {
    let open = desk.open()?;
    let view = open.view();
    let logs = view.batches_meeting(stretch.from, just_before(stretch.until))?;
    let live: BTreeSet<WorkflowRef> =
        live.iter().filter_map(|row| row.workflow.parse().ok()).collect();
    let silent = silent(&view, (open.zone, now), &logs, stretch, live)?;
    Ok(silent.into_iter().map(|workflow| workflow.to_string()).collect())
}

/// A live workflow that nobody located the logs of, or that no log has an action of.
fn missing(one: &RegisterRow, silent: bool, gone: usize) -> Row {
    let name = or_erased(one.name.as_ref());
    let says = match (silent, gone) {
        (false, _) => String::new(),
        (true, 0) => "no action in any log of the period".to_owned(),
        (true, gone) => format!(
            "no action in the logs of the period whose rows are here; those of {} are purged",
            counted(gone, "batch", "batches")
        ),
    };
    let cells = vec![name, String::new(), String::new(), says];
    match &one.logs {
        None => Row::of(&one.workflow, cells, PulledMark::Breach, "No logs located"),
        Some(_) => Row::of(&one.workflow, cells, PulledMark::Attention, "No log taken in"),
    }
}

/// What the batches of a source cover together, with what lies between them.
fn source(one: &Days) -> Row {
    let (mark, word) = match (one.missing.is_empty(), one.roughly) {
        (true, false) => (PulledMark::Fine, "Rows of every day"),
        (true, true) => (PulledMark::Attention, "Gaps not told apart"),
        (false, _) => (PulledMark::Attention, "Days without a row"),
    };
    let key = format!("source {}", one.source);
    let cells = vec![one.source.clone(), String::new(), one.covered(), one.gaps()];
    Row { leads: None, ..Row::of(&key, cells, mark, word) }
}

fn row(one: &BatchRow) -> Row {
    let source = or_erased(one.source.as_ref());
    let day = |at: &Option<String>| at.as_ref().and_then(|at| at.get(..10)).map(str::to_owned);
    let span = day(&one.first).zip(day(&one.last));
    let gaps: Vec<String> = [
        (one.empty_days > 0).then(|| {
            let days = usize::try_from(one.empty_days).unwrap_or(usize::MAX);
            format!("{} without a row", counted(days, "day", "days"))
        }),
        (one.rejected > 0).then(|| {
            let duplicates = grouped(one.duplicates);
            format!("{} rejected, {duplicates} of them duplicates", grouped(one.rejected))
        }),
        one.purged.map(|entry| format!("purged by entry {}", grouped(entry))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (mark, word) = match gaps.is_empty() {
        true => (PulledMark::Fine, "No gap inside"),
        false => (PulledMark::Attention, "Has gaps"),
    };
    let cells = vec![
        source,
        grouped(one.count),
        span.map(|(first, last)| format!("{first} to {last}")).unwrap_or_default(),
        gaps.join("; "),
    ];
    Row::of(&one.batch, cells, mark, word)
}
