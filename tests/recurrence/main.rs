//! Recurrence, late and missed, checked against python-dateutil: thousands of random cadences over
//! decades and zones, every review of each reckoned twice by programs that share nothing.

mod draw;

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{DateTime, Duration};
use domain::Moment;
use domain::cadence::{CadenceSet, Calendar, CalendarSet, Occurrence, Schedule};
use draw::{Draw, cadence};
use serde_json::{Value, json};

/// Debian's own, which has dateutil where the set-up has installed it.
const PYTHON: &str = "/usr/bin/python3";
const CADENCES: usize = 2000;
const SEED: u64 = 20_261_121;

#[test]
fn every_review_is_due_late_and_missed_when_dateutil_says_so() {
    let mut draw = Draw::new(SEED);
    let drawn: Vec<Drawn> = (0..CADENCES).map(|_| Drawn::new(&mut draw)).collect();
    let theirs = reckoned(&drawn.iter().map(Drawn::told).collect::<Vec<_>>());
    assert_eq!(theirs.len(), drawn.len(), "one answer a cadence");

    let (mut reviews, mut probes) = (0, 0);
    for (drawn, theirs) in drawn.iter().zip(&theirs) {
        let ours = drawn.reckoned();
        let (due, expected) = (ours["due"].as_array().unwrap(), theirs["due"].as_array().unwrap());
        for (ours, theirs) in due.iter().zip(expected) {
            assert_eq!(ours, theirs, "name, opens, due, missed of {}", drawn.told());
        }
        assert_eq!(due.len(), expected.len(), "as many reviews of {}", drawn.told());
        assert_eq!(ours["probes"], theirs["probes"], "late and missed of {}", drawn.told());
        reviews += due.len();
        probes += drawn.probes.len();
    }
    println!(
        "{CADENCES} cadences: {reviews} reviews with name, opening, due and missed, and {probes} \
         moments with what was late and missed then, all as dateutil has them (seed {SEED})"
    );
    assert!(reviews > 50 * CADENCES, "a cadence brings many reviews in three years: {reviews}");
}

/// A cadence and the moments it is looked at.
struct Drawn {
    cadence: CadenceSet,
    calendar: CalendarSet,
    fiscal_start: u32,
    since: Moment,
    until: Moment,
    probes: Vec<Moment>,
}

impl Drawn {
    fn new(draw: &mut Draw) -> Self {
        let (cadence, calendar, fiscal_start) = cadence(draw);
        let begins = cadence.from.and_hms_opt(0, 0, 0).unwrap().and_utc();
        let since = Moment::new(begins).plus(Duration::days(-2));
        let until = Moment::new(begins).plus(Duration::days(1100));
        let mut moment =
            || Moment::new(begins).plus(Duration::minutes(i64::from(draw.number(1_500_000))));
        let probes = (0..4).map(|_| moment()).collect();
        Self { cadence, calendar, fiscal_start, since, until, probes }
    }

    /// What the other program is told.
    fn told(&self) -> Value {
        let Self { cadence, calendar, .. } = self;
        json!({
            "rhythm": cadence.rhythm,
            "time": cadence.time.format("%H:%M").to_string(),
            "zone": cadence.zone,
            "on_holiday": cadence.on_holiday,
            "from": cadence.from,
            "fiscal_start": self.fiscal_start,
            "business_days": calendar.business_days,
            "holidays": calendar.holidays.iter().map(|day| day.date).collect::<Vec<_>>(),
            "since": seconds(self.since),
            "until": seconds(self.until),
            "probes": self.probes.iter().map(|at| seconds(*at)).collect::<Vec<_>>(),
        })
    }

    /// What the desk's own rules say.
    fn reckoned(&self) -> Value {
        let calendar = Calendar::from(&self.calendar);
        let schedule = Schedule::of(&self.cadence, &calendar, self.fiscal_start);
        let all = schedule.occurrences(self.since, self.until).unwrap();
        let due: Vec<_> = all.iter().filter(|one| one.due <= self.until).map(told).collect();
        let probes = self.probes.iter().map(|now| {
            let waiting = schedule.waiting(*now).unwrap();
            let late = waiting.iter().filter(|one| one.due <= *now);
            let late: Vec<_> = late.map(period).collect();
            let begun = schedule.occurrences(self.since, *now).unwrap();
            let missed = begun.iter().filter(|one| one.missed.is_some_and(|missed| missed <= *now));
            json!([late, missed.count()])
        });
        json!({ "due": due, "probes": probes.collect::<Vec<_>>() })
    }
}

fn told(one: &Occurrence) -> Value {
    let missed = one.missed.map(seconds);
    json!([period(one), seconds(one.opens), seconds(one.due), missed])
}

fn period(one: &Occurrence) -> &str {
    one.review.as_str().strip_prefix("WEEKLY-").expect("named by its cadence")
}

fn seconds(moment: Moment) -> i64 {
    let at: DateTime<chrono::Utc> = moment.utc();
    at.timestamp()
}

/// Asks the other program about all of them at once.
fn reckoned(told: &[Value]) -> Vec<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/recurrence/reckon.py");
    let mut python = Command::new(PYTHON)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Debian's Python is there");
    let mut stdin = python.stdin.take().expect("it is piped");
    let lines: String = told.iter().map(|one| format!("{one}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let answered = python.wait_with_output().expect("it ends");
    assert!(answered.status.success(), "python3-dateutil is installed by the set-up");
    writer.join().expect("it was written").expect("and read");
    let answered = String::from_utf8(answered.stdout).expect("JSON is UTF-8");
    answered.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}
