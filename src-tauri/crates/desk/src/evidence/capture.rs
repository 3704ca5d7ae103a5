//! Capturing evidence, attaching it, and taking it off again.

use domain::evidence::{self, Captured, Evidence, Place, Target, embed};
use domain::framework::find;
use domain::{EvidenceRef, ItemId, Refusal};
use store::View;

use super::file::{FileRead, read};
use super::{
    AttachEvidence, AttachTo, CaptureEvidence, DetachEvidence, EvidenceQuery, EvidenceView,
};
use crate::door::Act;
use crate::files::Purpose;
use crate::people::standing;
use crate::when::day;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn capture_evidence(&mut self, request: CaptureEvidence) -> Result<EvidenceView, Problem> {
        let path = match &request.grant {
            Some(grant) => Some(self.files.path(grant, Purpose::ReadEvidence)?),
            None => None,
        };
        let file = match &path {
            Some(path) => Some(read(path, request.keep)?.ok_or_else(|| gone(path))?),
            None => None,
        };
        let expires = request.expires.as_deref().map(day).transpose()?;
        let found = match &file {
            Some(FileRead { name, sha256, size, .. }) => Place::File { name, sha256, size: *size },
            None => Place::Url(&request.url),
        };
        let captured = Captured { title: &request.title, class: request.class, found, expires };
        let to = request.to.as_ref().map(target);
        let mut next = None;
        let bytes = file.as_ref().and_then(|file| file.bytes.as_deref());
        self.act_keeping(bytes, |act| {
            let standing = standing(act.view, act.now)?;
            let one = act.view.next_evidence()?;
            next = Some(one);
            let mut events = vec![evidence::capture(&standing, act.by, one, captured)?];
            let held = Evidence {
                evidence: one,
                file: file.as_ref().map(|file| (file.sha256.clone(), file.size)),
                captured_by: act.by,
                content: evidence::Content::Pointer,
                attached: Vec::new(),
            };
            if request.keep {
                let sha256 = file.as_ref().map_or("", |file| file.sha256.as_str());
                events.push(embed(&standing, &held, act.by, sha256)?);
            }
            if let Some(to) = &to {
                let known = known(act.view, to)?;
                events.push(evidence::attach(&standing, &held, act.by, to, known)?);
            }
            Ok(events)
        })?;
        if let Some((next, path)) = next.zip(path) {
            self.remember_evidence(&next.to_string(), &path);
        }
        self.evidence(EvidenceQuery { about: request.to.map(|to| to.reference) })
    }

    /// See the list of operations.
    pub fn attach_evidence(&mut self, request: AttachEvidence) -> Result<EvidenceView, Problem> {
        let (which, to) = (request.evidence.parse()?, target(&request.to));
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let known = known(act.view, &to)?;
            Ok(vec![evidence::attach(&standing, &held(act, which)?, act.by, &to, known)?])
        })?;
        self.evidence(EvidenceQuery { about: Some(request.to.reference) })
    }

    /// See the list of operations.
    pub fn detach_evidence(&mut self, request: DetachEvidence) -> Result<EvidenceView, Problem> {
        let (which, from) = (request.evidence.parse()?, target(&request.from));
        self.act(|act| {
            let (standing, held) = (standing(act.view, act.now)?, held(act, which)?);
            Ok(vec![evidence::detach(&standing, &held, act.by, &from, &request.reason)?])
        })?;
        self.evidence(EvidenceQuery { about: Some(request.from.reference) })
    }
}

/// A piece of evidence as it stands when somebody acts.
pub(super) fn held(act: &Act<'_>, evidence: EvidenceRef) -> Result<Evidence, Problem> {
    let held = act.view.evidence_held(evidence)?;
    held.ok_or_else(|| Refusal::Unknown { reference: evidence.to_string() }.into())
}

fn target(to: &AttachTo) -> Target {
    let item = to.item.as_deref().filter(|item| !item.is_empty()).map(ItemId::new);
    Target { reference: to.reference.trim().to_owned(), item }
}

/// Whether the record knows what evidence is attached to, or a framework asks for it; of a review,
/// whether it asks that item.
fn known(view: &View<'_>, to: &Target) -> Result<bool, Problem> {
    match &to.item {
        None => Ok(find(&to.reference).is_some() || view.is_known(&to.reference)?),
        Some(item) => {
            let review = domain::ReviewRef::new(&to.reference);
            let held = view.review(&review)?;
            Ok(held.is_some_and(|held| held.cadence.checklist.iter().any(|one| one.item == *item)))
        }
    }
}

fn gone(path: &std::path::Path) -> Problem {
    let name = crate::files::file_name(path);
    Problem::new("file-missing", format!("{name} is not there any more. Choose it again."))
}
