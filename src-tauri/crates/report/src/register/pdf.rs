//! The register as PDF: landscape, by phase, totals at its foot.

use super::model::{Model, Row, Status, Tier};
use super::words;
use crate::error::Result;
use crate::figure::{counted, dash};
use crate::frame::Rendered;
use crate::layout::{
    Bookmarks, Column, Density, Flow, Links, Mark, Row as Line, Sheet, Table, Width, fitted,
};
use crate::typeset::{Look, Rich};

/// Sets the register: on one page where closer lines can bring it there.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer: &[Density] =
        if model.rows.len() > MOST_ON_A_PAGE { &[] } else { &[Density::Tight] };
    fitted(Density::Compact, closer, |density| Page { density }.set(model))
}

/// More workflows than a page holds however close their lines stand.
const MOST_ON_A_PAGE: usize = 30;

/// The register at one density.
#[derive(Clone, Copy)]
struct Page {
    density: Density,
}

impl Page {
    fn set(self, model: &Model) -> Result<Rendered> {
        let own = model.rows.iter().map(|row| row.reference.as_str());
        let links = Links::new(own, &model.frame.records);
        let mut flow = Flow::new(&model.frame, Sheet::landscape(), links)?;
        let note = Rich::new(words::found_live(&model.rows), Look::regular(7.0).soft());
        flow.title_beside("Register of AI workflows", &note)?;
        let links = flow.links.clone();
        flow.table(&self.table(), self.lines(model, &links))?;
        if !model.rows.is_empty() {
            flow.legend(&by_tier(model), &by_status(model))?;
        }
        flow.finish(&format!("Register of AI workflows, {}", model.frame.workspace))
    }

    fn table(self) -> Table {
        let head = |text: &str| Rich::new(text, self.density.head());
        let words = |text: &str, points| Column::left(head(text), Width::Points(points), 4.0);
        Table {
            density: self.density,
            columns: vec![
                words("Ref", 40.0),
                words("Workflow, owner", 85.0),
                words("Autonomy tier, writes", 73.0),
                words("Highest permissions", 74.0),
                words("Approver", 62.0),
                words("Data risk", 75.0),
                Column::left(head("Guardrails"), Width::Share(1.0), 4.0),
                words("Logs", 43.0),
                words("KPIs", 88.0),
                Column::left(head("Status, review"), Width::Points(62.0), 0.0),
            ],
            empty: words::EMPTY.into(),
            closed: true,
            bookmarks: Bookmarks::Groups,
        }
    }

    /// Rows under their phases, phases in the order they first appear.
    fn lines<'a>(
        self,
        model: &'a Model,
        links: &'a Links,
    ) -> impl Iterator<Item = Line> + Clone + 'a {
        let mut phases: Vec<&str> = Vec::new();
        for row in &model.rows {
            if !phases.contains(&row.phase.as_str()) {
                phases.push(&row.phase);
            }
        }
        phases.into_iter().flat_map(move |phase| {
            let rows = model.rows.iter().filter(move |row| row.phase == phase);
            let title = if phase.is_empty() { "No phase" } else { phase };
            let count = rows.clone().count().to_string();
            let head = Line::Group { title: title.to_owned(), count };
            std::iter::once(head).chain(rows.map(move |row| self.line(row, links)))
        })
    }

    fn line(self, row: &Row, links: &Links) -> Line {
        let look = self.density.look();
        let plain = |text: &str| Rich::new(dash(text), look);
        let cells = vec![
            links.find(&row.reference, look),
            self.name(row),
            self.tier(row),
            self.freest(row),
            self.approver(row),
            if row.data_risk == "None" {
                Rich::new("None", look.soft())
            } else {
                plain(&row.data_risk)
            },
            links.find(dash(&row.guardrails), look),
            plain(&row.logs),
            plain(&row.kpi),
            self.standing(row),
        ];
        Line::of_record(&row.reference, cells)
    }

    /// The workflow, and below it who answers for it.
    fn name(self, row: &Row) -> Rich {
        let (look, key) = (self.density.look(), self.density.key());
        let name = Rich::new(format!("{}\n", row.name), key);
        match row.owner.as_str() {
            "" => name.mark(Mark::Triangle, look).words("No owner", look),
            owner => name.words(owner, look.soft()),
        }
    }

    /// The tier, and below it how it writes.
    fn tier(self, row: &Row) -> Rich {
        let look = self.density.look();
        let tier = match row.tier {
            Some(tier) => Rich::empty()
                .tier(words::number(tier), look)
                .words(format!("{}\n", unbroken(&words::tier(tier))), look),
            None => Rich::empty()
                .mark(Mark::Triangle, look)
                .words(format!("{}\n", unbroken(words::NO_TIER)), look),
        };
        tier.words(dash(&row.write_stage), look.soft())
    }

    fn freest(self, row: &Row) -> Rich {
        let look = self.density.look();
        match (row.tier, row.freest.as_str()) {
            (Some(_), "") => Rich::empty().mark(Mark::Triangle, look).words(words::STATED, look),
            (_, freest) => Rich::new(dash(freest), look),
        }
    }

    /// The role, and below it the person.
    fn approver(self, row: &Row) -> Rich {
        let look = self.density.look();
        match (row.approver_role.as_str(), row.approver.as_str()) {
            ("", "") => Rich::empty().mark(Mark::Triangle, look).words("None", look),
            (role, "") => Rich::new(format!("{role}\n"), look)
                .mark(Mark::Triangle, look)
                .words("Vacant", look),
            ("", person) => Rich::new(person, look),
            (role, person) => Rich::new(format!("{role}\n"), look).words(person, look.soft()),
        }
    }

    /// Where it stands, and below it when it is looked at again. One that ran before it was
    /// registered and no longer runs says both.
    fn standing(self, row: &Row) -> Rich {
        let look = self.density.look();
        let standing = Rich::empty()
            .mark(status_mark(row.status), look)
            .words(format!("{}\n", unbroken(words::standing(row))), look);
        let ran = row.found_live && row.status != Status::Live;
        let ran = if ran { "found\u{a0}live" } else { "" };
        let review = match (row.next_review.as_str(), row.review_late) {
            ("", _) => String::new(),
            (day, false) => day.to_owned(),
            (day, true) => format!("late, {day}"),
        };
        let review = unbroken(&review);
        let below: Vec<&str> =
            [ran, review.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        let below = below.join(", ");
        match row.review_late {
            true => standing.mark(Mark::Diamond, look).words(below, look),
            false => standing.words(below, look.soft()),
        }
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

/// The retired stand in the register and are counted nowhere else, so the total says that they are in it.
fn total(all: usize, retired: usize) -> String {
    let all = counted(all, "workflow", "workflows");
    if retired == 0 { all } else { format!("{all}, {retired} of them retired") }
}

fn by_tier(model: &Model) -> Vec<Rich> {
    let (look, bold) = (Look::regular(7.0), Look::semibold(7.0));
    let retired = model.rows.iter().filter(|row| row.status == Status::Retired).count();
    let total = Rich::new(total(model.rows.len(), retired), bold);
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

/// A number and its name stay on one line.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::total;

    #[test]
    fn the_total_says_how_many_in_it_are_retired() {
        assert_eq!(total(20, 1), "20 workflows, 1 of them retired");
        assert_eq!(total(19, 0), "19 workflows");
    }
}
