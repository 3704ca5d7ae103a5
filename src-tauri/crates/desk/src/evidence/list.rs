//! Evidence as lists show it.

use std::collections::{BTreeMap, BTreeSet};

use domain::EvidenceRef;
use domain::evidence::{Content, Found, MOST_BYTES, Pointer, validity};
use store::View;
use store::tables::attachment::Attachment;
use store::tables::evidence::Evidence;
use store::tables::recheck::Recheck;

use super::{
    AttachTo, EvidenceAttachment, EvidenceChecked, EvidenceFile, EvidencePiece, EvidenceQuery,
    EvidenceView, FileFound,
};
use crate::people::Names;
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn evidence(&mut self, request: EvidenceQuery) -> Result<EvidenceView, Problem> {
        let open = self.open()?;
        let (view, zone) = (open.view(), settings(&open.view())?.zone);
        let seen = Seen {
            names: Names::of(&view)?,
            zone,
            today: self.moment().in_zone(zone).date_naive(),
            contents: view.contents()?,
            checked: view.rechecks()?.into_iter().map(|one| (one.evidence, one)).collect(),
            here: self.profile.evidence_places(&open.ws).into_keys().collect(),
        };
        let mut attached: BTreeMap<EvidenceRef, Vec<Attachment>> = BTreeMap::new();
        for one in attachments(&view, request.about.as_deref())? {
            attached.entry(one.evidence).or_default().push(one);
        }
        let mut rows = Vec::new();
        for one in view.evidence()?.into_iter().rev() {
            let to = attached.remove(&one.evidence).unwrap_or_default();
            if request.about.is_none() || !to.is_empty() {
                rows.push(seen.row(one, to));
            }
        }
        Ok(EvidenceView { rows, most_bytes: MOST_BYTES })
    }
}

fn attachments(view: &View<'_>, about: Option<&str>) -> Result<Vec<Attachment>, Problem> {
    Ok(match about {
        Some(reference) => view.attachments_to(reference)?,
        None => view.attachments()?,
    })
}

/// What evidence is shown with.
struct Seen {
    names: Names,
    zone: chrono_tz::Tz,
    today: chrono::NaiveDate,
    contents: BTreeMap<EvidenceRef, Content>,
    checked: BTreeMap<EvidenceRef, Recheck>,
    here: BTreeSet<String>,
}

impl Seen {
    fn row(&self, one: Evidence, attached: Vec<Attachment>) -> EvidencePiece {
        let (url, file) = match &one.pointer {
            Pointer::Url { url } => (url.words().map(str::to_owned), None),
            Pointer::File { name, sha256, size } => {
                let name = name.words().map(str::to_owned);
                (None, Some(self.file(one.evidence, name, sha256, *size)))
            }
        };
        EvidencePiece {
            evidence: one.evidence.to_string(),
            title: one.title.words().map(str::to_owned),
            class: one.class,
            url,
            file,
            captured: crate::when::local(one.captured.at, self.zone),
            captured_by: one.by.to_string(),
            captured_by_name: self.names.actor(one.by),
            entry: one.captured.seq,
            expires: one.expires.map(|day| day.to_string()),
            validity: validity(one.expires, self.today),
            attached: attached.into_iter().map(|to| self.attachment(to)).collect(),
        }
    }

    fn file(
        &self,
        evidence: EvidenceRef,
        name: Option<String>,
        sha256: &str,
        size: u64,
    ) -> EvidenceFile {
        let checked = self.checked.get(&evidence).map(|checked| EvidenceChecked {
            found: match checked.found {
                Found::Matches => FileFound::Matches,
                Found::Changed { .. } => FileFound::Changed,
                Found::Missing => FileFound::Missing,
            },
            at: crate::when::local(checked.at, self.zone),
            by_name: self.names.actor(checked.by),
            entry: checked.seq,
        });
        EvidenceFile {
            name,
            sha256: sha256.to_owned(),
            size,
            content: self.contents.get(&evidence).copied().unwrap_or(Content::Pointer),
            here: self.here.contains(&evidence.to_string()),
            checked,
        }
    }

    fn attachment(&self, one: Attachment) -> EvidenceAttachment {
        EvidenceAttachment {
            to: AttachTo {
                reference: one.to.reference,
                item: one.to.item.map(|item| item.to_string()),
            },
            by: one.by.to_string(),
            by_name: self.names.actor(one.by),
            entry: one.since,
        }
    }
}
