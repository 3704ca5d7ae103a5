//! Words both forms of the register share.

use super::model::{Row, Status, Tier};

pub(super) const TIERS: [Tier; 4] = [Tier::Suggest, Tier::Draft, Tier::Approval, Tier::Autonomous];

pub(super) const STATUSES: [Status; 5] =
    [Status::Live, Status::Paused, Status::Stopped, Status::Draft, Status::Retired];

/// 1 to 4.
pub(super) fn number(tier: Tier) -> u8 {
    match tier {
        Tier::Suggest => 1,
        Tier::Draft => 2,
        Tier::Approval => 3,
        Tier::Autonomous => 4,
    }
}

/// Number and short name: "3 Approval".
pub(super) fn tier(tier: Tier) -> String {
    let name = match tier {
        Tier::Suggest => "Suggest",
        Tier::Draft => "Draft",
        Tier::Approval => "Approval",
        Tier::Autonomous => "Autonomous",
    };
    format!("{} {name}", number(tier))
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "Draft",
        Status::Live => "Live",
        Status::Paused => "Paused",
        Status::Stopped => "Stopped",
        Status::Retired => "Retired",
    }
}

/// A workflow that already ran when it was imported says so until a decision launches it.
pub(super) fn standing(row: &Row) -> &'static str {
    if row.found_live && row.status == Status::Live { "Found live" } else { status(row.status) }
}

/// What "found live" means, and of how many it is true; nothing where it is of none.
pub(super) fn found_live(rows: &[Row]) -> String {
    match rows.iter().filter(|row| row.found_live).count() {
        0 => String::new(),
        count => format!(
            "Found live: ran before it was registered, and no decision has launched it. {count} of {}.",
            rows.len()
        ),
    }
}

pub(super) const NO_TIER: &str = "No tier";
pub(super) const STATED: &str = "Tier only stated";
pub(super) const EMPTY: &str = "No workflow stands on the register.";
