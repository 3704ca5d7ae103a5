//! What the report's closing page says: on what it stands, and whose keys.

use domain::Moment;
use report::audit::Verify;
use store::{Actor, View};

use super::super::frame::stamp;
use super::super::quarter::{Quarter, held};
use super::cover::by_entry;
use crate::Problem;
use crate::people::{Names, fingerprint};
use crate::when::local;
use crate::workspace::Open;

pub(super) fn verify(open: &Open, quarter: &Quarter) -> Result<Verify, Problem> {
    let view = open.view();
    let names = Names::of(&view)?;
    let (held, over) = held(&quarter.stood);
    let checkpoints = view.checkpoints()?;
    let last = checkpoints.first().map(|last| {
        let at = stamp(&local(last.at, quarter.zone));
        format!("entry {}, {at}", report::grouped(last.seq))
    });
    let keys = view.keys()?.into_iter().map(|key| {
        let holder = match key.holder {
            Actor::Person(person) => names.person(person),
            Actor::Machine => "The machine".to_owned(),
        };
        (holder, fingerprint(&key.public))
    });
    let countersigned = quarter.audit.as_ref().and_then(|audit| audit.countersigned.as_ref());
    Ok(Verify {
        origin: format!("countersign/{}", open.ws),
        number: format!("{held} of {over}"),
        period_entries: entries_of(&view, quarter)?,
        checkpoint: last,
        checkpoints: checkpoints.len(),
        countersigned: countersigned.map(|one| format!("{}, {}", one.name, by_entry(one))),
        keys: keys.collect(),
    })
}

/// The first and last entry of the period: "2,205 to 4,688".
fn entries_of(view: &View<'_>, quarter: &Quarter) -> Result<String, Problem> {
    let just_before: Moment = crate::when::just_before(quarter.stretch.from);
    let first = view.seq_at(just_before)?.unwrap_or(0) + 1;
    let last = quarter.stood.seq;
    if first > last {
        return Ok("none".to_owned());
    }
    Ok(format!("{} to {}", report::grouped(first), report::grouped(last)))
}
