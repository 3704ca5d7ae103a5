//! Live figures beside the questions of a review.
//!
//! Only what the workspace itself knows stands here; figures from metrics and action logs join
//! when those are kept.

use domain::ItemId;
use domain::review::Figure;
use domain::workflow::{Status, Tier};
use store::View;
use store::tables::workflow::Workflow;

use super::FigureShown;
use crate::Problem;

/// Each figure's identifier, what it says, and the items it stands beside.
const FIGURES: &[(&str, &str, &[&str])] = &[
    ("workflows.live", "Workflows live", &["adoption", "anomalies", "random-actions"]),
    ("workflows.found-live", "Found live, no launch decision", &["adoption", "exceptions"]),
    ("workflows.stopped", "Stopped or paused", &["anomalies", "exceptions"]),
    ("workflows.autonomous", "Acting unattended (tier 4)", &["random-actions", "enrichment"]),
    (
        "workflows.outreach",
        "Outreach and sequencing live",
        &["opens-replies-meetings", "outbound-emails", "sequences"],
    ),
    ("workflows.scoring", "Scoring and routing live", &["lead-scores"]),
    ("workflows.no-tier", "Without a tier", &["exceptions", "approval-queue"]),
    ("workflows.no-owner", "Without an owner", &["errors-reported", "coaching"]),
];

/// The figures as they stand.
pub(super) struct Live(Vec<(&'static str, String)>);

impl Live {
    /// What stands beside an item.
    pub(super) fn beside(&self, item: &ItemId) -> Vec<FigureShown> {
        FIGURES
            .iter()
            .filter(|(_, _, items)| items.contains(&item.as_str()))
            .filter_map(|(figure, label, _)| {
                let value = self.0.iter().find(|(known, _)| known == figure)?.1.clone();
                Some(FigureShown {
                    figure: (*figure).to_owned(),
                    label: (*label).to_owned(),
                    value,
                })
            })
            .collect()
    }

    /// The same as an entry keeps it.
    pub(super) fn kept(&self, item: &ItemId) -> Vec<Figure> {
        let shown = self.beside(item).into_iter();
        shown.map(|f| Figure::counted(f.figure, f.value)).collect()
    }
}

/// What a figure says.
pub(super) fn label(figure: &str) -> &str {
    FIGURES.iter().find(|(known, _, _)| *known == figure).map_or(figure, |(_, label, _)| label)
}

/// Counts what stands in `view`.
pub(super) fn figures(view: &View<'_>) -> Result<Live, Problem> {
    use domain::workflow::Kind;
    let workflows = view.workflows()?;
    let count = |wanted: &dyn Fn(&Workflow) -> bool| {
        workflows.iter().filter(|workflow| wanted(workflow)).count().to_string()
    };
    let live = |w: &Workflow| w.status == Status::Live;
    let kind = |w: &Workflow, kinds: &[Kind]| w.facts.kind.is_some_and(|k| kinds.contains(&k));
    Ok(Live(vec![
        ("workflows.live", count(&live)),
        ("workflows.found-live", count(&|w| w.found_live)),
        ("workflows.stopped", count(&|w| matches!(w.status, Status::Stopped | Status::Paused))),
        (
            "workflows.autonomous",
            count(&|w| live(w) && w.facts.tier() == Some(Tier::ExecuteAutonomously)),
        ),
        ("workflows.outreach", count(&|w| live(w) && kind(w, &[Kind::Outreach, Kind::Sequencing]))),
        ("workflows.scoring", count(&|w| live(w) && kind(w, &[Kind::LeadScoring, Kind::Routing]))),
        ("workflows.no-tier", count(&|w| w.facts.tier().is_none())),
        (
            "workflows.no-owner",
            count(&|w| w.facts.owner.is_none() && w.facts.owner_named.is_none()),
        ),
    ]))
}
