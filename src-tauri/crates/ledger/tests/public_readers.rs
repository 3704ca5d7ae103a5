//! What the public formats of C2SP name is read by their public readers: signed notes, checkpoints,
//! cosignatures, and proofs of a place in the tree.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod record;

use ed25519_dalek::{Signature, VerifyingKey};
use ledger::encoding::base64;
use ledger::key::PublicKey;
use record::{Pack, Writer, whole};
use signed_note::{Note, StandardVerifier, Verifier, VerifierList, key_id};
use tlog_tiles::{Checkpoint, check_record, check_tree, record_hash};

/// A machine's key as a signed note names it (c2sp.org/signed-note).
fn machine(writer: &Writer) -> Box<dyn Verifier> {
    let name = format!("countersign/{}", writer.ws);
    let public = writer.machine.public();
    let key = [&[0x01], public.bytes().as_slice()].concat();
    let said = format!("{name}+{:08x}+{}", key_id(&name, &key), base64(&key));
    Box::new(StandardVerifier::new(&said).unwrap())
}

/// A person's key as a cosignature names it (c2sp.org/tlog-cosignature), of which the reader of notes
/// leaves the message to whoever knows it.
struct Cosigner {
    name: String,
    public: PublicKey,
}

impl Verifier for Cosigner {
    fn name(&self) -> &str {
        &self.name
    }

    fn key_id(&self) -> u32 {
        key_id(&self.name, &[&[0x04], self.public.bytes().as_slice()].concat())
    }

    fn verify(&self, text: &[u8], signature: &[u8]) -> bool {
        let (time, signature) = signature.split_at(8);
        let time = u64::from_be_bytes(time.try_into().unwrap());
        let said = [format!("cosignature/v1\ntime {time}\n").as_bytes(), text].concat();
        let key = VerifyingKey::from_bytes(self.public.bytes()).unwrap();
        key.verify_strict(&said, &Signature::from_slice(signature).unwrap()).is_ok()
    }
}

fn sponsor(writer: &Writer) -> Box<dyn Verifier> {
    let name = format!("countersign/{}/PER-0002", writer.ws);
    Box::new(Cosigner { name, public: writer.sponsor.public() })
}

/// The checkpoint that the machine and the sponsor signed.
fn cosigned(writer: &Writer) -> String {
    let body = &writer.record.entries[8].body;
    let body: serde_json::Value = serde_json::from_slice(body).unwrap();
    body["event"]["note"].as_str().unwrap().to_owned()
}

fn text<'p>(pack: &'p Pack, path: &str) -> &'p str {
    std::str::from_utf8(&pack.files[path]).unwrap()
}

#[test]
fn a_checkpoint_is_a_signed_note_of_the_machine_and_whoever_cosigned_it() {
    let writer = whole();
    let known = || VerifierList::new(vec![machine(&writer), sponsor(&writer)]);
    let note = cosigned(&writer);
    let (verified, unknown) = Note::from_bytes(note.as_bytes()).unwrap().verify(&known()).unwrap();
    assert_eq!(
        (verified.len(), unknown.len()),
        (2, 0),
        "both signatures hold, and there is no other"
    );
    let changed = note.replacen("\n8\n", "\n7\n", 1);
    assert_ne!(changed, note, "its size is changed");
    assert!(
        Note::from_bytes(changed.as_bytes()).unwrap().verify(&known()).is_err(),
        "neither holds"
    );
}

#[test]
fn its_text_is_a_checkpoint_of_the_tree() {
    let writer = whole();
    let note = Note::from_bytes(cosigned(&writer).as_bytes()).unwrap();
    let checkpoint = Checkpoint::from_bytes(note.text()).unwrap();
    let head = writer.head_of(checkpoint.size());
    assert_eq!(checkpoint.origin(), format!("countersign/{}", writer.ws), "its origin");
    assert_eq!((checkpoint.size(), checkpoint.hash().0), (8, head.root), "size and root");
}

#[test]
fn the_proof_in_a_pack_leads_from_its_export_to_its_checkpoint() {
    let pack = whole().pack();
    let proof = text(&pack, "seal/proof").strip_prefix("c2sp.org/tlog-proof@v1\n").unwrap();
    let (lines, note) = proof.split_once("\n\n").unwrap();
    let (index, hashes) = lines.split_once('\n').unwrap();
    let index: u64 = index.strip_prefix("index ").unwrap().parse().unwrap();
    let hashes: Vec<_> =
        hashes.lines().map(|hash| tlog_tiles::Hash::parse_hash(hash).unwrap()).collect();
    let note = Note::from_bytes(note.as_bytes()).unwrap();
    let checkpoint = Checkpoint::from_bytes(note.text()).unwrap();
    let entry: serde_json::Value = serde_json::from_str(text(&pack, "seal/entry.json")).unwrap();
    let signature = ledger::encoding::from_base64(entry["sig"].as_str().unwrap()).unwrap();
    let leaf = record_hash(&[entry["body"].as_str().unwrap().as_bytes(), &signature].concat());
    let proves =
        |index| check_record(&hashes, checkpoint.size(), *checkpoint.hash(), index, leaf).is_ok();
    assert!(proves(index), "the export is where it says it is");
    assert!(!proves(index - 1), "and nowhere else");
}

#[test]
fn a_record_that_goes_on_is_shown_to_by_a_proof_of_consistency() {
    let mut writer = whole();
    let earlier = writer.head();
    writer.workflow("PER-0001", 6);
    let proof = ledger::tree::consistency_proof(&writer.leaves, earlier.size).unwrap();
    let proof: Vec<_> = proof.into_iter().map(tlog_tiles::Hash).collect();
    let root = |head: ledger::Head| tlog_tiles::Hash(head.root);
    let (old, new) = (earlier, writer.head());
    let shows =
        |old: ledger::Head| check_tree(&proof, new.size, root(new), old.size, root(old)).is_ok();
    assert!(shows(old), "the earlier head is a beginning of the later one");
    assert!(!shows(ledger::Head { root: new.root, ..old }), "another root is not");
}
