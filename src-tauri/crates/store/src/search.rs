//! Finding entries by words: in their texts, what they are about, what they did, and who signed.
//!
//! No index is kept: an index would hold words that were erased, and reading the words of a hundred
//! thousand entries takes less time than a person notices.

use std::collections::BTreeMap;

use memchr::memchr2_iter;
use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::error::StoreError;
use crate::view::View;

const TEXTS: &str = "SELECT seq, text FROM text WHERE seq <= ?1";
const ABOUT: &str = "SELECT seq, reference FROM about WHERE seq <= ?1";
const ACTS: &str = "SELECT seq, kind, by FROM change WHERE seq <= ?1";

/// Most words that are looked for.
const MOST: usize = 16;

impl View<'_> {
    /// The entries in which every one of `words` is found, whatever its case: in one of the texts,
    /// in a reference it is about, in the event's name, or in whom `signers` names by reference and
    /// words.
    pub fn search(
        &self,
        words: &[String],
        signers: &[(String, String)],
    ) -> Result<Vec<u64>, StoreError> {
        let words: Vec<String> = words.iter().take(MOST).map(|word| word.to_lowercase()).collect();
        let mut found = Found::of(words.len(), crate::entries::count(self.conn)?);
        for sql in [TEXTS, ABOUT] {
            self.look(sql, &mut found, |row| Ok(bits(&words, text(row, 1)?)))?;
        }
        // There are few kinds and few people: each is looked at once.
        let kinds = seen(domain::Event::KINDS.iter().copied(), |kind| bits(&words, &spaced(kind)));
        let named = signers.iter().map(|(by, name)| (by.as_str(), format!("{by} {name}")));
        let named: BTreeMap<&str, u32> = named
            .map(|(by, name)| (by, bits(&words, &name)))
            .filter(|(_, bits)| *bits > 0)
            .collect();
        if !kinds.is_empty() || !named.is_empty() {
            let of = |all: &BTreeMap<&str, u32>, one: &str| all.get(one).copied().unwrap_or(0);
            self.look(ACTS, &mut found, |row| {
                Ok(of(&kinds, text(row, 1)?) | of(&named, text(row, 2)?))
            })?;
        }
        Ok(found.whole())
    }

    fn look(
        &self,
        sql: &str,
        found: &mut Found,
        judge: impl Fn(&Row<'_>) -> Result<u32, StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([self.seq()])?;
        while let Some(row) = rows.next()? {
            let bits = judge(row)?;
            if bits > 0 {
                found.add(row.get::<_, i64>(0)?.cast_unsigned(), bits);
            }
        }
        Ok(())
    }
}

/// What stands in a column; nothing where that is no text.
fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    let ValueRef::Text(text) = row.get_ref(column)? else { return Ok("") };
    Ok(std::str::from_utf8(text).unwrap_or_default())
}

/// Which words were found in which entry, a bit for each; entries stand by their number.
struct Found {
    all: u32,
    entries: Vec<u32>,
}

impl Found {
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

    fn whole(self) -> Vec<u64> {
        // No entry has the number nought.
        let numbered = (0_u64..).zip(self.entries).skip(1);
        numbered.filter(|(_, bits)| *bits == self.all).map(|(seq, _)| seq).collect()
    }
}

fn seen<'k>(
    all: impl Iterator<Item = &'k str>,
    judge: impl Fn(&str) -> u32,
) -> BTreeMap<&'k str, u32> {
    all.map(|one| (one, judge(one))).filter(|(_, bits)| *bits > 0).collect()
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
