//! Files kept beside the ledger, bound to it by their hash.

use domain::evidence::{Class, EvidenceCaptured, EvidenceEmbedded, EvidenceErased, Pointer};
use domain::{EvidenceRef, Text};
use store::{AsOf, Salvage, Store};

use crate::support::{Desk, entries, tool};

const BYTES: &[u8] = b"SOC 2, Fathomdata, 2026";

fn sha256() -> String {
    ledger::encoding::hex(&ledger::primitive::sha256(&[BYTES]))
}

/// Evidence that is the same file each time.
fn captured(number: u32) -> domain::Event {
    EvidenceCaptured {
        evidence: EvidenceRef::new(number),
        title: Text::new("SOC 2"),
        class: Class::ObservedFact,
        pointer: Pointer::File {
            name: Text::new("soc2.pdf"),
            sha256: sha256(),
            size: BYTES.len() as u64,
        },
        expires: None,
    }
    .into()
}

fn embed(desk: &mut Desk, number: u32) -> u64 {
    let event = EvidenceEmbedded { evidence: EvidenceRef::new(number), sha256: sha256() }.into();
    let new = entries(vec![captured(number), event], desk.now);
    let Desk { store, signer, salts, .. } = desk;
    let appended = store
        .write(|writer| {
            writer.keep(BYTES)?;
            writer.append(&new, signer, salts)
        })
        .unwrap();
    appended[1].seq
}

fn erase(desk: &mut Desk, number: u32) {
    let ground = Text::new("Art. 17");
    let evidence = EvidenceRef::new(number);
    desk.append(vec![EvidenceErased { evidence, sha256: sha256(), ground }.into()]);
}

/// A file of several pages, kept beside one of a few bytes.
fn keep_large(desk: &mut Desk, number: u32) -> Vec<u8> {
    let bytes: Vec<u8> = (0..70_000_u32).flat_map(u32::to_le_bytes).collect();
    let hash = ledger::encoding::hex(&ledger::primitive::sha256(&[&bytes]));
    let evidence = EvidenceRef::new(number);
    let pointer = Pointer::File {
        name: Text::new("recording.wav"),
        sha256: hash.clone(),
        size: bytes.len() as u64,
    };
    let (title, class) = (Text::new("Recording"), Class::ObservedFact);
    let captured = EvidenceCaptured { evidence, title, class, pointer, expires: None };
    let embedded = EvidenceEmbedded { evidence, sha256: hash };
    let new = entries(vec![captured.into(), embedded.into()], desk.now);
    let Desk { store, signer, salts, .. } = desk;
    store
        .write(|writer| {
            writer.keep(&bytes)?;
            writer.append(&new, signer, salts)
        })
        .unwrap();
    bytes
}

#[test]
fn a_damaged_file_gives_back_every_kept_file_that_is_whole_and_names_those_that_are_not() {
    const PAGE: usize = 4096;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    embed(&mut desk, 1);
    let large = keep_large(&mut desk, 2);
    embed(&mut desk, 3);
    erase(&mut desk, 1);
    desk.store.settle().unwrap();
    drop(desk);
    let sound = Salvage::open(&path).unwrap();
    assert_eq!(sound.lost.files, [], "EVD-0001 was erased, so it is not missed");
    assert_eq!(sound.store.content(&sha256()).unwrap().as_deref(), Some(BYTES), "EVD-0003 is");
    let hash = ledger::encoding::hex(&ledger::primitive::sha256(&[&large]));
    assert_eq!(sound.store.content(&hash).unwrap(), Some(large.clone()), "over all its pages");
    assert_eq!(sound.store.prove().unwrap(), [], "and all of it is proven");

    let whole = std::fs::read(&path).unwrap();
    let middle = &large[100_000..100_064];
    let at = whole.windows(64).position(|bytes| bytes == middle).unwrap() / PAGE * PAGE;
    let mut broken = whole.clone();
    broken[at + 1000] ^= 1;
    std::fs::write(&path, &broken).unwrap();
    let salvage = Salvage::open(&path).unwrap();
    assert_eq!(salvage.lost.files, [EvidenceRef::new(2)], "a file that was altered is lost");
    assert_eq!(salvage.store.content(&hash).unwrap(), None, "and is not passed off as it");
    assert_eq!(salvage.store.content(&sha256()).unwrap().as_deref(), Some(BYTES), "others stay");
}

#[test]
fn a_kept_file_goes_into_copies_and_replays_and_the_tables_still_follow() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_file(&folder.path().join("acme.countersign"));
    let seq = embed(&mut desk, 1);
    assert_eq!(desk.store.prove().unwrap(), [], "file and entry agree");
    let copy = folder.path().join("copy.countersign");
    desk.store.back_up(&copy, &mut |_| true).unwrap();
    let copied = Store::open(&copy).unwrap().content(&sha256()).unwrap();
    assert_eq!(copied.as_deref(), Some(BYTES), "a copy holds it");
    let then = desk.store.replay_to(seq, &folder.path().join("then.countersign")).unwrap();
    assert_eq!(then.content(&sha256()).unwrap().as_deref(), Some(BYTES), "so does a replay");
    assert_eq!(then.prove().unwrap(), [], "and it proves itself");
    let before = desk.store.replay_to(seq - 1, &folder.path().join("before.countersign")).unwrap();
    assert_eq!(before.content(&sha256()).unwrap(), None, "but none of before it was kept");
}

#[test]
fn an_erased_file_is_gone_for_good_once_no_other_evidence_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    let seq = embed(&mut desk, 1);
    embed(&mut desk, 2);
    erase(&mut desk, 1);
    assert!(desk.store.content(&sha256()).unwrap().is_some(), "EVD-0002 is the same file");
    erase(&mut desk, 2);
    assert_eq!(desk.store.content(&sha256()).unwrap(), None, "nobody keeps it now");
    assert_eq!(desk.store.prove().unwrap(), [], "the ledger says why it is gone");
    let kept = desk.store.as_of(AsOf::Seq(seq)).kept().unwrap();
    assert_eq!(kept.len(), 1, "that it was kept once stays on the record");
    drop(desk);
    let left = std::fs::read(&path).unwrap();
    assert!(!left.windows(BYTES.len()).any(|part| part == BYTES), "no byte of it lies in the file");
}

#[test]
fn a_kept_file_that_was_altered_removed_or_slipped_in_is_found() {
    for (stranger, column) in [
        ("UPDATE content SET bytes = x'00'", Some("bytes")),
        ("DELETE FROM content", None),
        ("INSERT INTO content VALUES (printf('%064d', 1), x'01')", None),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acme.countersign");
        let mut desk = Desk::in_file(&path);
        embed(&mut desk, 1);
        drop(desk);
        let triggers =
            "DROP TRIGGER content_never_changed; DROP TRIGGER content_deleted_by_erasure;";
        tool(&path).execute_batch(&format!("{triggers} {stranger}")).unwrap();
        let found = Store::open(&path).unwrap().prove().unwrap();
        let of_it: Vec<_> = found.iter().filter(|one| one.table == "content").collect();
        assert_eq!(of_it.len(), 1, "{stranger}: {found:?}");
        assert_eq!(of_it[0].column.as_deref(), column, "{stranger} is named");
    }
}

#[test]
fn no_tool_removes_a_kept_file_by_accident() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    embed(&mut desk, 1);
    for careless in ["DELETE FROM content", "UPDATE content SET bytes = x'00'"] {
        assert!(tool(&path).execute_batch(careless).is_err(), "{careless} is stopped");
    }
}
