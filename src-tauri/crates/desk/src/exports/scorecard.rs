//! A scorecard as a table: every period that its charts show, with what happened in it.

use report::csv::{self, Reader, Table};

use super::leave;
use crate::files::{Purpose, Written};
use crate::scorecards::{ExportScorecard, Scorecard, ScorecardMetric, ScorecardQuery};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_scorecard(&mut self, request: ExportScorecard) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let card = self.scorecard(ScorecardQuery { workflow: request.workflow, as_of: None })?;
        let bytes = csv::write(&table(&card), Reader::Spreadsheet)?;
        let export = super::export("scorecard", "csv", card.as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// The scorecard, a line for each figure.
pub(super) fn table(card: &Scorecard) -> Table {
    let heads = [
        "Class", "Metric", "Name", "Period", "Value", "Baseline", "Limit", "Target", "Meaning",
        "Happened",
    ];
    let metrics = card.classes.iter().flat_map(|of| &of.metrics);
    Table {
        heads: heads.map(str::to_owned).to_vec(),
        rows: metrics.flat_map(|metric| rows(card, metric)).collect(),
    }
}

/// A row for each period, and one for a metric that has none.
fn rows(card: &Scorecard, metric: &ScorecardMetric) -> Vec<Vec<String>> {
    let (row, beside) = (&metric.row, &metric.row.beside);
    let given = |field: &Option<String>| field.clone().unwrap_or_default();
    let line = |period: &str, value: &Option<String>, baseline: &Option<String>, says: &str| {
        vec![
            row.class.words().to_owned(),
            beside.metric.clone(),
            beside.name.clone(),
            period.to_owned(),
            given(value),
            given(baseline),
            given(&beside.limit_shown),
            given(&row.target_shown),
            says.to_owned(),
            happened(card, metric, period),
        ]
    };
    if beside.points.is_empty() {
        return vec![line("", &None, &None, &beside.says)];
    }
    let points = beside.points.iter();
    points
        .map(|point| line(&point.period, &point.shown, &point.baseline_shown, &point.says))
        .collect()
}

/// `DEC-0022 Enrichment writes on conditions; STOP-0002 SDR outreach agent stopped`.
fn happened(card: &Scorecard, metric: &ScorecardMetric, period: &str) -> String {
    let letters = metric.marks.iter().filter(|mark| mark.period == period).flat_map(|m| &m.letters);
    let told = letters.filter_map(|letter| {
        let event = card.events.iter().find(|event| event.letter == *letter)?;
        let words = event.words.as_deref().unwrap_or("erased");
        Some(format!("{} {words}", event.reference))
    });
    told.collect::<Vec<_>>().join("; ")
}
