//! When the kill switch of a live workflow is next to be tried.

use chrono::{Days, NaiveDate};

/// The last day on which the next drill is in time: so many days after the kill switch was last
/// seen to work, or after the workflow came on the register. A stop that was confirmed everywhere
/// counts like a drill; it proved the same.
pub fn drill_due(last: Option<NaiveDate>, registered: NaiveDate, every: u32) -> NaiveDate {
    let from = last.map_or(registered, |last| last.max(registered));
    from.checked_add_days(Days::new(every.into())).unwrap_or(NaiveDate::MAX)
}
