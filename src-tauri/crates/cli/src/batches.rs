//! Taking action logs in as batches.

use desk::Problem;
use desk::operations::{
    BatchPreview, BatchRow, ImportBatch, LogOrigin, LogReading, LogWord, PreviewBatch,
    SaveRejectedActions, WorkflowQuery,
};

use crate::args::{Args, Import};
use crate::inventory::{map, rejected_rows};
use crate::print::say;
use crate::{Outcome, at, print};

/// Takes an action log in, or says what would become of it.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let source = at::grant(&import.source)?;
    let reading = LogReading {
        sheet: import.sheet.clone(),
        columns: import.map.as_deref().map(map).transpose()?.unwrap_or_default(),
        treatments: import
            .treatments
            .iter()
            .map(|(field, treatment)| (field.id().to_owned(), *treatment))
            .collect(),
        kinds: import.kinds.iter().cloned().collect(),
        preset: import.preset,
        zone: import.zone.clone(),
        day_first: import.day_first,
    };
    let mut desk = at::importing(args, import)?;
    if let Some(rejected) = &import.rejected {
        let (source, reading) = (source.clone(), reading.clone());
        let grant = at::grant(rejected)?;
        desk.save_rejected_actions(SaveRejectedActions { source, reading, grant })?;
    }
    if import.dry_run {
        if let Some(workflow) = &import.workflow {
            // What the deed would refuse is said before it.
            desk.workflow(WorkflowQuery { workflow: workflow.clone(), as_of: None })?;
        }
        let preview = desk.preview_batch(PreviewBatch { grant: source, reading })?;
        return print::answer(args.json, &preview, previewed);
    }
    let file = import.source.file_name().map(|name| name.to_string_lossy().into_owned());
    let origin = LogOrigin {
        source: import.origin.clone().or(file).unwrap_or_default(),
        query: import.query.clone().unwrap_or_default(),
        pulled_at: import.pulled_at.clone(),
        pulled_by: import.pulled_by.clone().unwrap_or_default(),
        workflow: import.workflow.clone(),
    };
    let done = desk.import_batch(ImportBatch { grant: source, sha256: None, reading, origin })?;
    print::answer(args.json, &done, |done| {
        taken(&done.batch);
        rejected_rows(&done.rejected);
    })
}

fn taken(batch: &BatchRow) {
    say!(
        "{}: {} AI actions taken in, {} rejected ({} of them duplicates)",
        batch.batch,
        batch.count,
        batch.rejected,
        batch.duplicates
    );
    covers(batch.first.as_deref(), batch.last.as_deref(), batch.empty_days);
    if !batch.overlaps.is_empty() {
        say!("its time overlaps with {}", batch.overlaps.join(", "));
    }
}

fn covers(first: Option<&str>, last: Option<&str>, empty_days: u64) {
    if let Some((first, last)) = first.zip(last) {
        say!("from {first} to {last}, {empty_days} days between them without a row");
    }
}

/// Words that a preview names as of no known kind.
const NAMED: usize = 20;

fn kinds(preview: &BatchPreview) {
    for LogWord { word, kind, rows } in &preview.words {
        if let Some(kind) = kind {
            say!("  “{word}” is read as {} ({rows} rows)", kind.id());
        }
    }
    if preview.unknown_kind == 0 {
        return;
    }
    say!("{} rows are of a kind of action the register does not know.", preview.unknown_kind);
    let unknown = preview.words.iter().filter(|one| one.kind.is_none());
    unknown.take(NAMED).for_each(|one| say!("  “{}” ({} rows)", one.word, one.rows));
    if !preview.words.is_empty() {
        say!("Say which kinds they are with --kind, such as --kind chat=recommend.");
    }
}

fn previewed(preview: &BatchPreview) {
    if preview.columns.is_empty() {
        say!("{} has several sheets. Say which with --sheet:", preview.file);
        preview.sheets.iter().for_each(|sheet| say!("  {sheet}"));
        return;
    }
    if preview.rows == 0 {
        say!("No column of {} is the time. Say which with --map:", preview.file);
    } else {
        let by = preview.delimiter.as_deref().map_or_else(String::new, |d| format!(", by {d}"));
        say!("{}: {}{by}, {} rows", preview.file, preview.encoding, preview.rows);
    }
    for column in &preview.columns {
        let head = column.column.as_deref().unwrap_or_default();
        match &column.field {
            Some(field) => say!("  {head} → {field} ({})", column.treatment.words().to_lowercase()),
            None => say!("  {head} → left out"),
        }
    }
    if preview.asks_order {
        say!("Its dates can be read day first or month first. Say which with --day-first.");
    }
    if preview.rows > 0 {
        say!("times that name no zone are of {}", preview.zone);
        say!("{} would be taken in, {} left out", preview.accepted, preview.left_out);
        covers(preview.first.as_deref(), preview.last.as_deref(), preview.empty_days);
        kinds(preview);
    }
    rejected_rows(&preview.rejected);
}
