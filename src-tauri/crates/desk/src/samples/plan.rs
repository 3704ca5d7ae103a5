//! Planning a sample.

use domain::batch::Field;
use domain::sample::{
    GUIDED_ROWS, Method, Planning, Stratum, allotted, guided, plan, proven, sentence,
};
use domain::{BatchRef, ItemId, ReviewRef};
use store::View;

use super::population::Source;
use super::view::others;
use super::{
    GuidanceRow, PlanPreview, PlanSample, SampleField, SampleQuery, SampleView, StratumRow, counted,
};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn preview_sample(&mut self, request: PlanSample) -> Result<PlanPreview, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let batch: BatchRef = request.batch.parse()?;
        let by = strata_by(&request)?;
        let counted = counted(&view, batch, request.only.as_ref(), by)?;
        let sizes: Vec<u64> = counted.strata.iter().map(|(_, rows)| *rows).collect();
        let rows: u64 = sizes.iter().sum();
        let takes = match request.method {
            Method::Stratified => allotted(request.size.of(rows), &sizes),
            Method::Simple | Method::EveryKth => vec![request.size.of(rows)],
        };
        let clean: Vec<Stratum> = sizes
            .iter()
            .zip(&takes)
            .map(|(rows, take)| Stratum { rows: *rows, drawn: *take, errors: 0 })
            .collect();
        let strata = counted.strata.into_iter().zip(&clean).map(|((name, rows), clean)| {
            let (take, at_most) = (clean.drawn, Some(clean.upper()));
            StratumRow { name, rows, take, tested: 0, errors: 0, at_most }
        });
        Ok(PlanPreview {
            rows,
            take: takes.iter().sum(),
            strata: if by.is_some() { strata.collect() } else { Vec::new() },
            proves: sentence(&proven(request.method, &clean, domain::sample::WANTED_PERCENT)),
            others: others(&view, batch, None, now)?,
            fields: fields(&view, batch)?,
            guidance: guidance(),
        })
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
                why: &request.why,
            };
            planned = Some(sample);
            Ok(vec![plan(&standing(view, act.now)?, act.by, planning, act.now)?])
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
    // A time, an id or a score is different in every row, and divides nothing.
    let divides = |field: &Field| {
        !field.is_time() && !matches!(field, Field::Id | Field::Target | Field::Score)
    };
    Ok(columns
        .map(|column| column.field)
        .filter(divides)
        .map(|field| SampleField { field: field.id().into(), words: field.words().into() })
        .collect())
}

fn guidance() -> Vec<GuidanceRow> {
    let row = |rows: &u64| GuidanceRow {
        rows: *rows,
        ten: guided(*rows, 10),
        five: guided(*rows, 5),
        two: guided(*rows, 2),
    };
    GUIDED_ROWS.iter().map(row).collect()
}
