//! A workspace begins.

use chrono_tz::Tz;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Founder, MachineKey, WorkspaceCreated, startup};
use crate::refusal::{NAME_LIMIT, required};
use crate::rule::{RulesSet, Settings};
use crate::{Event, Moment, PersonRef, PolicyRef, Refusal, people};

/// Something a new workspace may start with, beside its roles and the weekly call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StartUpSet {
    /// The daily watch, the monthly model review and the quarterly audit.
    Cadences,
    /// The metrics that reviews ask for.
    Metrics,
    /// The RACI matrices.
    Raci,
    /// The policies and the training, as drafts.
    Policies,
}

impl StartUpSet {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cadences, Self::Metrics, Self::Raci, Self::Policies];
}

/// What a person says to start a workspace.
#[derive(Clone, Debug)]
pub struct Founding<'a> {
    /// What it is called.
    pub name: &'a str,
    /// IANA time zone.
    pub zone: &'a str,
    /// Month the fiscal year starts in.
    pub fiscal_start: u32,
    /// Whether it is a demo.
    pub demo: bool,
    /// The founder's name.
    pub founder: &'a str,
    /// The founder's key id and public key (base64).
    pub key: (String, String),
    /// The machine's key id and public key (base64).
    pub machine: (String, String),
    /// What it starts with.
    pub sets: &'a [StartUpSet],
}

/// The first entries: the workspace, the start-up roles, the founder as RevOps, the decision rights,
/// the weekly call, the start-up sets wanted, and the rules as they start.
pub fn create(founding: Founding<'_>, now: Moment) -> Result<Vec<Event>, Refusal> {
    let zone = zone(founding.zone)?;
    if !(1..=12).contains(&founding.fiscal_start) {
        return Err(Refusal::UnknownMonth { month: founding.fiscal_start });
    }
    let person = PersonRef::new(1);
    let today = now.in_zone(zone).date_naive();
    let created = WorkspaceCreated {
        name: required("the workspace’s name", founding.name, NAME_LIMIT)?,
        zone: zone.name().to_owned(),
        fiscal_start: founding.fiscal_start,
        demo: founding.demo,
        machine: MachineKey { key: founding.machine.0, public: founding.machine.1 },
        founder: Founder {
            person,
            name: required("your name", founding.founder, NAME_LIMIT)?,
            key: founding.key.0,
            public: founding.key.1,
        },
    };
    let wants = |set: StartUpSet| founding.sets.contains(&set);
    let mut events = vec![created.into(), startup::roles().into()];
    if wants(StartUpSet::Metrics) {
        events.push(startup::metrics().into());
    }
    events.push(people::RoleGiven { person, role: people::revops(), from: today, to: None }.into());
    events.push(startup::rights().into());
    if wants(StartUpSet::Raci) {
        events.extend(startup::matrices().into_iter().map(Event::from));
    }
    let mut cadences = match wants(StartUpSet::Cadences) {
        true => startup::cadences(zone, today, founding.fiscal_start),
        false => vec![startup::weekly(zone, today)],
    };
    if !wants(StartUpSet::Metrics) {
        // Metrics defined later take these references for something else.
        let items = cadences.iter_mut().flat_map(|cadence| &mut cadence.checklist);
        items.for_each(|item| item.metrics.clear());
    }
    events.extend(cadences.into_iter().map(Event::from));
    if wants(StartUpSet::Policies) {
        events.extend(startup::policies(PolicyRef::new(1)).into_iter().map(Event::from));
    }
    events.push(RulesSet { settings: Settings::start_up() }.into());
    Ok(events)
}

/// The zone of that name.
pub fn zone(name: &str) -> Result<Tz, Refusal> {
    name.trim().parse().map_err(|_| Refusal::UnknownZone { zone: name.to_owned() })
}
