//! What a file holds beside entries and projected tables: the leaves and the edge kept to save
//! work, rows where no entry can be, and the shape of the tables themselves.

use std::collections::{BTreeMap, BTreeSet};

use domain::BatchRef;
use domain::batch::BatchImported;
use ledger::encoding::{base64, from_hex_exact, hex};
use ledger::rows::RowTree;
use ledger::tree::{Frontier, leaf_hash};
use rusqlite::{Connection, OptionalExtension, params};

use super::Difference;
use crate::entries::{self, Part};
use crate::error::StoreError;
use crate::file::Store;
use crate::tables::batch::Batch;
use crate::view::FOREVER;

const ENTRIES: &str = "SELECT seq, body, signature, leaf FROM entry ORDER BY seq";
const STRAY_TEXTS: &str =
    "SELECT seq, CAST(path AS TEXT) AS path, CAST(text AS TEXT) AS text FROM text
    WHERE seq NOT BETWEEN 1 AND ?1 OR typeof(path) <> 'text' OR typeof(text) <> 'text'
    OR typeof(salt) <> 'blob' OR length(salt) <> 16";
const EDGE: &str = "SELECT frontier FROM edge WHERE one = 1";
const SHAPE: &str = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema";

/// What the ledger's own tables hold that does not follow from bodies and signatures.
pub(crate) fn own(store: &Store) -> Result<Vec<Difference>, StoreError> {
    let mut found = Vec::new();
    let before_last = leaves(&store.conn, &mut found)?;
    texts(&store.conn, &mut found)?;
    contents(store, &mut found)?;
    ai_actions(store, &mut found)?;
    let edge: Option<Vec<u8>> = store.conn.query_row(EDGE, [], |row| row.get(0)).optional()?;
    let edge = edge.map(|bytes| hex(&bytes));
    let right = hex(&before_last.to_bytes());
    if edge.as_ref() != Some(&right) {
        found.push(differs("edge", "1".to_owned(), Some("frontier"), edge, Some(right)));
    }
    Ok(found)
}

/// Looks at every leaf; gives back the edge before the last entry.
fn leaves(conn: &Connection, found: &mut Vec<Difference>) -> Result<Frontier, StoreError> {
    let mut statement = conn.prepare(ENTRIES)?;
    let mut rows = statement.query([])?;
    let (mut before, mut edge) = (Frontier::empty(), Frontier::empty());
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get("seq")?;
        if !(1..=FOREVER.cast_signed()).contains(&seq) {
            found.push(differs("entry", seq.to_string(), None, row.get("body")?, None));
            continue;
        }
        let (Ok(body), Ok(signature), Ok(kept)) = (
            row.get::<_, String>("body"),
            row.get::<_, [u8; 64]>("signature"),
            row.get::<_, ledger::Hash>("leaf"),
        ) else {
            let left = Some("a body, signature or leaf of another kind".to_owned());
            found.push(differs("entry", seq.to_string(), None, left, None));
            continue;
        };
        let leaf = leaf_hash(body.as_bytes(), &signature);
        if kept != leaf {
            let (left, right) = (Some(hex(&kept)), Some(hex(&leaf)));
            found.push(differs("entry", seq.to_string(), Some("leaf"), left, right));
        }
        before.clone_from(&edge);
        edge.push(leaf);
    }
    Ok(before)
}

/// Texts of entries that cannot be, and what is no text and no salt; of those that can, the verifier knows.
fn texts(conn: &Connection, found: &mut Vec<Difference>) -> Result<(), StoreError> {
    let mut statement = conn.prepare(STRAY_TEXTS)?;
    let mut rows = statement.query(params![FOREVER.cast_signed()])?;
    while let Some(row) = rows.next()? {
        let key = format!("{} {}", row.get::<_, i64>("seq")?, row.get::<_, String>("path")?);
        found.push(differs("text", key, None, row.get("text")?, None));
    }
    Ok(())
}

/// Kept files that are not the bytes their entries name, that no entry asks for, or that are gone
/// though nobody erased them.
fn contents(store: &Store, found: &mut Vec<Difference>) -> Result<(), StoreError> {
    // A row that cannot be read is named where the tables are compared.
    let Ok(kept) = store.now().kept() else { return Ok(()) };
    let mut asked: BTreeSet<String> = kept.into_iter().map(|(_, sha256)| sha256).collect();
    for name in entries::contents(&store.conn)? {
        let bytes = entries::find_content(&store.conn, &name)?.unwrap_or_default();
        let right = hex(&ledger::primitive::sha256(&[&bytes]));
        if !asked.remove(&name) {
            found.push(differs("content", name, None, Some(right), None));
        } else if name != right {
            found.push(differs("content", name.clone(), Some("bytes"), Some(right), Some(name)));
        }
    }
    let gone = |name: String| differs("content", name.clone(), None, None, Some(name));
    found.extend(asked.into_iter().map(gone));
    Ok(())
}

/// Batches whose rows are not those that their entry binds, and rows that no entry binds.
fn ai_actions(store: &Store, found: &mut Vec<Difference>) -> Result<(), StoreError> {
    let Ok(batches) = store.now().batches() else { return Ok(()) };
    let mut stray: BTreeSet<u32> =
        entries::batches_with_ai_actions(&store.conn)?.into_iter().collect();
    for batch in batches {
        let purged = batch.purged.is_some();
        if !purged {
            stray.remove(&batch.batch.number());
            rows(store, &batch, found)?;
        }
    }
    found.extend(stray.into_iter().map(|number| {
        let rows = Some("rows that no entry binds".to_owned());
        differs("ai_action", BatchRef::new(number).to_string(), None, rows, None)
    }));
    Ok(())
}

/// Holds the rows of a batch to the root in its entry.
fn rows(store: &Store, batch: &Batch, found: &mut Vec<Difference>) -> Result<(), StoreError> {
    let BatchImported { rows, rejected, salt, .. } = &batch.import;
    for (part, bound) in [(Part::Taken, rows), (Part::Rejected, rejected)] {
        // Without its salt, which the verifier of texts reports, nothing can be recomputed.
        let Some(salt) = salt.words().and_then(from_hex_exact) else { return Ok(()) };
        let mut tree = RowTree::new(&salt);
        let mut in_order = true;
        store.now().ai_actions(batch.batch, part, 1, |number, row| {
            tree.push(row);
            in_order &= number == tree.size();
            Ok::<_, StoreError>(true)
        })?;
        let head = tree.head();
        let (kept, bound) =
            (written(head.size, &base64(&head.root)), written(bound.count, &bound.root));
        if kept != bound || !in_order {
            let key = batch.batch.to_string();
            found.push(differs("ai_action", key, Some("root"), Some(kept), Some(bound)));
        }
    }
    Ok(())
}

fn written(count: u64, root: &str) -> String {
    format!("{count} rows under {root}")
}

/// Every table, index, trigger and view that is not as this program makes it.
pub(crate) fn shape(left: &Store, right: &Store) -> Result<Vec<Difference>, StoreError> {
    let mut found = Vec::new();
    let mut right = parts(&right.conn)?;
    for (part, sql) in parts(&left.conn)? {
        let made = right.remove(&part);
        if made.as_ref() != Some(&sql) {
            found.push(differs("sqlite_schema", part, Some("sql"), Some(sql), made));
        }
    }
    let lacking = |(part, sql)| differs("sqlite_schema", part, Some("sql"), None, Some(sql));
    found.extend(right.into_iter().map(lacking));
    Ok(found)
}

fn parts(conn: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = conn.prepare(SHAPE)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn differs(
    table: &str,
    key: String,
    column: Option<&str>,
    left: Option<String>,
    right: Option<String>,
) -> Difference {
    let column = column.map(str::to_owned);
    Difference { table: table.to_owned(), key, column, left, right }
}
