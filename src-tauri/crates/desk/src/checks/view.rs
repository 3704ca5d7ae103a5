//! The checks on the record, and which items of reviews ask for one.

use chrono_tz::Tz;
use domain::CheckRef;
use domain::cadence::{CadenceSet, ChecklistItem};
use domain::check::{ItemOf, Kind};
use store::tables::recorded_check::Check;

use super::result::{result, short, title};
use super::{CheckItem, CheckListed, CheckQuery, CheckWanted, ChecksView, RecordedCheck};
use crate::operations::Nothing;
use crate::people::Names;
use crate::when::local;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn checks(&mut self, _: Nothing) -> Result<ChecksView, Problem> {
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let (checks, cadences, names) = (view.checks()?, view.cadences()?, Names::of(&view)?);
        let rows = checks.iter().rev().map(|check| listed(check, &cadences, &names, zone));
        let mut items = Vec::new();
        for cadence in &cadences {
            for item in &cadence.checklist {
                items.extend(asked_of(item).map(|kind| {
                    CheckWanted {
                        item: CheckItem {
                            cadence: cadence.cadence.to_string(),
                            item: item.item.to_string(),
                        },
                        kind,
                        title: item.title.words().unwrap_or("–").to_owned(),
                        review: cadence.name.words().unwrap_or("–").to_owned(),
                        last: last_for(&checks, kind, cadence, item)
                            .map(|check| check.made.check.to_string()),
                    }
                }));
            }
        }
        Ok(ChecksView { rows: rows.collect(), items })
    }

    /// See the list of operations.
    pub fn check(&mut self, query: CheckQuery) -> Result<RecordedCheck, Problem> {
        let reference: CheckRef = query.check.parse()?;
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let unknown = || domain::Refusal::Unknown { reference: query.check.clone() };
        let check = view.check(reference)?.ok_or_else(unknown)?;
        Ok(RecordedCheck {
            row: listed(&check, &view.cadences()?, &Names::of(&view)?, zone),
            note: check.made.note.as_ref().and_then(|note| note.words()).map(str::to_owned),
            result: result(&check.made.asks, &check.made.found, zone),
        })
    }
}

/// The figure that stands beside an item that asks for a check.
pub(crate) const fn figure(kind: Kind) -> &'static str {
    match kind {
        Kind::Fairness => "checks.fairness",
        Kind::Drift => "checks.drift",
        Kind::ServiceLevel => "checks.service-level",
    }
}

/// What kind of check an item asks for.
fn asked_of(item: &ChecklistItem) -> Option<Kind> {
    let asks = |kind: &Kind| item.figures.iter().any(|one| one.as_str() == figure(*kind));
    Kind::ALL.into_iter().find(asks)
}

/// The last check of a kind that was made for an item; else the last that was made for none.
pub(crate) fn last_for<'a>(
    checks: &'a [Check],
    kind: Kind,
    cadence: &CadenceSet,
    item: &ChecklistItem,
) -> Option<&'a Check> {
    let of = ItemOf { cadence: cadence.cadence.clone(), item: item.item.clone() };
    let kind = |check: &&Check| check.made.asks.kind() == kind;
    let mine = checks.iter().rev().filter(kind).find(|check| check.made.item.as_ref() == Some(&of));
    mine.or_else(|| checks.iter().rev().filter(kind).find(|check| check.made.item.is_none()))
}

fn listed(check: &Check, cadences: &[CadenceSet], names: &Names, zone: Tz) -> CheckListed {
    let (short, stands_out) = short(&check.made.found);
    CheckListed {
        check: check.made.check.to_string(),
        kind: check.made.asks.kind(),
        title: title(&check.made.asks),
        short,
        stands_out,
        at: local(check.at, zone),
        by_name: names.actor(check.by),
        entry: check.seq,
        item: check.made.item.as_ref().map(|item| item_title(item, cadences)),
    }
}

/// What the agenda calls an item; its identifier where it is asked no more.
fn item_title(item: &ItemOf, cadences: &[CadenceSet]) -> String {
    let cadence = cadences.iter().find(|cadence| cadence.cadence == item.cadence);
    let asked =
        cadence.and_then(|cadence| cadence.checklist.iter().find(|one| one.item == item.item));
    let title = asked.and_then(|asked| asked.title.words());
    title.map_or_else(|| item.item.to_string(), str::to_owned)
}
