//! A pack that goes on from an earlier one, by command line.

use journeys::{Home, built};

#[test]
fn a_pack_that_goes_on_from_another_is_verified_behind_it() {
    let home = Home::new();
    for name in ["first.zip", "second.zip"] {
        let place = built::project("ui/tests/verifier").join(name);
        home.put(name, std::fs::read(place).expect("the pack is there"));
    }
    let joined = ["verify", "second.zip", "--after", "first.zip", "--json"];
    let joined = home.countersign(&joined).done().json();
    assert_eq!(joined["entries"], 16, "all entries are judged, those of the first pack too");
    let notes = joined["notes"].to_string();
    assert!(notes.contains("verify each of them on its own"), "it says what it left: {notes}");

    let alone = home.countersign(&["verify", "second.zip"]);
    assert_eq!(alone.code, Some(3), "nothing can be said of it alone: {alone:?}");
    for words in ["[pack.since]", "It cannot be said without the earlier pack", "head 13:"] {
        assert!(alone.out.contains(words), "{words}: {}", alone.out);
    }
    home.countersign(&["verify", "second.zip", "--after", "nowhere.zip"])
        .fails(1, "nowhere.zip cannot be read");
}
