//! Cadences over all their versions, as the rules of the domain need them.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use domain::cadence::{Calendar, CalendarSet, Schedule, Terms, Timing};
use domain::exception::{self, Hours};
use domain::{CadenceId, Moment, Text};
use rusqlite::Row;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::cell::{get, get_count, get_maybe_parsed, get_parsed, get_text_of, read_json};
use crate::error::StoreError;
use crate::view::View;

const CADENCES: &str = "
SELECT cadence, from_seq, terms, began.at AS since, ended.at AS until
FROM cadence
JOIN change AS began ON began.seq = from_seq
LEFT JOIN change AS ended ON ended.seq = to_seq AND to_seq <= ?1
WHERE from_seq <= ?1
ORDER BY cadence, from_seq
";
const CALENDARS: &str = "
SELECT days, from_seq, change.at AS since FROM calendar JOIN change ON seq = from_seq
WHERE from_seq <= ?1 ORDER BY from_seq
";

/// One version of a cadence, without what its reviews ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which cadence.
    pub cadence: CadenceId,
    /// The entry that set it.
    pub since_seq: u64,
    /// When.
    pub since: Moment,
    /// When it ended, where it has.
    pub until: Option<Moment>,
    /// What its reviews are called.
    pub name: Text,
    /// Minutes a review takes.
    pub minutes: u32,
    /// How many items a review answers.
    pub items: u32,
    /// When its reviews are due.
    pub timing: Timing,
}

/// Every cadence there is or was, and what decides when its reviews are due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedules {
    /// The cadences' schedules, by identifier.
    pub schedules: Vec<Schedule>,
    /// All versions, by identifier and age.
    pub versions: Vec<Version>,
}

impl Schedules {
    /// The version of a cadence that stood right after the entry `seq`.
    pub fn version_at(&self, cadence: &CadenceId, seq: u64) -> Option<&Version> {
        let mut of_it = self.versions.iter().filter(|version| version.cadence == *cadence);
        of_it.rfind(|version| version.since_seq <= seq)
    }

    /// The latest version of a cadence, in force or not.
    pub fn latest(&self, cadence: &CadenceId) -> Option<&Version> {
        self.version_at(cadence, u64::MAX)
    }
}

impl View<'_> {
    /// When the reviews of every cadence are due, over all versions of cadences and calendar.
    pub fn schedules(&self) -> Result<Schedules, StoreError> {
        let calendars: Vec<_> =
            self.calendars()?.into_iter().map(|(_, at, calendar)| (at, calendar)).collect();
        let versions = self.rows(CADENCES, [self.seq()], read)?;
        let fiscal_start = self.workspace()?.map_or(1, |workspace| workspace.fiscal_start);
        let mut by_cadence: BTreeMap<&CadenceId, Vec<&Version>> = BTreeMap::new();
        for version in &versions {
            by_cadence.entry(&version.cadence).or_default().push(version);
        }
        let schedules = by_cadence
            .into_iter()
            .map(|(cadence, versions)| Schedule {
                cadence: cadence.clone(),
                fiscal_start,
                terms: terms(&versions, &calendars),
            })
            .collect();
        Ok(Schedules { schedules, versions })
    }
}

impl View<'_> {
    /// What the clocks of exceptions are set by, over all versions; days begin as in `zone`.
    pub fn clock_terms(&self, zone: Tz) -> Result<exception::Terms, StoreError> {
        let rules = self.rules_history()?.into_iter().rev();
        let calendars = self.calendars()?.into_iter();
        Ok(exception::Terms {
            zone,
            hours: rules.map(|(rules, entry, _)| (entry, Hours::set(&rules))).collect(),
            calendars: calendars.map(|(entry, _, calendar)| (entry, calendar)).collect(),
            usual: Calendar::default(),
        })
    }

    /// Every version of the calendar with its entry and when it was made, oldest first.
    fn calendars(&self) -> Result<Vec<(u64, Moment, Calendar)>, StoreError> {
        self.rows(CALENDARS, [self.seq()], |row, _| {
            let days: CalendarSet = read_json(&get::<String>(row, "days")?, "days")?;
            Ok((get_count(row, "from_seq")?, get_parsed(row, "since")?, Calendar::from(&days)))
        })
    }
}

/// Puts the versions of a cadence and of the calendar in one order.
fn terms(versions: &[&Version], calendars: &[(Moment, Calendar)]) -> Vec<Terms> {
    let mut timings: Vec<(Moment, Option<&Timing>)> = Vec::new();
    for (place, version) in versions.iter().enumerate() {
        timings.push((version.since, Some(&version.timing)));
        let goes_on = versions.get(place + 1).map(|next| next.since);
        if let Some(until) = version.until.filter(|until| goes_on != Some(*until)) {
            timings.push((until, None));
        }
    }
    let Some((begun, _)) = timings.first() else { return Vec::new() };
    let mut moments: Vec<Moment> = timings.iter().map(|(at, _)| *at).collect();
    moments.extend(calendars.iter().map(|(at, _)| *at).filter(|at| at > begun));
    moments.sort_unstable();
    moments.dedup();
    let timing_at = |at: Moment| timings.iter().rfind(|(since, _)| *since <= at).and_then(|t| t.1);
    let calendar_at = |at: Moment| calendars.iter().rfind(|(since, _)| *since <= at);
    moments
        .into_iter()
        .map(|at| Terms {
            at,
            timing: timing_at(at).cloned(),
            calendar: calendar_at(at).map(|(_, calendar)| calendar.clone()).unwrap_or_default(),
        })
        .collect()
}

/// What of a cadence's terms is read here; the checklist's texts stay closed.
#[derive(Deserialize)]
struct Lean {
    name: Text,
    minutes: u32,
    checklist: Vec<IgnoredAny>,
    #[serde(flatten)]
    timing: Timing,
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Version, StoreError> {
    let lean: Lean = read_json(&get::<String>(row, "terms")?, "terms")?;
    Ok(Version {
        cadence: CadenceId::new(get::<String>(row, "cadence")?),
        since_seq: get_count(row, "from_seq")?,
        since: get_parsed(row, "since")?,
        until: get_maybe_parsed(row, "until")?,
        name: get_text_of(lean.name, view)?,
        minutes: lean.minutes,
        items: u32::try_from(lean.checklist.len()).unwrap_or(u32::MAX),
        timing: lean.timing,
    })
}
