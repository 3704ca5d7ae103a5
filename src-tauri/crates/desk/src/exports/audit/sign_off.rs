//! The sign-off: the quarter's audit, who closed and who countersigned it.

use domain::review::{Outcome, TierVerdict};
use report::audit::{Cell, Line, Part, Section, State};

use super::super::minutes::seen;
use super::super::quarter::Quarter;
use super::cover::{by_entry, sign_off};
use super::table::{key, part, points, row, share, state, words};
use crate::reviews::{ReviewView, Signature, TierRow};

pub(super) fn section(quarter: &Quarter) -> Section {
    let audit = quarter.audit.as_ref();
    let (_, stands) = sign_off(audit);
    let lines = audit.map(lines).unwrap_or_default();
    let columns = vec![points("", 130), share("", 1)];
    let empty = format!("The audit of {} has not begun, so nothing is signed.", quarter.period);
    let signatures = Part { holds: String::new(), ..part("Signatures", columns, lines, &empty) };
    Section {
        title: "Sign-off".to_owned(),
        holds: String::new(),
        lead: format!("{stands}."),
        parts: std::iter::once(signatures)
            .chain(audit.filter(|audit| audit.closed.is_some()).into_iter().flat_map(found))
            .collect(),
    }
}

fn found(audit: &ReviewView) -> Vec<Part> {
    let judged = audit.items.iter().flat_map(|item| &item.tiers).collect::<Vec<_>>();
    let retiered = (!judged.is_empty()).then(|| retiered(&judged));
    std::iter::once(answered(audit)).chain(retiered).collect()
}

/// The verdict on the tier of each workflow, those that change something first.
fn retiered(judged: &[&TierRow]) -> Part {
    let columns = vec![
        share("Workflow", 5),
        points("Verdict", 92),
        points("The record showed", 92),
        share("Why", 6),
    ];
    let lines = judged.iter().map(|one| {
        let mark = match one.verdict {
            TierVerdict::Keep => State::Fine,
            TierVerdict::Lower | TierVerdict::Retire | TierVerdict::Raise => State::Attention,
        };
        row(vec![
            key(format!("{} {}", one.name, one.workflow)),
            state(mark, &one.word),
            words(&one.shown_word),
            Cell::Written(one.note.clone().unwrap_or_default()),
        ])
    });
    part("Verdicts on tiers", columns, lines.collect(), "")
}

/// What the audit found item by item, with the figures that were on screen when it was answered.
fn answered(audit: &ReviewView) -> Part {
    let columns = vec![
        share("Item", 4),
        points("Outcome", 62),
        share("What was on screen", 8),
        share("What was noted", 8),
    ];
    let lines = audit.items.iter().map(|item| {
        row(vec![
            key(&item.title),
            item.outcome.map_or_else(|| words(""), outcome),
            words(seen(item).join("; ")),
            Cell::Written(item.note.clone().unwrap_or_default()),
        ])
    });
    part("What the audit answered", columns, lines.collect(), "The audit has no item.")
}

fn outcome(found: Outcome) -> Cell {
    match found {
        Outcome::Fine => state(State::Fine, "Fine"),
        Outcome::Attention => state(State::Attention, "Attention"),
        Outcome::Breach => state(State::Breach, "Breach"),
        Outcome::NotApplicable => state(State::NotAsked, "Not applicable"),
    }
}

fn lines(audit: &ReviewView) -> Vec<Line> {
    let fact = |name: &str, says: String| row(vec![words(name), words(says)]);
    let signature = |name: &str, signed: &Option<Signature>, missing: &str| match signed {
        Some(signed) => vec![
            fact(name, format!("{}, {}", signed.name, by_entry(signed))),
            fact("Key, SHA-256", report::in_fours(&signed.fingerprint, 16)),
            fact("Head after it", head(&signed.head)),
        ],
        None => vec![fact(name, missing.to_owned())],
    };
    let mut lines = vec![
        fact("Review", format!("{}, {}", audit.review, audit.name)),
        fact("Chair", audit.chair_name.clone().unwrap_or_default()),
        fact(
            "Took part",
            format!("{} of {} roles, quorum {}", audit.reached, audit.required, audit.quorum),
        ),
    ];
    lines.extend(signature("Closed by", &audit.closed, "Not closed yet"));
    if let Some(role) = &audit.countersigned_by {
        let missing = format!("Waits for the {}", role.to_lowercase());
        lines.extend(signature("Countersigned by", &audit.countersigned, &missing));
    }
    lines
}

/// `2217:a007…` as pages have it: the root in groups of four, and how many entries it is over.
fn head(written: &str) -> String {
    match written.split_once(':') {
        Some((size, root)) => {
            let size = size.parse().map_or_else(|_| size.to_owned(), report::grouped);
            format!("{}, of {size} entries", report::in_fours(root, 16))
        }
        None => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn how_many_entries_a_head_is_over_reads_like_any_other_number() {
        assert!(head("2217:a0071b2c").ends_with(", of 2,217 entries"));
    }
}
