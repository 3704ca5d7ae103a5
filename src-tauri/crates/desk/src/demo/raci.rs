//! Who answers by name, where several people hold the accountable role.

use domain::decision::{DecisionKind, Verdict};

use super::company::{MAREN, NOUR, RAFAEL, TOBIAS};
use super::decisions;
use super::story::Story;
use crate::operations::{ChangeGiven, ProposeDecision, RaciQuery, RaciTerms};
use crate::{Desk, Problem};

/// An accountable role, and who of its holders answers.
const NAMED: &[(&str, &str)] =
    &[("security", RAFAEL), ("revops", MAREN), ("cro", TOBIAS), ("client-sponsor", NOUR)];

const WHY: &str = "Security has two people since spring. For every activity one of them answers \
                   by name.";

/// On the third day RevOps proposes the matrices with their Accountables named, and in the
/// afternoon the sponsor signs them one after the other with one passphrase.
pub fn plan(story: &mut Story<'_>) {
    story.plan(story.days.at(0, 2, 11, 15), MAREN, |story| name_accountables(story.desk));
    story.plan(story.days.at(0, 2, 15, 40), TOBIAS, |story| {
        decisions::vote_on_all(story.desk, DecisionKind::RaciMatrix, Verdict::Approve)
    });
}

fn name_accountables(desk: &mut Desk) -> Result<(), Problem> {
    for matrix in desk.raci(RaciQuery::default())?.matrices {
        let Some(before) = matrix.in_force else { continue };
        let terms = named(before.clone());
        if terms != before {
            let title = format!("{}: accountable by name", before.name);
            let (matrix, seen) = (Some(matrix.matrix), matrix.seen);
            desk.propose_decision(ProposeDecision {
                kind: DecisionKind::RaciMatrix,
                title,
                rationale: WHY.to_owned(),
                rollback_plan: String::new(),
                evidence: Vec::new(),
                change: ChangeGiven::Raci { matrix, seen, terms },
            })?;
        }
    }
    Ok(())
}

fn named(mut terms: RaciTerms) -> RaciTerms {
    for row in &mut terms.rows {
        let answers = row.cells.iter().find(|(_, letters)| letters.contains('A'));
        let person = answers.and_then(|(role, _)| NAMED.iter().find(|(named, _)| role == named));
        row.accountable = person.map(|(_, person)| (*person).to_owned());
    }
    terms
}
