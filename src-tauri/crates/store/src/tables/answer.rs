//! `answer`: the outcome of each item of a review, with what was on screen.

use std::collections::BTreeMap;

use domain::review::{Figure, ItemAnswered, Outcome, TierJudged};
use domain::{ItemId, ReviewRef, Text};
use rusqlite::{Connection, Row, params};

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{
    get, get_count, get_json, get_maybe_text, get_parsed, get_word, json, maybe_text, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "answer",
    ddl: "
CREATE TABLE answer (
    review TEXT NOT NULL,
    item TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    by TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT,
    seconds INTEGER NOT NULL,
    shown TEXT NOT NULL,
    tiers TEXT NOT NULL,
    PRIMARY KEY (review, item, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const INSERT: &str = "INSERT OR REPLACE INTO answer
    (review, item, from_seq, by, outcome, note, seconds, shown, tiers)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
/// Only the last version can still stand: found by the key, however often an item was answered.
const END: &str = "UPDATE answer SET to_seq = ?3
    WHERE review = ?1 AND item = ?2 AND to_seq IS NULL AND from_seq =
      (SELECT max(from_seq) FROM answer WHERE review = ?1 AND item = ?2 AND from_seq < ?3)";
const ALL: &str = concat!(
    "SELECT item, from_seq, by, outcome, note, seconds, shown, tiers
    FROM answer WHERE review = ?2 AND",
    standing!(),
    "ORDER BY from_seq"
);

const FOUND: &str = concat!(
    "SELECT review, outcome, count(*) AS items FROM answer WHERE",
    standing!(),
    "GROUP BY review, outcome"
);

const ANSWERED: &str = concat!(
    "SELECT review, item FROM answer WHERE outcome <> 'not-applicable' AND",
    standing!(),
    "ORDER BY review, from_seq"
);

const FIRST_VERDICT: &str = "SELECT from_seq FROM answer WHERE tiers <> '[]' AND from_seq <= ?1
    ORDER BY from_seq LIMIT 1";

/// The outcome of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which item.
    pub item: ItemId,
    /// What was found.
    pub outcome: Outcome,
    /// Why.
    pub note: Option<Text>,
    /// Seconds spent on it.
    pub seconds: u32,
    /// What was on screen.
    pub shown: Vec<Figure>,
    /// The verdicts on tiers, of an item that asks for them.
    pub tiers: Vec<TierJudged>,
    /// Who answered.
    pub by: Actor,
    /// The entry.
    pub since: u64,
}

impl View<'_> {
    /// The outcomes of a review so far, in the order they were given.
    pub fn answers(&self, review: &ReviewRef) -> Result<Vec<Answer>, StoreError> {
        self.rows(ALL, params![self.seq(), review.as_str()], read)
    }

    /// Which items were answered in which review, but for those that did not apply.
    pub fn answered(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.rows(ANSWERED, [self.seq()], |row, _| Ok((get(row, "review")?, get(row, "item")?)))
    }

    /// The entry that gave the first verdict on a tier; none where nobody gave one. Reads every answer.
    pub fn first_verdict(&self) -> Result<Option<u64>, StoreError> {
        self.row(FIRST_VERDICT, [self.seq()], |row, _| get_count(row, "from_seq"))
    }

    /// How many items of each review have which outcome.
    pub fn found(&self) -> Result<BTreeMap<ReviewRef, Vec<(Outcome, u32)>>, StoreError> {
        let counted = self.rows(FOUND, [self.seq()], |row, _| {
            let review = ReviewRef::new(get::<String>(row, "review")?);
            Ok((review, (get_word(row, "outcome")?, get(row, "items")?)))
        })?;
        let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (review, counts) in counted {
            found.entry(review).or_default().push(counts);
        }
        Ok(found)
    }
}

pub(crate) fn answered(
    conn: &Connection,
    act: &Act,
    event: &ItemAnswered,
) -> Result<(), StoreError> {
    let ItemAnswered { review, item, outcome, note, seconds, shown, tiers } = event;
    let (review, item) = (review.as_str(), item.as_str());
    conn.prepare_cached(END)?.execute(params![review, item, act.n()])?;
    conn.prepare_cached(INSERT)?.execute(params![
        review,
        item,
        act.n(),
        act.by.to_string(),
        word(outcome)?,
        maybe_text(note.as_ref()),
        seconds,
        json(shown)?,
        json(tiers)?,
    ])?;
    Ok(())
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Answer, StoreError> {
    Ok(Answer {
        item: ItemId::new(get::<String>(row, "item")?),
        outcome: get_word(row, "outcome")?,
        note: get_maybe_text(row, "note", view)?,
        seconds: get(row, "seconds")?,
        shown: get_json(row, "shown", view)?,
        tiers: get_json(row, "tiers", view)?,
        by: get_parsed(row, "by")?,
        since: get_count(row, "from_seq")?,
    })
}
