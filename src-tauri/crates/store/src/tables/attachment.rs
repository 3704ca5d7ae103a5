//! `attachment`: what evidence bears out.

use domain::evidence::{EvidenceAttached, EvidenceDetached, Target};
use domain::{EvidenceRef, ItemId};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{get, get_count, get_parsed};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "attachment",
    ddl: "
CREATE TABLE attachment (
    evidence TEXT NOT NULL,
    reference TEXT NOT NULL,
    item TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    by TEXT NOT NULL,
    PRIMARY KEY (evidence, reference, item, from_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_reference ON attachment (reference);
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO attachment (evidence, reference, item, from_seq, by)
    VALUES (?1, ?2, ?3, ?4, ?5)";
const END: &str = "UPDATE attachment SET to_seq = ?4 WHERE evidence = ?1 AND reference = ?2
    AND item = ?3 AND to_seq IS NULL AND from_seq < ?4";
const ALL: &str = concat!("SELECT * FROM attachment WHERE", standing!(), "ORDER BY from_seq");
const OF_ONE: &str =
    concat!("SELECT * FROM attachment WHERE evidence = ?2 AND", standing!(), "ORDER BY from_seq");
const TO_ONE: &str =
    concat!("SELECT * FROM attachment WHERE reference = ?2 AND", standing!(), "ORDER BY from_seq");

/// Evidence attached to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Which evidence.
    pub evidence: EvidenceRef,
    /// What it bears out.
    pub to: Target,
    /// Who attached it.
    pub by: Actor,
    /// The entry that did.
    pub since: u64,
}

impl View<'_> {
    /// All evidence that is attached to anything, in the order in which it was.
    pub fn attachments(&self) -> Result<Vec<Attachment>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// What one piece of evidence is attached to.
    pub fn attachments_of(&self, evidence: EvidenceRef) -> Result<Vec<Attachment>, StoreError> {
        self.rows(OF_ONE, params![self.seq(), evidence.to_string()], read)
    }

    /// What is attached to this reference, or to an item of that review.
    pub fn attachments_to(&self, reference: &str) -> Result<Vec<Attachment>, StoreError> {
        self.rows(TO_ONE, params![self.seq(), reference], read)
    }
}

pub(crate) fn attached(
    conn: &Connection,
    act: &Act,
    event: &EvidenceAttached,
) -> Result<(), StoreError> {
    let (evidence, item) = (event.evidence.to_string(), item(&event.to));
    let (reference, by) = (&event.to.reference, act.by.to_string());
    conn.prepare_cached(END)?.execute(params![evidence, reference, item, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![evidence, reference, item, act.n(), by])?;
    Ok(())
}

pub(crate) fn detached(
    conn: &Connection,
    act: &Act,
    event: &EvidenceDetached,
) -> Result<(), StoreError> {
    let (evidence, item) = (event.evidence.to_string(), item(&event.from));
    conn.prepare_cached(END)?.execute(params![evidence, event.from.reference, item, act.n()])?;
    Ok(())
}

/// An item's cell; empty where a whole thing is meant, because a key has no nulls.
fn item(target: &Target) -> &str {
    target.item.as_ref().map_or("", ItemId::as_str)
}

fn read(row: &Row<'_>, _: &View<'_>) -> Result<Attachment, StoreError> {
    let item: String = get(row, "item")?;
    let item = (!item.is_empty()).then(|| ItemId::new(item));
    Ok(Attachment {
        evidence: get_parsed(row, "evidence")?,
        to: Target { reference: get(row, "reference")?, item },
        by: get_parsed(row, "by")?,
        since: get_count(row, "from_seq")?,
    })
}
