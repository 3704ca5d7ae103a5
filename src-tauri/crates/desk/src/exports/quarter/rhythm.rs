//! The reviews that fell due in a quarter, by cadence and day.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use domain::Moment;
use domain::metric::derived::Stretch;
use report::sponsor::{Day, DayState, Month, Rhythm};
use store::View;

use super::{Quarter, Stood};
use crate::Problem;
use crate::reviews::{Listed, ReviewRow, ReviewState};

/// A review that fell due.
pub(in crate::exports) struct Due {
    pub(in crate::exports) row: ReviewRow,
    /// The day on which it did.
    pub(in crate::exports) on: NaiveDate,
    /// The day on which it was held, where its quarter was over by then.
    pub(in crate::exports) after: Option<NaiveDate>,
}

impl Due {
    /// Each that fell due in `stretch`, as it stands at `at`: how a review of a quarter's last days
    /// ends is known only after the quarter, and counts nowhere else. Its days are those of `zone`, as the
    /// quarter's are: a cadence may keep another.
    pub(super) fn all(
        view: &View<'_>,
        zone: Tz,
        stretch: Stretch,
        at: Moment,
    ) -> Result<Vec<Self>, Problem> {
        let listed = Listed::of(view)?;
        let last = crate::when::just_before(stretch.until);
        let mut all = listed.due_between(stretch.from, last.min(at), at)?;
        all.retain(|one| one.state != ReviewState::Coming);
        let rows = listed.rows(&all)?.into_iter().zip(&all);
        let due = rows.map(|(row, one)| {
            let day = |at: Moment| at.in_zone(zone).date_naive();
            let closed = listed.closed_at(&one.review).filter(|at| *at >= stretch.until);
            Self { row, on: day(one.due), after: closed.map(day) }
        });
        Ok(due.collect())
    }

    /// Whether it was held, or will never be.
    pub(in crate::exports) fn is_over(&self) -> bool {
        matches!(self.row.state, ReviewState::Closed | ReviewState::Missed)
    }

    /// Whether it is past its time and can still be held.
    pub(in crate::exports) fn is_late(&self) -> bool {
        self.row.state == ReviewState::Late
    }

    /// Whether it was held.
    pub(in crate::exports) fn is_held(&self) -> bool {
        self.row.state == ReviewState::Closed
    }
}

impl Stood {
    /// The reviews that fell due, by cadence in the order of the first of each; with the cadence's name.
    pub(in crate::exports) fn by_cadence(&self) -> Vec<(&str, Vec<&Due>)> {
        let mut all: Vec<(&str, Vec<&Due>)> = Vec::new();
        for due in &self.due {
            let cadence = &due.row.cadence;
            let known = all
                .iter_mut()
                .find(|(_, own)| own.first().is_some_and(|one| one.row.cadence == *cadence));
            match known {
                Some((_, own)) => own.push(due),
                None => all.push((&due.row.name, vec![due])),
            }
        }
        all
    }
}

/// The rhythm of a quarter, the most frequent reviews first.
pub(super) fn rhythm(quarter: &Quarter) -> Vec<Rhythm> {
    let mut all = quarter.stood.by_cadence();
    all.sort_by_key(|(_, own)| std::cmp::Reverse(own.len()));
    all.into_iter().map(|(name, own)| of_cadence(name, &own, quarter)).collect()
}

fn of_cadence(name: &str, own: &[&Due], quarter: &Quarter) -> Rhythm {
    let months = quarter.months().map(|(year, month)| Month {
        days: own
            .iter()
            .filter(|due| (due.on.year(), due.on.month()) == (year, month))
            .map(|due| Day { day: due.on.day(), state: state(due) })
            .collect(),
    });
    Rhythm {
        name: name.to_owned(),
        months,
        held: own.iter().filter(|due| due.is_held()).count(),
        expected: own.iter().filter(|due| due.is_over()).count(),
        says: says(own),
    }
}

/// Each review that was not held in its quarter, by what became of it.
fn says(own: &[&Due]) -> String {
    let told = |what: &str, of: &dyn Fn(&Due) -> Option<String>| {
        let all: Vec<String> = own.iter().filter_map(|due| of(due)).collect();
        (!all.is_empty()).then(|| format!("{what} {}", all.join(", ")))
    };
    let named = |state: ReviewState| {
        move |due: &Due| (due.row.state == state).then(|| due.row.review.clone())
    };
    let said = [
        told("missed", &named(ReviewState::Missed)),
        told("late", &named(ReviewState::Late)),
        told("held after the quarter", &|due| {
            Some(format!("{} on {}", due.row.review, due.after?.format("%-d %b")))
        }),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { String::new() } else { format!("{}.", said.join("; ")) }
}

fn state(due: &Due) -> DayState {
    match due.row.state {
        ReviewState::Closed => DayState::Held,
        ReviewState::Missed => DayState::Missed,
        ReviewState::Late => DayState::Late,
        ReviewState::Coming | ReviewState::Due | ReviewState::Open => DayState::Waiting,
    }
}

impl Quarter {
    /// Its three months, each with its year.
    pub(super) fn months(&self) -> [(i32, u32); 3] {
        let [first, _] = self.days;
        [0, 1, 2].map(|later| {
            let month = first.checked_add_months(chrono::Months::new(later)).unwrap_or(first);
            (month.year(), month.month())
        })
    }

    /// The same by name.
    pub(super) fn month_names(&self) -> [String; 3] {
        self.months().map(|(year, month)| {
            let day = NaiveDate::from_ymd_opt(year, month, 1);
            day.map(|day| day.format("%B").to_string()).unwrap_or_default()
        })
    }
}
