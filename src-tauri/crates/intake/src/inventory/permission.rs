//! What a workflow may do, in one cell: a line for each kind of action.
//!
//! `Send external message: tier 3 (for SDR; 400 a day; weekdays, 08:00 to 18:00; no first touch)`

use chrono::{NaiveTime, Weekday};
use domain::workflow::{ActionKind, Permitted, Tier, Window};
use rust_decimal::Decimal;
use serde::Serialize;

use super::autonomy;
use crate::quote::{Part, parts, quoted};
use crate::words::{Found, excerpt, plain};

/// Of a cell shown in a sentence, in characters.
const SHOWN: usize = 60;
/// Between two rows, and between what stands in the brackets of one.
const SIGNS: &[char] = &[';', '\n'];
/// Besides those, between names.
const NAME_SIGNS: &[char] = &[';', '\n', ','];

/// A kind of action as a cell permits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PermissionRow {
    /// The kind of action.
    pub action: ActionKind,
    /// Blocked, or a tier.
    pub permitted: Permitted,
    /// For which roles, as written; none means everybody.
    pub roles: Vec<String>,
    /// Actions a day.
    pub per_day: Option<u32>,
    /// Discount in percent.
    pub discount_percent: Option<Decimal>,
    /// Rows in one export.
    pub export_rows: Option<u32>,
    /// Hours that an approval counts for.
    pub approval_hours: Option<u32>,
    /// Days and hours.
    pub window: Option<Window>,
    /// Segments; none means all.
    pub segments: Vec<String>,
    /// Never as the first touch.
    pub first_touch_excluded: bool,
    /// Never to a high-risk account, nor naming price, terms or a competitor.
    pub risky_excluded: bool,
    /// Only into enriched fields, keeping what was there before.
    pub enriched_only: bool,
    /// A condition in words.
    pub condition: Option<String>,
}

impl PermissionRow {
    /// A row without roles, limits and condition.
    pub fn new(action: ActionKind, permitted: Permitted) -> Self {
        Self {
            action,
            permitted,
            roles: Vec::new(),
            per_day: None,
            discount_percent: None,
            export_rows: None,
            approval_hours: None,
            window: None,
            segments: Vec::new(),
            first_touch_excluded: false,
            risky_excluded: false,
            enriched_only: false,
            condition: None,
        }
    }
}

/// Rows as a cell holds them, so that [`read`] gives the same rows.
pub fn written(rows: &[PermissionRow]) -> String {
    rows.iter().map(row_written).collect::<Vec<_>>().join("\n")
}

fn row_written(row: &PermissionRow) -> String {
    let freedom = match row.permitted.tier() {
        None => "blocked".to_owned(),
        Some(tier) => format!("tier {}", tier.number()),
    };
    let names = |names: &[String]| {
        names.iter().map(|name| quoted(name, NAME_SIGNS)).collect::<Vec<_>>().join(", ")
    };
    let mut besides = Vec::new();
    if !row.roles.is_empty() {
        besides.push(format!("for {}", names(&row.roles)));
    }
    besides.extend(row.per_day.map(|count| format!("{count} a day")));
    besides.extend(row.discount_percent.map(|percent| format!("up to {percent} %")));
    besides.extend(row.export_rows.map(|count| format!("{count} rows an export")));
    besides.extend(row.approval_hours.map(|hours| format!("approvals count {hours} h")));
    besides.extend(row.window.as_ref().map(window_written));
    if !row.segments.is_empty() {
        besides.push(format!("segments {}", names(&row.segments)));
    }
    if row.first_touch_excluded {
        besides.push("no first touch".to_owned());
    }
    if row.risky_excluded {
        besides.push("no risky messages".to_owned());
    }
    if row.enriched_only {
        besides.push("enriched fields only".to_owned());
    }
    besides.extend(row.condition.as_deref().map(condition_written));
    let action = row.action.words();
    match besides.as_slice() {
        [] => format!("{action}: {freedom}"),
        some => format!("{action}: {freedom} ({})", some.join("; ")),
    }
}

fn window_written(window: &Window) -> String {
    let hours = format!("{} to {}", window.from.format("%H:%M"), window.to.format("%H:%M"));
    if window.days.is_empty() {
        return hours;
    }
    if window.days == WEEKDAYS {
        return format!("weekdays, {hours}");
    }
    let days: Vec<String> = window.days.iter().map(ToString::to_string).collect();
    format!("{}, {hours}", days.join(" "))
}

/// A condition, in quotes where it would be read as something else.
fn condition_written(text: &str) -> String {
    let bare = quoted(text, SIGNS);
    let itself = Part { text: text.to_owned(), quoted: false };
    if bare == text && matches!(beside(&itself), Ok(Beside::Condition(_))) {
        return bare;
    }
    format!("\"{}\"", text.replace('"', "\"\""))
}

const WEEKDAYS: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// The rows of a cell, a line or a semicolon between two.
///
/// # Errors
/// A sentence that says what cannot be read and what to write. Nothing is guessed: what is not
/// listed is blocked, so a row that is not understood must not pass for one that is.
pub fn read(cell: &str) -> Result<Vec<PermissionRow>, String> {
    parts(cell, SIGNS).iter().map(|part| row(&part.text)).collect()
}

fn row(text: &str) -> Result<PermissionRow, String> {
    let unclear = |what: &str| {
        format!(
            "“{}” {what}. Write a kind of action, a colon, and “blocked” or a tier, such as \
             “Send external message: tier 3 (400 a day)”.",
            excerpt(text, SHOWN)
        )
    };
    let (action, rest) = text.split_once(':').ok_or_else(|| unclear("says nothing of a tier"))?;
    let action = kind_of_action(action).ok_or_else(|| unclear("is no known kind of action"))?;
    let (freedom, inside) = match rest.split_once('(') {
        None => (rest, ""),
        Some((freedom, rest)) => {
            let inside = rest.trim_end().strip_suffix(')');
            (freedom, inside.ok_or_else(|| unclear("has a bracket that is not closed"))?)
        }
    };
    let freedom = permitted(freedom).ok_or_else(|| unclear("says neither a tier nor blocked"))?;
    let mut row = PermissionRow::new(action, freedom);
    for part in parts(inside, SIGNS) {
        take(&mut row, beside(&part)?);
    }
    Ok(row)
}

fn kind_of_action(words: &str) -> Option<ActionKind> {
    let wanted = plain(words);
    ActionKind::ALL.iter().copied().find(|kind| plain(kind.words()) == wanted)
}

fn permitted(words: &str) -> Option<Permitted> {
    if matches!(plain(words).as_str(), "blocked" | "block" | "never" | "no") {
        return Some(Permitted::Blocked);
    }
    match autonomy::tier(words.trim()) {
        Found::Known(Tier::Suggest) => Some(Permitted::Tier1),
        Found::Known(Tier::Draft) => Some(Permitted::Tier2),
        Found::Known(Tier::ExecuteWithApproval) => Some(Permitted::Tier3),
        Found::Known(Tier::ExecuteAutonomously) => Some(Permitted::Tier4),
        Found::Both(..) | Found::Unknown => None,
    }
}

/// What can stand in the brackets of a row.
enum Beside {
    Roles(Vec<String>),
    PerDay(u32),
    Discount(Decimal),
    ExportRows(u32),
    ApprovalHours(u32),
    Window(Window),
    Segments(Vec<String>),
    NoFirstTouch,
    NoRiskyMessages,
    EnrichedOnly,
    Condition(String),
}

fn take(row: &mut PermissionRow, beside: Beside) {
    match beside {
        Beside::Roles(roles) => row.roles.extend(roles),
        Beside::PerDay(count) => row.per_day = Some(count),
        Beside::Discount(percent) => row.discount_percent = Some(percent),
        Beside::ExportRows(count) => row.export_rows = Some(count),
        Beside::ApprovalHours(hours) => row.approval_hours = Some(hours),
        Beside::Window(window) => row.window = Some(window),
        Beside::Segments(segments) => row.segments.extend(segments),
        Beside::NoFirstTouch => row.first_touch_excluded = true,
        Beside::NoRiskyMessages => row.risky_excluded = true,
        Beside::EnrichedOnly => row.enriched_only = true,
        Beside::Condition(text) => {
            row.condition = Some(match row.condition.take() {
                Some(before) => format!("{before}; {text}"),
                None => text,
            });
        }
    }
}

/// A limit, roles, segments; else a condition in words. What begins like a limit and cannot be read
/// as one is refused: taken for a condition it would limit nothing.
fn beside(part: &Part) -> Result<Beside, String> {
    let text = part.text.as_str();
    if part.quoted {
        return Ok(Beside::Condition(part.text.clone()));
    }
    let lower = text.to_lowercase();
    let after =
        |begin: &str| lower.starts_with(begin).then(|| text.get(begin.len()..).unwrap_or_default());
    let names =
        |list: &str| parts(list, NAME_SIGNS).into_iter().map(|part| part.text).collect::<Vec<_>>();
    if let Some(list) = after("for ") {
        return Ok(Beside::Roles(names(list)));
    }
    if let Some(list) = after("segments ").or_else(|| after("segment ")) {
        return Ok(Beside::Segments(names(list)));
    }
    if matches!(lower.as_str(), "no first touch" | "never the first touch") {
        return Ok(Beside::NoFirstTouch);
    }
    if matches!(lower.as_str(), "no risky messages" | "never risky messages") {
        return Ok(Beside::NoRiskyMessages);
    }
    if matches!(lower.as_str(), "enriched fields only" | "only enriched fields") {
        return Ok(Beside::EnrichedOnly);
    }
    if let Some(count) = before_any(&lower, &["a day", "per day", "/ day", "/day"]) {
        return number(count).map(Beside::PerDay).ok_or_else(|| unreadable(text, "400 a day"));
    }
    let export_rows = &["rows an export", "rows per export", "rows / export"];
    if let Some(count) = before_any(&lower, export_rows) {
        let rows = number(count).map(Beside::ExportRows);
        return rows.ok_or_else(|| unreadable(text, "500 rows an export"));
    }
    if let Some(count) = after("approvals count ").or_else(|| after("approval counts ")) {
        let hours = before_any(count, &["h", "hours", "hour"]).and_then(number);
        let hours = hours.map(Beside::ApprovalHours);
        return hours.ok_or_else(|| unreadable(text, "approvals count 24 h"));
    }
    if let Some(percent) = after("up to ") {
        let percent = percent.trim().strip_suffix('%').map(str::trim);
        if let Some(percent) = percent {
            let read = percent.parse().map(Beside::Discount);
            return read.map_err(|_| unreadable(text, "up to 10 %"));
        }
    }
    Ok(window(&lower).map_or_else(|| Beside::Condition(text.to_owned()), Beside::Window))
}

fn unreadable(text: &str, example: &str) -> String {
    format!(
        "“{}” looks like a limit and cannot be read as one. Write it like “{example}”, or in quotes \
         if it is a condition in words.",
        excerpt(text, SHOWN)
    )
}

fn before_any<'t>(text: &'t str, ends: &[&str]) -> Option<&'t str> {
    ends.iter().find_map(|end| text.strip_suffix(end)).map(str::trim)
}

/// A whole number, its thousands apart or not.
fn number(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\'' | '’')).collect();
    digits.parse().ok()
}

/// Days and hours: `weekdays, 08:00 to 18:00`, `Mon Thu, 22:00–05:00`, `08:00 to 18:00`.
fn window(lower: &str) -> Option<Window> {
    let (days, hours) = match lower.rsplit_once(',') {
        Some((days, hours)) => (days_of(days)?, hours),
        None => (Vec::new(), lower),
    };
    let hours = hours.replace(['–', '-'], " to ");
    let (from, to) = hours.split_once(" to ")?;
    Some(Window { days, from: time(from)?, to: time(to)? })
}

fn days_of(text: &str) -> Option<Vec<Weekday>> {
    if matches!(text.trim(), "weekdays" | "mon-fri" | "mon–fri" | "monday to friday") {
        return Some(WEEKDAYS.to_vec());
    }
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    words.map(|word| word.parse().ok()).collect()
}

fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows_are_read_as_people_write_them() {
        let rows = read(
            "send external message: tier 3; publish: blocked\n\
             Export or sync data: 3 - Execute with approval (for RevOps, \"SDR, EMEA\"; \
             1,200 rows per export; only to the warehouse)",
        );
        let mut export = PermissionRow::new(ActionKind::ExportData, Permitted::Tier3);
        export.roles = vec!["RevOps".into(), "SDR, EMEA".into()];
        export.export_rows = Some(1_200);
        export.condition = Some("only to the warehouse".into());
        let expected = vec![
            PermissionRow::new(ActionKind::SendExternalMessage, Permitted::Tier3),
            PermissionRow::new(ActionKind::Publish, Permitted::Blocked),
            export,
        ];
        assert_eq!(rows, Ok(expected));
    }

    #[test]
    fn limits_are_read_and_a_limit_that_cannot_be_read_is_no_condition() {
        let limited =
            |inside: &str| read(&format!("Publish: 3 ({inside})")).map(|mut r| r.remove(0));
        let hours = limited("Mon Thu, 22:00–05:00; 400 per day; no first touch").unwrap();
        let window = hours.window.unwrap();
        assert_eq!(window.days, [Weekday::Mon, Weekday::Thu], "the days named");
        assert_eq!((hours.per_day, hours.first_touch_excluded), (Some(400), true));
        let boxed = limited("Approval counts 24 hours").unwrap();
        assert_eq!(boxed.approval_hours, Some(24), "in words as people write them");
        let refused = limited("approvals count for ever").unwrap_err();
        assert!(refused.contains("approvals count 24 h"), "it says how to write it: {refused}");
        let refused = limited("a few a day").unwrap_err();
        assert!(refused.contains("400 a day"), "it says how to write it: {refused}");
    }

    #[test]
    fn what_is_not_understood_is_refused_with_the_words_at_fault() {
        for cell in ["Telepathy: tier 2", "Publish", "Publish: sometimes", "Publish: tier 2 (x"] {
            let refused = read(cell).unwrap_err();
            assert!(refused.contains(cell), "{refused}");
        }
    }

    fn a_text() -> impl Strategy<Value = String> {
        "[A-Za-z0-9é][A-Za-z0-9 ;,:\"()%é-]{0,18}[A-Za-z0-9é)\"]|400 a day|for RevOps|up to 3 %|approvals count 4 h"
    }

    fn a_row() -> impl Strategy<Value = PermissionRow> {
        let days = prop::sample::subsequence(
            vec![
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
                Weekday::Sun,
            ],
            0..=6,
        );
        let window = (days, 0..24_u32, 0..60_u32).prop_map(|(days, hour, minute)| Window {
            days,
            from: NaiveTime::from_hms_opt(hour, minute, 0).unwrap(),
            to: NaiveTime::from_hms_opt(23 - hour, minute, 0).unwrap(),
        });
        let permitted = prop::sample::select(vec![
            Permitted::Blocked,
            Permitted::Tier1,
            Permitted::Tier2,
            Permitted::Tier3,
            Permitted::Tier4,
        ]);
        let texts = || prop::collection::vec(a_text(), 0..3);
        (
            (prop::sample::select(ActionKind::ALL), permitted, texts(), texts()),
            prop::option::of(1..5_000_u32),
            prop::option::of((1..1_000_i64).prop_map(|tenths| Decimal::new(tenths, 1))),
            prop::option::of(1..90_000_u32),
            prop::option::of(1..900_u32),
            prop::option::of(window),
            (any::<bool>(), any::<bool>(), any::<bool>()),
            prop::option::of(a_text()),
        )
            .prop_map(
                |(
                    fixed,
                    per_day,
                    percent,
                    rows,
                    approval_hours,
                    window,
                    (first, risky, enriched),
                    condition,
                )| {
                    let (action, permitted, roles, segments) = fixed;
                    PermissionRow {
                        action,
                        permitted,
                        roles,
                        per_day,
                        discount_percent: percent,
                        export_rows: rows,
                        approval_hours,
                        window,
                        segments,
                        first_touch_excluded: first,
                        risky_excluded: risky,
                        enriched_only: enriched,
                        condition,
                    }
                },
            )
    }

    proptest! {
        #[test]
        fn rows_that_were_written_are_read_as_they_were(
            rows in prop::collection::vec(a_row(), 0..4)
        ) {
            prop_assert_eq!(read(&written(&rows)), Ok(rows));
        }
    }
}
