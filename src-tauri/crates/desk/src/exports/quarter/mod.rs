//! A quarter as its reports read it: the record as it stood when it ended, and when the quarter before
//! it did. How the reviews that fell due in it ended, what its action logs and the checks of them show,
//! what waits for the sponsor, and the sign-off, are of the moment that the desk shows: the last log of a
//! quarter is taken in after its end.

mod asked;
mod carried;
mod moved;
mod read;
mod review;
mod rhythm;
mod short;
mod steps;
mod stood;
mod told;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use domain::metric::derived::Stretch;
use domain::{Period, Span};

use crate::batches::BatchRow;
use crate::checks::CheckListed;
use crate::reviews::ReviewView;
use crate::when;
use crate::workspace::{Looking, settings};
use crate::{Desk, Problem};

pub use told::NarrativeDraft;

pub(crate) use read::{batches, carried_exceptions, checks, exceptions, stops};

pub(super) use asked::sponsors;
use carried::Carried;
pub(super) use moved::{Returned, earned, moved, returned, tier, tiered_by};
pub(super) use read::moment;
pub(super) use review::STATEMENT;
pub(super) use rhythm::Due;
pub(super) use short::{held, late, overdue, short};
use steps::{Step, steps};

pub(super) use stood::{Stood, Whole};

/// A quarter of the fiscal year, read from the record.
pub(super) struct Quarter {
    /// Which.
    pub(super) period: Period,
    /// From when to when it goes.
    pub(super) stretch: Stretch,
    /// Its first and its last day.
    pub(super) days: [NaiveDate; 2],
    pub(super) zone: Tz,
    /// The last entry that the report shows.
    pub(super) as_of: u64,
    /// As it stood at its end, or stands while it runs.
    pub(super) stood: Stood,
    /// What was begun before it, as it stood at its end.
    pub(super) carried: Carried,
    /// How each workflow stood on its way there.
    steps: BTreeMap<String, Vec<Step>>,
    /// As the quarter before it stood at its end; none where the workspace is younger.
    pub(super) before: Option<Stood>,
    /// The action logs with actions of this quarter, at the moment shown.
    pub(super) logs: Vec<BatchRow>,
    /// The checks of them, at the moment shown.
    pub(super) checks: Vec<CheckListed>,
    /// The audit of this quarter, as it stands at the moment shown.
    pub(super) audit: Option<ReviewView>,
}

impl Desk {
    /// Reads the quarter that `asked` names; the one that runs, where it names none.
    ///
    /// # Errors
    /// `bad-request` for another period than a quarter, and one that is still to come;
    /// `no-such-moment` for one that was over before the workspace began.
    pub(super) fn quarter(&mut self, asked: Option<&str>) -> Result<Quarter, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let (as_of, view) = (open.last()?, open.view());
        let settings = settings(&view)?;
        let (zone, fiscal_start) = (settings.zone, settings.fiscal_start);
        let today = now.in_zone(zone).date_naive();
        let period = match asked {
            Some(asked) => asked.parse::<Period>()?,
            None => Span::Quarter.of(today, fiscal_start),
        };
        must_be_a_quarter(period, today, fiscal_start)?;
        let stretch = when::stretch(period, zone, fiscal_start);
        let ends = Looking { seq: as_of, at: now };
        let at_end = |stretch: Stretch| -> Result<Option<Looking>, Problem> {
            if stretch.until > now {
                return Ok(Some(ends));
            }
            let at = crate::when::just_before(stretch.until);
            Ok(view.seq_at(at)?.map(|seq| Looking { seq, at }))
        };
        let earlier = when::stretch(period.before(), zone, fiscal_start);
        let (ended, ended_before) = (at_end(stretch)?, at_end(earlier)?);
        let ended = ended.ok_or_else(|| {
            let says =
                format!("The workspace began after {period} was over. Take a later quarter.");
            Problem::new("no-such-moment", says)
        })?;
        let view = self.open()?.view();
        let steps = steps(&view.at(ended.seq))?;
        let due = Due::all(&view, zone, stretch, now)?;
        let due_before = Due::all(&view, zone, earlier, now)?;
        let first = period.first_day(fiscal_start);
        let after = period.next().first_day(fiscal_start);
        Ok(Quarter {
            period,
            stretch,
            days: [first, after.checked_sub_days(Days::new(1)).unwrap_or(after)],
            zone,
            as_of,
            steps,
            carried: self.looking_at(ended, |desk| Carried::of(desk, stretch))?,
            stood: self.looking_at(ended, |desk| Stood::of(desk, stretch, due))?,
            before: match ended_before {
                Some(then) => {
                    Some(self.looking_at(then, |desk| Stood::of(desk, earlier, due_before))?)
                }
                None => None,
            },
            logs: read::batches(self, stretch)?,
            checks: read::checks(self, stretch)?,
            audit: self.audit_of(period, stretch, now)?,
        })
    }

    /// Reads what only the audit report shows of a quarter.
    pub(super) fn whole(&mut self, quarter: &Quarter) -> Result<Whole, Problem> {
        let ended = Looking { seq: quarter.stood.seq, at: quarter.stood.at };
        let tests = stood::tests(self, &quarter.logs)?;
        self.looking_at(ended, |desk| Whole::of(desk, quarter, tests))
    }

    /// Reads with the desk opened as of a past moment, and returns it to the one it shows.
    pub(crate) fn looking_at<T>(
        &mut self,
        past: Looking,
        read: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let shown = self.open_mut()?.looking.replace(past);
        let read = read(self);
        self.open_mut()?.looking = shown;
        read
    }
}

impl Quarter {
    /// What heads its reports: "2026-Q3: 1 July to 30 September 2026".
    pub(super) fn title(&self) -> String {
        let [first, last] = self.days;
        format!("{}: {} to {}", self.period, first.format("%-d %B"), last.format("%-d %B %Y"))
    }

    /// As of when its figures stand, in a sentence.
    pub(super) fn stands(&self) -> String {
        let entry = report::grouped(self.stood.seq);
        let at = self.stood.at.in_zone(self.zone);
        let of_now = "how its reviews ended, its action logs, their tests and checks, what waits and \
                      the sign-off as of the report’s moment";
        if self.stood.at.plus(chrono::Duration::milliseconds(1)) == self.stretch.until {
            let day = at.format("%-d %B %Y");
            format!("Figures stand as of the end of {day}, entry {entry}; {of_now}.")
        } else {
            let at = at.format("%-d %B %Y, %H:%M");
            format!("The quarter still runs: figures stand as of {at}, entry {entry}.")
        }
    }

    /// Of what was entered after its end, the day on which it was: "1 Oct".
    pub(super) fn later(&self, written: &str) -> Option<String> {
        let after = moment(written).is_some_and(|at| self.stretch.until <= at);
        after.then(|| short_day(written))
    }

    /// A day as reports write it inside the period: "3 Sep".
    pub(super) fn day(&self, written: &str) -> String {
        short_day(written)
    }
}

/// "3 Sep" of a moment or a day as views write it.
pub(super) fn short_day(written: &str) -> String {
    let day = written.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or_else(|| "–".to_owned(), |day| day.format("%-d %b").to_string())
}

fn must_be_a_quarter(period: Period, today: NaiveDate, fiscal_start: u32) -> Result<(), Problem> {
    let wrong = |says: String| Err(Problem::new("bad-request", says));
    if period.span() != Span::Quarter {
        return wrong(format!("{period} is no quarter; name one like 2026-Q3."));
    }
    if period.first_day(fiscal_start) > today {
        return wrong(format!("{period} has not begun. Take a quarter that runs or is over."));
    }
    Ok(())
}
