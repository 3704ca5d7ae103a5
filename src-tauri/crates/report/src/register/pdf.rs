//! The register as PDF: landscape, by phase, totals at its foot.

use super::model::{Model, Row, Status, Tier};
use super::words;
use crate::error::Result;
use crate::figure::counted;
use crate::frame::Rendered;
use crate::layout::{
    Align, Bookmarks, Column, Density, Flow, Links, Mark, Row as Line, Sheet, Table, Width,
};
use crate::typeset::{Look, Rich};

const COMPACT: Density = Density::Compact;
const CELL: Look = COMPACT.look();
const KEY: Look = COMPACT.key();

/// Sets the register.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let own = model.rows.iter().map(|row| row.reference.as_str());
    let links = Links::new(own, &model.frame.records);
    let mut flow = Flow::new(&model.frame, Sheet::landscape(), links)?;
    let note = flow.links.find(&model.note, Look::regular(7.0).soft());
    flow.title_beside("Register of AI workflows", &note)?;
    let links = flow.links.clone();
    flow.table(&table(), lines(model, &links))?;
    if !model.rows.is_empty() {
        flow.legend(&by_tier(model), &by_status(model))?;
    }
    flow.finish(&format!("Register of AI workflows, {}", model.frame.workspace))
}

fn table() -> Table {
    let head = |text: &str| Rich::new(text, COMPACT.head());
    let words = |text: &str, points| Column::left(head(text), Width::Points(points), 4.0);
    Table {
        density: COMPACT,
        columns: vec![
            words("Ref", 41.0),
            words("Workflow", 91.0),
            words("Autonomy tier", 73.0),
            words("Write stage", 65.0),
            words("Approver", 64.0),
            words("Data risk", 61.0),
            Column::left(head("Guardrails"), Width::Share(1.0), 4.0),
            words("Logs", 67.0),
            words("KPI", 70.0),
            Column {
                align: Align::Decimal,
                ..Column::left(head("Limit"), Width::Points(40.0), 5.0)
            },
            Column::left(head("Status"), Width::Points(50.0), 0.0),
        ],
        empty: words::EMPTY.into(),
        closed: true,
        bookmarks: Bookmarks::Groups,
    }
}

/// Rows under their phases, phases in the order they first appear.
fn lines<'a>(model: &'a Model, links: &'a Links) -> impl Iterator<Item = Line> + Clone + 'a {
    let mut phases: Vec<&str> = Vec::new();
    for row in &model.rows {
        if !phases.contains(&row.phase.as_str()) {
            phases.push(&row.phase);
        }
    }
    phases.into_iter().flat_map(move |phase| {
        let rows = model.rows.iter().filter(move |row| row.phase == phase);
        let title = if phase.is_empty() { "No phase" } else { phase };
        let head = Line::Group { title: title.to_owned(), count: rows.clone().count().to_string() };
        std::iter::once(head).chain(rows.map(|row| line(row, links)))
    })
}

fn line(row: &Row, links: &Links) -> Line {
    let cells = vec![
        links.find(&row.reference, CELL),
        Rich::new(&row.name, KEY),
        tier(row.tier),
        plain(&row.write_stage),
        approver(row),
        if row.data_risk == "None" {
            Rich::new("None", CELL.soft())
        } else {
            plain(&row.data_risk)
        },
        links.find(dash(&row.guardrails), CELL),
        plain(&row.logs),
        plain(&row.kpi),
        plain(&row.limit),
        Rich::empty()
            .mark(status_mark(row.status), CELL)
            .words(unbroken(words::standing(row)), CELL),
    ];
    Line::of_record(&row.reference, cells)
}

fn tier(tier: Option<Tier>) -> Rich {
    match tier {
        Some(tier) => {
            Rich::empty().tier(words::number(tier), CELL).words(unbroken(&words::tier(tier)), CELL)
        }
        None => Rich::empty().mark(Mark::Triangle, CELL).words(unbroken(words::NO_TIER), CELL),
    }
}

/// The role, and below it the person.
fn approver(row: &Row) -> Rich {
    match (row.approver_role.as_str(), row.approver.as_str()) {
        ("", "") => Rich::empty().mark(Mark::Triangle, CELL).words("None", CELL),
        (role, "") => {
            Rich::new(format!("{role}\n"), CELL).mark(Mark::Triangle, CELL).words("Vacant", CELL)
        }
        ("", person) => Rich::new(person, CELL),
        (role, person) => Rich::new(format!("{role}\n"), CELL).words(person, CELL.soft()),
    }
}

fn status_mark(status: Status) -> Mark {
    match status {
        Status::Draft => Mark::Ring,
        Status::Live => Mark::Disc,
        Status::Paused => Mark::Bars,
        Status::Stopped => Mark::Square,
        Status::Retired => Mark::Dash,
    }
}

fn by_tier(model: &Model) -> Vec<Rich> {
    let (look, bold) = (Look::regular(7.0), Look::semibold(7.0));
    let total = Rich::new(counted(model.rows.len(), "workflow", "workflows"), bold);
    let count = |wanted: Option<Tier>| model.rows.iter().filter(|row| row.tier == wanted).count();
    let tiers = words::TIERS.into_iter().map(|one| {
        Rich::empty()
            .tier(words::number(one), look)
            .words(words::tier(one), look)
            .words(format!(" {}", count(Some(one))), bold)
    });
    let none = (count(None) > 0).then(|| {
        Rich::empty()
            .mark(Mark::Triangle, look)
            .words(words::NO_TIER, look)
            .words(format!(" {}", count(None)), bold)
    });
    std::iter::once(total).chain(tiers).chain(none).collect()
}

fn by_status(model: &Model) -> Vec<Rich> {
    let (look, bold) = (Look::regular(7.0), Look::semibold(7.0));
    let count = |wanted| model.rows.iter().filter(|row| row.status == wanted).count();
    words::STATUSES
        .into_iter()
        .map(|status| (status, count(status)))
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            Rich::empty()
                .mark(status_mark(status), look)
                .words(words::status(status), look)
                .words(format!(" {count}"), bold)
        })
        .collect()
}

fn plain(text: &str) -> Rich {
    Rich::new(dash(text), CELL)
}

fn dash(text: &str) -> &str {
    if text.trim().is_empty() { "–" } else { text }
}

/// A number and its name stay on one line.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
