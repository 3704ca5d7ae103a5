//! Finding entries by words: in their texts, what they are about, what they did, and who signed.
//!
//! No index is kept: an index would hold words that were erased, and reading the words of a hundred
//! thousand entries takes less time than a person notices.

use std::collections::BTreeMap;

use domain::Event;
use memchr::memchr2_iter;
use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::error::StoreError;
use crate::tables::change::Filter;
use crate::view::View;

const TEXTS: &str = "SELECT seq, text FROM text WHERE seq BETWEEN ?1 AND ?2";
const ABOUT: &str = "SELECT seq, reference FROM about WHERE seq BETWEEN ?1 AND ?2";
const ACTS: &str = "SELECT seq, kind, by FROM change WHERE seq BETWEEN ?1 AND ?2";

/// Most words that are looked for.
const MOST: usize = 16;
/// Entries that are read before it is asked whether enough were found.
const STRETCH: u64 = 5000;

impl View<'_> {
    /// The entries in which every one of `words` is found, whatever its case: in one of the texts,
    /// in a reference it is about, in the event's name, or in whom `signers` names by reference and
    /// words. The newest stand first; what `filter` has no use for may be missing.
    pub fn search(
        &self,
        words: &[String],
        signers: &[(String, String)],
        filter: &Filter,
    ) -> Result<Vec<u64>, StoreError> {
        let words: Vec<String> = words.iter().take(MOST).map(|word| word.to_lowercase()).collect();
        let last = crate::entries::count(self.conn)?.min(self.seq().cast_unsigned());
        let last = filter.before.map_or(last, |before| last.min(before.saturating_sub(1)));
        let enough = filter.newest().and_then(|newest| usize::try_from(newest).ok());
        let mut marks = Marks::of(words.len(), last);
        // What entries are about is kept by reference: it can only be read whole.
        self.look(ABOUT, (1, last), &mut marks, |row| Ok(bits(&words, text(row, 1)?)))?;
        let acts = Acts::of(&words, signers);
        let (mut found, mut last) = (Vec::new(), last);
        while last > 0 && enough.is_none_or(|enough| found.len() < enough) {
            let stretch = (last.saturating_sub(STRETCH) + 1, last);
            self.look(TEXTS, stretch, &mut marks, |row| Ok(bits(&words, text(row, 1)?)))?;
            if !acts.are_none() {
                let judge = |row: &Row<'_>| Ok(acts.bits(text(row, 1)?, text(row, 2)?));
                self.look(ACTS, stretch, &mut marks, judge)?;
            }
            found.extend((stretch.0..=last).rev().filter(|seq| marks.are_whole(*seq)));
            last = stretch.0 - 1;
        }
        Ok(found)
    }

    fn look(
        &self,
        sql: &str,
        (first, last): (u64, u64),
        marks: &mut Marks,
        judge: impl Fn(&Row<'_>) -> Result<u32, StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([first.cast_signed(), last.cast_signed()])?;
        while let Some(row) = rows.next()? {
            let bits = judge(row)?;
            if bits > 0 {
                marks.add(row.get::<_, i64>(0)?.cast_unsigned(), bits);
            }
        }
        Ok(())
    }
}

/// Which words the kinds of events and those who signed hold. There are few: each is looked at once.
struct Acts<'w> {
    kinds: BTreeMap<&'w str, u32>,
    signers: BTreeMap<&'w str, u32>,
}

impl<'w> Acts<'w> {
    fn of(words: &[String], signers: &'w [(String, String)]) -> Self {
        let kinds = Event::KINDS.iter().map(|kind| (*kind, spaced(kind)));
        let named = signers.iter().map(|(by, name)| (by.as_str(), format!("{by} {name}")));
        Self { kinds: seen(words, kinds), signers: seen(words, named) }
    }

    fn are_none(&self) -> bool {
        self.kinds.is_empty() && self.signers.is_empty()
    }

    fn bits(&self, kind: &str, by: &str) -> u32 {
        let of = |all: &BTreeMap<&str, u32>, one: &str| all.get(one).copied().unwrap_or(0);
        of(&self.kinds, kind) | of(&self.signers, by)
    }
}

fn seen<'w>(
    words: &[String],
    all: impl Iterator<Item = (&'w str, String)>,
) -> BTreeMap<&'w str, u32> {
    all.map(|(one, said)| (one, bits(words, &said))).filter(|(_, bits)| *bits > 0).collect()
}

/// What stands in a column; nothing where that is no text.
fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    let ValueRef::Text(text) = row.get_ref(column)? else { return Ok("") };
    Ok(std::str::from_utf8(text).unwrap_or_default())
}

/// Which words were found in which entry, a bit for each; entries stand by their number.
struct Marks {
    all: u32,
    entries: Vec<u32>,
}

impl Marks {
    fn of(words: usize, last: u64) -> Self {
        let entries = vec![0; usize::try_from(last).unwrap_or(0).saturating_add(1)];
        Self { all: (0..words).fold(0, |all, _| all << 1 | 1), entries }
    }

    fn add(&mut self, seq: u64, bits: u32) {
        let place = usize::try_from(seq).ok().and_then(|at| self.entries.get_mut(at));
        if let Some(place) = place {
            *place |= bits;
        }
    }

    fn are_whole(&self, seq: u64) -> bool {
        let marks = usize::try_from(seq).ok().and_then(|at| self.entries.get(at));
        marks.is_some_and(|bits| *bits == self.all)
    }
}

/// An event's name as people write it, and as the ledger does.
fn spaced(kind: &str) -> String {
    format!("{kind} {}", kind.replace(['.', '-'], " "))
}

/// A bit for each of the `words`, which are in small letters, that stands in `text`.
fn bits(words: &[String], text: &str) -> u32 {
    let small;
    let text = if text.is_ascii() {
        text
    } else {
        small = text.to_lowercase();
        &small
    };
    let has = |word: &String| contains(text.as_bytes(), word.as_bytes());
    words.iter().enumerate().fold(0, |all, (at, word)| all | u32::from(has(word)) << at)
}

/// Whether `text` holds `word`, which is in small letters, whatever the case of its Latin ones.
fn contains(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    let (small, capital) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    memchr2_iter(small, capital, text)
        .filter_map(|at| text.get(at..at.checked_add(word.len())?))
        .any(|part| part.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_case_and_script() {
        for (word, text, expected) in [
            ("score", "Lead SCORE drifted", 1),
            ("größe", "Die GRÖSSE und die GRÖßE", 1),
            ("über", "ÜBERSICHT", 1),
            ("线索", "潜在线索评分", 1),
            ("scores", "Lead score", 0),
            ("", "anything", 1),
        ] {
            assert_eq!(bits(&[word.to_owned()], text), expected, "“{word}” in “{text}”");
        }
    }
}
