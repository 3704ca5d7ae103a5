//! `review`: reviews that were opened, and how far each is.

use domain::cadence::CadenceSet;
use domain::people::SignedStatement;
use domain::review::{ChairTaken, Review, ReviewClosed, ReviewCountersigned, ReviewOpened, Stage};
use domain::{CadenceId, Moment, PersonRef, ReviewRef, Text};
use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::{Table, standing};
use crate::append::Actor;
use crate::cell::{
    get, get_count, get_json, get_maybe_count, get_maybe_parsed, get_maybe_text, get_parsed,
    maybe_text, place,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "review",
    ddl: "
CREATE TABLE review (
    review TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    cadence TEXT NOT NULL,
    due TEXT NOT NULL,
    chair TEXT NOT NULL,
    opened_seq INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    closed_seq INTEGER,
    closed_at TEXT,
    closed_by TEXT,
    closing TEXT,
    countersigned_seq INTEGER,
    countersigned_at TEXT,
    countersigned_by TEXT,
    countersigned_key TEXT,
    statement TEXT,
    PRIMARY KEY (review, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

const OPENED: &str = "INSERT OR REPLACE INTO review
    (review, from_seq, cadence, due, chair, opened_seq, opened_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?2, ?6)";
const CHAIRED: &str = "INSERT OR REPLACE INTO review
    (review, from_seq, cadence, due, chair, opened_seq, opened_at)
    SELECT review, ?2, cadence, due, ?3, opened_seq, opened_at
    FROM review WHERE review = ?1 AND to_seq IS NULL AND closed_seq IS NULL";
const CLOSED: &str = "INSERT OR REPLACE INTO review
    (review, from_seq, cadence, due, chair, opened_seq, opened_at,
     closed_seq, closed_at, closed_by, closing)
    SELECT review, ?2, cadence, due, chair, opened_seq, opened_at, ?2, ?3, ?4, ?5
    FROM review WHERE review = ?1 AND to_seq IS NULL";
const COUNTERSIGNED: &str = "INSERT OR REPLACE INTO review
    (review, from_seq, cadence, due, chair, opened_seq, opened_at,
     closed_seq, closed_at, closed_by, closing,
     countersigned_seq, countersigned_at, countersigned_by, countersigned_key, statement)
    SELECT review, ?2, cadence, due, chair, opened_seq, opened_at,
     closed_seq, closed_at, closed_by, closing, ?2, ?3, ?4, ?5, ?6
    FROM review WHERE review = ?1 AND to_seq IS NULL";
const END: &str =
    "UPDATE review SET to_seq = ?2 WHERE review = ?1 AND to_seq IS NULL AND from_seq < ?2";
const ALL: &str = concat!("SELECT * FROM review WHERE", standing!(), "ORDER BY due DESC, review");
const OPEN: &str =
    concat!("SELECT review FROM review WHERE closed_seq IS NULL AND", standing!(), "ORDER BY due");
const ONE: &str = concat!("SELECT * FROM review WHERE review = ?2 AND", standing!());

/// A review that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub review: ReviewRef,
    /// Of which cadence.
    pub cadence: CadenceId,
    /// When it was due.
    pub due: Moment,
    /// Who chairs it.
    pub chair: PersonRef,
    /// The entry that opened it, and when.
    pub opened: Mark,
    /// Its closing, once it is closed.
    pub closed: Option<Closing>,
    /// The countersignature, once there is one.
    pub countersigned: Option<Countersigning>,
}

/// An entry and its recorded time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
}

/// How a review was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The entry, and when.
    pub mark: Mark,
    /// Who closed it.
    pub by: Actor,
    /// What was counted.
    pub counted: ReviewClosed,
}

/// How a closed review was countersigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countersigning {
    /// The entry, and when.
    pub mark: Mark,
    /// Who countersigned it.
    pub by: Actor,
    /// The key they did it with, where it was on another machine; here it is the entry's.
    pub key: Option<String>,
    /// What they stated.
    pub statement: Option<Text>,
}

impl View<'_> {
    /// Every review that was opened, the latest due first.
    pub fn reviews(&self) -> Result<Vec<Held>, StoreError> {
        self.rows(ALL, [self.seq()], read)
    }

    /// The reviews that are open, by name.
    pub fn open_reviews(&self) -> Result<Vec<ReviewRef>, StoreError> {
        self.rows(OPEN, [self.seq()], |row, _| Ok(ReviewRef::new(get::<String>(row, "review")?)))
    }

    /// One review, once it was opened.
    pub fn held(&self, review: &ReviewRef) -> Result<Option<Held>, StoreError> {
        self.row(ONE, params![self.seq(), review.as_str()], read)
    }

    /// The cadence as it stood when the review was opened: what the review answers.
    pub fn agenda(&self, held: &Held) -> Result<CadenceSet, StoreError> {
        let asked = self.cadence_after(&held.cadence, held.opened.seq)?;
        asked.ok_or_else(|| StoreError::Inconsistent {
            what: format!("{} has no cadence", held.review),
        })
    }

    /// The review as the rules of reviewing need it, once it was opened.
    pub fn review(&self, review: &ReviewRef) -> Result<Option<Review>, StoreError> {
        let Some(held) = self.held(review)? else { return Ok(None) };
        let answers = self.answers(review)?;
        let attendance = self.attendance(review)?;
        Ok(Some(Review {
            review: held.review.clone(),
            cadence: self.agenda(&held)?,
            chair: held.chair,
            stage: held.stage()?,
            answered: answers.into_iter().map(|a| (a.item, a.outcome)).collect(),
            attendance: attendance.into_iter().map(|a| (a.person, a.presence)).collect(),
        }))
    }
}

impl Held {
    fn stage(&self) -> Result<Stage, StoreError> {
        let Some(closing) = &self.closed else { return Ok(Stage::Open) };
        let Actor::Person(by) = closing.by else {
            return Err(StoreError::Inconsistent {
                what: format!("{} closed itself", self.review),
            });
        };
        let countersigned = self.countersigned.is_some();
        Ok(Stage::Closed { by, entry: closing.mark.seq, countersigned })
    }
}

pub(crate) fn opened(conn: &Connection, act: &Act, event: &ReviewOpened) -> Result<(), StoreError> {
    let ReviewOpened { review, cadence, due, chair } = event;
    conn.prepare_cached(END)?.execute(params![review.as_str(), act.n()])?;
    conn.prepare_cached(OPENED)?.execute(params![
        review.as_str(),
        act.n(),
        cadence.as_str(),
        due.to_string(),
        chair.to_string(),
        act.at.to_string(),
    ])?;
    Ok(())
}

pub(crate) fn chaired(conn: &Connection, act: &Act, event: &ChairTaken) -> Result<(), StoreError> {
    let review = event.review.as_str();
    let changed =
        conn.prepare_cached(CHAIRED)?.execute(params![review, act.n(), event.to.to_string()])?;
    if changed > 0 {
        conn.prepare_cached(END)?.execute(params![review, act.n()])?;
    }
    Ok(())
}

pub(crate) fn closed(conn: &Connection, act: &Act, event: &ReviewClosed) -> Result<(), StoreError> {
    let (at, by, review) = (act.at.to_string(), act.by.to_string(), event.review.as_str());
    let closing = crate::cell::json(event)?;
    conn.prepare_cached(CLOSED)?.execute(params![review, act.n(), at, by, closing])?;
    conn.prepare_cached(END)?.execute(params![review, act.n()])?;
    Ok(())
}

pub(crate) fn countersigned(
    conn: &Connection,
    act: &Act,
    event: &ReviewCountersigned,
) -> Result<(), StoreError> {
    let (at, review) = (act.at.to_string(), event.review.as_str());
    let (by, key, statement) = match &event.signed {
        None => (act.by.to_string(), None, maybe_text(event.statement.as_ref()).map(str::to_owned)),
        Some(signed) => match elsewhere(act, signed) {
            Some((by, key, statement)) => (by, Some(key), statement),
            None => return Ok(()),
        },
    };
    let given = params![review, act.n(), at, by, key, statement];
    conn.prepare_cached(COUNTERSIGNED)?.execute(given)?;
    conn.prepare_cached(END)?.execute(params![review, act.n()])?;
    Ok(())
}

/// Who signed it, with which key, and where the words lie that they added. One that cannot be read is the
/// verifier's to name.
fn elsewhere(act: &Act, signed: &SignedStatement) -> Option<(String, String, Option<String>)> {
    let statement: Value = serde_json::from_str(&signed.statement).ok()?;
    let field = |name: &str| Some(statement.get(name)?.as_str()?.to_owned());
    let words = statement.get("reason").map(|_| place(act.seq, "/event/signed/statement/reason"));
    let by = field("by").filter(|by| by.parse::<PersonRef>().is_ok())?;
    Some((by, field("key")?, words))
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Held, StoreError> {
    let opened = Mark { seq: get_count(row, "opened_seq")?, at: get_parsed(row, "opened_at")? };
    let closed = match mark(row, "closed_seq", "closed_at")? {
        Some(mark) => Some(Closing {
            mark,
            by: get_parsed(row, "closed_by")?,
            counted: get_json(row, "closing", view)?,
        }),
        None => None,
    };
    let countersigned = match mark(row, "countersigned_seq", "countersigned_at")? {
        Some(mark) => Some(Countersigning {
            mark,
            by: get_parsed(row, "countersigned_by")?,
            key: get(row, "countersigned_key")?,
            statement: get_maybe_text(row, "statement", view)?,
        }),
        None => None,
    };
    Ok(Held {
        review: ReviewRef::new(get::<String>(row, "review")?),
        cadence: CadenceId::new(get::<String>(row, "cadence")?),
        due: get_parsed(row, "due")?,
        chair: get_parsed(row, "chair")?,
        opened,
        closed,
        countersigned,
    })
}

fn mark(row: &Row<'_>, seq: &str, at: &str) -> Result<Option<Mark>, StoreError> {
    let (seq, at) = (get_maybe_count(row, seq)?, get_maybe_parsed(row, at)?);
    Ok(seq.zip(at).map(|(seq, at)| Mark { seq, at }))
}
