//! A postmortem, and one that is hard to set.

use report::decision::State;
use report::minutes::Progress;
use report::postmortem::{Followed, Model, Stands, Step};
use report::{Clock, Entry};

use super::frame::northwind;

/// A list that lay open, escalated once and resolved.
pub fn postmortem() -> Model {
    let mut frame = northwind("Exception postmortem", "EXC-0053: resolved 30 August 2026");
    frame.records.insert("WF-0011".into(), "register.pdf".into());
    Model {
        frame,
        title: "Data security, Contact list building".into(),
        reference: "EXC-0053".into(),
        about: "EXC-0053 about WF-0011 Contact list building. Reported by Jonas Lindqvist.".into(),
        clock: Clock::Broken,
        state: "Resolved, 26 h late".into(),
        facts: [
            ("Severity", "high"),
            ("Raised", "2026-08-28 09:12"),
            ("Due", "2026-08-29 09:12"),
            ("Resolved", "2026-08-30 11:40"),
        ]
        .map(|(name, fact)| (name.into(), fact.into()))
        .into(),
        what: "A contact list of 1,204 people lay open to everybody with the link.".into(),
        pointer: "https://files.northwind.example/lists/7".into(),
        cause: "The list builder writes to a folder whose default became “anybody with the link” \
                when the vendor changed its sharing terms in June. Nobody at Northwind saw the \
                notice: it went to a mailbox of somebody who had left."
            .into(),
        impact: "1,204 names with work addresses were readable for 19 days. The vendor’s log \
                 shows no access from outside. Two customers asked; both were answered the same \
                 day."
            .into(),
        done: "The folder was closed at 09:31. The log was read with the vendor. The two \
               customers were written to by Legal."
            .into(),
        changes: "The list builder writes into a folder that the workspace owns. Notices of \
                  vendors go to a mailbox that three people read. WF-0011 stays at tier 2 until \
                  the next drill."
            .into(),
        written: "Rafael Castellanos, 2026-08-31 14:05, entry 4,402".into(),
        closing: "The folder is closed and the log shows nobody from outside.".into(),
        steps: [
            ("2026-08-28 09:12", "Raised; Security was asked"),
            ("2026-08-28 13:00", "Stood still: the vendor reads its log"),
            ("2026-08-28 16:30", "Went on"),
            ("2026-08-29 12:42", "Its due passed; it went to RevOps"),
            ("2026-08-30 11:40", "Resolved"),
        ]
        .map(|(at, says)| Step { at: at.into(), says: says.into() })
        .into(),
        time: "24 h, nights and weekends counted".into(),
        followed: [
            (
                "ACT-0058",
                "Move the lists into a folder of our own",
                "Jonas Lindqvist",
                "2026-09-11",
                Stands::Action(Progress::Done),
            ),
            (
                "ACT-0059",
                "Read vendors’ notices by three",
                "Ada Okafor",
                "2026-09-18",
                Stands::Action(Progress::Open),
            ),
            (
                "DEC-0066",
                "Lower WF-0011 to tier 2",
                "Maren Okafor",
                "",
                Stands::Decision(State::Applied),
            ),
        ]
        .map(|(reference, what, who, when, stands)| Followed {
            reference: reference.into(),
            what: what.into(),
            who: who.into(),
            when: when.into(),
            stands,
        })
        .into(),
        zone: "Europe/Amsterdam".into(),
        entries: [
            (4311, "2026-08-28 09:12:04", "Jonas Lindqvist", "EXC-0053 raised"),
            (4402, "2026-08-31 14:05:50", "Rafael Castellanos", "Postmortem of EXC-0053 written"),
        ]
        .map(|(entry, at, by, says)| Entry {
            entry,
            at: at.into(),
            by: by.into(),
            says: says.into(),
            leaf: format!("{entry:064x}"),
        })
        .into(),
    }
}

/// Long words, many lines, other scripts, and nothing that came of it.
pub fn hard_postmortem() -> Model {
    let long = "Веб-хук писал дважды; 顧客名簿が公開されていた. ".repeat(40);
    let mut model = postmortem();
    model.title = "Workflow disruption, Zusammenfassungsgenerierungsvorschriften".repeat(2);
    model.cause = long.clone();
    model.impact = format!("{}{long}", "Донаудампфшифффартс".repeat(9));
    model.pointer = "s3://".to_owned() + &"a".repeat(240);
    model.closing = String::new();
    (model.clock, model.state) = (Clock::Broken, "Reopened, 3 h late".into());
    model.followed.clear();
    model.steps = (0..60)
        .map(|step| Step { at: format!("2026-08-28 09:{step:02}"), says: "Stood still".into() })
        .collect();
    model
}
