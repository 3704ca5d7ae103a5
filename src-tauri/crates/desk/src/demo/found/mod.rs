//! What the reviews found other than plainly fine, in the words of who chaired them.

pub(in crate::demo) mod audits;
mod calls;
mod models;
mod watches;

use domain::review::Outcome;

/// What an item came to: in the review of a cadence that falls in a week, or covers it, and for a
/// daily one on a day of it.
pub struct Found {
    pub cadence: &'static str,
    pub week: i64,
    pub day: i64,
    pub item: &'static str,
    pub outcome: Outcome,
    pub note: &'static str,
}

/// All of it; what is not here was fine and went without a word.
pub fn found() -> impl Iterator<Item = &'static Found> {
    let parts = [calls::IN_CALLS, watches::IN_WATCHES, models::IN_MODEL_REVIEWS, audits::IN_AUDITS];
    parts.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use domain::workspace::startup::cadences;

    use super::super::actions::ITEMS;
    use super::*;

    #[test]
    fn everything_told_belongs_to_a_question_that_is_asked() {
        let cadences = cadences(Tz::Europe__Berlin, "2026-11-18".parse().unwrap(), 1);
        let asked = |cadence: &str, item: &str| {
            let set = cadences.iter().find(|set| set.cadence.as_str() == cadence);
            set.is_some_and(|set| set.checklist.iter().any(|asked| asked.item.as_str() == item))
        };
        for found in found() {
            assert!(
                asked(found.cadence, found.item),
                "{}: nobody asks {}",
                found.cadence,
                found.item
            );
        }
        for item in ITEMS {
            assert!(asked(item.cadence, item.item), "{}: nobody asks {}", item.cadence, item.item);
        }
    }
}
