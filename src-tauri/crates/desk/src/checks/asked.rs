//! What a request asks, as the domain says it.

use chrono::Days;
use chrono_tz::Tz;
use domain::check::{Asks, Picked, Rows};
use domain::sample::Only;
use domain::{BatchRef, Moment, Text};

use super::{CheckAsked, PickedAsked, RowsAsked};
use crate::Problem;
use crate::when::{day, in_zone};

/// What is asked.
///
/// # Errors
/// `unreadable-value` where a day or a number is none.
pub(super) fn asks(asked: &CheckAsked, zone: Tz) -> Result<Asks, Problem> {
    Ok(match asked {
        CheckAsked::Fairness { rows: of, by, picked: how } => {
            Asks::Fairness { rows: rows(of, zone)?, by: *by, picked: picked(how)? }
        }
        CheckAsked::Drift { before, now, of, by } => {
            Asks::Drift { before: rows(before, zone)?, now: rows(now, zone)?, of: *of, by: *by }
        }
        CheckAsked::ServiceLevel { .. } => return Err(Problem::internal("a file has no batches")),
    })
}

/// Which rows.
///
/// # Errors
/// `unreadable-value` where a day is none.
pub(super) fn rows(asked: &RowsAsked, zone: Tz) -> Result<Rows, Problem> {
    let batches: Result<Vec<BatchRef>, _> =
        asked.batches.iter().map(|batch| batch.parse()).collect();
    let mut batches = batches?;
    batches.sort_unstable();
    batches.dedup();
    let begins = |written: &str, later: u64| -> Result<Moment, Problem> {
        let day = day(written)?;
        let day = day.checked_add_days(Days::new(later)).unwrap_or(day);
        in_zone(&format!("{day}T00:00"), zone)
    };
    let only = asked
        .only
        .as_ref()
        .map(|only| Only { field: only.field.clone(), says: Text::new(only.says.clone()) });
    Ok(Rows {
        batches,
        from: asked.from.as_deref().map(|from| begins(from, 0)).transpose()?,
        // The whole of its last day counts.
        to: asked.to.as_deref().map(|to| begins(to, 1)).transpose()?,
        only,
    })
}

fn picked(asked: &PickedAsked) -> Result<Picked, Problem> {
    Ok(match asked {
        PickedAsked::OneOf { field, says } => {
            Picked::OneOf { field: *field, says: says.iter().map(Text::new).collect() }
        }
        PickedAsked::AtLeast { field, value } => {
            let value = value.trim().to_owned();
            let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
            number.ok_or_else(|| {
                let says = format!("“{value}” is no number; write one like 0.7.");
                Problem::new("unreadable-value", says)
            })?;
            Picked::AtLeast { field: *field, value }
        }
    })
}
