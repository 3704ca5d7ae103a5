//! An AI action as a log tells it.

use chrono::NaiveDate;

use crate::batch::Field;

/// An AI action as its row says it.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// When, in milliseconds since 1970.
    pub time: i64,
    /// Its cells by the field's place in [`Field::ALL`]; blank where the log says nothing.
    pub cells: &'a [&'a str],
}

impl<'a> Action<'a> {
    pub(super) fn says(&self, field: Field) -> &'a str {
        self.cells.get(field as usize).copied().unwrap_or_default()
    }

    /// Whether something was really done: what was only drafted, refused or failed was not.
    pub(super) fn was_done(&self) -> bool {
        const UNDONE: [&str; 16] = [
            "draft",
            "drafted",
            "suggested",
            "suggestion",
            "proposed",
            "pending",
            "queued",
            "rejected",
            "declined",
            "refused",
            "blocked",
            "cancelled",
            "canceled",
            "failed",
            "error",
            "skipped",
        ];
        let status = self.says(Field::Status);
        !UNDONE.iter().any(|undone| status.eq_ignore_ascii_case(undone))
    }
}

/// A moment as rows spell it, `2026-11-21T09:00:00.000Z`, in milliseconds since 1970.
pub fn moment(written: &str) -> Option<i64> {
    let bytes = written.as_bytes();
    if bytes.len() != 24 || !bytes.ends_with(b"Z") {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes.get(from..to)?.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let day = NaiveDate::from_ymd_opt(number(0, 4)?.cast_signed(), number(5, 7)?, number(8, 10)?)?;
    let at =
        day.and_hms_milli_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 23)?)?;
    Some(at.and_utc().timestamp_millis())
}
