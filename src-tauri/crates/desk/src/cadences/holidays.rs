//! Taking holidays in from a file: the same reading for the preview and for the deed.

use chrono::{Datelike, NaiveDate};
use domain::cadence::{self, Calendar, CalendarSet, Holiday};
use domain::workspace::{self, ImportRecorded};
use domain::{Moment, Refusal, Text};
use intake::holidays::{Holidays, Rejected};
use intake::read::ReadOptions;
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::CalendarView;
use super::view::shown;
use crate::count::count;
use crate::files::{Grant, Purpose, Written, file_name};
use crate::imports::{self, RejectedRow, must_be_as_seen, save_rejected_rows, unreadable};
use crate::operations::Nothing;
use crate::people::standing;
use crate::workspace::settings;
use crate::{Desk, Problem};

/// Years after this one up to which a holiday that repeats for ever is taken in.
const YEARS_AHEAD: i32 = 5;

/// Reads holidays from a file without writing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewHolidays {
    /// The file.
    pub grant: Grant,
}

/// What a file of holidays holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HolidaysPreview {
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// Whether it is a calendar file; otherwise it is a table.
    pub calendar: bool,
    /// How its bytes are read.
    pub encoding: String,
    /// Events or rows seen.
    pub rows: u64,
    /// What would be added, by date.
    pub added: Vec<HolidayFound>,
    /// How many are holidays already, by the same name.
    pub same: u32,
    /// What is a holiday already by another name, which it keeps.
    pub named: Vec<HolidayNamed>,
    /// What would not be taken in.
    pub rejected: Vec<RejectedRow>,
    /// Last day up to which what repeats for ever is taken in.
    pub until: String,
    /// The entry that took this very file in before, if any.
    pub taken_in_before: Option<u64>,
}

/// A holiday of a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HolidayFound {
    /// The line it starts on, from 1.
    pub line: u64,
    /// The day.
    pub date: String,
    /// What it is called.
    pub name: String,
}

/// A holiday of a file whose day has another name already.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HolidayNamed {
    /// What the file says.
    pub given: HolidayFound,
    /// What it is called.
    pub known: String,
}

/// Adds the holidays of a file to the calendar.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportHolidays {
    /// The file.
    pub grant: Grant,
    /// SHA-256 of the file that was previewed; refused when the file has changed since.
    pub sha256: Option<String>,
    /// Why; may be blank.
    pub why: String,
}

/// Holidays were taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HolidaysImported {
    /// How many were added.
    pub added: u32,
    /// How many were holidays already, by whatever name.
    pub known: u32,
    /// What was not taken in.
    pub rejected: Vec<RejectedRow>,
    /// The calendar after.
    pub calendar: CalendarView,
}

/// Saves what a file of holidays says that cannot be taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRejectedHolidays {
    /// The file of holidays.
    pub source: Grant,
    /// Where the rows go.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn preview_holidays(
        &mut self,
        request: PreviewHolidays,
    ) -> Result<HolidaysPreview, Problem> {
        let read = self.read_holidays(&request.grant)?;
        let view = self.open()?.view();
        let sorted = Sorted::of(calendar(&view)?, &read);
        let file = &read.found.file;
        Ok(HolidaysPreview {
            file: read.name.clone(),
            sha256: file.sha256.clone(),
            calendar: read.found.calendar,
            encoding: file.encoding.to_owned(),
            rows: read.found.rows,
            added: sorted.added,
            same: count(sorted.same),
            named: sorted.named,
            rejected: sorted.rejected,
            until: read.until.to_string(),
            taken_in_before: view.import_of(&file.sha256)?,
        })
    }

    /// See the list of operations.
    pub fn import_holidays(
        &mut self,
        request: ImportHolidays,
    ) -> Result<HolidaysImported, Problem> {
        let read = self.read_holidays(&request.grant)?;
        must_be_as_seen(request.sha256.as_ref(), &read.found.file.sha256)?;
        let mut done = None;
        self.act_because(&request.why, |act| {
            let standing = standing(act.view, act.now)?;
            let sorted = Sorted::of(calendar(act.view)?, &read);
            if sorted.added.is_empty() {
                return Err(Refusal::NothingChanged.into());
            }
            let import = workspace::record_import(&standing, act.by, read.record(&sorted))?;
            let (set, in_force) = (sorted.calendar()?, act.view.calendar()?);
            let set = cadence::set_calendar(&standing, act.by, set, in_force.as_ref())?;
            done = Some(sorted);
            Ok(vec![import, set])
        })?;
        let sorted = done.ok_or_else(|| Problem::internal("nothing was decided"))?;
        Ok(HolidaysImported {
            added: count(sorted.added.len()),
            known: count(sorted.same + sorted.named.len()),
            rejected: sorted.rejected,
            calendar: self.calendar(Nothing {})?,
        })
    }

    /// See the list of operations.
    pub fn save_rejected_holidays(
        &mut self,
        request: SaveRejectedHolidays,
    ) -> Result<Written, Problem> {
        let read = self.read_holidays(&request.source)?;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let sorted = Sorted::of(calendar(&self.open()?.view())?, &read);
        save_rejected_rows(&path, sorted.rejected)
    }

    fn read_holidays(&self, grant: &Grant) -> Result<Read, Problem> {
        let path = self.files.path(grant, Purpose::ReadHolidays)?;
        let until = horizon(self.moment(), &self.open()?.view())?;
        let found = intake::holidays::read(&imports::bytes(&path)?, &ReadOptions::default(), until);
        Ok(Read { name: file_name(&path), found: found.map_err(unreadable)?, until })
    }
}

/// A file of holidays that was read.
struct Read {
    name: String,
    found: Holidays,
    until: NaiveDate,
}

impl Read {
    fn record(&self, sorted: &Sorted) -> ImportRecorded {
        ImportRecorded {
            what: "holidays".to_owned(),
            file: Text::new(&self.name),
            sha256: self.found.file.sha256.clone(),
            encoding: self.found.file.encoding.to_owned(),
            rows: self.found.rows,
            accepted: sorted.added.len() as u64,
            updated: 0,
            skipped: (sorted.same + sorted.named.len()) as u64,
            rejected: sorted.rejected.iter().map(RejectedRow::recorded).collect(),
        }
    }
}

/// The holidays of a file, told apart by what becomes of them.
struct Sorted {
    /// The calendar they are added to.
    set: CalendarSet,
    added: Vec<HolidayFound>,
    same: usize,
    named: Vec<HolidayNamed>,
    rejected: Vec<RejectedRow>,
}

impl Sorted {
    fn of(set: CalendarSet, read: &Read) -> Self {
        let rejected = read.found.rejected.iter().map(rejected).collect();
        let mut sorted = Self { set, added: Vec::new(), same: 0, named: Vec::new(), rejected };
        for found in &read.found.days {
            sorted.take(HolidayFound {
                line: found.line,
                date: found.date.to_string(),
                name: found.name.clone(),
            });
        }
        sorted.added.sort_by(|one, other| one.date.cmp(&other.date));
        sorted.rejected.sort_by_key(|bad| bad.line);
        sorted
    }

    fn take(&mut self, given: HolidayFound) {
        let stands = self.set.holidays.iter().find(|day| day.date.to_string() == given.date);
        let known = stands.map(|day| shown(&day.name));
        let earlier = self.added.iter().find(|added| added.date == given.date);
        match (known, earlier) {
            (Some(known), _) if known == given.name => self.same += 1,
            (Some(known), _) => self.named.push(HolidayNamed { given, known }),
            (None, Some(earlier)) if earlier.name == given.name => self.same += 1,
            (None, Some(earlier)) => {
                let says = format!(
                    "{} stands on line {} already, as “{}”. Keep one name.",
                    given.date, earlier.line, earlier.name
                );
                let code = "twice".to_owned();
                let (line, row) = (given.line, given.name);
                self.rejected.push(RejectedRow { line, column: None, code, says, row });
            }
            (None, None) => self.added.push(given),
        }
    }

    /// The calendar with what is added.
    fn calendar(&self) -> Result<CalendarSet, Problem> {
        let mut set = self.set.clone();
        for added in &self.added {
            let date = crate::when::day(&added.date)?;
            set.holidays.push(Holiday { date, name: Text::new(&added.name) });
        }
        Ok(set)
    }
}

/// The calendar in force.
fn calendar(view: &View<'_>) -> Result<CalendarSet, Problem> {
    Ok(view.calendar()?.unwrap_or_else(|| CalendarSet {
        business_days: Calendar::default().business_days().to_vec(),
        holidays: Vec::new(),
    }))
}

/// The last day of the last year that is looked at.
fn horizon(now: Moment, view: &View<'_>) -> Result<NaiveDate, Problem> {
    let year = now.in_zone(settings(view)?.zone).year() + YEARS_AHEAD;
    Ok(NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX))
}

fn rejected(bad: &Rejected) -> RejectedRow {
    RejectedRow {
        line: bad.line,
        column: None,
        code: bad.code.to_owned(),
        says: bad.reason.clone(),
        row: bad.row.clone(),
    }
}
