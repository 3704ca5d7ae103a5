//! People, roles and keys.

use domain::people::{self, SignedStatement};
use domain::{Event, PersonRef, Refusal, refusal};

use crate::support::*;

#[test]
fn a_person_is_added_under_the_next_reference_by_those_who_keep_the_desk() {
    let long = "x".repeat(201);
    for (by, name, contact, expected) in [
        (MAREN, "Ilse Verbeek", "ilse@northwind.example", "done"),
        (TOBIAS, "Ilse Verbeek", "", "done"),
        (JONAS, "Ilse Verbeek", "", "not-entitled"),
        (NOBODY, "Ilse Verbeek", "", "not-entitled"),
        (MAREN, " \t ", "", "blank"),
        (MAREN, &long, "", "too-long"),
        (MAREN, "Ilse Verbeek", &long, "too-long"),
    ] {
        let added = people::add(&company(), by, name, contact);
        assert_eq!(code(&added), expected, "{by} adds “{name:.20}”");
        if let Ok((person, _)) = added {
            assert_eq!(person, PersonRef::new(6), "a reference is never given twice");
        }
    }
}

#[test]
fn a_person_changes_their_own_name_and_keepers_change_anybodys() {
    for (by, person, expected) in [
        (MAREN, JONAS, "done"),
        (JONAS, JONAS, "done"),
        (JONAS, RAFAEL, "not-entitled"),
        (MAREN, GONE, "has-left"),
        (MAREN, NOBODY, "unknown"),
        (GONE, GONE, "has-left"),
    ] {
        let changed = people::change(&company(), by, person, "A new name", "");
        assert_eq!(code(&changed), expected, "{by} changes the name of {person}");
    }
}

#[test]
fn a_name_holds_nothing_that_does_not_show_or_turns_its_reading() {
    for (name, expected) in [
        ("Zoë Müller-Łukasz", "done"),
        ("नेहा ‍शर्मा", "done"),
        ("עידו \u{200F}לוי", "done"),
        ("Ada\nSalvatierra", "unseen-character"),
        ("Ada\tSalvatierra", "unseen-character"),
        ("Ada\u{2028}Salvatierra", "unseen-character"),
        ("Ada\0", "unseen-character"),
        ("Ada\u{7f}", "unseen-character"),
        ("Ada\u{9b}31m", "unseen-character"),
        ("Ada\u{202A}b", "unseen-character"),
        ("Ada\u{202E}nimda", "unseen-character"),
        ("Ada\u{2066}b", "unseen-character"),
        ("Ada\u{2069}b", "unseen-character"),
        ("\n Ada \n", "done"),
    ] {
        let added = people::add(&company(), MAREN, name, "");
        assert_eq!(code(&added), expected, "the name {name:?}");
        let added = people::add(&company(), MAREN, "Ada", name);
        assert_eq!(code(&added), expected, "the contact {name:?}");
    }
}

#[test]
fn a_free_text_holds_lines_and_tabs_but_no_other_control_character() {
    for (words, expected) in [
        ("two\nlines\tand a tab", Ok("two\nlines\tand a tab")),
        ("pasted\r\nfrom elsewhere", Ok("pasted\nfrom elsewhere")),
        ("a lone\rreturn", Err("unseen-character")),
        ("a bell\u{7}", Err("unseen-character")),
        ("an escape\u{1b}[2J", Err("unseen-character")),
    ] {
        let read = refusal::required("the reason", words, refusal::TEXT_LIMIT);
        let read = read.as_ref().map(|text| text.words().unwrap()).map_err(Refusal::code);
        assert_eq!(read, expected, "the text {words:?}");
    }
}

#[test]
fn the_refusal_of_an_unseen_character_says_which_it_is() {
    for (name, says) in [
        (
            "A\u{202E}b",
            "the person’s name holds the invisible character U+202E; type it again without",
        ),
        (
            "A\nb",
            "the person’s name holds a line break, and fits on one line; type it again without",
        ),
        ("A\tb", "the person’s name holds a tab, and takes none; type it again without"),
    ] {
        let refused = people::add(&company(), MAREN, name, "").unwrap_err();
        assert_eq!(refused.to_string(), says, "what the person reads of {name:?}");
    }
}

#[test]
fn a_role_counts_from_its_first_day_to_its_last() {
    for (today, counts) in [
        ("2026-10-31", false),
        ("2026-11-01", true),
        ("2026-11-16", true),
        ("2026-11-30", true),
        ("2026-12-01", false),
    ] {
        let mut company = company();
        company.holdings.push(held(RAFAEL, "legal", "2026-11-01", Some("2026-11-30")));
        company.today = day(today);
        assert_eq!(
            company.holds(RAFAEL, &role("legal")),
            counts,
            "on {today}, both days inclusive"
        );
    }
}

#[test]
fn a_role_is_given_once_for_any_day() {
    let first = ("2026-12-01", Some("2026-12-31"));
    for (from, to, expected) in [
        ("2026-12-01", Some("2026-12-31"), "holds-already"),
        ("2026-12-31", None, "holds-already"),
        ("2026-11-01", Some("2026-12-01"), "holds-already"),
        ("2026-11-01", None, "holds-already"),
        ("2026-12-10", Some("2026-12-11"), "holds-already"),
        ("2026-11-01", Some("2026-11-30"), "done"),
        ("2027-01-01", None, "done"),
        ("2027-01-02", Some("2027-01-01"), "ends-before-it-starts"),
        ("2027-01-01", Some("2027-01-01"), "done"),
    ] {
        let mut company = company();
        company.holdings.push(held(RAFAEL, "legal", first.0, first.1));
        let (from, until) = (day(from), to.map(day));
        let given = people::give(&company, MAREN, RAFAEL, &role("legal"), from, until);
        assert_eq!(code(&given), expected, "from {from} to {to:?}, beside all of December");
    }
}

#[test]
fn a_role_is_given_to_somebody_who_is_here_and_is_a_role_there_is() {
    for (by, person, id, expected) in [
        (TOBIAS, JONAS, "legal", "done"),
        (JONAS, JONAS, "revops", "not-entitled"),
        (MAREN, GONE, "legal", "has-left"),
        (MAREN, NOBODY, "legal", "unknown"),
        (MAREN, JONAS, "astrologer", "unknown"),
        (MAREN, JONAS, "Legal", "unknown"),
    ] {
        let given = people::give(&company(), by, person, &role(id), day("2026-11-16"), None);
        assert_eq!(code(&given), expected, "{by} gives {person} the role {id}");
    }
}

#[test]
fn a_role_ends_on_a_day_on_which_it_runs() {
    for (by, person, id, on, expected) in [
        (MAREN, JONAS, "sales-leader", "2026-11-16", "done"),
        (MAREN, JONAS, "sales-leader", "2027-06-30", "done"),
        (MAREN, JONAS, "sales-leader", "2025-12-31", "ends-before-it-starts"),
        (MAREN, JONAS, "legal", "2026-11-16", "holds-not"),
        (MAREN, NOBODY, "legal", "2026-11-16", "holds-not"),
        (JONAS, JONAS, "sales-leader", "2026-11-16", "not-entitled"),
    ] {
        let ended = people::end(&company(), by, person, &role(id), day(on));
        assert_eq!(code(&ended), expected, "{by} ends {id} of {person} on {on}");
    }
}

#[test]
fn the_desk_is_never_left_without_a_keeper_who_has_a_key() {
    let today = day("2026-11-16");
    let end = |company: &people::Standing, person, id| {
        code(&people::end(company, MAREN, person, &role(id), today))
    };
    assert_eq!(end(&company(), MAREN, "revops"), "done", "the sponsor still keeps the desk");

    let mut no_sponsor_key = company();
    no_sponsor_key.keys.retain(|key| key.person != TOBIAS);
    assert_eq!(end(&no_sponsor_key, MAREN, "revops"), "last-keeper", "a sponsor without key can't");
    let retired = people::retire(&no_sponsor_key, MAREN, MAREN, &key_of(MAREN).key);
    assert_eq!(code(&retired), "last-keeper", "nor may the last key go");
    let left = people::leave(&no_sponsor_key, MAREN, MAREN, today, None);
    assert_eq!(code(&left), "last-keeper", "nor may its holder");
    let own = people::end(&no_sponsor_key, TOBIAS, TOBIAS, &role("executive-sponsor"), today);
    assert_eq!(code(&own), "done", "he could do nothing");

    let mut both = no_sponsor_key;
    both.holdings.push(held(MAREN, "executive-sponsor", "2026-01-01", None));
    assert_eq!(end(&both, MAREN, "revops"), "done", "her other role keeps the desk too");
}

#[test]
fn a_keeper_whose_role_is_about_to_end_does_not_count() {
    for (last_day, why) in [
        ("2026-11-16", "today is the last day: tomorrow nobody would keep the desk"),
        ("2026-12-31", "nor after the new year"),
    ] {
        let mut company = company();
        company.holdings.retain(|held| held.person != TOBIAS);
        company.holdings.push(held(TOBIAS, "executive-sponsor", "2026-01-01", Some(last_day)));
        let ended = people::end(&company, MAREN, MAREN, &role("revops"), day("2026-11-16"));
        assert_eq!(code(&ended), "last-keeper", "{why}");
    }
}

#[test]
fn leaving_retires_every_key_and_is_signed_before_ones_own_is_gone() {
    for (by, person, expected) in [
        (MAREN, JONAS, vec!["key.retired", "person.left"]),
        (MAREN, RAFAEL, vec!["person.left"]),
        (MAREN, MAREN, vec!["person.left", "key.retired"]),
    ] {
        let events = people::leave(&company(), by, person, day("2026-11-16"), None).unwrap();
        assert_eq!(kinds(&events), expected, "{by} records that {person} leaves");
    }
    for (by, person, expected) in
        [(JONAS, JONAS, "not-entitled"), (MAREN, GONE, "has-left"), (MAREN, NOBODY, "unknown")]
    {
        let left = people::leave(&company(), by, person, day("2026-11-16"), None);
        assert_eq!(code(&left), expected, "{by} records that {person} leaves");
    }
}

#[test]
fn a_key_is_enrolled_for_somebody_without_one_and_is_nobody_elses() {
    let stolen_id = people::NewKey { key: key_of(JONAS).key, ..new_key("fresh") };
    for (by, person, new, expected) in [
        (MAREN, RAFAEL, new_key("fresh"), "done"),
        (RAFAEL, RAFAEL, new_key("fresh"), "not-entitled"),
        (MAREN, JONAS, new_key("fresh"), "has-key"),
        (MAREN, GONE, new_key("fresh"), "has-left"),
        (MAREN, NOBODY, new_key("fresh"), "unknown"),
        (MAREN, RAFAEL, new_key("PER-0003"), "key-taken"),
        (MAREN, RAFAEL, new_key("PER-0005"), "key-taken"),
        (MAREN, RAFAEL, stolen_id, "key-taken"),
    ] {
        let public = new.public.clone();
        let enrolled = people::enrol(&company(), by, person, new);
        assert_eq!(code(&enrolled), expected, "{by} enrols “{public}” for {person}");
    }
}

#[test]
fn a_machine_is_enrolled_once_by_a_keeper_with_a_key_of_its_own() {
    let known = vec!["public first machine".to_owned()];
    for (by, new, expected) in [
        (MAREN, new_key("second machine"), "done"),
        (JONAS, new_key("second machine"), "not-entitled"),
        (MAREN, new_key("first machine"), "nothing-to-declare"),
        (MAREN, new_key("PER-0003"), "key-taken"),
    ] {
        let public = new.public.clone();
        let enrolled = people::enrol_machine(&company(), by, &known, new);
        assert_eq!(code(&enrolled), expected, "{by} enrols the machine with “{public}”");
    }
}

#[test]
fn a_key_is_replaced_by_the_old_one_or_by_two_people_of_other_roles() {
    let old = key_of(JONAS).key;
    for (by, attested, expected, why) in [
        (JONAS, vec![], "done", "the old key signs"),
        (MAREN, vec![], "too-few-statements", "nobody vouches"),
        (MAREN, vec![MAREN], "too-few-statements", "one alone could take anybody's place"),
        (MAREN, vec![MAREN, MAREN], "too-few-statements", "one person twice is one person"),
        (MAREN, vec![MAREN, JONAS], "too-few-statements", "the holder vouches for nothing"),
        (MAREN, vec![MAREN, GONE], "too-few-statements", "who holds no role brings none"),
        (MAREN, vec![MAREN, TOBIAS], "done", "RevOps and the sponsor are two roles"),
        (TOBIAS, vec![MAREN, TOBIAS, GONE], "done", "more than two do no harm"),
    ] {
        let statement =
            SignedStatement { statement: "{}".to_owned(), signature: "signed".to_owned() };
        let statements = vec![statement; attested.len()];
        let new = new_key("fresh");
        let vouched = people::Vouched { by: &attested, then: &company() };
        let replaced =
            people::replace(&company(), by, JONAS, &old, new, statements.clone(), vouched);
        assert_eq!(code(&replaced), expected, "{why}");
        if let Ok(Event::KeyReplaced(replaced)) = replaced {
            let kept = if by == JONAS { vec![] } else { statements };
            assert_eq!(replaced.statements, kept, "what others signed is on the record: {why}");
        }
    }
}

#[test]
fn two_people_of_one_role_are_not_two_roles() {
    let mut company = company();
    company.holdings.retain(|held| held.person != TOBIAS);
    company.holdings.push(held(TOBIAS, "revops", "2026-01-01", None));
    let attested = [MAREN, TOBIAS];
    let replace = |company: &people::Standing| {
        let old = key_of(JONAS).key;
        let vouched = people::Vouched { by: &attested, then: company };
        code(&people::replace(company, MAREN, JONAS, &old, new_key("n"), vec![], vouched))
    };
    assert_eq!(replace(&company), "too-few-statements", "both are RevOps and nothing else");
    company.holdings.push(held(TOBIAS, "legal", "2026-01-01", None));
    assert_eq!(replace(&company), "too-few-statements", "each must hold one that the other lacks");
    company.holdings.push(held(MAREN, "compliance", "2026-01-01", None));
    assert_eq!(replace(&company), "done", "now each does");
}

#[test]
fn only_a_key_in_force_is_replaced_or_retired() {
    for (by, person, key, expected) in [
        (JONAS, JONAS, key_of(JONAS).key, "done"),
        (MAREN, JONAS, key_of(JONAS).key, "done"),
        (RAFAEL, JONAS, key_of(JONAS).key, "not-entitled"),
        (MAREN, JONAS, key_of(MAREN).key, "no-such-key"),
        (MAREN, RAFAEL, key_of(RAFAEL).key, "no-such-key"),
        (MAREN, GONE, key_of(GONE).key, "no-such-key"),
    ] {
        let retired = people::retire(&company(), by, person, &key);
        assert_eq!(code(&retired), expected, "{by} retires {key} of {person}");
    }
    for (person, old, new, expected) in [
        (JONAS, key_of(MAREN).key, new_key("n"), "no-such-key"),
        (JONAS, key_of(JONAS).key, new_key("PER-0001"), "key-taken"),
        (JONAS, key_of(JONAS).key, new_key("PER-0003"), "key-taken"),
        (GONE, key_of(GONE).key, new_key("n"), "has-left"),
    ] {
        let nobody = people::Vouched { by: &[], then: &company() };
        let replaced = people::replace(&company(), person, person, &old, new, vec![], nobody);
        assert_eq!(code(&replaced), expected, "{person} replaces {old}");
    }
}

#[test]
fn nobody_gives_themselves_a_say_while_another_keeper_can() {
    let legal = role("legal");
    let from = day("2026-11-16");
    let own =
        |standing: &people::Standing, by| code(&people::give(standing, by, by, &legal, from, None));
    let deputy = |person| people::Stint { person, from, to: None };
    let names = |standing: &people::Standing, by, order: &[PersonRef]| {
        let order = order.iter().map(|person| deputy(*person)).collect();
        code(&people::name_deputies(standing, by, &legal, order))
    };
    let two = company();
    assert_eq!(own(&two, MAREN), "role-for-oneself", "the sponsor is there to give it");
    assert_eq!(own(&two, TOBIAS), "role-for-oneself", "RevOps is");
    assert_eq!(names(&two, MAREN, &[JONAS, MAREN]), "role-for-oneself", "nor stands in unasked");
    assert_eq!(names(&two, MAREN, &[JONAS]), "done", "others may be named");
    let mut named = company();
    named.cover.deputies.insert(legal.clone(), vec![deputy(JONAS), deputy(MAREN)]);
    assert_eq!(names(&named, MAREN, &[JONAS, MAREN, RAFAEL]), "done", "who was named stays");
    assert_eq!(names(&named, MAREN, &[MAREN]), "role-for-oneself", "and does not move up");
    let mut alone = company();
    alone.keys.retain(|key| key.person == MAREN);
    assert_eq!(own(&alone, MAREN), "done", "where nobody else can, it is done and found");
}

#[test]
fn a_sponsor_is_made_covered_and_taken_leave_of_by_a_sponsor() {
    let (sponsor, from) = (role("executive-sponsor"), day("2026-11-16"));
    let give =
        |company: &people::Standing, by| people::give(company, by, JONAS, &sponsor, from, None);
    let end = |company: &people::Standing, by| people::end(company, by, TOBIAS, &sponsor, from);
    let deputy = |company: &people::Standing, by| {
        let stint = people::Stint { person: JONAS, from, to: None };
        people::name_deputies(company, by, &sponsor, vec![stint])
    };
    let leave = |company: &people::Standing, by| {
        let signed = Some(day("2026-11-02"));
        people::leave(company, by, TOBIAS, from, signed).map(|mut events| events.remove(0))
    };
    let enrol = |company: &people::Standing, by| {
        let mut company = company.clone();
        company.holdings.push(held(RAFAEL, "executive-sponsor", "2026-11-16", None));
        people::enrol(&company, by, RAFAEL, new_key("fresh"))
    };
    type Act<'a> = &'a dyn Fn(&people::Standing, PersonRef) -> Result<Event, domain::Refusal>;
    let acts: [(&str, Act<'_>); 5] = [
        ("giving the role", &give),
        ("ending it", &end),
        ("naming a deputy", &deputy),
        ("recording that he left", &leave),
        ("enrolling a sponsor's key", &enrol),
    ];
    // A second keeper, so that the desk is never left without one.
    let mut with_sponsor = company();
    with_sponsor.holdings.push(held(JONAS, "revops", "2026-01-01", None));
    let mut without_key = with_sponsor.clone();
    without_key.keys_ever.retain(|key| key.person != TOBIAS);
    for (what, act) in acts {
        assert_eq!(code(&act(&with_sponsor, MAREN)), "sponsors-own", "{what}, by a keeper alone");
        assert_eq!(code(&act(&with_sponsor, TOBIAS)), "done", "{what}, by the sponsor");
        assert_eq!(code(&act(&without_key, MAREN)), "done", "{what}, where no sponsor ever signs");
    }
    let narrower = people::name_deputies(&with_sponsor, MAREN, &sponsor, Vec::new());
    assert_eq!(code(&narrower), "done", "whoever stands in for nobody any more has no say");
}

#[test]
fn a_sponsor_who_signs_nothing_any_more_is_recorded_as_gone_by_a_keeper() {
    for (signed, expected, why) in [
        (Some("2026-11-16"), "sponsors-own", "signed today"),
        (Some("2026-10-17"), "sponsors-own", "thirty days ago"),
        (Some("2026-10-16"), "done", "thirty-one days ago"),
        (None, "done", "never had a key to sign with"),
    ] {
        let signed = signed.map(day);
        let left = people::leave(&company(), MAREN, TOBIAS, day("2026-11-16"), signed);
        assert_eq!(code(&left), expected, "{why}");
    }
}

#[test]
fn people_vouch_by_what_they_were_when_the_key_last_signed() {
    let attested = [MAREN, RAFAEL];
    let old = key_of(TOBIAS).key;
    let now = |mut company: people::Standing| {
        company.keys.push(key_of(RAFAEL));
        company
    };
    let changed = |change: &dyn Fn(&mut people::Standing)| {
        let mut then = now(company());
        change(&mut then);
        then
    };
    let no_key = |then: &mut people::Standing| then.keys.retain(|key| key.person != RAFAEL);
    let no_role = |then: &mut people::Standing| then.holdings.retain(|held| held.person != RAFAEL);
    let other_role = |then: &mut people::Standing| {
        then.holdings.retain(|held| held.person != RAFAEL);
        then.holdings.push(held(RAFAEL, "legal", "2026-01-01", None));
    };
    for (then, expected, why) in [
        (changed(&|_| {}), "done", "both were there, as they are"),
        (changed(&no_key), "vouchers-since", "one was given a key since"),
        (changed(&no_role), "vouchers-since", "one was given a role since"),
        (changed(&other_role), "vouchers-since", "one was given another role since"),
    ] {
        let vouched = people::Vouched { by: &attested, then: &then };
        let standing = now(company());
        let replaced =
            people::replace(&standing, MAREN, TOBIAS, &old, new_key("n"), vec![], vouched);
        assert_eq!(code(&replaced), expected, "{why}");
    }
}
