//! Random bytes from the operating system. Only the desk asks for them; everything below takes
//! what it needs as a parameter.

use crate::Error;

/// `N` random bytes from the operating system: a key's seed, a workspace id, a nonce.
///
/// # Errors
/// [`Error::Random`] when the operating system has none to give.
pub fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut out = [0u8; N];
    getrandom::fill(&mut out).map_err(|error| Error::Random(error.to_string()))?;
    Ok(out)
}
