//! Writes sample reports to a folder, to be looked at.
//!
//! `cargo run -p countersign-report --example samples -- OUTDIR`

mod coverage;
mod decision;
mod frame;
mod minutes;
mod operating_model;
mod policy;
mod postmortem;
mod quarter;
mod raci;
mod register;
mod workpaper;

use std::path::Path;

use report::csv::Reader;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "samples".into());
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let pdfs = [
        ("audit", report::audit::pdf(&quarter::audit(17))?),
        ("coverage", report::coverage::pdf(&coverage::coverage())?),
        ("coverage-hard", report::coverage::pdf(&coverage::hard())?),
        ("decision", report::decision::pdf(&decision::decision())?),
        ("decision-open", report::decision::pdf(&decision::open_decision())?),
        ("decision-hard", report::decision::pdf(&decision::hard_decision())?),
        ("minutes", report::minutes::pdf(&minutes::minutes())?),
        ("minutes-open", report::minutes::pdf(&minutes::open_minutes())?),
        ("minutes-hard", report::minutes::pdf(&minutes::hard_minutes())?),
        ("operating-model", report::operating_model::pdf(&operating_model::operating_model())?),
        ("operating-model-hard", report::operating_model::pdf(&operating_model::hard())?),
        ("policy", report::policy::pdf(&policy::policy())?),
        ("policy-hard", report::policy::pdf(&policy::hard())?),
        ("postmortem", report::postmortem::pdf(&postmortem::postmortem())?),
        ("postmortem-hard", report::postmortem::pdf(&postmortem::hard_postmortem())?),
        ("raci", report::raci::pdf(&raci::raci())?),
        ("raci-hard", report::raci::pdf(&raci::hard_raci())?),
        ("register", report::register::pdf(&register::register())?),
        ("register-hard", report::register::pdf(&register::hard_register())?),
        ("workpaper", report::sample::pdf(&workpaper::workpaper())?),
        ("workpaper-hard", report::sample::pdf(&workpaper::hard())?),
        ("sponsor", report::sponsor::pdf(&quarter::sponsor())?),
        ("sponsor-told", report::sponsor::pdf(&quarter::told())?),
        ("sponsor-quiet", report::sponsor::pdf(&quarter::quiet())?),
    ];
    for (name, rendered) in &pdfs {
        report::atomic_write(&folder.join(format!("{name}.pdf")), &rendered.bytes)?;
        println!("{name}.pdf: {} pages, uncovered {:?}", rendered.pages, rendered.uncovered);
    }
    let markdown = report::minutes::markdown(&minutes::hard_minutes());
    report::atomic_write(&folder.join("minutes-hard.md"), markdown.as_bytes())?;
    let csv = report::register::csv(&register::hard_register(), Reader::Spreadsheet)?;
    report::atomic_write(&folder.join("register-hard.csv"), &csv)?;
    Ok(())
}
