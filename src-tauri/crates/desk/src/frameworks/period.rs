//! The period that coverage is about.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use domain::{Moment, Period, Span};
use store::View;

use super::gather::Then;
use super::{CoveragePeriod, CoverageQuery};
use crate::Problem;
use crate::when::{day, in_zone};
use crate::workspace::Settings;

/// A period by its days, both of them in it.
#[derive(Clone, Debug)]
pub(super) struct Within {
    pub(super) name: String,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Within {
    /// The period that `asked` names; the fiscal quarter that runs on `today`, where it names none.
    ///
    /// # Errors
    /// `bad-request` for half a period or one that ends before it begins; whatever a day or period
    /// that cannot be read is refused with.
    pub(super) fn of(
        asked: &CoverageQuery,
        today: NaiveDate,
        settings: &Settings,
    ) -> Result<Self, Problem> {
        match (&asked.period, &asked.from, &asked.to) {
            (Some(period), None, None) => Ok(Self::whole(period.parse()?, settings)),
            (None, None, None) => {
                Ok(Self::whole(Span::Quarter.of(today, settings.fiscal_start), settings))
            }
            (None, Some(from), Some(to)) => {
                let (from, to) = (day(from)?, day(to)?);
                if to < from {
                    return Err(wrong("The period ends before it begins."));
                }
                Ok(Self { name: format!("{from} to {to}"), from, to })
            }
            (Some(_), _, _) | (None, Some(_), None) | (None, None, Some(_)) => {
                Err(wrong("Name a period, or its first and its last day."))
            }
        }
    }

    fn whole(period: Period, settings: &Settings) -> Self {
        let first = |period: Period| period.first_day(settings.fiscal_start);
        let after = first(period.next());
        let to = after.checked_sub_days(Days::new(1)).unwrap_or(after);
        Self { name: period.to_string(), from: first(period), to }
    }

    /// When it begins in `zone`.
    pub(super) fn begins(&self, zone: Tz) -> Result<Moment, Problem> {
        in_zone(&format!("{}T00:00", self.from), zone)
    }

    /// When it is over in `zone`.
    fn ends(&self, zone: Tz) -> Result<Moment, Problem> {
        let after = self.to.checked_add_days(Days::new(1)).unwrap_or(self.to);
        in_zone(&format!("{after}T00:00"), zone)
    }

    /// The workspace as it stood when the period ended, or as `view` shows it while it has not.
    ///
    /// # Errors
    /// `no-such-moment` for a period that was over before the workspace began, or is still to come.
    pub(super) fn at_its_end<'a>(
        &self,
        view: View<'a>,
        now: Moment,
        zone: Tz,
    ) -> Result<Then<'a>, Problem> {
        let (begins, ends) = (self.begins(zone)?, self.ends(zone)?);
        if begins > now {
            let says = format!(
                "{} is still to come: it begins on {}. Take a period that has begun.",
                self.name, self.from
            );
            return Err(Problem::new("no-such-moment", says));
        }
        if ends > now {
            return Ok(Then { view, at: now, begins, zone });
        }
        let at = crate::when::just_before(ends);
        let seq = view.seq_at(at)?.ok_or_else(|| {
            let says =
                format!("The workspace began after {} was over. Take a later period.", self.name);
            Problem::new("no-such-moment", says)
        })?;
        Ok(Then { view: view.at(seq), at, begins, zone })
    }

    pub(super) fn shown(&self, today: NaiveDate) -> CoveragePeriod {
        CoveragePeriod {
            name: self.name.clone(),
            from: self.from.to_string(),
            to: self.to.to_string(),
            over: self.to < today,
        }
    }
}

/// The fiscal quarters from the one of `first` to the one of `today`, the latest first.
pub(crate) fn quarters(first: NaiveDate, today: NaiveDate, fiscal_start: u32) -> Vec<String> {
    /// Ten years of them are more than anybody picks from.
    const MOST: usize = 40;
    let begun = Span::Quarter.of(first, fiscal_start);
    let mut quarter = Span::Quarter.of(today, fiscal_start);
    let mut all = vec![quarter.to_string()];
    while quarter > begun && all.len() < MOST {
        quarter = quarter.before();
        all.push(quarter.to_string());
    }
    all
}

fn wrong(says: &str) -> Problem {
    Problem::new("bad-request", says)
}
