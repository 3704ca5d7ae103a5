//! Setting a workflow aside and taking it up again.

use domain::workflow::{self, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::describe::stands;
use super::{WorkflowPage, WorkflowQuery};
use crate::people::standing;
use crate::{Desk, Problem};

/// Sets where a workflow stands, as far as one person may.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetWorkflowStatus {
    /// Which workflow.
    pub workflow: String,
    /// Where it stands from now on.
    pub status: Status,
    /// Why.
    pub why: String,
}

impl Desk {
    /// See the list of operations.
    pub fn set_workflow_status(
        &mut self,
        request: SetWorkflowStatus,
    ) -> Result<WorkflowPage, Problem> {
        let reference = request.workflow.parse()?;
        self.act_because(&request.why, |act| {
            let standing = standing(act.view, act.now)?;
            let now = stands(act.view, reference)?.as_it_stands();
            let to = request.status;
            Ok(vec![workflow::set_status(&standing, act.by, &now, to, &request.why)?])
        })?;
        self.workflow(WorkflowQuery { workflow: request.workflow, as_of: None })
    }
}
