//! Packs whose zip is not what it seems: another reader could take other files out of it.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::record::{Pack, whole};
use crate::three::{Case, agree};

const TEXTS: &str = "ledger/texts.jsonl";
const REPORT: &str = "reports/register.pdf";

fn case(what: &'static str, zip: Vec<u8>, after: Vec<u8>, accepted: bool) -> Case {
    Case { what, zip, after: vec![after], accepted }
}

fn with(pack: &Pack, path: &str, content: &[u8]) -> Vec<u8> {
    let mut changed = pack.clone();
    changed.put(path, content);
    changed.zip()
}

/// The zip of a pack in which a file of another name, just as long, takes the name of `path`.
fn with_second(pack: &Pack, path: &str, other: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = with(pack, other, content);
    for at in 0..zip.len() - path.len() {
        if zip[at..].starts_with(other.as_bytes()) {
            zip[at..at + path.len()].copy_from_slice(path.as_bytes());
        }
    }
    zip
}

/// The zip of a pack with a byte changed, so many behind where its list tells of a file.
fn with_listed(pack: &Pack, path: &str, behind: usize) -> Vec<u8> {
    let mut zip = pack.zip();
    let at = listed(&zip, path);
    zip[at + behind] ^= 1;
    zip
}

/// The zip of a pack in which the data of a file do not begin with a header.
fn without_header(pack: &Pack, path: &str) -> Vec<u8> {
    let mut zip = pack.zip();
    let at = listed(&zip, path) + 42;
    let begins = u32::from_le_bytes(zip[at..at + 4].try_into().unwrap());
    zip[usize::try_from(begins).unwrap()] ^= 1;
    zip
}

fn listed(zip: &[u8], path: &str) -> usize {
    let is_it = |at: &usize| {
        zip[*at..].starts_with(b"PK\x01\x02") && zip[at + 46..].starts_with(path.as_bytes())
    };
    (0..zip.len() - 46).find(is_it).unwrap()
}

#[test]
fn three_verifiers_take_nothing_from_an_earlier_pack_that_another_reader_could_read_otherwise() {
    let mut writer = whole();
    let first = writer.pack();
    writer.workflow("PER-0001", 6);
    let (second, whole) = (writer.pack_since(13).zip(), first.zip());
    let texts = String::from_utf8(first.files[TEXTS].clone()).unwrap();
    let reworded = texts.replacen("Nordlicht", "Südlicht", 1).into_bytes();
    let mut other_first = first.clone();
    other_first.put(TEXTS, reworded.as_slice());
    let is = |what, after, accepted| case(what, second.clone(), after, accepted);
    let crc = 16;
    agree([
        is("sound", first.zip(), true),
        is("its texts twice", with_second(&first, TEXTS, "ledger/textz.jsonl", &reworded), false),
        is(
            "its texts twice, the others in front",
            with_second(&other_first, TEXTS, "ledger/textz.jsonl", texts.as_bytes()),
            false,
        ),
        is("a report twice", with_second(&first, REPORT, "reports/registez.pdf", b"x"), false),
        is("texts in capitals in front", with(&first, "ledger/TEXTS.jsonl", &reworded), false),
        is("a folder in capitals, which is another", with(&first, "Ledger/texts.jsonl", b""), true),
        is("reports in capitals too", with(&first, "reports/Register.pdf", b"x"), true),
        is("a path of the record out of the pack", with(&first, "ledger/../x", b"x"), false),
        is("a report out of the pack", with(&first, "reports/../x", b"x"), true),
        is("texts of another checksum", with_listed(&first, TEXTS, crc), false),
        is("a report of another checksum", with_listed(&first, REPORT, crc), true),
        is("texts without a header", without_header(&first, TEXTS), false),
        is("a report without a header", without_header(&first, REPORT), true),
        is("something behind its end", [first.zip(), vec![0]].concat(), false),
        is("something in front of it", [vec![0], first.zip()].concat(), true),
        case("one that is refused and not needed", whole, vec![0], true),
    ]);
}

#[test]
fn three_verifiers_read_no_more_of_a_list_of_files_than_a_pack_needs() {
    let listing = |files: usize, long: usize| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..files {
            zip.start_file(format!("{number:0long$}"), SimpleFileOptions::default()).unwrap();
        }
        zip.write_all(b"").unwrap();
        zip.finish().unwrap().into_inner()
    };
    let pack = whole().pack();
    let twice = with_second(&pack, TEXTS, "ledger/textz.jsonl", &pack.files[TEXTS]);
    let alone = |what, zip| Case { what, zip, after: Vec::new(), accepted: false };
    agree([
        alone("a file twice", twice),
        alone("too many files", listing(100_001, 6)),
        alone("a list of files above 32 MiB", listing(560, 60_000)),
    ]);
}
