//! The operating model as PDF, upright.

use super::model::{Away, Call, Model, Owner, Rhythm, Right};
use crate::error::Result;
use crate::figure::dash;
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Mark, Part, Row, Sheet, Table, Width, fitted};
use crate::typeset::{Look, Rich};

/// Sets the operating model: with closer lines where that brings it to a page.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer = [Density::Compact, Density::Tight];
    fitted(Density::Dense, &closer, |density| Paper { density }.set(model))
}

/// The operating model at one density.
#[derive(Clone, Copy)]
struct Paper {
    density: Density,
}

impl Paper {
    fn set(self, model: &Model) -> Result<Rendered> {
        let links = Links::new(std::iter::empty::<&str>(), &model.frame.records);
        let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
        let below =
            "Who owns what, when we meet, who decides, who to call. One owner per activity.";
        flow.title("Operating model", &Rich::new(below, Look::regular(9.0).soft()))?;
        flow.section("Owners", "")?;
        let owners = [
            ("Activity", Width::Share(1.2)),
            ("Accountable, one person", Width::Share(1.1)),
            ("Responsible", Width::Points(84.0)),
            ("Consulted", Width::Share(1.5)),
        ];
        let none = "No activity has an owner yet.";
        let owners = Table::of(self.density, &owners, none);
        flow.table(&owners, model.owners.iter().map(|owner| self.owner(owner)))?;
        flow.section("Rhythm", "")?;
        let rhythm = [
            ("Review", Width::Share(1.1)),
            ("When", Width::Share(1.3)),
            ("Minutes", Width::Points(40.0)),
            ("Chair", Width::Share(1.2)),
            ("Who attends", Width::Share(1.4)),
        ];
        let rhythm = Table::of(self.density, &rhythm, "No review is planned.").figures(2, 14.0);
        flow.table(&rhythm, model.rhythm.iter().map(|review| self.review(review)))?;
        flow.beside(&[self.rights(model)], &self.calls_stopping_and_away(model))?;
        flow.gap(9.0);
        flow.note(&Rich::new(&model.note, Look::regular(7.0).soft()))?;
        flow.finish(&format!("Operating model, {}", model.frame.workspace))
    }

    fn rights(self, model: &Model) -> Part {
        let columns = [
            ("Decision", Width::Share(1.0)),
            ("Who decides", Width::Share(1.3)),
            ("Within", Width::Points(36.0)),
        ];
        let rows = model.rights.iter().map(|right| self.right(right)).collect();
        let none = "No decision right is in force.";
        let mut part = self.part("Decision rights", &columns, none, rows);
        part.table = part.table.figures(2, 0.0);
        part
    }

    fn stopping(self, model: &Model) -> Part {
        let columns = [("", Width::Points(16.0)), ("", Width::Share(1.0))];
        let step = |(step, number): (&String, u32)| {
            Row::cells(vec![
                Rich::new(number.to_string(), self.density.key()),
                Rich::new(step, self.density.look()),
            ])
        };
        let rows = model.stopping.iter().zip(1..).map(step).collect();
        self.part("Stopping a workflow", &columns, "No steps are written down.", rows)
    }

    fn calls_stopping_and_away(self, model: &Model) -> Vec<Part> {
        let columns =
            [("When", Width::Share(1.1)), ("Call", Width::Share(1.0)), ("Then", Width::Share(0.8))];
        let rows = model.calls.iter().map(|call| self.call(call)).collect();
        let calls = self.part("Who to call", &columns, "Nobody is named.", rows);
        let mut parts = vec![calls, self.stopping(model)];
        if !model.away.is_empty() {
            let columns = [
                ("Who", Width::Share(0.8)),
                ("Away", Width::Share(0.9)),
                ("In their place", Width::Share(1.2)),
            ];
            let rows = model.away.iter().map(|away| self.away(away)).collect();
            parts.push(self.part("Away that day", &columns, "", rows));
        }
        parts
    }

    fn part(self, head: &str, columns: &[(&str, Width)], empty: &str, rows: Vec<Row>) -> Part {
        let (head, count) = (head.to_owned(), String::new());
        Part { head, count, table: Table::of(self.density, columns, empty), rows }
    }

    fn owner(self, owner: &Owner) -> Row {
        Row::cells(vec![
            Rich::new(&owner.activity, self.density.key()),
            self.held(&owner.person, &owner.role),
            self.plain(&owner.responsible),
            self.plain(&owner.consulted),
        ])
    }

    fn review(self, review: &Rhythm) -> Row {
        Row::cells(vec![
            Rich::new(&review.review, self.density.key()),
            self.plain(&review.when),
            Rich::new(review.minutes.to_string(), self.density.look()),
            self.held(&review.chair, &review.chair_role),
            self.plain(&review.attends),
        ])
    }

    fn right(self, right: &Right) -> Row {
        Row::cells(vec![
            Rich::new(&right.decision, self.density.key()),
            if right.held { self.plain(&right.who) } else { self.held("", &right.who) },
            self.plain(&right.within),
        ])
    }

    fn call(self, call: &Call) -> Row {
        Row::cells(vec![
            Rich::new(&call.when, self.density.key()),
            // Who is called is a person; the role stands there only while nobody holds it.
            if call.call.is_empty() { self.held("", &call.role) } else { self.plain(&call.call) },
            Rich::new(dash(&call.next), self.density.look().soft()),
        ])
    }

    fn away(self, away: &Away) -> Row {
        let instead = if away.instead.is_empty() {
            Rich::empty()
                .mark(Mark::Triangle, self.density.look())
                .words("Nobody", self.density.look())
        } else {
            self.plain(&away.instead)
        };
        Row::cells(vec![
            Rich::new(&away.person, self.density.key()),
            self.plain(&away.until),
            instead,
        ])
    }

    /// A person with their role, softly; a role nobody holds says so.
    fn held(self, person: &str, role: &str) -> Rich {
        if person.is_empty() {
            return Rich::empty()
                .mark(Mark::Triangle, self.density.look())
                .words(dash(role), self.density.look());
        }
        Rich::new(format!("{person} "), self.density.look()).words(role, self.density.look().soft())
    }

    fn plain(self, text: &str) -> Rich {
        Rich::new(dash(text), self.density.look())
    }
}
