//! Whatever is handed to the verifier: an answer, never a panic.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod record;

use std::io::{Cursor, Write as _};

use ledger::key::{PublicKey, open};
use ledger::note::Note;
use ledger::proof::Proof;
use ledger::statement::{Request, Response};
use ledger::verify::{self, Claims, FaultCode, RawEntry, RawText, Record, RestsOn, Verdict};
use proptest::prelude::*;
use record::{codes, sentences, whole};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn archive_faults(zip: Vec<u8>) -> String {
    let verdicts = verify::pack(Cursor::new(zip), &Claims::default());
    let faults = verdicts.faults.iter().filter(|fault| fault.code == FaultCode::PackArchive);
    faults.map(|fault| fault.sentence.clone()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_file_that_is_no_zip_is_refused_with_a_sentence() {
    for bytes in [vec![], b"hello".to_vec(), b"PK\x03\x04".to_vec()] {
        assert!(
            archive_faults(bytes).contains("no zip that can be read"),
            "it says what it is not"
        );
    }
}

#[test]
fn a_zip_that_would_write_elsewhere_is_refused() {
    for path in ["../evil", "/etc/passwd", "a/../../b", "a\\b", "C:x", "a//b", "./a", "a/./b"] {
        let found = archive_faults(zip_of(&[(path, b"x")]));
        assert!(found.contains("outside the pack"), "{path}: {found:?}");
    }
}

#[test]
fn links_and_folders_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("reports/link.pdf", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    zip.add_directory("data", SimpleFileOptions::default()).unwrap();
    let found = archive_faults(zip.finish().unwrap().into_inner());
    assert!(found.contains("is a link"), "the link is named: {found}");
    assert!(found.contains("is a folder"), "the folder too: {found}");
}

#[test]
fn two_files_of_one_name_are_refused() {
    let found = archive_faults(zip_of(&[("README.md", b"a"), ("readme.md", b"b")]));
    assert!(found.contains("only in capitals"), "two names that meet on some disks: {found}");
    // The library writes no name twice, so the second is renamed in the bytes.
    let mut zip = zip_of(&[("data/one.csv", b"a"), ("data/two.csv", b"b")]);
    for at in 0..zip.len() - 12 {
        if &zip[at..at + 12] == b"data/two.csv" {
            zip[at..at + 12].copy_from_slice(b"data/one.csv");
        }
    }
    let found = archive_faults(zip);
    assert!(found.contains("two files of the same name"), "the very same name: {found}");
}

#[test]
fn an_excerpt_holds_for_its_entry_and_judges_nothing_else() {
    let writer = whole();
    for seq in 1..=12 {
        let verdicts = verify::excerpt(&writer.excerpt(seq), &Claims::default());
        assert!(verdicts.accepted(), "entry {seq}:\n{}", sentences(&verdicts));
        assert_eq!(verdicts.completeness, Verdict::NotJudged, "it says nothing of the rest");
        assert_eq!(verdicts.rests_on, RestsOn::NotAnchored, "nobody kept anything");
    }
    let claims = Claims { keys: Some(writer.keys()), ..Claims::default() };
    let anchored = verify::excerpt(&writer.excerpt(5), &claims);
    assert!(matches!(anchored.rests_on, RestsOn::Anchored { by_keys: true, .. }), "keys anchor it");
    let others = Claims { keys: Some(record::whole_of(99).keys()), ..Claims::default() };
    let refused = verify::excerpt(&writer.excerpt(5), &others);
    assert_eq!(codes(&refused), [FaultCode::KeyNotNamed], "other keys refuse it");
}

#[test]
fn every_change_to_an_excerpt_is_found() {
    let file = whole().excerpt(5);
    let extra: Proof = file.parse().unwrap();
    let extra = String::from_utf8(extra.extra.unwrap()).unwrap();
    let with_extra = |extra: String| {
        let mut proof: Proof = file.parse().unwrap();
        proof.extra = Some(extra.into_bytes());
        proof.to_string()
    };
    let changed = [
        ("another index", file.replace("index 4", "index 5")),
        ("no entry", file.replace("extra ", "axtra ")),
        ("another text", with_extra(extra.replace("Workflow 3", "Workflow 4"))),
        ("another entry", with_extra(extra.replace("WF-0003", "WF-0004"))),
        ("another person's name", with_extra(extra.replace("PER-0002", "PER-0003"))),
        ("another size", file.replace("\n12\n", "\n13\n")),
    ];
    for (what, file) in changed {
        assert!(!verify::excerpt(&file, &Claims::default()).accepted(), "{what} is found");
    }
    // The extra data also holds a key that did not sign, so only what follows it is exhaustive.
    let after_extra = file.find("index").unwrap();
    let letters = file.bytes().enumerate().skip(after_extra);
    for (at, byte) in letters.filter(|(_, byte)| byte.is_ascii_alphanumeric()) {
        let mut bytes = file.clone().into_bytes();
        bytes[at] = if byte == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        assert!(!verify::excerpt(&changed, &Claims::default()).accepted(), "byte {at} matters");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), text: String) {
        let _ = verify::pack(Cursor::new(&bytes), &Claims::default());
        let _ = verify::excerpt(&text, &Claims::default());
        let _ = verify::keys_file(&text);
        let _ = text.parse::<Note>();
        let _ = text.parse::<Proof>();
        let _ = Request::from_file(&text);
        let _ = Response::from_file(&text);
        let _ = PublicKey::from_pem(&text);
        let _ = open(&text, "x");
        let record = Record {
            entries: vec![RawEntry { body: bytes.clone(), signature: bytes.clone() }],
            texts: vec![RawText { seq: 1, path: text, salt: bytes.clone(), text: bytes }],
            withheld: None,
        };
        prop_assert!(!verify::record(&record, &Claims::default()).accepted(), "noise is no record");
    }

    #[test]
    fn no_mixture_of_real_pieces_makes_it_panic(
        picks in prop::collection::vec((0usize..12, 0usize..12, 0usize..400, any::<u8>()), 0..16),
    ) {
        let whole = whole().record;
        let entries = picks
            .iter()
            .map(|(body, signature, at, byte)| {
                let mut body = whole.entries[*body].body.clone();
                let at = *at % body.len();
                if byte % 3 == 0 {
                    body[at] = *byte;
                }
                RawEntry { body, signature: whole.entries[*signature].signature.clone() }
            })
            .collect();
        let record = Record { entries, texts: whole.texts, withheld: None };
        prop_assert!(!verify::record(&record, &Claims::default()).accepted(), "pieces are no whole");
    }

    #[test]
    fn a_pack_damaged_anywhere_is_never_accepted_for_what_it_was(at: prop::sample::Index, byte in 1u8..) {
        let pack = whole().pack();
        let mut zip = pack.zip();
        let at = at.index(zip.len());
        zip[at] ^= byte;
        // A byte of the zip's own bookkeeping (a time, a version) may not matter to its content.
        let verdicts = verify::pack(Cursor::new(zip), &Claims::default());
        if verdicts.accepted() {
            prop_assert_eq!(verdicts.head, pack.verify(&Claims::default()).head, "the same record");
        }
    }

    #[test]
    fn a_pack_joined_to_an_earlier_one_is_never_accepted_for_what_it_was_not(
        at: prop::sample::Index,
        byte in 1u8..,
        which in 0usize..2,
    ) {
        let mut writer = whole();
        let earlier = writer.pack();
        writer.batch("BAT-0001", &["[2,\"a\"]", "[3,\"b\"]"]);
        let contents = writer.contents(Some(writer.head_of(13)), 14);
        writer.workflow("PER-0001", 6);
        let later = writer.sealed(contents, Some(writer.head_of(13)), 14);
        let mut zips = [earlier.zip(), later.zip()];
        let at = at.index(zips[which].len());
        zips[which][at] ^= byte;
        let [earlier, later] = zips.map(Cursor::new);
        let verdicts = verify::pack_after(later, [earlier], &Claims::default(), &|_| true).unwrap();
        if verdicts.accepted() {
            prop_assert_eq!(verdicts.head, writer.head(), "the same record");
        }
    }
}
