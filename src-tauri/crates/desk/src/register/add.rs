//! Putting one workflow on the register.

use domain::Text;
use domain::workflow::{self, Facts, Status};

use super::{AddWorkflow, RegisterQuery, WorkflowAdded};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn add_workflow(&mut self, request: AddWorkflow) -> Result<WorkflowAdded, Problem> {
        let facts = facts(&request)?;
        let mut added = None;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let register = act.view.register()?;
            let (workflow, event) =
                workflow::register(&standing, &register, act.by, Status::Draft, facts)?;
            added = Some(workflow);
            Ok(vec![event])
        })?;
        let workflow = added.map(|w| w.to_string()).unwrap_or_default();
        Ok(WorkflowAdded { workflow, register: self.register(RegisterQuery::default())? })
    }
}

fn facts(request: &AddWorkflow) -> Result<Facts, Problem> {
    let owner = request.owner.as_deref().filter(|owner| !owner.is_empty());
    Ok(Facts {
        name: Text::some(&request.name),
        ai_does: Text::some(&request.ai_does),
        human_does: Text::some(&request.human_does),
        vendor: Text::some(&request.vendor),
        phase: request.phase,
        kind: request.kind,
        owner: owner.map(str::parse).transpose()?,
        ..Facts::default()
    })
}
