//! A decision's record: what the screen shows of it as pages, and its entries as an excerpt.

mod excerpt;

use std::collections::BTreeSet;

use domain::DecisionRef;
use domain::decision::{DecisionState, Verdict};
use report::decision::{self as paper, Model, Said};
use store::{Actor, Entry};

use self::excerpt::{excerpted, held, signers, told};
use super::entries::listed;
use super::frame::{About, IN_FULL, day, frame, minute};
use super::preparer::Preparer;
use super::{DecisionForm, ExportDecision, leave};
use crate::decisions::{
    DecisionQuery, DecisionView, EvidenceRow, Part, RightShown, SeatRow, VoteRow,
};
use crate::erased::{ERASED, or_erased};
use crate::files::{Purpose, Written};
use crate::log::{LogQuery, LogRow};
use crate::people::{Names, fingerprint};
use crate::workspace::{Open, settings};
use crate::{Desk, Problem, when};

impl Desk {
    /// See the list of operations.
    pub fn export_decision(&mut self, request: ExportDecision) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let reference: DecisionRef = request.decision.parse()?;
        let view = self.decision(DecisionQuery { decision: request.decision })?;
        let as_of = self.open()?.last()?;
        let (bytes, form) = match request.form {
            DecisionForm::Pdf => (self.decision_pages(&view, &preparer)?, "pdf"),
            DecisionForm::Excerpt => {
                let machine = self.machine()?;
                let words = !request.withhold_words;
                (excerpted(self.open()?, &view, as_of, words, &machine)?.into_bytes(), "excerpt")
            }
        };
        let mut export = super::export("decision", form, as_of, None, &bytes);
        export.decision = Some(reference);
        leave(self, &path, &bytes, export)
    }

    /// A decision's record as PDF, as the desk shows it.
    pub(super) fn decision_pages(
        &mut self,
        view: &DecisionView,
        preparer: &Preparer,
    ) -> Result<Vec<u8>, Problem> {
        let log = self.log_of(view)?;
        let open = self.open()?;
        Ok(paper::pdf(&model(open, view, &log, open.last()?, preparer)?)?.bytes)
    }

    /// What the change log says of the entries that a decision's excerpt holds, oldest first: their
    /// signers are those whose keys its reader is told to verify it with.
    fn log_of(&mut self, view: &DecisionView) -> Result<Vec<LogRow>, Problem> {
        let told = told(&self.open()?.view(), view)?;
        let mut rows = self.log_about(&view.row.decision)?;
        rows.retain(|row| told.contains(&row.entry));
        for seq in told {
            // What erased words of it, or rolled it back, is about something else by the log.
            if !rows.iter().any(|row| row.entry == seq) {
                let one = LogQuery { before: Some(seq + 1), limit: Some(1), ..LogQuery::default() };
                rows.append(&mut self.log(one)?.rows);
            }
        }
        rows.sort_by_key(|row| row.entry);
        Ok(rows)
    }
}

/// The entries of a decision: its proposal, its votes, and what ended it.
fn own_entries(view: &DecisionView) -> BTreeSet<u64> {
    let votes = view.votes.iter().map(|vote| vote.entry);
    let settled = view.settled.as_ref().map(|settled| settled.entry);
    std::iter::once(view.row.entry).chain(votes).chain(settled).collect()
}

/// The record of a decision as pages, from what the screens show of it.
fn model(
    open: &Open,
    view: &DecisionView,
    log: &[LogRow],
    as_of: u64,
    preparer: &Preparer,
) -> Result<Model, Problem> {
    let row = &view.row;
    let reference = row.decision.clone();
    let before = open.view().exports()?.into_iter().filter(|made| {
        made.export.decision.is_some_and(|decision| decision.to_string() == reference)
            && made.export.form == "pdf"
    });
    let (did, on) = ended(view).unwrap_or(("Proposed", row.at.as_str()));
    let about = About {
        report: "Decision record",
        period: format!("{reference}: {} {}", did.to_lowercase(), day(on, IN_FULL)),
        as_of,
        before: before.count(),
    };
    let entries: Vec<(Entry, &LogRow)> = log
        .iter()
        .map(|row| Ok((open.store.entry(row.entry)?, row)))
        .collect::<Result<_, Problem>>()?;
    let erased = || ERASED.to_owned();
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        title: row.title.clone().unwrap_or_else(erased),
        about: sentences(view),
        state: state(row.state),
        facts: facts(view),
        differences: view
            .differences
            .iter()
            .map(|one| paper::Difference {
                field: one.field.clone(),
                before: one.before.clone(),
                after: one.after.clone(),
                outside: one.outside,
            })
            .collect(),
        changed: changed(view),
        request: request(view),
        rationale: view.rationale.clone().unwrap_or_else(erased),
        rollback_plan: view.rollback_plan.clone().unwrap_or_default(),
        evidence: view
            .evidence
            .iter()
            .map(|one| paper::Evidence {
                asked: one.asked_words.clone(),
                found: found(view, one),
                at: one.at.join(", "),
                there: one.there,
            })
            .collect(),
        right: right(&view.right),
        votes: view
            .votes
            .iter()
            .map(vote)
            .chain(view.seats.iter().filter(|seat| seat.waited_for).map(waited))
            .collect(),
        approvals: format!(
            "{} of {}; whoever proposes does not approve",
            row.approvals, row.needed
        ),
        checks: view
            .rules
            .iter()
            .map(|rule| paper::Check { says: rule.says.clone(), holds: rule.holds })
            .collect(),
        zone: settings(&open.view())?.zone.to_string(),
        keys: keys(open, &entries)?,
        entries: entries.iter().map(|(entry, row)| listed(entry, row)).collect(),
        subject: view.subject.clone(),
        reference,
    })
}

/// What the desk knew of it, with the day where that is not today, and what the proposer says.
fn found(view: &DecisionView, one: &EvidenceRow) -> String {
    let then = view.known_at.as_deref().map(|at| format!(" (as of {})", minute(at)));
    let known = one.known.as_ref().map(|known| format!("{known}{}", then.unwrap_or_default()));
    [known, one.words.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The keys behind the signatures of a decision, each once, in order.
fn keys(open: &Open, entries: &[(Entry, &LogRow)]) -> Result<Vec<paper::Key>, Problem> {
    let (names, ever) = (Names::of(&open.view())?, open.view().keys_ever()?);
    let mut found: Vec<paper::Key> = Vec::new();
    for (entry, _) in entries {
        for signer in signers(entry)? {
            let Some(key) = held(&ever, &signer) else { continue };
            let person = match key.holder {
                Actor::Person(person) => names.person(person),
                Actor::Machine => continue,
            };
            let key = paper::Key { person, fingerprint: fingerprint(&key.public) };
            if !found.contains(&key) {
                found.push(key);
            }
        }
    }
    Ok(found)
}

/// What it is, who proposed it, and what undid it.
fn sentences(view: &DecisionView) -> String {
    let row = &view.row;
    let mut said = format!("{}, {}", row.decision, row.kind_words);
    if let Some(workflow) = &row.workflow {
        let name = row.workflow_name.as_deref().map(report::isolate).unwrap_or_default();
        said.push_str(&format!(" of {workflow} {name}"));
    }
    said = format!("{}. Proposed by {}.", said.trim_end(), report::isolate(&row.by_name));
    if let Some(other) = &view.undoes {
        said.push_str(&format!(" Undoes {other}."));
    }
    if let (Some(other), Some(undone)) = (&view.undone_by, &view.undone) {
        let (at, entry) = (minute(&undone.at), report::grouped(undone.entry));
        said.push_str(&format!(" Rolled back by {other} on {at}, entry {entry}."));
    }
    said
}

fn facts(view: &DecisionView) -> Vec<(String, String)> {
    let row = &view.row;
    let mut facts = vec![("Proposed", minute(&row.at))];
    match (ended(view), &view.settled) {
        // What came of it in the end takes the place of how long that took.
        (Some((did, at)), Some(applied)) if row.state == DecisionState::RolledBack => {
            facts.extend([("Applied", minute(&applied.at)), (did, minute(at))]);
        }
        (Some((did, at)), _) => facts.extend([(did, minute(at)), ("Took", took(&row.at, at))]),
        (None, _) if row.state == DecisionState::Stale => {
            facts.push(("Until", minute(&row.until)));
        }
        (None, _) => facts.push(("Lapses", minute(&row.until))),
    }
    facts.push(("Timebox", format!("{} h", view.right.hours)));
    facts.extend(view.permit.iter().map(|permit| ("Permit", permit.clone())));
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// What ended it, and when; nothing while it waits, and of one that is stale nothing that is dated.
fn ended(view: &DecisionView) -> Option<(&'static str, &str)> {
    let refused = || view.votes.iter().find(|vote| vote.verdict == Verdict::Refuse);
    match (&view.settled, view.row.state) {
        (Some(_), DecisionState::RolledBack) => {
            view.undone.as_ref().map(|undone| ("Rolled back", undone.at.as_str()))
        }
        (Some(settled), _) if settled.applied => Some(("Applied", &settled.at)),
        (Some(settled), _) => Some(("Withdrawn", &settled.at)),
        (None, DecisionState::Rejected) => refused().map(|vote| ("Rejected", vote.at.as_str())),
        (None, DecisionState::Lapsed) => Some(("Lapsed", &view.row.until)),
        (
            None,
            DecisionState::Proposed
            | DecisionState::Approved
            | DecisionState::Stale
            | DecisionState::Withdrawn
            | DecisionState::Applied
            | DecisionState::RolledBack,
        ) => None,
    }
}

/// From one moment to another: `47 h 14 min`, `30 h`.
fn took(from: &str, to: &str) -> String {
    match (when::written(from), when::written(to)) {
        (Some(from), Some(to)) => {
            let minutes = (to - from).num_minutes();
            match (minutes / 60, minutes % 60) {
                (0, minutes) => format!("{minutes} min"),
                (hours, 0) => format!("{hours} h"),
                (hours, minutes) => format!("{hours} h {minutes} min"),
            }
        }
        (None, _) | (_, None) => String::new(),
    }
}

fn changed(view: &DecisionView) -> String {
    let fields = match view.differences.len() {
        1 => "1 field changes".to_owned(),
        all => format!("{all} fields change"),
    };
    match view.stays {
        Some(stays) => format!("{fields}, {stays} stay as they are"),
        None => fields,
    }
}

fn request(view: &DecisionView) -> Vec<(String, String)> {
    let Some(request) = &view.request else { return Vec::new() };
    let what = or_erased(request.what.as_ref());
    let permit = request.permit.as_ref().map(|permit| ("Permit", permit.says.clone()));
    std::iter::once(("What", what))
        .chain(permit)
        .map(|(name, what)| (name.to_owned(), what))
        .collect()
}

/// By which right it is decided: the same sentence as on its screen.
fn right(right: &RightShown) -> String {
    let none = if right.evidence.is_empty() { "; no evidence is asked for" } else { "" };
    format!("The right when this was proposed: {}{none}.", right.says)
}

fn vote(vote: &VoteRow) -> paper::Vote {
    paper::Vote {
        person: vote.by_name.clone(),
        roles: vote.roles.join(", "),
        instead_of: vote.instead_of.join(", "),
        said: said(vote.verdict),
        words: vote.reason.clone().unwrap_or_default(),
        signed: minute(&vote.signed),
        entry: Some(vote.entry),
    }
}

fn waited(seat: &SeatRow) -> paper::Vote {
    let heard = match seat.part {
        Part::Approve => "",
        Part::Consult => ", to be heard",
    };
    paper::Vote {
        person: seat.people.join(", "),
        roles: format!("{}{heard}", seat.role.name),
        instead_of: String::new(),
        said: Said::Waited,
        words: String::new(),
        signed: String::new(),
        entry: None,
    }
}

/// What a vote says, as reports write it.
pub(super) fn said(verdict: Verdict) -> Said {
    match verdict {
        Verdict::Approve => Said::Approves,
        Verdict::Refuse => Said::Refuses,
        Verdict::Agree => Said::Agrees,
        Verdict::Object => Said::Objects,
    }
}

/// Where a decision stands, as reports write it.
pub(super) fn state(state: DecisionState) -> paper::State {
    match state {
        DecisionState::Proposed => paper::State::Proposed,
        DecisionState::Approved => paper::State::Approved,
        DecisionState::Rejected => paper::State::Rejected,
        DecisionState::Lapsed => paper::State::Lapsed,
        DecisionState::Withdrawn => paper::State::Withdrawn,
        DecisionState::Stale => paper::State::Stale,
        DecisionState::Applied => paper::State::Applied,
        DecisionState::RolledBack => paper::State::RolledBack,
    }
}

#[cfg(test)]
mod tests {
    use super::took;

    #[test]
    fn how_long_it_took_names_no_hours_or_minutes_of_which_there_are_none() {
        let cases = [
            ("2026-09-01T10:12:00+02:00", "2026-09-03T09:26:30+02:00", "47 h 14 min"),
            ("2026-09-01T10:00:00+02:00", "2026-09-02T16:00:00+02:00", "30 h"),
            ("2026-09-01T10:00:00+02:00", "2026-09-01T08:09:00Z", "9 min"),
        ];
        for (from, to, wanted) in cases {
            assert_eq!(took(from, to), wanted, "{from} to {to}");
        }
    }
}
