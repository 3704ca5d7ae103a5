//! An operator who holds his own key and the machine's.

use ledger::Draft;
use ledger::key::SecretKey;
use ledger::verify::{self, Claims, FaultCode, RawEntry, Record};
use serde_json::{Value, json};

use crate::record::{Writer, whole};
use crate::table::Table;
use crate::{refused, refused_against};

#[test]
fn an_operator_with_his_own_and_the_machines_key_cannot_rewrite_what_others_signed_over() {
    let writer = whole();
    let mut table = Table::new();
    // Entries of the operator and the machine in front of the sponsor's last one.
    let last_of_sponsor = 11;
    let own: Vec<usize> = (0..last_of_sponsor - 1)
        .filter(|index| by(&writer.record.entries[*index]) != "PER-0002")
        .collect();
    let rewritten = |imposture: Imposture| {
        own.iter()
            .map(|index| (format!("entry {}", index + 1), rewrite(&writer, *index, imposture)))
            .collect::<Vec<_>>()
    };
    let names_the_sponsor = |record: &Record| {
        let verdicts = verify::record(record, &Claims::default());
        verdicts.faults.iter().any(|fault| fault.sentence.contains("PER-0002"))
    };
    table.row(
        "rewritten, the sponsor's entries left as they are",
        rewritten(Imposture::None),
        |r| refused(r) && names_the_sponsor(r),
    );
    table.row(
        "rewritten, the sponsor's entries signed with his own key",
        rewritten(Imposture::OwnKey),
        refused,
    );
    table.row(
        "rewritten, the sponsor's entries under his own name",
        rewritten(Imposture::OwnName),
        |r| {
            let kept = Claims { seen: vec![writer.head()], ..Claims::default() };
            refused_against(r, &kept)
        },
    );
    table.done();
}

#[test]
fn a_rewritten_entry_is_named_as_the_origin_once() {
    let writer = whole();
    let verdicts = verify::record(&rewrite(&writer, 3, Imposture::None), &Claims::default());
    let broken: Vec<_> =
        verdicts.faults.iter().filter(|fault| fault.code == FaultCode::EntryPrev).collect();
    assert_eq!(broken.len(), 1, "one fault for the whole cascade, not one for each later entry");
    assert!(broken[0].sentence.contains("entry 4 was changed"), "{}", broken[0].sentence);
    assert_eq!(broken[0].seq, Some(5), "entry 5, by the sponsor, is the first to disagree");
}

#[derive(Clone, Copy, PartialEq)]
enum Imposture {
    None,
    OwnKey,
    OwnName,
}

/// Changes the entry at `index` and signs it and all later entries of the operator and the
/// machine anew, over the changed past.
fn rewrite(writer: &Writer, index: usize, imposture: Imposture) -> Record {
    let mut record = writer.record.clone();
    let mut frontier: ledger::tree::Frontier = writer.leaves[..index].iter().copied().collect();
    for position in index..record.entries.len() {
        let body: Value = serde_json::from_slice(&record.entries[position].body).unwrap();
        let mut by = body["by"].as_str().unwrap().to_owned();
        let keep = by == "PER-0002" && imposture == Imposture::None;
        if !keep {
            let mut event = body["event"].clone();
            if position == index {
                event["rewritten"] = json!(true);
            }
            if by == "PER-0002" && imposture == Imposture::OwnName {
                by = "PER-0001".to_owned();
            }
            let secret = match by.as_str() {
                "machine" => &writer.machine,
                _ => &writer.ops,
            };
            let signed = forge(writer, &body, &by, event, &frontier, secret);
            record.entries[position] = signed;
        }
        let entry = &record.entries[position];
        let signature: [u8; 64] = entry.signature.as_slice().try_into().unwrap();
        frontier.push(ledger::tree::leaf_hash(&entry.body, &signature));
    }
    record
}

fn forge(
    writer: &Writer,
    body: &Value,
    by: &str,
    event: Value,
    frontier: &ledger::tree::Frontier,
    secret: &SecretKey,
) -> RawEntry {
    // The draft refuses a key that is not its signer's, so an impostor signs as himself and then
    // writes the other's name, as he would without our program.
    let signer = if by == "machine" { "machine" } else { "PER-0001" };
    let draft = Draft {
        ws: writer.ws.clone(),
        seq: frontier.size() + 1,
        at: body["at"].as_str().unwrap().to_owned(),
        by: signer.to_owned(),
        key: secret.public().id(&writer.ws, signer),
        prev: frontier.root(),
        event,
        why: body.get("why").cloned(),
    };
    let signed = draft.sign(secret).unwrap();
    let body = signed.body.replace(&format!("\"by\":\"{signer}\""), &format!("\"by\":\"{by}\""));
    RawEntry { body: body.into_bytes(), signature: signed.signature.to_vec() }
}

fn by(entry: &RawEntry) -> String {
    let body: Value = serde_json::from_slice(&entry.body).unwrap();
    body["by"].as_str().unwrap().to_owned()
}
