//! Whether two shares differ by more than chance, exactly.

use super::Urn;

/// The two-sided p-value of R. A. Fisher's exact test for `these` of `of` against `others` of
/// `of_others`: the probability of every table with the same margins that is no likelier than the one
/// found.
pub fn fisher_two_sided(these: u64, of: u64, others: u64, of_others: u64) -> f64 {
    let urn = Urn { rows: of + of_others, errors: these + others, drawn: of };
    let (least, most) = urn.range();
    let found = urn.point(these);
    // Tables just as likely count, whatever the last digits of their probabilities say.
    let limit = found * (1.0 + 1e-9);
    let p: f64 = (least..=most).map(|x| urn.point(x)).filter(|point| *point <= limit).sum();
    p.min(1.0)
}
