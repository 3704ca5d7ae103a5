//! The minutes of a review, the moment it closes.

use chrono::{DateTime, NaiveDate};
use domain::decision::{Decision, DecisionState, Vote};
use domain::review::{Outcome, Presence, TierVerdict};
use domain::{Moment, ReviewRef};
use report::minutes::{self as paper, Model};

use super::decision::{said, state};
use super::frame::{About, frame};
use super::preparer::Preparer;
use super::{Copied, ExportMinutes, MinutesText, PaperForm, leave};
use crate::actions::{ActionRow, ActionState};
use crate::files::{Purpose, Written};
use crate::metrics::MetricBeside;
use crate::operations::ReviewQuery;
use crate::reviews::{
    self, AttendanceRow, ChairRow, Decided, ItemRow, ReviewView, Signature, TierRow,
};
use crate::workspace::Open;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_minutes(&mut self, request: ExportMinutes) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let now = self.moment();
        let preparer = self.preparer()?;
        let open = self.open()?;
        let review = ReviewRef::new(&request.review);
        let view = reviews::view::view(open, &review, None, now)?;
        let model = model(open, &view, &preparer, now)?;
        let as_of = model.frame.head.size;
        let (bytes, form) = match request.form {
            PaperForm::Pdf => (paper::pdf(&model)?.bytes, "pdf"),
            PaperForm::Markdown => (paper::markdown(&model).into_bytes(), "md"),
            PaperForm::Csv => return Err(super::no_such_form("minutes", "CSV")),
        };
        let export = super::export("minutes", form, as_of, Some(review), &bytes);
        leave(self, &path, &bytes, export)
    }
}

impl Desk {
    /// See the list of operations.
    pub fn minutes_text(&mut self, request: ReviewQuery) -> Result<MinutesText, Problem> {
        let text = paper::markdown(&self.minutes(&request)?);
        Ok(MinutesText { text })
    }

    /// See the list of operations.
    pub fn minutes_copied(&mut self, request: ReviewQuery) -> Result<Copied, Problem> {
        let model = self.minutes(&request)?;
        let text = paper::markdown(&model);
        let review = Some(ReviewRef::new(request.review));
        let export = super::export("minutes", "md", model.frame.head.size, review, text.as_bytes());
        let appended = self.act_leaving(|_| Ok(vec![export.into()]))?;
        Ok(Copied { entry: appended.first().map(|entry| entry.seq) })
    }

    /// The minutes of a review; while it is open they are prepared by who is signed in.
    fn minutes(&mut self, request: &ReviewQuery) -> Result<Model, Problem> {
        let now = self.moment();
        let view = reviews::view::view(self.open()?, &ReviewRef::new(&request.review), None, now)?;
        // Closed minutes may be read though nobody is signed in: they are their chair's.
        let preparer = match &view.closed {
            Some(closed) => Preparer::of(closed.name.clone()),
            None => self.preparer()?,
        };
        model(self.open()?, &view, &preparer, now)
    }
}

/// The minutes of a review as it stands.
pub fn model(
    open: &Open,
    view: &ReviewView,
    preparer: &Preparer,
    now: Moment,
) -> Result<Model, Problem> {
    let decided = reviews::decided(open, &ReviewRef::new(&view.review), now)?;
    let (before, preparer) = match &view.closed {
        // Closed minutes are the chair's, whoever prints them, and have the same bytes for ever:
        // only a countersignature or an addendum makes another version.
        Some(closed) => (
            view.addenda.len() + view.countersigned.iter().count(),
            preparer.instead(closed.name.clone()),
        ),
        None => (printed(open, view)?, preparer.clone()),
    };
    let about = About {
        report: "Review minutes",
        period: format!("{}: {}", view.review, day(&view.due)),
        as_of: match &view.closed {
            Some(closed) => last_word(view, closed),
            None => open.last()?,
        },
        before,
    };
    Ok(Model {
        frame: frame(open, &about, &preparer)?,
        name: view.name.clone(),
        reference: view.review.clone(),
        when: when(view),
        attendance: view.attendance.iter().filter_map(seat).collect(),
        quorum: quorum(view),
        items: view.items.iter().map(item).collect(),
        around: around(view),
        chairs: view.chairs_taken.iter().map(chair_taken).collect(),
        carried_in: view.carried_in.iter().filter_map(|item| carried_in(view, item)).collect(),
        decided: decided.decisions.iter().map(|one| decision(one, &decided)).collect(),
        decided_since: match &decided.since {
            Some(review) => format!("here and since {review}"),
            None => "here and before".to_owned(),
        },
        actions: actions(view),
        addenda: view
            .addenda
            .iter()
            .map(|addendum| paper::Addendum {
                at: stamp(&addendum.at),
                by: addendum.by.clone(),
                text: addendum.text.clone().unwrap_or_else(|| "(erased)".to_owned()),
                entry: addendum.entry,
            })
            .collect(),
        closing: view.closed.as_ref().map(|closed| closing(view, closed)),
    })
}

/// How many times the minutes of an open review left the desk before.
fn printed(open: &Open, view: &ReviewView) -> Result<usize, Problem> {
    let exports = open.view().exports()?;
    Ok(exports
        .iter()
        .filter(|e| e.export.what == "minutes")
        .filter(|e| e.export.review.as_ref().is_some_and(|r| r.as_str() == view.review))
        .count())
}

/// The last entry that has a part in a closed review's minutes: whatever comes after changes
/// nothing in them, so they keep their bytes.
fn last_word(view: &ReviewView, closed: &Signature) -> u64 {
    let countersigned = view.countersigned.iter().map(|signature| signature.entry);
    let addenda = view.addenda.iter().map(|addendum| addendum.entry);
    countersigned.chain(addenda).fold(closed.entry, u64::max)
}

fn closing(view: &ReviewView, closed: &Signature) -> paper::Closing {
    let head: Option<ledger::Head> = closed.head.parse().ok();
    paper::Closing {
        signature: signature(closed, "chair"),
        countersignature: view.countersigned.as_ref().map(|s| signature(s, countersigner(view))),
        countersignature_wanted: view.countersigned_by.is_some(),
        narrative: view.narrative.clone().unwrap_or_default(),
        statement: view.statement.clone().unwrap_or_default(),
        entry: closed.entry,
        head: report::Head {
            root: head.map(|head| ledger::encoding::hex(&head.root)).unwrap_or_default(),
            size: closed.entry,
        },
    }
}

/// As what the countersigner signs: the role the cadence asks for.
fn countersigner(view: &ReviewView) -> &str {
    view.countersigned_by.as_deref().unwrap_or("executive sponsor")
}

fn signature(signature: &Signature, role: &str) -> paper::Signature {
    paper::Signature {
        name: signature.name.clone(),
        role: role.to_owned(),
        at: stamp(&signature.at),
        fingerprint: signature.fingerprint.clone(),
    }
}

/// A seat whose attendance was stated; the minutes say nothing that nobody stated.
fn seat(row: &AttendanceRow) -> Option<paper::Attendance> {
    let mut role = row.roles.join(", ");
    if row.chair {
        role = if role.is_empty() { "Chair".to_owned() } else { format!("{role}, chair") };
    }
    Some(paper::Attendance {
        role,
        person: match &row.delegate {
            Some(delegate) => {
                format!("{} for {}", report::isolate(delegate), report::isolate(&row.name))
            }
            None => row.name.clone(),
        },
        presence: match row.presence? {
            Presence::Present => paper::Presence::Present,
            Presence::Delegate => paper::Presence::Delegate,
            Presence::Excused => paper::Presence::Excused,
            Presence::Absent => paper::Presence::Absent,
        },
    })
}

fn item(item: &ItemRow) -> paper::Item {
    let counted = item.figures.iter().map(|figure| format!("{} {}", figure.label, figure.value));
    let figures: Vec<String> = item.metrics.iter().map(measured).chain(counted).collect();
    paper::Item {
        number: item.number,
        group: item.group.clone(),
        title: item.title.clone(),
        outcome: item.outcome.map(outcome),
        figures: figures.join("; "),
        note: item.note.clone().unwrap_or_default(),
        raised: item.raised.iter().map(|action| action.action.clone()).collect(),
        // A minute begun is a minute spent.
        minutes: item.outcome.map(|_| item.seconds.div_ceil(60)),
        tiers: item.tiers.iter().map(tiered).collect(),
    }
}

fn tiered(row: &TierRow) -> paper::Tiered {
    paper::Tiered {
        workflow: row.workflow.clone(),
        name: row.name.clone(),
        verdict: row.word.clone(),
        moves: row.verdict != TierVerdict::Keep,
        shown: row.shown_word.clone(),
        note: row.note.clone().unwrap_or_default(),
    }
}

fn outcome(outcome: Outcome) -> paper::Outcome {
    match outcome {
        Outcome::Fine => paper::Outcome::Fine,
        Outcome::Attention => paper::Outcome::Attention,
        Outcome::Breach => paper::Outcome::Breach,
        Outcome::NotApplicable => paper::Outcome::NotApplicable,
    }
}

/// An item of the review before that was no plain "fine", beside the answer of this one.
fn carried_in(view: &ReviewView, before: &ItemRow) -> Option<paper::CarriedIn> {
    let again = view.items.iter().find(|item| item.item == before.item);
    Some(paper::CarriedIn {
        title: before.title.clone(),
        then: before.outcome.map(outcome)?,
        note: before.note.clone().unwrap_or_default(),
        now: again
            .map_or(paper::Asked::NoMore, |item| paper::Asked::Again(item.outcome.map(outcome))),
    })
}

/// A metric in the period the review asked for: "Opens 41.2 % (38.0 %)", its baseline in brackets.
fn measured(metric: &MetricBeside) -> String {
    let point = metric.points.iter().find(|point| point.period == metric.asked);
    let value = point.and_then(|point| point.shown.as_deref());
    let baseline = point.and_then(|point| point.baseline_shown.as_deref());
    match (value, baseline) {
        (Some(value), Some(baseline)) => format!("{} {value} ({baseline})", metric.name),
        (Some(value), None) => format!("{} {value}", metric.name),
        (None, _) => format!("{} missing in {}", metric.name, metric.asked_short),
    }
}

fn chair_taken(taken: &ChairRow) -> paper::ChairTaken {
    paper::ChairTaken {
        at: stamp(&taken.at),
        from: taken.from.clone(),
        to: taken.to.clone(),
        reason: taken.reason.clone().unwrap_or_else(|| "(erased)".to_owned()),
        entry: taken.entry,
    }
}

/// Those raised in the review, by item, then those carried in.
fn actions(view: &ReviewView) -> Vec<paper::Action> {
    let raised = view.items.iter().flat_map(|item| &item.raised);
    let raised = raised.map(|row| action(row, Some(paper::Progress::New)));
    raised.chain(view.carried_actions.iter().map(|row| action(row, None))).collect()
}

fn action(row: &ActionRow, new: Option<paper::Progress>) -> paper::Action {
    let stands = match row.state {
        ActionState::Open => new.unwrap_or(paper::Progress::Open),
        ActionState::Late => new.unwrap_or(paper::Progress::Late),
        ActionState::Done => paper::Progress::Done,
        ActionState::Dropped => paper::Progress::Dropped,
    };
    let due = row.due.parse::<NaiveDate>();
    paper::Action {
        reference: row.action.clone(),
        what: row.what.clone().unwrap_or_else(|| "(erased)".to_owned()),
        who: row.who_name.clone(),
        due: due.map(|due| due.format("%-d %b").to_string()).unwrap_or_default(),
        progress: stands,
    }
}

fn decision((found, stands): &(Decision, DecisionState), told: &Decided) -> paper::Decided {
    let proposed = &found.proposed;
    let of = proposed.change.workflow().map(|workflow| format!(" of {workflow}"));
    let title = proposed.title.words().unwrap_or("(erased)").to_owned();
    let by = told.names.person(found.by);
    paper::Decided {
        reference: found.reference().to_string(),
        title,
        about: format!("{}{}", proposed.kind.words(), of.unwrap_or_default()),
        proposed: format!("{}, {}", report::isolate(&by), minute(found.at, told)),
        votes: found.votes.iter().map(|vote| voted(vote, told)).collect(),
        state: state(*stands),
    }
}

fn voted(vote: &Vote, told: &Decided) -> paper::Voted {
    let name = |who| report::isolate(&told.names.person(who)).into_owned();
    let instead_of = vote.seats.iter().find_map(|seat| seat.instead_of);
    let instead_of = instead_of.map(|away| format!(" for {}", name(away)));
    let reason = vote.reason.as_ref().map(|reason| reason.words().unwrap_or("(erased)"));
    paper::Voted {
        person: format!("{}{}", name(vote.by), instead_of.unwrap_or_default()),
        said: said(vote.verdict),
        at: minute(vote.at, told),
        words: reason.unwrap_or_default().to_owned(),
    }
}

/// "21 Sep, 10:49".
fn minute(at: Moment, told: &Decided) -> String {
    at.in_zone(told.zone).format("%-d %b, %H:%M").to_string()
}

/// Minutes between opening and closing that no item took, where the meeting was recorded while it
/// took place and in one go.
fn around(view: &ReviewView) -> Option<u32> {
    let opened = view.opened.as_deref().and_then(parse)?;
    let closed = view.closed.as_ref().and_then(|closed| parse(&closed.at))?;
    let lasted = (closed - opened).num_minutes();
    let spent: u32 = view.items.iter().filter_map(|found| item(found).minutes).sum();
    let around = u32::try_from(lasted).ok()?.checked_sub(spent)?;
    (view.held.is_none() && around > 0 && around <= view.minutes).then_some(around)
}

fn quorum(view: &ReviewView) -> String {
    let reached = if view.reached >= view.quorum { "reached" } else { "not reached" };
    let vacant = if view.vacant.is_empty() {
        String::new()
    } else {
        format!("; nobody holds {}", view.vacant.join(", "))
    };
    format!("{} of {} roles, quorum {} {reached}{vacant}", view.reached, view.required, view.quorum)
}

fn when(view: &ReviewView) -> String {
    let recorded = recorded(view);
    let Some(meeting) = &view.held else { return recorded };
    let (Some(from), Some(to)) = (parse(&meeting.from), parse(&meeting.to)) else {
        return recorded;
    };
    let to = if from.date_naive() == to.date_naive() {
        to.format("%H:%M").to_string()
    } else {
        to.format("%-d %B %Y %H:%M").to_string()
    };
    let from = from.format("%A %-d %B %Y, %H:%M");
    format!("{from} to {to}, as the chair states. Recorded {recorded}")
}

/// When the desk recorded it, by the machine's clock.
fn recorded(view: &ReviewView) -> String {
    let opened = view.opened.as_deref().and_then(parse);
    let closed = view.closed.as_ref().and_then(|closed| parse(&closed.at));
    let due = parse(&view.due).map(|due| due.format("%A %-d %B %Y").to_string());
    match (opened, closed) {
        (Some(from), Some(to)) if from.date_naive() == to.date_naive() => format!(
            "{}, {} to {} of {} minutes",
            from.format("%A %-d %B %Y"),
            from.format("%H:%M"),
            to.format("%H:%M"),
            view.minutes
        ),
        (Some(from), Some(to)) => format!(
            "{} to {}, {} minutes planned",
            from.format("%A %-d %B %Y %H:%M"),
            to.format("%-d %B %Y %H:%M"),
            view.minutes
        ),
        (Some(from), None) => format!("{}, still open", from.format("%A %-d %B %Y, %H:%M")),
        (None, _) => format!("{}, not opened", due.unwrap_or_default()),
    }
}

fn parse(written: &str) -> Option<DateTime<chrono::FixedOffset>> {
    DateTime::parse_from_rfc3339(written).ok()
}

fn day(written: &str) -> String {
    parse(written).map(|at| at.format("%-d %B %Y").to_string()).unwrap_or_default()
}

fn stamp(written: &str) -> String {
    parse(written).map(|at| at.format("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default()
}
