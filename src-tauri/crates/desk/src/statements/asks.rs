//! What a request asks, read from its file, and held against the workspace where it is open.

use domain::people::{NewKey, replaceable};
use domain::{Moment, PersonRef, Refusal};
use ledger::encoding::from_base64_exact;
use ledger::key::{PublicKey, replacement_subject};
use ledger::statement::{KEY_REPLACEMENT, Request};
use serde::{Deserialize, Serialize};
use store::View;

use super::{Asks, NewKeyAsked};
use crate::Problem;
use crate::people::{Names, fingerprint, standing};

/// A request that was understood.
pub(super) struct Understood {
    pub asks: Asks,
    /// Whom it is about.
    pub person: PersonRef,
    /// The key it asks for, as the ledger takes it.
    pub new: NewKey,
    pub expires: Moment,
}

/// The subject of a `key-replacement`: what is signed.
#[derive(Deserialize)]
struct Subject {
    person: String,
    public: String,
}

/// What travels beside it, unsigned.
#[derive(Serialize, Deserialize)]
pub(super) struct Beside {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub old: String,
    pub old_fingerprint: String,
    pub possession: String,
}

impl Understood {
    /// Understands a request, whatever machine it is on.
    ///
    /// # Errors
    /// `statement-unreadable` for a kind this program does not know, and for one whose parts do
    /// not fit each other.
    pub(super) fn of(request: &Request) -> Result<Self, Problem> {
        match request.kind.as_str() {
            KEY_REPLACEMENT => key_replacement(request),
            other => Err(unreadable(&format!("it asks for “{other}”, which is not known here"))),
        }
    }

    /// Refuses what does not agree with the workspace that is open: somebody else's name, a key
    /// that is not the one in force any more.
    pub(super) fn held_against(&self, view: &View<'_>, now: Moment) -> Result<(), Problem> {
        let standing = standing(view, now)?;
        let old = domain::people::may_be_asked(&standing, self.person)?;
        let Asks::KeyReplacement(asked) = &self.asks;
        let known = Names::of(view)?.known(self.person);
        if asked.name != known {
            let (says, known) = (worded(&asked.name), worded(&known));
            return Err(Problem::new(
                "request-differs",
                format!(
                    "The request calls {} {says}, and this workspace {known}. Ask who made it.",
                    self.person
                ),
            ));
        }
        if asked.old != old.key || asked.old_fingerprint != fingerprint(&old.public) {
            return Err(Problem::new(
                "request-differs",
                format!(
                    "The request takes the place of key {}, and the key of {} is {}. A new \
                     request is needed.",
                    asked.old, self.person, old.key
                ),
            ));
        }
        Ok(())
    }

    /// Refuses a request that has run out.
    pub(super) fn in_time(&self, now: Moment) -> Result<(), Refusal> {
        if now > self.expires {
            return Err(Refusal::RequestExpired { expires: self.expires });
        }
        Ok(())
    }

    /// The key that would be replaced, as the workspace stands.
    pub(super) fn old(&self, standing: &domain::people::Standing) -> Option<String> {
        replaceable(standing, self.person).map(|key| key.key.clone())
    }
}

fn key_replacement(request: &Request) -> Result<Understood, Problem> {
    let subject: Subject = parts(&request.subject)?;
    let beside: Beside = parts(&request.beside)?;
    let person: PersonRef = subject.person.parse().map_err(|error| unreadable(&error))?;
    let public = PublicKey::from_base64(&subject.public).map_err(|error| unreadable(&error))?;
    let fingerprint = public.fingerprint().to_string();
    // Nothing may stand in what is signed that was not shown.
    let fits = request.subject == replacement_subject(&request.ws, &subject.person, &public)
        && request.about == fingerprint
        && subject.person == person.to_string();
    if !fits {
        return Err(unreadable(&"its parts do not fit each other; it was altered"));
    }
    let possession = from_base64_exact::<64>(&beside.possession);
    let agreed = possession
        .is_some_and(|signature| public.possessed_by(&request.ws, &subject.person, &signature));
    if !agreed {
        return Err(unreadable(&"the new key did not sign it; it was altered"));
    }
    let key = public.id(&request.ws, &subject.person).to_string();
    Ok(Understood {
        asks: Asks::KeyReplacement(NewKeyAsked {
            person: subject.person,
            name: beside.name,
            key: key.clone(),
            fingerprint,
            old: beside.old,
            old_fingerprint: beside.old_fingerprint,
        }),
        person,
        new: NewKey { key, public: subject.public, possession: beside.possession },
        expires: request.expires.parse().map_err(|error| unreadable(&error))?,
    })
}

fn parts<T: for<'de> Deserialize<'de>>(value: &serde_json::Value) -> Result<T, Problem> {
    T::deserialize(value).map_err(|error| unreadable(&error))
}

fn worded(name: &Option<String>) -> String {
    name.as_ref().map_or_else(|| "by no name".to_owned(), |name| format!("“{name}”"))
}

fn unreadable(why: &dyn std::fmt::Display) -> Problem {
    let says = format!("This request cannot be read: {why}. Ask for the file again.");
    Problem::new("statement-unreadable", says)
}
