//! Calendar files (iCalendar, RFC 5545).

use chrono::{DateTime, Duration, NaiveDate, Utc};
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
    /// What sort of thing it is, to be coloured or hidden by.
    pub category: &'static str,
    /// When it is.
    pub when: When,
}

/// When an entry of a calendar is. Moments are written in UTC, which every program shows in its own
/// zone; a day has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It takes time, and whoever it is of is busy.
    Lasting {
        /// When it begins.
        from: DateTime<Utc>,
        /// Minutes it takes.
        minutes: u32,
    },
    /// It is at a moment and takes nobody's time.
    At(DateTime<Utc>),
    /// It is on a day.
    On(NaiveDate),
}

/// The calendar as a file. The same calendar gives the same bytes.
pub fn write(calendar: &Calendar) -> Vec<u8> {
    let mut file = icalendar::Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Countersign//Calendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        file.append_property(Property::new(name, value));
    }
    let name = one_break(&calendar.name);
    // This one alone is written as it is given.
    file.append_property(Property::new("NAME", escaped(&name)));
    file.append_property(Property::new("X-WR-CALNAME", name));
    for entry in &calendar.entries {
        file.push(event(entry, calendar.stamp));
    }
    file.to_string().into_bytes()
}

fn event(entry: &Entry, stamp: DateTime<Utc>) -> Event {
    let mut event = Event::new();
    event
        .uid(&entry.uid)
        .timestamp(stamp)
        .summary(&one_break(&entry.title))
        .description(&one_break(&entry.words))
        .add_multi_property("CATEGORIES", entry.category);
    match entry.when {
        When::Lasting { from, minutes } => {
            event.starts(from).ends(from + Duration::minutes(i64::from(minutes)));
        }
        When::At(at) => {
            event.starts(at).add_property("TRANSP", "TRANSPARENT");
        }
        When::On(day) => {
            // It ends where the next day begins; one that ends where it begins is none to some.
            let next = day.succ_opt().unwrap_or(day);
            event.starts(day).ends(next).add_property("TRANSP", "TRANSPARENT");
        }
    }
    event.done()
}

/// A text as RFC 5545 wants it written.
fn escaped(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace(',', r"\,").replace(';', r"\;");
    escaped.replace('\n', r"\n")
}

/// A text whose lines all break alike: a bare carriage return would end a line of the file.
fn one_break(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::{Calendar, write};

    #[test]
    fn a_calendars_name_is_a_text_like_any_other() {
        let name = "Ada, Bo; C:\\new\r\nline".to_owned();
        let calendar = Calendar { name, stamp: chrono::DateTime::UNIX_EPOCH, entries: Vec::new() };
        let file = String::from_utf8(write(&calendar)).expect("it is UTF-8");
        for property in ["NAME", "X-WR-CALNAME"] {
            let line = format!("\r\n{property}:{}\r\n", r"Ada\, Bo\; C:\\new\nline");
            assert!(file.contains(&line), "{property} in {file}");
        }
    }
}
