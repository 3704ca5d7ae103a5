//! Taking an action log in: the same reading for the preview and for the deed.

use domain::batch::{self, BatchImported, Column, File, Origin};
use domain::{BatchRef, Text, WorkflowRef};
use intake::action_log::{self, DayOrder, Outcome, Rejected, Taken};
use store::View;

use super::pour::{Poured, pour};
use super::read::{Reading, columns, order_needed, read_as, timeless, words};
use super::{
    AiActionRow, BatchGap, BatchPreview, BatchTaken, ImportBatch, LogOrigin, PreviewBatch,
    SaveRejectedActions, Stranger,
};
use crate::files::{Purpose, Written, file_name};
use crate::imports::{RejectedRow, SHOWN, must_be_as_seen, save_rejected_rows, unreadable};
use crate::people::standing;
use crate::progress::Work;
use crate::when::{in_zone, local};
use crate::{Desk, Problem};

/// Rows that a preview shows as they would be kept.
const KEPT: usize = 50;

/// What reading without writing came to.
struct Looked {
    outcome: Outcome,
    kept: Vec<AiActionRow>,
    rejected: Vec<Rejected>,
}

impl Desk {
    /// See the list of operations.
    pub fn preview_batch(&mut self, request: PreviewBatch) -> Result<BatchPreview, Problem> {
        let work = self.begin("preview_batch");
        let mut reading = self.log_reading(&request.grant, &request.reading, [0; 32], &work)?;
        let file = file_name(&reading.path);
        let zone = reading.options.zone.name().to_owned();
        let fresh =
            BatchPreview { file, zone, remembered: reading.remembered, ..Default::default() };
        let mut watch = |read, total| work.step(read, total);
        let looked = match look(&mut reading, SHOWN, &mut watch) {
            Ok(looked) => looked,
            Err(Halt::Stopped(problem)) => return Err(problem),
            Err(Halt::File(intake::Error::WhichSheet { sheets })) => {
                return Ok(BatchPreview { sheets, ..fresh });
            }
            Err(Halt::File(error)) => {
                let Some(columns) = timeless(&error, &reading.options)? else {
                    return Err(unreadable(error));
                };
                return Ok(BatchPreview { columns, ..fresh });
            }
        };
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let Looked { outcome, kept, rejected } = looked;
        let mut batches = view.batches()?.into_iter();
        let same = batches.rfind(|one| one.import.file.sha256 == outcome.file.sha256);
        let words = words(&outcome.kinds);
        let more_words = outcome.kinds.words.len().saturating_sub(words.len()) as u64;
        let span = |at: Option<domain::Moment>| at.map(|at| local(at, zone));
        Ok(BatchPreview {
            sha256: outcome.file.sha256.clone(),
            sheets: outcome.sheets.clone(),
            encoding: outcome.file.encoding.to_owned(),
            delimiter: outcome.delimiter.map(|delimiter| delimiter.word().to_owned()),
            columns: columns(&outcome.mapping, &reading.options, &outcome.examples),
            day_first: reading.options.order.map(|order| order == DayOrder::DayFirst),
            asks_order: reading.options.order.is_none() && outcome.evidence.either,
            rows: outcome.rows,
            accepted: outcome.accepted,
            left_out: outcome.rejected,
            duplicates: outcome.duplicates,
            first: span(outcome.completeness.first),
            last: span(outcome.completeness.last),
            empty_days: outcome.completeness.empty_days,
            gaps: gaps(&outcome.completeness),
            kept,
            strangers: strangers(&outcome),
            words,
            more_words,
            unknown_kind: outcome.accepted.saturating_sub(outcome.kinds.known),
            rejected: rejected.iter().map(shown).collect(),
            taken_in_as: same.as_ref().map(|one| one.batch.to_string()),
            taken_in_before: same.map(|one| one.seq),
            ..fresh
        })
    }

    /// See the list of operations.
    pub fn import_batch(&mut self, request: ImportBatch) -> Result<BatchTaken, Problem> {
        let secrets = (self.chance.half()?, self.chance.seed()?);
        let work = self.begin("import_batch");
        let mut reading = self.log_reading(&request.grant, &request.reading, secrets.1, &work)?;
        must_be_as_seen(request.sha256.as_ref(), &reading.survey.sha256)?;
        let origin = self.origin(&request.origin)?;
        // Nearly always the first reading holds; only once all dates were seen is it known whether
        // those that can be read either way are told by others.
        let mut told = None;
        let taken = match self.take_in(&work, &reading, &origin, secrets, &mut told) {
            Err(_) if told.is_some() => {
                reading.options.order = told;
                self.take_in(&work, &reading, &origin, secrets, &mut None)
            }
            taken => taken,
        };
        drop(work);
        let (batch, outcome, rejected) = taken?;
        self.remember_log(&request.reading, &reading.options, &outcome.mapping);
        let batch = self.batch_row(batch)?;
        Ok(BatchTaken { batch, rejected: rejected.iter().map(self::shown).collect() })
    }

    /// Pours the rows of a file and enters what binds them. Where its dates tell how those that can
    /// be read either way are meant, `told` has it, and nothing was taken in.
    fn take_in(
        &mut self,
        work: &Work,
        reading: &Reading,
        origin: &Origin,
        (salt, key): ([u8; 16], [u8; 32]),
        told: &mut Option<DayOrder>,
    ) -> Result<(BatchRef, Outcome, Vec<Rejected>), Problem> {
        let name = Text::new(file_name(&reading.path));
        let options = &reading.options;
        let poured = std::cell::RefCell::new(None);
        let mut taken = None;
        let mut pouring = |writer: &store::Writer<'_>| {
            let batch = writer.view().next_batch()?;
            let done = pour(writer, work, reading, (batch, salt))?;
            *told = order_needed(options, &done.outcome);
            if told.is_some() {
                return Err(Problem::internal("its dates tell how they are read"));
            }
            poured.replace(Some((batch, done)));
            Ok(())
        };
        self.act_pouring(work, &mut pouring, |act| {
            let Some((batch, poured)) = poured.take() else {
                return Err(Problem::internal("nothing was poured"));
            };
            let known: Vec<_> = act.view.batches()?.iter().map(|one| one.known()).collect();
            let hex = ledger::encoding::hex;
            let Poured { rows, rejected, outcome, shown } = poured;
            let imported = BatchImported {
                batch,
                origin: origin.clone(),
                file: File {
                    name,
                    sha256: outcome.file.sha256.clone(),
                    bytes: outcome.file.bytes,
                    encoding: outcome.file.encoding.to_owned(),
                },
                columns: action_log::columns(&outcome.mapping, options)
                    .into_iter()
                    .map(|(field, head, treatment)| Column {
                        field,
                        head: Text::new(head),
                        treatment,
                    })
                    .collect(),
                kinds: read_as(&outcome.kinds),
                rows,
                rejected,
                duplicates: outcome.duplicates,
                completeness: outcome.completeness.clone(),
                salt: Text::new(hex(&salt)),
                key: Text::new(hex(&key)),
            };
            let event = batch::take_in(&standing(act.view, act.now)?, act.by, &known, imported)?;
            taken = Some((batch, outcome, shown));
            Ok(vec![event])
        })?;
        taken.ok_or_else(|| Problem::internal("nothing was decided"))
    }

    /// See the list of operations.
    pub fn save_rejected_actions(
        &mut self,
        request: SaveRejectedActions,
    ) -> Result<Written, Problem> {
        let work = self.begin("save_rejected_actions");
        let mut reading = self.log_reading(&request.source, &request.reading, [0; 32], &work)?;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let mut watch = |read, total| work.step(read, total);
        let looked = look(&mut reading, usize::MAX, &mut watch).map_err(Halt::problem)?;
        save_rejected_rows(&path, looked.rejected.iter().map(shown).collect())
    }

    fn origin(&self, given: &LogOrigin) -> Result<Origin, Problem> {
        let open = self.open()?;
        let workflow = given.workflow.as_deref().filter(|workflow| !workflow.is_empty());
        let workflow = workflow.map(str::parse::<WorkflowRef>).transpose()?;
        if let Some(workflow) = workflow {
            known_workflow(&open.view(), workflow)?;
        }
        let pulled_at = given.pulled_at.as_deref().filter(|at| !at.is_empty());
        Ok(Origin {
            source: Text::new(&given.source),
            query: Text::some(&given.query),
            pulled_at: pulled_at.map(|at| in_zone(at, open.zone)).transpose()?,
            pulled_by: Text::some(&given.pulled_by),
            workflow,
        })
    }
}

fn known_workflow(view: &View<'_>, workflow: WorkflowRef) -> Result<(), Problem> {
    match view.workflow(workflow)? {
        Some(_) => Ok(()),
        None => Err(domain::Refusal::Unknown { reference: workflow.to_string() }.into()),
    }
}

/// What keeps a look from going on.
enum Halt {
    File(intake::Error),
    Stopped(Problem),
}

impl Halt {
    fn problem(self) -> Problem {
        match self {
            Self::File(error) => unreadable(error),
            Self::Stopped(problem) => problem,
        }
    }
}

impl From<intake::Error> for Halt {
    fn from(error: intake::Error) -> Self {
        Self::File(error)
    }
}

/// Hears how far reading is, and stops it.
type Watch<'w> = &'w mut dyn FnMut(u64, u64) -> Result<(), Problem>;

/// Reads a whole file, and once more where it turned out how its dates are to be read.
fn look(reading: &mut Reading, most: usize, watch: Watch<'_>) -> Result<Looked, Halt> {
    let looked = look_once(reading, most, watch)?;
    let told = order_needed(&reading.options, &looked.outcome);
    if told.is_none() {
        return Ok(looked);
    }
    reading.options.order = told;
    look_once(reading, most, watch)
}

fn look_once(reading: &Reading, most: usize, watch: Watch<'_>) -> Result<Looked, Halt> {
    let (mut kept, mut rejected) = (Vec::new(), Vec::new());
    let Reading { path, survey, options, .. } = reading;
    let mut number = 0;
    let open = || std::fs::File::open(path);
    let outcome = action_log::read(open, survey, options, |taken, read| {
        match taken {
            Taken::Action { row } => {
                number += 1;
                if kept.len() < KEPT {
                    kept.extend(super::list::row(number, row));
                }
            }
            Taken::Rejected { rejected: bad, .. } => {
                if rejected.len() < most {
                    rejected.push(bad.clone());
                }
            }
        }
        watch(read.min(survey.bytes), survey.bytes).map_err(Halt::Stopped)
    })?;
    Ok(Looked { outcome, kept, rejected })
}

fn strangers(outcome: &Outcome) -> Vec<Stranger> {
    let mut found: Vec<Stranger> = outcome
        .strangers
        .iter()
        .map(|(name, times)| Stranger { name: name.clone(), times: *times })
        .collect();
    found.sort_by_key(|stranger| std::cmp::Reverse(stranger.times));
    found
}

pub(super) fn gaps(completeness: &batch::Completeness) -> Vec<BatchGap> {
    let gaps = completeness.gaps.iter();
    gaps.map(|gap| BatchGap {
        from: gap.from.to_string(),
        to: gap.to.to_string(),
        days: gap.days(),
    })
    .collect()
}

fn shown(bad: &Rejected) -> RejectedRow {
    RejectedRow {
        line: bad.line,
        column: bad.column.clone(),
        code: bad.code.to_owned(),
        says: bad.reason.clone(),
        row: bad.row.clone(),
    }
}

impl Desk {
    /// One batch as the list shows it.
    fn batch_row(&self, batch: BatchRef) -> Result<super::BatchRow, Problem> {
        let open = self.open()?;
        super::list::one(&open.view(), open.zone, batch)
    }
}
