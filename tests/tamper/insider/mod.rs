//! An insider wants a change through without the right signature: the operator, with all that is
//! his, and an hour. Each row is an attempt and what must stop it, by its code: a rule's refusal, a
//! file that is not read, a verdict that fails, or what the person who signs gets to see.

mod alone;
mod forge;
mod inside;
mod look_alike;
mod people;
mod undo;

use crate::table::Table;
use inside::{Company, Inside};

/// What stopped an attempt, by its code; `done` where nothing did.
type Stopped = String;

/// An attempt: what it is called, what must stop it, what stopped it.
type Attempt = (&'static str, &'static str, Stopped);

/// Attempts on one company, one after the other.
type Attempts = fn(&Inside) -> Vec<Attempt>;

const ALL: [Attempts; 20] = [
    alone::raises_and_launches_by_himself,
    alone::starts_again_what_was_stopped,
    alone::frees_what_was_set_aside,
    alone::shows_evidence_that_is_none,
    alone::exceeds_a_permit,
    alone::acts_in_the_past_and_waits_out_the_clock,
    people::makes_a_sponsor,
    people::takes_the_sponsors_key,
    people::ends_whoever_would_be_heard,
    people::makes_an_approver_of_lesser_things,
    undo::undoes_a_step_down_without_what_the_step_asks,
    undo::undoes_what_was_stopped_since,
    undo::erases_what_is_to_be_signed,
    look_alike::takes_a_name_that_reads_like_another,
    look_alike::tells_other_names_in_the_request,
    look_alike::hides_what_a_launch_lets_act,
    look_alike::sends_a_request_that_steers_or_bursts,
    forge::counts_a_vote_given_for_something_else,
    forge::counts_a_vote_on_an_older_copy,
    forge::signs_with_the_machines_key,
];

#[test]
fn an_insider_gets_nothing_through_without_the_right_signature() {
    let company = Company::founded();
    let mut table = Table::new("an insider with the operator's key, the machine's and the file");
    let two = std::thread::available_parallelism().map_or(1, usize::from).clamp(1, 4);
    let parts: Vec<Vec<Attempts>> =
        (0..two).map(|part| ALL.into_iter().skip(part).step_by(two).collect()).collect();
    let outcomes: Vec<Attempt> = std::thread::scope(|scope| {
        let company = &company;
        let running: Vec<_> = parts
            .into_iter()
            .map(|part| {
                scope.spawn(move || {
                    part.into_iter().flat_map(|act| act(&company.again())).collect::<Vec<_>>()
                })
            })
            .collect();
        running.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    for (attempt, expected, stopped) in outcomes {
        let outcome = if stopped == expected { Ok(stopped) } else { Err(stopped) };
        table.count(attempt, outcome.map_err(|stopped| format!("{expected} expected: {stopped}")));
    }
    table.finish();
}
