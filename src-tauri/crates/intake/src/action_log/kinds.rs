//! The words of a log's action column, and which kind of action each is read as.

use std::collections::{BTreeMap, HashMap};

use domain::population::kind_named;
use domain::workflow::ActionKind;

use crate::map::split_camel;
use crate::words::plain;

/// Words somebody may read as kinds, and words read as kinds in one log, at most so many.
pub const MOST_KINDS: usize = 1_000;
/// Words told apart, at most so many; rows of others are only counted.
const MOST_WORDS: usize = 10_000;
/// The longest word that is told apart, in bytes: none longer names what was done.
const LONGEST: usize = 200;

/// A word of the action column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindWord {
    /// As it stands in the file.
    pub word: String,
    /// Rows taken in that say it.
    pub rows: u64,
    /// The kind that it is read as; none where it is nothing the register knows, or is to stay as it
    /// stands.
    pub kind: Option<ActionKind>,
    /// Whether the kind's id is kept in its place.
    pub replaced: bool,
}

/// What a log's actions came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KindsSeen {
    /// The words that rows taken in say, the most frequent first.
    pub words: Vec<KindWord>,
    /// Rows taken in whose kind of action the register knows.
    pub known: u64,
}

/// Reads the words of one log's action column.
pub(super) struct Kinds<'o> {
    told: &'o BTreeMap<String, Option<ActionKind>>,
    places: HashMap<String, usize>,
    words: Vec<Word>,
    replaced: usize,
    known: u64,
}

struct Word {
    rows: u64,
    kind: Option<ActionKind>,
    replaced: bool,
    /// Whether population tests know the kind of action of a row that says it.
    known: bool,
}

impl<'o> Kinds<'o> {
    pub(super) fn new(told: &'o BTreeMap<String, Option<ActionKind>>) -> Self {
        Self { told, places: HashMap::new(), words: Vec::new(), replaced: 0, known: 0 }
    }

    /// The place of a word among those told apart, for [`Self::instead`] and [`Self::saw`].
    pub(super) fn place(&mut self, cell: &str) -> Option<usize> {
        if let Some(place) = self.places.get(cell) {
            return Some(*place);
        }
        if cell.is_empty() || cell.len() > LONGEST {
            return None;
        }
        let mut word = self.read(cell);
        // What is put in a word's place is on the record, so there is an end to it.
        if word.replaced && self.replaced >= MOST_KINDS {
            word = Word { rows: 0, kind: None, replaced: false, known: false };
        }
        let is_told = self.told.contains_key(cell);
        if self.words.len() >= MOST_WORDS && !is_told && !word.known {
            return None;
        }
        self.replaced += usize::from(word.replaced);
        let place = self.words.len();
        self.words.push(word);
        self.places.insert(cell.to_owned(), place);
        Some(place)
    }

    fn read(&self, cell: &str) -> Word {
        // As it stands, population tests take it for this.
        let own = kind_named(cell);
        let kind = match self.told.get(cell) {
            Some(told) => *told,
            None => kind_of(cell),
        };
        let replaced = kind.is_some() && own != kind;
        Word { rows: 0, kind, replaced, known: kind.or(own).is_some() }
    }

    /// The kind whose id stands in the place of a word.
    pub(super) fn instead(&self, place: usize) -> Option<ActionKind> {
        let word = self.words.get(place).filter(|word| word.replaced)?;
        word.kind
    }

    /// A row that says the word was taken in.
    pub(super) fn saw(&mut self, place: Option<usize>) {
        if let Some(word) = place.and_then(|place| self.words.get_mut(place)) {
            word.rows += 1;
            self.known += u64::from(word.known);
        }
    }

    pub(super) fn seen(self) -> KindsSeen {
        let Self { places, words: known_words, known, .. } = self;
        let words = places.into_iter().filter_map(|(word, place)| {
            let Word { rows, kind, replaced, .. } = known_words.get(place)?;
            Some(KindWord { word, rows: *rows, kind: *kind, replaced: *replaced })
        });
        let mut words: Vec<KindWord> = words.filter(|word| word.rows > 0).collect();
        words.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.word.cmp(&b.word)));
        KindsSeen { words, known }
    }
}

/// The kind of action a word names: its id or its words, in any case and with any separators.
pub fn kind_of(word: &str) -> Option<ActionKind> {
    let says = |words: &str| {
        ActionKind::ALL.iter().copied().find(|kind| {
            words.eq_ignore_ascii_case(kind.words()) || words.split(' ').eq(kind.id().split('-'))
        })
    };
    says(&plain(word)).or_else(|| says(&plain(&split_camel(word))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_id_or_words_in_any_case_and_with_any_separators() {
        use ActionKind::{MergeRecords, SendExternalMessage};
        for (word, expected) in [
            ("send-external-message", Some(SendExternalMessage)),
            ("Send external message", Some(SendExternalMessage)),
            ("SEND_EXTERNAL_MESSAGE", Some(SendExternalMessage)),
            ("sendExternalMessage", Some(SendExternalMessage)),
            ("send:external:message", Some(SendExternalMessage)),
            ("Merge or normalise records", Some(MergeRecords)),
            ("merge.records", Some(MergeRecords)),
            ("send", None),
            ("execute_tool", None),
            ("", None),
        ] {
            assert_eq!(kind_of(word), expected, "{word:?}");
        }
    }

    #[test]
    fn no_more_words_are_told_apart_and_replaced_than_may_be() {
        let told: BTreeMap<String, Option<ActionKind>> =
            [("late".to_owned(), Some(ActionKind::Publish))].into();
        let mut kinds = Kinds::new(&told);
        for n in 0..MOST_WORDS + 5 {
            let place = kinds.place(&format!("activity {n}"));
            kinds.saw(place);
        }
        assert_eq!(kinds.words.len(), MOST_WORDS, "memory has an end");
        for word in ["late", "send:external:message"] {
            let place = kinds.place(word);
            assert!(place.and_then(|place| kinds.instead(place)).is_some(), "{word} is read yet");
            kinds.saw(place);
        }
        assert_eq!(kinds.place(&"x".repeat(LONGEST + 1)), None, "no word at all");
        assert_eq!(kinds.seen().known, 2, "the two that name a kind");
    }
}
