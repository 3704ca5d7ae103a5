//! Appending: all or nothing, on fresh state, and never back.

use domain::people::PersonChanged;
use domain::workspace::TextErased;
use domain::{Event, PersonRef, Text};
use store::tables::change::Filter;
use store::{Actor, AsOf, NewEntry, Store, StoreError};

use crate::support::{Desk, FOUNDER, entries, person, signer};

#[test]
fn an_appended_entry_is_in_the_tables_the_log_and_the_tree() {
    let mut desk = Desk::in_memory();
    let [appended] = desk.append(vec![person(2, "Ada")])[..] else { panic!("one entry") };
    let ada = desk.store.now().person(PersonRef::new(2)).unwrap().expect("she is known");
    assert_eq!(ada.name.words(), Some("Ada"), "the table knows the name");
    assert_eq!(ada.since, appended.seq, "since the entry that added her");
    let log = desk.store.now().changes(&Filter::default()).unwrap();
    assert_eq!(log[0].kind, "person.added", "the newest change comes first");
    assert_eq!(desk.store.head().unwrap(), appended.head, "the head is the one it made");
}

#[test]
fn the_body_never_holds_the_words() {
    let mut desk = Desk::in_memory();
    let [appended] = desk.append(vec![person(2, "Ada Lovelace")])[..] else { panic!("one") };
    let body = desk.store.entry(appended.seq).unwrap().body;
    assert!(!body.contains("Lovelace"), "only a commitment is signed: {body}");
}

#[test]
fn a_reason_is_kept_as_a_text() {
    let mut desk = Desk::in_memory();
    let (at, by) = (desk.now, Actor::Person(FOUNDER));
    let new = NewEntry {
        at,
        by,
        event: person(2, "Ada"),
        why: Some("she joined".into()),
        carried: Vec::new(),
    };
    desk.store.append(&[new], &signer(), &mut desk.salts).unwrap();
    let last = desk.store.now().last_change().unwrap().unwrap();
    assert_eq!(last.why, Some(Text::new("she joined")), "read back with the change");
}

#[test]
fn when_one_of_several_fails_none_is_there() {
    let mut desk = Desk::in_memory();
    let before = desk.store.head().unwrap();
    let stranger = ledger::key::SecretKey::from_seed([9; 32]);
    let result = desk.store.write(|writer| {
        let (good, bad) = (vec![person(2, "Ada")], vec![person(3, "Bo")]);
        writer.append(&entries(good, desk.now), &desk.signer, &mut desk.salts)?;
        assert_eq!(writer.view().people()?.len(), 2, "inside, the first is there");
        writer.append(&entries(bad, desk.now), &stranger, &mut desk.salts)?;
        Err::<(), StoreError>(StoreError::Sealing { what: "the desk changed its mind".into() })
    });
    assert!(result.is_err(), "the desk's own refusal ends the transaction too");
    assert_eq!(desk.store.head().unwrap(), before, "no entry");
    assert_eq!(desk.store.now().people().unwrap().len(), 1, "and no row");
}

#[test]
fn entries_follow_one_another_and_never_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let tool = crate::support::tool(&path);
    for sql in [
        "UPDATE entry SET body = body || ' ' WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 2",
        "INSERT INTO entry SELECT 9, body, signature, leaf FROM entry WHERE seq = 1",
        "INSERT OR REPLACE INTO entry SELECT 2, body, signature, leaf FROM entry WHERE seq = 1",
        "UPDATE text SET text = 'Eve'",
        "DELETE FROM text WHERE seq = 1",
    ] {
        let refused = tool.execute_batch(sql).expect_err(sql).to_string();
        assert!(!refused.contains("syntax"), "a trigger refuses {sql}, not the parser: {refused}");
    }
}

#[test]
fn a_past_moment_shows_what_was_known_then() {
    let mut desk = Desk::in_memory();
    let ada = PersonRef::new(2);
    let added = desk.append(vec![person(2, "Ada")])[0].seq;
    let then = desk.now;
    let renamed = PersonChanged { person: ada, name: Text::new("Ada L."), contact: None };
    desk.append(vec![renamed.into()]);
    let name = |as_of| {
        let found = desk.store.as_of(as_of).person(ada).unwrap();
        found.map(|person| person.name.words().unwrap_or_default().to_owned())
    };
    assert_eq!(name(AsOf::Seq(added - 1)), None, "before, nobody of that name");
    assert_eq!(name(AsOf::Seq(added)), Some("Ada".into()), "then, her first name");
    assert_eq!(name(AsOf::Now), Some("Ada L.".into()), "now, the new one");
    assert_eq!(desk.store.now().seq_at(then).unwrap(), Some(added), "a moment finds its entry");
    let long_ago = "2001-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(desk.store.now().seq_at(long_ago).unwrap(), None, "the workspace began later");
}

#[test]
fn an_erased_text_is_gone_from_every_moment_and_every_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    let seq = desk.append(vec![person(2, "Wilhelmina Unforgettable")])[0].seq;
    let erased = |desk: &mut Desk, path: &str| {
        let ground = Text::new("she asked");
        desk.append(vec![Event::from(TextErased { seq, path: path.into(), ground })])
    };
    erased(&mut desk, "/event/name");
    for as_of in [AsOf::Now, AsOf::Seq(seq)] {
        let name = desk.store.as_of(as_of).person(PersonRef::new(2)).unwrap().unwrap().name;
        let Text::Gone { c } = name else { panic!("{as_of:?}: the words are gone") };
        assert!(desk.store.entry(seq).unwrap().body.contains(&c), "what is left is signed");
    }
    assert_eq!(desk.store.prove().unwrap(), [], "replay gives the same tables");
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let found = bytes.windows(13).any(|window| window == b"Unforgettable");
        assert!(!found, "no byte of it is left in any file");
    }
    drop(desk);
    let reopened = Store::open(&path).unwrap();
    assert!(reopened.now().text(seq, "/event/name").unwrap().words().is_none(), "still gone");
    let contact = reopened.now().text(seq, "/event/contact").unwrap();
    assert_eq!(contact.words(), Some("2@example.org"), "the text beside it stays");
}

#[test]
fn the_change_log_filters_and_pages() {
    let mut desk = Desk::in_memory();
    for number in 2..12 {
        desk.append(vec![person(number, &format!("Person {number}"))]);
    }
    let seqs = |filter: Filter| -> Vec<u64> {
        desk.store.now().changes(&filter).unwrap().iter().map(|change| change.seq).collect()
    };
    let about = Filter { about: Some("PER-0004".into()), ..Filter::default() };
    assert_eq!(seqs(about), [5], "everything about PER-0004");
    let found =
        desk.store.now().search(&["PERSON".into(), "7".into()], &[], &Filter::default()).unwrap();
    let among = Filter { among: Some(found), ..Filter::default() };
    assert_eq!(seqs(among), [8], "by its words");
    let kinds = Some(vec!["workspace".into(), "roles.defined".into()]);
    let kinds = Filter { kinds, ..Filter::default() };
    assert_eq!(seqs(kinds), [2, 1], "a family of kinds, and one of its own");
    let page = Filter { limit: Some(2), ..Filter::default() };
    assert_eq!(seqs(page), [12, 11], "the newest first");
    let next = Filter { limit: Some(2), before: Some(11), ..Filter::default() };
    assert_eq!(seqs(next), [10, 9], "and on from there");
}

#[test]
fn a_lying_cache_of_the_edge_is_noticed_and_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    desk.append((2..7).map(|number| person(number, "Somebody")).collect());
    let mut head = desk.store.head().unwrap();
    drop(desk);
    for lie in ["UPDATE edge SET frontier = zeroblob(length(frontier))", "DELETE FROM edge"] {
        crate::support::tool(&path).execute_batch(lie).unwrap();
        let mut desk = Desk::over(Store::open(&path).unwrap());
        assert_eq!(desk.store.head().unwrap(), head, "after {lie}: the entries decide");
        let next = desk.append(vec![person(9, "Next")])[0];
        let root = desk.store.root_at(next.seq).unwrap();
        assert_eq!(next.head.root, root, "appending goes on from the true root");
        head = next.head;
    }
}

#[test]
fn nothing_is_appended_to_a_ledger_whose_last_entry_does_not_continue_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    Desk::in_file(&path).append(vec![person(2, "Ada")]);
    crate::support::tool(&path)
        .execute_batch(
            "DROP TRIGGER entry_never_changed;
            UPDATE entry SET body = replace(body, 'revops', 'revopz') WHERE seq = 2;
            DELETE FROM edge",
        )
        .unwrap();
    let mut desk = Desk::over(Store::open(&path).unwrap());
    let refused = desk.try_append(vec![person(3, "Bo")]).unwrap_err();
    assert_eq!(refused.code(), "ledger-broken", "signing on top would bless the change");
}
