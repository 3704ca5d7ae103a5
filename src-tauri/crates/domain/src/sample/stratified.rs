//! The upper limit of a stratified draw.

use super::{MOST_STRATA, Stratum, total};
use crate::chance::{Urn, clopper_pearson_upper, hypergeometric_at_most, hypergeometric_upper};

/// A sound one-sided upper limit of errors in all strata together, whatever their shares are.
///
/// It inverts a test of the number of errors found, in the worst case over every way in which errors
/// could lie in the strata (as in J. Wendell and J. Schmee, *Exact inference for proportions from a
/// stratified finite population*, JASA 91, 1996). Where none was found, that worst case is computed
/// exactly: the probability of finding none is a product of log-concave terms, so errors are laid one
/// by one where each makes finding none least unlikely. Where some were found, it is bounded: the
/// errors found are a sum of independent trials (V. A. Vatutin and V. G. Mikhailov, *Theory of
/// Probability and Its Applications* 27, 1982), which come to so few no likelier than equal trials
/// with the same mean do (W. Hoeffding, *Annals of Mathematical Statistics* 27, 1956), as long as that
/// mean exceeds what was found by one. Strata tested whole are known and add what they hold. Of more strata
/// than a plan may have, which somebody else's program planned, nothing is proven but what was seen.
pub fn stratified_upper(strata: &[Stratum], risk: f64) -> u64 {
    let known = total(strata.iter().filter(|one| one.is_whole()).map(|one| one.errors));
    let open: Vec<Stratum> = strata.iter().copied().filter(|one| !one.is_whole()).collect();
    if open.len() > MOST_STRATA {
        let unseen = open.iter().map(|one| one.rows.saturating_sub(one.drawn));
        return total(unseen.chain(strata.iter().map(|one| one.errors)));
    }
    if open.iter().any(|stratum| stratum.drawn == 0) {
        // Nothing is known of a stratum that was not drawn from.
        let (not, drawn): (Vec<Stratum>, Vec<Stratum>) =
            open.into_iter().partition(|stratum| stratum.drawn == 0);
        let all = not.iter().map(|stratum| stratum.rows);
        return total(all.chain([known, of_drawn(&drawn, risk)]));
    }
    known + of_drawn(&open, risk)
}

fn of_drawn(strata: &[Stratum], risk: f64) -> u64 {
    match strata {
        [] => 0,
        [one] => hypergeometric_upper(one.rows, one.drawn, one.errors, risk),
        _ if strata.iter().all(|stratum| stratum.errors == 0) => where_none(strata, risk),
        _ => where_some(strata, risk),
    }
}

/// Lays errors where each costs the probability of finding none the least, until it falls below
/// `risk`.
fn where_none(strata: &[Stratum], risk: f64) -> u64 {
    let mut laid: Vec<(Stratum, u64)> = strata.iter().map(|stratum| (*stratum, 0)).collect();
    // In small steps for small strata; a run of equal steps for large ones is found by halving.
    let enough = risk.ln() - 1e-12;
    let found = |laid: &[(Stratum, u64)]| -> f64 { laid.iter().map(|(of, at)| of.none(*at)).sum() };
    // The price that the last error paid is the same for all strata, up to one error each.
    let (mut low, mut high) = (0.0_f64, -enough + 1.0);
    for _ in 0..80 {
        let price = f64::midpoint(low, high);
        for (stratum, at) in &mut laid {
            *at = stratum.affords(price);
        }
        if found(&laid) >= enough {
            low = price;
        } else {
            high = price;
        }
    }
    for (stratum, at) in &mut laid {
        *at = stratum.affords(low);
    }
    // What ties left over, error by error.
    let mut prices: Vec<(f64, f64)> = laid.iter().map(|(of, at)| of.next(*at)).collect();
    loop {
        let now: f64 = prices.iter().map(|(now, _)| now).sum();
        let cheapest = laid
            .iter_mut()
            .zip(&mut prices)
            .filter(|((stratum, at), _)| *at < stratum.rows - stratum.drawn)
            .min_by(|(_, one), (_, other)| (one.0 - one.1).total_cmp(&(other.0 - other.1)));
        let Some(((stratum, at), price)) = cheapest else { break };
        if now - (price.0 - price.1) < enough {
            break;
        }
        *at += 1;
        *price = stratum.next(*at);
    }
    laid.iter().map(|(_, at)| at).sum()
}

/// Spends the mean that the binomial limit allows where an error adds least to it.
fn where_some(strata: &[Stratum], risk: f64) -> u64 {
    let drawn: u64 = strata.iter().map(|stratum| stratum.drawn).sum();
    let found: u64 = strata.iter().map(|stratum| stratum.errors).sum();
    let mean = (real(drawn) * clopper_pearson_upper(found, drawn, risk)).max(real(found) + 1.0);
    let mut by_rate = strata.to_vec();
    by_rate.sort_by(|one, other| one.rate().total_cmp(&other.rate()));
    let certain: f64 = by_rate.iter().map(|stratum| real(stratum.errors) * stratum.rate()).sum();
    let mut left = mean - certain;
    let mut errors = found;
    for stratum in &by_rate {
        let room = stratum.rows - stratum.drawn;
        let affords = whole(((left + 1e-9) / stratum.rate()).floor()).min(room);
        errors += affords;
        left -= real(affords) * stratum.rate();
    }
    errors
}

impl Stratum {
    /// The logarithm of the probability that none is found, were `errors` there.
    fn none(&self, errors: u64) -> f64 {
        hypergeometric_at_most(0, Urn { rows: self.rows, errors, drawn: self.drawn }).ln()
    }

    /// The same with so many errors, and with one more.
    fn next(&self, errors: u64) -> (f64, f64) {
        (self.none(errors), self.none(errors + 1))
    }

    /// How many errors can be laid here while each costs at most `price`.
    fn affords(&self, price: f64) -> u64 {
        // One more error where `errors` are costs ln((rows - errors) / (rows - errors - drawn)).
        let keeps = (-price).exp();
        let most = self.rows - self.drawn;
        if keeps >= 1.0 {
            return 0;
        }
        let room = (real(self.rows) - real(self.drawn) / (1.0 - keeps)).floor();
        whole(room + 1.0).min(most)
    }

    fn rate(&self) -> f64 {
        real(self.drawn) / real(self.rows)
    }
}

/// Counts of rows stay far below 2^53.
#[allow(clippy::cast_precision_loss)]
const fn real(count: u64) -> f64 {
    count as f64
}

/// A count; nothing where it is negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(real: f64) -> u64 {
    real.max(0.0) as u64
}
