//! Reading a signed statement as strictly as a verifier does, before an entry carries it.

use serde_json::Value;

use super::{SignedStatement, Statement};
use crate::encoding::{from_base64_exact, from_hex_exact};
use crate::text::SealedText;
use crate::{Error, canonical, text};

impl SignedStatement {
    /// What was signed. The signature itself is judged by [`Self::accepted_by`].
    ///
    /// # Errors
    /// [`Error::StatementFile`] when a verifier would not read it: a field that is missing,
    /// malformed or unknown, or bytes that are not the canonical JSON of these fields.
    pub fn read(&self) -> Result<Statement, Error> {
        let value: Value =
            serde_json::from_str(&self.statement).map_err(|error| refuse(&error.to_string()))?;
        let field = |name: &'static str| {
            let text = value.get(name).and_then(Value::as_str);
            text.map(str::to_owned).ok_or_else(|| refuse(&format!("it has no field {name:?}")))
        };
        let malformed = |name: &str| refuse(&format!("its field {name:?} is malformed"));
        let statement = Statement {
            ws: field("ws")?,
            kind: field("kind")?,
            about: field("about")?,
            hash: from_hex_exact(&field("hash")?).ok_or_else(|| malformed("hash"))?,
            verdict: field("verdict")?,
            reason: value.get("reason").cloned(),
            head: field("head")?.parse().map_err(|_| malformed("head"))?,
            at: field("at")?,
            expires: field("expires")?,
            nonce: from_base64_exact(&field("nonce")?).ok_or_else(|| malformed("nonce"))?,
            by: field("by")?,
            key: field("key")?.parse().map_err(|_| malformed("key"))?,
        };
        statement.check_forms()?;
        if statement.reason.as_ref().is_some_and(|reason| text::committed(reason).is_none()) {
            return Err(malformed("reason"));
        }
        // Whatever else stood in it, or stood otherwise, would not come back the same.
        if canonical::to_string(&statement.value())? != self.statement {
            return Err(refuse("it is not the canonical JSON of a statement’s fields"));
        }
        Ok(statement)
    }

    /// Whether these texts are the ones the statement commits to: each of its commitments has its
    /// text, and no text is left over.
    #[must_use]
    pub fn commits_to(&self, texts: &[SealedText]) -> bool {
        let statement: Option<Value> = serde_json::from_str(&self.statement).ok();
        let reason = statement.as_ref().and_then(|value| value.get("reason"));
        match (reason.and_then(text::committed), texts) {
            (None, []) => reason.is_none(),
            (Some(committed), [only]) => {
                only.path == "/reason" && text::commitment(&only.salt, &only.text) == committed
            }
            (None | Some(_), _) => false,
        }
    }
}

fn refuse(reason: &str) -> Error {
    Error::StatementFile { what: "signed statement", reason: reason.to_owned() }
}
