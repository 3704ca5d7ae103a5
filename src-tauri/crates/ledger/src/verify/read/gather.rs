//! Gathering what may lie anywhere in an event: commitments to texts, and signed statements.

use crate::primitive::Hash;

use super::super::bytes::base64;
use super::super::json::{self, Json};
use super::Statement;

/// What was gathered from one body.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Gathered {
    /// Sorted by place once the body is read.
    pub commitments: Vec<Committed>,
    pub statements: Vec<(String, Result<Statement, String>)>,
    /// Places where a text stands in the clear, or a commitment is malformed.
    pub malformed: Vec<(String, &'static str)>,
    /// Whether what is walked lies in a statement.
    inside: bool,
}

/// A commitment and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Committed {
    pub path: String,
    /// None where it is malformed: then it is nobody's text.
    pub hash: Option<Hash>,
}

impl Gathered {
    pub(super) fn from(&mut self, value: &Json<'_>, path: &str) {
        let mut at = path.to_owned();
        self.walk(value, &mut at);
    }

    fn walk(&mut self, value: &Json<'_>, at: &mut String) {
        match value {
            Json::Null | Json::Bool(_) | Json::Int(_) | Json::Str(_) => {}
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.step(item, &index.to_string(), at);
                }
            }
            Json::Map(fields) => {
                if let Some(Json::Str(commitment)) = value.only("c") {
                    let hash = base64(commitment);
                    if hash.is_none() {
                        self.malform(at, "is no commitment: no base64 of 32 bytes");
                    }
                    self.commitments.push(Committed { path: at.clone(), hash });
                    return;
                }
                if let Some(Json::Str(_)) = value.only("t") {
                    self.malform(at, "stands in the clear");
                    return;
                }
                if let [(s, Json::Str(signature)), (t, Json::Str(statement))] = fields.as_slice()
                    && s == "signature"
                    && t == "statement"
                {
                    self.statement(statement, signature, at);
                    return;
                }
                for (name, field) in fields {
                    self.step(field, name, at);
                }
            }
        }
    }

    fn step(&mut self, value: &Json<'_>, name: &str, at: &mut String) {
        if matches!(value, Json::List(_) | Json::Map(_)) {
            let length = at.len();
            at.push('/');
            for character in name.chars() {
                match character {
                    '~' => at.push_str("~0"),
                    '/' => at.push_str("~1"),
                    plain => at.push(plain),
                }
            }
            self.walk(value, at);
            at.truncate(length);
        }
    }

    /// A signed statement is a document of its own; the pointer goes on into it. It stands in front
    /// of those it carries.
    fn statement(&mut self, statement: &str, signature: &str, at: &str) {
        let read = Statement::read(statement, signature, !self.inside);
        self.statements.push((at.to_owned(), read));
        if let Ok(inner) = json::read(statement.as_bytes()) {
            let around = std::mem::replace(&mut self.inside, true);
            self.from(&inner, &format!("{at}/statement"));
            self.inside = around;
        }
    }

    fn malform(&mut self, at: &str, why: &'static str) {
        self.malformed.push((at.to_owned(), why));
    }
}
