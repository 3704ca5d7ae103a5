//! Taking statements in: reading them, and entering what they approve.

use domain::decision::Verdict;
use domain::people::{self, SignedStatement, Vouched};
use domain::{PersonRef, Refusal};
use ledger::statement::Request;
use ledger::text::SealedText;

use super::asks::{Meant, Understood};
use super::judge::{Bench, Read};
use super::{Asks, OpenStatements, StatementRow, StatementsView, TakeStatements};
use crate::decisions::{ProposalRead, VoteEntering, enter_vote, held_against};
use crate::door::{Covering, Entering};
use crate::files::Grant;
use crate::operations::Nothing;
use crate::people::{Names, PeopleView, signed_over};
use crate::reviews::CountersignatureRead;
use crate::workspace::Open;
use crate::{Desk, Problem};

/// A file that came back: its name, and the statement in it or why it has none.
struct Came {
    file: String,
    read: Result<Read, Problem>,
}

impl Desk {
    /// See the list of operations.
    pub fn open_statements(&mut self, request: OpenStatements) -> Result<StatementsView, Problem> {
        let came = self.came(&request.grants)?;
        let open = self.open()?;
        let view = open.store.now();
        let bench = Bench::new(&open.ws, &view, self.clock.now())?;
        let names = Names::of(&view)?;
        let asked = asked(&came, open);
        let rows = came.iter().map(|came| row(came, &asked, &bench, &names)).collect();
        let asks = asked.as_ref().ok().map(|(_, understood)| understood.asks.clone());
        let refused = asked.and_then(|(request, understood)| match &understood.meant {
            Meant::NewKey { .. } => {
                decide(&came, &request, &understood, &bench, PersonRef::new(0)).map(|_| ())
            }
            Meant::Seed(_) => came.iter().try_for_each(|came| {
                let read = came.read.as_ref().map_err(Clone::clone)?;
                seeded(read, &request, &bench).map(|_| ())
            }),
            Meant::Countersignature(review) => only(&came)
                .and_then(|read| countersigns(read, &request, review, &bench).map(|_| ())),
            Meant::Attestations(_) => came.iter().try_for_each(|came| {
                let read = came.read.as_ref().map_err(Clone::clone)?;
                attested(read, &request, &bench).map(|_| ())
            }),
            Meant::Votes(read) => came.iter().try_for_each(|came| {
                let vote = came.read.as_ref().map_err(Clone::clone)?;
                counts(&voted(vote, &request, read, &bench)?, &bench)
            }),
        });
        Ok(StatementsView { asks, statements: rows, refused: refused.err() })
    }

    /// See the list of operations.
    pub fn take_statements(&mut self, request: TakeStatements) -> Result<PeopleView, Problem> {
        let mut came = self.came(&request.grants)?;
        let open = self.open()?;
        let (asked, understood) = asked(&came, open)?;
        let ws = open.ws.clone();
        let why = request.why.as_deref().unwrap_or_default();
        match &understood.meant {
            Meant::NewKey { .. } => {
                let carried = carried(&came);
                self.act_carrying(&request.passphrase, why, |act| {
                    let bench = Bench::new(&ws, act.view, act.now)?;
                    let event = decide(&came, &asked, &understood, &bench, act.by)?;
                    Ok(vec![Entering { event, carried }])
                })?;
                self.sign_out_without_key()?;
            }
            Meant::Seed(_) => {
                // A second one would find the sample drawn.
                let mut left = came.iter();
                self.act_in_steps(&request.passphrase, why, |act| {
                    let Some(came) = left.next() else { return Ok(None) };
                    let bench = Bench::new(&ws, act.view, act.now)?;
                    let read = came.read.as_ref().map_err(Clone::clone)?;
                    let event = seeded(read, &asked, &bench)?;
                    let carried = crate::decisions::carried(&read.response.texts);
                    Ok(Some(vec![Entering { event, carried }]))
                })?;
            }
            Meant::Countersignature(review) => {
                let read = only(&came)?;
                let covering = Covering { review: &review.review, cosigned: false };
                self.act_carrying_covered(&request.passphrase, why, covering, |act| {
                    let bench = Bench::new(&ws, act.view, act.now)?;
                    let event = countersigns(read, &asked, review, &bench)?;
                    let carried = crate::decisions::carried_in("signed", &read.response.texts);
                    Ok(vec![Entering { event, carried }])
                })?;
            }
            Meant::Attestations(_) => {
                let mut left = came.iter();
                self.act_in_steps(&request.passphrase, why, |act| {
                    let Some(came) = left.next() else { return Ok(None) };
                    let bench = Bench::new(&ws, act.view, act.now)?;
                    let read = came.read.as_ref().map_err(Clone::clone)?;
                    let event = attested(read, &asked, &bench)?;
                    let carried = crate::decisions::carried(&read.response.texts);
                    Ok(Some(vec![Entering { event, carried }]))
                })?;
            }
            Meant::Votes(read) => {
                // Who is consulted is heard before those who decide.
                came.sort_by_key(|came| came.read.as_ref().is_ok_and(decides));
                let mut left = came.iter();
                self.act_in_steps(&request.passphrase, why, |act| {
                    let Some(came) = left.next() else { return Ok(None) };
                    let bench = Bench::new(&ws, act.view, act.now)?;
                    let vote = came.read.as_ref().map_err(Clone::clone)?;
                    let given = voted(vote, &asked, read, &bench)?;
                    enter_vote(act.view, &given, act.now).map(Some)
                })?;
            }
        }
        self.people(Nothing {})
    }

    fn came(&self, grants: &[Grant]) -> Result<Vec<Came>, Problem> {
        let open = self.open()?;
        grants
            .iter()
            .map(|grant| {
                let (file, response) = self.read_statement(grant)?;
                let read = response.and_then(|response| Read::of(response, open));
                Ok(Came { file, read })
            })
            .collect()
    }
}

/// The request that the first readable statement answers.
fn asked(came: &[Came], open: &Open) -> Result<(Request, Understood), Problem> {
    let request = came.iter().find_map(|came| came.read.as_ref().ok()?.response.request.as_ref());
    let Some(request) = request else {
        let first = came.iter().find_map(|came| came.read.as_ref().err());
        return Err(first.cloned().unwrap_or_else(|| {
            let says =
                "No statement says which request it answers. Choose the files that came back.";
            Problem::new("statement-unreadable", says)
        }));
    };
    if request.ws != open.ws {
        let by = came.iter().find_map(|came| Some(came.read.as_ref().ok()?.by));
        let by = by.unwrap_or(PersonRef::new(0));
        return Err(Refusal::StatementForeign { by }.into());
    }
    Ok((request.clone(), Understood::of(request)?))
}

/// The event that the statements approve, or why they do not.
fn decide(
    came: &[Came],
    request: &Request,
    understood: &Understood,
    bench: &Bench<'_>,
    by: PersonRef,
) -> Result<domain::Event, Problem> {
    let mut attested = Vec::new();
    let mut statements = Vec::new();
    for came in came {
        let read = came.read.as_ref().map_err(Clone::clone)?;
        bench.judge(read, request)?;
        if attested.contains(&read.by) {
            return Err(Refusal::StatementAgain { by: read.by }.into());
        }
        attested.push(read.by);
        let value = read.response.signed.to_value();
        statements
            .push(serde_json::from_value::<SignedStatement>(value).map_err(Problem::internal)?);
    }
    let Meant::NewKey { person, new } = &understood.meant else {
        return Err(Problem::internal("votes are entered one by one"));
    };
    let (person, new) = (*person, new.clone());
    understood.held_against(bench.view, bench.now)?;
    // With the old key at hand its holder replaces it alone; statements are for others.
    if by == person {
        return Err(Refusal::OwnStatement { person }.into());
    }
    for by in &attested {
        people::may_vouch(&bench.standing, *by, person)?;
    }
    let old = people::replaceable(&bench.standing, person).map(|key| key.key.clone());
    let old = old.ok_or(Refusal::NoSuchKey { person })?;
    let standing = &bench.standing;
    let then = signed_over(bench.view, person)?.standing(standing.today)?;
    let vouched = Vouched { by: &attested, then: &then };
    Ok(people::replace(standing, by, person, &old, new, statements, vouched)?)
}

/// The draw that a statement makes, once it holds.
fn seeded(read: &Read, request: &Request, bench: &Bench<'_>) -> Result<domain::Event, Problem> {
    bench.judge(read, request)?;
    let sample = crate::samples::found(bench.view, &request.about)?;
    crate::samples::drawn(bench.view, &sample, read.by, &read.response.signed, bench.now)
}

/// The attestation that a statement is, once it holds.
fn attested(read: &Read, request: &Request, bench: &Bench<'_>) -> Result<domain::Event, Problem> {
    bench.judge(read, request)?;
    let (policy, signed) = (request.about.parse()?, &read.response.signed);
    crate::policies::attested(bench.view, policy, read.by, signed, bench.now)
}

/// The countersignature that a statement is, once it holds.
fn countersigns(
    read: &Read,
    request: &Request,
    review: &CountersignatureRead,
    bench: &Bench<'_>,
) -> Result<domain::Event, Problem> {
    bench.judge(read, request)?;
    crate::reviews::countersigned(bench.view, review, read.by, &read.response.signed, bench.now)
}

/// The statement, where one alone is of use.
fn only(came: &[Came]) -> Result<&Read, Problem> {
    match came {
        [one] => one.read.as_ref().map_err(Clone::clone),
        [] | [_, _, ..] => {
            let says = "A review is countersigned once. Add the one statement that came back.";
            Err(Problem::new("bad-request", says))
        }
    }
}

/// The vote a statement is, once it holds and its proposal is the one in the record.
fn voted(
    read: &Read,
    request: &Request,
    proposal: &ProposalRead,
    bench: &Bench<'_>,
) -> Result<VoteEntering, Problem> {
    bench.judge(read, request)?;
    held_against(bench.view, proposal, bench.now)?;
    let verdict =
        Verdict::of(&read.statement.verdict).ok_or(Refusal::StatementAltered { by: read.by })?;
    let statement = serde_json::from_value(read.response.signed.to_value());
    Ok(VoteEntering {
        decision: request.about.clone(),
        by: read.by,
        verdict,
        statement: statement.map_err(Problem::internal)?,
        texts: read.response.texts.clone(),
        signed: read.statement.at.parse().map_err(Problem::internal)?,
    })
}

/// Refuses a vote that would not count as the record stands.
fn counts(given: &VoteEntering, bench: &Bench<'_>) -> Result<(), Problem> {
    enter_vote(bench.view, given, bench.now).map(|_| ())
}

fn decides(read: &Read) -> bool {
    Verdict::of(&read.statement.verdict).is_some_and(Verdict::decides)
}

/// The texts of the statements, where the entry's body will commit to them.
fn carried(came: &[Came]) -> Vec<SealedText> {
    let read = came.iter().filter_map(|came| came.read.as_ref().ok());
    read.enumerate()
        .flat_map(|(place, read)| {
            read.response.texts.iter().map(move |text| SealedText {
                path: format!("/event/statements/{place}/statement{}", text.path),
                ..text.clone()
            })
        })
        .collect()
}

fn row(
    came: &Came,
    asked: &Result<(Request, Understood), Problem>,
    bench: &Bench<'_>,
    names: &Names,
) -> StatementRow {
    let empty = StatementRow {
        file: came.file.clone(),
        by: None,
        name: None,
        roles: Vec::new(),
        verdict: None,
        reason: None,
        at: None,
        refused: None,
    };
    match &came.read {
        Err(problem) => StatementRow { refused: Some(problem.clone()), ..empty },
        Ok(read) => {
            let judged = match asked {
                Ok((request, understood)) => match &understood.meant {
                    Meant::NewKey { person, .. } => bench
                        .judge(read, request)
                        .and_then(|()| Ok(people::may_vouch(&bench.standing, read.by, *person)?)),
                    Meant::Votes(proposal) => voted(read, request, proposal, bench)
                        .and_then(|given| counts(&given, bench)),
                    Meant::Seed(_) => seeded(read, request, bench).map(|_| ()),
                    Meant::Attestations(_) => attested(read, request, bench).map(|_| ()),
                    Meant::Countersignature(review) => {
                        countersigns(read, request, review, bench).map(|_| ())
                    }
                },
                Err(problem) => Err(problem.clone()),
            };
            // What a plan settles says nothing of when it was signed.
            let settled = asked.as_ref().is_ok_and(|(_, understood)| understood.is_settled());
            // A signer whom this workspace does not know has no name here.
            let ours = bench.standing.must_be_here(read.by).is_ok();
            StatementRow {
                by: Some(read.by.to_string()),
                name: ours.then(|| names.person(read.by)),
                roles: bench.standing.roles_of(read.by).map(|role| names.role(role)).collect(),
                verdict: Some(read.statement.verdict.clone()),
                reason: read.reason(),
                at: Some(read.statement.at.clone()).filter(|_| !settled),
                refused: judged.err(),
                ..empty
            }
        }
    }
}

impl Asks {
    /// What it is about, by reference: a person, a decision.
    pub fn about(&self) -> &str {
        match self {
            Self::KeyReplacement(asked) => &asked.person,
            Self::Vote(asked) => &asked.decision,
            Self::Seed(asked) => &asked.sample,
            Self::Attestation(asked) => &asked.policy,
            Self::Countersignature(asked) => &asked.review,
        }
    }
}
