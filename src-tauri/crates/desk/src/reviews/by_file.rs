//! Countersigning by a file: the closing and every answer as they were entered, and the root of the tree
//! that holds them; beside them the words they commit to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use domain::review::{
    COUNTERSIGNATURE, COUNTERSIGNATURE_DAYS, Figure, ItemAnswered, Outcome, Review, ReviewClosed,
    countersign_by_file, may_countersign,
};
use domain::{Event, ItemId, Moment, PersonRef, Refusal, ReviewRef};
use ledger::encoding::hex;
use ledger::statement::{Request, SignedStatement, subject_hash};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::tables::review::Held;
use store::{Actor, View};
use ts_rs::TS;

use super::figures::label;
use super::{FigureShown, TierRow};
use crate::decisions::subject_of;
use crate::files::{Grant, Purpose, Written, hand_out};
use crate::people::{Names, standing};
use crate::statements::{RequestView, TextBeside, altered, event_told, texts_beside, unreadable};
use crate::workspace::{last_at, settings};
use crate::{Desk, Problem};

/// Asks for a countersignature by a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequestCountersignature {
    /// Of which review.
    pub review: String,
    /// Where the request goes.
    pub grant: Grant,
}

/// A request for a countersignature that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CountersignatureRequested {
    /// Its file.
    pub file: Written,
    /// What it asks.
    pub request: RequestView,
}

/// A closed review, whole, as a request for its countersignature carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountersignatureAsked {
    /// The review.
    pub review: String,
    /// What its cadence is called, as the request tells.
    pub name: String,
    /// Who closed it, by reference, as the request tells.
    pub by: String,
    /// Their name, as the request tells it.
    pub by_name: String,
    /// How many items had which outcome, in words.
    pub counted: String,
    /// What was found on each item.
    pub items: Vec<ItemTold>,
    /// What the board is told; none where nothing was written.
    pub narrative: Option<String>,
    /// The tree after the closing, `<size>:<root in hex>`.
    pub root: String,
    /// SHA-256 of the closing, the answers and the tree, in hex: what is signed.
    pub subject: String,
}

/// An item of a review as a request tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemTold {
    /// Which.
    pub item: String,
    /// What the agenda calls it, as the request tells.
    pub title: String,
    /// What was found.
    pub outcome: Outcome,
    /// Why, where it is not fine.
    pub note: Option<String>,
    /// What was on screen.
    pub shown: Vec<FigureShown>,
    /// The verdicts on tiers, of an item that asks for them.
    pub tiers: Vec<TierRow>,
}

/// A closed review read from a request, on whatever machine.
pub(crate) struct CountersignatureRead {
    /// Which.
    pub review: ReviewRef,
    /// Who closed it, as the request tells.
    pub by: PersonRef,
    /// Until when an answer is of use.
    pub expires: Moment,
    /// All of it in words.
    pub asked: CountersignatureAsked,
    /// What each metric is called, as the request tells.
    metrics: BTreeMap<String, String>,
}

/// What is signed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    closing: Value,
    answers: Vec<Value>,
    root: String,
}

/// What travels beside it, unsigned.
#[derive(Serialize, Deserialize)]
struct Beside {
    by: PersonRef,
    name: Option<String>,
    /// What the cadence is called.
    cadence: String,
    /// What the agenda calls each item.
    items: BTreeMap<ItemId, String>,
    /// What each metric that was on screen is called.
    #[serde(default)]
    metrics: BTreeMap<String, String>,
    /// The words of the closing.
    closing: Vec<TextBeside>,
    /// The words of each answer, in the order of the answers.
    answers: Vec<Vec<TextBeside>>,
}

impl Desk {
    /// See the list of operations.
    pub fn request_countersignature(
        &mut self,
        request: RequestCountersignature,
    ) -> Result<CountersignatureRequested, Problem> {
        let path = self.target(&request.grant, Purpose::SaveRequest)?;
        let expires = self.clock.now().plus(Duration::days(COUNTERSIGNATURE_DAYS));
        let opened = self.open()?;
        let view = opened.store.now();
        let (held, by) = closed(&view, &ReviewRef::new(&request.review))?;
        let review = held.review.to_string();
        if held.countersigned.is_some() {
            return Err(Refusal::Countersigned { review: held.review }.into());
        }
        let agenda = view.agenda(&held)?;
        let entries = entries(&view, &held)?;
        let texts = |entry: &u64| texts_beside(&opened.store, *entry);
        let beside = Beside {
            by,
            name: Names::of(&view)?.known(by),
            cadence: words(&agenda.name),
            items: agenda
                .checklist
                .iter()
                .map(|one| (one.item.clone(), words(&one.title)))
                .collect(),
            metrics: metrics(&view, &held.review)?,
            closing: texts(&entries.closing)?,
            answers: entries.answers.iter().map(texts).collect::<Result<_, _>>()?,
        };
        let made = Request {
            ws: opened.ws.clone(),
            workspace: settings(&view)?.name,
            by: None,
            kind: COUNTERSIGNATURE.to_owned(),
            about: review,
            subject: subject(&view, &held)?,
            beside: serde_json::to_value(beside).map_err(Problem::internal)?,
            head: opened.store.head()?.to_string(),
            expires: expires.to_string(),
        };
        // Words that were erased leave something that nobody could read whole.
        read_countersignature(&made)?;
        let file = hand_out(&path, &made.to_file()?)?;
        let request = self.request_view(&made, file.sha256.clone())?;
        Ok(CountersignatureRequested { file, request })
    }
}

/// Understands a request for a countersignature.
///
/// # Errors
/// `statement-unreadable` where its parts do not fit each other.
pub(crate) fn read_countersignature(request: &Request) -> Result<CountersignatureRead, Problem> {
    let beside = Beside::deserialize(&request.beside).map_err(|error| unreadable(&error))?;
    let subject = Subject::deserialize(&request.subject).map_err(|error| unreadable(&error))?;
    let Event::ReviewClosed(closing) = event_told(&subject.closing, &beside.closing)? else {
        return Err(altered());
    };
    if subject.answers.len() != beside.answers.len() {
        return Err(altered());
    }
    let mut items = Vec::new();
    for (answer, texts) in subject.answers.iter().zip(&beside.answers) {
        let Event::ItemAnswered(answer) = event_told(answer, texts)? else {
            return Err(altered());
        };
        if answer.review != closing.review {
            return Err(altered());
        }
        items.push(told(answer, &beside.items, &beside.metrics));
    }
    let root = subject.root.parse::<ledger::Head>();
    let fits = request.about == closing.review.to_string() && agree(&closing, &items);
    if root.is_err() || !fits || !can_be_shown(request, &beside) {
        return Err(altered());
    }
    let asked = CountersignatureAsked {
        review: request.about.clone(),
        name: beside.cadence,
        by: beside.by.to_string(),
        by_name: beside.name.unwrap_or_else(|| beside.by.to_string()),
        counted: format!(
            "{} fine, {} attention, {} breach, {} not applicable; {} of {} roles took part",
            closing.fine,
            closing.attention,
            closing.breach,
            closing.not_applicable,
            closing.roles_reached,
            closing.roles_required
        ),
        items,
        narrative: closing.narrative.as_ref().and_then(|text| text.words()).map(str::to_owned),
        root: subject.root,
        subject: hex(&subject_hash(&request.subject)?),
    };
    let expires = request.expires.parse().map_err(|error| unreadable(&error))?;
    let metrics = beside.metrics;
    Ok(CountersignatureRead { review: closing.review, by: beside.by, expires, asked, metrics })
}

/// Refuses a request that shows the review otherwise than the record has it.
pub(crate) fn countersignature_held_against(
    view: &View<'_>,
    read: &CountersignatureRead,
) -> Result<Review, Problem> {
    let differs = || {
        let says = format!(
            "The request shows {} otherwise than this workspace has it. Ask who made it.",
            read.asked.review
        );
        Problem::new("request-differs", says)
    };
    let (held, by) = closed(view, &read.review).map_err(|_| differs())?;
    if hex(&subject_hash(&subject(view, &held)?)?) != read.asked.subject || by != read.by {
        return Err(differs());
    }
    // What is only told beside it must be what stands here.
    let agenda = view.agenda(&held)?;
    let titles: BTreeMap<String, String> =
        agenda.checklist.iter().map(|one| (one.item.to_string(), words(&one.title))).collect();
    let titled = |item: &ItemTold| titles.get(&item.item) == Some(&item.title);
    let called = Names::of(view)?.known(by).unwrap_or_else(|| by.to_string());
    if read.asked.name != words(&agenda.name)
        || read.asked.by_name != called
        || !read.asked.items.iter().all(titled)
        || read.metrics != metrics(view, &read.review)?
    {
        return Err(differs());
    }
    view.review(&read.review)?.ok_or_else(differs)
}

/// Refuses whoever may not countersign it.
pub(crate) fn may_answer(
    view: &View<'_>,
    read: &CountersignatureRead,
    person: PersonRef,
    now: Moment,
) -> Result<(), Problem> {
    let review = countersignature_held_against(view, read)?;
    may_countersign(&standing(view, now)?, &review, person)?;
    Ok(())
}

/// The countersignature that a statement is.
pub(crate) fn countersigned(
    view: &View<'_>,
    read: &CountersignatureRead,
    by: PersonRef,
    signed: &SignedStatement,
    now: Moment,
) -> Result<Event, Problem> {
    let review = countersignature_held_against(view, read)?;
    let signed = serde_json::from_value(signed.to_value()).map_err(Problem::internal)?;
    let standing = standing(view, now)?;
    Ok(countersign_by_file(&standing, &review, by, signed, last_at(view)?, now)?)
}

/// What countersigning a closed review signs: its closing and the answer to each item, as they were
/// entered, and the root of the tree after the closing, which holds everything before it.
pub(crate) fn subject(view: &View<'_>, held: &Held) -> Result<Value, Problem> {
    let entries = entries(view, held)?;
    let answers = entries.answers.iter().map(|entry| Ok(subject_of(view, *entry)?.event));
    let root = format!("{}:{}", entries.closing, hex(&view.signed_root(entries.closing)?));
    Ok(json!({
        "closing": subject_of(view, entries.closing)?.event,
        "answers": answers.collect::<Result<Vec<_>, Problem>>()?,
        "root": root,
    }))
}

/// Where what is signed was entered.
struct Entries {
    closing: u64,
    /// In the order of the agenda.
    answers: Vec<u64>,
}

fn entries(view: &View<'_>, held: &Held) -> Result<Entries, Problem> {
    let closing = held.closed.as_ref().ok_or_else(|| not_closed(&held.review))?.mark.seq;
    let (agenda, given) = (view.agenda(held)?, view.answers(&held.review)?);
    let asked = agenda.checklist.iter().map(|one| &one.item);
    let answers = asked.filter_map(|item| given.iter().find(|one| one.item == *item));
    Ok(Entries { closing, answers: answers.map(|answer| answer.since).collect() })
}

/// What each metric is called that stood beside an answer.
fn metrics(view: &View<'_>, review: &ReviewRef) -> Result<BTreeMap<String, String>, Problem> {
    let answers = view.answers(review)?;
    let shown = answers.iter().flat_map(|answer| &answer.shown);
    let wanted: BTreeSet<&str> =
        shown.filter(|one| one.period.is_some()).map(|one| one.figure.as_str()).collect();
    let named = view.metrics()?.into_iter().filter_map(|metric| {
        let reference = metric.metric.to_string();
        wanted.contains(reference.as_str()).then(|| (reference, words(&metric.terms.name)))
    });
    Ok(named.collect())
}

/// The review, once it is closed, and who closed it.
fn closed(view: &View<'_>, review: &ReviewRef) -> Result<(Held, PersonRef), Problem> {
    let unknown = || Refusal::Unknown { reference: review.to_string() };
    let held = view.held(review)?.ok_or_else(unknown)?;
    match held.closed.as_ref().map(|closing| closing.by) {
        Some(Actor::Person(by)) => Ok((held, by)),
        Some(Actor::Machine) | None => Err(not_closed(review)),
    }
}

fn words(text: &domain::Text) -> String {
    text.words().unwrap_or("–").to_owned()
}

fn not_closed(review: &ReviewRef) -> Problem {
    Refusal::NotClosed { review: review.clone() }.into()
}

fn told(
    answer: ItemAnswered,
    titles: &BTreeMap<ItemId, String>,
    metrics: &BTreeMap<String, String>,
) -> ItemTold {
    let called = |figure: &Figure| match (&figure.period, metrics.get(&figure.figure)) {
        (Some(period), Some(name)) => format!("{name} ({}), {period}", figure.figure),
        (Some(period), None) => format!("{}, {period}", figure.figure),
        (None, _) => label(&figure.figure).to_owned(),
    };
    let shown = answer.shown.into_iter().map(|figure| FigureShown {
        label: called(&figure),
        figure: figure.figure,
        value: match figure.baseline {
            Some(baseline) => format!("{}, baseline {baseline}", figure.value),
            None => figure.value,
        },
    });
    ItemTold {
        title: titles.get(&answer.item).cloned().unwrap_or_else(|| answer.item.to_string()),
        item: answer.item.to_string(),
        outcome: answer.outcome,
        note: answer.note.as_ref().and_then(|note| note.words()).map(str::to_owned),
        shown: shown.collect(),
        tiers: answer.tiers.iter().map(TierRow::of).collect(),
    }
}

/// Whether the closing counts the very answers that are shown.
fn agree(closing: &ReviewClosed, items: &[ItemTold]) -> bool {
    let count = |outcome| items.iter().filter(|item| item.outcome == outcome).count();
    [
        (Outcome::Fine, closing.fine),
        (Outcome::Attention, closing.attention),
        (Outcome::Breach, closing.breach),
        (Outcome::NotApplicable, closing.not_applicable),
    ]
    .into_iter()
    .all(|(outcome, counted)| u32::try_from(count(outcome)) == Ok(counted))
}

/// Whether nothing is too long to be read, or in signs that nobody sees.
fn can_be_shown(request: &Request, beside: &Beside) -> bool {
    let limit = domain::refusal::TEXT_LIMIT;
    let texts = beside.closing.iter().chain(beside.answers.iter().flatten());
    let words = texts
        .map(|text| &*text.text)
        .chain(beside.items.values().chain(beside.metrics.values()).map(String::as_str));
    words
        .chain([request.workspace.as_str(), beside.cadence.as_str()])
        .chain(beside.name.as_deref())
        .all(|words| limit.check("what a request shows", words).is_ok())
}
