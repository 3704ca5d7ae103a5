//! The sponsor page of a quarter.

use report::sponsor::{self as paper, Model};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::frame::{About, frame, left_before};
use super::leave;
use super::quarter::{Quarter, short, sponsors};
use crate::files::{Grant, Purpose, Written};
use crate::{Desk, Problem};

/// Saves a quarter on a page, for the executive sponsor, as PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportSponsor {
    /// Which quarter, such as `2026-Q3`; the one that runs, when absent.
    pub period: Option<String>,
    /// Where it goes.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn export_sponsor(&mut self, request: ExportSponsor) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let quarter = self.quarter(request.period.as_deref())?;
        let bytes = pages(self, &quarter, &preparer)?;
        let mut export = super::export("sponsor", "pdf", quarter.as_of, None, &bytes);
        export.period = Some(quarter.period.to_string());
        leave(self, &path, &bytes, export)
    }
}

/// The sponsor page as PDF.
pub(super) fn pages(desk: &Desk, quarter: &Quarter, preparer: &str) -> Result<Vec<u8>, Problem> {
    Ok(paper::pdf(&model(desk, quarter, preparer)?)?.bytes)
}

fn model(desk: &Desk, quarter: &Quarter, preparer: &str) -> Result<Model, Problem> {
    let open = desk.open()?;
    let about = About {
        report: "Sponsor page",
        period: quarter.title(),
        as_of: quarter.as_of,
        before: left_before(&open.view(), "sponsor", &quarter.period.to_string())?,
    };
    let whom = sponsors(&open.view(), desk.moment())?;
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        about: format!("For {whom}. {}", quarter.stands()),
        quarter: short(desk, quarter)?,
    })
}
