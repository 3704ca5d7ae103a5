//! A sample's workpaper: as pages to read, and as tables with all that it takes to draw it again.

mod charts;
mod pages;
mod tables;

use report::csv::{self, Reader};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::leave;
use crate::files::{Grant, Purpose, Written};
use crate::samples::{PoolHistory, SampleQuery, population_rows};
use crate::{Desk, Problem};

pub(super) use pages::pages;
use tables::rows;
pub(super) use tables::tested;

/// Saves a sample's workpaper.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportSample {
    /// Which sample.
    pub sample: String,
    /// Which part of it.
    pub form: SampleForm,
    /// Where it goes.
    pub grant: Grant,
}

/// A part of a sample's workpaper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SampleForm {
    /// The workpaper, to read and print.
    Pdf,
    /// The items in the order drawn, with the seed and what was found, as CSV.
    Items,
    /// Every row of the batch with its hash, to draw the items again, as CSV.
    Rows,
}

impl Desk {
    /// See the list of operations.
    pub fn export_sample(&mut self, request: ExportSample) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let as_of = self.open()?.last()?;
        let view = self.sample(SampleQuery { sample: request.sample.clone() })?;
        let open = self.open()?;
        let (what, form, bytes) = match request.form {
            SampleForm::Pdf => {
                let what = format!("workpaper of {}", request.sample);
                (what, "pdf", pages(open, &view, as_of, &preparer, &mut PoolHistory::default())?)
            }
            SampleForm::Items => {
                let what = format!("items of {}", request.sample);
                (what, "csv", csv::write(&tested(open, &view)?, Reader::Spreadsheet)?)
            }
            SampleForm::Rows => {
                let table = rows(population_rows(&open.view(), &request.sample)?);
                let what = format!("rows of {}", request.sample);
                (what, "csv", csv::write(&table, Reader::Spreadsheet)?)
            }
        };
        let export = super::export(&what, form, as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}
