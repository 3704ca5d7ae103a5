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

/// Bytes of the record that ends a zip.
const END: usize = 22;

/// The zip with what `change` makes of its list and of the record behind it, which then says how long the
/// list is.
fn relisted(mut zip: Vec<u8>, change: impl FnOnce(&mut Vec<u8>, &mut [u8])) -> Vec<u8> {
    let mut end = zip.split_off(zip.len() - END);
    let long = usize::try_from(u32::from_le_bytes(end[12..16].try_into().unwrap())).unwrap();
    let mut list = zip.split_off(zip.len() - long);
    change(&mut list, &mut end);
    end[12..16].copy_from_slice(&u32::try_from(list.len()).unwrap().to_le_bytes());
    [zip, list, end].concat()
}

/// Adds to a number of two bytes.
fn add(bytes: &mut [u8], at: usize, more: i16) {
    let number = u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap());
    bytes[at..at + 2].copy_from_slice(&number.wrapping_add_signed(more).to_le_bytes());
}

/// The zip of a pack that counts so many files more than it lists.
fn counting(zip: Vec<u8>, more: i16) -> Vec<u8> {
    relisted(zip, |_, end| [8, 10].into_iter().for_each(|at| add(end, at, more)))
}

/// The zip of a pack in which a file has another name too, in the way of Info-ZIP.
fn with_second_name(zip: Vec<u8>, path: &str, second: &str) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(path.as_bytes());
    let long = u16::try_from(5 + second.len()).unwrap();
    let mut field = vec![0x75, 0x70];
    field.extend(long.to_le_bytes());
    field.push(1);
    field.extend(crc.sum().to_le_bytes());
    field.extend(second.as_bytes());
    relisted(zip, |list, _| {
        let at = listed(list, path);
        add(list, at + 30, i16::try_from(field.len()).unwrap());
        let behind = at + 46 + path.len();
        list.splice(behind..behind, field);
    })
}

/// The zip of a pack that says it is of several parts, with a record that says otherwise in its last
/// file's comment.
fn with_record_inside(zip: Vec<u8>, change: impl FnOnce(&mut [u8])) -> Vec<u8> {
    relisted(zip, |list, end| {
        let mut inside = end.to_vec();
        change(&mut inside);
        let is_file = |at: &usize| list[*at..].starts_with(b"PK\x01\x02");
        let last = (0..list.len()).rev().find(is_file).unwrap();
        add(list, last + 32, END as i16);
        list.extend(inside);
        add(end, 4, 1);
    })
}

/// The zip of a pack that ends in the wide form, of so many parts and so many files fewer in this one.
fn wide(mut zip: Vec<u8>, part: u32, fewer: u64) -> Vec<u8> {
    let end = zip.split_off(zip.len() - END);
    let number = |at: usize| u64::from(u32::from_le_bytes(end[at..at + 4].try_into().unwrap()));
    let (at, files) = (zip.len() as u64, number(8) >> 16);
    zip.extend(b"PK\x06\x06");
    zip.extend([44, 45 << 16 | 45].map(u64::to_le_bytes).concat().split_at(12).0);
    zip.extend([part, 0].map(u32::to_le_bytes).concat());
    zip.extend([files - fewer, files, number(12), number(16)].map(u64::to_le_bytes).concat());
    zip.extend(b"PK\x06\x07\0\0\0\0");
    zip.extend(at.to_le_bytes());
    zip.extend(b"\x01\0\0\0PK\x05\x06\0\0\0\0");
    zip.extend([0xff; 12]);
    zip.extend([0, 0]);
    zip
}

#[test]
fn three_verifiers_read_a_list_of_files_only_where_every_other_reader_reads_the_same() {
    let mut writer = whole();
    let pack = writer.pack();
    let more = with(&pack, "verify.html", b"forged");
    let mut renamed = pack.clone();
    let texts = renamed.files.remove(TEXTS).unwrap();
    renamed.put("ledger/other.jsonl", texts);
    let renamed = with_second_name(renamed.zip(), "ledger/other.jsonl", TEXTS);
    let front = pack.zip()[..pack.zip().len() - END].to_vec();
    let start = |record: &[u8]| u32::from_le_bytes(record[16..20].try_into().unwrap());
    let locals = start(&pack.zip()[front.len()..]);
    let front = &front[..usize::try_from(locals).unwrap()];
    let elsewhere = with_record_inside(pack.zip(), |inside| {
        let start = start(inside) + locals;
        inside[16..20].copy_from_slice(&start.to_le_bytes());
    });
    let of_two_parts = |at| relisted(pack.zip(), |_, end| add(end, at, 1));
    let alone = |what, zip, accepted| Case { what, zip, after: Vec::new(), accepted };
    let refused = |what, zip| alone(what, zip, false);
    let cases = [
        alone("the wide form", wide(pack.zip(), 0, 0), true),
        refused("a file more than are counted", counting(more.clone(), -1)),
        refused("a file fewer than are counted", counting(pack.zip(), 1)),
        refused("a name beside the list's", renamed),
        refused("a second name, the same", with_second_name(pack.zip(), REPORT, REPORT)),
        refused("a part of several", of_two_parts(4)),
        refused("a list in another part", of_two_parts(6)),
        refused("a part of its files", of_two_parts(8)),
        refused("a part of several, in the wide form", wide(pack.zip(), 1, 0)),
        refused("a part of its files, in the wide form", wide(pack.zip(), 0, 1)),
        refused(
            "a record inside that counts a file fewer",
            with_record_inside(more.clone(), |inside| {
                [8, 10].into_iter().for_each(|at| add(inside, at, -1));
            }),
        ),
        refused("a record inside of other files", [front, &elsewhere].concat()),
    ];
    let second = writer.pack_since(13).zip();
    let earlier = case("an earlier pack of more than it counts", second, counting(more, -1), false);
    agree(cases.into_iter().chain([earlier]));
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
