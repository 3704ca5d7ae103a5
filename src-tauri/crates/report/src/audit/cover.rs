//! The cover: title, the sponsor's statement, what this document is.

use super::cell::mark;
use super::model::{Fact, Model};
use crate::error::Result;
use crate::layout::{Density, Flow, Mark, Row, Table, Width};
use crate::typeset::{Look, Rich};

const STATEMENT: Look = Look::serif(12.0);
const STATEMENT_LEADING: f32 = 17.0;
const ABOVE_STATEMENT: f32 = 54.0;
const ABOVE_FACTS: f32 = 54.0;

pub(super) fn cover(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    let below = "How AI acted in sales, who allowed it, and what was checked";
    flow.cover("Quarterly audit report", &model.period, below)?;
    flow.gap(ABOVE_STATEMENT);
    let note = if model.statement.binding {
        "Written in the quarter’s audit.\nCountersigned by the sponsor."
    } else {
        "Written in the quarter’s audit.\nBinding once countersigned."
    };
    flow.beside_head("Sponsor’s statement", note, |flow| statement(flow, model))?;
    flow.gap(ABOVE_FACTS);
    flow.beside_head("This document", "", |flow| {
        let columns = [("", Width::Points(84.0)), ("", Width::Share(1.0))];
        let table = Table::of(Density::Standard, &columns, "");
        let links = flow.links.clone();
        flow.gap(4.0);
        let rows = model.facts.iter().map(|one| fact(one, &links));
        flow.table(&table, rows)
    })
}

/// The statement as it was written, or that there is none.
pub(super) fn statement(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    let look = Look::regular(8.0);
    match &model.statement.says {
        Some(says) => flow.prose(&Rich::new(says, STATEMENT), STATEMENT, STATEMENT_LEADING)?,
        None => {
            let says = "No statement is written in this quarter’s audit.";
            flow.prose(&Rich::new(says, look.soft()), look, 11.0)?;
        }
    }
    flow.gap(6.0);
    let mark = if model.statement.binding { Mark::Tick } else { Mark::HalfDisc };
    let signed = Rich::empty().mark(mark, look).words(&model.statement.signed, look);
    flow.prose(&signed, look, 11.0)
}

fn fact(fact: &Fact, links: &crate::layout::Links) -> Row {
    let look = Density::Standard.look();
    let says = links.find(&fact.says, look);
    let says = match fact.state {
        Some(state) => Rich::empty().mark(mark(state), look).then(says),
        None => says,
    };
    Row::cells(vec![Rich::new(&fact.name, look.soft()), says])
}
