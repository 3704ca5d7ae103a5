//! The batches, and their rows from any number on.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use domain::batch::{self, Known};
use domain::{BatchRef, Text};
use serde_json::Value;
use store::tables::batch::Batch;
use store::{Part, View};

use super::{
    AiActionRow, AiActions, AiActionsQuery, BatchRow, BatchesView, LogColumn, PurgeBatch, RowPart,
    WordReadAs,
};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::samples::sample_in_work;
use crate::when::local;
use crate::{Desk, Problem};

/// Rows given at once, at most.
const MOST_ROWS: u64 = 1_000;

impl Desk {
    /// See the list of operations.
    pub fn batches(&mut self, _: Nothing) -> Result<BatchesView, Problem> {
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let batches = view.batches()?;
        let names = Names::of(&view)?;
        let known: Vec<Known> = batches.iter().map(Batch::known).collect();
        let mut meeting: BTreeMap<BatchRef, Vec<BatchRef>> = BTreeMap::new();
        for (one, other) in batch::overlaps(&known) {
            meeting.entry(one).or_default().push(other);
            meeting.entry(other).or_default().push(one);
        }
        let row = |one: &Batch| {
            let meeting = meeting.get(&one.batch).map(Vec::as_slice).unwrap_or_default();
            shown(one, meeting, &names, zone)
        };
        let rows = batches.iter().rev().map(row).collect();
        Ok(BatchesView { rows, workflows: crate::overrides::workflows(&view)? })
    }

    /// See the list of operations.
    pub fn ai_actions(&mut self, query: AiActionsQuery) -> Result<AiActions, Problem> {
        let open = self.open()?;
        let view = open.view();
        let batch: BatchRef = query.batch.parse()?;
        let row = one(&view, open.zone, batch)?;
        let part = match query.part {
            RowPart::Taken => Part::Taken,
            RowPart::Rejected => Part::Rejected,
        };
        let most = query.count.min(MOST_ROWS);
        let mut rows = Vec::new();
        if most > 0 {
            view.ai_actions(batch, part, query.first, |number, bytes| {
                rows.extend(self::row(number, bytes));
                Ok::<_, Problem>((rows.len() as u64) < most)
            })?;
        }
        Ok(AiActions { batch: row, rows })
    }

    /// See the list of operations.
    pub fn purge_batch(&mut self, request: PurgeBatch) -> Result<BatchesView, Problem> {
        let batch: BatchRef = request.batch.parse()?;
        self.act(|act| {
            let known = stands(act.view, batch)?.known();
            let standing = standing(act.view, act.now)?;
            let in_work = sample_in_work(act.view, batch, act.now)?;
            Ok(vec![batch::purge(&standing, act.by, &known, in_work, &request.why)?])
        })?;
        self.batches(Nothing {})
    }
}

/// The batch of that reference.
///
/// # Errors
/// `unknown`.
pub(crate) fn stands(view: &View<'_>, batch: BatchRef) -> Result<Batch, Problem> {
    let unknown = || domain::Refusal::Unknown { reference: batch.to_string() };
    Ok(view.batch(batch)?.ok_or_else(unknown)?)
}

/// One batch as the list shows it.
pub(crate) fn one(view: &View<'_>, zone: Tz, batch: BatchRef) -> Result<BatchRow, Problem> {
    let found = stands(view, batch)?;
    Ok(shown(&found, &meeting(view, &found)?, &Names::of(view)?, zone))
}

/// The batches that may hold the same actions as one, in the order in which they were taken in.
pub(crate) fn meeting(view: &View<'_>, of: &Batch) -> Result<Vec<BatchRef>, Problem> {
    let own = of.known();
    let Some((first, last)) = own.span else { return Ok(Vec::new()) };
    let others = view.batches_meeting(first, last)?.into_iter().filter(|one| one.batch != of.batch);
    let meets = |other: &Batch| !batch::overlaps(&[own.clone(), other.known()]).is_empty();
    Ok(others.filter(meets).map(|other| other.batch).collect())
}

/// A batch, and those that may hold the same actions.
fn shown(one: &Batch, meeting: &[BatchRef], names: &Names, zone: Tz) -> BatchRow {
    let import = &one.import;
    let words = |text: &Text| text.words().map(str::to_owned);
    let (origin, file, covers) = (&import.origin, &import.file, &import.completeness);
    BatchRow {
        batch: one.batch.to_string(),
        entry: one.seq,
        at: local(one.at, zone),
        by_name: names.actor(one.by),
        source: words(&origin.source),
        query: origin.query.as_ref().and_then(words),
        pulled_at: origin.pulled_at.map(|at| local(at, zone)),
        pulled_by: origin.pulled_by.as_ref().and_then(words),
        workflow: origin.workflow.map(|workflow| workflow.to_string()),
        file: words(&file.name),
        sha256: file.sha256.clone(),
        bytes: file.bytes,
        encoding: file.encoding.clone(),
        count: import.rows.count,
        rejected: import.rejected.count,
        duplicates: import.duplicates,
        first: covers.first.map(|at| local(at, zone)),
        last: covers.last.map(|at| local(at, zone)),
        empty_days: covers.empty_days,
        gaps: super::import::gaps(covers),
        root: import.rows.root.clone(),
        columns: import
            .columns
            .iter()
            .map(|column| LogColumn {
                place: 0,
                column: words(&column.head),
                field: Some(column.field.id().to_owned()),
                words: Some(column.field.words().to_owned()),
                treatment: column.treatment,
                examples: Vec::new(),
            })
            .collect(),
        kinds: import
            .kinds
            .iter()
            .map(|read| WordReadAs {
                word: words(&read.word),
                kind: read.kind,
                words: read.kind.words().to_owned(),
            })
            .collect(),
        overlaps: meeting.iter().map(ToString::to_string).collect(),
        purged: one.purged,
    }
}

/// A row as it lies beside the ledger; none where it cannot be read.
pub(crate) fn row(number: u64, bytes: &[u8]) -> Option<AiActionRow> {
    let cells: Vec<Value> = serde_json::from_slice(bytes).ok()?;
    let mut cells = cells.into_iter();
    let line = cells.next()?.as_u64()?;
    let cells = cells.filter_map(|cell| match cell {
        Value::String(words) => Some(words),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            None
        }
    });
    Some(AiActionRow { number, line, cells: cells.collect() })
}
