//! Where keys, salts and ids come from: the operating system, or a seed for the demo.

use ledger::text::{OsSalts, Salts, SeededSalts};

use crate::Problem;

/// A source of random bytes.
pub trait Chance: Send {
    /// 32 bytes nobody can foretell.
    fn seed(&mut self) -> Result<[u8; 32], Problem>;

    /// Salts for texts.
    fn salts(&mut self) -> Result<Box<dyn Salts>, Problem>;

    /// 16 bytes nobody can foretell.
    fn half(&mut self) -> Result<[u8; 16], Problem> {
        let seed = self.seed()?;
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = seed;
        Ok([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p])
    }
}

/// The operating system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsChance;

impl Chance for OsChance {
    fn seed(&mut self) -> Result<[u8; 32], Problem> {
        Ok(ledger::random::bytes()?)
    }

    fn salts(&mut self) -> Result<Box<dyn Salts>, Problem> {
        Ok(Box::new(OsSalts::new()?))
    }
}

/// The same for the same seed. Only for the demo and tests: whoever knows the seed knows the keys.
pub struct SeededChance {
    seed: [u8; 32],
    drawn: u64,
}

impl SeededChance {
    /// Starts from a number.
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        for (to, from) in bytes.iter_mut().zip(seed.to_be_bytes()) {
            *to = from;
        }
        Self { seed: bytes, drawn: 0 }
    }
}

impl Chance for SeededChance {
    fn seed(&mut self) -> Result<[u8; 32], Problem> {
        self.drawn += 1;
        let parts: [&[u8]; 3] = [b"countersign/demo\n", &self.seed, &self.drawn.to_be_bytes()];
        Ok(ledger::primitive::sha256(&parts))
    }

    fn salts(&mut self) -> Result<Box<dyn Salts>, Problem> {
        Ok(Box::new(SeededSalts::new(self.seed()?)))
    }
}
