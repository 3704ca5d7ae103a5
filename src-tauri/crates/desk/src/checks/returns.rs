//! The return on workflows: what they cost and bring, as the register states it.

use std::collections::BTreeMap;

use domain::check::grouped;
use domain::workflow::{CostBenefit, Status};
use rust_decimal::Decimal;
use store::View;

use super::{ReturnRow, ReturnTotal, ReturnsView};
use crate::operations::Nothing;
use crate::register::cost_benefit;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn returns(&mut self, _: Nothing) -> Result<ReturnsView, Problem> {
        let open = self.open()?;
        returns(&open.view())
    }
}

/// What live workflows cost and bring.
pub(crate) fn returns(view: &View<'_>) -> Result<ReturnsView, Problem> {
    let live = view.workflows()?.into_iter().filter(|one| one.status == Status::Live);
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    let mut totals: BTreeMap<String, [Decimal; 3]> = BTreeMap::new();
    for workflow in live {
        let name =
            workflow.facts.name.as_ref().and_then(|name| name.words()).unwrap_or("–").to_owned();
        let reference = workflow.workflow.to_string();
        match &workflow.facts.cost_benefit {
            Some(figures) => {
                add(&mut totals, figures);
                rows.push(ReturnRow { workflow: reference, name, figures: cost_benefit(figures) });
            }
            None => without.push(format!("{reference} {name}")),
        }
    }
    let totals = totals.into_iter().map(|(currency, [cost, benefit, a_year])| ReturnTotal {
        currency,
        cost_a_year: cost.to_string(),
        benefit_a_year: benefit.to_string(),
        return_a_year: a_year.to_string(),
    });
    let totals: Vec<ReturnTotal> = totals.collect();
    let shows = shows(&rows, &totals);
    let mut not = vec![
        "Costs and benefits are what each owner states, with their basis; nothing here measures them. A \
         benefit that more than one workflow claims counts more than once."
            .to_owned(),
        "Payback is simple: what setting up cost over the return of a month, nothing discounted."
            .to_owned(),
    ];
    if !without.is_empty() {
        not.push(format!(
            "{} live {} no figures and {} left out: {}.",
            without.len(),
            if without.len() == 1 { "workflow states" } else { "workflows state" },
            if without.len() == 1 { "is" } else { "are" },
            without.join(", ")
        ));
    }
    Ok(ReturnsView { rows, totals, shows, not })
}

/// What it comes to in a few words, such as `EUR 240,000`; a dash where nothing is stated.
pub(crate) fn short(view: &View<'_>) -> Result<String, Problem> {
    let totals = returns(view)?.totals;
    let each: Vec<String> =
        totals.iter().map(|one| money(&one.return_a_year, &one.currency)).collect();
    Ok(if each.is_empty() { "–".to_owned() } else { each.join(" and ") })
}

/// Only where both cost and benefit are known does either count, so that the return is their difference.
fn add(totals: &mut BTreeMap<String, [Decimal; 3]>, figures: &CostBenefit) {
    let known = figures.cost_a_year.zip(figures.benefit_a_year).zip(figures.a_year());
    let Some(((cost, benefit), a_year)) = known else { return };
    let total = totals.entry(figures.currency.clone()).or_default();
    for (sum, one) in total.iter_mut().zip([cost, benefit, a_year]) {
        *sum = sum.saturating_add(one);
    }
}

fn shows(rows: &[ReturnRow], totals: &[ReturnTotal]) -> String {
    if totals.is_empty() {
        return "No live workflow states both what it costs and what it brings.".to_owned();
    }
    let counted = rows.iter().filter(|row| row.figures.return_a_year.is_some()).count();
    let each = totals.iter().map(|one| {
        format!(
            "{} a year beyond their cost of {}",
            money(&one.return_a_year, &one.currency),
            money(&one.cost_a_year, &one.currency)
        )
    });
    let each: Vec<String> = each.collect();
    format!(
        "{counted} live {} {}, by their owners’ figures.",
        if counted == 1 { "workflow brings" } else { "workflows bring" },
        each.join(", and ")
    )
}

/// An amount in whole units, thousands set apart: `EUR 61,204`.
pub(crate) fn money(amount: &str, currency: &str) -> String {
    let (sign, digits) = match amount.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", amount),
    };
    let whole = digits.split('.').next().unwrap_or(digits);
    let shown = whole.parse().map_or_else(|_| whole.to_owned(), grouped);
    format!("{currency}\u{a0}{sign}{shown}")
}
