//! Samples: listing, reading, planning, drawing, saving.

use std::path::PathBuf;

use desk::operations::{
    AbandonSample, DrawSample, ExportSample, Nothing, OnlyGiven, PlanPreview, PlanSample,
    RequestSeed, SampleForm, SampleQuery, SampleRow, SampleStage, SampleView, SamplesView,
    SeedAsked, TakeStatements, Written,
};
use desk::{Desk, Problem};
use domain::ERASED;

use crate::args::{Args, Sample};
use crate::print::{say, within};
use crate::usage::usage;
use crate::{Outcome, at, print};

/// Does what is asked of samples.
pub fn sample(args: &Args, wanted: &Sample) -> Result<Outcome, Problem> {
    if let Some(batch) = &wanted.batch {
        return plan(args, wanted, batch);
    }
    if let Some(statement) = &wanted.seed_with {
        let grants = vec![at::grant(statement)?];
        let (mut desk, passphrase) = at::acting(args, &wanted.file)?;
        desk.take_statements(TakeStatements { grants, passphrase, why: None })?;
        return print::answer(args.json, &desk.samples(Nothing {})?, list);
    }
    let Some(sample) = wanted.sample.clone() else {
        let view = at::reading(args, &wanted.file)?.samples(Nothing {})?;
        return print::answer(args.json, &view, list);
    };
    if let Some(out) = &wanted.request {
        let grant = at::grant(out)?;
        let mut desk = at::reading(args, &wanted.file)?;
        let made = desk.request_seed(RequestSeed { sample, grant })?;
        return print::answer(args.json, &made, |made| {
            say!("Written to {}. Send it to whoever the plan names;", made.file.name);
            say!("`countersign sign` shows them the whole of the plan and signs.");
        });
    }
    let saved = save(args, wanted, &sample)?;
    if !saved.is_empty() {
        return print::answer(args.json, &saved, |saved| {
            for written in saved {
                say!("{} written, {} bytes.", written.name, written.bytes);
            }
        });
    }
    let view = if wanted.draw {
        let (mut desk, passphrase) = at::acting(args, &wanted.file)?;
        let subject = read(&mut desk, &sample)?.seed_subject;
        desk.draw_sample(DrawSample { sample, subject, passphrase })?
    } else if wanted.abandon {
        let (mut desk, why) = (at::acting(args, &wanted.file)?.0, wanted.why.clone());
        desk.abandon_sample(AbandonSample { sample, why })?
    } else {
        read(&mut at::reading(args, &wanted.file)?, &sample)?
    };
    print::answer(args.json, &view, show)
}

/// Writes each file that is asked for.
fn save(args: &Args, wanted: &Sample, sample: &str) -> Result<Vec<Written>, Problem> {
    let saves = [
        (&wanted.pdf, SampleForm::Pdf),
        (&wanted.items, SampleForm::Items),
        (&wanted.rows, SampleForm::Rows),
    ];
    let asked = saves.into_iter().filter_map(|(out, form)| Some((out.as_ref()?, form)));
    let asked: Vec<_> = asked.collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut desk = at::acting(args, &wanted.file)?.0;
    let save = |(out, form): (&PathBuf, SampleForm)| {
        let (grant, sample) = (at::grant(out)?, sample.to_owned());
        desk.export_sample(ExportSample { sample, form, grant })
    };
    asked.into_iter().map(save).collect()
}

fn read(desk: &mut Desk, sample: &str) -> Result<SampleView, Problem> {
    desk.sample(SampleQuery { sample: sample.to_owned() })
}

fn plan(args: &Args, wanted: &Sample, batch: &str) -> Result<Outcome, Problem> {
    let size = wanted.size.ok_or_else(|| usage("Say how many rows with --size."))?;
    let plan = PlanSample {
        batch: batch.to_owned(),
        title: wanted.title.clone(),
        method: wanted.method,
        size,
        only: wanted.only.clone().map(|(field, says)| OnlyGiven { field, says }),
        strata_by: wanted.by.clone(),
        attributes: Vec::new(),
        extension: None,
        review: None,
        item: None,
        reviewer: wanted.reviewer.clone(),
        why: wanted.why.clone(),
    };
    if wanted.dry_run {
        let preview = at::reading(args, &wanted.file)?.preview_sample(plan)?;
        return print::answer(args.json, &preview, previewed);
    }
    let view = at::acting(args, &wanted.file)?.0.plan_sample(plan)?;
    print::answer(args.json, &view, show)
}

fn previewed(preview: &PlanPreview) {
    say!("{} of {} rows would be drawn.", preview.take, preview.rows);
    for stratum in &preview.strata {
        let name = stratum.name.as_deref().unwrap_or("(not said)");
        say!("  {}: {} of {}", within(name), stratum.take, stratum.rows);
    }
    say!("If none is in error: {}", preview.proves);
    for other in &preview.others {
        say!("{} of {} was planned before, entry {}.", other.sample, other.batch, other.entry);
    }
}

fn list(view: &SamplesView) {
    if view.rows.is_empty() {
        say!("No sample was planned yet. Plan one with --batch and --size.");
    }
    view.rows.iter().for_each(line);
    for pool in &view.pools {
        say!("{}, {} samples together: {}", within(&pool.of), pool.samples.len(), pool.says);
    }
}

fn line(row: &SampleRow) {
    let title = row.title.as_deref().unwrap_or(ERASED);
    say!(
        "{}  {}: {} of {} of {}, {}",
        row.sample,
        within(title),
        row.take,
        row.rows,
        row.batch,
        stage(row.stage)
    );
    if let Some(says) = &row.says {
        say!("  {says}");
    }
}

fn show(view: &SampleView) {
    line(&view.row);
    say!("Planned by {}, {}, entry {}.", view.row.tester_name, view.row.planned, view.row.entry);
    for stratum in &view.strata {
        let name = stratum.name.as_deref().unwrap_or("(not said)");
        say!(
            "  {}: {} of {}, {} in error",
            within(name),
            stratum.take,
            stratum.rows,
            stratum.errors
        );
    }
    match &view.draw {
        None => {
            say!("What a reviewer signs: {}", view.seed_subject);
            if let Some(reviewer) = &view.reviewer {
                say!("The plan names {} ({}).", reviewer.name, reviewer.person);
            }
            say!("They sign here with --draw --as PERSON, or elsewhere what --request writes.");
        }
        Some(draw) => {
            say!("Drawn by the seed of {}, entry {}.", draw.signed.name, draw.signed.entry);
            say!("  tree {}", view.root);
            say!("  seed {}", draw.seed);
        }
    }
    for item in &view.items {
        let found = match item.error {
            None => "to be tested",
            Some(true) => "in error",
            Some(false) => "fine",
        };
        say!("  {}. row {}: {found}", item.place, item.row);
        if let Some(note) = &item.note {
            say!("      “{}”", within(note));
        }
    }
    if let Some(confirmed) = &view.confirmed {
        say!("Confirmed by {}, entry {}.", confirmed.name, confirmed.entry);
    }
    for other in &view.others {
        say!("Beside it: {} of {}, {}.", other.sample, other.batch, stage(other.stage));
    }
}

/// A plan as a request for its seed carries it: the whole of what is signed.
pub fn asked(asked: &SeedAsked) {
    say!("The seed of {}: {}.", asked.sample, within(&asked.title));
    say!(
        "Planned by {} ({}), who tests it. You draw the rows by signing.",
        asked.by_name,
        asked.by
    );
    for (what, says) in &asked.lines {
        say!("  {}: {}", within(what), within(says));
    }
    say!("  Tree after the plan: {}", asked.root);
    say!("What is signed: {}", asked.subject);
}

fn stage(stage: SampleStage) -> &'static str {
    match stage {
        SampleStage::Planned => "waits for a reviewer’s seed",
        SampleStage::Lapsed => "lapsed: no reviewer completed the seed in time",
        SampleStage::Drawn => "being tested",
        SampleStage::Tested => "waits to be confirmed",
        SampleStage::Confirmed => "confirmed",
        SampleStage::Abandoned => "given up",
    }
}
