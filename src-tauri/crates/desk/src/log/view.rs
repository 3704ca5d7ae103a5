//! The change log, newest first.

use domain::Event;
use serde_json::Value;
use store::tables::change::{Change, Filter};
use store::{Slice, TextRow};

use super::{LogQuery, LogRow, LogView, TextAt};
use crate::people::Names;
use crate::workspace::settings;
use crate::{Desk, Problem};

/// Entries shown at a time, unless asked otherwise.
const PAGE: u32 = 200;

impl Desk {
    /// See the list of operations.
    pub fn log(&mut self, request: LogQuery) -> Result<LogView, Problem> {
        let open = self.open()?;
        let (store, view) = (&open.store, open.view());
        let names = Names::of(&view)?;
        let zone = settings(&view)?.zone;
        let limit = request.limit.unwrap_or(PAGE).clamp(1, 1000);
        let mut changes = view.changes(&Filter {
            about: request.about,
            before: request.before,
            limit: Some(u64::from(limit) + 1),
            ..Filter::default()
        })?;
        let page = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = changes.len() > page;
        changes.truncate(page);
        let rows = changes.into_iter().map(|change| row(store, &names, zone, change)).collect();
        Ok(LogView { rows: Result::from_iter::<Vec<_>>(rows)?, entries: open.last()?, more })
    }
}

fn row(
    store: &store::Store,
    names: &Names,
    zone: chrono_tz::Tz,
    change: Change,
) -> Result<LogRow, Problem> {
    let entry = store.entry(change.seq)?;
    let mut texts: Vec<TextRow> = Vec::new();
    store.texts(Slice { from: change.seq, to: change.seq }, |text| {
        texts.push(text);
        Ok::<_, Problem>(())
    })?;
    let mut body: Value = serde_json::from_str(&entry.body).map_err(Problem::internal)?;
    let paths = committed(&body);
    let present = |path: &str| texts.iter().find(|t| t.path == path).map(|t| t.text.clone());
    let mut event = body.get_mut("event").map(Value::take).unwrap_or_default();
    ledger::text::open(&mut event, "/event", &present);
    let said = serde_json::from_value::<Event>(event)
        .map(|event| super::say(&event, &|person| names.person(person)));
    let said = said.unwrap_or_else(|_| super::Said { says: change.kind.clone(), about: None });
    let leaf = ledger::tree::leaf_hash(entry.body.as_bytes(), &entry.signature);
    Ok(LogRow {
        entry: change.seq,
        at: crate::when::local(change.at, zone),
        by: change.by.to_string(),
        by_name: names.actor(change.by),
        event: change.kind,
        says: said.says,
        about: said.about,
        why: change.why.and_then(|why| why.words().map(str::to_owned)),
        texts: paths.into_iter().map(|path| TextAt { text: present(&path), path }).collect(),
        hash: ledger::Head { size: change.seq, root: leaf }.short(),
    })
}

/// Where a body commits to texts.
fn committed(body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(body, &mut String::new(), &mut found);
    found
}

fn walk(value: &Value, path: &mut String, found: &mut Vec<String>) {
    let mut step = |name: &str, inner: &Value| {
        let length = path.len();
        path.push('/');
        path.push_str(&name.replace('~', "~0").replace('/', "~1"));
        walk(inner, path, found);
        path.truncate(length);
    };
    match value {
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("c") => {
            found.push(path.clone());
        }
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| step(name, inner)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, inner)| step(&place.to_string(), inner));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
