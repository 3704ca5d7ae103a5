//! Cadences by command line: what is in force, what a change would bring, and making it.

use std::path::Path;

use desk::Problem;
use desk::operations::{
    CadenceDraft, CadencePreview, CadenceRow, CadencesView, ChangeGiven, Coming, Nothing,
    ProposeDecision, RetireCadence, SetCadence, SettingGiven,
};
use domain::decision::DecisionKind;
use serde_json::Value;

use crate::args::{Args, Cadence};
use crate::print::{say, within};
use crate::{Outcome, at, decide, print};

/// Does what is asked of cadences.
pub fn cadence(args: &Args, act: &Cadence) -> Result<Outcome, Problem> {
    let view = match act {
        Cadence::List { file } => at::reading(args, file)?.cadences(Nothing {})?,
        Cadence::Show { file, cadence } => return show(args, file, cadence),
        Cadence::Set { file, terms, dry_run: true, .. } => {
            let terms = read(terms)?;
            let preview = at::reading(args, file)?.preview_cadence(terms)?;
            return print::answer(args.json, &preview, previewed);
        }
        Cadence::Set { file, terms, why, propose: true, .. } => {
            let terms = read(terms)?;
            let title = format!("Change {}", terms.name);
            return proposed(args, file, title, why, SettingGiven::Cadence { terms });
        }
        Cadence::Retire { file, cadence, why, propose: true } => {
            let (title, cadence) = (format!("Retire {cadence}"), cadence.clone());
            return proposed(args, file, title, why, SettingGiven::CadenceRetired { cadence });
        }
        Cadence::Set { file, terms, new, why, .. } => {
            let (terms, begins, why) = (read(terms)?, *new, why.clone());
            at::acting(args, file)?.0.set_cadence(SetCadence { terms, begins, why })?
        }
        Cadence::Retire { file, cadence, why, .. } => {
            let (cadence, why) = (cadence.clone(), why.clone());
            at::acting(args, file)?.0.retire_cadence(RetireCadence { cadence, why })?
        }
        Cadence::Calendar { file } => return calendar(args, file),
    };
    print::answer(args.json, &view, |view: &CadencesView| view.cadences.iter().for_each(line))
}

/// Proposes what takes a decision.
fn proposed(
    args: &Args,
    file: &Path,
    title: String,
    why: &str,
    given: SettingGiven,
) -> Result<Outcome, Problem> {
    let view = at::acting(args, file)?.0.propose_decision(ProposeDecision {
        kind: DecisionKind::RuleSetting,
        title,
        rationale: why.to_owned(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Setting { given },
    })?;
    print::answer(args.json, &view, decide::show)
}

fn show(args: &Args, file: &Path, cadence: &str) -> Result<Outcome, Problem> {
    let all = at::reading(args, file)?.cadences(Nothing {})?.cadences;
    let unknown = || domain::Refusal::Unknown { reference: cadence.to_owned() };
    let found = all.into_iter().find(|row| row.terms.cadence == cadence).ok_or_else(unknown)?;
    print::answer(args.json, &found, |found| {
        line(found);
        for (place, asked) in (1..).zip(&found.terms.checklist) {
            say!("{place:>3}  {}  {}, {} min", asked.item, asked.title, asked.minutes);
            say!("     {}", within(&asked.question));
        }
    })
}

fn line(row: &CadenceRow) {
    let CadenceDraft { cadence, name, time, zone, minutes, .. } = &row.terms;
    let rhythm = &row.rhythm;
    say!("{cadence}  {name}: {rhythm}, {time} in {zone}, {minutes} min, {} chairs", row.chair);
    row.next.iter().for_each(coming);
}

fn coming(one: &Coming) {
    let was = one.was.as_deref().map(|was| format!(", was {was}")).unwrap_or_default();
    say!("          {} due {}{was}", one.review, one.due);
}

/// The terms in a file: a cadence as it is shown, or its terms alone.
fn read(path: &Path) -> Result<CadenceDraft, Problem> {
    let unreadable = |why: &dyn std::fmt::Display| {
        let says = format!(
            "{} cannot be read: {why}. `cadence show FILE CADENCE --json` \
             prints one to begin with.",
            path.display()
        );
        Problem::new("unreadable-value", says)
    };
    let json = std::fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    let mut written: Value = serde_json::from_str(&json).map_err(|error| unreadable(&error))?;
    let terms = match written.get_mut("terms") {
        Some(terms) => terms.take(),
        None => written,
    };
    serde_json::from_value(terms).map_err(|error| unreadable(&error))
}

fn previewed(preview: &CadencePreview) {
    say!("{}", preview.rhythm);
    for change in &preview.changes {
        let word = |words: &Option<String>| words.as_deref().map_or("nothing".into(), within);
        say!("  {}: {} -> {}", change.fact, word(&change.before), word(&change.after));
    }
    for (what, reviews) in
        [("Waits as it was", &preview.late), ("Next", &preview.next), ("No more", &preview.gone)]
    {
        if !reviews.is_empty() {
            say!("{what}:");
            reviews.iter().for_each(coming);
        }
    }
}

fn calendar(args: &Args, file: &Path) -> Result<Outcome, Problem> {
    let view = at::reading(args, file)?.calendar(Nothing {})?;
    print::answer(args.json, &view, |view| {
        say!("Business days: {}", view.business_days.join(", "));
        view.holidays.iter().for_each(|day| say!("{}  {}", day.date, day.name));
    })
}
