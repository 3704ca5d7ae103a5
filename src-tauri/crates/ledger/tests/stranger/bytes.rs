//! Bytes of a pack that no writer would write.

use crate::record::{Pack, whole};
use crate::three::{Case, agree, two_agree};

/// The pack with something put in front of the end of a file's last object.
fn with_more(pack: &Pack, path: &str, more: &str) -> Vec<u8> {
    let text = String::from_utf8(pack.files[path].clone()).unwrap();
    let (front, rest) = text.rsplit_once('}').unwrap();
    with_file(pack, path, &format!("{front},{more}}}{rest}"))
}

fn with_file(pack: &Pack, path: &str, content: &str) -> Vec<u8> {
    let mut changed = pack.clone();
    changed.put(path, content);
    changed.zip()
}

/// The pack's zip with a number in the central directory's first file raised by one.
fn with_size(pack: &Pack, field: usize) -> Vec<u8> {
    let mut zip = pack.zip();
    let first = zip.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    zip[first + field] += 1;
    zip
}

#[test]
fn three_verifiers_find_the_same_in_wrong_bytes() {
    let pack = whole().pack();
    let nested = |lists: usize, inside: &str| {
        format!("\"more\":{}{inside}{}", "[".repeat(lists), "]".repeat(lists))
    };
    let (seal, withheld) = ("seal/entry.json", "ledger/withheld.jsonl");
    let cases = [
        ("nothing wrong", pack.zip(), true),
        ("lists 64 deep in an object", with_more(&pack, seal, &nested(64, "")), true),
        ("a number inside 64 lists in an object", with_more(&pack, seal, &nested(64, "1")), false),
        ("half a character", with_more(&pack, seal, r#""more":"\ud800""#), false),
        ("both halves", with_more(&pack, seal, r#""more":"\ud83d\ude00""#), true),
        ("a number no reader can hold", with_more(&pack, seal, r#""more":1e999"#), true),
        ("a seq of 0", with_file(&pack, withheld, "{\"path\":\"/event/name\",\"seq\":0}\n"), false),
        ("no entry but the export", with_file(&pack, "ledger/entries.jsonl", ""), false),
        ("a byte behind the end", [pack.zip(), vec![0]].concat(), false),
        ("another unpacked size", with_size(&pack, 24), false),
    ];
    let case = |(what, zip, accepted)| Case { what, zip, after: Vec::new(), accepted };
    agree(cases.map(case));
    // Node's own stream lets bytes pass behind deflated data, which no browser's does.
    two_agree(&case(("another packed size", with_size(&pack, 20), false)));
}
