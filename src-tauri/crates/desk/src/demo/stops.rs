//! What was overridden, tried and stopped in the two quarters.

use domain::overrides::{Kind, Reason};

use super::company::{AMARA, HANNAH, ILSE, JONAS, MAREN, NOUR, RAFAEL, TOMASZ};
use super::register::by_name;
use super::story::Story;
use crate::Problem;
use crate::operations::{
    AttributeStop, ConfirmStop, Nothing, RecordOverride, ResolveException, StopWorkflow,
};

const FORECAST: &str = "Pipeline forecast";
const LISTS: &str = "Prospect list building";
/// Stopped in the tenth week, and restarted by decision two days later.
pub const PROPOSALS: &str = "Proposal assembly";

/// An override: when (week, day, hour, minute), who, of which workflow, what was overridden, the
/// record, what the AI said, what the human chose, why, and whether an AI proposed the reason.
struct Overridden(
    (u64, u64, u32, u32),
    &'static str,
    &'static str,
    Kind,
    [&'static str; 3],
    Reason,
    &'static str,
    bool,
);

const OVERRIDES: &[Overridden] = &[
    Overridden(
        (6, 2, 15, 12),
        TOMASZ,
        "Lead scoring, ICP v4",
        Kind::Output,
        ["00Q8d00001TnXe", "Score 91", "Score 35"],
        Reason::StaleData,
        "The company was sold in May.",
        false,
    ),
    Overridden(
        (12, 3, 10, 41),
        NOUR,
        "First-touch email drafts",
        Kind::Output,
        ["00Q8d00001Ubq2", "Draft about the spring release", "Rewritten by hand"],
        Reason::Tone,
        "",
        true,
    ),
    Overridden(
        (16, 0, 16, 5),
        HANNAH,
        FORECAST,
        Kind::CloseDate,
        ["006Aa00000Lm4d", "30 September", "15 November"],
        Reason::CustomerAsked,
        "Their board meets in November.",
        false,
    ),
    Overridden(
        (21, 1, 17, 22),
        HANNAH,
        FORECAST,
        Kind::Forecast,
        ["006Aa00000Pq71", "Commit, 240,000", "Best case, 240,000"],
        Reason::MissingContext,
        "The champion moved to another company.",
        false,
    ),
    Overridden(
        (21, 3, 9, 48),
        JONAS,
        FORECAST,
        Kind::Forecast,
        ["006Aa00000Pr05", "Commit, 96,000", "Pipeline, 96,000"],
        Reason::MissingContext,
        "",
        true,
    ),
    Overridden(
        (22, 2, 11, 30),
        HANNAH,
        FORECAST,
        Kind::CloseDate,
        ["006Aa00000Pt9c", "31 October", "15 December"],
        Reason::StaleData,
        "It still reads the stage of two weeks ago.",
        false,
    ),
    Overridden(
        (25, 3, 14, 17),
        TOMASZ,
        "Lead scoring, ICP v4",
        Kind::Output,
        ["00Q8d00001Wk7p", "Score 12", "Score 70"],
        Reason::MissingContext,
        "Met them at the trade fair.",
        false,
    ),
    Overridden(
        (25, 4, 10, 2),
        TOMASZ,
        "Lead scoring, ICP v4",
        Kind::Output,
        ["00Q8d00001Wm1a", "Score 18", "Score 64"],
        Reason::MissingContext,
        "Same trade fair.",
        true,
    ),
];

/// The overrides with the exception that three of them brought about, one drill, one stop.
pub fn plan(story: &mut Story<'_>) {
    for one in OVERRIDES {
        let Overridden((week, day, hour, minute), by, ..) = one;
        story.plan(story.days.at(*week, *day, *hour, *minute), by, |story| record(story, one));
    }
    resolved(
        story,
        (23, 0, 16, 20),
        FORECAST,
        "The forecast read stages from a copy that was refreshed every two weeks. It is daily now; \
         the next ten forecasts are compared by hand.",
    );
    story.plan(story.days.at(10, 1, 11, 20), ILSE, |story| {
        let why = "It put last year’s liability clause into two drafts.";
        let stopped = stop(story, PROPOSALS, why, false)?;
        story.seconds(340);
        confirm(story, &stopped, "The button is gone for everybody; seen in two accounts.")
    });
    resolved(
        story,
        (10, 3, 13, 30),
        PROPOSALS,
        "The clause library still held the old edition. Neither draft had left the house.",
    );
    story.plan(story.days.at(18, 2, 11, 0), MAREN, |story| {
        let drill = stop(story, "Bounce suppression", "Quarterly drill of the kill switch.", true)?;
        story.seconds(260);
        confirm(story, &drill, "Paused in the tool within a minute; the list stood still.")
    });
    story.plan(story.days.at(24, 4, 18, 4), AMARA, |story| {
        // She was not signed in when she saw it: the machine signed.
        story.desk.lock(Nothing {})?;
        let why = "It gathered contacts from a directory we have no agreement with.";
        let stopped = stop(story, LISTS, why, false)?;
        story.seconds(95);
        story.sign_in(AMARA)?;
        story.desk.attribute_stop(AttributeStop { stop: stopped.clone() })?;
        story.seconds(300);
        confirm_one(story, &stopped, 0, "The job is off; nothing was gathered after 18:05.")
    });
    story.plan(story.days.at(24, 4, 18, 31), RAFAEL, |story| {
        let open = story.desk.stops(Nothing {})?.stops;
        let Some(stop) = open.into_iter().find(|one| !one.drill) else { return Ok(()) };
        confirm_rest(story, &stop.stop, "Its access was withdrawn; no write since 18:06.")
    });
    resolved(
        story,
        (25, 0, 15, 40),
        LISTS,
        "Its last release had added the directory to its sources. 212 contacts were deleted. It stays \
         stopped until the sponsor decides on a restart.",
    );
}

fn record(story: &mut Story<'_>, one: &Overridden) -> Result<(), Problem> {
    let Overridden(_, _, workflow, kind, [pointer, said, chose], reason, note, generated) = one;
    let workflow = reference(story, workflow)?;
    let request = RecordOverride {
        kind: *kind,
        workflow,
        team: None,
        pointer: (*pointer).to_owned(),
        ai_said: (*said).to_owned(),
        chose: (*chose).to_owned(),
        reason: *reason,
        note: (*note).to_owned(),
        generated: *generated,
    };
    story.desk.record_override(request).map(|_| ())
}

fn stop(story: &mut Story<'_>, workflow: &str, why: &str, drill: bool) -> Result<String, Problem> {
    let (workflow, why) = (reference(story, workflow)?, why.to_owned());
    Ok(story.desk.stop_workflow(StopWorkflow { workflow, why, drill })?.stop)
}

fn confirm(story: &mut Story<'_>, stop: &str, words: &str) -> Result<(), Problem> {
    confirm_one(story, stop, 0, words)?;
    confirm_rest(story, stop, words)
}

fn confirm_one(story: &mut Story<'_>, stop: &str, system: u32, words: &str) -> Result<(), Problem> {
    let (stop, words) = (stop.to_owned(), words.to_owned());
    story.desk.confirm_stop(ConfirmStop { stop, system, words }).map(|_| ())
}

/// Confirms it wherever it is not confirmed yet.
fn confirm_rest(story: &mut Story<'_>, stop: &str, words: &str) -> Result<(), Problem> {
    let rows = story.desk.stops(Nothing {})?.stops;
    let systems = rows.into_iter().find(|row| row.stop == stop).map(|row| row.systems);
    for (system, one) in (0_u32..).zip(systems.unwrap_or_default()) {
        if one.confirmed_at.is_none() {
            confirm_one(story, stop, system, words)?;
        }
    }
    Ok(())
}

/// What was found about the open exception of a workflow.
fn resolved(
    story: &mut Story<'_>,
    (week, day, hour, minute): (u64, u64, u32, u32),
    workflow: &'static str,
    words: &'static str,
) {
    story.plan(story.days.at(week, day, hour, minute), MAREN, move |story| {
        let open = story.desk.exceptions(Nothing {})?.open;
        let about = open.into_iter().find(|one| one.workflow_name.as_deref() == Some(workflow));
        let Some(about) = about else { return Ok(()) };
        let (exception, words) = (about.exception, words.to_owned());
        story.desk.resolve_exception(ResolveException { exception, words }).map(|_| ())
    });
}

fn reference(story: &mut Story<'_>, name: &str) -> Result<String, Problem> {
    by_name(story.desk, name).map(|row| row.workflow)
}
