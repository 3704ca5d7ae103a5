//! Files that come in: which reader takes which.

use desk::Problem;

use crate::args::{Args, Import, Imported};
use crate::{Outcome, batches, holidays, inventory, metrics, people_list, raci, usage};

/// Takes a file in.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    options_fit(import)?;
    match import.what {
        Imported::Workflows => inventory::import(args, import),
        Imported::Metrics => metrics::import(args, import),
        Imported::People => people_list::import(args, import),
        Imported::Actions => batches::import(args, import),
        Imported::Holidays => holidays::import(args, import),
        Imported::Raci => raci::import(args, import),
    }
}

fn options_fit(import: &Import) -> Result<(), Problem> {
    let is = |what: Imported| import.what == what;
    let mapped = is(Imported::Workflows) || is(Imported::Actions);
    usage::options_fit(&[
        ("--update", import.update, is(Imported::Workflows)),
        ("--map", import.map.is_some(), mapped),
        ("--treat", !import.treatments.is_empty(), is(Imported::Actions)),
        ("--kind", !import.kinds.is_empty(), is(Imported::Actions)),
        ("--sheet", import.sheet.is_some(), mapped),
        ("--origin", import.origin.is_some(), is(Imported::Actions)),
        ("--query", import.query.is_some(), is(Imported::Actions)),
        ("--pulled-at", import.pulled_at.is_some(), is(Imported::Actions)),
        ("--pulled-by", import.pulled_by.is_some(), is(Imported::Actions)),
        ("--workflow", import.workflow.is_some(), is(Imported::Actions)),
        ("--preset", import.preset.is_some(), is(Imported::Actions)),
        ("--zone", import.zone.is_some(), is(Imported::Actions)),
        ("--day-first", import.day_first.is_some(), is(Imported::Actions)),
        ("--correct-because", !import.correct_because.is_empty(), is(Imported::Metrics)),
        ("--name", import.name.is_some(), is(Imported::Raci)),
        ("--propose", import.propose.is_some(), is(Imported::Raci)),
        ("--why", !import.why.is_empty(), is(Imported::Holidays)),
        ("--rejected", import.rejected.is_some(), !is(Imported::Raci)),
    ])
}
