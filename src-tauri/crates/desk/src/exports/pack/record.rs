//! The record itself: entries, their texts, and the places of texts that stay out.

use domain::batch::SECRETS;
use ledger::encoding::{base64, hex};
use ledger::pack;
use report::pack::Pack;
use serde::Serialize;
use serde_json::json;
use store::{Entry, Slice, TextRow};

use super::Counted;
use super::asked::Asked;
use super::rows::Rows;
use super::steps::{Part, Steps};
use crate::Problem;
use crate::workspace::Open;

/// Where a person's contact details lie in the entries that hold some.
const CONTACT: &str = "/event/contact";

#[derive(Serialize)]
struct EntryLine<'e> {
    body: &'e str,
    sig: String,
}

#[derive(Serialize)]
struct TextLine<'t> {
    path: &'t str,
    salt: String,
    seq: u64,
    text: &'t str,
}

/// Puts the ledger's files into the pack.
pub(super) fn add(
    open: &Open,
    asked: &Asked,
    rows: &Rows,
    (pack, counted): (&mut Pack, &mut Counted),
    steps: &Steps<'_>,
) -> Result<(), Problem> {
    let (from, to) = (asked.first(), asked.then.seq);
    let slice = Slice { from, to };
    if let Some(since) = asked.since {
        let line = json!({ "root": hex(&since.root), "size": since.size, "v": 1 });
        let about = "After which entry the entries of this pack begin";
        pack.add(pack::SINCE, about, format!("{line}\n").as_bytes())?;
    }
    pack.stream(pack::ENTRIES, "Every entry, as it was signed", |content| {
        open.store.entries(slice, |entry| {
            content.put(line(&entry)?.as_bytes())?;
            steps.step(Part::Record, entry.seq - from, to - from + 1)
        })
    })?;
    let mut withheld = String::new();
    pack.stream(pack::TEXTS, "The words the entries commit to", |content| {
        open.store.texts(slice, |text| {
            if stays_out(&text, asked, rows) {
                withheld.push_str(&format!("{}\n", json!({ "path": text.path, "seq": text.seq })));
                counted.withheld += 1;
                return Ok(());
            }
            let TextRow { seq, path, salt, text } = &text;
            let line = TextLine { path, salt: base64(salt), seq: *seq, text };
            let line = serde_json::to_string(&line).map_err(Problem::internal)?;
            Ok::<_, Problem>(content.put(format!("{line}\n").as_bytes())?)
        })
    })?;
    pack.add(pack::WITHHELD, "Where words were left out", withheld.as_bytes())?;
    // What was erased since is not in the pack either, and an entry after its last says so.
    let erasures = open.store.now().erasures()?;
    counted.erased = erasures.iter().filter(|one| (from..=to).contains(&one.of_seq)).count() as u64;
    Ok(())
}

/// An entry as a line of a pack.
pub(super) fn line(entry: &Entry) -> Result<String, Problem> {
    let line = EntryLine { body: &entry.body, sig: base64(&entry.signature) };
    let line = serde_json::to_string(&line).map_err(Problem::internal)?;
    Ok(format!("{line}\n"))
}

/// The salt of a batch goes with its rows, the key that hides cells never goes, whatever the scope.
fn stays_out(text: &TextRow, asked: &Asked, rows: &Rows) -> bool {
    if rows.is_batch(text.seq) && SECRETS.contains(&text.path.as_str()) {
        return !rows.opens(text.seq, &text.path);
    }
    text.seq <= asked.silent_to || (asked.no_contacts && text.path == CONTACT)
}
