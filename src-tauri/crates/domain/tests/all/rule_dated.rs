//! Rules: since when each does not hold, and how each finding is put off and comes back.

use domain::rule::{
    About, Broken, FindingPutOff, PutOff, Since, Version, matrix_since, put_off, workflow_since,
};

use crate::rule::{Whole, breaks};
use crate::support::*;

/// What was changed stood sound since entry 20 of 1 September, and stands broken since entry 40 of
/// 10 November. Line by line as [`breaks`] breaks the rules.
const SINCE: &str = "
launch.permissions-tiered      | entry 40, 2026-11-10
launch.write-stage             | entry 40, 2026-11-10
launch.owner                   | entry 40, 2026-11-10
launch.owner                   | entry 40, 2026-11-10
launch.approver                | entry 40, 2026-11-10
launch.approver                | entry 40, 2026-11-10
launch.kill-switch             | entry 40, 2026-11-10
launch.kill-switch             | entry 40, 2026-11-10
launch.data-risk               | entry 40, 2026-11-10
launch.always-approved         | entry 40, 2026-11-10
launch.hard-limits             | entry 40, 2026-11-10
launch.hard-limits             | entry 40, 2026-11-10
launch.hard-limits             | entry 40, 2026-11-10
launch.timeboxed               | entry 40, 2026-11-10
launch.monitored               | entry 40, 2026-11-10
launch.monitored               | entry 20, 2026-09-01
launch.rollback-plan           | entry 40, 2026-11-10
launch.discount-bounded        | entry 40, 2026-11-10
launch.enrichment-keeps        | entry 40, 2026-11-10
launch.first-touch             | entry 40, 2026-11-10
launch.risky-messages          | entry 40, 2026-11-10
launch.logs                    | entry 40, 2026-11-10
launch.logs                    | entry 40, 2026-11-10
launch.certification           | entry 40, 2026-11-10
launch.certification           | 2026-11-16
launch.certification           | entry 40, 2026-11-10
conduct.launch-decided         | entry 40, 2026-11-10
conduct.requester-apart        | entry 40, 2026-11-10
conduct.requester-apart        | nobody can say
conduct.repeated-overrides     | entry 90, 2026-11-12
conduct.exception-in-time      | 2026-11-13
conduct.permit-kept            | entry 92, 2026-11-14
conduct.postmortem-written     | 2026-11-16
conduct.drill-held             | 2026-11-16
conduct.stop-confirmed         | entry 91, 2026-11-13
conduct.baseline-held          | 2026-11-16
conduct.metric-measured        | 2026-11-09
conduct.certification-lasts    | entry 40, 2026-11-10
conduct.workflow-reviewed      | 2026-11-16
conduct.workflow-reviewed      | entry 40, 2026-11-10
conduct.reviews-held           | 2026-11-09
conduct.policy-attested        | 2026-11-12
raci.one-accountable           | entry 40, 2026-11-10
raci.one-responsible           | entry 40, 2026-11-10
raci.accountable-named         | entry 40, 2026-11-10
raci.role-held                 | entry 40, 2026-11-10
raci.not-too-much              | entry 40, 2026-11-10
raci.approver-apart            | entry 40, 2026-11-10
raci.workflow-covered          | entry 40, 2026-11-10
raci.workflow-covered          | entry 20, 2026-09-01
";

/// What broke a rule: sound first, then broken.
fn broken_by(break_it: fn(&mut Whole)) -> (Whole, Broken, Option<Since>) {
    let (sound, mut whole) = (Whole::sound(), Whole::sound());
    break_it(&mut whole);
    let broken = whole.broken().remove(0);
    let since = match &broken.about {
        About::Workflow(_) => workflow_since(
            &whole.among,
            &[
                Version { what: whole.workflow.clone(), entry: 40, on: day("2026-11-10") },
                Version { what: sound.workflow, entry: 20, on: day("2026-09-01") },
            ],
            &broken,
        ),
        About::Matrix(_) => matrix_since(
            &whole.among,
            &[
                Version { what: whole.matrix.clone(), entry: 40, on: day("2026-11-10") },
                Version { what: sound.matrix, entry: 20, on: day("2026-09-01") },
            ],
            &broken,
        ),
        About::Metric(_)
        | About::Cadence(_)
        | About::Exception(_)
        | About::Permit(_)
        | About::Policy(_)
        | About::Workspace => broken.made,
    };
    (whole, broken, since)
}

#[test]
fn each_broken_rule_is_dated_by_the_entry_or_the_day_that_broke_it() {
    let told: Vec<Vec<&str>> =
        SINCE.lines().skip(1).map(|line| line.split('|').map(str::trim).collect()).collect();
    let breaks = breaks();
    assert_eq!(told.len(), breaks.len(), "every way to break a rule has its line");
    for (place, ((rule, _, break_it), told)) in breaks.into_iter().zip(told).enumerate() {
        let (_, broken, since) = broken_by(break_it);
        assert_eq!((broken.rule, rule.id()), (rule, told[0]), "line {place} is of this rule");
        let since = match since {
            Some(Since { on, entry: Some(entry) }) => format!("entry {entry}, {on}"),
            Some(Since { on, entry: None }) => on.to_string(),
            None => "nobody can say".to_owned(),
        };
        assert_eq!(since, told[1], "line {place}, {rule}");
    }
}

#[test]
fn each_finding_is_put_off_to_its_day_and_is_back_when_it_comes_anew() {
    for (rule, part, break_it) in breaks() {
        let (whole, broken, since) = broken_by(break_it);
        let terms = FindingPutOff {
            rule,
            about: broken.about.to_string(),
            part: part.map(str::to_owned),
            until: day("2026-12-01"),
        };
        let standing = &whole.among.standing;
        let put = |found: &[Broken]| {
            code(&put_off(standing, MAREN, found, None, terms.clone(), "The vendor promised it."))
        };
        assert_eq!(put(std::slice::from_ref(&broken)), "done", "{rule} can be put off");
        assert_eq!(
            put(&Whole::sound().broken()),
            "finding-gone",
            "{rule}: where it holds, nothing"
        );
        let put = PutOff { terms: terms.clone(), entry: 95, on: standing.today };
        let anew = |entry, on| Some(Since { on: day(on), entry });
        for (on, since, covered, why) in [
            ("2026-11-30", since, true, "the day before"),
            ("2026-12-01", since, false, "on its day it is back"),
            ("2026-11-30", anew(Some(96), "2026-11-20"), false, "an entry broke it anew"),
            ("2026-11-30", anew(None, "2026-11-20"), false, "a day broke it anew"),
        ] {
            assert_eq!(put.covers(&broken, since, day(on)), covered, "{rule} on {on}: {why}");
        }
    }
}
