//! Measuring the verifier against the least it could cost: the bare signatures.

use std::time::{Duration, Instant};

use rayon::prelude::*;
use serde_json::json;

use ledger::encoding::base64;
use ledger::entry::PREFIX;
use ledger::key::SecretKey;
use ledger::primitive::Judge;
use ledger::text::{SeededSalts, seal};
use ledger::tree::Frontier;
use ledger::verify::{Claims, RawEntry, RawText, Record, record};
use ledger::{Draft, Error, workspace};

/// A history to measure with: its record, and the judge of each entry's key.
pub struct History {
    /// The record.
    pub record: Record,
    judges: Vec<Judge>,
    signers: Vec<usize>,
}

/// What was measured, all on all cores.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    /// Entries in the history.
    pub entries: usize,
    /// Strict Ed25519 over every entry, and nothing else.
    pub bare: Duration,
    /// The whole verification.
    pub verify: Duration,
}

impl Ratio {
    /// How many times the bare signatures the whole verification costs.
    #[must_use]
    pub fn times(&self) -> f64 {
        self.verify.as_secs_f64() / self.bare.as_secs_f64()
    }
}

/// Writes a history of `entries` entries (at least two) by two people, each with a reason and
/// two texts, as daily use has them.
///
/// # Errors
/// As [`Draft::sign`]; the drafts give no cause for any.
pub fn history(entries: usize) -> Result<History, Error> {
    let ws = workspace::id([1; 16]);
    let people = [SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32])];
    let machine = SecretKey::from_seed([3; 32]).public();
    let [first, second] = &people;
    let mut record = Record::default();
    let mut signers = Vec::with_capacity(entries);
    let mut frontier = Frontier::empty();
    let mut salts = SeededSalts::new([4; 32]);
    for index in 0..entries {
        let mut event = match index {
            0 => json!({
                "type": "workspace.created", "name": { "t": "Bench" }, "zone": "UTC",
                "fiscal_start": 1, "demo": true,
                "machine": {
                    "key": machine.id(&ws, workspace::MACHINE).to_string(),
                    "public": machine.to_base64(),
                },
                "founder": {
                    "person": "PER-0001", "name": { "t": "Ada" },
                    "key": first.public().id(&ws, "PER-0001").to_string(),
                    "public": first.public().to_base64(),
                },
            }),
            1 => json!({
                "type": "key.enrolled", "person": "PER-0002",
                "key": second.public().id(&ws, "PER-0002").to_string(),
                "public": second.public().to_base64(),
                "possession": base64(&second.possession(&ws, "PER-0002")),
            }),
            _ => json!({
                "type": "override.logged", "reference": format!("OVR-{index:06}"),
                "workflow": "WF-0007", "said": { "t": "Send on Tuesday at nine" },
                "chose": { "t": "Hold: the account is in renewal" }, "reason": "timing",
            }),
        };
        let mut why = json!({ "t": "seen in the weekly call" });
        let mut texts = seal(&mut event, "/event", &mut salts);
        texts.extend(seal(&mut why, "/why", &mut salts));
        let signer = if index < 2 { 0 } else { index % 2 };
        let (by, secret) = if signer == 0 { ("PER-0001", first) } else { ("PER-0002", second) };
        let signed = Draft {
            ws: ws.clone(),
            seq: index as u64 + 1,
            at: format!("2026-09-{:02}T08:00:00.000Z", 1 + index * 28 / entries),
            by: by.to_owned(),
            key: secret.public().id(&ws, by),
            prev: frontier.root(),
            event,
            why: Some(why),
        }
        .sign(secret)?;
        frontier.push(signed.leaf);
        signers.push(signer);
        record.entries.push(RawEntry {
            body: signed.body.into_bytes(),
            signature: signed.signature.to_vec(),
        });
        record.texts.extend(texts.into_iter().map(|text| RawText {
            seq: index as u64 + 1,
            path: text.path,
            salt: text.salt.to_vec(),
            text: text.text.into_bytes(),
        }));
    }
    let judges = people.iter().filter_map(|key| Judge::new(key.public().bytes())).collect();
    Ok(History { record, judges, signers })
}

impl History {
    /// Measures both, `rounds` times alternately, and takes the fastest of each: what else the
    /// machine did meanwhile is not ours.
    #[must_use]
    pub fn measure(&self, rounds: usize) -> Ratio {
        let mut ratio = Ratio {
            entries: self.record.entries.len(),
            bare: Duration::MAX,
            verify: Duration::MAX,
        };
        for _ in 0..rounds.max(1) {
            ratio.bare = ratio.bare.min(timed(|| self.bare()));
            let whole = || record(&self.record, &Claims::default()).accepted();
            ratio.verify = ratio.verify.min(timed(whole));
        }
        ratio
    }

    /// The bare signatures, on all cores.
    fn bare(&self) -> bool {
        self.record.entries.par_iter().zip(&self.signers).with_min_len(64).all(|(entry, signer)| {
            let message = [PREFIX.as_bytes(), &entry.body].concat();
            let judge = self.judges.get(*signer);
            let signature = entry.signature.as_slice().try_into();
            judge.is_some_and(|judge| {
                signature.is_ok_and(|signature| judge.accepts(&message, signature))
            })
        })
    }
}

/// How long it takes; a check that fails has no time worth having.
fn timed(check: impl FnOnce() -> bool) -> Duration {
    let start = Instant::now();
    if check() { start.elapsed() } else { Duration::MAX }
}
