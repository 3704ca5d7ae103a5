//! The columns of a table with a row per value.

use serde::Serialize;

use crate::map::Field;

/// A column of a table of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MetricField {
    /// Which metric: its reference or its name.
    Metric,
    /// Which period.
    Period,
    /// What it came to.
    Value,
}

impl Field for MetricField {
    const ALL: &'static [Self] = &[Self::Metric, Self::Period, Self::Value];

    fn name(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Period => "period",
            Self::Value => "value",
        }
    }

    fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Metric => {
                &["metric", "metric reference", "ref", "reference", "kpi", "measure", "name"]
            }
            Self::Period => &["period", "week", "month", "quarter", "day", "date", "when"],
            Self::Value => &["value", "observed", "observation", "result", "actual", "figure"],
        }
    }
}
