//! Linting, keeping and giving up a matrix; a decision puts it in force.

use std::collections::BTreeMap;

use domain::people::Standing;
use domain::raci::lint::{self, Among};
use domain::raci::{self, Held, Terms, TermsRow};
use domain::{RaciId, RaciRowId, RoleId};
use store::View;

use super::mark::Sayer;
use super::{
    DiscardRaciDraft, KeepRaciDraft, LintRaci, RaciDone, RaciMark, RaciMarks, RaciQuery, RaciTerms,
    RaciView,
};
use crate::people::{Names, standing};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn lint_raci(&mut self, request: LintRaci) -> Result<RaciMarks, Problem> {
        let view = self.open()?.view();
        let terms = stated(&request.terms)?;
        let standing = standing(&view, self.moment())?;
        let matrix = RaciId::new(request.matrix.unwrap_or_default());
        let matrix = terms.unchecked(&matrix, &Held::default());
        Ok(RaciMarks { marks: marks(&view, &standing, &Names::of(&view)?, &matrix)? })
    }

    /// See the list of operations.
    pub fn keep_raci_draft(&mut self, request: KeepRaciDraft) -> Result<RaciDone, Problem> {
        let terms = stated(&request.terms)?;
        let mut kept = String::new();
        self.act(|act| {
            let matrix = which(act.view, request.matrix.as_deref())?;
            kept = matrix.to_string();
            let standing = standing(act.view, act.now)?;
            let held = act.view.raci_matrix(&matrix)?;
            Ok(vec![raci::keep(&standing, act.by, &matrix, &held, request.seen, &terms)?])
        })?;
        self.done(kept)
    }

    /// See the list of operations.
    pub fn discard_raci_draft(&mut self, request: DiscardRaciDraft) -> Result<RaciView, Problem> {
        let matrix = RaciId::new(request.matrix);
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let held = act.view.raci_matrix(&matrix)?;
            Ok(vec![raci::discard(&standing, act.by, &matrix, &held, request.seen)?])
        })?;
        self.raci(RaciQuery::default())
    }

    fn done(&mut self, matrix: String) -> Result<RaciDone, Problem> {
        Ok(RaciDone { matrix, view: self.raci(RaciQuery::default())? })
    }
}

/// The matrix that is meant: the one named, or a new one.
pub(crate) fn which(view: &View<'_>, matrix: Option<&str>) -> Result<RaciId, Problem> {
    match matrix {
        Some(matrix) => Ok(RaciId::new(matrix)),
        None => Ok(raci::fresh(&view.raci_ever()?)),
    }
}

/// What lint finds in `matrix`, in words.
pub(super) fn marks(
    view: &View<'_>,
    standing: &Standing,
    names: &Names,
    matrix: &raci::Matrix,
) -> Result<Vec<RaciMark>, Problem> {
    let (other_rows, workflows) = (view.other_raci_rows(&matrix.matrix)?, view.governed()?);
    let among = Among { standing, other_rows: &other_rows, workflows: &workflows };
    let sayer = Sayer { matrix, standing, names, workflows: &workflows };
    Ok(lint::lint(matrix, &among).iter().map(|mark| sayer.say(mark)).collect())
}

/// The terms as the domain takes them.
pub(crate) fn stated(terms: &RaciTerms) -> Result<Terms, Problem> {
    let rows = terms.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|(role, letters)| {
            let letters = letters.parse().map_err(|wrong: raci::NotLetters| {
                Problem::new("unreadable-value", crate::problem::sentence(&wrong.to_string()))
            })?;
            Ok((RoleId::new(role), letters))
        });
        Ok::<_, Problem>(TermsRow {
            row: row.row.as_deref().map(RaciRowId::new),
            activity: row.activity.clone(),
            cells: cells.collect::<Result<BTreeMap<_, _>, Problem>>()?,
            accountable: row.accountable.as_deref().map(str::parse).transpose()?,
        })
    });
    Ok(Terms {
        name: terms.name.clone(),
        roles: terms.roles.iter().map(RoleId::new).collect(),
        rows: rows.collect::<Result<_, _>>()?,
        accountable_at_most: terms.accountable_at_most,
    })
}
