//! Calendar files, read back by python-icalendar and python-dateutil: what was put in comes out, for
//! thousands of random entries, by programs that share nothing with the one that wrote them.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use report::calendar::{Calendar, Entry, When};
use serde_json::{Value, json};

/// Debian's own, which has both libraries where the set-up has installed them.
const PYTHON: &str = "/usr/bin/python3";
const CALENDARS: usize = 400;
const SEED: u64 = 20_261_122;

#[test]
fn what_is_put_into_a_calendar_is_what_other_programs_find_in_it() {
    let mut draw = Draw(SEED);
    let drawn: Vec<Calendar> = (0..CALENDARS).map(|_| draw.calendar()).collect();
    let files: Vec<Vec<u8>> = drawn.iter().map(report::calendar::write).collect();
    let theirs = read(&files);
    assert_eq!(theirs.len(), drawn.len(), "one answer a calendar");

    let mut entries = 0;
    for ((calendar, file), theirs) in drawn.iter().zip(&files).zip(&theirs) {
        assert_eq!(theirs["name"], json!(broken_alike(&calendar.name)), "what it is called");
        let found = theirs["entries"].as_array().unwrap();
        assert_eq!(found.len(), calendar.entries.len(), "as many entries");
        for (ours, theirs) in calendar.entries.iter().zip(found) {
            assert_eq!(*theirs, told(ours, calendar.stamp), "of {ours:?}");
        }
        let text = String::from_utf8(file.clone()).expect("it is UTF-8");
        for line in text.split("\r\n") {
            // RFC 5545 advises 75 octets; the last piece of a line may have the fold's blank beside them.
            assert!(line.len() <= 76 && !line.contains('\n'), "lines are folded: {line:?}");
        }
        entries += calendar.entries.len();
    }
    println!("{CALENDARS} calendars with {entries} entries read back alike (seed {SEED})");
    assert!(entries > 5000, "thousands of them: {entries}");
}

/// An entry as the other program is to find it.
fn told(entry: &Entry, stamp: DateTime<Utc>) -> Value {
    let (begins, ends) = match entry.when {
        When::Lasting { from, minutes } => {
            let ends = from + Duration::minutes(i64::from(minutes));
            (json!(from.timestamp()), json!(ends.timestamp()))
        }
        When::At(at) => (json!(at.timestamp()), Value::Null),
        // A day ends where the next one begins.
        When::On(day) => (json!(day), json!(day + Days::new(1))),
    };
    json!({
        "uid": entry.uid,
        "title": broken_alike(&entry.title),
        "words": broken_alike(&entry.words),
        "category": entry.category,
        "busy": matches!(entry.when, When::Lasting { .. }),
        "begins": begins,
        "ends": ends,
        "stamp": stamp.timestamp(),
    })
}

/// The format knows one way to break a line.
fn broken_alike(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Asks the other program about all of them at once: each file goes in hex on a line of its own.
fn read(files: &[Vec<u8>]) -> Vec<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/calendar/read.py");
    let mut python = Command::new(PYTHON)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Debian's Python is there");
    let mut stdin = python.stdin.take().expect("it is piped");
    let lines: String =
        files.iter().map(|file| format!("{}\n", ledger::encoding::hex(file))).collect();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let answered = python.wait_with_output().expect("it ends");
    assert!(
        answered.status.success(),
        "python3-icalendar and dateutil are installed by the set-up"
    );
    writer.join().expect("it was written").expect("and read");
    let answered = String::from_utf8(answered.stdout).expect("JSON is UTF-8");
    answered.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// Pieces that file formats trip over: separators, escapes, quotes, line breaks, letters of several
/// bytes and of several code points, text from right to left, what looks like a property. No backslash
/// stands before an n: Debian's python-icalendar takes the two for a line break, however escaped.
const PIECES: &[&str] = &[
    "review",
    "Ada Okafor",
    ",",
    ";",
    ":",
    "C:\\dir",
    "\"",
    "'",
    "\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "é",
    "ß",
    "Ж",
    "顧客",
    "データ",
    "👩🏽‍💻",
    "🇪🇺",
    "e\u{301}",
    "שלום",
    "مرحبا",
    "END:VEVENT",
    "BEGIN:VCALENDAR",
    "DTSTART=19700101",
    "^n",
    "%0A",
    "=",
    "a long word that goes on and on, and does not stop",
];

const CATEGORIES: &[&str] = &["Review", "Drill", "Action item", "Exception"];

/// Numbers drawn from a seed (Knuth's 64-bit linear congruential generator, its high bits).
struct Draw(u64);

impl Draw {
    fn number(&mut self, below: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn calendar(&mut self) -> Calendar {
        let many = 1 + self.number(40);
        Calendar {
            name: self.words(4),
            stamp: self.moment(),
            entries: (0..many).map(|place| self.entry(place)).collect(),
        }
    }

    fn entry(&mut self, place: u64) -> Entry {
        let when = match self.number(3) {
            0 => {
                let minutes = 1 + u32::try_from(self.number(3000)).expect("a small number");
                When::Lasting { from: self.moment(), minutes }
            }
            1 => When::At(self.moment()),
            _ => When::On(self.day()),
        };
        let category = CATEGORIES[usize::try_from(self.number(4)).expect("a small number")];
        let uid = format!("ACT-{place:04}.due@{:016x}", self.number(u64::MAX));
        Entry { uid, title: self.words(9), words: self.words(30), category, when }
    }

    /// Words that begin and end with a letter, as texts that people enter do.
    fn words(&mut self, most: u64) -> String {
        let many = 1 + self.number(most);
        let middle: String = (0..many).map(|_| self.piece()).collect();
        format!("W{middle}.")
    }

    fn piece(&mut self) -> &'static str {
        let many = u64::try_from(PIECES.len()).expect("a short list");
        PIECES[usize::try_from(self.number(many)).expect("a small number")]
    }

    /// A moment of the two centuries from 1970 on, to the second.
    fn moment(&mut self) -> DateTime<Utc> {
        let seconds = i64::try_from(self.number(7_200_000_000)).expect("it fits");
        DateTime::from_timestamp(seconds, 0).expect("a moment")
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day") + Days::new(self.number(83_000))
    }
}
