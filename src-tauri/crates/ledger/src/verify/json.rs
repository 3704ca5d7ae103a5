//! The verifier's own reader of canonical JSON: what does not have the one form RFC 8785 gives
//! it is refused, so there is never a second reading of signed bytes.

use std::borrow::Cow;
use std::cmp::Ordering;

/// Lists and objects may lie this deep in each other.
pub(super) const DEEPEST: usize = 64;
pub(super) const MAX_INTEGER: i64 = (1 << 53) - 1;

/// A JSON value, its strings borrowed where they hold no escape.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Str(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Map(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Where and why bytes are no canonical JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flaw {
    /// Byte offset, from 0.
    pub at: usize,
    pub why: &'static str,
}

/// Writes a value that was read in the one form it can have been read from.
pub(super) fn write(value: &Json<'_>) -> String {
    let mut written = String::new();
    put(value, &mut written);
    written
}

fn put(value: &Json<'_>, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Int(number) => out.push_str(&number.to_string()),
        Json::Str(text) => put_string(text, out),
        Json::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                put(item, out);
            }
            out.push(']');
        }
        Json::Map(fields) => {
            out.push('{');
            for (place, (name, field)) in fields.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                put_string(name, out);
                out.push(':');
                put(field, out);
            }
            out.push('}');
        }
    }
}

fn put_string(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
}

/// Reads one canonical value that fills `bytes` whole.
pub(super) fn read(bytes: &[u8]) -> Result<Json<'_>, Flaw> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Flaw { at: error.valid_up_to(), why: "this is not UTF-8" })?;
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    if reader.at < text.len() {
        return reader.refuse("something follows the value");
    }
    Ok(value)
}

impl<'a> Json<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&Json<'a>> {
        match self {
            Self::Map(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, v)| v),
            Self::Null | Self::Bool(_) | Self::Int(_) | Self::Str(_) | Self::List(_) => None,
        }
    }

    pub(super) fn str(&self) -> Option<&str> {
        if let Self::Str(text) = self { Some(text) } else { None }
    }

    pub(super) fn int(&self) -> Option<i64> {
        if let Self::Int(number) = self { Some(*number) } else { None }
    }

    /// The value of an object's only field, where that is its name.
    pub(super) fn only(&self, name: &str) -> Option<&Json<'a>> {
        match self {
            Self::Map(fields) => match fields.as_slice() {
                [(field, value)] if field == name => Some(value),
                _ => None,
            },
            Self::Null | Self::Bool(_) | Self::Int(_) | Self::Str(_) | Self::List(_) => None,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Json<'a>, Flaw> {
        if depth > DEEPEST {
            return self.refuse("values lie too deep in each other");
        }
        match self.peek() {
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Str),
            Some(b'-' | b'0'..=b'9') => self.int(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.refuse("no value starts here"),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Json<'a>, Flaw> {
        let mut fields: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
        self.at += 1;
        if self.take(b'}') {
            return Ok(Json::Map(fields));
        }
        loop {
            let start = self.at;
            let name = self.string()?;
            if fields.last().is_some_and(|(last, _)| utf16_order(last, &name) != Ordering::Less) {
                return Err(Flaw { at: start, why: "this name is repeated or out of order" });
            }
            self.expect(b':', "a colon belongs here")?;
            fields.push((name, self.value(depth + 1)?));
            if self.take(b'}') {
                return Ok(Json::Map(fields));
            }
            self.expect(b',', "a comma or closing brace belongs here")?;
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json<'a>, Flaw> {
        let mut items = Vec::new();
        self.at += 1;
        if self.take(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.take(b']') {
                return Ok(Json::List(items));
            }
            self.expect(b',', "a comma or closing bracket belongs here")?;
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Flaw> {
        self.expect(b'"', "a string belongs here")?;
        let plain = self.plain();
        if self.take(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Cow::Owned(text));
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return self.refuse("this character must be escaped"),
                None => return self.refuse("the string does not end"),
            }
            text.push_str(self.plain());
        }
    }

    /// The characters up to the next quote, backslash or control character.
    fn plain(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest
            .bytes()
            .position(|byte| byte == b'"' || byte == b'\\' || byte < b' ')
            .unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// The escapes RFC 8785 section 3.2.2.2 leaves: short where there is a short one.
    fn escape(&mut self) -> Result<char, Flaw> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (length, character) = match rest {
            [_, b'"', ..] => (2, '"'),
            [_, b'\\', ..] => (2, '\\'),
            [_, b'b', ..] => (2, '\u{8}'),
            [_, b't', ..] => (2, '\t'),
            [_, b'n', ..] => (2, '\n'),
            [_, b'f', ..] => (2, '\u{c}'),
            [_, b'r', ..] => (2, '\r'),
            [_, b'u', b'0', b'0', high @ (b'0' | b'1'), low, ..] => match control(*high, *low) {
                Some(character) => (6, character),
                None => return self.refuse("this escape has a shorter form"),
            },
            _ => return self.refuse("this escape is not the canonical one"),
        };
        self.at += length;
        Ok(character)
    }

    fn int(&mut self) -> Result<Json<'a>, Flaw> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let end = rest
            .bytes()
            .position(|byte| !matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9'))
            .unwrap_or(rest.len());
        let digits = rest.get(..end).unwrap_or_default();
        let number = digits.parse::<i64>().ok().filter(|number| {
            number.checked_abs().is_some_and(|size| size <= MAX_INTEGER)
                && number.to_string() == digits
        });
        let Some(number) = number else {
            return self.refuse("this is no integer below 2^53 in its one form");
        };
        self.at += end;
        Ok(Json::Int(number))
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Result<Json<'a>, Flaw> {
        if !self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return self.refuse("no value starts here");
        }
        self.at += word.len();
        Ok(value)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, byte: u8, why: &'static str) -> Result<(), Flaw> {
        if self.take(byte) { Ok(()) } else { self.refuse(why) }
    }

    fn refuse<T>(&self, why: &'static str) -> Result<T, Flaw> {
        Err(Flaw { at: self.at, why })
    }
}

/// The control characters that have no short escape, by their two lower-case hex digits.
fn control(high: u8, low: u8) -> Option<char> {
    let low = match low {
        b'0'..=b'9' => low - b'0',
        b'a'..=b'f' => low - b'a' + 10,
        _ => return None,
    };
    let code = (high - b'0') * 16 + low;
    let short = matches!(code, 0x08 | 0x09 | 0x0a | 0x0c | 0x0d);
    (!short).then_some(char::from(code))
}

/// RFC 8785 section 3.2.3 sorts names by their UTF-16 code units.
fn utf16_order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_is_read_and_everything_else_is_refused_where_it_errs() {
        let right = [
            r#"{}"#,
            r#"{"a":[1,-2,0,true,false,null],"b":"\"\\\b\t\n\f\r\u0000\u001f/é€"}"#,
            r#"{"1":1,"a":{},"é":2,"😀":3}"#,
            "{\"😀\":3,\"\u{fb33}\":4}",
            r#"9007199254740991"#,
        ];
        for text in right {
            assert!(read(text.as_bytes()).is_ok(), "{text} is canonical");
        }
        let wrong: [(&str, usize); 21] = [
            ("", 0),
            (" {}", 0),
            ("{ }", 1),
            (r#"{"b":1,"a":1}"#, 7),
            (r#"{"a":1,"a":1}"#, 7),
            ("{\"\u{fb33}\":4,\"😀\":3}", 9),
            (r#"{"a":01}"#, 5),
            (r#"{"a":-0}"#, 5),
            (r#"{"a":1.5}"#, 5),
            (r#"{"a":1e2}"#, 5),
            (r#"{"a":+1}"#, 5),
            (r#"{"a":9007199254740992}"#, 5),
            (r#"{"a":"\/"}"#, 6),
            (r#"{"a":"\u0041"}"#, 6),
            (r#"{"a":"\u000a"}"#, 6),
            (r#"{"a":"\u001F"}"#, 6),
            ("{\"a\":\"\n\"}", 6),
            (r#"{"a":"x"#, 7),
            (r#"{"a":1}x"#, 7),
            (r#"{"a":tru}"#, 5),
            ("[1,]", 3),
        ];
        for (text, at) in wrong {
            assert_eq!(read(text.as_bytes()).map_err(|flaw| flaw.at), Err(at), "{text:?}");
        }
        assert_eq!(read(&[b'"', 0xff, b'"']).map_err(|flaw| flaw.at), Err(1), "no UTF-8");
    }

    #[test]
    fn an_empty_list_or_object_lies_inside_64_others_but_not_inside_65() {
        for (open, inside, close) in [("[", "[]", "]"), ("{\"a\":", "{}", "}"), ("[", "1", "]")] {
            let lies = |deep| format!("{}{inside}{}", open.repeat(deep), close.repeat(deep));
            assert!(read(lies(64).as_bytes()).is_ok(), "{inside} inside 64");
            assert!(read(lies(65).as_bytes()).is_err(), "{inside} inside 65");
        }
    }

    #[test]
    fn values_too_deep_in_each_other_are_refused_without_a_crash() {
        let deep = "[".repeat(1_000_000);
        assert!(read(deep.as_bytes()).is_err(), "a million brackets do not overflow the stack");
    }
}
