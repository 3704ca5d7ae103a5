//! A list as its screen shows it, as a table: these rows, in this order.

use std::collections::BTreeMap;

use report::csv::{self, Reader, Table};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::leave;
use super::pack::{decided, found, permitted, sampled};
use crate::decisions::DecisionRow;
use crate::files::{Grant, Purpose, Written};
use crate::findings::{Finding, FindingsQuery};
use crate::operations::Nothing;
use crate::{Desk, Problem};

/// A list that leaves as its screen shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    /// Decisions, by reference.
    Decisions,
    /// Findings, each by its rule, what it is about and which part of that, with blanks between.
    Findings,
    /// Permits, by reference.
    Permits,
    /// Samples, by reference.
    Samples,
}

impl Listed {
    /// What the record calls it.
    const fn what(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Findings => "findings",
            Self::Permits => "permits",
            Self::Samples => "samples",
        }
    }
}

/// Saves a list as CSV. The desk writes each row itself; whoever asks says which, in which order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportList {
    /// Which list.
    pub list: Listed,
    /// Its rows, in order; what is not known is left out.
    pub rows: Vec<String>,
    /// Where it goes.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn export_list(&mut self, request: ExportList) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let as_of = self.open()?.last()?;
        let (keys, table) = self.listed(request.list)?;
        let bytes = csv::write(&picked(keys, table, &request.rows), Reader::Spreadsheet)?;
        let export = super::export(request.list.what(), "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }

    /// All of a list: what tells each row from the others, and the rows.
    fn listed(&mut self, list: Listed) -> Result<(Vec<String>, Table), Problem> {
        Ok(match list {
            Listed::Decisions => {
                let view = self.decisions(Nothing {})?;
                let rows: Vec<DecisionRow> = view.open.into_iter().chain(view.over).collect();
                (rows.iter().map(|row| row.decision.clone()).collect(), decided(&rows))
            }
            Listed::Findings => {
                let view = self.findings(FindingsQuery { as_of: None })?;
                let all = view.groups.iter().flat_map(|group| &group.findings);
                (all.map(key).collect(), found(&view))
            }
            Listed::Permits => {
                let rows = self.decisions(Nothing {})?.permits;
                (rows.iter().map(|row| row.permit.clone()).collect(), permitted(&rows))
            }
            Listed::Samples => {
                let rows = self.samples(Nothing {})?.rows;
                (rows.iter().map(|row| row.sample.clone()).collect(), sampled(&rows))
            }
        })
    }
}

fn key(finding: &Finding) -> String {
    let Finding { rule, about, part, .. } = finding;
    format!("{} {about} {}", rule.id(), part.as_deref().unwrap_or_default())
}

/// The rows that are asked for, each once, in that order.
fn picked(keys: Vec<String>, table: Table, asked: &[String]) -> Table {
    let mut known: BTreeMap<String, Vec<String>> = keys.into_iter().zip(table.rows).collect();
    Table { heads: table.heads, rows: asked.iter().filter_map(|row| known.remove(row)).collect() }
}
