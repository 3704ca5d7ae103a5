//! Action logs taken in as batches.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use desk::operations::{
    AiActionsQuery, BatchPreview, EntryQuery, ExportPack, ImportBatch, LogOrigin, LogQuery,
    LogReading, LookBack, Nothing, PopulationQuery, PreviewBatch, PurgeBatch, RowPart,
    SaveRejectedActions, Verify,
};
use desk::{Desk, Grant, Problem, Progress};
use domain::batch::{Preset, Treatment};

use crate::support::*;

/// Six events in the shape of a published process log, one twice and one without a time.
const PROCESS: &str = "case:concept:name,concept:instance,concept:name,lifecycle:transition,\
org:group,org:resource,time:timestamp
case-1,task-1,Confirmation of receipt,complete,Group 1,Resource21,2026-10-11 13:45:40.276000+02:00
case-1,task-2,T02 Check confirmation,complete,Group 4,Maren Okafor,2026-10-12 08:26:25.398000+02:00
case-1,task-2,T02 Check confirmation,complete,Group 4,Maren Okafor,2026-10-12 08:26:25.398000+02:00
case-2,task-3,T03 Adjust confirmation,complete,Group 1,Resource21,2026-11-10 15:36:51+01:00
case-2,task-4,T04 Determine,complete,EMPTY,Resource10,
case-3,task-5,\"T05, \"\"Print\"\"\",complete,Group 1,Resource21,2026-11-11 15:36:51+01:00
";

fn reading(columns: &[(&str, Option<&str>)]) -> LogReading {
    let columns = columns.iter();
    let columns = columns.map(|(column, field)| ((*column).to_owned(), field.map(str::to_owned)));
    LogReading { columns: columns.collect(), ..LogReading::default() }
}

fn look(desk: &mut Desk, grant: &Grant, reading: LogReading) -> BatchPreview {
    desk.preview_batch(PreviewBatch { grant: grant.clone(), reading }).unwrap()
}

fn take(desk: &mut Desk, grant: &Grant, reading: LogReading) -> Result<String, Problem> {
    let origin = LogOrigin { source: "Permits".into(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant: grant.clone(), sha256: None, reading, origin };
    Ok(desk.import_batch(wanted)?.batch.batch)
}

fn rows(desk: &mut Desk, batch: &str, part: RowPart, first: u64) -> Vec<(u64, u64, Vec<String>)> {
    let query = AiActionsQuery { batch: batch.to_owned(), part, first, count: 10 };
    let rows = desk.ai_actions(query).unwrap().rows.into_iter();
    rows.map(|row| (row.number, row.line, row.cells)).collect()
}

#[test]
fn a_process_log_goes_in_whole_and_says_what_it_covers() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("log.csv", PROCESS);
    let seen = look(&mut desk, &grant, LogReading::default());
    let fields: Vec<_> = seen.columns.iter().filter_map(|column| column.field.as_deref()).collect();
    let expected = ["target", "id", "action", "status", "segment", "person", "time"];
    assert_eq!(fields, expected, "every head is understood");
    assert_eq!((seen.rows, seen.accepted, seen.left_out, seen.duplicates), (6, 4, 2, 1), "counted");
    assert_eq!(seen.strangers[0].name, "Resource21", "nobody of the workspace, and most often");
    let before = size(&mut desk);
    let batch = take(&mut desk, &grant, LogReading::default()).unwrap();
    assert_eq!(size(&mut desk), before + 1, "one entry binds all rows");
    let listed = desk.batches(Nothing {}).unwrap().rows.remove(0);
    assert_eq!((listed.count, listed.rejected, listed.duplicates), (4, 2, 1), "as it was seen");
    assert_eq!(listed.first.as_deref(), Some("2026-10-11T13:45:40+02:00"), "its first row");
    assert_eq!(listed.empty_days, 28, "the days between with nothing on them");
    assert_eq!(listed.gaps.len(), 1, "in one run");
    let kept = rows(&mut desk, &batch, RowPart::Taken, 2);
    let second = [
        "case-1",
        "task-2",
        "T02 Check confirmation",
        "complete",
        "Group 4",
        "PER-0001",
        "2026-10-12T06:26:25.398Z",
    ];
    assert_eq!(
        kept[0],
        (2, 3, second.map(str::to_owned).to_vec()),
        "people by reference, times in UTC"
    );
    assert_eq!(kept[2].2[2], "T05, \"Print\"", "quotes are text");
    let left_out = rows(&mut desk, &batch, RowPart::Rejected, 1);
    let codes: Vec<_> =
        left_out.iter().map(|(_, line, cells)| (*line, cells[0].as_str())).collect();
    assert_eq!(codes, [(4, "duplicate"), (6, "time-missing")], "and stay with the batch, by line");
    holds(&mut desk, "rows and entry agree");
}

#[test]
fn the_same_file_is_taken_in_once_and_a_changed_one_refused() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("log.csv", PROCESS);
    let seen = look(&mut desk, &grant, LogReading::default());
    let batch = take(&mut desk, &grant, LogReading::default()).unwrap();
    let again = take(&mut desk, &grant, LogReading::default());
    assert_eq!(code(again), "batch-taken-in", "its actions would count twice");
    let known = look(&mut desk, &grant, LogReading::default());
    assert_eq!(known.taken_in_as.as_deref(), Some(batch.as_str()), "a preview says so before");
    room.write("log.csv", PROCESS.replace("task-5", "task-6"));
    let origin = LogOrigin { source: "Permits".into(), ..LogOrigin::default() };
    let wanted =
        ImportBatch { grant, sha256: Some(seen.sha256), reading: LogReading::default(), origin };
    assert_eq!(code(desk.import_batch(wanted)), "import-changed", "what was looked at counts");
    assert_eq!(desk.batches(Nothing {}).unwrap().rows.len(), 1, "and no row of it stays");
    holds(&mut desk, "nothing is left beside the ledger");
}

#[test]
fn columns_are_kept_masked_hashed_and_dropped_and_the_choice_is_remembered() {
    let room = Room::new();
    let mut desk = room.founded();
    let log = "When,What,Whom,Note,Amount\n2026-11-01T10:00:00Z,Publish,lead@acme.example,Secret,1\n\
               2026-11-02T10:00:00Z,Publish,lead@acme.example,Other,2\n";
    let grant = room.write("log.csv", log);
    let mut chosen = reading(&[
        ("When", Some("time")),
        ("Whom", Some("target")),
        ("Note", Some("approval-reason")),
        ("Amount", Some("after")),
    ]);
    chosen.treatments =
        [("target".to_owned(), Treatment::Hash), ("after".to_owned(), Treatment::Drop)].into();
    let batch = take(&mut desk, &grant, chosen).unwrap();
    let kept = rows(&mut desk, &batch, RowPart::Taken, 1);
    let cells = &kept[0].2;
    assert_eq!(cells.len(), 4, "the dropped column is not there");
    assert_eq!(cells[1], "Publish", "kept as it is");
    assert!(cells[2].starts_with('#') && cells[2] == kept[1].2[2], "the same cell, the same hash");
    assert_eq!(cells[3], "S…", "masked");
    drop(desk);
    for secret in ["lead@acme.example", "Secret"] {
        let found = files_with(room.folder.path(), secret);
        assert_eq!(found, [room.path("log.csv")], "{secret} lies in the log alone");
    }
    let mut desk = room.desk("first");
    let request = desk::operations::OpenWorkspace { grant: room.grant("desk.countersign") };
    desk.open_workspace(request).unwrap();
    let grant = room.write("next.csv", log.replace("2026-11", "2026-10"));
    let seen = look(&mut desk, &grant, LogReading::default());
    assert!(seen.remembered, "the next log of the same heads");
    let treated: Vec<_> =
        seen.columns.iter().map(|column| (column.field.as_deref(), column.treatment)).collect();
    assert_eq!(treated[2], (Some("target"), Treatment::Hash), "is read as the last one");
}

#[test]
fn what_was_hidden_once_stays_hidden_whatever_else_is_chosen_until_somebody_says_otherwise() {
    let room = Room::new();
    let mut desk = room.founded();
    let log = "Date,User,Action,Section,Display\n\
               2026-11-01T10:00:00Z,lead@acme.example,Publish,Users,Jo\n";
    let mut month = 11;
    let mut next = |desk: &mut Desk, reading: &LogReading| {
        let text = log.replace("2026-11", &format!("2026-{month:02}"));
        month -= 1;
        let grant = room.write("log.csv", text);
        let seen = look(desk, &grant, reading.clone());
        take(desk, &grant, reading.clone()).unwrap();
        let found = seen.columns.into_iter();
        found.map(|one| (one.field.unwrap_or_default(), one.treatment)).collect::<Vec<_>>()
    };
    let treat = |chosen: &[(&str, Treatment)]| {
        let chosen = chosen.iter().map(|(field, way)| ((*field).to_owned(), *way));
        LogReading { treatments: chosen.collect(), ..LogReading::default() }
    };
    let of = |seen: &[(String, Treatment)], field: &str| {
        seen.iter().find(|(one, _)| one == field).map(|(_, way)| *way)
    };
    next(&mut desk, &treat(&[("person", Treatment::Hash), ("system", Treatment::Drop)]));
    let columns =
        [("#1", "time"), ("#2", "person"), ("#3", "action"), ("#4", "system"), ("#5", "after")]
            .map(|(column, field)| (column, Some(field)));
    let seen = next(&mut desk, &reading(&columns));
    assert_eq!(
        of(&seen, "person"),
        Some(Treatment::Hash),
        "every column was given, none of its ways"
    );
    assert_eq!(of(&seen, "after"), Some(Treatment::Hash), "nothing was said of it, so as usual");
    let preset = Some(Preset::SalesforceSetupAudit);
    let seen = next(&mut desk, &LogReading { preset, ..LogReading::default() });
    assert_eq!(of(&seen, "system"), Some(Treatment::Drop), "a preset says which columns, not how");
    let seen = next(&mut desk, &treat(&[("system", Treatment::Mask)]));
    assert_eq!(of(&seen, "system"), Some(Treatment::Mask), "what is said now goes before");
    let seen = next(&mut desk, &LogReading::default());
    assert_eq!(of(&seen, "system"), Some(Treatment::Mask), "and is what is remembered");
    assert_eq!(of(&seen, "person"), Some(Treatment::Hash), "without the others being forgotten");
    let grant = room.write("log.csv", log);
    let reading = treat(&[("time", Treatment::Drop)]);
    assert_eq!(
        code(desk.preview_batch(PreviewBatch { grant, reading })),
        "bad-request",
        "never silently"
    );
}

#[test]
fn words_of_a_log_are_read_as_kinds_of_action_on_the_record_and_remembered() {
    use domain::workflow::ActionKind::{ChangeStage, Recommend};
    let room = Room::new();
    let mut desk = room.founded();
    let log = "Id,Time,Action\n1,2026-11-01T10:00:00Z,chat\n1,2026-11-01T10:00:00Z,execute_tool\n\
               2,2026-11-01T11:00:00Z,chat\n3,2026-11-01T12:00:00Z,sendExternalMessage\n\
               4,2026-11-01T13:00:00Z,Publish\n5,2026-11-01T14:00:00Z,\n1,2026-11-01T10:00:00Z,chat\n";
    let grant = room.write("log.csv", log);
    let seen = look(&mut desk, &grant, LogReading::default());
    let words: Vec<_> = seen
        .words
        .iter()
        .map(|one| (one.word.as_str(), one.rows, one.kind.map(|k| k.id())))
        .collect();
    let expected = [
        ("chat", 2, None),
        ("Publish", 1, Some("publish")),
        ("execute_tool", 1, None),
        ("sendExternalMessage", 1, Some("send-external-message")),
    ];
    assert_eq!(words, expected, "each word of the rows to take in, the most frequent first");
    assert_eq!(seen.unknown_kind, 4, "two that chat, one that executes, one that says nothing");
    let kinds = [("chat", Some(Recommend)), ("execute_tool", Some(Recommend))];
    let kinds = kinds.map(|(word, kind)| (word.to_owned(), kind));
    let told = LogReading { kinds: kinds.into(), ..LogReading::default() };
    assert_eq!(look(&mut desk, &grant, told.clone()).unknown_kind, 1, "but for what says nothing");
    let batch = take(&mut desk, &grant, told).unwrap();
    let kept = rows(&mut desk, &batch, RowPart::Taken, 1);
    let kept: Vec<_> = kept.iter().map(|(_, _, cells)| cells[2].as_str()).collect();
    let expected = ["recommend", "recommend", "recommend", "send-external-message", "Publish", ""];
    assert_eq!(kept, expected, "as ids; what the tests know as it stands is left");
    let shown = desk.batches(Nothing {}).unwrap().rows.remove(0);
    let read: Vec<_> =
        shown.kinds.iter().map(|one| (one.word.as_deref().unwrap(), one.kind.id())).collect();
    let expected = [
        ("chat", "recommend"),
        ("execute_tool", "recommend"),
        ("sendExternalMessage", "send-external-message"),
    ];
    assert_eq!(read, expected, "the entry says what stood in their place");
    assert_eq!(shown.duplicates, 1, "two words for one kind are not one row twice");
    holds(&mut desk, "rows and entry agree");
    let grant = room.write("log.csv", log.replace("2026-11", "2026-10"));
    let kinds = [("chat".to_owned(), Some(ChangeStage)), ("sendExternalMessage".to_owned(), None)];
    let told = LogReading { kinds: kinds.into(), ..LogReading::default() };
    let seen = look(&mut desk, &grant, told);
    let kinds: Vec<_> = seen.words.iter().map(|one| one.kind.map(|kind| kind.id())).collect();
    let expected = [Some("change-stage"), Some("publish"), Some("recommend"), None];
    assert_eq!(kinds, expected, "as before, but for what is said now, even that a word stays");
    let treatments = [("action".to_owned(), Treatment::Hash)].into();
    let hidden = LogReading { treatments, ..LogReading::default() };
    let seen = look(&mut desk, &grant, hidden);
    assert!(seen.words.is_empty() && seen.unknown_kind == 6, "a hidden word is read as nothing");
}

#[test]
fn the_zone_of_a_log_is_remembered_once_it_was_chosen() {
    let room = Room::new();
    let mut desk = room.founded();
    let log = "Time,Action\n2026-11-01 10:00,Publish\n";
    let first = |seen: &BatchPreview| (seen.zone.clone(), seen.kept[0].cells[0].clone());
    let grant = room.write("log.csv", log);
    let seen = look(&mut desk, &grant, LogReading::default());
    let here = ("Europe/Berlin".to_owned(), "2026-11-01T09:00:00.000Z".to_owned());
    assert_eq!(first(&seen), here, "in the workspace's zone where nothing is said");
    let told = LogReading { zone: Some("Asia/Tokyo".into()), ..LogReading::default() };
    take(&mut desk, &grant, told).unwrap();
    let grant = room.write("log.csv", log.replace("2026-11-01", "2026-11-02"));
    let seen = look(&mut desk, &grant, LogReading::default());
    let there = ("Asia/Tokyo".to_owned(), "2026-11-02T01:00:00.000Z".to_owned());
    assert_eq!(first(&seen), there, "the next log of the same heads is of the same zone");
    let grant = room.write("other.csv", log.replace("Action", "Kind of action"));
    let seen = look(&mut desk, &grant, LogReading::default());
    assert_eq!(seen.zone, "Europe/Berlin", "a log of other heads is not");
}

#[test]
fn dates_that_can_be_read_either_way_are_asked_about() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant =
        room.write("log.csv", "Time,Action\n03/04/2026 10:00,Publish\n05/06/2026 11:00,Publish\n");
    let seen = look(&mut desk, &grant, LogReading::default());
    assert!(seen.asks_order, "the third of April or the fourth of March");
    assert_eq!(
        (seen.accepted, seen.rejected[0].code.as_str()),
        (0, "day-or-month"),
        "none is guessed"
    );
    assert_eq!(code(take(&mut desk, &grant, LogReading::default())), "batch-empty", "nor taken in");
    let told = LogReading { day_first: Some(true), ..LogReading::default() };
    let seen = look(&mut desk, &grant, told);
    assert_eq!(seen.kept[0].cells[0], "2026-04-03T08:00:00.000Z", "as it was told");
    let grant =
        room.write("log.csv", "Time,Action\n03/04/2026 10:00,Publish\n25/06/2026 11:00,Publish\n");
    let seen = look(&mut desk, &grant, LogReading::default());
    assert_eq!(
        (seen.accepted, seen.day_first),
        (2, Some(true)),
        "there is no month 25, so the log tells"
    );
    let batch = take(&mut desk, &grant, LogReading::default()).unwrap();
    let kept = rows(&mut desk, &batch, RowPart::Taken, 1);
    assert_eq!(kept[0].2[0], "2026-04-03T08:00:00.000Z", "without a look before it, too");
    assert_eq!(desk.batches(Nothing {}).unwrap().rows.len(), 1, "though it was read twice");
    holds(&mut desk, "nothing of the first reading is left");
}

#[test]
fn a_preset_reads_the_columns_of_its_system_and_a_choice_by_hand_goes_before_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let trail = "Date,User,Source Namespace Prefix,Action,Section,Delegate User\n\
                 2026-11-01T10:00:00Z,maren okafor,,Changed a profile,Manage Users,\n";
    let grant = room.write("trail.csv", trail);
    let fields = |seen: &BatchPreview| -> Vec<String> {
        seen.columns.iter().map(|column| column.field.clone().unwrap_or_default()).collect()
    };
    let preset = Some(Preset::SalesforceSetupAudit);
    let reading = LogReading { preset, ..LogReading::default() };
    let seen = look(&mut desk, &grant, reading.clone());
    let expected = ["time", "person", "source-system", "action", "system", ""];
    assert_eq!(fields(&seen), expected, "as the system is known");
    assert_eq!(seen.kept[0].cells[1], "PER-0001", "and people are found");
    let by_hand = [("Section".to_owned(), Some("segment".to_owned()))].into();
    let told = LogReading { columns: by_hand, ..reading.clone() };
    assert_eq!(fields(&look(&mut desk, &grant, told))[4], "segment", "as it was told");
    take(&mut desk, &grant, reading).unwrap();
    room.write("trail.csv", trail.replace("2026-11", "2026-10"));
    let next = look(&mut desk, &grant, LogReading::default());
    assert!(next.remembered, "the next one of the same heads");
    assert_eq!(fields(&next), expected, "needs no preset to be named");
}

#[test]
fn awkward_files_lose_no_good_row_and_name_every_bad_one() {
    let head = "Time,Action,Person\n";
    let good = "2026-11-01T10:00:00Z,Publish,Ann\n";
    let wide = |text: String| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let long = format!("2026-11-01T10:00:00Z,{},Ann\n", "x".repeat(10 << 20));
    let latin = b"Time;Action;Person\n2026-11-01T10:00:00Z;Publish;Ren\xE9\n2026-11-02T10:00:00Z;Publish;H\xE9l\xE8ne\n";
    let (shift, ..) = (b"Time,Action,Person\n2026-11-01T10:00:00Z,\x83\x81\x81[\x83\x8b\x82\xcc\x89\xba\x8f\x91\x82\xab,\x93c\x92\x86\x82\xb3\x82\xf1\n2026-11-02T10:00:00Z,\x83\x8a\x81[\x83h\x82\xcc\x95]\x89\xbf,\x97\xe9\x96\xd8\x82\xb3\x82\xf1\n".to_vec(), ());
    let cases: Vec<(&str, Vec<u8>, u64, &[&str])> = vec![
        ("ragged rows", format!("{head}{good}2026-11-01,Publish\n1,2,3,4\n{good}").into(), 2, &["too-few-cells", "too-many-cells"]),
        ("a stray quote", format!("{head}2026-11-01T10:00:00Z,\"Pub\" lish,Ann\n{good}2026-11-01T11:00:00Z,\"Publish,Ann\n{good}").into(), 2, &["text-after-quote", "quote-never-closed"]),
        ("NUL bytes", format!("{head}{good}2026-11-01T10:00:00Z,Pub\0lish,Ann\n").into(), 1, &["unreadable-character"]),
        ("a field of 10 MB", format!("{head}{good}{long}{good}").into(), 2, &["cell-too-long"]),
        ("mixed line ends", format!("{}\r\n{}\r{}", head.trim(), good.trim(), good).into(), 2, &[]),
        ("Windows-1252", latin.to_vec(), 2, &[]),
        ("Shift-JIS", shift, 2, &[]),
        ("UTF-16", wide(format!("{head}{good}{good}")), 2, &[]),
        ("formulas", format!("{head}2026-11-01T10:00:00Z,=HYPERLINK(1),@SUM(1)\n").into(), 1, &[]),
        ("blank lines", format!("\n\n{head}\n{good},,\n\n{good}").into(), 2, &[]),
    ];
    let room = Room::new();
    let mut desk = room.founded();
    for (name, bytes, accepted, codes) in cases {
        let grant = room.write("awkward.csv", &bytes);
        let seen = look(&mut desk, &grant, LogReading::default());
        assert_eq!(seen.accepted, accepted, "{name}: {:?}", seen.rejected);
        let found: Vec<_> = seen.rejected.iter().map(|bad| bad.code.as_str()).collect();
        assert_eq!(found, codes, "{name}");
        take(&mut desk, &grant, LogReading::default()).unwrap();
    }
    for (name, bytes) in [
        ("empty", b"".to_vec()),
        ("blank", b"\n \n".to_vec()),
        ("a JPEG", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec()),
    ] {
        let grant = room.write("no-table.csv", bytes);
        let refused = desk.preview_batch(PreviewBatch { grant, reading: LogReading::default() });
        assert_eq!(code(refused), "import-unreadable", "{name}");
    }
    let grant = room.write("timeless.csv", "Action,Person\nPublish,Ann\n");
    let seen = look(&mut desk, &grant, LogReading::default());
    assert_eq!(
        (seen.rows, seen.columns.len()),
        (0, 2),
        "without a time its columns are shown to choose from"
    );
    holds(&mut desk, "every batch is bound");
}

#[test]
fn rejected_rows_leave_as_csv_and_the_rows_of_a_batch_by_a_recorded_purge() {
    let room = Room::new();
    let mut desk = room.founded();
    let source = room.write("log.csv", PROCESS);
    let grant = room.grant("rejected.csv");
    let request =
        SaveRejectedActions { source: source.clone(), reading: LogReading::default(), grant };
    desk.save_rejected_actions(request).unwrap();
    let saved = std::fs::read_to_string(room.path("rejected.csv")).unwrap();
    assert_eq!(saved.lines().count(), 3, "a head and two rows: {saved}");
    let batch = take(&mut desk, &source, LogReading::default()).unwrap();
    let purge = |why: &str| PurgeBatch { batch: batch.clone(), why: why.to_owned() };
    assert_eq!(code(desk.purge_batch(purge(" "))), "blank", "it takes a reason");
    let left = desk.purge_batch(purge("kept for a year")).unwrap().rows.remove(0);
    assert!(left.purged.is_some() && left.count == 4, "the batch stays, and what it held is known");
    assert_eq!(rows(&mut desk, &batch, RowPart::Taken, 1), [], "its rows are gone");
    holds(&mut desk, "and nothing is missing that was not purged");
    assert_eq!(code(take(&mut desk, &source, LogReading::default())), "done", "it may come again");
}

#[test]
fn what_is_purged_is_gone_for_any_past_moment_and_no_test_says_that_nothing_fails() {
    let room = Room::new();
    let mut desk = room.founded();
    let source = room.write("log.csv", PROCESS);
    let batch = take(&mut desk, &source, LogReading::default()).unwrap();
    let then = size(&mut desk).to_string();
    desk.purge_batch(PurgeBatch { batch: batch.clone(), why: "kept for a year".into() }).unwrap();
    desk.look_back(LookBack { as_of: then }).unwrap();
    assert_eq!(code(desk.population(PopulationQuery { batch })), "batch-purged");
}

/// Asks to stop as soon as anything is told.
#[derive(Clone, Default)]
struct Stops(Arc<AtomicU64>, Arc<std::sync::Mutex<Option<desk::Beside>>>);

impl Progress for Stops {
    fn report(&self, what: &str, _: u64, _: u64) {
        if what == "import_batch" {
            self.0.fetch_add(1, Ordering::SeqCst);
            if let Some(beside) = self.1.lock().unwrap().as_ref() {
                let _ = beside.cancel(Nothing {});
            }
        }
    }
}

#[test]
fn an_import_that_is_stopped_leaves_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    let mut log = "Time,Action\n".to_owned();
    for n in 0..20_000 {
        log += &format!("2026-11-01T10:00:00Z,Action {n}\n");
    }
    let grant = room.write("long.csv", log);
    let stops = Stops::default();
    desk = desk.with_progress(stops.clone());
    *stops.1.lock().unwrap() = Some(desk.beside());
    let before = size(&mut desk);
    assert_eq!(
        code(take(&mut desk, &grant, LogReading::default())),
        "cancelled",
        "somebody asked to"
    );
    assert!(stops.0.load(Ordering::SeqCst) > 0, "it told how far it was");
    assert_eq!(size(&mut desk), before, "no entry");
    assert_eq!(desk.batches(Nothing {}).unwrap().rows.len(), 0, "no batch");
    holds(&mut desk, "and no row beside the ledger");
}

#[test]
fn what_hides_cells_leaves_in_no_pack_and_shows_on_no_screen() {
    let room = Room::new();
    let mut desk = room.founded();
    let source = room.write("log.csv", PROCESS);
    take(&mut desk, &source, LogReading::default()).unwrap();
    let entry = size(&mut desk);
    let (grant, without_rows) = (room.grant("pack.zip"), true);
    desk.export_pack(ExportPack { grant, without_rows, ..ExportPack::default() }).unwrap();
    let proof = desk.verify_file(&room.path("pack.zip"), &Verify::default()).unwrap();
    assert!(proof.faults.is_empty(), "{:?}", proof.faults);
    assert_eq!(
        proof.texts.2, 2,
        "without its rows, its salt and its key are withheld, and said to be"
    );
    let log = desk.log(LogQuery::default()).unwrap().rows;
    let row = log.iter().find(|row| row.entry == entry).unwrap();
    let told: Vec<&str> = row.texts.iter().map(|text| text.path.as_str()).collect();
    assert!(told.contains(&"/event/origin/source"), "the change log shows what it says: {told:?}");
    assert!(!told.iter().any(|path| ["/event/salt", "/event/key"].contains(path)), "{told:?}");
    let shown = serde_json::to_string(&desk.entry(EntryQuery { entry }).unwrap()).unwrap();
    assert!(!shown.contains("Salt") && !shown.contains("\"Key\""), "nor what it changed: {shown}");
}
