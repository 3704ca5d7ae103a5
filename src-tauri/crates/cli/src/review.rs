//! Reviews by command line.

use desk::Problem;
use desk::operations::{
    AnswerItem, CloseReview, CountersignReview, CountersignatureAsked, Nothing, OpenReview,
    OpenStatements, PulledQuery, PulledRow, PulledView, RequestCountersignature, ReviewQuery,
    ReviewRow, ReviewState, ReviewView, StateAttendance, StateHeld, TakeChair, TakeStatements,
    TierRow, WriteAddendum,
};
use domain::review as found;

use crate::args::{Args, Outcome as Found, Presence, Review};
use crate::print::say;
use crate::{Outcome, at, print};

/// Does what is asked of reviews.
pub fn review(args: &Args, act: &Review) -> Result<Outcome, Problem> {
    let view = match act {
        Review::List { file } => return list(args, file),
        Review::Show { file, review, item: Some(item) } => {
            let (review, item) = (review.clone(), item.clone());
            let view = at::reading(args, file)?.pulled(PulledQuery { review, item })?;
            return print::answer(args.json, &view, pulled);
        }
        Review::Narrative { file, review } => {
            let query = ReviewQuery { review: review.clone() };
            let draft = at::reading(args, file)?.draft_narrative(query)?;
            return print::answer(args.json, &draft, |draft| say!("{}", draft.words));
        }
        Review::Show { file, review, item: None } => {
            at::reading(args, file)?.review(ReviewQuery { review: review.clone() })?
        }
        Review::Open { file, review } => {
            at::acting(args, file)?.0.open_review(OpenReview { review: review.clone() })?
        }
        Review::Attend { file, review, person, presence, delegate } => {
            at::acting(args, file)?.0.state_attendance(StateAttendance {
                review: review.clone(),
                person: person.clone(),
                presence: took_part(*presence),
                delegate: delegate.clone(),
            })?
        }
        Review::Chair { file, review, reason } => {
            let (review, reason) = (review.clone(), reason.clone());
            at::acting(args, file)?.0.take_chair(TakeChair { review, reason })?
        }
        Review::Held { file, review, from, to } => {
            let (review, from, to) = (review.clone(), from.clone(), to.clone());
            at::acting(args, file)?.0.state_held(StateHeld { review, from, to })?
        }
        Review::Answer { file, review, item, outcome, note, seconds, tiers } => {
            at::acting(args, file)?.0.answer_item(AnswerItem {
                review: review.clone(),
                item: item.clone(),
                outcome: outcome_of(*outcome),
                note: note.clone(),
                seconds: *seconds,
                tiers: tiers.clone(),
            })?
        }
        Review::Close { file, review, narrative } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let (review, narrative) = (review.clone(), narrative.clone());
            desk.close_review(CloseReview { review, passphrase, spent: Vec::new(), narrative })?
        }
        Review::Countersign { file, review, statement } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let (review, statement) = (review.clone(), statement.clone());
            desk.countersign_review(CountersignReview { review, passphrase, statement })?
        }
        Review::Request { file, review, out } => {
            let (review, grant) = (review.clone(), at::grant(out)?);
            let mut desk = at::reading(args, file)?;
            let made = desk.request_countersignature(RequestCountersignature { review, grant })?;
            return print::answer(args.json, &made, |made| {
                say!("Written to {}. Send it to the sponsor;", made.file.name);
                say!("`countersign sign` shows them all that was found, and signs.");
            });
        }
        Review::Take { file, statement } => {
            let grants = vec![at::grant(statement)?];
            let (mut desk, passphrase) = at::acting(args, file)?;
            let came = desk.open_statements(OpenStatements { grants: grants.clone() })?;
            desk.take_statements(TakeStatements { grants, passphrase, why: None })?;
            let review = came.asks.map(|asks| asks.about().to_owned()).unwrap_or_default();
            desk.review(ReviewQuery { review })?
        }
        Review::Addendum { file, review, text } => {
            let (review, text) = (review.clone(), text.clone());
            at::acting(args, file)?.0.write_addendum(WriteAddendum { review, text })?
        }
    };
    print::answer(args.json, &view, one)
}

fn list(args: &Args, file: &std::path::Path) -> Result<Outcome, Problem> {
    let view = at::reading(args, file)?.reviews(Nothing {})?;
    print::answer(args.json, &view, |view| {
        say!("Held {} of {} expected so far.", view.held, view.expected);
        for row in view.waiting.iter().chain(&view.coming).chain(&view.past) {
            say!("{}", line(row));
        }
        if let Some(last) = view.past.last().filter(|_| view.more) {
            let before = format!("'{{\"before\":\"{}\"}}'", last.review);
            say!(
                "Earlier ones are left out; `countersign call FILE past_reviews {before}` lists them."
            );
        }
    })
}

/// A review in one line.
pub fn line(row: &ReviewRow) -> String {
    let ReviewRow { review, name, due, answered, items, .. } = row;
    format!("{review}  {name}  due {due}  {}, {answered} of {items}", state(row.state))
}

fn state(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Coming => "coming",
        ReviewState::Due => "due",
        ReviewState::Late => "late",
        ReviewState::Open => "open",
        ReviewState::Closed => "closed",
        ReviewState::Missed => "missed",
    }
}

fn one(view: &ReviewView) {
    say!("{}  {}  {}, {} to go", view.review, view.name, state(view.state), view.left);
    if let Some(chair) = &view.chair_name {
        say!("     {chair} chairs");
    }
    if let Some(held) = &view.held {
        say!("     held from {} to {}", held.from, held.to);
    }
    for item in &view.items {
        let outcome = item.outcome.map_or("–", desk::log::outcome);
        say!("{:>3}  {}  {}  {outcome}", item.number, item.item, item.title);
        item.tiers.iter().for_each(tier);
    }
    for row in &view.attendance {
        say!("     {}  {}  {}", row.person, row.name, presence(row.presence));
    }
    if let Some(closed) = &view.closed {
        say!("Closed by {} at {}, head {}", closed.name, closed.at, closed.head);
    }
    if let Some(narrative) = &view.narrative {
        say!("The board is told: {}", print::within(narrative));
    }
    if let Some(signed) = &view.countersigned {
        say!("Countersigned by {} at {}, head {}", signed.name, signed.at, signed.head);
    }
    if let Some(statement) = &view.statement {
        say!("They state: {}", print::within(statement));
    }
}

/// The verdict on a workflow's tier.
fn tier(row: &TierRow) {
    let name =
        if row.name.is_empty() { String::new() } else { format!(" {}", print::within(&row.name)) };
    let note = row.note.as_ref().map(|note| format!(", “{}”", print::within(note)));
    let (word, shown) = (&row.word, row.shown_word.to_lowercase());
    say!("     {}{name}: {word} ({shown}){}", row.workflow, note.unwrap_or_default());
}

/// A closed review as a request for its countersignature carries it: the whole of what is signed.
pub fn asked(asked: &CountersignatureAsked) {
    let by = print::within(&asked.by_name);
    say!("{}  {}, closed by {by}: {}", asked.review, print::within(&asked.name), asked.counted);
    for item in &asked.items {
        say!("  {}: {}", print::within(&item.title), desk::log::outcome(item.outcome));
        for figure in &item.shown {
            say!("     {}  {}", print::within(&figure.label), print::within(&figure.value));
        }
        item.tiers.iter().for_each(tier);
        if let Some(note) = &item.note {
            say!("     “{}”", print::within(note));
        }
    }
    if let Some(narrative) = &asked.narrative {
        say!("The board is told: {}", print::within(narrative));
    }
    say!("You put your name under all of it, and everything up to {}.", asked.root);
    say!("What you give as the reason is your statement on the period.");
    say!("What is signed: {}", asked.subject);
}

/// The evidence beside an item, a table after the other.
fn pulled(view: &PulledView) {
    say!("{}", view.stands);
    if view.tables.is_empty() {
        say!("The item pulls no evidence.");
    }
    for table in &view.tables {
        say!("{}", table.title);
        for count in &table.counts {
            say!("     {}  {}", count.label, count.value);
        }
        if table.rows.is_empty() {
            say!("     {}", table.empty);
        }
        for row in &table.rows {
            pulled_row(row, &table.columns);
        }
        if table.more > 0 {
            say!("     and {} more", table.more);
        }
    }
}

fn pulled_row(row: &PulledRow, columns: &[String]) {
    let since = row.since.as_ref().map(|since| format!("  [{since}]")).unwrap_or_default();
    let waits = if row.judged.is_some() { "  asks a verdict" } else { "" };
    say!("  {}  {}{}{waits}", row.leads.as_deref().unwrap_or("–"), row.word, print::within(&since));
    for (head, cell) in columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty()) {
        say!("     {head}: {}", print::within(cell));
    }
}

fn presence(presence: Option<found::Presence>) -> &'static str {
    match presence {
        None => "not stated",
        Some(found::Presence::Present) => "present",
        Some(found::Presence::Excused) => "excused",
        Some(found::Presence::Delegate) => "sent a delegate",
        Some(found::Presence::Absent) => "absent",
    }
}

fn took_part(presence: Presence) -> found::Presence {
    match presence {
        Presence::Present => found::Presence::Present,
        Presence::Excused => found::Presence::Excused,
        Presence::Delegate => found::Presence::Delegate,
        Presence::Absent => found::Presence::Absent,
    }
}

fn outcome_of(outcome: Found) -> found::Outcome {
    match outcome {
        Found::Fine => found::Outcome::Fine,
        Found::Attention => found::Outcome::Attention,
        Found::Breach => found::Outcome::Breach,
        Found::NotApplicable => found::Outcome::NotApplicable,
    }
}
