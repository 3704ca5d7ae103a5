//! Samples as screens and reports show them.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use domain::sample::{
    Bound, Draw, Entered, Method, Reviewer, Sample, Size, Stage, Stratum, abandon, may_confirm,
    may_extend, may_seed,
};
use domain::text::Text;
use domain::{BatchRef, Moment, PersonRef, SampleRef};
use ledger::Hash;
use ledger::encoding::{from_hex_exact, hex};
use ledger::primitive::sha256;
use store::View;

use super::item::found;
use super::pool::{Pool, pools};
use super::sign::{confirmation_subject, seed_subject, subject_hex};
use super::source::Source;
use super::{
    CurvePoint, DrawShown, OnlyGiven, ReviewerNamed, SampleActs, SampleCell, SampleItem,
    SampleOther, SampleQuery, SampleRow, SampleView, SamplesView, SignedBy, StratumRow,
};
use crate::batches::{cells, meeting};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::when::local;
use crate::workspace::settings;
use crate::{Desk, Problem};

/// What it takes to steer a draw whose plan names its reviewer.
const COLLUSION: &str = "The tester fixed the plan before the reviewer signed, and cannot foresee the \
     signature. The plan names who signs and with which key, and settles every word that is signed: asked \
     again, they give the same signature, and the same rows. To choose rows, the reviewer would have to \
     make other signatures of these words with a program of their own, which leaves no trace; or somebody \
     would have to plan again and again, and every plan stands here.";

/// What it takes to steer one whose plan names nobody.
const COLLUSION_BEFORE: &str = "The tester fixed the plan before a reviewer signed, and cannot foresee \
     the signature. But this plan names nobody, and each signature holds the time at which it was made: \
     whoever asked several reviewers, or one again, had several draws to choose from, which leaves no \
     trace. Samples planned by later programs name their reviewer and have one draw.";

/// Points of a curve, at most.
const POINTS: u64 = 60;

impl Desk {
    /// See the list of operations.
    pub fn samples(&mut self, _: Nothing) -> Result<SamplesView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let view = open.view();
        let (names, zone) = (Names::of(&view)?, settings(&view)?.zone);
        let samples = view.samples()?;
        let pools = pools(&view, &samples, now)?.iter().map(Pool::row).collect();
        let rows = samples.iter().rev().map(|sample| row(sample, &names, zone, now)).collect();
        Ok(SamplesView { rows, pools })
    }

    /// See the list of operations.
    pub fn sample(&mut self, query: SampleQuery) -> Result<SampleView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let view = open.view();
        let (names, zone) = (Names::of(&view)?, settings(&view)?.zone);
        let sample = found(&view, &query.sample)?;
        let population = &sample.plan.population;
        let entered = |by: PersonRef, entered: &Entered| SignedBy {
            person: by.to_string(),
            name: names.person(by),
            at: local(entered.at, zone),
            entry: entered.entry,
        };
        let words = |text: &Text| text.words().map(str::to_owned);
        let subject = match sample.left() == 0 && sample.draw.is_some() {
            true => Some(subject_hex(&confirmation_subject(&view, &sample)?)?),
            false => None,
        };
        let root = view.signed_root(sample.planned.entry)?;
        let me = open.at_desk.person();
        let acts = acts(&view, &sample, me, now)?;
        Ok(SampleView {
            row: row(&sample, &names, zone, now),
            why: sample.why.as_ref().and_then(words),
            batch_root: population.root.clone(),
            only: population.only.as_ref().map(|only| OnlyGiven {
                field: only.field.clone(),
                says: words(&only.says).unwrap_or_default(),
            }),
            strata_by: population.strata_by.clone(),
            strata: strata(&sample),
            size_words: size_words(sample.plan.size),
            attributes: sample.plan.attributes.clone(),
            extension: sample.plan.extension,
            extension_due: sample.due().is_some(),
            review: sample.plan.review.as_ref().map(ToString::to_string),
            reviewer: sample.plan.reviewer.as_ref().map(|one| named(&names, one)),
            until: local(sample.plan.until, zone),
            root: format!("{}:{}", sample.planned.entry, hex(&root)),
            seed_subject: subject_hex(&seed_subject(&view, &sample)?)?,
            draw: sample.draw.as_ref().map(|draw| DrawShown {
                signed: entered(draw.reviewer, &draw.entered),
                seed: draw.seed.clone(),
                signature: draw.statement.signature.clone(),
                extended: draw.extended.iter().map(|one| one.entry).collect(),
            }),
            items: items(&view, &sample)?,
            confirmation_subject: subject,
            confirmed: sample.confirmed.as_ref().map(|one| entered(one.reviewer, &one.entered)),
            abandoned: sample.abandoned.as_ref().map(|(one, _)| entered(one.by, one)),
            abandoned_why: sample
                .abandoned
                .as_ref()
                .and_then(|(_, why)| why.as_ref().and_then(words)),
            others: others(&view, population.batch, Some(sample.reference()), now)?,
            collusion: match sample.plan.reviewer {
                Some(_) => COLLUSION.to_owned(),
                None => COLLUSION_BEFORE.to_owned(),
            },
            curve: curve(&sample),
            acts,
        })
    }
}

/// A reviewer by name.
pub(super) fn named(names: &Names, reviewer: &Reviewer) -> ReviewerNamed {
    let person = reviewer.person;
    ReviewerNamed { person: person.to_string(), name: names.person(person) }
}

/// A sample as the list shows it.
pub(super) fn row(sample: &Sample, names: &Names, zone: Tz, now: Moment) -> SampleRow {
    let population = &sample.plan.population;
    SampleRow {
        sample: sample.reference().to_string(),
        title: sample.plan.title.words().map(str::to_owned),
        batch: population.batch.to_string(),
        stage: sample.stage(now),
        method: sample.plan.method,
        rows: population.rows,
        take: sample
            .draw
            .as_ref()
            .map_or_else(|| sample.planned_rows(), |draw| draw.rows.len() as u64),
        tested: sample.tests.len() as u64,
        errors: sample.errors(),
        planned: local(sample.planned.at, zone),
        entry: sample.planned.entry,
        tester: sample.tester().to_string(),
        tester_name: names.person(sample.tester()),
        says: sample.says(),
    }
}

/// Every other sample of the same batch, or of one of the same source and time.
pub(super) fn others(
    view: &View<'_>,
    batch: BatchRef,
    but: Option<SampleRef>,
    now: Moment,
) -> Result<Vec<SampleOther>, Problem> {
    let mut samples = view.samples_of(batch)?;
    if let Some(batch) = view.batch(batch)? {
        for other in meeting(view, &batch)? {
            samples.extend(view.samples_of(other)?);
        }
    }
    samples.retain(|one| Some(one.reference()) != but);
    samples.sort_by_key(Sample::reference);
    Ok(samples
        .into_iter()
        .map(|one| SampleOther {
            sample: one.reference().to_string(),
            batch: one.plan.population.batch.to_string(),
            stage: one.stage(now),
            entry: one.planned.entry,
        })
        .collect())
}

fn acts(
    view: &View<'_>,
    sample: &Sample,
    me: Option<PersonRef>,
    now: Moment,
) -> Result<SampleActs, Problem> {
    let standing = standing(view, now)?;
    let may = |able: &dyn Fn(PersonRef) -> bool| me.is_some_and(able);
    let in_work = matches!(sample.stage(now), Stage::Drawn | Stage::Tested);
    Ok(SampleActs {
        draw: may(&|me| may_seed(&standing, sample, me, now).is_ok()),
        test: in_work && me == Some(sample.tester()),
        extend: may(&|me| may_extend(sample, me, now).is_ok()),
        confirm: may(&|me| may_confirm(&standing, sample, me, now).is_ok()),
        abandon: may(&|me| abandon(&standing, sample, me, "why", now).is_ok()),
    })
}

fn strata(sample: &Sample) -> Vec<StratumRow> {
    if sample.plan.population.strata_by.is_none() {
        return Vec::new();
    }
    let drawn = sample.draw.as_ref().map(drawn_of);
    let of = |place: usize| drawn.as_ref().map(|drawn| drawn.get(&place).copied().unwrap_or(0));
    let layers = sample.plan.population.strata.iter().zip(sample.strata()).enumerate();
    layers
        .map(|(place, (layer, tested))| StratumRow {
            name: layer.name.as_ref().and_then(|name| name.words()).map(str::to_owned),
            rows: layer.rows,
            take: of(place).unwrap_or(layer.take),
            tested: tested.drawn,
            errors: tested.errors,
            at_most: (tested.drawn > 0).then(|| tested.upper(sample.risk())),
        })
        .collect()
}

/// How many rows were drawn of each stratum, by its place.
fn drawn_of(draw: &Draw) -> BTreeMap<usize, u64> {
    let mut drawn = BTreeMap::new();
    for (_, place) in &draw.rows {
        *drawn.entry(*place).or_default() += 1;
    }
    drawn
}

fn items(view: &View<'_>, sample: &Sample) -> Result<Vec<SampleItem>, Problem> {
    let Some(draw) = &sample.draw else { return Ok(Vec::new()) };
    let population = &sample.plan.population;
    let source = Source::of(view, population.batch).ok();
    let seed: Option<Hash> = from_hex_exact(&draw.seed);
    let mut items = Vec::new();
    for (place, (number, stratum)) in (1_u64..).zip(&draw.rows) {
        let mut item = SampleItem {
            place,
            row: *number,
            stratum: population
                .strata
                .get(*stratum)
                .and_then(|layer| Some(layer.name.as_ref()?.words()?.to_owned())),
            row_hash: None,
            order_hash: None,
            cells: Vec::new(),
            findings: Vec::new(),
            note: None,
            evidence: Vec::new(),
            entry: None,
            error: None,
        };
        if let Some(test) = sample.tests.get(number) {
            item.findings.clone_from(&test.findings);
            item.note = test.note.as_ref().and_then(|note| note.words()).map(str::to_owned);
            item.evidence = test.evidence.iter().map(ToString::to_string).collect();
            item.entry = Some(test.entered.entry);
            item.error = Some(test.is_error());
        }
        if let Some(source) = &source {
            let columns = &source.batch.import.columns;
            source.rows(view, *number, |row| {
                let hash = source.hash(&row);
                item.row_hash = Some(hex(&hash));
                let ordered = sample.plan.method != Method::EveryKth;
                item.order_hash =
                    seed.filter(|_| ordered).map(|seed| hex(&sha256(&[&seed, &hash])));
                let mut long = Vec::new();
                let said = columns.iter().zip(cells(row.bytes, &mut long));
                item.cells = said
                    .filter(|(_, says)| !says.is_empty())
                    .map(|(column, says)| SampleCell {
                        field: column.field.id().to_owned(),
                        words: column.field.words().to_owned(),
                        says: says.to_owned(),
                    })
                    .collect();
                Ok(false)
            })?;
        }
        items.push(item);
    }
    Ok(items)
}

/// How the limit of a simple draw falls, to the items that would prove what is wanted and beyond.
fn curve(sample: &Sample) -> Vec<CurvePoint> {
    let Some(proof) = sample.proves() else { return Vec::new() };
    if sample.plan.method != Method::Simple || !matches!(proof.bound, Bound::AtMost(_)) {
        return Vec::new();
    }
    let rows = proof.rows;
    let more = match proof.more {
        domain::sample::More::Rows(more) => more,
        domain::sample::More::Proven | domain::sample::More::Never => proof.tested,
    };
    let last = (proof.tested + more * 2).min(rows);
    let step = last.div_ceil(POINTS).max(1);
    let mut at: Vec<u64> = (1..=last).step_by(usize::try_from(step).unwrap_or(1)).collect();
    at.extend([proof.tested, proof.tested + more]);
    at.retain(|items| *items >= proof.errors.max(1) && *items <= rows);
    at.sort_unstable();
    at.dedup();
    let tenths = |items: u64, errors: u64| {
        let upper = Stratum { rows, drawn: items, errors: errors.min(items) }.upper(sample.risk());
        (upper * 1000).div_ceil(rows.max(1))
    };
    at.into_iter()
        .map(|items| CurvePoint {
            items,
            limit: tenths(items, proof.errors),
            clean: tenths(items, 0),
        })
        .collect()
}

/// How many were asked for, in words.
pub(super) fn size_words(size: Size) -> String {
    match size {
        Size::Number { rows } => format!("{rows} rows"),
        Size::Percent { percent } => format!("{percent}\u{202f}%, rounded up"),
        Size::Guidance { below_percent } => {
            format!(
                "as many as prove an error share below {below_percent}\u{202f}% if all are clean"
            )
        }
    }
}
