//! The start-up cadences: a daily watch, a weekly call, a monthly model review, a quarterly audit.

use chrono::{Months, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

use super::checklists::{Asked, DAILY, MONTHLY, QUARTERLY, WEEKLY};
use super::metrics::metric;
use crate::cadence::{
    CadenceSet, ChecklistItem, DayOfMonth, DayOfQuarter, OnHoliday, Rhythm, earliest,
};
use crate::people::sponsor;
use crate::{CadenceId, FigureId, ItemId, RoleId, Text};

/// The start-up cadences of a workspace that begins `today`.
pub fn cadences(zone: Tz, today: NaiveDate, fiscal_start: u32) -> Vec<CadenceSet> {
    vec![
        daily(zone, today),
        weekly(zone, today),
        monthly(zone, today),
        quarterly(zone, today, fiscal_start),
    ]
}

/// The daily watch: every business day at 9:00, 10 minutes, from tomorrow on.
pub fn daily(zone: Tz, today: NaiveDate) -> CadenceSet {
    CadenceSet {
        rhythm: Rhythm::BusinessDay,
        time: at(9, 0),
        on_holiday: Some(OnHoliday::Skip),
        minutes: 10,
        required: roles(&["revops"]),
        quorum: 1,
        from: today.succ_opt().unwrap_or(today),
        ..cadence("daily", "Daily watch", zone, DAILY)
    }
}

/// The weekly governance call: Mondays at 10:00, 60 minutes, attendance mandatory. The call of the
/// week in which the desk starts counts, whatever the day.
pub fn weekly(zone: Tz, today: NaiveDate) -> CadenceSet {
    CadenceSet {
        rhythm: Rhythm::Week { on: Weekday::Mon },
        time: at(10, 0),
        minutes: 60,
        required: roles(&[
            "revops",
            "sales-leader",
            "marketing-ops",
            "security",
            "enablement-lead",
            "data-engineering",
            "legal",
        ]),
        quorum: 5,
        from: today.week(Weekday::Mon).first_day(),
        ..cadence("weekly", "Weekly governance call", zone, WEEKLY)
    }
}

/// The monthly model review: the fourth business day at 14:00, 90 minutes. The month in which the
/// desk starts is the first it looks back on.
pub fn monthly(zone: Tz, today: NaiveDate) -> CadenceSet {
    let rhythm = Rhythm::Month { on: DayOfMonth::BusinessDay { nth: 4 } };
    let begun = earliest(&rhythm, today, 1);
    CadenceSet {
        rhythm,
        time: at(14, 0),
        minutes: 90,
        required: roles(&[
            "revops",
            "revenue-ai-owner",
            "data-engineering",
            "security",
            "sales-leader",
        ]),
        quorum: 3,
        from: begun.checked_add_months(Months::new(1)).unwrap_or(begun),
        ..cadence("monthly", "Monthly model review", zone, MONTHLY)
    }
}

/// The quarterly audit: the eighth business day of the following quarter at 14:00, 120 minutes,
/// across functions, countersigned by the sponsor. The quarter in which the desk starts is the
/// first it looks back on.
pub fn quarterly(zone: Tz, today: NaiveDate, fiscal_start: u32) -> CadenceSet {
    let on = DayOfMonth::BusinessDay { nth: 8 };
    let rhythm = Rhythm::Quarter { on: DayOfQuarter::InMonth { month: 1, on } };
    let begun = earliest(&rhythm, today, fiscal_start);
    CadenceSet {
        rhythm,
        time: at(14, 0),
        minutes: 120,
        required: roles(&[
            "executive-sponsor",
            "revops",
            "security",
            "compliance",
            "legal",
            "sales-leader",
            "marketing-ops",
            "data-engineering",
            "enablement-lead",
        ]),
        quorum: 6,
        countersigned_by: Some(sponsor()),
        from: begun.checked_add_months(Months::new(3)).unwrap_or(begun),
        ..cadence("quarterly", "Quarterly audit", zone, QUARTERLY)
    }
}

/// An audit that was set before its questions could pull evidence, with what the start-up's pull: each item
/// of the same identifier. None where any item pulls already, for then somebody chose, and of another rhythm.
pub fn with_evidence(set: &CadenceSet) -> Option<CadenceSet> {
    let is_audit = matches!(set.rhythm, Rhythm::Quarter { .. });
    if !is_audit || set.checklist.iter().any(|item| !item.pulls.is_empty()) {
        return None;
    }
    let mut offered = set.clone();
    for item in &mut offered.checklist {
        let asked = QUARTERLY.iter().find(|asked| asked.item == item.item.as_str());
        item.pulls = asked.map(|asked| asked.pulls.to_vec()).unwrap_or_default();
    }
    (offered != *set).then_some(offered)
}

/// What the four have in common; RevOps chairs, and a day off moves a review.
fn cadence(id: &str, name: &str, zone: Tz, checklist: &[Asked]) -> CadenceSet {
    CadenceSet {
        cadence: CadenceId::new(id),
        name: Text::new(name),
        rhythm: Rhythm::BusinessDay,
        time: NaiveTime::MIN,
        zone: zone.name().to_owned(),
        on_holiday: Some(OnHoliday::Move),
        minutes: 0,
        chair: RoleId::new("revops"),
        required: Vec::new(),
        quorum: 0,
        countersigned_by: None,
        from: NaiveDate::MIN,
        checklist: checklist.iter().map(item).collect(),
    }
}

fn item(asked: &Asked) -> ChecklistItem {
    ChecklistItem {
        item: ItemId::new(asked.item),
        title: Text::new(asked.title),
        group: None,
        question: Text::new(asked.question),
        guidance: Some(Text::new(asked.look_at)),
        minutes: asked.minutes,
        figures: asked.figures.iter().map(|figure| FigureId::new(*figure)).collect(),
        metrics: asked.metrics.iter().filter_map(|slug| metric(slug)).collect(),
        pulls: asked.pulls.to_vec(),
    }
}

fn roles(ids: &[&str]) -> Vec<RoleId> {
    ids.iter().map(|id| RoleId::new(*id)).collect()
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all() -> Vec<CadenceSet> {
        cadences(Tz::Europe__Berlin, "2026-11-18".parse().unwrap(), 2)
    }

    #[test]
    fn each_review_has_its_items_and_they_fit_its_time() {
        for (cadence, items, minutes) in
            [("daily", 4, 10), ("weekly", 16, 60), ("monthly", 9, 90), ("quarterly", 14, 120)]
        {
            let set = all().into_iter().find(|set| set.cadence.as_str() == cadence).unwrap();
            let planned: u32 = set.checklist.iter().map(|item| item.minutes).sum();
            assert_eq!(set.checklist.len(), items, "SPEC section 8 asks this of the {cadence}");
            assert_eq!(set.minutes, minutes, "SPEC section 8 gives the {cadence} its length");
            assert!(planned <= minutes, "{planned} minutes planned must fit {minutes}");
        }
    }

    #[test]
    fn nothing_is_expected_of_a_time_before_the_desk_began_but_this_weeks_call() {
        let first: Vec<_> = all().iter().map(|set| set.from.to_string()).collect();
        let expected = ["2026-11-19", "2026-11-16", "2026-12-01", "2027-02-01"];
        assert_eq!(first, expected, "tomorrow, this week, after this month, after this quarter");
    }

    #[test]
    fn an_audit_of_before_is_offered_the_evidence_and_one_that_chose_is_not() {
        let audit = quarterly(Tz::UTC, "2026-11-18".parse().unwrap(), 1);
        let mut bare = audit.clone();
        bare.checklist.iter_mut().for_each(|item| item.pulls.clear());
        assert_eq!(with_evidence(&bare), Some(audit.clone()), "what the start-up’s items pull");
        assert_eq!(with_evidence(&audit), None, "its items pull already");
        let monthly = CadenceSet { rhythm: all().remove(0).rhythm, ..bare.clone() };
        assert_eq!(with_evidence(&monthly), None, "it looks back on no quarter");
        bare.checklist.retain(|item| item.item.as_str() == "incentives");
        assert_eq!(with_evidence(&bare), None, "nothing on record shows what it asks");
    }

    #[test]
    fn every_metric_beside_a_question_is_one_there_is() {
        for asked in [DAILY, WEEKLY, MONTHLY, QUARTERLY].into_iter().flatten() {
            for slug in asked.metrics {
                assert!(metric(slug).is_some(), "{}: there is no metric “{slug}”", asked.item);
            }
        }
    }

    #[test]
    fn every_question_says_what_to_look_at() {
        for item in all().iter().flat_map(|set| &set.checklist) {
            let question = item.question.words().unwrap();
            assert!(question.contains('?'), "{}: “{question}” asks nothing", item.item);
            assert!(item.guidance.is_some(), "{}: nobody knows where to look", item.item);
        }
        let names: BTreeSet<_> = all().iter().map(|set| set.cadence.to_string()).collect();
        assert_eq!(names.len(), 4, "four cadences");
    }
}
