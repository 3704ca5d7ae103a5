//! `overriding`: overrides, each as it was recorded.

use domain::overrides::{Earlier, Kind, OverrideRecorded, Reason};
use domain::{OverrideRef, TeamRef, Text, WorkflowRef};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{
    get, get_count, get_maybe_parsed, get_maybe_text, get_parsed, get_text, get_word, maybe_text,
    text, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "overriding",
    ddl: "
CREATE TABLE overriding (
    seq INTEGER PRIMARY KEY,
    override TEXT NOT NULL,
    kind TEXT NOT NULL,
    workflow TEXT NOT NULL,
    team TEXT,
    pointer TEXT NOT NULL,
    ai_said TEXT NOT NULL,
    chose TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT,
    generated INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
",
    versioned: false,
};

const INSERT: &str = "INSERT INTO overriding
    (seq, override, kind, workflow, team, pointer, ai_said, chose, reason, note, generated, by, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const ALL: &str = "SELECT * FROM overriding WHERE seq <= ?1 ORDER BY seq DESC";
const GROUP: &str = "SELECT override, workflow, team, at FROM overriding
    WHERE seq <= ?1 AND workflow = ?2 ORDER BY seq";
const COUNT: &str = "SELECT count(*) AS recorded FROM overriding WHERE seq <= ?1";

/// An override.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Which.
    pub reference: OverrideRef,
    /// What was overridden.
    pub kind: Kind,
    /// The workflow whose AI proposed it.
    pub workflow: WorkflowRef,
    /// The team it counts for.
    pub team: Option<TeamRef>,
    /// Where the record lies.
    pub pointer: Text,
    /// What the AI proposed.
    pub ai_said: Text,
    /// What the human chose.
    pub chose: Text,
    /// Why, from the list.
    pub reason: Reason,
    /// Why, in words.
    pub note: Option<Text>,
    /// Whether an AI proposed the reason.
    pub generated: bool,
    /// Who recorded it.
    pub by: Actor,
    /// The entry that did, and when.
    pub made: Mark,
}

impl View<'_> {
    /// Every override, the latest first.
    pub fn overrides(&self) -> Result<Vec<Override>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// The overrides of one workflow as the rules take them, oldest first.
    pub fn overrides_of(&self, workflow: WorkflowRef) -> Result<Vec<Earlier>, StoreError> {
        self.rows(GROUP, params![self.seq(), workflow.to_string()], |row, _| {
            Ok(Earlier {
                reference: get_parsed(row, "override")?,
                workflow: get_parsed(row, "workflow")?,
                team: get_maybe_parsed(row, "team")?,
                at: get_parsed(row, "at")?,
            })
        })
    }

    /// The reference of the next override.
    pub fn next_override(&self) -> Result<OverrideRef, StoreError> {
        let recorded = self.row(COUNT, [self.seq()], |row, _| get_count(row, "recorded"))?;
        Ok(OverrideRef::new(u32::try_from(recorded.unwrap_or(0) + 1).unwrap_or(u32::MAX)))
    }
}

pub(crate) fn recorded(
    conn: &Connection,
    act: &Act,
    event: &OverrideRecorded,
) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        event.reference.to_string(),
        word(&event.kind)?,
        event.workflow.to_string(),
        event.team.map(|team| team.to_string()),
        text(&event.pointer),
        text(&event.ai_said),
        text(&event.chose),
        word(&event.reason)?,
        maybe_text(event.note.as_ref()),
        event.generated,
        act.by.to_string(),
        act.at.to_string(),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Override, StoreError> {
    Ok(Override {
        reference: get_parsed(row, "override")?,
        kind: get_word(row, "kind")?,
        workflow: get_parsed(row, "workflow")?,
        team: get_maybe_parsed(row, "team")?,
        pointer: get_text(row, "pointer", view)?,
        ai_said: get_text(row, "ai_said", view)?,
        chose: get_text(row, "chose", view)?,
        reason: get_word(row, "reason")?,
        note: get_maybe_text(row, "note", view)?,
        generated: get(row, "generated")?,
        by: get_parsed(row, "by")?,
        made: Mark { seq: get_count(row, "seq")?, at: get_parsed(row, "at")? },
    })
}
