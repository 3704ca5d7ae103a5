//! Rules about the workflows that a matrix governs, or fails to.

use std::collections::BTreeSet;

use super::{Among, Holders, Mark, Rule};
use crate::raci::Matrix;

/// Workflows of this matrix's rows whose owner alone holds the role that approves them.
pub(super) fn own_approver(matrix: &Matrix, among: &Among<'_>, holders: &Holders<'_>) -> Vec<Mark> {
    let own = |workflow: &&super::Governed| {
        let (Some(owner), Some(role)) = (workflow.owner, &workflow.approver) else { return false };
        holders.of_role(role) == [owner]
    };
    among
        .workflows
        .iter()
        .filter(own)
        .filter_map(|workflow| {
            let place =
                matrix.rows.iter().position(|row| Some(&row.row) == workflow.row.as_ref())?;
            Some(Mark {
                rows: vec![place],
                roles: workflow.approver.iter().cloned().collect(),
                person: workflow.owner,
                workflows: vec![workflow.workflow],
                rule: Rule::ApproverApart,
            })
        })
        .collect()
}

/// Workflows that name no row, or one that is in no matrix any more once this one is applied.
pub(super) fn uncovered(matrix: &Matrix, among: &Among<'_>) -> Option<Mark> {
    let own: BTreeSet<_> = matrix.rows.iter().map(|row| &row.row).collect();
    let workflows: Vec<_> = among
        .workflows
        .iter()
        .filter(|workflow| match &workflow.row {
            Some(row) => !own.contains(row) && !among.other_rows.contains(row),
            None => true,
        })
        .map(|workflow| workflow.workflow)
        .collect();
    (!workflows.is_empty()).then(|| Mark { workflows, ..Mark::new(Rule::WorkflowCovered) })
}
