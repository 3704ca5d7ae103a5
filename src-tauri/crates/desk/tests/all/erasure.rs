//! Words erased because the law asks.

use desk::operations::{AddPerson, AddWorkflow, EraseText, LogQuery, Nothing, RegisterQuery};

use crate::support::*;

const NAME: &str = "Zanzibar Quillfeather";
const CONTACT: &str = "quillfeather@zanzibar.example";
const WORKFLOW: &str = "Obsidian Marmalade Scorer";

/// The entry and place of the text that says `words`.
fn place(desk: &mut desk::Desk, words: &str) -> (u64, String) {
    let log = desk.log(LogQuery::default()).unwrap();
    let found = log.rows.iter().find_map(|row| {
        let text = row.texts.iter().find(|text| text.text.as_deref() == Some(words))?;
        Some((row.entry, text.path.clone()))
    });
    found.unwrap_or_else(|| panic!("the log says nothing of “{words}”"))
}

fn erase(desk: &mut desk::Desk, words: &str) {
    let (entry, path) = place(desk, words);
    erase_at(desk, entry, &path);
}

pub fn erase_at(desk: &mut desk::Desk, entry: u64, path: &str) {
    let path = path.to_owned();
    let ground = "Article 17 request of 2 November".to_owned();
    desk.erase_text(EraseText { entry, path, ground, passphrase: PASSPHRASE.into() }).unwrap();
}

#[test]
fn erased_words_are_gone_from_every_screen_and_every_byte_and_the_record_verifies() {
    let room = Room::new();
    let mut desk = room.founded();
    let (name, contact) = (NAME.to_owned(), CONTACT.to_owned());
    desk.add_person(AddPerson { name, contact, roles: vec!["legal".into()] }).unwrap();
    let name = WORKFLOW.to_owned();
    desk.add_workflow(AddWorkflow { name, ..AddWorkflow::default() }).unwrap();
    for words in [NAME, CONTACT, WORKFLOW] {
        assert!(!files_with(room.folder.path(), words).is_empty(), "“{words}” was in the file");
    }

    for words in [NAME, CONTACT, WORKFLOW] {
        erase(&mut desk, words);
        let left = files_with(room.folder.path(), words);
        assert!(left.is_empty(), "“{words}” still lies in {left:?}, in its log or a freed page");
    }
    let person = desk.people(Nothing {}).unwrap().people.pop().unwrap();
    assert_eq!((person.name, person.contact), (None, None), "the person is a reference now");
    let workflow = desk.register(RegisterQuery::default()).unwrap().workflows.pop().unwrap();
    assert_eq!(workflow.name, None, "so is the workflow");
    let log = serde_json::to_string(&desk.log(LogQuery::default()).unwrap()).unwrap();
    let before = desk.register(RegisterQuery { as_of: Some(workflow.since_entry) }).unwrap();
    let before = serde_json::to_string(&before).unwrap();
    for words in [NAME, CONTACT, WORKFLOW] {
        assert!(!log.contains(words), "the log does not say “{words}” any more");
        assert!(!before.contains(words), "nor does the register as it stood then");
    }
    let proof = holds(&mut desk, "the commitments stay and the erasure is on the record");
    assert_eq!(proof.texts.1, 3, "three texts erased by the recorded act");
}

#[test]
fn a_text_is_erased_once_with_a_ground_and_a_passphrase() {
    let room = Room::new();
    let mut desk = room.founded();
    add(&mut desk, NAME, &[]).unwrap();
    let (entry, path) = place(&mut desk, NAME);
    let mut try_erase = |entry: u64, path: &str, ground: &str, passphrase: &str| {
        code(desk.erase_text(EraseText {
            entry,
            path: path.to_owned(),
            ground: ground.to_owned(),
            passphrase: passphrase.into(),
        }))
    };
    for (entry, path, ground, passphrase, expected) in [
        (entry, path.as_str(), "", PASSPHRASE, "blank"),
        (entry, &path, "a request", "a guess", "passphrase-wrong"),
        (entry, "/event/nonsense", "a request", PASSPHRASE, "no-such-text"),
        (9999, &path, "a request", PASSPHRASE, "no-such-text"),
        (0, &path, "a request", PASSPHRASE, "no-such-text"),
        (u64::MAX, &path, "a request", PASSPHRASE, "no-such-text"),
        (entry, &path, "a request", PASSPHRASE, "done"),
        (entry, &path, "a request", PASSPHRASE, "no-such-text"),
    ] {
        assert_eq!(
            try_erase(entry, path, ground, passphrase),
            expected,
            "{entry} {path} “{ground}”"
        );
    }
}

#[test]
fn a_name_that_was_erased_may_be_used_again() {
    let room = Room::new();
    let mut desk = room.founded();
    let added = |desk: &mut desk::Desk| {
        let name = WORKFLOW.to_owned();
        code(desk.add_workflow(AddWorkflow { name, ..AddWorkflow::default() }))
    };
    assert_eq!(added(&mut desk), "done", "the name is free");
    assert_eq!(added(&mut desk), "name-taken", "it is taken");
    erase(&mut desk, WORKFLOW);
    assert_eq!(added(&mut desk), "done", "nobody knows any more that it was");
}
