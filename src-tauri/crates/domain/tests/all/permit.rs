//! Permits: what goes beyond one, how long that stands, and who raises an exception for it.

use domain::decision::{
    Beyond, Class, DecisionKind, Permit, PermitState, PermitTerms, PermitUsed, Recorded, Use,
    beyond, permit_state, raise_exceeded, unanswered,
};
use domain::exception::{Cause, ExceptionRaised};
use domain::rule::Settings;
use domain::{DecisionRef, Event, ExceptionRef, PermitRef, Text};

use crate::support::*;

const PERMIT: PermitRef = PermitRef::new(4);

/// An export of 10 rows at most, issued on the 10th with entry 50 and good until the 20th, with these
/// uses: for how many, on which day of the month; each recorded with the next entry.
fn export(class: Class, uses: &[(u32, u32)]) -> Permit {
    let november = |on: u32| day(&format!("2026-11-{on}"));
    let recorded = |entry, on| Recorded { entry, on: november(on) };
    let uses = (51..).zip(uses).map(|(entry, (count, on))| Use {
        used: PermitUsed {
            permit: PERMIT,
            count: *count,
            on: november(*on),
            pointer: Text::new("s3://exports/12"),
        },
        recorded: recorded(entry, *on),
    });
    Permit {
        permit: PERMIT,
        decision: DecisionRef::new(7),
        kind: DecisionKind::DataExport,
        workflow: None,
        terms: PermitTerms {
            class,
            last_day: november(20),
            count: Some(10),
            discount_percent: None,
            to: None,
            segments: vec![],
        },
        entry: 50,
        from: november(10),
        revoked: None,
        uses: uses.collect(),
    }
}

#[test]
fn each_way_beyond_a_permit_is_told_and_nothing_within_it() {
    let november = |on: u32| day(&format!("2026-11-{on}"));
    let (standing, one, batch) = (Class::Standing, Class::One, Class::Batch);
    let too_much = |used| Some(Beyond::TooMuch { used, most: 10 });
    let late = |on, last| Some(Beyond::Late { on: november(on), last: november(last) });
    let early = Some(Beyond::Early { on: november(9), from: november(10) });
    for (says, class, revoked, uses, expected) in [
        ("never used", standing, None, vec![], None),
        ("used for all of it", standing, None, vec![(4, 11), (6, 12)], None),
        ("used on its first and last day", standing, None, vec![(4, 10), (4, 20)], None),
        ("used for one more", standing, None, vec![(4, 11), (7, 12)], too_much(11)),
        ("used the day before it was issued", standing, None, vec![(1, 9)], early),
        ("used the day after its last", standing, None, vec![(1, 21)], late(21, 20)),
        ("used on the day it was revoked", standing, Some(15), vec![(1, 15)], None),
        ("used after it was revoked", standing, Some(15), vec![(1, 16)], late(16, 15)),
        ("one action, once", one, None, vec![(10, 11)], None),
        ("one action, twice", one, None, vec![(1, 11), (1, 11)], Some(Beyond::Again)),
        ("one batch, twice", batch, None, vec![(1, 11), (1, 12)], Some(Beyond::Again)),
        ("one batch, too large", batch, None, vec![(12, 11)], too_much(12)),
    ] {
        let mut permit = export(class, &uses);
        permit.revoked = revoked.map(|on| Recorded { entry: 40, on: november(on) });
        let found = beyond(&permit).first().map(|(_, how)| *how);
        assert_eq!(found, expected, "{says}");
        let exceeded = permit_state(&permit, november(16)) == PermitState::Exceeded;
        assert_eq!(exceeded, expected.is_some(), "{says}: the permit itself says so too");
    }
}

#[test]
fn what_went_beyond_a_permit_stands_until_somebody_answers_for_it() {
    // The second use, entry 52, goes beyond; so does every later one.
    let two = [(8, 11), (4, 12)];
    let three = [(8, 11), (4, 12), (1, 13)];
    let by_entry = |entry| Some(Recorded { entry, on: day("2026-11-14") });
    for (says, uses, revoked, raised, expected) in [
        ("nobody did anything", &two[..], None, vec![], Some(52)),
        ("an exception was raised for it", &two[..], None, vec![60], None),
        ("it was revoked for it", &two[..], by_entry(60), vec![], None),
        ("and used again before anybody did", &three[..], None, vec![60], None),
        ("an exception stood, and it was used again", &three[..], None, vec![52], Some(53)),
        ("the exception was of an earlier use", &two[..], None, vec![51], Some(52)),
    ] {
        let mut permit = export(Class::Standing, uses);
        permit.revoked = revoked;
        let stands = unanswered(&permit, &raised).map(|(one, _)| one.recorded.entry);
        assert_eq!(stands, expected, "{says}");
    }
}

#[test]
fn an_exception_is_raised_for_a_permit_once_and_by_anybody_who_is_here() {
    let permit = export(Class::Standing, &[(8, 11), (4, 12)]);
    let kept = export(Class::Standing, &[(8, 11)]);
    let raise = |by, permit: &Permit, raised: &[u64]| {
        raise_exceeded(&company(), &Settings::default(), by, ExceptionRef::new(3), permit, raised)
    };
    let Event::ExceptionRaised(raised) = raise(RAFAEL, &permit, &[]).unwrap() else {
        unreachable!("it raises an exception")
    };
    let ExceptionRaised { cause, what, .. } = raised;
    assert_eq!(cause, Cause::Permit { permit: PERMIT }, "it leads back to the permit");
    assert_eq!(what.words(), Some("PRM-0004 (Data export) was used for 12, and allows 10."));
    assert_eq!(code(&raise(MAREN, &permit, &[60])), "permit-answered", "once is enough");
    assert_eq!(code(&raise(MAREN, &kept, &[])), "permit-answered", "nothing went beyond it");
    assert_ne!(code(&raise(GONE, &permit, &[])), "done", "who has left raises nothing");
}
