//! Checks of fairness and drift, and the workflows that score or route without one.

use domain::check::{Asks, Kind, Rows};
use domain::metric::derived::Stretch;
use domain::text::fold;
use domain::workflow::{Kind as Work, Status};
use domain::{BatchRef, CheckRef, WorkflowRef};
use store::View;
use store::tables::workflow::Workflow;

use super::PulledMark;
use super::table::{Row, Table};
use crate::erased::or_erased;
use crate::exports::quarter::checks;
use crate::problem::capital;
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk, kind: Kind, stretch: Stretch) -> Result<Table, Problem> {
    let mut made = checks(desk, stretch)?;
    made.retain(|one| one.kind == kind);
    let rows = made.iter().map(|one| {
        let (mark, word) = match one.stands_out {
            true => (PulledMark::Attention, "To look at"),
            false => (PulledMark::Fine, "In line"),
        };
        let day = one.at.get(..10).unwrap_or_default().to_owned();
        Row::of(&one.check, vec![one.title.clone(), capital(&one.short), day], mark, word)
    });
    let mut rows: Vec<Row> = rows.collect();
    let out = made.iter().filter(|one| one.stands_out).count();
    let view = desk.open()?.view();
    let read = read_by(&view, made.iter().map(|one| one.check.as_str()))?;
    let works = view.workflows()?;
    let judged = works.iter().filter(|work| judges(work));
    let missing: Vec<Row> =
        judged.filter(|work| !is_read(&read, work)).map(|work| without(work, kind)).collect();
    let count = missing.len() as u64;
    rows.extend(missing);
    let figures = match kind {
        Kind::Fairness => {
            ["pulled.fairness-checks", "pulled.fairness-out", "pulled.fairness-missing"]
        }
        Kind::Drift | Kind::ServiceLevel => {
            ["pulled.drift-checks", "pulled.drift-out", "pulled.drift-missing"]
        }
    };
    let values = [made.len() as u64, out as u64, count];
    Ok(Table {
        columns: &["Of", "What it shows", "Made"],
        rows,
        counts: figures.into_iter().zip(values).collect(),
        empty: "None reads actions of the period, and no live workflow scores or routes.",
    })
}

/// Whether a workflow decides whom or what comes first.
fn judges(work: &Workflow) -> bool {
    work.status == Status::Live
        && matches!(work.facts.kind, Some(Work::LeadScoring | Work::Routing))
}

fn without(work: &Workflow, kind: Kind) -> Row {
    let reference = work.workflow.to_string();
    let name = work.facts.name.as_ref().and_then(|name| name.words()).map(str::to_owned);
    let says = format!("No {} check reads its actions in the period", kind.words().to_lowercase());
    let cells = vec![or_erased(name.as_ref()), says, String::new()];
    Row::of(&reference, cells, PulledMark::Attention, "Missing")
}

/// What checks read: a batch, and what its rows were told apart by.
struct Read {
    batch: Option<WorkflowRef>,
    only: Option<String>,
}

fn read_by<'a>(
    view: &View<'_>,
    checks: impl Iterator<Item = &'a str>,
) -> Result<Vec<Read>, Problem> {
    let mut read = Vec::new();
    for check in checks {
        let reference: CheckRef = check.parse()?;
        let Some(check) = view.check(reference)? else { continue };
        let rows: &Rows = match &check.made.asks {
            Asks::Fairness { rows, .. } => rows,
            Asks::Drift { now, .. } => now,
            Asks::ServiceLevel { .. } => continue,
        };
        let only = rows.only.as_ref().filter(|only| only.field == "workflow");
        let only = only.and_then(|only| only.says.words()).map(fold);
        for batch in &rows.batches {
            read.push(Read { batch: of_workflow(view, *batch)?, only: only.clone() });
        }
    }
    Ok(read)
}

fn of_workflow(view: &View<'_>, batch: BatchRef) -> Result<Option<WorkflowRef>, Problem> {
    Ok(view.batch(batch)?.and_then(|batch| batch.import.origin.workflow))
}

/// Whether a check read this workflow's actions and no other's: by the batch, or by what the rows say.
fn is_read(read: &[Read], work: &Workflow) -> bool {
    let name = work.facts.name.as_ref().and_then(|name| name.words()).map(fold);
    let reference = fold(&work.workflow.to_string());
    read.iter().any(|one| match &one.only {
        Some(only) => *only == reference || Some(only) == name.as_ref(),
        None => one.batch == Some(work.workflow),
    })
}
