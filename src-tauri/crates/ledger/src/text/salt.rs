//! Where salts come from.

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::primitive::sha256;
use crate::{Error, random};

/// A source of salts, told from above so that the demo is the same for the same seed.
pub trait Salts {
    /// The next salt; never the same twice.
    fn salt(&mut self) -> [u8; 16];
}

/// Salts nobody can foretell: a stream from a seed of the operating system's, forgotten after use.
pub struct OsSalts(SeededSalts);

impl OsSalts {
    /// Starts a stream.
    ///
    /// # Errors
    /// [`Error::Random`] when the operating system has no random bytes.
    pub fn new() -> Result<Self, Error> {
        Ok(Self(SeededSalts::new(random::bytes()?)))
    }
}

impl Salts for OsSalts {
    fn salt(&mut self) -> [u8; 16] {
        self.0.salt()
    }
}

/// The same salts for the same seed: SHA-256 over the seed and a counter. With a known seed, a
/// short text can be guessed from its commitment; only the demo, which is no secret, may do that.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SeededSalts {
    seed: [u8; 32],
    counter: u64,
}

impl SeededSalts {
    /// Starts the stream of a seed.
    #[must_use]
    pub fn new(seed: [u8; 32]) -> Self {
        Self { seed, counter: 0 }
    }
}

impl Salts for SeededSalts {
    fn salt(&mut self) -> [u8; 16] {
        let block = sha256(&[b"countersign/salt/v1\n", &self.seed, &self.counter.to_be_bytes()]);
        self.counter = self.counter.wrapping_add(1);
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = block;
        [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]
    }
}
