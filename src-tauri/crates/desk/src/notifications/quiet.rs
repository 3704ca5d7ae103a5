//! Hours in which a person wants to be told nothing.

use chrono::{Datelike, NaiveDateTime, Weekday};

use super::Wanted;

impl Wanted {
    /// Whether it is quiet at `here`, a time of the workspace's zone. Quiet hours begin at their
    /// first minute and end before their last; they may go over midnight.
    pub(super) fn is_quiet(&self, here: NaiveDateTime) -> bool {
        let weekend = matches!(here.weekday(), Weekday::Sat | Weekday::Sun);
        let (from, to, time) = (self.quiet_from, self.quiet_to, here.time());
        let hours = match from <= to {
            true => from <= time && time < to,
            false => from <= time || time < to,
        };
        hours || (self.quiet_weekends && weekend)
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    fn wanted(from: &str, to: &str, quiet_weekends: bool) -> Wanted {
        let time = |written: &str| written.parse().expect("a time");
        Wanted { on: true, quiet_from: time(from), quiet_to: time(to), quiet_weekends }
    }

    #[test]
    fn it_is_quiet_in_quiet_hours_over_midnight_and_on_weekends_where_that_is_wanted() {
        let night = wanted("18:00:00", "08:00:00", true);
        let noon = wanted("12:00:00", "13:30:00", false);
        let never = wanted("08:00:00", "08:00:00", false);
        // 2026-11-20 is a Friday.
        let cases = [
            (&night, "2026-11-20T17:59:59", false, "before they begin"),
            (&night, "2026-11-20T18:00:00", true, "from their first minute on"),
            (&night, "2026-11-21T00:00:00", true, "over midnight"),
            (&night, "2026-11-21T12:00:00", true, "on a Saturday"),
            (&night, "2026-11-23T07:59:59", true, "early on Monday"),
            (&night, "2026-11-23T08:00:00", false, "until they end"),
            (&noon, "2026-11-23T12:00:00", true, "within a day"),
            (&noon, "2026-11-23T13:30:00", false, "and over"),
            (&noon, "2026-11-22T15:00:00", false, "a Sunday that is not quiet"),
            (&never, "2026-11-22T03:00:00", false, "no hours at all"),
            (&never, "2026-11-22T08:00:00", false, "not even then"),
        ];
        for (wanted, at, quiet, why) in cases {
            assert_eq!(wanted.is_quiet(at.parse().expect("a time")), quiet, "{at}: {why}");
        }
    }
}
