//! Key files: what we write, openssl reads; what openssl writes, we read.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test helper"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use ledger::Error;
use ledger::key::{Cost, PublicKey, SecretKey, open, seal};

const PASSPHRASE: &str = "correct horse battery staple ü";

fn openssl(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("openssl")
        .current_dir(folder)
        .env("PASSPHRASE", PASSPHRASE)
        .args(arguments)
        .output()
        .expect("this test needs the openssl command: apt-get install openssl")
}

#[test]
fn openssl_reads_a_key_file_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let secret = SecretKey::from_seed([3; 32]);
    let pem = seal(&secret, PASSPHRASE, [1; 16], [2; 16], Cost::Secret).unwrap();
    fs::write(folder.path().join("key.pem"), pem.as_bytes()).unwrap();
    let output =
        openssl(folder.path(), &["pkey", "-in", "key.pem", "-passin", "env:PASSPHRASE", "-pubout"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let public = String::from_utf8(output.stdout).unwrap();
    assert_eq!(public, secret.public().to_pem(), "openssl finds the same public key");
    assert_eq!(PublicKey::from_pem(&public), Ok(secret.public()), "and we read its PEM");
}

#[test]
fn openssl_names_the_parameters_we_promise() {
    let folder = tempfile::tempdir().unwrap();
    let pem =
        seal(&SecretKey::from_seed([3; 32]), PASSPHRASE, [1; 16], [2; 16], Cost::Secret).unwrap();
    fs::write(folder.path().join("key.pem"), pem.as_bytes()).unwrap();
    let shown = openssl(folder.path(), &["asn1parse", "-in", "key.pem"]);
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    for part in ["PBES2", "scrypt", "aes-256-cbc", ":4000"] {
        assert!(shown.contains(part), "{part} is missing from\n{shown}");
    }
}

#[test]
fn we_read_a_key_file_of_openssl() {
    let folder = tempfile::tempdir().unwrap();
    let made = openssl(folder.path(), &["genpkey", "-algorithm", "ed25519", "-out", "plain.pem"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let sealed = openssl(
        folder.path(),
        &[
            "pkcs8",
            "-topk8",
            "-in",
            "plain.pem",
            "-out",
            "key.pem",
            "-scrypt",
            "-scrypt_N",
            "16384",
            "-scrypt_r",
            "8",
            "-scrypt_p",
            "5",
            "-v2",
            "aes-256-cbc",
            "-passout",
            "env:PASSPHRASE",
        ],
    );
    assert!(sealed.status.success(), "{}", String::from_utf8_lossy(&sealed.stderr));
    let public = openssl(folder.path(), &["pkey", "-in", "plain.pem", "-pubout"]).stdout;
    let pem = fs::read_to_string(folder.path().join("key.pem")).unwrap();
    let secret = open(&pem, PASSPHRASE).unwrap();
    assert_eq!(secret.public().to_pem().into_bytes(), public, "it is the key openssl made");
}

#[test]
fn only_the_passphrase_opens_a_key_file() {
    let secret = SecretKey::from_seed([3; 32]);
    let pem = seal(&secret, PASSPHRASE, [1; 16], [2; 16], Cost::Secret).unwrap();
    assert_eq!(open(&pem, PASSPHRASE).unwrap().public(), secret.public(), "it opens");
    for wrong in ["", "correct", "correct horse battery staple u"] {
        assert_eq!(open(&pem, wrong).unwrap_err(), Error::Passphrase, "{wrong:?} does not");
    }
}

#[test]
fn what_is_no_key_file_is_refused_with_a_reason() {
    let public = SecretKey::from_seed([3; 32]).public().to_pem();
    for text in ["", "hello", public.as_str(), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"] {
        let refused = open(text, PASSPHRASE).unwrap_err();
        assert_eq!(refused.code(), "ledger.key_file", "{text:?} is no key file");
    }
}

/// A DER value of that tag, holding these.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let inner = parts.concat();
    let length = u8::try_from(inner.len()).unwrap();
    let length = if length < 0x80 { vec![length] } else { vec![0x81, length] };
    [&[tag], length.as_slice(), &inner].concat()
}

/// A key file sealed by PBES2 (RFC 8018) with that key derivation; nobody knows what it holds.
fn sealed_by(derivation: &[u8]) -> String {
    const PBES2: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 0x0d];
    const AES_256_CBC: &[u8] = &[6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 0x2a];
    let cipher = der(0x30, &[AES_256_CBC, &der(4, &[&[2; 16]])]);
    let scheme = der(0x30, &[PBES2, &der(0x30, &[derivation, &cipher])]);
    let file = der(0x30, &[&scheme, &der(4, &[&[3; 48]])]);
    let lines: Vec<String> = ledger::encoding::base64(&file)
        .as_bytes()
        .chunks(64)
        .map(|line| String::from_utf8(line.to_vec()).unwrap())
        .collect();
    let label = "ENCRYPTED PRIVATE KEY";
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

fn pbkdf2(iterations: u32) -> Vec<u8> {
    const PBKDF2: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 0x0c];
    const HMAC_SHA256: &[u8] = &[0x30, 12, 6, 8, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 9, 5, 0];
    let count = iterations.to_be_bytes();
    let used = count.iter().position(|byte| *byte != 0).unwrap_or(3);
    let count = [&[0][..usize::from(count[used] > 0x7f)], &count[used..]].concat();
    let parameters = der(0x30, &[&der(4, &[&[1; 16]]), &der(2, &[&count]), HMAC_SHA256]);
    der(0x30, &[PBKDF2, &parameters])
}

fn scrypt(n: u32, p: u8) -> Vec<u8> {
    const SCRYPT: &[u8] = &[6, 9, 0x2b, 6, 1, 4, 1, 0xda, 0x47, 4, 0x0b];
    let n = [&[0], n.to_be_bytes().as_slice()].concat();
    let n = &n[n.iter().position(|byte| *byte != 0).unwrap()..];
    let numbers = [der(2, &[n]), der(2, &[&[8]]), der(2, &[&[p]])].concat();
    der(0x30, &[SCRYPT, &der(0x30, &[&der(4, &[&[1; 16]]), &numbers])])
}

#[test]
fn a_key_file_that_would_keep_a_machine_at_work_for_minutes_is_refused_at_once() {
    for (what, derivation) in [
        ("four billion rounds of PBKDF2", pbkdf2(u32::MAX)),
        ("a gigabyte for scrypt", scrypt(1 << 20, 1)),
        ("sixteen times a quarter of one", scrypt(1 << 18, 16)),
    ] {
        let refused = open(&sealed_by(&derivation), PASSPHRASE).unwrap_err();
        let says = refused.to_string();
        assert!(says.contains("too much work"), "{what}: {says}");
    }
    for (what, derivation) in [("PBKDF2", pbkdf2(2048)), ("scrypt", scrypt(16, 1))] {
        let refused = open(&sealed_by(&derivation), PASSPHRASE).unwrap_err();
        assert_eq!(refused, Error::Passphrase, "{what} in measure is tried");
    }
}

#[test]
fn a_key_under_a_passphrase_that_everybody_is_told_opens_like_any_other() {
    let secret = SecretKey::from_seed([5; 32]);
    let pem = seal(&secret, PASSPHRASE, [1; 16], [2; 16], Cost::Told).unwrap();
    let opened = open(&pem, PASSPHRASE).unwrap();
    assert_eq!(opened.public(), secret.public(), "the file says how it was sealed");
    assert!(open(&pem, "another passphrase").is_err(), "and still opens to that passphrase only");
}
