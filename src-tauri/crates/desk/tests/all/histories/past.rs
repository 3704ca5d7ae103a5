//! The desk as of a moment.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use desk::Clock;
use desk::operations::{
    DecisionQuery, FindingsQuery, LogQuery, LookBack, Nothing, RegisterQuery, WorkflowQuery,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::company::{Company, Who};
use super::judge::Judge;

/// What each screen shows.
pub type Screens = BTreeMap<String, Value>;

/// Keeps what the screens show now, where an entry was made this very moment: later they may show
/// what time alone brought about. Every third will do.
pub fn keep(company: &mut Company) {
    let entry = crate::support::size(&mut company.desk);
    if entry > company.seen {
        company.seen = entry;
        if !entry.is_multiple_of(3) || !is_just_made(company, entry) {
            return;
        }
        let shown = screens(company);
        company.kept.push((entry, shown));
    }
}

fn is_just_made(company: &mut Company, entry: u64) -> bool {
    let newest = LogQuery { before: Some(entry + 1), limit: Some(1), ..LogQuery::default() };
    let at = company.desk.log(newest).unwrap().rows[0].at.clone();
    let since = company.room.clock.now().utc() - at.parse::<DateTime<Utc>>().unwrap();
    since.num_seconds() == 0
}

/// Holds what every kept moment showed against what it shows now.
pub fn is_as_it_was(company: &mut Company, _: &Judge) -> Result<(), TestCaseError> {
    let kept = std::mem::take(&mut company.kept);
    company.by(Who::Operator);
    for (entry, then) in kept {
        company.desk.look_back(LookBack { as_of: entry.to_string() }).unwrap();
        let shown = screens(company);
        company.desk.return_to_now(Nothing {}).unwrap();
        for (screen, was) in &then {
            prop_assert_eq!(Some(was), shown.get(screen), "{} as of entry {}", screen, entry);
        }
    }
    Ok(())
}

/// What the screens show of everything that decisions touch.
fn screens(company: &mut Company) -> Screens {
    let desk = company.by(Who::Operator);
    let decisions = desk.decisions(Nothing {}).unwrap();
    let register = desk.register(RegisterQuery::default()).unwrap();
    let mut screens = Screens::new();
    for row in decisions.open.iter().chain(&decisions.over) {
        let decision = row.decision.clone();
        let page = desk.decision(DecisionQuery { decision: decision.clone() }).unwrap();
        screens.insert(decision, json!(page));
    }
    for row in &register.workflows {
        let query = WorkflowQuery { workflow: row.workflow.clone(), as_of: None };
        let (page, rules) = (desk.workflow(query.clone()), desk.workflow_rules(query));
        screens.insert(row.workflow.clone(), json!([page.unwrap(), rules.unwrap()]));
    }
    for (name, shown) in [
        ("decisions", json!(decisions)),
        ("register", json!(register)),
        ("findings", json!(desk.findings(FindingsQuery::default()).unwrap())),
        ("rules", json!(desk.rules(Nothing {}).unwrap())),
        ("rights", json!(desk.decision_rights(Nothing {}).unwrap())),
        ("stops", json!(desk.stops(Nothing {}).unwrap())),
        ("exceptions", json!(desk.exceptions(Nothing {}).unwrap())),
        ("people", json!(desk.people(Nothing {}).unwrap())),
        ("today", json!(desk.today(Nothing {}).unwrap())),
    ] {
        screens.insert(name.to_owned(), shown);
    }
    screens
}
