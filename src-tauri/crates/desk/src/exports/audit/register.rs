//! The register at the quarter's end, and what moved on it.

use domain::workflow::Status;
use report::audit::{Cell, Line, Section, State};
use report::counted;
use report::sponsor::Shift;

use super::super::quarter::{Quarter, Returned, earned, moved, returned, tier, tiered_by};
use super::table::{key, of_record, part, points, row, share, state, words};
use crate::erased::or_erased;
use crate::problem::capital;
use crate::register::{RegisterRow, phase_words, stage_words};

pub(super) fn section(quarter: &Quarter) -> Section {
    let rows = &quarter.stood.register;
    let retired = rows.iter().filter(|row| row.status == Status::Retired).count();
    let all = counted(rows.len() - retired, "workflow", "workflows");
    let gone = match retired {
        0 => String::new(),
        retired => format!(", {} retired", report::grouped(retired as u64)),
    };
    let live = rows.iter().filter(|row| row.status == Status::Live).count();
    Section {
        title: "Register".to_owned(),
        lead: format!("{all} on the register, {live} of them live{gone}."),
        holds: format!("{all}{gone}"),
        parts: vec![
            part(
                "Register as the figures stand",
                vec![
                    points("Workflow", 44),
                    share("Name", 14),
                    share("Phase", 9),
                    points("Tier", 78),
                    points("Status", 54),
                    share("Owner", 9),
                    share("Approver", 10),
                ],
                rows.iter().map(workflow).collect(),
                "No workflow was on the register.",
            ),
            tiers(quarter),
            statuses(quarter),
            there_and_back(&returned(quarter)),
        ],
    }
}

fn workflow(one: &RegisterRow) -> Line {
    let approver = one.approver.clone().unwrap_or_default();
    let people = one.approver_people.join(", ");
    let approver = match people.is_empty() {
        true => approver,
        false => format!("{people}, {approver}"),
    };
    of_record(
        &one.workflow,
        vec![
            key(&one.workflow),
            words(or_erased(one.name.as_ref())),
            words(one.phase.map_or("", phase_words)),
            Cell::Tier(tier(one)),
            status(one.status),
            words(one.owner.clone().unwrap_or_default()),
            words(approver),
        ],
    )
}

/// A workflow's status with its mark.
fn status(status: Status) -> Cell {
    let mark = match status {
        Status::Draft => State::New,
        Status::Live => State::Live,
        Status::Paused => State::Paused,
        Status::Stopped => State::Stopped,
        Status::Retired => State::NotAsked,
    };
    state(mark, status.words())
}

/// Whose tier or write stage is another than a quarter before.
fn tiers(quarter: &Quarter) -> report::audit::Part {
    let moved = moved(quarter);
    let now = &quarter.stood.register;
    let before = quarter.before.iter().flat_map(|before| &before.register);
    let staged = before.filter_map(|then| {
        let now = now.iter().find(|row| row.workflow == then.workflow)?;
        let stages = [then.write_stage, now.write_stage];
        let [from, to] = stages.map(|stage| stage.map_or("–", stage_words));
        (from != to).then(|| {
            row(vec![
                key(&now.workflow),
                words(or_erased(now.name.as_ref())),
                words(from),
                words(to),
                words("write stage"),
            ])
        })
    });
    let tiered = moved.iter().filter(|one| earned(one).is_some()).map(|one| {
        row(vec![
            key(&one.workflow),
            words(&one.name),
            Cell::Tier(one.from),
            Cell::Tier(one.to),
            words(format!("tier, {}", tiered_by(quarter, &one.workflow))),
        ])
    });
    let lines = tiered.chain(staged).collect();
    let columns = vec![
        points("Workflow", 44),
        share("Name", 12),
        points("From", 92),
        points("To", 92),
        share("What, by", 9),
    ];
    let none = match quarter.before {
        Some(_) => "No tier and no write stage changed since the quarter before.",
        None => "The workspace has no quarter before this one to compare with.",
    };
    part("Tiers and write stages changed", columns, lines, none)
}

/// What was launched, paused, stopped, restarted, retired or put on the register.
fn statuses(quarter: &Quarter) -> report::audit::Part {
    let moved = moved(quarter);
    let shown = moved.iter().filter(|one| match one.shift {
        Shift::Up | Shift::Down => false,
        Shift::Found
        | Shift::Launched
        | Shift::Restarted
        | Shift::Registered
        | Shift::Stopped
        | Shift::Paused
        | Shift::Retired => true,
    });
    let lines = shown.map(|one| {
        let mark = match one.shift {
            Shift::Stopped => State::Stopped,
            Shift::Paused => State::Paused,
            Shift::Retired => State::NotAsked,
            Shift::Registered => State::New,
            Shift::Found | Shift::Launched | Shift::Restarted | Shift::Up | Shift::Down => {
                State::Live
            }
        };
        row(vec![
            key(&one.workflow),
            words(&one.name),
            state(mark, capital(one.shift.word())),
            words(&one.by),
        ])
    });
    let columns =
        vec![points("Workflow", 44), share("Name", 1), points("Now", 80), points("By", 90)];
    let lines = lines.collect();
    part("Launched, paused, stopped", columns, lines, "No workflow changed its status.")
}

/// What the parts before cannot tell: they compare how two quarters ended.
fn there_and_back(returned: &[Returned]) -> report::audit::Part {
    let lines = returned.iter().map(|one| {
        row(vec![key(&one.workflow), words(&one.name), words(capital(&one.what)), words(&one.by)])
    });
    let columns = vec![points("Workflow", 44), share("Name", 1), share("What", 1), share("By", 1)];
    let empty = "No stop was lifted and no decision of the quarter rolled back, and no status, tier or \
                 write stage came back to what it was.";
    part("Done and undone within the quarter", columns, lines.collect(), empty)
}
