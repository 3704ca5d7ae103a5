//! The postmortem as PDF, upright.

use super::model::{Followed, Model, Stands, Step};
use crate::decision::words as decision;
use crate::entries::entries;
use crate::error::Result;
use crate::figure::dash;
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Row, Sheet, Table, Width, fitted};
use crate::minutes::words as action;
use crate::typeset::{Look, Rich};

/// Sets the postmortem: with closer lines where that saves a page.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let closer = [Density::Dense, Density::Compact, Density::Tight];
    fitted(Density::Standard, &closer, |density| Paper { density }.set(model))
}

/// The room between what it is and where it stands.
const ABOVE_FACTS: f32 = 12.0;
/// Facts stand on the columns of the page, however few they are.
const COLUMNS: usize = 6;

/// The postmortem at one density.
#[derive(Clone, Copy)]
struct Paper {
    density: Density,
}

impl Paper {
    fn set(self, model: &Model) -> Result<Rendered> {
        let links = Links::new([model.reference.as_str()], &model.frame.records);
        let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
        let below = flow.links.find(&model.about, Look::regular(9.0).soft());
        flow.title(&model.title, &below)?;
        self.facts(&mut flow, model)?;
        self.happened(&mut flow, model)?;
        self.learnt(&mut flow, model)?;
        self.clock(&mut flow, model)?;
        self.followed(&mut flow, model)?;
        entries(&mut flow, self.density, &model.zone, &model.entries)?;
        flow.finish(&format!("{}, {}", model.title, model.reference))
    }

    /// How far it is, how grave, and when, in a row under the title.
    fn facts(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        let look = Look::regular(8.0);
        let mark = model.clock.mark();
        let state = Rich::new("State\n", look.soft()).mark(mark, look).words(&model.state, look);
        let fact = |(name, fact): &(String, String)| {
            Rich::new(format!("{name}\n"), look.soft()).words(fact, look)
        };
        let cells: Vec<Rich> = std::iter::once(state).chain(model.facts.iter().map(fact)).collect();
        flow.gap(ABOVE_FACTS);
        let columns = vec![("", Width::Share(1.0)); cells.len().max(COLUMNS)];
        let table = Table::of(Density::Standard, &columns, "");
        flow.table(&table, [Row::of_record(&model.reference, cells)].into_iter())
    }

    fn happened(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("What happened", "")?;
        let lines = [
            ("Reported", &model.what),
            ("Where", &model.pointer),
            ("Found and done", &model.closing),
        ];
        self.texts(flow, &lines)
    }

    fn learnt(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("What was learnt", &model.written)?;
        let lines = [
            ("Cause", &model.cause),
            ("Impact", &model.impact),
            ("Done", &model.done),
            ("Changes", &model.changes),
        ];
        self.texts(flow, &lines)
    }

    /// Names and what people said of them; of what nobody said, nothing.
    fn texts(self, flow: &mut Flow<'_>, lines: &[(&str, &String)]) -> Result<()> {
        let columns = [("", Width::Points(92.0)), ("", Width::Share(1.0))];
        let table = Table::of(self.density, &columns, "Nothing was said.");
        let (links, look) = (flow.links.clone(), self.density.look());
        let said = lines.iter().filter(|(_, text)| !text.trim().is_empty());
        let rows = said.map(|(name, text)| {
            let text = links.find(text, Look::serif(look.size + 0.5));
            Row::cells(vec![Rich::new(*name, self.density.key()), text])
        });
        flow.table(&table, rows)
    }

    fn clock(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Clock", &model.time)?;
        let columns = [("At", Width::Points(92.0)), ("What it did", Width::Share(1.0))];
        let table = Table::of(self.density, &columns, "It never ran.");
        let look = self.density.look();
        let rows = model
            .steps
            .iter()
            .map(|Step { at, says }| Row::cells(vec![Rich::new(at, look), Rich::new(says, look)]));
        flow.table(&table, rows)
    }

    fn followed(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("What came of it", "action items and decisions")?;
        let columns = [
            ("Reference", Width::Points(62.0)),
            ("What", Width::Share(1.0)),
            ("Who", Width::Points(96.0)),
            ("Due", Width::Points(56.0)),
            ("State", Width::Points(72.0)),
        ];
        let empty = "No action item was raised and no decision tied to it.";
        let table = Table::of(self.density, &columns, empty);
        let (links, look) = (flow.links.clone(), self.density.look());
        let rows = model.followed.iter().map(|one| {
            let Followed { reference, what, who, when, stands } = one;
            let (mark, word) = match *stands {
                Stands::Action(progress) => action::progress(progress),
                Stands::Decision(state) => decision::state(state),
            };
            Row::cells(vec![
                links.find(reference, self.density.key()),
                links.find(what, look),
                Rich::new(dash(who), look),
                Rich::new(dash(when), look),
                self.density.marked(mark, word),
            ])
        });
        flow.table(&table, rows)
    }
}
