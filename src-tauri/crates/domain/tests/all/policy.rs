//! Policies: who writes them, whom they ask, and by when.

use domain::people::SignedStatement;
use domain::policy::{
    Asked, Attestation, InForce, Joined, Kind, PolicyRevised, Terms, Written, attest, draft,
    may_attest, revise, unattested, whole,
};
use domain::workspace::startup;
use domain::{Event, PersonRef, PolicyRef, Refusal, RoleId, Text};

use crate::support::*;

const POLICY: PolicyRef = PolicyRef::new(2);

fn written<'a>(sections: &[(&'a str, &'a str)]) -> Written<'a> {
    Written {
        title: "Acceptable use",
        kind: Kind::AcceptableUse,
        sections: sections.to_vec(),
        roles: vec![],
        again_days: None,
    }
}

/// In force since the first of November, asking these roles.
fn in_force(roles: &[&str], attested: &[(PersonRef, &str)]) -> InForce {
    InForce {
        policy: POLICY,
        version: 1,
        roles: roles.iter().map(|role| RoleId::new(*role)).collect(),
        again_days: None,
        from: day("2026-11-01"),
        attested: attested.iter().map(|(by, on)| Attestation { by: *by, on: day(on) }).collect(),
    }
}

/// Everybody came long ago.
fn joined() -> Joined {
    company().people.into_iter().map(|person| (person, day("2026-01-01"))).collect()
}

fn asks(policy: &InForce, person: PersonRef) -> Option<Asked> {
    policy.asks(&company(), &joined(), 14, person)
}

fn waits(until: &str) -> Option<Asked> {
    Some(Asked::Waits { until: day(until) })
}

fn signed() -> SignedStatement {
    SignedStatement { statement: "{}".to_owned(), signature: "AAAA".to_owned() }
}

#[test]
fn whoever_keeps_policies_writes_them_and_nobody_else() {
    let text = written(&[("Data", "Keep it.")]);
    let by = |person| draft(&company(), person, POLICY, &text).map(drop);
    assert_eq!(by(MAREN), Ok(()), "RevOps writes");
    assert_eq!(by(RAFAEL), Ok(()), "and so does Security");
    let refused = by(JONAS).map_err(|refusal| refusal.code());
    assert_eq!(refused, Err("not-entitled"), "sales reads");
}

#[test]
fn a_policy_that_says_nothing_or_one_thing_twice_is_refused() {
    for (sections, code) in [
        (vec![], "out-of-range"),
        (vec![("Data", " ")], "blank"),
        (vec![("", "Keep it.")], "blank"),
        (vec![("Data", "Keep it."), ("data", "Delete it.")], "twice"),
    ] {
        let refused = draft(&company(), MAREN, POLICY, &written(&sections)).unwrap_err();
        assert_eq!(refused.code(), code, "{sections:?}");
    }
    let unknown = Written { roles: vec![role("king")], ..written(&[("Data", "Keep it.")]) };
    let refused = draft(&company(), MAREN, POLICY, &unknown).unwrap_err();
    assert_eq!(refused.code(), "unknown", "nobody attests for a role there is not");
    let daily = Written { again_days: Some(1), ..written(&[("Data", "Keep it.")]) };
    let refused = draft(&company(), MAREN, POLICY, &daily).unwrap_err();
    assert_eq!(refused.code(), "out-of-range", "nobody signs the same every day");
}

#[test]
fn a_revision_is_the_next_version_and_says_something_else() {
    let first = draft(&company(), MAREN, POLICY, &written(&[("Data", "Keep it.")])).unwrap();
    let Event::PolicyDrafted(first) = first else { panic!("a draft is a draft") };
    let revised = |body| {
        let latest = (4, &first.terms);
        revise(&company(), MAREN, POLICY, latest, &written(&[("Data", body)]))
    };
    assert_eq!(revised("Keep it."), Err(Refusal::NothingChanged), "the same is no version");
    let Ok(Event::PolicyRevised(PolicyRevised { version, .. })) = revised("Delete it.") else {
        panic!("it is revised")
    };
    assert_eq!(version, 5, "numbers go on");
}

#[test]
fn everybody_is_asked_where_no_role_is_named_but_who_has_left() {
    let policy = in_force(&[], &[]);
    assert_eq!(asks(&policy, JONAS), waits("2026-11-15"), "two weeks from when it came into force");
    assert_eq!(asks(&policy, GONE), None, "who has left signs nothing");
    let sales = in_force(&["sales-leader"], &[]);
    assert_eq!(asks(&sales, JONAS), waits("2026-11-15"), "he leads sales");
    assert_eq!(asks(&sales, RAFAEL), None, "Security is not asked what sales is asked");
}

#[test]
fn who_came_later_or_was_given_the_role_later_has_the_same_time_from_then() {
    let policy = in_force(&["legal"], &[]);
    let mut company = company();
    company.holdings.push(held(RAFAEL, "legal", "2026-11-10", None));
    let asked = policy.asks(&company, &joined(), 14, RAFAEL);
    assert_eq!(asked, waits("2026-11-24"), "from when the role was given");
    let mut joined = joined();
    joined.insert(RAFAEL, day("2026-11-12"));
    let asked = policy.asks(&company, &joined, 14, RAFAEL);
    assert_eq!(asked, waits("2026-11-26"), "from when they came");
    let late = unattested(&company, &joined, 14, &[policy]);
    assert_eq!(late, [], "nobody is late before that");
}

#[test]
fn what_was_attested_counts_until_it_is_asked_for_again() {
    let once = in_force(&[], &[(JONAS, "2026-11-02")]);
    let counts = Asked::Attested { on: day("2026-11-02"), until: None };
    assert_eq!(asks(&once, JONAS), Some(counts), "as long as the version does");
    let monthly = InForce { again_days: Some(60), ..once.clone() };
    let counts = Asked::Attested { on: day("2026-11-02"), until: Some(day("2027-01-01")) };
    assert_eq!(asks(&monthly, JONAS), Some(counts), "for sixty days");
    let soon = InForce { again_days: Some(28), ..once };
    assert_eq!(asks(&soon, JONAS), waits("2026-11-30"), "asked again two weeks ahead");
}

#[test]
fn what_is_asked_for_again_ahead_counts_until_it_has_run_out() {
    let monthly = InForce { again_days: Some(28), ..in_force(&[], &[(JONAS, "2026-11-02")]) };
    let on = |today| monthly.counts(JONAS, day(today));
    assert_eq!(asks(&monthly, JONAS), waits("2026-11-30"), "it is asked for again");
    assert_eq!(on("2026-11-30"), Some(day("2026-11-02")), "and counts to its last day");
    assert_eq!(on("2026-12-01"), None, "not after it");
    assert_eq!(monthly.counts(RAFAEL, day("2026-11-30")), None, "who never signed has not");
}

#[test]
fn who_is_late_is_counted_from_the_day_after_the_first_was_due() {
    let policy = in_force(&[], &[(MAREN, "2026-11-02"), (TOBIAS, "2026-11-14")]);
    let found = unattested(&company(), &joined(), 14, &[policy]);
    let [one] = found.as_slice() else { panic!("one policy is not attested: {found:?}") };
    assert_eq!(one.people, [JONAS, RAFAEL], "two have not");
    assert_eq!(one.asked, 4, "of four who are here");
    assert_eq!(one.since, day("2026-11-16"), "since the day after the fourteenth");
}

#[test]
fn an_attestation_counts_once_of_what_is_in_force_by_whom_it_asks() {
    let policy = in_force(&["sales-leader"], &[]);
    let code = |policy: Option<&InForce>, by| {
        let may = may_attest(&company(), &joined(), (POLICY, policy), by);
        may.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(code(Some(&policy), JONAS), Ok(()), "he is asked");
    assert_eq!(code(None, JONAS), Err("not-in-force"), "a draft binds nobody");
    assert_eq!(code(Some(&policy), RAFAEL), Err("not-asked"), "not of Security");
    assert_eq!(code(Some(&policy), GONE), Err("has-left"), "nor of who has left");
    let done = in_force(&["sales-leader"], &[(JONAS, "2026-11-02")]);
    assert_eq!(code(Some(&done), JONAS), Err("attested-already"), "once is enough");
    let event = attest(&company(), &joined(), (POLICY, Some(&policy)), JONAS, signed()).unwrap();
    let Event::PolicyAttested(attested) = event else { panic!("it is attested") };
    assert_eq!((attested.policy, attested.version), (POLICY, 1), "the version in force");
}

#[test]
fn what_cannot_be_read_whole_is_not_signed() {
    let drafted = startup::policies(PolicyRef::new(1)).remove(0);
    assert_eq!(whole(POLICY, 1, &drafted.terms), Ok(()), "all of it is there");
    let mut terms: Terms = drafted.terms;
    terms.sections[2].body = Text::Gone { c: "AAAA".to_owned() };
    let refused = whole(POLICY, 1, &terms).map_err(|refusal| refusal.code());
    assert_eq!(refused, Err("policy-words-erased"), "a section was erased");
}

#[test]
fn the_start_up_policies_could_be_written_by_hand_and_name_roles_there_are() {
    let mut company = company();
    company.roles = startup::roles().roles.into_iter().map(|defined| defined.role).collect();
    let all = startup::policies(PolicyRef::new(1));
    let kinds: Vec<Kind> = all.iter().map(|one| one.terms.kind).collect();
    assert_eq!(
        kinds,
        [Kind::AcceptableUse, Kind::DosAndDonts, Kind::Training],
        "two and a training"
    );
    for drafted in all {
        let words = |text: &Text| text.words().unwrap().to_owned();
        let sections: Vec<(String, String)> =
            drafted.terms.sections.iter().map(|s| (words(&s.heading), words(&s.body))).collect();
        let again = Written {
            title: drafted.terms.title.words().unwrap(),
            kind: drafted.terms.kind,
            sections: sections.iter().map(|(h, b)| (h.as_str(), b.as_str())).collect(),
            roles: drafted.terms.roles.clone(),
            again_days: drafted.terms.again_days,
        };
        let event = draft(&company, MAREN, drafted.policy, &again).unwrap();
        assert_eq!(event, Event::from(drafted), "and would read the same");
    }
}
