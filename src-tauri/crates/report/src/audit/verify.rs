//! How to verify the report: the chain from a number to a signature, one command, by hand.

use super::model::Model;
use crate::error::Result;
use crate::figure::{counted, grouped, in_fours};
use crate::layout::{Density, Flow, Panel, PanelLine, Part, Row, Table, Width};
use crate::typeset::{Look, Rich};

const LOOK: Look = Look::regular(8.0);
const BOLD: Look = Look::medium(8.0);
/// Keys that stand beside what the report stands on; more take the whole measure.
const KEYS_BESIDE: usize = 9;

pub(super) fn verify(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    let head = &model.frame.head;
    flow.gap(10.0);
    let mut chain = vec![
        ("A number".to_owned(), model.verify.number.clone()),
        ("Its rows".to_owned(), "in its section".to_owned()),
        ("Their entries".to_owned(), format!("1 to {}", grouped(head.size))),
        ("Leaves".to_owned(), "SHA-256".to_owned()),
        ("Tree root".to_owned(), format!("{} …", head.short())),
    ];
    if model.verify.checkpoint.is_some() {
        chain.push(("Checkpoint".to_owned(), "machine’s key".to_owned()));
    }
    if model.verify.cosigned {
        chain.push(("Cosignature".to_owned(), "at the sign-off".to_owned()));
    }
    flow.chain(&chain)?;
    flow.panels(&[command(model), prints(model)])?;
    by_hand(flow)?;
    if model.verify.keys.len() > KEYS_BESIDE {
        flow.panels(&[means(), means_not()])?;
        for part in [stands_on(model), keys(model, 16)] {
            flow.section(&part.head, &part.count)?;
            flow.table(&part.table, part.rows.into_iter())?;
        }
        return ask(flow);
    }
    flow.beside(&[stands_on(model)], &[keys(model, 8)])?;
    ask(flow)?;
    flow.panels(&[means(), means_not()])
}

fn ask(flow: &mut Flow<'_>) -> Result<()> {
    flow.gap(3.0);
    let ask = "Fingerprints are SHA-256 of each raw public key; those of keys that were replaced or \
               retired are listed for what they signed. Ask each person for theirs by another way than \
               this report.";
    flow.note(&Rich::new(ask, Look::regular(7.0).soft()))
}

fn command(model: &Model) -> Panel {
    let head = &model.frame.head;
    Panel {
        head: "With Countersign, one command".to_owned(),
        lines: vec![
            PanelLine::Words(Rich::new("countersign verify FILE --seen HEAD", BOLD)),
            PanelLine::Gap(4.0),
            PanelLine::Words(Rich::new(
                format!(
                    "FILE is the workspace or its evidence pack. HEAD is {}, a colon, and the root \
                     below. Two verdicts, each yes or no.",
                    head.size
                ),
                LOOK,
            )),
        ],
    }
}

fn prints(model: &Model) -> Panel {
    let head = &model.frame.head;
    let line = |says: &str, what: &str| {
        PanelLine::Words(Rich::new(format!("{says}: "), LOOK.soft()).words(what, LOOK))
    };
    Panel {
        head: "What it should say".to_owned(),
        lines: vec![
            line("Integrity", "yes, nothing was altered"),
            line("Completeness", "yes, nothing is missing or cut off"),
            line("Rests on", "the head given, so it is anchored"),
            line(
                "Head",
                &format!("{} at {} entries, or a later one", head.short(), grouped(head.size)),
            ),
        ],
    }
}

fn by_hand(flow: &mut Flow<'_>) -> Result<()> {
    flow.section("By hand, with tools of your own", "on the evidence pack")?;
    let columns = [
        ("", Width::Points(14.0)),
        ("What you establish", Width::Points(124.0)),
        ("What you do", Width::Share(1.0)),
        ("What you should see", Width::Points(124.0)),
    ];
    let table = Table::of(Density::Dense, &columns, "");
    let rows = STEPS.iter().zip(1..).map(|([establish, act, see], number)| {
        Row::cells(vec![
            Rich::new(number.to_string(), Density::Dense.key()),
            Rich::new(*establish, Density::Dense.key()),
            Rich::new(*act, Density::Dense.look()),
            Rich::new(*see, Density::Dense.look()),
        ])
    });
    flow.table(&table, rows)?;
    flow.gap(4.0);
    let format = "FORMAT.md in the pack describes every byte that is hashed or signed. INDEX.md names, \
                  for each request, the files that answer it.";
    flow.note(&Rich::new(format, Look::regular(7.0).soft()))?;
    flow.end_section();
    Ok(())
}

/// What is established, how, and what is seen; as the README of every pack has it.
const STEPS: [[&str; 3]; 6] = [
    [
        "Every file is the one that was exported",
        "sha256sum of each file, held against manifest.json",
        "The same sum for every file",
    ],
    [
        "The manifest is the one that was recorded",
        "sha256sum manifest.json, held against seal/entry.json",
        "The sum that the export’s entry names",
    ],
    [
        "An entry was signed by the person named",
        "openssl pkeyutl -verify -rawin -pubin -inkey keys/PERSON-KEY.pem -in SIGNED -sigfile SIG; \
         SIGNED is countersign/entry/v1, a line feed and the entry’s body",
        "Signature Verified Successfully",
    ],
    [
        "No entry was changed, added or taken out",
        "Hash each entry as a leaf, SHA-256 of 00, body and signature, and build the tree as RFC 6962 \
         says",
        "The root printed below at its size; each entry’s prev is the root before it",
    ],
    [
        "Nothing was cut off or rewritten",
        "Read each of checkpoints/ as a C2SP signed note",
        "The tree’s root at the size each one names",
    ],
    [
        "A sample was not picked by hand",
        "Order its rows by SHA-256(seed, row hash) and take as many as were drawn",
        "The items of its workpaper, in order",
    ],
];

fn stands_on(model: &Model) -> Part {
    let verify = &model.verify;
    let look = Density::Dense.look();
    let none = "None up to this head";
    let fact = |name: &str, what: &str| {
        Row::cells(vec![Rich::new(name, look.soft()), Rich::new(what, look)])
    };
    let checkpoint = verify.checkpoint.as_deref().map(|last| {
        let all = counted(verify.checkpoints, "checkpoint", "checkpoints");
        format!("{all}, the last with {last}")
    });
    let rows = vec![
        fact("Origin", &verify.origin),
        fact(
            "Entries",
            &format!("{}; of the period {}", grouped(model.frame.head.size), verify.period_entries),
        ),
        fact("Root", &model.frame.head.grouped()),
        fact("Checkpoints", checkpoint.as_deref().unwrap_or(none)),
        fact("Countersigned", &verify.countersigned),
    ];
    part("This report stands on", [70.0, 1.0], rows)
}

/// Each key with its fingerprint, so many groups of four digits to a line.
fn keys(model: &Model, groups_in_a_line: usize) -> Part {
    let look = Density::Dense.look();
    let small = Look { size: 6.5, ..look };
    let rows = model.verify.keys.iter().map(|key| {
        Row::cells(vec![
            Rich::new(format!("{}\n", key.holder), Density::Dense.key())
                .words(&key.held, small.soft()),
            Rich::new(in_fours(&key.fingerprint, groups_in_a_line), small),
        ])
    });
    part("Keys that sign, or did", [78.0, 1.0], rows.collect())
}

fn part(head: &str, [first, rest]: [f32; 2], rows: Vec<Row>) -> Part {
    let columns = [("", Width::Points(first)), ("", Width::Share(rest))];
    let table = Table::of(Density::Dense, &columns, "No key was enrolled.");
    Part { head: head.to_owned(), count: String::new(), table, rows }
}

fn means() -> Panel {
    let words = |head: &str, says: &str| {
        PanelLine::Words(Rich::new(format!("{head} "), Look::semibold(8.0)).words(says, LOOK))
    };
    Panel {
        head: "What the verdicts mean".to_owned(),
        lines: vec![
            words(
                "Integrity.",
                "Every entry carries the signature of the person it names, and not a byte of it has changed since.",
            ),
            PanelLine::Gap(3.0),
            words(
                "Completeness.",
                "No entry is missing, none was cut off the end, and every checkpoint is part of this tree.",
            ),
        ],
    }
}

fn means_not() -> Panel {
    let says = "They do not prove that what people wrote is true, nor that everything that happened was \
                written down. Times are those of the machine that recorded them. Samples and tests on \
                whole logs are how the report looks beyond its own record.";
    Panel {
        head: "What they do not mean".to_owned(),
        lines: vec![PanelLine::Words(Rich::new(says, LOOK))],
    }
}
