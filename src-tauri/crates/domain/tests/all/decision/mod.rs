//! Decisions: each state by each event.
//!
//! A table's columns are where a decision stands, its rows are what happens then, and each cell is
//! where it stands afterwards, or the code of the refusal that left it where it stood.

mod world;

use std::collections::BTreeSet;

use domain::Text;
use domain::cadence::{Calendar, CalendarSet, Holiday, set_calendar};
use domain::decision::{DecisionKind, EvidenceAsked, EvidenceShown, How, missing};
use domain::rule::Rule;

use crate::support::{JONAS, MAREN, TOBIAS, code, company, day, held, role};
use world::{Happens, Right, World};

/// How a decision comes to stand in a column: what happens, one after the other.
type Comes = (&'static str, &'static [Happens]);

/// Holds every cell of `table` against what happens. A row, a column or a cell too few fails.
fn check(right: Right, columns: &[Comes], rows: &[(&str, Happens)], table: &str) {
    let mut lines = table.lines().filter(|line| !line.trim().is_empty());
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let head = cells(lines.next().unwrap());
    let named: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    assert_eq!(head[1..], named, "every state has its column");
    let told: Vec<Vec<String>> = lines.map(cells).collect();
    let of_rows: Vec<&str> = told.iter().map(|row| row[0].as_str()).collect();
    let wanted: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    assert_eq!(of_rows, wanted, "every event has its row");
    let mut wrong = Vec::new();
    for (told, (event, happens)) in told.iter().zip(rows) {
        assert_eq!(told.len(), head.len(), "“{event}” has a cell for every state");
        for ((state, comes), expected) in columns.iter().zip(&told[1..]) {
            let mut world = World::proposed(right);
            for before in *comes {
                before(&mut world).unwrap();
            }
            assert_eq!(world.stands(), *state, "how it comes to be “{state}”");
            let found = match happens(&mut world) {
                Ok(()) => world.stands(),
                Err(refused) => refused.code(),
            };
            if found != expected {
                wrong.push(format!("{state}, then {event}: {found}, and not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cells differ:\n{}", wrong.len(), wrong.join("\n"));
}

const SPONSOR_AND_SECURITY: Right = Right {
    approve: &["executive-sponsor", "security"],
    how: How::All,
    consult: &["legal"],
    consult_first: false,
};

#[test]
fn every_state_meets_every_event() {
    let columns: &[Comes] = &[
        ("open", &[]),
        ("part approved", &[World::sponsor_approves]),
        ("approved", &[World::rule_on, World::sponsor_approves, World::security_approves]),
        ("applied", &[World::sponsor_approves, World::security_approves]),
        ("rejected", &[World::security_refuses]),
        ("lapsed", &[World::time_passes]),
        ("stale", &[World::workflow_changes]),
        ("withdrawn", &[World::proposer_withdraws]),
        ("rolled back", &[World::sponsor_approves, World::security_approves, World::rolled_back]),
    ];
    check(SPONSOR_AND_SECURITY, columns, EVENTS, TABLE);
}

/// What can happen to a decision, in whatever state it is.
const EVENTS: &[(&str, Happens)] = &[
    ("proposed again", World::proposed_again),
    ("agreed by legal", World::legal_agrees),
    ("objected to by legal", World::legal_objects),
    ("agreed by legal twice", |w| w.legal_agrees().and_then(|()| w.legal_agrees())),
    ("agreed by the proposer", World::proposer_agrees),
    ("approved by legal, who is only heard", World::legal_approves),
    ("approved by the sponsor", World::sponsor_approves),
    ("approved by security", World::security_approves),
    ("approved by the sponsor twice", |w| w.sponsor_approves().and_then(|()| w.sponsor_approves())),
    ("approved by both, one after the other", World::both_approve),
    ("approved by both at once", World::both_approve_at_once),
    ("approved by both on what a rule now forbids", |w| {
        w.rule_on().and_then(|()| w.both_approve())
    }),
    ("approved by one person who is both", World::one_who_is_both_approves),
    ("approved by the proposer", World::proposer_approves),
    ("approved by the proposer, who stands in", World::proposer_approves_as_deputy),
    ("approved by the proposer, now sponsor too", World::proposer_approves_as_sponsor),
    ("approved by who stands in for the sponsor", World::deputy_approves),
    ("approved by a deputy, the sponsor being here", World::idle_deputy_approves),
    ("approved by a sponsor since it was proposed", World::sponsor_since_approves),
    ("approved by a deputy named since", World::deputy_since_approves),
    ("approved by somebody without a role", World::outsider_approves),
    ("approved by one whose role has ended", World::former_security_approves),
    ("approved by one who has left", World::gone_approves),
    ("approved by nobody we know", World::stranger_approves),
    ("approved by security after its time", World::security_approves_late),
    ("approved by security on what has changed", World::security_approves_what_changed),
    ("refused by security", World::security_refuses),
    ("refused by who stands in for the sponsor", World::deputy_refuses),
    ("refused by the proposer", World::proposer_refuses),
    ("refused by somebody without a role", World::outsider_refuses),
    ("refused by security after its time", World::security_refuses_late),
    ("withdrawn by the proposer", World::proposer_withdraws),
    ("withdrawn by security", World::security_withdraws),
    ("withdrawn by the sponsor, its proposer gone", World::sponsor_withdraws_for_one_gone),
    ("withdrawn by security, its proposer gone", World::security_withdraws_for_one_gone),
    ("applied", World::applied),
    ("applied, the rule being off again", |w| w.rule_off().and_then(|()| w.applied())),
    ("rollback proposed", World::rollback_proposed),
    ("rolled back", World::rolled_back),
    ("its time passes", World::time_passes),
    ("the workflow changes", World::workflow_changes),
    ("a rule is switched on", World::rule_on),
];

const TABLE: &str = "
                                             | open             | part approved    | approved         | applied         | rejected        | lapsed          | stale           | withdrawn       | rolled back
proposed again                               | open             | part approved    | rules-block      | nothing-changed | rejected        | lapsed          | stale           | withdrawn       | rolled back
agreed by legal                              | open             | part approved    | approved         | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
objected to by legal                         | open             | part approved    | approved         | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
agreed by legal twice                        | voted-already    | voted-already    | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
agreed by the proposer                       | own-proposal     | own-proposal     | own-proposal     | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal
approved by legal, who is only heard         | not-entitled     | not-entitled     | not-entitled     | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by the sponsor                      | part approved    | voted-already    | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by security                         | part approved    | applied          | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by the sponsor twice                | voted-already    | voted-already    | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by both, one after the other        | applied          | voted-already    | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by both at once                     | applied          | voted-already    | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by both on what a rule now forbids  | approved         | voted-already    | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by one person who is both           | applied          | applied          | out-of-turn      | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by the proposer                     | own-proposal     | own-proposal     | own-proposal     | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal
approved by the proposer, who stands in      | own-proposal     | own-proposal     | own-proposal     | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal
approved by the proposer, now sponsor too    | own-proposal     | own-proposal     | own-proposal     | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal
approved by who stands in for the sponsor    | part approved    | out-of-turn      | out-of-turn      | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by a deputy, the sponsor being here | not-entitled     | not-entitled     | not-entitled     | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by a sponsor since it was proposed  | entitled-since   | entitled-since   | entitled-since   | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by a deputy named since             | entitled-since   | entitled-since   | entitled-since   | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by somebody without a role          | not-entitled     | not-entitled     | not-entitled     | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by one whose role has ended         | not-entitled     | not-entitled     | not-entitled     | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by one who has left                 | has-left         | has-left         | has-left         | has-left        | has-left        | has-left        | has-left        | has-left        | has-left
approved by nobody we know                   | unknown          | unknown          | unknown          | unknown         | unknown         | unknown         | unknown         | unknown         | unknown
approved by security after its time          | decision-lapsed  | decision-lapsed  | decision-lapsed  | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
approved by security on what has changed     | decision-stale   | decision-stale   | decision-stale   | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
refused by security                          | rejected         | rejected         | voted-already    | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
refused by who stands in for the sponsor     | rejected         | rejected         | rejected         | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
refused by the proposer                      | own-proposal     | own-proposal     | own-proposal     | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal    | own-proposal
refused by somebody without a role           | not-entitled     | not-entitled     | not-entitled     | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
refused by security after its time           | decision-lapsed  | decision-lapsed  | decision-lapsed  | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
withdrawn by the proposer                    | withdrawn        | withdrawn        | withdrawn        | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
withdrawn by security                        | not-the-proposer | not-the-proposer | not-the-proposer | not-the-proposer | not-the-proposer | not-the-proposer | not-the-proposer | not-the-proposer | not-the-proposer
withdrawn by the sponsor, its proposer gone  | withdrawn        | withdrawn        | withdrawn        | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
withdrawn by security, its proposer gone     | not-entitled     | not-entitled     | not-entitled     | not-entitled    | not-entitled    | not-entitled    | not-entitled    | not-entitled    | not-entitled
applied                                      | not-approved     | not-approved     | rules-block      | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
applied, the rule being off again            | not-approved     | not-approved     | applied          | decision-over   | decision-over   | decision-lapsed | decision-stale  | decision-over   | decision-over
rollback proposed                            | nothing-to-undo  | nothing-to-undo  | nothing-to-undo  | applied         | nothing-to-undo | nothing-to-undo | nothing-to-undo | nothing-to-undo | nothing-to-undo
rolled back                                  | nothing-to-undo  | nothing-to-undo  | nothing-to-undo  | rolled back     | nothing-to-undo | nothing-to-undo | nothing-to-undo | nothing-to-undo | nothing-to-undo
its time passes                              | lapsed           | lapsed           | lapsed           | applied         | rejected        | lapsed          | stale           | withdrawn       | rolled back
the workflow changes                         | stale            | stale            | stale            | applied         | rejected        | lapsed          | stale           | withdrawn       | rolled back
a rule is switched on                        | open             | part approved    | approved         | applied         | rejected        | lapsed          | stale           | withdrawn       | rolled back
";

#[test]
fn roles_in_order_take_turns_and_who_is_heard_first_is_heard_first() {
    let in_order = Right {
        approve: &["security", "executive-sponsor"],
        how: How::InOrder,
        consult: &["legal"],
        consult_first: true,
    };
    let columns: &[Comes] = &[
        ("open", &[]),
        ("heard", &[World::legal_agrees]),
        ("part approved", &[World::legal_agrees, World::security_approves]),
    ];
    let rows: &[(&str, Happens)] = &[
        ("agreed by legal", World::legal_agrees),
        ("objected to by legal", World::legal_objects),
        ("agreed by who stands in for legal", World::deputy_of_legal_agrees),
        ("approved by security", World::security_approves),
        ("approved by the sponsor", World::sponsor_approves),
        ("approved by one person who is both", World::one_who_is_both_approves),
        ("approved by one who is heard and first", World::one_who_is_heard_and_first_approves),
        ("approved by security, nobody being legal", |w| w.nobody_is("legal").security_approves()),
        ("approved by security, legal having asked", |w| {
            w.proposer_is("legal").security_approves()
        }),
        ("approved by the sponsor after its time", World::sponsor_approves_late),
        ("refused by security", World::security_refuses),
        ("refused by the sponsor", World::sponsor_refuses),
        ("its time passes", World::time_passes),
    ];
    let table = "
                                         | open            | heard           | part approved
agreed by legal                          | heard           | voted-already   | voted-already
objected to by legal                     | heard           | voted-already   | voted-already
agreed by who stands in for legal        | heard           | heard           | part approved
approved by security                     | consult-first   | part approved   | out-of-turn
approved by the sponsor                  | consult-first   | out-of-turn     | applied
approved by one person who is both       | consult-first   | applied         | applied
approved by one who is heard and first   | part approved   | part approved   | out-of-turn
approved by security, nobody being legal | part approved   | part approved   | out-of-turn
approved by security, legal having asked | part approved   | part approved   | out-of-turn
approved by the sponsor after its time   | decision-lapsed | decision-lapsed | decision-lapsed
refused by security                      | rejected        | rejected        | voted-already
refused by the sponsor                   | rejected        | rejected        | rejected
its time passes                          | lapsed          | lapsed          | lapsed
";
    check(in_order, columns, rows, table);
}

#[test]
fn where_one_of_several_is_enough_the_first_decides() {
    let any = Right {
        approve: &["executive-sponsor", "security"],
        how: How::Any,
        consult: &["legal"],
        consult_first: false,
    };
    let columns: &[Comes] = &[
        ("open", &[]),
        ("approved", &[World::rule_on, World::sponsor_approves]),
        ("applied", &[World::sponsor_approves]),
        ("rejected", &[World::sponsor_refuses]),
    ];
    let rows: &[(&str, Happens)] = &[
        ("approved by security", World::security_approves),
        ("approved by both at once", World::both_approve_at_once),
        ("approved by one person who is both", World::one_who_is_both_approves),
        ("refused by security", World::security_refuses),
        ("applied", World::applied),
    ];
    let table = "
                                   | open          | approved      | applied       | rejected
approved by security               | applied       | out-of-turn   | decision-over | decision-over
approved by both at once           | decision-over | voted-already | decision-over | decision-over
approved by one person who is both | applied       | out-of-turn   | decision-over | decision-over
refused by security                | rejected      | rejected      | decision-over | decision-over
applied                            | not-approved  | rules-block   | decision-over | decision-over
";
    check(any, columns, rows, table);
}

#[test]
fn the_table_meets_every_state_and_every_way_to_refuse_a_vote() {
    let met: BTreeSet<&str> = TABLE.split(['|', '\n']).map(str::trim).collect();
    for wanted in [
        "open",
        "part approved",
        "approved",
        "applied",
        "rejected",
        "lapsed",
        "stale",
        "withdrawn",
        "rolled back",
        "own-proposal",
        "not-entitled",
        "voted-already",
        "out-of-turn",
        "decision-over",
        "decision-lapsed",
        "decision-stale",
        "not-approved",
        "not-the-proposer",
        "nothing-to-undo",
        "rules-block",
    ] {
        assert!(met.contains(wanted), "no cell comes to “{wanted}”");
    }
}

#[test]
fn a_role_that_is_heard_first_is_not_ended_to_be_spared_its_word() {
    let rights = domain::workspace::startup::rights().rights;
    let launch = rights.iter().find(|right| right.kind == DecisionKind::Launch).unwrap();
    let aside = domain::decision::Right { consult_first: false, ..launch.clone() };
    let legal = |from, to| held(JONAS, "legal", from, to);
    let own = held(MAREN, "legal", "2026-01-01", Some("2026-11-01"));
    for (right, legal, expected, why) in [
        (launch, None, "done", "nobody ever held it: there is nobody to hear"),
        (launch, Some(legal("2026-01-01", None)), "done", "it is held"),
        (launch, Some(legal("2026-01-01", Some("2026-11-15"))), "consulted-vacant", "it ended"),
        (launch, Some(legal("2026-12-01", None)), "done", "it is to be held, and never was"),
        (launch, Some(own), "done", "only who proposes ever held it"),
        (&aside, Some(legal("2026-01-01", Some("2026-11-15"))), "done", "it is not heard first"),
    ] {
        let mut company = company();
        company.holdings.extend(legal);
        let heard = domain::decision::somebody_is_heard(&company, right, MAREN);
        assert_eq!(code(&heard), expected, "Legal: {why}");
    }
}

/// What an act comes to, by its code.
type Act = fn() -> &'static str;

#[test]
fn each_rule_of_an_act_refuses_what_breaks_it_and_lets_what_holds_it_through() {
    fn voted(consult_first: bool, happens: Happens) -> &'static str {
        let mut world = World::proposed(Right { consult_first, ..SPONSOR_AND_SECURITY });
        happens(&mut world).map_or_else(|refused| refused.code(), |()| "done")
    }
    fn given(by: domain::PersonRef) -> &'static str {
        let (sponsor, from) = (role("executive-sponsor"), day("2026-11-16"));
        code(&domain::people::give(&company(), by, JONAS, &sponsor, from, None))
    }
    fn days(holidays: &[&str]) -> &'static str {
        let holiday = |date: &&str| Holiday { date: day(date), name: Text::new("Outing") };
        let business_days = Calendar::default().business_days().to_vec();
        let before = CalendarSet { business_days, holidays: vec![holiday(&"2026-11-18")] };
        let holidays = holidays.iter().map(holiday).collect();
        let after = CalendarSet { holidays, ..before.clone() };
        code(&set_calendar(&company(), MAREN, after, Some(&before)))
    }
    fn shown(shown: &[EvidenceShown]) -> &'static str {
        let asked = [EvidenceAsked::Samples];
        if missing(&asked, shown, &[]).is_empty() { "done" } else { "evidence-missing" }
    }
    fn sample() -> EvidenceShown {
        let words = Some(Text::new("59 clean items"));
        EvidenceShown { asked: EvidenceAsked::Samples, words, at: Vec::new() }
    }
    let rules: [(Rule, Act, &str, Act); 6] = [
        (Rule::StepsShown, || shown(&[]), "evidence-missing", || shown(&[sample()])),
        (
            Rule::HeardFirst,
            || voted(true, World::sponsor_approves),
            "consult-first",
            || voted(true, |w| w.legal_agrees().and_then(|()| w.sponsor_approves())),
        ),
        (
            Rule::ApprovalsExact,
            || voted(false, World::security_approves_what_changed),
            "decision-stale",
            || voted(false, World::security_approves),
        ),
        (
            Rule::ApprovalsLapse,
            || voted(false, World::security_approves_late),
            "decision-lapsed",
            || voted(false, World::security_approves),
        ),
        (Rule::SponsorMade, || given(MAREN), "sponsors-own", || given(TOBIAS)),
        (
            Rule::LoosenedByTwo,
            || days(&["2026-11-18", "2026-11-19"]),
            "needs-decision",
            || days(&[]),
        ),
    ];
    for (rule, broken, expected, held) in rules {
        assert_eq!(broken(), expected, "{rule} is broken");
        assert_eq!(held(), "done", "{rule} is held");
        assert!(!rule.may_be_off(), "{rule} is never off");
    }
}
