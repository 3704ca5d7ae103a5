//! Reports and packs: pages that are looked at before they leave, and what has left.

use desk::operations::{
    DecisionForm, ExportDecision, ExportOperatingModel, ExportPolicy, ExportPostmortem,
    ExportSample, ExportSponsor, LeftQuery, LookBack, Nothing, Paper, PreviewReport, ReviewQuery,
    SampleForm, SettingGiven, Written,
};
use desk::{Desk, Problem};
use domain::decision::DecisionKind;
use domain::exception::{Kind, Severity};
use domain::sample::Size;
use ledger::encoding::from_base64;
use lopdf::{Document, Object};

use crate::exceptions::{report, resolve};
use crate::samples::{batch, planning};
use crate::support::*;

/// A policy that a workspace begins with, as a draft.
const POLICY: &str = "POL-0001";

/// The reports that hang on no record.
const OF_THE_DESK: [Paper; 6] = [
    Paper::Register,
    Paper::OperatingModel,
    Paper::Raci,
    Paper::Sponsor,
    Paper::Audit,
    Paper::Coverage,
];

pub fn looked_at(desk: &mut Desk, paper: Paper, of: Option<&str>) -> Document {
    let of = of.map(str::to_owned);
    let pages = desk.preview_report(PreviewReport { paper, of }).unwrap();
    Document::load_mem(&from_base64(&pages.pdf).unwrap()).unwrap()
}

/// What a report says of itself that a search goes by: its head and its version.
fn keywords(pdf: &Document) -> String {
    let about = pdf.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let words = pdf.get_dictionary(about).unwrap().get(b"Keywords").unwrap();
    lopdf::decode_text_string(words).unwrap()
}

/// The text of every page, but for the foot's version.
pub fn words(pdf: &Document) -> String {
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    let all = pdf.extract_text(&pages).unwrap();
    assert!(all.contains("Northwind"), "every page can be read: {all:?}");
    all.replace("Export 1", "").replace("Preview", "")
}

fn files(room: &Room) -> Vec<std::ffi::OsString> {
    let mut names: Vec<_> = std::fs::read_dir(room.folder.path())
        .unwrap()
        .map(|one| one.unwrap().file_name())
        .collect();
    names.sort();
    names
}

#[test]
fn a_preview_leaves_no_entry_and_no_file() {
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Lists builder");
    let (entries, there) = (size(&mut desk), files(&room));
    for paper in OF_THE_DESK {
        let pdf = looked_at(&mut desk, paper, None);
        assert!(!pdf.get_pages().is_empty(), "{paper:?} has pages");
        assert_eq!((size(&mut desk), files(&room)), (entries, there.clone()), "{paper:?}");
    }
}

#[test]
fn a_preview_shows_the_pages_that_would_leave_and_claims_no_number() {
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Lists builder");
    let models = looked_at(&mut desk, Paper::OperatingModel, None);
    let grant = room.grant("model.pdf");
    desk.export_operating_model(ExportOperatingModel { grant, as_of: None }).unwrap();
    let left = Document::load(room.path("model.pdf")).unwrap();
    assert_eq!(words(&models), words(&left), "the pages are those that leave");
    assert!(keywords(&left).contains("export 1,"), "the export is the first");
    assert!(keywords(&models).contains(", preview,"), "no export is on record that it could be");
    assert_eq!(keywords(&models).replace("preview", "export 1"), keywords(&left), "same head");
}

/// Compares what is looked at with what leaves.
fn looks_as_it_leaves(
    room: &Room,
    desk: &mut Desk,
    (paper, of): (Paper, &str),
    leave: impl FnOnce(&mut Desk, String) -> Result<Written, Problem>,
) {
    let shown = looked_at(desk, paper, Some(of));
    let written = leave(desk, of.to_owned()).unwrap();
    let left = Document::load(room.path(&written.name)).unwrap();
    assert_eq!(words(&shown), words(&left), "the pages of {of} are those that leave");
}

#[test]
fn the_preview_of_a_policy_shows_the_pages_that_would_leave() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, POLICY);
    looks_as_it_leaves(&room, &mut desk, (Paper::Policy, POLICY), |desk, policy| {
        let grant = room.grant("policy.pdf");
        desk.export_policy(ExportPolicy { policy, version: None, grant })
    });
}

#[test]
fn the_preview_of_a_decision_shows_the_pages_that_would_leave() {
    let room = Room::new();
    let mut desk = room.founded();
    adopt_policy(&mut desk, POLICY);
    looks_as_it_leaves(&room, &mut desk, (Paper::Decision, "DEC-0001"), |desk, decision| {
        let (form, grant) = (DecisionForm::Pdf, room.grant("decision.pdf"));
        desk.export_decision(ExportDecision { decision, form, withhold_words: false, grant })
    });
}

#[test]
fn the_preview_of_a_postmortem_shows_the_pages_that_would_leave() {
    let room = Room::new();
    let mut desk = room.founded();
    let exception = report(&mut desk, Kind::OutputError, Severity::High).exception;
    resolve(&mut desk, &exception);
    learn(&mut desk, &exception);
    looks_as_it_leaves(&room, &mut desk, (Paper::Postmortem, &exception), |desk, exception| {
        let grant = room.grant("postmortem.pdf");
        desk.export_postmortem(ExportPostmortem { exception, grant })
    });
}

#[test]
fn a_policy_is_offered_while_it_is_in_force() {
    let room = Room::new();
    let mut desk = room.founded();
    let offered = |desk: &mut Desk| {
        let records = desk.reports(Nothing {}).unwrap().records.into_iter();
        let policies = records.filter(|one| one.paper == Paper::Policy);
        policies.map(|one| (one.of, one.title)).collect::<Vec<_>>()
    };
    assert_eq!(offered(&mut desk), [], "no draft is");
    adopt_policy(&mut desk, POLICY);
    let title = Some("Acceptable use of AI in sales".to_owned());
    assert_eq!(offered(&mut desk), [(POLICY.to_owned(), title)], "the one that was adopted");
    let given = SettingGiven::PolicyRetired { policy: POLICY.into() };
    set_by_two(&mut desk, DecisionKind::PolicyAdoption, given);
    assert_eq!(offered(&mut desk), [], "nor is one that was retired");
}

#[test]
fn a_preview_of_the_past_shows_what_stood_then() {
    let room = Room::new();
    let mut desk = room.founded();
    let then = size(&mut desk);
    found_live(&mut desk, &room, "Lists builder");
    desk.look_back(LookBack { as_of: then.to_string() }).unwrap();
    let request = PreviewReport { paper: Paper::Register, of: None };
    assert_eq!(desk.preview_report(request).unwrap().as_of, then);
    let head = format!("ledger head {then}:");
    assert!(keywords(&looked_at(&mut desk, Paper::Register, None)).contains(&head));
}

#[test]
fn whoever_may_read_may_look_at_a_report_though_nobody_is_signed_in() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.lock(Nothing {}).unwrap();
    for paper in OF_THE_DESK {
        looked_at(&mut desk, paper, None);
    }
    let grant = room.grant("sponsor.pdf");
    let export = desk.export_sponsor(ExportSponsor { period: None, grant });
    assert_eq!(code(export), "locked", "but nothing leaves");
}

#[test]
fn a_report_of_a_record_asks_which_and_refuses_what_is_not_there() {
    let room = Room::new();
    let mut desk = room.founded();
    let mut ask = |paper, of: Option<&str>| {
        let of = of.map(str::to_owned);
        code(desk.preview_report(PreviewReport { paper, of }))
    };
    let of_records =
        [Paper::Minutes, Paper::Decision, Paper::Workpaper, Paper::Postmortem, Paper::Policy];
    for paper in of_records {
        assert_eq!(ask(paper, None), "bad-request", "{paper:?} of nothing");
    }
    assert_eq!(ask(Paper::Decision, Some("DEC-0009")), "unknown");
    assert_eq!(ask(Paper::Postmortem, Some("EXC-0009")), "unknown");
    assert_eq!(ask(Paper::Policy, Some("POL-0009")), "unknown");
}

#[test]
fn the_minutes_of_a_closed_review_are_offered_and_can_be_looked_at() {
    let room = Room::new();
    let mut desk = room.founded();
    assert_eq!(desk.reports(Nothing {}).unwrap().records, [], "nothing has pages of its own yet");
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    let offered = desk.reports(Nothing {}).unwrap().records;
    let names: Vec<(Paper, &str)> = offered.iter().map(|one| (one.paper, &*one.of)).collect();
    assert_eq!(names, [(Paper::Minutes, REVIEW)]);
    looked_at(&mut desk, Paper::Minutes, Some(REVIEW));
}

#[test]
fn reports_of_a_quarter_are_offered_from_the_one_in_which_the_workspace_began() {
    let room = Room::new();
    let mut desk = room.founded();
    assert_eq!(desk.reports(Nothing {}).unwrap().quarters, ["2026-Q4"]);
    room.clock.set(at("2027-04-02T07:00:00Z"));
    assert_eq!(desk.reports(Nothing {}).unwrap().quarters, ["2027-Q2", "2027-Q1", "2026-Q4"]);
}

#[test]
fn what_has_left_is_told_newest_first_with_what_it_was_about() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    let grant = room.grant("sponsor.pdf");
    desk.export_sponsor(ExportSponsor { period: None, grant }).unwrap();
    let copied = desk.minutes_copied(ReviewQuery { review: REVIEW.into() }).unwrap();
    let left = desk.exports_left(LeftQuery::default()).unwrap();
    let told: Vec<(&str, &str, Option<&str>, Option<&str>)> = left
        .rows
        .iter()
        .map(|row| (&*row.what, &*row.form, row.about.as_deref(), row.period.as_deref()))
        .collect();
    let wanted = [("minutes", "md", Some(REVIEW), None), ("sponsor", "pdf", None, Some("2026-Q4"))];
    assert_eq!(told, wanted);
    assert_eq!((left.all, left.more), (2, false));
    assert_eq!(left.rows[0].by_name, "Maren Okafor");
    assert_eq!(Some(left.rows[0].entry), copied.entry, "each names the entry that records it");
}

#[test]
fn what_left_after_a_past_moment_is_not_told_of_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let then = size(&mut desk);
    let grant = room.grant("sponsor.pdf");
    desk.export_sponsor(ExportSponsor { period: None, grant }).unwrap();
    desk.look_back(LookBack { as_of: then.to_string() }).unwrap();
    let left = desk.exports_left(LeftQuery::default()).unwrap();
    assert_eq!((left.rows, left.all), (Vec::new(), 0));
}

#[test]
fn more_than_a_page_of_what_has_left_is_told_a_page_at_a_time() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    for _ in 0..61 {
        desk.minutes_copied(ReviewQuery { review: REVIEW.into() }).unwrap();
    }
    let first = desk.exports_left(LeftQuery::default()).unwrap();
    assert_eq!((first.rows.len(), first.all, first.more), (60, 61, true));
    let before = first.rows.last().map(|row| row.entry);
    let rest = desk.exports_left(LeftQuery { before }).unwrap();
    assert_eq!((rest.rows.len(), rest.all, rest.more), (1, 61, false));
}

#[test]
fn a_part_of_a_sample_that_left_is_told_with_the_sample() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 20);
    let sample = desk.plan_sample(planning(&batch, Size::Number { rows: 5 })).unwrap().row.sample;
    let (form, grant) = (SampleForm::Items, room.grant("items.csv"));
    desk.export_sample(ExportSample { sample: sample.clone(), form, grant }).unwrap();
    let left = desk.exports_left(LeftQuery::default()).unwrap().rows;
    assert_eq!((&*left[0].what, &left[0].about), ("items", &Some(sample.clone())));
    let offered = desk.reports(Nothing {}).unwrap().records;
    assert!(offered.iter().any(|one| one.paper == Paper::Workpaper && one.of == sample));
    looked_at(&mut desk, Paper::Workpaper, Some(&sample));
}
