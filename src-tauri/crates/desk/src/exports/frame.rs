//! What every page says around its content.

use chrono::NaiveDate;
use domain::Moment;
use report::{Frame, Head};
use store::{AsOf, Store, View};

use super::preparer::Preparer;
use crate::Problem;
use crate::workspace::{Open, settings};

/// A report's own words.
pub struct About<'a> {
    /// What kind of report.
    pub report: &'a str,
    /// Its period or subject.
    pub period: String,
    /// The entry it shows the workspace after.
    pub as_of: u64,
    /// How many times it left the desk before.
    pub before: usize,
}

/// The frame of a report. Everything in it follows from the entries up to `as_of`, the preparer and
/// the version, so the same report of the same moment has the same bytes whenever it is made.
pub fn frame(open: &Open, about: &About<'_>, preparer: &Preparer) -> Result<Frame, Problem> {
    let then = open.store.as_of(AsOf::Seq(about.as_of));
    let settings = settings(&then)?;
    let at = moment_of(&open.store, about.as_of)?;
    Ok(Frame {
        workspace: settings.name,
        report: about.report.to_owned(),
        period: about.period.clone(),
        as_of: crate::when::with_offset(at, settings.zone),
        made_at: at.to_string(),
        preparer: preparer.name().to_owned(),
        head: head_at(&open.store, about.as_of)?,
        version: preparer.version(about.before),
        label: "confidential".to_owned(),
        demo: settings.demo,
        language: "en".to_owned(),
        records: std::collections::BTreeMap::new(),
    })
}

/// How often this report of a period left before.
pub fn left_before(view: &View<'_>, what: &str, period: &str) -> Result<usize, Problem> {
    let exports = view.exports()?;
    let same = exports.iter().filter(|one| one.export.what == what);
    Ok(same.filter(|one| one.export.period.as_deref() == Some(period)).count())
}

/// What stands where a report of a period says which: "As it stands after entry 2,570".
pub fn as_it_stands(as_of: u64) -> String {
    format!("As it stands after entry {}", report::grouped(as_of))
}

/// How pages write a day in full: "7 October 2026".
pub(super) const IN_FULL: &str = "%-d %B %Y";

/// The day of a moment or a day as views write it, in this form; as it is written where it is none.
pub(super) fn day(written: &str, form: &str) -> String {
    let day = written.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or_else(|| written.to_owned(), |day| day.format(form).to_string())
}

/// A moment as views write it, as pages do: `2026-10-07 17:05:22`.
pub fn stamp(written: &str) -> String {
    written.get(..19).unwrap_or(written).replace('T', " ")
}

/// The same to the minute: `2026-10-07 17:05`.
pub(super) fn minute(written: &str) -> String {
    written.get(..16).unwrap_or(written).replace('T', " ")
}

/// The head right after entry `seq`.
pub fn head_at(store: &Store, seq: u64) -> Result<Head, Problem> {
    Ok(Head { root: ledger::encoding::hex(&store.signed_root(seq)?), size: seq })
}

/// When entry `seq` was made.
pub fn moment_of(store: &Store, seq: u64) -> Result<Moment, Problem> {
    crate::workspace::last_at(&store.as_of(AsOf::Seq(seq)))
}
