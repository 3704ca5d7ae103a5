//! Asking for attestations by a file: the version as it was entered, and beside it its words.

use std::collections::BTreeMap;

use domain::policy::{ATTESTATION, Terms};
use domain::{Event, Moment, PolicyRef, RoleId};
use ledger::encoding::hex;
use ledger::statement::{Request, subject_hash};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::asks::{again, whom};
use super::attest::{runs_out, subject_of_version};
use super::{RequestAttestation, SectionShown, asking, versions};
use crate::files::{Purpose, Written, hand_out};
use crate::people::Names;
use crate::statements::{RequestView, TextBeside, altered, event_told, texts_beside, unreadable};
use crate::workspace::settings;
use crate::{Desk, Problem};

/// A request for attestations that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AttestationRequested {
    /// Its file.
    pub file: Written,
    /// What it asks.
    pub request: RequestView,
}

/// A version of a policy, whole, as a request for its attestation carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttestationAsked {
    /// The policy.
    pub policy: String,
    /// The version.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// What sort of policy it is.
    pub kind_words: String,
    /// Who attests it.
    pub whom: String,
    /// When it is attested again.
    pub again: String,
    /// What it says.
    pub sections: Vec<SectionShown>,
    /// SHA-256 of the version as it was entered, in hex: what is signed.
    pub subject: String,
}

/// A version read from a request, on whatever machine.
pub(crate) struct AttestationRead {
    /// Which policy.
    pub policy: PolicyRef,
    /// Until when an answer is of use.
    pub expires: Moment,
    /// All of it in words.
    pub asked: AttestationAsked,
}

/// What travels beside it, unsigned.
#[derive(Serialize, Deserialize)]
struct Beside {
    texts: Vec<TextBeside>,
    roles: BTreeMap<RoleId, String>,
}

impl Desk {
    /// See the list of operations.
    pub fn request_attestation(
        &mut self,
        request: RequestAttestation,
    ) -> Result<AttestationRequested, Problem> {
        let path = self.target(&request.grant, Purpose::SaveRequest)?;
        let now = self.clock.now();
        let opened = self.open()?;
        let view = opened.store.now();
        let (policy, settings) = (request.policy.parse()?, settings(&view)?);
        let in_force = asking(&view, policy, settings.zone)?;
        let in_force = in_force.ok_or(domain::Refusal::NotInForce { policy })?;
        let versions = versions(&view, policy)?;
        let told = versions.iter().find(|one| one.version == in_force.version);
        let told = told.ok_or_else(|| Problem::internal("no version in force"))?;
        let names = Names::of(&view)?;
        let named = |role: &RoleId| (role.clone(), names.role(role));
        let beside = Beside {
            texts: texts_beside(&opened.store, told.entry)?,
            roles: told.terms.roles.iter().map(named).collect(),
        };
        let made = Request {
            ws: opened.ws.clone(),
            workspace: settings.name,
            by: None,
            kind: ATTESTATION.to_owned(),
            about: request.policy.clone(),
            subject: subject_of_version(&view, policy, told.version)?.event,
            beside: serde_json::to_value(beside).map_err(Problem::internal)?,
            head: opened.store.head()?.to_string(),
            expires: runs_out(now).to_string(),
        };
        let file = hand_out(&path, &made.to_file()?)?;
        let request = self.request_view(&made, file.sha256.clone())?;
        Ok(AttestationRequested { file, request })
    }
}

/// Understands a request for attestations.
///
/// # Errors
/// `statement-unreadable` where its parts do not fit each other.
pub(crate) fn read_attestation(request: &Request) -> Result<AttestationRead, Problem> {
    let beside = Beside::deserialize(&request.beside).map_err(|error| unreadable(&error))?;
    let event = event_told(&request.subject, &beside.texts)?;
    let (policy, version, terms) = if let Event::PolicyDrafted(drafted) = event {
        (drafted.policy, 1, drafted.terms)
    } else if let Event::PolicyRevised(revised) = event {
        (revised.policy, revised.version, revised.terms)
    } else {
        return Err(altered());
    };
    let limit = domain::refusal::TEXT_LIMIT;
    let words = beside.texts.iter().map(|text| &*text.text);
    let shown = words
        .chain(beside.roles.values().map(String::as_str))
        .chain([request.workspace.as_str()])
        .all(|words| limit.check("what a request shows", words).is_ok());
    if !shown || request.about != policy.to_string() {
        return Err(altered());
    }
    let names = Names::as_told(BTreeMap::new(), beside.roles);
    Ok(AttestationRead {
        policy,
        expires: request.expires.parse().map_err(|error| unreadable(&error))?,
        asked: in_words(policy, version, &terms, &names, hex(&subject_hash(&request.subject)?)),
    })
}

fn in_words(
    policy: PolicyRef,
    version: u32,
    terms: &Terms,
    names: &Names,
    subject: String,
) -> AttestationAsked {
    let words = |text: &domain::Text| text.words().map(str::to_owned);
    AttestationAsked {
        policy: policy.to_string(),
        version,
        title: words(&terms.title).unwrap_or_default(),
        kind_words: terms.kind.words().to_owned(),
        whom: whom(terms, names),
        again: again(terms.again_days),
        sections: terms
            .sections
            .iter()
            .map(|one| SectionShown { heading: words(&one.heading), body: words(&one.body) })
            .collect(),
        subject,
    }
}

/// Refuses a request that is not about the version in force, as the record has it.
pub(crate) fn attestation_held_against(
    view: &View<'_>,
    read: &AttestationRead,
) -> Result<(), Problem> {
    let AttestationAsked { policy, version, subject, .. } = &read.asked;
    let in_force = asking(view, read.policy, settings(view)?.zone)?;
    let differs = match in_force.map(|one| one.version) {
        Some(now) if now == *version => {
            subject_of_version(view, read.policy, now)?.hash != *subject
        }
        Some(_) | None => true,
    };
    if !differs {
        return Ok(());
    }
    let says = format!(
        "The request asks for version {version} of {policy}, which is not the one in force here. \
         Ask for a new request."
    );
    Err(Problem::new("request-differs", says))
}
