//! Vendors and models behind the workflows, and what they hold.

use std::collections::BTreeMap;

use domain::workflow::{Status, TrainingUse};
use report::audit::{Line, Section};
use report::counted;

use super::super::quarter::Stood;
use super::table::{key, part, points, row, share, words};
use crate::register::RegisterRow;

pub(super) fn section(stood: &Stood) -> Section {
    let mut vendors: BTreeMap<&str, Vec<&RegisterRow>> = BTreeMap::new();
    let mut without = 0;
    for row in stood.register.iter().filter(|row| row.status != Status::Retired) {
        match &row.vendor {
            Some(vendor) => vendors.entry(vendor).or_default().push(row),
            None => without += 1,
        }
    }
    let columns = vec![
        share("Vendor", 4),
        share("Product and model", 6),
        points("Workflows", 60),
        share("Certifications", 6),
        share("Keeps data", 4),
        share("Trains on it", 4),
    ];
    let lines: Vec<Line> =
        vendors.iter().map(|(vendor, workflows)| vendor_row(vendor, workflows)).collect();
    let none = match without {
        0 => String::new(),
        without => format!(" {} no vendor.", counted(without, "workflow names", "workflows name")),
    };
    let holds = report::grouped(vendors.len() as u64);
    let empty = "No workflow names its vendor.";
    Section {
        title: "Vendors".to_owned(),
        lead: format!(
            "{} named on the register.{none}",
            counted(vendors.len(), "vendor is", "vendors are")
        ),
        holds,
        parts: vec![part("Vendors and models", columns, lines, empty)],
    }
}

fn vendor_row(vendor: &str, workflows: &[&RegisterRow]) -> Line {
    let each = |says: &dyn Fn(&RegisterRow) -> Vec<String>| {
        let mut all: Vec<String> = workflows.iter().flat_map(|row| says(row)).collect();
        all.sort();
        all.dedup();
        all
    };
    let made = each(&|row| {
        let both = [row.product.as_deref(), row.model.as_deref()];
        let says = both.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if says.is_empty() { Vec::new() } else { vec![says] }
    });
    let held = each(&|row| {
        let held = row.certifications.iter().map(|one| match &one.expires {
            Some(expires) => format!("{} until {expires}", one.words),
            None => one.words.clone(),
        });
        held.collect()
    });
    let kept = each(&|row| row.vendor_retention.iter().cloned().collect());
    let trained = each(&|row| {
        row.vendor_training.map(TrainingUse::words).map(str::to_owned).into_iter().collect()
    });
    let references: Vec<&str> = workflows.iter().map(|row| row.workflow.as_str()).collect();
    let or_missing = |all: Vec<String>| match all.is_empty() {
        true => words("not stated"),
        false => words(all.join("\n")),
    };
    row(vec![
        key(vendor),
        words(made.join("\n")),
        words(references.join(", ")),
        or_missing(held),
        or_missing(kept),
        or_missing(trained),
    ])
}
