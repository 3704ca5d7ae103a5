//! What was gone through: items, verdicts on tiers, what was carried in.

use super::{PAD, Paper};
use crate::error::Result;
use crate::figure::{counted, dash};
use crate::layout::{Bookmarks, Column, Flow, Links, Mark, Row, Table, WRITTEN, Width};
use crate::minutes::model::{Asked, Item, Model, Outcome};
use crate::minutes::words;
use crate::typeset::{Look, Rich};

/// What people wrote has room of its own: every item has figures, and would take it for them.
const NOTE: f32 = 152.0;

impl Paper {
    pub(super) fn items(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Items", "")?;
        let head = |text: &str| Rich::new(text, self.density.head());
        let table = Table {
            density: self.density,
            columns: vec![
                Column::right(head("No."), Width::Points(19.0), 7.0),
                Column::left(head("Item"), Width::Points(84.0), PAD),
                Column::left(head("Outcome"), Width::Points(54.0), PAD),
                Column::left(
                    head("Figures as seen")
                        .words(" (baseline or limit)", Look::regular(7.0).soft()),
                    Width::Share(1.0),
                    PAD,
                ),
                Column::left(head("Note, and what was raised"), Width::Share(1.0), PAD)
                    .at_least(NOTE),
                Column::right(head("Min"), Width::Points(26.0), 0.0),
            ],
            empty: words::NO_ITEMS.into(),
            closed: false,
            bookmarks: Bookmarks::None,
        };
        let links = flow.links.clone();
        let under = |title: &str| Row::Group { title: title.to_owned(), count: String::new() };
        let rows = words::with_headings(&model.items).flat_map(|(heading, item)| {
            heading.map(under).into_iter().chain([self.item_row(item, &links)])
        });
        let total = (!model.items.is_empty()).then(|| self.total_row(model));
        flow.table(&table, rows.chain(total))
    }

    fn item_row(self, item: &Item, links: &Links) -> Row {
        Row::cells(vec![
            Rich::new(item.number.to_string(), self.density.look().soft()),
            Rich::new(&item.title, self.density.key()),
            self.outcome(item.outcome),
            match item.figures.as_str() {
                "" => Rich::new(dash(""), self.density.look().soft()),
                figures => links.find(figures, self.density.look()),
            },
            links.find(&words::note(item), self.density.look()),
            item.seconds.map_or_else(Rich::empty, |seconds| {
                Rich::new(words::minutes(seconds), self.density.look())
            }),
        ])
    }

    fn total_row(self, model: &Model) -> Row {
        let bold = Look { face: Look::semibold(0.0).face, ..self.density.look() };
        let spent = words::spent(model).unwrap_or_default();
        Row::Total(vec![
            (Rich::empty(), 1),
            (Rich::new(counted(model.items.len(), "item", "items"), bold), 1),
            (Rich::new(words::outcomes(model), self.density.look()), 3),
            (Rich::new(spent, bold), 1),
        ])
    }

    /// The verdict on each workflow's tier; only an audit has any.
    pub(super) fn retiered(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if words::tiers(model).next().is_none() {
            return Ok(());
        }
        flow.section("Re-tiering", &words::tier_counts(model))?;
        let columns = [
            ("Workflow", Width::Points(46.0)),
            ("Name", Width::Share(1.0)),
            ("Verdict", Width::Points(76.0)),
            ("The record showed", Width::Points(84.0)),
            ("Note", Width::Share(1.2)),
        ];
        let table = Table::of(self.density, &columns, "");
        let links = flow.links.clone();
        let rows = words::tiers(model).map(|one| {
            let mark = if one.moves { Mark::Triangle } else { Mark::Tick };
            Row::cells(vec![
                links.find(&one.workflow, self.density.look()),
                Rich::new(&one.name, self.density.key()),
                self.density.marked(mark, &one.verdict),
                Rich::new(&one.shown, self.density.look().soft()),
                links.find(&one.note, WRITTEN),
            ])
        });
        flow.table(&table, rows)
    }

    /// Attentions and breaches of the review before, with what was found of them this time.
    pub(super) fn carried_in(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if model.carried_in.is_empty() {
            return Ok(());
        }
        flow.section("Carried in", "attentions and breaches of the review before")?;
        let columns = [
            ("Item", Width::Points(121.0)),
            ("Then", Width::Points(54.0)),
            ("Note then", Width::Share(1.0)),
            ("This time", Width::Points(62.0)),
        ];
        let table = Table::of(self.density, &columns, "");
        let links = flow.links.clone();
        let rows = model.carried_in.iter().map(|item| {
            Row::cells(vec![
                Rich::new(&item.title, self.density.key()),
                self.outcome(Some(item.then)),
                links.find(&item.note, self.density.look()),
                match item.now {
                    Asked::Again(outcome) => self.outcome(outcome),
                    Asked::NoMore => Rich::new("Not asked", self.density.look().soft()),
                },
            ])
        });
        flow.table(&table, rows)
    }

    fn outcome(self, outcome: Option<Outcome>) -> Rich {
        let mark = match outcome {
            Some(Outcome::Fine) => Mark::Tick,
            Some(Outcome::Attention) => Mark::Triangle,
            Some(Outcome::Breach) => Mark::Diamond,
            Some(Outcome::NotApplicable | Outcome::Unanswered) => Mark::Dash,
            None => Mark::HalfDisc,
        };
        self.density.marked(mark, words::outcome(outcome))
    }
}
