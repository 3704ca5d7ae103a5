//! Whether the entries are all there, once each, in their order.

use std::collections::HashSet;

use super::faults::Faults;
use super::read::Read;
use super::verdict::FaultCode;

/// Checks the numbers of the entries as they were found.
pub(super) fn check(entries: &[Result<Read, String>], faults: &mut Faults) {
    if entries.is_empty() {
        faults.add(FaultCode::RecordEmpty, None, None, "The record holds no entry at all.");
        return;
    }
    let numbers: Vec<Option<u64>> =
        entries.iter().map(|entry| entry.as_ref().ok().map(|entry| entry.seq)).collect();
    let mut seen = HashSet::new();
    let mut highest = 0;
    for (position, number) in numbers.iter().enumerate() {
        // An entry that cannot be read counts as the one that belongs at its place.
        let place = position as u64 + 1;
        let number = number.unwrap_or(place);
        if !seen.insert(number) {
            let sentence =
                format!("Entry {number} stands in the record a second time, at place {place}.");
            faults.add(FaultCode::EntryRepeated, Some(number), None, sentence);
        } else if number < highest {
            let sentence =
                format!("Entry {number} stands behind entry {highest}, at place {place}.");
            faults.add(FaultCode::EntryOrder, Some(number), None, sentence);
        }
        highest = highest.max(number);
    }
    missing(seen, faults);
}

fn missing(seen: HashSet<u64>, faults: &mut Faults) {
    let mut numbers: Vec<u64> = seen.into_iter().collect();
    numbers.sort_unstable();
    let mut next = 1;
    for number in numbers {
        if number > next {
            let (last, lost) = (number - 1, number - next);
            let sentence = match lost {
                1 => format!("Entry {next} is missing."),
                _ => format!("Entries {next} to {last} are missing."),
            };
            faults.add_many(FaultCode::EntryMissing, Some(next), None, lost - 1, sentence);
        }
        next = number.saturating_add(1);
    }
}
