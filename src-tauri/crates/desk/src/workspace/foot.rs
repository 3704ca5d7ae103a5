//! What stands around the screens.

use domain::PersonRef;
use domain::people::{Standing, keepers, sponsor};
use domain::workspace::{check_clock, check_not_behind};
use store::View;

use super::open::{Open, recent_id};
use super::settings;
use super::{ClockTrouble, Foot, Frame, PersonChoice, RecentFile, WorkspaceFrame};
use crate::count::count;
use crate::files::file_name;
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::session::{AtDesk, IDLE_MINUTES};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn frame(&mut self, _: Nothing) -> Result<Frame, Problem> {
        let now = self.clock.now();
        if let Some(open) = self.open.as_mut() {
            open.at_desk.lock_when_idle(now);
            let listless = open.stop_list.as_ref().is_some_and(|kept| kept.trouble.is_some());
            if open.unremembered.is_some() {
                self.remember();
            }
            if listless {
                self.keep_stop_list();
            }
        }
        let zone = iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned());
        let here =
            self.open.as_ref().map_or_else(|| zone.parse().unwrap_or(chrono_tz::UTC), |o| o.zone);
        Ok(Frame {
            workspace: self.open.as_ref().map(|open| self.around(open)).transpose()?,
            recent: self.recent_files(),
            now: crate::when::local(now, here),
            zone,
        })
    }

    fn around(&self, open: &Open) -> Result<WorkspaceFrame, Problem> {
        let now = self.clock.now();
        let view = open.store.now();
        let settings = settings(&view)?;
        let standing = standing(&view, now)?;
        let names = Names::of(&view)?;
        let mut here: Vec<PersonRef> = self
            .profile
            .keys(&open.ws)
            .into_iter()
            .filter(|file| standing.keys.iter().any(|held| held.key == file.key))
            .map(|file| file.person)
            .collect();
        here.dedup();
        let choice = |person: PersonRef| choice(&names, &standing, person);
        Ok(WorkspaceFrame {
            id: open.ws.clone(),
            name: settings.name,
            file: open.file.clone(),
            demo: settings.demo,
            opens_with: settings.demo.then(|| crate::demo::PASSPHRASE.to_owned()),
            zone: settings.zone.name().to_owned(),
            read_only: open.read_only.clone(),
            past: open.past(),
            person: open.at_desk.person().map(choice),
            here: here.into_iter().map(choice).collect(),
            locked: matches!(open.at_desk, AtDesk::Locked(_)),
            idle_minutes: u32::try_from(IDLE_MINUTES).unwrap_or(u32::MAX),
            reviews_waiting: self.reviews_waiting(open)?,
            actions_late: self.actions_late(open)?,
            foot: foot(open)?,
            clock: clock_trouble(&view, now)?,
            gone_back: open.must_agree_with_memory().err().map(|problem| problem.says),
            unremembered: open.unremembered.clone(),
            stop_list: open.stop_list.as_ref().and_then(|kept| kept.trouble.clone()),
            exceptions_open: count(open.view().exceptions_open()?),
            unattributed: view
                .stops()?
                .iter()
                .map(store::tables::stop::Stop::as_it_stands)
                .filter(|stop| stop.by.or(stop.attributed).is_none())
                .map(|stop| stop.stop.to_string())
                .collect(),
        })
    }

    fn recent_files(&self) -> Vec<RecentFile> {
        self.profile
            .recent()
            .into_iter()
            .map(|file| RecentFile {
                id: recent_id(&file),
                file: file_name(&file.path),
                there: file.path.exists(),
                name: file.name,
            })
            .collect()
    }
}

/// A person as the window offers one to sign in.
fn choice(names: &Names, standing: &Standing, person: PersonRef) -> PersonChoice {
    let held: Vec<_> = standing.roles_of(person).cloned().collect();
    PersonChoice {
        person: person.to_string(),
        name: names.person(person),
        roles: held.iter().map(|role| names.role(role)).collect(),
        keeper: keepers().iter().any(|role| standing.acts(person, role)),
        sponsor: standing.acts(person, &sponsor()),
    }
}

fn foot(open: &Open) -> Result<Foot, Problem> {
    let head = open.store.head()?;
    let (integrity, completeness, rules) = open.verdicts();
    Ok(Foot {
        entry: head.size,
        head: head.short(),
        head_full: head.to_string(),
        integrity,
        completeness,
        rules,
    })
}

fn clock_trouble(view: &View<'_>, now: domain::Moment) -> Result<Option<ClockTrouble>, Problem> {
    let last = super::last_at(view)?;
    let wrong = check_clock(last, now).and_then(|()| check_not_behind(last, now)).err();
    Ok(wrong.map(|refusal| ClockTrouble {
        code: refusal.code().to_owned(),
        says: crate::problem::sentence(&refusal.to_string()),
    }))
}
