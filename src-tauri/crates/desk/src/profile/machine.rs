//! The machine's own key. It signs checkpoints and proves nothing alone.

use std::path::Path;

use ledger::key::SecretKey;
use zeroize::Zeroizing;

use super::Profile;
use crate::Problem;

const FILE: &str = "machine.key";

impl Profile {
    /// The machine's key; made from `fresh` when there is none yet.
    pub fn machine_key(&self, fresh: [u8; 32]) -> Result<SecretKey, Problem> {
        let kept = self.read(Path::new(FILE))?.map(Zeroizing::new);
        if let Some(kept) = kept {
            let seed = std::str::from_utf8(&kept)
                .ok()
                .and_then(|text| ledger::encoding::from_hex_exact::<32>(text.trim()));
            return seed.map(SecretKey::from_seed).ok_or_else(|| {
                Problem::new(
                    "profile-unusable",
                    format!(
                        "{} is damaged. Move it away; this machine then gets a new key, which a \
                         keeper of the desk enrols.",
                        self.path(FILE).display()
                    ),
                )
            });
        }
        let text = Zeroizing::new(ledger::encoding::hex(&fresh));
        self.write(Path::new(FILE), text.as_bytes())?;
        Ok(SecretKey::from_seed(fresh))
    }
}
