//! A table at one moment, and two of them beside each other.

use std::collections::BTreeSet;

use domain::WorkflowRef;
use domain::cadence::Pulled;
use domain::review::TierShown;

use super::{PulledMark, PulledRow, PulledTable, TierWaiting};
use crate::count::count;
use crate::reviews::FigureShown;

/// How many rows are shown, beside those that wait for a verdict; a table beside a question is no report.
const SHOWN: usize = 120;

/// What is counted in tables: each figure's identifier, and what it says. Some are counted no more, and stand
/// for what answers kept.
pub(in crate::reviews) const COUNTS: &[(&str, &str)] = &[
    ("pulled.findings", "Findings open"),
    ("pulled.findings-blocking", "Of rules that block"),
    ("pulled.fairness", "Fairness checks made"),
    ("pulled.fairness-checks", "Fairness checks of its actions"),
    ("pulled.fairness-out", "Fairness, something to look at"),
    ("pulled.fairness-missing", "Score or route without a fairness check"),
    ("pulled.drift", "Drift checks made"),
    ("pulled.drift-checks", "Drift checks of its actions"),
    ("pulled.drift-out", "Drift, something to look at"),
    ("pulled.drift-missing", "Score or route without a drift check"),
    ("pulled.returns-stated", "State cost and benefit"),
    ("pulled.returns-missing", "Live without figures"),
    ("pulled.tiers", "Workflows"),
    ("pulled.tiers-moved", "Tier moved in the period"),
    ("pulled.tiers-down", "With reasons to go down"),
    ("pulled.tiers-up", "With all that the next tier asks"),
    ("pulled.severe", "Severe exceptions"),
    ("pulled.severe-before", "Open since before the period"),
    ("pulled.severe-unwritten", "Without a postmortem"),
    ("pulled.severe-actions", "Their action items open"),
    ("pulled.vendors", "Workflows with a vendor"),
    ("pulled.vendors-short", "Certificate missing or running out"),
    ("pulled.drills", "Drills in the period"),
    ("pulled.drills-overdue", "Drills overdue"),
    ("pulled.access-came", "People who came"),
    ("pulled.access-left", "People who left"),
    ("pulled.access-roles", "Changed roles"),
    ("pulled.access-marks", "RACI marks"),
    ("pulled.policies", "Policies in force"),
    ("pulled.policies-waiting", "Attestations waited for"),
    ("pulled.policies-late", "Attestations late"),
    ("pulled.coverage-none", "Requirements without evidence"),
    ("pulled.coverage-earlier", "With earlier evidence only"),
    ("pulled.coverage-inside", "With evidence of the period"),
    ("pulled.logs", "Batches taken in"),
    ("pulled.logs-batches", "Batches with its actions"),
    ("pulled.logs-empty-days", "Days without a row"),
    ("pulled.logs-rejected", "Rows rejected"),
    ("pulled.logs-missing", "Live without located logs"),
    ("pulled.logs-silent", "Live without an action in a log"),
];

/// A part of the record at one moment.
pub(super) struct Table {
    pub(super) columns: &'static [&'static str],
    pub(super) rows: Vec<Row>,
    /// By the identifier of a figure.
    pub(super) counts: Vec<(&'static str, u64)>,
    pub(super) empty: &'static str,
}

/// One row.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// What tells it from the others, at any moment.
    pub(super) key: String,
    pub(super) leads: Option<String>,
    pub(super) cells: Vec<String>,
    pub(super) mark: PulledMark,
    pub(super) word: String,
    /// What it shows of a workflow's tier, where it is about one.
    pub(super) tier: Option<TierShown>,
}

impl Row {
    /// The row of a record, which it leads to.
    pub(super) fn of(
        record: &str,
        cells: Vec<String>,
        mark: PulledMark,
        word: impl Into<String>,
    ) -> Self {
        let (key, leads) = (record.to_owned(), Some(record.to_owned()));
        Self { key, leads, cells, mark, word: word.into(), tier: None }
    }
}

/// A table as it stood when the period ended, with what changed since; as it stands where nothing was on
/// record then.
pub(super) fn beside(
    pulled: Pulled,
    then: Option<Table>,
    today: Option<Table>,
    judged: &BTreeSet<WorkflowRef>,
) -> PulledTable {
    let (stood, now) = match (then, today) {
        (Some(then), now) => (then, now),
        (None, Some(today)) => (today, None),
        (None, None) => (Table { columns: &[], rows: vec![], counts: vec![], empty: "" }, None),
    };
    let counts = stood.counts.iter().map(|(figure, value)| {
        let later = now.iter().flat_map(|now| &now.counts).find(|(other, _)| other == figure);
        counted(figure, *value, later.map(|(_, later)| *later))
    });
    let counts = counts.collect();
    let known = stood.rows.iter().map(|row| shown(row, changed(row, now.as_ref()), judged));
    let mut rows: Vec<PulledRow> = known.collect();
    let is_new = |row: &&Row| !stood.rows.iter().any(|known| known.key == row.key);
    let later = now.iter().flat_map(|now| &now.rows).filter(is_new);
    rows.extend(later.map(|row| shown(row, Some("new since".to_owned()), judged)));
    rows.sort_by_key(|row| (row.mark, row.judged.is_none()));
    let shown = SHOWN.max(rows.iter().rposition(|row| row.judged.is_some()).map_or(0, |at| at + 1));
    let more = count(rows.len().saturating_sub(shown));
    rows.truncate(shown);
    PulledTable {
        pulled,
        title: pulled.words().to_owned(),
        counts,
        columns: stood.columns.iter().map(|head| (*head).to_owned()).collect(),
        rows,
        more,
        empty: stood.empty.to_owned(),
    }
}

fn counted(figure: &str, stood: u64, now: Option<u64>) -> FigureShown {
    let label = COUNTS.iter().find(|(known, _)| *known == figure).map_or(figure, |(_, says)| says);
    let value = match now {
        Some(now) if now != stood => {
            format!("{}, now {}", report::grouped(stood), report::grouped(now))
        }
        Some(_) | None => report::grouped(stood),
    };
    FigureShown { figure: figure.to_owned(), label: label.to_owned(), value }
}

/// What became of a row; none where nothing did.
fn changed(row: &Row, now: Option<&Table>) -> Option<String> {
    let Some(later) = now?.rows.iter().find(|later| later.key == row.key) else {
        return Some("no more".to_owned());
    };
    let cells = row.cells.iter().zip(&later.cells);
    let mut says: Vec<&str> = cells
        .filter(|(stood, is)| stood != is)
        .map(|(_, is)| if is.is_empty() { "–" } else { is.as_str() })
        .collect();
    if (row.mark, &row.word) != (later.mark, &later.word) {
        says.push(&later.word);
    }
    (!says.is_empty()).then(|| format!("now {}", says.join(", ")))
}

/// A row as it is shown, waiting for a verdict where it is about one of the workflows `judged`.
fn shown(row: &Row, since: Option<String>, judged: &BTreeSet<WorkflowRef>) -> PulledRow {
    let Row { key, leads, cells, mark, word, tier } = row.clone();
    let workflow = leads.as_ref().and_then(|leads| leads.parse().ok());
    let asked = workflow.is_some_and(|workflow| judged.contains(&workflow));
    let judged = tier.filter(|_| asked).map(TierWaiting::on);
    PulledRow { key, leads, cells, mark, word, since, judged }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_goes_by_what_its_row_shows_of_the_tier_and_not_by_how_it_is_marked() {
        let row = Row::of("WF-0001", vec![], PulledMark::Breach, "Stays");
        let row = Row { tier: Some(TierShown::Stays), ..row };
        let table = Table { columns: &[], rows: vec![row], counts: vec![], empty: "" };
        let asked = [WorkflowRef::new(1)].into();
        let shown = beside(Pulled::Tiers, Some(table), None, &asked).rows.remove(0);
        assert_eq!(shown.judged.map(|waiting| waiting.shown), Some(TierShown::Stays));
    }
}
