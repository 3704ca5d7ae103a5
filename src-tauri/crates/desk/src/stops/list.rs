//! The stop list: written whole or not at all, its number never going back.

use std::path::{Path, PathBuf};

use domain::Moment;
use ledger::key::SecretKey;
use ledger::stop_list::{Listed, StopList};
use ledger::verify::{self, Claims};
use report::{Draft, Readers};
use store::View;

use crate::files::file_name;
use crate::profile::StopListPlace;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// What this desk knows of the stop list of the open workspace.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Where it goes.
    pub path: PathBuf,
    /// The address that is called with each new list.
    pub call: Option<String>,
    /// What the last list written here said.
    written: Option<Said>,
    /// Its number.
    pub seq: u64,
    /// When it was written.
    pub at: Option<Moment>,
    /// Why it could not be written, where that is so.
    pub trouble: Option<String>,
}

/// What a list says: what is stopped, and which drills are under way.
type Said = (Vec<Listed>, Vec<Listed>);

impl Desk {
    /// Writes the stop list where it says something else than the register, or could not be written
    /// before. A list that cannot be written undoes nothing: it is said, and tried again.
    pub(crate) fn keep_stop_list(&mut self) {
        let Some(open) = self.open.as_ref() else { return };
        let Some(kept) = &open.stop_list else { return };
        let says = said(&open.store.now()).ok();
        if kept.trouble.is_some() || kept.written.is_none() || kept.written != says {
            self.rewrite_stop_list();
        }
    }

    /// Writes the stop list anew, whatever it says.
    pub(crate) fn rewrite_stop_list(&mut self) {
        let done = self.write_stop_list_file();
        let now = self.clock.now();
        let Some(open) = self.open.as_mut() else { return };
        let Some(kept) = &mut open.stop_list else { return };
        let before = kept.trouble.take();
        match done {
            Ok((written, text)) => {
                // What is only written again, as when the workspace is opened, calls nobody.
                let news = kept.written.is_some() && kept.written != written.written;
                if let Some(address) = written.call.clone().filter(|_| news) {
                    open.calls.begin(address, text, now);
                }
                *kept = written;
            }
            Err(problem) => {
                let says = format!(
                    "The stop list {} could not be written: {} What reads it does not know of the \
                     last stop yet; tell its owners now. It is tried again.",
                    file_name(&kept.path),
                    problem.says
                );
                if before.as_ref() != Some(&says) {
                    self.progress.notice(&says);
                }
                kept.trouble = Some(says);
            }
        }
    }

    fn write_stop_list_file(&mut self) -> Result<(Kept, String), Problem> {
        let machine = self.machine()?;
        let (now, profile) = (self.clock.now(), &self.profile);
        let open = self.open.as_ref().ok_or_else(|| Problem::internal("nothing is open"))?;
        profile.on_stop_list(&open.ws, |place| {
            let place = place.as_mut().ok_or_else(no_place)?;
            let list = list(open, place, &machine, now)?;
            let text = list.to_file(&machine)?;
            write(&place.path, &text)?;
            place.seq = list.seq;
            place.head.clone_from(&list.head);
            let StopList { seq, stopped, drills, .. } = list;
            let (path, written) = (place.path.clone(), Some((stopped, drills)));
            let call = place.call.clone();
            Ok((Kept { path, call, written, seq, at: Some(now), trouble: None }, text))
        })
    }
}

/// What this machine knows of the stop list as a workspace is opened: nothing is written of one
/// that went back in time or may not be judged yet.
pub(crate) fn rewritten(place: &StopListPlace) -> Kept {
    let (path, call) = (place.path.clone(), place.call.clone());
    Kept { path, call, seq: place.seq, ..Kept::default() }
}

/// The list as the open workspace stands, under a number that follows the last one's.
///
/// # Errors
/// `restore-undeclared` where the file went back in time: a list made from it would let act again
/// what was stopped since.
fn list(
    open: &Open,
    place: &StopListPlace,
    machine: &SecretKey,
    now: Moment,
) -> Result<StopList, Problem> {
    open.must_agree_with_memory()?;
    let head = open.store.head()?;
    let (stopped, drills) = said(&open.store.now())?;
    let last = last(place, &open.ws, machine)?;
    let seq = match last {
        (seq, _) if head.size > seq => head.size,
        (seq, was) if was == head.to_string() => seq,
        (seq, _) => seq + 1,
    };
    let empty = StopList::empty(&open.ws, seq, now.to_string(), head);
    let demo = settings(&open.store.now())?.demo;
    Ok(StopList { stopped, demo, drills, ..empty })
}

/// The number and head of the last list: as the profile remembers it, or as it lies there, where a
/// power cut came between the two.
fn last(place: &StopListPlace, ws: &str, machine: &SecretKey) -> Result<(u64, String), Problem> {
    let remembered = (place.seq, place.head.clone());
    let Ok(text) = std::fs::read_to_string(&place.path) else { return Ok(remembered) };
    let Some(there) = StopList::from_file(&text) else { return Ok(remembered) };
    if there.ws != ws {
        let says = format!(
            "{} is the stop list of another workspace; choose another place.",
            file_name(&place.path)
        );
        return Err(Problem::new("file-exists", says));
    }
    let keys = Some(vec![machine.public().fingerprint()]);
    let ours = verify::stop_list(&text, &Claims { keys, ..Claims::default() }).accepted();
    Ok(if ours && there.seq > place.seq { (there.seq, there.head) } else { remembered })
}

/// What must not act, and the drills under way.
pub(super) fn said(view: &View<'_>) -> Result<Said, Problem> {
    let (mut stopped, mut drills): (Vec<Listed>, Vec<Listed>) = (Vec::new(), Vec::new());
    for (workflow, entry, at) in view.registered_stopped()? {
        let (workflow, at) = (workflow.to_string(), at.to_string());
        stopped.push(Listed { workflow, stop: None, entry, at });
    }
    for stop in view.stops()? {
        let listed = Listed {
            workflow: stop.workflow.to_string(),
            stop: Some(stop.stop.to_string()),
            entry: stop.made.seq,
            at: stop.made.at.to_string(),
        };
        if stop.drill && stop.as_it_stands().waits() {
            drills.push(listed);
        } else if !stop.drill && stop.lifted.is_none() {
            // Of two stops of one workflow the first says since when it must not act.
            if !stopped.iter().any(|known| known.workflow == listed.workflow) {
                stopped.push(listed);
            }
        }
    }
    stopped.sort_by_key(|listed| listed.entry);
    Ok((stopped, drills))
}

fn write(path: &Path, text: &str) -> Result<(), Problem> {
    Draft::of(path, Readers::AsDocuments, text.as_bytes())?.publish()?;
    Ok(())
}

pub(super) fn no_place() -> Problem {
    Problem::new("no-stop-list", "This machine writes no stop list. Choose a place for it first.")
}
