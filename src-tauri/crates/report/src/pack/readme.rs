//! README.md: what the auditor reads first.

use super::facts::{Batch, Facts, Key};
use super::manifest::Listed;
use crate::escape::escaped as cell;
use crate::figure::{counted, grouped};

/// The README of a pack. It names the figures a reader compares and the steps to do so
/// with Countersign or without it.
pub(super) fn write(facts: &Facts, files: &[Listed]) -> String {
    [
        title(facts),
        figures(facts),
        holds(facts, files),
        actions(&facts.batches),
        one_command(facts),
        in_a_browser(),
        by_hand(),
        keys(&facts.keys),
        meaning().to_owned(),
    ]
    .join("\n")
}

fn title(facts: &Facts) -> String {
    let demo = if facts.frame.demo {
        "\n**This is a demo workspace. Its people, reviews and figures are made up.**\n"
    } else {
        ""
    };
    format!(
        "# Evidence pack: {}, {}\n{demo}\nFor whoever has to judge how {} governs the AI in its \
         sales process. It can be verified offline, without trusting the company or Countersign.\n",
        cell(&facts.frame.workspace),
        cell(&facts.frame.period),
        cell(&facts.frame.workspace),
    )
}

fn figures(facts: &Facts) -> String {
    let frame = &facts.frame;
    let since = match &facts.since {
        Some(head) => {
            format!("after {} entries you already hold (`{}:{}`)", head.size, head.size, head.root)
        }
        None => "the first".to_owned(),
    };
    format!(
        "| | |\n|---|---|\n\
         | As of | {} |\n\
         | Prepared by | {} |\n\
         | Export | {}, {} |\n\
         | Scope | {} |\n\
         | Entries | from {since} to {} |\n\
         | Head | `{}:{}` |\n\
         | Origin | `countersign/{}` |\n\
         | Checkpoints | {} |\n\
         | Texts withheld | {}, outside the scope; their hashes are in the entries |\n\
         | Texts erased | {}, each by a recorded act |\n",
        cell(&frame.as_of),
        cell(&frame.preparer),
        frame.version,
        cell(&frame.label),
        cell(&facts.scope),
        frame.head.size,
        frame.head.size,
        frame.head.root,
        cell(&facts.workspace_id),
        facts.checkpoints,
        facts.withheld,
        facts.erased,
    )
}

fn holds(facts: &Facts, files: &[Listed]) -> String {
    let under = |folder: &str| files.iter().filter(|file| file.path.starts_with(folder)).count();
    format!(
        "## What is in it\n\n\
         - `INDEX.md`: {}, the files that answer each, then every file.\n\
         - `reports/`: {} as PDF. Each prints the head it was made at.\n\
         - `data/`: {} as CSV or JSON: what happened in the period, registers and lists as of the \
         moment above.\n\
         - `ledger/entries.jsonl`: every entry, one to a line, with its signature. \
         `texts.jsonl` holds the texts the entries commit to, `withheld.jsonl` names those left out.\n\
         - `actions/`: {}, every row of a batch as its hash covers it.\n\
         - `evidence/`: {}, kept with the record.\n\
         - `checkpoints/` and `keys/`: signed heads, and the public keys of all who signed.\n\
         - `manifest.json`: SHA-256 and size of every file outside `seal/`.\n\
         - `seal/`: the entry by which this export was recorded. It commits to the manifest. Entries \
         made after the head above and before it lie in `seal/between.jsonl`, without their texts, so \
         that the tree can be built up to it.\n\
         - `FORMAT.md`: every byte that is hashed or signed, enough to write a verifier.\n\
         - `verify.html`: a page that shows this pack and verifies it in a browser, offline.\n",
        counted(facts.requests.len(), "request", "requests"),
        counted(under("reports/"), "report", "reports"),
        counted(under("data/"), "table", "tables"),
        counted(under("actions/"), "action log", "action logs"),
        counted(under("evidence/"), "file", "files"),
    )
}

/// The batches of the period, or of all time: which rows are in, and which are not, and why.
fn actions(batches: &[Batch]) -> String {
    let mut out = "## AI actions\n\n".to_owned();
    if batches.is_empty() {
        out.push_str("There is no batch of AI actions to hand out.\n");
        return out;
    }
    let inside = || batches.iter().filter(|batch| batch.out.is_none());
    out.push_str(&format!(
        "There {} {}; the rows of {} are in this pack, {} in all.\n\n\
         | Batch | Rows | |\n|---|---:|---|\n",
        if batches.len() == 1 { "is" } else { "are" },
        counted(batches.len(), "batch of AI actions", "batches of AI actions"),
        inside().count(),
        counted_rows(inside().map(|batch| batch.rows).sum()),
    ));
    for batch in batches {
        let says = match &batch.out {
            None => format!("`actions/{}.jsonl`", batch.batch),
            Some(why) => format!("Not in this pack: {}", cell(why)),
        };
        let line = format!("| {} | {} | {says} |\n", batch.batch, grouped(batch.rows));
        out.push_str(&line);
    }
    out
}

fn counted_rows(rows: u64) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(rows)) }
}

fn one_command(facts: &Facts) -> String {
    let head = &facts.frame.head;
    let (after, earlier) = match &facts.since {
        Some(since) => (
            " --after EARLIER.zip",
            format!(
                "`EARLIER.zip` is the pack that holds entries 1 to {}; where that takes several packs, \
                 give each with `--after`, the oldest first. Verify it on its own as well.\n\n",
                grouped(since.size)
            ),
        ),
        None => ("", String::new()),
    };
    format!(
        "## Verify with one command\n\n\
         ```\ncountersign verify PACK.zip{after}\n```\n\n{earlier}\
         It says in one line what was found, then answers twice, yes or no. Integrity: nothing was \
         altered. Completeness: nothing is missing from what the record itself speaks of. The head it \
         prints is that of `seal/checkpoint`, which covers the entry that recorded this export as \
         well.\n\n\
         Both verdicts rest on the keys in this pack. One person who enrolled everybody could \
         have written all of it, and whoever holds the keys could have left out the last entries. So \
         ask for fingerprints, and for heads somebody kept, by another \
         way than this pack, and give them:\n\n\
         ```\ncountersign verify PACK.zip{after} --keys FINGERPRINTS.txt --seen {}:{}\n```\n\n\
         `FINGERPRINTS.txt` holds a fingerprint and any words to a line. `--seen` takes a head as \
         entries and root, here the one above; every report prints one in its foot. With these \
         the verdict reads \"anchored\"; without, \"consistent with itself, not anchored\".\n",
        head.size, head.root,
    )
}

fn in_a_browser() -> String {
    "## Verify in a browser\n\n\
     Unpack `verify.html`, open it, and drop this pack on it. It needs no network and asks for none. It \
     gives both verdicts, names what does not hold, and shows the entries and files.\n\n\
     The page came with the pack, so its word is the sender’s until its SHA-256 (`sha256sum \
     verify.html`) equals the one published with the Countersign release. The command above, a copy of \
     the page from the release, or a program of your own is stronger.\n"
        .to_owned()
}

fn by_hand() -> String {
    "## Verify by hand\n\n\
     1. Every file is the one that was exported: compare `sha256sum FILE` with `manifest.json`.\n\
     2. The manifest is the one that was recorded: its own SHA-256 stands in `seal/entry.json`.\n\
     3. An entry was signed by the person it names: take `body` of a line in \
     `ledger/entries.jsonl`, put `countersign/entry/v1` and a line feed before it, write both \
     and the decoded `sig` to files, and run `openssl pkeyutl -verify -rawin -pubin -inkey \
     keys/PERSON-KEY.pem -in SIGNED -sigfile SIG`, person and key as `by` and `key` of the body name \
     them.\n\
     4. No entry was changed, added or taken out: hash each entry as a leaf, those of \
     `seal/between.jsonl` after the others, and build the tree as RFC 6962 says; the root over as many as the head above counts is that head’s, and each \
     entry’s `prev` is the root before it.\n\
     5. Nothing was cut off: each checkpoint’s root is the root of the tree at its size, up to \
     `seal/checkpoint`.\n\n\
     FORMAT.md gives each step to the byte.\n"
        .to_owned()
}

fn keys(keys: &[Key]) -> String {
    let mut out = "## Keys\n\nSHA-256 of each raw public key. Ask each person for theirs.\n\n\
                   | Whose | Fingerprint |\n|---|---|\n"
        .to_owned();
    for key in keys {
        out.push_str(&format!("| {} | `{}` |\n", cell(&key.holder), cell(&key.fingerprint)));
    }
    out
}

fn meaning() -> &'static str {
    "## What the verdicts do not mean\n\n\
     They do not prove that what people wrote is true, nor that everything that happened was \
     written down. Times are those of the machine that recorded them; the order of entries is \
     what the signatures prove.\n"
}
