//! Planning a sample.

use domain::batch::Field;
use domain::population::kind_named;
use domain::sample::{
    Counted, GUIDED_ROWS, Method, Planning, SamplePlanned, Stratum, WANTED_PERCENT, allotted,
    comes_to, guided, may_be_named, must_be_few_strata, plan, proven, reviewer, risk, sentence,
    total,
};
use domain::workflow::ActionKind;
use domain::{BatchRef, ItemId, Moment, ReviewRef};
use store::View;

use super::population::counted;
use super::source::Source;
use super::view::{named, others};
use super::{
    GuidanceRow, OnlyGiven, PlanPreview, PlanSample, ReviewerNamed, SampleField, SampleQuery,
    SampleView, StratumRow,
};
use crate::batches::cells;
use crate::conduct::gone;
use crate::people::{Names, standing};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn preview_sample(&mut self, request: PlanSample) -> Result<PlanPreview, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let batch: BatchRef = request.batch.parse()?;
        let by = strata_by(&request)?;
        let counted = counted(&view, batch, request.only.as_ref(), by)?;
        must_be_few_strata(counted.strata.len())?;
        let sizes: Vec<u64> = counted.strata.iter().map(|(_, rows)| *rows).collect();
        let (rows, risk) = (total(sizes.iter().copied()), risk(request.extension));
        let take = request.size.of(rows, risk);
        let takes = match request.method {
            Method::Stratified => allotted(take, &sizes),
            Method::Simple | Method::EveryKth => vec![take],
        };
        let clean: Vec<Stratum> = sizes
            .iter()
            .zip(&takes)
            .map(|(rows, take)| Stratum { rows: *rows, drawn: *take, errors: 0 })
            .collect();
        let strata = counted.strata.into_iter().zip(&clean).map(|((name, rows), clean)| {
            let (take, at_most) = (clean.drawn, Some(clean.upper(risk)));
            StratumRow { name, rows, take, tested: 0, errors: 0, at_most }
        });
        Ok(PlanPreview {
            rows,
            take: takes.iter().sum(),
            strata: if by.is_some() { strata.collect() } else { Vec::new() },
            proves: sentence(&proven(request.method, &clean, WANTED_PERCENT, risk)),
            others: others(&view, batch, None, now)?,
            messages: match request.item {
                Some(_) => messages(&view, batch)?,
                None => None,
            },
            fields: fields(&view, batch)?,
            guidance: guidance(risk),
            reviewers: self.could_review(now)?,
        })
    }

    fn could_review(&self, now: Moment) -> Result<Vec<ReviewerNamed>, Problem> {
        let open = self.open()?;
        let view = open.view();
        let names = Names::of(&view)?;
        let Some(me) = open.at_desk.person() else { return Ok(Vec::new()) };
        let able = may_be_named(&standing(&view, now)?, me);
        Ok(able.iter().map(|reviewer| named(&names, reviewer)).collect())
    }

    /// See the list of operations.
    pub fn plan_sample(&mut self, request: PlanSample) -> Result<SampleView, Problem> {
        let batch: BatchRef = request.batch.parse()?;
        let mut planned = None;
        self.act_because(&request.why, |act| {
            let view = act.view;
            let sample = view.next_sample()?;
            let review = request.review.as_deref().map(ReviewRef::new);
            if let Some(review) = &review
                && !view.is_known(review.as_str())?
                && !crate::reviews::is_expected(view, review)?
            {
                return Err(domain::Refusal::Unknown { reference: review.to_string() }.into());
            }
            let standing = standing(view, act.now)?;
            let asked = request.reviewer.as_deref().map(str::parse).transpose()?;
            let planning = Planning {
                sample,
                title: &request.title,
                counted: counted(view, batch, request.only.as_ref(), strata_by(&request)?)?,
                method: request.method,
                size: request.size,
                attributes: request.attributes.clone(),
                extension: request.extension,
                review,
                item: request.item.as_deref().map(ItemId::new),
                reviewer: Some(reviewer(&standing, sample, act.by, asked)?),
                why: &request.why,
            };
            planned = Some(sample);
            Ok(vec![plan(&standing, act.by, planning, act.now)?])
        })?;
        let planned = planned.ok_or_else(|| Problem::internal("nothing was planned"))?;
        self.sample(SampleQuery { sample: planned.to_string() })
    }
}

/// What divides the rows, which a stratified draw needs and no other takes.
fn strata_by(request: &PlanSample) -> Result<Option<&str>, Problem> {
    match (request.method, request.strata_by.as_deref()) {
        (Method::Stratified, None) => Err(Problem::new(
            "sample-no-strata",
            "Say what divides the rows into strata, such as segment.",
        )),
        (Method::Stratified, by) => Ok(by),
        (Method::Simple | Method::EveryKth, _) => Ok(None),
    }
}

fn fields(view: &View<'_>, batch: BatchRef) -> Result<Vec<SampleField>, Problem> {
    let source = Source::of(view, batch)?;
    let columns = source.batch.import.columns.iter();
    Ok(columns
        .map(|column| column.field)
        .filter(|field| field.divides())
        .map(|field| SampleField { field: field.id().into(), words: field.words().into() })
        .collect())
}

/// The rows of a batch that are messages sent to people outside, as the first of them spells that.
fn messages(view: &View<'_>, batch: BatchRef) -> Result<Option<OnlyGiven>, Problem> {
    let source = Source::of(view, batch)?;
    let field = Field::Action.id();
    let Ok(place) = source.place(field) else { return Ok(None) };
    let mut found = None;
    source.rows(view, 1, |row| {
        let mut long = Vec::new();
        let says = cells(row.bytes, &mut long).nth(place).unwrap_or_default();
        if kind_named(says) == Some(ActionKind::SendExternalMessage) {
            found = Some(OnlyGiven { field: field.to_owned(), says: says.to_owned() });
        }
        Ok(found.is_none())
    })?;
    Ok(found)
}

/// Refuses a plan that the rules do not make of the rows that were counted, whoever's program entered
/// it: no other plan is drawn from, and none holds.
pub(crate) fn must_be_planned(
    entered: &SamplePlanned,
    counted: Counted,
    at: Moment,
) -> Result<(), Problem> {
    let asked = gone::filled(entered)?;
    let planning = Planning {
        sample: asked.sample,
        title: asked.title.words().unwrap_or_default(),
        counted,
        method: asked.method,
        size: asked.size,
        attributes: asked.attributes,
        extension: asked.extension,
        review: asked.review,
        item: asked.item,
        reviewer: asked.reviewer,
        why: "",
    };
    if gone::alike(&comes_to(planning, at)?, entered)? {
        return Ok(());
    }
    let says = format!(
        "The plan of {} is not what its rows and the rules make of it. Give it up, and plan another.",
        entered.sample
    );
    Err(Problem::new("sample-plan-differs", says))
}

/// The rows of a plan as it states them, where they cannot be counted again.
pub(crate) fn as_stated(plan: &SamplePlanned) -> Result<Counted, Problem> {
    let population = gone::filled(&plan.population)?;
    let strata = population.strata.iter().map(|layer| {
        let name = layer.name.as_ref().and_then(|name| name.words());
        (name.map(str::to_owned), layer.rows)
    });
    Ok(Counted {
        batch: population.batch,
        purged: false,
        strata: strata.collect(),
        root: population.root,
        only: population.only,
        strata_by: population.strata_by,
    })
}

fn guidance(risk: f64) -> Vec<GuidanceRow> {
    let row = |rows: &u64| GuidanceRow {
        rows: *rows,
        ten: guided(*rows, 10, risk),
        five: guided(*rows, 5, risk),
        two: guided(*rows, 2, risk),
    };
    GUIDED_ROWS.iter().map(row).collect()
}
