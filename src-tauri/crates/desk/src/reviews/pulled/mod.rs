//! The evidence that an item of a review pulls: tables of the record as it stood when the period that
//! the review looks back on ended, with what changed since.
//!
//! Nothing here is counted a second time: each table is filled from what its own screen shows, read
//! with the desk opened as of that moment.

mod access;
mod checked;
mod coverage;
mod days;
mod drills;
mod findings;
mod logs;
mod policies;
mod postmortems;
mod returns;
mod table;
mod tiers;
mod vendors;

use chrono_tz::Tz;
use domain::cadence::{ChecklistItem, Pulled};
use domain::check::Kind;
use domain::metric::derived::Stretch;
use domain::review::{Beside, Figure, TierAsked, TierShown, TierVerdict};
use domain::{ItemId, Moment, Period, Refusal, ReviewRef};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use self::table::{Table, beside};
use super::list::find;
use super::{FigureShown, retier};
use crate::when::just_after;
use crate::workspace::{Looking, settings};
use crate::{Desk, Problem};

pub(super) use table::COUNTS;

/// Asks what an item of a review pulls.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PulledQuery {
    /// The review.
    pub review: String,
    /// The item.
    pub item: String,
}

/// What an item pulls.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PulledView {
    /// As of when it stands, in a sentence.
    pub stands: String,
    /// In the order in which the item names them.
    pub tables: Vec<PulledTable>,
}

/// A part of the record as a table.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PulledTable {
    /// Which part.
    pub pulled: Pulled,
    /// What it is called.
    pub title: String,
    /// What was counted in it: the figures that an answer keeps.
    pub counts: Vec<FigureShown>,
    /// The heads of its cells.
    pub columns: Vec<String>,
    /// Its rows, the gravest first.
    pub rows: Vec<PulledRow>,
    /// Rows that are left out.
    pub more: u32,
    /// What an empty one says.
    pub empty: String,
}

/// One row.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PulledRow {
    /// What tells it from the others.
    pub key: String,
    /// The record it leads to, by reference.
    pub leads: Option<String>,
    /// A cell a column.
    pub cells: Vec<String>,
    /// How it stands.
    pub mark: PulledMark,
    /// The same in a word.
    pub word: String,
    /// What changed since the period ended; none where nothing did.
    pub since: Option<String>,
    /// What a verdict on a workflow's tier has to go by, where the item asks one.
    pub judged: Option<TierWaiting>,
}

/// A workflow that waits for a verdict on its tier.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TierWaiting {
    /// What the record shows of it.
    pub shown: TierShown,
    /// The verdicts that go against it, and need a note.
    pub noted: Vec<TierVerdict>,
}

impl TierWaiting {
    fn on(shown: TierShown) -> Self {
        let noted = TierVerdict::ALL.into_iter().filter(|verdict| shown.is_against(*verdict));
        Self { shown, noted: noted.collect() }
    }
}

/// How a row stands, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PulledMark {
    /// A limit is broken.
    Breach,
    /// To be looked at.
    Attention,
    /// Somebody is waited for.
    Waiting,
    /// As it should be.
    Fine,
    /// Nothing to judge.
    Told,
}

impl Desk {
    /// See the list of operations.
    pub fn pulled(&mut self, request: PulledQuery) -> Result<PulledView, Problem> {
        let review = ReviewRef::new(&request.review);
        let (asked, now) = self.pulled_by(&review, &request.item)?;
        let unknown =
            || Refusal::NoSuchItem { review: review.clone(), item: ItemId::new(&request.item) };
        let asked = asked.ok_or_else(unknown)?;
        let back = Back::of(&self.open()?.view(), &review)?;
        Ok(PulledView {
            stands: back.stands(&self.open()?.view(), now)?,
            tables: self.tables(&review, &asked, now)?,
        })
    }

    /// What an answer given now keeps of the tables beside its item.
    pub(super) fn counted_beside(
        &mut self,
        review: &ReviewRef,
        item: &str,
    ) -> Result<Beside, Problem> {
        let (asked, now) = self.pulled_by(review, item)?;
        // What is not asked is refused by the rule, in its own words.
        let Some(asked) = asked.filter(|asked| !asked.pulls.is_empty()) else {
            return Ok(Beside::default());
        };
        let tables = self.tables(review, &asked, now)?;
        let rows = tables.iter().flat_map(|table| &table.rows);
        let tiers = rows.filter_map(|row| {
            Some(TierAsked {
                workflow: row.leads.as_ref()?.parse().ok()?,
                shown: row.judged.as_ref()?.shown,
            })
        });
        let tiers = tiers.collect();
        let counts = tables.into_iter().flat_map(|table| table.counts);
        let shown = counts.map(|count| Figure::counted(count.figure, count.value)).collect();
        Ok(Beside { shown, tiers })
    }

    /// The item, and the moment at which it is looked at: once its review is closed, that of its answer.
    fn pulled_by(
        &self,
        review: &ReviewRef,
        item: &str,
    ) -> Result<(Option<ChecklistItem>, Looking), Problem> {
        let open = self.open()?;
        let view = open.view();
        let (cadence, _) = find(&view, review)?;
        let asked = cadence.checklist.into_iter().find(|asked| asked.item.as_str() == item);
        let now = Looking { seq: open.last()?, at: self.moment() };
        let closed = view.held(review)?.is_some_and(|held| held.closed.is_some());
        let answers = if closed { view.answers(review)? } else { Vec::new() };
        let answer = answers.iter().find(|answer| answer.item.as_str() == item);
        let change = answer.map(|answer| view.change(answer.since)).transpose()?.flatten();
        let then = change.map(|change| Looking { seq: change.seq, at: change.at });
        Ok((asked, then.unwrap_or(now)))
    }

    fn tables(
        &mut self,
        review: &ReviewRef,
        asked: &ChecklistItem,
        now: Looking,
    ) -> Result<Vec<PulledTable>, Problem> {
        let view = self.open()?.view().at(now.seq);
        let back = &Back::of(&view, review)?;
        let ended = back.ended(&view, now.at)?;
        let judged = retier::asked(&view, review, asked, now.at)?;
        let mut tables = Vec::new();
        for pulled in asked.pulls.iter().copied() {
            let then = ended
                .map(|then| self.looking_at(then, |desk| table(desk, pulled, back, back.stretch)));
            // What shows a requirement is judged at the period's end, whenever somebody looks.
            let again = pulled != Pulled::Coverage || ended.is_none();
            let until = Stretch { from: back.stretch.from, until: just_after(now.at) };
            let today = again
                .then(|| self.looking_at(now, |desk| table(desk, pulled, back, until)))
                .transpose()?;
            tables.push(beside(pulled, then.transpose()?, today, &judged));
        }
        Ok(tables)
    }
}

/// The period that a review looks back on: the one it is named by, or the one before that where it falls
/// due before its end.
pub(super) struct Back {
    period: Period,
    stretch: Stretch,
    zone: Tz,
}

impl Back {
    pub(super) fn of(view: &View<'_>, review: &ReviewRef) -> Result<Self, Problem> {
        let (_, occurrence) = find(view, review)?;
        let settings = settings(view)?;
        let unknown = || Refusal::NoOccurrence { review: review.clone() };
        let named = review.period().ok_or_else(unknown)?;
        let of = |period: Period| {
            let stretch = crate::when::stretch(period, settings.zone, settings.fiscal_start);
            Self { period, stretch, zone: settings.zone }
        };
        let own = of(named);
        Ok(if own.stretch.until <= occurrence.due { own } else { of(named.before()) })
    }

    /// The moment at which the period was over, as far as the record goes; none while it runs.
    pub(super) fn ended(&self, view: &View<'_>, now: Moment) -> Result<Option<Looking>, Problem> {
        if self.stretch.until > now {
            return Ok(None);
        }
        let at = crate::when::just_before(self.stretch.until);
        Ok(view.seq_at(at)?.map(|seq| Looking { seq, at }))
    }

    /// Whether the period was over before anything was on record.
    fn is_before_the_record(&self, view: &View<'_>, now: Moment) -> Result<bool, Problem> {
        Ok(self.stretch.until <= now && self.ended(view, now)?.is_none())
    }

    fn stands(&self, view: &View<'_>, now: Looking) -> Result<String, Problem> {
        let day = |at: Moment| at.in_zone(self.zone).format("%-d %B %Y").to_string();
        Ok(match self.ended(view, now.at)? {
            Some(then) => format!(
                "{} as it stood at the end of {}, entry {}, and what changed by {}.",
                self.period,
                day(then.at),
                report::grouped(then.seq),
                day(now.at)
            ),
            None => format!(
                "{} as it stands on {}: nothing of it is on record earlier.",
                self.period,
                day(now.at)
            ),
        })
    }
}

/// A part of the record at the moment that the desk shows; of what happened, what lies in `stretch`, and
/// of logs and checks of them those of the period, whenever they came.
fn table(desk: &mut Desk, pulled: Pulled, back: &Back, stretch: Stretch) -> Result<Table, Problem> {
    match pulled {
        Pulled::Findings => findings::table(desk),
        Pulled::Fairness => checked::table(desk, Kind::Fairness, back.stretch),
        Pulled::Drift => checked::table(desk, Kind::Drift, back.stretch),
        Pulled::Returns => returns::table(desk),
        Pulled::Tiers => tiers::table(desk, stretch),
        Pulled::Postmortems => postmortems::table(desk, stretch),
        Pulled::Vendors => vendors::table(desk),
        Pulled::Drills => drills::table(desk, stretch),
        Pulled::Access => access::table(desk, stretch),
        Pulled::Policies => policies::table(desk),
        // It was over before the workspace began.
        Pulled::Coverage if back.is_before_the_record(&desk.open()?.view(), desk.moment())? => {
            Ok(coverage::nothing())
        }
        Pulled::Coverage => coverage::table(desk, back.period),
        Pulled::Logs => logs::table(desk, back.stretch),
    }
}
