//! RACI at the desk: drafts, lint while typing, put in force by decision, as of any entry.

use desk::operations::{
    ChangeGiven, DiscardRaciDraft, KeepRaciDraft, LintRaci, LogQuery, ProposeDecision, RaciMatrix,
    RaciQuery, RaciRow, RaciTerms,
};
use domain::decision::DecisionKind;

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
fn a_draft_is_kept_marked_proposed_and_put_in_force_by_the_sponsors_approval() {
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

    let propose = |terms: &RaciTerms, rationale: &str| ProposeDecision {
        kind: DecisionKind::RaciMatrix,
        title: "Security owns the inventory".into(),
        rationale: rationale.to_owned(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Raci { matrix: id.clone(), seen: drafted.seen, terms: terms.clone() },
    };
    let two_owners = desk.propose_decision(propose(&terms, "Two owners"));
    assert_eq!(code(two_owners), "marks-block", "lint blocks");
    letter(&mut terms, 0, "revops", "R");
    let silent = desk.propose_decision(propose(&terms, " "));
    assert_eq!(code(silent), "blank", "a change has a reason");
    let proposed = desk.propose_decision(propose(&terms, "Security owns it now.")).unwrap();
    let difference = &proposed.differences[0];
    assert_eq!(difference.field, "Inventory and tiering", "one activity changes");
    assert!(difference.before.as_ref().unwrap().contains("RevOps RA"), "{difference:?}");
    assert!(difference.after.as_ref().unwrap().contains("Security A"), "{difference:?}");
    let waiting = matrix(&mut desk, "governance");
    assert_eq!(waiting.in_force, before.in_force, "a proposal changes nothing that is in force");
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let approval = approval(&mut desk, &proposed.row.decision, SPONSORS);
    desk.give_votes(approval).unwrap();

    let after = matrix(&mut desk, "governance");
    assert_eq!(after.in_force.as_ref(), Some(&terms), "it is in force, whole");
    assert_eq!(after.draft, None, "and the draft has ended");
    let log = desk.log(LogQuery { limit: Some(1), ..LogQuery::default() }).unwrap();
    assert_eq!(log.rows[0].about.as_deref(), Some("DEC-0001"), "the log says by which decision");
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
