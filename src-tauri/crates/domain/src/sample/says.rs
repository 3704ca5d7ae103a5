//! What a sample proves, in words that a reader may quote.

use super::{Bound, Extension, More, Pooled, Proven};

/// A share of a hundred with one decimal, rounded up: a limit is never said lower than it is.
pub fn percent(part: u64, of: u64) -> String {
    let share = (u128::from(part) * 1000).div_ceil(u128::from(of.max(1)));
    tenths(u64::try_from(share).unwrap_or(u64::MAX))
}

/// What a sample proves, as one or two sentences.
pub fn sentence(proven: &Proven) -> String {
    let Proven { rows, tested, errors, .. } = proven;
    if *rows == 0 {
        return "There is no row to test.".to_owned();
    }
    let found = match (proven.bound, errors) {
        (Bound::Known(0), _) => {
            return format!("All {} were tested, and none was in error.", grouped(*rows));
        }
        (Bound::Known(known), _) => {
            return format!(
                "All {} were tested: {} in error ({}).",
                grouped(*rows),
                were(known),
                percent(known, *rows)
            );
        }
        (_, 0) => {
            format!("None of {} tested, of {}, was in error.", grouped(*tested), grouped(*rows))
        }
        (_, _) => format!(
            "{} of {} tested, of {}, {} in error.",
            grouped(*errors),
            grouped(*tested),
            grouped(*rows),
            if *errors == 1 { "was" } else { "were" }
        ),
    };
    let proves = match (proven.bound, errors) {
        (Bound::Known(_), _) => String::new(),
        (Bound::Unbounded, _) => "Every k-th row from one random start has no sound upper limit: \
             this proves nothing about the rows that were not tested."
            .to_owned(),
        (Bound::AtMost(most), 0) => clean(*tested, next_percent(most, *rows), proven),
        (Bound::AtMost(most), _) => format!(
            "At 95\u{202f}% confidence at most {} of the {} were ({}). {}",
            grouped(most),
            grouped(*rows),
            percent(most, *rows),
            wanted(proven.more, proven.wanted_percent)
        ),
    };
    format!("{found} {proves}")
}

/// That more rows are due by a plan and were not drawn.
pub fn not_extended(extension: Extension) -> String {
    let Extension { errors, rows } = extension;
    let are = if errors == 1 { "is" } else { "are" };
    let more = if rows == 1 { "row" } else { "rows" };
    format!(
        "Its plan draws {} more {more} once {} {are} in error; that is due, and was not done.",
        grouped(u64::from(rows)),
        grouped(u64::from(errors))
    )
}

/// What samples of one process prove together.
pub fn pooled_sentence(pooled: &Pooled) -> String {
    let Pooled { tested, errors, upper, .. } = *pooled;
    if tested == 0 {
        return "Nothing that was tested counts, so nothing is proven.".to_owned();
    }
    if errors == 0 {
        let below = whole_percent_above(upper);
        return match pooled.more {
            More::Rows(more) => format!(
                "{} {} the error rate is below {below}\u{202f}%; {} would prove below {}\u{202f}%.",
                grouped(tested),
                prove(tested),
                grouped(tested + more),
                pooled.wanted_percent
            ),
            More::Proven | More::Never => format!(
                "{} {} the error rate is below {below}\u{202f}%.",
                grouped(tested),
                prove(tested)
            ),
        };
    }
    format!(
        "{} of {} tested {} in error. At 95\u{202f}% confidence the process errs in at most {}. {}",
        grouped(errors),
        grouped(tested),
        if errors == 1 { "was" } else { "were" },
        tenths(pooled.upper_tenths()),
        wanted(pooled.more, pooled.wanted_percent)
    )
}

fn clean(tested: u64, below: u64, proven: &Proven) -> String {
    let first =
        format!("{} {} the error rate is below {below}\u{202f}%", grouped(tested), prove(tested));
    match proven.more {
        More::Rows(more) => format!(
            "{first}; {} would prove below {}\u{202f}%.",
            grouped(tested + more),
            proven.wanted_percent
        ),
        More::Proven | More::Never => format!("{first}, at 95\u{202f}% confidence."),
    }
}

fn prove(items: u64) -> &'static str {
    if items == 1 { "clean item proves" } else { "clean items prove" }
}

fn wanted(more: More, percent: u32) -> String {
    match more {
        More::Proven => format!("This proves an error share below {percent}\u{202f}%."),
        More::Rows(more) => format!(
            "This does not prove an error share below {percent}\u{202f}%; {} more {} without error \
             would.",
            grouped(more),
            if more == 1 { "item" } else { "items" }
        ),
        More::Never => format!(
            "This does not prove an error share below {percent}\u{202f}%, and no more items would: \
             too many are in error."
        ),
    }
}

fn were(errors: u64) -> String {
    match errors {
        1 => "1 was".to_owned(),
        more => format!("{} were", grouped(more)),
    }
}

/// The least whole percent that `part` of `of` is below.
fn next_percent(part: u64, of: u64) -> u64 {
    let percent = u128::from(part) * 100 / u128::from(of.max(1)) + 1;
    u64::try_from(percent).unwrap_or(100)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole_percent_above(share: f64) -> u64 {
    (share * 100.0).floor() as u64 + 1
}

fn tenths(tenths: u64) -> String {
    format!("{}.{}\u{202f}%", tenths / 10, tenths % 10)
}

/// Thousands set apart, 61,204.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
