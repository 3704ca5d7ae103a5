//! The form of a recorded time: RFC 3339 in UTC with exactly three decimals.

/// How the form is named to people.
pub const FORM: &str = "a time like 2026-09-30T16:02:11.123Z";

/// Whether a text is a recorded time that exists. Times of this form sort as texts.
#[must_use]
pub fn is_recorded(text: &str) -> bool {
    let shape = text.len() == 24
        && text.bytes().zip(*b"dddd-dd-ddTdd:dd:dd.dddZ").all(|(byte, form)| match form {
            b'd' => byte.is_ascii_digit(),
            literal => byte == literal,
        });
    shape && exists(text).unwrap_or(false)
}

fn exists(text: &str) -> Option<bool> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    Some((1..=days).contains(&day) && hour < 24 && minute < 60 && second < 60)
}

#[cfg(test)]
mod tests {
    use super::is_recorded;

    #[test]
    fn only_times_that_exist_in_the_recorded_form_count() {
        for right in ["2026-09-30T16:02:11.123Z", "2024-02-29T23:59:59.999Z"] {
            assert!(is_recorded(right), "{right} is a recorded time");
        }
        for wrong in [
            "",
            "2026-09-30T16:02:11Z",
            "2026-09-30T16:02:11.1234Z",
            "2026-09-30T16:02:11.123+00:00",
            "2026-02-29T16:02:11.123Z",
            "2026-13-01T16:02:11.123Z",
            "2026-09-30T24:00:00.000Z",
            "2026-09-30t16:02:11.123z",
            "२०२६-09-30T16:02:11.123Z",
        ] {
            assert!(!is_recorded(wrong), "{wrong} is none");
        }
    }
}
