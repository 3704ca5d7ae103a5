//! Reading the workspace as it stands, or as it stood after any entry.

use rusqlite::{Connection, Params, Row};

use crate::error::StoreError;
use crate::file::Store;

/// No entry is numbered as high: 2^53 - 1 is the highest there can be.
pub(crate) const FOREVER: u64 = 1 << 53;

/// Which moment a view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// As it stands.
    Now,
    /// As it stood right after this entry.
    Seq(u64),
}

/// The workspace at one moment. Reads the same rows whichever moment that is: each knows from
/// which entry to which it was true.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) seq: u64,
}

impl Store {
    /// The workspace as it stands.
    pub fn now(&self) -> View<'_> {
        View::now(&self.conn)
    }

    /// The workspace at a moment of its past, or now.
    pub fn as_of(&self, as_of: AsOf) -> View<'_> {
        match as_of {
            AsOf::Now => self.now(),
            AsOf::Seq(seq) => View { conn: &self.conn, seq },
        }
    }

    /// Everything that `look` reads of this file is of one moment, however long it takes: what is
    /// written beside it meanwhile shows afterwards. `look` writes nothing.
    pub fn at_one_moment<T>(&self, look: impl FnOnce() -> T) -> Result<T, StoreError> {
        let moment = self.conn.unchecked_transaction()?;
        let seen = look();
        moment.rollback()?;
        Ok(seen)
    }
}

impl<'a> View<'a> {
    pub(crate) fn now(conn: &'a Connection) -> Self {
        Self { conn, seq: FOREVER }
    }

    /// The same workspace right after the entry `seq`.
    pub fn at(&self, seq: u64) -> View<'a> {
        View { conn: self.conn, seq: seq.min(self.seq) }
    }

    /// The same workspace as it stands.
    pub fn latest(&self) -> View<'a> {
        View { conn: self.conn, seq: FOREVER }
    }

    /// Which moment this is.
    pub fn as_of(&self) -> AsOf {
        if self.seq == FOREVER { AsOf::Now } else { AsOf::Seq(self.seq) }
    }

    /// What `?1` stands for in a query: the entry this view stands behind.
    pub(crate) fn seq(&self) -> i64 {
        self.seq.cast_signed()
    }

    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Row<'_>, &Self) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, params, |row, view| {
            found.push(read(row, view)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Hands over one row after the other.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(&Row<'_>, &Self) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            take(row, self)?;
        }
        Ok(())
    }

    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Row<'_>, &Self) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(|row| read(row, self)).transpose()
    }
}
