//! A sample as its entries make it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Attribute, Finding, Held, Proven, SampleDrawn, SamplePlanned, SampleTested, Stratum,
    WANTED_PERCENT, not_extended, proven, risk, sentence, total,
};
use crate::people::SignedStatement;
use crate::{Event, EvidenceRef, Moment, PersonRef, SampleRef, Text};

/// When something was entered, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The entry.
    pub entry: u64,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: PersonRef,
}

/// A sample as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What was planned.
    pub plan: SamplePlanned,
    /// When, and by whom: the tester.
    pub planned: Entered,
    /// Why.
    pub why: Option<Text>,
    /// What the seed made of it.
    pub draw: Option<Draw>,
    /// What was found, by row.
    pub tests: BTreeMap<u64, Test>,
    /// Who confirmed it.
    pub confirmed: Option<Confirmation>,
    /// Who gave it up, and why.
    pub abandoned: Option<(Entered, Option<Text>)>,
}

/// A draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// When it was entered.
    pub entered: Entered,
    /// Whose statement completed the seed.
    pub reviewer: PersonRef,
    /// The statement.
    pub statement: SignedStatement,
    /// The seed, in hex.
    pub seed: String,
    /// The rows in the order drawn, each with its stratum's place; extensions after what they extend.
    pub rows: Vec<(u64, usize)>,
    /// The extensions.
    pub extended: Vec<Entered>,
}

/// What was found on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// When it was entered last.
    pub entered: Entered,
    /// Attribute by attribute.
    pub findings: Vec<Finding>,
    /// In words.
    pub note: Option<Text>,
    /// What bears it out.
    pub evidence: Vec<EvidenceRef>,
    /// When the AI did it, where the entry says so.
    pub acted: Option<Moment>,
}

/// A confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// When it was entered.
    pub entered: Entered,
    /// Who signed it.
    pub reviewer: PersonRef,
    /// What they signed.
    pub statement: SignedStatement,
}

/// How far a sample is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SampleStage")]
pub enum Stage {
    /// A reviewer is to complete the seed.
    Planned,
    /// Nobody did in time.
    Lapsed,
    /// It is being tested.
    Drawn,
    /// Every item is tested; somebody else is to confirm it.
    Tested,
    /// It is confirmed.
    Confirmed,
    /// It was given up.
    Abandoned,
}

/// Whether an item that was found so is in error.
pub fn is_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.held == Held::No)
}

impl Test {
    /// Whether the item is in error.
    pub fn is_error(&self) -> bool {
        is_error(&self.findings)
    }

    /// Whether it shows that the workflow did right: tested on everything an item can be tested on,
    /// correct, and in error on nothing.
    pub fn is_right(&self) -> bool {
        let on = |asked| self.findings.iter().find(|finding| finding.attribute == asked);
        !self.is_error()
            && Attribute::ALL.into_iter().all(|asked| on(asked).is_some())
            && on(Attribute::Correct).is_some_and(|finding| finding.held == Held::Yes)
    }
}

impl Sample {
    /// A sample that was planned.
    pub fn planned(plan: SamplePlanned, planned: Entered, why: Option<Text>) -> Self {
        Self {
            plan,
            planned,
            why,
            draw: None,
            tests: BTreeMap::new(),
            confirmed: None,
            abandoned: None,
        }
    }

    /// The same after another entry about it; `signed` is who made the statement it carries.
    pub fn then(&mut self, event: Event, entered: Entered, signed: PersonRef, why: Option<Text>) {
        if let Event::SampleDrawn(drawn) = event {
            self.draw.get_or_insert(Draw {
                entered,
                reviewer: signed,
                rows: self.in_strata(&drawn),
                statement: drawn.statement,
                seed: drawn.seed,
                extended: Vec::new(),
            });
        } else if let Event::SampleExtended(extended) = event {
            let rows = placed(&extended.rows, &extended.more);
            if let Some(draw) = &mut self.draw {
                draw.rows.extend(rows);
                draw.extended.push(entered);
            }
        } else if let Event::SampleTested(tested) = event {
            let SampleTested { row, findings, note, evidence, acted, .. } = tested;
            self.tests.insert(row, Test { entered, findings, note, evidence, acted });
        } else if let Event::SampleConfirmed(confirmed) = event {
            let statement = confirmed.statement;
            self.confirmed.get_or_insert(Confirmation { entered, reviewer: signed, statement });
        } else if let Event::SampleAbandoned(_) = event {
            self.abandoned.get_or_insert((entered, why));
        }
    }

    fn in_strata(&self, drawn: &SampleDrawn) -> Vec<(u64, usize)> {
        let takes: Vec<u64> =
            self.plan.population.strata.iter().map(|stratum| stratum.take).collect();
        placed(&drawn.rows, &takes)
    }

    /// Its reference.
    pub fn reference(&self) -> SampleRef {
        self.plan.sample
    }

    /// Who tests it.
    pub fn tester(&self) -> PersonRef {
        self.planned.by
    }

    /// How far it is at `now`.
    pub fn stage(&self, now: Moment) -> Stage {
        match (&self.abandoned, &self.confirmed, &self.draw) {
            (Some(_), _, _) => Stage::Abandoned,
            (None, Some(_), _) => Stage::Confirmed,
            (None, None, None) if now > self.plan.until => Stage::Lapsed,
            (None, None, None) => Stage::Planned,
            (None, None, Some(draw)) if self.tests.len() >= draw.rows.len() => Stage::Tested,
            (None, None, Some(_)) => Stage::Drawn,
        }
    }

    /// Whether it cannot do without the rows of its batch.
    pub fn needs_rows(&self, now: Moment) -> bool {
        matches!(self.stage(now), Stage::Planned | Stage::Drawn | Stage::Tested)
    }

    /// How many rows its plan draws at first, without an extension.
    pub fn planned_rows(&self) -> u64 {
        total(self.plan.population.strata.iter().map(|stratum| stratum.take))
    }

    /// The probability with which its limit may be wrong.
    pub fn risk(&self) -> f64 {
        risk(self.plan.extension)
    }

    /// How many items are in error.
    pub fn errors(&self) -> u64 {
        self.tests.values().filter(|test| test.is_error()).count() as u64
    }

    /// How many drawn rows are left to test.
    pub fn left(&self) -> u64 {
        let drawn = self.draw.as_ref().map_or(0, |draw| draw.rows.len());
        (drawn - self.tests.len().min(drawn)) as u64
    }

    /// Each stratum as far as it was tested.
    pub fn strata(&self) -> Vec<Stratum> {
        let strata = self.plan.population.strata.iter();
        let mut strata: Vec<Stratum> =
            strata.map(|layer| Stratum { rows: layer.rows, drawn: 0, errors: 0 }).collect();
        for (row, place) in self.draw.iter().flat_map(|draw| &draw.rows) {
            if let (Some(stratum), Some(test)) = (strata.get_mut(*place), self.tests.get(row)) {
                stratum.drawn += 1;
                stratum.errors += u64::from(test.is_error());
            }
        }
        strata
    }

    /// What it proves; none while drawn items are left to test: a sample that is stopped where it
    /// suits proves nothing.
    pub fn proves(&self) -> Option<Proven> {
        self.draw.as_ref()?;
        (self.left() == 0)
            .then(|| proven(self.plan.method, &self.strata(), WANTED_PERCENT, self.risk()))
    }
}

impl Sample {
    /// What it proves, in a sentence; also that more rows are due by its plan, where they were not drawn.
    pub fn says(&self) -> Option<String> {
        let proves = sentence(&self.proves()?);
        Some(match self.due() {
            Some(extension) => format!("{proves} {}", not_extended(extension)),
            None => proves,
        })
    }
}

/// Rows with the place of their stratum, so many of each.
fn placed(rows: &[u64], takes: &[u64]) -> Vec<(u64, usize)> {
    let mut places = takes.iter().enumerate().flat_map(|(place, take)| {
        std::iter::repeat_n(place, usize::try_from(*take).unwrap_or(usize::MAX))
    });
    rows.iter().map(|row| (*row, places.next().unwrap_or(0))).collect()
}
