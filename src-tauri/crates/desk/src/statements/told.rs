//! An event that travels with a request: sealed, as it was entered and is signed, and beside it the
//! words it commits to.

use std::collections::BTreeMap;

use domain::Event;
use ledger::encoding::{base64, from_base64_exact};
use ledger::text::commitment;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Slice, Store, TextRow};

use crate::Problem;
use crate::sealed::holds_sealed;

/// Words, where an event commits to them.
#[derive(Serialize, Deserialize)]
pub(crate) struct TextBeside {
    pub path: String,
    pub salt: String,
    pub text: String,
}

/// The words that the event of `entry` commits to.
pub(crate) fn texts_beside(store: &Store, entry: u64) -> Result<Vec<TextBeside>, Problem> {
    let mut texts = Vec::new();
    store.texts(Slice { from: entry, to: entry }, |row: TextRow| {
        if let Some(path) = row.path.strip_prefix("/event") {
            let (path, salt) = (path.to_owned(), base64(&row.salt));
            texts.push(TextBeside { path, salt, text: row.text });
        }
        Ok::<_, Problem>(())
    })?;
    Ok(texts)
}

/// The event that `subject` is, its words opened: each must be the one that it commits to, none may be
/// missing, and nothing may stand in what is signed that an event does not say.
///
/// # Errors
/// `statement-unreadable` where its parts do not fit each other.
pub(crate) fn event_told(subject: &Value, texts: &[TextBeside]) -> Result<Event, Problem> {
    let mut opened = subject.clone();
    let mut left: BTreeMap<&str, &TextBeside> = BTreeMap::new();
    for text in texts {
        let committed = subject.pointer(&text.path).and_then(|found| found.get("c"));
        let salt = from_base64_exact::<16>(&text.salt);
        let fits = salt
            .is_some_and(|salt| committed == Some(&json!(base64(&commitment(&salt, &text.text)))));
        if !fits || left.insert(&text.path, text).is_some() {
            return Err(altered());
        }
    }
    ledger::text::open(&mut opened, "", &|path| Some(left.get(path)?.text.clone()));
    let event: Event =
        serde_json::from_value(opened.clone()).map_err(|error| unreadable(&error))?;
    // What is read must say all that is signed: no field passed over, no word left sealed.
    let same = serde_json::to_value(&event).is_ok_and(|again| again == opened);
    if same && !holds_sealed(&opened) { Ok(event) } else { Err(altered()) }
}

pub(crate) fn altered() -> Problem {
    unreadable(&"its parts do not fit each other; it was altered")
}

pub(crate) fn unreadable(why: &dyn std::fmt::Display) -> Problem {
    let says = format!("This request cannot be read: {why}. Ask for the file again.");
    Problem::new("statement-unreadable", says)
}
