//! The machine's clock, set wrong.

use desk::operations::{AcknowledgeClock, CountersignReview, Nothing};

use desk::Clock;

use crate::support::*;

#[test]
fn while_the_clock_stands_before_the_last_entry_nothing_is_closed_or_countersigned() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    room.later(-120);
    assert_eq!(code(close(&mut desk, REVIEW, PASSPHRASE)), "clock-behind", "two hours before");
    let trouble = desk.frame(Nothing {}).unwrap().workspace.unwrap().clock.unwrap();
    assert_eq!(trouble.code, "clock-behind", "the window says so without being asked");
    room.later(120);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    room.later(-1);
    let countersign = CountersignReview {
        review: REVIEW.into(),
        passphrase: SPONSORS.into(),
        statement: String::new(),
    };
    assert_eq!(code(desk.countersign_review(countersign)), "clock-behind", "a minute before");
}

#[test]
fn an_entry_made_while_the_clock_is_behind_is_flagged() {
    let room = Room::new();
    let mut desk = room.founded();
    room.later(-60);
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "work that approves nothing goes on");
    let proof = verify(&mut desk);
    let said = proof.notes.iter().chain(proof.faults.iter().map(|fault| &fault.says));
    let said: Vec<&String> = said.collect();
    assert!(
        said.iter().any(|note| note.contains("before") || note.contains("back")),
        "an auditor is told: {said:?}"
    );
}

#[test]
fn a_leap_of_more_than_ninety_two_days_is_acknowledged_first() {
    let room = Room::new();
    let mut desk = room.founded();
    let acknowledge = |desk: &mut desk::Desk, passphrase: &str| {
        code(desk.acknowledge_clock(AcknowledgeClock { passphrase: passphrase.into() }))
    };
    assert_eq!(acknowledge(&mut desk, PASSPHRASE), "nothing-to-declare", "nothing leapt");
    room.clock.set(at("2027-02-16T07:00:00.001Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "clock-jumped", "92 days and a millisecond");
    let trouble = desk.frame(Nothing {}).unwrap().workspace.unwrap().clock.unwrap();
    assert_eq!(trouble.code, "clock-jumped", "the window says so");
    assert_eq!(acknowledge(&mut desk, "not hers"), "passphrase-wrong", "a signed act");
    assert_eq!(acknowledge(&mut desk, PASSPHRASE), "done", "she says that the date is right");
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "work goes on");
    holds(&mut desk, "the leap is on the record");
}

/// A clock that says when it was read.
struct Read {
    clock: desk::SetClock,
    told: std::sync::mpsc::Sender<()>,
}

impl Clock for Read {
    fn now(&self) -> domain::Moment {
        let _ = self.told.send(());
        self.clock.now()
    }
}

#[test]
fn of_two_writers_the_one_who_waited_has_the_later_time() {
    let room = Room::new();
    let (told, heard) = std::sync::mpsc::channel();
    let mut waiting = room.founded().with_clock(Read { clock: room.clock.clone(), told });
    while heard.try_recv().is_ok() {}
    let mut writing = store::Store::open(&room.workspace()).unwrap();
    std::thread::scope(|scope| {
        let acted = writing
            .write(|_| {
                let acted = scope.spawn(|| code(add(&mut waiting, "Nour", &[])));
                heard.recv().unwrap();
                // They are at the desk and wait for the file; meanwhile time goes on.
                room.later(5);
                Ok::<_, store::StoreError>(acted)
            })
            .unwrap();
        assert_eq!(acted.join().unwrap(), "done", "the other writer is through");
    });
    let last = writing.now().last_change().unwrap().unwrap().at;
    assert_eq!(last, room.clock.now(), "the time of writing, not of asking");
}
