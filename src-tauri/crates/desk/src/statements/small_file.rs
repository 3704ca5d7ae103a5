//! Reading the small files in which requests and statements travel.

use std::fs::File;
use std::io::Read;

use ledger::statement::{Request, Response};

use crate::files::{Grant, Purpose, file_name};
use crate::{Desk, Problem};

/// Most bytes such a file may have: a long difference, and not what fills the memory.
pub(super) const LARGEST: u64 = 1 << 20;

/// A request with the hash of its file.
pub(super) struct RequestFile {
    pub request: Request,
    pub sha256: String,
}

impl Desk {
    pub(super) fn read_request(&self, grant: &Grant) -> Result<RequestFile, Problem> {
        let (name, text) = self.read_small(grant, Purpose::ReadRequest)?;
        let request = Request::from_file(&text).map_err(|error| unreadable(&name, &error))?;
        let sha256 = ledger::encoding::hex(&ledger::primitive::sha256(&[text.as_bytes()]));
        Ok(RequestFile { request, sha256 })
    }

    /// The file's name, and the statement in it or why there is none.
    pub(super) fn read_statement(
        &self,
        grant: &Grant,
    ) -> Result<(String, Result<Response, Problem>), Problem> {
        let path = self.files.path(grant, Purpose::ReadStatement)?;
        let read = self.read_small(grant, Purpose::ReadStatement).and_then(|(name, text)| {
            Response::from_file(&text).map_err(|error| unreadable(&name, &error))
        });
        Ok((file_name(&path), read))
    }

    fn read_small(&self, grant: &Grant, purpose: Purpose) -> Result<(String, String), Problem> {
        let path = self.files.path(grant, purpose)?;
        let name = file_name(&path);
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
            .map_err(|source| unreadable(&name, &source))?;
        if bytes.len() as u64 > LARGEST {
            return Err(unreadable(&name, &"it is larger than any request or statement"));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok((name, text)),
            Err(_) => Err(unreadable(&name, &"it is not text")),
        }
    }
}

fn unreadable(name: &str, why: &dyn std::fmt::Display) -> Problem {
    let says = format!("{name} cannot be read: {why}. Ask for the file again.");
    Problem::new("statement-unreadable", says)
}
