//! Looking at a file again, keeping it in the workspace, giving it out and erasing it.

use domain::evidence::{self, Content, Pointer, erase, recheck};
use domain::{EvidenceRef, Refusal};

use super::capture::held;
use super::file::read;
use super::{
    EraseEvidence, EvidenceQuery, EvidenceView, KeepEvidence, RecheckEvidence, SaveEvidence,
};
use crate::files::{Purpose, Written, file_name};
use crate::people::standing;
use crate::{Desk, Problem, exports};

impl Desk {
    /// See the list of operations.
    pub fn recheck_evidence(&mut self, request: RecheckEvidence) -> Result<EvidenceView, Problem> {
        let which: EvidenceRef = request.evidence.parse()?;
        let path = self.evidence_path(&request.evidence, request.grant.as_ref())?;
        let file = read(&path, false)?;
        self.act(|act| {
            let (standing, held) = (standing(act.view, act.now)?, held(act, which)?);
            let found = file.as_ref().map(|file| (file.sha256.as_str(), file.size));
            Ok(vec![recheck(&standing, &held, act.by, found)?])
        })?;
        if request.grant.is_some() && file.is_some() {
            self.remember_evidence(&request.evidence, &path);
        }
        self.evidence(EvidenceQuery::default())
    }

    /// See the list of operations.
    pub fn keep_evidence(&mut self, request: KeepEvidence) -> Result<EvidenceView, Problem> {
        let which: EvidenceRef = request.evidence.parse()?;
        let path = self.evidence_path(&request.evidence, request.grant.as_ref())?;
        let file = read(&path, true)?.ok_or_else(|| {
            let says = format!("{} is not there any more.", file_name(&path));
            Problem::new("file-missing", says)
        })?;
        self.act_keeping(file.bytes.as_deref(), |act| {
            let (standing, held) = (standing(act.view, act.now)?, held(act, which)?);
            Ok(vec![evidence::embed(&standing, &held, act.by, &file.sha256)?])
        })?;
        self.remember_evidence(&request.evidence, &path);
        self.evidence(EvidenceQuery::default())
    }

    /// See the list of operations.
    pub fn save_evidence(&mut self, request: SaveEvidence) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveEvidence)?;
        let open = self.open()?;
        let which: EvidenceRef = request.evidence.parse()?;
        let one = open.view().evidence_one(which)?;
        let one = one.ok_or_else(|| Refusal::Unknown { reference: request.evidence.clone() })?;
        let bytes = match (&one.pointer, open.store.now().contents()?.get(&which)) {
            (Pointer::File { sha256, .. }, Some(Content::Kept)) => open.store.content(sha256)?,
            (Pointer::File { .. } | Pointer::Url { .. }, _) => None,
        };
        let bytes = bytes.ok_or(Refusal::NotKept { evidence: which })?;
        let export = exports::export(&request.evidence, "file", open.last()?, None, &bytes);
        exports::leave(self, &path, &bytes, export)
    }

    /// See the list of operations.
    pub fn erase_evidence(&mut self, request: EraseEvidence) -> Result<EvidenceView, Problem> {
        let which: EvidenceRef = request.evidence.parse()?;
        self.act_confirmed(&request.passphrase, |act| {
            let (standing, held) = (standing(act.view, act.now)?, held(act, which)?);
            Ok(vec![erase(&standing, &held, act.by, &request.ground)?])
        })?;
        self.evidence(EvidenceQuery::default())
    }
}
