//! A room with a clock, a folder, and as many machines as profiles.

use domain::workspace::StartUpSet;
use std::path::{Path, PathBuf};

use desk::files::NamedFiles;
use desk::operations::{
    AddPerson, AnswerItem, ChangeGiven, CloseReview, CreateWorkspace, DecisionQuery, DecisionView,
    GiveVotes, Given, ImportWorkflows, LimitsShown, MetricTerms, Nothing, OpenReview,
    PermissionGiven, PolicyQuery, ProposeDecision, PulledQuery, RegisterQuery, ReviewView,
    SettingGiven, SignIn, Sponsor, StateAttendance, Verdict as Proven, Verification, Verify,
    VoteGiven, WritePostmortem,
};
use desk::{Clock, Desk, Grant, Problem, Profile, SeededChance, SetClock};
use domain::Moment;
use domain::cadence::Pulled;
use domain::decision::{DecisionKind, DecisionState, Verdict};
use domain::metric::{Class, Direction, Span, Unit};
use domain::review::{Outcome, Presence, TierGiven, TierShown, TierVerdict};
use domain::workflow::{ActionKind, Permitted, WriteStage};
use tempfile::TempDir;

/// The founder's, PER-0001.
pub const PASSPHRASE: &str = "violet anvil kettle";
/// The sponsor's, PER-0002.
pub const SPONSORS: &str = "copper lantern fjord";
/// The review of the room's first week.
pub const REVIEW: &str = "WEEKLY-2026-W47";
/// The weekly call after it.
pub const NEXT: &str = "WEEKLY-2026-W48";

/// A folder, and the time in it.
pub struct Room {
    pub folder: TempDir,
    pub clock: SetClock,
}

impl Room {
    /// Monday, 16 November 2026, eight o'clock in Berlin.
    pub fn new() -> Self {
        let clock = SetClock::new(at("2026-11-16T07:00:00Z"));
        Self { folder: tempfile::tempdir().unwrap(), clock }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn grant(&self, name: &str) -> Grant {
        Grant(self.path(name).to_str().unwrap().to_owned())
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Grant {
        std::fs::write(self.path(name), bytes).unwrap();
        self.grant(name)
    }

    /// A desk on the machine called `machine`, with nothing open.
    pub fn desk(&self, machine: &str) -> Desk {
        let mixed = |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte));
        let seed = machine.bytes().fold(7, mixed);
        Desk::new(Profile::at(self.path(machine)), Box::new(NamedFiles))
            .with_clock(self.clock.clone())
            .with_chance(SeededChance::new(seed))
    }

    /// A desk on the first machine, its founder signed in to a workspace with a sponsor.
    pub fn founded(&self) -> Desk {
        let mut desk = self.desk("first");
        desk.create_workspace(self.founding("desk.countersign")).unwrap();
        desk
    }

    pub fn founding(&self, file: &str) -> CreateWorkspace {
        CreateWorkspace {
            grant: self.grant(file),
            name: "Northwind".into(),
            zone: "Europe/Berlin".into(),
            fiscal_start: 1,
            founder: "Maren Okafor".into(),
            passphrase: PASSPHRASE.into(),
            sponsor: Some(Sponsor {
                name: "Tobias Lindqvist".into(),
                passphrase: Some(SPONSORS.into()),
            }),
            sets: StartUpSet::ALL.to_vec(),
        }
    }

    pub fn workspace(&self) -> PathBuf {
        self.path("desk.countersign")
    }

    pub fn later(&self, minutes: i64) {
        self.clock.set(self.clock.now().plus(chrono::Duration::minutes(minutes)));
    }
}

pub fn at(written: &str) -> Moment {
    written.parse().unwrap()
}

/// Everything the launch rules ask of a workflow that advises.
pub fn complete() -> Vec<Given> {
    vec![
        permission(Permitted::Tier1),
        Given::WriteStage(Some(WriteStage::ReadOnlyAssist)),
        Given::Owner(Some("PER-0001".into())),
        Given::Approver(Some("executive-sponsor".into())),
        Given::KillSwitchOwner(Some("PER-0001".into())),
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

/// A risk that is counted by the week, in percent.
pub fn metric_terms(name: &str) -> MetricTerms {
    MetricTerms {
        name: name.to_owned(),
        class: Class::Risk,
        unit: Unit::Percent,
        direction: Direction::Lower,
        every: Span::Week,
        warn: "2".to_owned(),
        limit: "5".to_owned(),
        target: String::new(),
        complements: String::new(),
        owner: String::new(),
        source: "the samples".to_owned(),
        workflows: Vec::new(),
        derived: None,
    }
}

/// What went wrong, by its code; `done` when nothing did.
pub fn code<T>(result: Result<T, Problem>) -> String {
    result.map_or_else(|problem| problem.code, |_| "done".to_owned())
}

pub fn sign_in(desk: &mut Desk, person: &str, passphrase: &str) -> Result<(), Problem> {
    let (person, passphrase) = (person.to_owned(), passphrase.into());
    desk.sign_in(SignIn { person, passphrase }).map(|_| ())
}

pub fn add(desk: &mut Desk, name: &str, roles: &[&str]) -> Result<String, Problem> {
    let roles = roles.iter().map(|role| (*role).to_owned()).collect();
    let contact = String::new();
    let people = desk.add_person(AddPerson { name: name.to_owned(), contact, roles })?;
    Ok(people.people.last().unwrap().person.clone())
}

/// Takes in a workflow that runs already, sold as Outreach and writing to Salesforce.
pub fn found_live(desk: &mut Desk, room: &Room, name: &str) -> String {
    let rows = format!("Name,Status,Product,System of record\n{name},Live,Outreach,Salesforce\n");
    let grant = room.write(&format!("{name}.csv"), rows);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    let rows = desk.register(RegisterQuery::default()).unwrap().workflows;
    rows.into_iter().find(|row| row.name.as_deref() == Some(name)).unwrap().workflow
}

pub fn size(desk: &mut Desk) -> u64 {
    desk.frame(Nothing {}).unwrap().workspace.unwrap().foot.entry
}

/// Opens the review, states everybody present and finds everything fine.
pub fn hold(desk: &mut Desk, review: &str) -> ReviewView {
    let view = desk.open_review(OpenReview { review: review.to_owned() }).unwrap();
    for row in &view.attendance {
        attend(desk, review, &row.person);
    }
    for row in &view.items {
        let tiers = if row.pulls.contains(&Pulled::Tiers) { tiers(desk, review) } else { vec![] };
        answer_with(desk, review, &row.item, Outcome::Fine, "", tiers).unwrap();
    }
    desk.review(desk::operations::ReviewQuery { review: review.to_owned() }).unwrap()
}

/// States somebody present.
pub fn attend(desk: &mut Desk, review: &str, person: &str) {
    desk.state_attendance(StateAttendance {
        review: review.to_owned(),
        person: person.to_owned(),
        presence: Presence::Present,
        delegate: String::new(),
    })
    .unwrap();
}

/// A verdict on each workflow that an audit asks one of, along what the record shows.
pub fn tiers(desk: &mut Desk, review: &str) -> Vec<TierGiven> {
    let query = PulledQuery { review: review.to_owned(), item: "re-tier".to_owned() };
    let rows = desk.pulled(query).unwrap().tables.into_iter().flat_map(|table| table.rows);
    let asked = rows.filter_map(|row| Some((row.leads?, row.judged?.shown)));
    let along = |shown| match shown {
        TierShown::Stays => TierVerdict::Keep,
        TierShown::Down => TierVerdict::Lower,
        TierShown::Up => TierVerdict::Raise,
    };
    let given = asked.map(|(workflow, shown)| TierGiven {
        workflow: workflow.parse().unwrap(),
        verdict: along(shown),
        note: String::new(),
    });
    given.collect()
}

pub fn answer(
    desk: &mut Desk,
    review: &str,
    item: &str,
    outcome: Outcome,
    note: &str,
) -> Result<ReviewView, Problem> {
    answer_with(desk, review, item, outcome, note, Vec::new())
}

/// The same, with verdicts on tiers.
pub fn answer_with(
    desk: &mut Desk,
    review: &str,
    item: &str,
    outcome: Outcome,
    note: &str,
    tiers: Vec<TierGiven>,
) -> Result<ReviewView, Problem> {
    desk.answer_item(AnswerItem {
        review: review.to_owned(),
        item: item.to_owned(),
        outcome,
        note: note.to_owned(),
        seconds: 60,
        tiers,
    })
}

pub fn close(desk: &mut Desk, review: &str, passphrase: &str) -> Result<ReviewView, Problem> {
    let (review, passphrase) = (review.to_owned(), passphrase.into());
    desk.close_review(CloseReview {
        review,
        passphrase,
        spent: Vec::new(),
        narrative: String::new(),
    })
}

pub fn verify(desk: &mut Desk) -> Verification {
    desk.verify(Verify::default()).unwrap()
}

#[track_caller]
pub fn holds(desk: &mut Desk, why: &str) -> Verification {
    let proof = verify(desk);
    assert!(proof.faults.is_empty(), "{why}: {:?}", proof.faults);
    let verdicts = [&proof.integrity, &proof.completeness, &proof.rules];
    assert!(verdicts.iter().all(|judged| judged.verdict == Proven::Holds), "{why}: {verdicts:?}");
    proof
}

/// Every file under `folder` that holds `words`, in UTF-8 or UTF-16.
pub fn files_with(folder: &Path, words: &str) -> Vec<PathBuf> {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        if holds(words.as_bytes()) || holds(&wide) {
            found.push(path);
        }
    }
    found
}

/// The approval of a decision as it stands, by whoever is signed in.
pub fn approval(desk: &mut Desk, decision: &str, passphrase: &str) -> GiveVotes {
    vote(desk, decision, Verdict::Approve, "", passphrase)
}

/// A setting as it is to be, proposed by the operator and approved by the sponsor; who is signed in
/// again. Says what its difference says, and where it stands then.
pub fn set_by_two(
    desk: &mut Desk,
    kind: DecisionKind,
    given: SettingGiven,
) -> (String, DecisionState) {
    let proposed = desk
        .propose_decision(ProposeDecision {
            kind,
            title: "Hold it longer".into(),
            rationale: "It takes too long.".into(),
            rollback_plan: "Set it as it was.".into(),
            evidence: Vec::new(),
            change: ChangeGiven::Setting { given },
        })
        .unwrap();
    let says = proposed.differences.iter().map(|row| {
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
        format!("{}: {} → {}", row.field, side(&row.before), side(&row.after))
    });
    let says = says.collect::<Vec<_>>().join("; ");
    let decision = proposed.row.decision;
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let yes = approval(desk, &decision, SPONSORS);
    desk.give_votes(yes).unwrap();
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    (says, read_decision(desk, &decision).row.state)
}

/// The last version of a policy, put in force by two; RevOps is signed in again.
pub fn adopt_policy(desk: &mut Desk, policy: &str) {
    let page = desk.policy(PolicyQuery { policy: policy.to_owned() }).unwrap();
    let (version, hash) = (page.versions[0].version, page.versions[0].hash.clone());
    let given = SettingGiven::Policy { policy: policy.to_owned(), version, hash };
    let (_, state) = set_by_two(desk, DecisionKind::PolicyAdoption, given);
    assert_eq!(state, DecisionState::Applied, "it is in force");
}

/// A vote on a decision as it stands, by whoever is signed in.
pub fn vote(
    desk: &mut Desk,
    decision: &str,
    verdict: Verdict,
    reason: &str,
    passphrase: &str,
) -> GiveVotes {
    let subject = read_decision(desk, decision).subject;
    let (decision, reason) = (decision.to_owned(), reason.to_owned());
    let votes = vec![VoteGiven { decision, subject, verdict, reason }];
    GiveVotes { votes, passphrase: passphrase.into() }
}

pub fn read_decision(desk: &mut Desk, decision: &str) -> DecisionView {
    desk.decision(DecisionQuery { decision: decision.to_owned() }).unwrap()
}

/// Writes down what was learnt from an exception.
pub fn learn(desk: &mut Desk, exception: &str) {
    desk.write_postmortem(WritePostmortem {
        exception: exception.to_owned(),
        cause: "A default".into(),
        impact: "Nobody outside".into(),
        done: "It was closed".into(),
        changes: "The default".into(),
    })
    .unwrap();
}
