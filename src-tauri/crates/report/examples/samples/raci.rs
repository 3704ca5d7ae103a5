//! Matrices of a company that doesn't exist, and some that are hard to set.

use report::raci::{Mark, Matrix, Model, Role, Row};

use super::frame::northwind;

/// One matrix with many roles and one with few.
pub fn raci() -> Model {
    Model {
        frame: northwind("RACI", "As it stands after entry 4,812"),
        matrices: vec![
            Matrix {
                name: "Decisions".into(),
                since: "in force since entry 187".into(),
                roles: ROLES.iter().map(role).collect(),
                rows: vec![
                    row("ICP scoring change", "A....RCC....", Some("Marta Oduya")),
                    row("External message policy", ".A....C.R.C.", Some("Lena Haddad")),
                    row("Pricing exception", "....C......X", None),
                ],
                marks: vec![mark(true, "Pricing exception has nobody accountable")],
            },
            Matrix {
                name: "Governance".into(),
                since: "in force since entry 188".into(),
                roles: ROLES.iter().take(4).map(role).collect(),
                rows: vec![row("Inventory and tiering", "XCCC", Some("Marta Oduya"))],
                marks: vec![mark(false, "CTO is vacant")],
            },
        ],
    }
}

const ROLES: [(&str, &[&str]); 12] = [
    ("CRO", &["Marta Oduya"]),
    ("CMO", &["Lena Haddad"]),
    ("CISO", &["Priya Raman"]),
    ("CTO", &[]),
    ("CFO", &["Paul Osei"]),
    ("RevOps", &["Jonas Lindqvist"]),
    ("Sales", &["Daniel Okafor"]),
    ("Marketing", &["Lena Haddad"]),
    ("Marketing ops", &["Lena Haddad"]),
    ("Security", &["Priya Raman", "Aiko Brandt"]),
    ("Legal", &["Tomás Ferreira"]),
    ("Forward deployed engineer", &["Hannah Lindgren"]),
];

fn role((name, people): &(&str, &[&str])) -> Role {
    Role {
        name: (*name).into(),
        people: people.iter().map(|person| (*person).to_owned()).collect(),
    }
}

/// A letter for each role, a point for none, `X` for responsible and accountable.
fn row(activity: &str, letters: &str, accountable: Option<&str>) -> Row {
    let letters = letters.chars().map(|letter| match letter {
        '.' => String::new(),
        'X' => "RA".to_owned(),
        other => other.to_string(),
    });
    Row {
        activity: activity.into(),
        letters: letters.collect(),
        accountable: accountable.map(str::to_owned),
        named: None,
    }
}

fn mark(blocks: bool, title: &str) -> Mark {
    Mark { blocks, title: title.into(), says: "Name one person.".into() }
}

/// Sixty activities over thirty roles, names in many scripts.
pub fn hard_raci() -> Model {
    let mut model = raci();
    let names = [
        "ليلى حداد",
        "张伟",
        "प्रिया शर्मा",
        "Zoë 🙂",
        "Maximilian von Schwarzenfels-Hohenlandsberg",
    ];
    let name =
        |number: usize| names.iter().cycle().nth(number).copied().unwrap_or_default().to_owned();
    let roles: Vec<Role> = (1..=30)
        .map(|number| Role {
            name: format!("Function number {number}"),
            people: vec![name(number)],
        })
        .collect();
    let rows = (1..=60).map(|number| Row {
        activity: format!("Activity {number} {}", name(number)),
        letters: (0..30)
            .map(|at| if at == number % 30 { "RA".into() } else { "C".into() })
            .collect(),
        accountable: Some(name(number)),
        named: None,
    });
    if let Some(first) = model.matrices.first_mut() {
        (first.roles, first.rows) = (roles, rows.collect());
    }
    model
}
