//! What a check shows, and what it does not, in plain words.

use super::{FEW_ROWS, Group, Shared, Sides, moved, sides};
use crate::ERASED;
use crate::chance::clopper_pearson_upper;
use crate::drift::{Drift, Moved};
use crate::fairness::{Compared, Fairness, Ratio, Test};
use crate::sample::{RISK, grouped};
use crate::service_level::ServiceLevel;

/// What a check comes to, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// What it shows, in one or two sentences.
    pub shows: String,
    /// What it does not, a sentence each.
    pub not: Vec<String>,
}

/// What is said of segments; of none, where nobody was selected or there is only one.
pub fn fairness_says(found: Option<&Fairness>) -> Says {
    let Some(found) = found else {
        return Says {
            shows:
                "There is nothing to compare: fewer than two segments have rows, or no row counts \
                    as selected."
                    .to_owned(),
            not: Vec::new(),
        };
    };
    let below: Vec<&Compared> = found.segments.iter().filter(|one| one.below_four_fifths).collect();
    let lowest = found.segments.iter().min_by(|a, b| a.ratio.total_cmp(&b.ratio));
    let shows = match (below.as_slice(), lowest) {
        ([], Some(lowest)) => format!(
            "Every segment is selected at least four fifths as often as {}; the lowest ratio is {} \
             ({}).",
            found.highest,
            ratio_words(lowest.ratio()),
            lowest.segment.name
        ),
        ([one], _) => format!(
            "{} is selected {} as often as {}, below four fifths.",
            one.segment.name,
            ratio_words(one.ratio()),
            found.highest
        ),
        (below, Some(lowest)) => format!(
            "{} of {} segments are selected less than four fifths as often as {}, {} least ({}).",
            below.len(),
            found.segments.len(),
            found.highest,
            lowest.segment.name,
            ratio_words(lowest.ratio())
        ),
        (_, None) => String::new(),
    };
    let test = match found.test {
        Test::Exact => "Fisher’s exact test",
        Test::ChiSquare { .. } => "chi-square test",
    };
    let chance = format!(
        "Rates that differ as much come about by chance alone {} ({test}, p {}).",
        chance(found.p),
        p_words(found.p)
    );
    let mut not = vec![
        "It says that rates differ, not why: segments may differ in what is rightly judged. Somebody who \
         knows them has to look."
            .to_owned(),
    ];
    let few: Vec<&str> = found
        .segments
        .iter()
        .filter(|one| one.segment.all < FEW_ROWS)
        .map(|one| one.segment.name.as_str())
        .collect();
    if !few.is_empty() {
        not.push(format!(
            "{} {} fewer than {FEW_ROWS} rows: a few more or less would move the share far.",
            list(&few),
            if few.len() == 1 { "has" } else { "have" }
        ));
    }
    if matches!(found.test, Test::ChiSquare { rough: true }) {
        not.push(
            "Somewhere fewer than 5 were to be expected, so the probability over all segments is rough; \
             the ones beside each segment are exact."
                .to_owned(),
        );
    }
    if below.is_empty() {
        not.push(
            "It does not prove that segments are treated alike: a smaller difference, or one within a \
             segment, would not show."
                .to_owned(),
        );
    }
    Says { shows: format!("{shows} {chance}"), not }
}

/// What is said of how far things have moved, all rows first.
pub fn drift_says(of: &str, groups: &[Group]) -> Says {
    let found: Vec<(Option<&str>, Option<Drift>)> = groups
        .iter()
        .map(|group| (group.name.as_ref().map(|name| name.words().unwrap_or(ERASED)), moved(group)))
        .collect();
    let Some((_, Some(all))) = found.first() else {
        return Says {
            shows: "There is nothing to compare: one side has no rows that say it.".to_owned(),
            not: Vec::new(),
        };
    };
    let how = match all.moved {
        Moved::Little => "has hardly moved",
        Moved::Some => "has moved somewhat",
        Moved::Much => "has moved much",
    };
    let mut shows = format!("{of} {how}: its stability index is {}.", hundredths(all.index));
    if let Some(test) = all.test {
        shows.push_str(&format!(
            " Values that lie as far apart come about by chance alone {} (Kolmogorov-Smirnov, p {}).",
            chance(test.p),
            p_words(test.p)
        ));
    }
    let much: Vec<&str> = found
        .iter()
        .filter(|(_, drift)| drift.as_ref().is_some_and(|drift| drift.moved == Moved::Much))
        .filter_map(|(name, _)| *name)
        .collect();
    if !much.is_empty() {
        shows.push_str(&format!(" It has moved much in {}.", list(&much)));
    }
    let of_side = |side: Sides| {
        let named = groups.iter().filter(|group| sides(group) == side);
        let names: Vec<&str> =
            named.filter_map(|one| Some(one.name.as_ref()?.words().unwrap_or(ERASED))).collect();
        names
    };
    for (side, says) in [
        (Sides::Now, "values only in what is held against the baseline"),
        (Sides::Before, "values only in the baseline"),
    ] {
        let names = of_side(side);
        if !names.is_empty() {
            let have = if names.len() == 1 { "has" } else { "have" };
            shows.push_str(&format!(" {} {have} {says}.", list(&names)));
        }
    }
    let mut not = vec![
        "The index is read by a convention of credit scoring: below 0.1 little, above 0.25 much. It is no \
         test, and says nothing of why."
            .to_owned(),
    ];
    let rows = |pick: fn(&crate::drift::Bin) -> u64| all.bins.iter().map(pick).sum::<u64>();
    let (before, now) = (rows(|bin| bin.before), rows(|bin| bin.now));
    if before.min(now) < FEW_ROWS * 10 {
        not.push(format!(
            "With {} and {} rows the index also rises by chance; a few hundred on each side make it \
             worth reading.",
            grouped(before),
            grouped(now)
        ));
    } else if all.test.is_some_and(|test| test.p < RISK) && all.moved == Moved::Little {
        not.push(
            "With so many rows the test finds differences that matter to nobody; the index says how \
             large they are."
                .to_owned(),
        );
    }
    if all.test.is_some_and(|test| test.exact) {
        not.push("Where values tie, the probability is at most what is said.".to_owned());
    }
    if groups.len() > 2 {
        not.push(format!(
            "{} segments were looked at: of twenty that did not move, one would still have p below 0.05.",
            groups.len() - 1
        ));
    }
    Says { shows, not }
}

/// What is said where rows stand on both sides of a check of drift; nothing where none does.
pub const fn shared_says(shared: Shared) -> Option<&'static str> {
    match shared {
        Shared::None => None,
        Shared::Some => Some(
            "Rows of the baseline stand on the other side too: they hide part of what moved, and how \
             likely it is by chance cannot be told.",
        ),
        Shared::Unknown => Some(
            "Each side is picked by another column, so rows may stand on both: as far as they do, they \
             hide what moved, and how likely it is by chance cannot be told.",
        ),
    }
}

/// What is said of what was kept.
pub fn service_level_says(level: ServiceLevel, rejected: u64) -> Says {
    let due = level.due();
    let unread = match rejected {
        0 => None,
        1 => Some("1 row could not be read and is not among them.".to_owned()),
        more => Some(format!("{} rows could not be read and are not among them.", grouped(more))),
    };
    if due == 0 {
        let shows = match (level.waiting, rejected) {
            (0, 1..) => "No row could be read, so nothing is known of what was due.".to_owned(),
            (waiting, _) => format!("Nothing was due yet; {} wait.", grouped(waiting)),
        };
        return Says { shows, not: unread.into_iter().collect() };
    }
    let at_least = at_least(level).unwrap_or(0.0);
    let shows = format!(
        "{} of {} due were done on time ({}); {} late, {} still not done.",
        grouped(level.on_time),
        grouped(due),
        // Rounded down, so that not quite all never reads as all.
        tenths((share(level.on_time, due) * 1000.0).floor() / 1000.0),
        grouped(level.late),
        grouped(level.overdue)
    );
    let mut not = vec![format!(
        "Of all that goes through the same process at least {} is done on time, at 95\u{202f}% confidence; \
         only if nothing was left out of the file, and what comes is like what came.",
        tenths((at_least * 1000.0).floor() / 1000.0)
    )];
    if level.waiting > 0 {
        not.push(format!("{} not due yet count neither way.", grouped(level.waiting)));
    }
    not.extend(unread);
    Says { shows, not }
}

/// The least share on time, 0 to 1, that what was due proves at 95 % (Clopper and Pearson, 1934); none
/// where nothing was due.
pub fn at_least(level: ServiceLevel) -> Option<f64> {
    let due = level.due();
    (due > 0).then(|| 1.0 - clopper_pearson_upper(level.late + level.overdue, due, RISK))
}

/// A segment's ratio to two places; one below four fifths never reads as four fifths.
pub fn ratio_words(ratio: Ratio) -> String {
    let words = hundredths(ratio.ratio);
    if ratio.below_four_fifths && words == "0.80" { "0.79".to_owned() } else { words }
}

/// An index to two places.
pub fn hundredths(index: f64) -> String {
    format!("{index:.2}")
}

fn tenths(share: f64) -> String {
    format!("{:.1}\u{202f}%", share * 100.0)
}

/// How often, in words.
fn chance(p: f64) -> String {
    match p {
        p if p < 0.001 => "in fewer than 1 of 1,000 cases".to_owned(),
        p if p < 0.0095 => format!("in {:.0} of 1,000 cases", (p * 1000.0).ceil()),
        p => format!("in {:.0} of 100 cases", (p * 100.0).round()),
    }
}

/// A probability to as many places as matter.
pub fn p_words(p: f64) -> String {
    match p {
        p if p < 0.001 => "below 0.001".to_owned(),
        p if p < 0.01 => format!("{p:.3}"),
        p => format!("{p:.2}"),
    }
}

fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: u64, of: u64) -> f64 {
    part as f64 / of as f64
}
