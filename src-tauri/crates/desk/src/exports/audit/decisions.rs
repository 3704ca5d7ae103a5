//! Decisions of the quarter, and those carried into it, with their difference and who approved.

use domain::decision::{DecisionState, Verdict};
use report::audit::{Cell, Line, Part, Section};
use report::counted;

use super::super::decision::state as standing;
use super::super::quarter::{Quarter, Whole, short_day};
use super::table::{of_record, part, points, share, with_earlier};
use crate::decisions::{DecisionRow, DecisionView};
use crate::erased::or_erased;
use crate::problem::capital;

pub(super) fn section(quarter: &Quarter, whole: &Whole) -> Section {
    let (rows, earlier) = (&quarter.stood.decisions, &quarter.carried.decisions);
    let lines = |rows: &[DecisionRow], wanted: &[DecisionState]| {
        let rows = rows.iter().filter(|row| wanted.contains(&row.state));
        rows.map(|row| decision(row, whole.decisions.get(&row.decision))).collect::<Vec<_>>()
    };
    let are = |wanted: &[DecisionState]| (lines(rows, wanted), lines(earlier, wanted));
    let (applied, refused, open) = (
        are(&[DecisionState::Applied, DecisionState::RolledBack]),
        are(&[
            DecisionState::Rejected,
            DecisionState::Lapsed,
            DecisionState::Withdrawn,
            DecisionState::Stale,
        ]),
        are(&[DecisionState::Proposed, DecisionState::Approved]),
    );
    Section {
        title: "Decisions".to_owned(),
        holds: report::grouped(rows.len() as u64),
        lead: format!(
            "{} proposed in the quarter: {} applied, {} refused, lapsed or withdrawn, {} waiting. \
             {}Whoever proposes does not approve.",
            counted(rows.len(), "decision was", "decisions were"),
            applied.0.len(),
            refused.0.len(),
            open.0.len(),
            match earlier.len() {
                0 => String::new(),
                earlier => format!(
                    "{} waiting since before it: {} applied, {} refused, lapsed or withdrawn, {} \
                     waiting still. ",
                    counted(earlier, "was", "were"),
                    applied.1.len(),
                    refused.1.len(),
                    open.1.len()
                ),
            }
        ),
        parts: vec![
            table("Applied and rolled back", applied, "No decision was applied."),
            table(
                "Rejected, lapsed, withdrawn",
                refused,
                "No decision was refused, and none lapsed.",
            ),
            table("Waiting for signature", open, "No decision was waiting."),
        ],
    }
}

fn table(title: &str, (own, earlier): (Vec<Line>, Vec<Line>), empty: &str) -> Part {
    let columns = vec![
        points("Decision", 48),
        points("Proposed", 46),
        share("What, and why", 10),
        share("Difference", 10),
        share("Approvals", 9),
        points("State", 62),
    ];
    part(title, columns, with_earlier(own, earlier), empty)
}

fn decision(row: &DecisionRow, view: Option<&DecisionView>) -> Line {
    let about = match &row.workflow {
        Some(workflow) => format!("{} of {workflow}", row.kind_words),
        None => row.kind_words.clone(),
    };
    let title = or_erased(row.title.as_ref());
    let difference = view.map(difference).unwrap_or_default();
    let votes = view.map(votes).unwrap_or_default();
    of_record(
        &row.decision,
        vec![
            Cell::Key(row.decision.clone()),
            Cell::Words(short_day(&row.at)),
            Cell::Words(format!("{title}\n{}, by {}", capital(&about), row.by_name)),
            Cell::Words(difference),
            Cell::Words(votes),
            Cell::Decided(standing(row.state)),
        ],
    )
}

/// What changes, a line each; of a long text that was changed, only what is other.
fn difference(view: &DecisionView) -> String {
    let lines = view.differences.iter().map(|one| {
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "nothing".to_owned());
        let (before, after) = (side(&one.before), side(&one.after));
        let (before, after) = report::reworded(&before, &after).unwrap_or((before, after));
        format!("{}: {} → {}", one.field, shortened(&before), shortened(&after))
    });
    let asked = view.request.as_ref().map(|request| or_erased(request.what.as_ref()));
    lines.chain(asked).collect::<Vec<_>>().join("\n")
}

/// A hash among words by its first eight digits; whole, it stands in the decision's own record.
fn shortened(words: &str) -> String {
    let hash = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let short = |word: &str| match word.get(..8) {
        Some(first) if hash(word) => {
            format!("{}\u{a0}…", report::in_fours(first, 2).replace(' ', "\u{a0}"))
        }
        Some(_) | None => word.to_owned(),
    };
    words.split(' ').map(short).collect::<Vec<_>>().join(" ")
}

/// Who said what, a line each.
fn votes(view: &DecisionView) -> String {
    let votes = view.votes.iter().map(|vote| {
        let said = match vote.verdict {
            Verdict::Approve => "approved",
            Verdict::Refuse => "refused",
            Verdict::Agree => "was heard, agrees",
            Verdict::Object => "was heard, objects",
        };
        let roles = vote.roles.join(", ");
        format!("{} ({roles}) {said}, {}", vote.by_name, short_day(&vote.at))
    });
    let waited = view.seats.iter().filter(|seat| seat.waited_for);
    let waited = waited.map(|seat| format!("{}: waited for", seat.role.name));
    votes.chain(waited).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_hash_among_words_is_short_and_all_else_stays() {
        let hash = "9a7fef7a".repeat(8);
        assert_eq!(shortened(&format!("from {hash} on")), "from 9a7f\u{a0}ef7a\u{a0}… on");
        assert_eq!(shortened("large-3\nand  more"), "large-3\nand  more");
    }
}
