//! Reporting that something went wrong.

use domain::exception::{self, Reported};
use domain::{ItemId, Refusal, ReviewRef, WorkflowRef};

use super::{ExceptionsView, ReportException};
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn report_exception(
        &mut self,
        request: ReportException,
    ) -> Result<ExceptionsView, Problem> {
        let workflow: Option<WorkflowRef> =
            request.workflow.as_deref().map(str::parse).transpose()?;
        self.act(|act| {
            let unknown = |reference: &dyn ToString| {
                Problem::from(Refusal::Unknown { reference: reference.to_string() })
            };
            if let Some(workflow) = workflow
                && act.view.workflow(workflow)?.is_none()
            {
                return Err(unknown(&workflow));
            }
            let from = match &request.from {
                Some(from) => {
                    let review = ReviewRef::new(&from.review);
                    let held = act.view.review(&review)?.ok_or_else(|| unknown(&review))?;
                    Some((held, ItemId::new(&from.item)))
                }
                None => None,
            };
            let ReportException { kind, severity, what, pointer, .. } = &request;
            let from = from.as_ref().map(|(review, item)| (review, item));
            let reported =
                Reported { kind: *kind, severity: *severity, workflow, what, pointer, from };
            let (standing, next) = (standing(act.view, act.now)?, act.view.next_exception()?);
            Ok(vec![exception::report(&standing, &act.view.rules()?, act.by, next, reported)?])
        })?;
        self.exceptions(Nothing {})
    }
}
