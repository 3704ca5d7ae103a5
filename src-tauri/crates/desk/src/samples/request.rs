//! Asking a reviewer for the seed by file: the plan as it was entered, the tree after it, and beside
//! them the words that the plan commits to.

use domain::sample::{Extension, SEED, Sample, SamplePlanned};
use domain::{Event, PersonRef};
use ledger::statement::Request;
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::sign::{seed_subject, subject_hex};
use super::view::size_words;
use super::{RequestSeed, SeedRequested, found, method_words};
use crate::files::{Purpose, hand_out};
use crate::people::Names;
use crate::statements::{TextBeside, altered, event_told, texts_beside, unreadable};
use crate::workspace::settings;
use crate::{Desk, Problem};

/// A plan, whole, as a request for its seed carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeedAsked {
    /// The sample.
    pub sample: String,
    /// What it is a sample of.
    pub title: String,
    /// Who planned it and tests it, by reference, as the request tells.
    pub by: String,
    /// Their name, as the request tells it.
    pub by_name: String,
    /// The batch.
    pub batch: String,
    /// The whole plan in words, line by line: what, and how much.
    pub lines: Vec<(String, String)>,
    /// The tree after the plan, `<size>:<root in hex>`.
    pub root: String,
    /// SHA-256 of plan and tree, in hex: what is signed.
    pub subject: String,
}

/// A plan read from a request, on whatever machine.
pub(crate) struct SeedRead {
    /// The plan.
    pub plan: SamplePlanned,
    /// Who planned it, as the request tells.
    pub by: PersonRef,
    /// All of it in words.
    pub asked: SeedAsked,
}

/// What is signed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    plan: serde_json::Value,
    root: String,
}

/// What travels beside it, unsigned.
#[derive(Serialize, Deserialize)]
struct Beside {
    by: PersonRef,
    name: Option<String>,
    texts: Vec<TextBeside>,
}

impl Desk {
    /// See the list of operations.
    pub fn request_seed(&mut self, request: RequestSeed) -> Result<SeedRequested, Problem> {
        let path = self.target(&request.grant, Purpose::SaveRequest)?;
        let opened = self.open()?;
        let view = opened.store.now();
        let sample = found(&view, &request.sample)?;
        if sample.draw.is_some() {
            let sample = sample.reference();
            return Err(domain::Refusal::SampleDrawnAlready { sample }.into());
        }
        let beside = Beside {
            by: sample.tester(),
            name: Names::of(&view)?.known(sample.tester()),
            texts: texts_beside(&opened.store, sample.planned.entry)?,
        };
        let made = Request {
            ws: opened.ws.clone(),
            workspace: settings(&view)?.name,
            by: sample.plan.reviewer.as_ref().map(|one| one.person.to_string()),
            kind: SEED.to_owned(),
            about: request.sample.clone(),
            subject: seed_subject(&view, &sample)?,
            beside: serde_json::to_value(beside).map_err(Problem::internal)?,
            head: opened.store.head()?.to_string(),
            expires: sample.plan.until.to_string(),
        };
        let file = hand_out(&path, &made.to_file()?)?;
        let request = self.request_view(&made, file.sha256.clone())?;
        Ok(SeedRequested { file, request })
    }
}

/// Understands a request for a seed.
///
/// # Errors
/// `statement-unreadable` where its parts do not fit each other.
pub(crate) fn read_seed(request: &Request) -> Result<SeedRead, Problem> {
    let beside = Beside::deserialize(&request.beside).map_err(|error| unreadable(&error))?;
    let subject = Subject::deserialize(&request.subject).map_err(|error| unreadable(&error))?;
    let Event::SamplePlanned(plan) = event_told(&subject.plan, &beside.texts)? else {
        return Err(altered());
    };
    let name = beside.name.clone().unwrap_or_else(|| beside.by.to_string());
    let lines = [name.as_str(), request.workspace.as_str()].into_iter().chain(plan.title.words());
    let shown = lines
        .map(|words| (words, domain::refusal::NAME_LIMIT))
        .chain(beside.texts.iter().map(|text| (&*text.text, domain::refusal::TEXT_LIMIT)))
        .all(|(words, limit)| limit.check("what a request shows", words).is_ok());
    let root = subject.root.parse::<ledger::Head>();
    if !shown
        || root.is_err()
        || request.about != plan.sample.to_string()
        || request.expires != plan.until.to_string()
        || request.by != plan.reviewer.as_ref().map(|one| one.person.to_string())
    {
        return Err(altered());
    }
    let asked = SeedAsked {
        sample: plan.sample.to_string(),
        title: plan.title.words().unwrap_or_default().to_owned(),
        by: beside.by.to_string(),
        by_name: name,
        batch: plan.population.batch.to_string(),
        lines: lines_of(&plan),
        root: subject.root,
        subject: subject_hex(&request.subject)?,
    };
    Ok(SeedRead { plan, by: beside.by, asked })
}

/// Refuses a request that is not about the plan as the record has it.
pub(crate) fn seed_held_against(view: &View<'_>, read: &SeedRead) -> Result<Sample, Problem> {
    let differs = || {
        let says = format!(
            "The request shows {} otherwise than this workspace has it. Ask who made it.",
            read.asked.sample
        );
        Problem::new("request-differs", says)
    };
    let sample = view.sample(read.plan.sample)?.ok_or_else(differs)?;
    let subject = subject_hex(&seed_subject(view, &sample)?)?;
    if subject != read.asked.subject || sample.tester() != read.by {
        return Err(differs());
    }
    Ok(sample)
}

/// A plan in words, all of it.
fn lines_of(plan: &SamplePlanned) -> Vec<(String, String)> {
    let population = &plan.population;
    let line = |what: &str, says: String| (what.to_owned(), says);
    let mut lines = vec![
        line("Rows", format!("{} of {}", population.rows, population.batch)),
        line("Rows’ root", population.root.clone()),
    ];
    if let Some(only) = &population.only {
        let says = only.says.words().unwrap_or_default();
        lines.push(line("Only rows whose", format!("{} is “{says}”", only.field)));
    }
    lines.push(line("Method", method_words(plan.method).to_owned()));
    lines.push(line("Size", size_words(plan.size)));
    let by = population.strata_by.as_deref();
    for layer in &population.strata {
        let name = layer.name.as_ref().and_then(|name| name.words());
        let what = match by {
            Some(by) => format!("Where {by} is “{}”", name.unwrap_or("not said")),
            None => "Drawn".to_owned(),
        };
        lines.push(line(&what, format!("{} of {}", layer.take, layer.rows)));
    }
    let tested: Vec<&str> = plan.attributes.iter().map(|one| one.words()).collect();
    lines.push(line("Tested on", tested.join(", ")));
    if let Some(Extension { errors, rows }) = plan.extension {
        let says = format!("{rows} more rows once {errors} items are in error");
        lines.push(line("Extended by", says));
    }
    if let Some(review) = &plan.review {
        lines.push(line("For", review.to_string()));
    }
    if let Some(reviewer) = &plan.reviewer {
        lines.push(line("Drawn by", format!("{}, key {}", reviewer.person, reviewer.key)));
    }
    lines
}
