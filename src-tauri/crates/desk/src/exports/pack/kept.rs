//! The files that are kept beside the ledger, each named by its evidence; an entry gives its hash.

use domain::evidence::Pointer;
use report::pack::Pack;

use super::asked::Asked;
use crate::Problem;
use crate::workspace::Open;

/// Puts every file that is kept into the pack; where words of before a period stay out, no file of evidence
/// that was added then.
pub(super) fn add(open: &Open, asked: &Asked, pack: &mut Pack) -> Result<(), Problem> {
    let view = open.view();
    for (evidence, sha256) in view.kept()? {
        let Some(bytes) = open.store.content(&sha256)? else { continue };
        let one = view.evidence_one(evidence)?;
        if one.as_ref().is_some_and(|one| one.captured.seq <= asked.silent_to) {
            continue;
        }
        let name = match one.map(|one| one.pointer) {
            Some(Pointer::File { name, .. }) => plain(name.words().unwrap_or("erased")),
            Some(Pointer::Url { .. }) | None => String::new(),
        };
        let (path, about) =
            (format!("evidence/{evidence}-{name}"), format!("The file of {evidence}"));
        pack.add(&path, &about, &bytes)?;
    }
    Ok(())
}

/// A file's name that every system can unpack: letters and digits, the rest as dashes.
fn plain(name: &str) -> String {
    let keeps = |sign: char| sign.is_alphanumeric() || sign == '.' || sign == '_';
    let plain: String = name.chars().map(|sign| if keeps(sign) { sign } else { '-' }).collect();
    plain.trim_matches(['-', '.']).to_owned()
}
