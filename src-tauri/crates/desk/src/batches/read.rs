//! How an action log is read: its columns, its zone, whom its cells may name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use domain::Text;
use domain::batch::{Field, ReadAs, Treatment};
use domain::text::fold;
use domain::workflow::ActionKind;
use intake::action_log::{
    self, DayOrder, Evidence, KindsSeen, LIMITS, MOST_KINDS, Options, Outcome, People, Secrets,
};
use intake::map::{Column, ColumnMap, Mapping};
use intake::read::{ReadOptions, Survey};
use store::View;

use super::{LogColumn, LogReading, LogWord};
use crate::files::{Grant, Purpose};
use crate::imports::unreadable;
use crate::progress::Work;
use crate::{Desk, Problem};

/// Words of a log's actions that a preview shows.
const WORDS: usize = 200;

/// A file, what it is at first sight, how it is read, and whether that is as it was chosen before.
pub(super) struct Reading {
    pub(super) path: PathBuf,
    pub(super) survey: Survey,
    pub(super) options: Options,
    pub(super) remembered: bool,
}

impl Desk {
    /// How the file is to be read. `key` is that of keyed hashes.
    pub(super) fn log_reading(
        &self,
        grant: &Grant,
        reading: &LogReading,
        key: [u8; 32],
        work: &Work,
    ) -> Result<Reading, Problem> {
        let path = self.files.path(grant, Purpose::ReadInventory)?;
        let open = self.open()?;
        let told = said(reading).map(domain::workspace::zone).transpose()?;
        let order = reading.day_first.map(|day| match day {
            true => DayOrder::DayFirst,
            false => DayOrder::MonthFirst,
        });
        let sheet = reading.sheet.clone();
        let mut options = Options {
            reading: ReadOptions { limits: LIMITS, sheet, ..ReadOptions::default() },
            columns: map(&reading.columns),
            treatments: treatments(&reading.treatments)?,
            kinds: kinds(&reading.kinds)?,
            zone: told.unwrap_or(open.zone),
            order,
            secrets: Secrets { key },
            people: people(&open.view())?,
        };
        let survey = survey(&path, &options.reading, work)?;
        // What keeps the heads from being read is told when the rows are.
        let heads = action_log::heads(|| File::open(&path), &survey, &options.reading);
        let heads = heads.unwrap_or_default();
        let mut remembered = false;
        if reading.columns.is_empty() {
            match reading.preset {
                Some(preset) => options.columns = action_log::preset_columns(preset, &heads),
                None => remembered = self.recall_columns(&heads, &mut options),
            }
        }
        self.recall_treatments(&heads, &mut options);
        self.recall_kinds(&heads, &mut options);
        if told.is_none() {
            options.zone = self.zone_of(&heads).unwrap_or(options.zone);
        }
        Ok(Reading { path, survey, options, remembered })
    }

    /// Takes the columns that were chosen before for a log of the same heads.
    fn recall_columns(&self, heads: &[String], options: &mut Options) -> bool {
        let Some(columns) = self.profile.columns_of(heads) else { return false };
        options.columns = map(&columns);
        true
    }

    /// Takes the treatments that were chosen before for a log of the same heads, for each field of
    /// which nothing is said now: whoever changes a column means no other field to be kept openly.
    fn recall_treatments(&self, heads: &[String], options: &mut Options) {
        let kept = self.profile.columns_of(&for_treatments(heads)).unwrap_or_default();
        for (field, treatment) in kept {
            let treatment = treatment.and_then(|id| treatment_named(&id));
            if let Some((field, treatment)) = Field::named(&field).zip(treatment) {
                options.treatments.entry(field).or_insert(treatment);
            }
        }
    }

    /// Takes the kinds that words were read as in the last log of the same heads, for each word of
    /// which nothing is said now.
    fn recall_kinds(&self, heads: &[String], options: &mut Options) {
        for (word, kind) in self.profile.columns_of(&for_kinds(heads)).unwrap_or_default() {
            let known = kind.as_deref().map(ActionKind::named);
            if options.kinds.len() < MOST_KINDS && known != Some(None) {
                options.kinds.entry(word).or_insert(known.flatten());
            }
        }
    }

    /// The zone that was chosen before for a log of the same heads.
    fn zone_of(&self, heads: &[String]) -> Option<Tz> {
        let kept = self.profile.columns_of(&for_zone(heads))?;
        domain::workspace::zone(kept.get("zone")?.as_deref()?).ok()
    }

    /// Keeps what was chosen for the next log of the same heads, and what became of each field by
    /// it. A profile that cannot be written forgets it.
    pub(super) fn remember_log(
        &self,
        reading: &LogReading,
        options: &Options,
        mapping: &Mapping<Field>,
    ) {
        let LogReading { columns, treatments, preset, kinds, .. } = reading;
        let told = said(reading);
        let mapped = !columns.is_empty() || !treatments.is_empty() || preset.is_some();
        if !mapped && kinds.is_empty() && told.is_none() {
            return;
        }
        let heads: Vec<String> = mapping.columns.iter().map(|c| c.header.clone()).collect();
        let chosen = mapping.columns.iter().map(|column| {
            let field = column.field().map(|field| field.id().to_owned());
            (format!("#{}", column.position), field)
        });
        self.profile.keep_columns(&heads, chosen.collect()).ok();
        // What was said of a field that no column fills now is kept for when one does again.
        let filled = mapping.columns.iter().filter_map(Column::field);
        let fields: BTreeSet<Field> = filled.chain(options.treatments.keys().copied()).collect();
        let treatments = fields
            .into_iter()
            .map(|field| (field.id().to_owned(), Some(treatment_id(options.treatment(field)))));
        self.profile.keep_columns(&for_treatments(&heads), treatments.collect()).ok();
        if !kinds.is_empty() {
            let kinds = options.kinds.iter();
            let kinds = kinds.map(|(word, kind)| (word.clone(), kind.map(|kind| kind.id().into())));
            self.profile.keep_columns(&for_kinds(&heads), kinds.collect()).ok();
        }
        if told.is_some() {
            let zone = [("zone".to_owned(), Some(options.zone.name().to_owned()))];
            self.profile.keep_columns(&for_zone(&heads), zone.into()).ok();
        }
    }
}

/// What a file is at first sight, unless somebody asks to stop looking.
fn survey(path: &Path, options: &ReadOptions, work: &Work) -> Result<Survey, Problem> {
    let opened = File::open(path).map_err(intake::Error::broken);
    let surveyed = opened.and_then(|file| Survey::of(Stoppable { file, work }, options));
    if !work.goes_on(0, 1) {
        return Err(work.cancelled());
    }
    surveyed.map_err(unreadable)
}

/// A file that ends in an error once somebody asks to stop reading it.
struct Stoppable<'w> {
    file: File,
    work: &'w Work,
}

impl Read for Stoppable<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.work.goes_on(0, 1) {
            self.file.read(into)
        } else {
            Err(io::Error::other("stopped"))
        }
    }
}

/// The name under which the treatments chosen for a log of these heads are kept.
fn for_treatments(heads: &[String]) -> Vec<String> {
    [heads, &["what becomes of each field".to_owned()]].concat()
}

/// The name under which the zone chosen for a log of these heads is kept.
fn for_zone(heads: &[String]) -> Vec<String> {
    [heads, &["the zone of its times".to_owned()]].concat()
}

/// The name under which the kinds that words of a log of these heads are read as are kept.
fn for_kinds(heads: &[String]) -> Vec<String> {
    [heads, &["which kinds its words are".to_owned()]].concat()
}

/// The zone that somebody names now.
fn said(reading: &LogReading) -> Option<&str> {
    reading.zone.as_deref().map(str::trim).filter(|zone| !zone.is_empty())
}

fn treatment_id(treatment: Treatment) -> String {
    treatment.words().to_lowercase()
}

fn treatment_named(id: &str) -> Option<Treatment> {
    Treatment::ALL.into_iter().find(|treatment| treatment_id(*treatment) == id)
}

fn map(columns: &BTreeMap<String, Option<String>>) -> ColumnMap {
    columns
        .iter()
        .fold(ColumnMap::default(), |map, (column, field)| map.with(column, field.as_deref()))
}

fn treatments(chosen: &BTreeMap<String, Treatment>) -> Result<BTreeMap<Field, Treatment>, Problem> {
    chosen
        .iter()
        .map(|(id, treatment)| {
            let unknown = || Problem::new("bad-request", format!("“{id}” is no field of a log."));
            let field = Field::named(id).ok_or_else(unknown)?;
            if field == Field::Time && *treatment != Treatment::Keep {
                let says = "The time of an action is kept: nothing can be tested without one.";
                return Err(Problem::new("bad-request", says));
            }
            Ok((field, *treatment))
        })
        .collect()
}

/// Which kind each word is to be read as, its ends trimmed as those of cells are.
fn kinds(
    chosen: &BTreeMap<String, Option<ActionKind>>,
) -> Result<BTreeMap<String, Option<ActionKind>>, Problem> {
    if chosen.len() > MOST_KINDS {
        let says = format!("At most {MOST_KINDS} words of a log can be read as kinds of action.");
        return Err(Problem::new("bad-request", says));
    }
    Ok(chosen.iter().map(|(word, kind)| (word.trim().to_owned(), *kind)).collect())
}

/// Everybody by reference, name and contact; what two people share names neither.
fn people(view: &View<'_>) -> Result<People, Problem> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for person in view.people()? {
        let reference = person.person.to_string();
        let words = [Some(&person.name), person.contact.as_ref()];
        let words = words.into_iter().flatten().filter_map(|text| text.words()).map(fold);
        for word in words.chain([fold(&reference)]) {
            let named = found.entry(word).or_insert_with(|| Some(reference.clone()));
            if named.as_ref() != Some(&reference) {
                *named = None;
            }
        }
    }
    let sure = found.into_iter().filter_map(|(word, reference)| Some((word, reference?)));
    Ok(People(sure.collect()))
}

/// The order in which dates that can be read either way are meant, where nobody said and the other
/// dates of the file tell.
pub(super) fn order_needed(options: &Options, outcome: &Outcome) -> Option<DayOrder> {
    let Evidence { day_first, month_first, either } = outcome.evidence;
    if options.order.is_some() || !either {
        return None;
    }
    match (day_first, month_first) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        (true, true) | (false, false) => None,
    }
}

/// Each column of a file with what becomes of it.
pub(super) fn columns(
    mapping: &Mapping<Field>,
    options: &Options,
    examples: &[Vec<String>],
) -> Vec<LogColumn> {
    let columns = mapping.columns.iter().map(|column| {
        let field = column.field();
        LogColumn {
            place: u32::try_from(column.position).unwrap_or(u32::MAX),
            column: Some(column.header.clone()),
            field: field.map(|field| field.id().to_owned()),
            words: field.map(|field| field.words().to_owned()),
            treatment: field.map_or(Treatment::Drop, |field| options.treatment(field)),
            examples: examples
                .iter()
                .filter_map(|row| row.get(column.position - 1).cloned())
                .collect(),
        }
    });
    columns.collect()
}

/// The words of a log's actions, the most frequent first, and the kinds they are read as.
pub(super) fn words(seen: &KindsSeen) -> Vec<LogWord> {
    let words = seen.words.iter().take(WORDS);
    words.map(|one| LogWord { word: one.word.clone(), rows: one.rows, kind: one.kind }).collect()
}

/// What is recorded of the words in whose place rows hold a kind.
pub(super) fn read_as(seen: &KindsSeen) -> Vec<ReadAs> {
    let replaced = seen.words.iter().filter(|one| one.replaced);
    let read =
        replaced.filter_map(|one| Some(ReadAs { word: Text::new(&one.word), kind: one.kind? }));
    read.collect()
}

/// Columns of a table of which nobody has said which is the time.
pub(super) fn timeless(
    error: &intake::Error,
    options: &Options,
) -> Result<Option<Vec<LogColumn>>, Problem> {
    let intake::Error::ColumnMissing { columns: heads, .. } = error else { return Ok(None) };
    let mapping = intake::map::match_columns(heads, &options.columns).map_err(unreadable)?;
    Ok(Some(columns(&mapping, options, &[])))
}
