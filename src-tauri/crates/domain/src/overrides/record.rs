//! Recording an override, and raising an exception where one team does it again and again.

use super::{Earlier, Kind, OverrideRecorded, Reason, Repeats, repeated};
use crate::exception::{self, Cause, ExceptionRaised, Severity};
use crate::people::{Standing, Teams, revops};
use crate::refusal::{Limit, TEXT_LIMIT, optional, required};
use crate::{
    Event, ExceptionRef, Moment, OverrideRef, PersonRef, Refusal, TeamRef, Text, WorkflowRef,
};

/// What somebody records.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// What was overridden.
    pub kind: Kind,
    /// The workflow whose AI proposed it.
    pub workflow: WorkflowRef,
    /// The team it counts for; none takes the only one the person works in.
    pub team: Option<TeamRef>,
    /// Where the record lies.
    pub pointer: &'a str,
    /// What the AI proposed.
    pub ai_said: &'a str,
    /// What the human chose.
    pub chose: &'a str,
    /// Why, from the list.
    pub reason: Reason,
    /// Why, in words; needed where the list has no word for it.
    pub note: &'a str,
    /// Whether an AI proposed the reason.
    pub generated: bool,
}

/// What the rules are told beside what somebody records.
#[derive(Clone, Copy, Debug)]
pub struct Recording<'a> {
    /// The teams there are.
    pub teams: &'a Teams,
    /// The overrides before this one.
    pub earlier: &'a [Earlier],
    /// The exceptions there are.
    pub exceptions: &'a [exception::Exception],
    /// How many, in how many days, are too many.
    pub repeats: Repeats,
    /// Now.
    pub now: Moment,
    /// The reference of the override.
    pub next: OverrideRef,
    /// The reference of an exception that comes with it.
    pub next_exception: ExceptionRef,
}

/// Where a record lies is one line; an address may be long.
const POINTER: Limit = Limit { length: 500, one_line: true };
/// What was said and chosen is a line, not the record's content.
const LINE: Limit = Limit { length: 500, one_line: true };

/// Records an override; anyone who is here may, for a team they work in. Where this makes one team's
/// overrides of one workflow too many, RevOps is asked to look, in the same breath.
pub fn record(
    standing: &Standing,
    by: PersonRef,
    recorded: Recorded<'_>,
    to: &Recording<'_>,
) -> Result<Vec<Event>, Refusal> {
    standing.must_be_here(by)?;
    let team = team_of(standing, to.teams, by, recorded.team)?;
    let Recorded { kind, workflow, reason, generated, .. } = recorded;
    let note = optional("the note", recorded.note, TEXT_LIMIT)?;
    if reason == Reason::Other && note.is_none() {
        return Err(Refusal::Blank { field: "the note" });
    }
    let event = OverrideRecorded {
        reference: to.next,
        kind,
        workflow,
        team,
        pointer: required("where the record lies", recorded.pointer, POINTER)?,
        ai_said: required("what the AI said", recorded.ai_said, LINE)?,
        chose: required("what you chose", recorded.chose, LINE)?,
        reason,
        note,
        generated,
    };
    let mut events = vec![event.into()];
    if let Some(overrides) = repeated(to, workflow, team) {
        events.push(raised(to, workflow, team, overrides));
    }
    Ok(events)
}

fn raised(
    to: &Recording<'_>,
    workflow: WorkflowRef,
    team: Option<TeamRef>,
    overrides: Vec<OverrideRef>,
) -> Event {
    let who = team.map_or_else(|| "people of no team".to_owned(), |team| team.to_string());
    let what = format!(
        "{} overrides of {workflow} by {who} in {} days.",
        overrides.len(),
        to.repeats.days
    );
    ExceptionRaised {
        exception: to.next_exception,
        kind: exception::Kind::Anomaly,
        severity: Severity::Normal,
        workflow: Some(workflow),
        what: Text::new(what),
        pointer: None,
        routed: revops(),
        beside: Vec::new(),
        cause: Cause::Overrides { team, overrides },
    }
    .into()
}

/// The team an override of `by` counts for: the one given, where they belong to it or manage it; or
/// the only one.
fn team_of(
    standing: &Standing,
    teams: &Teams,
    by: PersonRef,
    given: Option<TeamRef>,
) -> Result<Option<TeamRef>, Refusal> {
    let own = teams.of(by, standing.today);
    match (given, own.as_slice()) {
        (Some(team), own) if own.contains(&team) => Ok(Some(team)),
        (Some(team), _) => Err(Refusal::NotTheirTeam { team, person: by }),
        (None, []) => Ok(None),
        (None, [only]) => Ok(Some(*only)),
        (None, _) => Err(Refusal::Blank { field: "the team" }),
    }
}
