//! Taking values of metrics in: the same reading for the preview and for the deed.

use std::collections::BTreeMap;

use domain::metric::{self, Calendar, Metric, Period};
use domain::people::Standing;
use domain::text::fold;
use domain::workspace::{self, ImportRecorded};
use domain::{Event, Refusal, Text};
use intake::metrics::{Observation, Observations};
use intake::read::ReadOptions;
use store::View;

use super::emergency::{Given, emergencies};
use super::{
    ImportMetrics, MetricsImported, MetricsPreview, PreviewMetrics, SaveRejectedMetrics,
    ValueToCorrect, ValueToTake, calendar,
};
use crate::count::count;
use crate::door::Act;
use crate::files::{Grant, Purpose, Written, file_name};
use crate::imports::{self, RejectedRow, must_be_as_seen, save_rejected_rows, unreadable};
use crate::people::standing;
use crate::{Desk, Problem};

/// A table of values that was read, and the file it came from.
struct Read {
    name: String,
    table: Observations,
}

impl Desk {
    /// See the list of operations.
    pub fn preview_metrics(&mut self, request: PreviewMetrics) -> Result<MetricsPreview, Problem> {
        let read = self.read_metrics(&request.grant)?;
        let now = self.moment();
        let view = self.open()?.view();
        let sorted = Sorted::of(&view, calendar(&view, now)?, &read)?;
        let sha256 = read.table.file.sha256.clone();
        Ok(MetricsPreview {
            file: read.name.clone(),
            taken_in_before: view.import_of(&sha256)?,
            sha256,
            encoding: read.table.file.encoding.to_owned(),
            delimiter: read.table.delimiter.map(|delimiter| delimiter.word().to_owned()),
            lies: read.table.shape.words().to_owned(),
            rows: read.table.rows,
            accepted: sorted.new.iter().map(Found::shown).collect(),
            same: count(sorted.same),
            differing: sorted.differing.iter().map(Found::to_correct).collect(),
            rejected: sorted.rejected,
        })
    }

    /// See the list of operations.
    pub fn import_metrics(&mut self, request: ImportMetrics) -> Result<MetricsImported, Problem> {
        let read = self.read_metrics(&request.grant)?;
        must_be_as_seen(request.sha256.as_ref(), &read.table.file.sha256)?;
        let why = request.correct_because.trim().to_owned();
        let mut done = None;
        self.act_because(&why, |act| {
            let standing = standing(act.view, act.now)?;
            let calendar = calendar(act.view, act.now)?;
            let sorted = Sorted::of(act.view, calendar, &read)?;
            let (events, imported) = take_in(act, &standing, calendar, &read, sorted, &why)?;
            done = Some(imported);
            Ok(events)
        })?;
        done.ok_or_else(|| Problem::internal("nothing was decided"))
    }

    /// See the list of operations.
    pub fn save_rejected_metrics(
        &mut self,
        request: SaveRejectedMetrics,
    ) -> Result<Written, Problem> {
        let read = self.read_metrics(&request.source)?;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let now = self.moment();
        let view = self.open()?.view();
        let sorted = Sorted::of(&view, calendar(&view, now)?, &read)?;
        save_rejected_rows(&path, sorted.rejected)
    }

    fn read_metrics(&self, grant: &Grant) -> Result<Read, Problem> {
        let path = self.files.path(grant, Purpose::ReadInventory)?;
        let table = intake::metrics::read(&imports::bytes(&path)?, &ReadOptions::default());
        Ok(Read { name: file_name(&path), table: table.map_err(unreadable)? })
    }
}

/// The values of a table, told apart by what becomes of them.
struct Sorted<'m> {
    /// For periods without a value.
    new: Vec<Found<'m>>,
    /// The period has another value: a correction, if a reason is given.
    differing: Vec<Found<'m>>,
    /// The period has this very value.
    same: usize,
    rejected: Vec<RejectedRow>,
    metrics: Vec<Metric>,
}

/// A value whose metric and period are known.
struct Found<'m> {
    row: &'m Observation,
    /// Its metric's place among all.
    at: usize,
    metric: String,
    shown: String,
    known: Option<String>,
    period: Period,
}

impl Found<'_> {
    fn shown(&self) -> ValueToTake {
        ValueToTake {
            line: self.row.line,
            metric: self.metric.clone(),
            name: self.row.metric.clone(),
            period: self.period.to_string(),
            shown: self.shown.clone(),
        }
    }

    fn to_correct(&self) -> ValueToCorrect {
        ValueToCorrect { known: self.known.clone().unwrap_or_default(), given: self.shown() }
    }
}

impl<'m> Sorted<'m> {
    fn of(view: &View<'_>, calendar: Calendar, read: &'m Read) -> Result<Self, Problem> {
        let metrics = view.metrics()?;
        let (mut new, mut differing, mut same) = (Vec::new(), Vec::new(), 0);
        let mut rejected: Vec<RejectedRow> =
            read.table.rejected.iter().map(rejected_by_reading).collect();
        for row in &read.table.values {
            match placed(&metrics, calendar, row) {
                Err(problem) => rejected.push(rejected_value(row, &problem)),
                Ok((at, metric, period)) => {
                    let unit = metric.terms.unit;
                    let known = metric.value_in(period);
                    if known == Some(row.value) {
                        same += 1;
                        continue;
                    }
                    let found = Found {
                        row,
                        at,
                        metric: metric.metric.to_string(),
                        shown: unit.shown(row.value),
                        known: known.map(|value| unit.shown(value)),
                        period,
                    };
                    if known.is_none() { new.push(found) } else { differing.push(found) }
                }
            }
        }
        rejected.sort_by_key(|bad| bad.line);
        Ok(Self { new, differing, same, rejected, metrics })
    }
}

/// The metric that a row names and the period it means, as the metric counts them.
fn placed<'a>(
    metrics: &'a [Metric],
    calendar: Calendar,
    row: &Observation,
) -> Result<(usize, &'a Metric, Period), Problem> {
    let wanted = fold(&row.metric);
    let is_it = |metric: &Metric| {
        metric.metric.to_string() == row.metric.trim()
            || metric.terms.name.words().is_some_and(|name| fold(name) == wanted)
    };
    let mut found = metrics.iter().enumerate().filter(|(_, metric)| is_it(metric));
    // A retired metric gives its name up to one that is still measured.
    let (at, metric) = found
        .clone()
        .find(|(_, metric)| !metric.retired)
        .or_else(|| found.next())
        .ok_or_else(|| Refusal::Unknown { reference: row.metric.clone() })?;
    if metric.retired {
        return Err(Refusal::MetricRetired { metric: metric.metric }.into());
    }
    if metric.terms.derived.is_some() {
        return Err(Refusal::CountedByDesk { metric: metric.metric }.into());
    }
    let every = metric.terms.every;
    let period = match row.period {
        Period::Day(day) => {
            // A table may name a week by its Monday, a month by its first.
            let around = every.of(day, calendar.fiscal_start);
            if around.first_day(calendar.fiscal_start) == day { around } else { row.period }
        }
        Period::Week(..) | Period::Month(..) | Period::Quarter(..) => row.period,
    };
    if period.span() != every {
        let written = row.period.to_string();
        return Err(Refusal::NotAPeriod { written, span: Some(every) }.into());
    }
    let running = calendar.running(every);
    if period > running {
        return Err(Refusal::PeriodAhead { period, running }.into());
    }
    Ok((at, metric, period))
}

/// The entries that take the table in, the import's own first.
fn take_in(
    act: &Act<'_>,
    standing: &Standing,
    calendar: Calendar,
    read: &Read,
    sorted: Sorted<'_>,
    why: &str,
) -> Result<(Vec<Event>, MetricsImported), Problem> {
    let by = act.by;
    let Sorted { new, differing, same, rejected, metrics } = sorted;
    let of = |found: &Found<'_>| {
        metrics.get(found.at).ok_or_else(|| Problem::internal("a metric went missing"))
    };
    let mut events = Vec::with_capacity(new.len() + 1);
    for found in &new {
        let (period, value) = (found.period, found.row.value);
        events.push(metric::observe(standing, by, of(found)?, calendar, period, value, None)?);
    }
    let corrected = if why.is_empty() { &[] } else { differing.as_slice() };
    for found in corrected {
        let (period, value) = (found.period, found.row.value);
        events.push(metric::correct(standing, by, of(found)?, calendar, period, value, why, None)?);
    }
    let mut given: BTreeMap<usize, Given> = BTreeMap::new();
    for found in new.iter().chain(corrected) {
        let (at, metric) = (found.at, of(found)?);
        let fresh = || Given { metric: metric.clone(), values: Vec::new() };
        given.entry(at).or_insert_with(fresh).values.push((found.period, found.row.value));
    }
    let raised = emergencies(act, calendar, given.into_values().collect())?;
    let import = ImportRecorded {
        what: "metrics".to_owned(),
        file: Text::new(&read.name),
        sha256: read.table.file.sha256.clone(),
        encoding: read.table.file.encoding.to_owned(),
        rows: read.table.rows,
        accepted: new.len() as u64,
        updated: corrected.len() as u64,
        skipped: (same + differing.len() - corrected.len()) as u64,
        rejected: rejected.iter().map(RejectedRow::recorded).collect(),
    };
    let done = MetricsImported {
        recorded: count(new.len()),
        corrected: count(corrected.len()),
        same: count(same),
        differing: differing.iter().skip(corrected.len()).map(Found::to_correct).collect(),
        rejected,
    };
    events.insert(0, workspace::record_import(standing, by, import)?);
    events.extend(raised);
    Ok((events, done))
}

fn rejected_by_reading(bad: &intake::metrics::Rejected) -> RejectedRow {
    RejectedRow {
        line: bad.line,
        column: bad.column.clone(),
        code: bad.code.to_owned(),
        says: bad.reason.clone(),
        row: bad.cells.iter().find(|cell| !cell.trim().is_empty()).cloned().unwrap_or_default(),
    }
}

fn rejected_value(row: &Observation, problem: &Problem) -> RejectedRow {
    RejectedRow {
        line: row.line,
        column: Some(row.column.clone()),
        code: problem.code.clone(),
        says: problem.says.clone(),
        row: row.metric.clone(),
    }
}
