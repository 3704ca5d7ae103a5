//! Round figures beside a plot.

use crate::figure::grouped;

/// A plot's scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    low: f64,
    step: f64,
    steps: u32,
}

/// As many hairlines as a plot has at the most, the first among them.
const MOST: f64 = 4.0;

impl Axis {
    /// Round figures round all that is shown. It begins at nought unless that lies in its upper half.
    pub fn round(shown: impl Iterator<Item = f64>) -> Self {
        let (low, high) = shown
            .filter(|value| value.is_finite())
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        if low > high || high.abs().max(low.abs()) < 1e-9 {
            return Self { low: 0.0, step: 1.0, steps: 3 };
        }
        let low = if low >= 0.0 && low < high / 2.0 { 0.0 } else { low };
        let step = round_up((high - low).max(high.abs() / 10.0).max(1e-9) / MOST);
        let from = (low / step).floor() * step;
        let steps = (((high - from) / step).ceil() as u32).clamp(1, 8);
        Self { low: from, step, steps }
    }

    /// How far up a value stands, from 0 to 1.
    pub fn share(self, value: f64) -> f64 {
        ((value - self.low) / (self.step * f64::from(self.steps))).clamp(0.0, 1.0)
    }

    /// The highest value that has room.
    pub fn top(self) -> f64 {
        self.low + self.step * f64::from(self.steps)
    }

    /// The figures that have a line.
    pub fn ticks(self) -> impl Iterator<Item = f64> {
        (0..=self.steps).map(move |tick| self.low + self.step * f64::from(tick))
    }

    /// A figure with as many digits as its step asks for.
    pub fn says(self, tick: f64) -> String {
        let digits = (0..6_usize).find(|digits| {
            let scaled = self.step * 10_f64.powi(*digits as i32);
            (scaled - scaled.round()).abs() < 1e-6
        });
        let plain = format!("{tick:.*}", digits.unwrap_or(6));
        match plain.parse::<u64>() {
            Ok(whole) => grouped(whole),
            Err(_) => plain,
        }
    }
}

/// The next of 1, 2, 2.5 and 5 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let times = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|times| times * power >= value);
    times.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    fn axis(values: &[f64]) -> Axis {
        Axis::round(values.iter().copied())
    }

    #[test]
    fn figures_are_round_and_few() {
        let cases: [(&[f64], &[&str]); 5] = [
            (&[0.0, 0.0], &["0", "1", "2", "3"]),
            (
                &[1_300_000.0, 1_700_000.0],
                &["1,300,000", "1,400,000", "1,500,000", "1,600,000", "1,700,000"],
            ),
            (&[0.04, 0.13], &["0.00", "0.05", "0.10", "0.15"]),
            (&[2.9, 3.8], &["2.75", "3.00", "3.25", "3.50", "3.75", "4.00"]),
            (&[41.0, 80.0], &["40", "50", "60", "70", "80"]),
        ];
        for (values, wanted) in cases {
            let axis = axis(values);
            let says: Vec<String> = axis.ticks().map(|tick| axis.says(tick)).collect();
            assert_eq!(says, wanted, "{values:?}");
        }
    }

    #[test]
    fn what_is_shown_lies_within_the_plot() {
        for values in [[0.0, 0.0], [-3.0, 4.0], [1e-7, 1e9], [7.0, 7.0]] {
            let axis = axis(&values);
            let (top, low) = (axis.low + axis.step * f64::from(axis.steps), axis.low);
            for value in values {
                assert!(low <= value && value <= top + 1e-9, "{value} of {values:?}: {axis:?}");
            }
        }
    }
}
