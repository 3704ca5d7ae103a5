//! The rows of AI actions that lie in a pack are those that their batches took in. They are read as
//! they come out of the archive, and none is kept.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};

use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use crate::pack;
use crate::primitive::{Hash, sha256};

use super::super::bytes::hex;
use super::super::merkle::Edge;
use super::super::record::{RawText, TextPlace};
use super::super::verdict::FaultCode;
use super::super::walk::Walk;
use super::archive::{self, Archive, File};
use super::whole::Whole;

/// Where an entry holds the salt of a batch.
const SALT: &str = "/event/salt";

/// The texts of salts by their entries, and the entries whose salt is withheld.
struct Salts<'a> {
    here: HashMap<u64, &'a RawText>,
    withheld: HashSet<u64>,
}

impl<'a> Salts<'a> {
    fn of(whole: &'a Whole) -> Self {
        let mut here = HashMap::new();
        // Of two texts for one place the first counts.
        for text in whole.earlier.iter().chain(&whole.texts).filter(|text| text.path == SALT) {
            here.entry(text.seq).or_insert(text);
        }
        let withheld = whole.withheld.iter().filter(|place| place.path == SALT);
        Self { here, withheld: withheld.map(|place| place.seq).collect() }
    }
}

/// Judges every file of rows, as long as `goes_on`.
pub(super) fn check<R: Read + Seek>(
    archive: &Archive,
    zip: &mut ZipArchive<R>,
    whole: &Whole,
    walk: &mut Walk,
    goes_on: impl Fn() -> bool,
) {
    let salts = Salts::of(whole);
    for (path, file) in archive.under(pack::ACTIONS).take_while(|_| goes_on()) {
        if let Err(why) = hold(path, file, zip, (whole, &salts), walk) {
            walk.faults.add(FaultCode::PackRows, None, Some(path), format!("{path} {why}."));
        }
    }
}

/// Whether a file holds the rows of its batch; the error ends a sentence.
fn hold<R: Read + Seek>(
    path: &str,
    file: &File,
    zip: &mut ZipArchive<R>,
    (whole, salts): (&Whole, &Salts<'_>),
    walk: &Walk,
) -> Result<(), String> {
    let name = path.strip_prefix(pack::ACTIONS).and_then(|name| name.strip_suffix(".jsonl"));
    let (place, seq, batch) = name
        .and_then(|name| walk.batches.get(name))
        .ok_or("is named after no batch that the record takes in")?;
    let bound = batch.rows.ok_or_else(|| format!("belongs to entry {seq}, which binds no rows"))?;
    let bare = whole.bare.iter().any(|places| places.contains(place));
    let committed = batch.salt.filter(|_| !bare);
    let salt = committed.and_then(|commitment| salt(*seq, commitment, salts, walk));
    let salt =
        salt.ok_or_else(|| format!("cannot be judged: the salt of entry {seq} is not here"))?;
    let mut rows = Rows::under(&salt);
    archive::again(zip, file, |piece| rows.take(piece))?;
    let (count, root) = rows.end();
    if count != bound.size {
        let taken = bound.size;
        return Err(format!("holds {count} rows, but entry {seq} took in {taken}"));
    }
    match root == bound.root {
        true => Ok(()),
        false => Err(format!("holds other rows than entry {seq} took in")),
    }
}

/// The salt that opens what the batch's entry commits to, where it is here.
fn salt(seq: u64, commitment: Hash, salts: &Salts<'_>, walk: &Walk) -> Option<[u8; 16]> {
    let place = TextPlace { seq, path: SALT.to_owned() };
    if walk.erased.contains_key(&place) || salts.withheld.contains(&seq) {
        return None;
    }
    let text = salts.here.get(&seq)?;
    let opens = text.salt.len() == 16 && sha256(&[&text.salt, &text.text]) == commitment;
    std::str::from_utf8(&text.text).ok().filter(|_| opens).and_then(hex)
}

/// The rows so far: how many, and the edge of the tree over their hashes.
struct Rows {
    /// What every row's hash begins with.
    first: Sha256,
    /// The hash of the row that has begun.
    begun: Option<Sha256>,
    edge: Edge,
}

impl Rows {
    fn under(salt: &[u8; 16]) -> Self {
        let mut first = Sha256::new_with_prefix(b"\0countersign/row/v1\n");
        first.update(salt);
        first.update([0; 28]);
        Self { first, begun: None, edge: Edge::default() }
    }

    /// Takes the next bytes, in which rows may begin and end.
    fn take(&mut self, piece: &[u8]) {
        for part in piece.split_inclusive(|byte| *byte == b'\n') {
            let (row, ends) = match part.strip_suffix(b"\n") {
                Some(row) => (row, true),
                None => (part, false),
            };
            let number = self.edge.size() + 1;
            let begun = self.begun.get_or_insert_with(|| {
                let mut begun = self.first.clone();
                begun.update(number.to_be_bytes());
                begun
            });
            begun.update(row);
            if ends {
                self.finish();
            }
        }
    }

    fn finish(&mut self) {
        if let Some(row) = self.begun.take() {
            self.edge.push(row.finalize().into());
        }
    }

    /// How many rows there were, and the root over their hashes.
    fn end(mut self) -> (u64, Hash) {
        self.finish();
        (self.edge.size(), self.edge.root())
    }
}
