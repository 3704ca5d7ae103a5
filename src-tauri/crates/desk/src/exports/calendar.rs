//! When reviews are due, as a calendar file (.ics).

use chrono::Duration;
use report::calendar::{Calendar, Entry};

use super::{ExportCalendar, leave};
use crate::files::{Purpose, Written};
use crate::reviews::{Listed, One, ReviewRow};
use crate::workspace::{last_at, settings};
use crate::{Desk, Problem};

/// How far ahead reviews are told.
const AHEAD: Duration = Duration::days(366);

impl Desk {
    /// See the list of operations.
    pub fn export_calendar(&mut self, request: ExportCalendar) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let now = self.moment();
        let view = self.open()?.view();
        let workspace = settings(&view)?;
        let id = view.workspace()?.map(|workspace| workspace.id).unwrap_or_default();
        let listed = Listed::of(&view)?;
        let all = listed.all_until(now.plus(AHEAD), now)?;
        let rows = listed.rows(&all)?;
        let entry = |(one, row): (&One, ReviewRow)| Entry {
            uid: format!("{}@{id}", row.review),
            title: row.name,
            words: format!("{}, {}", row.review, workspace.name),
            begins: one.due.utc(),
            minutes: row.minutes,
        };
        let demo = if workspace.demo { " (demo)" } else { "" };
        let calendar = Calendar {
            name: format!("Reviews, {}{demo}", workspace.name),
            stamp: last_at(&view)?.utc(),
            entries: all.iter().zip(rows).map(entry).collect(),
        };
        let bytes = report::calendar::write(&calendar);
        let as_of = self.open()?.last()?;
        let export = super::export("calendar", "ics", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}
