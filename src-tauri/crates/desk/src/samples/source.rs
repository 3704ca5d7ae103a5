//! A batch to draw from, and the reading of its rows.

use domain::batch::Field;
use domain::{BatchRef, Refusal};
use ledger::Hash;
use ledger::encoding::from_hex_exact;
use ledger::rows::RowHasher;
use rayon::prelude::*;
use store::tables::batch::Batch;
use store::{Part, View};

use crate::Problem;
use crate::batches::stands;

/// A row of a batch.
pub(super) struct Row<'a> {
    /// Its number, from 1.
    pub number: u64,
    /// Its bytes, as the hash covers them.
    pub bytes: &'a [u8],
}

/// A batch to draw from.
pub(super) struct Source {
    /// The batch.
    pub batch: Batch,
    hasher: RowHasher,
}

impl Source {
    /// The batch of that reference.
    ///
    /// # Errors
    /// `unknown`; `sample-of-purged` where its rows, or what they are hashed under, are gone.
    pub(super) fn of(view: &View<'_>, batch: BatchRef) -> Result<Self, Problem> {
        let batch = stands(view, batch)?;
        let gone = || Refusal::SampleOfPurged { batch: batch.batch };
        if batch.purged.is_some() {
            return Err(gone().into());
        }
        let salt = batch.import.salt.words().and_then(from_hex_exact::<16>).ok_or_else(gone)?;
        Ok(Self { hasher: RowHasher::new(&salt), batch })
    }

    /// Gives each row from the number `from` on, until `each` answers `false`.
    pub(super) fn rows(
        &self,
        view: &View<'_>,
        from: u64,
        mut each: impl FnMut(Row<'_>) -> Result<bool, Problem>,
    ) -> Result<(), Problem> {
        view.ai_actions(self.batch.batch, Part::Taken, from, |number, bytes| {
            each(Row { number, bytes })
        })
    }

    /// The hash of one of its rows.
    pub(super) fn hash(&self, row: &Row<'_>) -> Hash {
        self.hasher.hash(row.number, row.bytes)
    }

    /// Reads every row, on all processors: `read` is given some that follow each other, and `take` in
    /// their order what it made of them. Little more than a MiB of rows is held.
    pub(super) fn read<T: Send>(
        &self,
        view: &View<'_>,
        read: impl Fn(&[Row<'_>]) -> T + Sync,
        mut take: impl FnMut(T),
    ) -> Result<(), Problem> {
        let mut held = Held::default();
        let mut read_held = |held: &Held| {
            let made: Vec<T> = held.rows().par_chunks(SHARE).map(&read).collect();
            made.into_iter().for_each(&mut take);
        };
        self.rows(view, 1, |row| {
            held.add(&row);
            if held.bytes.len() >= TOGETHER {
                read_held(&held);
                held.clear();
            }
            Ok(true)
        })?;
        read_held(&held);
        Ok(())
    }

    /// The place of a field among the cells of its rows.
    ///
    /// # Errors
    /// `sample-no-field` where the log has no such column.
    pub(super) fn place(&self, field: &str) -> Result<usize, Problem> {
        let known = Field::named(field);
        let place = self.batch.import.columns.iter().position(|one| Some(one.field) == known);
        place.ok_or_else(|| {
            let says = format!("{} has no column “{field}”.", self.batch.batch);
            Problem::new("sample-no-field", says)
        })
    }
}

/// Bytes of rows that all processors read together.
const TOGETHER: usize = 1 << 20;
/// Rows that one of them takes at a time.
const SHARE: usize = 512;

/// Rows that wait to be read together: their bytes, and the number and the end of each.
#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    ends: Vec<(u64, usize)>,
}

impl Held {
    fn add(&mut self, row: &Row<'_>) {
        self.bytes.extend_from_slice(row.bytes);
        self.ends.push((row.number, self.bytes.len()));
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let mut begin = 0;
        let row = |(number, end): &(u64, usize)| {
            let bytes = self.bytes.get(begin..*end).unwrap_or_default();
            begin = *end;
            Row { number: *number, bytes }
        };
        self.ends.iter().map(row).collect()
    }
}
