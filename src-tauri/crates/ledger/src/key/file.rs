//! A secret key at rest: encrypted PKCS#8 that standard tools read.

use pkcs8::SecretDocument;
use pkcs8::der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use pkcs8::der::pem::PemLabel as _;
use pkcs8::der::{Decode as _, Encode as _};
use pkcs8::pkcs5::pbes2::Parameters;
use pkcs8::pkcs5::scrypt;
use pkcs8::spki::AlgorithmIdentifier;
use pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfo, PrivateKeyInfoRef};
use zeroize::Zeroizing;

use crate::Error;

use super::SecretKey;

/// id-Ed25519, RFC 8410 section 3.
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
/// How much work each guess at a passphrase takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cost {
    /// scrypt N = 2^14, r = 8, p = 5: 16 MiB and some tenths of a second per guess.
    #[default]
    Secret,
    /// scrypt N = 2^4, r = 8, p = 1: next to none, for a passphrase that everybody is told, such
    /// as a demo's. There is nothing to guess, so nothing is gained by making it slow.
    Told,
}

impl Cost {
    fn parameters(self) -> Result<scrypt::Params, Error> {
        let (log_n, p) = match self {
            Self::Secret => (14, 5),
            Self::Told => (4, 1),
        };
        scrypt::Params::new(log_n, 8, p).map_err(refuse)
    }
}

/// The most memory a key file may ask scrypt for: 128 * r * N bytes.
const MOST_MEMORY: u64 = 256 << 20;
/// The most work: that memory times p. A usual machine goes through it in a few seconds.
const MOST_WORK: u64 = 1 << 30;
/// The most iterations of PBKDF2, some seconds too; RFC 8018 (section 4.2) has as many for very critical
/// keys.
const MOST_ITERATIONS: u32 = 10_000_000;

/// Seals a secret key under a passphrase: PKCS#8 with PBES2, scrypt and AES-256-CBC, as PEM.
/// `salt` and `iv` are random bytes from above, and `cost` is what opening it takes ever after.
///
/// # Errors
/// [`Error::KeyFile`] when the libraries refuse, which the fixed parameters give no cause for.
pub fn seal(
    key: &SecretKey,
    passphrase: &str,
    salt: [u8; 16],
    iv: [u8; 16],
    cost: Cost,
) -> Result<Zeroizing<String>, Error> {
    let seed = Zeroizing::new(key.0.to_bytes());
    // RFC 8410 section 7: the octet string of the private key holds an octet string.
    let inner = OctetStringRef::new(seed.as_slice()).map_err(refuse)?;
    let inner = Zeroizing::new(inner.to_der().map_err(refuse)?);
    let algorithm = AlgorithmIdentifier { oid: ED25519, parameters: None::<AnyRef<'_>> };
    let outer = OctetStringRef::new(inner.as_slice()).map_err(refuse)?;
    let info: PrivateKeyInfoRef<'_> = PrivateKeyInfo::new(algorithm, outer);
    let cost = cost.parameters()?;
    let parameters = Parameters::generate_scrypt_aes256cbc(cost, &salt, iv).map_err(refuse)?;
    let sealed = info.encrypt_with_params(parameters, passphrase).map_err(refuse)?;
    sealed.to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF).map_err(refuse)
}

/// Opens a sealed key file.
///
/// # Errors
/// [`Error::KeyFile`] when it is no encrypted PKCS#8 PEM of an Ed25519 key, or asks for more
/// work than a key file should; [`Error::Passphrase`] when the passphrase is not the one.
pub fn open(pem: &str, passphrase: &str) -> Result<SecretKey, Error> {
    let (label, document) = SecretDocument::from_pem(pem.trim()).map_err(refuse)?;
    EncryptedPrivateKeyInfoRef::validate_pem_label(label).map_err(refuse)?;
    let sealed = EncryptedPrivateKeyInfoRef::from_der(document.as_bytes()).map_err(refuse)?;
    refuse_excess(&sealed)?;
    let opened = sealed.decrypt(passphrase).map_err(|_| Error::Passphrase)?;
    let info = PrivateKeyInfoRef::from_der(opened.as_bytes()).map_err(|_| Error::Passphrase)?;
    if info.algorithm.oid != ED25519 {
        return Err(Error::KeyFile(format!("its algorithm is {}", info.algorithm.oid)));
    }
    let inner = <&OctetStringRef>::from_der(info.private_key.as_bytes()).map_err(refuse)?;
    let seed: [u8; 32] = inner
        .as_bytes()
        .try_into()
        .map_err(|_| Error::KeyFile("its seed is not 32 bytes".to_owned()))?;
    Ok(SecretKey::from_seed(seed))
}

/// A key file from elsewhere may not make this machine derive for hours.
fn refuse_excess(sealed: &EncryptedPrivateKeyInfoRef<'_>) -> Result<(), Error> {
    let Some(scheme) = sealed.encryption_algorithm.pbes2() else {
        return Err(Error::KeyFile("it is not sealed by PBES2".to_owned()));
    };
    let slow = scheme.kdf.pbkdf2().is_some_and(|cost| cost.iteration_count > MOST_ITERATIONS);
    let hard = scheme.kdf.scrypt().is_some_and(|cost| {
        let block = 128_u64.saturating_mul(u64::from(cost.block_size));
        let memory = cost.cost_parameter.saturating_mul(block);
        memory > MOST_MEMORY || memory.saturating_mul(u64::from(cost.parallelization)) > MOST_WORK
    });
    match slow || hard {
        true => Err(Error::KeyFile("it asks for too much work to open".to_owned())),
        false => Ok(()),
    }
}

fn refuse(error: impl std::fmt::Display) -> Error {
    Error::KeyFile(error.to_string())
}
