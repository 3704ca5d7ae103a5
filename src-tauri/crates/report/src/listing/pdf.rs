//! The listing as PDF.

use super::model::{Column, Kind, Model};
use crate::error::Result;
use crate::frame::Rendered;
use crate::layout::{
    Align, Bookmarks, Column as Set, Density, Flow, Links, Row, Sheet, Table, Width,
};
use crate::typeset::{Look, Rich};

const STANDARD: Density = Density::Standard;

/// Sets the listing.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let sheet = if model.landscape { Sheet::landscape() } else { Sheet::portrait() };
    let mut flow = Flow::new(&model.frame, sheet, links(model))?;
    let about = flow.links.find(&model.about, Look::regular(9.0).soft());
    flow.title(&model.title, &about)?;
    flow.gap(6.0);
    let links = flow.links.clone();
    flow.table(&table(model), model.rows.iter().map(|row| line(model, row, &links)))?;
    flow.finish(&format!("{}, {}", model.title, model.frame.workspace))
}

fn links(model: &Model) -> Links {
    let place = reference_column(model);
    let own = model.rows.iter().filter_map(|row| Some(row.get(place?)?.as_str()));
    Links::new(own, &model.frame.records)
}

fn reference_column(model: &Model) -> Option<usize> {
    model.columns.iter().position(|column| column.kind == Kind::Reference)
}

fn table(model: &Model) -> Table {
    let last = model.columns.len().saturating_sub(1);
    let columns = model.columns.iter().enumerate().map(|(place, column)| Set {
        align: align(column),
        ..Set::left(
            Rich::new(&column.head, STANDARD.head()),
            Width::Share(column.share as f32),
            if place == last { 0.0 } else { 6.0 },
        )
    });
    Table {
        density: STANDARD,
        columns: columns.collect(),
        empty: model.empty.clone(),
        closed: false,
        bookmarks: Bookmarks::None,
    }
}

fn align(column: &Column) -> Align {
    match column.kind {
        Kind::Reference | Kind::Key | Kind::Words => Align::Left,
        Kind::Figures => Align::Decimal,
        Kind::Days => Align::Right,
    }
}

fn line(model: &Model, row: &[String], links: &Links) -> Row {
    let cells = model.columns.iter().zip(row).map(|(column, field)| match column.kind {
        Kind::Key => Rich::new(field, STANDARD.key()),
        Kind::Reference | Kind::Words => links.find(field, STANDARD.look()),
        Kind::Figures | Kind::Days => Rich::new(field, STANDARD.look()),
    });
    let record = reference_column(model).and_then(|place| row.get(place)).cloned();
    Row::Cells { cells: cells.collect(), band: false, record }
}
