//! Unpacking one file of a zip: just as long, packed and unpacked, as the directory says.

use std::io::{ErrorKind, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};

/// Bytes taken at a time.
const RUN: usize = 1 << 16;

/// What the directory says of a file.
pub(super) struct Said {
    pub packing: Packing,
    pub packed: u64,
    pub size: u64,
    pub crc: u32,
}

/// How a file lies in the zip.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Stored,
    Deflated,
}

/// Gives what `packed` holds to `take`, piece by piece and never more than the directory says. The
/// error says what of that is not so, as the end of a sentence.
pub(super) fn unpack(
    mut packed: impl Read,
    said: &Said,
    take: impl FnMut(&[u8]),
) -> Result<(), String> {
    let mut unpacked = Unpacked { take, left: said.size, crc: Crc::new() };
    let length = match said.packing {
        Packing::Stored => copy(&mut packed, &mut unpacked)?,
        Packing::Deflated => inflate(&mut packed, &mut unpacked)?,
    };
    if length != said.packed || unpacked.left > 0 {
        return Err("ends before the zip says".to_owned());
    }
    if unpacked.crc.sum() != said.crc {
        return Err("has another checksum than the zip says".to_owned());
    }
    Ok(())
}

struct Unpacked<T> {
    take: T,
    left: u64,
    crc: Crc,
}

impl<T: FnMut(&[u8])> Unpacked<T> {
    fn piece(&mut self, bytes: &[u8]) -> Result<(), String> {
        let left = self.left.checked_sub(bytes.len() as u64);
        self.left = left.ok_or("unpacks to more than the zip says")?;
        self.crc.update(bytes);
        (self.take)(bytes);
        Ok(())
    }
}

/// Answers how many bytes there were.
fn copy<T: FnMut(&[u8])>(from: &mut impl Read, to: &mut Unpacked<T>) -> Result<u64, String> {
    let (mut buffer, mut length) = (vec![0; RUN], 0);
    loop {
        let read = next(from, &mut buffer)?;
        if read.is_empty() {
            return Ok(length);
        }
        length += read.len() as u64;
        to.piece(read)?;
    }
}

/// Answers how many packed bytes there were.
fn inflate<T: FnMut(&[u8])>(from: &mut impl Read, to: &mut Unpacked<T>) -> Result<u64, String> {
    let (mut buffer, mut output) = (vec![0; RUN], vec![0; RUN]);
    let mut inflate = Decompress::new(false);
    loop {
        let mut rest = next(from, &mut buffer)?;
        let at_end = rest.is_empty();
        loop {
            let (taken, made) = (inflate.total_in(), inflate.total_out());
            let status = inflate
                .decompress(rest, &mut output, FlushDecompress::None)
                .map_err(|_| "holds no deflated data")?;
            let taken = usize::try_from(inflate.total_in() - taken).unwrap_or(usize::MAX);
            let made = usize::try_from(inflate.total_out() - made).unwrap_or(usize::MAX);
            to.piece(output.get(..made).unwrap_or_default())?;
            rest = rest.get(taken..).unwrap_or_default();
            if status == Status::StreamEnd {
                let over = rest.is_empty() && next(from, &mut buffer)?.is_empty();
                return if over {
                    Ok(inflate.total_in())
                } else {
                    Err("goes on behind its end".into())
                };
            }
            if made == 0 && (taken == 0 || rest.is_empty()) {
                break;
            }
        }
        if at_end {
            return Err("ends before its data do".to_owned());
        }
    }
}

fn next<'b>(from: &mut impl Read, buffer: &'b mut [u8]) -> Result<&'b [u8], String> {
    let read = loop {
        match from.read(buffer) {
            Ok(read) => break read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(format!("cannot be read: {error}")),
        }
    };
    Ok(buffer.get(..read).unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use std::io::Write as _;

    use flate2::write::DeflateEncoder;
    use flate2::{Compression, FlushCompress};

    use super::*;

    fn deflated(words: &[u8]) -> Vec<u8> {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
        packed.write_all(words).unwrap();
        packed.finish().unwrap()
    }

    fn said(packing: Packing, packed: &[u8], words: &[u8]) -> Said {
        let mut crc = Crc::new();
        crc.update(words);
        Said { packing, packed: packed.len() as u64, size: words.len() as u64, crc: crc.sum() }
    }

    fn unpacked(packed: &[u8], said: &Said) -> Option<Vec<u8>> {
        let mut words = Vec::new();
        unpack(packed, said, |piece| words.extend_from_slice(piece)).ok().map(|()| words)
    }

    #[test]
    fn a_file_is_read_where_the_directory_tells_the_truth() {
        let words = b"some words, and some more ".repeat(20_000);
        let packed = deflated(&words);
        let stored = said(Packing::Stored, &words, &words);
        assert_eq!(unpacked(&words, &stored).as_ref(), Some(&words), "as it is");
        let said = said(Packing::Deflated, &packed, &words);
        assert_eq!(unpacked(&packed, &said).as_ref(), Some(&words), "and deflated");
    }

    #[test]
    fn a_size_or_checksum_that_is_not_so_refuses_the_file() {
        let words = b"some words, and some more";
        for packing in [Packing::Stored, Packing::Deflated] {
            let packed = match packing {
                Packing::Stored => words.to_vec(),
                Packing::Deflated => deflated(words),
            };
            let lies: [fn(&mut Said); 5] = [
                |said| said.size += 1,
                |said| said.size -= 1,
                |said| said.packed += 1,
                |said| said.packed -= 1,
                |said| said.crc ^= 1,
            ];
            for (number, lie) in lies.into_iter().enumerate() {
                let mut said = said(packing, &packed, words);
                lie(&mut said);
                assert_eq!(unpacked(&packed, &said), None, "lie {number}");
            }
        }
    }

    #[test]
    fn deflated_data_end_where_the_file_does() {
        let words = b"some words, and some more";
        let more = [deflated(words), b"x".to_vec()].concat();
        assert_eq!(unpacked(&more, &said(Packing::Deflated, &more, words)), None, "later");
        let mut packed = Vec::with_capacity(256);
        let mut deflate = flate2::Compress::new(Compression::best(), false);
        deflate.compress_vec(words, &mut packed, FlushCompress::Sync).unwrap();
        let said = said(Packing::Deflated, &packed, words);
        assert_eq!(unpacked(&packed, &said), None, "all words are there, but no end");
    }

    #[test]
    fn a_file_that_unpacks_without_end_is_read_no_further_than_its_size() {
        let mut taken = 0;
        let said = Said { packing: Packing::Stored, packed: 9, size: 1 << 20, crc: 0 };
        let refused = unpack(std::io::repeat(0), &said, |piece| taken += piece.len()).err();
        assert_eq!(refused.as_deref(), Some("unpacks to more than the zip says"), "it is refused");
        assert!(taken <= 1 << 20, "and no more of it was taken: {taken}");
    }
}
