//! A table as a stream of rows: of a file of any size only a stretch is held.

use std::io::Read;

use encoding_rs::{Decoder, DecoderResult};
use sha2::{Digest, Sha256};

use super::sheet::fitted;
use super::text_file::hex;
use super::{Delimiter, Holds, ReadOptions, Row, RowFault, Rows, Survey, delimiter};
use crate::Error;

/// How much is read at once; more where a row is longer.
const AT_ONCE: usize = 256 * 1024;
/// How far a quote is looked for that would close another, in bytes of text.
const FURTHEST_QUOTE: usize = 16 << 20;

/// Delimited text, read row by row.
pub struct Stream<R> {
    source: R,
    decoder: Decoder,
    chunk: Vec<u8>,
    /// Text that was decoded and not yet given out, from the beginning of a row.
    text: String,
    line: u64,
    ended: bool,
    damaged: bool,
    hash: Sha256,
    bytes: u64,
    expected: String,
    delimiter: Delimiter,
    options: ReadOptions,
    header: Row<'static>,
}

impl<R: Read> Stream<R> {
    /// Begins to read the file that was surveyed: finds the delimiter and the header.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::BrokenHeader`], [`Error::Broken`].
    pub fn open(source: R, survey: &Survey, options: &ReadOptions) -> Result<Self, Error> {
        let Holds::Text { encoding, .. } = survey.holds else { return Err(Error::Empty) };
        let mut stream = Self {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            chunk: vec![0; AT_ONCE],
            text: String::new(),
            line: 1,
            ended: false,
            damaged: false,
            hash: Sha256::new(),
            bytes: 0,
            expected: survey.sha256.clone(),
            delimiter: Delimiter::Comma,
            options: options.clone(),
            header: Row { first_line: 1, last_line: 1, cells: Vec::new(), fault: None },
        };
        stream.more()?;
        let declared = delimiter::declared(&stream.text);
        // A declaring line becomes a blank one, so that the lines below keep their numbers.
        stream.text.drain(..declared.map_or(0, |(_, length)| length));
        let guessed = || delimiter::guess(&stream.text, options.limits);
        stream.delimiter =
            options.delimiter.or(declared.map(|(found, _)| found)).unwrap_or_else(guessed);
        stream.header = stream.find_header()?;
        Ok(stream)
    }

    /// The header.
    pub fn header(&self) -> &Row<'static> {
        &self.header
    }

    /// The delimiter the rows are cut by.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// Whether some bytes made no sense in the encoding. U+FFFD stands in their place.
    pub fn damaged(&self) -> bool {
        self.damaged
    }

    /// Gives every row under the header to `take`, blank ones included, and how many bytes of the
    /// file were read by then.
    ///
    /// # Errors
    /// Those of `take`; [`Error::Broken`]; [`Error::Changed`] when the bytes are not those that
    /// were surveyed.
    pub fn each<E: From<Error>>(
        &mut self,
        mut take: impl FnMut(Row<'_>, u64) -> Result<(), E>,
    ) -> Result<(), E> {
        let expected = self.header.cells.len();
        loop {
            let (at, line) = {
                let mut rows =
                    Rows::from_line(&self.text, self.line, self.delimiter, self.options.limits);
                let (mut at, mut line) = (0, self.line);
                while let Some(row) = rows.next() {
                    if self.is_cut(&row, at, rows.at()) {
                        break;
                    }
                    (at, line) = (rows.at(), rows.line());
                    take(fitted(row, expected), self.bytes)?;
                }
                (at, line)
            };
            self.text.drain(..at);
            self.line = line;
            if self.ended {
                break;
            }
            self.more()?;
        }
        if hex(&self.hash.clone().finalize()) == self.expected {
            Ok(())
        } else {
            Err(Error::Changed.into())
        }
    }

    /// Whether what follows may belong to the row, which began at `from` and ends at `to`.
    fn is_cut(&self, row: &Row<'_>, from: usize, to: usize) -> bool {
        if self.ended {
            return false;
        }
        let open = matches!(row.fault, Some(RowFault::QuoteNeverClosed { .. }));
        to >= self.text.len() || (open && self.text.len() - from < FURTHEST_QUOTE)
    }

    fn find_header(&mut self) -> Result<Row<'static>, Error> {
        loop {
            let mut rows =
                Rows::from_line(&self.text, self.line, self.delimiter, self.options.limits);
            let mut at = 0;
            let mut found = None;
            while let Some(row) = rows.next() {
                if self.is_cut(&row, at, rows.at()) {
                    break;
                }
                at = rows.at();
                if !row.is_blank() {
                    found = Some(row.into_owned());
                    break;
                }
            }
            let line = if at > 0 { rows.line() } else { self.line };
            let line = if found.is_none() && at > 0 { self.lines_before(at) } else { line };
            self.text.drain(..at);
            self.line = line;
            match found {
                Some(mut header) => {
                    if let Some(fault) = header.fault {
                        return Err(Error::BrokenHeader { line: header.first_line, fault });
                    }
                    super::sheet::drop_empty_end(&mut header, 1);
                    return Ok(header);
                }
                None if self.ended => return Err(Error::Empty),
                None => self.more()?,
            }
        }
    }

    /// The number of the line that begins at `at` of the text held.
    fn lines_before(&self, at: usize) -> u64 {
        let passed = self.text.get(..at).unwrap_or_default();
        self.line + super::rows::line_breaks(passed)
    }

    /// Reads and decodes the next stretch; a longer one where the text held is one row yet.
    fn more(&mut self) -> Result<(), Error> {
        let wanted = AT_ONCE.max(self.text.len());
        let mut stretch = 0;
        while stretch < wanted && !self.ended {
            let read = self.source.read(&mut self.chunk).map_err(Error::broken)?;
            stretch += read;
            self.bytes += read as u64;
            self.ended = read == 0;
            let bytes = self.chunk.get(..read).unwrap_or_default();
            self.hash.update(bytes);
            self.damaged |= decode(&mut self.decoder, bytes, &mut self.text, self.ended);
        }
        Ok(())
    }
}

/// Appends decoded text; answers whether bytes made no sense.
fn decode(decoder: &mut Decoder, mut bytes: &[u8], text: &mut String, last: bool) -> bool {
    let mut damaged = false;
    loop {
        text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3) + 4);
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, text, last);
        bytes = bytes.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return damaged,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                damaged = true;
                text.push('\u{FFFD}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;

    /// Gives out a few bytes at a time, as a slow disk would.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let length = self.1.min(self.0.len()).min(into.len());
            let (given, rest) = self.0.split_at(length);
            into.get_mut(..length).unwrap().copy_from_slice(given);
            self.0 = rest;
            Ok(length)
        }
    }

    fn drawn(row: &Row<'_>) -> String {
        let fault = row.fault.as_ref().map(|f| format!(" !{}", f.code())).unwrap_or_default();
        format!("{}-{}: {}{fault}", row.first_line, row.last_line, row.cells.join("|"))
    }

    fn streamed(bytes: &[u8], step: usize) -> Result<Vec<String>, Error> {
        let options = ReadOptions {
            limits: Limits { cell_bytes: 600_000, ..Limits::default() },
            ..ReadOptions::default()
        };
        let survey = Survey::of(bytes, &options)?;
        let mut stream = Stream::open(Drops(bytes, step), &survey, &options)?;
        let mut rows = vec![drawn(stream.header())];
        stream.each::<Error>(|row, _| {
            rows.push(drawn(&row));
            Ok(())
        })?;
        Ok(rows)
    }

    fn whole(bytes: &[u8]) -> Vec<String> {
        let limits = Limits { cell_bytes: 600_000, ..Limits::default() };
        let options = ReadOptions { limits, ..ReadOptions::default() };
        let file = super::super::TextFile::open(bytes, &options).unwrap();
        let sheet = file.sheet().unwrap();
        std::iter::once(drawn(sheet.header())).chain(sheet.clone().map(|r| drawn(&r))).collect()
    }

    #[test]
    fn rows_are_the_same_whether_the_file_is_held_or_streamed() {
        let long = format!("\"{}\nnext\",1,2\n", "x".repeat(700_000));
        let cases = [
            ("plain", "\n\na,b,c\n1,2,3\n4,5,6".to_owned()),
            ("mixed line ends", "a;b\r\n1;2\r3;4\n\r\n5;6\r".to_owned()),
            ("quotes over lines", "a,b\n\"1\r\n\"\"x\"\"\",2\n3,4\n".to_owned()),
            ("ragged", "a,b\n1\n1,2,3\n1,2,,\n".to_owned()),
            ("a quote that never closes", "a,b\n1,\"2\n3,4\n5,6\n".to_owned()),
            ("a declared delimiter", "sep=;\na,x;b\n1,0;2\n".to_owned()),
            ("a cell over the limit over two lines", format!("a,b,c\n1,2,3\n{long}4,5,6\n")),
            ("a row longer than what is read at once", {
                let cell = "y".repeat(400_000);
                format!("a,b\n{cell},1\n2,3\n")
            }),
        ];
        for (name, text) in cases {
            let expected = whole(text.as_bytes());
            for step in [1_usize, 7, 100_000].into_iter().filter(|s| *s > 1 || text.len() < 1000) {
                let got = streamed(text.as_bytes(), step).unwrap();
                assert_eq!(got, expected, "{name}, {step} bytes at a time");
            }
        }
    }

    #[test]
    fn letters_cut_by_a_read_are_whole() {
        let text = "Name;Owner\nRelance;Chloé\n潜在客户;王小明\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for step in [1, 2, 3, 5] {
            assert_eq!(streamed(text.as_bytes(), step).unwrap(), whole(text.as_bytes()), "UTF-8");
            assert_eq!(streamed(&wide, step).unwrap(), whole(text.as_bytes()), "UTF-16");
        }
    }

    #[test]
    fn bytes_that_changed_since_the_survey_are_noticed() {
        let options = ReadOptions::default();
        let survey = Survey::of(b"a,b\n1,2\n".as_slice(), &options).unwrap();
        let mut stream = Stream::open(b"a,b\n1,3\n".as_slice(), &survey, &options).unwrap();
        let read = stream.each::<Error>(|_, _| Ok(()));
        assert_eq!(read, Err(Error::Changed), "what is taken in is what was looked at");
    }
}
