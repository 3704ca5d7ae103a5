//! What the report's closing page says: on what it stands, and whose keys.

use domain::{Moment, ReviewRef};
use report::audit::{Key, Verify};
use store::{Actor, View};

use super::super::frame::stamp;
use super::super::quarter::{Quarter, held};
use super::cover::{by_entry, sign_off};
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
    // Whoever left or has another key by now signed entries too: the list is to be given as it stands.
    let keys = view.keys_ever()?.into_iter().map(|key| Key {
        holder: match key.holder {
            Actor::Person(person) => names.person(person),
            Actor::Machine => "The machine".to_owned(),
        },
        held: held_in(&key),
        fingerprint: fingerprint(&key.public),
    });
    let audit = quarter.audit.as_ref();
    let countersigned = audit.and_then(|audit| audit.countersigned.as_ref());
    let of_it = |review: &ReviewRef| audit.is_some_and(|audit| audit.review == review.as_str());
    let cosigned = checkpoints
        .iter()
        .any(|one| !one.cosigned_by.is_empty() && one.review.as_ref().is_some_and(of_it));
    Ok(Verify {
        origin: format!("countersign/{}", open.ws),
        number: format!("{held} of {over}"),
        period_entries: entries_of(&view, quarter)?,
        checkpoint: last,
        checkpoints: checkpoints.len(),
        countersigned: match countersigned {
            Some(one) => format!("{}, {}", one.name, by_entry(one)),
            None => sign_off(audit).1,
        },
        cosigned,
        keys: keys.collect(),
    })
}

/// In which entries a key was in force: "from entry 12", "entries 12 to 840".
fn held_in(key: &store::tables::key::Key) -> String {
    let since = report::grouped(key.since);
    match key.ended {
        Some(ended) => format!("entries {since} to {}", report::grouped(ended)),
        None => format!("from entry {since}"),
    }
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
