//! Taking inventories in.

use desk::operations::{
    ImportReading, ImportWorkflows, PreviewImport, RegisterQuery, SaveRejected, WorkflowQuery,
};
use domain::workflow::Phase;
use proptest::prelude::*;

use crate::support::*;

#[test]
fn a_preview_writes_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = (size(&mut desk), std::fs::read(room.workspace()).unwrap());
    let grant = room.write("inventory.csv", "Name,Status\nLead scoring,live\nRouting,asleep\n");
    let preview = desk.preview_import(PreviewImport::of(grant)).unwrap();
    assert_eq!((preview.accepted.len(), preview.rejected.len()), (1, 1), "one good, one bad");
    assert_eq!(preview.rejected[0].line, 3, "the bad one by its line");
    assert_eq!(
        (size(&mut desk), std::fs::read(room.workspace()).unwrap()),
        before,
        "byte for byte"
    );
    assert!(desk.register(RegisterQuery::default()).unwrap().workflows.is_empty(), "no workflow");
}

#[test]
fn a_word_that_is_not_known_is_told_beside_the_row_that_is_taken_in() {
    let room = Room::new();
    let mut desk = room.founded();
    let rows = "Name,Phase,Kind,Data risks\n\
                Lead scoring,Nowhere,Magic,secret sauce\n\
                Routing,Prospecting,,personal data\n";
    let grant = room.write("inventory.csv", rows);
    let preview = desk.preview_import(PreviewImport::of(grant.clone())).unwrap();
    assert_eq!((preview.accepted.len(), preview.rejected.len()), (2, 0), "both are taken in");
    let noted: Vec<_> = preview
        .noted
        .iter()
        .map(|note| (note.line, note.column.as_deref().unwrap(), note.row.as_str()))
        .collect();
    let of = |column| (2, column, "Lead scoring");
    assert_eq!(noted, [of("Phase"), of("Kind"), of("Data risks")], "cell by cell");
    for (note, word) in preview.noted.iter().zip(["Nowhere", "Magic", "secret sauce"]) {
        assert_eq!(note.code, "not-recognised");
        assert!(note.says.contains(&format!("“{word}”")), "{}", note.says);
        assert!(note.says.contains("of: ") || note.says.contains("risks: "), "{}", note.says);
        assert!(note.says.ends_with(". The field is left empty."), "{}", note.says);
    }
    let done = desk.import_workflows(ImportWorkflows::of(grant.clone())).unwrap();
    assert_eq!((done.registered, done.noted.len()), (2, 3), "and told again once it is done");
    let again = desk.preview_import(PreviewImport::of(grant)).unwrap();
    assert!(again.noted.is_empty(), "of a row that is skipped there is nothing to tell");
}

#[test]
fn a_word_that_is_not_known_changes_nothing_that_is_and_says_so() {
    let room = Room::new();
    let mut desk = room.founded();
    let first =
        room.write("first.csv", "Name,Phase,Owner\nLead scoring,Campaign execution,Maren Okafor\n");
    desk.import_workflows(ImportWorkflows::of(first)).unwrap();
    let rows = "Name,Phase,Owner,Vendor\nLead scoring,Nowhere,TBD,=Acme\n";
    let grant = room.write("second.csv", rows);
    let wanted = ImportWorkflows { update: true, ..ImportWorkflows::of(grant) };
    let done = desk.import_workflows(wanted).unwrap();
    let says: Vec<_> = done.noted.iter().map(|note| note.says.as_str()).collect();
    let count = |words: &str| says.iter().filter(|says| says.ends_with(words)).count();
    assert_eq!(count(". The field stays as it is on the register."), 2, "{says:?}");
    assert_eq!(count("it is kept as text."), 1, "the formula is taken in: {says:?}");
    let row = &done.register.workflows[0];
    let known = (row.phase, row.owner_person.as_deref());
    assert_eq!(known, (Some(Phase::CampaignExecution), Some("PER-0001")), "what is known");
}

#[test]
fn a_word_that_is_not_known_is_told_though_its_row_changes_nothing_else() {
    let room = Room::new();
    let mut desk = room.founded();
    let first = room.write("first.csv", "Name,Next review\nLead scoring,2027-01-02\n");
    desk.import_workflows(ImportWorkflows::of(first)).unwrap();
    let grant = room.write("second.csv", "Name,Next review\nLead scoring,31/31/2026\n");
    let wanted = ImportWorkflows { update: true, ..ImportWorkflows::of(grant) };
    let done = desk.import_workflows(wanted).unwrap();
    assert_eq!((done.updated, done.skipped), (0, 1), "nothing of it changes");
    let [note] = done.noted.as_slice() else { panic!("one note: {:?}", done.noted) };
    assert!(note.says.ends_with("The field stays as it is on the register."), "{}", note.says);
}

#[test]
fn what_is_on_the_register_is_skipped_by_name() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name\nLead scoring\nRouting\n");
    let take = |desk: &mut desk::Desk| {
        let done = desk.import_workflows(ImportWorkflows::of(grant.clone()));
        done.map(|done| (done.registered, done.skipped)).unwrap()
    };
    assert_eq!(take(&mut desk), (2, 0), "both are new");
    assert_eq!(take(&mut desk), (0, 2), "both are known");
    room.write("inventory.csv", "Name\n LEAD  scoring \nForecast\n");
    assert_eq!(take(&mut desk), (1, 1), "however the name is spelled");
    assert_eq!(desk.register(RegisterQuery::default()).unwrap().workflows.len(), 3, "three in all");
    holds(&mut desk, "three imports are on the record");
}

#[test]
fn the_same_file_is_recognised() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name\nLead scoring\n");
    let before = |desk: &mut desk::Desk| {
        desk.preview_import(PreviewImport::of(grant.clone())).unwrap().taken_in_before
    };
    assert_eq!(before(&mut desk), None, "it is new");
    let entry = size(&mut desk) + 1;
    desk.import_workflows(ImportWorkflows::of(grant.clone())).unwrap();
    assert_eq!(before(&mut desk), Some(entry), "by the entry that took it in");
}

#[test]
fn a_file_that_changed_after_the_preview_is_not_taken_in() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name\nLead scoring\n");
    let sha256 = Some(desk.preview_import(PreviewImport::of(grant.clone())).unwrap().sha256);
    room.write("inventory.csv", "Name\nLead scoring\nSomething slipped in\n");
    let before = size(&mut desk);
    let taken = desk.import_workflows(ImportWorkflows { sha256, ..ImportWorkflows::of(grant) });
    assert_eq!(code(taken), "import-changed", "what was looked at is what is taken in");
    assert_eq!(size(&mut desk), before, "nothing was written");
}

#[test]
fn what_is_no_inventory_is_refused_whole() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = size(&mut desk);
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("no-name-column.csv", b"Colour,Size\nred,4\n"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
    ] {
        let grant = room.write(name, bytes);
        let taken = desk.import_workflows(ImportWorkflows::of(grant));
        assert_eq!(code(taken), "import-unreadable", "{name}");
        assert_eq!(size(&mut desk), before, "{name}: nothing was written");
    }
    let missing = ImportWorkflows::of(room.grant("missing.csv"));
    assert_eq!(code(desk.import_workflows(missing)), "import-unreadable", "no file at all");
}

#[test]
fn an_update_says_field_by_field_what_changes_and_changes_no_more() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("a.csv", "Name,Vendor,Owner\nLead scoring,Acme,Zoë\nRouting,Acme,\n");
    desk.import_workflows(ImportWorkflows::of(grant.clone())).unwrap();
    room.write(
        "a.csv",
        "Ref,Name,Vendor,Owner\nWF-0001,Lead scores,Other,\n,routing,Acme,\nWF-0099,New,Acme,\n",
    );
    let update = true;
    let preview =
        desk.preview_import(PreviewImport { update, ..PreviewImport::of(grant.clone()) }).unwrap();
    let [changed] = preview.updated.as_slice() else { panic!("one row changes something") };
    let told: Vec<_> = changed
        .changes
        .iter()
        .map(|c| (c.fact.as_str(), c.before.as_deref(), c.after.as_deref()))
        .collect();
    let expected = [
        ("Name", Some("Lead scoring"), Some("Lead scores")),
        ("Vendor", Some("Acme"), Some("Other")),
    ];
    assert_eq!(
        told, expected,
        "the reference finds it under its new name; a blank changes nothing"
    );
    let skipped: Vec<_> = preview.skipped.iter().map(|row| row.line).collect();
    assert_eq!(skipped, [3], "whoever says the same is skipped");
    let rejected: Vec<_> = preview.rejected.iter().map(|row| row.line).collect();
    assert_eq!(rejected, [4], "a reference of another register is no new workflow");

    let done =
        desk.import_workflows(ImportWorkflows { update, ..ImportWorkflows::of(grant) }).unwrap();
    assert_eq!((done.registered, done.updated, done.skipped), (0, 1, 1), "as previewed");
    let page = desk.workflow(query("WF-0001")).unwrap();
    assert_eq!(page.row.owner.as_deref(), Some("Zoë"), "what was blank stayed");
    assert_eq!(page.history[0].why.as_deref(), Some("Inventory a.csv"), "the history says whence");
    holds(&mut desk, "an update is on the record");
}

#[test]
fn an_update_makes_nothing_freer_that_runs() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("a.csv", "Name,Status,Tier\nScoring,live,2\nDrafts,draft,2\n");
    desk.import_workflows(ImportWorkflows::of(grant.clone())).unwrap();
    room.write("a.csv", "Name,Status,Tier\nScoring,live,4\nDrafts,draft,4\n");
    let wanted = ImportWorkflows { update: true, ..ImportWorkflows::of(grant.clone()) };
    let done = desk.import_workflows(wanted).unwrap();
    let rejected: Vec<_> = done.rejected.iter().map(|row| row.line).collect();
    assert_eq!((done.updated, rejected), (1, vec![2]), "the draft, and not what was found live");
    let saved = SaveRejected {
        source: grant,
        reading: ImportReading::default(),
        update: true,
        grant: room.grant("rejected.csv"),
    };
    desk.save_rejected(saved).unwrap();
    let csv = std::fs::read_to_string(room.path("rejected.csv")).unwrap();
    assert!(csv.contains("Scoring") && csv.contains("decision"), "{csv} names row and reason");
}

#[test]
fn columns_are_chosen_once_for_files_of_the_same_heads() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("a.csv", "Ding,Wer\nLead scoring,Zoë\n");
    let asked = desk.preview_import(PreviewImport::of(grant.clone())).unwrap();
    let heads: Vec<_> = asked.columns.iter().map(|c| (c.column.as_str(), &c.field)).collect();
    assert_eq!(heads, [("Ding", &None), ("Wer", &None)], "nothing suggests which is the name");
    let refused = desk.import_workflows(ImportWorkflows::of(grant.clone()));
    assert_eq!(code(refused), "import-unreadable", "and nothing is taken in");
    let choose = |field: &str| Some(field.to_owned());
    let columns = [("#1".to_owned(), choose("name")), ("#2".to_owned(), choose("owner"))].into();
    let reading = ImportReading { columns, ..ImportReading::default() };
    desk.import_workflows(ImportWorkflows { reading, ..ImportWorkflows::of(grant.clone()) })
        .unwrap();
    room.write("a.csv", "DING; wer\nRouting;Amir\n");
    let again = desk.preview_import(PreviewImport::of(grant)).unwrap();
    assert!(again.remembered, "the choice is remembered");
    assert_eq!(again.accepted[0].owner.as_deref(), Some("Amir"), "and used");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn an_update_taken_in_again_changes_nothing(
        rows in proptest::collection::vec((0..6_u8, 0..4_u8, 0..4_u8, 0..5_u8), 1..8),
    ) {
        let room = Room::new();
        let mut desk = room.founded();
        let first = room.write("a.csv", "Name,Vendor\nW0,Acme\nW1,\nW2,Other\n");
        desk.import_workflows(ImportWorkflows::of(first)).unwrap();
        let mut csv = "Name,Vendor,Tier,Guardrails,SOC 2,Owner\n".to_owned();
        for (name, vendor, tier, rest) in &rows {
            let vendor = ["", "Acme", "Other", "Ümlaut"][usize::from(*vendor)];
            let tier = ["", "1", "2", "4"][usize::from(*tier)];
            let rest = [",,", "a; b,2027-03-31,Zoë", "a,yes,", ",no,Maren Okafor", "b; a,,TBD"]
                [usize::from(*rest)];
            csv.push_str(&format!("w{name},{vendor},{tier},{rest}\n"));
        }
        let grant = room.write("b.csv", csv);
        let take = |desk: &mut desk::Desk| {
            desk.import_workflows(ImportWorkflows { update: true, ..ImportWorkflows::of(grant.clone()) })
                .unwrap()
        };
        let once = serde_json::to_value(take(&mut desk).register.workflows).unwrap();
        let twice = take(&mut desk);
        prop_assert_eq!((twice.registered, twice.updated), (0, 0), "nothing is left to say");
        let twice = serde_json::to_value(twice.register.workflows).unwrap();
        prop_assert_eq!(once, twice, "and the register stands as it did");
    }
}

fn query(workflow: &str) -> WorkflowQuery {
    WorkflowQuery { workflow: workflow.to_owned(), as_of: None }
}
