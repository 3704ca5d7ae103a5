//! The minutes of a review, the moment it closes.

mod items;
mod times;

pub(super) use items::seen;

use chrono::NaiveDate;
use domain::decision::{Decision, DecisionState, Vote};
use domain::review::Presence;
use domain::{Moment, ReviewRef};
use report::minutes::{self as paper, Model};

use self::items::{answer, carried_in, item};
use self::times::{around, took_place, why_missed};
use super::decision::{said, state};
use super::frame::{About, IN_FULL, day, frame, stamp};
use super::preparer::Preparer;
use super::{Copied, ExportMinutes, MinutesText, PaperForm, leave};
use crate::actions::{ActionRow, ActionState};
use crate::erased::{ERASED, or_erased};
use crate::files::{Purpose, Written};
use crate::operations::ReviewQuery;
use crate::reviews::{self, AttendanceRow, ChairRow, Decided, ReviewView, Signature};
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
    let review = ReviewRef::new(&view.review);
    let decided = reviews::decided(open, &review, now)?;
    let missed = reviews::missed(open, &review, now)?;
    // What a missed review is about ends with it: what stands today belongs to later ones.
    let then = missed.map(|then| reviews::view::view_then(open, &review, then)).transpose()?;
    let view = then.as_ref().unwrap_or(view);
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
        period: format!("{}: {}", view.review, day(&view.due, IN_FULL)),
        as_of: match (&view.closed, missed) {
            (Some(closed), _) => last_word(view, closed),
            (None, Some(missed)) => missed.seq,
            (None, None) => open.last()?,
        },
        before,
    };
    Ok(Model {
        frame: frame(open, &about, &preparer)?,
        name: view.name.clone(),
        reference: view.review.clone(),
        when: took_place(view),
        attendance: view.attendance.iter().filter_map(seat).collect(),
        quorum: if missed.is_none() { quorum(view) } else { String::new() },
        missed: missed.map(|_| why_missed(view)),
        items: view.items.iter().map(|row| item(row, answer(view, row))).collect(),
        around: around(view),
        chairs: view.chairs_taken.iter().map(chair_taken).collect(),
        carried_in: view.carried_in.iter().filter_map(|item| carried_in(view, item)).collect(),
        decided: decided.decisions.iter().map(|one| decision(one, &decided)).collect(),
        decided_since: match (&decided.since, missed) {
            (Some(review), None) => format!("here and since {review}"),
            (Some(review), Some(_)) => format!("since {review}, until this one was missed"),
            (None, None) => "here and before".to_owned(),
            (None, Some(_)) => "until this one was missed".to_owned(),
        },
        actions: actions(view),
        addenda: view
            .addenda
            .iter()
            .map(|addendum| paper::Addendum {
                at: stamp(&addendum.at),
                by: addendum.by.clone(),
                text: or_erased(addendum.text.as_ref()),
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

fn chair_taken(taken: &ChairRow) -> paper::ChairTaken {
    paper::ChairTaken {
        at: stamp(&taken.at),
        from: taken.from.clone(),
        to: taken.to.clone(),
        reason: or_erased(taken.reason.as_ref()),
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
        what: or_erased(row.what.as_ref()),
        who: row.who_name.clone(),
        due: due.map(|due| due.format("%-d %b").to_string()).unwrap_or_default(),
        progress: stands,
    }
}

fn decision((found, stands): &(Decision, DecisionState), told: &Decided) -> paper::Decided {
    let proposed = &found.proposed;
    let of = proposed.change.workflow().map(|workflow| format!(" of {workflow}"));
    let title = or_erased(proposed.title.words());
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
    let reason = vote.reason.as_ref().map(|reason| reason.words().unwrap_or(ERASED));
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

fn quorum(view: &ReviewView) -> String {
    let reached = if view.reached >= view.quorum { "reached" } else { "not reached" };
    let vacant = if view.vacant.is_empty() {
        String::new()
    } else {
        format!("; nobody holds {}", view.vacant.join(", "))
    };
    format!("{} of {} roles, quorum {} {reached}{vacant}", view.reached, view.required, view.quorum)
}
