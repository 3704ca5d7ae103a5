//! A sample's workpaper as its pages show it.

use domain::BatchRef;
use domain::sample::{Attribute, Held};
use ledger::encoding::{from_base64, hex};
use report::sample::{self as paper, Found, Item, Model};
use report::{Frame, grouped, in_fours};
use store::AsOf;

use super::super::frame::{About, frame, stamp};
use super::super::preparer::Preparer;
use super::charts::charts;
use crate::Problem;
use crate::erased::{ERASED, or_erased};
use crate::people::Names;
use crate::samples::{PoolHistory, SampleItem, SampleView, method_words, stage_words};
use crate::when::local;
use crate::workspace::{Open, settings};

/// The workpaper as PDF, as the desk shows it.
pub(in crate::exports) fn pages(
    open: &Open,
    view: &SampleView,
    as_of: u64,
    preparer: &Preparer,
    history: &mut PoolHistory,
) -> Result<Vec<u8>, Problem> {
    let before = open.store.as_of(AsOf::Seq(as_of)).exports()?;
    let what = format!("workpaper of {}", view.row.sample);
    let before = before.iter().filter(|one| one.export.what == what).count();
    let period = match &view.row.title {
        Some(title) => format!("{}: {title}", view.row.sample),
        None => view.row.sample.clone(),
    };
    let about = About { report: "Sample workpaper", period, as_of, before };
    Ok(paper::pdf(&workpaper(open, view, frame(open, &about, preparer)?, history)?)?.bytes)
}

/// What was sampled is called as its planner wrote it, so it reads as a name: Sample “Ten of all”.
fn titled(title: Option<&str>) -> String {
    title.map_or_else(|| format!("Sample {ERASED}"), |title| format!("Sample “{title}”"))
}

/// The workpaper as its pages show it.
fn workpaper(
    open: &Open,
    view: &SampleView,
    frame: Frame,
    history: &mut PoolHistory,
) -> Result<Model, Problem> {
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
    let mut population = vec![fact("What", or_erased(row.title.as_ref()))];
    population.extend(log(open, view)?.into_iter().map(|(name, what)| fact(name, what)));
    population.extend([
        fact("Drawn from", format!("{} rows", grouped(row.rows))),
        fact("Rows’ root", root.map(|root| in_fours(&hex(&root), 8)).unwrap_or_default()),
        fact("Why", or_erased(view.why.as_ref())),
    ]);
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
        draw.push(fact("To be extended", says));
        let drawn = view.draw.iter().flat_map(|draw| &draw.extended);
        draw.extend(drawn.map(|entry| fact("Extended", format!("by entry {}", grouped(*entry)))));
        if view.extension_due {
            draw.push(fact("Extension", "Due, not drawn".to_owned()));
        }
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
    let charts = charts(open, view, history)?;
    let not_yet = "Items are left to test, so nothing is proven yet.";
    Ok(Model {
        frame,
        title: titled(row.title.as_deref()),
        reference: row.sample.clone(),
        about,
        population,
        draw,
        attributes: view.attributes.iter().map(|one| one.words().to_owned()).collect(),
        items: view.items.iter().map(|item| paper_item(item, &view.attributes)).collect(),
        proves: charts.proves,
        together: charts.together,
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
    })
}

/// The log that its rows lie in: where from, when taken in and by whom, how much of the file.
fn log(open: &Open, view: &SampleView) -> Result<Vec<(&'static str, String)>, Problem> {
    let at_desk = open.view();
    let batch: BatchRef = view.row.batch.parse()?;
    let Some(batch) = at_desk.batch(batch)? else { return Ok(Vec::new()) };
    let (names, zone) = (Names::of(&at_desk)?, settings(&at_desk)?.zone);
    let (taken, rejected) = (batch.import.rows.count, batch.import.rejected.count);
    let took = format!(
        "{} by {}, entry {}",
        stamp(&local(batch.at, zone)),
        names.actor(batch.by),
        grouped(batch.seq)
    );
    let read = format!("{} read, {} rejected", grouped(taken + rejected), grouped(rejected));
    Ok(vec![
        ("Log", format!("{}, {}", batch.batch, or_erased(batch.import.origin.source.words()))),
        ("Taken in", took),
        ("Rows", format!("{read}, {} in the log", grouped(taken))),
        ("File’s SHA-256", in_fours(&batch.import.file.sha256, 8)),
    ])
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
