//! The metrics, as a screen lists them.

use domain::metric::{Calendar, Metric};
use domain::people::{Standing, keepers};
use domain::{Moment, PersonRef, Text};
use store::{AsOf, View};

use super::{MetricRow, MetricsQuery, MetricsView, beside, calendar, derived};
use crate::people::{Names, standing};
use crate::workspace::last_at;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn metrics(&mut self, request: MetricsQuery) -> Result<MetricsView, Problem> {
        let (view, looked) = self.look_at_metrics(request.as_of)?;
        let all = derived::counted(&view, looked.at, view.metrics()?, |_| true)?;
        let mut metrics: Vec<MetricRow> = all.iter().map(|metric| looked.row(metric)).collect();
        metrics.sort_by_key(|row| (row.retired, row.class));
        Ok(MetricsView { metrics, as_of: looked.as_of, keeps: looked.keeps() })
    }
}

/// What metrics are looked at with: the day, the names, and who looks.
pub(crate) struct Looked {
    /// The entry they stand after.
    pub(crate) as_of: u64,
    /// The moment they are judged at: that entry's, or now.
    pub(crate) at: Moment,
    pub(crate) calendar: Calendar,
    pub(crate) names: Names,
    standing: Standing,
    who: Option<PersonRef>,
}

impl Desk {
    /// The tables after the entry that was asked for, or as they stand, and what metrics are looked
    /// at with there.
    pub(crate) fn look_at_metrics(
        &mut self,
        asked: Option<u64>,
    ) -> Result<(View<'_>, Looked), Problem> {
        let now = self.moment();
        let open = self.open()?;
        let as_of = open.up_to(asked)?;
        let view = open.store.as_of(AsOf::Seq(as_of));
        let at = asked.map_or(Ok(now), |_| last_at(&view))?;
        let looked = Looked {
            as_of,
            at,
            calendar: calendar(&view, at)?,
            names: Names::of(&view)?,
            standing: standing(&view, at)?,
            who: open.at_desk.person(),
        };
        Ok((view, looked))
    }
}

impl Looked {
    /// Whether who looks keeps the desk.
    pub(super) fn keeps(&self) -> bool {
        let holds = |person| keepers().iter().any(|role| self.standing.holds(person, role));
        self.who.is_some_and(holds)
    }

    /// A metric's row.
    pub(crate) fn row(&self, metric: &Metric) -> MetricRow {
        let terms = &metric.terms;
        MetricRow {
            class: terms.class,
            every: terms.every,
            target: terms.target.map(|target| target.to_string()),
            target_shown: terms.target.map(|target| terms.unit.shown(target)),
            complements: terms.beside.map(|beside| beside.to_string()),
            owner: terms.owner.map(|owner| owner.to_string()),
            owner_name: terms.owner.map(|owner| self.names.person(owner)),
            source: terms.source.as_ref().and_then(Text::words).map(str::to_owned),
            workflows: terms.workflows.iter().map(ToString::to_string).collect(),
            retired: metric.retired,
            yours: !metric.retired
                && terms.derived.is_none()
                && (self.keeps() || (self.who.is_some() && self.who == terms.owner)),
            beside: beside::shown(metric, self.calendar),
        }
    }
}
