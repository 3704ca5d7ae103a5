//! Moments and days as people of the workspace read them.

use chrono::SecondsFormat;
use chrono_tz::Tz;
use domain::Moment;

/// RFC 3339 with the zone's offset, to the second.
pub fn local(moment: Moment, zone: Tz) -> String {
    moment.in_zone(zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// As a page's foot shows it: `2026-09-21 10:58 (UTC+02:00)`.
pub fn with_offset(moment: Moment, zone: Tz) -> String {
    moment.in_zone(zone).format("%Y-%m-%d %H:%M (UTC%:z)").to_string()
}
