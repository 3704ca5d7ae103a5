//! Whether the entries are all there, once each, in their order.

use std::collections::BTreeSet;

use super::faults::Faults;
use super::verdict::FaultCode;

/// The numbers of the entries so far, as they were found.
#[derive(Debug, Default)]
pub(super) struct Order {
    seen: Numbers,
    highest: u64,
    faults: Faults,
}

impl Order {
    /// Takes the number of the entry at `place`, counted from 1. An entry that cannot be read has
    /// none, and counts as the one that belongs there.
    pub(super) fn take(&mut self, place: u64, number: Option<u64>) {
        let number = number.unwrap_or(place);
        if !self.seen.insert(number) {
            let sentence =
                format!("Entry {number} stands in the record a second time, at place {place}.");
            self.faults.add(FaultCode::EntryRepeated, Some(number), None, sentence);
        } else if number < self.highest {
            let highest = self.highest;
            let sentence =
                format!("Entry {number} stands behind entry {highest}, at place {place}.");
            self.faults.add(FaultCode::EntryOrder, Some(number), None, sentence);
        }
        self.highest = self.highest.max(number);
    }

    /// No more entries come: says which never did.
    pub(super) fn end(mut self) -> Faults {
        if self.highest == 0 {
            let sentence = "The record holds no entry at all.";
            self.faults.add(FaultCode::RecordEmpty, None, None, sentence);
        }
        let mut next = self.seen.upto + 1;
        for number in self.seen.beyond {
            if number > next {
                let (last, lost) = (number - 1, number - next);
                let sentence = match lost {
                    1 => format!("Entry {next} is missing."),
                    _ => format!("Entries {next} to {last} are missing."),
                };
                let code = FaultCode::EntryMissing;
                self.faults.add_many(code, Some(next), None, lost - 1, sentence);
            }
            next = number.saturating_add(1);
        }
        self.faults
    }
}

/// A set of numbers from 1 that takes no memory while they come without gaps.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// All up to this one are in the set.
    upto: u64,
    beyond: BTreeSet<u64>,
}

impl Numbers {
    /// Whether the number was not in the set yet.
    pub(super) fn insert(&mut self, number: u64) -> bool {
        if number <= self.upto {
            return false;
        }
        if number > self.upto + 1 {
            return self.beyond.insert(number);
        }
        self.upto = number;
        while self.beyond.first() == Some(&(self.upto + 1)) {
            self.beyond.pop_first();
            self.upto += 1;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_gaps_are_kept_as_one_and_others_one_by_one() {
        let mut numbers = Numbers::default();
        for (number, new) in [(1, true), (3, true), (4, true), (3, false), (2, true), (2, false)] {
            assert_eq!(numbers.insert(number), new, "{number} in {numbers:?}");
        }
        assert_eq!((numbers.upto, numbers.beyond.len()), (4, 0), "the gap at 2 was filled");
        assert!(numbers.insert(u64::MAX), "the largest number is one like any other");
        assert!(!numbers.insert(4), "what lies below the gap is still known");
    }
}
