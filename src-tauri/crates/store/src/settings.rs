//! Since when a setting stands, whichever entry set it: one person's, or a decision that was applied.

use domain::decision::Setting;
use rusqlite::params;

use crate::cell::get_maybe_count;
use crate::error::StoreError;
use crate::view::View;

/// The entries that set what a reference names.
macro_rules! set {
    ($which:literal) => {
        concat!(
            "SELECT ",
            $which,
            "(change.seq) AS entry FROM change JOIN about ON about.seq = change.seq
            WHERE reference = ?2 AND change.seq <= ?1 AND change.seq > ?3 AND kind IN
                ('cadence.set', 'cadence.retired', 'metrics.defined', 'metric.changed',
                'metric.retired', 'baseline.set', 'framework.scoped', 'policy.adopted',
                'policy.retired', 'decision.applied')"
        )
    };
}
const LAST: &str = set!("max");
const FIRST: &str = set!("min");
const LAST_CALENDAR: &str =
    "SELECT max(from_seq) AS entry FROM calendar WHERE from_seq <= ?1 AND from_seq > ?2";
const FIRST_CALENDAR: &str =
    "SELECT min(from_seq) AS entry FROM calendar WHERE from_seq <= ?1 AND from_seq > ?2";

impl View<'_> {
    /// The entry since which what `setting` sets stands as it does; 0 where nothing does.
    pub fn setting_since(&self, setting: &Setting) -> Result<u64, StoreError> {
        Ok(self.setting_entry(setting, 0, (LAST, LAST_CALENDAR))?.unwrap_or(0))
    }

    /// The first entry after `since` that set the same otherwise.
    pub(crate) fn setting_moved(
        &self,
        setting: &Setting,
        since: u64,
    ) -> Result<Option<u64>, StoreError> {
        self.setting_entry(setting, since, (FIRST, FIRST_CALENDAR))
    }

    fn setting_entry(
        &self,
        setting: &Setting,
        since: u64,
        (of_reference, of_calendar): (&'static str, &'static str),
    ) -> Result<Option<u64>, StoreError> {
        let (upto, since) = (self.seq(), since.cast_signed());
        let found = match setting.about() {
            Some(about) => self.row(of_reference, params![upto, about, since], |row, _| {
                get_maybe_count(row, "entry")
            })?,
            None => {
                self.row(of_calendar, params![upto, since], |row, _| get_maybe_count(row, "entry"))?
            }
        };
        Ok(found.flatten())
    }
}
