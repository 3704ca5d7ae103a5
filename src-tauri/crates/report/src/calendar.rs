//! Calendar files (iCalendar, RFC 5545).

use chrono::{DateTime, Duration, Utc};
use icalendar::{Component, Event, EventLike, Property};

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// When what it says was last changed.
    pub stamp: DateTime<Utc>,
    /// What stands in it, in order.
    pub entries: Vec<Entry>,
}

/// One entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same in every export, so that a calendar program replaces the one it has.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// What else is said.
    pub words: String,
    /// When it begins. Written in UTC, which every program shows in its own zone.
    pub begins: DateTime<Utc>,
    /// Minutes it takes.
    pub minutes: u32,
}

/// The calendar as a file. The same calendar gives the same bytes.
pub fn write(calendar: &Calendar) -> Vec<u8> {
    let mut file = icalendar::Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Countersign//Reviews//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        file.append_property(Property::new(name, value));
    }
    file.name(&calendar.name);
    for entry in &calendar.entries {
        file.push(event(entry, calendar.stamp));
    }
    file.to_string().into_bytes()
}

fn event(entry: &Entry, stamp: DateTime<Utc>) -> Event {
    let ends = entry.begins + Duration::minutes(i64::from(entry.minutes));
    Event::new()
        .uid(&entry.uid)
        .timestamp(stamp)
        .summary(&entry.title)
        .description(&entry.words)
        .starts(entry.begins)
        .ends(ends)
        .done()
}
