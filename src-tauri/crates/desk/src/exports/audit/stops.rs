//! The kill switch: stops, drills, and which workflows were not tried.

use report::audit::{Line, Part, Section, State};
use report::counted;

use super::super::quarter::{Quarter, Stood, short_day};
use super::table::{key, of_record, part, points, row, share, state, with_earlier, words};
use crate::erased::or_erased;
use crate::stops::{StopRow, StopState};

pub(super) fn section(quarter: &Quarter) -> Section {
    let stood = &quarter.stood;
    let drills = stood.drilled();
    let stops = stood.stops.len() - drills;
    let overdue = stood.drills.iter().filter(|one| one.days < 0).count();
    let drilled = match drills {
        0 => "No drill in this quarter".to_owned(),
        drills => format!("{} in this quarter", counted(drills, "drill", "drills")),
    };
    Section {
        title: "Kill switch and drills".to_owned(),
        holds: format!(
            "{}, {}",
            counted(stops, "stop", "stops"),
            counted(drills, "drill", "drills")
        ),
        lead: format!(
            "{drilled}, {}. {overdue} of {} are overdue for one.",
            counted(stops, "stop", "stops"),
            counted(stood.drills.len(), "live workflow", "live workflows")
        ),
        parts: vec![pulled(quarter), next(stood)],
    }
}

fn pulled(quarter: &Quarter) -> Part {
    let columns = vec![
        points("Reference", 50),
        points("Day", 40),
        points("What", 36),
        share("Workflow", 6),
        share("By", 4),
        share("Confirmed", 6),
        share("Why", 6),
    ];
    let rows = |rows: &[StopRow]| rows.iter().map(stop).collect::<Vec<_>>();
    let lines = with_earlier(rows(&quarter.stood.stops), rows(&quarter.carried.stops));
    part("Stops and drills", columns, lines, "No stop and no drill in this quarter.")
}

fn stop(one: &StopRow) -> Line {
    let confirmed = one.systems.iter().filter(|system| system.confirmed_at.is_some()).count();
    let systems = format!("{confirmed} of {}", counted(one.systems.len(), "system", "systems"));
    let confirmed = match (one.state, one.seconds) {
        (StopState::Confirmed, Some(seconds)) => {
            state(State::Fine, format!("Everywhere within {}", lasted(seconds)))
        }
        (StopState::Confirmed, None) => state(State::Fine, "Everywhere"),
        (StopState::Waiting, _) => state(State::Waiting, format!("In {systems}")),
        (StopState::Lifted, _) => state(State::Attention, format!("Live again, in {systems}")),
    };
    let by = match (&one.by_name, one.by_machine) {
        (Some(name), _) => name.clone(),
        (None, true) => "the machine, nobody was signed in".to_owned(),
        (None, false) => String::new(),
    };
    let name = or_erased(one.workflow_name.as_ref());
    of_record(
        &one.stop,
        vec![
            key(&one.stop),
            words(short_day(&one.at)),
            words(if one.drill { "Drill" } else { "Stop" }),
            words(format!("{name} {}", one.workflow)),
            words(by),
            confirmed,
            words(one.why.clone().unwrap_or_default()),
        ],
    )
}

/// "40 s", "18 min", "2 h 5 min".
fn lasted(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn next(stood: &Stood) -> Part {
    let columns = vec![
        points("Workflow", 50),
        share("Name", 4),
        share("Kill-switch owner", 3),
        points("Last seen to work", 84),
        points("Next by", 64),
        points("Stands", 70),
    ];
    let lines = stood.drills.iter().map(|one| {
        let stands = match one.days < 0 {
            true => state(State::Breach, "Overdue"),
            false => state(State::Fine, "In time"),
        };
        row(vec![
            key(&one.workflow),
            words(or_erased(one.name.as_ref())),
            words(one.owner_name.clone().unwrap_or_default()),
            words(one.last.clone().unwrap_or_else(|| "never".to_owned())),
            words(&one.due),
            stands,
        ])
    });
    let lines = lines.collect();
    part("When each live workflow is tried next", columns, lines, "No workflow was live.")
}
