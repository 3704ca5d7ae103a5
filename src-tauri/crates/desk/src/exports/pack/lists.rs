//! Tables of a pack: reviews, findings, checks, permits.

use domain::decision::PermitState;
use report::csv::Table;

use super::subjects::Reviewed;
use super::tables::table;
use crate::checks::CheckListed;
use crate::decisions::{PermitRow, PermitUseRow};
use crate::findings::{Finding, FindingsView};

/// A line for each review that fell due, held or not.
pub(super) fn reviewed(rows: &[Reviewed]) -> Table {
    let heads = [
        "Review",
        "Name",
        "Due",
        "State",
        "Closed",
        "Items",
        "Answered",
        "Fine",
        "Attention",
        "Breach",
        "Not applicable",
        "Countersigned",
    ];
    let line = |Reviewed { row, closed }: &Reviewed| {
        let mut cells = vec![
            row.review.clone(),
            row.name.clone(),
            row.due.clone(),
            row.state.words().to_owned(),
            closed.clone().unwrap_or_default(),
            row.items.to_string(),
            row.answered.to_string(),
        ];
        cells.extend(row.found.map(|count| count.to_string()));
        cells.push(yes(row.countersigned));
        cells
    };
    table(&heads, rows.iter().map(line).collect())
}

/// A line for each thing of which a rule does not hold.
pub(in crate::exports) fn found(view: &FindingsView) -> Table {
    let heads = [
        "Rule",
        "What it asks",
        "Blocks",
        "About",
        "Name",
        "Part",
        "What is so",
        "Since",
        "Since entry",
        "Put off until",
        "Put off by",
        "Why",
        "How it is mended",
    ];
    let text = |words: Option<&String>| words.cloned().unwrap_or_default();
    let line = |asks: &str, one: &Finding| {
        let put_off = one.put_off.as_ref();
        vec![
            one.rule.id().to_owned(),
            asks.to_owned(),
            yes(one.blocks),
            one.about.clone(),
            one.about_name.clone(),
            text(one.part.as_ref()),
            one.says.clone(),
            text(one.since.as_ref()),
            one.since_entry.map(|entry| entry.to_string()).unwrap_or_default(),
            text(put_off.map(|put| &put.until)),
            text(put_off.map(|put| &put.by)),
            text(put_off.and_then(|put| put.reason.as_ref())),
            one.mend.clone(),
        ]
    };
    let lines = view
        .groups
        .iter()
        .flat_map(|group| group.findings.iter().map(|one| line(&group.rule.sentence, one)));
    table(&heads, lines.collect())
}

/// A line for each check of fairness, drift or a service level.
pub(super) fn checked(rows: &[CheckListed]) -> Table {
    let heads =
        ["Check", "Made", "Kind", "Of", "What it shows", "Stands out", "For item", "By", "Entry"];
    let line = |row: &CheckListed| {
        vec![
            row.check.clone(),
            row.at.clone(),
            row.kind.words().to_owned(),
            row.title.clone(),
            row.short.clone(),
            yes(row.stands_out),
            row.item.clone().unwrap_or_default(),
            row.by_name.clone(),
            row.entry.to_string(),
        ]
    };
    table(&heads, rows.iter().map(line).collect())
}

/// A line for each permit, with its uses.
pub(in crate::exports) fn permitted(rows: &[PermitRow]) -> Table {
    let heads = [
        "Permit",
        "Decision",
        "Kind",
        "Workflow",
        "What it allows",
        "Last day",
        "State",
        "Used",
        "Uses",
        "Beyond what it allows, unanswered",
        "Entry",
    ];
    let line = |row: &PermitRow| {
        let uses: Vec<String> = row.uses.iter().map(used).collect();
        vec![
            row.permit.clone(),
            row.decision.clone(),
            row.kind_words.clone(),
            row.workflow.clone().unwrap_or_default(),
            row.allows.says.clone(),
            row.allows.last_day.clone(),
            permit_state(row.state).to_owned(),
            row.used.to_string(),
            uses.join("; "),
            row.beyond.clone().unwrap_or_default(),
            row.entry.to_string(),
        ]
    };
    table(&heads, rows.iter().map(line).collect())
}

fn used(one: &PermitUseRow) -> String {
    match &one.pointer {
        Some(pointer) => format!("{} on {}: {pointer}", one.count, one.on),
        None => format!("{} on {}", one.count, one.on),
    }
}

fn permit_state(state: PermitState) -> &'static str {
    match state {
        PermitState::Open => "open",
        PermitState::UsedUp => "used up",
        PermitState::Expired => "expired",
        PermitState::Revoked => "revoked",
        PermitState::Exceeded => "exceeded",
    }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}
