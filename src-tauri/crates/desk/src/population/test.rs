//! All tests of a batch in one reading of its rows.

use std::collections::{BTreeMap, HashMap};

use domain::batch::{Field, Known, Treatment};
use domain::population::{Action, Held, Log, Register, Tally, Test, Untold, moment};
use domain::{BatchRef, ExceptionRef, Moment, WorkflowRef};
use store::tables::batch::Batch;
use store::{Part, View};

use super::cells::Cells;
use super::register::register;
use super::{
    PopulationOf, PopulationQuery, PopulationRow, PopulationRows, PopulationRowsQuery,
    PopulationView, Shadow,
};
use crate::batches::{one, row, stands};
use crate::people::standing;
use crate::progress::Work;
use crate::when::local;
use crate::workspace::Open;
use crate::{Desk, Problem};

/// Numbers of failing actions that an answer lists, at most.
const FIRST: usize = 1_000;
/// Agents that are on no register, at most so many by name.
const SHADOWS: usize = 1_000;
/// Longest time from a moment to either end of its day, in milliseconds: clocks may be put back.
const DAY: i64 = 25 * 3_600_000;
/// Rows read between two looks at whether to stop.
const AT_ONCE: u64 = 10_000;

/// What one test came to.
#[derive(Default)]
pub(super) struct Found {
    /// How many fail it.
    pub(super) count: u64,
    /// How many it could judge.
    pub(super) judged: u64,
    /// How many of those of which it asks something it could not, by the reason.
    pub(super) untold: Vec<(Untold, u64)>,
    first: Vec<u64>,
    pub(super) by: BTreeMap<Option<WorkflowRef>, u64>,
}

/// What all tests of a batch came to.
pub(super) struct Tested {
    tested: u64,
    failing: u64,
    pub(super) tests: Vec<(Test, Found)>,
    /// By name: how many, the first and the last time.
    shadows: HashMap<String, (u64, i64, i64)>,
}

impl Desk {
    /// See the list of operations.
    pub fn population(&mut self, query: PopulationQuery) -> Result<PopulationView, Problem> {
        let batch: BatchRef = query.batch.parse()?;
        let work = self.begin("population");
        let now = self.moment();
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let known = must_be_there(&view, batch)?;
        let register = register(&view, zone, standing(&view, now)?)?;
        let tested = tested(&view, &known, &register, &work)?;
        let names: HashMap<_, _> = view.workflow_names()?.into_iter().collect();
        let raised = raised(&view, batch)?;
        let tests = tested.tests.iter().map(|(test, found)| PopulationRow {
            test: *test,
            words: test.words().to_owned(),
            says: test.says().to_owned(),
            count: found.count,
            result: found.result(),
            judged: found.judged,
            not_judged: found.not_judged(),
            why_not: found.why_not(tested.tested),
            workflows: by_workflow(found, &names),
            first: found.first.clone(),
            exceptions: raised
                .iter()
                .filter(|(of, ..)| of == test)
                .map(|(_, _, exception)| exception.to_string())
                .collect(),
        });
        let at = |millis| {
            let at = chrono::DateTime::from_timestamp_millis(millis).unwrap_or_default();
            local(Moment::new(at), zone)
        };
        let instant = now.utc().timestamp_millis();
        let mut shadows: Vec<Shadow> = tested
            .shadows
            .iter()
            .map(|(name, (count, first, last))| Shadow {
                name: name.clone(),
                count: *count,
                first: at(*first),
                last: at(*last),
                registered_as: register.find(name, instant).map(|workflow| workflow.to_string()),
            })
            .collect();
        shadows.sort_by(|a, b| (b.count, &a.name).cmp(&(a.count, &b.name)));
        Ok(PopulationView {
            batch: one(&view, zone, batch)?,
            tested: tested.tested,
            failing: tested.failing,
            tests: tests.collect(),
            shadows,
        })
    }

    /// See the list of operations.
    pub fn population_rows(
        &mut self,
        query: PopulationRowsQuery,
    ) -> Result<PopulationRows, Problem> {
        let batch: BatchRef = query.batch.parse()?;
        let view = self.open()?.view();
        let mut rows = Vec::new();
        for wanted in query.numbers.iter().take(FIRST) {
            view.ai_actions(batch, Part::Taken, *wanted, |number, bytes| {
                if number == *wanted {
                    rows.extend(row(number, bytes));
                }
                Ok::<_, Problem>(false)
            })?;
        }
        Ok(PopulationRows { rows })
    }
}

impl Open {
    /// Whether the rows of a batch are there, whichever moment is shown: what is purged is gone for any.
    pub(crate) fn rows_stand(&self, batch: &str) -> Result<bool, Problem> {
        let now = self.store.now().batch(batch.parse()?)?;
        Ok(now.is_some_and(|batch| batch.purged.is_none()))
    }
}

/// The batch, unless its rows are purged by now.
pub(super) fn must_be_there(view: &View<'_>, batch: BatchRef) -> Result<Batch, Problem> {
    let known = stands(view, batch)?;
    match view.latest().batch(batch)?.and_then(|now| now.purged) {
        None => Ok(known),
        Some(_) => Err(domain::Refusal::BatchPurged { batch }.into()),
    }
}

/// Holds every action of a batch against the register.
pub(super) fn tested(
    view: &View<'_>,
    batch: &Batch,
    register: &Register,
    work: &Work,
) -> Result<Tested, Problem> {
    let mut tested = Tested {
        tested: 0,
        failing: 0,
        tests: Test::ALL.iter().map(|test| (*test, Found::default())).collect(),
        shadows: HashMap::new(),
    };
    each(view, batch, register, work, |number, action, workflow, held| {
        tested.tested += 1;
        tested.failing += u64::from(held.iter().any(|(_, held)| *held == Held::Fails));
        for (test, held) in held {
            let Some((_, found)) = tested.tests.get_mut(*test as usize) else { continue };
            found.count(*held);
            if *held == Held::Fails {
                if found.first.len() < FIRST {
                    found.first.push(number);
                }
                *found.by.entry(workflow).or_default() += 1;
            }
        }
        if held.contains(&(Test::UnknownWorkflow, Held::Fails)) {
            let name = action.cells.get(Field::Workflow as usize).copied().unwrap_or_default();
            let room = tested.shadows.len() < SHADOWS;
            if let Some((count, first, last)) = tested.shadows.get_mut(name) {
                *count += 1;
                (*first, *last) = ((*first).min(action.time), (*last).max(action.time));
            } else if room {
                tested.shadows.insert(name.to_owned(), (1, action.time, action.time));
            }
        }
        Ok(())
    })?;
    Ok(tested)
}

/// Gives every action with its number, its workflow and what became of it under each test that asks
/// something of it to `take`.
pub(super) fn each(
    view: &View<'_>,
    batch: &Batch,
    register: &Register,
    work: &Work,
    mut take: impl FnMut(u64, &Action<'_>, Option<WorkflowRef>, &[(Test, Held)]) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let cells = Cells::of(&batch.import);
    let mut tally = after_earlier(view, batch, register, work)?.with(log(batch));
    let total = batch.import.rows.count;
    let mut held = Vec::new();
    view.ai_actions(batch.batch, Part::Taken, 1, |number, row| {
        if number.is_multiple_of(AT_ONCE) {
            work.step(number, total)?;
        }
        cells.read(row, |cells| {
            let action = action(cells);
            held.clear();
            let workflow = tally.hold(&action, |test, one| held.push((test, one)));
            take(number, &action, workflow, &held)
        })?;
        Ok(true)
    })
}

/// What the logs taken in before used of the permits, and of the caps of its days, that this one's
/// actions are held to. Of the time that two logs of a system share, only the later one's rows count
/// where it is this one, and else the earlier one's: they may be the same actions.
fn after_earlier<'r>(
    view: &View<'_>,
    batch: &Batch,
    register: &'r Register,
    work: &Work,
) -> Result<Tally<'r>, Problem> {
    let mut tally = Tally::new(register, log(batch));
    let mut counted = vec![batch.known()];
    let Some(days) = within(&batch.known(), DAY) else { return Ok(tally) };
    let (by_permit, by_day) = (names_permits(batch), register.is_capped());
    if !by_permit && !by_day {
        return Ok(tally);
    }
    for earlier in view.batches()?.iter().filter(|one| one.batch < batch.batch) {
        let known = earlier.known();
        let near = within(&known, 0).is_some_and(|(a, b)| a <= days.1 && days.0 <= b);
        let (by_permit, by_day) = (by_permit && names_permits(earlier), by_day && near);
        if known.purged || (!by_permit && !by_day) {
            continue;
        }
        tally = tally.with(log(earlier));
        let shared: Vec<(i64, i64)> = counted
            .iter()
            .filter(|one| one.source.is_some() && one.source == known.source)
            .filter_map(|one| within(one, 0))
            .collect();
        let cells = Cells::of(&earlier.import);
        view.ai_actions(earlier.batch, Part::Taken, 1, |number, row| {
            if number.is_multiple_of(AT_ONCE) {
                work.step(0, batch.import.rows.count)?;
            }
            cells.read(row, |cells| {
                let action = action(cells);
                if shared.iter().any(|(from, to)| (*from..=*to).contains(&action.time)) {
                    return;
                }
                if by_permit {
                    tally.used(&action);
                }
                if by_day && (days.0..=days.1).contains(&action.time) {
                    tally.counted(&action);
                }
            });
            Ok::<_, Problem>(true)
        })?;
        counted.push(known);
    }
    Ok(tally)
}

/// From when to when a batch's rows are, and so long before and after.
fn within(known: &Known, more: i64) -> Option<(i64, i64)> {
    let (first, last) = known.span?;
    let millis = |at: Moment| at.utc().timestamp_millis();
    Some((millis(first).saturating_sub(more), millis(last).saturating_add(more)))
}

fn log(batch: &Batch) -> Log {
    Log::of(&batch.import.columns, batch.import.origin.workflow)
}

/// Whether its rows can name a permit.
fn names_permits(batch: &Batch) -> bool {
    let mut columns = batch.import.columns.iter();
    columns.any(|column| column.field == Field::Permit && column.treatment == Treatment::Keep)
}

/// What a row's cells say was done.
fn action<'a>(cells: &'a [&'a str]) -> Action<'a> {
    let time = cells.get(Field::Time as usize).and_then(|time| moment(time));
    Action { time: time.unwrap_or_default(), cells }
}

fn by_workflow(found: &Found, names: &HashMap<WorkflowRef, Option<String>>) -> Vec<PopulationOf> {
    let mut by: Vec<PopulationOf> = found
        .by
        .iter()
        .map(|(workflow, count)| PopulationOf {
            workflow: workflow.map(|workflow| workflow.to_string()),
            name: workflow.and_then(|workflow| names.get(&workflow).cloned().flatten()),
            count: *count,
        })
        .collect();
    by.sort_by_key(|one| std::cmp::Reverse(one.count));
    by
}

/// The exceptions that were raised for tests of a batch.
pub(super) fn raised(
    view: &View<'_>,
    batch: BatchRef,
) -> Result<Vec<(Test, Option<WorkflowRef>, ExceptionRef)>, Problem> {
    use domain::exception::Cause;
    let found = view.exceptions()?.into_iter().filter_map(|exception| match exception.cause {
        Cause::Population { batch: of, test, .. } if of == batch => {
            Some((test, exception.workflow, exception.exception))
        }
        Cause::Population { .. }
        | Cause::Report
        | Cause::Item { .. }
        | Cause::Stop { .. }
        | Cause::Overrides { .. }
        | Cause::Permit { .. }
        | Cause::Metric { .. } => None,
    });
    Ok(found.collect())
}
