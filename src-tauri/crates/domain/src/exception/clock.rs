//! When an exception is due, and how often that passed: computed from what was entered about it,
//! what held when it was, and a moment.
//!
//! - A clock starts when the exception is raised, and anew when it is reopened. It stands still
//!   while something is waited for, and stops when it is resolved.
//! - Critical ones, data security and privacy run on the wall clock; the others count business days.
//! - Hours and calendar are those in force at the exception's own entry. What is set later changes
//!   no clock that runs.
//! - Each time the due passes it escalates by a step, and the step has the same time again.
//! - A severity that is set counts from its entry on. A graver one gives its own hours from there,
//!   never more than were left; a milder one gives what is left of its hours since the start, and
//!   takes nothing back that passed.

use chrono::Duration;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::pace::Pace;
use super::{Kind, Severity};
use crate::cadence::Calendar;
use crate::rule::{Number, Settings};
use crate::{Moment, Text};

/// Steps there are: to the role's lead, to RevOps, to the sponsor.
const STEPS: usize = 3;

/// The hours in which exceptions are seen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Critical ones.
    pub critical: u32,
    /// High ones.
    pub high: u32,
    /// Normal ones.
    pub normal: u32,
}

impl Hours {
    /// As the rules are set.
    pub fn set(rules: &Settings) -> Self {
        Self {
            critical: rules.number(Number::CriticalHours),
            high: rules.number(Number::HighHours),
            normal: rules.number(Number::NormalHours),
        }
    }

    /// The hours of a severity.
    pub const fn of(self, severity: Severity) -> u32 {
        match severity {
            Severity::Critical => self.critical,
            Severity::High => self.high,
            Severity::Normal => self.normal,
        }
    }
}

/// What clocks are set by, over all versions, each with the entry that set it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The workspace's zone, in which days begin.
    pub zone: Tz,
    /// The hours.
    pub hours: Vec<(u64, Hours)>,
    /// The calendar.
    pub calendars: Vec<(u64, Calendar)>,
    /// The calendar until one is set.
    pub usual: Calendar,
}

impl Terms {
    fn hours_at(&self, seq: u64) -> Hours {
        let found = self.hours.iter().rfind(|(since, _)| *since <= seq);
        found.map_or_else(|| Hours::set(&Settings::default()), |(_, hours)| *hours)
    }

    fn calendar_at(&self, seq: u64) -> &Calendar {
        let found = self.calendars.iter().rfind(|(since, _)| *since <= seq);
        found.map_or(&self.usual, |(_, calendar)| calendar)
    }
}

/// An entry about an exception that its clock heeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// What it says.
    #[serde(flatten)]
    pub happened: Happened,
}

/// What an entry says to a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "turn")]
pub enum Happened {
    /// It was raised.
    Raised {
        /// As bad as this.
        severity: Severity,
    },
    /// Something is waited for.
    Waiting {
        /// What.
        why: Text,
    },
    /// It is seen to again.
    Resumed,
    /// It is as bad as this from then on.
    SeveritySet {
        /// How bad.
        severity: Severity,
    },
    /// It was seen to.
    Resolved,
    /// It was not.
    Reopened,
}

/// A time in which the clock stood still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Since when.
    pub from: Moment,
    /// Until when; none while it does.
    pub to: Option<Moment>,
    /// What was waited for.
    pub why: Text,
}

/// From raising or reopening to resolving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it began.
    pub from: Moment,
    /// When it was due; none while the clock stands still in time.
    pub due: Option<Moment>,
    /// When it was resolved; none while it runs.
    pub ended: Option<Moment>,
    /// Whether the due passed before.
    pub late: bool,
}

/// An exception's clock as it stands at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Whether all time counts, and not only that of business days.
    pub wall: bool,
    /// The hours it has.
    pub hours: u32,
    /// What is left of them; nothing once the due passed.
    pub left: Duration,
    /// When it is due, or was when it passed or was resolved; none while it waits in time.
    pub due: Option<Moment>,
    /// When the due passed in this run, each time a step up.
    pub passed: Vec<Moment>,
    /// When it escalates next; none while it waits, at the last step, and once it is resolved.
    pub next: Option<Moment>,
    /// When it stood still.
    pub pauses: Vec<Pause>,
    /// Its runs, the present or last one last.
    pub runs: Vec<Run>,
}

impl Clock {
    /// Reads the clock of an exception of this kind at `now`, given its turns in order. Later turns
    /// are not to be among them.
    pub fn read(kind: Kind, turns: &[Turn], terms: &Terms, now: Moment) -> Self {
        let mut hand = Hand { kind, terms, run: None, pauses: Vec::new(), runs: Vec::new() };
        for turn in turns {
            hand.turn(turn);
        }
        hand.read(now)
    }

    /// Whether it is past its due.
    pub fn is_late(&self) -> bool {
        !self.passed.is_empty()
    }

    /// How much of its time is left, from 1 at the start to 0 at the due.
    pub fn share(&self) -> f64 {
        let whole = Duration::hours(self.hours.into()).num_milliseconds().max(1);
        let of_whole = i32::try_from(self.left.num_milliseconds().saturating_mul(10_000) / whole);
        (f64::from(of_whole.unwrap_or(10_000)) / 10_000.0).clamp(0.0, 1.0)
    }
}

/// Goes through the turns.
struct Hand<'a> {
    kind: Kind,
    terms: &'a Terms,
    run: Option<Running<'a>>,
    pauses: Vec<Pause>,
    runs: Vec<Run>,
}

/// The present or last run.
struct Running<'a> {
    from: Moment,
    severity: Severity,
    pace: Pace<'a>,
    hours: u32,
    /// What is left before the due passes, the first time or again.
    left: Duration,
    passed: Vec<Moment>,
    /// Since when it ticks; none while it stands still.
    since: Option<Moment>,
    /// When it ticked.
    ticked: Vec<(Moment, Moment)>,
    ended: Option<Moment>,
}

impl<'a> Hand<'a> {
    fn turn(&mut self, turn: &Turn) {
        let (at, run) = (turn.at, self.run.as_mut());
        match (&turn.happened, run) {
            (Happened::Raised { severity }, _) => self.begin(turn, *severity),
            (Happened::Reopened, Some(run)) => {
                let severity = run.severity;
                self.begin(turn, severity);
            }
            (Happened::Waiting { why }, Some(run)) => {
                run.halt(at);
                self.pauses.push(Pause { from: at, to: None, why: why.clone() });
            }
            (Happened::Resumed, Some(run)) => {
                run.since = Some(at);
                self.unpause(at);
            }
            (Happened::SeveritySet { severity }, Some(run)) => {
                let (pace, hours) = set(self.kind, self.terms, turn.seq, *severity);
                run.set(at, *severity, pace, hours);
            }
            (Happened::Resolved, Some(run)) => {
                run.halt(at);
                run.ended = Some(at);
                self.unpause(at);
            }
            (_, None) => {}
        }
    }

    fn begin(&mut self, turn: &Turn, severity: Severity) {
        self.close();
        let (pace, hours) = set(self.kind, self.terms, turn.seq, severity);
        self.run = Some(Running {
            from: turn.at,
            severity,
            pace,
            hours,
            left: Duration::hours(hours.into()),
            passed: Vec::new(),
            since: Some(turn.at),
            ticked: Vec::new(),
            ended: None,
        });
    }

    fn unpause(&mut self, at: Moment) {
        if let Some(pause) = self.pauses.last_mut().filter(|pause| pause.to.is_none()) {
            pause.to = Some(at);
        }
    }

    fn close(&mut self) {
        if let Some(run) = self.run.take() {
            self.runs.push(run.told(run.due()));
        }
    }

    fn read(mut self, now: Moment) -> Clock {
        let Some(mut run) = self.run.take() else {
            let (hours, left) = (0, Duration::zero());
            let (runs, pauses, passed) = (self.runs, self.pauses, Vec::new());
            return Clock { wall: true, hours, left, due: None, passed, next: None, pauses, runs };
        };
        run.tick(now);
        let due = run.due();
        self.runs.push(run.told(due));
        let late = !run.passed.is_empty();
        Clock {
            wall: matches!(run.pace, Pace::WallClock),
            hours: run.hours,
            left: if late { Duration::zero() } else { run.left },
            due,
            next: run.since.filter(|_| run.passed.len() < STEPS).and_then(|_| run.passes()),
            passed: run.passed,
            pauses: self.pauses,
            runs: self.runs,
        }
    }
}

impl<'a> Running<'a> {
    /// Lets it tick until `at`.
    fn tick(&mut self, at: Moment) {
        let Some(mut from) = self.since.filter(|since| *since < at) else { return };
        self.ticked.push((from, at));
        self.since = Some(at);
        while self.passed.len() < STEPS {
            match self.pace.after(from, self.left) {
                Some(due) if due < at => {
                    self.passed.push(due);
                    from = due;
                    self.left = Duration::hours(self.hours.into());
                }
                Some(_) | None => {
                    self.left = (self.left - self.pace.between(from, at)).max(Duration::zero());
                    return;
                }
            }
        }
    }

    fn halt(&mut self, at: Moment) {
        self.tick(at);
        self.since = None;
    }

    fn set(&mut self, at: Moment, severity: Severity, pace: Pace<'a>, hours: u32) {
        self.tick(at);
        let whole = Duration::hours(hours.into());
        self.left = if severity > self.severity {
            let passes = self.pace.after(at, self.left);
            passes.map_or(whole, |passes| whole.min(pace.between(at, passes)))
        } else if self.passed.is_empty() {
            let spent = self.ticked.iter().map(|(from, to)| pace.between(*from, *to));
            (whole - spent.fold(Duration::zero(), |all, one| all + one)).max(Duration::zero())
        } else {
            whole
        };
        (self.severity, self.pace, self.hours) = (severity, pace, hours);
    }

    /// When the due passes, the first time or again, if it goes on ticking.
    fn passes(&self) -> Option<Moment> {
        self.since.or(self.ended).and_then(|from| self.pace.after(from, self.left))
    }

    fn due(&self) -> Option<Moment> {
        self.passed.first().copied().or_else(|| self.passes())
    }

    fn told(&self, due: Option<Moment>) -> Run {
        Run { from: self.from, due, ended: self.ended, late: !self.passed.is_empty() }
    }
}

/// What counts, and for how many hours, from the entry `seq` on.
fn set(kind: Kind, terms: &Terms, seq: u64, severity: Severity) -> (Pace<'_>, u32) {
    let pace = match (kind, severity) {
        (Kind::DataSecurity | Kind::Privacy, _) | (_, Severity::Critical) => Pace::WallClock,
        (
            Kind::WorkflowDisruption
            | Kind::Anomaly
            | Kind::OutputError
            | Kind::Usability
            | Kind::Bias
            | Kind::LegalOrClaims
            | Kind::Deliverability
            | Kind::MetricEmergency
            | Kind::SequenceDeviation
            | Kind::CrmHygiene,
            Severity::Normal | Severity::High,
        ) => Pace::BusinessDays(terms.calendar_at(seq), terms.zone),
    };
    (pace, terms.hours_at(seq).of(severity))
}
