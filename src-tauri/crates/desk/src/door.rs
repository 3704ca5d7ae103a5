//! The one door: every change of a workspace goes through here.
//!
//! Inside one write transaction it loads what stands, lets the domain decide, signs what comes out
//! and appends it; then the head is remembered outside the file.

mod at_once;
mod covering;

pub(crate) use covering::Covering;

use domain::refusal::{TEXT_LIMIT, optional};
use domain::workspace::check_clock;
use domain::{Event, Moment, PersonRef, Text};
use ledger::text::SealedText;
use store::{Actor, Appended, NewEntry, View, Writer};

use covering::checkpoint;

use crate::progress::Work;
use crate::workspace::{Open, last_at};
use crate::{Desk, Passphrase, Problem};

/// What the domain is told when it decides.
pub struct Act<'a> {
    /// The workspace as it stands inside the transaction.
    pub view: &'a View<'a>,
    /// Who acts.
    pub by: PersonRef,
    /// Now.
    pub now: Moment,
    /// When the last entry was made.
    pub last: Moment,
}

/// Events to sign, in order.
pub type Decided = Result<Vec<Event>, Problem>;

/// An event to sign, with the texts of the statements that it carries.
pub(crate) struct Entering {
    /// The event.
    pub event: Event,
    /// Texts that statements in it committed to elsewhere; their paths start at the body.
    pub carried: Vec<SealedText>,
}

impl From<Event> for Entering {
    fn from(event: Event) -> Self {
        Self { event, carried: Vec::new() }
    }
}

/// How a change enters.
#[derive(Default)]
struct Manner<'a> {
    /// Why, in the words of who acts; blank words are no reason.
    why: Option<&'a str>,
    /// The passphrase given again, where the act asks for it.
    passphrase: Option<&'a Passphrase>,
    /// Whether the act is allowed while the clock stands far ahead.
    despite_jump: bool,
    /// Whether the act is allowed while the file is older than one this machine has seen.
    despite_loss: bool,
    /// Whether the act is allowed while the desk shows the past: it changes nothing that is shown.
    despite_past: bool,
    /// A file that is kept beside the entries, because one of them asks for it.
    kept: Option<&'a [u8]>,
    /// The checkpoint that is recorded with it.
    checkpoint: Option<Covering<'a>>,
    /// The long work it is part of: told how far it is, and stopped until it is committed.
    work: Option<&'a Work>,
    /// What is poured beside the entries before they are decided.
    pour: Option<Pour<'a>>,
    /// What is made ready from the entries before they are committed.
    ready: Option<Ready<'a>>,
}

/// Puts what entries will bind beside them, such as the rows of a batch. When it fails, or what
/// follows does, nothing is there.
type Pour<'a> = &'a mut dyn FnMut(&Writer<'_>) -> Result<(), Problem>;

/// Makes something ready from the entries, which are signed and not yet committed. When it fails,
/// nothing is.
type Ready<'a> = &'a mut dyn FnMut(&Writer<'_>, &[Appended]) -> Result<(), Problem>;

impl Desk {
    /// Does what `decide` says, as the person who is signed in.
    pub(crate) fn act(
        &mut self,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter(Manner::default(), decide)
    }

    /// The same, with the reason that its entries carry; blank words are none.
    pub(crate) fn act_because(
        &mut self,
        why: &str,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter(Manner { why: Some(why), ..Manner::default() }, decide)
    }

    /// The same as a part of long work, which may be stopped until the entries are committed.
    pub(crate) fn act_stoppable(
        &mut self,
        work: &Work,
        why: &str,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter(Manner { work: Some(work), why: Some(why), ..Manner::default() }, decide)
    }

    /// The same, and what `ready` makes of the entries is made before they are committed.
    pub(crate) fn act_when_ready<'a>(
        &mut self,
        work: &'a Work,
        ready: Ready<'a>,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let (work, ready) = (Some(work), Some(ready));
        self.enter(Manner { work, ready, ..Manner::default() }, decide)
    }

    /// The same, and what the entries bind is poured beside them first, in the same transaction.
    pub(crate) fn act_pouring<'a>(
        &mut self,
        work: &'a Work,
        pour: Pour<'a>,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let (work, pour) = (Some(work), Some(pour));
        self.enter(Manner { work, pour, ..Manner::default() }, decide)
    }

    /// The same for what asks for the passphrase again.
    pub(crate) fn act_confirmed(
        &mut self,
        passphrase: &Passphrase,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter(Manner { passphrase: Some(passphrase), ..Manner::default() }, decide)
    }

    /// The same, with the reason that its entries carry.
    pub(crate) fn act_confirmed_because(
        &mut self,
        passphrase: &Passphrase,
        why: &str,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let (passphrase, why) = (Some(passphrase), Some(why));
        self.enter(Manner { passphrase, why, ..Manner::default() }, decide)
    }

    /// The same step by step, all or nothing: each is decided on what the ones before have made of
    /// the workspace, until there is none.
    pub(crate) fn act_in_steps(
        &mut self,
        passphrase: &Passphrase,
        why: &str,
        step: impl FnMut(&Act<'_>) -> Result<Option<Vec<Entering>>, Problem>,
    ) -> Result<Vec<Appended>, Problem> {
        let (passphrase, why) = (Some(passphrase), Some(why));
        self.enter_steps(Manner { passphrase, why, ..Manner::default() }, step)
    }

    /// The same for one entry that carries statements made elsewhere, with the reason for it.
    pub(crate) fn act_carrying(
        &mut self,
        passphrase: &Passphrase,
        why: &str,
        decide: impl FnOnce(&Act<'_>) -> Result<Vec<Entering>, Problem>,
    ) -> Result<Vec<Appended>, Problem> {
        let (passphrase, why) = (Some(passphrase), Some(why));
        self.enter_once(Manner { passphrase, why, ..Manner::default() }, decide)
    }

    /// The same, with a checkpoint that covers it.
    pub(crate) fn act_carrying_covered(
        &mut self,
        passphrase: &Passphrase,
        why: &str,
        covering: Covering<'_>,
        decide: impl FnOnce(&Act<'_>) -> Result<Vec<Entering>, Problem>,
    ) -> Result<Vec<Appended>, Problem> {
        let (passphrase, why, checkpoint) = (Some(passphrase), Some(why), Some(covering));
        self.enter_once(Manner { passphrase, why, checkpoint, ..Manner::default() }, decide)
    }

    /// The same as [`Self::act`] for what asks for the passphrase again, with a checkpoint that covers
    /// it.
    pub(crate) fn act_covered(
        &mut self,
        passphrase: &Passphrase,
        covering: Covering<'_>,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let (passphrase, checkpoint) = (Some(passphrase), Some(covering));
        self.enter(Manner { passphrase, checkpoint, ..Manner::default() }, decide)
    }

    /// The same without regard to a clock that leapt ahead: acknowledging that is such an act.
    pub(crate) fn act_despite_jump(
        &mut self,
        passphrase: &Passphrase,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let passphrase = Some(passphrase);
        self.enter(Manner { passphrase, despite_jump: true, ..Manner::default() }, decide)
    }

    /// The same without regard to a file that went back in time: declaring that is such an act.
    pub(crate) fn act_despite_loss(
        &mut self,
        passphrase: &Passphrase,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let passphrase = Some(passphrase);
        self.enter(Manner { passphrase, despite_loss: true, ..Manner::default() }, decide)
    }

    /// The same, and keeps a file beside the entries, where there is one.
    pub(crate) fn act_keeping(
        &mut self,
        kept: Option<&[u8]>,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter(Manner { kept, ..Manner::default() }, decide)
    }

    /// Records that something left the desk, also while it shows the past: what was exported is of
    /// then, the entry that says so is of now.
    pub(crate) fn act_leaving(
        &mut self,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter(Manner { despite_past: true, ..Manner::default() }, decide)
    }

    fn enter(
        &mut self,
        manner: Manner<'_>,
        decide: impl FnOnce(&Act<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        self.enter_once(manner, |act| Ok(decide(act)?.into_iter().map(Entering::from).collect()))
    }

    fn enter_once(
        &mut self,
        manner: Manner<'_>,
        decide: impl FnOnce(&Act<'_>) -> Result<Vec<Entering>, Problem>,
    ) -> Result<Vec<Appended>, Problem> {
        let mut decide = Some(decide);
        self.enter_steps(manner, |act| decide.take().map(|decide| decide(act)).transpose())
    }

    fn enter_steps(
        &mut self,
        manner: Manner<'_>,
        mut step: impl FnMut(&Act<'_>) -> Result<Option<Vec<Entering>>, Problem>,
    ) -> Result<Vec<Appended>, Problem> {
        let why = optional("the reason", manner.why.unwrap_or_default(), TEXT_LIMIT)?;
        let why = why.as_ref().and_then(Text::words);
        let mut salts = self.chance.salts()?;
        let machine = match manner.checkpoint {
            Some(_) => Some(self.machine()?),
            None => None,
        };
        let clock = &*self.clock;
        let open = self.open.as_mut().ok_or_else(no_workspace)?;
        open.must_be_writable()?;
        if !manner.despite_past {
            open.must_be_now()?;
        }
        if !manner.despite_loss {
            open.must_agree_with_memory()?;
        }
        let ws = open.ws.clone();
        let session = open.at_desk.here(clock.now())?;
        if let Some(passphrase) = manner.passphrase {
            self.profile.open_key(&ws, &session.file, passphrase)?;
        }
        let (by, secret) = (session.file.person, &session.secret);
        let key = &session.file.key;
        let appended = open.store.write(|writer| {
            let view = writer.view();
            // Nobody else writes from here on, so of two writers the later has the later time.
            let now = clock.now();
            // Somebody else, at another desk over the same file, may have retired it meanwhile.
            if !view.keys()?.iter().any(|held| held.holder == Actor::Person(by) && held.key == *key)
            {
                return Err(domain::Refusal::NoSuchKey { person: by }.into());
            }
            let last = last_at(&view)?;
            if !manner.despite_jump {
                check_clock(last, now)?;
            }
            if let Some(pour) = manner.pour {
                pour(writer)?;
            }
            let because = |entering: Entering| NewEntry {
                why: why.map(str::to_owned),
                carried: entering.carried,
                ..entry(now, by, entering.event)
            };
            let mut appended = Vec::new();
            loop {
                let view = writer.view();
                let Some(entering) = step(&Act { view: &view, by, now, last })? else { break };
                let entries: Vec<_> = entering.into_iter().map(because).collect();
                let total = appended.len() + entries.len();
                for some in entries.chunks(AT_ONCE) {
                    going_on(manner.work, appended.len(), total)?;
                    appended.extend(writer.append(some, secret, salts.as_mut())?);
                }
            }
            if let Some((covering, machine)) = manner.checkpoint.zip(machine.as_ref()) {
                let event = checkpoint(&ws, writer.head(), covering, machine, (by, secret), now);
                appended.extend(writer.append(&[entry(now, by, event)], secret, salts.as_mut())?);
            }
            if let Some(bytes) = manner.kept {
                writer.keep(bytes)?;
            }
            if let Some(ready) = manner.ready {
                ready(writer, &appended)?;
            }
            // The last moment to stop: what is committed stays.
            going_on(manner.work, appended.len(), appended.len())?;
            Ok::<_, Problem>(appended)
        })?;
        self.remember();
        self.keep_stop_list();
        Ok(appended)
    }

    /// The open workspace.
    pub(crate) fn open(&self) -> Result<&Open, Problem> {
        self.open.as_ref().ok_or_else(no_workspace)
    }

    /// The open workspace, to change what is kept of it in memory.
    pub(crate) fn open_mut(&mut self) -> Result<&mut Open, Problem> {
        self.open.as_mut().ok_or_else(no_workspace)
    }
}

/// Entries appended between two moments at which long work may be stopped.
const AT_ONCE: usize = 32;

fn going_on(work: Option<&Work>, done: usize, total: usize) -> Result<(), Problem> {
    work.map_or(Ok(()), |work| work.step(done as u64, total as u64))
}

/// An entry of a person's.
pub fn entry(at: Moment, by: PersonRef, event: Event) -> NewEntry {
    NewEntry { at, by: Actor::Person(by), event, why: None, carried: Vec::new() }
}

pub(crate) fn no_workspace() -> Problem {
    Problem::new("no-workspace", "No workspace is open. Open one, or start one.")
}
