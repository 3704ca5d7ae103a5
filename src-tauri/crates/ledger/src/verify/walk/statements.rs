//! Statements: signed by an enrolled person, over this record, in time, once.

use super::super::read::{Read, Statement};
use super::super::verdict::FaultCode;
use super::Walk;

impl Walk {
    pub(super) fn statements(&mut self, position: usize, entry: &Read) {
        self.holding.clear();
        for (index, (path, statement)) in entry.gathered.statements.iter().enumerate() {
            self.counts.statements += 1;
            let verdict = match statement {
                Err(why) => Err(why.clone()),
                Ok(statement) => self.judge(position, entry, statement),
            };
            match verdict {
                Err(why) => {
                    let sentence = format!("The statement {path} of entry {} {why}.", entry.seq);
                    self.faults.add(FaultCode::Statement, Some(entry.seq), Some(path), sentence);
                }
                Ok(()) => self.once(index, path, entry),
            }
        }
    }

    /// The error says what is wrong, as the end of a sentence.
    fn judge(&self, position: usize, entry: &Read, statement: &Statement) -> Result<(), String> {
        let ws = &self.keyring.ws;
        if statement.ws != *ws {
            return Err(format!("was made for workspace {}", statement.ws));
        }
        let Some(holder) = self.keyring.live(statement.key, &statement.by) else {
            return Err(format!("is signed with a key that is none of {} in use", statement.by));
        };
        let message = ["countersign/statement/v1\n", &statement.bytes].concat();
        if !holder.judge.accepts(message.as_bytes(), &statement.signature) {
            return Err(format!("does not carry a valid signature of {}", statement.by));
        }
        if entry.at > statement.expires || statement.at > statement.expires {
            return Err(format!("expired at {}", statement.expires));
        }
        let seen = usize::try_from(statement.head.size).ok().filter(|size| *size <= position);
        if seen.and_then(|size| self.forest.root(size)) != Some(statement.head.root) {
            return Err(format!("was made on another record than this: {}", statement.head));
        }
        Ok(())
    }

    fn once(&mut self, index: usize, path: &str, entry: &Read) {
        let Some((_, Ok(statement))) = entry.gathered.statements.get(index) else { return };
        if self.nonces.insert((statement.by.clone(), statement.nonce)) {
            self.holding.push(index);
        } else {
            let sentence = format!(
                "The statement {path} of entry {} was used before; it counts once.",
                entry.seq
            );
            self.faults.add(FaultCode::StatementAgain, Some(entry.seq), Some(path), sentence);
        }
    }
}
