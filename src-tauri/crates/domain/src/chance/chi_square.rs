//! Whether shares in several groups differ by more than chance, where groups are large.

use statrs::function::gamma::gamma_ur;

use super::real;

/// What a chi-square test of independence comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquare {
    /// The statistic, without correction for continuity.
    pub statistic: f64,
    /// Degrees of freedom.
    pub freedom: u64,
    /// The probability of a statistic at least as large, if the groups did not differ.
    pub p: f64,
    /// The smallest count that was to be expected in a cell: below 5 the p-value is rough.
    pub least_expected: f64,
}

/// K. Pearson's chi-square test of whether the share of `selected` differs between groups, each
/// given as (selected, all). None with fewer than two groups that have rows, and none where all or
/// none were selected: then there is nothing to compare.
pub fn chi_square(groups: &[(u64, u64)]) -> Option<ChiSquare> {
    let groups: Vec<(u64, u64)> = groups.iter().copied().filter(|(_, all)| *all > 0).collect();
    let selected: u64 = groups.iter().map(|(selected, _)| selected).sum();
    let all: u64 = groups.iter().map(|(_, all)| all).sum();
    if groups.len() < 2 || selected == 0 || selected == all {
        return None;
    }
    let share = real(selected) / real(all);
    let mut statistic = 0.0;
    let mut least_expected = f64::INFINITY;
    for (selected, all) in &groups {
        let cells = [(real(*selected), share), (real(all - selected), 1.0 - share)];
        for (found, share) in cells {
            let expected = real(*all) * share;
            statistic += (found - expected).powi(2) / expected;
            least_expected = least_expected.min(expected);
        }
    }
    let freedom = groups.len() as u64 - 1;
    let p = if statistic <= 0.0 { 1.0 } else { gamma_ur(real(freedom) / 2.0, statistic / 2.0) };
    Some(ChiSquare { statistic, freedom, p, least_expected })
}
