//! Key files: what we write, openssl reads; what openssl writes, we read.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test helper")]

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

#[test]
fn a_key_under_a_passphrase_that_everybody_is_told_opens_like_any_other() {
    let secret = SecretKey::from_seed([5; 32]);
    let pem = seal(&secret, PASSPHRASE, [1; 16], [2; 16], Cost::Told).unwrap();
    let opened = open(&pem, PASSPHRASE).unwrap();
    assert_eq!(opened.public(), secret.public(), "the file says how it was sealed");
    assert!(open(&pem, "another passphrase").is_err(), "and still opens to that passphrase only");
}
