//! AI actions: logs taken in week by week, sampled before the call and tested; what the tests over all
//! actions found.

use domain::population::Test;
use domain::sample::{Attribute, Finding, Held, Method, Size};

use super::PASSPHRASE;
use super::company::{MAREN, MEI, operator};
use super::logs::{JOBS, SCORES, WEEKS, of_week, scored};
use super::register::by_name;
use super::story::{Story, on};
use crate::Problem;
use crate::files::Grant;
use crate::operations::{
    ConfirmSample, DrawSample, ExceptionNamed, ImportBatch, LogOrigin, LogReading, Nothing,
    OnlyGiven, PlanSample, RaisePopulation, ResolveException, SampleQuery, SampleRow, SampleStage,
    TestItem,
};

/// The system that sends, as its logs are called.
pub const SEQUENCER: &str = "Sequencer";
/// The system that scores leads, as its log is called.
pub const SCORED: &str = "Lead scores";
const ENRICHMENT: &str = "Firmographic enrichment";
/// The week whose follow-ups held one in error, and what was found on it.
const WRONG: u64 = 22;
const GREETS: &str = "Greets the company, not the person: the first name was blank in the CRM.";

/// Each Monday the log of the week before is taken in, sampled, drawn, tested and confirmed, all of it
/// before the call. What is left to the visitor: most of the last sample.
pub fn plan(story: &mut Story<'_>) {
    let days = story.days;
    for week in WEEKS {
        let last = week == *WEEKS.end();
        let monday = |hour, minute| days.at(week + 1, 0, hour, minute);
        let tester = operator(&days, days.day(week + 1, 0));
        let log = of_week(&days, week);
        story.plan(monday(7, 30), tester, move |story| take(story, &log, SEQUENCER));
        story.plan(monday(7, 40), tester, plan_samples);
        story.plan(monday(8, 5), MEI, draw);
        story.plan(monday(8, 20), tester, move |story| test(story, week, last));
        story.plan(monday(9, 30), MEI, confirm);
    }
    story.plan(on(scored(&days), 10, 10), operator(&days, scored(&days)), |story| {
        take(story, SCORES, SCORED)
    });
    story.plan(days.at(24, 0, 8, 40), MAREN, |story| {
        take(story, JOBS, "Enrichment job log")?;
        let workflow = Some(by_name(story.desk, ENRICHMENT)?.workflow);
        let batch = newest(story)?;
        let raise = RaisePopulation { batch, test: Test::OutsideWindow, workflow };
        story.desk.raise_population(raise).map(|_| ())
    });
    story.plan(days.at(24, 0, 11, 20), MAREN, |story| {
        let exception = raised(story)?;
        story.desk.acknowledge_exception(ExceptionNamed { exception }).map(|_| ())
    });
    story.plan(days.at(24, 1, 15, 10), MAREN, |story| {
        let exception = raised(story)?;
        let words = "The job was started by hand at 04:21 after a failed run, and wrote on after \
                     five. It now ends at five whenever it began; the values it wrote are right."
            .to_owned();
        story.desk.resolve_exception(ResolveException { exception, words }).map(|_| ())
    });
}

/// Takes a log in, every row of it.
fn take(story: &mut Story<'_>, file: &str, source: &str) -> Result<(), Problem> {
    let origin = LogOrigin {
        source: source.to_owned(),
        query: "All activities, as the weekly export has them".to_owned(),
        pulled_at: Some(format!("{}T07:10", story.today())),
        pulled_by: "Kenji Morita".to_owned(),
        workflow: None,
    };
    let (grant, reading) = (Grant(file.to_owned()), LogReading::default());
    let wanted = ImportBatch { grant, sha256: None, reading, origin };
    match story.desk.import_batch(wanted)?.rejected.first() {
        Some(row) => {
            Err(Problem::internal(format!("its own {file}, line {}: {}", row.line, row.says)))
        }
        None => Ok(()),
    }
}

fn newest(story: &mut Story<'_>) -> Result<String, Problem> {
    let newest = story.desk.batches(Nothing {})?.rows.into_iter().next();
    newest.map(|row| row.batch).ok_or_else(|| Problem::internal("no log was taken in"))
}

/// Ten of all actions, and a tenth of the follow-ups, for the call of today.
fn plan_samples(story: &mut Story<'_>) -> Result<(), Problem> {
    let batch = newest(story)?;
    let reviews = story.desk.reviews(Nothing {})?;
    let mut all = reviews.waiting.into_iter().chain(reviews.coming);
    let call = all.find(|row| row.cadence == "weekly").map(|row| row.review);
    let follow_ups = OnlyGiven { field: "workflow".into(), says: "Follow-up sequencing".into() };
    for (item, title, size, only) in [
        ("random-actions", "Ten of all AI actions of the week", Size::Number { rows: 10 }, None),
        (
            "outbound-emails",
            "Follow-ups of the week",
            Size::Percent { percent: 10 },
            Some(follow_ups),
        ),
    ] {
        story.desk.plan_sample(PlanSample {
            batch: batch.clone(),
            title: title.to_owned(),
            method: Method::Simple,
            size,
            only,
            strata_by: None,
            attributes: Vec::new(),
            extension: None,
            review: call.clone(),
            item: call.is_some().then(|| item.to_owned()),
            reviewer: Some(MEI.to_owned()),
            why: "For the weekly call.".to_owned(),
        })?;
    }
    Ok(())
}

fn draw(story: &mut Story<'_>) -> Result<(), Problem> {
    for sample in at(story, SampleStage::Planned)? {
        let subject = story.desk.sample(SampleQuery { sample: sample.clone() })?.seed_subject;
        let passphrase = PASSPHRASE.into();
        story.desk.draw_sample(DrawSample { sample, subject, passphrase })?;
        story.seconds(40);
    }
    Ok(())
}

/// Tests every item; of the last samples, four of the first and none of the other.
fn test(story: &mut Story<'_>, week: u64, last: bool) -> Result<(), Problem> {
    for (place, sample) in at(story, SampleStage::Drawn)?.into_iter().rev().enumerate() {
        let view = story.desk.sample(SampleQuery { sample: sample.clone() })?;
        let most = match (last, place) {
            (false, _) => usize::MAX,
            (true, 0) => 4,
            (true, _) => 0,
        };
        for (number, item) in view.items.iter().take(most).enumerate() {
            let wrong = week == WRONG && view.only.is_some() && number == 2;
            let sent = item.cells.iter().any(|cell| cell.field == "status" && cell.says == "sent");
            story.desk.test_item(TestItem {
                sample: sample.clone(),
                row: item.row,
                findings: findings(wrong, sent),
                note: if wrong { GREETS } else { "" }.to_owned(),
                evidence: Vec::new(),
            })?;
            story.seconds(50);
        }
    }
    Ok(())
}

/// What a person sent needs no approval, and nothing here says that a machine wrote it.
fn findings(wrong: bool, sent: bool) -> Vec<Finding> {
    let finding = |attribute| Finding {
        attribute,
        held: match attribute {
            Attribute::Correct if wrong => Held::No,
            Attribute::Approved if !sent => Held::NotApplicable,
            Attribute::Disclosed => Held::NotApplicable,
            Attribute::Correct | Attribute::Approved | Attribute::Guardrails => Held::Yes,
        },
    };
    Attribute::ALL.into_iter().map(finding).collect()
}

fn confirm(story: &mut Story<'_>) -> Result<(), Problem> {
    for sample in at(story, SampleStage::Tested)? {
        let view = story.desk.sample(SampleQuery { sample: sample.clone() })?;
        let subject = view.confirmation_subject.unwrap_or_default();
        let (reason, passphrase) = (String::new(), PASSPHRASE.into());
        story.desk.confirm_sample(ConfirmSample { sample, subject, reason, passphrase })?;
        story.seconds(40);
    }
    Ok(())
}

/// The samples that stand there, the newest first.
fn at(story: &mut Story<'_>, stage: SampleStage) -> Result<Vec<String>, Problem> {
    let rows = story.desk.samples(Nothing {})?.rows;
    let there = |row: SampleRow| (row.stage == stage).then_some(row.sample);
    Ok(rows.into_iter().filter_map(there).collect())
}

/// The exception that the tests over all actions raised.
fn raised(story: &mut Story<'_>) -> Result<String, Problem> {
    let open = story.desk.exceptions(Nothing {})?.open;
    let found = open.into_iter().find(|row| row.batch.is_some());
    found.map(|row| row.exception).ok_or_else(|| Problem::internal("nothing was raised"))
}
