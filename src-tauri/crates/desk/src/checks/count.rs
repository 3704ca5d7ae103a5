//! Counting what a check asks, in one reading of each batch's rows.

use std::collections::{BTreeMap, HashMap};

use domain::batch::{Field, Treatment};
use domain::check::{
    Asks, BinCount, Distance, Found, Group, MOST_SEGMENTS, Picked, Rows, SegmentCount,
};
use domain::drift::{Drift, drift_of_numbers};
use domain::population::moment;
use domain::{Moment, Refusal, Text};
use store::tables::batch::Batch;
use store::{Part, View};

use crate::Problem;
use crate::batches::stands;
use crate::population::Cells;

/// Rows read between two looks at whether to stop.
const AT_ONCE: u64 = 10_000;

/// Hears how many rows of how many were read.
pub(crate) type Step<'a> = &'a dyn Fn(u64, u64) -> Result<(), Problem>;

/// What a check of AI actions counts; none for one that reads none.
///
/// # Errors
/// `check-no-column`, `check-of-hidden`, `check-too-many-segments`, `batch-purged`, `unknown`.
pub(crate) fn counted(
    view: &View<'_>,
    asks: &Asks,
    step: Step<'_>,
) -> Result<Option<Found>, Problem> {
    Ok(match asks {
        Asks::Fairness { rows, by, picked } => Some(segments(view, rows, *by, picked, step)?),
        Asks::Drift { before, now, of, by } => Some(bins(view, (before, now), *of, *by, step)?),
        Asks::ServiceLevel { .. } => None,
    })
}

fn segments(
    view: &View<'_>,
    rows: &Rows,
    by: Field,
    picked: &Picked,
    step: Step<'_>,
) -> Result<Found, Problem> {
    let judge = Judge::of(picked);
    let mut counts: HashMap<String, (u64, u64)> = HashMap::new();
    let mut left_out = 0;
    each(view, rows, &[by, judge.field], step, |cells| {
        let segment = cell(cells, by);
        let Some(selected) = judge.selects(cells).filter(|_| !segment.is_empty()) else {
            left_out += 1;
            return Ok(());
        };
        if !counts.contains_key(segment) {
            must_be_few(counts.len(), by)?;
            counts.insert(segment.to_owned(), (0, 0));
        }
        if let Some((of_them, all)) = counts.get_mut(segment) {
            *of_them += u64::from(selected);
            *all += 1;
        }
        Ok(())
    })?;
    let counts: BTreeMap<_, _> = counts.into_iter().collect();
    let segments = counts.into_iter().map(|(name, (selected, all))| SegmentCount {
        name: Text::new(name),
        selected,
        all,
    });
    Ok(Found::Fairness { segments: segments.collect(), left_out })
}

/// Says of a row whether it counts as selected.
struct Judge {
    field: Field,
    says: Vec<String>,
    least: Option<f64>,
}

impl Judge {
    fn of(picked: &Picked) -> Self {
        match picked {
            Picked::OneOf { field, says } => {
                let says = says.iter().filter_map(Text::words).map(str::to_owned).collect();
                Self { field: *field, says, least: None }
            }
            Picked::AtLeast { field, value } => {
                Self { field: *field, says: Vec::new(), least: value.parse().ok() }
            }
        }
    }

    /// Whether it does; none where it says no number and one is asked for.
    fn selects(&self, cells: &[&str]) -> Option<bool> {
        let says = cell(cells, self.field);
        match self.least {
            Some(least) => number(says).map(|number| number >= least),
            None => Some(self.says.iter().any(|wanted| wanted == says)),
        }
    }
}

/// What a column says before and now.
#[derive(Default)]
struct Column {
    before: Vec<f64>,
    now: Vec<f64>,
    words: HashMap<String, (u64, u64)>,
}

impl Column {
    /// Takes what a row says, as a number while all were, and as one of few words.
    fn take(&mut self, says: &str, number: Option<f64>, is_now: bool) {
        if let Some(number) = number {
            if is_now { &mut self.now } else { &mut self.before }.push(number);
        }
        // One more than there may be is enough to know that there are too many.
        if self.words.len() <= MOST_SEGMENTS && !self.words.contains_key(says) {
            self.words.insert(says.to_owned(), (0, 0));
        }
        if let Some((before, now)) = self.words.get_mut(says) {
            *if is_now { now } else { before } += 1;
        }
    }

    /// No number any more: they need not be kept.
    fn only_words(&mut self) {
        (self.before, self.now) = (Vec::new(), Vec::new());
    }
}

fn bins(
    view: &View<'_>,
    (before, now): (&Rows, &Rows),
    of: Field,
    by: Option<Field>,
    step: Step<'_>,
) -> Result<Found, Problem> {
    let mut all = Column::default();
    let mut groups: HashMap<String, Column> = HashMap::new();
    let (mut numbers, mut left_out) = (true, 0);
    let fields: Vec<Field> = std::iter::once(of).chain(by).collect();
    for (rows, is_now) in [(before, false), (now, true)] {
        each(view, rows, &fields, step, |cells| {
            let says = cell(cells, of);
            if says.is_empty() {
                left_out += 1;
                return Ok(());
            }
            let read = number(says).filter(|_| numbers);
            if read.is_none() && numbers {
                numbers = false;
                all.only_words();
                groups.values_mut().for_each(Column::only_words);
            }
            all.take(says, read, is_now);
            let segment = by.map_or("", |by| cell(cells, by));
            if let (Some(by), false) = (by, segment.is_empty()) {
                if !groups.contains_key(segment) {
                    must_be_few(groups.len(), by)?;
                    groups.insert(segment.to_owned(), Column::default());
                }
                if let Some(group) = groups.get_mut(segment) {
                    group.take(says, read, is_now);
                }
            }
            Ok(())
        })?;
    }
    if !numbers {
        must_be_few(all.words.len().saturating_sub(1), of)?;
    }
    let groups: BTreeMap<String, Column> = groups.into_iter().collect();
    let whole = std::iter::once((None, all));
    let groups = groups.into_iter().map(|(name, column)| (Some(Text::new(name)), column));
    let groups = whole.chain(groups).map(|(name, column)| group(name, &column, numbers));
    Ok(Found::Drift { groups: groups.collect(), left_out })
}

fn group(name: Option<Text>, column: &Column, numbers: bool) -> Group {
    if !numbers {
        let words: BTreeMap<_, _> = column.words.iter().collect();
        let bins = words.into_iter().map(|(says, (before, now))| BinCount {
            name: Text::new(says),
            before: *before,
            now: *now,
        });
        return Group { name, bins: bins.collect(), distance: None };
    }
    let Some(Drift { bins, test, .. }) = drift_of_numbers(&column.before, &column.now) else {
        // One side is empty: all that can be said is how many there were.
        let (before, now) = (column.before.len() as u64, column.now.len() as u64);
        let bins = vec![BinCount { name: Text::new("all"), before, now }];
        return Group { name, bins, distance: None };
    };
    let distance = test.map(|test| Distance {
        most: test.distance.to_string(),
        p: format!("{:e}", test.p),
        exact: test.exact,
    });
    let bins = bins.into_iter().map(|bin| BinCount {
        name: Text::new(bin.name),
        before: bin.before,
        now: bin.now,
    });
    Group { name, bins: bins.collect(), distance }
}

/// Gives the cells of every row asked for to `take`.
pub(super) fn each(
    view: &View<'_>,
    rows: &Rows,
    fields: &[Field],
    step: Step<'_>,
    mut take: impl FnMut(&[&str]) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let millis = |at: Option<Moment>| at.map(|at| at.utc().timestamp_millis());
    let (from, to) = (millis(rows.from), millis(rows.to));
    let only = rows
        .only
        .as_ref()
        .and_then(|only| Some((Field::named(&only.field)?, only.says.words().unwrap_or_default())));
    let batches: Vec<Batch> =
        rows.batches.iter().map(|batch| stands(view, *batch)).collect::<Result<_, _>>()?;
    for batch in &batches {
        let asked = fields.iter().copied().chain(only.map(|(field, _)| field));
        for field in asked {
            must_say(batch, field)?;
        }
    }
    let total = batches.iter().map(|batch| batch.import.rows.count).sum();
    let mut done = 0;
    for batch in &batches {
        let cells = Cells::of(&batch.import);
        view.ai_actions(batch.batch, Part::Taken, 1, |_, row| {
            done += 1;
            if done % AT_ONCE == 0 {
                step(done, total)?;
            }
            cells.read(row, |cells| {
                let time = || moment(cell(cells, Field::Time)).unwrap_or_default();
                let early = from.is_some_and(|from| time() < from);
                let late = to.is_some_and(|to| time() >= to);
                let other = only.is_some_and(|(field, says)| cell(cells, field) != says);
                if early || late || other { Ok(()) } else { take(cells) }
            })?;
            Ok::<_, Problem>(true)
        })?;
    }
    Ok(())
}

/// Refuses a column that the batch has not, or has not as it was written, and rows that are gone.
fn must_say(batch: &Batch, field: Field) -> Result<(), Problem> {
    let column = batch.import.columns.iter().find(|column| column.field == field);
    let purged = batch.purged.is_some();
    let (batch, field) = (batch.batch, field.words());
    if purged {
        return Err(Refusal::BatchPurged { batch }.into());
    }
    match column.map(|column| column.treatment) {
        Some(Treatment::Keep) => Ok(()),
        Some(Treatment::Mask | Treatment::Hash) => {
            Err(Refusal::CheckOfHidden { batch, field }.into())
        }
        Some(Treatment::Drop) | None => Err(Refusal::CheckNoColumn { batch, field }.into()),
    }
}

fn must_be_few(there: usize, field: Field) -> Result<(), Problem> {
    if there < MOST_SEGMENTS {
        return Ok(());
    }
    Err(Refusal::CheckTooManySegments { field: field.words(), most: MOST_SEGMENTS }.into())
}

/// What a row says in a field.
pub(super) fn cell<'a>(cells: &[&'a str], field: Field) -> &'a str {
    cells.get(field as usize).copied().unwrap_or_default()
}

/// The number that is said, if it is one.
pub(super) fn number(says: &str) -> Option<f64> {
    says.trim().parse().ok().filter(|number: &f64| number.is_finite())
}
