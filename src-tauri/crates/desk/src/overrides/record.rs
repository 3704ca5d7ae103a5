//! Recording an override.

use domain::overrides::{self, Recorded, Recording, Repeats};
use domain::{Event, TeamRef, WorkflowRef};

use super::{OverrideForm, OverrideMade, RecordOverride, TeamPick};
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn override_form(&mut self, _: Nothing) -> Result<OverrideForm, Problem> {
        let now = self.clock.now();
        let open = self.open()?;
        let view = open.store.now();
        let teams = view.teams()?;
        let today = standing(&view, now)?.today;
        let own = open.at_desk.person().map(|me| teams.of(me, today)).unwrap_or_default();
        let workflows = super::workflows(&view)?;
        let teams = teams.teams.iter().filter(|team| own.contains(&team.team)).map(|team| {
            let name = team.name.words().map(str::to_owned);
            TeamPick { team: team.team.to_string(), name }
        });
        Ok(OverrideForm { workflows, teams: teams.collect() })
    }

    /// See the list of operations.
    pub fn record_override(&mut self, request: RecordOverride) -> Result<OverrideMade, Problem> {
        let workflow: WorkflowRef = request.workflow.parse()?;
        let team: Option<TeamRef> = request.team.as_deref().map(str::parse).transpose()?;
        let mut made = None;
        self.act(|act| {
            let view = act.view;
            if view.workflow(workflow)?.is_none() {
                return Err(domain::Refusal::Unknown { reference: workflow.to_string() }.into());
            }
            let exceptions: Vec<_> = view
                .exceptions()?
                .iter()
                .map(store::tables::exception::Exception::as_it_stands)
                .collect();
            let to = Recording {
                teams: &view.teams()?,
                earlier: &view.overrides_of(workflow)?,
                exceptions: &exceptions,
                repeats: Repeats::set(&view.rules()?),
                now: act.now,
                next: view.next_override()?,
                next_exception: view.next_exception()?,
            };
            let recorded = Recorded {
                kind: request.kind,
                workflow,
                team,
                pointer: &request.pointer,
                ai_said: &request.ai_said,
                chose: &request.chose,
                reason: request.reason,
                note: &request.note,
                generated: request.generated,
            };
            let events = overrides::record(&standing(view, act.now)?, act.by, recorded, &to)?;
            let exception = events.iter().any(|event| matches!(event, Event::ExceptionRaised(_)));
            made = Some((to.next, exception.then_some(to.next_exception)));
            Ok(events)
        })?;
        let (reference, exception) =
            made.ok_or_else(|| Problem::internal("an override was entered that nobody decided"))?;
        Ok(OverrideMade {
            reference: reference.to_string(),
            exception: exception.map(|exception| exception.to_string()),
        })
    }
}
