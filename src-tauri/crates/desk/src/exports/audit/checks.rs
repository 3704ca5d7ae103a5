//! Fairness, drift and service-level checks made in the quarter.

use report::audit::{Line, Section, State};

use super::super::quarter::{Stood, short_day};
use super::table::{key, of_record, part, points, share, state, words};
use crate::checks::CheckListed;
use crate::problem::capital;

pub(super) fn section(stood: &Stood) -> Section {
    let out = stood.checks.iter().filter(|one| one.stands_out).count();
    let columns = vec![
        points("Check", 50),
        points("Made", 40),
        share("Kind", 3),
        share("Of", 6),
        share("What it shows", 5),
        share("By", 3),
    ];
    let lines = stood.checks.iter().map(check).collect();
    let empty = "No check of fairness, drift or service level was made in this quarter.";
    Section {
        title: "Fairness and drift".to_owned(),
        holds: report::grouped(stood.checks.len() as u64),
        lead: match stood.checks.len() {
            0 => "Nothing was checked, so nothing is said of fairness or drift.".to_owned(),
            all => format!("{all} made in the quarter; {out} show something to look at."),
        },
        parts: vec![part("Checks", columns, lines, empty)],
    }
}

fn check(one: &CheckListed) -> Line {
    let mark = if one.stands_out { State::Attention } else { State::Fine };
    of_record(
        &one.check,
        vec![
            key(&one.check),
            words(short_day(&one.at)),
            words(capital(one.kind.words())),
            words(&one.title),
            state(mark, capital(&one.short)),
            words(&one.by_name),
        ],
    )
}
