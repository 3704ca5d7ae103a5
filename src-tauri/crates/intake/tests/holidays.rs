//! Holidays from calendar files and tables.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;
use intake::holidays::{Holidays, read};
use intake::read::ReadOptions;

fn taken(text: &str) -> Holidays {
    let until = NaiveDate::from_ymd_opt(2028, 12, 31).unwrap();
    read(text.as_bytes(), &ReadOptions::default(), until).unwrap()
}

fn days(found: &Holidays) -> Vec<(u64, String, &str)> {
    let row = |day: &intake::holidays::Holiday| (day.line, day.date.to_string());
    found.days.iter().map(|day| (row(day).0, row(day).1, day.name.as_str())).collect()
}

fn rejected(found: &Holidays) -> Vec<(u64, &str)> {
    found.rejected.iter().map(|bad| (bad.line, bad.code)).collect()
}

fn calendar(events: &[&str]) -> String {
    let events: String =
        events.iter().map(|event| format!("BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

#[test]
fn a_calendar_gives_whole_days_by_name_and_line() {
    let found = taken(&calendar(&[
        "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\nSUMMARY:Christmas Day",
        "DTSTART;VALUE=DATE:20261226\r\nSUMMARY:Boxing Day\\, and the day we\r\n  rest",
        "DTSTART;VALUE=DATE:20270101\r\nDURATION:P2D\r\nSUMMARY:New Year",
    ]));
    assert!(found.calendar, "told by its content");
    let expected = [
        (3, "2026-12-25".to_owned(), "Christmas Day"),
        (8, "2026-12-26".to_owned(), "Boxing Day, and the day we rest"),
        (13, "2027-01-01".to_owned(), "New Year"),
        (13, "2027-01-02".to_owned(), "New Year"),
    ];
    assert_eq!(days(&found), expected, "the end is the day after the last");
    assert_eq!(found.rows, 3, "events, not days");
}

#[test]
fn an_event_that_repeats_gives_each_of_its_days() {
    let found = taken(&calendar(&[
        "DTSTART;VALUE=DATE:20260501\r\nSUMMARY:May Day\r\nRRULE:FREQ=YEARLY",
        "DTSTART;VALUE=DATE:20261003\r\nSUMMARY:Unity\r\nRRULE:FREQ=YEARLY;UNTIL=20271003",
        "DTSTART;VALUE=DATE:20261126\r\nSUMMARY:Thanksgiving\r\n\
         RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3\r\nEXDATE;VALUE=DATE:20271125",
    ]));
    let dates: Vec<_> = days(&found).into_iter().map(|(_, date, _)| date).collect();
    let expected = [
        "2026-05-01",
        "2027-05-01",
        "2028-05-01",
        "2026-10-03",
        "2027-10-03",
        "2026-11-26",
        "2028-11-23",
    ];
    assert_eq!(dates, expected, "to the day asked for, without what is left out");
    assert!(found.rejected.is_empty(), "{:?}", found.rejected);
}

#[test]
fn an_event_that_is_no_holiday_is_rejected_by_its_line_and_costs_no_other() {
    let text = calendar(&[
        "DTSTART:20261224T120000Z\r\nSUMMARY:Half a day",
        "DTSTART;VALUE=DATE:20261225",
        "SUMMARY:Some day",
        "DTSTART;VALUE=DATE:20261228\r\nSTATUS:CANCELLED\r\nSUMMARY:Office closed",
        "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270301\r\nSUMMARY:Sabbatical",
        "DTSTART;VALUE=DATE:20260501\r\nSUMMARY:Never\r\nRRULE:FREQ=SOMETIMES",
        "DTSTART;VALUE=DATE:20261226\r\nSUMMARY:Boxing Day",
    ]);
    // The last event loses its end.
    let found = taken(&text.replace(
        "SUMMARY:Boxing Day\r\nEND:VEVENT\r\n",
        "SUMMARY:Boxing Day\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Torn\r\n",
    ));
    let expected = [
        (3, "not-a-day"),
        (7, "name-missing"),
        (10, "not-a-day"),
        (13, "cancelled"),
        (18, "too-long"),
        (23, "rule-unreadable"),
        (32, "event-unreadable"),
    ];
    assert_eq!(rejected(&found), expected, "each by the line it begins on");
    assert_eq!(days(&found).len(), 1, "Boxing Day is taken in");
}

#[test]
fn a_table_gives_its_days_with_a_head_and_without() {
    let expected = [("2026-12-25", "Christmas Day"), ("2026-12-26", "Boxing Day")];
    for text in [
        "date,name\n2026-12-25,Christmas Day\n2026-12-26,Boxing Day\n",
        "Holiday;Region;Datum\nChristmas Day;all;25.12.2026\nBoxing Day;all;26.12.2026\n",
        "2026-12-25,Christmas Day\n2026-12-26,Boxing Day\n",
        "\u{feff}Date\tHoliday name\n25 Dec 2026\tChristmas Day\n20261226\tBoxing Day\n",
    ] {
        let found = taken(text);
        let read: Vec<_> =
            found.days.iter().map(|day| (day.date.to_string(), day.name.clone())).collect();
        let read: Vec<_> = read.iter().map(|(date, name)| (date.as_str(), name.as_str())).collect();
        assert_eq!(read, expected, "{text:?}");
        assert!(!found.calendar, "a table");
    }
}

#[test]
fn a_row_that_is_no_holiday_is_rejected_by_its_line() {
    let found =
        taken("date,name\n11/12/2026,Armistice\n2026-12-25,\n\n2026-12-26,Boxing Day,x\nsoon,\n");
    let expected = [(2, "not-a-day"), (3, "name-missing"), (5, "too-many-cells"), (6, "not-a-day")];
    assert_eq!(rejected(&found), expected, "what could be two days is neither");
    let row: Vec<_> = found.rejected.iter().map(|bad| bad.row.as_str()).collect();
    assert_eq!(row, ["Armistice", "2026-12-25", "Boxing Day", "soon"], "to recognise it by");
}

#[test]
fn a_file_without_holidays_says_what_is_missing() {
    let until = NaiveDate::MAX;
    let code =
        |text: &str| read(text.as_bytes(), &ReadOptions::default(), until).map_err(|e| e.code());
    assert_eq!(code("BEGIN:VCALENDAR\nEND:VCALENDAR\n").unwrap_err(), "intake.no-events");
    assert_eq!(code("Team,Manager\nEMEA,Maren\n").unwrap_err(), "intake.column-missing");
    assert_eq!(code("date,name\n").unwrap_err(), "intake.no-rows");
    assert_eq!(code("").unwrap_err(), "intake.empty");
}
