//! What the AI did in the two quarters, as the systems it works in logged it.

use std::fmt::Write as _;
use std::path::Path;

use chrono::{Days, Duration, NaiveDate};
use domain::Span;

use super::story::{Quarters, on, working};

/// The weeks whose logs are taken in.
pub const WEEKS: std::ops::RangeInclusive<u64> = 2..=24;
/// The weeks of the enrichment job's log.
pub const NIGHTS: std::ops::RangeInclusive<u64> = 20..=23;
/// What the enrichment job's log is called.
pub const JOBS: &str = "enrichment-jobs.csv";
/// What the log of lead scores is called that the second audit looks at.
pub const SCORES: &str = "lead-scores.csv";
/// The week that lies in the quarter of that audit.
const AUDITED: u64 = 15;
/// Each segment's leads, and how many were selected.
const LEADS: [(&str, u64, u64); 4] =
    [("DACH", 214, 86), ("Nordics", 61, 19), ("Benelux", 118, 46), ("UK and Ireland", 160, 63)];
/// The night on which the job began late and wrote on after five.
const LATE_NIGHT: (u64, u64) = (22, 3);

const SEGMENTS: [&str; 4] = ["DACH", "Nordics", "Benelux", "UK and Ireland"];
const INDUSTRIES: [&str; 3] = ["Machinery", "Logistics", "Chemicals"];
const HEADCOUNTS: [&str; 3] = ["51-200", "201-500", "501-1000"];

/// What the sequencer's log of a week is called.
pub fn of_week(days: &Quarters, week: u64) -> String {
    format!("sequencer-{}.csv", days.day(week, 0).format("%G-W%V"))
}

/// Puts every log into the folder the demo reads from.
pub fn supply(folder: &Path, days: &Quarters) -> std::io::Result<()> {
    for week in WEEKS {
        std::fs::write(folder.join(of_week(days, week)), sequencer(days, week))?;
    }
    std::fs::write(folder.join(JOBS), enrichment(days))?;
    std::fs::write(folder.join(SCORES), scores(days))
}

/// The day on which the lead scores of the quarter that the second audit looks back on are taken in.
pub fn scored(days: &Quarters) -> NaiveDate {
    working(audited(days).1 + Days::new(2))
}

/// The first and last day of that quarter.
fn audited(days: &Quarters) -> (NaiveDate, NaiveDate) {
    let quarter = Span::Quarter.of(days.day(AUDITED, 0), 1);
    (quarter.first_day(1), quarter.next().first_day(1) - Days::new(1))
}

/// Twelve follow-ups a day that marketing ops approved in the morning, and six first emails that a
/// person edited and sent.
fn sequencer(days: &Quarters, week: u64) -> String {
    let mut log = String::from(
        "Id,Time,Workflow,Action,Person,Target,Segment,Approver,Approved at,Status,Outcome\n",
    );
    let mut dice = Dice(week);
    for day in 0..5 {
        let approved = days.at(week, day, 8, 10);
        for place in 0..18_u64 {
            let later = 25 + place * 29 + dice.under(25);
            let at = approved.plus(Duration::minutes(later.cast_signed()));
            let number = (week * 5 + day) * 18 + place;
            let segment = dice.one_of(&SEGMENTS);
            let outcome = match dice.under(100) {
                0..=1 => "bounce",
                2..=13 => "reply",
                14..=16 => "meeting",
                _ => "no answer",
            };
            let target = format!("contact/{}", 40_000 + number * 37 % 9_000);
            let _ = match place % 3 {
                0 => writeln!(
                    log,
                    "snd-{number},{at},First-touch email drafts,Generate external message,Tomasz \
                     Zieliński,{target},{segment},,,edited,{outcome}"
                ),
                _ => writeln!(
                    log,
                    "snd-{number},{at},Follow-up sequencing,Send external message,,{target},\
                     {segment},Amara Nwosu,{approved},sent,{outcome}"
                ),
            };
        }
    }
    log
}

/// Twelve fields a night between one and five, but for the night on which the job began late.
fn enrichment(days: &Quarters) -> String {
    let mut log = String::from(
        "Id,Time,Workflow,Action,Target,Field written,Before,After,Source system,Updating rule,\
         Confidence,Data as of,Segment,Status\n",
    );
    let mut dice = Dice(NIGHTS.count() as u64);
    for (week, day) in NIGHTS.flat_map(|week| (0..7).map(move |day| (week, day))) {
        let begins = match (week, day) == LATE_NIGHT {
            true => days.at(week, day, 4, 21),
            false => days.at(week, day, 1, 6),
        };
        for place in 0..12_u64 {
            let at = begins.plus(Duration::minutes((place * 5 + dice.under(4)).cast_signed()));
            let as_of = days.at(week, day, 0, 0).plus(Duration::days(-9));
            let number = (week * 7 + day) * 12 + place;
            let (field, values) = match place % 2 {
                0 => ("enriched.industry", INDUSTRIES),
                _ => ("enriched.headcount", HEADCOUNTS),
            };
            let (before, after) = (dice.one_of(&values), dice.one_of(&values));
            let confidence = 91 + dice.under(9);
            let _ = writeln!(
                log,
                "enr-{number},{at},Firmographic enrichment,Enrich firmographic field,account/{},\
                 {field},{before},{after},Clearpair,newer-source,0.{confidence},{as_of},Accounts \
                 without a hand-kept value,written",
                2_000 + number * 53 % 4_000
            );
        }
    }
    log
}

/// Leads of every segment through the quarter, as many selected of each as the audit tells.
fn scores(days: &Quarters) -> String {
    let mut log = String::from("Id,Time,Workflow,Action,Target,Score,Segment,Outcome\n");
    let (from, to) = audited(days);
    let workdays: Vec<NaiveDate> = from
        .max(days.day(1, 0))
        .iter_days()
        .take_while(|day| *day <= to)
        .filter(|day| working(*day) == *day)
        .collect();
    let leads: Vec<(&str, bool)> = LEADS
        .iter()
        .flat_map(|(segment, all, selected)| (0..*all).map(move |n| (*segment, n < *selected)))
        .collect();
    let mut dice = Dice(leads.len() as u64);
    for number in 0..leads.len() {
        // A step that has no factor in common with 553 comes to every lead once.
        let Some((segment, selected)) = leads.get(number * 200 % leads.len()) else { continue };
        let Some(day) = workdays.get(number * workdays.len() / leads.len()) else { continue };
        let minutes = (number % 9 * 60).cast_signed() as i64 + dice.under(50).cast_signed();
        let at = on(*day, 8, 5).plus(Duration::minutes(minutes));
        let (score, outcome) = match selected {
            true => (70 + dice.under(28), "selected"),
            false => (12 + dice.under(56), "not selected"),
        };
        let _ = writeln!(
            log,
            "lds-{number},{at},\"Lead scoring, ICP v4\",Recommend,lead/{},{score},{segment},{outcome}",
            70_000 + number * 31 % 9_000
        );
    }
    log
}

/// Numbers that look thrown and are the same each time (Knuth's 64-bit linear congruential generator, its
/// high bits).
struct Dice(u64);

impl Dice {
    fn under(&mut self, most: u64) -> u64 {
        const MULTIPLIER: u64 = 6_364_136_223_846_793_005;
        const INCREMENT: u64 = 1_442_695_040_888_963_407;
        self.0 = self.0.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT);
        (self.0 >> 33) % most
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        let place = usize::try_from(self.under(words.len() as u64)).unwrap_or(0);
        words.get(place).copied().unwrap_or_default()
    }
}
