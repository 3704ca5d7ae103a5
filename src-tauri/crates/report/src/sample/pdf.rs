//! The workpaper as PDF, upright.

use super::charts::charts;
use super::model::{Found, Item, Model};
use crate::error::Result;
use crate::figure::{counted, dash, grouped};
use crate::frame::Rendered;
use crate::layout::{Density, Flow, Links, Mark, Part, Row, Sheet, Table, Width, fitted};
use crate::typeset::{Look, Rich};

/// Sets the workpaper: with closer lines where that saves a page.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    fitted(Density::Dense, &[Density::Compact, Density::Tight], |density| {
        Paper { density }.set(model)
    })
}

/// The sentence that a reader may quote.
const RESULT: Look = Look::medium(10.5);
const RESULT_LEADING: f32 = 14.0;

/// The workpaper at one density.
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
        let facts = |head: &str, lines: &[(String, String)]| self.facts(head, lines);
        flow.beside(&[facts("Population", &model.population)], &[facts("Draw", &model.draw)])?;
        self.items(&mut flow, model)?;
        flow.section("Result", "")?;
        flow.prose(&Rich::new(&model.result, RESULT), RESULT, RESULT_LEADING)?;
        let charts = charts(model);
        if !charts.is_empty() {
            flow.gap(11.0);
            flow.charts(&charts, None)?;
        }
        self.strata(&mut flow, model)?;
        self.others(&mut flow, model)?;
        flow.gap(9.0);
        flow.note(&Rich::new(&model.collusion, Look::regular(7.0).soft()))?;
        flow.finish(&format!("{}, {}", model.title, model.reference))
    }

    fn facts(self, head: &str, lines: &[(String, String)]) -> Part {
        let columns = [("", Width::Points(74.0)), ("", Width::Share(1.0))];
        let look = self.density.look();
        let row = |(name, what): &(String, String)| {
            Row::cells(vec![Rich::new(name, look.soft()), Rich::new(dash(what), look)])
        };
        Part {
            head: head.to_owned(),
            count: String::new(),
            table: Table::of(self.density, &columns, ""),
            rows: lines.iter().map(row).collect(),
        }
    }

    fn items(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        let count = counted(model.items.len(), "item", "items");
        flow.section("Items", &format!("{count}, in the order drawn"))?;
        let mut columns = vec![
            ("Draw", Width::Points(28.0)),
            ("Order hash", Width::Points(56.0)),
            ("Row", Width::Points(44.0)),
            ("Time", Width::Points(76.0)),
            ("Pointer", Width::Share(1.0)),
        ];
        columns.extend(model.attributes.iter().map(|one| (one.as_str(), Width::Points(48.0))));
        columns.push(("Result", Width::Points(52.0)));
        let table = Table::of(self.density, &columns, "No row was drawn yet.");
        let table = table.figures(0, 8.0).figures(2, 10.0);
        let links = flow.links.clone();
        let attributes = model.attributes.len();
        flow.table(&table, model.items.iter().map(|item| self.item(item, attributes)))?;
        for item in model.items.iter().filter(|item| !item.note.is_empty()) {
            let place = Rich::new(format!("Draw {}. ", item.place), Look::semibold(7.5));
            flow.gap(3.0);
            flow.note(&place.then(links.find(&item.note, Look::regular(7.5))))?;
        }
        Ok(())
    }

    fn item(self, item: &Item, attributes: usize) -> Row {
        let look = self.density.look();
        let mut cells = vec![
            Rich::new(item.place.to_string(), look),
            Rich::new(dash(&item.order), look),
            Rich::new(grouped(item.row), look),
            Rich::new(dash(&item.at), look),
            Rich::new(dash(&item.pointer), look),
        ];
        for place in 0..attributes {
            cells.push(match item.found.get(place) {
                None => Rich::new("–", look.soft()),
                Some(found) => self.density.marked(mark(*found), word(*found)),
            });
        }
        cells.push(match (item.found.is_empty(), item.is_error()) {
            (true, _) => Rich::new("Not tested", look.soft()),
            (false, true) => self.density.marked(Mark::Diamond, "Error"),
            (false, false) => Rich::new("Fine", look),
        });
        Row::Cells { cells, band: item.is_error(), record: None }
    }

    fn strata(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        if model.strata.is_empty() {
            return Ok(());
        }
        flow.section("Strata", "each looked at alone, at 95 % confidence")?;
        let columns = [
            ("Stratum", Width::Share(1.0)),
            ("Rows", Width::Points(60.0)),
            ("Tested", Width::Points(60.0)),
            ("In error", Width::Points(60.0)),
            ("At most", Width::Points(60.0)),
        ];
        let table = Table::of(self.density, &columns, "");
        let table = (1..5).fold(table, |table, place| table.figures(place, 0.0));
        let look = self.density.look();
        let row = |cells: &[String; 5]| {
            Row::cells(cells.iter().map(|cell| Rich::new(dash(cell), look)).collect())
        };
        flow.table(&table, model.strata.iter().map(row))
    }

    /// Every other try: whoever draws until one suits is seen here.
    fn others(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Other samples", "of these rows, and of rows that overlap")?;
        let columns = [
            ("Sample", Width::Points(70.0)),
            ("Of", Width::Points(70.0)),
            ("Planned with entry", Width::Points(90.0)),
            ("State", Width::Share(1.0)),
        ];
        let table = Table::of(self.density, &columns, "No other sample was planned of them.");
        let links = flow.links.clone();
        let look = self.density.look();
        let row = |cells: &[String; 4]| {
            Row::cells(cells.iter().map(|cell| links.find(cell, look)).collect())
        };
        flow.table(&table, model.others.iter().map(row))
    }
}

const fn mark(found: Found) -> Mark {
    match found {
        Found::Holds => Mark::Tick,
        Found::Broken => Mark::Diamond,
        Found::NotAsked => Mark::Dash,
    }
}

/// The word beside a mark: what is wrong must not rest on a shape.
const fn word(found: Found) -> &'static str {
    match found {
        Found::Holds | Found::NotAsked => "",
        Found::Broken => "No",
    }
}
