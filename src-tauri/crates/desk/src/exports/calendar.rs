//! When reviews, drills and all else are due or end, as a calendar file (.ics).

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::decision::PermitState;
use report::calendar::{Calendar, Entry, When};

use super::{ExportCalendar, leave};
use crate::erased::ERASED;
use crate::evidence::EvidenceQuery;
use crate::files::{Purpose, Written};
use crate::operations::Nothing;
use crate::register::RegisterQuery;
use crate::reviews::{Listed, One, ReviewRow};
use crate::workspace::{last_at, settings};
use crate::{Desk, Problem, when};

/// How far ahead reviews are told.
const AHEAD: Duration = Duration::days(366);

impl Desk {
    /// See the list of operations.
    pub fn export_calendar(&mut self, request: ExportCalendar) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let calendar = self.dates()?;
        let bytes = report::calendar::write(&calendar);
        let as_of = self.open()?.last()?;
        let export = super::export("calendar", "ics", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }

    /// Every date that somebody should have in their calendar, as the screens say them.
    fn dates(&mut self) -> Result<Calendar, Problem> {
        let mut entries = self.review_dates()?;
        entries.extend(self.drill_dates()?);
        entries.extend(self.expiries()?);
        entries.extend(self.decision_dates()?);
        entries.extend(self.due_dates()?);
        let view = self.open()?.view();
        let (workspace, known) = (settings(&view)?, view.workspace()?);
        let id = known.map(|workspace| workspace.id).unwrap_or_default();
        for entry in &mut entries {
            entry.uid = format!("{}@{id}", entry.uid);
            entry.words = format!("{}, {}", entry.words, workspace.name);
        }
        let demo = if workspace.demo { " (demo)" } else { "" };
        Ok(Calendar {
            name: format!("Governance, {}{demo}", workspace.name),
            stamp: last_at(&view)?.utc(),
            entries,
        })
    }

    fn review_dates(&mut self) -> Result<Vec<Entry>, Problem> {
        let now = self.moment();
        let listed = Listed::of(&self.open()?.view())?;
        let all = listed.all_until(now.plus(AHEAD), now)?;
        let rows = listed.rows(&all)?;
        let entry = |(one, row): (&One, ReviewRow)| Entry {
            uid: row.review.clone(),
            title: row.name,
            words: row.review,
            category: "Review",
            when: When::Lasting { from: one.due.utc(), minutes: row.minutes },
        };
        Ok(all.iter().zip(rows).map(entry).collect())
    }

    /// When the kill switch of each live workflow is to be tried.
    fn drill_dates(&mut self) -> Result<Vec<Entry>, Problem> {
        let drills = self.stops(Nothing {})?.drills;
        let entry = |due: &crate::stops::DrillRow| {
            let name = named(&due.workflow, due.name.as_deref());
            on(&due.due, &format!("{}.drill", due.workflow), "Drill", format!("Drill due: {name}"))
        };
        Ok(drills.iter().filter_map(entry).collect())
    }

    /// When certifications, permits and evidence end.
    fn expiries(&mut self) -> Result<Vec<Entry>, Problem> {
        let mut entries = Vec::new();
        for row in self.register(RegisterQuery { as_of: None })?.workflows {
            let name = named(&row.workflow, row.name.as_deref());
            for held in &row.certifications {
                let Some(day) = &held.expires else { continue };
                let uid = format!("{}.{}", row.workflow, held.words.replace(' ', "-"));
                let title = format!("{} expires: {name}", held.words);
                entries.extend(on(day, &uid, "Certification", title));
            }
        }
        for row in self.evidence(EvidenceQuery::default())?.rows {
            let Some(day) = &row.expires else { continue };
            let title = format!("Evidence ends: {}", named(&row.evidence, row.title.as_deref()));
            entries.extend(on(day, &format!("{}.ends", row.evidence), "Evidence", title));
        }
        for row in self.decisions(Nothing {})?.permits {
            if row.state == PermitState::Open {
                let title = format!("Permit ends: {}, {}", row.permit, row.allows.says);
                let uid = format!("{}.ends", row.permit);
                entries.extend(on(&row.allows.last_day, &uid, "Permit", title));
            }
        }
        Ok(entries)
    }

    /// When open decisions lapse.
    fn decision_dates(&mut self) -> Result<Vec<Entry>, Problem> {
        let open = self.decisions(Nothing {})?.open;
        let entry = |row: &crate::decisions::DecisionRow| {
            let title = format!("Lapses: {}", named(&row.decision, row.title.as_deref()));
            at(&row.until, &format!("{}.lapses", row.decision), "Decision", title)
        };
        Ok(open.iter().filter_map(entry).collect())
    }

    /// When action items and exceptions are due.
    fn due_dates(&mut self) -> Result<Vec<Entry>, Problem> {
        let mut entries = Vec::new();
        for row in self.actions(Nothing {})?.open {
            let what = named(&row.action, row.what.as_deref());
            let title = format!("Due, {}: {what}", row.who_name);
            entries.extend(on(&row.due, &format!("{}.due", row.action), "Action item", title));
        }
        for row in self.exceptions(Nothing {})?.open {
            let Some(due) = &row.time.due else { continue };
            let what = format!("{} {}", row.exception, row.kind.words());
            let of = row.workflow_name.map(|name| format!(", {name}")).unwrap_or_default();
            let title = format!("Due, {}: {what}{of}", row.routed_name);
            entries.extend(at(due, &format!("{}.due", row.exception), "Exception", title));
        }
        Ok(entries)
    }
}

fn named(reference: &str, name: Option<&str>) -> String {
    format!("{reference} {}", name.unwrap_or(ERASED))
}

fn on(day: &str, uid: &str, category: &'static str, title: String) -> Option<Entry> {
    let day: NaiveDate = day.parse().ok()?;
    Some(Entry { uid: uid.to_owned(), words: title.clone(), title, category, when: When::On(day) })
}

fn at(moment: &str, uid: &str, category: &'static str, title: String) -> Option<Entry> {
    let at: DateTime<Utc> = when::written(moment)?.to_utc();
    Some(Entry { uid: uid.to_owned(), words: title.clone(), title, category, when: When::At(at) })
}
