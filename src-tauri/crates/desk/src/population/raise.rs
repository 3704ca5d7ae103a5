//! One exception for the actions of a workflow that fail a test.

use domain::{BatchRef, WorkflowRef, population};

use super::register::register;
use super::test::{must_be_there, raised, tested};
use super::{PopulationQuery, PopulationView, RaisePopulation};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn raise_population(
        &mut self,
        request: RaisePopulation,
    ) -> Result<PopulationView, Problem> {
        let batch: BatchRef = request.batch.parse()?;
        let of = request.workflow.as_deref().map(str::parse::<WorkflowRef>).transpose()?;
        let zone = self.open()?.zone;
        let work = self.begin("raise_population");
        self.act_stoppable(&work, "", |act| {
            let known = must_be_there(act.view, batch)?;
            let standing = standing(act.view, act.now)?;
            let register = register(act.view, zone, standing.clone())?;
            let tested = tested(act.view, &known, &register, &work)?;
            let found = tested.tests.iter().find(|(test, _)| *test == request.test);
            let count = found.and_then(|(_, found)| found.by.get(&of)).copied().unwrap_or(0);
            let stands: Vec<_> = raised(act.view, batch)?
                .into_iter()
                .filter(|(test, workflow, _)| *test == request.test && *workflow == of)
                .map(|(_, _, exception)| exception)
                .collect();
            let next = act.view.next_exception()?;
            let about = (batch, request.test, of);
            let rules = act.view.rules()?;
            Ok(vec![population::raise(&standing, &rules, act.by, next, about, count, &stands)?])
        })?;
        drop(work);
        self.population(PopulationQuery { batch: request.batch })
    }
}
