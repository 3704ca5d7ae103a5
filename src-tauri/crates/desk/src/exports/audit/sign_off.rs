//! The sign-off: the quarter's audit, who closed and who countersigned it.

use report::audit::{Line, Part, Section};

use super::super::quarter::Quarter;
use super::cover::{by_entry, sign_off};
use super::table::{points, row, share, words};
use crate::reviews::{ReviewView, Signature};

pub(super) fn section(quarter: &Quarter) -> Section {
    let audit = quarter.audit.as_ref();
    let (_, stands) = sign_off(audit);
    let lines = audit.map(lines).unwrap_or_default();
    let columns = vec![points("", 130), share("", 1)];
    let empty = format!("The audit of {} has not begun, so nothing is signed.", quarter.period);
    Section {
        title: "Sign-off".to_owned(),
        holds: String::new(),
        lead: format!("{stands}."),
        parts: vec![Part {
            holds: String::new(),
            ..super::table::part("Signatures", columns, lines, &empty)
        }],
    }
}

fn lines(audit: &ReviewView) -> Vec<Line> {
    let fact = |name: &str, says: String| row(vec![words(name), words(says)]);
    let signature = |name: &str, signed: &Option<Signature>, missing: &str| match signed {
        Some(signed) => vec![
            fact(name, format!("{}, {}", signed.name, by_entry(signed))),
            fact("Key, SHA-256", signed.fingerprint.clone()),
            fact("Head after it", signed.head.clone()),
        ],
        None => vec![fact(name, missing.to_owned())],
    };
    let mut lines = vec![
        fact("Review", format!("{}, {}", audit.review, audit.name)),
        fact("Chair", audit.chair_name.clone().unwrap_or_default()),
        fact(
            "Took part",
            format!("{} of {} roles, quorum {}", audit.reached, audit.required, audit.quorum),
        ),
    ];
    lines.extend(signature("Closed by", &audit.closed, "Not closed yet"));
    if let Some(role) = &audit.countersigned_by {
        let missing = format!("Waits for the {}", role.to_lowercase());
        lines.extend(signature("Countersigned by", &audit.countersigned, &missing));
    }
    lines
}
