//! What one text says otherwise than another, without what both say.

use similar::{ChangeTag, TextDiff};

/// Texts no longer than this, in characters, are read at a glance and stand whole.
const GLANCE: usize = 240;
/// So many words of what stays are kept beside what changes.
const AROUND: usize = 4;

/// A long text and what was made of it, each with an ellipsis for what stays; none where both are
/// short, or nothing stays that is worth leaving out. Compared word by word, so the same two texts
/// always come to the same.
#[must_use]
pub fn reworded(before: &str, after: &str) -> Option<(String, String)> {
    let is_long = |text: &str| text.chars().nth(GLANCE).is_some();
    if !is_long(before) && !is_long(after) {
        return None;
    }
    let compared = TextDiff::from_words(before, after);
    let changes: Vec<(ChangeTag, &str)> =
        compared.iter_all_changes().map(|change| (change.tag(), change.value())).collect();
    let runs: Vec<&[(ChangeTag, &str)]> = changes.chunk_by(|one, next| one.0 == next.0).collect();
    let (mut was, mut is) = (String::new(), String::new());
    for (place, run) in runs.iter().enumerate() {
        let tokens: Vec<&str> = run.iter().map(|(_, token)| *token).collect();
        match run.first().map(|(tag, _)| *tag) {
            Some(ChangeTag::Delete) => was.push_str(&tokens.concat()),
            Some(ChangeTag::Insert) => is.push_str(&tokens.concat()),
            Some(ChangeTag::Equal) => {
                let stays = shortened(&tokens, place == 0, place + 1 == runs.len());
                was.push_str(&stays);
                is.push_str(&stays);
            }
            None => {}
        }
    }
    (was.len() < before.len() || is.len() < after.len()).then_some((was, is))
}

/// What stays, but for the words beside what changes: before it, after it, or both.
fn shortened(tokens: &[&str], begins: bool, ends: bool) -> String {
    let words: Vec<usize> = tokens
        .iter()
        .enumerate()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|at| at.0)
        .collect();
    let (head, tail) = (if begins { 0 } else { AROUND }, if ends { 0 } else { AROUND });
    if words.len() <= head + tail + 1 {
        return tokens.concat();
    }
    let from = words.get(head).copied().unwrap_or_default();
    let until = words.len().checked_sub(tail).and_then(|place| words.get(place)).copied();
    let kept = tokens.get(..from).unwrap_or_default().concat();
    let rest = until.and_then(|until| tokens.get(until..)).unwrap_or_default().concat();
    let apart = if rest.is_empty() { "" } else { " " };
    format!("{kept}…{apart}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAYS: &str =
        "Calls are recorded only where everybody on them was told at the beginning. ";

    /// A long text with a sentence in its middle.
    fn text(sentence: &str) -> String {
        format!("{}{sentence} {}", STAYS.repeat(3), STAYS.repeat(3).trim_end())
    }

    #[test]
    fn of_a_long_text_only_what_changed_stands_with_a_few_words_around_it() {
        let (was, is) = reworded(&text("Kept for sixty days."), &text("Kept for thirty days."))
            .expect("it is long");
        assert_eq!(was, "… the beginning. Kept for sixty days. Calls are recorded …");
        assert_eq!(is, "… the beginning. Kept for thirty days. Calls are recorded …");
    }

    #[test]
    fn two_changes_far_apart_both_stand() {
        let before = format!("Sixty days. {} Sixty days.", STAYS.repeat(5).trim_end());
        let after = format!("Thirty days. {} Ten days.", STAYS.repeat(5).trim_end());
        let (was, is) = reworded(&before, &after).expect("it is long");
        assert_eq!(was, "Sixty days. Calls are recorded … told at the beginning. Sixty days.");
        assert_eq!(is, "Thirty days. Calls are recorded … told at the beginning. Ten days.");
    }

    #[test]
    fn what_was_only_added_leaves_before_it_where_it_was_put() {
        let (was, is) = reworded(&text(""), &text("Kept for ten days.")).expect("it is long");
        assert!(!was.contains("ten"), "before: {was}");
        assert!(is.contains("Kept for ten days."), "after: {is}");
    }

    #[test]
    fn short_texts_stand_whole() {
        assert_eq!(reworded("Sixty days.", "Thirty days."), None);
    }

    #[test]
    fn texts_that_have_nothing_in_common_stand_whole() {
        assert_eq!(reworded(&"one ".repeat(80), &"two\n".repeat(80)), None);
    }
}
