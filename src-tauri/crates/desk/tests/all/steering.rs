//! An operator who wants one row in a sample, or out of it, and tries what there is to try: asking the
//! reviewer again, planning again, taking the log in again. What they try by chance is the same for the
//! same seed.

use std::collections::BTreeSet;

use desk::files::NamedFiles;
use desk::operations::{
    AbandonSample, ImportBatch, LogOrigin, LogReading, OpenRequest, PlanSample, RequestSeed,
    SampleStage, SignRequest, TakeStatements,
};
use desk::{Clock, Desk, Grant, Profile, SeededChance};
use domain::chance::binomial_at_most;
use domain::sample::{First, Sealed, Size};
use domain::{BatchRef, SampleRef};
use ledger::encoding::from_hex_exact;
use ledger::primitive::sha256;
use ledger::rows::RowHasher;
use ledger::statement::Response;
use store::{Part, Store};

use crate::samples::{planning, read};
use crate::support::*;

/// Rows of each log, of which half are drawn: the chosen row is drawn, and not drawn, equally often.
const ROWS: u32 = 20;
const DRAWN: u32 = 10;
/// Workspaces, and campaigns in each.
const ROOMS: u64 = 10;
const CAMPAIGNS: u64 = 17;
/// What is asserted of a frequency fails by chance once in a million.
const CHANCE: f64 = 1e-6;

/// What a campaign came to.
struct Outcome {
    /// Whether the first plan's draw was what the operator wanted.
    first_suited: bool,
    /// Whether the draw that was entered is.
    suits: bool,
    /// Whether its workpaper shows no other try.
    alone: bool,
    /// Tries: logs taken in, plans, askings, plans given up.
    tries: u64,
}

#[test]
fn a_thousand_tries_to_steer_a_draw_fail_or_stand_in_its_workpaper() {
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let rooms: Vec<_> = (0..ROOMS).map(|room| scope.spawn(move || in_room(room))).collect();
        rooms.into_iter().flat_map(|room| room.join().unwrap()).collect()
    });
    let campaigns = ROOMS * CAMPAIGNS;
    let count = |of: fn(&Outcome) -> bool| outcomes.iter().filter(|one| of(one)).count() as u64;
    let tries: u64 = outcomes.iter().map(|one| one.tries).sum();
    assert!(tries >= 1_000, "{tries} tries were made");

    let first = count(|one| one.first_suited);
    let rarely = binomial_at_most(first, campaigns, 0.5);
    let often = binomial_at_most(campaigns - first, campaigns, 0.5);
    assert!(
        rarely > CHANCE && often > CHANCE,
        "the first draw suited {first} of {campaigns} times: not by chance, though half are drawn"
    );
    let unseen = count(|one| one.suits && one.alone);
    assert!(
        binomial_at_most(campaigns - unseen, campaigns, 0.5) > CHANCE,
        "{unseen} of {campaigns} suit and show no other try: more than one draw alone gives"
    );
    let steered = count(|one| one.suits);
    assert!(
        steered > first,
        "trying again does suit: {steered} of {campaigns}, and each try shows"
    );
}

/// The campaigns of one workspace.
fn in_room(number: u64) -> Vec<Outcome> {
    let room = Room::new();
    // Under a passphrase that costs nothing to try, keys open at once, a thousand times.
    let profile = Profile::at(room.path("first")).making_a_demo();
    let mut desk = Desk::new(profile, Box::new(NamedFiles))
        .with_clock(room.clock.clone())
        .with_chance(SeededChance::new(1_000 + number));
    desk.create_workspace(room.founding("desk.countersign")).unwrap();
    let mut operator = Operator { room: &room, desk: &mut desk, dice: number * 97 + 13, taken: 0 };
    let outcomes = (0..CAMPAIGNS).map(|campaign| operator.campaign(campaign)).collect();
    holds(&mut desk, "none of it is against the rules; it only shows");
    outcomes
}

/// Who wants a row in, or out.
struct Operator<'a> {
    room: &'a Room,
    desk: &'a mut Desk,
    dice: u64,
    taken: u32,
}

impl Operator<'_> {
    fn campaign(&mut self, campaign: u64) -> Outcome {
        let source = format!("Log {campaign}");
        let (row, wants) = (1 + u64::from(self.under(ROWS)), self.under(2) == 0);
        let mut batch = self.takes_in(&source);
        let (mut plans, mut tries) = (Vec::new(), 1);
        let mut first = None;
        let patience = 1 + self.under(3);
        loop {
            let plan = self.plans(&batch);
            plans.push(plan.clone());
            let asked = 1 + self.under(5);
            tries += 1 + u64::from(asked);
            let (answer, drawn) = self.asks(&plan, asked);
            let suits = drawn.contains(&row) == wants;
            let first_suited = *first.get_or_insert(suits);
            if suits || plans.len() as u32 == patience {
                let alone = self.enters(&plans, &answer, &drawn);
                return Outcome { first_suited, suits, alone, tries };
            }
            tries += 1;
            match self.under(3) {
                0 => self.gives_up(&plan),
                1 => batch = self.takes_in(&source),
                _ => tries -= 1,
            }
        }
    }

    /// Takes a log in, or the same hours exported once more: under another salt its rows have other hashes.
    fn takes_in(&mut self, source: &str) -> String {
        self.taken += 1;
        let taken = self.taken;
        let row = |n: u32| format!("msg-{taken}-{n},2026-11-12T08:{n:02}:00Z,Router,send\n");
        let rows: String = (1..=ROWS).map(row).collect();
        let grant = self.room.write("log.csv", format!("id,time,workflow,action\n{rows}"));
        let origin = LogOrigin { source: source.into(), ..LogOrigin::default() };
        let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
        self.desk.import_batch(wanted).unwrap().batch.batch
    }

    fn plans(&mut self, batch: &str) -> String {
        let plan: PlanSample = planning(batch, Size::Number { rows: DRAWN });
        self.desk.plan_sample(plan).unwrap().row.sample
    }

    /// Asks the reviewer so many times, at different moments, and keeps what comes back to look at: there
    /// is one answer, and one draw.
    fn asks(&mut self, sample: &str, times: u32) -> (Grant, BTreeSet<u64>) {
        let (ask, answer) = (self.room.grant("ask.json"), self.room.grant("answer.json"));
        let (sample, grant) = (sample.to_owned(), ask.clone());
        self.desk.request_seed(RequestSeed { sample: sample.clone(), grant }).unwrap();
        let sha256 = self.desk.open_request(OpenRequest { grant: ask.clone() }).unwrap().sha256;
        let mut answers = BTreeSet::new();
        for _ in 0..times {
            let _ = std::fs::remove_file(&answer.0);
            let asked = SignRequest {
                grant: ask.clone(),
                sha256: sha256.clone(),
                person: "PER-0002".into(),
                approve: true,
                consulted: false,
                reason: String::new(),
                passphrase: SPONSORS.into(),
                out: answer.clone(),
            };
            self.desk.sign_request(asked).unwrap();
            answers.insert(std::fs::read_to_string(&answer.0).unwrap());
            self.later();
        }
        assert_eq!(answers.len(), 1, "{sample}: asked {times} times, the reviewer has one answer");
        let response = Response::from_file(&answers.pop_first().unwrap()).unwrap();
        let drawn = self.would_draw(&sample, &response.signed.signature);
        (answer, drawn)
    }

    /// The rows that a signature draws, reckoned before it is entered.
    fn would_draw(&mut self, sample: &str, signature: &[u8; 64]) -> BTreeSet<u64> {
        let root = read(self.desk, sample).root;
        let root: [u8; 32] = from_hex_exact(root.split_once(':').unwrap().1).unwrap();
        let seed = sha256(&[&root, signature]);
        let store = Store::read(&self.room.workspace()).unwrap();
        let view = store.now();
        let sample: SampleRef = sample.parse().unwrap();
        let batch: BatchRef = view.sample(sample).unwrap().unwrap().plan.population.batch;
        let import = view.batch(batch).unwrap().unwrap().import;
        let hasher = RowHasher::new(&from_hex_exact(import.salt.words().unwrap()).unwrap());
        let mut first = First::of(DRAWN.into());
        view.ai_actions(batch, Part::Taken, 1, |row, bytes| {
            first.see(Sealed { digest: sha256(&[&seed, &hasher.hash(row, bytes)]), row });
            Ok::<_, store::StoreError>(true)
        })
        .unwrap();
        first.drawn().into_iter().map(|drawn| drawn.row).collect()
    }

    /// Enters the answer to the last plan; whether its workpaper shows no other. Every plan of the
    /// campaign stands there, whatever became of it.
    fn enters(&mut self, plans: &[String], answer: &Grant, drawn: &BTreeSet<u64>) -> bool {
        let (last, earlier) = plans.split_last().unwrap();
        let taken = TakeStatements {
            grants: vec![answer.clone()],
            passphrase: PASSPHRASE.into(),
            why: None,
        };
        self.desk.take_statements(taken).unwrap();
        let shown = read(self.desk, last);
        assert_eq!(shown.row.stage, SampleStage::Drawn);
        let rows: BTreeSet<u64> = shown.items.iter().map(|item| item.row).collect();
        assert_eq!(&rows, drawn, "{last}: what is entered is what the seed draws");
        let others: Vec<&String> = shown.others.iter().map(|other| &other.sample).collect();
        assert_eq!(others, earlier.iter().collect::<Vec<_>>(), "{last}: every try stands there");
        others.is_empty()
    }

    /// Seven seconds later.
    fn later(&self) {
        let clock = &self.room.clock;
        clock.set(Clock::now(clock).plus(chrono::Duration::seconds(7)));
    }

    fn gives_up(&mut self, sample: &str) {
        let (sample, why) = (sample.to_owned(), "It does not suit.".to_owned());
        self.desk.abandon_sample(AbandonSample { sample, why }).unwrap();
    }

    /// A number below `most` (Knuth's 64-bit linear congruential generator, its high bits).
    fn under(&mut self, most: u32) -> u32 {
        self.dice = self
            .dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.dice >> 33) % u64::from(most)).unwrap()
    }
}
