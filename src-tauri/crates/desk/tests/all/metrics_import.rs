//! Taking values of metrics in.

use desk::Desk;
use desk::operations::{
    ExportMetrics, ImportMetrics, MetricQuery, MetricsImported, PreviewMetrics, SaveRejectedMetrics,
};
use domain::workspace::startup;

use crate::support::*;

const VALUES: &str = "Metric,Period,Value\nOpens,2026-W45,41.5\nMET-0002,2026-W46,42\n\
     Replies,2026-11-09,3.1\nNo such thing,2026-W46,1\nOpens,2026-W48,1\nOpens,2026-11,1\n\
     Opens,2026-W44,high\n";

fn take(desk: &mut Desk, room: &Room, correct_because: &str) -> MetricsImported {
    let (grant, correct_because) = (room.grant("values.csv"), correct_because.to_owned());
    desk.import_metrics(ImportMetrics { grant, sha256: None, correct_because }).unwrap()
}

fn shown(desk: &mut Desk, slug: &str) -> Vec<(String, String)> {
    let metric = startup::metric(slug).unwrap().to_string();
    let view = desk.metric(MetricQuery { metric, as_of: None }).unwrap();
    let valued = view.points.into_iter().filter_map(|point| Some((point.period, point.shown?)));
    valued.collect()
}

#[test]
fn a_preview_writes_nothing_and_says_what_becomes_of_every_value() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = (size(&mut desk), std::fs::read(room.workspace()).unwrap());
    let grant = room.write("values.csv", VALUES);
    let preview = desk.preview_metrics(PreviewMetrics { grant }).unwrap();
    let accepted: Vec<_> = preview
        .accepted
        .iter()
        .map(|value| (value.metric.as_str(), value.period.as_str()))
        .collect();
    let expected = [("MET-0002", "2026-W45"), ("MET-0002", "2026-W46"), ("MET-0003", "2026-W46")];
    assert_eq!(accepted, expected, "by reference, by name, and a week by its Monday");
    let rejected: Vec<_> =
        preview.rejected.iter().map(|bad| (bad.line, bad.code.as_str())).collect();
    let expected = [(5, "unknown"), (6, "period-ahead"), (7, "not-a-period"), (8, "not-a-number")];
    assert_eq!(rejected, expected, "each by its line");
    let after = (size(&mut desk), std::fs::read(room.workspace()).unwrap());
    assert_eq!(after, before, "byte for byte");
}

#[test]
fn what_is_known_is_skipped_and_what_differs_wants_a_reason() {
    let room = Room::new();
    let mut desk = room.founded();
    room.write("values.csv", "Metric,2026-W45,2026-W46\nOpens,41,42\nReplies,,3.1\n");
    let done = take(&mut desk, &room, "");
    assert_eq!((done.recorded, done.same), (3, 0), "an empty cell is missing, not zero");
    room.write("values.csv", "Metric,2026-W45,2026-W46\nOpens,41.0,43\nReplies,2.9,3.1\n");
    let done = take(&mut desk, &room, "");
    assert_eq!((done.recorded, done.same), (1, 2), "41.0 is 41");
    assert_eq!(done.differing.len(), 1, "43 is not 42");
    assert_eq!(done.differing[0].known, "42\u{202f}%", "what stands is told");
    let opens = |desk: &mut Desk| shown(desk, "opens").pop().unwrap().1;
    assert_eq!(opens(&mut desk), "42\u{202f}%", "nothing was overwritten");
    let done = take(&mut desk, &room, "the export had left Friday out");
    assert_eq!((done.corrected, done.differing.len()), (1, 0), "with a reason it is corrected");
    assert_eq!(opens(&mut desk), "43\u{202f}%", "and stands from then on");
    holds(&mut desk, "three imports are on the record");
}

#[test]
fn the_same_file_is_recognised_and_a_changed_one_refused() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("values.csv", VALUES);
    let look =
        |desk: &mut Desk| desk.preview_metrics(PreviewMetrics { grant: grant.clone() }).unwrap();
    let preview = look(&mut desk);
    assert_eq!(preview.taken_in_before, None, "it is new");
    let entry = size(&mut desk) + 1;
    take(&mut desk, &room, "");
    assert_eq!(look(&mut desk).taken_in_before, Some(entry), "by the entry that took it in");
    assert_eq!(look(&mut desk).same, 3, "and every value is known");
    room.write("values.csv", "Metric,Period,Value\nOpens,2026-W45,99\n");
    let request = ImportMetrics {
        grant: grant.clone(),
        sha256: Some(preview.sha256),
        correct_because: String::new(),
    };
    assert_eq!(code(desk.import_metrics(request)), "import-changed", "what was looked at counts");
}

#[test]
fn rejected_rows_and_the_list_leave_as_csv() {
    let room = Room::new();
    let mut desk = room.founded();
    let source = room.write("values.csv", VALUES);
    take(&mut desk, &room, "");
    let grant = room.grant("rejected.csv");
    desk.save_rejected_metrics(SaveRejectedMetrics { source, grant }).unwrap();
    let rejected = std::fs::read_to_string(room.path("rejected.csv")).unwrap();
    assert_eq!(rejected.lines().count(), 5, "a head and four rows");
    let before = size(&mut desk);
    let grant = room.grant("metrics.csv");
    let written = desk.export_metrics(ExportMetrics { as_of: None, grant }).unwrap();
    assert_eq!(written.entry, Some(before + 1), "an export is on the record");
    let list = std::fs::read_to_string(room.path("metrics.csv")).unwrap();
    let opens = list.lines().find(|line| line.starts_with("MET-0002,")).unwrap();
    assert!(opens.contains("Opens,Business,42\u{202f}%,W46"), "as it is seen: {opens}");
}
