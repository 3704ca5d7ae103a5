//! What everything that measures the desk stands on: a desk without a window, and entries put into
//! its workspace without asking the rules.
#![allow(dead_code, reason = "each example takes what it measures with")]

pub mod exceptions;
pub mod workflows;

use std::path::{Path, PathBuf};

use desk::files::NamedFiles;
use desk::operations::{CreateWorkspace, Sponsor};
use desk::{Clock, Desk, Grant, MachineClock, Problem, Profile};
use domain::workspace::StartUpSet;
use domain::{Event, PersonRef};
use ledger::text::OsSalts;
use store::{Actor, NewEntry, Store};

/// The founder's.
pub const PASSPHRASE: &str = "measured and found";

/// A desk that nobody looks at.
pub fn desk(profile: Profile) -> Desk {
    Desk::new(profile, Box::new(NamedFiles))
}

/// An empty folder of that name in the one that the first argument names.
pub fn folder(name: &str) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("FOLDER is missing")?;
    let folder = Path::new(&folder).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A workspace of its founder, and of a sponsor, who has the founder's passphrase, where one is named.
pub fn begin(
    desk: &mut Desk,
    file: &Path,
    name: &str,
    sponsor: Option<&str>,
    sets: &[StartUpSet],
) -> Result<(), Problem> {
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: name.to_owned(),
        zone: "Europe/Berlin".to_owned(),
        fiscal_start: 1,
        founder: "Ada Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: sponsor
            .map(|name| Sponsor { name: name.to_owned(), passphrase: Some(PASSPHRASE.into()) }),
        sets: sets.to_vec(),
    };
    desk.create_at(file, request, false).map(|_| ())
}

/// Appends what `events` gives after so many entries, signed by the founder.
pub fn fill<E: Iterator<Item = Event>>(
    profile: &Profile,
    file: &Path,
    events: impl FnOnce(u64) -> E,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut store = Store::open(file)?;
    let key = profile.keys(store.ws()).into_iter().next().ok_or("the founder has a key")?;
    let secret = profile.open_key(store.ws(), &key, &PASSPHRASE.into())?;
    let at = MachineClock.now();
    let by = Actor::Person(PersonRef::new(1));
    let entry = |event| NewEntry { at, by, event, why: None, carried: Vec::new() };
    let entries: Vec<NewEntry> = events(store.size()?).map(entry).collect();
    store.append(&entries, &secret, &mut OsSalts::new()?)?;
    let head = store.head()?;
    profile.remember(store.ws(), |_| Ok(((), Some(head))))?;
    Ok(())
}

/// The most memory this process held since it began or [`forget_peak`], as Linux counts it.
pub fn peak_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// From here on the most memory is counted anew, where Linux lets a process ask for that.
pub fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
