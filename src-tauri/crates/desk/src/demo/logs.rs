//! What the AI did in the last weeks, as the systems it works in logged it.

use std::fmt::Write as _;
use std::path::Path;

use chrono::Duration;

use super::story::Quarters;

/// The weeks whose logs are taken in.
pub const WEEKS: std::ops::RangeInclusive<u64> = 21..=24;
/// The weeks of the enrichment job's log.
pub const NIGHTS: std::ops::RangeInclusive<u64> = 20..=23;
/// What the enrichment job's log is called.
pub const JOBS: &str = "enrichment-jobs.csv";
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
    std::fs::write(folder.join(JOBS), enrichment(days))
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
