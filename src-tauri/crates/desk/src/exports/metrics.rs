//! Metrics as tables: the list as it is seen, and every period of every metric.

use report::csv::{self, Reader, Table};

use super::leave;
use crate::files::{Purpose, Written};
use crate::metrics::{ExportMetrics, MetricRow, MetricsQuery};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_metrics(&mut self, request: ExportMetrics) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let view = self.metrics(MetricsQuery { as_of: request.as_of })?;
        let bytes = csv::write(&table(&view.metrics), Reader::Spreadsheet)?;
        let export = super::export("metrics", "csv", view.as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// Metrics and where they stand, a line each.
pub(super) fn table(rows: &[MetricRow]) -> Table {
    let heads = [
        "Metric", "Name", "Class", "Latest", "In", "Baseline", "State", "Missing", "Limit",
        "Target", "Owner", "Source",
    ];
    Table { heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(fields).collect() }
}

fn fields(row: &MetricRow) -> Vec<String> {
    let beside = &row.beside;
    let given = |field: &Option<String>| field.clone().unwrap_or_default();
    vec![
        beside.metric.clone(),
        beside.name.clone(),
        row.class.words().to_owned(),
        given(&beside.latest),
        given(&beside.latest_period),
        given(&beside.baseline),
        beside.says.clone(),
        beside.missing.join(", "),
        given(&beside.limit_shown),
        given(&row.target_shown),
        given(&row.owner_name),
        given(&row.source),
    ]
}
