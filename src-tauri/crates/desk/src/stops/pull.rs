//! Pulling the kill switch.

use domain::stop::{self, Pulled};
use domain::{Event, WorkflowRef};
use store::View;

use super::{StopWorkflow, Stopped};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn stop_workflow(&mut self, request: StopWorkflow) -> Result<Stopped, Problem> {
        let workflow: WorkflowRef = request.workflow.parse()?;
        let made = if request.drill {
            self.drill(workflow, &request.why)?
        } else {
            self.pull(workflow, &request.why)?
        };
        let trouble = self.open()?.stop_list.as_ref().and_then(|kept| kept.trouble.clone());
        Ok(Stopped { list_trouble: trouble, ..made })
    }

    fn pull(&mut self, workflow: WorkflowRef, why: &str) -> Result<Stopped, Problem> {
        let mut made = None;
        self.act_at_once(why, |act| {
            let now = stands(act.view, workflow)?.as_it_stands();
            let standing = standing(act.view, act.now)?;
            let (stop, exception) = (act.view.next_stop()?, act.view.next_exception()?);
            let pulled = Pulled { stop, exception, because: why };
            let events = stop::pull(&standing, act.by, &now, pulled)?;
            made = Some((stop, Some(exception), act.by.is_none()));
            Ok(events)
        })?;
        stopped(made)
    }

    fn drill(&mut self, workflow: WorkflowRef, why: &str) -> Result<Stopped, Problem> {
        let mut made = None;
        self.act_because(why, |act| {
            let now = stands(act.view, workflow)?.as_it_stands();
            let standing = standing(act.view, act.now)?;
            let stops: Vec<_> =
                act.view.stops()?.iter().map(store::tables::stop::Stop::as_it_stands).collect();
            let next = act.view.next_stop()?;
            let event: Event = stop::drill(&standing, act.by, &now, &stops, next, why)?;
            made = Some((next, None, false));
            Ok(vec![event])
        })?;
        stopped(made)
    }
}

type Made = (domain::StopRef, Option<domain::ExceptionRef>, bool);

fn stopped(made: Option<Made>) -> Result<Stopped, Problem> {
    let (stop, exception, by_machine) =
        made.ok_or_else(|| Problem::internal("a stop was entered that nobody decided"))?;
    Ok(Stopped {
        stop: stop.to_string(),
        exception: exception.map(|exception| exception.to_string()),
        by_machine,
        list_trouble: None,
    })
}

/// The workflow as it stands; refuses one that is not on the register.
pub(super) fn stands(
    view: &View<'_>,
    workflow: WorkflowRef,
) -> Result<store::tables::workflow::Workflow, Problem> {
    let unknown = || domain::Refusal::Unknown { reference: workflow.to_string() };
    Ok(view.workflow(workflow)?.ok_or_else(unknown)?)
}
