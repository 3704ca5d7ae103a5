//! A quarter of Northwind Telemetry, as the sponsor page and the audit report show it.

use report::Clock;
use report::audit::{self, Cell, Column, Fact, Line, Part, Plot, Section, State, Statement, Wide};
use report::sponsor::{
    self, Ask, Change, Day, DayState, Month, Moved, Piece, Proof, Quarter, Rhythm, Shift, Tiers,
    Wrong,
};

use super::frame::northwind;

const PERIOD: &str = "2026-Q3: 1 July to 30 September 2026";

pub fn sponsor() -> sponsor::Model {
    sponsor::Model {
        frame: northwind("Sponsor page", PERIOD),
        about:
            "For Maren Oduya, executive sponsor. Figures stand as of the end of 30 September 2026, \
                entry 4,688; what waits and the sign-off as of the report’s moment."
                .into(),
        quarter: quarter(),
        narrative: None,
    }
}

/// The same once its audit is closed with what the board is told, longer than the page has room for.
pub fn told() -> sponsor::Model {
    let words = "Sales ran on 17 AI workflows this quarter. Two of them earned more freedom on \
                 samples that proved it, one lost some, and one was stopped within 18 minutes when \
                 it named a discount that is on no price list; both customers were called the same \
                 day. No data left the company, and no review of a month was missed.\n\nWe ask for \
                 two things next quarter: a second vendor for enrichment, and a person for a day a \
                 week who tests what the AI wrote. ";
    let narrative = sponsor::Narrative {
        words: words.repeat(3).trim().to_owned(),
        signed: "signed by Jonas Lindqvist with the closing of QUARTERLY-2026-Q3, entry 4,801"
            .into(),
        rest: "The rest stands in section 1 of the audit report of 2026-Q3.".into(),
    };
    sponsor::Model { narrative: Some(narrative), ..sponsor() }
}

/// A quarter in which nothing happened, in a workspace that has none before it.
pub fn quiet() -> sponsor::Model {
    let quarter = Quarter {
        lead: vec![piece("No workflow", "3.1"), piece(" is on the register.", "")],
        asks: Vec::new(),
        changes: vec![change("Exceptions raised", "", "0", "7.1")],
        moved: Vec::new(),
        wrong: Vec::new(),
        raised: 0,
        proofs: Vec::new(),
        proofs_note: "No sample was planned in this quarter.".into(),
        rhythm: Vec::new(),
        ..quarter()
    };
    sponsor::Model { quarter, ..sponsor() }
}

fn piece(words: &str, rows: &str) -> Piece {
    Piece { words: words.into(), rows: rows.into() }
}

fn change(what: &str, before: &str, now: &str, rows: &str) -> Change {
    let part = what.starts_with("closed");
    Change { what: what.into(), part, before: before.into(), now: now.into(), rows: rows.into() }
}

pub fn quarter() -> Quarter {
    Quarter {
        lead: vec![
            piece("17 workflows", "3.1"),
            piece(" are on the register, 15 of them live", "3.1"),
            piece(". Two earned a tier", "3.2"),
            piece(", one lost one", "3.2"),
            piece("; one stands stopped", "3.3"),
            piece(".", ""),
        ],
        asks: vec![
            Ask {
                reference: "QUARTERLY-2026-Q3".into(),
                what: "Quarter sign-off.".into(),
                more: "The quarterly audit was closed and waits for the countersignature.".into(),
                until: String::new(),
                rows: "18".into(),
            },
            Ask {
                reference: "DEC-0077".into(),
                what: "Restart website chat drafts.".into(),
                more: "Restart of WF-0011; 1 of 2 approvals given, proposed by Jonas Lindqvist.".into(),
                until: "9 Oct".into(),
                rows: "5.3".into(),
            },
        ],
        columns: ["Q2".into(), "Q3".into()],
        changes: vec![
            change("Workflows on the register", "16", "17", "3.1"),
            change("Decisions proposed", "19", "22", "5"),
            change("Exceptions raised", "31", "23", "7.1"),
            change("closed late", "7", "3", "7.1"),
            change("Findings open", "6", "4", "16"),
        ],
        moved: vec![
            Moved {
                workflow: "WF-0003".into(),
                name: "Call summary".into(),
                from: Some(1),
                to: Some(2),
                shift: Shift::Up,
                by: "DEC-0062".into(),
            },
            Moved {
                workflow: "WF-0009".into(),
                name: "Reply triage".into(),
                from: Some(3),
                to: Some(4),
                shift: Shift::Up,
                by: "DEC-0071".into(),
            },
            Moved {
                workflow: "WF-0006".into(),
                name: "Lead routing".into(),
                from: Some(3),
                to: Some(2),
                shift: Shift::Down,
                by: "DEC-0064".into(),
            },
            Moved {
                workflow: "WF-0011".into(),
                name: "Website chat drafts".into(),
                from: Some(2),
                to: Some(2),
                shift: Shift::Stopped,
                by: "STP-0002".into(),
            },
            Moved {
                workflow: "WF-0017".into(),
                name: "Renewal risk watch".into(),
                from: None,
                to: Some(1),
                shift: Shift::Registered,
                by: String::new(),
            },
        ],
        tiers: vec![
            Tiers { day: "1 Jul 2026".into(), counts: [4, 4, 6, 2, 0] },
            Tiers { day: "30 Sep 2026".into(), counts: [4, 6, 4, 3, 0] },
        ],
        wrong: vec![Wrong {
            reference: "EXC-0057".into(),
            day: "10 Sep".into(),
            what: "Website chat drafts named a discount that is not on the price list.".into(),
            stands: "critical, resolved, in time.".into(),
            clock: Clock::Kept,
        }],
        raised: 23,
        proofs: vec![Proof {
            of: "Outbound emails".into(),
            found: "3 of 280 in error".into(),
            shares: Some([1.07, 2.75]),
            at_most: "< 2.8\u{202f}%".into(),
        }],
        proofs_note: "Dot: share found in error. Line: exact upper limit at 95\u{202f}% confidence.".into(),
        months: ["July".into(), "August".into(), "September".into()],
        rhythm: vec![
            rhythm("Daily watch", &(1..28).filter(|day| day % 7 < 5).collect::<Vec<_>>(), 17),
            rhythm("Weekly governance call", &[3, 10, 17, 24], 17),
            rhythm("Monthly model review", &[31], 0),
        ],
        note: "Small numbers name the section of the quarterly audit report that lists the rows behind a \
               figure."
            .into(),
    }
}

/// Reviews on the same days of each month; that of August on the day `missed` was missed.
fn rhythm(name: &str, days: &[u32], missed: u32) -> Rhythm {
    let month = |number: u32| Month {
        days: days
            .iter()
            .map(|day| {
                let state = match (number, *day == missed) {
                    (1, true) => DayState::Missed,
                    (_, true | false) => DayState::Held,
                };
                Day { day: *day, state }
            })
            .collect(),
    };
    let expected = 3 * days.len();
    let lost = usize::from(days.contains(&missed));
    Rhythm {
        name: name.into(),
        months: [month(0), month(1), month(2)],
        held: expected - lost,
        expected,
        says: if lost > 0 { "missed WEEKLY-2026-W34.".into() } else { String::new() },
    }
}

/// The audit report with so many rows in its register.
pub fn audit(rows: usize) -> audit::Model {
    let fact = |name: &str, says: &str| Fact { name: name.into(), says: says.into(), state: None };
    audit::Model {
        frame: northwind("Quarterly audit report", PERIOD),
        period: "2026-Q3".into(),
        statement: Statement {
            says: Some("I answer for the 17 workflows named in this report.".into()),
            signed: "Closed by Jonas Lindqvist; not countersigned yet".into(),
            written: "As written in QUARTERLY-2026-Q3.".into(),
            binding: false,
            narrative: Some("One incident, found and undone by our own review.".into()),
        },
        facts: vec![
            fact("Workspace", "Northwind Telemetry"),
            fact("Period", "2026-Q3, 1 July to 30 September 2026"),
            Fact {
                name: "Sign-off".into(),
                says: "QUARTERLY-2026-Q3, awaiting countersignature".into(),
                state: Some(State::Waiting),
            },
        ],
        quarter: quarter(),
        about: "Figures stand as of the end of 30 September 2026, entry 4,688.".into(),
        sections: vec![register(rows), exceptions(), metrics()],
        verify: audit::Verify {
            origin: "countersign/nw7f3a91".into(),
            number: "80 of 83".into(),
            period_entries: "2,205 to 4,688".into(),
            checkpoint: Some("entry 4,688, 2026-10-07 17:05:22".into()),
            checkpoints: 7,
            countersigned: "QUARTERLY-2026-Q3, awaiting countersignature".into(),
            cosigned: false,
            keys: vec![
                audit::Key {
                    holder: "Maren Oduya".into(),
                    held: "entries 1 to 3,102".into(),
                    fingerprint: "36fd7232".repeat(8),
                },
                audit::Key {
                    holder: "Maren Oduya".into(),
                    held: "from entry 3,102".into(),
                    fingerprint: "9c01ab44".repeat(8),
                },
            ],
        },
    }
}

fn register(rows: usize) -> Section {
    let row = |number: usize| {
        let reference = format!("WF-{number:04}");
        Line::Row {
            record: Some(reference.clone()),
            cells: vec![
                Cell::Key(reference),
                Cell::Words("Outbound email writing, see EXC-0057".into()),
                Cell::Tier(Some((number % 4 + 1) as u8)),
                Cell::State(State::Live, "Live".into()),
            ],
        }
    };
    let empty = || part("Tiers and write stages changed", Vec::new(), "No tier changed.");
    Section {
        title: "Register".into(),
        holds: format!("{rows} workflows"),
        lead: "What is on the register.".into(),
        parts: vec![
            part("Register as the figures stand", (1..=rows).map(row).collect(), "None."),
            empty(),
        ],
    }
}

fn exceptions() -> Section {
    let row = |reference: &str, taken: f32, state: State, word: &str| Line::Row {
        record: Some(reference.into()),
        cells: vec![
            Cell::Key(reference.into()),
            Cell::Written("A discount was named that is not on the price list, by WF-0011.".into()),
            Cell::Clock(Some(taken)),
            Cell::State(state, word.into()),
        ],
    };
    let lines = vec![
        row("EXC-0057", 0.4, State::Fine, "Resolved, in time"),
        row("EXC-0058", 1.54, State::Breach, "Resolved, 26 h late"),
    ];
    Section {
        title: "Exceptions".into(),
        holds: "2".into(),
        lead: "2 exceptions were raised in the quarter: 1 kept its time, 1 did not.".into(),
        parts: vec![part("Clocks and service levels", lines, "None.")],
    }
}

fn metrics() -> Section {
    let value = |place: u32| match place {
        6 => None,
        place => Some(2.6 + f64::from(place) / 10.0),
    };
    let spot = |place: u32| audit::Spot {
        period: format!("W{}", 28 + place),
        value: value(place),
        baseline: Some(3.2),
        missing: value(place).is_none(),
        outside: value(place).is_some_and(|value| value < 3.0),
        letters: match place {
            5 => vec!["A".into()],
            8 => vec!["B".into(), "C".into()],
            _ => Vec::new(),
        },
    };
    let plot = |title: &str| Plot {
        title: title.into(),
        note: "MET-0003, % of emails, recorded in the weekly call".into(),
        spots: (0..13).map(spot).collect(),
        last: "3.8\u{202f}%".into(),
        limit: Some((2.4, "limit 2.4\u{202f}%".into())),
        base: "base 3.2\u{202f}%".into(),
    };
    let mut trends = part("Trends", Vec::new(), "");
    trends.columns.clear();
    trends.plots = vec![plot("Positive replies"), plot("Meetings booked"), plot("Win rate")];
    let event = |letter: &str, day: &str, what: &str| audit::Event {
        letter: letter.into(),
        day: day.into(),
        what: what.into(),
    };
    trends.events = vec![
        event("A", "10 Aug", "Second reading below baseline, EXC-0057"),
        event("B", "31 Aug", "Vendor model 4.1, DEC-0070"),
        event("C", "3 Sep", "Reply triage to tier 4, DEC-0071"),
        event("D", "2 Oct", "What no chart of this page shows"),
    ];
    let cells = ["MET-0003", "Positive replies", "3.8 %", "At its baseline or better"];
    let cells = cells.map(|cell| Cell::Words(cell.into())).to_vec();
    let lines = vec![Line::Row { record: Some("MET-0003".into()), cells }];
    Section {
        title: "Metrics".into(),
        holds: "1".into(),
        lead: "1 metric is measured.".into(),
        parts: vec![trends, part("Register of metrics and baselines", lines, "None.")],
    }
}

fn part(title: &str, lines: Vec<Line>, empty: &str) -> Part {
    Part {
        title: title.into(),
        holds: lines.len().to_string(),
        plots: Vec::new(),
        events: Vec::new(),
        columns: vec![
            Column::words("Reference", Wide::Points(60)),
            Column::words("What", Wide::Share(2)),
            Column::words("Clock or tier", Wide::Points(120)),
            Column::words("Stands", Wide::Share(1)),
        ],
        lines,
        empty: empty.into(),
        note: String::new(),
    }
}
