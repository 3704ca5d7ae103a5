//! What differs between two moments.

use proptest::prelude::*;
use store::replay::compare_as_of;
use store::tables::change::Filter;
use store::{Actor, Altered, AsOf};

use crate::history::{lived, steps};
use crate::support::{Desk, FOUNDER, person};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn it_says_something_just_where_the_tables_of_two_moments_differ(
        steps in steps(30), at in 0.0..1.0_f64
    ) {
        let desk = lived(&steps);
        let size = desk.store.size().unwrap();
        let seq = 1 + (at * (size - 1) as f64) as u64;
        let now = desk.store.as_of(AsOf::Seq(size));
        let altered = now.altered(seq, |_| true).unwrap();
        let same = |one: &Altered| one.before.is_some() && one.before == one.after;
        prop_assert!(!altered.iter().any(same), "what is the same is not said");
        prop_assert_eq!(now.altered(size, |_| true).unwrap(), vec![], "a moment equals itself");
        // One entry after the other tells no row that all of them together do not tell.
        let mut one_by_one = Vec::new();
        for after in seq + 1..=size {
            one_by_one.extend(desk.store.as_of(AsOf::Seq(after)).altered(after - 1, |_| true).unwrap());
        }
        for one in &altered {
            let told = |step: &Altered| step.table == one.table && step.key == one.key;
            prop_assert!(one_by_one.iter().any(told), "{} {:?}", one.table, one.key);
        }
        let versions = |one: &&Altered| one.before.is_some();
        let differs = !compare_as_of(&desk.store, seq, &desk.store).unwrap().is_empty();
        let changed = altered.iter().find(versions).is_some();
        prop_assert!(differs || !changed, "what was there before and is not so now differs");
    }
}

#[test]
fn a_row_tells_its_fields_before_and_after_with_their_words() {
    let mut desk = Desk::in_memory();
    desk.append(vec![person(2, "Amara Nwosu")]);
    let before = desk.store.size().unwrap();
    let changed = domain::people::PersonChanged {
        person: domain::PersonRef::new(2),
        name: domain::Text::new("Amara Okoye"),
        contact: None,
    };
    desk.append(vec![changed.into()]);
    let altered = desk.store.now().altered(before, |_| true).unwrap();
    assert_eq!(altered.len(), 1, "one person changed: {altered:?}");
    let one = &altered[0];
    assert_eq!((one.table, &one.key[..]), ("person", &["PER-0002".to_owned()][..]), "which");
    let told = |side: &Option<store::Fields>, field: &str| side.as_ref().unwrap()[field].clone();
    assert_eq!(told(&one.before, "name")["t"], "Amara Nwosu", "what was");
    assert_eq!(told(&one.after, "name")["t"], "Amara Okoye", "what is");
    assert_eq!(told(&one.before, "contact")["t"], "2@example.org", "texts are opened");
    assert!(told(&one.after, "contact").is_null(), "what is gone is nothing");
}

#[test]
fn entries_are_found_by_all_their_words_wherever_they_stand() {
    let mut desk = Desk::in_memory();
    desk.append(vec![person(2, "Amara Nwosu"), person(3, "Żaneta Król")]);
    let signers = [("PER-0001".to_owned(), "Zoë Founder".to_owned())];
    let found = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        desk.store.now().search(&words, &signers, &Filter::default()).unwrap()
    };
    assert_eq!(found(&["nwosu"]), [3], "in a text");
    assert_eq!(found(&["KRÓL"]), [4], "whatever the case and the letters");
    assert_eq!(found(&["per-0003"]), [4], "in what it is about");
    assert_eq!(found(&["person added"]), [4, 3], "in what it did, the newest first");
    assert_eq!(found(&["amara", "2@example"]), [3], "each word where it stands");
    assert_eq!(found(&["amara", "król"]), Vec::<u64>::new(), "but all of them");
    assert_eq!(found(&["founder"]), [4, 3, 2, 1], "and by who signed");
    let then = desk.store.as_of(AsOf::Seq(3));
    let seq = then.search(&["example".into()], &signers, &Filter::default()).unwrap();
    assert_eq!(seq, [3], "a past moment ends where it ends");
}

#[test]
fn a_search_for_a_page_reads_back_only_as_far_as_the_page_reaches() {
    let mut desk = Desk::in_memory();
    desk.append(vec![person(2, "Amara Nwosu")]);
    desk.append((3..6000).map(|number| person(number, "Żaneta Król")).collect());
    let last = desk.store.size().unwrap();
    let found = |word: &str, filter: Filter| {
        desk.store.now().search(&[word.to_owned()], &[], &filter).unwrap()
    };
    let page = Filter { limit: Some(2), ..Filter::default() };
    let newest = found("król", page.clone());
    assert_eq!(newest[..2], [last, last - 1], "the newest");
    assert!(newest.len() < 5997, "and not all of them");
    assert_eq!(found("nwosu", page.clone()), [3], "what is rare is looked for to the first entry");
    let before = Filter { before: Some(last - 1), ..page };
    assert_eq!(found("król", before)[0], last - 2, "a later page begins where the last one ended");
    let by = Filter { by: Some(Actor::Person(FOUNDER)), limit: Some(2), ..Filter::default() };
    assert_eq!(found("król", by).len(), 5997, "what is filtered besides may need any of them");
}
