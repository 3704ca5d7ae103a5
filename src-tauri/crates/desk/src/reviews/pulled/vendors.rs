//! Vendors behind the workflows that are not retired, and what certifies them.

use std::collections::BTreeMap;

use domain::rule::Rule;
use domain::workflow::{Status, TrainingUse};

use super::PulledMark;
use super::table::{Row, Table};
use crate::erased::or_erased;
use crate::findings::{Finding, FindingsQuery};
use crate::register::{RegisterQuery, RegisterRow};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk) -> Result<Table, Problem> {
    let mut named = desk.register(RegisterQuery::default())?.workflows;
    named.retain(|row| row.status != Status::Retired && row.vendor.is_some());
    let found = desk.findings(FindingsQuery::default())?;
    let asks = [Rule::CertificationValid, Rule::CertificationLasts];
    let groups = found.groups.iter().filter(|group| asks.contains(&group.rule.rule));
    let mut short: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in groups.flat_map(|group| &group.findings) {
        short.entry(&finding.about).or_default().push(finding);
    }
    let lacks = |row: &RegisterRow| short.get(row.workflow.as_str()).cloned().unwrap_or_default();
    Ok(Table {
        columns: &["Workflow", "Vendor and product", "Holds", "Keeps and trains"],
        counts: vec![
            ("pulled.vendors", named.len() as u64),
            (
                "pulled.vendors-short",
                named.iter().filter(|row| !lacks(row).is_empty()).count() as u64,
            ),
        ],
        rows: named.iter().map(|one| row(one, &lacks(one))).collect(),
        empty: "No workflow names its vendor.",
    })
}

fn row(one: &RegisterRow, lacks: &[&Finding]) -> Row {
    let name = or_erased(one.name.as_ref());
    let made = [one.vendor.clone(), one.product.clone()].into_iter().flatten();
    let held = one.certifications.iter().map(|held| match &held.expires {
        Some(expires) => format!("{} until {expires}", held.words),
        None => held.words.clone(),
    });
    let held: Vec<String> = held.collect();
    let training = one.vendor_training.map(TrainingUse::words).map(str::to_owned);
    let kept: Vec<String> = one.vendor_retention.clone().into_iter().chain(training).collect();
    let or_missing = |words: Vec<String>| match words.is_empty() {
        true => "not stated".to_owned(),
        false => words.join("; "),
    };
    let cells = vec![name, made.collect::<Vec<_>>().join(", "), or_missing(held), or_missing(kept)];
    let says = lacks.iter().map(|finding| finding.says.as_str()).collect::<Vec<_>>().join(" ");
    match (lacks.is_empty(), lacks.iter().any(|finding| finding.blocks)) {
        (true, _) => Row::of(&one.workflow, cells, PulledMark::Fine, "Certified"),
        (false, true) => Row::of(&one.workflow, cells, PulledMark::Breach, says),
        (false, false) => Row::of(&one.workflow, cells, PulledMark::Attention, says),
    }
}
