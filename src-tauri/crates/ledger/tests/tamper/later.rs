//! Packs that were sealed later than they were about, and packs that go on from an earlier one.

use ledger::verify::{Claims, FaultCode, NoteCode, Part, Verdict, Verdicts};

use crate::record::{Pack, Writer, codes, sentences, whole};
use crate::table::Table;

/// A pack of the first twelve entries, sealed after three more: one of them enrols a key, and one
/// erases a text.
fn sealed_later() -> (Writer, Pack) {
    let mut writer = whole();
    let mut pack = writer.contents(None, 12);
    writer.enrol_third();
    writer.workflow("PER-0003", 6);
    writer.erase(5, "/event/name");
    // The erased words are gone from a pack that is made after that.
    let texts = writer.contents(None, 12).files["ledger/texts.jsonl"].clone();
    pack.put("ledger/texts.jsonl", texts);
    pack.list_anew();
    let pack = writer.sealed(pack, None, 12);
    (writer, pack)
}

/// An earlier pack, and one that goes on from its end.
fn two() -> (Writer, Pack, Pack) {
    let mut writer = whole();
    let earlier = writer.pack();
    let since = writer.head().size;
    writer.workflow("PER-0001", 6);
    writer.erase(5, "/event/name");
    let later = writer.pack_since(since);
    (writer, earlier, later)
}

fn holds(verdicts: &Verdicts) {
    assert!(verdicts.accepted(), "{}", sentences(verdicts));
}

fn refused(pack: &Pack) -> bool {
    !pack.verify(&Claims::default()).accepted()
}

#[test]
fn a_pack_may_be_sealed_after_further_entries() {
    let (_, pack) = sealed_later();
    let verdicts = pack.verify(&Claims::default());
    holds(&verdicts);
    assert_eq!(verdicts.head.size, 16, "twelve entries, three between and the export");
    assert_eq!(verdicts.counts.erased, 2, "what was erased in between is missing for a reason");
}

#[test]
fn a_pack_made_again_later_is_the_same_but_for_its_seal() {
    let mut writer = whole();
    let contents = writer.contents(None, 12);
    let first = writer.sealed(contents.clone(), None, 12);
    writer.workflow("PER-0001", 6);
    let second = writer.sealed(contents.clone(), None, 12);
    holds(&second.verify(&Claims::default()));
    let outside = |pack: &Pack| {
        let mut files = pack.files.clone();
        files.retain(|path, _| !path.starts_with("seal/"));
        files
    };
    assert_eq!(outside(&first), outside(&second), "byte by byte");
}

#[test]
fn every_change_to_what_came_between_is_found() {
    let (mut writer, pack) = sealed_later();
    let text = String::from_utf8(pack.files["seal/between.jsonl"].clone()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let with = |lines: &[&str]| {
        let mut changed = pack.clone();
        changed.put("seal/between.jsonl", lines.join("\n") + "\n");
        changed
    };
    let mut table = Table::new();
    let dropped = (0..lines.len()).map(|index| {
        let mut rest = lines.clone();
        rest.remove(index);
        (format!("line {index}"), with(&rest))
    });
    table.row("an entry between dropped", dropped, refused);
    let swapped = (1..lines.len()).map(|index| {
        let mut rest = lines.clone();
        rest.swap(index - 1, index);
        (format!("line {index}"), with(&rest))
    });
    table.row("two entries between swapped", swapped, refused);
    let changed = (0..lines.len()).map(|index| {
        let other = lines[index].replacen("2026-09-01T08:1", "2026-09-01T08:2", 1);
        assert_ne!(other, lines[index], "a time is changed");
        let mut rest = lines.clone();
        rest[index] = &other;
        (format!("line {index}"), with(&rest))
    });
    table.row("an entry between changed", changed, refused);
    writer.workflow("PER-0001", 7);
    let later = writer.contents(Some(writer.head_of(16)), 17);
    let later = String::from_utf8(later.files["ledger/entries.jsonl"].clone()).unwrap();
    let again = [&lines[..], &[lines[0]]].concat();
    let added = [&lines[..], &[later.trim_end()]].concat();
    let more = [("a later one", with(&added)), ("one twice", with(&again))];
    let more = more.map(|(name, pack)| (name.to_owned(), pack));
    table.row("an entry between added", more, refused);
    let mut none = pack.clone();
    none.files.remove("seal/between.jsonl");
    table.row("all between removed", [("it".to_owned(), none)], refused);
    table.done();
}

#[test]
fn a_between_file_without_an_entry_has_no_place_in_a_pack() {
    let mut pack = whole().pack();
    pack.put("seal/between.jsonl", "");
    assert_eq!(
        codes(&pack.verify(&Claims::default())),
        [FaultCode::PackForm],
        "it is a form fault"
    );
}

#[test]
fn the_export_says_with_which_entry_its_pack_ends() {
    let mut writer = whole();
    let contents = writer.contents(None, 12);
    let pack = writer.sealed(contents, None, 11);
    let mut moved = pack.clone();
    moved.files.remove("seal/between.jsonl");
    let found = codes(&moved.verify(&Claims::default()));
    assert_eq!(found, [FaultCode::PackSeal], "twelve entries, and an export that says eleven");
}

#[test]
fn no_text_of_what_came_between_is_listed_as_withheld() {
    let (mut writer, _) = sealed_later();
    let mut contents = writer.contents(None, 12);
    let line = "{\"path\":\"/event/name\",\"seq\":14}\n";
    contents.files.get_mut("ledger/withheld.jsonl").unwrap().extend_from_slice(line.as_bytes());
    contents.list_anew();
    let pack = writer.sealed(contents, None, 12);
    assert_eq!(
        codes(&pack.verify(&Claims::default())),
        [FaultCode::TextWithheld],
        "none is allowed"
    );
}

#[test]
fn a_text_of_what_came_between_lies_nowhere_in_the_pack() {
    let (mut writer, _) = sealed_later();
    let mut contents = writer.contents(None, 12);
    let all = writer.contents(None, 14).files["ledger/texts.jsonl"].clone();
    contents.put("ledger/texts.jsonl", all);
    contents.list_anew();
    let pack = writer.sealed(contents, None, 12);
    let found = codes(&pack.verify(&Claims::default()));
    assert!(found.iter().all(|code| *code == FaultCode::TextWithheld), "{found:?}");
    assert_eq!(found.len(), 3, "each text of entry 14 is withheld, and is here");
}

#[test]
fn keys_enrolled_in_between_do_not_lie_among_the_keys() {
    let (mut writer, _) = sealed_later();
    let mut contents = writer.contents(None, 12);
    let all = writer.contents(None, 16);
    for (path, bytes) in all.files.iter().filter(|(path, _)| path.starts_with("keys/")) {
        contents.put(path, bytes.clone());
    }
    contents.list_anew();
    let pack = writer.sealed(contents, None, 12);
    let found = codes(&pack.verify(&Claims::default()));
    assert!(
        !found.is_empty() && found.iter().all(|code| *code == FaultCode::PackKeys),
        "{found:?}"
    );
}

#[test]
fn a_pack_goes_on_from_an_earlier_one() {
    let (_, earlier, later) = two();
    let verdicts = later.verify_after(&[&earlier]);
    holds(&verdicts);
    assert_eq!(verdicts.head.size, 16, "all entries are judged, from the first");
    assert_eq!(verdicts.counts.erased, 2, "an earlier text that was erased since is passed over");
    let noted = verdicts.notes.iter().any(|note| note.code == NoteCode::EarlierPacks);
    assert!(noted, "it says that the earlier pack is to be verified on its own");
}

#[test]
fn a_pack_goes_on_from_a_pack_that_goes_on_from_another() {
    let (mut writer, first, second) = two();
    writer.batch("BAT-0001", &["[2,\"a\"]"]);
    let third = writer.pack_since(16);
    holds(&third.verify_after(&[&first, &second]));
    let short = third.verify_after(&[&first]);
    assert_eq!(codes(&short), [FaultCode::PackSince], "the second one is wanted");
    let turned = third.verify_after(&[&second, &first]);
    assert_eq!(codes(&turned), [FaultCode::PackSince], "the oldest comes first");
}

#[test]
fn an_earlier_pack_is_cut_where_the_later_one_goes_on() {
    let mut writer = whole();
    let contents = writer.contents(None, 12);
    writer.workflow("PER-0001", 6);
    let earlier = writer.sealed(contents, None, 12);
    writer.workflow("PER-0001", 7);
    let later = writer.pack_since(12);
    let verdicts = later.verify_after(&[&earlier]);
    holds(&verdicts);
    assert_eq!(verdicts.counts.withheld, 1, "what came between then is here with its texts now");
}

#[test]
fn a_pack_that_goes_on_behind_what_came_between_says_whose_words_nobody_gave() {
    let mut writer = whole();
    let contents = writer.contents(None, 12);
    writer.workflow("PER-0001", 6);
    writer.workflow("PER-0001", 7);
    let earlier = writer.sealed(contents, None, 12);
    let lacks = |since: u64, writer: &mut Writer| {
        let verdicts = writer.pack_since(since).verify_after(&[&earlier]);
        holds(&verdicts);
        let noted = verdicts.notes.into_iter().find(|note| note.code == NoteCode::EarlierWords);
        noted.map(|note| note.sentence)
    };
    let behind = lacks(14, &mut writer).unwrap();
    assert!(behind.starts_with("Entries 13 to 14 "), "these came with the seal alone: {behind}");
    assert_eq!(lacks(12, &mut writer), None, "what goes on from its end has them itself");
}

#[test]
fn texts_that_an_earlier_pack_holds_of_later_entries_are_left_to_the_later_one() {
    let mut writer = whole();
    let earlier = writer.pack();
    let later = writer.pack_since(3);
    let verdicts = later.verify_after(&[&earlier]);
    holds(&verdicts);
    assert_eq!(verdicts.counts.withheld, 1, "what both withhold is withheld once");
}

#[test]
fn without_what_was_before_nothing_is_said_of_a_later_pack() {
    let (mut writer, earlier, later) = two();
    let alone = later.verify(&Claims { seen: vec![writer.head()], ..Claims::default() });
    assert_eq!(codes(&alone), [FaultCode::PackSince], "one fault, which says what is wanted");
    assert_eq!(alone.faults[0].part, Part::Both, "it fails both verdicts");
    assert_eq!((alone.integrity, alone.completeness), (Verdict::Fails, Verdict::Fails), "both");
    let head = writer.head_of(13).to_string();
    assert!(alone.faults[0].sentence.contains(&head), "{}", alone.faults[0].sentence);

    let other = crate::record::whole_of(99).pack();
    assert_eq!(codes(&later.verify_after(&[&other])), [FaultCode::PackSince], "of another record");
    let mut short = Writer::new(crate::record::SEED);
    short.create();
    short.enrol_sponsor();
    let contents = short.contents(None, 2);
    let short = short.sealed(contents, None, 2);
    assert_eq!(codes(&later.verify_after(&[&short])), [FaultCode::PackSince], "too short");
    let mut broken = earlier.clone();
    let text = String::from_utf8(broken.files["ledger/entries.jsonl"].clone()).unwrap();
    broken.put("ledger/entries.jsonl", text.replacen("08:02", "08:03", 1));
    assert_eq!(codes(&later.verify_after(&[&broken])), [FaultCode::PackSince], "altered");
    let more = writer.pack_since(40.min(writer.head().size));
    let nothing_new = codes(&more.verify_after(&[&earlier, &later]));
    assert_eq!(nothing_new, [FaultCode::RecordEmpty], "a pack without an entry is none");
}

#[test]
fn where_a_pack_goes_on_is_what_its_export_says() {
    let (_, earlier, later) = two();
    let said = String::from_utf8(later.files["ledger/since.json"].clone()).unwrap();
    let with = |text: &str| {
        let mut changed = later.clone();
        changed.put("ledger/since.json", text);
        changed.list_anew();
        changed
    };
    let found = |pack: &Pack| codes(&pack.verify_after(&[&earlier]));
    let other_root =
        said.replacen("\"root\":\"", "\"root\":\"0", 1).replacen("\",\"size", ",\"size", 1);
    for (what, text, code) in [
        ("another size", said.replace("\"size\":13", "\"size\":12"), FaultCode::PackSince),
        ("a longer root", said.replacen("\"root\":\"", "\"root\":\"0", 1), FaultCode::PackForm),
        ("no JSON", other_root, FaultCode::PackForm),
        ("another version", said.replace("\"v\":1", "\"v\":2"), FaultCode::PackForm),
        ("no size", said.replace("\"size\":13", "\"size\":0"), FaultCode::PackForm),
    ] {
        let found = found(&with(&text));
        assert!(found.contains(&code), "{what}: {found:?}");
    }
    let mut lacking = later.clone();
    lacking.files.remove("ledger/since.json");
    lacking.list_anew();
    assert!(found(&lacking).contains(&FaultCode::PackSeal), "it is gone, but the export names it");
}

#[test]
fn an_export_that_names_another_beginning_is_refused() {
    let (mut writer, earlier, _) = two();
    let upto = writer.head().size;
    let contents = writer.contents(Some(writer.head_of(12)), upto);
    let pack = writer.sealed(contents.clone(), Some(writer.head_of(11)), upto);
    assert_eq!(codes(&pack.verify_after(&[&earlier])), [FaultCode::PackSeal], "another head");
    let upto = writer.head().size;
    let contents = writer.contents(Some(writer.head_of(12)), upto);
    let pack = writer.sealed(contents, None, upto);
    assert_eq!(codes(&pack.verify_after(&[&earlier])), [FaultCode::PackSeal], "none");
    let upto = writer.head().size;
    let contents = writer.contents(None, upto);
    let pack = writer.sealed(contents, Some(writer.head_of(12)), upto);
    assert_eq!(
        codes(&pack.verify(&Claims::default())),
        [FaultCode::PackSeal],
        "one of a whole pack"
    );
}

#[test]
fn texts_of_an_earlier_pack_are_held_to_their_commitments() {
    let (_, earlier, later) = two();
    let text = String::from_utf8(earlier.files["ledger/texts.jsonl"].clone()).unwrap();
    let mut changed = earlier.clone();
    changed.put("ledger/texts.jsonl", text.replacen("Nordlicht", "Südlicht", 1));
    assert_eq!(codes(&later.verify_after(&[&changed])), [FaultCode::TextAltered], "changed");
    let mut lacking = earlier.clone();
    let (_, rest) = text.split_once('\n').unwrap();
    lacking.put("ledger/texts.jsonl", rest);
    assert_eq!(codes(&later.verify_after(&[&lacking])), [FaultCode::TextMissing], "left out");
}

#[test]
fn what_an_earlier_pack_holds_beside_the_record_is_not_judged_again() {
    let (_, mut earlier, later) = two();
    earlier.put("reports/extra.pdf", "put in");
    earlier.put("seal/checkpoint", "no checkpoint");
    holds(&later.verify_after(&[&earlier]));
    let (writer, whole, _) = two();
    holds(&whole.verify_after(&[&earlier]));
    assert!(writer.head().size > 13, "a whole pack needs no earlier one, and may be given one");
}
