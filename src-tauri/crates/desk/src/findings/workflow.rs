//! What the rules say of one workflow.

use domain::rule::{About, Group, Rule, launch_blockers};
use store::AsOf;

use super::WorkflowRules;
use super::find::found;
use super::says::Teller;
use crate::count::count;
use crate::decisions::earned;
use crate::register::WorkflowQuery;
use crate::workspace::last_at;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn workflow_rules(&mut self, request: WorkflowQuery) -> Result<WorkflowRules, Problem> {
        let open = self.open()?;
        let view = open.store.as_of(AsOf::Seq(open.up_to(request.as_of)?));
        let at = request.as_of.map_or_else(|| Ok(self.moment()), |_| last_at(&view))?;
        let reference = request.workflow.parse()?;
        let found = found(&view, at)?;
        let about = About::Workflow(reference);
        let teller = Teller::of(&view, &found, [&about])?;
        let own = found.broken.iter().filter(|dated| dated.broken.about == about);
        let blockers = found
            .workflows
            .get(&reference)
            .map(|workflow| launch_blockers(&found.among, workflow))
            .unwrap_or_default();
        let asked = Rule::ALL
            .iter()
            .filter(|rule| rule.group() == Group::Launch && found.among.asks(**rule))
            .count();
        Ok(WorkflowRules {
            findings: own.map(|dated| teller.finding(dated)).collect(),
            to_launch: blockers.iter().map(|broken| teller.broken(broken)).collect(),
            asked: count(asked),
            earned: match found.workflows.get(&reference) {
                Some(workflow) => earned(&view, workflow, at)?,
                None => None,
            },
        })
    }
}
