//! Proving a workspace or a pack, for people and for scripts.

use std::path::Path;

use desk::Problem;
use desk::operations::{Verdict, Verification};
use desk::workspace::released_page;

use crate::args::{Args, Verify};
use crate::print::say;
use crate::{Outcome, at, print};

/// Verifies, and says no with its own exit code; or says which page is this version's.
pub fn verify(args: &Args, wanted: &Verify) -> Result<Outcome, Problem> {
    let Some(file) = &wanted.file else {
        return print::answer(args.json, &released_page(), |page| {
            say!("{}  verify.html", page.sha256)
        });
    };
    let keys = wanted.keys.as_deref().map(read).transpose()?;
    let request = desk::operations::Verify { keys, seen: wanted.seen.clone() };
    let desk = at::desk()?;
    let proof = match wanted.after.as_slice() {
        [] => desk.verify_file(file, &request)?,
        earlier => desk.verify_pack_after(file, earlier, &request)?,
    };
    // Of an excerpt, completeness is not judged: only a verdict that fails says no.
    let holds = [&proof.integrity, &proof.completeness, &proof.rules]
        .iter()
        .all(|judged| judged.verdict != Verdict::Fails)
        && proof.faults.is_empty();
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    print::answer(args.json, &proof, |proof| words(&name, proof))?;
    Ok(if holds { Outcome::Done } else { Outcome::SaysNo })
}

fn words(name: &str, proof: &Verification) {
    say!("{name}: {}\n", proof.headline);
    if proof.demo {
        say!("This is a demo workspace.");
    }
    let (present, erased, withheld) = proof.texts;
    say!("Integrity      {}", word(proof.integrity.verdict, &proof.integrity.says));
    say!("Completeness   {}", word(proof.completeness.verdict, &proof.completeness.says));
    say!("Rules          {}", word(proof.rules.verdict, &proof.rules.says));
    say!("Rests on       {}", proof.rests_on);
    say!("Entries        {}", proof.entries);
    say!("Texts          {present} present, {erased} erased, {withheld} withheld");
    say!("Head           {}", proof.head);
    for note in &proof.notes {
        say!("Note           {note}");
    }
    for fault in &proof.faults {
        say!("Fault          [{}] {}", fault.code, fault.says);
    }
}

fn word(verdict: Verdict, says: &str) -> String {
    let word = match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "FAILS",
        Verdict::Unchecked => "not judged",
    };
    format!("{word}. {says}")
}

fn read(path: &Path) -> Result<String, Problem> {
    std::fs::read_to_string(path).map_err(|source| {
        Problem::new("keys-unreadable", format!("{} cannot be read: {source}.", path.display()))
    })
}
