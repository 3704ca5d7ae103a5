//! Starting a workspace, reading, cleaning and copying it.

use std::path::Path;

use desk::Problem;
use desk::demo::{self, Making};
use desk::operations::{
    BackUp, CreateWorkspace, EraseText, LogQuery, Nothing, RegisterQuery, Sponsor,
};
use domain::ERASED;
use domain::workspace::StartUpSet;

use crate::args::{Args, Demo, Erase, New};
use crate::print::say;
use crate::status::foot;
use crate::{Outcome, at, passphrase, print};

/// Starts a workspace.
pub fn new(args: &Args, new: &New) -> Result<Outcome, Problem> {
    let mut desk = at::desk()?;
    let zone = match &new.zone {
        Some(zone) => zone.clone(),
        None => desk.frame(Nothing {})?.zone,
    };
    let left_out = |set: StartUpSet| new.without.iter().any(|one| StartUpSet::from(*one) == set);
    let frame = desk.create_workspace(CreateWorkspace {
        grant: at::grant(&new.file)?,
        name: new.name.clone(),
        zone,
        fiscal_start: new.fiscal_start,
        founder: new.founder.clone(),
        passphrase: passphrase::new("A passphrase for your key: ")?,
        sponsor: new.sponsor.clone().map(|name| Sponsor { name, passphrase: None }),
        sets: StartUpSet::ALL.into_iter().filter(|set| !left_out(*set)).collect(),
    })?;
    print::answer(args.json, &frame, foot)
}

/// Makes a demo.
pub fn demo(demo: &Demo) -> Result<Outcome, Problem> {
    if demo.file.exists() {
        let says = format!("{} is there already; nothing was written.", demo.file.display());
        return Err(Problem::new("file-exists", says));
    }
    let until = match demo.until.and_then(|day| day.and_hms_opt(9, 41, 0)) {
        Some(at) => domain::Moment::new(at.and_utc()),
        None => desk::Clock::now(&desk::MachineClock),
    };
    let making = Making { path: &demo.file, until, seed: demo.seed };
    at::desk()?.make_demo(&making)?;
    say!("{} made. Everybody’s passphrase is “{}”.", demo.file.display(), demo::PASSPHRASE);
    Ok(Outcome::Done)
}

/// The register.
pub fn register(args: &Args, file: &Path) -> Result<Outcome, Problem> {
    let view = at::reading(args, file)?.register(RegisterQuery::default())?;
    print::answer(args.json, &view, |view| {
        for row in &view.workflows {
            let tier = row.tier.map_or_else(|| "–".to_owned(), |tier| tier.number().to_string());
            let name = row.name.as_deref().unwrap_or(ERASED);
            let found = if row.found_live { ", found live" } else { "" };
            let status = row.status.words().to_lowercase();
            say!("{}  tier {tier}  {status}{found}  {name}", row.workflow);
        }
        say!("{} workflows, {} live, after entry {}", view.workflows.len(), view.live, view.as_of);
    })
}

/// Writes the workspace as it stood, from its entries alone.
pub fn replay(args: &Args, file: &Path, out: &Path) -> Result<Outcome, Problem> {
    let seen = at::reading(args, file)?.frame(Nothing {})?.workspace;
    let as_of = seen.map_or(0, |seen| seen.past.map_or(seen.foot.entry, |past| past.entry));
    at::desk()?.replay_file(file, as_of, out)?;
    say!("{}: the first {as_of} entries, replayed", out.display());
    Ok(Outcome::Done)
}

/// The change log.
pub fn log(
    args: &Args,
    file: &Path,
    about: Option<String>,
    words: Option<String>,
    limit: u32,
) -> Result<Outcome, Problem> {
    let query = LogQuery { limit: Some(limit), about, words, ..LogQuery::default() };
    let view = at::reading(args, file)?.log(query)?;
    print::answer(args.json, &view, |view| {
        for row in &view.rows {
            let about = row.about.as_deref().unwrap_or("–");
            say!("{:>6}  {}  {}  {about}  {}", row.entry, row.at, row.by_name, row.says);
        }
    })
}

/// Erases words.
pub fn erase(args: &Args, erase: &Erase) -> Result<Outcome, Problem> {
    let (mut desk, passphrase) = at::acting(args, &erase.file)?;
    let Erase { entry, path, ground, .. } = erase;
    let (path, ground) = (path.clone(), ground.clone());
    desk.erase_text(EraseText { entry: *entry, path, ground, passphrase })?;
    say!("Entry {entry}: the words are gone, their commitment stays.");
    Ok(Outcome::Done)
}

/// Writes a copy.
pub fn back_up(args: &Args, file: &Path, out: &Path) -> Result<Outcome, Problem> {
    let written = at::reading(args, file)?.back_up(BackUp { grant: at::grant(out)? })?;
    print::written(args.json, &written)
}
