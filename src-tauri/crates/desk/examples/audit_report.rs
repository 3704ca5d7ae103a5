//! Measures for `cargo xtask bench audit` a long audit report of the quarter that runs, read from the
//! record, set and written: 500 workflows in force, 7,000 exceptions. `audit_report FOLDER`.

mod ground;

use std::time::Instant;

use desk::operations::ExportAudit;
use desk::{Grant, Profile};
use domain::workspace::StartUpSet;
use ground::exceptions::exceptions;
use ground::workflows::workflows;

const TIMES: usize = 5;
const EXCEPTIONS: u32 = 7_000;
const OPEN: u32 = 100;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = ground::folder("audit")?;
    let (file, profile) = (folder.join("long.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    let sponsor = Some("Bo Lindqvist");
    ground::begin(&mut desk, &file, "Seven thousand exceptions", sponsor, &StartUpSet::ALL)?;
    ground::fill(&Profile::at(profile), &file, |_| {
        workflows(1).chain(exceptions(EXCEPTIONS, OPEN))
    })?;
    let out = folder.join("audit.pdf");
    let mut taken: Vec<f64> = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let request = ExportAudit { period: None, grant: Grant(out.display().to_string()) };
        let start = Instant::now();
        desk.export_audit(request)?;
        taken.push(start.elapsed().as_secs_f64());
    }
    taken.sort_by(f64::total_cmp);
    let at = |place: usize| taken.get(place).copied().unwrap_or_default();
    let pages = lopdf::Document::load(&out)?.get_pages().len();
    println!("pages={pages} median_s={:.3} worst_s={:.3}", at(TIMES / 2), at(TIMES - 1));
    Ok(())
}
