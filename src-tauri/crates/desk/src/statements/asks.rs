//! What a request asks, read from its file, and held against the workspace where it is open.

use domain::decision::{Verdict, may_vote};
use domain::people::NewKey;
use domain::policy::{ATTESTATION, may_attest};
use domain::review::COUNTERSIGNATURE;
use domain::sample::{SEED, may_seed};
use domain::{Moment, PersonRef, Refusal};
use ledger::encoding::from_base64_exact;
use ledger::key::{PublicKey, replacement_subject};
use ledger::statement::{KEY_REPLACEMENT, Request};
use serde::{Deserialize, Serialize};
use store::View;

use super::{Asks, NewKeyAsked, unreadable};
use crate::Problem;
use crate::decisions::{ProposalRead, VOTE, held_against, read_proposal};
use crate::people::{Names, fingerprint, standing};
use crate::policies::{
    AttestationRead, asking, attestation_held_against, joined, read_attestation,
};
use crate::reviews::{
    self, CountersignatureRead, countersignature_held_against, read_countersignature,
};
use crate::samples::{SeedRead, read_seed, seed_held_against};
use crate::workspace::settings;

/// A request that was understood.
pub(super) struct Understood {
    pub asks: Asks,
    /// What it asks, as the rules take it.
    pub meant: Meant,
    pub expires: Moment,
}

/// What a request asks, as the rules take it.
pub(super) enum Meant {
    /// A new key for a person.
    NewKey {
        /// Whom it is about.
        person: PersonRef,
        /// The key it asks for, as the ledger takes it.
        new: NewKey,
    },
    /// Votes on a proposal.
    Votes(Box<ProposalRead>),
    /// The seed of a sample.
    Seed(Box<SeedRead>),
    /// Attestations of a policy.
    Attestations(Box<AttestationRead>),
    /// The countersignature of a review.
    Countersignature(Box<CountersignatureRead>),
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
            VOTE => {
                let read = read_proposal(request)?;
                Ok(Self {
                    asks: Asks::Vote(Box::new(read.asked.clone())),
                    expires: read.proposed.until,
                    meant: Meant::Votes(Box::new(read)),
                })
            }
            SEED => {
                let read = read_seed(request)?;
                Ok(Self {
                    asks: Asks::Seed(Box::new(read.asked.clone())),
                    expires: read.plan.until,
                    meant: Meant::Seed(Box::new(read)),
                })
            }
            ATTESTATION => {
                let read = read_attestation(request)?;
                Ok(Self {
                    asks: Asks::Attestation(Box::new(read.asked.clone())),
                    expires: read.expires,
                    meant: Meant::Attestations(Box::new(read)),
                })
            }
            COUNTERSIGNATURE => {
                let read = read_countersignature(request)?;
                Ok(Self {
                    asks: Asks::Countersignature(Box::new(read.asked.clone())),
                    expires: read.expires,
                    meant: Meant::Countersignature(Box::new(read)),
                })
            }
            other => Err(unreadable(&format!("it asks for “{other}”, which is not known here"))),
        }
    }

    /// Refuses what does not agree with the workspace that is open: somebody else's name, a key
    /// that is not the one in force any more, a proposal that is not the one in the record.
    pub(super) fn held_against(&self, view: &View<'_>, now: Moment) -> Result<(), Problem> {
        match (&self.asks, &self.meant) {
            (Asks::KeyReplacement(asked), Meant::NewKey { person, .. }) => {
                new_key_held_against(asked, *person, view, now)
            }
            (_, Meant::Votes(read)) => held_against(view, read, now).map(|_| ()),
            (_, Meant::Seed(read)) => seed_held_against(view, read).map(|_| ()),
            (_, Meant::Attestations(read)) => attestation_held_against(view, read),
            (_, Meant::Countersignature(read)) => {
                countersignature_held_against(view, read).map(|_| ())
            }
            (
                Asks::Vote(_) | Asks::Seed(_) | Asks::Attestation(_) | Asks::Countersignature(_),
                Meant::NewKey { .. },
            ) => Err(unreadable(&"it asks for two things")),
        }
    }

    /// Refuses a signer whose word could not count, where the workspace is open; where it is not,
    /// only who the request itself is about or by.
    pub(super) fn may_answer(
        &self,
        view: Option<&View<'_>>,
        person: PersonRef,
        now: Moment,
    ) -> Result<(), Problem> {
        match &self.meant {
            Meant::NewKey { person: asked, .. } => {
                if person == *asked {
                    return Err(Refusal::OwnStatement { person }.into());
                }
                let Some(view) = view else { return Ok(()) };
                Ok(domain::people::may_vouch(&standing(view, now)?, person, *asked)?)
            }
            Meant::Seed(read) => {
                if person == read.by {
                    let sample = read.plan.sample;
                    return Err(Refusal::OwnSample { sample, person }.into());
                }
                if let Some(named) = read.plan.reviewer.as_ref().filter(|one| one.person != person)
                {
                    let (sample, reviewer) = (read.plan.sample, named.person);
                    return Err(Refusal::SampleReviewerOther { sample, reviewer }.into());
                }
                let Some(view) = view else { return Ok(()) };
                let sample = seed_held_against(view, read)?;
                Ok(may_seed(&standing(view, now)?, &sample, person, now)?)
            }
            Meant::Attestations(read) => {
                let Some(view) = view else { return Ok(()) };
                let zone = settings(view)?.zone;
                let in_force = asking(view, read.policy, zone)?;
                let (standing, joined) = (standing(view, now)?, joined(view, zone)?);
                let policy = (read.policy, in_force.as_ref());
                Ok(may_attest(&standing, &joined, policy, person).map(|_| ())?)
            }
            Meant::Countersignature(read) => {
                if person == read.by {
                    let review = read.review.clone();
                    return Err(Refusal::OwnCountersignature { review, person }.into());
                }
                view.map_or(Ok(()), |view| reviews::may_answer(view, read, person, now))
            }
            Meant::Votes(read) => {
                if person == read.by {
                    let decision = read.proposed.decision;
                    return Err(Refusal::OwnProposal { decision, person }.into());
                }
                let Some(view) = view else { return Ok(()) };
                let decision = held_against(view, read, now)?;
                let (standing, underneath) = (standing(view, now)?, view.underneath(&decision)?);
                let may =
                    |verdict| may_vote(&standing, &decision, underneath, person, verdict, now);
                match (may(Verdict::Approve), may(Verdict::Agree)) {
                    (Ok(_), _) | (_, Ok(_)) => Ok(()),
                    (Err(refused), Err(_)) => Err(refused.into()),
                }
            }
        }
    }

    /// Whether what it is about settles every word of the answer, also when it counts as signed.
    pub(super) fn is_settled(&self) -> bool {
        match &self.meant {
            Meant::Seed(read) => read.plan.reviewer.is_some(),
            Meant::NewKey { .. }
            | Meant::Votes(_)
            | Meant::Attestations(_)
            | Meant::Countersignature(_) => false,
        }
    }

    /// Refuses a request that has run out.
    pub(super) fn in_time(&self, now: Moment) -> Result<(), Refusal> {
        if now > self.expires {
            return Err(Refusal::RequestExpired { expires: self.expires });
        }
        Ok(())
    }
}

fn new_key_held_against(
    asked: &NewKeyAsked,
    person: PersonRef,
    view: &View<'_>,
    now: Moment,
) -> Result<(), Problem> {
    let standing = standing(view, now)?;
    let old = domain::people::may_be_asked(&standing, person)?;
    let known = Names::of(view)?.known(person);
    if asked.name != known {
        let (says, known) = (worded(&asked.name), worded(&known));
        return Err(Problem::new(
            "request-differs",
            format!(
                "The request calls {person} {says}, and this workspace {known}. Ask who made it."
            ),
        ));
    }
    if asked.old != old.key || asked.old_fingerprint != fingerprint(&old.public) {
        return Err(Problem::new(
            "request-differs",
            format!(
                "The request takes the place of key {}, and the key of {person} is {}. A new \
                 request is needed.",
                asked.old, old.key
            ),
        ));
    }
    Ok(())
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
        meant: Meant::NewKey {
            person,
            new: NewKey { key, public: subject.public, possession: beside.possession },
        },
        expires: request.expires.parse().map_err(|error| unreadable(&error))?,
    })
}

fn parts<T: for<'de> Deserialize<'de>>(value: &serde_json::Value) -> Result<T, Problem> {
    T::deserialize(value).map_err(|error| unreadable(&error))
}

fn worded(name: &Option<String>) -> String {
    name.as_ref().map_or_else(|| "by no name".to_owned(), |name| format!("“{name}”"))
}
