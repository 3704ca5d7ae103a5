//! A version of a policy, and one that is hard to set.

use report::policy::{Difference, Model, Person, Section, State};

use super::frame::northwind;

const SECTIONS: [(&str, &str); 4] = [
    (
        "What this is for",
        "AI takes routine work off our hands, and we want it used. What it writes, scores or changes \
         goes out under our name all the same, so somebody has to answer for it.\n\nIt is a safe \
         lane, not a ban: what cannot hurt stays quick, and only what can hurt is gated.",
    ),
    (
        "Customer data",
        "Use the least that does the job, in the tools the register names for it.\n\nAllowed:\n- \
         business contact details and firmographic facts whose source is recorded;\n- what a customer \
         told us, for the purpose they told it for.\n\nProhibited:\n- passwords, keys, tokens and \
         payment details, in any prompt or any field, whoever asks for them and however urgent it is \
         said to be;\n- customer data to a vendor who trains models on it.",
    ),
    (
        "Call recordings and notes",
        "- A call is recorded only where everybody on it was told at its start and nobody objected.\n\
         - A summary is a draft: whoever was on the call reads it before it is filed.\n- Recordings \
         are deleted after 60 days, also at the vendor.",
    ),
    ("Audit", "Nobody picks what is drawn. WF-0011 is looked at each month."),
];

/// In force in its second version, with somebody late and somebody new.
pub fn policy() -> Model {
    let mut frame = northwind("Policy", "POL-0001: version 2");
    frame.records.insert("DEC-0019".into(), "decisions/DEC-0019.pdf".into());
    let section = |(heading, body): &(&str, &str)| Section {
        heading: (*heading).into(),
        body: (*body).into(),
    };
    Model {
        frame,
        title: "Acceptable use of AI in sales".into(),
        reference: "POL-0001".into(),
        about:
            "POL-0001, acceptable use. Version 2 of 2, written by Jonas Lindqvist on 29 June 2026, \
                entry 1,180."
                .into(),
        state: State::InForce,
        facts: [
            ("Version", "2 of 2"),
            ("Adopted by", "DEC-0019"),
            ("In force since", "2026-07-01"),
            ("Attested", "3 of 5"),
            ("Late", "1"),
        ]
        .map(|(name, fact)| (name.into(), fact.into()))
        .into(),
        sections: SECTIONS.iter().map(section).collect(),
        against: Some("against version 1".into()),
        differences: vec![
            Difference {
                field: "Call recordings and notes".into(),
                before: Some("- Recordings are deleted after 90 days, also at the vendor.".into()),
                after: Some("- Recordings are deleted after 60 days, also at the vendor.".into()),
            },
            Difference {
                field: "Audit".into(),
                before: None,
                after: Some("Nobody picks what is drawn.".into()),
            },
        ],
        attested: "3 of 5; 1 is late".into(),
        asks:
            "Asked of everybody. With each new version, and every 365 days. Whoever is asked has \
               14 days for it."
                .into(),
        people: vec![
            person("Ines Moreau", "SDR", Some(true), "was due 2026-07-15", None),
            person("Pia Sand", "AE", Some(false), "due 2026-10-14", None),
            person("Jonas Lindqvist", "RevOps", None, "2026-07-02", Some(1_244)),
            person("Maren Oduya", "Executive sponsor", None, "2026-07-03", Some(1_251)),
            person("Priya Raman", "Security, Compliance", None, "2026-07-03", Some(1_252)),
        ],
        subject: "2f3c41d7a90b55e2".repeat(4),
    }
}

fn person(name: &str, roles: &str, late: Option<bool>, when: &str, entry: Option<u64>) -> Person {
    Person {
        name: name.into(),
        roles: roles.into(),
        attested: late.is_none(),
        late: late == Some(true),
        when: when.into(),
        entry,
    }
}

/// A retired one with a long head, a long word, another script, one section over pages, many people.
pub fn hard() -> Model {
    let long = "What has to hold before anything is sent to anybody outside of the company at all";
    let word = format!("https://northwind.example/{}", "policies".repeat(12));
    let many = (0..70).map(|number| {
        person(&format!("Person {number} of the field"), "AE", None, "2026-07-02", Some(number))
    });
    let body = format!("- استخدم أقل قدر من البيانات.\n- {word}\n\n{}", SECTIONS[0].1.repeat(24));
    Model {
        state: State::Retired,
        sections: vec![
            Section { heading: long.into(), body: "Short.".into() },
            Section { heading: "Everything else".into(), body },
            Section { heading: "(erased)".into(), body: String::new() },
        ],
        against: None,
        differences: Vec::new(),
        people: many.collect(),
        ..policy()
    }
}
