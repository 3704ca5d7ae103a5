//! The one finding that RevOps has put off, and why.

use domain::rule::Rule;

use super::company::{MAREN, in_days};
use super::story::{Story, on};
use crate::Problem;
use crate::operations::{FindingsQuery, PutOffFinding};

const REASON: &str = "The vendor’s auditor has the report in hand; the certificate is promised for \
                      the end of the month.";

/// On the last working day, what runs out soon is put off for a fortnight.
pub fn plan(story: &mut Story<'_>) {
    story.plan(on(story.days.last_working(), 15, 55), MAREN, put_off);
}

fn put_off(story: &mut Story<'_>) -> Result<(), Problem> {
    let groups = story.desk.findings(FindingsQuery::default())?.groups;
    let mut found = groups.into_iter().flat_map(|group| group.findings);
    let Some(found) = found.find(|one| one.rule == Rule::CertificationLasts) else { return Ok(()) };
    let put = PutOffFinding {
        rule: found.rule,
        about: found.about,
        part: found.part,
        until: in_days(&story.days, 14),
        reason: REASON.to_owned(),
    };
    story.desk.put_off_finding(put).map(|_| ())
}
