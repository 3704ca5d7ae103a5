//! Kill switches: what was tried in the period, and by when each is to be tried next.

use domain::metric::derived::Stretch;

use super::PulledMark;
use super::table::{Row, Table};
use crate::erased::or_erased;
use crate::exports::quarter::stops;
use crate::stops::{DrillRow, StopRow, StopState};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk, stretch: Stretch) -> Result<Table, Problem> {
    let shown = stops(desk, stretch)?;
    let drills: Vec<&StopRow> = shown.stops.iter().filter(|stop| stop.drill).collect();
    let overdue = shown.drills.iter().filter(|one| one.days < 0).count();
    let next = shown.drills.iter().map(|one| {
        let own: Vec<&StopRow> =
            drills.iter().copied().filter(|drill| drill.workflow == one.workflow).collect();
        row(one, &own)
    });
    Ok(Table {
        columns: &["Workflow", "Drilled in the period", "Last seen to work", "Next by"],
        counts: vec![
            ("pulled.drills", drills.len() as u64),
            ("pulled.drills-overdue", overdue as u64),
        ],
        rows: next.collect(),
        empty: "No workflow is live.",
    })
}

fn row(one: &DrillRow, drills: &[&StopRow]) -> Row {
    let name = or_erased(one.name.as_ref());
    let drilled = drills.iter().map(|drill| took(drill)).collect::<Vec<_>>().join("; ");
    let drilled = if drilled.is_empty() { "not drilled".to_owned() } else { drilled };
    let last = one.last.clone().unwrap_or_else(|| "never".to_owned());
    let cells = vec![name, drilled, last, one.due.clone()];
    match one.days < 0 {
        true => Row::of(&one.workflow, cells, PulledMark::Breach, "Overdue"),
        false => Row::of(&one.workflow, cells, PulledMark::Fine, "In time"),
    }
}

/// "STOP-0004, everywhere in 12 min".
fn took(drill: &StopRow) -> String {
    let confirmed = match (drill.state, drill.seconds) {
        (StopState::Waiting, _) => "not confirmed everywhere".to_owned(),
        (StopState::Confirmed | StopState::Lifted, Some(seconds)) => {
            format!("everywhere in {} min", seconds.div_ceil(60))
        }
        (StopState::Confirmed | StopState::Lifted, None) => "ended".to_owned(),
    };
    format!("{}, {confirmed}", drill.stop)
}
