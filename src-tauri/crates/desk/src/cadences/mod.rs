//! Cadences and the calendar: what is in force, what is still to come, and changing them.

mod changes;
mod holidays;
mod keep;
mod preview;
mod view;
mod words;

pub(crate) use changes::differences;
use domain::cadence::{OnHoliday, Pulled, Rhythm};
pub use holidays::{
    HolidayFound, HolidayNamed, HolidaysImported, HolidaysPreview, ImportHolidays, PreviewHolidays,
    SaveRejectedHolidays,
};
pub(crate) use keep::{days_stated, stated};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub(crate) use words::words as rhythm_words;

use crate::register::ChangeShown;

/// The cadences in force.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CadencesView {
    /// By identifier.
    pub cadences: Vec<CadenceRow>,
    /// Figures that may stand beside an item, with what they say.
    pub figures: Vec<FigureChoice>,
    /// What of the record may stand beside an item as a table, with what it is called.
    pub pulls: Vec<PulledChoice>,
    /// Metrics that may stand beside an item: those still measured.
    pub metrics: Vec<MetricChoice>,
    /// Roles that may chair, take part and countersign, by name.
    pub roles: Vec<RoleChoice>,
    /// The workspace's own zone, to start a cadence from.
    pub zone: String,
    /// Month, 1 to 12, in which fiscal years start.
    pub fiscal_start: u32,
}

/// A role to choose.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RoleChoice {
    /// Its identifier.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// Whether nobody holds it now.
    pub vacant: bool,
}

/// A metric to choose.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricChoice {
    /// Its reference.
    pub metric: String,
    /// What it is called.
    pub name: String,
}

/// One cadence in force.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CadenceRow {
    /// As it is set, to be changed and set anew.
    pub terms: CadenceDraft,
    /// The same with evidence beside its questions, where it is an audit and pulls none yet.
    pub offered: Option<CadenceDraft>,
    /// Its rhythm in words.
    pub rhythm: String,
    /// Who chairs, by name.
    pub chair: String,
    /// Since when these terms hold, RFC 3339 with the offset of the cadence's zone.
    pub since: String,
    /// The entry that set them.
    pub entry: u64,
    /// What is next.
    pub next: Vec<Coming>,
}

/// A review that is still to come.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Coming {
    /// Its name.
    pub review: String,
    /// When it is due, RFC 3339 with the offset of its zone.
    pub due: String,
    /// When it was due before, where a change moves it.
    pub was: Option<String>,
}

/// A figure the desk counts.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FigureChoice {
    /// Its identifier.
    pub figure: String,
    /// What it says.
    pub label: String,
}

/// A part of the record that an item may read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PulledChoice {
    /// Which.
    pub pulled: Pulled,
    /// What it is called.
    pub label: String,
}

/// A cadence as a person writes it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CadenceDraft {
    /// Its identifier, the first word of its reviews' names.
    pub cadence: String,
    /// What its reviews are called.
    pub name: String,
    /// How often.
    pub rhythm: Rhythm,
    /// Local time a review begins, `10:00`.
    pub time: String,
    /// IANA time zone of that time.
    pub zone: String,
    /// What a day off does to a review; what is usual where nothing is said.
    pub on_holiday: Option<OnHoliday>,
    /// Minutes a review takes.
    pub minutes: u32,
    /// The role that chairs.
    pub chair: String,
    /// The roles that must take part.
    pub required: Vec<String>,
    /// How many of them make a quorum.
    pub quorum: u32,
    /// The role whose countersignature its reviews need.
    pub countersigned_by: Option<String>,
    /// First day on which a review may fall.
    pub from: String,
    /// What each review answers, in order.
    pub checklist: Vec<ItemDraft>,
}

/// A checklist item as a person writes it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemDraft {
    /// Its identifier, the same over all versions.
    pub item: String,
    /// What the agenda calls it.
    pub title: String,
    /// The heading it stands under; may be blank.
    pub group: String,
    /// What is asked.
    pub question: String,
    /// What to look at before answering; may be blank.
    pub guidance: String,
    /// Minutes planned.
    pub minutes: u32,
    /// Figures beside it.
    pub figures: Vec<String>,
    /// Metrics beside it.
    pub metrics: Vec<String>,
    /// What of the record stands beside it as a table; may be left out.
    #[serde(default)]
    pub pulls: Vec<Pulled>,
}

/// What a draft would bring.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CadencePreview {
    /// Its rhythm in words.
    pub rhythm: String,
    /// First day on which it may begin.
    pub earliest: String,
    /// What differs from the terms in force; nothing where there are none yet.
    pub changes: Vec<ChangeShown>,
    /// What waits past its time, and goes on waiting as it was.
    pub late: Vec<Coming>,
    /// The next five.
    pub next: Vec<Coming>,
    /// What would have come among the next five, and does so no more.
    pub gone: Vec<Coming>,
}

/// Sets a cadence from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetCadence {
    /// The cadence.
    pub terms: CadenceDraft,
    /// Whether it is a new one: then its identifier may not be in use.
    pub begins: bool,
    /// Why; may be blank.
    pub why: String,
}

/// Retires a cadence.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RetireCadence {
    /// Which.
    pub cadence: String,
    /// Why; may be blank.
    pub why: String,
}

/// The calendar in force.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CalendarView {
    /// The days of the week on which people work, `Mon` to `Sun`.
    pub business_days: Vec<String>,
    /// The holidays, by date.
    pub holidays: Vec<HolidayRow>,
}

/// A day nobody works.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HolidayRow {
    /// The day.
    pub date: String,
    /// What it is called.
    pub name: String,
}

/// Sets the calendar from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetCalendar {
    /// The days of the week on which people work.
    pub business_days: Vec<String>,
    /// The holidays.
    pub holidays: Vec<HolidayRow>,
    /// Why; may be blank.
    pub why: String,
}
