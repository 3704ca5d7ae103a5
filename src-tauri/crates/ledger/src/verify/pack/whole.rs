//! The whole record: what a pack holds of it, behind what earlier packs hold.

use std::ops::Range;

use crate::Head;
use crate::primitive::Hash;

use super::super::merkle::{Forest, leaf};
use super::super::record::{RawEntry, RawText, TextPlace};
use super::files::Held;
use super::seal::Seal;

/// A record put together from one pack or several.
#[derive(Default)]
pub(super) struct Whole {
    pub entries: Vec<RawEntry>,
    /// Texts that earlier packs hold.
    pub earlier: Vec<RawText>,
    /// Texts of the last pack.
    pub texts: Vec<RawText>,
    pub withheld: Vec<TextPlace>,
    /// Places, from 0, of entries that came without texts.
    pub bare: Vec<Range<usize>>,
    /// How many entries stand in front of those that the last pack is about.
    pub since: usize,
    /// The last entry that it is about.
    pub upto: usize,
    /// The export of the last pack.
    pub seal: Option<Seal>,
}

impl Whole {
    /// The record of a pack, of which this is what was given before it. The error says, in a
    /// sentence, why the pack does not go on from here.
    pub(super) fn followed_by(self, held: Held) -> Result<Self, String> {
        let Held { since, entries, between, texts, withheld, sealed } = held;
        let mut whole = match since {
            None => Self::default(),
            Some(since) => self.cut(since)?,
        };
        whole.since = whole.entries.len();
        whole.entries.extend(entries);
        whole.upto = whole.entries.len();
        whole.entries.extend(between);
        if whole.entries.len() > whole.upto {
            whole.bare.push(whole.upto..whole.entries.len());
        }
        whole.texts = texts;
        whole.withheld.extend(withheld);
        if let Some(sealed) = sealed {
            let index = whole.entries.len() as u64;
            let (seq, upto) = (index + 1, whole.upto as u64);
            let leaf = leaf(&sealed.entry.body, &sealed.entry.signature);
            whole.seal = Some(Seal { leaf, index, upto, since });
            whole.entries.push(sealed.entry);
            whole.texts.extend(sealed.texts.into_iter().map(|text| text.raw(seq)));
            let left = sealed.withheld.into_iter().map(|path| TextPlace { seq, path });
            whole.withheld.extend(left);
        }
        Ok(whole)
    }

    /// Its first entries, up to a head, and their texts.
    fn cut(mut self, head: Head) -> Result<Self, String> {
        let found = self.entries.len();
        let size = usize::try_from(head.size).unwrap_or(usize::MAX);
        if found == 0 {
            return Err(format!(
                "The pack goes on after entry {size} and does not hold what was before. Give the \
                 earlier pack that does as well: one whose record has the head {head}. A pack whose \
                 zip is refused when it is verified on its own holds nothing here."
            ));
        }
        if found < size {
            return Err(format!(
                "The pack goes on after entry {size}, but the earlier packs given end with entry \
                 {found}. Give the one whose record has the head {head} as well."
            ));
        }
        if root(&self.entries, size) != Some(head.root) {
            return Err(format!(
                "The pack goes on after the head {head}, but the first {size} entries of the \
                 earlier packs given are others. Give the pack whose record has that head."
            ));
        }
        self.entries.truncate(size);
        self.earlier.append(&mut self.texts);
        self.earlier.retain(|text| text.seq <= head.size);
        self.withheld.retain(|place| place.seq <= head.size);
        for places in &mut self.bare {
            places.end = places.end.min(size);
        }
        Ok(Self { seal: None, ..self })
    }
}

fn root(entries: &[RawEntry], size: usize) -> Option<Hash> {
    let mut forest = Forest::default();
    forest.grow(entries.iter().take(size).map(|entry| leaf(&entry.body, &entry.signature)));
    forest.root(size)
}
