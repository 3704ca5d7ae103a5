//! What a reader finds in a sample's workpaper.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/workpaper.rs"]
mod samples;

use report::sample::{Model, Proves, Week, pdf};

#[test]
fn a_workpaper_reads_from_what_was_drawn_to_what_that_proves() {
    let rendered = pdf(&samples::workpaper()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
    assert_eq!(rendered.pages, 1, "25 items and both charts stand on one page");
}

#[test]
fn the_charts_say_where_the_sample_stands_what_more_would_prove_and_which_week_is_missing() {
    let text = reading::text(&pdf(&samples::workpaper()).unwrap().bytes);
    for said in [
        "thissample:1errorin25,17.0%",
        "78items,nofurthererror",
        "hypergeometric,population248",
        "Bold:1inerror.Grey:none.",
        "What13weeksprovetogether",
        "ToW39:3of299inerror.Crossed:nonewasdrawn.",
    ] {
        assert!(text.contains(said), "{said} is not on the page");
    }
}

#[test]
fn nothing_is_drawn_that_is_not_proven() {
    let bare = Model { proves: None, together: None, ..samples::workpaper() };
    let text = reading::text(&pdf(&bare).unwrap().bytes);
    assert!(!text.contains("byitemstested"), "no curve where the draw has no sound limit");
    assert!(!text.contains("provetogether"), "no weeks where rows are of no process alone");
    let clean = Proves { errors: 0, enough: None, ..samples::workpaper().proves.unwrap() };
    let clean = Model { proves: Some(clean), ..samples::workpaper() };
    let text = reading::text(&pdf(&clean).unwrap().bytes);
    assert!(text.contains("thissample:0errorsin25"), "the sample without error");
    assert!(!text.contains("Grey:"), "and nothing to compare it with");
    assert!(!text.contains("78items"), "what is proven takes no more items");
}

#[test]
fn the_last_week_says_what_stands_though_none_was_planned_in_it_and_one_week_is_no_history() {
    let mut model = samples::workpaper();
    let together = model.together.as_mut().unwrap();
    let last = together.weeks.last_mut().unwrap();
    *last = Week { limit: Some(430), held: false, ..last.clone() };
    let text = reading::text(&pdf(&model).unwrap().bytes);
    assert!(text.contains("43.0%"), "whatever was given up or confirmed late still counts");
    let together = model.together.as_mut().unwrap();
    together.weeks.drain(..12);
    let text = reading::text(&pdf(&model).unwrap().bytes);
    assert!(!text.contains("provetogether"), "one week proves nothing together with others");
}

#[test]
fn a_sample_that_may_be_extended_says_that_each_of_its_limits_has_half_the_risk() {
    let proves = Proves { may_be_extended: true, ..samples::workpaper().proves.unwrap() };
    let model = Model { proves: Some(proves), ..samples::workpaper() };
    let text = reading::text(&pdf(&model).unwrap().bytes);
    assert!(text.contains("at97.5%confidence"), "who computes it again needs the risk:{text}");
}

#[test]
fn nothing_of_a_hard_one_is_lost_and_nothing_leaves_the_page() {
    let model = samples::hard();
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    assert_eq!(text.matches("wasnotreadbyanybody").count(), 25, "every note is there");
    assert!(text.contains("protokoll40"), "and every stratum");
    for piece in &shown {
        assert!(piece.baseline - piece.size > 0.0 && piece.baseline < 841.0, "{piece:?}");
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(pdf(&model).unwrap(), rendered, "the same sample gives the same bytes");
}
