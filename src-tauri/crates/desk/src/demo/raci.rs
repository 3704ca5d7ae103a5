//! Who answers by name, where several people hold the accountable role.

use super::company::{MAREN, NOUR, RAFAEL, TOBIAS};
use super::story::Story;
use crate::operations::{ApplyRaci, RaciQuery, RaciTerms};
use crate::{Desk, Problem};

/// An accountable role, and who of its holders answers.
const NAMED: &[(&str, &str)] =
    &[("security", RAFAEL), ("revops", MAREN), ("cro", TOBIAS), ("client-sponsor", NOUR)];

const WHY: &str = "Security has two people since spring. For every activity one of them answers \
                   by name.";

/// On the third day the matrices are put in force with their Accountables named.
pub fn plan(story: &mut Story<'_>) {
    story.plan(story.days.at(0, 2, 11, 15), MAREN, |story| name_accountables(story.desk));
}

fn name_accountables(desk: &mut Desk) -> Result<(), Problem> {
    for matrix in desk.raci(RaciQuery::default())?.matrices {
        let Some(before) = matrix.in_force else { continue };
        let terms = named(before.clone());
        if terms != before {
            let (matrix, seen, reason) = (Some(matrix.matrix), matrix.seen, WHY.to_owned());
            desk.apply_raci(ApplyRaci { matrix, seen, terms, reason })?;
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
