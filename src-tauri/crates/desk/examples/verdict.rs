//! Measures what judging every act again asks of the desk: 500
//! workflows, and so many decisions that were proposed, approved and applied; once with half of them
//! and once with all, because it must not get slower per decision. `verdict FOLDER`.

mod ground;

use std::path::Path;
use std::time::Instant;

use desk::operations::{
    ChangeGiven, CreateWorkspace, DecisionQuery, GiveVotes, ProposeDecision, SignIn, Sponsor,
    Verdict as Proven, Verify, VoteGiven,
};
use desk::{Desk, Grant, Profile};
use domain::Event;
use domain::decision::{DecisionKind, Verdict};
use domain::workflow::{Status, WorkflowRegistered};
use domain::workspace::StartUpSet;
use ground::workflows::{WORKFLOWS, workflows};

/// Decisions after the first half, and signed in one sitting.
const HALF: u32 = 500;
const SITTING: u32 = 100;
const SPONSORS: &str = "copper lantern fjord";

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let folder = ground::folder("verdict")?;
    let (file, profile) = (folder.join("decided.countersign"), folder.join("profile"));
    let mut desk = ground::desk(Profile::at(profile.clone()));
    found(&mut desk, &file)?;
    ground::fill(&Profile::at(profile.clone()), &file, |_| workflows(1).map(as_a_draft))?;
    let mut desk = ground::desk(Profile::at(profile));
    desk.open_path(&file)?;
    let before = verified(&mut desk)?;
    decide(&mut desk)?;
    let half = verified(&mut desk)? - before;
    decide(&mut desk)?;
    let whole = verified(&mut desk)? - before;
    let each = |taken: f64, decisions: u32| taken * 1000.0 / f64::from(decisions);
    println!(
        "half_ms={:.3} whole_ms={:.3} whole_s={whole:.2} decisions={}",
        each(half, HALF),
        each(whole, 2 * HALF),
        2 * HALF
    );
    Ok(())
}

/// Nothing is live without a decision, or the verdict says so.
fn as_a_draft(event: Event) -> Event {
    let Event::WorkflowRegistered(one) = event else { return event };
    WorkflowRegistered { status: Status::Draft, ..one }.into()
}

fn found(desk: &mut Desk, file: &Path) -> Result<(), Failed> {
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: "A thousand decisions".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        fiscal_start: 1,
        founder: "Ada Okafor".to_owned(),
        passphrase: ground::PASSPHRASE.into(),
        sponsor: Some(Sponsor {
            name: "Bo Lindqvist".to_owned(),
            passphrase: Some(SPONSORS.into()),
        }),
        sets: StartUpSet::ALL.to_vec(),
    };
    desk.create_at(file, request, false)?;
    Ok(())
}

/// Half of the decisions: each proposed by the founder about another workflow, approved by the
/// sponsor with the last vote that it takes.
fn decide(desk: &mut Desk) -> Result<(), Failed> {
    for _ in 0..HALF / SITTING {
        sign_in(desk, "PER-0001", ground::PASSPHRASE)?;
        let mut votes = Vec::new();
        for number in 0..SITTING {
            let workflow = domain::WorkflowRef::new(1 + number * 7 % WORKFLOWS).to_string();
            let what = "A pilot with ten accounts".to_owned();
            let proposed = desk.propose_decision(ProposeDecision {
                kind: DecisionKind::Other,
                title: "A pilot".to_owned(),
                rationale: "It earned it.".to_owned(),
                rollback_plan: "End it.".to_owned(),
                evidence: Vec::new(),
                change: ChangeGiven::Request { what, workflow: Some(workflow), permit: None },
            })?;
            let decision = proposed.row.decision;
            let subject = desk.decision(DecisionQuery { decision: decision.clone() })?.subject;
            let (verdict, reason) = (Verdict::Approve, String::new());
            votes.push(VoteGiven { decision, subject, verdict, reason });
        }
        sign_in(desk, "PER-0002", SPONSORS)?;
        desk.give_votes(GiveVotes { votes, passphrase: SPONSORS.into() })?;
    }
    Ok(())
}

fn sign_in(desk: &mut Desk, person: &str, passphrase: &str) -> Result<(), Failed> {
    let (person, passphrase) = (person.to_owned(), passphrase.into());
    desk.sign_in(SignIn { person, passphrase })?;
    Ok(())
}

/// Seconds that verifying takes.
fn verified(desk: &mut Desk) -> Result<f64, Failed> {
    let start = Instant::now();
    let proof = desk.verify(Verify::default())?;
    let taken = start.elapsed().as_secs_f64();
    if proof.rules.verdict != Proven::Holds {
        return Err(format!("it should hold: {:?}", proof.faults.first()).into());
    }
    Ok(taken)
}
