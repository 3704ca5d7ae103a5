//! Fairness and drift checks of the quarter's actions, and service-level checks made in it.

use report::audit::{Line, Section, State};
use report::counted;

use super::super::quarter::{Quarter, short_day};
use super::table::{key, of_record, part, points, share, state, words};
use crate::checks::CheckListed;
use crate::problem::capital;

pub(super) fn section(quarter: &Quarter) -> Section {
    let out = quarter.checks.iter().filter(|one| one.stands_out).count();
    let columns = vec![
        points("Check", 50),
        points("Made", 40),
        share("Kind", 3),
        share("Of", 6),
        share("What it shows", 5),
        share("By", 3),
    ];
    let lines = quarter.checks.iter().map(check).collect();
    let empty = "No check of fairness or drift reads actions of this quarter, and no service level was \
                 checked in it.";
    let later = quarter.checks.iter().filter(|one| quarter.later(&one.at).is_some()).count();
    let later = match later {
        0 => String::new(),
        later => format!(" {} made after its end.", counted(later, "was", "were")),
    };
    Section {
        title: "Fairness and drift".to_owned(),
        holds: report::grouped(quarter.checks.len() as u64),
        lead: match quarter.checks.len() {
            0 => "Nothing was checked, so nothing is said of fairness or drift.".to_owned(),
            all => format!(
                "{} of the quarter; {out} of them with something to look at.{later}",
                checks(all)
            ),
        },
        parts: vec![part("Checks", columns, lines, empty)],
    }
}

fn checks(count: usize) -> String {
    counted(count, "check", "checks")
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
