//! From a row of the file to the row that is kept, or the reason why it is not.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};

use chrono::{NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use domain::Moment;
use domain::batch::{Completeness, Field, Treatment};
use domain::text::fold;
use sha2::{Digest, Sha256};

use super::kinds::Kinds;
use super::when::{self, Evidence, Read, Times};
use super::{Options, Outcome, Rejected, Taken};
use crate::Error;
use crate::map::Mapping;
use crate::read::{Delimiter, FileFacts, Row};
use crate::words::excerpt;

/// Longest part of a cell that a reason shows, in characters.
const SHOWN: usize = 60;
/// Rows that are shown as they stand in the file.
const EXAMPLES: usize = 3;
/// Names that are nobody's, at most so many.
const MOST_STRANGERS: usize = 100;
/// Names looked up, at most so many at a time.
const MOST_KNOWN: usize = 100_000;

/// Who may be meant by a cell: references by folded name, contact or reference.
#[derive(Debug, Clone, Default)]
pub struct People(pub HashMap<String, String>);

impl People {
    /// The reference of whom a cell names.
    fn find(&self, cell: &str) -> Option<&String> {
        self.0.get(&fold(cell))
    }
}

/// What hides cells.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// The key of keyed hashes.
    pub key: [u8; 32],
}

/// A column that is taken in.
struct Used {
    at: usize,
    field: Field,
    treatment: Treatment,
}

/// Takes rows of one file, one after the other.
pub(super) struct Accept<'o> {
    options: &'o Options,
    mapping: Mapping<Field>,
    used: Vec<Used>,
    times: Times,
    id: bool,
    evidence: Evidence,
    rows: u64,
    accepted: u64,
    rejected: u64,
    duplicates: u64,
    span: Option<(i64, i64)>,
    days: Days,
    /// Two hashes of each row's cells, where rows have ids.
    seen: HashSet<(u64, u64), Hashed>,
    hashers: (RandomState, RandomState),
    known: HashMap<String, Option<String>>,
    kinds: Kinds<'o>,
    strangers: BTreeMap<String, u64>,
    examples: Vec<Vec<String>>,
    out: Vec<u8>,
}

impl<'o> Accept<'o> {
    pub(super) fn new(mapping: Mapping<Field>, options: &'o Options) -> Self {
        let used = super::used(&mapping, options).into_iter();
        let used = used.map(|(column, field, treatment)| Used {
            at: column.position - 1,
            field,
            treatment,
        });
        let used: Vec<Used> = used.collect();
        Self {
            options,
            id: used.iter().any(|used| used.field == Field::Id),
            used,
            mapping,
            times: Times { zone: options.zone, order: options.order },
            evidence: Evidence::default(),
            rows: 0,
            accepted: 0,
            rejected: 0,
            duplicates: 0,
            span: None,
            days: Days::of(options.zone),
            seen: HashSet::default(),
            hashers: (RandomState::new(), RandomState::new()),
            known: HashMap::new(),
            kinds: Kinds::new(&options.kinds),
            strangers: BTreeMap::new(),
            examples: Vec::new(),
            out: Vec::new(),
        }
    }

    /// Takes one row, and hands on what becomes of it.
    pub(super) fn row<E: From<Error>>(
        &mut self,
        row: &Row<'_>,
        bytes: u64,
        take: &mut impl FnMut(Taken<'_>, u64) -> Result<(), E>,
    ) -> Result<(), E> {
        if row.is_blank() {
            return Ok(());
        }
        self.rows += 1;
        let limit = self.options.reading.limits.rows;
        if self.rows > limit {
            return Err(Error::TooManyRows { limit }.into());
        }
        if self.examples.len() < EXAMPLES {
            let cells = row.cells.iter().map(|cell| excerpt(cell.trim(), SHOWN));
            self.examples.push(cells.collect());
        }
        let mut out = std::mem::take(&mut self.out);
        out.clear();
        let done = match self.write(row, &mut out) {
            Ok(()) => {
                self.accepted += 1;
                take(Taken::Action { row: &out }, bytes)
            }
            Err(rejected) => {
                self.rejected += 1;
                out.clear();
                write_rejected(&rejected, &mut out);
                take(Taken::Rejected { row: &out, rejected: &rejected }, bytes)
            }
        };
        self.out = out;
        done
    }

    pub(super) fn outcome(
        self,
        file: FileFacts,
        sheets: Vec<String>,
        delimiter: Option<Delimiter>,
    ) -> Outcome {
        let moment = |millis| Utc.timestamp_millis_opt(millis).single().map(Moment::new);
        let span = self.span.and_then(|(first, last)| moment(first).zip(moment(last)));
        Outcome {
            file,
            sheets,
            delimiter,
            mapping: self.mapping,
            rows: self.rows,
            accepted: self.accepted,
            rejected: self.rejected,
            duplicates: self.duplicates,
            completeness: Completeness::of(span, &self.days.seen),
            evidence: self.evidence,
            strangers: self.strangers,
            kinds: self.kinds.seen(),
            examples: self.examples,
        }
    }

    /// Writes `[line,"cell",…]` to `out`.
    fn write(&mut self, row: &Row<'_>, out: &mut Vec<u8>) -> Result<(), Box<Rejected>> {
        if let Some(fault) = &row.fault {
            return Err(self.reject(row, fault.column(), fault.code(), fault.to_string()));
        }
        out.push(b'[');
        number(row.first_line, out);
        let line_end = out.len();
        let (mut time, mut done) = (None, None);
        for at in 0..self.used.len() {
            let Some(&Used { at: column, field, treatment }) = self.used.get(at) else { continue };
            let cell = row.cells.get(column).map_or("", |cell| cell.trim());
            let plain = is_plain(cell);
            if !plain && let Some(fault) = unreadable(cell) {
                let reason = format!("The cell holds {fault}. Export the log again, or delete it.");
                return Err(self.reject(row, Some(column + 1), "unreadable-character", reason));
            }
            out.push(b',');
            if field.is_time() && !cell.is_empty() {
                let millis = self.time(row, column, field, cell)?;
                if field == Field::Time {
                    time = Some(millis);
                }
                if treatment == Treatment::Keep {
                    out.push(b'"');
                    when::write(millis, out);
                    out.push(b'"');
                    continue;
                }
            }
            if field.is_person() && !cell.is_empty() && self.person(cell, out) {
                continue;
            }
            if field == Field::Action && treatment == Treatment::Keep {
                done = self.kinds.place(cell);
                if let Some(kind) = done.and_then(|place| self.kinds.instead(place)) {
                    quoted(kind.id(), out);
                    continue;
                }
            }
            if plain && treatment == Treatment::Keep {
                quoted(cell, out);
            } else {
                self.treated(cell, field, treatment, out);
            }
        }
        out.push(b']');
        let Some(time) = time else {
            let column = self.mapping.column_of(Field::Time).map(|column| column.position);
            let reason = "The row has no time. Nothing can be tested without one.".to_owned();
            return Err(self.reject(row, column, "time-missing", reason));
        };
        if self.id && !self.is_new(out.get(line_end..).unwrap_or_default(), done) {
            self.duplicates += 1;
            let reason = "The same row stands further up, word for word. It is counted once.";
            return Err(self.reject(row, None, "duplicate", reason.to_owned()));
        }
        self.span = Some(self.span.map_or((time, time), |(a, b)| (a.min(time), b.max(time))));
        self.days.saw(time);
        self.kinds.saw(done);
        Ok(())
    }

    fn time(
        &mut self,
        row: &Row<'_>,
        column: usize,
        field: Field,
        cell: &str,
    ) -> Result<i64, Box<Rejected>> {
        let shown = excerpt(cell, SHOWN);
        let (code, reason) = match self.times.read(cell, &mut self.evidence) {
            Read::At(millis) | Read::Day(millis, _) => return Ok(millis),
            Read::Ambiguous => (
                "day-or-month",
                format!("“{shown}” is one day read day first and another month first. Say which."),
            ),
            Read::Skipped => (
                "time-skipped",
                format!(
                    "“{shown}” never was: the clocks of {} skipped it. Choose the zone of the log.",
                    self.times.zone
                ),
            ),
            Read::Not => (
                "not-a-time",
                format!(
                    "“{shown}” is no time ({}). Write it like 2026-11-21T10:00:00Z.",
                    field.words()
                ),
            ),
        };
        Err(self.reject(row, Some(column + 1), code, reason))
    }

    /// Writes the reference of whom a cell names; answers whether that is somebody.
    fn person(&mut self, cell: &str, out: &mut Vec<u8>) -> bool {
        if self.known.len() > MOST_KNOWN {
            self.known.clear();
        }
        let found = match self.known.get(cell) {
            Some(found) => found.as_ref(),
            None => {
                let found = self.options.people.find(cell).cloned();
                self.known.entry(cell.to_owned()).or_insert(found).as_ref()
            }
        };
        if let Some(reference) = found {
            text(reference, out);
            return true;
        }
        if let Some(times) = self.strangers.get_mut(cell) {
            *times += 1;
        } else if self.strangers.len() < MOST_STRANGERS {
            self.strangers.insert(cell.to_owned(), 1);
        }
        false
    }

    fn treated(&self, cell: &str, field: Field, treatment: Treatment, out: &mut Vec<u8>) {
        match treatment {
            _ if cell.is_empty() => text("", out),
            Treatment::Keep => text(cell, out),
            Treatment::Mask => {
                let first: String = cell.chars().take(1).chain(['…']).collect();
                text(&first, out);
            }
            Treatment::Hash => {
                let hash = keyed(&self.options.secrets.key, field, cell);
                let hex =
                    hash.iter().take(16).fold("#".to_owned(), |hex, b| format!("{hex}{b:02x}"));
                text(&hex, out);
            }
            Treatment::Drop => {}
        }
    }

    /// Whether no row before said the same: two words that are read as one kind are not the same.
    fn is_new(&mut self, cells: &[u8], done: Option<usize>) -> bool {
        let row = (cells, done);
        self.seen.insert((self.hashers.0.hash_one(row), self.hashers.1.hash_one(row)))
    }

    fn reject(
        &self,
        row: &Row<'_>,
        column: Option<usize>,
        code: &'static str,
        reason: String,
    ) -> Box<Rejected> {
        let named = |place: usize| self.mapping.columns.get(place.checked_sub(1)?);
        let first = row.cells.iter().find(|cell| !cell.trim().is_empty());
        Box::new(Rejected {
            line: row.first_line,
            column: column.and_then(named).map(|column| column.header.clone()),
            code,
            reason,
            row: first.map(|cell| excerpt(cell.trim(), SHOWN)).unwrap_or_default(),
        })
    }
}

/// What is hashed already, under keys that nobody knows, lies where its first hash says.
type Hashed = BuildHasherDefault<First>;

/// The first of two numbers.
#[derive(Default)]
struct First(Option<u64>);

impl Hasher for First {
    fn finish(&self) -> u64 {
        self.0.unwrap_or_default()
    }

    fn write_u64(&mut self, number: u64) {
        self.0.get_or_insert(number);
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }
}

/// HMAC-SHA-256 (RFC 2104) over the field and the cell.
fn keyed(key: &[u8; 32], field: Field, cell: &str) -> [u8; 32] {
    const BLOCK: usize = 64;
    let pad = |with: u8| {
        let mut block = [with; BLOCK];
        for (byte, key) in block.iter_mut().zip(key) {
            *byte ^= key;
        }
        Sha256::new_with_prefix(block)
    };
    let inner = pad(0x36).chain_update(field.id()).chain_update([0]).chain_update(cell).finalize();
    pad(0x5c).chain_update(inner).finalize().into()
}

/// Whether a JSON string holds these words as they are, every sign of them a visible one of ASCII.
fn is_plain(words: &str) -> bool {
    // Without stopping at the first, many signs are looked at at once.
    let odd = |b: u8| !(0x20..0x7F).contains(&b) | (b == b'"') | (b == b'\\');
    !words.bytes().fold(false, |found, b| found | odd(b))
}

/// A character that no log means: a NUL, another control character, or the sign of damage.
fn unreadable(cell: &str) -> Option<String> {
    let bad = |c: &char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || *c == '\u{FFFD}';
    cell.chars().find(bad).map(|c| match c {
        '\u{FFFD}' => "bytes that make no sense in its encoding".to_owned(),
        c => format!("U+{:04X}, which does not show", u32::from(c)),
    })
}

fn write_rejected(rejected: &Rejected, out: &mut Vec<u8>) {
    out.push(b'[');
    number(rejected.line, out);
    out.push(b',');
    text(rejected.code, out);
    out.push(b',');
    text(&rejected.reason, out);
    out.push(b']');
}

fn number(number: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(number.to_string().as_bytes());
}

/// A JSON string in its one canonical form (RFC 8785 section 3.2.2.2).
fn text(words: &str, out: &mut Vec<u8>) {
    if is_plain(words) {
        return quoted(words, out);
    }
    out.push(b'"');
    for byte in words.bytes() {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            0x00..0x20 => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}

/// The same of words that are plain.
fn quoted(words: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(words.as_bytes());
    out.push(b'"');
}

/// The days on which something happened.
struct Days {
    zone: Tz,
    seen: BTreeSet<NaiveDate>,
    /// From when to when a moment is of the day that was seen last.
    today: (i64, i64),
}

impl Days {
    fn of(zone: Tz) -> Self {
        Self { zone, seen: BTreeSet::new(), today: (0, 0) }
    }

    fn saw(&mut self, millis: i64) {
        const HOUR: i64 = 3_600_000;
        if (self.today.0..self.today.1).contains(&millis) {
            return;
        }
        // A zone's clocks change on the hour or a quarter of it: within one of these, a day is one.
        let quarter = millis - millis.rem_euclid(HOUR / 4);
        if let Some(at) = Utc.timestamp_millis_opt(millis).single() {
            let day = at.with_timezone(&self.zone).date_naive();
            self.seen.insert(day);
            self.today = (quarter, quarter + HOUR / 4);
        }
    }
}
