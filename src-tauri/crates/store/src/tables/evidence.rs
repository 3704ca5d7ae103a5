//! `evidence`: what was captured, when and by whom. What happens to it has tables of its own.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::evidence::{self, Class, Content, EvidenceCaptured, Pointer};
use domain::{EvidenceRef, PersonRef, Text};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{
    get_count, get_json, get_maybe_parsed, get_parsed, get_text, get_word, json, text, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "evidence",
    ddl: "
CREATE TABLE evidence (
    evidence TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    title TEXT NOT NULL,
    class TEXT NOT NULL,
    pointer TEXT NOT NULL,
    expires TEXT
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO evidence
    (evidence, seq, at, by, title, class, pointer, expires)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const ALL: &str = "SELECT * FROM evidence WHERE seq <= ?1 ORDER BY length(evidence), evidence";
const ONE: &str = "SELECT * FROM evidence WHERE evidence = ?2 AND seq <= ?1";
const COUNT: &str = "SELECT count(*) AS captured FROM evidence WHERE seq <= ?1";

/// A piece of evidence as it was captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Which.
    pub evidence: EvidenceRef,
    /// The entry that captured it, and when.
    pub captured: Mark,
    /// Who captured it.
    pub by: Actor,
    /// What it shows.
    pub title: Text,
    /// How firm it is.
    pub class: Class,
    /// Where it is found.
    pub pointer: Pointer,
    /// The last day on which it counts.
    pub expires: Option<NaiveDate>,
}

impl View<'_> {
    /// All evidence, by reference.
    pub fn evidence(&self) -> Result<Vec<Evidence>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One piece of evidence.
    pub fn evidence_one(&self, evidence: EvidenceRef) -> Result<Option<Evidence>, StoreError> {
        self.row(ONE, params![self.seq(), evidence.to_string()], read)
    }

    /// The reference of the next piece of evidence.
    pub fn next_evidence(&self) -> Result<EvidenceRef, StoreError> {
        let captured = self.row(COUNT, [self.seq()], |row, _| get_count(row, "captured"))?;
        let next = u32::try_from(captured.unwrap_or(0) + 1).unwrap_or(u32::MAX);
        Ok(EvidenceRef::new(next))
    }

    /// Whether each file is kept, was, or never was; evidence that is not named never was.
    pub fn contents(&self) -> Result<BTreeMap<EvidenceRef, Content>, StoreError> {
        let state = |stands| if stands { Content::Kept } else { Content::Erased };
        Ok(self.kept_ever()?.into_iter().map(|(one, stands)| (one, state(stands))).collect())
    }

    /// A piece of evidence as the rules need it.
    pub fn evidence_held(
        &self,
        evidence: EvidenceRef,
    ) -> Result<Option<evidence::Evidence>, StoreError> {
        let Some(one) = self.evidence_one(evidence)? else { return Ok(None) };
        let file = match one.pointer {
            Pointer::Url { .. } => None,
            Pointer::File { sha256, size, .. } => Some((sha256, size)),
        };
        let attached = self.attachments_of(evidence)?.into_iter();
        let attached = attached.map(|to| Ok((to.to, person(to.by, evidence)?)));
        Ok(Some(evidence::Evidence {
            evidence,
            file,
            captured_by: person(one.by, evidence)?,
            content: self.contents()?.remove(&evidence).unwrap_or(Content::Pointer),
            attached: attached.collect::<Result<_, StoreError>>()?,
        }))
    }
}

fn person(by: Actor, evidence: EvidenceRef) -> Result<PersonRef, StoreError> {
    match by {
        Actor::Person(person) => Ok(person),
        Actor::Machine => {
            Err(StoreError::Inconsistent { what: format!("a machine handled {evidence}") })
        }
    }
}

pub(crate) fn captured(
    conn: &Connection,
    act: &Act,
    event: &EvidenceCaptured,
) -> Result<(), StoreError> {
    let EvidenceCaptured { evidence, title, class, pointer, expires } = event;
    conn.prepare_cached(INSERT)?.execute(params![
        evidence.to_string(),
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        text(title),
        word(class)?,
        json(pointer)?,
        expires.map(|day| day.to_string()),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Evidence, StoreError> {
    Ok(Evidence {
        evidence: get_parsed(row, "evidence")?,
        captured: Mark { seq: get_count(row, "seq")?, at: get_parsed(row, "at")? },
        by: get_parsed(row, "by")?,
        title: get_text(row, "title", view)?,
        class: get_word(row, "class")?,
        pointer: get_json(row, "pointer", view)?,
        expires: get_maybe_parsed(row, "expires")?,
    })
}
