//! A file with a JSON value on each line as rows: flat objects, or OpenTelemetry's spans one by one
//! or in the envelopes in which an exporter writes them (OTLP/JSON).

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::text_file::hex;
use super::{ReadOptions, Row, RowFault, Survey};
use crate::Error;
use crate::words::excerpt;

/// Longest line that is read whole, in bytes.
const LONGEST: u64 = 16 << 20;
/// Kept of a line or cell that is over a limit, in characters.
const KEPT_OF_LONG: usize = 2_000;

/// Names and values of one row, in the order in which they stand.
type Pairs = Vec<(String, String)>;

/// A file of JSON values, read line by line.
pub struct JsonLines<R> {
    lines: Lines<R>,
    header: Row<'static>,
    expected: String,
    options: ReadOptions,
}

impl<R: Read> JsonLines<R> {
    /// Begins to read the file that was surveyed, which `open` gives from its beginning: its header
    /// is every name of all its lines, so that none is lost that is first said further down.
    ///
    /// # Errors
    /// [`Error::Empty`] where no line holds a name; [`Error::TooManyColumns`]; [`Error::Broken`].
    pub fn open(
        open: impl Fn() -> Result<R, Error>,
        survey: &Survey,
        options: &ReadOptions,
    ) -> Result<Self, Error> {
        let limit = options.limits.columns;
        // The names of an object have no order of their own.
        let mut names: BTreeSet<String> = BTreeSet::new();
        let mut lines = Lines::of(open()?);
        while lines.next()? {
            for (name, _) in rows(&lines.line).unwrap_or_default().into_iter().flatten() {
                if !names.contains(&name) {
                    names.insert(name);
                }
            }
            if names.len() > limit {
                return Err(Error::TooManyColumns { limit });
            }
        }
        if names.is_empty() {
            return Err(Error::Empty);
        }
        let cells = names.into_iter().map(Cow::Owned).collect();
        let header = Row { first_line: 1, last_line: 1, cells, fault: None };
        let (expected, options) = (survey.sha256.clone(), options.clone());
        Ok(Self { lines: Lines::of(open()?), header, expected, options })
    }

    /// The names that rows are read by.
    pub fn header(&self) -> &Row<'static> {
        &self.header
    }

    /// Gives every row to `take`, and how many bytes of the file were read by then.
    ///
    /// # Errors
    /// As those of [`super::Stream::each`].
    pub fn each<E: From<Error>>(
        &mut self,
        mut take: impl FnMut(Row<'_>, u64) -> Result<(), E>,
    ) -> Result<(), E> {
        while self.lines.next()? {
            let number = self.lines.number;
            if self.lines.line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            match rows(&self.lines.line) {
                Some(rows) => {
                    for pairs in rows {
                        take(self.row(number, &pairs), self.lines.bytes)?;
                    }
                }
                None => {
                    let shown =
                        excerpt(String::from_utf8_lossy(&self.lines.line).trim_end(), KEPT_OF_LONG);
                    let fault = Some(RowFault::NotJson { line: number });
                    let (first_line, last_line) = (number, number);
                    let cells = vec![Cow::Owned(shown)];
                    take(Row { first_line, last_line, cells, fault }, self.lines.bytes)?;
                }
            }
        }
        if hex(&self.lines.hash.clone().finalize()) == self.expected {
            Ok(())
        } else {
            Err(Error::Changed.into())
        }
    }

    fn row<'p>(&self, line: u64, pairs: &'p Pairs) -> Row<'p> {
        let limit = self.options.limits.cell_bytes;
        let mut fault = None;
        let cells = self.header.cells.iter().enumerate().map(|(at, name)| {
            // A span's own value stands after its resource's, and counts before it.
            let mut own = pairs.iter().rev();
            let cell = own.find(|(of, _)| of == name).map_or("", |(_, cell)| cell.as_str());
            let bytes = cell.len();
            if bytes > limit {
                fault = Some(RowFault::CellTooLong { column: at + 1, line, bytes, limit });
                return Cow::Owned(excerpt(cell, KEPT_OF_LONG));
            }
            Cow::Borrowed(cell)
        });
        let cells = cells.collect();
        Row { first_line: line, last_line: line, cells, fault }
    }
}

/// Lines of bytes, counted and hashed.
struct Lines<R> {
    source: BufReader<R>,
    line: Vec<u8>,
    number: u64,
    bytes: u64,
    hash: Sha256,
}

impl<R: Read> Lines<R> {
    fn of(source: R) -> Self {
        let source = BufReader::with_capacity(256 * 1024, source);
        Self { source, line: Vec::new(), number: 0, bytes: 0, hash: Sha256::new() }
    }

    /// Reads the next line; a line that is too long counts as several, none of which is JSON.
    fn next(&mut self) -> Result<bool, Error> {
        self.line.clear();
        let mut part = Read::take(&mut self.source, LONGEST);
        let read = part.read_until(b'\n', &mut self.line).map_err(Error::broken)?;
        self.hash.update(&self.line);
        self.bytes += read as u64;
        self.number += u64::from(read > 0);
        if self.number == 1 && self.line.starts_with(b"\xEF\xBB\xBF") {
            self.line.drain(..3);
        }
        Ok(read > 0)
    }
}

/// The rows that a line holds; none when it is no JSON object.
fn rows(line: &[u8]) -> Option<Vec<Pairs>> {
    let value: Value = serde_json::from_slice(line).ok()?;
    let object = value.as_object()?;
    let Some(envelopes) = object.get("resourceSpans").and_then(Value::as_array) else {
        return Some(vec![flat(&value, Vec::new())]);
    };
    let mut found = Vec::new();
    for envelope in envelopes {
        let resource = envelope.pointer("/resource/attributes").map(attributes).unwrap_or_default();
        let scopes = envelope.get("scopeSpans").and_then(Value::as_array).into_iter().flatten();
        for spans in scopes.filter_map(|scope| scope.get("spans")?.as_array()) {
            found.extend(spans.iter().map(|span| flat(span, resource.clone())));
        }
    }
    Some(found)
}

/// Every value of an object by its name; names within names are joined by dots.
fn flat(value: &Value, mut pairs: Pairs) -> Pairs {
    for (name, value) in value.as_object().into_iter().flatten() {
        add(name, value, &mut pairs);
    }
    pairs
}

fn add(name: &str, value: &Value, pairs: &mut Pairs) {
    match value {
        Value::Object(inner) => {
            for (below, value) in inner {
                add(&format!("{name}.{below}"), value, pairs);
            }
        }
        Value::Array(_) if name == "attributes" => pairs.extend(attributes(value)),
        Value::Array(several) => {
            let words: Vec<String> = several.iter().filter_map(scalar).collect();
            pairs.push((name.to_owned(), words.join(", ")));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            pairs.push((name.to_owned(), scalar(value).unwrap_or_default()));
        }
    }
}

/// Attributes as OTLP/JSON writes them: `[{"key":…,"value":{"stringValue":…}}]`.
fn attributes(list: &Value) -> Pairs {
    let one = |attribute: &Value| {
        let key = attribute.get("key")?.as_str()?.to_owned();
        let value = attribute.get("value")?;
        let inner = value.as_object().and_then(|typed| typed.values().next()).unwrap_or(value);
        let several = inner.get("values").and_then(Value::as_array).map(|values| {
            let each = values.iter().filter_map(|one| scalar(one.as_object()?.values().next()?));
            each.collect::<Vec<_>>().join(", ")
        });
        Some((key, several.or_else(|| scalar(inner))?))
    };
    list.as_array().into_iter().flatten().filter_map(one).collect()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> (Vec<String>, Vec<String>) {
        let options = ReadOptions::default();
        let survey = Survey::of(text.as_bytes(), &options).unwrap();
        let mut lines = JsonLines::open(|| Ok(text.as_bytes()), &survey, &options).unwrap();
        let header = lines.header().cells.iter().map(|cell| cell.to_string()).collect();
        let mut rows = Vec::new();
        lines
            .each::<Error>(|row, _| {
                let fault = row.fault.as_ref().map(|f| format!(" !{}", f.code()));
                rows.push(format!(
                    "{}: {}{}",
                    row.first_line,
                    row.cells.join("|"),
                    fault.unwrap_or_default()
                ));
                Ok(())
            })
            .unwrap();
        (header, rows)
    }

    #[test]
    fn objects_become_rows_under_every_name_there_is() {
        let (header, rows) = drawn(
            "{\"time\":\"2026-11-21T10:00:00Z\",\"tool\":{\"name\":\"CRM\"},\"tags\":[\"a\",\"b\"]}\n\n\
             {\"time\":\"2026-11-21T11:00:00Z\",\"ok\":true}\nno json\n",
        );
        assert_eq!(header, ["ok", "tags", "time", "tool.name"], "each once");
        assert_eq!(
            rows,
            [
                "1: |a, b|2026-11-21T10:00:00Z|CRM",
                "3: true||2026-11-21T11:00:00Z|",
                "4: no json !not-json"
            ],
            "a broken line costs no good one"
        );
    }

    #[test]
    fn a_name_that_is_first_said_far_down_is_a_column() {
        let mut text = "{\"time\":1}\n".repeat(600);
        text.push_str("{\"time\":2,\"approver\":\"Ann\"}\n");
        let (header, rows) = drawn(&text);
        assert_eq!(header, ["approver", "time"], "whichever line says it first");
        assert_eq!(rows.last().map(String::as_str), Some("601: Ann|2"));
    }

    #[test]
    fn more_names_than_columns_are_refused_and_none_is_left_out() {
        let text: String = (0..9).map(|n| format!("{{\"n{n}\":1}}\n")).collect();
        let mut options = ReadOptions::default();
        let survey = Survey::of(text.as_bytes(), &options).unwrap();
        options.limits.columns = 8;
        let opened = JsonLines::open(|| Ok(text.as_bytes()), &survey, &options);
        assert_eq!(opened.err(), Some(Error::TooManyColumns { limit: 8 }));
    }

    #[test]
    fn a_span_speaks_before_its_resource() {
        let own = r#"[{"key":"user","value":{"stringValue":"Ann"}}]"#;
        let line = format!(
            r#"{{"resourceSpans":[{{"resource":{{"attributes":[{{"key":"user","value":{{"stringValue":"host"}}}}]}},"scopeSpans":[{{"spans":[{{"name":"chat","attributes":{own}}}]}}]}}]}}"#
        );
        assert_eq!(drawn(&line).1, ["1: chat|Ann"], "what is nearer to it");
    }

    #[test]
    fn spans_are_taken_out_of_their_envelopes() {
        let span = |id: &str| {
            format!(
                r#"{{"spanId":"{id}","name":"chat","startTimeUnixNano":"1795251906000000000","attributes":[{{"key":"gen_ai.operation.name","value":{{"stringValue":"chat"}}}},{{"key":"gen_ai.usage.input_tokens","value":{{"intValue":"12"}}}},{{"key":"gen_ai.response.finish_reasons","value":{{"arrayValue":{{"values":[{{"stringValue":"stop"}}]}}}}}}],"status":{{"code":1}}}}"#
            )
        };
        let line = format!(
            r#"{{"resourceSpans":[{{"resource":{{"attributes":[{{"key":"service.name","value":{{"stringValue":"sdr"}}}}]}},"scopeSpans":[{{"spans":[{},{}]}}]}}]}}"#,
            span("a1"),
            span("a2")
        );
        let (header, rows) = drawn(&line);
        assert_eq!(
            header,
            [
                "gen_ai.operation.name",
                "gen_ai.response.finish_reasons",
                "gen_ai.usage.input_tokens",
                "name",
                "service.name",
                "spanId",
                "startTimeUnixNano",
                "status.code"
            ],
            "the resource’s, the span’s and its attributes"
        );
        assert_eq!(
            rows,
            [
                "1: chat|stop|12|chat|sdr|a1|1795251906000000000|1",
                "1: chat|stop|12|chat|sdr|a2|1795251906000000000|1"
            ],
            "a row for each span"
        );
    }
}
