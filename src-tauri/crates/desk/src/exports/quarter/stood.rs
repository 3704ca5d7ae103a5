//! All that the reports of a quarter read, as it stood at one moment.

use std::collections::BTreeMap;

use domain::Moment;
use domain::metric::derived::Stretch;

use super::Quarter;
use super::read::{self, holds};
use super::rhythm::Due;
use crate::batches::BatchRow;
use crate::decisions::{DecisionRow, DecisionView};
use crate::exceptions::ExceptionRow;
use crate::findings::{FindingsQuery, FindingsView};
use crate::frameworks::{CoverageQuery, FrameworksView};
use crate::metrics::{MetricRow, MetricsQuery};
use crate::operations::{DecisionQuery, Nothing, PopulationQuery, RaciQuery};
use crate::overrides::OverrideRow;
use crate::policies::PolicyRow;
use crate::population::PopulationView;
use crate::raci::RaciView;
use crate::register::{RegisterQuery, RegisterRow};
use crate::samples::{Pool, SampleRow, pools};
use crate::stops::{DrillRow, StopRow, StopsView};
use crate::{Desk, Problem};

/// The record at one moment, and of what happened the part that lies in a stretch of time.
pub(in crate::exports) struct Stood {
    pub(in crate::exports) seq: u64,
    pub(in crate::exports) at: Moment,
    /// The workflows that are not retired, and those that are.
    pub(in crate::exports) register: Vec<RegisterRow>,
    /// The reviews that fell due in the stretch, as they stand at the moment of the report.
    pub(in crate::exports) due: Vec<Due>,
    /// Proposed in the stretch, oldest first.
    pub(in crate::exports) decisions: Vec<DecisionRow>,
    /// Recorded in it.
    pub(in crate::exports) overrides: Vec<OverrideRow>,
    /// Raised in it, oldest first.
    pub(in crate::exports) exceptions: Vec<ExceptionRow>,
    /// Planned in it.
    pub(in crate::exports) samples: Vec<SampleRow>,
    /// What those of the last 13 weeks prove together.
    pub(in crate::exports) pools: Vec<Pool>,
    /// Still measured.
    pub(in crate::exports) metrics: Vec<MetricRow>,
    pub(in crate::exports) findings: FindingsView,
    /// Stops and drills in it, oldest first.
    pub(in crate::exports) stops: Vec<StopRow>,
    /// When live workflows are next tried.
    pub(in crate::exports) drills: Vec<DrillRow>,
    pub(in crate::exports) policies: Vec<PolicyRow>,
}

/// What only the audit report reads: of the same moment, but for the tests.
pub(in crate::exports) struct Whole {
    /// Each decision of the quarter and each carried into it, whole.
    pub(in crate::exports) decisions: BTreeMap<String, DecisionView>,
    /// Every test on every batch of the quarter whose rows are there, at the moment of the report.
    pub(in crate::exports) tests: Vec<PopulationView>,
    pub(in crate::exports) coverage: FrameworksView,
    pub(in crate::exports) raci: RaciView,
}

impl Stood {
    /// The record at the moment that the desk shows; `due` was read at the report's own.
    pub(super) fn of(desk: &mut Desk, stretch: Stretch, due: Vec<Due>) -> Result<Self, Problem> {
        let at = desk.moment();
        let seq = desk.open()?.last()?;
        let inside = |written: &str| holds(stretch, written);
        let register = desk.register(RegisterQuery::default())?.workflows;
        let shown = desk.decisions(Nothing {})?;
        let mut decisions: Vec<DecisionRow> = shown.open.into_iter().chain(shown.over).collect();
        decisions.retain(|row| inside(&row.at));
        decisions.sort_by_key(|row| row.entry);
        let mut overrides = desk.overrides(Nothing {})?.rows;
        overrides.retain(|row| inside(&row.at));
        overrides.sort_by_key(|row| row.entry);
        let mut samples = desk.samples(Nothing {})?.rows;
        samples.retain(|row| inside(&row.planned));
        samples.sort_by_key(|row| row.entry);
        let view = desk.open()?.view();
        let pools = pools(&view, &view.samples()?, at)?;
        let mut metrics = desk.metrics(MetricsQuery::default())?.metrics;
        metrics.retain(|row| !row.retired);
        let StopsView { stops, drills, .. } = read::stops(desk, stretch)?;
        Ok(Self {
            seq,
            at,
            register,
            due,
            decisions,
            overrides,
            exceptions: read::exceptions(desk, stretch)?,
            samples,
            pools,
            metrics,
            findings: desk.findings(FindingsQuery::default())?,
            stops,
            drills,
            policies: desk.policies(Nothing {})?.rows,
        })
    }

    /// How many items of the samples were tested, and how many of them were in error.
    pub(in crate::exports) fn sampled(&self) -> (u64, u64) {
        self.samples
            .iter()
            .fold((0, 0), |(tested, errors), row| (tested + row.tested, errors + row.errors))
    }

    /// How many metrics ask for attention.
    pub(in crate::exports) fn out_of_line(&self) -> usize {
        self.metrics.iter().filter(|row| row.beside.state.is_out_of_line()).count()
    }

    /// How many of the stops were drills.
    pub(in crate::exports) fn drilled(&self) -> usize {
        self.stops.iter().filter(|one| one.drill).count()
    }
}

impl Whole {
    /// Reads what `quarter` names, at the moment that the desk shows; `tests` were run at the report's own.
    pub(super) fn of(
        desk: &mut Desk,
        quarter: &Quarter,
        tests: Vec<PopulationView>,
    ) -> Result<Self, Problem> {
        let mut decisions = BTreeMap::new();
        for row in quarter.carried.decisions.iter().chain(&quarter.stood.decisions) {
            let decision = row.decision.clone();
            decisions.insert(decision.clone(), desk.decision(DecisionQuery { decision })?);
        }
        let period = quarter.period.to_string();
        let within = CoverageQuery { period: Some(period), ..CoverageQuery::default() };
        Ok(Self {
            decisions,
            tests,
            coverage: desk.frameworks(within)?,
            raci: desk.raci(RaciQuery::default())?,
        })
    }
}

/// Every test on each of these batches whose rows are there, at the moment that the desk shows.
pub(super) fn tests(desk: &mut Desk, logs: &[BatchRow]) -> Result<Vec<PopulationView>, Problem> {
    let mut tests = Vec::new();
    for row in logs {
        // Rows that were purged since are gone for the quarter too.
        if desk.open()?.rows_stand(&row.batch)? {
            tests.push(desk.population(PopulationQuery { batch: row.batch.clone() })?);
        }
    }
    Ok(tests)
}
