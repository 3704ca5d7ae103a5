//! When a person is told, as the settings show and set it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Wanted;
use crate::{Problem, when};

/// When this machine tells whoever is signed in what is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotificationsView {
    /// Whether at all; never while nobody is signed in.
    pub on: bool,
    /// From when on it is quiet, `18:00`; none where no hours are.
    pub quiet_from: Option<String>,
    /// Until when.
    pub quiet_to: Option<String>,
    /// Whether Saturdays and Sundays are quiet too.
    pub quiet_weekends: bool,
}

impl NotificationsView {
    pub(super) fn of(wanted: Option<&Wanted>) -> Self {
        let hours = wanted.filter(|wanted| wanted.quiet_from != wanted.quiet_to);
        Self {
            on: wanted.is_some_and(|wanted| wanted.on),
            quiet_from: hours.map(|wanted| wanted.quiet_from.format("%H:%M").to_string()),
            quiet_to: hours.map(|wanted| wanted.quiet_to.format("%H:%M").to_string()),
            quiet_weekends: wanted.is_some_and(|wanted| wanted.quiet_weekends),
        }
    }
}

/// Sets when this machine tells whoever is signed in what is due.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetNotifications {
    /// Whether at all.
    pub on: bool,
    /// From when on it is quiet, `18:00`; none for no such hours.
    pub quiet_from: Option<String>,
    /// Until when.
    pub quiet_to: Option<String>,
    /// Whether Saturdays and Sundays are quiet too.
    pub quiet_weekends: bool,
}

impl SetNotifications {
    pub(super) fn read(&self) -> Result<Wanted, Problem> {
        let hours = self.quiet_from.as_deref().zip(self.quiet_to.as_deref());
        let (from, to) = hours.unwrap_or(("00:00", "00:00"));
        Ok(Wanted {
            on: self.on,
            quiet_from: when::time(from)?,
            quiet_to: when::time(to)?,
            quiet_weekends: self.quiet_weekends,
        })
    }
}
