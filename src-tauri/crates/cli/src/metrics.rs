//! Taking values of metrics in.

use desk::Problem;
use desk::operations::{ImportMetrics, PreviewMetrics, SaveRejectedMetrics, ValueToCorrect};

use crate::args::{Args, Import};
use crate::inventory::rejected_rows;
use crate::print::say;
use crate::{Outcome, at, print};

/// Takes values of metrics in.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let source = at::grant(&import.source)?;
    let mut desk = at::importing(args, import)?;
    if let Some(rejected) = &import.rejected {
        let grant = at::grant(rejected)?;
        desk.save_rejected_metrics(SaveRejectedMetrics { source: source.clone(), grant })?;
    }
    if import.dry_run {
        let preview = desk.preview_metrics(PreviewMetrics { grant: source })?;
        return print::answer(args.json, &preview, |preview| {
            say!("{}: {}, {}, {} rows", preview.file, preview.encoding, preview.lies, preview.rows);
            for value in &preview.accepted {
                say!("  {} {} {}", value.metric, value.period, value.shown);
            }
            say!("{} would be recorded, {} known", preview.accepted.len(), preview.same);
            differing(&preview.differing);
            rejected_rows(&preview.rejected);
        });
    }
    let done = desk.import_metrics(ImportMetrics {
        grant: source,
        sha256: None,
        correct_because: import.correct_because.clone(),
    })?;
    print::answer(args.json, &done, |done| {
        say!("{} recorded, {} corrected, {} known", done.recorded, done.corrected, done.same);
        differing(&done.differing);
        rejected_rows(&done.rejected);
    })
}

fn differing(values: &[ValueToCorrect]) {
    for ValueToCorrect { known, given } in values {
        say!(
            "line {}: {} has {known} for {}, the file says {}; correct it with --correct-because",
            given.line,
            given.metric,
            given.period,
            given.shown
        );
    }
}
