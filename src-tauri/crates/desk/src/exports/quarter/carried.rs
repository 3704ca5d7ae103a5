//! What a quarter carries in from before it: what was begun earlier, and went on or ended in it.

use std::collections::BTreeSet;

use domain::SampleRef;
use domain::metric::derived::Stretch;
use domain::sample::Sample;

use super::read::{carried_exceptions, holds, moment};
use crate::decisions::DecisionRow;
use crate::exceptions::ExceptionRow;
use crate::operations::Nothing;
use crate::samples::SampleRow;
use crate::stops::StopRow;
use crate::when::just_before;
use crate::workspace::Looking;
use crate::{Desk, Problem};

/// Each kind oldest first, as it stands at the moment that the desk shows.
pub(in crate::exports) struct Carried {
    /// Proposed before, and open when the quarter began.
    pub(in crate::exports) decisions: Vec<DecisionRow>,
    /// Raised before, and open when it began.
    pub(in crate::exports) exceptions: Vec<ExceptionRow>,
    /// Planned before, and drawn, tested, confirmed or given up in it.
    pub(in crate::exports) samples: Vec<SampleRow>,
    /// Pulled or drilled before, and confirmed in a system or lifted in it.
    pub(in crate::exports) stops: Vec<StopRow>,
}

impl Carried {
    /// What is carried into `stretch`.
    pub(super) fn of(desk: &mut Desk, stretch: Stretch) -> Result<Self, Problem> {
        let at = just_before(stretch.from);
        let began = desk.open()?.view().seq_at(at)?.map(|seq| Looking { seq, at });
        let (open, seq) = match began {
            Some(began) => {
                (desk.looking_at(began, |desk| desk.decisions(Nothing {}))?.open, began.seq)
            }
            None => (Vec::new(), 0),
        };
        let open: BTreeSet<String> = open.into_iter().map(|row| row.decision).collect();
        let shown = desk.decisions(Nothing {})?;
        let mut decisions: Vec<DecisionRow> = shown.open.into_iter().chain(shown.over).collect();
        decisions.retain(|row| open.contains(&row.decision));
        decisions.sort_by_key(|row| row.entry);
        let mut stops = desk.stops(Nothing {})?.stops;
        stops.retain(|row| {
            let seen = row.systems.iter().filter_map(|system| system.confirmed_at.as_ref());
            let confirmed = seen.into_iter().any(|at| holds(stretch, at));
            let lifted = row.lifted.is_some_and(|entry| entry > seq);
            began_before(stretch, &row.at) && (confirmed || lifted)
        });
        stops.sort_by_key(|row| row.entry);
        let worked = worked_on(desk, stretch)?;
        let mut samples = desk.samples(Nothing {})?.rows;
        samples.retain(|row| began_before(stretch, &row.planned));
        samples.retain(|row| row.sample.parse().is_ok_and(|sample| worked.contains(&sample)));
        samples.sort_by_key(|row| row.entry);
        let exceptions = carried_exceptions(desk, stretch)?;
        Ok(Self { decisions, exceptions, samples, stops })
    }
}

/// The samples that something was done on in `stretch`.
fn worked_on(desk: &Desk, stretch: Stretch) -> Result<BTreeSet<SampleRef>, Problem> {
    let all = desk.open()?.view().samples()?.into_iter();
    Ok(all.filter(|one| is_worked_on(one, stretch)).map(|one| one.reference()).collect())
}

fn is_worked_on(sample: &Sample, stretch: Stretch) -> bool {
    let drawn =
        sample.draw.iter().flat_map(|draw| [&draw.entered].into_iter().chain(&draw.extended));
    let tested = sample.tests.values().map(|test| &test.entered);
    let confirmed = sample.confirmed.iter().map(|one| &one.entered);
    let given_up = sample.abandoned.iter().map(|(entered, _)| entered);
    drawn.chain(tested).chain(confirmed).chain(given_up).any(|done| stretch.holds(done.at))
}

fn began_before(stretch: Stretch, written: &str) -> bool {
    moment(written).is_some_and(|at| at < stretch.from)
}
