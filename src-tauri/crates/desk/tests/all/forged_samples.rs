//! Samples that somebody with the file and a key appends past the desk: what no desk would have let
//! through is named, entry by entry.

use desk::Desk;
use desk::Profile;
use desk::operations::{LogQuery, PurgeBatch, SampleQuery, SampleView, TestItem, Verification};
use domain::batch::BatchPurged;
use domain::decision::DecisionProposed;
use domain::people::SignedStatement;
use domain::sample::{
    Attribute, Extension, Finding, Held, Layer, MOST_STRATA, Method, Only, Reviewer,
    SampleAbandoned, SampleConfirmed, SampleDrawn, SampleExtended, SamplePlanned, SampleTested,
    Size,
};
use domain::{BatchRef, Event, Moment, PersonRef, SampleRef, Text};
use ledger::Head;
use ledger::encoding::{from_hex_exact, hex};
use ledger::primitive::sha256;
use ledger::statement::Statement;
use store::Store;

use crate::conduct::{append, append_as};
use crate::samples::{acted, batch, confirm, draw, found, planning, read, test, test_all};
use crate::support::*;

const OPERATOR: PersonRef = PersonRef::new(1);
const SPONSOR: PersonRef = PersonRef::new(2);

/// What is found of the entry that was appended last.
fn named(proof: &Verification, entry: u64) -> Vec<&str> {
    let faults = proof.faults.iter().filter(|fault| fault.entry == Some(entry));
    faults.map(|fault| fault.code.as_str()).collect()
}

/// Each forgery with what it is, where it lies and what is to be found of it.
#[derive(Default)]
struct Forged(Vec<(&'static str, u64, &'static str)>);

impl Forged {
    fn append(&mut self, room: &Room, what: &'static str, event: Event, expected: &'static str) {
        self.append_as(room, (OPERATOR, PASSPHRASE), what, event, expected);
    }

    fn append_as(
        &mut self,
        room: &Room,
        (by, passphrase): (PersonRef, &str),
        what: &'static str,
        event: Event,
        expected: &'static str,
    ) {
        append_as(room, by, passphrase, event);
        let entry = Store::open(&room.workspace()).unwrap().head().unwrap().size;
        self.0.push((what, entry, expected));
    }

    fn are_named(&self, desk: &mut Desk) {
        let proof = verify(desk);
        for (what, entry, expected) in &self.0 {
            let expected: Vec<&str> =
                Some(*expected).filter(|it| !it.is_empty()).into_iter().collect();
            assert_eq!(named(&proof, *entry), expected, "{what}: {:?}", proof.faults);
        }
        let due = self.0.iter().filter(|(_, _, expected)| !expected.is_empty()).count();
        assert_eq!(proof.faults.len(), due, "and nothing else is: {:?}", proof.faults);
    }
}

/// The plan of a sample, as it was entered.
fn plan_of(room: &Room, sample: u32) -> SamplePlanned {
    let store = Store::open(&room.workspace()).unwrap();
    let found = store.now().sample(SampleRef::new(sample)).unwrap().unwrap();
    found.plan
}

/// A statement over `subject`, as `person` signs it with a program of their own.
fn states(
    room: &Room,
    signer: (PersonRef, &str),
    kind: &str,
    (about, subject): (&str, &str),
) -> SignedStatement {
    let now = desk::Clock::now(&room.clock);
    let head = Store::open(&room.workspace()).unwrap().head().unwrap();
    let nonce = sha256(&[about.as_bytes(), kind.as_bytes()])[..16].try_into().unwrap();
    let (at, expires) = (now, now.plus(chrono::Duration::hours(1)));
    signs(room, signer, kind, (about, subject), (head, at, expires, nonce))
}

/// The statement that the plan of a sample settles, as `signer` signs it.
fn settled(room: &Room, view: &SampleView, signer: (PersonRef, &str)) -> SignedStatement {
    let until = plan_of(room, view.row.sample[4..].parse().unwrap()).until;
    let nonce = from_hex_exact::<32>(&view.seed_subject).unwrap()[..16].try_into().unwrap();
    let head = view.root.parse().unwrap();
    let at = until.plus(chrono::Duration::days(-14));
    let of = (view.row.sample.as_str(), view.seed_subject.as_str());
    signs(room, signer, "seed", of, (head, at, until, nonce))
}

fn signs(
    room: &Room,
    (person, passphrase): (PersonRef, &str),
    kind: &str,
    (about, subject): (&str, &str),
    (head, at, expires, nonce): (Head, Moment, Moment, [u8; 16]),
) -> SignedStatement {
    let profile = Profile::at(room.path("first"));
    let store = Store::open(&room.workspace()).unwrap();
    let ws = store.ws().to_owned();
    let file = profile.keys(&ws).into_iter().find(|file| file.person == person).unwrap();
    let secret = profile.open_key(&ws, &file, &passphrase.into()).unwrap();
    let signed = Statement {
        key: secret.public().id(&ws, &person.to_string()),
        ws,
        kind: kind.into(),
        about: about.into(),
        hash: from_hex_exact(subject).unwrap(),
        verdict: "approve".into(),
        reason: None,
        head,
        at: at.to_string(),
        expires: expires.to_string(),
        nonce,
        by: person.to_string(),
    };
    let signed = signed.sign(&secret).unwrap();
    serde_json::from_value(signed.to_value()).unwrap()
}

/// The draw that the statement of `signer` makes, the settled one, of these rows.
fn draw_of(
    room: &Room,
    desk: &mut Desk,
    sample: &str,
    signer: (PersonRef, &str),
    rows: Vec<u64>,
) -> Event {
    let view = read(desk, sample);
    draw_by(&view, settled(room, &view, signer), rows)
}

fn draw_by(view: &SampleView, statement: SignedStatement, rows: Vec<u64>) -> Event {
    let signature = ledger::encoding::from_base64(&statement.signature).unwrap();
    let root: [u8; 32] = from_hex_exact(view.root.split_once(':').unwrap().1).unwrap();
    let seed = hex(&sha256(&[&root, &signature]));
    SampleDrawn { sample: view.row.sample.parse().unwrap(), statement, seed, rows }.into()
}

#[test]
fn a_plan_that_the_rules_do_not_make_of_its_rows_is_named_and_not_drawn() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 200);
    desk.plan_sample(planning(&batch, Size::Number { rows: 10 })).unwrap();
    let honest = plan_of(&room, 1);
    let only = |field: &str, says: &str| Some(Only { field: field.into(), says: Text::new(says) });
    let of = |rows, take| vec![Layer { name: None, rows, take }];
    let mut forged = Forged::default();
    let mut next = 2;
    let mut plan = |what, expected, change: &dyn Fn(&mut SamplePlanned)| {
        let mut plan = SamplePlanned { sample: SampleRef::new(next), ..honest.clone() };
        change(&mut plan);
        forged.append(&room, what, plan.into(), expected);
        next += 1;
    };
    plan("one that the desk would have made", "", &|_| {});
    plan("fewer rows than say so", "rule.sample-plan-differs", &|plan| {
        plan.population.only = only("workflow", "Router");
        (plan.population.rows, plan.population.strata) = (10, of(10, 10));
    });
    plan("as many as say so", "", &|plan| {
        plan.population.only = only("workflow", "Router");
        (plan.population.rows, plan.population.strata) = (40, of(40, 10));
    });
    plan("nothing to test", "rule.sample-plan-differs", &|plan| plan.attributes.clear());
    plan("one row, by its id", "rule.sample-field", &|plan| {
        plan.population.only = only("id", "msg-17");
        (plan.population.rows, plan.population.strata) = (1, of(1, 1));
    });
    plan("fewer than its size", "rule.sample-plan-differs", &|plan| {
        plan.population.strata = of(200, 2);
    });
    plan("a seed at any time", "rule.sample-plan-differs", &|plan| {
        plan.until = at("2036-11-16T07:00:00Z");
    });
    plan("an extension by nothing", "rule.sample-size", &|plan| {
        plan.extension = Some(Extension { errors: 1, rows: 0 });
    });
    plan("strata that the rows have not", "rule.sample-plan-differs", &|plan| {
        plan.method = Method::Stratified;
        plan.population.strata_by = Some("segment".into());
    });
    plan("a stratum and not the other", "rule.sample-plan-differs", &|plan| {
        plan.method = Method::Stratified;
        plan.population.strata_by = Some("segment".into());
        plan.population.rows = 50;
        plan.population.strata =
            vec![Layer { name: Some(Text::new("Nordics")), rows: 50, take: 10 }];
    });
    plan("more than anybody tests", "rule.sample-plan-differs", &|plan| {
        plan.population.strata = of(200, 20_001);
    });
    plan("more strata than anybody reads", "rule.sample-plan-differs", &|plan| {
        plan.method = Method::Stratified;
        plan.population.strata_by = Some("segment".into());
        plan.population.strata = vec![Layer { name: None, rows: 1, take: 1 }; MOST_STRATA + 1];
    });
    plan("more rows than can be counted", "rule.sample-plan-differs", &|plan| {
        plan.method = Method::Stratified;
        plan.population.strata_by = Some("segment".into());
        let most = Layer { name: None, rows: 1, take: (1 << 53) - 1 };
        plan.population.strata = vec![most; 2_100];
    });
    plan("under another number", "rule.differs", &|plan| plan.sample = SampleRef::new(99));
    assert_eq!(
        code(draw(&mut desk, "SMP-0003")),
        "sample-plan-differs",
        "the reviewer’s desk counts"
    );
    assert_eq!(code(draw(&mut desk, "SMP-0005")), "sample-plan-differs", "and looks at all of it");
    for strata in ["SMP-0010", "SMP-0011"] {
        assert_eq!(
            code(draw(&mut desk, strata)),
            "sample-plan-differs",
            "{strata} leaves rows out"
        );
    }
    assert_eq!(code(draw(&mut desk, "SMP-0012")), "sample-too-large", "before a row is read");
    assert_eq!(code(draw(&mut desk, "SMP-0013")), "sample-many-strata", "and so is this");
    draw(&mut desk, "SMP-0004").unwrap();
    let about = Some("SMP-0014".to_owned());
    let told = desk.log(LogQuery { about, ..LogQuery::default() }).unwrap().rows;
    assert!(told[0].says.contains(&u64::MAX.to_string()), "it can be told: {}", told[0].says);
    forged.are_named(&mut desk);
}

#[test]
fn a_draw_of_other_rows_or_of_none_is_named() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 200);
    for _ in 0..5 {
        desk.plan_sample(planning(&batch, Size::Number { rows: 10 })).unwrap();
    }
    let (sponsor, tester) = ((SPONSOR, SPONSORS), (OPERATOR, PASSPHRASE));
    let mut forged = Forged::default();
    for (sample, what, signer, rows, expected) in [
        ("SMP-0001", "rows somebody chose", sponsor, (1..=10).collect(), "rule.differs"),
        ("SMP-0002", "no rows", sponsor, Vec::new(), "rule.sample-rows-missing"),
        ("SMP-0003", "the tester’s own seed", tester, (1..=10).collect(), "rule.own-sample"),
    ] {
        let event = draw_of(&room, &mut desk, sample, signer, rows);
        forged.append(&room, what, event, expected);
    }
    let view = read(&mut desk, "SMP-0005");
    let anew = states(&room, sponsor, "seed", ("SMP-0005", &view.seed_subject));
    let event = draw_by(&view, anew, (1..=10).collect());
    forged.append(&room, "another of many seeds", event, "rule.sample-seed-differs");
    draw(&mut desk, "SMP-0004").unwrap();
    forged.are_named(&mut desk);
}

#[test]
fn a_plan_that_names_nobody_is_drawn_as_it_was_before_and_none_follows_one_that_does() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 200);
    desk.plan_sample(planning(&batch, Size::Number { rows: 10 })).unwrap();
    let honest = plan_of(&room, 1);
    let mut forged = Forged::default();
    let bare = SamplePlanned { sample: SampleRef::new(2), reviewer: None, ..honest.clone() };
    forged.append(&room, "a step back", bare.into(), "rule.sample-reviewer-missing");
    let named = |key: &str| Some(Reviewer { person: SPONSOR, key: key.into() });
    let key = named("00000000");
    let other = SamplePlanned { sample: SampleRef::new(3), reviewer: key, ..honest.clone() };
    forged.append(&room, "another key", other.into(), "rule.sample-reviewer-key");
    forged.are_named(&mut desk);

    let before = Room::new();
    let mut desk = before.founded();
    self::batch(&before, &mut desk, 200);
    let batch = Store::open(&before.workspace()).unwrap().now().batches().unwrap().remove(0);
    let mut plan = SamplePlanned { reviewer: None, ..honest };
    plan.population.root = batch.import.rows.root;
    append(&before, plan.into());
    draw(&mut desk, "SMP-0001").unwrap();
    assert!(read(&mut desk, "SMP-0001").collusion.contains("names nobody"), "and says what it is");
    holds(&mut desk, "what earlier programs entered holds as it did");
}

#[test]
fn rows_that_a_sample_needs_are_not_purged_and_nothing_is_drawn_from_what_was() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 241);
    let plan = |desk: &mut Desk| {
        let size = Size::Number { rows: 25 };
        let plan = desk_plan(&batch, size, Some(Extension { errors: 1, rows: 10 }));
        desk.plan_sample(plan).unwrap().row.sample
    };
    let (planned, ill) = (plan(&mut desk), plan(&mut desk));
    draw(&mut desk, &ill).unwrap();
    test_all(&mut desk, &ill, 2);
    let purge = PurgeBatch { batch: batch.clone(), why: "Not kept longer.".into() };
    assert_eq!(code(desk.purge_batch(purge.clone())), "batch-in-sample");
    holds(&mut desk, "and it stays");

    let mut forged = Forged::default();
    let gone = BatchPurged { batch: BatchRef::new(1), why: Text::new("Old.") };
    forged.append(&room, "a purge amid samples", gone.into(), "rule.batch-in-sample");
    assert_eq!(code(draw(&mut desk, &planned)), "sample-of-purged", "nothing is left to draw");
    let query = SampleQuery { sample: ill.clone() };
    assert_eq!(code(desk.extend_sample(query)), "sample-of-purged", "nor to draw more");
    let sponsor = (SPONSOR, SPONSORS);
    let event = draw_of(&room, &mut desk, &planned, sponsor, Vec::new());
    forged.append(&room, "a draw from nothing", event, "rule.sample-rows-missing");
    let sample = ill.parse().unwrap();
    let none = SampleExtended { sample, more: vec![10], rows: Vec::new() };
    forged.append(&room, "an extension by nothing", none.into(), "rule.sample-rows-missing");
    forged.are_named(&mut desk);
}

#[test]
fn rows_of_samples_that_are_over_may_be_purged() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 40);
    let sample = desk.plan_sample(planning(&batch, Size::Number { rows: 3 })).unwrap().row.sample;
    draw(&mut desk, &sample).unwrap();
    test_all(&mut desk, &sample, 0);
    confirm(&mut desk, &sample).unwrap();
    desk.plan_sample(planning(&batch, Size::Number { rows: 3 })).unwrap();
    room.later(60 * 24 * 15);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk.purge_batch(PurgeBatch { batch, why: "Not kept longer.".into() }).unwrap();
    holds(&mut desk, "one is confirmed, the other lapsed");
}

/// When the AI did what a row of the log is of.
fn at_of(row: u64) -> Option<Moment> {
    acted(u32::try_from(row).unwrap(), 13).parse().ok()
}

#[test]
fn what_was_decided_while_tests_named_no_time_stays_lawful_and_the_times_of_rows_count_since() {
    use crate::samples::{earned, of_router, step_up};
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Router");
    let batch = batch(&room, &mut desk, 600);
    let sample = of_router(&mut desk, &batch, 90);
    for item in read(&mut desk, &sample).items {
        let (sample, findings) = (sample.parse().unwrap(), found(Held::Yes));
        let (note, evidence) = (None, Vec::new());
        let test = SampleTested { sample, row: item.row, findings, note, evidence, acted: None };
        append(&room, test.into());
    }
    confirm(&mut desk, &sample).unwrap();
    assert!(earned(&mut desk).unwrap().0, "while their rows stand, their times count");
    step_up(&mut desk).unwrap();
    holds(&mut desk, "earlier programs entered tests without a time");
    let purge = PurgeBatch { batch, why: "Not kept longer.".into() };
    desk.purge_batch(purge).unwrap();
    let (proven, says) = earned(&mut desk).unwrap();
    assert!(!proven, "nobody can tell any more of which weeks they are: {says}");
    assert!(says.contains("of actions of 0 of the last 13 weeks"), "{says}");
    holds(&mut desk, "what was decided by them stays as lawful as it was");
}

#[test]
fn items_that_say_when_the_ai_acted_count_for_their_weeks_though_their_rows_are_gone() {
    use crate::samples::{earned, of_router};
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Router");
    let batch = batch(&room, &mut desk, 600);
    let sample = of_router(&mut desk, &batch, 90);
    test_all(&mut desk, &sample, 0);
    confirm(&mut desk, &sample).unwrap();
    let proven = earned(&mut desk).unwrap();
    assert!(proven.0, "ninety items of thirteen weeks: {}", proven.1);
    desk.purge_batch(PurgeBatch { batch, why: "Not kept longer.".into() }).unwrap();
    assert_eq!(earned(&mut desk), Some(proven), "the record knows their times");
    holds(&mut desk, "and their times are times that the batch covers");
}

#[test]
fn tests_extensions_and_confirmations_of_others_making_are_named() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 200);
    let sampled = |desk: &mut Desk, errors: usize| {
        let extension = Some(Extension { errors: 1, rows: 4 });
        let plan = desk_plan(&batch, Size::Number { rows: 5 }, extension);
        let sample = desk.plan_sample(plan).unwrap().row.sample;
        draw(desk, &sample).unwrap();
        test_all(desk, &sample, errors);
        sample
    };
    let mut forged = Forged::default();
    let (one, two, three) = (sampled(&mut desk, 0), sampled(&mut desk, 0), sampled(&mut desk, 1));
    let row = read(&mut desk, &one).items[0].row;
    let other =
        (1..=200).find(|row| read(&mut desk, &one).items.iter().all(|item| item.row != *row));
    let tested = |row, findings| {
        let (note, evidence) = (None, Vec::new());
        let sample = SampleRef::new(1);
        let acted = at_of(row);
        Event::from(SampleTested { sample, row, findings, note, evidence, acted })
    };
    forged.append(&room, "tested anew by its tester", tested(row, found(Held::Yes)), "");
    let dated = |acted| {
        let (sample, findings) = (SampleRef::new(1), found(Held::Yes));
        SampleTested { sample, row, findings, note: None, evidence: Vec::new(), acted }.into()
    };
    let elsewhen = Some("2026-11-16T08:00:00Z".parse().unwrap());
    forged.append(&room, "at another time than its row says", dated(elsewhen), "rule.differs");
    forged.append(&room, "at no time, though tests say it", dated(None), "rule.differs");
    let sponsor = (SPONSOR, SPONSORS);
    let of_another = tested(row, found(Held::Yes));
    forged.append_as(&room, sponsor, "by another", of_another, "rule.sample-of-another");
    let error = tested(row, found(Held::No));
    forged.append(&room, "an error without a note", error, "rule.reason-missing");
    let nothing = tested(row, Vec::new());
    forged.append(&room, "on nothing", nothing, "rule.sample-item-incomplete");
    let nowhere = |attribute| Finding { attribute, held: Held::NotApplicable };
    let unasked = tested(row, Attribute::ALL.map(nowhere).to_vec());
    forged.append(&room, "asked of nothing", unasked, "rule.sample-item-unasked");
    let stray = tested(other.unwrap(), found(Held::Yes));
    forged.append(&room, "a row not drawn", stray, "rule.sample-not-item");

    let subject = read(&mut desk, &two).confirmation_subject.unwrap();
    let own = states(&room, (OPERATOR, PASSPHRASE), "confirmation", (&two, &subject));
    let sample = two.parse().unwrap();
    let own = SampleConfirmed { sample, statement: own, tested: 5, errors: 0 };
    forged.append(&room, "confirmed by its tester", own.into(), "rule.own-sample");

    let sample: SampleRef = three.parse().unwrap();
    let chosen = SampleExtended { sample, more: vec![4], rows: vec![1, 2, 3, 4] };
    forged.append(&room, "rows somebody chose", chosen.into(), "rule.differs");
    let four = sampled(&mut desk, 1);
    let sample = four.parse().unwrap();
    let more = SampleExtended { sample, more: vec![1], rows: vec![1] };
    forged.append(&room, "fewer than its plan says", more.into(), "rule.sample-rows-missing");
    let five = sampled(&mut desk, 1);
    let subject = read(&mut desk, &five).confirmation_subject.unwrap();
    let theirs = states(&room, sponsor, "confirmation", (&five, &subject));
    let sample = five.parse().unwrap();
    let none = SampleConfirmed { sample, statement: theirs, tested: 5, errors: 0 };
    forged.append(&room, "fewer errors than were found", none.into(), "rule.differs");
    let again = SampleAbandoned { sample };
    forged.append(&room, "what is confirmed given up", again.into(), "rule.sample-confirmed");
    forged.are_named(&mut desk);
}

#[test]
fn errors_stay_in_the_way_when_the_name_of_what_they_were_found_in_is_erased() {
    use crate::samples::{earned, of_router, step_up};
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Router");
    let batch = batch(&room, &mut desk, 600);
    let clean = of_router(&mut desk, &batch, 90);
    test_all(&mut desk, &clean, 0);
    confirm(&mut desk, &clean).unwrap();
    step_up(&mut desk).unwrap();
    holds(&mut desk, "ninety clean ones prove it");
    let ill = of_router(&mut desk, &batch, 10);
    for item in &read(&mut desk, &ill).items[..3] {
        test(&mut desk, &ill, item.row, Held::No).unwrap();
    }
    assert!(!earned(&mut desk).unwrap().0, "errors are in the way");
    for sample in [&ill, &clean] {
        let entry = read(&mut desk, sample).row.entry;
        crate::erasure::erase_at(&mut desk, entry, "/event/population/only/says");
        let (proven, says) = earned(&mut desk).unwrap();
        assert!(!proven, "and stay there: {says}");
    }
    assert_eq!(
        earned(&mut desk).unwrap().1,
        format!(
            "{ill} found errors, and what it is a sample of was erased: it may be this workflow"
        )
    );
    assert_eq!(code(step_up(&mut desk)), "evidence-missing");
    holds(&mut desk, "what was proposed before was proven then");

    let store = Store::open(&room.workspace()).unwrap();
    let mut proposed = (1..=store.head().unwrap().size).filter_map(|entry| {
        let Ok(Some(Event::DecisionProposed(proposed))) = store.now().event(entry) else {
            return None;
        };
        Some(proposed)
    });
    let first: DecisionProposed = proposed.next_back().unwrap();
    let again = DecisionProposed { decision: "DEC-0002".parse().unwrap(), ..first };
    append(&room, again.into());
    let proof = verify(&mut desk);
    assert_eq!(named(&proof, size(&mut desk)), ["rule.evidence-missing"], "{:?}", proof.faults);
}

#[test]
fn a_sample_tested_item_by_item_and_anew_is_judged_as_it_stood_before_each_entry() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 60);
    let plan = planning(&batch, Size::Number { rows: 30 });
    let sample = desk.plan_sample(plan).unwrap().row.sample;
    draw(&mut desk, &sample).unwrap();
    test_all(&mut desk, &sample, 2);
    let first = read(&mut desk, &sample).items[0].row;
    desk.test_item(TestItem {
        sample: sample.clone(),
        row: first,
        findings: found(Held::Yes),
        note: String::new(),
        evidence: Vec::new(),
    })
    .unwrap();
    confirm(&mut desk, &sample).unwrap();
    holds(&mut desk, "walked from entry to entry, it is the sample as it stood before each");
}

fn desk_plan(
    batch: &str,
    size: Size,
    extension: Option<Extension>,
) -> desk::operations::PlanSample {
    desk::operations::PlanSample { extension, ..planning(batch, size) }
}
