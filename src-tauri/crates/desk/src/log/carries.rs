//! What an entry's body carries: the texts that it commits to, and statements signed elsewhere.

use serde_json::{Map, Value};

use crate::sealed::is_sealed;

/// What a body carries.
#[derive(Default)]
pub(super) struct Carries {
    /// Where it commits to texts, as JSON pointers that lead on into its statements.
    pub(super) texts: Vec<String>,
    /// The statements, each with the pointer to its fields.
    pub(super) statements: Vec<(String, Value)>,
}

impl Carries {
    /// All that `body` carries, in its order.
    pub(super) fn of(body: &Value) -> Self {
        let mut carries = Self::default();
        carries.walk(body, &mut String::new());
        carries
    }

    fn walk(&mut self, value: &Value, path: &mut String) {
        match value {
            Value::Object(fields) if is_sealed(fields) => self.texts.push(path.clone()),
            Value::Object(fields) => match signed(fields) {
                // A statement is a document of its own, signed as it is written.
                Some(statement) => {
                    let mut inner = format!("{path}/statement");
                    self.walk(&statement, &mut inner);
                    self.statements.push((inner, statement));
                }
                None => fields.iter().for_each(|(name, inner)| self.step(name, inner, path)),
            },
            Value::Array(items) => {
                let places = items.iter().enumerate();
                places.for_each(|(place, inner)| self.step(&place.to_string(), inner, path));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn step(&mut self, name: &str, inner: &Value, path: &mut String) {
        let length = path.len();
        path.push('/');
        path.push_str(&name.replace('~', "~0").replace('/', "~1"));
        self.walk(inner, path);
        path.truncate(length);
    }
}

/// The statement in a signed one.
fn signed(fields: &Map<String, Value>) -> Option<Value> {
    let statement = fields.get("statement").filter(|_| fields.contains_key("signature"))?;
    serde_json::from_str(statement.as_str()?).ok()
}
