//! The evidence pack: what an outsider verifies without trusting anybody.

use std::collections::BTreeSet;

use domain::batch::SECRETS;
use domain::evidence::Pointer;
use domain::workspace::ExportMade;
use ledger::Head;
use ledger::checkpoint::Checkpoint;
use ledger::encoding::base64;
use ledger::key::{PublicKey, SecretKey};
use ledger::proof::Proof;
use report::csv::Reader;
use report::pack::{Facts, Key, Pack, Part, Request, Seal};
use serde_json::json;
use store::{Appended, AsOf, Entry, Slice, Store, Writer};

use super::ExportPack;
use super::frame::{About, frame};
use crate::files::{Purpose, Written, file_name};
use crate::operations::Nothing;
use crate::people::{Names, fingerprint};
use crate::reviews::{self, ReviewState};
use crate::workspace::Open;
use crate::{Desk, Problem};

/// The format's own description, so that a pack can be verified with nothing else at hand.
const FORMAT: &str = include_str!("../../../ledger/FORMAT.md");

/// Files of a pack, and what its README counts.
struct Contents {
    parts: Vec<Part>,
    withheld: u64,
    erased: u64,
    checkpoints: u64,
}

impl Desk {
    /// See the list of operations.
    pub fn export_pack(&mut self, request: ExportPack) -> Result<Written, Problem> {
        // A pack proves the whole ledger, so it is of now.
        self.open()?.must_be_now()?;
        let path = self.target(&request.grant, Purpose::SavePack)?;
        let work = self.begin("export_pack");
        let machine = self.machine()?;
        let preparer = self.preparer()?;
        let held: Vec<String> = self
            .reviews(Nothing {})?
            .past
            .into_iter()
            .filter(|row| row.state == ReviewState::Closed)
            .map(|row| row.review)
            .collect();
        let now = self.clock.now();
        let open = self.open()?;
        let as_of = open.store.size()?;
        let mut contents = Contents { parts: Vec::new(), withheld: 0, erased: 0, checkpoints: 0 };
        // Half of the way to gather, half to write.
        let steps = (as_of, 2 * as_of);
        ledger_files(&open.store, request.withhold_contacts, &mut contents, |read| {
            work.step(read.min(steps.0), steps.1)
        })?;
        keys_and_checkpoints(&open.store, &mut contents)?;
        reports(open, as_of, &preparer, &held, now, &mut contents, &|| {
            work.step(steps.0, steps.1)
        })?;
        let facts = facts(open, as_of, &preparer, &contents, request.withhold_contacts)?;
        let pack = Pack::assemble(&facts, contents.parts)?;
        let export = ExportMade {
            what: "pack".to_owned(),
            form: "zip".to_owned(),
            as_of,
            period: None,
            review: None,
            decision: None,
            exception: None,
            file: None,
            manifest: Some(pack.manifest().sha256.clone()),
        };
        let leaves = open.store.leaves(as_of)?;
        let mut unsealed = pack.begin(&path, &mut |written, files| {
            work.goes_on(steps.0 + steps.0 * written / files.max(1), steps.1)
        })?;
        let (mut sealed, ws) = (None, open.ws.clone());
        let mut ready = |writer: &Writer<'_>, appended: &[Appended]| {
            let own = appended.last().ok_or_else(|| Problem::internal("no entry was made"))?;
            let seal = seal(&ws, &machine, &writer.entry(own.seq)?, own.head, leaves.clone())?;
            let unsealed = unsealed.take().ok_or_else(|| work.cancelled())?;
            sealed = Some(unsealed.seal(&seal)?);
            Ok(())
        };
        // The pack ends with the entry before its own: somebody else's must not come between.
        let appended = self.act_when_ready(&work, &mut ready, |act| {
            if act.view.last_change()?.map(|change| change.seq) == Some(as_of) {
                Ok(vec![export.into()])
            } else {
                Err(Problem::new(
                    "export-failed",
                    "An entry was made while the pack was put together. Export it again.",
                ))
            }
        })?;
        let (draft, made) = sealed.ok_or_else(|| Problem::internal("the pack was not sealed"))?;
        let entry = appended.first().map(|entry| entry.seq);
        super::publish(draft, &path, entry)?;
        Ok(Written { name: file_name(&path), bytes: made.size, sha256: made.sha256, entry })
    }
}

/// Entries, texts, and the places of texts that stay out.
fn ledger_files(
    store: &Store,
    no_contacts: bool,
    contents: &mut Contents,
    read: impl Fn(u64) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let (mut entries, mut texts, mut withheld) = (String::new(), String::new(), String::new());
    store.entries(Slice::ALL, |entry| {
        let line = json!({ "body": entry.body, "sig": base64(&entry.signature) });
        entries.push_str(&format!("{line}\n"));
        read(entry.seq)
    })?;
    let mut counted = 0;
    let batches: BTreeSet<u64> = store.now().batches()?.iter().map(|batch| batch.seq).collect();
    store.texts(Slice::ALL, |text| {
        let is_contact = no_contacts && text.path == "/event/contact";
        let is_secret = batches.contains(&text.seq) && SECRETS.contains(&text.path.as_str());
        if is_contact || is_secret {
            withheld.push_str(&format!("{}\n", json!({ "path": text.path, "seq": text.seq })));
            counted += 1;
        } else {
            let line = json!({
                "path": text.path,
                "salt": base64(&text.salt),
                "seq": text.seq,
                "text": text.text,
            });
            texts.push_str(&format!("{line}\n"));
        }
        Ok::<_, Problem>(())
    })?;
    contents.withheld = counted;
    contents.erased = store.now().erasures()?.len() as u64;
    contents.parts.extend([
        Part::text("ledger/entries.jsonl", "Every entry, as it was signed", entries),
        Part::text("ledger/texts.jsonl", "The words the entries commit to", texts),
        Part::text("ledger/withheld.jsonl", "Where words were left out", withheld),
        Part::text(
            "FORMAT.md",
            "Every byte of the format, to write a verifier from",
            FORMAT.to_owned(),
        ),
    ]);
    Ok(())
}

fn keys_and_checkpoints(store: &Store, contents: &mut Contents) -> Result<(), Problem> {
    let view = store.now();
    let mut list = Vec::new();
    for key in view.keys_ever()? {
        let holder = key.holder.to_string();
        let public = PublicKey::from_base64(&key.public)?;
        contents.parts.push(Part::text(
            &format!("keys/{holder}-{}.pem", key.key),
            "A public key",
            public.to_pem(),
        ));
        list.push(json!({
            "fingerprint": fingerprint(&key.public),
            "from": key.since,
            "key": key.key,
            "person": holder,
            "public": key.public,
            "until": key.ended,
        }));
    }
    let list = serde_json::to_string_pretty(&list).map_err(Problem::internal)?;
    contents.parts.push(Part::text("keys/keys.json", "All public keys with their holders", list));
    for checkpoint in view.checkpoints()? {
        contents.checkpoints += 1;
        contents.parts.push(Part::text(
            &format!("checkpoints/{:06}.txt", checkpoint.seq),
            "A checkpoint with its signatures",
            checkpoint.note,
        ));
    }
    Ok(())
}

fn reports(
    open: &Open,
    as_of: u64,
    preparer: &str,
    held: &[String],
    now: domain::Moment,
    contents: &mut Contents,
    go_on: &dyn Fn() -> Result<(), Problem>,
) -> Result<(), Problem> {
    let register = super::register::model(open, as_of, preparer)?;
    let rows = crate::register::view::view(
        &open.store.as_of(AsOf::Seq(as_of)),
        as_of,
        super::frame::moment_of(&open.store, as_of)?,
    )?;
    let json = serde_json::to_string_pretty(&rows).map_err(Problem::internal)?;
    let file = |path: &str, about: &str, bytes: Vec<u8>| Part {
        path: path.to_owned(),
        about: about.to_owned(),
        bytes,
    };
    contents.parts.extend([
        file("reports/register.pdf", "The register", report::register::pdf(&register)?.bytes),
        file(
            "data/register.csv",
            "The register as a table",
            report::register::csv(&register, Reader::Program)?,
        ),
        Part::text("data/register.json", "The register for programs", json),
    ]);
    contents.parts.extend(kept(open, as_of)?);
    for name in held {
        go_on()?;
        let review = domain::ReviewRef::new(name);
        let view = reviews::view::view(open, &review, None, now)?;
        let model = super::minutes::model(open, &view, preparer, now)?;
        let pdf = report::minutes::pdf(&model)?.bytes;
        contents.parts.push(file(&format!("reports/{name}.pdf"), "Minutes of a review", pdf));
    }
    Ok(())
}

/// The files that are kept beside the ledger, each named by its evidence; an entry gives its hash.
fn kept(open: &Open, as_of: u64) -> Result<Vec<Part>, Problem> {
    let view = open.store.as_of(AsOf::Seq(as_of));
    let mut parts = Vec::new();
    for (evidence, sha256) in view.kept()? {
        let Some(bytes) = open.store.content(&sha256)? else { continue };
        let name = match view.evidence_one(evidence)?.map(|one| one.pointer) {
            Some(Pointer::File { name, .. }) => plain(name.words().unwrap_or("erased")),
            Some(Pointer::Url { .. }) | None => String::new(),
        };
        let (path, about) =
            (format!("evidence/{evidence}-{name}"), format!("The file of {evidence}"));
        parts.push(Part { path, about, bytes });
    }
    Ok(parts)
}

/// A file's name that every system can unpack: letters and digits, the rest as dashes.
fn plain(name: &str) -> String {
    let keeps = |sign: char| sign.is_alphanumeric() || sign == '.' || sign == '_';
    let plain: String = name.chars().map(|sign| if keeps(sign) { sign } else { '-' }).collect();
    plain.trim_matches(['-', '.']).to_owned()
}

fn facts(
    open: &Open,
    as_of: u64,
    preparer: &str,
    contents: &Contents,
    no_contacts: bool,
) -> Result<Facts, Problem> {
    let view = open.store.as_of(AsOf::Seq(as_of));
    let before = view.exports()?.iter().filter(|e| e.export.what == "pack").count();
    let period = format!("Entries 1 to {as_of}");
    let about = About { report: "Evidence pack", period, as_of, before };
    let names = Names::of(&view)?;
    let keys = view.keys_ever()?.into_iter().map(|key| Key {
        holder: format!("{} {}", key.holder, names.actor(key.holder)),
        fingerprint: fingerprint(&key.public),
    });
    let under = |folder: &str| -> Vec<String> {
        let parts = contents.parts.iter().map(|part| &part.path);
        parts.filter(|path| path.starts_with(folder)).cloned().collect()
    };
    let evidence = under("evidence/");
    let mut minutes = under("reports/");
    minutes.retain(|path| path != "reports/register.pdf");
    let all = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect();
    let request = |asked: &str, files: Vec<String>| Request { asked: asked.to_owned(), files };
    let contacts = if no_contacts { " People's contact details are withheld." } else { "" };
    let secrets = match view.batches()?.is_empty() {
        true => "",
        false => " The salts and keys that hide cells of action logs are withheld.",
    };
    Ok(Facts {
        frame: frame(open, &about, preparer)?,
        workspace_id: open.ws.clone(),
        scope: format!("The whole workspace.{contacts}{secrets}"),
        since: None,
        withheld: contents.withheld,
        erased: contents.erased,
        checkpoints: contents.checkpoints,
        keys: keys.collect(),
        requests: vec![
            request(
                "Which AI workflows are there, and how freely may each act?",
                all(&["reports/register.pdf", "data/register.csv", "data/register.json"]),
            ),
            request("Which reviews were held, and what did they find?", minutes),
            request("Which evidence is kept with the record?", evidence),
            request(
                "Was the record altered, and is it whole?",
                all(&[
                    "verify.html",
                    "FORMAT.md",
                    "ledger/entries.jsonl",
                    "ledger/texts.jsonl",
                    "keys/keys.json",
                ]),
            ),
        ],
    })
}

/// The export's own entry, its place in the tree after `leaves`, and a checkpoint that covers it.
fn seal(
    ws: &str,
    machine: &SecretKey,
    own: &Entry,
    head: Head,
    mut leaves: Vec<ledger::Hash>,
) -> Result<Seal, Problem> {
    let index = leaves.len() as u64;
    leaves.push(own.leaf);
    let checkpoint = Checkpoint::new(ws, head).sign(machine);
    let proof = Proof {
        extra: None,
        index,
        hashes: ledger::tree::inclusion_proof(&leaves, index)?,
        checkpoint: checkpoint.clone(),
    };
    let line = json!({ "body": own.body, "sig": base64(&own.signature) });
    Ok(Seal {
        entry: format!("{line}\n").into_bytes(),
        proof: proof.to_string().into_bytes(),
        checkpoint: checkpoint.to_string().into_bytes(),
    })
}
