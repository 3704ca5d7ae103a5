//! An operator who holds his own keys and the machine's key, and rewrites what he likes.

use std::collections::HashMap;
use std::path::PathBuf;

use desk::SeededChance;
use desk::demo::PASSPHRASE;
use desk::operations::Verify;
use ledger::checkpoint::Checkpoint;
use ledger::key::SecretKey;
use ledger::note::Note;
use ledger::tree::Frontier;
use ledger::workspace::MACHINE;
use ledger::{Draft, Head};
use serde_json::Value;
use store::replay::Rebuild;
use store::{Slice, Store, StoreError};

use crate::table::{Table, refused};
use crate::workspace::{OPERATOR, Workspace, must_hold};

/// What he does with the entries of the other person that come after.
#[derive(Clone, Copy, PartialEq)]
enum Others {
    /// They stay as they were signed.
    Left,
    /// They are made to vouch for the new past, under the signature they had.
    Adjusted,
    /// He signs them with his own key.
    SignedByHim,
}

#[test]
fn nobody_rewrites_his_own_past_between_other_peoples_entries() {
    let workspace = Workspace::made(SeededChance::new(7));
    let him = Operator::of(&workspace);
    let theirs: Vec<u64> = him.seqs(|by| !is_his(by));
    let last_of_theirs = *theirs.last().unwrap();
    let mut table = Table::new("an operator with his own keys and the machine's");
    for seq in him.seqs(is_his).into_iter().filter(|seq| *seq < last_of_theirs) {
        let next = *theirs.iter().find(|after| **after > seq).unwrap();
        for (attack, others) in [
            ("rewritten before another's entry, which is left as it was", Others::Left),
            ("rewritten, the other's entry made to fit", Others::Adjusted),
            ("rewritten, the other's entry signed by himself", Others::SignedByHim),
        ] {
            let answer = workspace.judged(&him.rewritten(seq, others), &Verify::default());
            table.tried(attack, &format!("entry {seq}"), &answer, |fault| {
                fault.entry == Some(next) && fault.says.contains(him.by(next))
            });
        }
    }
    let kept = Verify { keys: None, seen: vec![workspace.head.clone()] };
    for seq in him.seqs(is_his).into_iter().filter(|seq| *seq > last_of_theirs) {
        let path = him.rewritten(seq, Others::Left);
        let place = format!("entry {seq}");
        let alone = workspace.judged(&path, &Verify::default());
        let alone = must_hold(&alone);
        assert!(!alone.anchored && !refused(alone), "{place}: what only he signed is his to write");
        let outside = workspace.judged(&path, &kept);
        let attack = "rewritten after every other's entry; somebody kept the head";
        table.tried(attack, &place, &outside, |f| f.code == "seen.differs");
        let here = workspace.judged_here(&path);
        let attack = "rewritten after every other's entry; another machine remembers";
        table.tried(attack, &place, &here, |f| f.code == "memory.differs");
    }
    table.finish();
}

/// Whether he can sign it: as himself, or as the machine.
fn is_his(by: &str) -> bool {
    by == OPERATOR || by == MACHINE
}

/// The operator and everything he has.
pub struct Operator<'w> {
    workspace: &'w Workspace,
    keys: HashMap<String, SecretKey>,
    machine: SecretKey,
    entries: Vec<(Value, [u8; 64])>,
    store: Store,
}

impl<'w> Operator<'w> {
    /// Opens his keys and the machine's.
    pub fn of(workspace: &'w Workspace) -> Self {
        let (profile, ws) = (&workspace.profile, &workspace.ws);
        let own = profile.keys(ws).into_iter().filter(|file| file.person.to_string() == OPERATOR);
        let keys = own
            .map(|file| {
                (file.key.clone(), profile.open_key(ws, &file, &PASSPHRASE.into()).unwrap())
            })
            .collect();
        let machine = profile.machine_key([0; 32]).unwrap();
        let store = Store::read(&workspace.copy("operator.countersign")).unwrap();
        let mut entries = Vec::new();
        let read = store.entries(Slice::ALL, |entry| {
            entries.push((serde_json::from_str(&entry.body).unwrap(), entry.signature));
            Ok::<_, StoreError>(())
        });
        read.unwrap();
        Self { workspace, keys, machine, entries, store }
    }

    /// Who made an entry.
    fn by(&self, seq: u64) -> &str {
        let at = usize::try_from(seq - 1).unwrap();
        self.entries[at].0["by"].as_str().unwrap()
    }

    fn seqs(&self, whose: impl Fn(&str) -> bool) -> Vec<u64> {
        let own = self.entries.iter().filter(|(body, _)| whose(body["by"].as_str().unwrap()));
        own.map(|(body, _)| body["seq"].as_u64().unwrap()).collect()
    }

    /// A whole file in which entry `seq` says another time, everything of his after it signed
    /// anew, checkpoints too, and the tables made to fit.
    fn rewritten(&self, seq: u64, others: Others) -> PathBuf {
        let path = self.workspace.place(&format!("rewritten-{seq}-{}.countersign", others as u8));
        let (made, ()) = Store::create(&path, &self.workspace.ws, |empty| {
            let mut rebuild = Rebuild::begin(empty)?;
            let mut edge = Frontier::empty();
            for (old, signature) in &self.entries {
                let (body, signature) = self.entry(old, signature, seq, others, &edge);
                edge.push(ledger::tree::leaf_hash(body.as_bytes(), &signature));
                rebuild.entry(&body, &signature)?;
            }
            self.store.texts(Slice::ALL, |text| rebuild.text(&text))?;
            rebuild.contents_of(&self.store)?;
            rebuild.finish()
        })
        .unwrap();
        drop(made);
        path
    }

    fn entry(
        &self,
        old: &Value,
        signature: &[u8; 64],
        seq: u64,
        others: Others,
        edge: &Frontier,
    ) -> (String, [u8; 64]) {
        let mut body = old.clone();
        let his = is_his(body["by"].as_str().unwrap());
        if body["seq"].as_u64() < Some(seq) || (!his && others == Others::Left) {
            return (ledger::canonical::to_string(&body).unwrap(), *signature);
        }
        if body["seq"].as_u64() == Some(seq) {
            let at = body["at"].as_str().unwrap().replace(".000Z", ".001Z");
            assert_ne!(body["at"], *at, "the entry says another time");
            body["at"] = at.into();
        }
        body["prev"] = ledger::encoding::base64(&edge.root()).into();
        if his && body["event"]["type"] == "checkpoint.recorded" {
            let note = self.checkpoint(edge.head(), body["event"]["note"].as_str().unwrap());
            body["event"]["note"] = note.into();
        }
        if !his && others == Others::Adjusted {
            return (ledger::canonical::to_string(&body).unwrap(), *signature);
        }
        if body["by"] == MACHINE {
            let key = self.machine.public().id(&self.workspace.ws, MACHINE);
            body["key"] = key.to_string().into();
            let signed = self.draft(&body).sign(&self.machine).unwrap();
            return (signed.body, signed.signature);
        }
        let by = body["by"].as_str().unwrap();
        let (key, secret) = match self.keys.get_key_value(body["key"].as_str().unwrap()) {
            Some((_, secret)) => (secret.public().id(&self.workspace.ws, by), secret),
            None => {
                let secret = self.keys.values().next().unwrap();
                (secret.public().id(&self.workspace.ws, by), secret)
            }
        };
        body["key"] = key.to_string().into();
        let signed = self.draft(&body).sign(secret).unwrap();
        (signed.body, signed.signature)
    }

    /// A draft that says what `body` does.
    pub fn draft(&self, body: &Value) -> Draft {
        let text = |field: &str| body[field].as_str().unwrap().to_owned();
        Draft {
            ws: text("ws"),
            seq: body["seq"].as_u64().unwrap(),
            at: text("at"),
            by: text("by"),
            key: text("key").parse().unwrap(),
            prev: ledger::encoding::from_base64_exact(&text("prev")).unwrap(),
            event: body["event"].clone(),
            why: body.get("why").cloned(),
        }
    }

    /// His key of this id.
    pub fn key(&self, id: &str) -> &SecretKey {
        &self.keys[id]
    }

    /// A checkpoint as the machine signs it.
    pub fn signed(&self, head: Head) -> Note {
        Checkpoint::new(&self.workspace.ws, head).sign(&self.machine)
    }

    /// The checkpoint of a head, with what others signed under the old one.
    fn checkpoint(&self, head: Head, old: &str) -> String {
        let mut note = self.signed(head);
        let old: Note = old.parse().unwrap();
        note.signatures.extend(old.signatures.into_iter().skip(1));
        note.to_string()
    }
}
