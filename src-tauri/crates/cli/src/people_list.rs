//! Taking a list of people in.

use desk::Problem;
use desk::operations::{Fate, ImportPeople, PersonTaken, PreviewPeople, SaveRejectedPeople};

use crate::args::{Args, Import};
use crate::inventory::rejected_rows;
use crate::print::say;
use crate::{Outcome, at, print};

/// Takes a list of people in, or says what each of its rows would do.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let source = at::grant(&import.source)?;
    let mut desk = at::importing(args, import)?;
    if let Some(rejected) = &import.rejected {
        let grant = at::grant(rejected)?;
        desk.save_rejected_people(SaveRejectedPeople { source: source.clone(), grant })?;
    }
    if import.dry_run {
        let preview = desk.preview_people(PreviewPeople { grant: source })?;
        return print::answer(args.json, &preview, |preview| {
            for column in &preview.columns {
                say!("  {} → {}", column.column, column.field.as_deref().unwrap_or("left out"));
            }
            people_rows(&preview.people, "would be ");
            rejected_rows(&preview.rejected);
        });
    }
    let done = desk.import_people(ImportPeople { grant: source, sha256: None })?;
    print::answer(args.json, &done, |done| {
        people_rows(&done.people, "");
        rejected_rows(&done.rejected);
    })
}

fn people_rows(rows: &[PersonTaken], would: &str) {
    for row in rows {
        let fate = match row.fate {
            Fate::Added => format!("{would}added"),
            Fate::Changed => format!("{would}changed"),
            Fate::Skipped => "known already".to_owned(),
        };
        let says = if row.says.is_empty() { String::new() } else { format!(": {}", row.says) };
        say!("line {}: {} {fate}{says}", row.line, row.name);
    }
}
