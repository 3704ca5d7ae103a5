//! Reading a signed statement.

use crate::Head;
use crate::primitive::Hash;

use super::super::bytes::{base64, hex, is_signer, is_time, is_workspace};
use super::super::json;
use super::Fields;

/// A signed statement, read.
#[derive(Debug, Clone)]
pub(in super::super) struct Statement {
    /// Whether it lies in the entry itself, and not in another statement.
    pub outermost: bool,
    pub bytes: String,
    pub signature: [u8; 64],
    pub ws: String,
    pub kind: String,
    pub about: String,
    pub hash: Hash,
    pub verdict: String,
    pub head: Head,
    pub at: String,
    pub expires: String,
    pub nonce: [u8; 16],
    pub by: String,
    pub key: [u8; 4],
}

impl Statement {
    /// Reads a statement; the error says what is wrong with it, as the end of a sentence.
    pub(super) fn read(bytes: &str, signature: &str, outermost: bool) -> Result<Self, String> {
        let value = json::read(bytes.as_bytes())
            .map_err(|flaw| format!("is not canonical JSON: at byte {}, {}", flaw.at, flaw.why))?;
        let fields = Fields { value: &value, what: "the statement" };
        fields.only(&[
            "about", "at", "by", "expires", "hash", "head", "key", "kind", "nonce", "reason", "v",
            "verdict", "ws",
        ])?;
        if fields.int("v")? != 1 {
            return Err("is of a version this verifier does not read".to_owned());
        }
        if let Some(reason) = value.get("reason")
            && reason.only("c").is_none()
        {
            return Err("holds a reason that is no commitment".to_owned());
        }
        let signature = base64(signature);
        Ok(Self {
            outermost,
            bytes: bytes.to_owned(),
            signature: signature.ok_or("holds a signature that is not base64 of 64 bytes")?,
            ws: fields.text("ws", is_workspace, "a workspace id")?,
            kind: fields.str("kind")?.to_owned(),
            about: fields.str("about")?.to_owned(),
            hash: fields.decoded("hash", hex, "64 lower-case hex digits")?,
            verdict: fields.str("verdict")?.to_owned(),
            head: fields.decoded("head", head, "<size>:<root in lower-case hex>")?,
            at: fields.text("at", is_time, "a time")?,
            expires: fields.text("expires", is_time, "a time")?,
            nonce: fields.decoded("nonce", base64, "base64 of 16 bytes")?,
            by: fields.text("by", is_signer, "a person’s reference")?,
            key: fields.decoded("key", hex, "8 lower-case hex digits")?,
        })
    }
}

fn head(text: &str) -> Option<Head> {
    let (size, root) = text.split_once(':')?;
    let number: u64 = size.parse().ok()?;
    (number.to_string() == size).then_some(())?;
    Some(Head { size: number, root: hex(root)? })
}
