//! What the team holds to be evidence for a requirement beside what the desk finds itself.

use domain::Refusal;

use super::company::RAFAEL;
use super::story::Story;
use crate::Problem;
use crate::operations::{CoverageQuery, EvidenceQuery, MapRequirement, ShownBy};

/// Security's answer to the question whether calls are analysed without anybody being told.
const ANNOUNCED: (&str, &str, &str) = (
    "Announcement at the start of each recorded call",
    "AIACT-50(3)",
    "Each recorded call says at its start that software listens and sums it up, so nobody is \
     analysed untold.",
);

/// Plans it, after the evidence was captured.
pub fn plan(story: &mut Story<'_>) {
    story.plan(story.days.at(23, 3, 9, 40), RAFAEL, map);
}

fn map(story: &mut Story<'_>) -> Result<(), Problem> {
    let (title, requirement, reason) = ANNOUNCED;
    let evidence = story.desk.evidence(EvidenceQuery::default())?.rows;
    let piece = evidence.into_iter().find(|piece| piece.title.as_deref() == Some(title));
    let piece = piece.ok_or_else(|| Refusal::Unknown { reference: title.to_owned() })?;
    let request = MapRequirement {
        requirement: requirement.to_owned(),
        shown: ShownBy::Thing { reference: piece.evidence },
        reason: reason.to_owned(),
        within: CoverageQuery::default(),
    };
    story.desk.map_requirement(request).map(|_| ())
}
