//! Putting a finding off.

use domain::rule::{self, Broken, FindingPutOff};
use domain::workflow::Workflow;

use super::find::found;
use super::{FindingsQuery, FindingsView, PutOffFinding};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn put_off_finding(&mut self, request: PutOffFinding) -> Result<FindingsView, Problem> {
        let until = crate::when::day(&request.until)?;
        let PutOffFinding { rule, about, part, reason, .. } = request;
        self.act_because(&reason, |act| {
            let standing = standing(act.view, act.now)?;
            let found = found(act.view, act.now)?;
            let broken: Vec<Broken> =
                found.broken.iter().map(|dated| dated.broken.clone()).collect();
            let workflow: Option<&Workflow> =
                about.parse().ok().and_then(|workflow| found.workflows.get(&workflow));
            let terms = FindingPutOff { rule, about: about.clone(), part: part.clone(), until };
            Ok(vec![rule::put_off(&standing, act.by, &broken, workflow, terms, &reason)?])
        })?;
        self.findings(FindingsQuery::default())
    }
}
