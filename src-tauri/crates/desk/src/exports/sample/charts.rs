//! What a sample proves, and what the weeks to it prove together, to draw.

use domain::sample::{More, Pooled, Sample, WANTED_PERCENT};
use report::grouped;
use report::sample::{Limit, Proves, Together, Week};

use crate::Problem;
use crate::samples::{PoolHistory, PoolWeek, SampleView, found};
use crate::workspace::Open;

/// Both charts of a workpaper.
pub(super) struct Charts {
    pub(super) proves: Option<Proves>,
    pub(super) together: Option<Together>,
}

/// The charts of a sample whose items are tested; none before.
pub(super) fn charts(
    open: &Open,
    view: &SampleView,
    history: &mut PoolHistory,
) -> Result<Charts, Problem> {
    let sample = found(&open.view(), &view.row.sample)?;
    if view.row.says.is_none() {
        return Ok(Charts { proves: None, together: None });
    }
    Ok(Charts { proves: proves(view, &sample), together: together(open, &sample, history)? })
}

fn proves(view: &SampleView, sample: &Sample) -> Option<Proves> {
    let proven = sample.proves().filter(|_| !view.curve.is_empty())?;
    let limits = view.curve.iter().map(|point| Limit {
        items: point.items,
        found: point.limit,
        clean: point.clean,
    });
    Some(Proves {
        rows: proven.rows,
        tested: proven.tested,
        errors: proven.errors,
        limits: limits.collect(),
        enough: match proven.more {
            More::Rows(more) => Some(proven.tested + more),
            More::Proven | More::Never => None,
        },
        wanted_percent: proven.wanted_percent,
        may_be_extended: view.extension.is_some(),
    })
}

fn together(
    open: &Open,
    sample: &Sample,
    history: &mut PoolHistory,
) -> Result<Option<Together>, Problem> {
    let weeks = history.weeks(&open.view(), sample)?;
    let last = weeks.last().and_then(|week| week.pooled.as_ref());
    Ok(last.map(|pooled| Together {
        found: format!("{} of {} in error", grouped(pooled.errors), grouped(pooled.tested)),
        weeks: weeks.iter().map(week).collect(),
        wanted_percent: WANTED_PERCENT,
    }))
}

fn week(of: &PoolWeek) -> Week {
    Week {
        week: of.week.short(),
        limit: of.pooled.as_ref().map(Pooled::upper_tenths),
        held: of.held,
    }
}
