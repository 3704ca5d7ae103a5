//! What one version of a cadence says otherwise than the one before.

use domain::RoleId;
use domain::cadence::{CadenceSet, OnHoliday};
use domain::metric::Metric;

use super::view::draft;
use super::words::words;
use super::{CadenceDraft, ItemDraft};
use crate::people::Names;
use crate::register::ChangeShown;
use crate::reviews::FIGURES;

/// What differs between two versions where nothing but names is at hand.
pub(crate) fn differences(
    before: CadenceSet,
    after: CadenceSet,
    names: &Names,
) -> Vec<ChangeShown> {
    changes(&draft(before), &draft(after), names, &[])
}

/// What differs, in the order in which a person is asked for it.
pub(super) fn changes(
    before: &CadenceDraft,
    after: &CadenceDraft,
    names: &Names,
    metrics: &[Metric],
) -> Vec<ChangeShown> {
    let facts = terms(before, names).into_iter().zip(terms(after, names));
    let mut changes: Vec<ChangeShown> =
        facts.filter_map(|((fact, was), (_, is))| changed(fact, was, is)).collect();
    changes.extend(checklist(&before.checklist, &after.checklist, metrics));
    changes
}

/// What a cadence says of itself, each under its name.
fn terms(terms: &CadenceDraft, names: &Names) -> Vec<(&'static str, String)> {
    let role = |role: &String| names.role(&RoleId::new(role));
    let from = terms.from.parse().unwrap_or_default();
    vec![
        ("Name", terms.name.trim().to_owned()),
        ("Rhythm", words(&terms.rhythm, from)),
        ("Time", terms.time.trim().to_owned()),
        ("Time zone", terms.zone.replace('_', " ")),
        ("On a day off", on_day_off(terms).to_owned()),
        ("First day", terms.from.clone()),
        ("Length", format!("{} min", terms.minutes)),
        ("Chair", role(&terms.chair)),
        ("Required roles", terms.required.iter().map(role).collect::<Vec<_>>().join(", ")),
        ("Quorum", terms.quorum.to_string()),
        ("Countersigned by", terms.countersigned_by.as_ref().map(role).unwrap_or_default()),
    ]
}

fn on_day_off(terms: &CadenceDraft) -> &'static str {
    match terms.on_holiday.unwrap_or_else(|| terms.rhythm.usual_on_holiday()) {
        OnHoliday::Skip => "there is none",
        OnHoliday::Move => "it moves to the next business day",
        OnHoliday::Keep => "it stays",
    }
}

fn checklist(before: &[ItemDraft], after: &[ItemDraft], metrics: &[Metric]) -> Vec<ChangeShown> {
    let mut changes = Vec::new();
    for asked in after {
        match before.iter().find(|was| was.item == asked.item) {
            None => changes.extend(changed("Item added", String::new(), title(asked))),
            Some(was) => {
                let facts = item(was, metrics).into_iter().zip(item(asked, metrics));
                changes.extend(facts.filter_map(|((fact, was), (_, is))| {
                    changed(&format!("{}, {fact}", title(asked)), was, is)
                }));
            }
        }
    }
    let still = |asked: &&ItemDraft| after.iter().any(|is| is.item == asked.item);
    let removed = before.iter().filter(|asked| !still(asked));
    changes.extend(removed.filter_map(|was| changed("Item removed", title(was), String::new())));
    let order = |these: &[ItemDraft], those: &[ItemDraft]| {
        let both = these.iter().filter(|asked| those.iter().any(|one| one.item == asked.item));
        both.map(|asked| asked.item.clone()).collect::<Vec<_>>()
    };
    if order(before, after) != order(after, before) {
        let titles = after.iter().map(title).collect::<Vec<_>>().join(", ");
        changes.extend(changed("Order of the items", String::new(), titles));
    }
    changes
}

fn item(asked: &ItemDraft, metrics: &[Metric]) -> Vec<(&'static str, String)> {
    let metric = |reference: &String| {
        let known = metrics.iter().find(|metric| metric.metric.to_string() == *reference);
        let name = known.and_then(|metric| metric.terms.name.words());
        name.unwrap_or(reference.as_str()).to_owned()
    };
    let figure = |id: &String| {
        let known = FIGURES.iter().find(|(figure, _)| figure == id);
        known.map_or(id.as_str(), |(_, label)| label).to_owned()
    };
    let listed = |words: Vec<String>| words.join(", ");
    vec![
        ("title", title(asked)),
        ("heading", asked.group.trim().to_owned()),
        ("question", asked.question.trim().to_owned()),
        ("what to look at", asked.guidance.trim().to_owned()),
        ("minutes", asked.minutes.to_string()),
        ("figures", listed(asked.figures.iter().map(figure).collect())),
        ("metrics", listed(asked.metrics.iter().map(metric).collect())),
        ("tables", listed(asked.pulls.iter().map(|one| one.words().to_owned()).collect())),
    ]
}

fn title(asked: &ItemDraft) -> String {
    asked.title.trim().to_owned()
}

fn changed(fact: &str, before: String, after: String) -> Option<ChangeShown> {
    let some = |words: String| (!words.is_empty()).then_some(words);
    (before != after).then(|| ChangeShown {
        fact: fact.to_owned(),
        before: some(before),
        after: some(after),
    })
}
