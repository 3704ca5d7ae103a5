//! Makes a workspace of many entries, for `cargo xtask bench`: `large_workspace FILE ENTRIES`. Its
//! keys go to the profile that COUNTERSIGN_PROFILE names.

mod ground;

use std::path::Path;

use desk::Profile;
use desk::operations::{Nothing, OpenReview};
use domain::review::{ItemAnswered, Outcome};
use domain::workspace::StartUpSet;
use domain::{Event, ItemId, ReviewRef, Text};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [file, entries] = words.as_slice() else {
        return Err("large_workspace FILE ENTRIES".into());
    };
    let review = begin(Path::new(file))?;
    let entries: u64 = entries.parse()?;
    let answers = |already| (already..entries).map(|number| answer(&review, number));
    ground::fill(&Profile::standard()?, Path::new(file), answers)?;
    Ok(())
}

/// A workspace with this week's review open.
fn begin(file: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let mut desk = ground::desk(Profile::standard()?);
    ground::begin(&mut desk, file, "A large workspace", None, &StartUpSet::ALL)?;
    let waiting = desk.reviews(Nothing {})?.waiting;
    let review = waiting.first().ok_or("no review is due")?.review.clone();
    desk.open_review(OpenReview { review: review.clone() })?;
    Ok(review)
}

/// An answer to one item, again and again.
fn answer(review: &str, number: u64) -> Event {
    ItemAnswered {
        review: ReviewRef::new(review),
        item: ItemId::new("anomalies"),
        outcome: Outcome::Attention,
        note: Some(Text::new(format!("Seen {number} times"))),
        seconds: 60,
        shown: Vec::new(),
        tiers: Vec::new(),
    }
    .into()
}
