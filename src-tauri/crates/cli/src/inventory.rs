//! Taking an inventory of AI workflows in.

use std::collections::BTreeMap;
use std::path::Path;

use desk::Problem;
use desk::operations::{
    ImportPreview, ImportReading, ImportWorkflows, PreviewImport, RejectedRow, SaveRejected,
};

use crate::args::{Args, Import};
use crate::print::say;
use crate::{Outcome, at, print};

/// Takes an inventory in, or says what would become of each of its rows.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let source = at::grant(&import.source)?;
    let columns = import.map.as_deref().map(map).transpose()?.unwrap_or_default();
    let reading = ImportReading { sheet: import.sheet.clone(), columns };
    let update = import.update;
    let mut desk = at::importing(args, import)?;
    if let Some(rejected) = &import.rejected {
        let (source, reading) = (source.clone(), reading.clone());
        desk.save_rejected(SaveRejected { source, reading, update, grant: at::grant(rejected)? })?;
    }
    if import.dry_run {
        let preview = desk.preview_import(PreviewImport { grant: source, reading, update })?;
        return print::answer(args.json, &preview, previewed);
    }
    let wanted = ImportWorkflows { grant: source, sha256: None, reading, update };
    let done = desk.import_workflows(wanted)?;
    print::answer(args.json, &done, |done| {
        say!("{} registered, {} changed, {} skipped", done.registered, done.updated, done.skipped);
        unanswered(&done.noted);
        rejected_rows(&done.rejected);
    })
}

/// Which field each column fills, from a JSON file: `{"Tool": "product", "#7": null}`.
pub(crate) fn map(path: &Path) -> Result<BTreeMap<String, Option<String>>, Problem> {
    let unreadable = |why: String| {
        Problem::new("import-unreadable", format!("{} cannot be read: {why}.", path.display()))
    };
    let json = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    serde_json::from_str(&json).map_err(|error| unreadable(error.to_string()))
}

fn previewed(preview: &ImportPreview) {
    if preview.rows == 0 && !preview.sheets.is_empty() {
        say!("{} has several sheets. Say which with --sheet:", preview.file);
        preview.sheets.iter().for_each(|sheet| say!("  {sheet}"));
        return;
    }
    if preview.rows == 0 {
        say!("No column of {} is the name. Say which with --map:", preview.file);
        preview.columns.iter().for_each(|column| say!("  {}", column.column));
        return;
    }
    let parted = preview.delimiter.as_deref().map_or_else(String::new, |d| format!(", by {d}"));
    say!("{}: {}{parted}, {} rows", preview.file, preview.encoding, preview.rows);
    for column in &preview.columns {
        say!("  {} → {}", column.column, column.field.as_deref().unwrap_or("left out"));
    }
    let (new, changed, skipped) =
        (preview.accepted.len(), preview.updated.len(), preview.skipped.len());
    say!("{new} would be registered, {changed} changed, {skipped} skipped");
    for row in &preview.updated {
        say!("line {}: {} {}", row.line, row.workflow, row.name);
        for change in &row.changes {
            let word = |words: &Option<String>| words.clone().unwrap_or_else(|| "–".to_owned());
            say!("  {}: {} → {}", change.fact, word(&change.before), word(&change.after));
        }
    }
    unanswered(&preview.noted);
    rejected_rows(&preview.rejected);
}

/// What rows that are taken in say, and nobody could read.
fn unanswered(noted: &[RejectedRow]) {
    headed("Not understood, left unanswered", noted);
}

/// Rows that are not taken in, each by its line.
pub(crate) fn rejected_rows(rows: &[RejectedRow]) {
    headed("Rejected rows", rows);
}

fn headed(title: &str, rows: &[RejectedRow]) {
    if rows.is_empty() {
        return;
    }
    say!("{title}: {}", rows.len());
    for row in rows {
        say!("  line {}: {} ({})", row.line, row.says, row.row);
    }
}
