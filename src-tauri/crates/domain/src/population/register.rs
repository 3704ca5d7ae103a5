//! The register made ready for many actions: what each workflow might do, from when to when.

use std::collections::HashMap;

use chrono_tz::Tz;

use crate::decision::Permit;
use crate::people::Standing;
use crate::text::fold;
use crate::workflow::{ActionKind, Facts, Limits, Permitted, Status};
use crate::{PermitRef, PersonRef, RoleId, Text, WorkflowRef};

/// A name that a workflow bore for a while; times are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Whose.
    pub workflow: WorkflowRef,
    /// Since when.
    pub from: i64,
    /// Until just before when; none while it bears it.
    pub to: Option<i64>,
}

/// A workflow as it stood from one moment on.
#[derive(Clone, Debug)]
pub struct Stood {
    /// Since when, in milliseconds since 1970.
    pub from: i64,
    /// Where it stood.
    pub status: Status,
    /// The role that approves.
    pub approver: Option<RoleId>,
    /// What it might do, by the kind's place in [`ActionKind::ALL`]; none means blocked.
    rows: Vec<Option<(Permitted, Limits)>>,
    /// The segments of each row, folded.
    segments: Vec<Vec<String>>,
    /// The roles that each row is for; none named means all.
    roles: Vec<Vec<RoleId>>,
    /// The tier it was only said to have, where nothing was said of single actions.
    stated: Option<Permitted>,
}

impl Stood {
    /// What `facts` and `status` say from `from` on.
    pub fn of(from: i64, status: Status, facts: &Facts) -> Self {
        let row = |kind: &ActionKind| {
            facts.permission(*kind).map(|row| (row.permitted, row.limits.clone()))
        };
        let segments = |kind: &ActionKind| {
            let row = facts.permission(*kind);
            let texts = row.map(|row| row.limits.segments.as_slice()).unwrap_or_default();
            texts.iter().filter_map(Text::words).map(fold).collect()
        };
        let roles = |kind: &ActionKind| {
            facts.permission(*kind).map(|row| row.roles.clone()).unwrap_or_default()
        };
        let stated = facts.tier_stated.filter(|_| facts.permissions.is_empty());
        let stated = stated.map(|tier| match tier.number() {
            1 => Permitted::Tier1,
            2 => Permitted::Tier2,
            3 => Permitted::Tier3,
            _ => Permitted::Tier4,
        });
        Self {
            from,
            status,
            approver: facts.approver.clone(),
            rows: ActionKind::ALL.iter().map(row).collect(),
            segments: ActionKind::ALL.iter().map(segments).collect(),
            roles: ActionKind::ALL.iter().map(roles).collect(),
            stated,
        }
    }

    /// What was permitted of a kind of action; none where it was blocked or not listed.
    pub(super) fn permitted(&self, kind: ActionKind) -> Option<Permitted> {
        let row = self.rows.get(kind as usize).and_then(Option::as_ref);
        row.map(|(permitted, _)| *permitted)
            .or(self.stated)
            .filter(|permitted| *permitted != Permitted::Blocked)
    }

    pub(super) fn limits(&self, kind: ActionKind) -> Option<&Limits> {
        self.rows.get(kind as usize).and_then(Option::as_ref).map(|(_, limits)| limits)
    }

    pub(super) fn segments(&self, kind: ActionKind) -> &[String] {
        self.segments.get(kind as usize).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn roles(&self, kind: ActionKind) -> &[RoleId] {
        self.roles.get(kind as usize).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A workflow over its whole time.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Which.
    pub workflow: WorkflowRef,
    /// How it stood, oldest first.
    pub stood: Vec<Stood>,
}

impl Timeline {
    /// How it stood at a moment; none before it was registered.
    pub(super) fn at(&self, millis: i64) -> Option<&Stood> {
        let after = self.stood.partition_point(|stood| stood.from <= millis);
        self.stood.get(after.checked_sub(1)?)
    }
}

/// Everything that actions are held against.
#[derive(Clone, Debug)]
pub struct Register {
    /// The zone in which days and hours are told.
    pub zone: Tz,
    /// The names of workflows, folded, and their references: who bore each when.
    pub names: HashMap<String, Vec<Name>>,
    /// The workflows by reference.
    pub workflows: HashMap<WorkflowRef, Timeline>,
    /// Who holds and covers which role, with all days that are known.
    pub standing: Standing,
    /// The permits there are.
    pub permits: HashMap<PermitRef, Permit>,
}

impl Register {
    /// The workflow that bore a name, or has the reference, at a moment.
    pub fn find(&self, named: &str, millis: i64) -> Option<WorkflowRef> {
        bearer(self.bearers(named), millis)
    }

    /// Whether anything may be done only so often a day.
    pub fn is_capped(&self) -> bool {
        let stood = self.workflows.values().flat_map(|timeline| &timeline.stood);
        let mut rows = stood.flat_map(|stood| &stood.rows).flatten();
        rows.any(|(_, limits)| limits.per_day.is_some())
    }

    /// Every workflow that ever bore a name, or has the reference.
    pub(super) fn bearers(&self, named: &str) -> &[Name] {
        self.names.get(&fold(named)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether `person` acted for `role` on a day.
    pub(super) fn acted(&self, person: PersonRef, role: &RoleId, day: chrono::NaiveDate) -> bool {
        // Only the day differs, and what is asked reads no other of the desk's days.
        let held = self.standing.holdings.iter().any(|held| {
            held.person == person
                && held.role == *role
                && held.from <= day
                && held.to.is_none_or(|to| day <= to)
        });
        held || self.standing.in_place_of(person, role, day).is_some()
    }
}

/// Whose a name was at a moment.
pub(super) fn bearer(bearers: &[Name], millis: i64) -> Option<WorkflowRef> {
    let bore = |name: &&Name| name.from <= millis && name.to.is_none_or(|to| millis < to);
    bearers.iter().find(bore).map(|name| name.workflow)
}
