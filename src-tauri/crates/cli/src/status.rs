//! What is due, waiting, out of line and found, on one screen.

use std::path::Path;

use desk::Problem;
use desk::operations::{
    ActionState, DecisionsView, ExceptionsView, FindingCounts, FindingsQuery, FindingsView, Frame,
    Nothing, ReviewRow, ReviewState, ReviewsView, TodayView,
};

use crate::args::Args;
use crate::print::say;
use crate::{Outcome, action, at, decide, exception, print, review, rollout};

/// Says how the workspace stands.
pub fn status(args: &Args, file: &Path) -> Result<Outcome, Problem> {
    let mut desk = at::reading(args, file)?;
    let frame = desk.frame(Nothing {})?;
    let reviews = desk.reviews(Nothing {})?;
    let decisions = desk.decisions(Nothing {})?;
    let exceptions = desk.exceptions(Nothing {})?;
    let today = desk.today(Nothing {})?;
    let findings = desk.findings(FindingsQuery::default())?;
    let rollout = desk.rollout(Nothing {})?;
    let all = serde_json::json!({
        "frame": frame, "reviews": reviews, "decisions": decisions, "exceptions": exceptions,
        "today": today, "findings": findings, "rollout": rollout,
    });
    print::answer(args.json, &all, |_| {
        foot(&frame);
        due(&reviews);
        waiting(&decisions, &exceptions, &today);
        out_of_line(&today);
        found(&findings);
        if rollout.pointed_at {
            rollout::line(&rollout);
        }
    })
}

/// Which file it is, and after which entry.
pub fn foot(frame: &Frame) {
    let Some(workspace) = &frame.workspace else { return };
    let demo = if workspace.demo { " (demo)" } else { "" };
    say!("{}{demo}", workspace.name);
    say!("Entry {}, head {}", workspace.foot.entry, workspace.foot.head_full);
    if let Some(past) = &workspace.past {
        say!("As of {}, after entry {}", past.at, past.entry);
    }
    let clock = workspace.clock.iter().map(|clock| &clock.says);
    for trouble in clock.chain(&workspace.gone_back).chain(&workspace.read_only) {
        say!("{trouble}");
    }
}

fn due(reviews: &ReviewsView) {
    say!("Reviews held {} of {} expected so far.", reviews.held, reviews.expected);
    reviews.waiting.iter().for_each(|row| say!("  {}", review::line(row)));
    let missed = |row: &&ReviewRow| row.state == ReviewState::Missed;
    reviews.past.iter().filter(missed).for_each(|row| say!("  {}", review::line(row)));
}

fn waiting(decisions: &DecisionsView, exceptions: &ExceptionsView, today: &TodayView) {
    say!("Decisions open {}.", decisions.open.len());
    decisions.open.iter().for_each(decide::line);
    say!("Exceptions open {}.", exceptions.open.len());
    exceptions.open.iter().for_each(exception::line);
    let late = today.actions.iter().filter(|row| row.state == ActionState::Late);
    say!("Action items open {}, {} late.", today.actions_open, late.clone().count());
    late.for_each(action::line);
}

fn out_of_line(today: &TodayView) {
    say!("Metrics out of line {} of {}.", today.metrics.len(), today.metrics_kept);
    today.metrics.iter().for_each(|one| say!("{}  {}: {}", one.metric, one.name, one.says));
}

/// What does not hold, rule by rule.
fn found(view: &FindingsView) {
    let FindingCounts { all, blocking, put_off } = view.counts;
    say!("Findings {all}, {blocking} of rules that block, {put_off} put off.");
    for group in &view.groups {
        say!("{} ({})", group.rule.sentence, if group.rule.blocks { "blocks" } else { "warns" });
        for finding in &group.findings {
            let since =
                finding.since.as_deref().map_or_else(String::new, |s| format!(" since {s}"));
            let put = finding.put_off.as_ref();
            let put = put.map_or_else(String::new, |put| format!(", put off until {}", put.until));
            say!("  {}  {}  {}{since}{put}", finding.about, finding.about_name, finding.says);
        }
    }
}
