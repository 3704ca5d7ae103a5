//! Autonomy tier and write stage, from the words and numbers people write.

use domain::workflow::{Tier, WriteStage};

use crate::words::{Found, Synonyms, find, plain, spoken_of};

/// The tier of that number, as written.
fn numbered(number: &str) -> Option<Tier> {
    number.parse().ok().and_then(Tier::from_number)
}

const TIERS: &Synonyms<Tier> = &[
    (
        Tier::Suggest,
        &[
            "suggest",
            "suggests",
            "suggestion",
            "suggestions",
            "suggest only",
            "advise",
            "advises",
            "advisory",
            "recommend",
            "recommends",
            "recommend only",
            "i",
            "tier i",
        ],
    ),
    (
        Tier::Draft,
        &[
            "draft",
            "drafts",
            "draft only",
            "draft mode",
            "drafting",
            "prepare",
            "prepares",
            "ii",
            "tier ii",
        ],
    ),
    (
        Tier::ExecuteWithApproval,
        &[
            "execute with approval",
            "executes with approval",
            "with approval",
            "approval required",
            "requires approval",
            "approval",
            "act with approval",
            "iii",
            "tier iii",
        ],
    ),
    (
        Tier::ExecuteAutonomously,
        &[
            "execute autonomously",
            "executes autonomously",
            "autonomous",
            "autonomously",
            "fully autonomous",
            "auto",
            "full auto",
            "fully automated",
            "automatic",
            "automated",
            "unattended",
            "iv",
            "tier iv",
        ],
    ),
];

pub(super) const WRITE_STAGES: &Synonyms<WriteStage> = &[
    (
        WriteStage::ReadOnlyAssist,
        &[
            "read only assist",
            "read only",
            "readonly",
            "read",
            "assist",
            "no write",
            "no writes",
            "no write access",
            "does not write",
        ],
    ),
    (
        WriteStage::DraftMode,
        &["draft mode", "draft", "drafts", "draft write", "suggested edits", "human accepts"],
    ),
    (
        WriteStage::ConditionalWrite,
        &[
            "conditional write",
            "conditional",
            "conditionally",
            "validated write",
            "limited write",
            "restricted write",
        ],
    ),
    (
        WriteStage::AutomatedWrite,
        &[
            "automated write",
            "automated",
            "automatic write",
            "automatic",
            "auto",
            "auto write",
            "autonomous write",
            "full write",
            "direct write",
        ],
    ),
];

/// Reads a tier: a number, a word, or both if they agree ("3 - Execute with approval").
pub(super) fn tier(cell: &str) -> Found<Tier> {
    let words = plain(cell);
    let mut tokens = words.split(' ').skip_while(|t| matches!(*t, "autonomy" | "tier" | "level"));
    let first = tokens.next().unwrap_or_default();
    let digits = ["tier", "level", "t", "l"]
        .iter()
        .find_map(|prefix| first.strip_prefix(prefix))
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(first);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return find(TIERS, cell);
    }
    let Some(stated) = numbered(digits) else { return Found::Unknown };
    let rest: Vec<&str> = tokens.collect();
    // Spreadsheets turn a column of whole numbers into 3.0.
    if rest == ["0"] {
        return Found::Known(stated);
    }
    if let Some(other) = rest.iter().find_map(|token| numbered(token)) {
        return if other == stated { Found::Known(stated) } else { Found::Both(stated, other) };
    }
    let spoken = spoken_of(TIERS, &rest.join(" "));
    match spoken.iter().find(|other| **other != stated) {
        Some(other) if !spoken.contains(&stated) => Found::Both(stated, *other),
        Some(_) | None => Found::Known(stated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_are_read_from_the_numbers_and_words_people_write() {
        use Tier::{Draft, ExecuteAutonomously, ExecuteWithApproval, Suggest};
        let cases = [
            ("1", Found::Known(Suggest)),
            ("Tier 3", Found::Known(ExecuteWithApproval)),
            ("tier-2", Found::Known(Draft)),
            ("T4", Found::Known(ExecuteAutonomously)),
            ("L1", Found::Known(Suggest)),
            ("Tier3", Found::Known(ExecuteWithApproval)),
            ("3.0", Found::Known(ExecuteWithApproval)),
            ("٣", Found::Known(ExecuteWithApproval)),
            ("３", Found::Known(ExecuteWithApproval)),
            ("Tier III", Found::Known(ExecuteWithApproval)),
            ("3 - Execute with approval", Found::Known(ExecuteWithApproval)),
            ("Tier 2: Draft (human approval needed)", Found::Known(Draft)),
            ("Tier 3 (48 h timebox)", Found::Known(ExecuteWithApproval)),
            ("4 – something of our own", Found::Known(ExecuteAutonomously)),
            ("Suggest", Found::Known(Suggest)),
            ("draft mode", Found::Known(Draft)),
            ("auto", Found::Known(ExecuteAutonomously)),
            ("Fully autonomous (weekdays)", Found::Known(ExecuteAutonomously)),
            ("1 - Fully autonomous", Found::Both(Suggest, ExecuteAutonomously)),
            ("2-3", Found::Both(Draft, ExecuteWithApproval)),
            ("Suggest, later autonomous", Found::Both(Suggest, ExecuteAutonomously)),
            ("0", Found::Unknown),
            ("5", Found::Unknown),
            ("13", Found::Unknown),
            ("Turbo", Found::Unknown),
            ("not autonomous", Found::Unknown),
        ];
        for (cell, expected) in cases {
            assert_eq!(tier(cell), expected, "tier written as {cell:?}");
        }
    }

    #[test]
    fn write_stages_are_read_from_the_words_people_write() {
        use WriteStage::{AutomatedWrite, ConditionalWrite, DraftMode, ReadOnlyAssist};
        let cases = [
            ("Read-only", Found::Known(ReadOnlyAssist)),
            ("Read-only assist", Found::Known(ReadOnlyAssist)),
            ("Draft mode (human accepts, edits or rejects)", Found::Known(DraftMode)),
            ("Conditional write: low-impact fields", Found::Known(ConditionalWrite)),
            ("auto", Found::Known(AutomatedWrite)),
            ("Read-only (writes drafts: draft mode)", Found::Both(ReadOnlyAssist, DraftMode)),
            ("yes", Found::Unknown),
        ];
        for (cell, expected) in cases {
            assert_eq!(find(WRITE_STAGES, cell), expected, "write stage written as {cell:?}");
        }
    }
}
