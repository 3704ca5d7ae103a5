//! RACI at the desk: drafts, lint while typing, applying with a reason, as of any entry.

use desk::operations::{
    ApplyRaci, DiscardRaciDraft, KeepRaciDraft, LintRaci, LogQuery, RaciMatrix, RaciQuery, RaciRow,
    RaciTerms,
};

use crate::support::*;

fn matrix(desk: &mut desk::Desk, id: &str) -> RaciMatrix {
    let view = desk.raci(RaciQuery::default()).unwrap();
    view.matrices.into_iter().find(|matrix| matrix.matrix == id).unwrap()
}

fn letter(terms: &mut RaciTerms, row: usize, role: &str, letters: &str) {
    terms.rows[row].cells.insert(role.to_owned(), letters.to_owned());
}

fn blocking(desk: &mut desk::Desk, matrix: &str, terms: &RaciTerms) -> Vec<String> {
    let request = LintRaci { matrix: Some(matrix.to_owned()), terms: terms.clone() };
    let marks = desk.lint_raci(request).unwrap().marks;
    marks.into_iter().filter(|mark| mark.blocks).map(|mark| mark.says).collect()
}

#[test]
fn a_new_workspace_has_three_matrices_that_block_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = desk.raci(RaciQuery::default()).unwrap();
    let ids: Vec<&str> = view.matrices.iter().map(|matrix| matrix.matrix.as_str()).collect();
    assert_eq!(ids, ["decisions", "governance", "outreach"], "the start-up set, in order");
    assert!(view.may_edit, "RevOps is at the desk");
    for matrix in &view.matrices {
        assert!(matrix.marks.iter().all(|mark| !mark.blocks), "{}", matrix.matrix);
        assert!(!matrix.marks.is_empty(), "{}: a team of two leaves chairs empty", matrix.matrix);
    }
}

#[test]
fn a_draft_is_kept_marked_taken_up_by_another_and_applied_with_a_reason() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = matrix(&mut desk, "governance");
    let mut terms = before.in_force.clone().unwrap();
    letter(&mut terms, 0, "security", "A");
    assert_eq!(
        blocking(&mut desk, "governance", &terms),
        ["Inventory and tiering names RevOps and Security."],
        "two are accountable now"
    );
    let (id, seen) = (Some("governance".to_owned()), before.seen);
    let keep = KeepRaciDraft { matrix: id.clone(), seen, terms: terms.clone() };
    desk.keep_raci_draft(keep.clone()).unwrap();
    assert_eq!(code(desk.keep_raci_draft(keep)), "moved-on", "the draft came in between");
    let drafted = matrix(&mut desk, "governance");
    assert_eq!(drafted.in_force, before.in_force, "a draft changes nothing that is in force");
    assert_eq!(drafted.draft_by.as_deref(), Some("Maren Okafor"), "it says whose work it is");

    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let apply = |terms: &RaciTerms, reason: &str| ApplyRaci {
        matrix: id.clone(),
        seen: drafted.seen,
        terms: terms.clone(),
        reason: reason.to_owned(),
    };
    assert_eq!(code(desk.apply_raci(apply(&terms, "Two owners"))), "marks-block", "lint blocks");
    letter(&mut terms, 0, "revops", "R");
    assert_eq!(code(desk.apply_raci(apply(&terms, " "))), "blank", "a change has a reason");
    desk.apply_raci(apply(&terms, "Security owns the inventory now.")).unwrap();

    let after = matrix(&mut desk, "governance");
    assert_eq!(after.in_force.as_ref(), Some(&terms), "it is in force, whole");
    assert_eq!(after.draft, None, "and the draft has ended");
    let log = desk.log(LogQuery { limit: Some(1), ..LogQuery::default() }).unwrap();
    assert_eq!(log.rows[0].about.as_deref(), Some("governance"), "the log says of what");
    assert_eq!(log.rows[0].why.as_deref(), Some("Security owns the inventory now."), "and why");
    let then = desk.raci(RaciQuery { as_of: Some(before.seen) }).unwrap();
    assert_eq!(then.matrices[1].in_force, before.in_force, "the past stays as it was");
    assert!(!then.may_edit, "and is nobody's to edit");
    holds(&mut desk, "drafts and matrices are entries like any other");
}

#[test]
fn a_draft_is_given_up_and_a_new_matrix_drafted_from_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    let terms = RaciTerms {
        name: "Renewals".into(),
        roles: vec!["revops".into()],
        rows: vec![RaciRow { activity: "Renewal risk call".into(), ..RaciRow::default() }],
        accountable_at_most: None,
    };
    let kept = desk
        .keep_raci_draft(KeepRaciDraft { matrix: None, seen: 0, terms: terms.clone() })
        .unwrap();
    assert_eq!(kept.matrix, "matrix-1", "it has an identifier that says nothing");
    let drafted = matrix(&mut desk, "matrix-1");
    assert_eq!(drafted.in_force, None, "it is not in force");
    assert_eq!(drafted.draft.as_ref().unwrap().rows[0].row.as_deref(), Some("matrix-1/1"), "a row");
    let discard = DiscardRaciDraft { matrix: kept.matrix, seen: drafted.seen };
    let view = desk.discard_raci_draft(discard).unwrap();
    assert_eq!(view.matrices.len(), 3, "nothing of it is left but its entries");
    let again = desk.keep_raci_draft(KeepRaciDraft { matrix: None, seen: 0, terms }).unwrap();
    assert_eq!(again.matrix, "matrix-2", "and its identifier is not used again");
}
