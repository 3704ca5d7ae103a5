//! The actions that fail a test, as CSV.

use domain::BatchRef;
use report::csv::{self, Reader, Table};

use super::ExportPopulation;
use super::register::register;
use super::test::{each, must_be_there};
use crate::exports::{export, leave};
use crate::files::{Purpose, Written};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_population(&mut self, request: ExportPopulation) -> Result<Written, Problem> {
        let batch: BatchRef = request.batch.parse()?;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let work = self.begin("export_population");
        let now = self.moment();
        let open = self.open()?;
        let (view, as_of) = (open.view(), open.last()?);
        let known = must_be_there(&view, batch)?;
        let register = register(&view, open.zone, standing(&view, now)?)?;
        let heads = known
            .import
            .columns
            .iter()
            .map(|column| column.head.words().unwrap_or(column.field.words()).to_owned());
        let fields: Vec<usize> =
            known.import.columns.iter().map(|column| column.field as usize).collect();
        let mut table = Table {
            heads: ["Row".to_owned(), "Workflow".to_owned()].into_iter().chain(heads).collect(),
            rows: Vec::new(),
        };
        each(&view, &known, &register, &work, |number, action, workflow, fails| {
            if fails.contains(&request.test) {
                let cell =
                    |at: &usize| action.cells.get(*at).copied().unwrap_or_default().to_owned();
                let workflow = workflow.map(|workflow| workflow.to_string()).unwrap_or_default();
                let cells = fields.iter().map(cell);
                table.rows.push([number.to_string(), workflow].into_iter().chain(cells).collect());
            }
            Ok(())
        })?;
        drop(work);
        let bytes = csv::write(&table, Reader::Spreadsheet)?;
        let what = format!("{batch} {}", request.test.id());
        leave(self, &path, &bytes, export(&what, "csv", as_of, None, &bytes))
    }
}
