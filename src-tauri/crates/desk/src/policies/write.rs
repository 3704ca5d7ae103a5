//! Writing policies: a new one, the next version of one, and those that a workspace begins with.

use domain::policy::{self, Kind, Terms, Written};
use domain::workspace::startup;
use domain::{PolicyRef, Refusal, RoleId};

use super::{
    DraftPolicy, PoliciesView, PolicyGiven, PolicyPage, PolicyQuery, RevisePolicy, versions,
};
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn draft_policy(&mut self, request: DraftPolicy) -> Result<PolicyPage, Problem> {
        let mut next = None;
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let policy = act.view.next_policy()?;
            next = Some(policy);
            Ok(vec![policy::draft(&standing, act.by, policy, &written(&request.given))?])
        })?;
        let policy = next.map(|policy: PolicyRef| policy.to_string()).unwrap_or_default();
        self.policy(PolicyQuery { policy })
    }

    /// See the list of operations.
    pub fn revise_policy(&mut self, request: RevisePolicy) -> Result<PolicyPage, Problem> {
        let policy: PolicyRef = request.policy.parse()?;
        self.act_because(&request.why, |act| {
            let standing = standing(act.view, act.now)?;
            let versions = versions(act.view, policy)?;
            let last = versions.last().ok_or_else(|| Problem::internal("no version"))?;
            if last.version != request.seen {
                let says =
                    format!("Version {} of {policy} was written since you looked.", last.version);
                return Err(Problem::new("changed-meanwhile", says));
            }
            let latest = (last.version, &last.terms);
            let written = written(&request.given);
            Ok(vec![policy::revise(&standing, act.by, policy, latest, &written)?])
        })?;
        self.policy(PolicyQuery { policy: request.policy })
    }

    /// See the list of operations.
    pub fn take_start_up_policies(&mut self, _: Nothing) -> Result<PoliciesView, Problem> {
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            // Who has policies of their own gets no others beside them.
            if act.view.next_policy()? != PolicyRef::new(1) {
                return Err(Refusal::NothingChanged.into());
            }
            let drafts = startup::policies(PolicyRef::new(1)).into_iter();
            drafts
                .map(|drafted| {
                    let given = given(&drafted.terms);
                    Ok(policy::draft(&standing, act.by, drafted.policy, &written(&given))?)
                })
                .collect()
        })?;
        self.policies(Nothing {})
    }
}

fn written(given: &PolicyGiven) -> Written<'_> {
    let sections = given.sections.iter();
    Written {
        title: &given.title,
        kind: given.kind,
        sections: sections.map(|one| (one.heading.as_str(), one.body.as_str())).collect(),
        roles: given.roles.iter().map(RoleId::new).collect(),
        again_days: given.again_days,
    }
}

/// What somebody would have written to say this.
fn given(terms: &Terms) -> PolicyGiven {
    let words = |text: &domain::Text| text.words().unwrap_or_default().to_owned();
    let kind: Kind = terms.kind;
    PolicyGiven {
        title: words(&terms.title),
        kind,
        sections: terms
            .sections
            .iter()
            .map(|one| super::SectionGiven { heading: words(&one.heading), body: words(&one.body) })
            .collect(),
        roles: terms.roles.iter().map(ToString::to_string).collect(),
        again_days: terms.again_days,
    }
}
