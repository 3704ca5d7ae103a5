//! The minutes of a review, the moment it closes.

use chrono::DateTime;
use domain::ReviewRef;
use domain::review::{Outcome, Presence};
use report::minutes::{self as paper, Model};

use super::frame::{About, frame};
use super::{ExportMinutes, PaperForm, leave};
use crate::files::{Purpose, Written};
use crate::reviews::{self, AttendanceRow, ItemRow, ReviewView, Signature};
use crate::workspace::Open;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_minutes(&mut self, request: ExportMinutes) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let now = self.clock.now();
        let preparer = self.preparer()?;
        let open = self.open()?;
        let review = ReviewRef::new(&request.review);
        let view = reviews::view::view(&open.store, &review, None, now)?;
        let model = model(open, &view, &preparer)?;
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

/// The minutes of a review as it stands.
pub fn model(open: &Open, view: &ReviewView, preparer: &str) -> Result<Model, Problem> {
    let exports = open.store.now().exports()?;
    let before = exports
        .iter()
        .filter(|e| e.export.what == "minutes")
        .filter(|e| e.export.review.as_ref().is_some_and(|r| r.as_str() == view.review))
        .count();
    let about = About {
        report: "Review minutes",
        period: format!("{}: {}", view.review, day(&view.due)),
        as_of: match &view.closed {
            Some(closed) => last_word(view, closed),
            None => open.store.size()?,
        },
        before,
    };
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        name: view.name.clone(),
        reference: view.review.clone(),
        when: when(view),
        attendance: view.attendance.iter().filter_map(seat).collect(),
        quorum: quorum(view),
        items: view.items.iter().map(item).collect(),
        around: None,
        decisions: Vec::new(),
        actions: Vec::new(),
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
        countersignature: view.countersigned.as_ref().map(|s| signature(s, "executive sponsor")),
        countersignature_wanted: false,
        entry: closed.entry,
        head: report::Head {
            root: head.map(|head| ledger::encoding::hex(&head.root)).unwrap_or_default(),
            size: closed.entry,
        },
    }
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
    let figures: Vec<String> =
        item.figures.iter().map(|figure| format!("{} {}", figure.label, figure.value)).collect();
    paper::Item {
        number: item.number,
        title: item.title.clone(),
        outcome: item.outcome.map(|outcome| match outcome {
            Outcome::Fine => paper::Outcome::Fine,
            Outcome::Attention => paper::Outcome::Attention,
            Outcome::Breach => paper::Outcome::Breach,
            Outcome::NotApplicable => paper::Outcome::NotApplicable,
        }),
        figures: figures.join("; "),
        note: item.note.clone().unwrap_or_default(),
        raised: Vec::new(),
        // A minute begun is a minute spent.
        minutes: item.outcome.map(|_| item.seconds.div_ceil(60)),
    }
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
