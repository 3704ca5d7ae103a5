//! Seeing to exceptions: each deed reads one as it stands, and asks the rules.

use domain::exception::{self, Cause, Exception, Postmortem};
use domain::people::Standing;
use domain::{DecisionRef, Event, ExceptionRef, PersonRef, Refusal};

use super::{
    AssignException, ExceptionNamed, ExceptionWords, ExceptionsView, LinkException,
    ResolveException, SetExceptionSeverity, WritePostmortem,
};
use crate::door::Act;
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn acknowledge_exception(
        &mut self,
        request: ExceptionNamed,
    ) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            Ok(exception::acknowledge(standing, found, act.by)?)
        })
    }

    /// See the list of operations.
    pub fn assign_exception(
        &mut self,
        request: AssignException,
    ) -> Result<ExceptionsView, Problem> {
        let person: Option<PersonRef> = request.person.as_deref().map(str::parse).transpose()?;
        self.see_to(&request.exception, |act, found, standing| {
            Ok(vec![exception::assign(standing, found, act.by, person)?])
        })
    }

    /// See the list of operations.
    pub fn let_exception_wait(
        &mut self,
        request: ExceptionWords,
    ) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            Ok(vec![exception::wait(standing, found, act.by, &request.words)?])
        })
    }

    /// See the list of operations.
    pub fn resume_exception(&mut self, request: ExceptionNamed) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            Ok(vec![exception::resume(standing, found, act.by)?])
        })
    }

    /// See the list of operations.
    pub fn set_exception_severity(
        &mut self,
        request: SetExceptionSeverity,
    ) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            let SetExceptionSeverity { severity, why, .. } = &request;
            Ok(vec![exception::set_severity(standing, found, act.by, *severity, why)?])
        })
    }

    /// See the list of operations.
    pub fn resolve_exception(
        &mut self,
        request: ResolveException,
    ) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            let stop = match found.cause {
                Cause::Stop { stop } => act.view.stop(stop)?.map(|stop| stop.as_it_stands()),
                Cause::Report
                | Cause::Item { .. }
                | Cause::Overrides { .. }
                | Cause::Metric { .. }
                | Cause::Permit { .. }
                | Cause::Population { .. } => None,
            };
            let words = request.words.as_str();
            Ok(vec![exception::resolve(standing, found, stop.as_ref(), act.by, words)?])
        })
    }

    /// See the list of operations.
    pub fn reopen_exception(&mut self, request: ExceptionWords) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            Ok(vec![exception::reopen(standing, found, act.by, &request.words)?])
        })
    }

    /// See the list of operations.
    pub fn link_exception(&mut self, request: LinkException) -> Result<ExceptionsView, Problem> {
        let decision: DecisionRef = request.decision.parse()?;
        self.see_to(&request.exception, |act, found, standing| {
            if act.view.decision(decision)?.is_none() {
                return Err(Refusal::Unknown { reference: decision.to_string() }.into());
            }
            Ok(vec![exception::link(standing, found, act.by, decision)?])
        })
    }

    /// See the list of operations.
    pub fn unlink_exception(&mut self, request: LinkException) -> Result<ExceptionsView, Problem> {
        let decision: DecisionRef = request.decision.parse()?;
        self.see_to(&request.exception, |act, found, standing| {
            Ok(vec![exception::unlink(standing, found, act.by, decision)?])
        })
    }

    /// See the list of operations.
    pub fn write_postmortem(
        &mut self,
        request: WritePostmortem,
    ) -> Result<ExceptionsView, Problem> {
        self.see_to(&request.exception, |act, found, standing| {
            let WritePostmortem { cause, impact, done, changes, .. } = &request;
            let written = Postmortem { cause, impact, done, changes };
            Ok(vec![exception::write_postmortem(standing, found, act.by, written)?])
        })
    }

    fn see_to(
        &mut self,
        exception: &str,
        decide: impl Fn(&Act<'_>, &Exception, &Standing) -> Result<Vec<Event>, Problem>,
    ) -> Result<ExceptionsView, Problem> {
        let reference: ExceptionRef = exception.parse()?;
        self.act(|act| {
            let unknown = || Refusal::Unknown { reference: reference.to_string() };
            let found = act.view.exception(reference)?.ok_or_else(unknown)?.as_it_stands();
            let standing = standing(act.view, act.now)?;
            decide(act, &found, &standing)
        })?;
        self.exceptions(Nothing {})
    }
}
