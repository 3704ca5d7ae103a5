//! The demo: a believable company, made by the real use cases under a clock of its own.
//!
//! Nothing is written around the one door: people sign in, import, describe, measure, open and
//! close reviews as they would. The workspace is marked as a demo from its first entry.

mod actions;
mod ai_actions;
mod checks;
mod company;
mod decided;
mod decisions;
mod evidence;
mod exceptions;
mod figures;
mod found;
mod frameworks;
mod logs;
mod metrics;
mod permissions;
mod policies;
mod put_off;
mod raci;
mod register;
mod reviews;
mod stops;
mod story;

use std::path::{Path, PathBuf};

use domain::Moment;

use crate::clock::SetClock;
use crate::files::{ChooseFile, Chosen, Files, Grant, Purpose};
use crate::operations::{Frame, Nothing, SignIn};
use crate::profile::Profile;
use crate::progress::Work;
use crate::{Desk, Problem, SeededChance};
use story::{Quarters, Story};

/// The passphrase of everybody in the demo.
pub const PASSPHRASE: &str = "northwind demo";
/// The person a demo opens with.
pub const OPERATOR: &str = "PER-0001";
/// Weeks the demo looks back on: two quarters.
pub const WEEKS: i64 = 26;

/// What a demo is made of.
pub struct Making<'a> {
    /// Where its file goes.
    pub path: &'a Path,
    /// The day it ends on.
    pub until: Moment,
    /// Same seed, same day: same bytes.
    pub seed: u64,
}

impl Desk {
    /// Makes a demo workspace; its people's keys go to this desk's profile.
    ///
    /// # Errors
    /// What keeps its file from being written, and `cancelled`; then there is none.
    pub fn make_demo(&self, making: &Making<'_>) -> Result<(), Problem> {
        make(&self.profile, &self.begin("open_demo"), making)
    }

    /// See the list of operations.
    pub fn open_demo(&mut self, _: Nothing) -> Result<Frame, Problem> {
        let path = self.profile.path("demo.countersign");
        if !path.exists() {
            let until = self.clock.now();
            self.make_demo(&Making { path: &path, until, seed: 1 })?;
        }
        self.open_path(&path)?;
        self.sign_in(SignIn { person: OPERATOR.to_owned(), passphrase: PASSPHRASE.into() })
    }
}

fn make(profile: &Profile, work: &Work, making: &Making<'_>) -> Result<(), Problem> {
    let days = Quarters::before(making.until);
    // Demos of different days are different workspaces.
    let ending = making.until.utc().timestamp().unsigned_abs();
    let clock = SetClock::new(days.at(0, 0, 8, 0));
    let profile = profile.clone().making_a_demo();
    let mut desk = Desk::new(profile, Box::new(Supplied(company::folder(&days)?)))
        .with_clock(clock.clone())
        .with_chance(SeededChance::new(making.seed ^ ending));
    let draft = making.path.with_extension("making");
    let _ = std::fs::remove_file(&draft);
    let made = company::found(&mut desk, &clock, &draft)
        .and_then(|()| tell(Story::new(&mut desk, &clock, days), work));
    drop(desk);
    if let Err(problem) = made {
        let _ = std::fs::remove_file(&draft);
        return Err(problem);
    }
    let put = || {
        std::fs::File::open(&draft)?.sync_all()?;
        std::fs::rename(&draft, making.path)
    };
    put().map_err(|source: std::io::Error| {
        Problem::new("disk-failed", format!("The demo cannot be put in place: {source}."))
    })
}

fn tell(mut story: Story<'_>, work: &Work) -> Result<(), Problem> {
    company::plan(&mut story);
    register::plan(&mut story);
    raci::plan(&mut story);
    metrics::plan(&mut story);
    stops::plan(&mut story);
    decided::plan(&mut story);
    exceptions::plan(&mut story);
    evidence::plan(&mut story);
    frameworks::plan(&mut story);
    policies::plan(&mut story);
    ai_actions::plan(&mut story);
    checks::plan(&mut story);
    put_off::plan(&mut story);
    reviews::plan(&mut story)?;
    story.play(work)
}

/// Supplies the files the demo reads: the one that is named, or its inventory.
struct Supplied(tempfile::TempDir);

impl Files for Supplied {
    fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
        Ok(Chosen { grant: None, name: None })
    }

    fn path(&self, grant: &Grant, _: Purpose) -> Result<PathBuf, Problem> {
        let named = if grant.0.is_empty() { company::INVENTORY_NAME } else { grant.0.as_str() };
        Ok(self.0.path().join(named))
    }
}
