//! Values other people published: RFC 6962 trees, RFC 8785 JSON, RFC 8032 keys, C2SP notes.

#![allow(clippy::unwrap_used, reason = "a test helper")]

use ledger::encoding::{from_base64_exact, from_hex_exact, hex};
use ledger::key::{COSIGNATURE_TYPE, NOTE_TYPE, PublicKey, SecretKey};
use ledger::note::Note;
use ledger::primitive::{Judge, sha256};
use ledger::tree::{Frontier, consistency_proof, inclusion_proof, root_of};
use ledger::{Hash, canonical};

/// The test leaves of the certificate-transparency project, RFC 6962's reference.
fn leaves() -> Vec<Hash> {
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    .iter()
    .map(|data| {
        let data: Vec<u8> = (0..data.len() / 2)
            .map(|at| u8::from_str_radix(data.get(2 * at..2 * at + 2).unwrap(), 16).unwrap())
            .collect();
        sha256(&[&[0], &data])
    })
    .collect()
}

const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

#[test]
fn rfc_6962_roots() {
    let leaves = leaves();
    let mut frontier = Frontier::empty();
    for (size, wanted) in ROOTS.iter().enumerate() {
        assert_eq!(hex(&root_of(&leaves[..size])), *wanted, "the root of {size} leaves");
        assert_eq!(hex(&frontier.root()), *wanted, "the frontier's root of {size} leaves");
        if let Some(leaf) = leaves.get(size) {
            frontier.push(*leaf);
        }
    }
}

#[test]
fn rfc_6962_inclusion_proofs() {
    let cases: [(u64, usize, &[&str]); 5] = [
        (0, 1, &[]),
        (
            0,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            5,
            8,
            &[
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (2, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            1,
            5,
            &[
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (index, size, wanted) in cases {
        let proof = inclusion_proof(&leaves()[..size], index).unwrap();
        let proof: Vec<String> = proof.iter().map(|hash| hex(hash)).collect();
        assert_eq!(proof, wanted, "leaf {index} of {size}");
    }
}

#[test]
fn rfc_6962_consistency_proofs() {
    let cases: [(u64, usize, &[&str]); 4] = [
        (1, 1, &[]),
        (
            1,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            6,
            8,
            &[
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            &[
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (old, size, wanted) in cases {
        let proof = consistency_proof(&leaves()[..size], old).unwrap();
        let proof: Vec<String> = proof.iter().map(|hash| hex(hash)).collect();
        assert_eq!(proof, wanted, "from {old} to {size}");
    }
}

/// RFC 8032 section 7.1: secret key, public key, message, signature.
const RFC_8032: [(&str, &str, &[u8], &str); 3] = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        &[],
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        &[0x72],
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        &[0xaf, 0x82],
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
];

#[test]
fn rfc_8032_signatures() {
    for (secret, public, message, signature) in RFC_8032 {
        let secret = SecretKey::from_seed(from_hex_exact(secret).unwrap());
        assert_eq!(hex(secret.public().bytes()), public, "the public key of the seed");
        let judge = Judge::new(&from_hex_exact(public).unwrap()).unwrap();
        let signature: [u8; 64] = from_hex_exact(signature).unwrap();
        assert!(judge.accepts(message, &signature), "the published signature holds");
        assert!(!judge.accepts(b"another", &signature), "and for its message only");
    }
}

#[test]
fn weak_public_keys_are_none() {
    for weak in [[0u8; 32], {
        let mut one = [0u8; 32];
        one[0] = 1;
        one
    }] {
        assert!(Judge::new(&weak).is_none(), "a point of small order signs anything");
    }
}

#[test]
fn rfc_8785_names_are_sorted_by_utf_16() {
    // The example of RFC 8785 section 3.2.3.
    let input = r#"{
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
    }"#;
    let wanted = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
                  \"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\
                  \"😀\":\"Emoji: Grinning Face\",\
                  \"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}";
    let written = canonical::to_string(&serde_json::from_str(input).unwrap()).unwrap();
    assert_eq!(written, wanted, "the order of RFC 8785");
}

#[test]
fn rfc_8785_strings_have_the_shortest_escapes() {
    // The string of RFC 8785 section 3.2.2, and its numbers, which a record may not hold.
    let input = r#"{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#;
    let wanted = r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
    assert_eq!(canonical::to_string(&serde_json::from_str(input).unwrap()).unwrap(), wanted);
    for number in ["333333333.33333329", "1E30", "4.50", "2e-3", "9007199254740992"] {
        let value = serde_json::from_str(number).unwrap();
        assert!(canonical::to_string(&value).is_err(), "{number} is no safe integer");
    }
}

#[test]
fn the_note_of_c2sp_signed_note_verifies() {
    let note: Note = "This is an example message.\n\n\u{2014} example.com/foo \
        Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
        .parse()
        .unwrap();
    let key: [u8; 33] = from_base64_exact("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k").unwrap();
    let public = PublicKey::new(key[1..].try_into().unwrap()).unwrap();
    assert_eq!(public.note_id("example.com/foo", NOTE_TYPE).to_string(), "530d903a", "the key id");
    assert_eq!(note.verify("example.com/foo", &public), Ok(()), "the published signature holds");
}

#[test]
fn published_verifier_keys_have_the_ids_we_compute() {
    // From transparency-dev/formats: a plain Ed25519 key and a cosigner's.
    let cases = [
        ("TEST", "7997405c", "AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6", NOTE_TYPE),
        (
            "remora.n621.de",
            "da77ade7",
            "BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
            COSIGNATURE_TYPE,
        ),
    ];
    for (name, id, key, kind) in cases {
        let key: [u8; 33] = from_base64_exact(key).unwrap();
        assert_eq!(key[0], kind, "the type byte of {name}");
        let public = PublicKey::new(key[1..].try_into().unwrap()).unwrap();
        assert_eq!(public.note_id(name, kind).to_string(), id, "the id of {name}");
    }
}

#[test]
fn a_public_key_whose_y_is_not_below_p_is_none() {
    let three = |low: u8, rest: u8, high: u8| {
        let mut public = [rest; 32];
        (public[0], public[31]) = (low, high);
        public
    };
    assert!(Judge::new(&three(3, 0, 0)).is_some(), "y of 3 is a point");
    for high in [0x7f, 0xff] {
        assert!(Judge::new(&three(0xf0, 0xff, high)).is_none(), "y of p + 3 is none (RFC 8032)");
    }
}
