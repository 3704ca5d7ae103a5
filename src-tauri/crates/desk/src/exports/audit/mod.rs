//! The quarterly audit report.

mod checks;
mod cover;
mod decisions;
mod exceptions;
mod findings;
mod metrics;
mod policies;
mod population;
mod register;
mod reviews;
mod samples;
mod sign_off;
mod stops;
mod table;
mod vendors;
mod verify;

use report::audit::{self as paper, Model, Section};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::frame::{About, frame, left_before};
use super::leave;
use super::preparer::Preparer;
use super::quarter::{Quarter, Whole, short, sponsors};
use crate::files::{Grant, Purpose, Written};
use crate::{Desk, Problem};

/// Saves the audit report of a quarter as PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportAudit {
    /// Which quarter, such as `2026-Q3`; the one that runs, when absent.
    pub period: Option<String>,
    /// Where it goes.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn export_audit(&mut self, request: ExportAudit) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let quarter = self.quarter(request.period.as_deref())?;
        let whole = self.whole(&quarter)?;
        let bytes = pages(self, &quarter, &whole, &preparer)?;
        let mut export = super::export("audit", "pdf", quarter.as_of, None, &bytes);
        export.period = Some(quarter.period.to_string());
        leave(self, &path, &bytes, export)
    }
}

/// The audit report as PDF.
pub(super) fn pages(
    desk: &Desk,
    quarter: &Quarter,
    whole: &Whole,
    preparer: &Preparer,
) -> Result<Vec<u8>, Problem> {
    Ok(paper::pdf(&model(desk, quarter, whole, preparer)?)?.bytes)
}

fn model(
    desk: &Desk,
    quarter: &Quarter,
    whole: &Whole,
    preparer: &Preparer,
) -> Result<Model, Problem> {
    let open = desk.open()?;
    let about = About {
        report: "Quarterly audit report",
        period: quarter.title(),
        as_of: quarter.as_of,
        before: left_before(&open.view(), "audit", &quarter.period.to_string())?,
    };
    let frame = frame(open, &about, preparer)?;
    let whom = sponsors(&open.view(), desk.moment())?;
    Ok(Model {
        period: quarter.period.to_string(),
        statement: cover::statement(quarter),
        facts: cover::facts(&frame, quarter, &whom),
        quarter: short(desk, quarter)?,
        about: quarter.stands(),
        sections: sections(open, quarter, whole)?,
        verify: verify::verify(open, quarter)?,
        frame,
    })
}

/// Sections 3 to 18, in the order that an auditor asks for them.
fn sections(
    open: &crate::workspace::Open,
    quarter: &Quarter,
    whole: &Whole,
) -> Result<Vec<Section>, Problem> {
    let stood = &quarter.stood;
    let then = open.store.as_of(store::AsOf::Seq(stood.seq));
    Ok(vec![
        register::section(quarter),
        reviews::section(&open.view(), quarter)?,
        decisions::section(quarter, whole),
        exceptions::overrides(stood),
        exceptions::section(quarter),
        samples::section(quarter),
        population::section(quarter, whole),
        metrics::section(&then, quarter)?,
        checks::section(quarter),
        vendors::section(stood),
        stops::section(quarter),
        policies::section(stood),
        policies::coverage(whole),
        findings::section(stood),
        findings::raci(whole),
        sign_off::section(quarter),
    ])
}
