//! What is read of each week, where samples are given up, confirmed late or missing.

use chrono::Duration;
use domain::SampleRef;
use domain::sample::{Attribute, Finding, Held, Method, Size};
use domain::workspace::StartUpSet;
use tempfile::TempDir;

use super::{PoolHistory, PoolWeek};
use crate::files::NamedFiles;
use crate::operations::{
    AbandonSample, ConfirmSample, CreateWorkspace, DrawSample, ImportBatch, LogOrigin, LogReading,
    OnlyGiven, PlanSample, SampleQuery, SignIn, Sponsor, TestItem,
};
use crate::{Clock, Desk, Grant, Profile, SeededChance, SetClock};

const TESTER: (&str, &str) = ("PER-0001", "violet anvil kettle");
const REVIEWER: (&str, &str) = ("PER-0002", "copper lantern fjord");
/// Rows of each log, and so of each sample.
const ROWS: u32 = 10;

/// A desk of a tester and a reviewer, in Berlin.
struct Room {
    folder: TempDir,
    clock: SetClock,
    desk: Desk,
}

impl Room {
    /// As it is set up on a Monday, 7 September 2026, which is in week 37.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = SetClock::new("2026-09-07T07:00:00Z".parse().unwrap());
        let mut desk = Desk::new(Profile::at(folder.path().join("profile")), Box::new(NamedFiles))
            .with_clock(clock.clone())
            .with_chance(SeededChance::new(5));
        let sponsor =
            Sponsor { name: "Tobias Lindqvist".into(), passphrase: Some(REVIEWER.1.into()) };
        desk.create_workspace(CreateWorkspace {
            grant: Grant(folder.path().join("desk.countersign").to_str().unwrap().to_owned()),
            name: "Northwind".into(),
            zone: "Europe/Berlin".into(),
            fiscal_start: 1,
            founder: "Maren Okafor".into(),
            passphrase: TESTER.1.into(),
            sponsor: Some(sponsor),
            sets: StartUpSet::ALL.to_vec(),
        })
        .unwrap();
        Self { folder, clock, desk }
    }

    /// Goes to a moment, where the tester signs in.
    fn at(&mut self, moment: &str) {
        self.clock.set(moment.parse().unwrap());
        self.sign_in(TESTER);
    }

    fn sign_in(&mut self, (person, passphrase): (&str, &str)) {
        let (person, passphrase) = (person.to_owned(), passphrase.into());
        self.desk.sign_in(SignIn { person, passphrase }).unwrap();
    }

    /// Draws every row that the router wrote in a log of its own.
    fn drawn(&mut self) -> String {
        let at = self.clock.now();
        let acted = |n: u32| at.plus(-Duration::minutes(i64::from(n + 1)));
        let row = |n: u32| format!("{at}-{n},{},Router,send\n", acted(n));
        let rows: String = (0..ROWS).map(row).collect();
        let log = self.folder.path().join("log.csv");
        std::fs::write(&log, format!("id,time,workflow,action\n{rows}")).unwrap();
        // Of another source each: the same actions would count once.
        let origin = LogOrigin { source: format!("Router {at}"), ..LogOrigin::default() };
        let grant = Grant(log.to_str().unwrap().to_owned());
        let reading = LogReading::default();
        let taken =
            self.desk.import_batch(ImportBatch { grant, sha256: None, reading, origin }).unwrap();
        let plan = PlanSample {
            batch: taken.batch.batch,
            title: "Routed leads".into(),
            method: Method::Simple,
            size: Size::Percent { percent: 100 },
            only: Some(OnlyGiven { field: "workflow".into(), says: "Router".into() }),
            strata_by: None,
            attributes: Attribute::ALL.to_vec(),
            extension: None,
            review: None,
            item: None,
            reviewer: None,
            why: "The weekly sample.".into(),
        };
        let planned = self.desk.plan_sample(plan).unwrap();
        self.sign_in(REVIEWER);
        let (sample, subject) = (planned.row.sample.clone(), planned.seed_subject);
        self.desk
            .draw_sample(DrawSample { sample, subject, passphrase: REVIEWER.1.into() })
            .unwrap();
        self.sign_in(TESTER);
        planned.row.sample
    }

    /// Tests every item; the first `errors` of them are in error.
    fn test(&mut self, sample: &str, errors: usize) {
        let items = self.desk.sample(SampleQuery { sample: sample.to_owned() }).unwrap().items;
        for (place, item) in items.iter().enumerate() {
            let wrong = place < errors;
            let found =
                |attribute| Finding { attribute, held: if wrong { Held::No } else { Held::Yes } };
            self.desk
                .test_item(TestItem {
                    sample: sample.to_owned(),
                    row: item.row,
                    findings: Attribute::ALL.into_iter().map(found).collect(),
                    note: if wrong { "Sent to the wrong region." } else { "" }.into(),
                    evidence: Vec::new(),
                })
                .unwrap();
        }
    }

    fn confirm(&mut self, sample: &str) {
        self.sign_in(REVIEWER);
        let view = self.desk.sample(SampleQuery { sample: sample.to_owned() }).unwrap();
        self.desk
            .confirm_sample(ConfirmSample {
                sample: sample.to_owned(),
                subject: view.confirmation_subject.unwrap_or_default(),
                reason: String::new(),
                passphrase: REVIEWER.1.into(),
            })
            .unwrap();
        self.sign_in(TESTER);
    }

    fn give_up(&mut self, sample: &str) {
        let (sample, why) = (sample.to_owned(), "It looks bad.".to_owned());
        self.desk.abandon_sample(AbandonSample { sample, why }).unwrap();
    }

    /// A week with a clean sample that is confirmed the day it is drawn.
    fn clean(&mut self, moment: &str) -> String {
        self.at(moment);
        let sample = self.drawn();
        self.test(&sample, 0);
        self.confirm(&sample);
        sample
    }

    /// The weeks of a sample's workflow.
    fn weeks(&self, sample: &str) -> Vec<Shown> {
        let view = self.desk.open().unwrap().store.now();
        let sample: SampleRef = sample.parse().unwrap();
        let sample = view.sample(sample).unwrap().unwrap();
        let weeks = PoolHistory::default().weeks(&view, &sample).unwrap();
        weeks.into_iter().map(shown).collect()
    }
}

/// A week by its name: what counts at its end, in error and tested, and whether a sample was planned.
type Shown = (String, Option<(u64, u64)>, bool);

fn shown(week: PoolWeek) -> Shown {
    let counts = week.pooled.map(|pooled| (pooled.errors, pooled.tested));
    (week.week.short(), counts, week.held)
}

fn week(name: &str, counts: Option<(u64, u64)>, held: bool) -> Shown {
    (name.to_owned(), counts, held)
}

#[test]
fn what_a_sample_found_in_error_counts_from_its_week_on_though_it_was_given_up() {
    let mut room = Room::new();
    room.clean("2026-09-08T07:00:00Z");
    room.at("2026-09-15T07:00:00Z");
    let ill = room.drawn();
    room.test(&ill, 3);
    room.at("2026-09-22T07:00:00Z");
    room.give_up(&ill);
    let last = room.clean("2026-09-29T07:00:00Z");
    let expected = [
        week("W37", Some((0, 10)), true),
        week("W38", Some((3, 13)), true),
        week("W39", Some((3, 13)), false),
        week("W40", Some((3, 23)), true),
    ];
    assert_eq!(room.weeks(&last), expected, "what it found right never counts");
}

#[test]
fn the_weeks_of_a_sample_end_with_that_in_which_it_was_given_up() {
    let mut room = Room::new();
    room.at("2026-09-08T07:00:00Z");
    let ill = room.drawn();
    room.test(&ill, 3);
    room.at("2026-09-15T07:00:00Z");
    room.give_up(&ill);
    room.clean("2026-09-29T07:00:00Z");
    let expected = [week("W37", Some((3, 3)), true), week("W38", Some((3, 3)), false)];
    assert_eq!(room.weeks(&ill), expected, "as those of one that is confirmed do");
}

#[test]
fn a_sample_that_is_confirmed_a_week_late_counts_from_then_on_and_was_planned_before() {
    let mut room = Room::new();
    room.at("2026-09-08T07:00:00Z");
    let late = room.drawn();
    room.test(&late, 0);
    room.at("2026-09-16T07:00:00Z");
    room.confirm(&late);
    let third = room.clean("2026-09-23T07:00:00Z");
    let expected = [
        week("W37", None, true),
        week("W38", Some((0, 10)), false),
        week("W39", Some((0, 20)), true),
    ];
    assert_eq!(room.weeks(&third), expected);
    assert_eq!(room.weeks(&late), expected[..2], "its own end with its confirmation");
}

#[test]
fn the_week_that_runs_has_time_left_for_a_sample_until_it_is_over() {
    let mut room = Room::new();
    room.at("2026-09-08T07:00:00Z");
    let sample = room.drawn();
    // The last millisecond of a week in Berlin, and the first of the next.
    room.at("2026-09-20T21:59:59.999Z");
    room.test(&sample, 1);
    let (first, second) = (week("W37", None, true), week("W38", Some((1, 1)), true));
    assert_eq!(room.weeks(&sample), [first.clone(), second], "up to its last moment");
    room.at("2026-09-20T22:00:00.000Z");
    room.test(&sample, 2);
    let (second, third) = (week("W38", Some((1, 1)), false), week("W39", Some((2, 2)), true));
    assert_eq!(room.weeks(&sample), [first, second, third], "and what comes then is of the next");
}

#[test]
fn weeks_begin_with_the_first_sample_and_those_without_one_stay_among_them() {
    let mut room = Room::new();
    room.clean("2026-09-30T07:00:00Z");
    let last = room.clean("2026-10-21T07:00:00Z");
    let expected = [
        week("W40", Some((0, 10)), true),
        week("W41", Some((0, 10)), false),
        week("W42", Some((0, 10)), false),
        week("W43", Some((0, 20)), true),
    ];
    assert_eq!(room.weeks(&last), expected, "none of the weeks before");
}

#[test]
fn thirteen_weeks_may_begin_with_a_gap_where_a_sample_lies_before_them() {
    let mut room = Room::new();
    room.clean("2026-09-08T07:00:00Z");
    room.at("2026-10-05T07:00:00Z");
    let tried = room.drawn();
    room.give_up(&tried);
    room.clean("2026-12-02T07:00:00Z");
    room.at("2026-12-14T07:00:00Z");
    let last = room.drawn();
    let weeks = room.weeks(&last);
    assert_eq!(weeks.len(), 13);
    assert_eq!(weeks[0], week("W39", Some((0, 10)), false), "none was planned in it");
    assert_eq!(weeks[2], week("W41", Some((0, 10)), true), "given up, but held");
    assert_eq!(weeks[10], week("W49", Some((0, 20)), true), "the first counts for 13 weeks");
    assert_eq!(weeks[11], week("W50", Some((0, 10)), false), "and then no more");
    assert_eq!(weeks[12], week("W51", Some((0, 10)), true));
}
