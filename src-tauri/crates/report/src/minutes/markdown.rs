//! The minutes as Markdown (CommonMark with tables).

use super::model::{Asked, Closing, Item, Model, Signature};
use super::words;
use crate::decision::words as decision;
use crate::escape::escaped;
use crate::figure::{counted, grouped};
use crate::markdown::{foot, section};

/// The minutes as Markdown: the same facts in the same order as the PDF.
#[must_use]
pub fn markdown(model: &Model) -> String {
    let mut out = format!("# {}\n\n{}\n\n", escaped(&model.name), escaped(&words::when(model)));
    if model.frame.demo {
        out.push_str("**Demo workspace.** People, reviews and figures are made up.\n\n");
    }
    for part in [
        attendance(model),
        items(model),
        retiered(model),
        carried_in(model),
        decided(model),
        actions(model),
        addenda(model),
        said(model),
        closing(model),
        foot(&model.frame),
    ] {
        out.push_str(&part);
    }
    out
}

fn attendance(model: &Model) -> String {
    let rows = model.attendance.iter().map(|seat| {
        let person = if seat.person.is_empty() { "Vacant" } else { &seat.person };
        vec![seat.role.clone(), person.to_owned(), words::presence(seat.presence).into()]
    });
    let quorum = escaped(&model.quorum);
    let about = if quorum.is_empty() { String::new() } else { format!("{quorum}.\n\n") };
    let chairs = model.chairs.iter().map(|taken| format!("- {}\n", escaped(&words::chair(taken))));
    let chairs: String = chairs.collect();
    let mut out =
        section("Attendance", &about, &["Role", "Person", "Presence"], rows, words::NO_ATTENDANCE);
    if !chairs.is_empty() {
        out.push_str(&format!("{chairs}\n"));
    }
    out
}

fn items(model: &Model) -> String {
    let row = |item: &Item| {
        vec![
            item.number.to_string(),
            item.title.clone(),
            words::outcome(item.outcome).into(),
            item.figures.clone(),
            words::note(item),
            item.seconds.map(words::minutes).unwrap_or_default(),
        ]
    };
    let under = |heading: &str| {
        let blank = std::iter::repeat_n(String::new(), 4);
        [String::new(), heading.to_owned()].into_iter().chain(blank).collect()
    };
    let rows = words::with_headings(&model.items)
        .flat_map(|(heading, item)| heading.map(under).into_iter().chain([row(item)]));
    let heads = ["No.", "Item", "Outcome", "Figures as seen", "Note, and what was raised", "Min"];
    let mut out = section("Items", "", &heads, rows, words::NO_ITEMS);
    if !model.items.is_empty() {
        let spent =
            words::spent(model).map_or_else(String::new, |spent| format!("; {spent} in all"));
        let items = counted(model.items.len(), "item", "items");
        out.push_str(&format!("{items}: {}{spent}.\n\n", words::outcomes(model)));
    }
    out
}

fn retiered(model: &Model) -> String {
    if words::tiers(model).next().is_none() {
        return String::new();
    }
    let rows = words::tiers(model).map(|one| {
        vec![
            one.workflow.clone(),
            one.name.clone(),
            one.verdict.clone(),
            one.shown.clone(),
            one.note.clone(),
        ]
    });
    let about = format!("{}.\n\n", escaped(&words::tier_counts(model)));
    let heads = ["Workflow", "Name", "Verdict", "The record showed", "Note"];
    section("Re-tiering", &about, &heads, rows, "")
}

fn carried_in(model: &Model) -> String {
    if model.carried_in.is_empty() {
        return String::new();
    }
    let rows = model.carried_in.iter().map(|item| {
        let now = match item.now {
            Asked::Again(outcome) => words::outcome(outcome),
            Asked::NoMore => "Not asked",
        };
        vec![
            item.title.clone(),
            words::outcome(Some(item.then)).into(),
            item.note.clone(),
            now.into(),
        ]
    });
    let about = "Attentions and breaches of the review before.\n\n";
    section("Carried in", about, &["Item", "Then", "Note then", "This time"], rows, "")
}

fn decided(model: &Model) -> String {
    let rows = model.decided.iter().map(|decided| {
        let votes = decided.votes.iter();
        let votes = votes.map(|vote| format!("{} {}", words::voted(vote), vote.words));
        let who: Vec<String> = std::iter::once(words::proposed(decided)).chain(votes).collect();
        let who: Vec<&str> = who.iter().map(|line| line.trim_end()).collect();
        vec![
            decided.reference.clone(),
            format!("{} ({})", decided.title, decided.about),
            who.join("; "),
            decision::state(decided.state).1.into(),
        ]
    });
    let about = format!("{}.\n\n", escaped(&words::decision_counts(model)));
    section("Decided", &about, &["Decision", "What", "Who", "State"], rows, words::NO_DECISIONS)
}

fn actions(model: &Model) -> String {
    let rows = model.actions.iter().map(|action| {
        vec![
            action.reference.clone(),
            action.what.clone(),
            action.who.clone(),
            action.due.clone(),
            words::progress(action.progress).1.into(),
        ]
    });
    let heads = ["Action", "What", "Who", "Due", "State"];
    section("Actions", "", &heads, rows, words::NO_ACTIONS)
}

fn addenda(model: &Model) -> String {
    if model.addenda.is_empty() {
        return String::new();
    }
    let rows = model.addenda.iter().map(|addendum| {
        vec![
            addendum.at.clone(),
            addendum.by.clone(),
            addendum.text.clone(),
            grouped(addendum.entry),
        ]
    });
    section("Addenda", "", &["Signed at", "By", "In their words", "Entry"], rows, "")
}

fn said(model: &Model) -> String {
    let said = model.closing.iter().flat_map(Closing::said).collect::<Vec<_>>();
    if said.is_empty() {
        return String::new();
    }
    let row = |(what, by, words): (&str, &str, &str)| [what, by, words].map(str::to_owned).to_vec();
    section("Stated", "", &["What", "By", "In their words"], said.into_iter().map(row), "")
}

fn closing(model: &Model) -> String {
    let Some(closing) = &model.closing else {
        let (head, why) = words::unsigned(model);
        return format!("## {head}\n\n{}\n\n", escaped(&why));
    };
    format!("## Signed\n\n{}\n## Ledger\n\n{}", signatures(closing), ledger(closing))
}

fn signatures(closing: &Closing) -> String {
    let line = |signature: &Signature, did: &str| {
        format!(
            "- {}, {}, {did}{}\n  Key, SHA-256 of the public key: `{}`\n",
            escaped(&signature.name),
            escaped(&signature.role),
            escaped(&signature.at),
            signature.fingerprint
        )
    };
    let mut out = line(&closing.signature, "");
    match &closing.countersignature {
        Some(countersignature) => out.push_str(&line(countersignature, "countersigned ")),
        None if closing.countersignature_wanted => {
            out.push_str("- The sponsor has not countersigned yet.\n");
        }
        None => {}
    }
    out
}

fn ledger(closing: &Closing) -> String {
    format!(
        "Entry {} closes and locks this review. Head after that entry: `{}:{}`\n\n",
        grouped(closing.entry),
        closing.head.size,
        closing.head.root
    )
}
