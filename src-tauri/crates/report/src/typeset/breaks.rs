//! Where a line may end.
//!
//! At spaces, never inside a reference, a time, a day and its month, or a figure and its unit; and between the
//! characters of scripts that write without spaces, where UAX 14 knows the places.

use std::collections::BTreeSet;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_script::{Script, UnicodeScript};

/// Words that stay with the figure before them.
const UNITS: [&str; 20] = [
    "%", "‰", "h", "min", "s", "ms", "d", "pt", "mm", "cm", "m", "kB", "MB", "GB", "pp", "€",
    "EUR", "USD", "a.m.", "p.m.",
];

/// Months, in short and in full; they stay with the day before them.
const MONTHS: [&str; 23] = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Byte places of `text` at which a new line may begin, in order.
pub(super) fn openings(text: &str) -> BTreeSet<usize> {
    let between = linebreaks(text)
        .filter(|(at, kind)| *kind == BreakOpportunity::Allowed && *at < text.len())
        .map(|(at, _)| at)
        .filter(|at| {
            let (before, after) = text.split_at(*at);
            let sides = [before.chars().next_back(), after.chars().next()];
            sides.into_iter().flatten().any(is_spaceless)
        });
    let after_spaces = text.match_indices(' ').map(|(at, _)| at + 1).filter(|at| {
        let (before, after) = text.split_at(*at);
        !after.is_empty() && !after.starts_with([' ', '\n']) && !binds(before, after)
    });
    between.chain(after_spaces).collect()
}

/// True between a figure and its unit, a day and its month, and before a percent sign whatever it follows.
pub(super) fn binds(before: &str, after: &str) -> bool {
    let word = after.split([' ', '\n']).next().unwrap_or_default();
    let word = word.trim_end_matches([',', ';', ':', ')']);
    let figure = before.trim_end_matches(' ');
    if figure.len() + 1 != before.len() || !figure.ends_with(|c: char| c.is_ascii_digit()) {
        return word == "%";
    }
    if MONTHS.contains(&word.trim_end_matches('.')) {
        let digits = figure.chars().rev().take_while(char::is_ascii_digit).count();
        return digits <= 2;
    }
    UNITS.contains(&word) || word.strip_suffix('.').is_some_and(|word| UNITS.contains(&word))
}

fn is_spaceless(letter: char) -> bool {
    matches!(
        letter.script(),
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Bopomofo
            | Script::Yi
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
            | Script::Tibetan
    ) || matches!(letter, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut ends = openings(text);
        ends.insert(text.len());
        let mut from = 0;
        ends.into_iter().map(|to| &text[std::mem::replace(&mut from, to)..to]).collect()
    }

    #[test]
    fn references_times_and_figures_with_units_stay_whole() {
        let cases: [(&str, &[&str]); 7] = [
            ("approved, 7 Jul. or 1640 May", &["approved, ", "7 Jul. ", "or ", "1640 ", "May"]),
            ("Drafts rejected %", &["Drafts ", "rejected %"]),
            ("see WEEKLY-2026-W39 now", &["see ", "WEEKLY-2026-W39 ", "now"]),
            ("10:00 to 10:58", &["10:00 ", "to ", "10:58"]),
            ("after 48 h, late", &["after ", "48 h, ", "late"]),
            ("Data/engineering team", &["Data/engineering ", "team"]),
            ("12 of 13", &["12 ", "of ", "13"]),
        ];
        for (text, wanted) in cases {
            assert_eq!(parts(text), wanted, "{text}");
        }
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_its_full_stop() {
        assert_eq!(parts("客户评分。"), ["客", "户", "评", "分。"]);
    }
}
