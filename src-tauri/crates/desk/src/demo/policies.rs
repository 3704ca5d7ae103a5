//! Policies: two adopted in the third week, one of them in a second version in the summer, and who
//! put their name to them. Who came last has not yet; the training is a draft still.

use domain::decision::{DecisionKind, Verdict};

use super::PASSPHRASE;
use super::company::{MAREN, SALOME, TOBIAS};
use super::decisions::vote_on_all;
use super::story::Story;
use crate::Problem;
use crate::operations::{
    AskState, AttestPolicy, ChangeGiven, PolicyGiven, PolicyPage, PolicyQuery, ProposeDecision,
    RevisePolicy, SectionGiven, SettingGiven,
};

const USE: &str = "POL-0001";
const DOS_AND_DONTS: &str = "POL-0002";

/// Everybody who was there in the summer.
const EVERYBODY: [&str; 21] = [
    "PER-0001", "PER-0002", "PER-0003", "PER-0004", "PER-0005", "PER-0006", "PER-0007", "PER-0008",
    "PER-0009", "PER-0010", "PER-0011", "PER-0012", "PER-0013", "PER-0014", "PER-0015", "PER-0016",
    "PER-0017", "PER-0018", "PER-0019", "PER-0020", "PER-0021",
];

const WHY_FIRST: &str = "Everybody has read the drafts since the desk began; legal has changed two \
                         sentences on recordings.";
const WHY_SECOND: &str = "Two customers ask for sixty days, and nobody has opened a recording older \
                          than six weeks.";
const RECORDINGS: &str = "Call recordings and notes";
const SIXTY_DAYS: &str = "\n- Recordings and transcripts are deleted after 60 days, whatever another \
                          section says.";

/// Plans what is adopted when, and who attests it.
pub fn plan(story: &mut Story<'_>) {
    let days = story.days;
    story.plan(days.at(2, 1, 10, 20), MAREN, |story| {
        propose(story, USE, 1, WHY_FIRST)?;
        propose(story, DOS_AND_DONTS, 1, WHY_FIRST)
    });
    decided(story, 2);
    attested(story, 3, &[USE, DOS_AND_DONTS]);
    story.plan(days.at(14, 1, 9, 40), MAREN, revise);
    story.plan(days.at(14, 1, 10, 20), MAREN, |story| propose(story, USE, 2, WHY_SECOND));
    decided(story, 14);
    attested(story, 15, &[USE]);
}

/// Legal agrees the day after, and the sponsor approves.
fn decided(story: &mut Story<'_>, week: u64) {
    for (by, hour, verdict) in [(SALOME, 9, Verdict::Agree), (TOBIAS, 16, Verdict::Approve)] {
        story.plan(story.days.at(week, 2, hour, 30), by, move |story| {
            vote_on_all(story.desk, DecisionKind::PolicyAdoption, verdict)
        });
    }
}

/// Over the next three days everybody whom it asks attests it.
fn attested(story: &mut Story<'_>, week: u64, policies: &'static [&'static str]) {
    for (place, person) in (0_u32..).zip(EVERYBODY) {
        let (day, minute) = (u64::from(place % 3), 2 * (place / 3));
        story.plan(story.days.at(week, day, 13, 2 + minute), person, move |story| {
            policies.iter().try_for_each(|policy| attest(story, policy))
        });
    }
}

fn attest(story: &mut Story<'_>, policy: &str) -> Result<(), Problem> {
    let page = read(story, policy)?;
    let waits = page.row.mine.as_ref().is_some_and(|mine| mine.state != AskState::Attested);
    let told = page.versions.iter().find(|version| version.in_force);
    let Some(told) = told.filter(|_| waits) else { return Ok(()) };
    let (policy, hash, passphrase) = (policy.to_owned(), told.hash.clone(), PASSPHRASE.into());
    story.desk.attest_policy(AttestPolicy { policy, hash, passphrase }).map(|_| ())
}

fn propose(story: &mut Story<'_>, policy: &str, version: u32, why: &str) -> Result<(), Problem> {
    let page = read(story, policy)?;
    let told = page.versions.into_iter().find(|one| one.version == version);
    let told = told.ok_or_else(|| Problem::internal(format!("no version {version}")))?;
    let title = told.title.unwrap_or_default();
    let given = SettingGiven::Policy { policy: policy.to_owned(), version, hash: told.hash };
    let proposal = ProposeDecision {
        kind: DecisionKind::PolicyAdoption,
        title: format!("Adopt version {version} of {title}"),
        rationale: why.to_owned(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Setting { given },
    };
    story.desk.propose_decision(proposal).map(|_| ())
}

/// Recordings are kept for a shorter time.
fn revise(story: &mut Story<'_>) -> Result<(), Problem> {
    let page = read(story, USE)?;
    let last = page.versions.into_iter().next();
    let last = last.ok_or_else(|| Problem::internal("no version"))?;
    let sections = last.sections.into_iter().map(|section| {
        let heading = section.heading.unwrap_or_default();
        let mut body = section.body.unwrap_or_default();
        if heading == RECORDINGS {
            body.push_str(SIXTY_DAYS);
        }
        SectionGiven { heading, body }
    });
    let given = PolicyGiven {
        title: last.title.unwrap_or_default(),
        kind: last.kind,
        sections: sections.collect(),
        roles: Vec::new(),
        again_days: last.again_days,
    };
    let (policy, why) = (USE.to_owned(), "Two customers ask for it.".to_owned());
    story.desk.revise_policy(RevisePolicy { policy, seen: 1, given, why }).map(|_| ())
}

fn read(story: &mut Story<'_>, policy: &str) -> Result<PolicyPage, Problem> {
    story.desk.policy(PolicyQuery { policy: policy.to_owned() })
}
