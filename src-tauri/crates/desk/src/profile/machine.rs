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
        if let Some(kept) = self.machine_key_kept()? {
            return Ok(kept);
        }
        self.alone(|| {
            // Another process may have made one meanwhile, and it is that one's from now on.
            if let Some(kept) = self.machine_key_kept()? {
                return Ok(kept);
            }
            let text = Zeroizing::new(ledger::encoding::hex(&fresh));
            self.write(Path::new(FILE), text.as_bytes())?;
            Ok(SecretKey::from_seed(fresh))
        })
    }

    fn machine_key_kept(&self) -> Result<Option<SecretKey>, Problem> {
        let Some(kept) = self.read(Path::new(FILE))?.map(Zeroizing::new) else { return Ok(None) };
        let seed = std::str::from_utf8(&kept)
            .ok()
            .and_then(|text| ledger::encoding::from_hex_exact::<32>(text.trim()));
        seed.map(SecretKey::from_seed).map(Some).ok_or_else(|| {
            Problem::new(
                "profile-unusable",
                format!(
                    "{} is damaged. Move it away; this machine then gets a new key, which a \
                     keeper of the desk enrols.",
                    self.path(FILE).display()
                ),
            )
        })
    }
}
