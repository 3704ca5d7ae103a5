//! Makes a workspace of many entries, for `cargo xtask bench`: `large_workspace FILE ENTRIES`. Its
//! keys go to the profile that COUNTERSIGN_PROFILE names.

use domain::workspace::StartUpSet;
use std::path::{Path, PathBuf};

use desk::files::{ChooseFile, Chosen, Files};
use desk::operations::{CreateWorkspace, Nothing, OpenReview};
use desk::{Clock, Desk, Grant, MachineClock, Problem, Profile, Purpose};
use domain::review::{ItemAnswered, Outcome};
use domain::{ItemId, PersonRef, ReviewRef, Text};
use ledger::text::OsSalts;
use store::{Actor, NewEntry, Store};

const PASSPHRASE: &str = "a large workspace";

struct Nowhere;

impl Files for Nowhere {
    fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
        Ok(Chosen { grant: None, name: None })
    }

    fn path(&self, grant: &Grant, _: Purpose) -> Result<PathBuf, Problem> {
        Ok(PathBuf::from(&grant.0))
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [file, entries] = words.as_slice() else {
        return Err("large_workspace FILE ENTRIES".into());
    };
    let review = begin(Path::new(file))?;
    fill(Path::new(file), &review, entries.parse()?)?;
    Ok(())
}

/// A workspace with this week's review open.
fn begin(file: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let mut desk = Desk::new(Profile::standard()?, Box::new(Nowhere));
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: "A large workspace".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        fiscal_start: 1,
        founder: "Ada Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: None,
        sets: StartUpSet::ALL.to_vec(),
    };
    desk.create_at(file, request, false)?;
    let waiting = desk.reviews(Nothing {})?.waiting;
    let review = waiting.first().ok_or("no review is due")?.review.clone();
    desk.open_review(OpenReview { review: review.clone() })?;
    Ok(review)
}

/// Answers to one item, again and again, until there are so many entries.
fn fill(file: &Path, review: &str, entries: u64) -> Result<(), Box<dyn std::error::Error>> {
    let profile = Profile::standard()?;
    let mut store = Store::open(file)?;
    let held = profile.keys(store.ws()).into_iter().next().ok_or("no key")?;
    let secret = profile.open_key(store.ws(), &held, &PASSPHRASE.into())?;
    let mut salts = OsSalts::new()?;
    let now = MachineClock.now();
    let answers: Vec<NewEntry> = (store.size()?..entries)
        .map(|number| NewEntry {
            at: now,
            by: Actor::Person(PersonRef::new(1)),
            event: ItemAnswered {
                review: ReviewRef::new(review),
                item: ItemId::new("anomalies"),
                outcome: Outcome::Attention,
                note: Some(Text::new(format!("Seen {number} times"))),
                seconds: 60,
                shown: Vec::new(),
            }
            .into(),
            why: None,
            carried: Vec::new(),
        })
        .collect();
    store.append(&answers, &secret, &mut salts)?;
    let head = store.head()?;
    profile.remember(store.ws(), |_| Ok(((), Some(head))))?;
    Ok(())
}
