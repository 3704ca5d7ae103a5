//! Packs that were sealed later, go on from earlier ones and carry rows, as they should be and not.

use crate::record::{Pack, Writer, whole, whole_of};
use crate::three::{Case, agree};

const ROWS: [&str; 3] = ["[2,\"a\"]", "[3,\"b\"]", "[4,\"c\"]"];
const FIRST: &str = "actions/BAT-0001.jsonl";
const SECOND: &str = "actions/BAT-0002.jsonl";
const BETWEEN: &str = "seal/between.jsonl";
const SINCE: &str = "ledger/since.json";
const TEXTS: &str = "ledger/texts.jsonl";
const WITHHELD: &str = "ledger/withheld.jsonl";
const ENTRIES: &str = "ledger/entries.jsonl";

fn text(pack: &Pack, path: &str) -> String {
    String::from_utf8(pack.files[path].clone()).unwrap()
}

fn with(pack: &Pack, path: &str, content: &str) -> Pack {
    let mut changed = pack.clone();
    changed.put(path, content);
    changed.list_anew();
    changed
}

fn without(pack: &Pack, path: &str) -> Pack {
    let mut changed = pack.clone();
    changed.files.remove(path);
    changed.list_anew();
    changed
}

/// The lines of a file, rearranged.
fn lines(pack: &Pack, path: &str, act: impl Fn(&mut Vec<&str>)) -> Pack {
    let text = text(pack, path);
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    act(&mut lines);
    with(pack, path, &lines.concat())
}

fn case(what: &'static str, pack: &Pack, after: &[&Pack], accepted: bool) -> Case {
    let after = after.iter().map(|pack| pack.zip()).collect();
    Case { what, zip: pack.zip(), after, accepted }
}

/// Sealed after three more entries, which enrol a key and take a batch in.
fn sealed_later(change: impl Fn(&Writer, &mut Pack)) -> Pack {
    let mut writer = whole();
    writer.batch("BAT-0001", &ROWS);
    writer.enrol_third();
    writer.workflow("PER-0003", 6);
    writer.batch("BAT-0002", &ROWS);
    let mut contents = writer.contents(None, 13);
    change(&writer, &mut contents);
    contents.list_anew();
    writer.sealed(contents, None, 13)
}

#[test]
fn three_verifiers_find_the_same_in_packs_that_were_sealed_later() {
    let pack = sealed_later(|_, _| {});
    let more = |path: &'static str, line: &'static str| {
        sealed_later(move |_, contents| {
            contents.files.get_mut(path).unwrap().extend_from_slice(line.as_bytes());
        })
    };
    let all_of = |paths: &'static str| {
        sealed_later(move |writer, contents| {
            let all = writer.contents(None, 16);
            let files = all.files.iter().filter(|(path, _)| path.starts_with(paths));
            contents.files.extend(files.map(|(path, bytes)| (path.clone(), bytes.clone())));
        })
    };
    let mut both = without(&pack, "keys/keys.json");
    let pem = both.files.keys().find(|path| path.ends_with(".pem")).unwrap().clone();
    both.put(&pem, "no key");
    let no_entries = with(&pack, ENTRIES, "");
    let mut early = whole();
    let contents = early.contents(None, 12);
    let early = early.sealed(contents, None, 11);
    agree([
        case("sound", &pack, &[], true),
        case("with an earlier pack that is not needed", &pack, &[&early], true),
        case("nothing between any more", &without(&pack, BETWEEN), &[], false),
        case(
            "one dropped",
            &lines(&pack, BETWEEN, |lines| {
                lines.remove(1);
            }),
            &[],
            false,
        ),
        case("two swapped", &lines(&pack, BETWEEN, |lines| lines.swap(0, 1)), &[], false),
        case("one twice", &lines(&pack, BETWEEN, |lines| lines.push(lines[0])), &[], false),
        case(
            "one changed",
            &with(&pack, BETWEEN, &text(&pack, BETWEEN).replace("WF-0006", "WF-0007")),
            &[],
            false,
        ),
        case(
            "one that cannot be read",
            &with(&pack, BETWEEN, &text(&pack, BETWEEN).replacen('{', "", 1)),
            &[],
            false,
        ),
        case("an empty file", &with(&without(&pack, BETWEEN), BETWEEN, "\n"), &[], false),
        case("no entry but those", &no_entries, &[], false),
        case("the last entry moved between", &moved(&pack), &[], false),
        case(
            "a text of one listed as withheld",
            &more(WITHHELD, "{\"path\":\"/event/name\",\"seq\":15}\n"),
            &[],
            false,
        ),
        case("texts of them", &all_of(TEXTS), &[], false),
        case("keys of them", &all_of("keys/"), &[], false),
        case("rows of them", &all_of("actions/"), &[], false),
        case("rows of them with their salt", &both_of(), &[], false),
        case("an export that ends elsewhere", &without(&early, BETWEEN), &[], false),
        case("an export that ends elsewhere, and something between", &early, &[], false),
        case("no list of keys, and no key", &both, &[], false),
    ]);
}

/// The last of the entries that the pack is about stands among those between.
fn moved(pack: &Pack) -> Pack {
    let entries = text(pack, ENTRIES);
    let (rest, last) = entries.trim_end().rsplit_once('\n').unwrap();
    let changed = with(pack, ENTRIES, &format!("{rest}\n"));
    with(&changed, BETWEEN, &format!("{last}\n{}", text(pack, BETWEEN)))
}

fn both_of() -> Pack {
    sealed_later(|writer, contents| {
        let all = writer.contents(None, 16);
        let salt = text(&all, TEXTS);
        let salt = salt.lines().rfind(|line| line.contains("/event/salt")).unwrap();
        contents.files.get_mut(TEXTS).unwrap().extend_from_slice(format!("{salt}\n").as_bytes());
        contents.put(SECOND, all.files[SECOND].clone());
    })
}

#[test]
fn three_verifiers_find_the_same_in_packs_that_go_on_from_others() {
    let mut writer = whole();
    let first = writer.pack();
    writer.batch("BAT-0001", &ROWS);
    writer.erase(5, "/event/name");
    let second = writer.pack_since(13);
    writer.batch("BAT-0002", &ROWS);
    let third = writer.pack_since(writer.head().size - 1);
    let since = text(&second, SINCE);
    let naming = |since: u64, said: Option<u64>| {
        let mut writer = whole();
        writer.pack();
        writer.workflow("PER-0001", 6);
        let contents = writer.contents((since > 0).then(|| writer.head_of(since)), 14);
        writer.sealed(contents, said.map(|size| writer.head_of(size)), 14)
    };
    let mut cut = whole();
    let contents = cut.contents(None, 12);
    cut.workflow("PER-0001", 6);
    let between = cut.sealed(contents, None, 12);
    let of_it = cut.pack_since(12);
    let after_it = cut.pack_since(14);
    let other = whole_of(99).pack();
    let texts = text(&first, TEXTS);
    let reworded = with(&first, TEXTS, &texts.replacen("Nordlicht", "Südlicht", 1));
    let lacking = with(&first, TEXTS, texts.split_once('\n').unwrap().1);
    let doubled = with(&first, TEXTS, &format!("{texts}{texts}"));
    let erased = with(&first, TEXTS, &texts.replace("Workflow 3", "Workflow 9"));
    let broken = with(&first, ENTRIES, &text(&first, ENTRIES).replacen("08:02", "08:03", 1));
    let garbled = with(&first, WITHHELD, "no JSON\n");
    let added = format!("{}{}", text(&second, WITHHELD), "{\"path\":\"/event/name\",\"seq\":4}\n");
    agree([
        case("sound", &second, &[&first], true),
        case("two earlier ones", &third, &[&first, &second], true),
        case("cut before the end of the earlier", &of_it, &[&between], true),
        case("behind entries between", &after_it, &[&between], true),
        case("nothing before", &second, &[], false),
        case("one of two", &third, &[&first], false),
        case("the other of two", &third, &[&second], false),
        case("turned round", &third, &[&second, &first], false),
        case("of another record", &second, &[&other], false),
        case("an earlier that was altered", &second, &[&broken], false),
        case("an earlier that is too short", &after_it, &[&first], false),
        case(
            "a size that is another",
            &with(&second, SINCE, &since.replace(":13", ":12")),
            &[&first],
            false,
        ),
        case(
            "a size of nothing",
            &with(&second, SINCE, &since.replace(":13", ":0")),
            &[&first],
            false,
        ),
        case(
            "a size that is no number",
            &with(&second, SINCE, &since.replace(":13", ":13.0")),
            &[&first],
            false,
        ),
        case(
            "a root in capitals",
            &with(
                &second,
                SINCE,
                &since
                    .to_uppercase()
                    .replace("ROOT", "root")
                    .replace("SIZE", "size")
                    .replace("\"V\"", "\"v\""),
            ),
            &[&first],
            false,
        ),
        case(
            "a root that is another",
            &with(&second, SINCE, &with_other_root(&since)),
            &[&first],
            false,
        ),
        case(
            "another version",
            &with(&second, SINCE, &since.replace("\"v\":1", "\"v\":2")),
            &[&first],
            false,
        ),
        case("a beginning that is gone", &without(&second, SINCE), &[&first], false),
        case(
            "a beginning that a whole pack is given",
            &with(&first, SINCE, &since),
            &[&first],
            false,
        ),
        case("an export with another beginning", &naming(12, Some(11)), &[&first], false),
        case("an export without one", &naming(12, None), &[&first], false),
        case("an export of a whole pack with one", &naming(0, Some(12)), &[], false),
        case("an earlier text changed", &second, &[&reworded], false),
        case("an earlier text left out", &second, &[&lacking], false),
        case("earlier texts twice", &second, &[&doubled], false),
        case("an earlier text changed and erased since", &second, &[&erased], true),
        case(
            "an earlier list of what is withheld that cannot be read",
            &second,
            &[&garbled],
            false,
        ),
        case(
            "what an earlier one withheld, withheld again",
            &with(&second, WITHHELD, &added),
            &[&first],
            false,
        ),
        case("texts of earlier entries once more", &with(&second, TEXTS, &texts), &[&first], false),
    ]);
    let mut no_zip = case("an earlier that is no zip", &second, &[&first], false);
    no_zip.after = vec![b"no zip".to_vec()];
    let mut empty = case("an earlier that is empty", &second, &[&first], false);
    empty.after = vec![Vec::new()];
    agree([no_zip, empty]);
}

fn with_other_root(since: &str) -> String {
    let (front, rest) = since.split_once("\"root\":\"").unwrap();
    let digit = if rest.starts_with('0') { "1" } else { "0" };
    format!("{front}\"root\":\"{digit}{}", &rest[1..])
}

#[test]
fn three_verifiers_find_the_same_in_rows() {
    let mut writer = whole();
    writer.batch("BAT-0001", &ROWS);
    writer.batch("BAT-0002", &["[2,\"é\"]"]);
    writer.batch("BAT-0003", &[]);
    let pack = writer.pack();
    let rows = text(&pack, FIRST);
    let texts = text(&pack, TEXTS);
    let salt = texts.lines().find(|line| line.contains("/event/salt")).unwrap();
    let unsalted = with(&pack, TEXTS, &texts.replacen(&format!("{salt}\n"), "", 1));
    let listed = text(&pack, WITHHELD) + "{\"path\":\"/event/salt\",\"seq\":13}\n";
    let other_salt = texts.replacen(&"01".repeat(16), &"02".repeat(16), 1);
    let other = salt.replacen(&"01".repeat(16), &"02".repeat(16), 1);
    let mut swapped = with(&pack, FIRST, &text(&pack, SECOND));
    swapped.put(SECOND, rows.clone());
    swapped.list_anew();
    let mut erased = whole();
    erased.batch("BAT-0001", &ROWS);
    erased.erase(13, "/event/salt");
    agree([
        case("sound", &pack, &[], true),
        case("a row changed", &with(&pack, FIRST, &rows.replace('b', "x")), &[], false),
        case(
            "a row dropped",
            &lines(&pack, FIRST, |lines| {
                lines.remove(1);
            }),
            &[],
            false,
        ),
        case("a row added", &lines(&pack, FIRST, |lines| lines.push("[9,\"z\"]\n")), &[], false),
        case("rows swapped", &lines(&pack, FIRST, |lines| lines.swap(0, 1)), &[], false),
        case("no last line end", &with(&pack, FIRST, rows.trim_end()), &[], false),
        case("an empty line behind", &with(&pack, FIRST, &format!("{rows}\n")), &[], false),
        case(
            "line ends of another system",
            &with(&pack, FIRST, &rows.replace('\n', "\r\n")),
            &[],
            false,
        ),
        case("no row any more", &with(&pack, FIRST, ""), &[], false),
        case(
            "a row where there was none",
            &with(&pack, "actions/BAT-0003.jsonl", &rows),
            &[],
            false,
        ),
        case("rows of two batches swapped", &swapped, &[], false),
        case("no file of them", &without(&pack, FIRST), &[], false),
        case("of an unknown batch", &with(&pack, "actions/BAT-0009.jsonl", &rows), &[], false),
        case("of another ending", &with(&pack, "actions/BAT-0001.csv", &rows), &[], false),
        case("deeper", &with(&pack, "actions/a/BAT-0001.jsonl", &rows), &[], false),
        case("without their salt", &unsalted, &[], false),
        case("with their salt withheld", &with(&unsalted, WITHHELD, &listed), &[], false),
        case("with their salt listed as withheld", &with(&pack, WITHHELD, &listed), &[], false),
        case("with another salt", &with(&pack, TEXTS, &other_salt), &[], false),
        case(
            "with another salt behind theirs",
            &with(&pack, TEXTS, &format!("{texts}{other}\n")),
            &[],
            false,
        ),
        case(
            "with another salt in front of theirs",
            &with(&pack, TEXTS, &format!("{other}\n{texts}")),
            &[],
            false,
        ),
        case("with their salt erased", &erased.pack(), &[], false),
    ]);
}
