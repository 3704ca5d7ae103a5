//! `action`: action items, and how far each is.

use chrono::NaiveDate;
use domain::action::{
    self, ActionDone, ActionDropped, ActionHandedOver, ActionRaised, ActionReopened,
    ActionRescheduled, Source, Stage,
};
use domain::{ActionRef, CadenceId, Moment, PersonRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{
    get, get_count, get_json, get_maybe_count, get_maybe_parsed, get_maybe_text, get_parsed,
    get_text, get_word, json, maybe_text, text, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::tables::review::Mark;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "action",
    ddl: "
CREATE TABLE action (
    action TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    due TEXT NOT NULL,
    cadence TEXT NOT NULL,
    source TEXT NOT NULL,
    raised_seq INTEGER NOT NULL,
    raised_at TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    stage TEXT NOT NULL,
    words TEXT,
    ended_seq INTEGER,
    ended_at TEXT,
    PRIMARY KEY (action, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const RAISED: &str = "INSERT OR REPLACE INTO action
    (action, from_seq, what, who, due, cadence, source, raised_seq, raised_at, raised_by, stage)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?2, ?8, ?9, ?10)";
/// The row as it stands, true from entry `?2` on with another `who`, `due`, `stage`, `words` and
/// end, each kept where it is given as null; `?6` says whether the end is kept.
const CHANGED: &str = "INSERT OR REPLACE INTO action
    (action, from_seq, what, who, due, cadence, source, raised_seq, raised_at, raised_by,
     stage, words, ended_seq, ended_at)
    SELECT action, ?2, what, ifnull(?3, who), ifnull(?4, due), cadence, source,
     raised_seq, raised_at, raised_by, ifnull(?5, stage),
     iif(?6, words, ?7), iif(?6, ended_seq, ?8), iif(?6, ended_at, ?9)
    FROM action WHERE action = ?1 AND to_seq IS NULL";
const END: &str =
    "UPDATE action SET to_seq = ?2 WHERE action = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str =
    concat!("SELECT * FROM action WHERE", standing!(), "ORDER BY due, length(action), action");
const ONE: &str = concat!("SELECT * FROM action WHERE action = ?2 AND", standing!());
const LATE: &str = concat!(
    "SELECT count(*) AS late FROM action WHERE stage = 'open' AND due < ?2 AND",
    standing!()
);
const LAST: &str = "SELECT count(*) AS raised FROM action WHERE from_seq = raised_seq
    AND from_seq <= ?1";

/// An action item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItem {
    /// Which.
    pub action: ActionRef,
    /// What is to be done.
    pub what: Text,
    /// Who does it.
    pub who: PersonRef,
    /// The last day on which it is in time.
    pub due: NaiveDate,
    /// The cadence whose reviews carry it in.
    pub cadence: CadenceId,
    /// What it came out of.
    pub from: Option<Source>,
    /// The entry that raised it, and when.
    pub raised: Mark,
    /// Who raised it.
    pub raised_by: Actor,
    /// How far it is.
    pub stage: Stage,
    /// What came of it, or why it was dropped.
    pub words: Option<Text>,
    /// The entry that ended it, and when, while it is over.
    pub ended: Option<Mark>,
    /// The entry since which this is so.
    pub since: u64,
}

impl View<'_> {
    /// Every action item, the soonest due first.
    pub fn actions(&self) -> Result<Vec<ActionItem>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// One action item.
    pub fn action_item(&self, action: ActionRef) -> Result<Option<ActionItem>, StoreError> {
        self.row(ONE, params![self.seq(), action.to_string()], read)
    }

    /// An action item as the rules need it.
    pub fn action(&self, action: ActionRef) -> Result<Option<action::Action>, StoreError> {
        let Some(item) = self.action_item(action)? else { return Ok(None) };
        let Actor::Person(raised_by) = item.raised_by else {
            return Err(StoreError::Inconsistent { what: format!("{action} raised itself") });
        };
        let open = self.reviews()?.into_iter().filter(|held| held.closed.is_none());
        let chairs =
            open.filter(|held| held.cadence == item.cadence).map(|held| held.chair).collect();
        let ActionItem { action, who, due, stage, .. } = item;
        Ok(Some(action::Action { action, who, raised_by, due, stage, chairs }))
    }

    /// How many action items are to be done and were due before `today`.
    pub fn actions_late(&self, today: NaiveDate) -> Result<u64, StoreError> {
        let params = params![self.seq(), today.to_string()];
        Ok(self.row(LATE, params, |row, _| get_count(row, "late"))?.unwrap_or(0))
    }

    /// The reference of the next action item.
    pub fn next_action(&self) -> Result<ActionRef, StoreError> {
        let raised = self.row(LAST, [self.seq()], |row, _| get_count(row, "raised"))?;
        let next = raised.unwrap_or(0) + 1;
        Ok(ActionRef::new(u32::try_from(next).unwrap_or(u32::MAX)))
    }
}

pub(crate) fn raised(conn: &Connection, act: &Act, event: &ActionRaised) -> Result<(), StoreError> {
    let ActionRaised { action, what, who, due, cadence, from } = event;
    let action = action.to_string();
    conn.prepare_cached(END)?.execute(params![action, act.n()])?;
    conn.prepare_cached(RAISED)?.execute(params![
        action,
        act.n(),
        text(what),
        who.to_string(),
        due.to_string(),
        cadence.as_str(),
        json(from)?,
        act.at.to_string(),
        act.by.to_string(),
        word(&Stage::Open)?,
    ])?;
    Ok(())
}

pub(crate) fn rescheduled(
    conn: &Connection,
    act: &Act,
    event: &ActionRescheduled,
) -> Result<(), StoreError> {
    change(conn, act, event.action, Changed { due: Some(event.due), ..Changed::default() })
}

pub(crate) fn handed_over(
    conn: &Connection,
    act: &Act,
    event: &ActionHandedOver,
) -> Result<(), StoreError> {
    change(conn, act, event.action, Changed { who: Some(event.to), ..Changed::default() })
}

pub(crate) fn done(conn: &Connection, act: &Act, event: &ActionDone) -> Result<(), StoreError> {
    let stage = Some((Stage::Done, event.words.as_ref()));
    change(conn, act, event.action, Changed { stage, ..Changed::default() })
}

pub(crate) fn dropped(
    conn: &Connection,
    act: &Act,
    event: &ActionDropped,
) -> Result<(), StoreError> {
    let stage = Some((Stage::Dropped, Some(&event.words)));
    change(conn, act, event.action, Changed { stage, ..Changed::default() })
}

pub(crate) fn reopened(
    conn: &Connection,
    act: &Act,
    event: &ActionReopened,
) -> Result<(), StoreError> {
    let stage = Some((Stage::Open, None));
    change(conn, act, event.action, Changed { stage, ..Changed::default() })
}

/// What an entry changed of an action item.
#[derive(Default)]
struct Changed<'a> {
    who: Option<PersonRef>,
    due: Option<NaiveDate>,
    stage: Option<(Stage, Option<&'a Text>)>,
}

fn change(
    conn: &Connection,
    act: &Act,
    action: ActionRef,
    changed: Changed<'_>,
) -> Result<(), StoreError> {
    let Changed { who, due, stage } = changed;
    let over = stage.is_some_and(|(stage, _)| stage != Stage::Open);
    let ended: Option<(i64, Moment)> = over.then_some((act.n(), act.at));
    conn.prepare_cached(CHANGED)?.execute(params![
        action.to_string(),
        act.n(),
        who.map(|who| who.to_string()),
        due.map(|due| due.to_string()),
        stage.map(|(stage, _)| word(&stage)).transpose()?,
        stage.is_none(),
        stage.and_then(|(_, words)| maybe_text(words)),
        ended.map(|(seq, _)| seq),
        ended.map(|(_, at)| at.to_string()),
    ])?;
    conn.prepare_cached(END)?.execute(params![action.to_string(), act.n()])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<ActionItem, StoreError> {
    let (ended_seq, ended_at) =
        (get_maybe_count(row, "ended_seq")?, get_maybe_parsed(row, "ended_at")?);
    Ok(ActionItem {
        action: get_parsed(row, "action")?,
        what: get_text(row, "what", view)?,
        who: get_parsed(row, "who")?,
        due: get_parsed(row, "due")?,
        cadence: CadenceId::new(get::<String>(row, "cadence")?),
        from: get_json(row, "source", view)?,
        raised: Mark { seq: get_count(row, "raised_seq")?, at: get_parsed(row, "raised_at")? },
        raised_by: get_parsed(row, "raised_by")?,
        stage: get_word(row, "stage")?,
        words: get_maybe_text(row, "words", view)?,
        ended: ended_seq.zip(ended_at).map(|(seq, at)| Mark { seq, at }),
        since: get_count(row, "from_seq")?,
    })
}
