//! RACI matrices: what lint marks, what blocks, what a draft may not write over.

use std::collections::BTreeSet;

use domain::raci::lint::{self, Among, Governed, Rule};
use domain::raci::{self, Held, Letters, Matrix, Terms, TermsRow, Version};
use domain::rule::Strength;
use domain::workspace::startup;
use domain::{PersonRef, RaciId, RaciRowId, Refusal, RoleId, WorkflowRef};
use proptest::prelude::*;

use crate::support::*;

/// A row as `role:letters` words, with who is named accountable.
fn row(cells: &str, accountable: Option<PersonRef>) -> TermsRow {
    let cells = cells.split_whitespace().map(|cell| {
        let (id, letters) = cell.split_once(':').unwrap();
        (role(id), letters.parse().unwrap())
    });
    TermsRow {
        row: None,
        activity: "Incident response".into(),
        cells: cells.collect(),
        accountable,
    }
}

fn terms(rows: Vec<TermsRow>) -> Terms {
    let mut roles: Vec<RoleId> = Vec::new();
    for id in rows.iter().flat_map(|row| row.cells.keys()) {
        if !roles.contains(id) {
            roles.push(id.clone());
        }
    }
    Terms { name: "Governance".into(), roles, rows, accountable_at_most: None }
}

fn id() -> RaciId {
    RaciId::new("governance")
}

fn matrix(rows: Vec<TermsRow>) -> Matrix {
    terms(rows).unchecked(&id(), &Held::default())
}

/// The rules that mark `matrix` in a company without workflows.
fn rules(matrix: &Matrix, company: &domain::people::Standing) -> Vec<Rule> {
    let among = Among { standing: company, other_rows: &BTreeSet::new(), workflows: &[] };
    lint::lint(matrix, &among).into_iter().map(|mark| mark.rule).collect()
}

#[test]
fn what_lint_marks_in_a_row() {
    use Rule::*;
    let mut company = company();
    // Two hold the sales leader's role; Maren also sits in compliance.
    company.holdings.push(held(TOBIAS, "sales-leader", "2026-01-01", None));
    company.holdings.push(held(MAREN, "compliance", "2026-01-01", None));
    for (cells, named, expected) in [
        ("revops:R security:A", None, vec![]),
        ("revops:RA", None, vec![]),
        ("revops:RACI", None, vec![]),
        ("revops:R", None, vec![OneAccountable]),
        ("security:A", None, vec![OneResponsible]),
        ("security:C", None, vec![OneAccountable, OneResponsible]),
        ("revops:RA security:A", None, vec![OneAccountable]),
        ("revops:R security:A legal:C", None, vec![RoleHeld]),
        ("revops:R legal:A", None, vec![RoleHeld]),
        ("legal:RA", None, vec![RoleHeld]),
        ("revops:R sales-leader:A", None, vec![AccountableNamed]),
        ("revops:R sales-leader:A", Some(JONAS), vec![]),
        ("revops:R sales-leader:A", Some(RAFAEL), vec![AccountableNamed]),
        ("revops:R security:A", Some(RAFAEL), vec![]),
        ("revops:R security:A", Some(GONE), vec![AccountableNamed]),
        ("revops:R compliance:A", None, vec![ApproverApart]),
        ("revops:R security:R compliance:A", None, vec![]),
        ("revops:R legal:R compliance:A", None, vec![RoleHeld, ApproverApart]),
    ] {
        let matrix = matrix(vec![row(cells, named)]);
        assert_eq!(rules(&matrix, &company), expected, "{cells}, named: {named:?}");
    }
}

#[test]
fn a_vacant_role_is_marked_once_where_it_is_to_do_or_to_answer() {
    let matrix = matrix(vec![
        row("revops:RA legal:C", None),
        row("revops:R legal:A", None),
        row("legal:R revops:A", None),
    ]);
    let company = company();
    let among = Among { standing: &company, other_rows: &BTreeSet::new(), workflows: &[] };
    let marks = lint::lint(&matrix, &among);
    assert_eq!(marks.len(), 1, "one chair is empty: {marks:?}");
    assert_eq!(marks[0].rows, [1, 2], "where advice alone is missing counts for less");
    assert_eq!(marks[0].roles, [role("legal")], "it says which");
}

#[test]
fn a_person_carries_too_much_above_what_the_matrix_allows_whatever_the_role() {
    let mut company = company();
    company.holdings.push(held(RAFAEL, "compliance", "2026-01-01", None));
    let rows = || {
        let mut rows = vec![row("revops:R security:A", None); 3];
        rows.extend(vec![row("revops:R compliance:A", None); 2]);
        rows
    };
    for (most, expected) in [(None, 1), (Some(4), 1), (Some(5), 0), (Some(0), 1)] {
        let mut matrix = matrix(rows());
        matrix.accountable_at_most = most;
        let found = rules(&matrix, &company).len();
        assert_eq!(found, expected, "five activities against a limit of {most:?}");
    }
}

#[test]
fn a_workflow_is_under_a_row_of_a_matrix_in_force_or_it_is_marked() {
    let company = company();
    let held = Held { highest_row: 4, ..Held::default() };
    let matrix = terms(vec![row("revops:RA", None)]).unchecked(&id(), &held);
    let other = [RaciRowId::new("decisions/1")].into();
    let workflow = |number: u32, row: Option<&str>| Governed {
        workflow: WorkflowRef::new(number),
        row: row.map(RaciRowId::new),
        owner: Some(MAREN),
        approver: Some(role("security")),
        live: true,
    };
    let workflows = [
        workflow(1, Some("governance/5")),
        workflow(2, Some("decisions/1")),
        workflow(3, Some("decisions/9")),
        workflow(4, None),
    ];
    let among = Among { standing: &company, other_rows: &other, workflows: &workflows };
    let marks = lint::lint(&matrix, &among);
    assert_eq!(marks.len(), 1, "all in one mark: {marks:?}");
    assert_eq!(marks[0].rule, Rule::WorkflowCovered, "the rule of coverage");
    let found: Vec<u32> = marks[0].workflows.iter().map(|found| found.number()).collect();
    assert_eq!(found, [3, 4], "a row that is gone covers no more than none");
}

#[test]
fn an_owner_who_alone_holds_the_approving_role_approves_what_they_ask_for() {
    let mut company = company();
    let matrix = terms(vec![row("revops:RA", None)]).unchecked(&id(), &Held::default());
    let workflow = |approver: &str| Governed {
        workflow: WorkflowRef::new(7),
        row: Some(RaciRowId::new("governance/1")),
        owner: Some(MAREN),
        approver: Some(role(approver)),
        live: true,
    };
    for (approver, second, expected) in [
        ("revops", false, vec![Rule::ApproverApart]),
        ("revops", true, vec![]),
        ("security", false, vec![]),
        ("legal", false, vec![]),
    ] {
        if second {
            company.holdings.push(held(JONAS, "revops", "2026-01-01", None));
        }
        let workflows = [workflow(approver)];
        let among =
            Among { standing: &company, other_rows: &BTreeSet::new(), workflows: &workflows };
        let mut found: Vec<Rule> =
            lint::lint(&matrix, &among).into_iter().map(|mark| mark.rule).collect();
        // Two in RevOps also ask who of them answers for the row.
        found.retain(|rule| *rule != Rule::AccountableNamed);
        assert_eq!(found, expected, "approved by {approver}, a second holder: {second}");
        company.holdings.retain(|held| !(held.person == JONAS && held.role == role("revops")));
    }
}

#[test]
fn the_start_up_matrices_have_one_owner_per_activity() {
    let company = company();
    let among = Among { standing: &company, other_rows: &BTreeSet::new(), workflows: &[] };
    for start in startup::matrices() {
        for mark in lint::lint(&start.terms, &among) {
            assert_eq!(mark.rule.strength(), Strength::Warns, "{}: {mark:?}", start.terms.matrix);
        }
        for row in &start.terms.rows {
            let across = row.cells.keys().all(|role| start.terms.roles.contains(role));
            assert!(across, "{}: each letter stands under a role across", row.row);
            let roles = startup::roles().roles;
            let known = row.cells.keys().all(|role| roles.iter().any(|r| r.role == *role));
            assert!(known, "{}: each role is one a workspace starts with", row.row);
        }
    }
}

#[test]
fn letters_are_read_as_spreadsheets_write_them_and_written_one_way() {
    for (written, expected) in [
        ("RA", Some("RA")),
        ("a/r", Some("RA")),
        (" A, R ", Some("RA")),
        ("I&C", Some("CI")),
        ("ACRI", Some("RACI")),
        ("", Some("")),
        ("-", None),
        ("X", None),
        ("S", None),
    ] {
        let read = written.parse::<Letters>().ok().map(|letters| letters.to_string());
        assert_eq!(read.as_deref(), expected, "“{written}”");
    }
}

fn in_force(rows: Vec<TermsRow>, since: u64) -> Held {
    let terms = matrix(rows);
    let highest_row = u32::try_from(terms.rows.len()).unwrap();
    Held { in_force: Some(Version { terms, since }), draft: None, highest_row }
}

fn apply(held: &Held, seen: u64, terms: &Terms) -> Result<Matrix, Refusal> {
    let company = company();
    let among = Among { standing: &company, other_rows: &BTreeSet::new(), workflows: &[] };
    raci::applicable(&among, &id(), held, seen, terms)
}

#[test]
fn a_matrix_is_applicable_when_nothing_blocks() {
    let held = in_force(vec![row("revops:RA", None)], 12);
    let good = terms(vec![row("revops:R security:A", None)]);
    for (seen, applied, expected) in [
        (12, good.clone(), "done"),
        (11, good.clone(), "moved-on"),
        (13, good.clone(), "moved-on"),
        (12, terms(vec![row("revops:R", None)]), "marks-block"),
        (12, terms(vec![row("revops:R legal:A", None)]), "done"),
        (12, Terms { name: " ".into(), ..good.clone() }, "blank"),
        (12, Terms { roles: vec![role("revops")], ..good.clone() }, "unknown"),
        (12, Terms { roles: vec![role("revops"); 2], ..good.clone() }, "twice"),
        (12, terms(vec![row("pirate:RA", None)]), "unknown"),
        (12, terms(vec![row("revops:RA", Some(NOBODY))]), "unknown"),
        (12, terms(vec![row("revops:RA", None); 501]), "too-many"),
    ] {
        assert_eq!(code(&apply(&held, seen, &applied)), expected, "seen {seen}: {applied:.99?}");
    }
}

#[test]
fn a_row_keeps_its_identifier_and_a_new_one_gets_a_number_never_used() {
    let mut held = in_force(vec![row("revops:RA", None), row("revops:R security:A", None)], 12);
    held.highest_row = 9;
    let mut kept = terms(vec![row("revops:RA", None), row("revops:RA", None)]);
    kept.rows[1].row = Some(RaciRowId::new("governance/2"));
    let Ok(applied) = apply(&held, 12, &kept) else { panic!("nothing blocks") };
    let ids: Vec<&str> = applied.rows.iter().map(|row| row.row.as_str()).collect();
    assert_eq!(ids, ["governance/10", "governance/2"], "rows 3 to 9 were others once");
    kept.rows[0].row = Some(RaciRowId::new("governance/2"));
    assert_eq!(code(&apply(&held, 12, &kept)), "twice", "two rows, two identifiers");
    kept.rows[0].row = Some(RaciRowId::new("decisions/1"));
    assert_eq!(code(&apply(&held, 12, &kept)), "unknown", "another matrix's row");
}

#[test]
fn a_draft_may_hold_what_blocks_and_is_nobody_elses_to_write_over() {
    let company = company();
    let mut held = in_force(vec![row("revops:RA", None)], 12);
    let unfinished = terms(vec![row("revops:R", None)]);
    let keep = |held: &Held, by, seen| raci::keep(&company, by, &id(), held, seen, &unfinished);
    assert_eq!(code(&keep(&held, MAREN, 12)), "done", "work in progress is kept");
    assert_eq!(code(&keep(&held, JONAS, 12)), "not-entitled", "by keepers");
    assert_eq!(code(&raci::discard(&company, MAREN, &id(), &held, 12)), "unknown", "no draft yet");
    held.draft = Some(Version { terms: matrix(vec![row("revops:R", None)]), since: 15 });
    assert_eq!(code(&keep(&held, TOBIAS, 12)), "moved-on", "what Maren kept stays");
    assert_eq!(code(&keep(&held, TOBIAS, 15)), "done", "once it was looked at");
    assert_eq!(code(&raci::discard(&company, MAREN, &id(), &held, 12)), "moved-on", "same here");
    assert_eq!(code(&raci::discard(&company, MAREN, &id(), &held, 15)), "done", "and given up");
}

proptest! {
    /// Whatever stands in a matrix of 60 by 25, lint ends, and its marks point into the matrix.
    #[test]
    fn lint_is_total(
        cells in proptest::collection::vec((0..60_usize, 0..25_usize, 0..16_u8), 0..1500),
        named in proptest::collection::vec(proptest::option::of(1..9_u32), 60),
    ) {
        let roles: Vec<RoleId> = (0..25)
            .map(|n| role(["revops", "security", "sales-leader"].get(n).map_or_else(
                || format!("role-{n}"), |id| (*id).to_owned()).as_str()))
            .collect();
        let mut rows: Vec<TermsRow> = named.iter().map(|named| TermsRow {
            accountable: named.map(PersonRef::new), ..row("", None)
        }).collect();
        for (down, across, letters) in cells {
            let letters = Letters {
                responsible: letters & 1 > 0, accountable: letters & 2 > 0,
                consulted: letters & 4 > 0, informed: letters & 8 > 0,
            };
            rows[down].cells.insert(roles[across].clone(), letters);
        }
        let terms = Terms { name: "Large".into(), roles: roles.clone(), rows, accountable_at_most: None };
        let matrix = terms.unchecked(&id(), &Held::default());
        let company = company();
        let among = Among { standing: &company, other_rows: &BTreeSet::new(), workflows: &[] };
        for mark in lint::lint(&matrix, &among) {
            prop_assert!(mark.rows.iter().all(|place| *place < 60), "{mark:?}: rows of the matrix");
            prop_assert!(mark.roles.iter().all(|role| roles.contains(role)), "{mark:?}: its roles");
        }
        for (place, row) in matrix.rows.iter().enumerate() {
            let marked = lint::lint(&matrix, &among).iter()
                .any(|mark| mark.rule == Rule::OneAccountable && mark.rows == [place]);
            prop_assert_eq!(marked, row.accountable_roles().count() != 1, "row {}", place);
        }
    }
}
