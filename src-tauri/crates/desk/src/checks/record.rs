//! Making a check, and putting it on the record.

use std::sync::Arc;

use chrono_tz::Tz;
use domain::check::{Asks, Found, ItemOf, Recording, must_be_apart, must_compare, record};
use domain::{CadenceId, ItemId, Moment};
use store::View;

use super::asked::asks;
use super::count::{Step, counted};
use super::result::result;
use super::service_level::{Level, level};
use super::{CheckAsked, CheckItem, CheckQuery, CheckResult, RecordCheck, RecordedCheck, RunCheck};
use crate::files::Files;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn run_check(&mut self, request: RunCheck) -> Result<CheckResult, Problem> {
        let work = self.begin("run_check");
        let (files, now) = (Arc::clone(&self.files), self.moment());
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let at = At { view: &view, files: &*files, zone, now };
        let made = made(&at, &request.asks, &|done, of| work.step(done, of))?;
        let mut result = result(&made.asks, &made.found, zone);
        if let (Some(shown), Some(level)) = (&mut result.level, made.level) {
            (shown.missed, shown.rejected) = (level.late, level.rejected);
        }
        Ok(result)
    }

    /// See the list of operations.
    pub fn record_check(&mut self, request: RecordCheck) -> Result<RecordedCheck, Problem> {
        let work = self.begin("record_check");
        let (files, zone) = (Arc::clone(&self.files), self.open()?.zone);
        let mut recorded = None;
        self.act_stoppable(&work, "", |act| {
            let step = |done, of| work.step(done, of);
            let at = At { view: act.view, files: &*files, zone, now: act.now };
            let Made { asks, found, .. } = made(&at, &request.asks, &step)?;
            let check = act.view.next_check()?;
            recorded = Some(check);
            let item = request.item.as_ref().map(|item| item_of(act.view, item)).transpose()?;
            let recording = Recording { check, asks, found, item, note: &request.note };
            Ok(vec![record(&standing(act.view, act.now)?, act.by, recording)?])
        })?;
        drop(work);
        let check = recorded.ok_or_else(|| Problem::internal("no check was recorded"))?;
        self.check(CheckQuery { check: check.to_string() })
    }
}

/// Where and when a check is made.
struct At<'a> {
    view: &'a View<'a>,
    files: &'a dyn Files,
    zone: Tz,
    now: Moment,
}

/// What is asked, and what it counts.
struct Made {
    asks: Asks,
    found: Found,
    /// More to show, of a check of a service level.
    level: Option<Level>,
}

fn made(at: &At<'_>, asked: &CheckAsked, step: Step<'_>) -> Result<Made, Problem> {
    if let CheckAsked::ServiceLevel { what, grant, sha256 } = asked {
        let level = level(at.files, (what, grant, sha256.as_ref()), at.now, at.zone)?;
        let (asks, found) = (level.asks.clone(), level.found.clone());
        return Ok(Made { asks, found, level: Some(level) });
    }
    let asks = asks(asked, at.zone)?;
    must_compare(&asks)?;
    must_be_apart(&asks)?;
    let found = counted(at.view, &asks, step)?;
    let found = found.ok_or_else(|| Problem::internal("a check of no rows"))?;
    Ok(Made { asks, found, level: None })
}

/// The item of that name.
///
/// # Errors
/// `unknown` where no cadence asks it.
fn item_of(view: &View<'_>, item: &CheckItem) -> Result<ItemOf, Problem> {
    let of = ItemOf { cadence: CadenceId::new(&item.cadence), item: ItemId::new(&item.item) };
    let asks = view.cadences()?.into_iter().any(|cadence| {
        cadence.cadence == of.cadence && cadence.checklist.iter().any(|asked| asked.item == of.item)
    });
    let unknown = || domain::Refusal::Unknown { reference: item.item.clone() };
    if asks { Ok(of) } else { Err(unknown().into()) }
}
