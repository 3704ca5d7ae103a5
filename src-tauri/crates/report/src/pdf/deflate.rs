//! Streams, deflated by one compressor used over and over: a fresh one for each page
//! would leave a hole in the heap for each page.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Stream, dictionary};

use crate::error::{Error, Result};

/// The compressor and the room it writes into.
pub(super) struct Deflate {
    compress: Compress,
    room: Vec<u8>,
}

impl Default for Deflate {
    fn default() -> Self {
        Self { compress: Compress::new(Compression::new(6), true), room: Vec::new() }
    }
}

impl Deflate {
    /// `bytes` as a stream object.
    pub fn stream(&mut self, bytes: &[u8]) -> Result<Stream> {
        self.compress.reset();
        self.room.clear();
        loop {
            let rest = bytes.get(self.compress.total_in() as usize..).unwrap_or_default();
            self.room.reserve(rest.len() / 2 + 1024);
            let status = self
                .compress
                .compress_vec(rest, &mut self.room, FlushCompress::Finish)
                .map_err(|refused| Error::Pdf(refused.to_string()))?;
            if status == Status::StreamEnd {
                let about = dictionary! { "Filter" => "FlateDecode" };
                return Ok(Stream::new(about, self.room.as_slice().into()).with_compression(false));
            }
        }
    }
}
