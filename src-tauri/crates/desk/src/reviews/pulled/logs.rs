//! Batches of the period with their gaps, and live workflows without logs.

use domain::metric::derived::Stretch;
use domain::workflow::Status;
use report::{counted, grouped};

use super::PulledMark;
use super::table::{Row, Table};
use crate::batches::BatchRow;
use crate::erased::or_erased;
use crate::exports::quarter::batches;
use crate::register::{RegisterQuery, RegisterRow};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk, stretch: Stretch) -> Result<Table, Problem> {
    let taken = batches(desk, stretch)?;
    let mut without = desk.register(RegisterQuery::default())?.workflows;
    without.retain(|row| row.status == Status::Live && row.logs.is_none());
    let sum = |of: fn(&BatchRow) -> u64| taken.iter().map(of).sum();
    let counts = vec![
        ("pulled.logs-batches", taken.len() as u64),
        ("pulled.logs-empty-days", sum(|row| row.empty_days)),
        ("pulled.logs-rejected", sum(|row| row.rejected)),
        ("pulled.logs-missing", without.len() as u64),
    ];
    Ok(Table {
        columns: &["Batch or workflow", "Rows", "From and to", "Gaps"],
        rows: without.iter().map(missing).chain(taken.iter().map(row)).collect(),
        counts,
        empty: "No batch was taken in in the period, and no workflow is live without logs.",
    })
}

fn missing(one: &RegisterRow) -> Row {
    let name = or_erased(one.name.as_ref());
    let cells = vec![name, String::new(), String::new(), String::new()];
    Row::of(&one.workflow, cells, PulledMark::Breach, "No logs located")
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
        true => (PulledMark::Fine, "Whole"),
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
