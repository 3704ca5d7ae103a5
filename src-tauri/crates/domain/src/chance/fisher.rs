//! Whether two shares differ by more than chance, exactly.

use super::Urn;

/// What adds less than this share of the sum adds nothing to it.
const NOTHING: f64 = 1e-17;

/// The two-sided p-value of R. A. Fisher's exact test for `these` of `of` against `others` of
/// `of_others`: the probability of every table with the same margins that is no likelier than the one
/// found.
pub fn fisher_two_sided(these: u64, of: u64, others: u64, of_others: u64) -> f64 {
    let urn = Urn { rows: of + of_others, errors: these + others, drawn: of };
    let (least, most) = urn.range();
    let found = urn.point(these);
    // Tables just as likely count, whatever the last digits of their probabilities say.
    let limit = found * (1.0 + 1e-9);
    // Tables are likelier up to the middle and less likely after it, so those that count are two
    // tails: each is summed from its likeliest on, until what follows adds nothing.
    let middle = urn.mode();
    let below = last_within(least, middle, |x| urn.point(x) <= limit);
    let above = last_within(0, most - middle, |x| urn.point(most - x) <= limit);
    let tail = |from: Option<u64>, step: &dyn Fn(u64) -> Option<u64>| {
        let (mut sum, mut at) = (0.0, from);
        while let Some(x) = at {
            let point = urn.point(x);
            sum += point;
            if point <= sum * NOTHING {
                break;
            }
            at = step(x);
        }
        sum
    };
    let down = tail(below, &|x| x.checked_sub(1).filter(|x| *x >= least));
    // Where all tables count, the tail from above begins after the one from below ended.
    let from = above.map(|x| most - x).map(|x| below.map_or(x, |below| x.max(below + 1)));
    let up = tail(from.filter(|x| *x <= most), &|x| Some(x + 1).filter(|x| *x <= most));
    (down + up).min(1.0)
}

/// The last place from `first` to `last` up to which `holds` does; none where it holds nowhere.
fn last_within(first: u64, last: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut from, mut to) = (first, last + 1);
    while from < to {
        let place = from + (to - from) / 2;
        if holds(place) {
            from = place + 1;
        } else {
            to = place;
        }
    }
    (from > first).then(|| from - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the definition has it: over every table.
    fn over_all(these: u64, of: u64, others: u64, of_others: u64) -> f64 {
        let urn = Urn { rows: of + of_others, errors: these + others, drawn: of };
        let (least, most) = urn.range();
        let limit = urn.point(these) * (1.0 + 1e-9);
        (least..=most).map(|x| urn.point(x)).filter(|point| *point <= limit).sum::<f64>().min(1.0)
    }

    #[test]
    fn two_tails_are_all_tables_that_count() {
        for of in [1, 2, 7, 30, 400] {
            for of_others in [1, 3, 30, 1000] {
                for (these, others) in [
                    (0, 0),
                    (0, of_others),
                    (of, 0),
                    (of, of_others),
                    (of / 2, of_others / 2),
                    (of / 3, of_others / 2),
                    (of, of_others / 2),
                    (of / 2, 1),
                ] {
                    let (ours, all) = (
                        fisher_two_sided(these, of, others, of_others),
                        over_all(these, of, others, of_others),
                    );
                    let near = (ours - all).abs() <= 1e-12 * all.max(f64::MIN_POSITIVE);
                    assert!(near, "{these} of {of}, {others} of {of_others}: {ours} for {all}");
                }
            }
        }
    }

    #[test]
    fn counts_of_any_size_take_no_time() {
        let half = 1 << 39;
        assert!(fisher_two_sided(half / 2, half, half / 2, half) > 0.999, "no difference at all");
        assert!(fisher_two_sided(half / 3, half, half / 2, half) < 1e-300, "a large one");
    }
}
