//! A decision's entries as a small file that anybody can verify.

use std::collections::{BTreeMap, BTreeSet};

use ledger::checkpoint::Checkpoint;
use ledger::key::{PublicKey, SecretKey};
use ledger::proof::{Proof, excerpt};
use ledger::text::SealedText;
use ledger::tree::inclusion_proof;
use ledger::verify::{self, Claims};
use serde_json::Value;
use store::tables::key::Key;
use store::{Entry, Slice, View};

use super::own_entries;
use crate::Problem;
use crate::decisions::{DecisionView, decision_of};
use crate::workspace::{Open, settings};

/// The entries of a decision, those that erased words of it and those that rolled it back, each with
/// its proof under one checkpoint, as it stood after entry `as_of`. Of a demo the entry that says so leads
/// them. What would not hold does not leave.
pub(super) fn excerpted(
    open: &Open,
    view: &DecisionView,
    as_of: u64,
    with_words: bool,
    machine: &SecretKey,
) -> Result<String, Problem> {
    let own = own_entries(view);
    let then = open.view();
    let all = told(&then, view)?;
    let (leaves, keys) = (open.store.leaves(as_of)?, then.keys_ever()?);
    let head = ledger::Head { size: as_of, root: open.store.signed_root(as_of)? };
    let checkpoint = Checkpoint::new(&open.ws, head).sign(machine);
    let mut parts = String::new();
    for seq in all {
        let entry = open.store.entry(seq)?;
        let mut texts = Vec::new();
        // Why words were erased may say too much of them: only the decision's own words leave.
        if with_words && own.contains(&seq) {
            open.store.texts(Slice { from: seq, to: seq }, |row| {
                texts.push(SealedText { path: row.path, salt: row.salt, text: row.text });
                Ok::<_, Problem>(())
            })?;
        }
        let mut public = BTreeMap::new();
        for signer in signers(&entry)? {
            if let Some(key) = held(&keys, &signer) {
                public.insert(signer.person, PublicKey::from_base64(&key.public)?);
            }
        }
        let mut public: Vec<(&str, PublicKey)> =
            public.iter().map(|(person, key)| (person.as_str(), *key)).collect();
        public.push(("machine", machine.public()));
        let index = seq.saturating_sub(1);
        let hashes = inclusion_proof(&leaves, index)?;
        let proof = Proof { extra: None, index, hashes, checkpoint: checkpoint.clone() };
        let part = excerpt(&open.ws, &entry.body, &entry.signature, &texts, &public, proof);
        parts.push_str(&part.to_string());
    }
    let verdicts = verify::excerpt(&parts, &Claims::default());
    match verdicts.faults.first() {
        None => Ok(parts),
        Some(fault) => Err(Problem::new(
            "export-failed",
            format!(
                "What the file holds of {} does not verify: {} Nothing was written. Verify the \
                 workspace.",
                view.row.decision, fault.sentence
            ),
        )),
    }
}

/// The entries of a decision, those that erased words of it and those that rolled it back; of a demo the
/// one that says so too.
pub(super) fn told(then: &View<'_>, view: &DecisionView) -> Result<BTreeSet<u64>, Problem> {
    let own = own_entries(view);
    let erasures = then.erasures()?.into_iter().filter(|erased| own.contains(&erased.of_seq));
    let beside: Vec<u64> = erasures.map(|erased| erased.seq).collect();
    let founding = settings(then)?.demo.then_some(1);
    let beside = beside.into_iter().chain(rolled_back(then, view)?).chain(founding);
    Ok(own.into_iter().chain(beside).collect())
}

/// The entries that proposed to roll a decision back, and did; without them it would look as if it
/// were still applied.
fn rolled_back(then: &View<'_>, view: &DecisionView) -> Result<Vec<u64>, Problem> {
    let (Some(by), Some(undone)) = (&view.undone_by, &view.undone) else { return Ok(Vec::new()) };
    Ok(vec![decision_of(then, by)?.entry, undone.entry])
}

/// Who signed something, and with which key.
pub(super) struct Signer {
    person: String,
    key: String,
}

/// Who signed an entry, and the statement in it.
pub(super) fn signers(entry: &Entry) -> Result<Vec<Signer>, Problem> {
    let body: Value = serde_json::from_str(&entry.body).map_err(Problem::internal)?;
    let signer = |value: &Value| {
        let field = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
        Some(Signer { person: field("by")?, key: field("key")? })
    };
    let carried = body.pointer("/event/statement/statement").and_then(Value::as_str);
    let carried: Option<Value> = carried.and_then(|text| serde_json::from_str(text).ok());
    Ok([signer(&body), carried.as_ref().and_then(signer)].into_iter().flatten().collect())
}

pub(super) fn held<'k>(keys: &'k [Key], signer: &Signer) -> Option<&'k Key> {
    keys.iter().find(|key| key.key == signer.key && key.holder.to_string() == signer.person)
}
