//! Coverage of a company that doesn't exist, and one that is hard to set.

use report::coverage::{Framework, Model, Requirement, Standing, State};

use super::frame::northwind;

/// One framework with a gap, something old, something there and something left out.
pub fn coverage() -> Model {
    Model {
        frame: northwind("Framework coverage", "2026-Q3"),
        about:
            "What evidence the record holds for each requirement from 2026-07-01 to 2026-09-30. \
                Gaps come first."
                .into(),
        frameworks: vec![Framework {
            name: "EU AI Act".into(),
            says: "The articles that deployers meet. No legal advice.".into(),
            states: vec![
                standing(
                    State::None,
                    "No evidence",
                    vec![Requirement {
                        applies: "Applies from 2027-12-02".into(),
                        ..one(
                            "Article 26(7)",
                            "Workers are told first",
                            "Would be shown by: Evidence captured and attached.",
                        )
                    }],
                ),
                standing(
                    State::Earlier,
                    "Only earlier evidence",
                    vec![one(
                        "Article 27",
                        "Rights are assessed first",
                        "2 before the period. Newest: WF-0011, 2026-05-12.",
                    )],
                ),
                standing(
                    State::InPeriod,
                    "Evidence in the period",
                    vec![one(
                        "Article 14",
                        "A human can oversee it",
                        "12 in the period, 30 before it. Newest: EXC-0057, 2026-09-28.",
                    )],
                ),
                standing(
                    State::OutOfScope,
                    "Not in scope",
                    vec![one(
                        "Article 26(8)",
                        "Public bodies register",
                        "We are no public authority. Marta Oduya, entry 3,917.",
                    )],
                ),
            ],
        }],
        note: "It is no statement of compliance.".into(),
    }
}

/// Long words, many rows, and a framework without any.
pub fn hard() -> Model {
    let long = "Whatever the record holds of it, told in more words than fit in the width of a \
                column, with a/very/long/path/that/has/no/place/to/break/and/goes/on/and/on, and \
                مساعد تسجيل العملاء المحتملين beside 潜在客户评分助手";
    let rows = (1..=120).map(|number| one(&format!("MEASURE 2.{number}"), long, long)).collect();
    let mut model = coverage();
    model.frameworks.push(Framework {
        name: "A framework with an exceptionally long name that is told on more than one line"
            .into(),
        says: long.into(),
        states: vec![standing(State::None, "No evidence", rows)],
    });
    model.frameworks.push(Framework {
        name: "Nothing".into(),
        says: "It has no requirement.".into(),
        states: Vec::new(),
    });
    model
}

fn standing(state: State, words: &str, requirements: Vec<Requirement>) -> Standing {
    Standing { state, words: words.into(), requirements }
}

fn one(id: &str, title: &str, evidence: &str) -> Requirement {
    Requirement {
        id: id.into(),
        title: title.into(),
        asks: "See to it that it is so, and keep what shows it.".into(),
        applies: String::new(),
        evidence: evidence.into(),
    }
}
