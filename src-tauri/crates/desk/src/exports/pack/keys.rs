//! Public keys, and checkpoints with their countersignatures.

use ledger::key::PublicKey;
use ledger::pack;
use report::pack::Pack;
use serde_json::json;

use super::Counted;
use super::asked::Asked;
use crate::Problem;
use crate::people::fingerprint;
use crate::workspace::Open;

/// Puts every key that was ever enrolled into the pack, and every checkpoint of its entries.
pub(super) fn add(
    open: &Open,
    asked: &Asked,
    (pack, counted): (&mut Pack, &mut Counted),
) -> Result<(), Problem> {
    let view = open.view();
    let mut list = Vec::new();
    for key in view.keys_ever()? {
        let holder = key.holder.to_string();
        let public = PublicKey::from_base64(&key.public)?;
        let path = pack::key_file(&holder, &key.key);
        pack.add(&path, "A public key", public.to_pem().as_bytes())?;
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
    pack.add(pack::KEYS, "All public keys with their holders", list.as_bytes())?;
    for checkpoint in view.checkpoints()?.into_iter().filter(|one| one.seq >= asked.first()) {
        counted.checkpoints += 1;
        let path = format!("{}{:06}.txt", pack::CHECKPOINTS, checkpoint.seq);
        pack.add(&path, "A checkpoint with its signatures", checkpoint.note.as_bytes())?;
    }
    Ok(())
}
