//! Files that are dropped on Decisions: one that counts, and every one that does not, each refused in
//! words that say why.

use chrono::{Duration, Utc};
use desk::files::NamedFiles;
use desk::operations::{
    AddPerson, ChangeGiven, CreateWorkspace, EnrolKey, Nothing, OpenRequest, ProposeDecision,
    RequestVotes, RetireKey, RuleSwitched, SignIn, SignRequest, Sponsor, TakeStatements,
};
use desk::{Desk, Grant, Profile, SetClock};
use domain::Moment;
use domain::decision::DecisionKind;
use domain::rule::Rule;
use journeys::{Home, Person};

use crate::rules::Rules;
use crate::workspace::{FILE, FOUNDER, PASSPHRASE};

const SPONSORS: &str = "staple of another kind";
const SECURITYS: &str = "a passphrase of Rafael";
/// A point over the list of decisions.
const LIST: (f64, f64) = (700.0, 420.0);

/// What is dropped, and what is said of it.
const WRONG: &[(&str, &str)] = &[
    ("again.json", "was taken in before; it counts once"),
    ("altered.json", "was altered after it was signed"),
    ("late.json", "was of use until"),
    ("retired.json", "which is not in force"),
    ("underneath.json", "DEC-0004 is stale"),
    ("foreign.json", "was made for another workspace"),
    ("asks-otherwise.json", "its parts do not fit each other; it was altered"),
    ("photo.jpg", "photo.jpg cannot be read: it is not text"),
];

#[test]
fn what_is_dropped_on_decisions_counts_or_says_why_it_does_not() {
    let home = prepared();
    let person = Person::opens_the_file("wrong-files", &home, &home.path(FILE));
    let mut seen = Rules::of(&person);
    person.sees("Who signs?").fills("Passphrase", PASSPHRASE).presses("Enter");
    person.sees_no_more("Who signs?").finds_and_takes("Decisions").sees("DEC-0003").settles();
    for (file, words) in WRONG {
        home.drops(LIST, &[file]);
        person.sees(words).takes_a_picture(file);
        seen.check(file);
        person.presses("Escape").sees_no_more(words);
    }
    home.will_choose("read-statement", "late.json");
    person.presses("T").tabs_to_and_presses("Add a statement").sees("was of use until");
    person.presses("Escape").sees_no_more("was of use until");

    home.drops(LIST, &["whole.json"]);
    person.sees("counts").sees("Votes on DEC-0003").settles().takes_a_picture("whole");
    person.fills(&format!("Passphrase of {FOUNDER}"), PASSPHRASE).presses("Ctrl+Enter");
    person.sees("Votes on DEC-0003 are taken in");
    seen.hold();
    person.leaves();
}

/// A workspace of four days ago, with files that came back since; made by the desk itself, whose clock
/// can be set.
fn prepared() -> Home {
    let home = Home::new();
    let today = Moment::new(Utc::now());
    let clock = SetClock::new(today.plus(-Duration::days(4)));
    let desk = Desk::new(Profile::at(home.path("profile")), Box::new(NamedFiles))
        .with_clock(clock.clone());
    let mut room = Room { home: &home, desk, clock: clock.clone() };
    room.founds(FILE);
    room.adds_security();
    room.asks("DEC-0001", pilot());
    room.signs("DEC-0001", "PER-0002", SPONSORS, "late.json");

    clock.set(today);
    room.sits_down();
    room.asks("DEC-0002", pilot());
    room.signs("DEC-0002", "PER-0002", SPONSORS, "again.json");
    room.takes("again.json");
    room.asks("DEC-0003", pilot());
    room.signs("DEC-0003", "PER-0002", SPONSORS, "whole.json");
    room.rewrites("whole.json", "altered.json", "As agreed", "As you like");
    room.rewrites("DEC-0003.json", "asks-otherwise.json", "A pilot with Contoso", "All of Contoso");
    room.asks("DEC-0004", switched_off(Rule::LogsLocated));
    room.signs("DEC-0004", "PER-0002", SPONSORS, "underneath.json");
    room.asks("DEC-0005", switched_off(Rule::WriteStageSet));
    room.signs("DEC-0005", "PER-0002", SPONSORS, "other-rule.json");
    room.takes("other-rule.json");
    room.signs("DEC-0003", "PER-0003", SECURITYS, "retired.json");
    room.retires_securitys_key();
    room.founds("other.countersign");
    room.asks("DEC-0001", pilot());
    room.signs("DEC-0001", "PER-0002", SPONSORS, "foreign.json");
    drop(room);
    home.put("photo.jpg", [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]);
    home
}

fn pilot() -> (DecisionKind, ChangeGiven) {
    let what = "A pilot with Contoso".to_owned();
    (DecisionKind::Other, ChangeGiven::Request { what, workflow: None, permit: None })
}

fn switched_off(rule: Rule) -> (DecisionKind, ChangeGiven) {
    let switched = vec![RuleSwitched { rule, on: false }];
    let (numbers, routes) = (Vec::new(), Vec::new());
    (DecisionKind::RuleSetting, ChangeGiven::Rules { switched, numbers, routes })
}

/// A desk at home, whose grants are paths.
struct Room<'a> {
    home: &'a Home,
    desk: Desk,
    clock: SetClock,
}

impl Room<'_> {
    fn grant(&self, inside: &str) -> Grant {
        Grant(self.home.path(inside).display().to_string())
    }

    fn founds(&mut self, file: &str) {
        let passphrase = Some(SPONSORS.into());
        let founding = CreateWorkspace {
            grant: self.grant(file),
            name: "Revenue desk".into(),
            zone: "UTC".into(),
            fiscal_start: 1,
            founder: FOUNDER.into(),
            passphrase: PASSPHRASE.into(),
            sponsor: Some(Sponsor { name: "Bruno Salvatierra".into(), passphrase }),
            sets: Vec::new(),
        };
        self.desk.create_workspace(founding).expect("a workspace is founded");
    }

    fn adds_security(&mut self) {
        let (name, roles) = ("Rafael Castellanos".into(), vec!["security".into()]);
        let added = AddPerson { name, contact: String::new(), roles };
        self.desk.add_person(added).expect("security is added");
        let person = "PER-0003".into();
        let (new_passphrase, passphrase) = (SECURITYS.into(), PASSPHRASE.into());
        let enrolled = EnrolKey { person, new_passphrase, passphrase };
        self.desk.enrol_key(enrolled).expect("with a key");
    }

    fn sits_down(&mut self) {
        let (person, passphrase) = ("PER-0001".into(), PASSPHRASE.into());
        self.desk.sign_in(SignIn { person, passphrase }).expect("the founder signs in");
    }

    /// The founder proposes it, and the request lies beside the workspace.
    fn asks(&mut self, decision: &str, (kind, change): (DecisionKind, ChangeGiven)) {
        let proposal = ProposeDecision {
            kind,
            title: "To be decided".into(),
            rationale: "It opens the bottleneck.".into(),
            rollback_plan: String::new(),
            evidence: Vec::new(),
            change,
        };
        let proposed = self.desk.propose_decision(proposal).expect("it is proposed");
        assert_eq!(proposed.row.decision, decision, "decisions come in order");
        let grant = self.grant(&format!("{decision}.json"));
        let request = RequestVotes { decision: decision.into(), grant };
        self.desk.request_votes(request).expect("the request is written");
    }

    /// Signed as on a machine of their own: no workspace is open.
    fn signs(&mut self, decision: &str, person: &str, passphrase: &str, out: &str) {
        let mut own = Desk::new(Profile::at(self.home.path("profile")), Box::new(NamedFiles))
            .with_clock(self.clock.clone());
        let grant = self.grant(&format!("{decision}.json"));
        let read = own.open_request(OpenRequest { grant: grant.clone() }).expect("it can be read");
        let answer = SignRequest {
            grant,
            sha256: read.sha256,
            person: person.into(),
            approve: true,
            consulted: false,
            reason: "As agreed".into(),
            passphrase: passphrase.into(),
            out: self.grant(out),
        };
        own.sign_request(answer).expect("it is signed");
    }

    fn takes(&mut self, statement: &str) {
        let (grants, passphrase) = (vec![self.grant(statement)], PASSPHRASE.into());
        let taken = TakeStatements { grants, passphrase, why: None };
        self.desk.take_statements(taken).expect("it counts");
    }

    fn retires_securitys_key(&mut self) {
        let people = self.desk.people(Nothing {}).expect("there are people").people;
        let key = people[2].keys[0].key.clone();
        let (person, passphrase) = ("PER-0003".into(), PASSPHRASE.into());
        let retired = RetireKey { person, key, passphrase, why: None };
        self.desk.retire_key(retired).expect("a keeper retires a key");
    }

    fn rewrites(&self, from: &str, to: &str, words: &str, others: &str) {
        let written = std::fs::read_to_string(self.home.path(from)).expect("it was written");
        assert!(written.contains(words), "{from} says “{words}”");
        self.home.put(to, written.replace(words, others));
    }
}
