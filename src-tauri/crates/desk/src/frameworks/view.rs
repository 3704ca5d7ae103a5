//! How every requirement stands in a period.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::evidence::{Validity, validity};
use domain::framework::{Coverage, Framework, Requirement, Shown, Source, coverage, mappers};
use domain::people::{Standing, entitled, keepers};
use domain::workflow::Status;
use domain::{EvidenceRef, Moment, WorkflowRef};
use store::View;
use store::tables::mapping::Mapping;
use store::tables::scope::OutOfScope;

use super::gather::{Found, Gathered, attached};
use super::period::{Within, quarters};
use super::{
    CoverageCount, CoverageQuery, EvidenceFound, EvidenceMissing, FoundPlace, FrameworkCoverage,
    FrameworksView, NotAsked, RequirementRow,
};
use crate::count::count;
use crate::people::{Names, standing};
use crate::when::local;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn frameworks(&mut self, request: CoverageQuery) -> Result<FrameworksView, Problem> {
        let now = self.moment();
        covered(self.open()?, now, &request)
    }
}

/// The coverage of every framework at the moment that `open` shows.
pub(crate) fn covered(
    open: &Open,
    now: Moment,
    asked: &CoverageQuery,
) -> Result<FrameworksView, Problem> {
    let view = open.view();
    let seen = Seen::of(&view, now, asked)?;
    let began = view.change(1)?.map_or(seen.today, |first| seen.day(first.at));
    let standing = standing(&view, now)?;
    let may_map = seen.may(&standing, open, "mapping", &mappers());
    Ok(FrameworksView {
        period: seen.within.shown(seen.today),
        began: began.to_string(),
        quarters: quarters(began, seen.today, settings(&view)?.fiscal_start),
        frameworks: Framework::ALL.into_iter().map(|framework| seen.framework(framework)).collect(),
        may_map,
    })
}

/// What coverage is judged on: the record as it stood when the period ended.
pub(super) struct Seen {
    pub(super) within: Within,
    pub(super) begins: Moment,
    pub(super) today: NaiveDate,
    pub(super) zone: Tz,
    pub(super) names: Names,
    pub(super) mapped: BTreeMap<String, Vec<(Mapping, Vec<Found>)>>,
    gathered: Gathered,
    attached: BTreeMap<String, Vec<Found>>,
    out: BTreeMap<String, OutOfScope>,
}

impl Seen {
    pub(super) fn of(view: &View<'_>, now: Moment, asked: &CoverageQuery) -> Result<Self, Problem> {
        let settings = settings(view)?;
        let zone = settings.zone;
        let today = now.in_zone(zone).date_naive();
        let within = Within::of(asked, today, &settings)?;
        let then = within.at_its_end(*view, now, zone)?;
        let last_day = within.to.min(today);
        let mut mapped: BTreeMap<String, Vec<(Mapping, Vec<Found>)>> = BTreeMap::new();
        for mapping in then.view.mappings()? {
            let found = shown(&then.view, &mapping, last_day)?;
            mapped.entry(mapping.requirement.clone()).or_default().push((mapping, found));
        }
        Ok(Self {
            begins: then.begins,
            today,
            zone,
            names: Names::of(view)?,
            mapped,
            gathered: Gathered::of(then)?,
            attached: attached(&then.view)?,
            // What is not asked now is not asked, whatever was when the period ended.
            out: view.out_of_scope()?.into_iter().map(|one| (one.of.clone(), one)).collect(),
            within,
        })
    }

    pub(super) fn may(
        &self,
        standing: &Standing,
        open: &Open,
        act: &'static str,
        roles: &[domain::RoleId],
    ) -> bool {
        let me = open.at_desk.person();
        me.is_some_and(|me| entitled(standing, me, act, roles).is_ok())
    }

    pub(super) fn may_scope(&self, standing: &Standing, open: &Open) -> bool {
        self.may(standing, open, "asking for a requirement", &keepers())
    }

    fn day(&self, at: Moment) -> NaiveDate {
        at.in_zone(self.zone).date_naive()
    }

    fn framework(&self, framework: Framework) -> FrameworkCoverage {
        let groups = framework.groups();
        let rows: Vec<RequirementRow> = groups
            .flat_map(|group| {
                let row = |one| self.row(framework, group.title, one);
                group.requirements.iter().map(row)
            })
            .collect();
        let counts = |coverage| CoverageCount {
            coverage,
            requirements: count(rows.iter().filter(|row| row.coverage == coverage).count()),
        };
        FrameworkCoverage {
            framework,
            reference: framework.reference().to_owned(),
            name: framework.words().to_owned(),
            says: framework.says().to_owned(),
            out: self.not_asked(framework.reference()),
            counts: Coverage::ALL.map(counts).to_vec(),
            requirements: rows,
        }
    }

    pub(super) fn row(
        &self,
        framework: Framework,
        group: &str,
        requirement: &'static Requirement,
    ) -> RequirementRow {
        let reference = requirement.reference(framework);
        let out = self.not_asked(&reference).or_else(|| self.not_asked(framework.reference()));
        let mapped = self.mapped.get(&reference).map(Vec::as_slice).unwrap_or_default();
        let sources = self.sources(framework, requirement);
        let kinds: Vec<Source> = sources.iter().map(|(source, ..)| *source).collect();
        let own = sources.iter().flat_map(|(_, _, found)| *found);
        let all: Vec<&Found> = own.chain(mapped.iter().flat_map(|(_, found)| found)).collect();
        let inside = all.iter().filter(|found| found.is_inside(self.begins)).count();
        let earlier = all.len() - inside;
        // What is of the period stands before what is older, whenever either was done.
        let order = |found: &&&Found| (found.is_inside(self.begins), found.when.order());
        let newest = all.iter().max_by_key(order);
        RequirementRow {
            called: requirement.called(framework),
            group: group.to_owned(),
            title: requirement.title.to_owned(),
            asks: requirement.asks.to_owned(),
            applies_from: requirement.from.map(str::to_owned),
            applies: requirement.from.is_none_or(|from| *from <= *self.within.to.to_string()),
            coverage: coverage(out.is_some(), inside, earlier),
            inside: count(inside),
            earlier: count(earlier),
            newest: newest.map(|found| self.found(found)),
            sources: kinds.iter().map(|source| source.words()).collect(),
            missing: if out.is_some() { Vec::new() } else { self.missing(&kinds) },
            out,
            reference,
        }
    }

    /// What is evidence for a requirement by itself, each with why and what there is of it.
    pub(super) fn sources(
        &self,
        framework: Framework,
        requirement: &'static Requirement,
    ) -> Vec<(Source, &'static str, &[Found])> {
        let attached = self.attached.get(&requirement.reference(framework));
        let attached = attached.map(Vec::as_slice).unwrap_or_default();
        let own = requirement.shows.iter();
        own.map(|(source, why)| (*source, *why, self.gathered.of_source(*source)))
            .chain([(Source::Evidence, "whatever bears it out", attached)])
            .collect()
    }

    /// What of these kinds of evidence was asked for and is not there.
    pub(super) fn missing(&self, sources: &[Source]) -> Vec<EvidenceMissing> {
        sources.iter().flat_map(|source| self.gathered.missing(*source)).cloned().collect()
    }

    pub(super) fn found(&self, found: &Found) -> EvidenceFound {
        EvidenceFound {
            reference: found.reference.clone(),
            name: found.name.clone(),
            place: found.place,
            at: found.when.at().map(|at| local(at, self.zone)),
            entry: found.when.entry(),
            inside: found.is_inside(self.begins),
        }
    }

    fn not_asked(&self, of: &str) -> Option<NotAsked> {
        let out = self.out.get(of)?;
        Some(NotAsked {
            of: out.of.clone(),
            why: out.why.words().map(str::to_owned),
            by_name: self.names.actor(out.by),
            at: local(out.made.at, self.zone),
            entry: out.made.seq,
        })
    }
}

/// What there is of something that was mapped. A thing counts when something was done about it, and
/// for as long as it stands where it is a workflow or evidence; an item each time it was answered and
/// did apply; a rule while it is on.
fn shown(view: &View<'_>, mapping: &Mapping, last_day: NaiveDate) -> Result<Vec<Found>, Problem> {
    Ok(match &mapping.shown {
        Shown::Thing { reference } if still_stands(view, reference, last_day)? => {
            vec![Found::stands(reference.clone(), None)]
        }
        Shown::Thing { reference } => {
            let latest = view.latest_deed(reference)?;
            latest.map(|deed| Found::done(reference, deed.seq, deed.at)).into_iter().collect()
        }
        Shown::Item { cadence, item } => {
            let answered = view.answered()?;
            let held = view.reviews()?.into_iter().filter(|held| held.cadence == *cadence);
            let answers = |review: &str| {
                answered.iter().any(|(of, answer)| of == review && *answer == item.as_str())
            };
            held.filter(|held| answers(held.review.as_str()))
                .filter_map(|held| {
                    let mark = held.closed?.mark;
                    Some(Found::done(held.review.as_str(), mark.seq, mark.at))
                })
                .collect()
        }
        Shown::Rule { rule } if view.rules()?.is_on(*rule) => {
            vec![Found::among(FoundPlace::Rules, rule.sentence().to_owned())]
        }
        Shown::Rule { .. } => Vec::new(),
    })
}

/// Whether a workflow is on the register and not retired, or evidence counts on that day.
fn still_stands(view: &View<'_>, reference: &str, day: NaiveDate) -> Result<bool, Problem> {
    if let Ok(workflow) = reference.parse::<WorkflowRef>() {
        let held = view.workflow(workflow)?;
        return Ok(held.is_some_and(|held| held.status != Status::Retired));
    }
    if let Ok(evidence) = reference.parse::<EvidenceRef>() {
        let held = view.evidence_one(evidence)?;
        return Ok(held.is_some_and(|held| validity(held.expires, day) != Validity::Expired));
    }
    Ok(false)
}
