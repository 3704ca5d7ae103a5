//! Two moments beside each other, field by field.

use std::collections::BTreeMap;

use super::altered::Told;
use super::{CompareQuery, CompareView, ThingsChanged};
use crate::workspace::{Past, looking};
use crate::{Desk, Problem};

/// Tables of what happened in meetings and to the file: the log tells that, a comparison of how
/// things stood does not.
const HAPPENED: &[&str] = &[
    "addendum",
    "answer",
    "attendance",
    "chair",
    "checkpoint",
    "clock",
    "erasure",
    "export",
    "held",
    "import",
    "observation",
    "recheck",
    "restore",
    "review",
];
/// Things that are shown at most.
const MOST: usize = 500;

impl Desk {
    /// See the list of operations.
    pub fn compare(&mut self, request: CompareQuery) -> Result<CompareView, Problem> {
        let (now, open) = (self.clock.now(), self.open()?);
        let zone = open.zone;
        let latest = open.store.now();
        let from = looking(&latest, zone, request.from.trim(), now)?;
        let to = match request.to.as_deref().map(str::trim).filter(|to| !to.is_empty()) {
            Some(to) => looking(&latest, zone, to, now)?,
            None => open.looking_at(self.moment())?,
        };
        if to.seq < from.seq {
            let says = "The first moment is later than the second. Swap them.";
            return Err(Problem::new("no-such-moment", says));
        }
        let (earlier, later) = (latest.at(from.seq), latest.at(to.seq));
        let told = Told::between(earlier, later)?;
        let altered = later.altered(from.seq, |table| !HAPPENED.contains(&table))?;
        let (mut groups, mut shown) = (BTreeMap::new(), 0_usize);
        for one in &altered {
            if shown == MOST {
                break;
            }
            if let Some(thing) = told.thing(one)? {
                let group: &mut Vec<_> = groups.entry(thing.thing.clone()).or_default();
                group.push(thing);
                shown += 1;
            }
        }
        let more = altered.len().saturating_sub(MOST) as u64;
        let groups = groups.into_iter().map(|(thing, mut things)| {
            things.sort_by(|a, b| (&a.reference, &a.name).cmp(&(&b.reference, &b.name)));
            ThingsChanged { thing, things }
        });
        Ok(CompareView {
            from: Past::of(from, zone),
            to: Past::of(to, zone),
            groups: groups.collect(),
            more,
        })
    }
}
