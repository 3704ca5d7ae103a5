//! The register over its whole time, made ready to hold actions against.

use std::collections::HashMap;

use chrono_tz::Tz;
use domain::Text;
use domain::people::Standing;
use domain::population::{Name, Register, Stood, Timeline};
use domain::text::fold;
use store::View;

use crate::Problem;

/// Everything that actions are held against, as `view` knows it.
pub(super) fn register(view: &View<'_>, zone: Tz, standing: Standing) -> Result<Register, Problem> {
    let mut names: HashMap<String, Vec<Name>> = HashMap::new();
    let mut workflows = HashMap::new();
    for workflow in view.workflows()? {
        let versions = view.workflow_history(workflow.workflow)?;
        let mut stood = Vec::with_capacity(versions.len());
        let mut named: Vec<(i64, Option<String>)> = Vec::new();
        for version in &versions {
            let Some(change) = view.change(version.since)? else { continue };
            let from = change.at.utc().timestamp_millis();
            stood.push(Stood::of(from, version.status, &version.facts));
            let name = version.facts.name.as_ref().and_then(Text::words).map(fold);
            if named.last().is_none_or(|(_, last)| *last != name) {
                named.push((from, name));
            }
        }
        let begins = stood.first().map(|first| first.from);
        let mut ends = named.iter().skip(1).map(|(from, _)| *from).collect::<Vec<_>>().into_iter();
        for (from, name) in &named {
            let to = ends.next();
            if let Some(name) = name {
                let bearer = Name { workflow: workflow.workflow, from: *from, to };
                names.entry(name.clone()).or_default().push(bearer);
            }
        }
        if let Some(from) = begins {
            let bearer = Name { workflow: workflow.workflow, from, to: None };
            names.entry(fold(&workflow.workflow.to_string())).or_default().push(bearer);
        }
        workflows.insert(workflow.workflow, Timeline { workflow: workflow.workflow, stood });
    }
    let permits = view.permits_counted(|at| at.in_zone(zone).date_naive())?.into_iter();
    let permits = permits.map(|permit| (permit.permit, permit)).collect();
    Ok(Register { zone, names, workflows, standing, permits })
}
