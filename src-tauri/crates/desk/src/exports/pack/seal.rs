//! The seal: what came between the pack's last entry and its export, the export's own entry, its place
//! in the tree, and a checkpoint that covers it.

use ledger::checkpoint::Checkpoint;
use ledger::key::SecretKey;
use ledger::proof::Proof;
use report::pack::Seal;
use serde_json::Value;
use store::{Appended, Entry, Slice, Store, Writer};

use super::record::line;
use crate::Problem;

/// The tree up to the export, and the entries after the pack's last as lines.
pub(super) struct After {
    last: u64,
    /// The last entry there was when the pack was begun.
    begun: u64,
    leaves: Vec<ledger::Hash>,
    between: String,
}

impl After {
    /// Reads what there is so far; what somebody else appends meanwhile is read when it is sealed.
    ///
    /// # Errors
    /// `export-failed` where words, a file or rows were erased after entry `begun`: they may be in the pack.
    pub(super) fn of(store: &Store, last: u64, begun: u64) -> Result<Self, Problem> {
        let mut after = Self { last, begun, leaves: Vec::new(), between: String::new() };
        store.entries(Slice::ALL, |entry| after.take(&entry))?;
        Ok(after)
    }

    fn take(&mut self, entry: &Entry) -> Result<(), Problem> {
        self.leaves.push(entry.leaf);
        if entry.seq > self.begun && erases(entry)? {
            let says = "Something was erased while the pack was put together. Export it again.";
            return Err(Problem::new("export-failed", says));
        }
        if entry.seq > self.last {
            self.between.push_str(&line(entry)?);
        }
        Ok(())
    }

    /// The seal of the export that was just appended as `own`.
    pub(super) fn seal(
        &mut self,
        writer: &Writer<'_>,
        own: &Appended,
        ws: &str,
        machine: &SecretKey,
    ) -> Result<Seal, Problem> {
        for seq in self.leaves.len() as u64 + 1..own.seq {
            self.take(&writer.entry(seq)?)?;
        }
        let entry = writer.entry(own.seq)?;
        let index = self.leaves.len() as u64;
        self.leaves.push(entry.leaf);
        let checkpoint = Checkpoint::new(ws, own.head).sign(machine);
        let proof = Proof {
            extra: None,
            index,
            hashes: ledger::tree::inclusion_proof(&self.leaves, index)?,
            checkpoint: checkpoint.clone(),
        };
        Ok(Seal {
            between: std::mem::take(&mut self.between).into_bytes(),
            entry: line(&entry)?.into_bytes(),
            proof: proof.to_string().into_bytes(),
            checkpoint: checkpoint.to_string().into_bytes(),
        })
    }
}

/// Whether an entry erases words, a file or rows.
fn erases(entry: &Entry) -> Result<bool, Problem> {
    let body: Value = serde_json::from_str(&entry.body).map_err(Problem::internal)?;
    let event = body.pointer("/event/type").and_then(Value::as_str);
    Ok(matches!(event, Some("text.erased" | "evidence.erased" | "batch.purged")))
}
