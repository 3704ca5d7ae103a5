//! What a check counted, and what follows from it, as it is shown.

use chrono_tz::Tz;
use domain::check::{
    Asks, FEW_ROWS, Found, Group, Picked, Rows, SegmentCount, Sides, at_least, compared,
    drift_says, fairness_says, hundredths, moved, p_words, ratio_words, ratios, service_level_says,
    shared, shared_says, sides,
};
use domain::drift::Moved as How;
use domain::fairness::{Compared, Fairness};
use domain::{Moment, Text};

use super::{BinShown, CheckFact, CheckResult, GroupShown, LevelShown, Moved, SegmentShown};
use crate::erased::or_erased;

/// What a check came to.
pub(super) fn result(asks: &Asks, found: &Found, zone: Tz) -> CheckResult {
    let (says, left_out, segments, groups) = match found {
        Found::Fairness { segments, left_out } => {
            let compared = compared(segments);
            let says = fairness_says(compared.as_ref());
            (says, *left_out, shown_segments(segments, compared.as_ref()), Vec::new())
        }
        Found::Drift { groups, left_out } => {
            let (of, warned) = match asks {
                Asks::Drift { before, now, of, .. } => {
                    (of.words(), shared_says(shared(before, now)))
                }
                Asks::Fairness { .. } | Asks::ServiceLevel { .. } => ("It", None),
            };
            let mut says = drift_says(of, groups);
            says.not.splice(..0, warned.map(str::to_owned));
            (says, *left_out, Vec::new(), groups.iter().map(shown_group).collect())
        }
        Found::ServiceLevel { rejected, .. } => {
            let level = found.level().unwrap_or_default();
            (service_level_says(level, *rejected), 0, Vec::new(), Vec::new())
        }
    };
    CheckResult {
        level: level(asks, found),
        kind: asks.kind(),
        title: title(asks),
        facts: facts(asks, zone),
        shows: says.shows,
        not: says.not,
        left_out,
        segments,
        groups,
    }
}

/// Of what, in a few words.
pub(super) fn title(asks: &Asks) -> String {
    match asks {
        Asks::Fairness { rows, by, picked } => {
            format!("{} by {}, {}", picked_words(picked), by.words(), batches(rows))
        }
        Asks::Drift { before, now, of, by } => {
            let by = by.map(|by| format!(" by {}", by.words())).unwrap_or_default();
            format!("{}{by}, {} against {}", of.words(), batches(now), batches(before))
        }
        Asks::ServiceLevel { what, .. } => words(what),
    }
}

/// What it came to, in a few words, and whether somebody should look.
pub(crate) fn short(found: &Found) -> (String, bool) {
    match found {
        Found::Fairness { segments, .. } => match ratios(segments) {
            Some(ratios) => {
                let lowest = ratios.iter().min_by(|a, b| a.ratio.total_cmp(&b.ratio));
                let below = ratios.iter().any(|one| one.below_four_fifths);
                let words = lowest.map(|one| format!("ratio {}", ratio_words(*one)));
                (words.unwrap_or_default(), below)
            }
            None => ("nothing to compare".to_owned(), false),
        },
        Found::Drift { groups, .. } => {
            let all: Vec<_> = groups.iter().map(moved).collect();
            let much = all.iter().flatten().any(|drift| drift.moved == How::Much);
            match all.into_iter().next().flatten() {
                Some(drift) => {
                    let index = format!("index {}", hundredths(drift.index));
                    let named = groups.iter().filter(|group| group.name.is_some());
                    match named.filter(|group| sides(group) != Sides::Alike).count() {
                        0 => (index, much),
                        1 => (format!("{index}, 1 segment came or went"), true),
                        more => (format!("{index}, {more} segments came or went"), true),
                    }
                }
                None => ("nothing to compare".to_owned(), false),
            }
        }
        Found::ServiceLevel { waiting: 0, rejected: 1.., .. }
            if found.level().unwrap_or_default().due() == 0 =>
        {
            ("no row could be read".to_owned(), true)
        }
        Found::ServiceLevel { on_time, .. } => match found.level().unwrap_or_default().due() {
            0 => ("nothing due".to_owned(), false),
            due => {
                // Rounded down, so that not quite all never reads as all.
                let tenths = u128::from(*on_time) * 1000 / u128::from(due);
                let share = format!("{}.{}\u{202f}% on time", tenths / 10, tenths % 10);
                (share, *on_time < due)
            }
        },
    }
}

fn shown_segments(segments: &[SegmentCount], found: Option<&Fairness>) -> Vec<SegmentShown> {
    let shown = segments.iter().map(|one| {
        let name = words(&one.name);
        // Names that were erased are alike: the counts tell them apart as far as it matters.
        let same = |other: &&Compared| {
            let other = &other.segment;
            other.name == name && (other.selected, other.all) == (one.selected, one.all)
        };
        let beside = found.and_then(|found| found.segments.iter().find(same));
        let highest = found.is_some_and(|found| found.highest == name);
        SegmentShown {
            selected: one.selected,
            all: one.all,
            rate: share(one.selected, one.all),
            ratio: beside.map(|one| ratio_words(one.ratio())),
            below: beside.is_some_and(|one| one.below_four_fifths),
            few: one.all < FEW_ROWS,
            p: beside.filter(|_| !highest).map(|one| p_words(one.p)),
            highest,
            name,
        }
    });
    let mut shown: Vec<SegmentShown> = shown.collect();
    shown.sort_by(|a, b| b.rate.total_cmp(&a.rate));
    shown
}

fn shown_group(group: &Group) -> GroupShown {
    let drift = moved(group);
    let (before, now) = (
        group.bins.iter().map(|bin| bin.before).fold(0, u64::saturating_add),
        group.bins.iter().map(|bin| bin.now).fold(0, u64::saturating_add),
    );
    let adds: Vec<f64> =
        drift.iter().flat_map(|drift| drift.bins.iter().map(|bin| bin.adds)).collect();
    let bins = group.bins.iter().enumerate().map(|(place, bin)| BinShown {
        name: words(&bin.name),
        before: bin.before,
        now: bin.now,
        before_share: share(bin.before, before),
        now_share: share(bin.now, now),
        adds: adds.get(place).copied().unwrap_or_default(),
    });
    let test = drift.as_ref().and_then(|drift| drift.test);
    GroupShown {
        name: group.name.as_ref().map(words),
        before,
        now,
        index: drift.as_ref().map(|drift| hundredths(drift.index)),
        moved: drift.as_ref().map(|drift| match drift.moved {
            How::Little => Moved::Little,
            How::Some => Moved::Some,
            How::Much => Moved::Much,
        }),
        distance: test.map(|test| hundredths(test.distance)),
        p: test.map(|test| p_words(test.p)),
        bins: bins.collect(),
    }
}

fn level(asks: &Asks, found: &Found) -> Option<LevelShown> {
    let level = found.level()?;
    let sha256 = match asks {
        Asks::ServiceLevel { file, .. } => file.sha256.clone(),
        Asks::Fairness { .. } | Asks::Drift { .. } => String::new(),
    };
    Some(LevelShown {
        on_time: level.on_time,
        late: level.late,
        overdue: level.overdue,
        waiting: level.waiting,
        share: (level.due() > 0).then(|| share(level.on_time, level.due())),
        at_least: at_least(level),
        sha256,
        missed: Vec::new(),
        rejected: Vec::new(),
    })
}

fn facts(asks: &Asks, zone: Tz) -> Vec<CheckFact> {
    let fact = |label: &str, says: String| CheckFact { label: label.to_owned(), says };
    match asks {
        Asks::Fairness { rows, by, picked } => vec![
            fact("AI actions", of_rows(rows, zone)),
            fact("Segments", by.words().to_owned()),
            fact("Counts as selected", picked_words(picked)),
        ],
        Asks::Drift { before, now, of, by } => {
            let mut facts = vec![
                fact("Baseline", of_rows(before, zone)),
                fact("Held against it", of_rows(now, zone)),
                fact("What may have moved", of.words().to_owned()),
            ];
            facts.extend(by.map(|by| fact("Segments", by.words().to_owned())));
            facts
        }
        Asks::ServiceLevel { what, file } => vec![
            fact("What was promised", words(what)),
            fact("File", words(&file.name)),
            fact("SHA-256", file.sha256.clone()),
        ],
    }
}

fn picked_words(picked: &Picked) -> String {
    match picked {
        Picked::OneOf { field, says } => {
            let says: Vec<String> = says.iter().map(words).collect();
            format!("{} is {}", field.words(), says.join(" or "))
        }
        Picked::AtLeast { field, value } => format!("{} at least {value}", field.words()),
    }
}

fn batches(rows: &Rows) -> String {
    let batches: Vec<String> = rows.batches.iter().map(ToString::to_string).collect();
    batches.join(" and ")
}

fn of_rows(rows: &Rows, zone: Tz) -> String {
    let day = |at: Moment, back: i64| {
        let at = at.in_zone(zone) - chrono::Duration::seconds(back);
        at.format("%Y-%m-%d").to_string()
    };
    let from = rows.from.map(|from| format!(", from {}", day(from, 0))).unwrap_or_default();
    let to = rows.to.map(|to| format!(", to {}", day(to, 1))).unwrap_or_default();
    let only = rows.only.as_ref().map(|only| {
        let field = domain::batch::Field::named(&only.field);
        let field = field.map_or_else(|| only.field.clone(), |field| field.words().to_owned());
        format!(", only {field} {}", words(&only.says))
    });
    format!("{}{from}{to}{}", batches(rows), only.unwrap_or_default())
}

fn words(text: &Text) -> String {
    or_erased(text.words())
}

#[allow(clippy::cast_precision_loss)]
fn share(part: u64, of: u64) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}
