//! The week and the exceptions in short, as Markdown to be pasted.

mod exceptions;
mod week;

use report::summary::{self as paper, Model, Section};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::frame::{About, frame};
use super::{Copied, leave};
use crate::erased::or_erased;
use crate::exceptions::ExceptionRow;
use crate::files::{Grant, Purpose, Written};
use crate::{Desk, Problem};

/// What is summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SummaryOf {
    /// Exceptions: past due, open, resolved of late.
    Exceptions,
    /// The week so far: reviews, decisions, exceptions, action items, metrics, findings.
    Week,
}

/// Asks for a summary.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SummaryQuery {
    /// Of what.
    pub of: SummaryOf,
}

/// A summary as Markdown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SummaryText {
    /// The text.
    pub text: String,
}

/// Saves a summary.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportSummary {
    /// Of what.
    pub of: SummaryOf,
    /// Where it goes.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn summary_text(&mut self, request: SummaryQuery) -> Result<SummaryText, Problem> {
        Ok(SummaryText { text: paper::markdown(&self.summary(request.of)?) })
    }

    /// See the list of operations.
    pub fn summary_copied(&mut self, request: SummaryQuery) -> Result<Copied, Problem> {
        let model = self.summary(request.of)?;
        let bytes = paper::markdown(&model).into_bytes();
        let export = super::export(name(request.of), "md", model.frame.head.size, None, &bytes);
        let appended = self.act_leaving(|_| Ok(vec![export.into()]))?;
        Ok(Copied { entry: appended.first().map(|entry| entry.seq) })
    }

    /// See the list of operations.
    pub fn export_summary(&mut self, request: ExportSummary) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let model = self.summary(request.of)?;
        let bytes = paper::markdown(&model).into_bytes();
        let export = super::export(name(request.of), "md", model.frame.head.size, None, &bytes);
        leave(self, &path, &bytes, export)
    }

    fn summary(&mut self, of: SummaryOf) -> Result<Model, Problem> {
        match of {
            SummaryOf::Exceptions => self.exceptions_summed_up(),
            SummaryOf::Week => self.week_summed_up(),
        }
    }

    /// What a summary of `period` says around its sections.
    fn summed_up(
        &mut self,
        of: SummaryOf,
        title: String,
        lead: String,
        sections: Vec<Section>,
    ) -> Result<Model, Problem> {
        let preparer = self.preparer()?;
        let open = self.open()?;
        let before = open.view().exports()?;
        let (report, what) = match of {
            SummaryOf::Exceptions => ("Exceptions in short", name(of)),
            SummaryOf::Week => ("Week in short", name(of)),
        };
        let earlier = before.iter().filter(|made| made.export.what == what);
        let earlier = earlier.filter(|made| made.export.form == "md").count();
        let as_of = open.last()?;
        let about = About { report, period: title.clone(), as_of, before: earlier };
        Ok(Model { frame: frame(open, &about, &preparer)?, title, lead, sections })
    }
}

/// What the record of its leaving calls it.
fn name(of: SummaryOf) -> &'static str {
    match of {
        SummaryOf::Exceptions => "exceptions",
        SummaryOf::Week => "week",
    }
}

const HEADS: [&str; 6] = ["Exception", "What", "Workflow", "Severity", "Who", "Time"];

/// An exception in a line: what happened, how grave it is, who is asked or saw to it, its time.
fn line(row: &ExceptionRow) -> Vec<String> {
    let who = match (&row.asked, &row.ended_by) {
        (Some(asked), _) => format!("{} ({})", asked.says, asked.names.join(", ")),
        (None, Some(by)) => by.clone(),
        (None, None) => row.routed_name.clone(),
    };
    let workflow = [row.workflow.as_deref(), row.workflow_name.as_deref()];
    vec![
        row.exception.clone(),
        or_erased(row.what.as_ref()),
        workflow.into_iter().flatten().collect::<Vec<_>>().join(" "),
        row.severity.words().to_owned(),
        who,
        row.time.says.clone(),
    ]
}
