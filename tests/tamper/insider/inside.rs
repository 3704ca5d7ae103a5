//! What an insider has: the operator's role, passphrase and key, the machine's key, the file, the
//! profile, and every operation of the desk. Not the sponsor's passphrase, nor their machine.

use std::path::{Path, PathBuf};

use desk::files::NamedFiles;
use desk::operations::{
    AddPerson, AddWorkflow, BringKeyFile, ChangeGiven, CreateWorkspace, DecisionQuery,
    DecisionView, DescribeWorkflow, EnrolKey, GiveVotes, Given, LimitsShown, OpenRequest,
    PermissionGiven, ProposeDecision, RequestView, RequestVotes, SaveKeyFile, SetWorkflowStatus,
    SignIn, SignRequest, Sponsor, TakeStatements, VoteGiven, WorkflowQuery,
};
use desk::{Clock, Desk, Grant, Problem, Profile, SetClock};
use domain::decision::{DecisionKind, Verdict};
use domain::workflow::{ActionKind, Permitted, Status, WriteStage};
use domain::workspace::StartUpSet;
use tempfile::TempDir;

/// The insider: founder, RevOps.
pub const HE: &str = "PER-0001";
/// Who would have to sign.
pub const SPONSOR: &str = "PER-0002";
/// Holds Legal.
pub const LEGAL: &str = "PER-0003";
/// Holds Security.
pub const SECURITY: &str = "PER-0004";
/// His passphrase.
pub const HIS: &str = "violet anvil kettle";
/// The sponsor's, which he does not know.
const SPONSORS: &str = "copper lantern fjord";
/// Legal's and Security's, which he does not know either.
const OTHERS: &str = "amber thicket sloop";

/// A workflow that is live on tier 1.
pub const LIVE: &str = "WF-0001";
/// A draft that nothing keeps from its launch.
pub const DRAFT: &str = "WF-0002";

/// A company on its Monday, as every attempt finds it.
pub struct Company {
    folder: TempDir,
}

impl Company {
    /// Founded, with four people, a live workflow and a draft.
    pub fn founded() -> Self {
        let inside = Inside::at(tempfile::tempdir().unwrap());
        inside.found();
        Self { folder: inside.folder }
    }

    /// The same once more, for another attempt.
    pub fn again(&self) -> Inside {
        let folder = tempfile::tempdir().unwrap();
        copy(self.folder.path(), folder.path());
        Inside::at(folder)
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// One attempt.
pub struct Inside {
    folder: TempDir,
    /// What the clocks say.
    pub clock: SetClock,
}

impl Inside {
    fn at(folder: TempDir) -> Self {
        Self { folder, clock: SetClock::new("2026-11-16T07:00:00Z".parse().unwrap()) }
    }

    /// A place in his folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file in it.
    pub fn grant(&self, name: &str) -> Grant {
        Grant(self.path(name).to_str().unwrap().to_owned())
    }

    /// Writes a file into it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Grant {
        std::fs::write(self.path(name), bytes).unwrap();
        self.grant(name)
    }

    /// The workspace file.
    pub fn file(&self) -> PathBuf {
        self.path("desk.countersign")
    }

    /// Minutes pass.
    pub fn later(&self, minutes: i64) {
        self.clock.set(self.clock.now().plus(chrono::Duration::minutes(minutes)));
    }

    fn machine(&self, name: &str) -> Desk {
        Desk::new(Profile::at(self.path(name)), Box::new(NamedFiles)).with_clock(self.clock.clone())
    }

    /// His own machine, he signed in.
    pub fn desk(&self) -> Desk {
        let mut desk = self.machine("his");
        desk.open_path(&self.file()).unwrap();
        sign_in(&mut desk, HE, HIS);
        desk
    }

    /// The sponsor's machine, with their key and no workspace open.
    pub fn sponsors(&self) -> Desk {
        self.machine("sponsors")
    }

    /// The sponsor at their own machine, over the same file.
    pub fn sponsor(&self) -> Desk {
        let mut desk = self.sponsors();
        desk.open_path(&self.file()).unwrap();
        sign_in(&mut desk, SPONSOR, SPONSORS);
        desk
    }

    /// Somebody who knows nothing but the file.
    pub fn outsider(&self) -> Desk {
        self.machine("outsider")
    }

    fn found(&self) {
        let mut desk = self.machine("his");
        desk.create_workspace(CreateWorkspace {
            grant: self.grant("desk.countersign"),
            name: "Northwind".into(),
            zone: "Europe/Berlin".into(),
            fiscal_start: 1,
            founder: "Maren Okafor".into(),
            passphrase: HIS.into(),
            sponsor: Some(Sponsor {
                name: "Tobias Lindqvist".into(),
                passphrase: Some(SPONSORS.into()),
            }),
            sets: StartUpSet::ALL.to_vec(),
        })
        .unwrap();
        for (name, role) in [("Salome Duarte", "legal"), ("Ines Varga", "security")] {
            add(&mut desk, name, &[role]);
        }
        for person in [LEGAL, SECURITY] {
            let (person, new_passphrase, passphrase) = (person.into(), OTHERS.into(), HIS.into());
            desk.enrol_key(EnrolKey { person, new_passphrase, passphrase }).unwrap();
        }
        self.move_the_sponsors_key(&mut desk);
        for name in ["Lead scoring", "Outreach"] {
            desk.add_workflow(AddWorkflow { name: name.into(), ..AddWorkflow::default() }).unwrap();
        }
        describe(&mut desk, LIVE, complete(Permitted::Tier1)).unwrap();
        describe(&mut desk, DRAFT, complete(Permitted::Tier1)).unwrap();
        propose(&mut desk, DecisionKind::Launch, LIVE, Vec::new()).unwrap();
        for (person, verdict) in [(LEGAL, Verdict::Agree), (SECURITY, Verdict::Agree)] {
            sign_in(&mut desk, person, OTHERS);
            vote(&mut desk, "DEC-0001", verdict, OTHERS).unwrap();
        }
        drop(desk);
        let mut sponsor = self.sponsor();
        vote(&mut sponsor, "DEC-0001", Verdict::Approve, SPONSORS).unwrap();
        assert_eq!(status(&mut sponsor, LIVE), Status::Live, "launched as it should be");
    }

    fn move_the_sponsors_key(&self, desk: &mut Desk) {
        sign_in(desk, SPONSOR, SPONSORS);
        let grant = self.grant("sponsor.pem");
        desk.save_key_file(SaveKeyFile { grant: grant.clone() }).unwrap();
        let mut own = self.machine("sponsors");
        own.open_path(&self.file()).unwrap();
        own.bring_key_file(BringKeyFile { grant, passphrase: SPONSORS.into() }).unwrap();
        drop(own);
        std::fs::remove_file(self.path("sponsor.pem")).unwrap();
        sign_in(desk, HE, HIS);
    }

    /// The sponsor approves in good faith what is shown, over the same file.
    pub fn approved(&self, decision: &str) -> Result<(), Problem> {
        vote(&mut self.sponsor(), decision, Verdict::Approve, SPONSORS)
    }

    /// Asks for the sponsor's vote by file.
    pub fn asked(&self, desk: &mut Desk, decision: &str) -> String {
        let grant = self.grant("request.json");
        desk.request_votes(RequestVotes { decision: decision.into(), grant }).unwrap();
        std::fs::read_to_string(self.path("request.json")).unwrap()
    }

    /// The sponsor reads a request on their own machine.
    pub fn read(&self, text: &str) -> Result<RequestView, Problem> {
        let grant = self.write("sent.json", text);
        self.sponsors().open_request(OpenRequest { grant })
    }

    /// The sponsor signs what was sent, in good faith.
    pub fn signed(&self, text: &str) -> Result<String, Problem> {
        let grant = self.write("sent.json", text);
        let mut own = self.sponsors();
        let read = own.open_request(OpenRequest { grant: grant.clone() })?;
        own.sign_request(SignRequest {
            grant,
            sha256: read.sha256,
            person: SPONSOR.into(),
            approve: true,
            consulted: false,
            reason: "As discussed.".into(),
            passphrase: SPONSORS.into(),
            out: self.grant("back.json"),
        })?;
        Ok(std::fs::read_to_string(self.path("back.json")).unwrap())
    }

    /// He takes a statement in.
    pub fn take(&self, desk: &mut Desk, text: &str) -> Result<(), Problem> {
        let grants = vec![self.write("came.json", text)];
        let passphrase = HIS.into();
        desk.take_statements(TakeStatements { grants, passphrase, why: None }).map(|_| ())
    }
}

/// What went wrong, by its code; `done` when nothing did.
pub fn code<T>(result: Result<T, Problem>) -> String {
    result.map_or_else(|problem| problem.code, |_| "done".to_owned())
}

/// Signs somebody in.
pub fn sign_in(desk: &mut Desk, person: &str, passphrase: &str) {
    let (person, passphrase) = (person.to_owned(), passphrase.into());
    desk.sign_in(SignIn { person, passphrase }).unwrap();
}

/// Adds a person.
pub fn add(desk: &mut Desk, name: &str, roles: &[&str]) -> String {
    let roles = roles.iter().map(|role| (*role).to_owned()).collect();
    let (name, contact) = (name.to_owned(), String::new());
    let people = desk.add_person(AddPerson { name, contact, roles }).unwrap().people;
    people.last().unwrap().person.clone()
}

/// Everything the launch rules ask of a workflow.
pub fn complete(tier: Permitted) -> Vec<Given> {
    vec![
        permission(tier),
        Given::WriteStage(Some(WriteStage::ReadOnlyAssist)),
        Given::Owner(Some(HE.into())),
        Given::Approver(Some("executive-sponsor".into())),
        Given::KillSwitchOwner(Some(HE.into())),
        Given::DataRisks(Some(Vec::new())),
        Given::Logs("In the data warehouse".into()),
        Given::RollbackPlan("Turn it off.".into()),
    ]
}

/// What it may recommend, and how freely; with approval, one counts for a day.
pub fn permission(permitted: Permitted) -> Given {
    let approval_hours = (permitted == Permitted::Tier3).then_some(24);
    Given::Permission(PermissionGiven {
        action: ActionKind::Recommend,
        permitted,
        roles: Vec::new(),
        condition: String::new(),
        limits: LimitsShown { approval_hours, ..LimitsShown::default() },
    })
}

/// Where a workflow stands.
pub fn status(desk: &mut Desk, workflow: &str) -> Status {
    row(desk, workflow).status
}

/// Its row.
pub fn row(desk: &mut Desk, workflow: &str) -> desk::operations::RegisterRow {
    desk.workflow(WorkflowQuery { workflow: workflow.into(), as_of: None }).unwrap().row
}

/// Describes a workflow anew, by himself.
pub fn describe(desk: &mut Desk, workflow: &str, given: Vec<Given>) -> Result<(), Problem> {
    let seen = row(desk, workflow).changed_entry;
    let (workflow, why) = (workflow.to_owned(), "Tidying up.".to_owned());
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).map(|_| ())
}

/// Sets where a workflow stands, by himself.
pub fn set(desk: &mut Desk, workflow: &str, status: Status) -> Result<(), Problem> {
    let (workflow, why) = (workflow.to_owned(), "Tidying up.".to_owned());
    desk.set_workflow_status(SetWorkflowStatus { workflow, status, why }).map(|_| ())
}

/// A proposal of his.
pub fn proposal(kind: DecisionKind, change: ChangeGiven) -> ProposeDecision {
    ProposeDecision {
        kind,
        title: "Routine".into(),
        rationale: "Nothing to see.".into(),
        rollback_plan: "Put it back.".into(),
        evidence: Vec::new(),
        change,
    }
}

/// Proposes a change of a workflow.
pub fn propose(
    desk: &mut Desk,
    kind: DecisionKind,
    workflow: &str,
    given: Vec<Given>,
) -> Result<DecisionView, Problem> {
    let seen = row(desk, workflow).changed_entry;
    let workflow = workflow.to_owned();
    let change = ChangeGiven::Workflow { workflow, seen, given, status: None, outside: Vec::new() };
    desk.propose_decision(proposal(kind, change))
}

/// Proposes to undo a decision.
pub fn undo(desk: &mut Desk, decision: &str) -> Result<DecisionView, Problem> {
    let change = ChangeGiven::Undo { decision: decision.to_owned() };
    desk.propose_decision(proposal(DecisionKind::Rollback, change))
}

/// Asks for something, without a permit.
pub fn other(desk: &mut Desk, what: &str) -> Result<DecisionView, Problem> {
    let change = ChangeGiven::Request { what: what.to_owned(), workflow: None, permit: None };
    desk.propose_decision(proposal(DecisionKind::Other, change))
}

/// Votes on a decision as it stands, by whoever is signed in.
pub fn vote(
    desk: &mut Desk,
    decision: &str,
    verdict: Verdict,
    passphrase: &str,
) -> Result<(), Problem> {
    let subject = decided(desk, decision).subject;
    let (decision, reason) = (decision.to_owned(), String::new());
    let votes = vec![VoteGiven { decision, subject, verdict, reason }];
    desk.give_votes(GiveVotes { votes, passphrase: passphrase.into() }).map(|_| ())
}

/// A decision as it stands.
pub fn decided(desk: &mut Desk, decision: &str) -> DecisionView {
    desk.decision(DecisionQuery { decision: decision.to_owned() }).unwrap()
}

/// The same by the sponsor.
pub fn vote_of_sponsor(desk: &mut Desk, decision: &str, verdict: Verdict) -> Result<(), Problem> {
    vote(desk, decision, verdict, SPONSORS)
}
