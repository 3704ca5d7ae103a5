//! Which rows are drawn.
//!
//! Nobody chooses: rows stand in the order of a digest of the seed and the row's hash, and the first
//! so many are drawn. Whoever knows the seed and the rows can draw them again.

/// A SHA-256, taken by whoever calls: for a row of a draw, that of seed and row hash.
pub type Digest = [u8; 32];

/// A row with the digest that orders it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sealed {
    /// SHA-256 of seed and row hash.
    pub digest: Digest,
    /// The row's number in its batch, from 1.
    pub row: u64,
}

/// A row that was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Its place in the draw, from 1.
    pub place: u64,
    /// Its number in its batch.
    pub row: u64,
    /// The digest that put it there.
    pub digest: Digest,
}

/// The first rows in the order of their digests, ties by row number, of rows that come in any order and
/// number: holds little more than it gives. Where more are wanted, the same order goes on.
#[derive(Clone, Debug)]
pub struct First {
    take: usize,
    rows: Vec<Sealed>,
}

impl First {
    /// Nothing yet, of which the first `take` are wanted.
    pub fn of(take: u64) -> Self {
        Self { take: usize::try_from(take).unwrap_or(usize::MAX), rows: Vec::new() }
    }

    /// Sees one more row.
    pub fn see(&mut self, row: Sealed) {
        const ROOM: usize = 1024;
        if self.rows.len() >= self.take.saturating_mul(2).max(ROOM) {
            self.cut();
        }
        self.rows.push(row);
    }

    /// The first of what was seen, in order.
    pub fn drawn(mut self) -> Vec<Drawn> {
        self.cut();
        self.rows.sort_unstable();
        placed(self.rows)
    }

    fn cut(&mut self) {
        if self.take < self.rows.len() {
            self.rows.select_nth_unstable(self.take);
            self.rows.truncate(self.take);
        }
    }
}

/// Every k-th of `rows` rows, `take` of them, from a start that the seed gives, going round the end (D.
/// B. Lahiri's circular way), so that each row is as likely as any other: k is `rows / take` rounded
/// down, the start is the seed's first eight bytes as a number, most significant first, modulo `rows`.
/// Row numbers from 1, in the order drawn.
pub fn every_kth(seed: &Digest, rows: u64, take: u64) -> Vec<u64> {
    let take = take.min(rows);
    if take == 0 {
        return Vec::new();
    }
    let k = rows / take;
    let first = seed.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let start = first % rows;
    (0..take).map(|place| (start + place * k) % rows + 1).collect()
}

fn placed(rows: Vec<Sealed>) -> Vec<Drawn> {
    let placed = (1_u64..).zip(rows);
    placed.map(|(place, Sealed { digest, row })| Drawn { place, row, digest }).collect()
}
