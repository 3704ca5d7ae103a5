//! The operating model of a company that doesn't exist, and one whose names are hard to set.

use report::operating_model::{Away, Call, Model, Owner, Rhythm, Right};

use super::frame::northwind;

/// A usual team.
pub fn operating_model() -> Model {
    Model {
        frame: northwind("Operating model", "As it stands after entry 4,812"),
        owners: OWNERS.iter().map(owner).collect(),
        rhythm: RHYTHM.iter().map(rhythm).collect(),
        rights: RIGHTS.iter().map(right).collect(),
        calls: CALLS.iter().map(call).collect(),
        away: vec![Away {
            person: "Wei Zhang".into(),
            until: "to 12 Oct 2026".into(),
            instead: "Data/engineering: Chloe Marsh".into(),
        }],
        stopping: [
            "Press stop on the workflow and give a reason. Nothing else is asked.",
            "The stop list is signed and written at once; connected systems read it.",
            "An exception opens with the steps that confirm the stop in each system.",
            "The clock runs until the last step is confirmed. Restart takes a decision.",
        ]
        .map(str::to_owned)
        .to_vec(),
        note: "People and roles as they stood on 7 October 2026. Times are Europe/Amsterdam."
            .into(),
    }
}

fn owner([activity, person, role, responsible, consulted]: &[&str; 5]) -> Owner {
    Owner {
        activity: (*activity).into(),
        person: (*person).into(),
        role: (*role).into(),
        responsible: (*responsible).into(),
        consulted: (*consulted).into(),
    }
}

fn rhythm((review, when, minutes, chair, attends): &(&str, &str, u32, &str, &str)) -> Rhythm {
    Rhythm {
        review: (*review).into(),
        when: (*when).into(),
        minutes: *minutes,
        chair: (*chair).into(),
        chair_role: "RevOps".into(),
        attends: (*attends).into(),
    }
}

fn right((decision, who, held, within): &(&str, &str, bool, &str)) -> Right {
    Right {
        decision: (*decision).into(),
        who: (*who).into(),
        held: *held,
        within: (*within).into(),
    }
}

fn call([when, person, role, next]: &[&str; 4]) -> Call {
    Call {
        when: (*when).into(),
        call: (*person).into(),
        role: (*role).into(),
        next: (*next).into(),
    }
}

#[rustfmt::skip]
const OWNERS: [[&str; 5]; 9] = [
    ["Inventory and tiering", "Jonas Lindqvist", "RevOps", "RevOps", "Sales leader, Marketing ops, Security, Legal"],
    ["Approval thresholds: pricing, exports", "Daniel Okafor", "Sales leader", "RevOps", "Security, Legal, Data/engineering"],
    ["Approval thresholds: sends", "Lena Haddad", "Marketing ops", "RevOps", "Security, Legal, Data/engineering"],
    ["Legal language and claims", "Tomás Ferreira", "Legal", "Legal", "RevOps, Sales leader, Marketing ops, Security"],
    ["Data access and vendor security", "Priya Raman", "Security", "Security", "RevOps, Legal, Data/engineering"],
    ["Logging and audit trail", "Priya Raman", "Security", "RevOps, Data/engineering", ""],
    ["Metrics and risk indicators", "Jonas Lindqvist", "RevOps", "RevOps", "Sales leader, Marketing ops, Security, Legal"],
    ["Incident response", "", "Security", "RevOps, Data/engineering", "Sales leader, Marketing ops, Legal"],
    ["Quarterly review and re-tiering", "Jonas Lindqvist", "RevOps", "RevOps", "Sales leader, Marketing ops, Security, Legal"],
];

const RHYTHM: [(&str, &str, u32, &str, &str); 4] = [
    ("Daily watch", "Every business day, 09:00", 10, "Jonas Lindqvist", "RevOps; quorum 1"),
    ("Weekly governance call", "Every week on Monday, 10:00", 60, "Jonas Lindqvist", "8 roles"),
    ("Monthly model review", "Every month on business day 4, 14:00", 90, "", "5 roles; quorum 3"),
    ("Quarterly audit", "Every quarter on day 7 of month 1, 13:00", 120, "Aiko Brandt", "9 roles"),
];

const RIGHTS: [(&str, &str, bool, &str); 5] = [
    ("Stop a workflow", "Anyone, alone", true, "at once"),
    ("Launch", "Executive sponsor; Security, Legal first", true, "72 h"),
    ("Message policy", "CMO or Executive sponsor", true, "72 h"),
    ("Pricing exception", "CRO", false, "24 h"),
    ("Policy adoption", "Executive sponsor", true, "5 days"),
];

const CALLS: [[&str; 4]; 3] = [
    ["AI did something wrong", "Jonas Lindqvist", "RevOps", "Nikolai Petrov"],
    ["Data may have leaked", "Priya Raman", "Security", "Aiko Brandt"],
    ["Output looks biased", "", "Compliance", ""],
];

/// Names in many scripts, and more activities than a page holds.
pub fn hard() -> Model {
    let mut model = operating_model();
    model.frame.demo = true;
    let names = [
        "ليلى حداد",
        "张伟",
        "प्रिया शर्मा",
        "Zoë Ångström 🙂",
        "Bartholomäus Freiherr von und zu Schwarzenfels-Hohenlandsberg",
    ];
    for (owner, name) in model.owners.iter_mut().zip(names.iter().cycle()) {
        owner.person = (*name).into();
    }
    for (call, name) in model.calls.iter_mut().zip(names.iter().rev()) {
        (call.call, call.next) = ((*name).into(), (*name).into());
    }
    let again = model.owners.clone();
    for turn in 2..8 {
        model.owners.extend(again.iter().map(|owner| Owner {
            activity: format!("{}, part {turn}", owner.activity),
            ..owner.clone()
        }));
    }
    model
}
