//! Measures for `cargo xtask bench pack` the evidence pack of a quarter with 50,000 entries and a
//! million AI actions: written, and verified again. `pack FOLDER [ROWS [ENTRIES]]`.

mod ground;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use desk::operations::{
    ExportPack, ImportBatch, LogOrigin, LogReading, Nothing, OpenReview, Verify,
};
use desk::{Desk, Grant, Profile};
use domain::overrides::{Kind as Overridden, OverrideRecorded, Reason};
use domain::review::{ItemAnswered, Outcome};
use domain::workspace::StartUpSet;
use domain::{Event, ItemId, OverrideRef, ReviewRef, Span, Text, WorkflowRef};
use ground::exceptions::exceptions;
use ground::workflows::{WORKFLOWS, workflows};

const ROWS: u64 = 1_000_000;
const ENTRIES: u64 = 50_000;
const EXCEPTIONS: u32 = 500;
const OVERRIDES: u32 = 5_000;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let folder = ground::folder("pack")?;
    let number = |at: usize, usual: u64| std::env::args().nth(at).map_or(Ok(usual), |n| n.parse());
    let (rows, entries) = (number(2, ROWS)?, number(3, ENTRIES)?);
    let (file, profile) = (folder.join("desk.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    let sponsor = Some("Bo Lindqvist");
    ground::begin(&mut desk, &file, "A busy quarter", sponsor, &StartUpSet::ALL)?;
    let review = desk.reviews(Nothing {})?.waiting.first().map(|one| one.review.clone());
    let review = review.ok_or("no review is due")?;
    desk.open_review(OpenReview { review: review.clone() })?;
    ground::fill(&Profile::at(profile), &file, |already| {
        let other = u64::from(WORKFLOWS + 2 * EXCEPTIONS + OVERRIDES);
        let answers = (already + other..entries).map(move |number| answer(&review, number));
        workflows(1).chain(exceptions(EXCEPTIONS, 0)).chain(overrides()).chain(answers)
    })?;
    let log = folder.join("log.csv");
    write_log(&log, rows)?;
    take_in(&mut desk, &log)?;
    let period = Span::Quarter.of(Utc::now().date_naive(), 1).to_string();
    let pack = folder.join("pack.zip");
    ground::forget_peak();
    let begun = Instant::now();
    desk.export_pack(ExportPack {
        grant: Grant(pack.to_string_lossy().into_owned()),
        period: Some(period),
        ..ExportPack::default()
    })?;
    let (written, write_mb) =
        (begun.elapsed().as_secs_f64(), ground::peak_mb().unwrap_or_default());
    ground::forget_peak();
    let begun = Instant::now();
    let proof = desk.verify_file(&pack, &Verify::default())?;
    let (verified, verify_mb) =
        (begun.elapsed().as_secs_f64(), ground::peak_mb().unwrap_or_default());
    if let Some(fault) = proof.faults.first() {
        return Err(format!("the pack does not verify: {fault:?}").into());
    }
    println!(
        "entries={} write_s={written:.2} write_mb={write_mb:.0} verify_s={verified:.2} \
         verify_mb={verify_mb:.0} zip_mb={:.1}",
        proof.entries,
        std::fs::metadata(&pack)?.len() as f64 / 1e6,
    );
    Ok(())
}

fn overrides() -> impl Iterator<Item = Event> {
    (1..=OVERRIDES).map(|number| {
        OverrideRecorded {
            reference: OverrideRef::new(number),
            kind: Overridden::Output,
            workflow: WorkflowRef::new(number % WORKFLOWS + 1),
            team: None,
            pointer: Text::new(format!("crm://lead/{number}")),
            ai_said: Text::new("82, call today"),
            chose: Text::new("Left for next week"),
            reason: Reason::MissingContext,
            note: Some(Text::new(format!("They are on holiday, number {number}."))),
            generated: false,
        }
        .into()
    })
}

/// An answer to one item, again and again.
fn answer(review: &str, number: u64) -> Event {
    ItemAnswered {
        review: ReviewRef::new(review),
        item: ItemId::new("anomalies"),
        outcome: Outcome::Attention,
        note: Some(Text::new(format!("Seen {number} times"))),
        seconds: 60,
        shown: Vec::new(),
        tiers: Vec::new(),
    }
    .into()
}

/// Eight columns as a system writes them, some 200 bytes a row, of the month that runs.
fn write_log(path: &Path, rows: u64) -> Result<(), Failed> {
    let month = Utc::now().date_naive().with_day(1).ok_or("a month has a first day")?;
    let first: DateTime<Utc> = month.and_time(chrono::NaiveTime::MIN).and_utc();
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    writeln!(out, "Event ID,Timestamp,Agent,User,Activity,Object ID,Segment,Status")?;
    for row in 0..rows {
        let at = first + TimeDelta::milliseconds(i64::try_from(row * 100)?);
        writeln!(
            out,
            "evt-{row:09},{},Workflow {},person{}@acme.example,Send external message,\
             crm.acme.example/accounts/{:06}/contacts/{:08},Mid-market Central Europe,executed",
            at.to_rfc3339(),
            row % u64::from(WORKFLOWS),
            row % 50,
            row.wrapping_mul(40_503) % 1_000_000,
            row.wrapping_mul(2_654_435_761) % 100_000_000,
        )?;
    }
    Ok(out.flush()?)
}

fn take_in(desk: &mut Desk, log: &Path) -> Result<(), Failed> {
    let grant = Grant(log.to_string_lossy().into_owned());
    let origin = LogOrigin { source: "Measured".to_owned(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    desk.import_batch(wanted)?;
    Ok(())
}
