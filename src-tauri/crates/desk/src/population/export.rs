//! The actions that fail a test, as CSV, and what it could not judge.

use domain::BatchRef;
use domain::population::Held;
use report::csv::{self, Reader, Table};

use super::ExportPopulation;
use super::register::register;
use super::test::{Found, each, must_be_there};
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
        let first = ["Row", "Workflow", "Result"].map(str::to_owned);
        let mut table = Table { heads: first.into_iter().chain(heads).collect(), rows: Vec::new() };
        let mut found = Found::default();
        each(&view, &known, &register, &work, |number, action, workflow, held| {
            let of_test = held.iter().find(|(test, _)| *test == request.test);
            let Some((_, held)) = of_test else { return Ok(()) };
            found.count(*held);
            if *held == Held::Fails {
                let cell =
                    |at: &usize| action.cells.get(*at).copied().unwrap_or_default().to_owned();
                let workflow = workflow.map(|workflow| workflow.to_string()).unwrap_or_default();
                let first = [number.to_string(), workflow, "Fails".to_owned()];
                table.rows.push(first.into_iter().chain(fields.iter().map(cell)).collect());
            }
            Ok(())
        })?;
        // The file says itself what it does not hold: short of that, no row would read as none to find.
        if let Some(why_not) = found.why_not(known.import.rows.count) {
            let blank = fields.iter().map(|_| String::new());
            let first = [String::new(), String::new(), why_not];
            table.rows.push(first.into_iter().chain(blank).collect());
        }
        drop(work);
        let bytes = csv::write(&table, Reader::Spreadsheet)?;
        let what = format!("{batch} {}", request.test.id());
        leave(self, &path, &bytes, export(&what, "csv", as_of, None, &bytes))
    }
}
