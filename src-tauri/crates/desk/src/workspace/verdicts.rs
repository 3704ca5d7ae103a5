//! Verdicts as a person reads them.

use ledger::verify::{self, RestsOn, Verdicts};
use report::counted;

use super::{Fault, Judgement, Verdict, Verification};
use crate::problem::sentence;

/// Said of a pack that goes on from one that was not given.
const UNFOUNDED: &str = "It cannot be said without the earlier pack; the fault says which.";

/// Said of a record that nothing is missing from: what that rests on. Whether the last entries were
/// left out shows by a head alone: one that was given, or the one this machine has `remembered`.
fn whole(rests_on: &RestsOn, remembered: bool) -> &'static str {
    match rests_on {
        RestsOn::Anchored { by_heads, .. } if !by_heads.is_empty() => {
            "Nothing is missing from what the record itself speaks of, and it continues every head \
             given."
        }
        RestsOn::Anchored { .. } | RestsOn::NotAnchored if remembered => {
            "Nothing is missing from what the record itself speaks of, and it continues the last head \
             that this machine has seen."
        }
        RestsOn::Anchored { .. } | RestsOn::NotAnchored => {
            "Nothing is missing from what the record itself speaks of; whoever holds the keys could \
             have left out the last entries. Give a head kept outside to exclude that."
        }
    }
}

/// Verdicts as a person reads them; its headline is to follow.
pub(super) fn said(verdicts: Verdicts, remembered: bool) -> Verification {
    let unjudged = |fault: &verify::Fault| fault.part == verify::Part::Both;
    let founded = !verdicts.faults.iter().any(unjudged);
    let unfounded = !founded && verdicts.faults.iter().all(unjudged);
    let integrity = match verdicts.integrity {
        verify::Verdict::Fails if unfounded => (Verdict::Fails, UNFOUNDED),
        verify::Verdict::Holds => (Verdict::Holds, "Nothing was altered."),
        verify::Verdict::Fails => (Verdict::Fails, "Something was altered; the faults say what."),
        verify::Verdict::NotJudged => (Verdict::Unchecked, "Not judged."),
    };
    let completeness = match verdicts.completeness {
        verify::Verdict::Fails if unfounded => (Verdict::Fails, UNFOUNDED),
        verify::Verdict::Holds => (Verdict::Holds, whole(&verdicts.rests_on, remembered)),
        verify::Verdict::Fails => (Verdict::Fails, "Something is missing; the faults say what."),
        verify::Verdict::NotJudged => {
            (Verdict::Unchecked, "Not judged: an excerpt says nothing about what surrounds it.")
        }
    };
    let judged = |(verdict, says): (Verdict, &str)| Judgement { verdict, says: says.to_owned() };
    Verification {
        headline: String::new(),
        integrity: judged(integrity),
        completeness: judged(completeness),
        rules: not_judged(
            "Not judged here: who was entitled to what is for the desk that has the workspace. \
             Votes were held against the proposals they cover.",
        ),
        anchored: matches!(verdicts.rests_on, RestsOn::Anchored { .. }),
        rests_on: sentence(if founded { verdicts.rests_on.words() } else { "nothing" }),
        demo: verdicts.demo,
        entries: verdicts.counts.entries,
        texts: (verdicts.counts.texts, verdicts.counts.erased, verdicts.counts.withheld),
        head: verdicts.head.to_string(),
        faults: verdicts
            .faults
            .into_iter()
            .map(|found| Fault {
                code: found.code.as_str().to_owned(),
                entry: found.seq,
                place: found.path,
                says: found.sentence,
            })
            .collect(),
        notes: verdicts.notes.into_iter().map(|note| note.sentence).collect(),
    }
}

/// Verdicts on a stop list as a person reads them.
pub(super) fn said_of_list(verdicts: Verdicts) -> Verification {
    let mut list = said(verdicts, false);
    match list.completeness.verdict {
        Verdict::Holds => "It is no older than what was seen.",
        Verdict::Fails => "It is older than what was seen, or of another record.",
        Verdict::Unchecked => {
            "Not judged: without a head that somebody kept it may be an old list."
        }
    }
    .clone_into(&mut list.completeness.says);
    list.rules = not_judged("Not judged: a stop list says what is stopped, not who decided it.");
    list.notes.insert(0, format!("A stop list: {} workflows must not act.", list.entries));
    // Whether that is all that was ever stopped, no list can say.
    let of_it_alone = Verification { completeness: not_judged("Not judged."), ..list.clone() };
    list.headline = headline(&of_it_alone);
    list
}

pub(super) fn not_judged(says: &str) -> Judgement {
    Judgement { verdict: Verdict::Unchecked, says: says.to_owned() }
}

/// The same with its headline, once everything in it is said.
pub(super) fn headed(proof: Verification) -> Verification {
    Verification { headline: headline(&proof), ..proof }
}

/// The code of a pack that goes on from one that was not given.
const CONTINUES: &str = "pack.since";

/// What was found in one line, in the words that head `verify.html`, for whoever reads no further. The
/// file's name goes before it.
fn headline(proof: &Verification) -> String {
    let judged = [&proof.integrity, &proof.completeness, &proof.rules];
    let fails = judged.iter().any(|one| one.verdict == Verdict::Fails);
    match (proof.faults.as_slice(), proof.anchored, proof.completeness.verdict) {
        ([fault], _, _) if fault.code == CONTINUES => {
            "it continues an earlier pack, which is needed to verify it".to_owned()
        }
        ([], true, Verdict::Holds) if !fails => {
            "nothing was altered and nothing is missing".to_owned()
        }
        ([], false, Verdict::Holds) if !fails => {
            "it agrees with itself, nothing in it was altered and nothing is missing".to_owned()
        }
        ([], true, _) if !fails => "nothing in it was altered".to_owned(),
        ([], false, _) if !fails => "it agrees with itself, nothing in it was altered".to_owned(),
        ([], _, _) => "do not rely on it".to_owned(),
        (faults, _, _) => {
            let broken = counted(faults.len(), "thing does not hold", "things do not hold");
            format!("do not rely on it, {broken}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(completeness: Verdict, anchored: bool, codes: &[&str]) -> String {
        let judged = |verdict| Judgement { verdict, says: String::new() };
        let integrity = if codes.is_empty() { Verdict::Holds } else { Verdict::Fails };
        let fault = |code: &&str| Fault {
            code: (*code).to_owned(),
            entry: None,
            place: None,
            says: String::new(),
        };
        headline(&Verification {
            headline: String::new(),
            integrity: judged(integrity),
            completeness: judged(completeness),
            rules: judged(Verdict::Unchecked),
            anchored,
            rests_on: String::new(),
            demo: false,
            entries: 3,
            texts: (0, 0, 0),
            head: String::new(),
            faults: codes.iter().map(fault).collect(),
            notes: Vec::new(),
        })
    }

    #[test]
    fn it_says_no_more_than_was_found() {
        for (completeness, anchored, codes, says) in [
            (Verdict::Holds, true, &[][..], "nothing was altered and nothing is missing"),
            (
                Verdict::Holds,
                false,
                &[],
                "it agrees with itself, nothing in it was altered and nothing is missing",
            ),
            (Verdict::Unchecked, true, &[], "nothing in it was altered"),
            (Verdict::Unchecked, false, &[], "it agrees with itself, nothing in it was altered"),
            (
                Verdict::Fails,
                false,
                &["pack.since"],
                "it continues an earlier pack, which is needed to verify it",
            ),
            (
                Verdict::Fails,
                false,
                &["pack.since", "text.missing"],
                "do not rely on it, 2 things do not hold",
            ),
            (Verdict::Holds, true, &["table.differs"], "do not rely on it, 1 thing does not hold"),
        ] {
            assert_eq!(found(completeness, anchored, codes), says, "{codes:?}");
        }
    }
}
