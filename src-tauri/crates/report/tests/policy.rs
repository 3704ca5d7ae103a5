//! What a reader finds in a policy's document.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/policy.rs"]
mod samples;

use report::policy::{Model, pdf};

#[test]
fn a_policy_reads_as_a_text_then_what_changed_and_who_attested_it() {
    let rendered = pdf(&samples::policy()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let pages = (0..rendered.pages).map(|page| reading::lines(&shown, page).join("\n"));
    insta::assert_snapshot!(pages.collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn nothing_of_a_hard_one_is_lost_and_nothing_leaves_the_page() {
    let model = samples::hard();
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    for person in &model.people {
        let name: String = person.name.split_whitespace().collect();
        assert!(text.contains(&name), "{name} is not in the file");
    }
    let said = text.matches("asafelane,notaban").count();
    assert_eq!(said, 24, "every paragraph of a long section is there");
    for piece in &shown {
        assert!(piece.baseline - piece.size > 0.0 && piece.baseline < 841.0, "{piece:?}");
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(pdf(&model).unwrap(), rendered, "the same policy gives the same bytes");
}

#[test]
fn a_first_version_is_held_against_nothing() {
    let first = Model { against: None, differences: Vec::new(), ..samples::policy() };
    assert!(
        !reading::text(&pdf(&first).unwrap().bytes).contains("Difference"),
        "there is no version before it"
    );
    let same = Model { differences: Vec::new(), ..samples::policy() };
    assert!(
        reading::text(&pdf(&same).unwrap().bytes).contains("Nothingissaidotherwise"),
        "and one that says the same"
    );
}

#[test]
fn the_only_version_on_its_pages_is_the_one_of_the_policy() {
    let rendered = pdf(&samples::policy()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let foot = shown.iter().filter(|piece| piece.baseline > 794.0);
    let foot = foot.map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
    assert!(foot.contains("Export 2"), "the foot counts exports: {foot}");
    assert!(!foot.to_lowercase().contains("version"), "and has no version beside: {foot}");
}
