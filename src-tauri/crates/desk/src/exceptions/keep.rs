//! Reporting and resolving exceptions.

use domain::exception::{self, Cause, Reported};
use domain::{ExceptionRef, Refusal, WorkflowRef};

use super::{ExceptionsView, ReportException, ResolveException};
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
            if let Some(workflow) = workflow
                && act.view.workflow(workflow)?.is_none()
            {
                return Err(Refusal::Unknown { reference: workflow.to_string() }.into());
            }
            let ReportException { kind, severity, what, .. } = &request;
            let reported = Reported { kind: *kind, severity: *severity, workflow, what };
            let (standing, next) = (standing(act.view, act.now)?, act.view.next_exception()?);
            Ok(vec![exception::report(&standing, act.by, next, reported)?])
        })?;
        self.exceptions(Nothing {})
    }

    /// See the list of operations.
    pub fn resolve_exception(
        &mut self,
        request: ResolveException,
    ) -> Result<ExceptionsView, Problem> {
        let reference: ExceptionRef = request.exception.parse()?;
        self.act(|act| {
            let unknown = || Refusal::Unknown { reference: reference.to_string() };
            let found = act.view.exception(reference)?.ok_or_else(unknown)?.as_it_stands();
            let stop = match found.cause {
                Cause::Stop { stop } => act.view.stop(stop)?.map(|stop| stop.as_it_stands()),
                Cause::Metric { .. } | Cause::Report | Cause::Overrides { .. } => None,
            };
            let standing = standing(act.view, act.now)?;
            let words = request.words.as_str();
            Ok(vec![exception::resolve(&standing, &found, stop.as_ref(), act.by, words)?])
        })?;
        self.exceptions(Nothing {})
    }
}
