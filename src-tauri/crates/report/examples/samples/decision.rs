//! A decision's record, and records that are hard to set.

use report::decision::{Check, Difference, Entry, Evidence, Key, Model, Said, State, Vote};

use super::frame::northwind;

/// A step up, decided by two and applied.
pub fn decision() -> Model {
    let mut frame = northwind("Decision record", "DEC-0071: applied 3 September 2026");
    frame.records.insert("WF-0009".into(), "register.pdf".into());
    Model {
        frame,
        title: "Reply triage may act alone, inside limits".into(),
        reference: "DEC-0071".into(),
        about:
            "DEC-0071, tier or stage change of WF-0009 Reply triage. Proposed by Jonas Lindqvist."
                .into(),
        state: State::Applied,
        facts: [
            ("Proposed", "2026-09-01 10:12"),
            ("Applied", "2026-09-03 09:26"),
            ("Took", "47 h 14 min"),
            ("Timebox", "72 h"),
            ("Stale or void", "No"),
        ]
        .map(|(name, fact)| (name.into(), fact.into()))
        .into(),
        differences: DIFFERENCES
            .iter()
            .map(|(field, before, after, outside)| Difference {
                field: (*field).into(),
                before: (!before.is_empty()).then(|| (*before).into()),
                after: (!after.is_empty()).then(|| (*after).into()),
                outside: *outside,
            })
            .collect(),
        changed: "7 fields changed, 31 stay as they are".into(),
        request: vec![],
        rationale: "Triage has labelled 11,400 replies under approval since May. The approver \
                    changed 3 labels in August. Waiting for approval costs the team half a day per \
                    reply and adds nothing a sample does not show. A label can be undone with one \
                    click and is never seen by a customer."
            .into(),
        rollback_plan: "Return to tier 3 and conditional write by one decision. Labels written \
                        since the change are listed by time and reversed from the previous value, \
                        which the mailbox keeps for 90 days. Owner: Jonas Lindqvist. Rehearsed on \
                        26 August in 11 minutes."
            .into(),
        evidence: EVIDENCE
            .iter()
            .map(|(asked, found, at)| Evidence {
                asked: (*asked).into(),
                found: (*found).into(),
                at: (*at).into(),
                there: true,
            })
            .collect(),
        right:
            "The right when this was proposed: proposed by RevOps; Legal heard first; approved by \
                Security and Executive sponsor; in 72 h."
                .into(),
        votes: VOTES.iter().map(vote).collect(),
        approvals: "2 of 2; whoever proposes does not approve".into(),
        checks: vec![],
        zone: "Europe/Amsterdam".into(),
        entries: ENTRIES.iter().map(entry).collect(),
        keys: KEYS
            .iter()
            .map(|(person, fingerprint)| Key {
                person: (*person).into(),
                fingerprint: (*fingerprint).into(),
            })
            .collect(),
        subject: "d2af140773cef8d8171339d5d626469b88fe4faae49d50e88f380ed0f2899e55".into(),
    }
}

/// A request that still waits, with a rule in its way.
pub fn open_decision() -> Model {
    let mut model = decision();
    model.frame.period = "DEC-0071: proposed 1 September 2026".into();
    model.state = State::Proposed;
    model.facts = vec![
        ("Proposed".into(), "2026-09-01 10:12".into()),
        ("Lapses".into(), "2026-09-04 10:12".into()),
        ("Timebox".into(), "72 h".into()),
    ];
    model.differences.clear();
    model.request = vec![
        ("What".into(), "Send the September newsletter to all customers in Benelux".into()),
        ("Permit".into(), "one batch; at most 4,200 recipients; until 2026-09-10".into()),
    ];
    model.rollback_plan = String::new();
    model.evidence.clear();
    model.votes.truncate(1);
    model.votes.push(Vote {
        person: "Priya Raman, Sofia Lind".into(),
        roles: "Security".into(),
        instead_of: String::new(),
        said: Said::Waited,
        words: String::new(),
        signed: String::new(),
        entry: None,
    });
    model.approvals = "0 of 2; whoever proposes does not approve".into();
    model.checks = vec![
        Check { says: "Whoever proposed it does not approve it".into(), holds: true },
        Check { says: "WF-0009 has no kill-switch owner.".into(), holds: false },
    ];
    model.entries.truncate(2);
    model.keys.truncate(2);
    model
}

/// Hard names and long words everywhere, over several pages.
pub fn hard_decision() -> Model {
    let mut model = decision();
    model.frame.demo = true;
    model.title =
        "تفويض الرد على العملاء 让回复分类自行决定 ".to_owned() + &"Überprüfungs".repeat(12);
    model.state = State::RolledBack;
    model.about += " Undone by DEC-0080.";
    let long = "The labels are written by the model and read by nobody but the team. ".repeat(60);
    model.rationale = format!("{long}\n客户的回复由模型分类。\nכל תווית ניתנת לביטול.");
    for number in 0..40 {
        model.differences.push(Difference {
            field: format!("Sending to segment {number} Straßenverkehrsordnungswidrigkeiten"),
            before: Some("Human only ".repeat(number % 9)).filter(|text| !text.is_empty()),
            after: Some("Tier 2, roles: مدير العمليات, 销售".into()),
            outside: number % 3 == 0,
        });
    }
    for number in 0..11 {
        let mut vote = vote(VOTES.first().unwrap_or(&("", "", Said::Agrees, "", "", 0)));
        vote.person = format!("Bartholomäus von und zu Hohenzollern-Sigmaringen {number}");
        vote.instead_of = "עומר כהן".into();
        vote.words = "Ich widerspreche nicht, sofern die Stichprobe hält. ".repeat(number);
        model.votes.push(vote);
        model.keys.push(Key {
            person: format!("Bartholomäus von und zu Hohenzollern-Sigmaringen {number}"),
            fingerprint: "5092daa57ec984fc9ee4823d05e47055b695876559058bc9cb30381cd1b13427".into(),
        });
    }
    model
}

const DIFFERENCES: [(&str, &str, &str, bool); 7] = [
    ("Permission to label", "3 Approval, RevOps", "4 Autonomous", false),
    ("Write stage", "Conditional write", "Automated write", false),
    ("Volume cap", "", "600 labels a day", false),
    ("Time window", "", "Mon to Fri, 06:00 to 22:00 Europe/Amsterdam", true),
    ("Segments", "All replies", "All but 38 named high-risk accounts", false),
    ("Monitoring metric", "", "Label agreement, floor 96.0 %", false),
    ("Next review", "30 September 2026", "14 September 2026", false),
];

const EVIDENCE: [(&str, &str, &str); 5] = [
    ("Samples", "0 of 65 items in error; below 4.6 %", "SMP-0037, SMP-0038"),
    ("No open exception of high severity", "0 open on 1 September", ""),
    ("Metrics hold", "Agreement 97.4 % (floor 96.0 %)", "WEEKLY-2026-W42"),
    ("Drift stable", "PSI 0.06 (ceiling 0.20)", ""),
    ("Kill-switch drill passed", "Stopped in 4 min", "STOP-0003"),
];

type VoteRow = (&'static str, &'static str, Said, &'static str, &'static str, u64);

const VOTES: [VoteRow; 3] = [
    (
        "Tomás Ferreira",
        "Legal",
        Said::Agrees,
        "No objection. Labels reach no customer.",
        "2026-09-01 16:20",
        3847,
    ),
    (
        "Priya Raman",
        "Security",
        Said::Approves,
        "The mailbox enforces cap and window, not the model.",
        "2026-09-02 15:40",
        3851,
    ),
    (
        "Maren Oduya",
        "Executive sponsor",
        Said::Approves,
        "Approved. Send me the first weekly sample.",
        "2026-09-03 09:26",
        3858,
    ),
];

fn vote((person, roles, said, words, signed, entry): &VoteRow) -> Vote {
    Vote {
        person: (*person).into(),
        roles: (*roles).into(),
        instead_of: if *person == "Priya Raman" { "Sofia Lind".into() } else { String::new() },
        said: *said,
        words: (*words).into(),
        signed: (*signed).into(),
        entry: Some(*entry),
    }
}

const ENTRIES: [(u64, &str, &str, &str, &str); 5] = [
    (3842, "2026-09-01 10:12:07", "Jonas Lindqvist", "Decision proposed", "13fa7f3dfa87920f"),
    (3847, "2026-09-01 16:20:33", "Tomás Ferreira", "Consulted: agrees", "2e5a54f03f15aa6e"),
    (3851, "2026-09-02 15:40:18", "Priya Raman", "Voted: approves", "6d81948d0c8fff37"),
    (3858, "2026-09-03 09:26:52", "Maren Oduya", "Voted: approves", "36f50676b8194198"),
    (3859, "2026-09-03 09:26:52", "Maren Oduya", "Decision applied", "89cfd3d151326827"),
];

fn entry((entry, at, by, says, leaf): &(u64, &str, &str, &str, &str)) -> Entry {
    Entry {
        entry: *entry,
        at: (*at).into(),
        by: (*by).into(),
        says: (*says).into(),
        leaf: leaf.repeat(4),
    }
}

const KEYS: [(&str, &str); 4] = [
    ("Jonas Lindqvist", "5092daa57ec984fc9ee4823d05e47055b695876559058bc9cb30381cd1b13427"),
    ("Tomás Ferreira", "f7048eb03f0775b60d8b7d0d4785a399c08ec6c8cef5001a358d79de21a3a6d5"),
    ("Priya Raman", "1a5808676e1871dd034df6f8683167701d1982489d1ac499c63ec78c8958361b"),
    ("Maren Oduya", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
];
