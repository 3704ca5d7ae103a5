//! The explicit column map: a small JSON file that says which column fills which field.

use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, Visitor};

use crate::Error;

/// Which columns fill which fields, as someone wrote it down:
/// `{"Tool": "product", "#7": "owner", "Remarks": null}`. A column is named by its header, or by
/// its place (`#7`) where headers repeat; `null` leaves it out. Columns not named are guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    entries: Vec<(String, Option<String>)>,
}

impl ColumnMap {
    /// Reads a column map from JSON.
    ///
    /// # Errors
    /// [`Error::MapUnreadable`] with the place in the map, also when a column stands there twice.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let json = json.strip_prefix('\u{FEFF}').unwrap_or(json);
        let mut reader = serde_json::Deserializer::from_str(json);
        let read = reader.deserialize_map(Entries).and_then(|entries| {
            reader.end()?;
            Ok(entries)
        });
        match read {
            Ok(entries) => Ok(ColumnMap { entries }),
            Err(error) => Err(Error::MapUnreadable {
                line: error.line(),
                column: error.column(),
                // The reader repeats the place, which the error already carries.
                detail: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
            }),
        }
    }

    /// Adds one column: the field it fills, or `None` to leave it out.
    #[must_use]
    pub fn with(mut self, column: &str, field: Option<&str>) -> Self {
        self.entries.push((column.to_owned(), field.map(str::to_owned)));
        self
    }

    /// The columns and their fields, in the order written.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.entries.iter().map(|(column, field)| (column.as_str(), field.as_deref()))
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, Option<String>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of columns and fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries: Self::Value = Vec::new();
        while let Some((column, field)) = map.next_entry::<String, Option<String>>()? {
            if entries.iter().any(|(earlier, _)| *earlier == column) {
                let twice = format!("the column “{column}” stands there twice");
                return Err(serde::de::Error::custom(twice));
            }
            entries.push((column, field));
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_that_cannot_be_read_is_refused_with_the_place() {
        let cases = [
            ("{\"Tool\": \"product\",}", 1, "trailing comma"),
            ("{\"Tool\": 3}", 1, "invalid type"),
            ("{\n\"Tool\": \"product\",\n\"Tool\": \"vendor\"}", 3, "“Tool” stands there twice"),
            ("[\"Tool\"]", 1, "an object of columns and fields"),
            ("{} {}", 1, "trailing characters"),
            ("", 1, "EOF"),
        ];
        for (json, expected, words) in cases {
            let Err(Error::MapUnreadable { line, detail, .. }) = ColumnMap::from_json(json) else {
                panic!("{json:?} must be refused");
            };
            assert_eq!(line, expected, "line of the trouble in {json:?}");
            assert!(detail.contains(words), "{detail:?} says what is wrong with {json:?}");
            assert!(
                !detail.contains(" at line"),
                "the place is said once, not again in {detail:?}"
            );
        }
    }

    #[test]
    fn a_map_keeps_what_it_says() {
        let map = ColumnMap::from_json("{\"Tool\": \"product\", \"Remarks\": null}").unwrap();
        let expected = ColumnMap::default().with("Tool", Some("product")).with("Remarks", None);
        assert_eq!(map, expected, "null leaves a column out");
    }
}
