//! `permit` and `permit_used`: what decisions allowed outside the register, and each use.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::decision::{DecisionProposed, Permit, PermitUsed, Recorded, Request, Use};
use domain::{Moment, PermitRef};
use rusqlite::{Connection, Row, params};

use super::Table;
use crate::cell::{
    get_count, get_json, get_maybe_count, get_maybe_parsed, get_parsed, get_word, json, read_json,
    spelled, word,
};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "permit",
    ddl: "
CREATE TABLE permit (
    permit TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER,
    decision TEXT NOT NULL,
    kind TEXT NOT NULL,
    workflow TEXT,
    terms TEXT NOT NULL,
    PRIMARY KEY (permit, from_seq)
) STRICT, WITHOUT ROWID;
",
    versioned: true,
};

pub(crate) const USED: Table = Table {
    name: "permit_used",
    ddl: "
CREATE TABLE permit_used (
    seq INTEGER PRIMARY KEY,
    permit TEXT NOT NULL,
    used TEXT NOT NULL
) STRICT;
CREATE INDEX permit_used_permit ON permit_used (permit);
",
    versioned: false,
};

const INSERT: &str = "INSERT OR IGNORE INTO permit
    (permit, from_seq, decision, kind, workflow, terms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const REVOKE: &str =
    "UPDATE permit SET to_seq = ?2 WHERE permit = ?1 AND to_seq IS NULL AND from_seq < ?2";
const INSERT_USED: &str =
    "INSERT OR IGNORE INTO permit_used (seq, permit, used) VALUES (?1, ?2, ?3)";
const ALL: &str = "SELECT permit, from_seq, decision, kind, workflow, terms,
    (SELECT at FROM change WHERE change.seq = from_seq) AS issued_at,
    CASE WHEN to_seq <= ?1 THEN to_seq END AS revoked,
    CASE WHEN to_seq <= ?1 THEN (SELECT at FROM change WHERE change.seq = to_seq) END AS revoked_at
    FROM permit WHERE from_seq <= ?1 ORDER BY from_seq";
const ONE: &str = "SELECT permit, from_seq, decision, kind, workflow, terms,
    (SELECT at FROM change WHERE change.seq = from_seq) AS issued_at,
    CASE WHEN to_seq <= ?1 THEN to_seq END AS revoked,
    CASE WHEN to_seq <= ?1 THEN (SELECT at FROM change WHERE change.seq = to_seq) END AS revoked_at
    FROM permit WHERE permit = ?2 AND from_seq <= ?1 ORDER BY from_seq LIMIT 1";
const USES_OF: &str = "SELECT permit_used.seq, at, used FROM permit_used
    JOIN change ON change.seq = permit_used.seq
    WHERE permit_used.permit = ?2 AND permit_used.seq <= ?1 ORDER BY permit_used.seq";
const USES: &str = "SELECT permit_used.seq, at, used FROM permit_used
    JOIN change ON change.seq = permit_used.seq
    WHERE permit_used.seq <= ?1 ORDER BY permit_used.seq";
/// An exception is about a permit where that brought it about.
const EXCEPTIONS: &str = "SELECT about.seq AS raised FROM about
    JOIN change ON change.seq = about.seq
    WHERE about.reference = ?2 AND about.seq <= ?1 AND change.kind = 'exception.raised'
    ORDER BY about.seq";
const NUMBERED: &str = "SELECT count(DISTINCT permit) AS given FROM permit WHERE from_seq <= ?1";
const MOVED: &str = "SELECT to_seq AS moved FROM permit
    WHERE permit = ?2 AND to_seq > ?3 AND to_seq <= ?1";

impl View<'_> {
    /// Every permit with its uses, in the order they were issued; `day` says on which day of the
    /// workspace an entry was made.
    pub fn permits(&self, day: impl Fn(Moment) -> NaiveDate) -> Result<Vec<Permit>, StoreError> {
        self.permits_with(day, |row, view| get_json(row, "used", view))
    }

    /// The same for who only counts: its uses do not say where the record of them is, as each of these
    /// texts would be a reading of its own.
    pub fn permits_counted(
        &self,
        day: impl Fn(Moment) -> NaiveDate,
    ) -> Result<Vec<Permit>, StoreError> {
        self.permits_with(day, |row, _| read_json(spelled(row, "used")?, "used"))
    }

    fn permits_with(
        &self,
        day: impl Fn(Moment) -> NaiveDate,
        used: impl Fn(&Row<'_>, &View<'_>) -> Result<PermitUsed, StoreError>,
    ) -> Result<Vec<Permit>, StoreError> {
        let mut uses: BTreeMap<PermitRef, Vec<Use>> = BTreeMap::new();
        self.each(USES, [self.seq()], |row, view| {
            let used = used(row, view)?;
            let recorded =
                Recorded { entry: get_count(row, "seq")?, on: day(get_parsed(row, "at")?) };
            uses.entry(used.permit).or_default().push(Use { used, recorded });
            Ok(())
        })?;
        let mut permits = self.rows(ALL, [self.seq()], |row, view| read(row, view, &day))?;
        for permit in &mut permits {
            permit.uses = uses.remove(&permit.permit).unwrap_or_default();
        }
        Ok(permits)
    }

    /// The permit of that reference, with its uses.
    pub fn permit(
        &self,
        permit: PermitRef,
        day: impl Fn(Moment) -> NaiveDate,
    ) -> Result<Option<Permit>, StoreError> {
        let (seq, named) = (self.seq(), permit.to_string());
        let found = self.row(ONE, params![seq, named], |row, view| read(row, view, &day))?;
        let Some(mut found) = found else { return Ok(None) };
        found.uses = self.rows(USES_OF, params![seq, named], |row, view| {
            let used: PermitUsed = get_json(row, "used", view)?;
            Ok(Use {
                used,
                recorded: Recorded {
                    entry: get_count(row, "seq")?,
                    on: day(get_parsed(row, "at")?),
                },
            })
        })?;
        Ok(Some(found))
    }

    /// The entries that raised an exception because of a permit, in order.
    pub fn raised_for(&self, permit: PermitRef) -> Result<Vec<u64>, StoreError> {
        let params = params![self.seq(), permit.to_string()];
        self.rows(EXCEPTIONS, params, |row, _| get_count(row, "raised"))
    }

    /// The reference of the next permit.
    pub fn next_permit(&self) -> Result<PermitRef, StoreError> {
        let given = self.row(NUMBERED, [self.seq()], |row, _| get_count(row, "given"))?;
        Ok(PermitRef::new(u32::try_from(given.unwrap_or(0)).unwrap_or(u32::MAX - 1) + 1))
    }

    /// The entry after `since` that revoked a permit.
    pub fn permit_moved(&self, permit: PermitRef, since: u64) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), permit.to_string(), since.cast_signed()];
        Ok(self.row(MOVED, params, |row, _| get_maybe_count(row, "moved"))?.flatten())
    }
}

pub(crate) fn issued(
    conn: &Connection,
    act: &Act,
    permit: PermitRef,
    proposal: &DecisionProposed,
    request: &Request,
) -> Result<(), StoreError> {
    let Some(terms) = &request.permit else { return Ok(()) };
    conn.prepare_cached(INSERT)?.execute(params![
        permit.to_string(),
        act.n(),
        proposal.decision.to_string(),
        word(&proposal.kind)?,
        request.workflow.map(|workflow| workflow.to_string()),
        json(terms)?,
    ])?;
    Ok(())
}

pub(crate) fn revoked(conn: &Connection, act: &Act, permit: PermitRef) -> Result<(), StoreError> {
    conn.prepare_cached(REVOKE)?.execute(params![permit.to_string(), act.n()])?;
    Ok(())
}

pub(crate) fn used(conn: &Connection, act: &Act, event: &PermitUsed) -> Result<(), StoreError> {
    let params = params![act.n(), event.permit.to_string(), json(event)?];
    conn.prepare_cached(INSERT_USED)?.execute(params)?;
    Ok(())
}

/// A permit without its uses.
fn read(
    row: &Row<'_>,
    view: &View<'_>,
    day: impl Fn(Moment) -> NaiveDate,
) -> Result<Permit, StoreError> {
    let revoked: Option<Moment> = get_maybe_parsed(row, "revoked_at")?;
    let revoked = get_maybe_count(row, "revoked")?.zip(revoked);
    Ok(Permit {
        permit: get_parsed(row, "permit")?,
        decision: get_parsed(row, "decision")?,
        kind: get_word(row, "kind")?,
        workflow: get_maybe_parsed(row, "workflow")?,
        terms: get_json(row, "terms", view)?,
        entry: get_count(row, "from_seq")?,
        from: day(get_parsed(row, "issued_at")?),
        revoked: revoked.map(|(entry, at)| Recorded { entry, on: day(at) }),
        uses: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Store;

    #[test]
    fn the_uses_of_one_permit_are_found_without_reading_those_of_others() {
        let store = Store::in_memory("w").unwrap();
        let mut plan = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {USES_OF}")).unwrap();
        let steps = plan.query_map(params![9, "PRM-0001"], |row| row.get::<_, String>("detail"));
        let steps: Vec<String> = steps.unwrap().map(Result::unwrap).collect();
        assert!(steps.iter().any(|step| step.contains("permit_used_permit")), "{steps:?}");
    }
}
