//! What happened since whoever is signed in was last here: entries of others, and what time alone
//! brought about. Kept on this machine, for it is about a person and no fact of governance.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::decision::DecisionState;
use domain::{Moment, PersonRef, ReviewRef};

use super::{SinceLine, SinceView};
use crate::count::count;
use crate::exceptions::Clocks;
use crate::log::{LogQuery, LogRow};
use crate::operations::Nothing;
use crate::profile::Until;
use crate::reviews::{Listed, ReviewState};
use crate::session::AtDesk;
use crate::when::{self, local};
use crate::workspace::settings;
use crate::{Desk, Problem};

/// How many are told; the change log has all.
const TOLD: usize = 8;
/// Entries that are looked through.
const LOOKED_THROUGH: u32 = 300;
/// How long before somebody left a review may have been due that was missed since: more than a
/// quarter.
const LONGEST_WAIT: Duration = Duration::days(200);
/// How often it is kept that somebody is here while nothing is entered.
const EVERY: Duration = Duration::minutes(5);

/// What is no news by itself: the paper trail of something else that is told.
const NO_NEWS: [&str; 8] = [
    "attendance.stated",
    "checkpoint.recorded",
    "clock.acknowledged",
    "evidence.attached",
    "evidence.rechecked",
    "export.made",
    "item.answered",
    "observation.recorded",
];

impl Desk {
    /// See the list of operations.
    pub fn since_last_here(&mut self, _: Nothing) -> Result<SinceView, Problem> {
        let nothing = SinceView { since: None, lines: Vec::new(), more: 0 };
        let open = self.open()?;
        let AtDesk::Here(session) = &open.at_desk else { return Ok(nothing) };
        if open.looking.is_some() {
            return Ok(nothing);
        }
        let (me, caught_up) = (session.file.person, session.caught_up);
        let until = self.profile.here(&open.ws, me).until;
        let (zone, now) = (open.zone, self.clock.now());
        let Some(until) = until.filter(|_| !caught_up) else {
            self.catch_up(me, now)?;
            return Ok(nothing);
        };
        let mut lines = self.entered_since(me, until)?;
        lines.extend(self.come_to_pass(until, now)?);
        if lines.is_empty() {
            self.catch_up(me, now)?;
            return Ok(nothing);
        }
        lines.sort_by_key(|line| std::cmp::Reverse(when::written(&line.at)));
        let more = count(lines.len().saturating_sub(TOLD));
        lines.truncate(TOLD);
        Ok(SinceView { since: Some(local(until.at, zone)), lines, more })
    }

    /// See the list of operations.
    pub fn dismiss_since(&mut self, _: Nothing) -> Result<SinceView, Problem> {
        let now = self.clock.now();
        if let Some(me) = self.open()?.at_desk.person() {
            self.catch_up(me, now)?;
        }
        self.since_last_here(Nothing {})
    }

    /// Keeps that a person has seen everything until now.
    fn catch_up(&mut self, me: PersonRef, now: Moment) -> Result<(), Problem> {
        let open = self.open_mut()?;
        if let AtDesk::Here(session) = &mut open.at_desk {
            session.caught_up = true;
        }
        let (ws, entry) = (open.ws.clone(), open.store.size()?);
        let mut here = self.profile.here(&ws, me);
        let stale = |until: Until| until.entry != entry || now.since(until.at) >= EVERY;
        if here.until.is_none_or(stale) {
            here.until = Some(Until { entry, at: now });
            self.profile.keep_here(&ws, me, &here)?;
        }
        Ok(())
    }

    /// What others entered.
    fn entered_since(&mut self, me: PersonRef, until: Until) -> Result<Vec<SinceLine>, Problem> {
        let query = LogQuery { limit: Some(LOOKED_THROUGH), ..LogQuery::default() };
        let me = me.to_string();
        let news = |row: &LogRow| {
            row.entry > until.entry && row.by != me && !NO_NEWS.contains(&row.event.as_str())
        };
        let rows = self.log(query)?.rows.into_iter().filter(news);
        Ok(rows
            .map(|row| SinceLine {
                at: row.at,
                says: row.says,
                by: Some(row.by_name),
                about: row.about,
                entry: Some(row.entry),
            })
            .collect())
    }

    /// What nobody entered: dues that passed, reviews that were missed, decisions that lapsed.
    fn come_to_pass(&mut self, until: Until, now: Moment) -> Result<Vec<SinceLine>, Problem> {
        let open = self.open()?;
        let view = open.view();
        let zone = settings(&view)?.zone;
        let line = |at: String, about: String, says: &str| SinceLine {
            at,
            says: says.to_owned(),
            by: None,
            about: Some(about),
            entry: None,
        };
        let clocks = Clocks::of(&view, now)?;
        let mut lines = Vec::new();
        for one in view.open_exceptions()? {
            let passed = clocks.read(&one).passed.into_iter().find(|at| *at > until.at);
            let at = passed.map(|at| local(at, zone));
            lines.extend(at.map(|at| line(at, one.exception.to_string(), "passed its due")));
        }
        let listed = Listed::of(&view)?;
        let from = until.at.plus(-LONGEST_WAIT);
        let then = listed.due_between(from, now, until.at)?;
        let then: BTreeMap<ReviewRef, ReviewState> =
            then.into_iter().map(|one| (one.review, one.state)).collect();
        for one in listed.due_between(from, now, now)? {
            let missed_then = then.get(&one.review) == Some(&ReviewState::Missed);
            if one.state == ReviewState::Missed && !missed_then {
                let at = local(one.due.max(until.at), zone);
                lines.push(line(at, one.review.to_string(), "was missed"));
            }
        }
        for row in self.decisions(Nothing {})?.over {
            let at = when::written(&row.until);
            let since = at.is_some_and(|at| at.to_utc() > until.at.utc());
            if row.state == DecisionState::Lapsed && since {
                lines.push(line(row.until, row.decision, "lapsed"));
            }
        }
        Ok(lines)
    }
}
