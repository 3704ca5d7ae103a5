//! Pouring the rows of a file beside the ledger: one thread reads, this one binds and writes.

use std::sync::mpsc::{SyncSender, sync_channel};

use domain::BatchRef;
use domain::batch::Bound;
use intake::action_log::{self, Outcome, Rejected, Taken};
use ledger::encoding::base64;
use ledger::rows::{RowTree, Salt};
use store::{Part, Writer};

use super::read::Reading;
use crate::Problem;
use crate::imports::{SHOWN, unreadable};
use crate::progress::Work;

/// Bytes of rows that are put in one cell, and rows at most.
const RUN: usize = 60 * 1024;
const RUN_ROWS: u64 = 1024;
/// Runs that wait between the threads.
const AHEAD: usize = 8;

/// What was poured.
pub(super) struct Poured {
    pub(super) rows: Bound,
    pub(super) rejected: Bound,
    pub(super) outcome: Outcome,
    /// The first rejected rows.
    pub(super) shown: Vec<Rejected>,
}

/// Rows on their way from the file to the ledger's side.
struct Run {
    part: Part,
    rows: Vec<u8>,
    /// Bytes of the file read by then.
    read: u64,
}

/// What keeps reading from going on.
enum Halt {
    File(intake::Error),
    /// Nobody takes the rows any more.
    Left,
}

impl From<intake::Error> for Halt {
    fn from(error: intake::Error) -> Self {
        Self::File(error)
    }
}

/// Reads a file and puts its rows beside the entries as those of `batch`.
pub(super) fn pour(
    writer: &Writer<'_>,
    work: &Work,
    reading: &Reading,
    (batch, salt): (BatchRef, Salt),
) -> Result<Poured, Problem> {
    let total = reading.survey.bytes;
    std::thread::scope(|threads| {
        let (give, take) = sync_channel::<Run>(AHEAD);
        let reader = threads.spawn(move || read(reading, &give));
        let mut bound = [(Part::Taken, RowTree::new(&salt)), (Part::Rejected, RowTree::new(&salt))];
        let mut written = Ok(());
        for run in take {
            written = put(writer, batch, &mut bound, &run)
                .and_then(|()| work.step(run.read.min(total), total));
            if written.is_err() {
                break;
            }
        }
        let read = reader.join().map_err(|_| Problem::internal("reading the log failed"))?;
        written?;
        let (outcome, shown) = read.map_err(|halt| match halt {
            Halt::File(error) => unreadable(error),
            Halt::Left => work.cancelled(),
        })?;
        let [rows, rejected] = bound.map(|(_, tree)| {
            let head = tree.head();
            Bound { count: head.size, root: base64(&head.root) }
        });
        Ok(Poured { rows, rejected, outcome, shown })
    })
}

/// Binds a run of rows and writes it.
fn put(
    writer: &Writer<'_>,
    batch: BatchRef,
    bound: &mut [(Part, RowTree)],
    run: &Run,
) -> Result<(), Problem> {
    let Some((_, tree)) = bound.iter_mut().find(|(part, _)| *part == run.part) else {
        return Ok(());
    };
    let first = tree.size() + 1;
    for row in run.rows.strip_suffix(b"\n").unwrap_or(&run.rows).split(|byte| *byte == b'\n') {
        tree.push(row);
    }
    let count = tree.size() + 1 - first;
    Ok(writer.put_ai_actions((batch, run.part), first, count, &run.rows)?)
}

fn read(reading: &Reading, give: &SyncSender<Run>) -> Result<(Outcome, Vec<Rejected>), Halt> {
    let Reading { path, survey, options, .. } = reading;
    let mut waiting =
        Waiting { give, runs: [(Part::Taken, Vec::new(), 0), (Part::Rejected, Vec::new(), 0)] };
    let mut shown = Vec::new();
    let outcome = action_log::read(
        || std::fs::File::open(path),
        survey,
        options,
        |taken, read| match taken {
            Taken::Action { row } => waiting.add(Part::Taken, row, read),
            Taken::Rejected { row, rejected } => {
                if shown.len() < SHOWN {
                    shown.push(rejected.clone());
                }
                waiting.add(Part::Rejected, row, read)
            }
        },
    )?;
    let read = outcome.file.bytes;
    for part in Part::ALL {
        waiting.send(part, read)?;
    }
    Ok((outcome, shown))
}

/// Rows that are no run yet.
struct Waiting<'g> {
    give: &'g SyncSender<Run>,
    runs: [(Part, Vec<u8>, u64); 2],
}

impl Waiting<'_> {
    fn add(&mut self, part: Part, row: &[u8], read: u64) -> Result<(), Halt> {
        let Some((_, rows, count)) = self.runs.iter_mut().find(|(of, ..)| *of == part) else {
            return Ok(());
        };
        if rows.capacity() == 0 {
            rows.reserve(RUN + row.len());
        }
        rows.extend_from_slice(row);
        rows.push(b'\n');
        *count += 1;
        if rows.len() >= RUN || *count >= RUN_ROWS {
            return self.send(part, read);
        }
        Ok(())
    }

    fn send(&mut self, part: Part, read: u64) -> Result<(), Halt> {
        let Some((_, rows, count)) = self.runs.iter_mut().find(|(of, ..)| *of == part) else {
            return Ok(());
        };
        if *count == 0 {
            return Ok(());
        }
        *count = 0;
        let run = Run { part, rows: std::mem::take(rows), read };
        self.give.send(run).map_err(|_| Halt::Left)
    }
}
