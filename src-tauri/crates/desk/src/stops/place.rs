//! Choosing where this machine writes the stop list.

use std::path::Path;

use ledger::stop_list::StopList;

use super::call::address;
use super::list::{no_place, rewritten, said};
use super::{CallShown, CallState, CallStopList, PlaceStopList, StopListView};
use crate::count::count;
use crate::files::{Purpose, file_name};
use crate::operations::Nothing;
use crate::profile::StopListPlace;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn stop_list(&mut self, _: Nothing) -> Result<StopListView, Problem> {
        let fingerprint = self.machine().ok().map(|machine| machine.public().fingerprint());
        let open = self.open()?;
        let kept = open.stop_list.as_ref();
        let (stopped, _) = said(&open.store.now())?;
        let called = open.calls.heard().and_then(|heard| {
            Some(CallShown {
                at: crate::when::local(heard.at?, open.zone),
                state: match heard.taken {
                    None => CallState::UnderWay,
                    Some(true) => CallState::Taken,
                    Some(false) => CallState::Failed,
                },
                tries: heard.tries,
                trouble: heard.trouble.filter(|_| heard.taken != Some(true)),
            })
        });
        Ok(StopListView {
            call: kept.and_then(|kept| kept.call.clone()),
            called,
            path: kept.map(|kept| kept.path.display().to_string()),
            seq: kept.map(|kept| kept.seq).filter(|seq| *seq > 0),
            written_at: kept.and_then(|kept| kept.at).map(|at| crate::when::local(at, open.zone)),
            stopped: count(stopped.len()),
            trouble: kept.and_then(|kept| kept.trouble.clone()),
            fingerprint: fingerprint.map(|print| print.to_string()),
        })
    }

    /// See the list of operations.
    pub fn place_stop_list(&mut self, request: PlaceStopList) -> Result<StopListView, Problem> {
        let Some(grant) = request.grant else { return self.write_no_stop_list() };
        let path = self.target(&grant, Purpose::SaveStopList)?;
        let path = std::path::absolute(&path).unwrap_or(path);
        must_take_a_list(&path)?;
        self.machine()?;
        let open = self.open()?;
        open.must_be_writable()?;
        let ws = open.ws.clone();
        let before = open.stop_list.clone();
        let was = self.profile.stop_list(&ws)?;
        let place = self.profile.on_stop_list(&ws, |place| {
            let known = place.take().unwrap_or_default();
            let moved = StopListPlace { path, ..known };
            Ok(place.insert(moved).clone())
        })?;
        self.open_mut()?.stop_list = Some(rewritten(&place));
        self.rewrite_stop_list();
        let trouble = self.open()?.stop_list.as_ref().and_then(|kept| kept.trouble.clone());
        if let Some(says) = trouble {
            // What could not be written once stays where it was before.
            self.profile.on_stop_list(&ws, |place| {
                *place = was;
                Ok(())
            })?;
            self.open_mut()?.stop_list = before;
            return Err(Problem::new("export-failed", says));
        }
        self.stop_list(Nothing {})
    }

    /// See the list of operations.
    pub fn write_stop_list(&mut self, _: Nothing) -> Result<StopListView, Problem> {
        self.rewrite_stop_list();
        self.stop_list(Nothing {})
    }

    /// See the list of operations.
    pub fn call_stop_list(&mut self, request: CallStopList) -> Result<StopListView, Problem> {
        let call = address(&request.address)?;
        let ws = self.open()?.ws.clone();
        self.profile.on_stop_list(&ws, |place| {
            let place = place.as_mut().ok_or_else(no_place)?;
            place.call.clone_from(&call);
            Ok(())
        })?;
        if let Some(kept) = &mut self.open_mut()?.stop_list {
            kept.call = call;
        }
        self.stop_list(Nothing {})
    }

    fn write_no_stop_list(&mut self) -> Result<StopListView, Problem> {
        let ws = self.open()?.ws.clone();
        self.profile.on_stop_list(&ws, |place| {
            *place = None;
            Ok(())
        })?;
        self.open_mut()?.stop_list = None;
        self.stop_list(Nothing {})
    }
}

/// Refuses a place at which something else lies than a stop list: it is written over again and
/// again, without anybody being asked.
fn must_take_a_list(path: &Path) -> Result<(), Problem> {
    let there = match std::fs::read(path) {
        Ok(there) => there,
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(_) => Vec::new(),
    };
    let list = std::str::from_utf8(&there).ok().and_then(StopList::from_file);
    list.map(|_| ()).ok_or_else(|| {
        let says = format!(
            "{} is there already and is no stop list; nothing was written. Choose another name.",
            file_name(path)
        );
        Problem::new("file-exists", says)
    })
}
