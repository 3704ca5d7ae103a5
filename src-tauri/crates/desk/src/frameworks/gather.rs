//! What the record holds of each kind of evidence. Read once, for every requirement alike, and of
//! entries no more than what they are, when and about what.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use domain::check::Kind as Check;
use domain::decision::{Change, Decision, DecisionKind, Setting};
use domain::framework::{Framework, Source, find};
use domain::metric::Class;
use domain::workflow::{Fact, Facts};
use domain::{MetricRef, Moment, RoleId, WorkflowRef};
use store::View;

use super::attested::Attested;
use super::{EvidenceMissing, FoundPlace};
use crate::Problem;
use crate::erased::or_erased;
use crate::metrics::last_counted;
use crate::people::Names;

/// A piece of evidence.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its reference, where it has one.
    pub(super) reference: Option<String>,
    /// What it is called.
    pub(super) name: Option<String>,
    /// Where it stands, where that is neither by reference nor by entry.
    pub(super) place: Option<FoundPlace>,
    /// When it was.
    pub(super) when: When,
}

/// When a piece of evidence was.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// At no moment: it stands.
    Stands,
    /// An entry did it.
    Done { entry: u64, at: Moment },
    /// The desk counted it of a period that ended then, after this entry.
    Counted { after: u64, at: Moment },
}

impl When {
    /// The moment; none for what stands.
    pub(super) const fn at(self) -> Option<Moment> {
        match self {
            Self::Stands => None,
            Self::Done { at, .. } | Self::Counted { at, .. } => Some(at),
        }
    }

    /// The entry that did it; none where none did.
    pub(super) const fn entry(self) -> Option<u64> {
        match self {
            Self::Done { entry, .. } => Some(entry),
            Self::Stands | Self::Counted { .. } => None,
        }
    }

    /// Where it comes in the order of the entries; what stands, before them all.
    pub(super) const fn order(self) -> u64 {
        match self {
            Self::Stands => 0,
            Self::Done { entry, .. } => entry,
            Self::Counted { after, .. } => after,
        }
    }
}

impl Found {
    /// Something with a page of its own that stands.
    pub(super) fn stands(reference: String, name: Option<String>) -> Self {
        Self { reference: Some(reference), name, place: None, when: When::Stands }
    }

    /// Something that stands among others.
    pub(super) fn among(place: FoundPlace, name: String) -> Self {
        Self { reference: None, name: Some(name), place: Some(place), when: When::Stands }
    }

    /// Something that an entry did.
    pub(super) fn done(reference: &str, entry: u64, at: Moment) -> Self {
        let reference = Some(reference.to_owned());
        Self { reference, name: None, place: None, when: When::Done { entry, at } }
    }

    /// An entry itself.
    fn entry(entry: u64, at: Moment) -> Self {
        let name = Some(format!("Entry {}", report::grouped(entry)));
        Self { reference: None, name, place: None, when: When::Done { entry, at } }
    }

    /// Whether it is of a period that begins with `begins`. What stands is, and nothing is read from
    /// after a period's end.
    pub(super) fn is_inside(&self, begins: Moment) -> bool {
        self.when.at().is_none_or(|at| at >= begins)
    }
}

/// What there is of each kind of evidence, the newest first, and what of it is asked for and not there.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    found: BTreeMap<Source, Vec<Found>>,
    missing: BTreeMap<Source, Vec<EvidenceMissing>>,
}

/// The record as it stood when a period ended.
#[derive(Clone, Copy)]
pub(super) struct Then<'a> {
    /// The record.
    pub(super) view: View<'a>,
    /// When that was, or is.
    pub(super) at: Moment,
    /// When the period begins.
    pub(super) begins: Moment,
    pub(super) zone: Tz,
}

/// The evidence that is attached to requirements, by the reference of each, the newest first.
pub(super) fn attached(view: &View<'_>) -> Result<BTreeMap<String, Vec<Found>>, Problem> {
    let deeds = view.deeds(&["evidence.attached"])?.into_iter();
    let times: BTreeMap<u64, Moment> = deeds.map(|deed| (deed.seq, deed.at)).collect();
    let mut all: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for one in view.attachments()?.into_iter().rev() {
        let known = find(&one.to.reference).is_some();
        if let Some(at) = times.get(&one.since).filter(|_| known) {
            let found = Found::done(&one.evidence.to_string(), one.since, *at);
            all.entry(one.to.reference).or_default().push(found);
        }
    }
    Ok(all)
}

/// Kinds of entries that are evidence by being there, each with what its reference begins with.
const DONE: [(&str, &str, Source); 6] = [
    ("exception.resolved", "EXC-", Source::Exception),
    ("postmortem.written", "EXC-", Source::Postmortem),
    ("override.recorded", "OVR-", Source::Override),
    ("action.done", "ACT-", Source::Action),
    ("batch.imported", "BAT-", Source::Log),
    ("sample.confirmed", "SMP-", Source::Sample),
];

/// Decisions that let a workflow do more.
const MORE: [DecisionKind; 2] = [DecisionKind::Launch, DecisionKind::TierOrStage];

impl Gathered {
    /// Everything as it stood then.
    pub(super) fn of(then: Then<'_>) -> Result<Self, Problem> {
        let (view, mut all) = (&then.view, Self::default());
        all.workflows(view)?;
        all.standing(view)?;
        all.deeds(view)?;
        all.reviews(view)?;
        all.decisions(view, then.zone)?;
        all.tests(view)?;
        all.metrics(then)?;
        all.papers(view)?;
        all.attestations(then)?;
        for found in all.found.values_mut() {
            found.reverse();
            // What happened to one thing again counts once, where it happened last.
            let mut met = BTreeSet::new();
            found.retain(|one| one.reference.as_ref().is_none_or(|of| met.insert(of.clone())));
        }
        Ok(all)
    }

    /// What there is of `source`, the newest first.
    pub(super) fn of_source(&self, source: Source) -> &[Found] {
        self.found.get(&source).map_or(&[], Vec::as_slice)
    }

    /// What of `source` was asked for and not there.
    pub(super) fn missing(&self, source: Source) -> &[EvidenceMissing] {
        self.missing.get(&source).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, source: Source, found: Found) {
        self.found.entry(source).or_default().push(found);
    }

    /// The facts that each workflow on the register answers.
    fn workflows(&mut self, view: &View<'_>) -> Result<(), Problem> {
        let asked = facts_asked();
        let names: BTreeMap<WorkflowRef, Option<String>> =
            view.workflow_names()?.into_iter().collect();
        for ((workflow, ..), _) in view.judged_workflows()?.into_iter().rev() {
            let (reference, facts) = (workflow.workflow, workflow.facts);
            for fact in asked.iter().filter(|fact| is_answered(&facts, **fact)) {
                let name = names.get(&reference).cloned().flatten();
                let found = Found::stands(reference.to_string(), name);
                self.add(Source::Workflow(*fact), found);
            }
        }
        Ok(())
    }

    fn standing(&mut self, view: &View<'_>) -> Result<(), Problem> {
        let words = |text: &domain::Text| or_erased(text.words());
        for (_, held) in view.raci()? {
            if let Some(version) = held.in_force {
                let name = words(&version.terms.name);
                self.add(Source::Raci, Found::among(FoundPlace::Raci, name));
            }
        }
        for cadence in view.cadences()? {
            let found = Found::among(FoundPlace::Cadences, words(&cadence.name));
            self.add(Source::Cadence, found);
        }
        let (names, deputies, on_call) = (Names::of(view)?, view.deputies()?, view.on_call()?);
        let orders = deputies.iter().chain(&on_call);
        let named: BTreeSet<&RoleId> =
            orders.filter(|(_, stints)| !stints.is_empty()).map(|(role, _)| role).collect();
        for role in named {
            let found = Found::among(FoundPlace::Roles, names.role(role));
            self.add(Source::Deputies, found);
        }
        let rights = Found::among(FoundPlace::Rights, "Decision rights".to_owned());
        self.add(Source::Rights, rights);
        self.add(Source::Rules, Found::among(FoundPlace::Rules, "Rules".to_owned()));
        Ok(())
    }

    fn deeds(&mut self, view: &View<'_>) -> Result<(), Problem> {
        let kinds = DONE.map(|(kind, ..)| kind);
        for deed in view.deeds(&kinds)? {
            let known = DONE.iter().find(|(kind, ..)| *kind == deed.kind);
            let (Some((_, prefix, source)), Some(about)) = (known, &deed.about) else { continue };
            if about.starts_with(prefix) {
                self.add(*source, Found::done(about, deed.seq, deed.at));
            }
        }
        Ok(())
    }

    /// Reviews that were closed, the items they answered, and those that were countersigned.
    fn reviews(&mut self, view: &View<'_>) -> Result<(), Problem> {
        let mut answered: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (review, item) in view.answered()? {
            answered.entry(review).or_default().push(item);
        }
        let asked = items_asked();
        let mut closed: Vec<_> = view
            .reviews()?
            .into_iter()
            .filter_map(|held| Some((held.closed.as_ref()?.mark, held)))
            .collect();
        closed.sort_by_key(|(mark, _)| mark.seq);
        for (mark, held) in closed {
            let (review, of) = (held.review.to_string(), held.cadence.to_string());
            let found = || Found::done(&review, mark.seq, mark.at);
            if let Some(source) = reviews_asked(&of) {
                self.add(source, found());
            }
            for item in answered.get(&review).into_iter().flatten() {
                if let Some(source) = asked.get(&(of.as_str(), item.as_str())) {
                    self.add(*source, found());
                }
            }
            if let Some(signed) = held.countersigned.map(|signed| signed.mark) {
                self.add(Source::SignOff, Found::done(&review, signed.seq, signed.at));
            }
        }
        Ok(())
    }

    fn decisions(&mut self, view: &View<'_>, zone: Tz) -> Result<(), Problem> {
        let mut applied: Vec<_> = view
            .decisions()?
            .into_iter()
            .filter_map(|decision| Some((decision.settled.filter(|end| end.applied)?, decision)))
            .collect();
        applied.sort_by_key(|(end, _)| end.entry);
        for (end, decision) in applied {
            let (kind, reference) = (decision.proposed.kind, decision.reference().to_string());
            let found = Found::done(&reference, end.entry, end.at);
            if MORE.contains(&kind) && was_heard(&decision) {
                self.add(Source::Heard, found.clone());
            }
            if !retires(&decision) {
                self.add(Source::Decision(kind), found);
            }
        }
        for permit in view.permits_counted(|at| at.in_zone(zone).date_naive())? {
            let at = view.change(permit.entry)?.map(|change| change.at);
            if let Some(at) = at {
                let reference = permit.permit.to_string();
                self.add(Source::Permit, Found::done(&reference, permit.entry, at));
            }
        }
        Ok(())
    }

    fn tests(&mut self, view: &View<'_>) -> Result<(), Problem> {
        for check in view.checks()? {
            let kind: Check = check.made.asks.kind();
            let reference = check.made.check.to_string();
            self.add(Source::Check(kind), Found::done(&reference, check.seq, check.at));
        }
        for stop in view.stops()? {
            let reference = stop.stop.to_string();
            if stop.drill {
                let found = Found::done(&reference, stop.made.seq, stop.made.at);
                self.add(Source::Drill, found);
            } else if let Some(confirmed) = stop.confirmed_at() {
                self.add(Source::Stop, Found::done(&reference, confirmed.seq, confirmed.at));
            }
        }
        Ok(())
    }

    /// Metrics with a value: one that somebody gave, or that the desk counted of a period that was over.
    fn metrics(&mut self, then: Then<'_>) -> Result<(), Problem> {
        let view = &then.view;
        let measured = view.measured()?;
        let counted: Vec<MetricRef> =
            measured.iter().filter(|(.., counted)| *counted).map(|(metric, ..)| *metric).collect();
        let classes: BTreeMap<String, Class> =
            measured.into_iter().map(|(metric, class, _)| (metric.to_string(), class)).collect();
        for last in last_counted(view, then.at, &counted)? {
            let metric = last.metric.to_string();
            let Some(class) = classes.get(&metric) else { continue };
            let name = Some(format!("counted for {}", last.period));
            let when = When::Counted { after: view.seq_at(last.at)?.unwrap_or(0), at: last.at };
            let found = Found { reference: Some(metric), name, place: None, when };
            self.add(Source::Metric(*class), found);
        }
        for deed in view.deeds(&["observation.recorded", "observation.corrected"])? {
            let Some(metric) = deed.about else { continue };
            if let Some(class) = classes.get(&metric) {
                self.add(Source::Metric(*class), Found::done(&metric, deed.seq, deed.at));
            }
        }
        Ok(())
    }

    fn attestations(&mut self, then: Then<'_>) -> Result<(), Problem> {
        let Attested { found, missing } = Attested::of(then)?;
        for (source, found) in found {
            self.add(source, found);
        }
        self.missing = missing;
        Ok(())
    }

    fn papers(&mut self, view: &View<'_>) -> Result<(), Problem> {
        for checkpoint in view.checkpoints()?.into_iter().rev() {
            self.add(Source::Checkpoint, Found::entry(checkpoint.seq, checkpoint.at));
        }
        let packs = view.exports()?.into_iter().rev().filter(|one| one.export.what == "pack");
        for pack in packs {
            self.add(Source::Pack, Found::entry(pack.seq, pack.at));
        }
        Ok(())
    }
}

/// Whether it took a policy out of force, which puts none in.
fn retires(decision: &Decision) -> bool {
    match &decision.proposed.change {
        Change::Setting(change) => matches!(change.after, Setting::PolicyRetired(_)),
        Change::Workflow(_)
        | Change::Raci(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Request(_)
        | Change::Revoke(_) => false,
    }
}

/// Whether security or legal voted on it.
fn was_heard(decision: &Decision) -> bool {
    let asked = [domain::people::security(), RoleId::new("legal")];
    let mut seats = decision.votes.iter().flat_map(|vote| &vote.seats);
    seats.any(|seat| asked.contains(&seat.role))
}

/// Whether anything is said of that fact.
fn is_answered(facts: &Facts, fact: Fact) -> bool {
    facts.only(&[fact]) != Facts::default()
}

fn sources() -> impl Iterator<Item = Source> {
    let requirements = Framework::ALL.into_iter().flat_map(Framework::requirements);
    requirements.flat_map(|one| one.shows).map(|(source, _)| *source)
}

fn facts_asked() -> Vec<Fact> {
    let fact = |source| if let Source::Workflow(fact) = source { Some(fact) } else { None };
    let mut all: Vec<Fact> = sources().filter_map(fact).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn items_asked() -> BTreeMap<(&'static str, &'static str), Source> {
    let item = |source| {
        if let Source::Item { cadence, item } = source {
            Some(((cadence, item), source))
        } else {
            None
        }
    };
    sources().filter_map(item).collect()
}

fn reviews_asked(of: &str) -> Option<Source> {
    sources().find(|source| matches!(source, Source::Review(cadence) if *cadence == of))
}
