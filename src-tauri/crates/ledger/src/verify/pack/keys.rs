//! The keys that lie in a pack are those the record enrols.

use std::collections::HashSet;

use serde::Deserialize;

use crate::pack;

use super::super::bytes::{to_base64, to_hex};
use super::super::faults::Faults;
use super::super::object::Object;
use super::super::ordinary;
use super::super::verdict::FaultCode;
use super::super::walk::Walk;
use super::archive::Archive;
use super::manifest::missing;

/// The DER in front of an Ed25519 public key (RFC 8410 section 4).
const SPKI: [u8; 12] = [48, 42, 48, 5, 6, 3, 43, 101, 112, 3, 33, 0];

/// A key as a pack lists it.
#[derive(Deserialize)]
pub(super) struct Listed {
    person: String,
    key: String,
    public: String,
    fingerprint: String,
}

/// The keys that the pack lists; none, and a fault, where the list cannot be read.
pub(super) fn read(archive: &Archive, faults: &mut Faults) -> Option<Vec<Object<Listed>>> {
    let Some(file) = archive.get(pack::KEYS) else {
        missing(pack::KEYS, faults);
        return None;
    };
    ordinary::read(&file.bytes)
        .inspect_err(|error| {
            let sentence = format!("{} cannot be read: {error}.", pack::KEYS);
            faults.add(FaultCode::PackForm, None, Some(pack::KEYS), sentence);
        })
        .ok()
}

/// Holds the list, where it could be read, and the files beside it against the first `enrolled` keys
/// of the record: those that the pack's own entries, and the entries before them, enrol.
pub(super) fn check(
    archive: &Archive,
    listed: Option<&[Object<Listed>]>,
    enrolled: usize,
    walk: &mut Walk,
) {
    let mut wrong = Vec::new();
    let mut expected = HashSet::from([pack::KEYS.to_owned()]);
    let named: Option<HashSet<_>> = listed.map(|listed| listed.iter().map(line).collect());
    for holder in walk.keyring.holders.iter().take(enrolled) {
        let (person, id) = (&holder.facts.person, to_hex(&holder.facts.id));
        let public = to_base64(&holder.facts.public);
        let fingerprint = to_hex(&holder.fingerprint());
        let own = [person.as_str(), &id, &public, &fingerprint];
        if named.as_ref().is_some_and(|named| !named.contains(&own)) {
            wrong.push((pack::KEYS.to_owned(), format!("does not list key {id} of {person}")));
        }
        let path = format!("keys/{person}-{id}.pem");
        let der = [SPKI.as_slice(), &holder.facts.public].concat();
        let pem =
            format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", to_base64(&der));
        if archive.get(&path).is_none_or(|file| file.bytes != pem.as_bytes()) {
            wrong.push((path.clone(), format!("is not key {id} of {person}")));
        }
        expected.insert(path);
    }
    if listed.is_some_and(|listed| listed.len() > enrolled) {
        wrong.push((pack::KEYS.to_owned(), "lists keys the record does not enrol".to_owned()));
    }
    for (path, _) in archive.under("keys/") {
        if !expected.contains(path) {
            wrong.push((path.to_owned(), "is no key the record enrols".to_owned()));
        }
    }
    for (path, why) in wrong {
        walk.faults.add(FaultCode::PackKeys, None, Some(&path), format!("{path} {why}."));
    }
}

fn line(Object(key): &Object<Listed>) -> [&str; 4] {
    [&key.person, &key.key, &key.public, &key.fingerprint]
}
