//! Random histories through the desk's own operations, tries that must fail among them; and what
//! is so of every one, judged from its entries by a judge who shares nothing with the rules.

pub mod company;
mod judge;
mod past;
mod step;

use std::collections::BTreeMap;

use desk::Clock;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use company::{Company, founded};
use judge::Judge;
use step::{Step, steps};

/// So many histories that each case which must be met is met several times.
const CASES: u32 = 48;

/// So many tries to make a history that fails shorter; each takes a tenth of a second.
const SHORTENINGS: u32 = 400;

/// How often each refusal was met, and each event entered.
type Met = BTreeMap<String, u32>;

/// Lives `cases` random histories of up to `most` steps, looking at each after every step that was
/// done, and judging it at its end; says what was met on the way.
fn live(
    cases: u32,
    most: usize,
    look: impl Fn(&mut Company),
    judge: impl Fn(&mut Company, &Judge) -> Result<(), TestCaseError>,
) -> Met {
    let met = std::cell::RefCell::new(Met::new());
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: SHORTENINGS,
        ..Config::default()
    };
    let first = founded();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed());
    let lived = TestRunner::new_with_rng(config, rng).run(&steps(most), |steps: Vec<Step>| {
        let mut company = Company::begins(&first);
        for step in &steps {
            let outcome = company.takes(step);
            if outcome == "done" {
                look(&mut company);
            }
            *met.borrow_mut().entry(outcome).or_default() += 1;
        }
        let judged = Judge::of(&company.room.workspace());
        for (event, count) in &judged.events {
            *met.borrow_mut().entry(event.clone()).or_default() += count;
        }
        for became in judged.became(company.room.clock.now()) {
            *met.borrow_mut().entry(became.to_owned()).or_default() += 1;
        }
        judge(&mut company, &judged)
    });
    if let Err(failed) = lived {
        panic!("{failed}");
    }
    met.into_inner()
}

#[test]
fn nothing_is_applied_live_or_used_up_but_by_right_and_rule() {
    let met = live(
        CASES,
        40,
        |_| (),
        |company, judged| {
            prop_assert_eq!(
                &judged.unrightful,
                &Vec::<String>::new(),
                "applied without its approvals"
            );
            prop_assert_eq!(
                &judged.unruly,
                &Vec::<String>::new(),
                "live against a rule that was on"
            );
            prop_assert_eq!(company.unfound(judged), Vec::<String>::new(), "broken and not found");
            let shown = company.permits();
            prop_assert_eq!(shown, judged.permits(), "a permit stands as its uses say");
            let told = company.exceeded();
            prop_assert_eq!(told, judged.exceeded(), "a permit was exceeded in silence");
            Ok(())
        },
    );
    for wanted in WANTED {
        assert!(met.contains_key(*wanted), "no history ever met “{wanted}”: {met:#?}");
    }
}

/// What the histories must meet, or they prove nothing.
const WANTED: &[&str] = &[
    // Entered.
    "decision.applied",
    "decision.withdrawn",
    "permit.used",
    "permit-answered",
    "workflow.stopped",
    // Refused of votes.
    "own-proposal",
    "not-entitled",
    "voted-already",
    "out-of-turn",
    "consult-first",
    "decision-over",
    "decision-lapsed",
    "decision-stale",
    "request-changed",
    "reason-missing",
    // Refused of proposals, and of what goes round them.
    "evidence-missing",
    "needs-decision",
    "not-approved",
    "not-the-proposer",
    "nothing-changed",
    "nothing-to-undo",
    "rules-block",
    "too-many-steps",
    // What came in between.
    "found live",
    "launched",
    "lapsed with a vote",
    "permit exceeded",
    "rolled back",
    "voted in somebody's place",
];

#[test]
fn the_desk_as_of_a_moment_shows_what_it_showed_then() {
    live(CASES / 4, 20, past::keep, past::is_as_it_was);
}

/// The same histories every time, so that what they meet is no matter of luck; others with a number
/// in `COUNTERSIGN_SEED`.
fn seed() -> [u8; 32] {
    let number = std::env::var("COUNTERSIGN_SEED").ok().and_then(|number| number.parse().ok());
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.unwrap_or(7_u64).to_le_bytes());
    seed
}
