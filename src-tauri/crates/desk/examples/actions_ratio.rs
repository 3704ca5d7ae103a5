//! Measures for `cargo xtask bench actions` an action log of a million rows: taken in beside what the
//! sqlite3 shell takes for the same file, tested whole, sampled, and looked into anywhere:
//! `actions_ratio FOLDER [ROWS]`.

mod ground;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use chrono::{NaiveTime, TimeDelta};
use desk::operations::{
    AiActionsQuery, DrawSample, ImportBatch, LogOrigin, LogReading, PlanSample, PopulationQuery,
    RowPart, SignIn,
};
use desk::{Desk, Grant, Profile};
use domain::population::Test;
use domain::sample::{Method, Size};
use domain::workflow::{
    ActionKind, Facts, Limits, Permission, Permitted, Status, Window, WorkflowRegistered,
};
use domain::workspace::StartUpSet;
use domain::{Event, RoleId, Text, WorkflowRef};

const ROWS: u64 = 1_000_000;
const KINDS: [&str; 5] = [
    "Send external message",
    "Recommend",
    "Change stage",
    "Enrich firmographic field",
    "Summarise",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = ground::folder("actions")?;
    let rows = std::env::args().nth(2).map_or(Ok(ROWS), |rows| rows.parse())?;
    let (log, file) = (folder.join("log.csv"), folder.join("desk.countersign"));
    write_log(&log, rows)?;
    let bytes = std::fs::metadata(&log)?.len();
    let mut desk = ground::desk(Profile::at(folder.join("profile")));
    let sponsor = Some("Tobias Lindqvist");
    ground::begin(&mut desk, &file, "Measured", sponsor, &StartUpSet::ALL)?;
    ground::fill(&Profile::at(folder.join("profile")), &file, |_| workflows())?;
    let before = size(&file);
    // Once beside itself: what the disk's cache holds, it holds for both.
    let shell = shell(&folder, &log)?;
    let begun = Instant::now();
    let batch = take_in(&mut desk, &log)?;
    let import = begun.elapsed().as_secs_f64();
    let imported = ground::peak_mb().unwrap_or_default();
    let grown = size(&file).saturating_sub(before);
    let begun = Instant::now();
    let found = desk.population(PopulationQuery { batch: batch.clone() })?;
    let tests = begun.elapsed().as_secs_f64();
    let unknown = found.tests.iter().find(|row| row.test == Test::UnknownWorkflow);
    if unknown.is_none_or(|row| row.count > 0) || found.failing == 0 {
        return Err("the rows were not held against the workflows they are of".into());
    }
    let tested = found.tested;
    let mut jumps = Vec::new();
    for place in 1..=50 {
        let begun = Instant::now();
        let first = (rows * place / 50).saturating_sub(7).max(1);
        let query =
            AiActionsQuery { batch: batch.clone(), part: RowPart::Taken, first, count: 200 };
        std::hint::black_box(desk.ai_actions(query)?.rows.len());
        jumps.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    let simple = draw(&mut desk, &batch, Method::Simple)?;
    let stratified = draw(&mut desk, &batch, Method::Stratified)?;
    let peak = ground::peak_mb().unwrap_or_default();
    let worst = jumps.iter().copied().fold(0.0, f64::max);
    println!(
        "rows={tested} csv_mb={:.1} shell_s={shell:.2} import_s={import:.2} ratio={:.2} import_mb={imported:.0} \
         peak_mb={peak:.0} growth={:.2} tests_s={tests:.2} draw_s={simple:.2} strata_s={stratified:.2} \
         jump_worst_ms={worst:.2}",
        bytes as f64 / 1e6,
        import / shell,
        grown as f64 / bytes as f64,
    );
    Ok(())
}

/// The workflows of the log: live, each kind of action permitted in its own way and limited.
fn workflows() -> impl Iterator<Item = Event> {
    let limits = Limits {
        per_day: Some(500),
        approval_hours: Some(24),
        window: Some(Window {
            days: Vec::new(),
            from: NaiveTime::MIN + TimeDelta::hours(8),
            to: NaiveTime::MIN + TimeDelta::hours(18),
        }),
        segments: vec![Text::new("Enterprise"), Text::new("Mid-market")],
        ..Limits::default()
    };
    let permission = move |(action, permitted)| Permission {
        action,
        permitted,
        roles: Vec::new(),
        condition: None,
        limits: limits.clone(),
    };
    let permissions: Vec<Permission> = [
        (ActionKind::SendExternalMessage, Permitted::Tier3),
        (ActionKind::Recommend, Permitted::Tier1),
        (ActionKind::ChangeStage, Permitted::Tier3),
        (ActionKind::EnrichFirmographicField, Permitted::Tier4),
        (ActionKind::Summarise, Permitted::Tier2),
    ]
    .map(permission)
    .to_vec();
    (0..7).map(move |number| {
        let facts = Facts {
            name: Some(Text::new(format!("Outreach drafts {number}"))),
            approver: Some(RoleId::new("executive-sponsor")),
            permissions: permissions.clone(),
            ..Facts::default()
        };
        let workflow = WorkflowRef::new(number + 1);
        WorkflowRegistered { workflow, status: Status::Live, found_live: false, facts }.into()
    })
}

/// Eight columns as a system writes them, of a time after the workflows were registered.
fn write_log(path: &Path, rows: u64) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    writeln!(out, "Event ID,Timestamp,Agent,User,Activity,Object ID,Segment,Status")?;
    for row in 0..rows {
        let (second, kind) = (row % 86_400, KINDS.get(row as usize % KINDS.len()).unwrap_or(&""));
        writeln!(
            out,
            "evt-{row:09},2098-{:02}-{:02}T{:02}:{:02}:{:02}Z,Outreach drafts {},person{}@acme.example,{kind},contact-{},Mid-market,executed",
            row / 100_000 % 9 + 1,
            row / 4_000 % 28 + 1,
            second / 3600,
            second / 60 % 60,
            second % 60,
            row % 7,
            row % 50,
            row.wrapping_mul(2_654_435_761) % 1_000_000,
        )?;
    }
    out.flush()
}

fn take_in(desk: &mut Desk, log: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let grant = Grant(log.to_string_lossy().into_owned());
    let origin = LogOrigin { source: "Measured".to_owned(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    Ok(desk.import_batch(wanted)?.batch.batch)
}

/// Seconds that it takes to draw 60 rows of a batch, planned before: the reviewer's key is opened, the
/// seed signed, every row put in its order, the draw entered.
fn draw(desk: &mut Desk, batch: &str, method: Method) -> Result<f64, Box<dyn std::error::Error>> {
    let sign_in = |desk: &mut Desk, person: &str| {
        let (person, passphrase) = (person.to_owned(), ground::PASSPHRASE.into());
        desk.sign_in(SignIn { person, passphrase })
    };
    sign_in(desk, "PER-0001")?;
    let plan = PlanSample {
        batch: batch.to_owned(),
        title: "Measured".to_owned(),
        method,
        size: Size::Number { rows: 60 },
        only: None,
        strata_by: (method == Method::Stratified).then(|| "action".to_owned()),
        attributes: Vec::new(),
        extension: None,
        review: None,
        item: None,
        reviewer: None,
        why: "To measure it.".to_owned(),
    };
    let planned = desk.plan_sample(plan)?;
    sign_in(desk, "PER-0002")?;
    let (sample, subject) = (planned.row.sample, planned.seed_subject);
    let begun = Instant::now();
    let drawn =
        desk.draw_sample(DrawSample { sample, subject, passphrase: ground::PASSPHRASE.into() })?;
    let took = begun.elapsed().as_secs_f64();
    if drawn.items.len() < 60 {
        return Err("fewer rows were drawn than planned".into());
    }
    Ok(took)
}

/// Seconds that the sqlite3 shell takes to import the same file.
fn shell(folder: &Path, log: &Path) -> Result<f64, Box<dyn std::error::Error>> {
    let plain = folder.join("plain.sqlite");
    let begun = Instant::now();
    let done = Command::new("sqlite3")
        .arg(&plain)
        .arg(".mode csv")
        .arg(format!(".import '{}' log", log.display()))
        .status()?;
    if !done.success() {
        return Err("sqlite3 could not import the log".into());
    }
    Ok(begun.elapsed().as_secs_f64())
}

/// Bytes of the workspace, with what SQLite keeps beside it.
fn size(file: &Path) -> u64 {
    let beside = Path::new(file).with_extension("countersign-wal");
    [file, &beside].iter().filter_map(|path| std::fs::metadata(path).ok()).map(|m| m.len()).sum()
}
