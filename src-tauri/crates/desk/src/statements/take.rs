//! Taking statements in: reading them, and entering what they approve.

use domain::people::{self, SignedStatement};
use domain::{PersonRef, Refusal};
use ledger::statement::Request;
use ledger::text::SealedText;

use super::asks::Understood;
use super::judge::{Bench, Read};
use super::{Asks, OpenStatements, StatementRow, StatementsView, TakeStatements};
use crate::door::Entering;
use crate::files::Grant;
use crate::operations::Nothing;
use crate::people::{Names, PeopleView};
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
        let refused = asked.and_then(|(request, understood)| {
            decide(&came, &request, &understood, &bench, PersonRef::new(0)).map(|_| ())
        });
        Ok(StatementsView { asks, statements: rows, refused: refused.err() })
    }

    /// See the list of operations.
    pub fn take_statements(&mut self, request: TakeStatements) -> Result<PeopleView, Problem> {
        let came = self.came(&request.grants)?;
        let open = self.open()?;
        let (asked, understood) = asked(&came, open)?;
        let (ws, carried) = (open.ws.clone(), carried(&came));
        let why = request.why.as_deref().unwrap_or_default();
        self.act_carrying(&request.passphrase, why, |act| {
            let bench = Bench::new(&ws, act.view, act.now)?;
            let event = decide(&came, &asked, &understood, &bench, act.by)?;
            Ok(vec![Entering { event, carried }])
        })?;
        self.sign_out_without_key()?;
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
    let (person, new) = (understood.person, understood.new.clone());
    understood.held_against(bench.view, bench.now)?;
    // With the old key at hand its holder replaces it alone; statements are for others.
    if by == person {
        return Err(Refusal::OwnStatement { person }.into());
    }
    for by in &attested {
        people::may_vouch(&bench.standing, *by, person)?;
    }
    let old = understood.old(&bench.standing).ok_or(Refusal::NoSuchKey { person })?;
    let standing = &bench.standing;
    Ok(people::replace(standing, by, person, &old, new, statements, &attested)?)
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
                Ok((request, understood)) => bench.judge(read, request).and_then(|()| {
                    Ok(people::may_vouch(&bench.standing, read.by, understood.person)?)
                }),
                Err(problem) => Err(problem.clone()),
            };
            // A signer whom this workspace does not know has no name here.
            let ours = bench.standing.must_be_here(read.by).is_ok();
            StatementRow {
                by: Some(read.by.to_string()),
                name: ours.then(|| names.person(read.by)),
                roles: bench.standing.roles_of(read.by).map(|role| names.role(role)).collect(),
                verdict: Some(read.statement.verdict.clone()),
                reason: read.reason(),
                at: Some(read.statement.at.clone()),
                refused: judged.err(),
                ..empty
            }
        }
    }
}

impl Asks {
    /// The person it is about, by reference.
    pub fn about(&self) -> &str {
        match self {
            Self::KeyReplacement(asked) => &asked.person,
        }
    }
}
