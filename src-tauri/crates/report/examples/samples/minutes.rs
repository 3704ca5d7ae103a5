//! The minutes of a weekly call, and minutes that are hard to set.

use report::Head;
use report::decision::{Said, State};
use report::minutes::{
    Action, Addendum, Asked, Attendance, CarriedIn, ChairTaken, Closing, Decided, Item, Model,
    Outcome, Presence, Progress, Signature, Voted,
};

use super::frame::northwind;

/// A call as it usually goes.
pub fn minutes() -> Model {
    let mut frame = northwind("Review minutes", "WEEKLY-2026-W39: 21 September 2026");
    frame.as_of = "2026-09-21 10:58 (UTC+02:00)".into();
    frame.head = head();
    frame.version = report::Version::Export(1);
    Model {
        frame,
        name: "Weekly governance call".into(),
        reference: "WEEKLY-2026-W39".into(),
        when: "Monday 21 September 2026, 10:00 to 10:58 of 60 minutes".into(),
        attendance: ATTENDANCE.iter().map(seat).collect(),
        quorum: "7 of 8 roles, quorum 6 reached".into(),
        chairs: vec![],
        items: ITEMS.iter().enumerate().map(|(place, fields)| item(place, fields)).collect(),
        around: Some(104),
        carried_in: vec![CarriedIn {
            title: "Same-day CRM notes".into(),
            then: Outcome::Attention,
            note: "84 %, two teams below the floor".into(),
            now: Asked::Again(Some(Outcome::Attention)),
        }],
        decided: vec![Decided {
            reference: "DEC-0074".into(),
            title: "Every email that names a competitor is held until a person has read it".into(),
            about: "Guardrail change of WF-0007".into(),
            proposed: "Jonas Lindqvist, 21 Sep, 10:41".into(),
            votes: vec![Voted {
                person: "Lena Haddad".into(),
                said: Said::Approves,
                at: "21 Sep, 10:49".into(),
                words: "Until the next sample is clean.".into(),
            }],
            state: State::Applied,
        }],
        decided_since: "here and since WEEKLY-2026-W38".into(),
        actions: ACTIONS.iter().map(action).collect(),
        addenda: vec![],
        missed: None,
        closing: Some(Closing {
            signature: Signature {
                name: "Jonas Lindqvist".into(),
                role: "chair".into(),
                at: "2026-09-21 10:58:41".into(),
                fingerprint: "5092daa57ec984fc9ee4823d05e47055b695876559058bc9cb30381cd1b13427"
                    .into(),
            },
            countersignature: None,
            countersignature_wanted: false,
            narrative: String::new(),
            statement: String::new(),
            entry: 4391,
            head: head(),
        }),
    }
}

fn head() -> Head {
    Head {
        root: "f7048eb03f0775b60d8b7d0d4785a399c08ec6c8cef5001a358d79de21a3a6d5".into(),
        size: 4391,
    }
}

fn seat((role, person, presence): &(&str, &str, Presence)) -> Attendance {
    Attendance { role: (*role).into(), person: (*person).into(), presence: *presence }
}

fn action((reference, what, who, due, progress): &(&str, &str, &str, &str, Progress)) -> Action {
    Action {
        reference: (*reference).into(),
        what: (*what).into(),
        who: (*who).into(),
        due: (*due).into(),
        progress: *progress,
    }
}

fn item(place: usize, [title, outcome, figures, note, raised, minutes]: &[&str; 6]) -> Item {
    Item {
        number: place as u32 + 1,
        group: None,
        title: (*title).into(),
        outcome: match *outcome {
            "Fine" => Some(Outcome::Fine),
            "Attention" => Some(Outcome::Attention),
            "Breach" => Some(Outcome::Breach),
            _ => None,
        },
        figures: (*figures).into(),
        note: (*note).into(),
        raised: raised.split(", ").filter(|one| !one.is_empty()).map(str::to_owned).collect(),
        seconds: minutes.parse().ok().map(|minutes: u32| minutes * 60 + place as u32 * 3),
        tiers: vec![],
    }
}

/// A review still open, with nothing in it yet.
pub fn open_minutes() -> Model {
    let mut model = minutes();
    model.when = "Monday 21 September 2026, begun 10:00".into();
    model.quorum = "nobody yet, quorum 6".into();
    model.attendance.clear();
    model.actions.clear();
    model.around = None;
    for item in model.items.iter_mut().skip(5) {
        (item.outcome, item.seconds) = (None, None);
    }
    model.closing = None;
    model
}

/// Long names, many scripts, several pages.
pub fn hard_minutes() -> Model {
    let mut model = minutes();
    model.frame.demo = true;
    model.name =
        "Vierteljährliche funktionsübergreifende Prüfung aller KI-gestützten Arbeitsabläufe \
                  im Vertrieb und Marketing"
            .into();
    for (seat, person) in model.attendance.iter_mut().zip(PEOPLE) {
        seat.person = person.into();
    }
    if let Some(item) = model.items.get_mut(1) {
        item.title = "Anomalies / الحالات الشاذة".into();
        item.note = LONG_NOTE.into();
    }
    if let Some(item) = model.items.get_mut(2) {
        item.figures = "2 (3 last week)\n客户评分 0.07，上限 0.20；第二行也在这里继续说明".into();
        item.note = format!(
            "Reported by {} on 18 September, see WF-0011 and EXC-0058 (open 47 h).",
            report::isolate("محمد الأنصاري")
        );
    }
    let more: Vec<Item> = model.items.clone();
    model.items.extend(more.into_iter().chain(model.items.clone()).take(34));
    for (place, item) in model.items.iter_mut().enumerate() {
        item.number = place as u32 + 1;
    }
    model.chairs = vec![ChairTaken {
        at: "2026-09-21 10:12:07".into(),
        from: "张伟".into(),
        to: "محمد عبد الرحمن الأنصاري".into(),
        reason: "The line to Shanghai broke off, and the call goes on without it.".into(),
        entry: 4377,
    }];
    model.addenda = vec![Addendum {
        at: "2026-09-22 09:10:00".into(),
        by: "Aiko Brandt".into(),
        text: "Item 12 was read as 86 %, it is 88 %; the outcome stays attention. ACT-0089 is \
               unchanged."
            .into(),
        entry: 4402,
    }];
    if let Some(closing) = &mut model.closing {
        closing.countersignature_wanted = true;
    }
    model
}

const PEOPLE: [&str; 8] = [
    "محمد عبد الرحمن الأنصاري",
    "张伟",
    "प्रिया शर्मा",
    "\u{2068}יואב לוי\u{2069} for P. Raman",
    "Bartholomäus Freiherr von und zu Schwarzenfels-Hohenlandsberg",
    "佐藤 花子 🌸",
    "김민준",
    "",
];

const LONG_NOTE: &str = "The vendor changed the model on Thursday night without telling anybody. \
    Scores of the enterprise segment fell by a third, and the sequence that reads them stopped. \
    Two reps noticed on Friday morning; the workflow was stopped at 09:00 by RevOps, and sixty-one \
    emails that had gone out since were read one by one. Nine named a competitor. The vendor has \
    been asked for the change log; an answer is promised for 9 October. Until then the workflow \
    stays stopped. 供应商未提前通知。 سيبقى سير العمل متوقفا حتى ذلك الحين.";

#[rustfmt::skip]
const ATTENDANCE: [(&str, &str, Presence); 8] = [
    ("RevOps, chair", "Jonas Lindqvist", Presence::Present),
    ("Sales leader", "Daniel Okafor", Presence::Present),
    ("Marketing ops", "Lena Haddad", Presence::Present),
    ("Security", "O. Dijkstra for P. Raman", Presence::Delegate),
    ("Compliance", "Aiko Brandt", Presence::Present),
    ("Enablement lead", "Ruben Visser", Presence::Present),
    ("Data/engineering", "Wei Zhang", Presence::Present),
    ("Frontline manager", "Chloe Marsh", Presence::Excused),
];

#[rustfmt::skip]
const ACTIONS: [(&str, &str, &str, &str, Progress); 5] = [
    ("ACT-0088", "Read all 61 emails since 1 September that name a competitor", "L. Haddad", "25 Sep", Progress::New),
    ("ACT-0089", "Check same-day notes every day for two weeks, EMEA", "C. Marsh", "5 Oct", Progress::New),
    ("ACT-0090", "Finish the postmortem of EXC-0057", "T. Ferreira", "24 Sep", Progress::New),
    ("ACT-0083", "Draw the undo path of duplicate merges", "W. Zhang", "18 Sep", Progress::Done),
    ("ACT-0085", "Second reviewer for samples named", "A. Brandt", "25 Sep", Progress::Open),
];

#[rustfmt::skip]
const ITEMS: [[&str; 6]; 16] = [
    ["Opens, replies, meetings", "Fine", "Opens 41.2 % (38.0), positive replies 3.6 % (3.2), meetings 31 (28)", "", "", "4"],
    ["Anomalies", "Attention", "WF-0011 stopped since 10 September", "Postmortem due.", "ACT-0090", "3"],
    ["Errors reported by reps", "Fine", "2 (3 last week)", "", "", "4"],
    ["Adoption", "Fine", "71 % of reps (floor 60 %)", "", "", "3"],
    ["Overrides and repeats", "Fine", "7, or 4.8 % (ceiling 8.0 %); no repeats", "", "", "3"],
    ["Exceptions and clocks", "Attention", "1 open, past due since Friday 09:00", "Escalated one step, see EXC-0058.", "", "5"],
    ["Ten random AI actions", "Fine", "0 of 10 in error. SMP-0037", "", "", "6"],
    ["Outbound emails, 10 %", "Breach", "1 of 25 in error, 248 sent. SMP-0038", "", "ACT-0088", "6"],
    ["Lead scores, spot check", "Fine", "12 of 12 explained; PSI 0.07 (ceiling 0.20)", "", "", "3"],
    ["Enrichment overwrites", "Fine", "0.2 % of 5,310 (ceiling 0.5 %)", "", "", "2"],
    ["Sequence adherence", "Fine", "97.1 % (floor 95 %); no step skipped", "", "", "3"],
    ["Same-day CRM notes", "Attention", "86 % (floor 90 %)", "One week below.", "ACT-0089", "4"],
    ["Dossiers 48 h before", "Fine", "30 of 31 on time, 96.8 % (floor 95 %)", "", "", "3"],
    ["Approval queue", "Fine", "4.6 h median (ceiling 8 h)", "", "", "3"],
    ["Coaching", "Fine", "3 of 4 held, 1 moved to 24 September", "", "", "3"],
    ["Baseline, two weeks", "Fine", "No metric", "", "", "1"],
];
