//! Opening a damaged file to read what is left, and saying what is lost.
//!
//! The pages are read without SQLite, which gives up where a page above them is broken: an entry
//! is found wherever its page is. What is found proves itself: each entry signs the root of those
//! before it, each text has its commitment in an entry, each kept file is named by its hash.

use std::collections::BTreeMap;
use std::path::Path;

use domain::EvidenceRef;
use ledger::tree::{Frontier, leaf_hash};
use serde_json::Value;

use super::pages::{Pages, Record};
use super::{Access, Store};
use crate::entries::TextRow;
use crate::error::StoreError;
use crate::replay::Rebuild;

/// What could be read of a damaged file.
#[derive(Debug)]
pub struct Salvage {
    /// The unbroken beginning of the ledger with the tables it makes, in memory, to read alone.
    pub store: Store,
    /// What is not in it.
    pub lost: Lost,
    /// Entries after the first gap: readable and signed, but not in any table.
    pub beyond: Vec<Stray>,
}

/// What a damaged file has lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Entries that are gone, each run from its first to its last, up to the last that was found.
    /// Entries after that one may be gone too: nothing in the file tells.
    pub entries: Vec<(u64, u64)>,
    /// Texts that the entries in the store commit to, and that are neither there nor erased.
    pub texts: Vec<(u64, String)>,
    /// Evidence whose kept file is not there whole.
    pub files: Vec<EvidenceRef>,
}

impl Lost {
    /// Whether nothing is known to be lost.
    pub fn is_none(&self) -> bool {
        self.entries.is_empty() && self.texts.is_empty() && self.files.is_empty()
    }
}

/// An entry that was found after a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Its number.
    pub seq: u64,
    /// The canonical JSON, as signed.
    pub body: String,
    /// The signature.
    pub signature: [u8; 64],
}

impl Salvage {
    /// Reads what is left of the file at `path`, without changing it.
    pub fn open(path: &Path) -> Result<Salvage, StoreError> {
        salvage(path).map_err(|e| e.at(path))
    }
}

type Entries = BTreeMap<u64, Stray>;
type Texts = BTreeMap<(u64, String), TextRow>;

/// What the pages hold.
#[derive(Default)]
struct Found {
    entries: Entries,
    texts: Texts,
    /// Files by their hash.
    files: BTreeMap<String, Vec<u8>>,
}

fn salvage(path: &Path) -> Result<Salvage, StoreError> {
    let found = found(&Pages::read(path)?);
    let whole = unbroken(&found.entries);
    let mut store = Store::in_memory(&workspace_of(&found.entries))?;
    let kept = rebuilt(&mut store, &found, whole)?;
    if kept == 0 {
        let what = "not even its first entry can be read".into();
        return Err(StoreError::Damaged { path: path.to_owned(), what });
    }
    store.conn.pragma_update(None, "query_only", true)?;
    let (texts, files) = (missing(&store)?, missing_files(&store)?);
    let lost = Lost { entries: gaps(&found.entries), texts, files };
    let beyond = found.entries.into_values().filter(|entry| entry.seq > kept).collect();
    let Store { conn, ws, .. } = store;
    Ok(Salvage { store: Store::over(conn, path, Access::Read, ws), lost, beyond })
}

/// Every entry, text and kept file that some page holds.
fn found(pages: &Pages) -> Found {
    let Found { mut entries, mut texts, mut files } = Found::default();
    pages.each(|record| match record {
        Record::Entry { seq, body, signature } => {
            if claims(&body, seq) {
                entries.insert(seq, Stray { seq, body, signature });
            }
        }
        Record::Text(text) => {
            texts.insert((text.seq, text.path.clone()), text);
        }
        Record::File { sha256, bytes } => {
            if ledger::encoding::hex(&ledger::primitive::sha256(&[&bytes])) == sha256 {
                files.insert(sha256, bytes);
            }
        }
    });
    texts.retain(|_, text| entries.get(&text.seq).is_some_and(|entry| commits(entry, text)));
    Found { entries, texts, files }
}

/// Whether the body is an entry's that calls itself `seq`.
fn claims(body: &str, seq: u64) -> bool {
    serde_json::from_str::<Value>(body)
        .is_ok_and(|body| body.get("seq").and_then(Value::as_u64) == Some(seq))
}

fn commits(entry: &Stray, text: &TextRow) -> bool {
    let commitment = ledger::encoding::base64(&ledger::text::commitment(&text.salt, &text.text));
    serde_json::from_str::<Value>(&entry.body)
        .ok()
        .and_then(|body| Some(body.pointer(&text.path)?.get("c")?.as_str()? == commitment))
        .unwrap_or(false)
}

/// How many entries from the first on are there, each signing the root of those before it.
fn unbroken(entries: &Entries) -> u64 {
    let mut edge = Frontier::empty();
    for (seq, entry) in (1..).zip(entries.values()) {
        if entry.seq != seq || field(&entry.body, "prev") != Some(root(&edge)) {
            break;
        }
        edge.push(leaf_hash(entry.body.as_bytes(), &entry.signature));
    }
    edge.size()
}

fn root(edge: &Frontier) -> String {
    ledger::encoding::base64(&edge.root())
}

fn workspace_of(entries: &Entries) -> String {
    entries.get(&1).and_then(|first| field(&first.body, "ws")).unwrap_or_default()
}

fn field(body: &str, name: &str) -> Option<String> {
    Some(serde_json::from_str::<Value>(body).ok()?.get(name)?.as_str()?.to_owned())
}

/// Projects the first `whole` entries; stops early at one this program cannot read.
fn rebuilt(store: &mut Store, found: &Found, whole: u64) -> Result<u64, StoreError> {
    let mut rebuild = Rebuild::begin(store)?;
    let mut kept = 0;
    for entry in found.entries.range(..=whole).map(|(_, entry)| entry) {
        if rebuild.entry(&entry.body, &entry.signature).is_err() {
            break;
        }
        kept = entry.seq;
    }
    if kept < whole {
        drop(rebuild);
        return if kept == 0 { Ok(0) } else { rebuilt(store, found, kept) };
    }
    for text in found.texts.range(..(whole + 1, String::new())).map(|(_, text)| text) {
        rebuild.text(text)?;
    }
    rebuild.contents(|sha256| Ok(found.files.get(sha256).cloned()))?;
    rebuild.finish()?;
    Ok(kept)
}

fn gaps(entries: &Entries) -> Vec<(u64, u64)> {
    let mut expected = 1;
    let mut gaps = Vec::new();
    for seq in entries.keys() {
        if *seq > expected {
            gaps.push((expected, seq - 1));
        }
        expected = seq + 1;
    }
    gaps
}

/// Evidence whose file is to be kept and was not found whole.
fn missing_files(store: &Store) -> Result<Vec<EvidenceRef>, StoreError> {
    let mut missing = Vec::new();
    for (evidence, sha256) in store.now().kept()? {
        if store.content(&sha256)?.is_none() {
            missing.push(evidence);
        }
    }
    Ok(missing)
}

/// The texts that are committed to and neither there nor erased.
fn missing(store: &Store) -> Result<Vec<(u64, String)>, StoreError> {
    let erased: Vec<_> =
        store.now().erasures()?.into_iter().map(|gone| (gone.of_seq, gone.path)).collect();
    let mut missing = Vec::new();
    store.entries(crate::Slice::ALL, |entry| {
        let Ok(mut body) = serde_json::from_str::<Value>(&entry.body) else { return Ok(()) };
        let paths = std::cell::RefCell::new(Vec::new());
        ledger::text::open(&mut body, "", &|path| {
            paths.borrow_mut().push(path.to_owned());
            None
        });
        for path in paths.into_inner() {
            let there = crate::entries::find_text(&store.conn, entry.seq, &path)?.is_some();
            let place = (entry.seq, path);
            if !there && !erased.contains(&place) {
                missing.push(place);
            }
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(missing)
}
