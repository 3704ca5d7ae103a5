//! Random cases, the same for the same seed.

use domain::chance::Urn;

/// Numbers drawn from a seed (Knuth's 64-bit linear congruential generator, its high bits).
pub struct Lot(u64);

impl Lot {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to below `below`.
    pub fn to(&mut self, below: u64) -> u64 {
        (self.next() >> 20) % below
    }

    /// From 0 to below 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// At most `most`, and mostly few of them.
    pub fn few(&mut self, most: u64) -> u64 {
        let below = match self.to(3) {
            0 => 1,
            1 => 5,
            _ => most + 1,
        };
        self.to(below.min(most + 1))
    }

    /// Around `mean`, from 0 to `most`.
    pub fn near(&mut self, mean: f64, most: u64) -> u64 {
        let spread = 6.0 * mean.max(1.0).sqrt();
        let at = mean + (self.share() - 0.5) * spread;
        (at.max(0.0) as u64).min(most)
    }

    /// Rows with errors, some of them drawn, and a count around what is to be expected.
    pub fn urn(&mut self, most: u64) -> (u64, Urn) {
        let rows = self.to(most) + 1;
        let urn = Urn { rows, errors: self.to(rows + 1), drawn: self.to(rows) + 1 };
        let mean = urn.errors as f64 * urn.drawn as f64 / rows as f64;
        (self.near(mean, urn.drawn), urn)
    }

    /// Two sets of up to `most` values, some of which tie.
    pub fn two_windows(&mut self, most: u64) -> (Vec<f64>, Vec<f64>) {
        let (m, n) = (self.to(most) + 1, self.to(most) + 1);
        self.two_windows_of(m, n)
    }

    pub fn two_windows_of(&mut self, m: u64, n: u64) -> (Vec<f64>, Vec<f64>) {
        let coarse = self.to(2) == 0;
        let shift = self.share() - 0.5;
        let mut values = |count: u64, shift: f64| -> Vec<f64> {
            let one = |_| {
                let value = self.share() + self.share() + shift;
                if coarse { (value * 10.0).round() } else { value }
            };
            (0..count).map(one).collect()
        };
        (values(m, 0.0), values(n, shift))
    }

    fn next(&mut self) -> u64 {
        // Low bits of such a generator repeat: two steps, their high halves.
        let mut high = || {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            self.0 >> 32
        };
        high() << 32 | high()
    }
}
