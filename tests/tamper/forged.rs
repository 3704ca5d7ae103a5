//! A wholly forged workspace: the same names and acts, fresh keys.

use desk::operations::{Verdict, Verify};
use desk::{Chance, Problem, SeededChance};
use ledger::text::Salts;

use crate::table::Table;
use crate::workspace::{Workspace, must_hold};

#[test]
fn a_forged_workspace_is_not_anchored_and_what_was_kept_of_the_true_one_refuses_it() {
    let truth = Workspace::made(SeededChance::new(7));
    let forged =
        Workspace::made(Impostor { id: Some(SeededChance::new(7)), keys: SeededChance::new(8) });
    assert_eq!(forged.ws, truth.ws, "it even carries the true one's id");
    let mut table = Table::new("a wholly forged workspace");
    let path = forged.copy("forged.countersign");
    for (what, path) in [("the file", &path), ("its pack", &forged.packs[1])] {
        let alone = truth.judged(path, &Verify::default());
        let alone = must_hold(&alone);
        assert_eq!(alone.integrity.verdict, Verdict::Holds, "{what} is consistent with itself");
        assert_eq!(alone.completeness.verdict, Verdict::Holds, "{what} lacks nothing");
        let unanchored = !alone.anchored && alone.rests_on.contains("not anchored");
        let outcome = if unanchored { Ok("not anchored") } else { Err(&*alone.rests_on) };
        let outcome = outcome.map(str::to_owned).map_err(str::to_owned);
        table.count("verified with nothing kept: not anchored", outcome);
        let keys = Verify { keys: Some(truth.keys()), seen: Vec::new() };
        let by_keys = truth.judged(path, &keys);
        for person in ["PER-0001", "PER-0002"] {
            let named = by_keys.as_ref().ok().filter(|proof| !proof.anchored).and_then(|proof| {
                let on = |f: &&desk::operations::Fault| {
                    f.code == "key.not_named" && f.says.contains(person)
                };
                proof.faults.iter().find(on)
            });
            let outcome = named.map(|f| f.code.clone()).ok_or_else(|| format!("{what} {person}"));
            table.count("with the true people's fingerprints: every signer refused", outcome);
        }
        let seen = Verify { keys: None, seen: vec![truth.head.clone()] };
        let by_head = truth.judged(path, &seen);
        table.tried("with the true head", what, &by_head, |f| f.code.starts_with("seen."));
    }
    let here = truth.judged_here(&path);
    table.tried("on the machine of the true one", "the file", &here, |f| {
        f.code.starts_with("memory.")
    });
    table.finish();
    let keys = Verify { keys: Some(truth.keys()), seen: vec![truth.head.clone()] };
    let own = truth.judged(&truth.copy("true.again"), &keys);
    assert!(must_hold(&own).anchored, "the true one is anchored in both");
}

/// Draws the workspace's id as the true one did, and keys of his own.
struct Impostor {
    id: Option<SeededChance>,
    keys: SeededChance,
}

impl Chance for Impostor {
    fn seed(&mut self) -> Result<[u8; 32], Problem> {
        match self.id.take() {
            Some(mut id) => id.seed(),
            None => self.keys.seed(),
        }
    }

    fn salts(&mut self) -> Result<Box<dyn Salts>, Problem> {
        self.keys.salts()
    }
}
