//! Rules that do not hold.

use super::PulledMark;
use super::table::{Row, Table};
use crate::findings::{Finding, FindingsQuery};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk) -> Result<Table, Problem> {
    let found = desk.findings(FindingsQuery::default())?;
    let rows = found.groups.iter().flat_map(|group| &group.findings);
    Ok(Table {
        columns: &["About", "What is so", "Since"],
        rows: rows.map(row).collect(),
        counts: vec![
            ("pulled.findings", found.counts.all.into()),
            ("pulled.findings-blocking", found.counts.blocking.into()),
        ],
        empty: "No rule is broken.",
    })
}

/// A finding under its rule, which tells two about one thing apart.
pub(super) fn row(one: &Finding) -> Row {
    let (mark, word) = match (&one.put_off, one.blocks) {
        (Some(put_off), _) => (PulledMark::Waiting, format!("Put off until {}", put_off.until)),
        (None, true) => (PulledMark::Breach, "Blocks".to_owned()),
        (None, false) => (PulledMark::Attention, "Warns".to_owned()),
    };
    let part = one.part.as_deref().unwrap_or_default();
    let leads = leads(&one.about);
    Row {
        key: format!("{} {} {part}", one.rule.id(), one.about),
        leads,
        cells: vec![
            one.about_name.clone(),
            one.says.clone(),
            one.since.clone().unwrap_or_default(),
        ],
        mark,
        word,
        tier: None,
    }
}

/// The record a finding is about, where it is one that has a screen of its own.
fn leads(about: &str) -> Option<String> {
    const RECORDS: [&str; 9] = ["ACT", "BAT", "CHK", "DEC", "EXC", "MET", "POL", "SMP", "WF"];
    let (kind, _) = about.split_once('-')?;
    RECORDS.contains(&kind).then(|| about.to_owned())
}
