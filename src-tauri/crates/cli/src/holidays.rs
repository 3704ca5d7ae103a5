//! Taking holidays in.

use desk::Problem;
use desk::operations::{HolidayNamed, ImportHolidays, PreviewHolidays, SaveRejectedHolidays};

use crate::args::{Args, Import};
use crate::inventory::rejected_rows;
use crate::print::say;
use crate::{Outcome, at, print};

/// Adds the holidays of a file to the calendar.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let source = at::grant(&import.source)?;
    let mut desk = at::importing(args, import)?;
    if let Some(rejected) = &import.rejected {
        let grant = at::grant(rejected)?;
        desk.save_rejected_holidays(SaveRejectedHolidays { source: source.clone(), grant })?;
    }
    if import.dry_run {
        let preview = desk.preview_holidays(PreviewHolidays { grant: source })?;
        return print::answer(args.json, &preview, |preview| {
            let read = if preview.calendar { "events" } else { "rows" };
            say!("{}: {}, {} {read}", preview.file, preview.encoding, preview.rows);
            preview.added.iter().for_each(|day| say!("  {}  {}", day.date, day.name));
            say!("{} would be added, {} known", preview.added.len(), preview.same);
            for HolidayNamed { given, known } in &preview.named {
                say!("line {}: {} stays “{known}”, not “{}”", given.line, given.date, given.name);
            }
            rejected_rows(&preview.rejected);
        });
    }
    let why = import.why.clone();
    let done = desk.import_holidays(ImportHolidays { grant: source, sha256: None, why })?;
    print::answer(args.json, &done, |done| {
        say!("{} added, {} known", done.added, done.known);
        rejected_rows(&done.rejected);
    })
}
