//! The workspace that is attacked: small, but with something in every table.

use domain::workspace::StartUpSet;
use std::path::{Path, PathBuf};

use desk::Passphrase;
use desk::demo::PASSPHRASE;
use desk::operations::{
    AcknowledgeClock, AddPerson, AddWorkflow, AnswerItem, ChooseFile, Chosen, CloseReview,
    CountersignReview, CreateWorkspace, DecisionForm, DeclareRestore, EraseText, ExportDecision,
    ExportPack, Grant, ImportWorkflows, Nothing, OpenReview, PaperForm, Purpose, ReplaceKey,
    ReviewQuery, SignIn, Sponsor, StateAttendance, Verification, Verify, WriteAddendum,
};
use desk::{Chance, Clock, Desk, Files, Problem, Profile, SetClock};
use domain::Moment;
use domain::review::{Outcome, Presence};
use tempfile::TempDir;

use crate::attacker;
use crate::control;
use crate::everyday;
use crate::governed;
use crate::table::Answer;

/// The operator: founder, RevOps, chair.
pub const OPERATOR: &str = "PER-0001";
/// The other one with a key.
pub const SPONSOR: &str = "PER-0002";

/// What the decision's excerpt is called in its place.
pub const EXCERPT: &str = "decision.excerpt";

const INVENTORY: &str = "Workflow,Status,Owner,Outcome,Guardrails\n\
    Lead scoring,Live,Maren Okafor,Half of all calls go right,Thresholds locked\n\
    \"تأهيل العملاء, 线索\",Pilot,Tobias Lindqvist,\"Says \"\"no\"\" in time\",\n\
    Call notes,Live,Nobody Known,,Read twice|Never sent\n";

/// A workspace, the machine it was made on, and two packs of it.
pub struct Workspace {
    folder: TempDir,
    /// The machine's profile: sealed keys, machine key, memory.
    pub profile: Profile,
    /// The file as it was left, without a log beside it.
    pub bytes: Vec<u8>,
    /// The workspace's id.
    pub ws: String,
    /// Its head.
    pub head: String,
    /// The first pack, and a later one.
    pub packs: [PathBuf; 2],
}

impl Workspace {
    /// Makes it by the product's use cases, its keys and id drawn from `chance`.
    pub fn made(chance: impl Chance + 'static) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let profile = Profile::at(folder.path().join("profile"));
        let file = folder.path().join("true.countersign");
        let packs = ["first.zip", "later.zip"].map(|name| folder.path().join(name));
        std::fs::write(folder.path().join("inventory.csv"), INVENTORY).unwrap();
        let (ws, head) = live(&profile, chance, folder.path(), &file);
        let bytes = attacker::settled(&file);
        Self { folder, profile, bytes, ws, head, packs }
    }

    /// A place for the attacker's copy.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the machine on which it was made says of a file: it has a memory.
    pub fn judged_here(&self, path: &Path) -> Answer {
        verify(&self.profile, path, &Verify::default())
    }

    /// What an outsider says of a file, knowing only what is given.
    pub fn judged(&self, path: &Path, given: &Verify) -> Answer {
        verify(&Profile::at(self.place("outsider")), path, given)
    }

    /// What an outsider who knows nothing says of the file after an attack on its bytes.
    pub fn attacked(&self, attack: impl FnOnce(&rusqlite::Connection)) -> Answer {
        let path = self.copy("attacked.countersign");
        attacker::attack(&path, attack);
        self.judged(&path, &Verify::default())
    }

    /// A fresh copy of the file.
    pub fn copy(&self, name: &str) -> PathBuf {
        let path = self.place(name);
        std::fs::write(&path, &self.bytes).unwrap();
        path
    }

    /// Fingerprints of the people's keys, as somebody outside would keep them.
    pub fn keys(&self) -> String {
        let mut desk = desk(&self.profile);
        desk.open_path(&self.copy("keys.countersign")).unwrap();
        let people = desk.people(Nothing {}).unwrap().people;
        let keys = people.iter().flat_map(|person| &person.keys);
        keys.map(|key| format!("{} kept\n", key.fingerprint)).collect()
    }
}

fn verify(profile: &Profile, path: &Path, given: &Verify) -> Answer {
    desk(profile).verify_file(path, given)
}

fn desk(profile: &Profile) -> Desk {
    Desk::new(profile.clone(), Box::new(Folder(PathBuf::new())))
}

/// A machine of their own for whoever has lost everything, with the same files at hand.
pub fn on_another_machine(folder: &Path, clock: &SetClock) -> Desk {
    let profile = Profile::at(folder.join("another-machine"));
    Desk::new(profile, Box::new(Folder(folder.to_owned()))).with_clock(clock.clone())
}

/// Everything that happens in it; the head it ends with.
fn live(
    profile: &Profile,
    chance: impl Chance + 'static,
    folder: &Path,
    file: &Path,
) -> (String, String) {
    let clock = SetClock::new(moment("2026-03-02T08:00:00Z"));
    let mut desk = Desk::new(profile.clone(), Box::new(Folder(folder.to_owned())))
        .with_clock(clock.clone())
        .with_chance(chance);
    found(&mut desk, file);
    lose_an_entry(&mut desk, file);
    sign_in(&mut desk, OPERATOR);
    let seen = desk.import_workflows(ImportWorkflows::of(grant("inventory.csv")));
    assert!(seen.unwrap().rejected.is_empty(), "the whole inventory is taken in");
    everyday::furnish(&mut desk);
    control::keep(&mut desk, folder);
    desk.export_decision(ExportDecision {
        decision: "DEC-0001".to_owned(),
        form: DecisionForm::Excerpt,
        withhold_words: false,
        grant: grant(EXCERPT),
    })
    .unwrap();
    everyday::give_a_key(&mut desk);
    governed::govern(&mut desk);
    everyday::lose_a_key(&mut desk, folder, file, &clock);
    hold_a_review(&mut desk, &clock);
    desk.export_pack(ExportPack {
        grant: grant("first.zip"),
        withhold_contacts: true,
        ..ExportPack::default()
    })
    .unwrap();
    forget_a_contact(&mut desk);
    let passphrase = || Passphrase::from(PASSPHRASE);
    desk.replace_key(ReplaceKey {
        passphrase: passphrase(),
        new_passphrase: passphrase(),
        why: None,
    })
    .unwrap();
    clock.set(clock.now().plus(chrono::Duration::days(120)));
    sign_in(&mut desk, OPERATOR);
    desk.acknowledge_clock(AcknowledgeClock { passphrase: passphrase() }).unwrap();
    register(&mut desk, "Renewal forecast");
    desk.export_register(desk::operations::ExportRegister {
        form: PaperForm::Csv,
        grant: grant("register.csv"),
        as_of: None,
        seen: None,
    })
    .unwrap();
    desk.export_pack(ExportPack { grant: grant("later.zip"), ..ExportPack::default() }).unwrap();
    let frame = desk.frame(Nothing {}).unwrap().workspace.unwrap();
    (frame.id, frame.foot.head_full)
}

fn found(desk: &mut Desk, file: &Path) {
    let founding = CreateWorkspace {
        grant: Grant::default(),
        name: "Northwind Telemetry".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        fiscal_start: 1,
        founder: "Maren Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: Some(Sponsor {
            name: "Tobias Lindqvist".to_owned(),
            passphrase: Some(PASSPHRASE.into()),
        }),
        sets: StartUpSet::ALL.to_vec(),
    };
    desk.create_at(file, founding, false).unwrap();
    desk.add_person(AddPerson {
        name: "Salome Duarte".to_owned(),
        contact: "salome@example.org".to_owned(),
        roles: vec!["legal".to_owned()],
    })
    .unwrap();
}

/// An older copy is put back, and the sponsor declares that.
fn lose_an_entry(desk: &mut Desk, file: &Path) {
    desk.close_workspace(Nothing {}).unwrap();
    let older = attacker::settled(file);
    desk.open_path(file).unwrap();
    sign_in(desk, OPERATOR);
    register(desk, "Lost with the disk");
    desk.close_workspace(Nothing {}).unwrap();
    attacker::settled(file);
    std::fs::write(file, older).unwrap();
    desk.open_path(file).unwrap();
    sign_in(desk, SPONSOR);
    let (ground, passphrase) = ("The disk died.".to_owned(), PASSPHRASE.into());
    desk.declare_restore(DeclareRestore { ground, passphrase }).unwrap();
}

fn hold_a_review(desk: &mut Desk, clock: &SetClock) {
    let rows = desk.reviews(Nothing {}).unwrap();
    let next = rows.waiting.first().or(rows.coming.first()).expect("a review comes").clone();
    clock.set(moment(&next.due).plus(chrono::Duration::minutes(1)));
    sign_in(desk, OPERATOR);
    let review = next.review;
    let view = desk.open_review(OpenReview { review: review.clone() }).unwrap();
    everyday::in_the_call(desk, &review, &view.items[0].item, clock);
    let view = desk.review(ReviewQuery { review: review.clone() }).unwrap();
    for row in &view.attendance {
        desk.state_attendance(StateAttendance {
            review: review.clone(),
            person: row.person.clone(),
            presence: if row.chair { Presence::Present } else { Presence::Delegate },
            delegate: if row.chair { "" } else { "Kenji Morita" }.to_owned(),
        })
        .unwrap();
    }
    for (place, item) in view.items.into_iter().enumerate() {
        let fine = place != 1;
        desk.answer_item(AnswerItem {
            review: review.clone(),
            item: item.item,
            outcome: if fine { Outcome::Fine } else { Outcome::Attention },
            note: if fine { "" } else { "Two of ten scores surprise the reps." }.to_owned(),
            seconds: 60,
            tiers: Vec::new(),
        })
        .unwrap();
    }
    let passphrase = PASSPHRASE.into();
    desk.close_review(CloseReview {
        review: review.clone(),
        passphrase,
        spent: Vec::new(),
        narrative: "A quiet quarter.".to_owned(),
    })
    .unwrap();
    let text = "The scores were right after all.".to_owned();
    desk.write_addendum(WriteAddendum { review: review.clone(), text }).unwrap();
    sign_in(desk, SPONSOR);
    let passphrase = PASSPHRASE.into();
    let statement = "I stand behind it.".to_owned();
    desk.countersign_review(CountersignReview { review, passphrase, statement }).unwrap();
    sign_in(desk, OPERATOR);
}

fn forget_a_contact(desk: &mut Desk) {
    let rows = desk.log(desk::operations::LogQuery::default()).unwrap().rows;
    let has =
        |row: &&desk::operations::LogRow| row.texts.iter().any(|t| t.path == "/event/contact");
    let entry = rows.iter().find(has).expect("a contact is on the record").entry;
    let (path, passphrase) = ("/event/contact".to_owned(), PASSPHRASE.into());
    let ground = "She asked for it.".to_owned();
    desk.erase_text(EraseText { entry, path, ground, passphrase }).unwrap();
}

fn register(desk: &mut Desk, name: &str) {
    desk.add_workflow(AddWorkflow {
        name: name.to_owned(),
        ai_does: "Drafts".to_owned(),
        human_does: "Reads and sends".to_owned(),
        phase: None,
        kind: None,
        owner: Some(OPERATOR.to_owned()),
        vendor: String::new(),
    })
    .unwrap();
}

pub fn sign_in(desk: &mut Desk, person: &str) {
    let passphrase = PASSPHRASE.into();
    desk.sign_in(SignIn { person: person.to_owned(), passphrase }).unwrap();
}

fn moment(written: &str) -> Moment {
    Moment::new(chrono::DateTime::parse_from_rfc3339(written).unwrap().to_utc())
}

pub fn grant(name: &str) -> Grant {
    Grant(name.to_owned())
}

/// Grants name files of this folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
        Ok(Chosen { grant: None, name: None })
    }

    fn path(&self, grant: &Grant, _: Purpose) -> Result<PathBuf, Problem> {
        Ok(self.0.join(&grant.0))
    }
}

/// Fails unless everything holds, and says so.
pub fn must_hold(answer: &Answer) -> &Verification {
    let proof = answer.as_ref().unwrap_or_else(|problem| panic!("verified: {problem}"));
    assert!(proof.faults.is_empty(), "nothing is wrong before an attack: {:#?}", proof.faults);
    proof
}
