//! The small files in which a request and its signed statement travel between machines.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::encoding::{base64, from_base64_exact};
use crate::text::SealedText;
use crate::{Error, Hash, canonical};

use super::{SignedStatement, subject_hash};

const REQUEST: &str = "countersign statement request";
const RESPONSE: &str = "countersign statement";

/// A request for a statement. It holds everything the signer must see: the statement's hash is
/// taken over `subject`, so what was shown is what was signed. What stands `beside` is not signed:
/// a program that shows it says so, or holds it against the record first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The workspace id.
    pub ws: String,
    /// The workspace's name, to show.
    pub workspace: String,
    /// The person asked; none when whoever the workspace's rules admit may answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The kind of statement asked for.
    pub kind: String,
    /// The reference of what is judged.
    pub about: String,
    /// What is judged, whole: the difference, the proposal.
    pub subject: Value,
    /// What travels with it unsigned: names to show, a new key's possession.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub beside: Value,
    /// The head of the record when the request was made, `<size>:<root hex>`.
    pub head: String,
    /// Until when a statement is of use.
    pub expires: String,
}

/// A signed statement on its way back, with the texts its commitments stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The statement.
    pub signed: SignedStatement,
    /// Texts, their paths relative to the statement (such as `/reason`).
    pub texts: Vec<SealedText>,
    /// The request it answers, for a record that has not heard of it.
    pub request: Option<Request>,
}

#[derive(Serialize, Deserialize)]
struct RequestFile {
    countersign: String,
    v: u8,
    #[serde(flatten)]
    request: Request,
}

#[derive(Serialize, Deserialize)]
struct ResponseFile {
    countersign: String,
    v: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<Request>,
    signature: String,
    statement: String,
    #[serde(default)]
    texts: Vec<TextRow>,
}

#[derive(Serialize, Deserialize)]
struct TextRow {
    path: String,
    salt: String,
    text: String,
}

impl Request {
    /// The hash a statement about this request carries.
    ///
    /// # Errors
    /// [`Error::Number`] when the subject holds a number that is no safe integer.
    pub fn hash(&self) -> Result<Hash, Error> {
        subject_hash(&self.subject)
    }

    /// Writes the request file.
    ///
    /// # Errors
    /// As [`canonical::to_string`].
    pub fn to_file(&self) -> Result<String, Error> {
        let file = RequestFile { countersign: REQUEST.to_owned(), v: 1, request: self.clone() };
        write(&file)
    }

    /// Reads a request file.
    ///
    /// # Errors
    /// [`Error::StatementFile`] when it is none.
    pub fn from_file(text: &str) -> Result<Self, Error> {
        let file: RequestFile = read(text, REQUEST, "statement request")?;
        Ok(file.request)
    }
}

impl Response {
    /// Writes the statement file.
    ///
    /// # Errors
    /// As [`canonical::to_string`].
    pub fn to_file(&self) -> Result<String, Error> {
        write(&ResponseFile {
            countersign: RESPONSE.to_owned(),
            v: 1,
            request: self.request.clone(),
            signature: base64(&self.signed.signature),
            statement: self.signed.statement.clone(),
            texts: self
                .texts
                .iter()
                .map(|row| TextRow {
                    path: row.path.clone(),
                    salt: base64(&row.salt),
                    text: row.text.clone(),
                })
                .collect(),
        })
    }

    /// Reads a statement file. The signature is not judged here: whose key it must be, the
    /// record knows.
    ///
    /// # Errors
    /// [`Error::StatementFile`] when it is none.
    pub fn from_file(text: &str) -> Result<Self, Error> {
        let file: ResponseFile = read(text, RESPONSE, "signed statement")?;
        let signed = assemble(file.statement, &file.signature)?;
        let texts = file
            .texts
            .into_iter()
            .map(|row| {
                let salt = from_base64_exact(&row.salt)
                    .ok_or_else(|| refuse("signed statement", "a salt is not 16 bytes"))?;
                Ok(SealedText { path: row.path, salt, text: row.text })
            })
            .collect::<Result<_, Error>>()?;
        Ok(Self { signed, texts, request: file.request })
    }
}

pub(super) fn assemble(statement: String, signature: &str) -> Result<SignedStatement, Error> {
    if !serde_json::from_str::<Value>(&statement).is_ok_and(|value| value.is_object()) {
        return Err(refuse("signed statement", "the statement is no object"));
    }
    let signature = from_base64_exact(signature)
        .ok_or_else(|| refuse("signed statement", "the signature is not 64 bytes of base64"))?;
    Ok(SignedStatement { statement, signature })
}

fn write(file: &impl Serialize) -> Result<String, Error> {
    let value =
        serde_json::to_value(file).map_err(|error| Error::NotCanonical(error.to_string()))?;
    Ok(canonical::to_string(&value)? + "\n")
}

/// What a file calls itself is looked at first: it says more than a field that is missing.
fn read<T: for<'de> Deserialize<'de>>(
    text: &str,
    wanted: &str,
    what: &'static str,
) -> Result<T, Error> {
    let refused = |error: serde_json::Error| refuse(what, &error.to_string());
    let value: Value = serde_json::from_str(text).map_err(refused)?;
    match value.get("countersign").and_then(Value::as_str) {
        Some(found) if found == wanted => {}
        Some(found) => return Err(refuse(what, &format!("it calls itself a {found:?}"))),
        None => return Err(refuse(what, "it is no file of Countersign")),
    }
    match value.get("v").and_then(Value::as_u64) {
        Some(1) => {}
        Some(v) => {
            let says = format!("it is of version {v}; this program reads version 1");
            return Err(refuse(what, &says));
        }
        None => return Err(refuse(what, "it names no version")),
    }
    serde_json::from_value(value).map_err(refused)
}

fn refuse(what: &'static str, reason: &str) -> Error {
    Error::StatementFile { what, reason: reason.to_owned() }
}
