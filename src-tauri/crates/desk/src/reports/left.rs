//! What has left the desk, from the entries that record it.

use chrono_tz::Tz;
use store::tables::export::Export;

use super::{LeftQuery, LeftRow, LeftView};
use crate::count::count;
use crate::people::Names;
use crate::when::local;
use crate::workspace::settings;
use crate::{Desk, Problem};

/// How many are shown at once.
const PAGE: usize = 60;

impl Desk {
    /// See the list of operations.
    pub fn exports_left(&mut self, request: LeftQuery) -> Result<LeftView, Problem> {
        let view = self.open()?.view();
        let (names, zone) = (Names::of(&view)?, settings(&view)?.zone);
        let exports = view.exports()?;
        let all = exports.len();
        let asked =
            exports.into_iter().filter(|one| request.before.is_none_or(|seq| one.seq < seq));
        let mut asked: Vec<Export> = asked.collect();
        let more = asked.len() > PAGE;
        asked.truncate(PAGE);
        let rows = asked.into_iter().map(|one| row(one, &names, zone)).collect();
        Ok(LeftView { rows, all: count(all), more })
    }
}

fn row(one: Export, names: &Names, zone: Tz) -> LeftRow {
    let made = one.export;
    // Parts of a sample name it among their words: "workpaper of SMP-0001".
    let (what, sample) = match made.what.split_once(" of ") {
        Some((what, sample)) => (what.to_owned(), Some(sample.to_owned())),
        None => (made.what, None),
    };
    let about = made
        .review
        .map(|review| review.to_string())
        .or_else(|| made.decision.map(|decision| decision.to_string()))
        .or_else(|| made.exception.map(|exception| exception.to_string()))
        .or_else(|| made.policy.map(|policy| policy.to_string()))
        .or(sample);
    LeftRow {
        entry: one.seq,
        at: local(one.at, zone),
        by_name: names.actor(one.by),
        what,
        form: made.form,
        about,
        period: made.period,
        as_of: made.as_of,
        sha256: made.file.or(made.manifest),
    }
}
