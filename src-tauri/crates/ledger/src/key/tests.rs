use super::SecretKey;
use crate::encoding::{from_hex_exact, hex};

#[test]
fn a_key_signs_as_rfc_8032_publishes() {
    let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    let secret = SecretKey::from_seed(from_hex_exact(seed).unwrap());
    assert_eq!(
        hex(&secret.sign(&[0x72])),
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
         085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "section 7.1, test 2"
    );
}

#[test]
fn a_secret_key_does_not_show_itself() {
    let secret = SecretKey::from_seed([7; 32]);
    let shown = format!("{secret:?}");
    assert!(!shown.contains(&hex(&[7; 32])), "no part of the seed is printed");
    assert!(shown.contains(&secret.public().fingerprint().to_string()), "but which key it is");
}
