//! What a reader finds in the RACI pages.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/raci.rs"]
mod samples;

use report::raci::pdf;

#[test]
fn the_matrices_read_with_their_people_and_their_findings_last() {
    let rendered = pdf(&samples::raci()).unwrap();
    assert_eq!(rendered.pages, 1, "a few activities fit on a page");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn heads_of_many_roles_stand_upright_over_their_letters() {
    let shown = reading::shown(&reading::open(&pdf(&samples::raci()).unwrap().bytes));
    let first = |text: &str| shown.iter().find(|piece| piece.text == text).unwrap();
    let (role, letter) = (first("Forward deployed engineer"), first("R A"));
    assert!(role.upright, "twelve roles leave no room for level heads");
    assert!((role.left - letter.left).abs() < 3.0, "the head stands over its letters");
    assert!(!first("Activity").upright, "what is no role is read as ever");
}

#[test]
fn sixty_activities_over_thirty_roles_lose_nothing_and_repeat_their_heads() {
    let model = samples::hard_raci();
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    for number in 1..=60 {
        assert_eq!(text.matches(&format!("Activity{number}")).count() % 2, 0, "in both tables");
    }
    for page in 0..rendered.pages {
        let heads = shown.iter().filter(|piece| piece.page == page && piece.text == "Accountable");
        assert!(heads.count() >= 1, "page {} needs its heads", page + 1);
    }
    for piece in &shown {
        assert!(piece.left > 42.0 && piece.baseline < 596.0, "{piece:?} is beside the page");
    }
}

#[test]
fn no_matrix_and_no_finding_are_sentences() {
    let mut model = samples::raci();
    for matrix in &mut model.matrices {
        matrix.marks.clear();
    }
    let lines = |model: &_| {
        reading::lines(&reading::shown(&reading::open(&pdf(model).unwrap().bytes)), 0).join("\n")
    };
    assert!(lines(&model).contains("Lint finds nothing in these matrices."));
    model.matrices.clear();
    assert!(lines(&model).contains("No matrix is in force."));
}

#[test]
fn the_same_matrices_give_the_same_bytes() {
    let model = samples::hard_raci();
    assert_eq!(pdf(&model).unwrap(), pdf(&model).unwrap());
}
