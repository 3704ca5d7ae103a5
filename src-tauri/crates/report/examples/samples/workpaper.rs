//! A sample's workpaper, and one that is hard to set.

use report::sample::{Found, Item, Limit, Model, Proves, Together, Week};

use super::frame::northwind;

/// One error in 25, drawn for a weekly call; a week of the thirteen was left out.
pub fn workpaper() -> Model {
    let item = |place: u64| Item {
        place,
        order: format!("{:04x} {:04x}", place * 171, 65_535 - place * 97),
        row: place * 9,
        at: format!("2026-09-{:02} 09:{:02}:00 UTC", 14 + place % 7, place),
        pointer: format!("msg {:04x}", place * 4099),
        found: match place {
            17 => vec![Found::Holds, Found::Broken, Found::Holds, Found::NotAsked],
            _ => vec![Found::Holds; 4],
        },
        note: match place {
            17 => "Names a competitor; nobody read it. EVD-0214, EXC-0059".into(),
            _ => String::new(),
        },
    };
    Model {
        frame: northwind("Sample workpaper", "SMP-0038: outbound emails"),
        title: "Sample “Outbound emails”".into(),
        reference: "SMP-0038".into(),
        about: "SMP-0038, drawn for WEEKLY-2026-W42. Tester Nadia Petrov. Reviewer Aiko Brandt.".into(),
        population: facts(&[("What", "Emails sent by WF-0007"), ("Rows", "248")]),
        draw: facts(&[("Method", "Simple random"), ("Size", "10\u{202f}%, rounded up: 25 of 248")]),
        attributes: ["Correct", "Approved", "Guardrails", "Disclosed"].map(str::to_owned).into(),
        items: (1..=25).map(item).collect(),
        proves: Some(proves()),
        together: Some(together()),
        result: "1 of 25 tested, of 248, was in error. At 95\u{202f}% confidence at most 42 of the 248 \
                 were (17.0\u{202f}%). This does not prove an error share below 5\u{202f}%; 53 more \
                 items without error would."
            .into(),
        strata: Vec::new(),
        others: Vec::new(),
        collusion: "The tester fixed the plan before the reviewer signed.".into(),
    }
}

/// Everything found in error at the last item, weeks that all but one were left out, long words.
pub fn hard() -> Model {
    let limits = (10..=12).map(|items| Limit { items, found: 1000, clean: 1000 - items * 20 });
    let weeks = (40..=52).map(|week| Week {
        week: format!("W{week}"),
        limit: (week == 47).then_some(1000),
        held: week == 47,
    });
    let word = "Unternehmenskundenbetreuungsnachfassaktionsprotokoll".repeat(3);
    let mut model = workpaper();
    for item in &mut model.items {
        item.pointer.clone_from(&word);
        item.note =
            format!("{word} was not read by anybody, and the reason for it stands nowhere.");
    }
    Model {
        title: format!("Sample “{word}”"),
        proves: Some(Proves {
            rows: 12,
            tested: 10,
            errors: 10,
            limits: limits.collect(),
            enough: None,
            wanted_percent: 5,
            may_be_extended: true,
        }),
        together: Some(Together {
            weeks: weeks.collect(),
            found: "10 of 10 in error".into(),
            wanted_percent: 5,
        }),
        strata: (1..=40)
            .map(|n| [format!("{word} {n}"), "1,204".into(), "61".into(), "0".into(), "58".into()])
            .collect(),
        others: (1..=30)
            .map(|n| [format!("SMP-{n:04}"), "BAT-0005".into(), n.to_string(), "Given up".into()])
            .collect(),
        ..model
    }
}

fn facts(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(name, what)| ((*name).to_owned(), (*what).to_owned())).collect()
}

/// Limits that fall as those of a sample of 248 rows do.
fn proves() -> Proves {
    let limit = |items: u64| Limit {
        items,
        found: (4_250 / items).min(1000),
        clean: (2_780 / items).min(1000),
    };
    let items = (1..=130).step_by(3).chain([25, 78]);
    let mut limits: Vec<Limit> = items.map(limit).collect();
    limits.sort_by_key(|limit| limit.items);
    limits.dedup_by_key(|limit| limit.items);
    Proves {
        rows: 248,
        tested: 25,
        errors: 1,
        limits,
        enough: Some(78),
        wanted_percent: 5,
        may_be_extended: false,
    }
}

fn together() -> Together {
    let limits = [26, 23, 21, 25, 24, 22, 0, 22, 26, 22, 22, 21, 26];
    let week = |(place, limit): (usize, &u64)| Week {
        week: format!("W{}", 27 + place),
        limit: Some(*limit),
        held: *limit > 0,
    };
    Together {
        weeks: limits.iter().enumerate().map(week).collect(),
        found: "3 of 299 in error".into(),
        wanted_percent: 5,
    }
}
