//! C2SP tlog-cosignature v1: a person's word that a checkpoint is the record they saw.

use crate::Error;
use crate::key::{COSIGNATURE_TYPE, PublicKey, SecretKey, key_name};
use crate::note::{Note, NoteSignature};

/// Adds a person's cosignature to a checkpoint. `time` is in seconds since 1970, UTC.
pub fn cosign(checkpoint: &mut Note, ws: &str, person: &str, secret: &SecretKey, time: u64) {
    let name = key_name(ws, person);
    let id = secret.public().note_id(&name, COSIGNATURE_TYPE);
    let signature = secret.sign(&cosigned_bytes(time, &checkpoint.text));
    let signature = [time.to_be_bytes().as_slice(), &signature].concat();
    checkpoint.signatures.push(NoteSignature { name, id, signature });
}

/// Checks the cosignature of key `name` and gives back its time.
///
/// # Errors
/// [`Error::NoteSignature`] when there is none, or it does not hold.
pub fn verify(checkpoint: &Note, name: &str, public: &PublicKey) -> Result<u64, Error> {
    checkpoint
        .lines_of(name, public.note_id(name, COSIGNATURE_TYPE))
        .find_map(|line| {
            let (time, signature) = line.signature.split_first_chunk::<8>()?;
            let time = u64::from_be_bytes(*time);
            let signature = signature.try_into().ok()?;
            public.accepts(&cosigned_bytes(time, &checkpoint.text), signature).then_some(time)
        })
        .ok_or_else(|| Error::NoteSignature(name.to_owned()))
}

fn cosigned_bytes(time: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{text}").into_bytes()
}
