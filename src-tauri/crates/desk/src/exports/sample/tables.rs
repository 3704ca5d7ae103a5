//! A sample's workpaper as tables: its items, and the rows they were drawn from.

use domain::BatchRef;
use domain::batch::Field;
use domain::sample::Attribute;
use ledger::encoding::{from_base64, hex};
use report::csv::Table;
use store::View;

use crate::Problem;
use crate::batches::stands;
use crate::samples::{PopulationRow, SampleItem, SampleView, held, method_words};
use crate::workspace::Open;

/// The items that were drawn, each with what was found.
pub(in crate::exports) fn tested(open: &Open, view: &SampleView) -> Result<Table, Problem> {
    let batch: BatchRef = view.row.batch.parse()?;
    Ok(items(view, &columns(&open.view(), batch)?))
}

/// One row an item. What is the same for all of them stands in each, so that the file is whole.
fn items(view: &SampleView, columns: &[Field]) -> Table {
    let mut heads: Vec<String> =
        ["Draw", "Row", "Stratum", "Row hash", "Order hash"].map(str::to_owned).to_vec();
    heads.extend(view.attributes.iter().map(|one| one.words().to_owned()));
    heads.extend(
        [
            "Result",
            "Note",
            "Evidence",
            "Entry",
            "Sample",
            "Method",
            "Tree",
            "Signature",
            "Seed",
            "Batch root",
        ]
        .map(str::to_owned),
    );
    heads.extend(columns.iter().map(|field| format!("Log: {}", field.words())));
    let rows = view.items.iter().map(|item| {
        let mut row = vec![
            item.place.to_string(),
            item.row.to_string(),
            item.stratum.clone().unwrap_or_default(),
            item.row_hash.clone().unwrap_or_default(),
            item.order_hash.clone().unwrap_or_default(),
        ];
        row.extend(view.attributes.iter().map(|one| said(item, *one)));
        row.extend([
            match item.error {
                None => "not tested",
                Some(true) => "in error",
                Some(false) => "fine",
            }
            .to_owned(),
            item.note.clone().unwrap_or_default(),
            item.evidence.join(" "),
            item.entry.map(|entry| entry.to_string()).unwrap_or_default(),
            view.row.sample.clone(),
            method_words(view.row.method).to_owned(),
            view.root.clone(),
        ]);
        let draw = view.draw.as_ref();
        let bytes = |base64: &String| from_base64(base64).map(|bytes| hex(&bytes));
        row.push(draw.and_then(|draw| bytes(&draw.signature)).unwrap_or_default());
        row.push(draw.map(|draw| draw.seed.clone()).unwrap_or_default());
        row.push(bytes(&view.batch_root).unwrap_or_default());
        row.extend(columns.iter().map(|field| {
            let cell = item.cells.iter().find(|cell| cell.field == field.id());
            cell.map(|cell| cell.says.clone()).unwrap_or_default()
        }));
        row
    });
    Table { rows: rows.collect(), heads }
}

/// What the log has columns for, whichever items leave them blank; nothing once its rows are gone.
fn columns(view: &View<'_>, batch: BatchRef) -> Result<Vec<Field>, Problem> {
    let batch = stands(view, batch)?;
    let columns = batch.import.columns.iter().filter(|_| batch.purged.is_none());
    Ok(columns.map(|column| column.field).collect())
}

fn said(item: &SampleItem, attribute: Attribute) -> String {
    let found = item.findings.iter().find(|finding| finding.attribute == attribute);
    found.map_or_else(String::new, |finding| held(finding.held).to_owned())
}

/// One row a row of the batch: number, hash, stratum, and whether it was drawn from.
pub(super) fn rows(rows: Vec<PopulationRow>) -> Table {
    let heads = ["Row", "Row hash", "In population", "Stratum"].map(str::to_owned).to_vec();
    let rows = rows.into_iter().map(|PopulationRow { number, hash, stratum }| {
        let inside = if stratum.is_some() { "yes" } else { "no" };
        vec![number.to_string(), hash, inside.to_owned(), stratum.flatten().unwrap_or_default()]
    });
    Table { heads, rows: rows.collect() }
}
