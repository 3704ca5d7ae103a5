//! RACI matrices from files.

use desk::Problem;
use desk::operations::{ChangeGiven, ImportRaci, PreviewRaciImport, ProposeDecision, RaciMark};
use domain::decision::DecisionKind;

use crate::args::{Args, Import};
use crate::inventory::rejected_rows;
use crate::print::say;
use crate::{Outcome, at, print};

/// Takes a matrix in as a draft, and proposes it where a rationale is given.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    let grant = at::grant(&import.source)?;
    let mut desk = at::importing(args, import)?;
    let name = import.name.clone();
    let preview = desk.preview_raci_import(PreviewRaciImport { grant: grant.clone(), name })?;
    let told = |preview: &desk::operations::RaciImportPreview| {
        let (rows, roles) = (preview.terms.rows.len(), preview.terms.roles.len());
        say!("{}: {rows} activities, {roles} roles", preview.terms.name);
        preview.unknown_roles.iter().for_each(|role| say!("no such role, left out: {role}"));
        preview.unknown_people.iter().for_each(|name| say!("nobody is called {name}"));
        rejected_rows(&preview.rejected);
        preview.marks.iter().for_each(mark);
    };
    if import.dry_run {
        return print::answer(args.json, &preview, told);
    }
    let (name, sha256) = (import.name.clone(), Some(preview.sha256.clone()));
    let done = desk.import_raci(ImportRaci { grant, name, sha256 })?;
    let Some(rationale) = &import.propose else {
        return print::answer(args.json, &done, |done| {
            told(&preview);
            say!("{} has a draft; propose it in the window, or with --propose", done.matrix);
        });
    };
    let held = done.view.matrices.iter().find(|matrix| matrix.matrix == done.matrix);
    let Some((seen, Some(terms))) = held.map(|held| (held.seen, held.draft.clone())) else {
        return Err(Problem::internal("a draft that was kept is gone"));
    };
    let proposed = desk.propose_decision(ProposeDecision {
        kind: DecisionKind::RaciMatrix,
        title: terms.name.clone(),
        rationale: rationale.clone(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Raci { matrix: Some(done.matrix.clone()), seen, terms },
    })?;
    print::answer(args.json, &proposed, |proposed| {
        told(&preview);
        let wants = proposed.row.wants.join(" or ");
        say!("{} proposes {}; it waits for {wants}", proposed.row.decision, done.matrix);
    })
}

fn mark(mark: &RaciMark) {
    let word = if mark.blocks || mark.breaks { "blocks" } else { "note" };
    say!("{word}: {}. {}", mark.title, mark.says);
}
