//! What this machine tells a person by itself, on the desktop: what is due or asked of them, once
//! each, and not while they want quiet. It names references and kinds, nothing that somebody wrote:
//! a desktop is read over shoulders, and shows it while the desk is locked.

mod due;
mod quiet;
mod settings;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

pub use settings::{NotificationsView, SetNotifications};

use crate::operations::Nothing;
use crate::{Desk, Problem};

/// When a person wants to be told what is due, on this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Whether at all.
    pub on: bool,
    /// From when on not; the same as `quiet_to` where there are no such hours.
    pub quiet_from: NaiveTime,
    /// Until when.
    pub quiet_to: NaiveTime,
    /// Whether Saturdays and Sundays are quiet too.
    pub quiet_weekends: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self { on: true, quiet_from: hour(18), quiet_to: hour(8), quiet_weekends: true }
    }
}

/// Something to be shown on the desktop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// What is to be done, in short.
    pub title: String,
    /// Where, and by when.
    pub words: String,
}

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Waiting {
    /// The same as long as it is the same thing, so that nobody is told twice.
    key: String,
    /// What is shown.
    shown: Notification,
}

/// How many are shown one by one; more are counted in one.
const ONE_BY_ONE: usize = 3;

impl Desk {
    /// What to show on the desktop now. What was shown is not shown again, and what comes up in
    /// quiet hours is shown after them if it still waits then.
    ///
    /// # Errors
    /// What cannot be read, and a profile that cannot be written.
    pub fn notify(&mut self) -> Result<Vec<Notification>, Problem> {
        let now = self.clock.now();
        let Some(open) = &self.open else { return Ok(Vec::new()) };
        let Some(me) = open.at_desk.whose().filter(|_| open.looking.is_none()) else {
            return Ok(Vec::new());
        };
        let (ws, here) = (open.ws.clone(), now.in_zone(open.zone).naive_local());
        let mut kept = self.profile.here(&ws, me);
        if !kept.wanted.on || kept.wanted.is_quiet(here) {
            return Ok(Vec::new());
        }
        let waiting = self.waiting_for(me)?;
        let new: Vec<&Waiting> =
            waiting.iter().filter(|one| !kept.told.contains(&one.key)).collect();
        let shown = shown(&new);
        // What no longer waits is forgotten, so that it is told when it comes up again.
        let told = waiting.iter().map(|one| one.key.clone()).collect();
        if kept.told != told {
            kept.told = told;
            self.profile.keep_here(&ws, me, &kept)?;
        }
        Ok(shown)
    }
}

/// Some one by one, many in one.
fn shown(new: &[&Waiting]) -> Vec<Notification> {
    if new.len() <= ONE_BY_ONE {
        return new.iter().map(|one| one.shown.clone()).collect();
    }
    let first: Vec<&str> =
        new.iter().take(ONE_BY_ONE).map(|one| one.shown.title.as_str()).collect();
    vec![Notification {
        title: format!("{} things wait for you", new.len()),
        words: format!("{} and {} more", first.join("; "), new.len() - ONE_BY_ONE),
    }]
}

impl Desk {
    /// See the list of operations.
    pub fn notifications(&mut self, _: Nothing) -> Result<NotificationsView, Problem> {
        let open = self.open()?;
        let Some(me) = open.at_desk.person() else {
            return Ok(NotificationsView::of(None));
        };
        Ok(NotificationsView::of(Some(&self.profile.here(&open.ws, me).wanted)))
    }

    /// See the list of operations.
    pub fn set_notifications(
        &mut self,
        request: SetNotifications,
    ) -> Result<NotificationsView, Problem> {
        let wanted = request.read()?;
        let now = self.clock.now();
        let open = self.open_mut()?;
        let me = open.at_desk.here(now)?.file.person;
        let ws = open.ws.clone();
        let mut here = self.profile.here(&ws, me);
        here.wanted = wanted;
        self.profile.keep_here(&ws, me, &here)?;
        self.notifications(Nothing {})
    }
}

#[cfg(test)]
mod tests {
    use super::{Notification, Waiting, shown};

    fn waiting(many: usize) -> Vec<Waiting> {
        let one = |place: usize| Waiting {
            key: place.to_string(),
            shown: Notification { title: format!("Thing {place}"), words: String::new() },
        };
        (1..=many).map(one).collect()
    }

    #[test]
    fn some_are_shown_one_by_one_and_many_in_one() {
        for (many, wanted) in [(0, 0), (1, 1), (3, 3), (4, 1), (40, 1)] {
            let all = waiting(many);
            assert_eq!(shown(&all.iter().collect::<Vec<_>>()).len(), wanted, "of {many}");
        }
        let all = waiting(5);
        let [one] = shown(&all.iter().collect::<Vec<_>>()).try_into().expect("one");
        assert_eq!(one.title, "5 things wait for you");
        assert_eq!(one.words, "Thing 1; Thing 2; Thing 3 and 2 more");
    }
}
