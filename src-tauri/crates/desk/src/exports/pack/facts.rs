//! What README and INDEX say of a pack.

use ledger::encoding::hex;
use report::Head;
use report::pack::{Facts, Key, Pack};

use super::super::frame::{About, frame};
use super::super::preparer::Preparer;
use super::Counted;
use super::asked::{Asked, Within};
use super::requests::requests;
use super::rows::Rows;
use crate::Problem;
use crate::people::{Names, fingerprint};
use crate::workspace::Open;

/// The facts of a pack as of its last entry.
pub(super) fn facts(
    open: &Open,
    asked: &Asked,
    rows: &Rows,
    (pack, counted): (&Pack, &Counted),
    preparer: &Preparer,
) -> Result<Facts, Problem> {
    let view = open.view();
    let own = asked.period();
    let before = view
        .exports()?
        .iter()
        .filter(|one| one.export.what == "pack" && one.export.period == own)
        .count();
    let period = own.unwrap_or_else(|| {
        let [first, last] = [asked.first(), asked.then.seq].map(report::grouped);
        format!("Entries {first} to {last}")
    });
    let about = About { report: "Evidence pack", period, as_of: asked.then.seq, before };
    let names = Names::of(&view)?;
    let keys = view.keys_ever()?.into_iter().map(|key| Key {
        holder: format!("{} {}", key.holder, names.actor(key.holder)),
        fingerprint: fingerprint(&key.public),
    });
    let files: Vec<&str> = pack.files().chain(["verify.html"]).collect();
    Ok(Facts {
        frame: frame(open, &about, preparer)?,
        workspace_id: open.ws.clone(),
        scope: scope(asked, rows),
        since: asked.since.map(|since| Head { root: hex(&since.root), size: since.size }),
        withheld: counted.withheld,
        erased: counted.erased,
        checkpoints: counted.checkpoints,
        batches: rows.counted(),
        keys: keys.collect(),
        requests: requests(&files),
    })
}

fn scope(asked: &Asked, rows: &Rows) -> String {
    let mut says = match asked.within {
        Some(Within { period, .. }) => vec![format!(
            "{period}: what was due, decided, raised, drawn or logged in it. Registers and lists stand \
             as of the moment above."
        )],
        None => vec!["The whole workspace.".to_owned()],
    };
    if asked.silent_to > 0 {
        let last = report::grouped(asked.silent_to);
        says.push(format!(
            "The texts of entries 1 to {last}, made before the period, are withheld, and files of \
             evidence from then; reports and tables show what stood, in such words too, and workpapers \
             show the rows that were drawn."
        ));
    }
    if asked.no_rows {
        says.push(
            "The rows of action logs are left out; workpapers show those that were drawn."
                .to_owned(),
        );
    }
    if asked.no_contacts {
        says.push("People’s contact details are withheld.".to_owned());
    }
    if rows.any() {
        says.push("The keys that hide cells of action logs are withheld.".to_owned());
    }
    says.join(" ")
}
