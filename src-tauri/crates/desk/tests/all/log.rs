//! The change log: found by words and filters, told field by field, compared, saved.

use desk::Desk;
use desk::operations::{
    AddWorkflow, ChangePerson, CompareQuery, DescribeWorkflow, EndRole, EntryQuery, ExportLog,
    GiveRole, Given, HowChanged, LogKind, LogQuery, LookBack, ThingChanged, WorkflowQuery,
};

use crate::support::*;

/// A workflow of Monday, and on Tuesday a person with a role who then changes name.
fn lived(room: &Room) -> Desk {
    let mut desk = room.founded();
    let name = "Lead scoring".to_owned();
    desk.add_workflow(AddWorkflow { name, ..AddWorkflow::default() }).unwrap();
    room.later(24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let nour = add(&mut desk, "Nour Haddad", &["legal"]).unwrap();
    let name = "Nour Haddad-Weiß".to_owned();
    desk.change_person(ChangePerson { person: nour, name, contact: "n@n.example".into() }).unwrap();
    desk
}

fn found(desk: &mut Desk, query: LogQuery) -> Vec<String> {
    desk.log(query).unwrap().rows.into_iter().map(|row| row.event).collect()
}

#[test]
fn entries_are_found_by_words_person_kind_and_day() {
    let room = Room::new();
    let mut desk = lived(&room);
    let some = |words: &str| Some(words.to_owned());
    let q = LogQuery::default;
    for (query, expected) in [
        (LogQuery { words: some("lead SCORING"), ..q() }, vec!["workflow.registered"]),
        (LogQuery { words: some("weiß"), ..q() }, vec!["person.changed"]),
        (LogQuery { words: some("haddad okafor"), ..q() }, vec!["person.changed", "person.added"]),
        (LogQuery { words: some("WF-0001"), ..q() }, vec!["workflow.registered"]),
        (LogQuery { words: some("nothing like it"), ..q() }, vec![]),
        (LogQuery { kind: Some(LogKind::Workflows), ..q() }, vec!["workflow.registered"]),
        (LogQuery { kind: Some(LogKind::Decisions), since: some("2026-11-17"), ..q() }, vec![]),
        (
            LogQuery { since: some("2026-11-17"), until: some("2026-11-17"), ..q() },
            vec!["person.changed", "role.given", "person.added"],
        ),
        (LogQuery { about: some("PER-0003"), by: some("PER-0002"), ..q() }, vec![]),
        (LogQuery { words: some("haddad"), until: some("2026-11-16"), ..q() }, vec![]),
        (
            LogQuery { words: some("  "), kind: Some(LogKind::Workflows), ..q() },
            vec!["workflow.registered"],
        ),
    ] {
        let said = format!("{query:?}");
        assert_eq!(found(&mut desk, query), expected, "{said}");
    }
    let wrong = desk.log(LogQuery { since: some("last week"), ..q() });
    assert_eq!(code(wrong), "unreadable-value", "a day is a day");
}

#[test]
fn an_entry_tells_field_by_field_what_it_changed() {
    let room = Room::new();
    let mut desk = lived(&room);
    let changed = desk.log(LogQuery::default()).unwrap().rows.remove(0).entry;
    let told = desk.entry(EntryQuery { entry: changed }).unwrap();
    assert_eq!(told.changed.len(), 1, "one person: {:?}", told.changed);
    let ThingChanged { thing, reference, how, fields, .. } = &told.changed[0];
    assert_eq!((thing.as_str(), reference.as_deref()), ("Person", Some("PER-0003")), "who");
    assert_eq!(*how, HowChanged::Changed, "was there before");
    let field = |name: &str| {
        let field = fields.iter().find(|field| field.field == name).unwrap();
        (field.before.clone().unwrap_or_default(), field.after.clone().unwrap_or_default())
    };
    assert_eq!(field("Name"), ("Nour Haddad".into(), "Nour Haddad-Weiß".into()), "the name");
    assert_eq!(field("Contact"), (String::new(), "n@n.example".into()), "and the contact");
    let none = code(desk.entry(EntryQuery { entry: changed + 1 }));
    assert_eq!(none, "no-such-moment", "what is not there is not told");
}

#[test]
fn a_description_is_told_in_the_registers_own_words() {
    let room = Room::new();
    let mut desk = lived(&room);
    let from = desk.log(LogQuery::default()).unwrap().entries;
    describe(&mut desk);
    let compared =
        desk.compare(CompareQuery { from: from.to_string(), to: None }).unwrap().groups.remove(0);
    assert_eq!(compared.thing, "Workflow", "what sort of thing");
    let one = &compared.things[0];
    assert_eq!(
        (one.reference.as_deref(), one.name.as_str()),
        (Some("WF-0001"), "Lead scoring"),
        "which"
    );
    let told: Vec<(&str, Option<&str>, Option<&str>)> = one
        .fields
        .iter()
        .map(|field| (field.field.as_str(), field.before.as_deref(), field.after.as_deref()))
        .collect();
    assert_eq!(told, [("Vendor", None, Some("Acme"))], "one fact, before and after");
}

fn describe(desk: &mut Desk) {
    let workflow = "WF-0001".to_owned();
    let query = WorkflowQuery { workflow: workflow.clone(), as_of: None };
    let seen = desk.workflow(query).unwrap().row.changed_entry;
    let (given, why) = (vec![Given::Vendor("Acme".into())], "We chose one".into());
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).unwrap();
}

#[test]
fn two_moments_are_compared_by_sort_of_thing_and_what_came_and_went_between_is_nothing() {
    let room = Room::new();
    let mut desk = lived(&room);
    room.later(24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let (person, role) = ("PER-0003".to_owned(), "legal".to_owned());
    let on = "2026-11-18".to_owned();
    desk.end_role(EndRole { person: person.clone(), role, on: on.clone(), why: None }).unwrap();
    let role = "security".to_owned();
    desk.give_role(GiveRole { person, role, from: on, to: None }).unwrap();
    let compared = desk
        .compare(CompareQuery { from: "2026-11-16".into(), to: Some("2026-11-18".into()) })
        .unwrap();
    let sorts: Vec<&str> = compared.groups.iter().map(|group| group.thing.as_str()).collect();
    assert_eq!(sorts, ["Person", "Role held"], "what differs: {sorts:?}");
    let person = &compared.groups[0].things[0];
    assert_eq!(person.how, HowChanged::Added, "she came");
    assert_eq!(person.name, "Nour Haddad-Weiß", "under the name she has");
    assert_eq!(compared.groups[1].things.len(), 2, "the role that ended and the one that began");
    assert_eq!(compared.to.at, "2026-11-18T08:00:00+01:00", "until now, on that day");
    let swapped = CompareQuery { from: "2026-11-17".into(), to: Some("2026-11-16".into()) };
    assert_eq!(code(desk.compare(swapped)), "no-such-moment", "the earlier first");
    desk.look_back(LookBack { as_of: "2026-11-17".into() }).unwrap();
    let then = desk.compare(CompareQuery { from: "2026-11-16".into(), to: None }).unwrap();
    assert_eq!(then.groups[1].things.len(), 1, "without a second moment, up to what is shown");
}

#[test]
fn the_log_is_saved_as_it_is_filtered_safe_for_a_spreadsheet() {
    let room = Room::new();
    let mut desk = lived(&room);
    add(&mut desk, "=HYPERLINK(1)", &[]).unwrap();
    let (kind, grant) = (Some(LogKind::People), room.grant("log.csv"));
    let query = LogQuery { kind, limit: Some(1), ..LogQuery::default() };
    desk.export_log(ExportLog { query, grant }).unwrap();
    let csv = std::fs::read_to_string(room.path("log.csv")).unwrap();
    assert!(csv.contains("person.changed") && csv.contains("role.given"), "the whole of it: {csv}");
    assert!(!csv.contains("workflow.registered"), "and nothing else");
    assert!(!csv.contains(",=HYPERLINK"), "no cell is a formula: {csv}");
}
