//! Calling a configured address with a new stop list: a few tries on a thread of its own, so that a
//! stop never waits for a network. Nothing else of the desk uses one.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use domain::Moment;
use ureq::Agent;
use ureq::http::Uri;

use crate::{Desk, Problem};

/// How long each try waits before it.
const WAITS: [Duration; 4] =
    [Duration::ZERO, Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(30)];
/// How long one try may take in all.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest address that is kept.
const LONGEST: usize = 500;

/// The last call of this session, and the thread that makes it.
#[derive(Default)]
pub struct Calls {
    heard: Arc<Mutex<Heard>>,
    calling: Option<JoinHandle<()>>,
}

/// What came of the last call.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// Which call; a later one takes the place of those before.
    turn: u64,
    /// When it was begun.
    pub at: Option<Moment>,
    /// How often it was tried.
    pub tries: u32,
    /// Whether it was taken; none while it is under way.
    pub taken: Option<bool>,
    /// What went wrong the last time.
    pub trouble: Option<String>,
}

impl Calls {
    /// What came of the last call; none before the first.
    pub(super) fn heard(&self) -> Option<Heard> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone();
        heard.at.is_some().then_some(heard)
    }

    /// Sends `list` to `address` in the place of any call that is still under way.
    pub(super) fn begin(&mut self, address: String, list: String, at: Moment) {
        let turn = {
            let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
            *heard = Heard { turn: heard.turn + 1, at: Some(at), ..Heard::default() };
            heard.turn
        };
        let heard = Arc::clone(&self.heard);
        self.calling = Some(std::thread::spawn(move || {
            for wait in WAITS {
                std::thread::sleep(wait);
                if turn_of(&heard) != turn {
                    return;
                }
                let done = post(&address, &list);
                let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
                if heard.turn != turn {
                    return;
                }
                heard.tries += 1;
                match done {
                    Ok(()) => {
                        heard.taken = Some(true);
                        return;
                    }
                    Err(trouble) => heard.trouble = Some(trouble),
                }
            }
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            if heard.turn == turn {
                heard.taken = Some(false);
            }
        }));
    }
}

impl Desk {
    /// Waits until the call under way has come to its end, for a program that ends with it.
    pub fn await_call(&mut self) {
        let calling = self.open.as_mut().and_then(|open| open.calls.calling.take());
        if let Some(calling) = calling {
            // What a broken thread would have said is lost; the list itself is written.
            let _ = calling.join();
        }
    }
}

fn turn_of(heard: &Mutex<Heard>) -> u64 {
    heard.lock().unwrap_or_else(PoisonError::into_inner).turn
}

fn post(address: &str, list: &str) -> Result<(), String> {
    let plain = address.parse::<Uri>().is_ok_and(|uri| is_here(&uri));
    let mut config =
        Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).https_only(!plain);
    if plain {
        config = config.proxy(None);
    }
    let agent: Agent = config.build().into();
    let answer = agent.post(address).header("content-type", "application/json").send(list);
    match answer {
        Ok(answer) if answer.status().is_success() => Ok(()),
        Ok(answer) => Err(format!("it answered {}", answer.status())),
        Err(trouble) => Err(trouble.to_string()),
    }
}

/// An address as it is kept: encrypted, or on this machine itself; without a name or passphrase in
/// it, which would lie in the open here.
pub(super) fn address(written: &str) -> Result<Option<String>, Problem> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let unusable = |why: &str| {
        Problem::new("unreadable-value", format!("“{written}” cannot be called: {why}."))
    };
    let uri: Uri = written
        .parse()
        .map_err(|_| unusable("write an address like https://hooks.example/stops"))?;
    if written.len() > LONGEST {
        return Err(unusable("it is too long"));
    }
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(unusable("leave name and password out of it"));
    }
    match uri.scheme_str() {
        Some("https") => Ok(Some(written.to_owned())),
        Some("http") if is_here(&uri) => Ok(Some(written.to_owned())),
        Some(_) | None => Err(unusable("it must begin with https://")),
    }
}

/// Whether an address leads to this machine itself, without encryption.
fn is_here(uri: &Uri) -> bool {
    uri.scheme_str() == Some("http")
        && matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_encrypted_or_on_this_machine_is_called() {
        for (written, expected) in [
            ("", "none"),
            ("https://hooks.example/stops", "kept"),
            ("http://127.0.0.1:9000/stops", "kept"),
            ("http://localhost/stops", "kept"),
            ("http://hooks.example/stops", "unreadable-value"),
            ("http://127.0.0.1.example/stops", "unreadable-value"),
            ("https://me:secret@hooks.example", "unreadable-value"),
            ("ftp://hooks.example", "unreadable-value"),
            ("file:///etc/passwd", "unreadable-value"),
            ("hooks", "unreadable-value"),
        ] {
            let is = match address(written) {
                Ok(Some(_)) => "kept".to_owned(),
                Ok(None) => "none".to_owned(),
                Err(problem) => problem.code,
            };
            assert_eq!(is, expected, "{written}");
        }
    }
}
