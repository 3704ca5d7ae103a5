//! Live figures beside the questions of a review.
//!
//! Only what the workspace itself knows stands here; figures from metrics and action logs join
//! when those are kept.

use domain::cadence::ChecklistItem;
use domain::review::Figure;
use domain::workflow::{Status, Tier};
use store::View;
use store::tables::workflow::Workflow;

use super::FigureShown;
use crate::Problem;

/// Each figure's identifier, and what it says. A cadence's items name those that stand beside them.
pub const FIGURES: &[(&str, &str)] = &[
    ("workflows.live", "Workflows live"),
    ("workflows.found-live", "Found live, no launch decision"),
    ("workflows.stopped", "Stopped or paused"),
    ("workflows.autonomous", "Acting unattended (tier 4)"),
    ("workflows.outreach", "Outreach and sequencing live"),
    ("workflows.scoring", "Scoring and routing live"),
    ("workflows.no-tier", "Without a tier"),
    ("workflows.no-owner", "Without an owner"),
];

/// The figures as they stand.
pub(super) struct Live(Vec<(&'static str, String)>);

impl Live {
    /// What stands beside an item, in the order it names them.
    pub(super) fn beside(&self, item: &ChecklistItem) -> Vec<FigureShown> {
        item.figures
            .iter()
            .filter_map(|figure| {
                let (known, value) = self.0.iter().find(|(known, _)| *known == figure.as_str())?;
                Some(FigureShown {
                    figure: (*known).to_owned(),
                    label: label(known).to_owned(),
                    value: value.clone(),
                })
            })
            .collect()
    }

    /// The same as an entry keeps it.
    pub(super) fn kept(&self, item: &ChecklistItem) -> Vec<Figure> {
        let shown = self.beside(item).into_iter();
        shown.map(|f| Figure::counted(f.figure, f.value)).collect()
    }
}

/// What a figure says.
pub(super) fn label(figure: &str) -> &str {
    FIGURES.iter().find(|(known, _)| *known == figure).map_or(figure, |(_, label)| label)
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
