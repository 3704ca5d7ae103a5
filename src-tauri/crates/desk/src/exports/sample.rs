//! A sample's workpaper as tables: its items, and the rows they were drawn from, with all that it
//! takes to draw them again.

use domain::BatchRef;
use domain::batch::Field;
use domain::sample::{Attribute, Held};
use ledger::encoding::{from_base64, hex};
use report::csv::{self, Reader, Table};
use report::sample::{self as paper, Found, Item, Model};
use report::{Frame, grouped, in_fours};
use serde::{Deserialize, Serialize};
use store::{AsOf, View};
use ts_rs::TS;

use super::frame::{About, frame, stamp};
use super::leave;
use super::preparer::Preparer;
use crate::batches::stands;
use crate::files::{Grant, Purpose, Written};
use crate::samples::{
    PopulationRow, SampleItem, SampleQuery, SampleView, held, method_words, population_rows,
    stage_words,
};
use crate::workspace::Open;
use crate::{Desk, Problem};

/// Saves a sample's workpaper.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportSample {
    /// Which sample.
    pub sample: String,
    /// Which part of it.
    pub form: SampleForm,
    /// Where it goes.
    pub grant: Grant,
}

/// A part of a sample's workpaper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SampleForm {
    /// The workpaper, to read and print.
    Pdf,
    /// The items in the order drawn, with the seed and what was found, as CSV.
    Items,
    /// Every row of the batch with its hash, to draw the items again, as CSV.
    Rows,
}

impl Desk {
    /// See the list of operations.
    pub fn export_sample(&mut self, request: ExportSample) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let as_of = self.open()?.last()?;
        let view = self.sample(SampleQuery { sample: request.sample.clone() })?;
        let open = self.open()?;
        let (what, form, bytes) = match request.form {
            SampleForm::Pdf => {
                let what = format!("workpaper of {}", request.sample);
                (what, "pdf", pages(open, &view, as_of, &preparer)?)
            }
            SampleForm::Items => {
                let what = format!("items of {}", request.sample);
                (what, "csv", csv::write(&tested(open, &view)?, Reader::Spreadsheet)?)
            }
            SampleForm::Rows => {
                let table = rows(population_rows(&open.view(), &request.sample)?);
                let what = format!("rows of {}", request.sample);
                (what, "csv", csv::write(&table, Reader::Spreadsheet)?)
            }
        };
        let export = super::export(&what, form, as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// The workpaper as PDF, as the desk shows it.
pub(super) fn pages(
    open: &Open,
    view: &SampleView,
    as_of: u64,
    preparer: &Preparer,
) -> Result<Vec<u8>, Problem> {
    let before = open.store.as_of(AsOf::Seq(as_of)).exports()?;
    let what = format!("workpaper of {}", view.row.sample);
    let before = before.iter().filter(|one| one.export.what == what).count();
    let period = match &view.row.title {
        Some(title) => format!("{}: {title}", view.row.sample),
        None => view.row.sample.clone(),
    };
    let about = About { report: "Sample workpaper", period, as_of, before };
    Ok(paper::pdf(&workpaper(view, frame(open, &about, preparer)?))?.bytes)
}

/// The items that were drawn, each with what was found.
pub(super) fn tested(open: &Open, view: &SampleView) -> Result<Table, Problem> {
    let batch: BatchRef = view.row.batch.parse()?;
    Ok(items(view, &columns(&open.view(), batch)?))
}

/// The workpaper as its pages show it.
fn workpaper(view: &SampleView, frame: Frame) -> Model {
    let row = &view.row;
    let fact = |name: &str, what: String| (name.to_owned(), what);
    let reviewer = view.draw.as_ref().map(|draw| draw.signed.name.clone());
    let mut about = format!("{}. Tester {}.", row.sample, row.tester_name);
    if let Some(review) = &view.review {
        about = format!("{}, drawn for {review}. Tester {}.", row.sample, row.tester_name);
    }
    if let Some(confirmed) = &view.confirmed {
        about.push_str(&format!(" Reviewer {}.", confirmed.name));
    }
    let root = from_base64(&view.batch_root);
    let mut population = vec![
        fact("What", row.title.clone().unwrap_or_else(|| "(erased)".to_owned())),
        fact("Batch", row.batch.clone()),
        fact("Rows", grouped(row.rows)),
        fact("Rows’ root", root.map(|root| in_fours(&hex(&root), 8)).unwrap_or_default()),
        fact("Why", view.why.clone().unwrap_or_else(|| "(erased)".to_owned())),
    ];
    if let Some(only) = &view.only {
        population.push(fact("Only where", format!("{} is “{}”", only.field, only.says)));
    }
    let mut draw = vec![
        fact("Method", method_words(row.method).to_owned()),
        fact("Size", format!("{}: {} of {}", view.size_words, row.take, grouped(row.rows))),
        fact("Planned", format!("{}, entry {}", stamp(&row.planned), grouped(row.entry))),
        fact("Order", "SHA-256(seed, row hash), ascending".to_owned()),
        fact("Tree", tree(&view.root)),
    ];
    if let Some(extension) = view.extension {
        let says = format!("by {} rows once {} in error", extension.rows, extension.errors);
        draw.push(fact("Extended", says));
    }
    if let Some(reviewer) = &view.reviewer {
        draw.push(fact("Named to draw", format!("{} ({})", reviewer.name, reviewer.person)));
    }
    if let Some(drawn) = &view.draw {
        draw.push(fact("Seed", in_fours(&drawn.seed, 8)));
        let signed = reviewer.unwrap_or_default();
        draw.push(fact("Seed by", format!("{signed}, entry {}", grouped(drawn.signed.entry))));
    }
    if let Some(confirmed) = &view.confirmed {
        let says = format!("{}, entry {}", confirmed.name, grouped(confirmed.entry));
        draw.push(fact("Confirmed", says));
    }
    let count = |count: Option<u64>| count.map_or_else(String::new, grouped);
    let not_yet = "Items are left to test, so nothing is proven yet.";
    Model {
        frame,
        title: format!("Sample of {}", row.title.as_deref().unwrap_or("(erased)")),
        reference: row.sample.clone(),
        about,
        population,
        draw,
        attributes: view.attributes.iter().map(|one| one.words().to_owned()).collect(),
        items: view.items.iter().map(|item| paper_item(item, &view.attributes)).collect(),
        result: row.says.clone().unwrap_or_else(|| not_yet.to_owned()),
        strata: view
            .strata
            .iter()
            .map(|stratum| {
                [
                    stratum.name.clone().unwrap_or_else(|| "Not said".to_owned()),
                    grouped(stratum.rows),
                    grouped(stratum.tested),
                    grouped(stratum.errors),
                    count(stratum.at_most),
                ]
            })
            .collect(),
        others: view
            .others
            .iter()
            .map(|other| {
                let state = stage_words(other.stage).to_owned();
                [other.sample.clone(), other.batch.clone(), grouped(other.entry), state]
            })
            .collect(),
        collusion: view.collusion.clone(),
    }
}

fn paper_item(item: &SampleItem, attributes: &[Attribute]) -> Item {
    let says = |field: &str| item.cells.iter().find(|cell| cell.field == field);
    let pointer = says("target").or_else(|| says("id")).map(|cell| cell.says.clone());
    let found = attributes.iter().filter_map(|attribute| {
        let found = item.findings.iter().find(|finding| finding.attribute == *attribute)?;
        Some(match found.held {
            Held::Yes => Found::Holds,
            Held::No => Found::Broken,
            Held::NotApplicable => Found::NotAsked,
        })
    });
    let mut note = item.note.clone().unwrap_or_default();
    if !item.evidence.is_empty() {
        note = format!("{note} {}", item.evidence.join(", ")).trim().to_owned();
    }
    Item {
        place: item.place,
        order: item.order_hash.as_deref().and_then(short).unwrap_or_default(),
        row: item.row,
        at: says("time").map(|cell| logged(&cell.says)).unwrap_or_default(),
        pointer: pointer.unwrap_or_default(),
        found: found.collect(),
        note,
    }
}

/// `2371:3b18…` as pages have it.
fn tree(written: &str) -> String {
    match written.split_once(':') {
        Some((size, root)) => {
            let size = size.parse().map_or_else(|_| size.to_owned(), grouped);
            format!("Root after entry {size}\n{}", in_fours(root, 8))
        }
        None => written.to_owned(),
    }
}

/// The time of a row of a log, which is in UTC; as it was written where it is another's.
fn logged(written: &str) -> String {
    match (written.get(..19), written.ends_with('Z')) {
        (Some(time), true) => format!("{} UTC", time.replace('T', " ")),
        (Some(_) | None, _) => written.to_owned(),
    }
}

/// Two groups of a hash.
fn short(hash: &str) -> Option<String> {
    Some(format!("{} {}", hash.get(0..4)?, hash.get(4..8)?))
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
fn rows(rows: Vec<PopulationRow>) -> Table {
    let heads = ["Row", "Row hash", "In population", "Stratum"].map(str::to_owned).to_vec();
    let rows = rows.into_iter().map(|PopulationRow { number, hash, stratum }| {
        let inside = if stratum.is_some() { "yes" } else { "no" };
        vec![number.to_string(), hash, inside.to_owned(), stratum.flatten().unwrap_or_default()]
    });
    Table { heads, rows: rows.collect() }
}
