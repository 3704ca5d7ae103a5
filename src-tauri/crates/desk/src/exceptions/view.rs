//! Exceptions as screens show them.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use domain::exception::{Cause, Stage};
use domain::people::{Standing, keepers};
use domain::{PersonRef, StopRef, Text, WorkflowRef};
use store::tables::exception::Exception;
use store::tables::stop::Stop;

use super::{ExceptionRow, ExceptionsView};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::when::local;
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn exceptions(&mut self, _: Nothing) -> Result<ExceptionsView, Problem> {
        let now = self.moment();
        let desk = self.open()?;
        let view = desk.view();
        let names = view.workflow_names()?.into_iter();
        let shown = Shown {
            names: Names::of(&view)?,
            workflows: names.filter_map(|(workflow, name)| Some((workflow, name?))).collect(),
            standing: standing(&view, now)?,
            stops: view.stops()?.into_iter().map(|stop| (stop.stop, stop)).collect(),
            me: desk.at_desk.person(),
            zone: settings(&view)?.zone,
        };
        let (mut open, mut over): (Vec<_>, Vec<_>) =
            view.exceptions()?.into_iter().partition(|one| one.stage == Stage::Open);
        open.sort_by_key(|one| (std::cmp::Reverse(one.severity), one.raised.seq));
        over.sort_by_key(|one| std::cmp::Reverse(one.ended.map(|end| end.seq)));
        let rows = |all: &[Exception]| all.iter().map(|one| shown.row(one)).collect();
        Ok(ExceptionsView { open: rows(&open), over: rows(&over) })
    }
}

struct Shown {
    names: Names,
    workflows: BTreeMap<WorkflowRef, String>,
    standing: Standing,
    stops: BTreeMap<StopRef, Stop>,
    me: Option<PersonRef>,
    zone: Tz,
}

impl Shown {
    fn row(&self, one: &Exception) -> ExceptionRow {
        let (stop, overrides) = match &one.cause {
            Cause::Metric { .. } | Cause::Report => (None, Vec::new()),
            Cause::Stop { stop } => (Some(*stop), Vec::new()),
            Cause::Overrides { overrides, .. } => (None, overrides.clone()),
        };
        let pulled = stop.and_then(|stop| self.stops.get(&stop));
        let roles = [vec![one.routed.clone()], keepers()].concat();
        ExceptionRow {
            exception: one.exception.to_string(),
            entry: one.raised.seq,
            kind: one.kind,
            severity: one.severity,
            stage: one.stage,
            workflow: one.workflow.map(|workflow| workflow.to_string()),
            workflow_name: one.workflow.and_then(|workflow| self.workflows.get(&workflow).cloned()),
            what: words(Some(&one.what)),
            routed_name: self.names.role(&one.routed),
            mine: one.stage == Stage::Open
                && self.me.is_some_and(|me| roles.iter().any(|role| self.standing.acts(me, role))),
            stop: stop.map(|stop| stop.to_string()),
            overrides: overrides.iter().map(ToString::to_string).collect(),
            raised_by: self.names.actor(one.raised_by),
            raised_at: local(one.raised.at, self.zone),
            why: pulled.and_then(|stop| words(stop.why.as_ref())),
            waits_for: pulled.and_then(waits_for),
            words: words(one.words.as_ref()),
            ended_by: one.ended_by.map(|by| self.names.actor(by)),
            ended_at: one.ended.map(|end| local(end.at, self.zone)),
        }
    }
}

/// In how many systems a stop is still to be confirmed, in words.
fn waits_for(stop: &Stop) -> Option<String> {
    let rules = stop.as_it_stands();
    let left = stop.systems.len().saturating_sub(stop.confirmed.len());
    rules.waits().then(|| format!("{left} of {} systems to confirm", stop.systems.len()))
}

fn words(text: Option<&Text>) -> Option<String> {
    text.and_then(Text::words).map(str::to_owned)
}
