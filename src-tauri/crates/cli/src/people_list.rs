//! Taking a list of people in.

use desk::Problem;
use desk::operations::{Fate, ImportPeople, PersonTaken, PreviewPeople};

use crate::args::{Args, Import};
use crate::inventory::rejected_rows;
use crate::print::say;
use crate::{Outcome, at, print};

/// Takes a list of people in, or says what each of its rows would do.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let grant = at::grant(&import.source)?;
    if import.rejected.is_some() {
        return Err(Problem::new(
            "bad-request",
            "A list of people names its rejected rows by line; it writes no file of them.",
        ));
    }
    if import.dry_run {
        let preview = at::reading(args, &import.file)?.preview_people(PreviewPeople { grant })?;
        return print::answer(args.json, &preview, |preview| {
            for column in &preview.columns {
                say!("  {} → {}", column.column, column.field.as_deref().unwrap_or("left out"));
            }
            people_rows(&preview.people);
            rejected_rows(&preview.rejected);
        });
    }
    let mut desk = at::acting(args, &import.file)?.0;
    let done = desk.import_people(ImportPeople { grant, sha256: None })?;
    print::answer(args.json, &done, |done| {
        people_rows(&done.people);
        rejected_rows(&done.rejected);
    })
}

fn people_rows(rows: &[PersonTaken]) {
    for row in rows {
        let fate = match row.fate {
            Fate::Added => "added",
            Fate::Changed => "changed",
            Fate::Skipped => "known already",
        };
        let says = if row.says.is_empty() { String::new() } else { format!(": {}", row.says) };
        say!("line {}: {} {fate}{says}", row.line, row.name);
    }
}
