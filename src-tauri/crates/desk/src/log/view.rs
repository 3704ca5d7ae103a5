//! The change log, newest first.

use chrono_tz::Tz;
use domain::Event;
use domain::batch::SECRETS;
use serde_json::Value;
use store::tables::change::{Change, Filter};
use store::{Actor, Slice, Store, TextRow};

use super::carries::Carries;
use super::{LogQuery, LogRow, LogSigner, LogView, TextAt};
use crate::people::Names;
use crate::when::{day, end_of, midnight};
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// Entries shown at a time, unless asked otherwise.
const PAGE: u32 = 200;
/// Entries shown at a time, at most.
const AT_MOST: u32 = 1000;
/// What entries that take a batch in are.
const BATCH: &str = "batch.imported";

impl Desk {
    /// See the list of operations.
    pub fn log(&mut self, request: LogQuery) -> Result<LogView, Problem> {
        let open = self.open()?;
        let reader = Reader::of(open)?;
        let limit = request.limit.unwrap_or(PAGE).clamp(1, AT_MOST);
        let wanted = filter(&reader, &request, Some(u64::from(limit) + 1))?;
        let mut changes = open.view().changes(&wanted)?;
        let page = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = changes.len() > page;
        changes.truncate(page);
        let rows = changes.into_iter().map(|change| reader.row(change));
        Ok(LogView {
            rows: rows.collect::<Result<_, _>>()?,
            entries: open.last()?,
            more,
            signers: reader.signers()?,
        })
    }

    /// Every entry about `reference`, newest first.
    pub(crate) fn log_about(&mut self, reference: &str) -> Result<Vec<LogRow>, Problem> {
        let mut rows: Vec<LogRow> = Vec::new();
        loop {
            let page = self.log(LogQuery {
                about: Some(reference.to_owned()),
                before: rows.last().map(|row| row.entry),
                limit: Some(AT_MOST),
                ..LogQuery::default()
            })?;
            rows.extend(page.rows);
            if !page.more {
                return Ok(rows);
            }
        }
    }
}

/// Which entries a request means, `limit` of them at most.
pub(super) fn filter(
    reader: &Reader<'_>,
    request: &LogQuery,
    limit: Option<u64>,
) -> Result<Filter, Problem> {
    let given = |field: &Option<String>| {
        field.as_deref().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned)
    };
    let first = given(&request.since).map(|since| day(&since)).transpose()?;
    let last = given(&request.until).map(|until| day(&until)).transpose()?;
    let by: Option<Actor> = given(&request.by).map(|by| by.parse()).transpose()?;
    let kinds = request
        .kind
        .map(|kind| kind.families().iter().map(|family| (*family).to_owned()).collect());
    let mut filter = Filter {
        by,
        kinds,
        among: None,
        about: given(&request.about),
        since: first.map(|first| midnight(first, reader.zone)),
        until: last.map(|last| end_of(last, reader.zone)),
        before: request.before,
        limit,
    };
    if let Some(words) = given(&request.words) {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let signers: Vec<(String, String)> =
            reader.signers()?.into_iter().map(|one| (one.by, one.name)).collect();
        filter.among = Some(reader.open.view().search(&words, &signers, &filter)?);
    }
    Ok(filter)
}

/// What entries are read with.
pub(super) struct Reader<'a> {
    pub(super) open: &'a Open,
    pub(super) names: Names,
    pub(super) zone: Tz,
}

impl<'a> Reader<'a> {
    pub(super) fn of(open: &'a Open) -> Result<Self, Problem> {
        let view = open.view();
        Ok(Self { open, names: Names::of(&view)?, zone: settings(&view)?.zone })
    }

    /// Everybody who may have signed.
    fn signers(&self) -> Result<Vec<LogSigner>, Problem> {
        let people = self.open.view().people()?.into_iter();
        let people = people.map(|person| Actor::Person(person.person));
        let signer = |by: Actor| LogSigner { by: by.to_string(), name: self.names.actor(by) };
        Ok(people.chain([Actor::Machine]).map(signer).collect())
    }

    /// An entry as the log lists it.
    pub(super) fn row(&self, change: Change) -> Result<LogRow, Problem> {
        let mut read = read_entry(&self.open.store, change.seq)?;
        let mut paths = Carries::of(&read.body).texts;
        if change.kind == BATCH {
            paths.retain(|path| !SECRETS.contains(&path.as_str()));
        }
        let mut event = read.body.get_mut("event").map(Value::take).unwrap_or_default();
        ledger::text::open(&mut event, "/event", &|path| read.text(path));
        let said =
            serde_json::from_value::<Event>(event).map(|event| super::say(&event, &self.names));
        let said = said.unwrap_or_else(|_| super::Said { says: change.kind.clone(), about: None });
        Ok(LogRow {
            entry: change.seq,
            at: crate::when::local(change.at, self.zone),
            by: change.by.to_string(),
            by_name: self.names.actor(change.by),
            event: change.kind,
            says: said.says,
            about: said.about,
            why: change.why.and_then(|why| why.words().map(str::to_owned)),
            texts: paths.into_iter().map(|path| TextAt { text: read.text(&path), path }).collect(),
            hash: ledger::Head { size: change.seq, root: read.leaf }.short(),
        })
    }
}

/// An entry's body with its texts beside it.
pub(super) struct Read {
    pub(super) body: Value,
    texts: Vec<TextRow>,
    leaf: ledger::Hash,
}

impl Read {
    /// The words at a path, while they are there.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        self.texts.iter().find(|text| text.path == path).map(|text| text.text.clone())
    }
}

/// Reads an entry and its texts.
pub(super) fn read_entry(store: &Store, seq: u64) -> Result<Read, Problem> {
    let entry = store.entry(seq)?;
    let mut texts = Vec::new();
    store.texts(Slice { from: seq, to: seq }, |text| {
        texts.push(text);
        Ok::<_, Problem>(())
    })?;
    let body = serde_json::from_str(&entry.body).map_err(Problem::internal)?;
    Ok(Read { body, texts, leaf: ledger::tree::leaf_hash(entry.body.as_bytes(), &entry.signature) })
}
