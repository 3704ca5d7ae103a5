//! Reading the findings.

use chrono::Days;
use domain::Moment;
use domain::metric::Metric;
use domain::rule::{PUT_OFF_DAYS, Rule};
use store::{AsOf, View};

use super::find::{Dated, Found, found, found_with};
use super::says::Teller;
use super::{
    Finding, FindingCounts, FindingGroup, FindingsAbout, FindingsQuery, FindingsShort,
    FindingsView, blocks, shown,
};
use crate::count::count;
use crate::workspace::last_at;
use crate::{Desk, Problem};

/// How many things a short view names.
const NAMED: usize = 6;

impl Desk {
    /// See the list of operations.
    pub fn findings(&mut self, request: FindingsQuery) -> Result<FindingsView, Problem> {
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        let then = open.store.as_of(AsOf::Seq(as_of));
        // A past moment is judged on its own day, so that it never changes.
        let at = request.as_of.map_or_else(|| Ok(self.moment()), |_| last_at(&then))?;
        view(&then, as_of, at)
    }
}

/// Every finding as `then` stands after the entry `as_of`, judged at the moment `at`.
pub(super) fn view(then: &View<'_>, as_of: u64, at: Moment) -> Result<FindingsView, Problem> {
    let found = found(then, at)?;
    let teller = Teller::of(then, &found, found.broken.iter().map(|dated| &dated.broken.about))?;
    let mut groups: Vec<FindingGroup> = Vec::new();
    for dated in &found.broken {
        let finding = teller.finding(dated);
        match groups.last_mut().filter(|group| group.rule.rule == dated.broken.rule) {
            Some(group) => group.findings.push(finding),
            None => groups
                .push(FindingGroup { rule: shown(dated.broken.rule), findings: vec![finding] }),
        }
    }
    for group in &mut groups {
        group.findings.sort_by(|one, other| {
            let key = |one: &Finding| (one.put_off.is_some(), one.since.clone());
            key(one).cmp(&key(other))
        });
    }
    groups.sort_by_key(|group| !group.rule.blocks);
    let today = found.among.standing.today;
    let on = Rule::ALL.iter().filter(|rule| found.among.asks(**rule)).count();
    Ok(FindingsView {
        groups,
        counts: counts(&found),
        rules_on: count(on),
        rules: count(Rule::ALL.len()),
        day: today.to_string(),
        put_off_until: today.checked_add_days(Days::new(PUT_OFF_DAYS)).unwrap_or(today).to_string(),
        as_of,
    })
}

/// How many there are, and what the gravest are about: what blocks before what warns, the oldest
/// first. `metrics` are those still measured, with what the desk counts of those held against a baseline.
pub(crate) fn short(
    view: &View<'_>,
    now: Moment,
    metrics: Vec<Metric>,
) -> Result<FindingsShort, Problem> {
    let found = found_with(view, now, metrics)?;
    let mut open: Vec<_> = found.broken.iter().filter(|dated| dated.put_off.is_none()).collect();
    open.sort_by_key(|dated| {
        let on = dated.since.map(|since| since.on);
        (!blocks(dated.broken.rule), on, dated.broken.rule)
    });
    let mut gravest: Vec<&Dated> = Vec::with_capacity(NAMED);
    for dated in &open {
        let known = gravest.iter().any(|known| known.broken.about == dated.broken.about);
        if !known && gravest.len() < NAMED {
            gravest.push(dated);
        }
    }
    let teller = Teller::of(view, &found, gravest.iter().map(|dated| &dated.broken.about))?;
    let told = gravest.into_iter().map(|dated| {
        let about = &dated.broken.about;
        let of_it = || open.iter().filter(|other| other.broken.about == *about);
        let gravest = teller.finding(dated);
        FindingsAbout {
            about: about.to_string(),
            name: gravest.about_name.clone(),
            count: count(of_it().count()),
            blocking: count(of_it().filter(|other| blocks(other.broken.rule)).count()),
            gravest,
        }
    });
    Ok(FindingsShort { counts: counts(&found), about: told.collect() })
}

fn counts(found: &Found) -> FindingCounts {
    let of = |wanted: &dyn Fn(&Dated) -> bool| {
        count(found.broken.iter().filter(|dated| wanted(dated)).count())
    };
    FindingCounts {
        all: of(&|_| true),
        blocking: of(&|dated| blocks(dated.broken.rule)),
        put_off: of(&|dated| dated.put_off.is_some()),
    }
}
