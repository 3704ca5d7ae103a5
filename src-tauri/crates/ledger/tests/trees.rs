//! Properties of trees, texts and frontiers over random inputs.

#![allow(clippy::unwrap_used, reason = "a test helper")]

use ledger::encoding::base64;
use ledger::primitive::sha256;
use ledger::text::{Salts, SeededSalts, open, seal};
use ledger::tree::{Frontier, consistency_proof, inclusion_proof, root_of};
use ledger::verify::consistent;
use ledger::{Hash, Head};
use proptest::prelude::*;
use serde_json::{Value, json};

fn leaves(count: usize, seed: u64) -> Vec<Hash> {
    (0..count).map(|n| sha256(&[&seed.to_be_bytes(), &(n as u64).to_be_bytes()])).collect()
}

fn head(leaves: &[Hash]) -> Head {
    Head { size: leaves.len() as u64, root: root_of(leaves) }
}

/// JSON as drafts hold it: integers, texts to seal, plain strings.
fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_000_000_000_000i64..1_000_000_000_000).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        any::<String>().prop_map(|text| json!({ "t": text })),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-z~/é😀]{0,4}", inner, 0..6).prop_map(|fields| {
                // One field named t or c alone would be a text already.
                let mut fields: serde_json::Map<String, Value> = fields.into_iter().collect();
                fields.insert("type".to_owned(), json!("x"));
                Value::Object(fields)
            }),
        ]
    })
}

proptest! {
    #[test]
    fn every_leaf_of_every_tree_is_provable(count in 1usize..90, seed: u64, pick: prop::sample::Index) {
        let leaves = leaves(count, seed);
        let index = pick.index(count);
        let proof = inclusion_proof(&leaves, index as u64).unwrap();
        let mut at = index;
        let mut width = count;
        let mut hash = leaves[index];
        let mut siblings = proof.iter();
        while width > 1 {
            if at ^ 1 < width {
                let sibling = siblings.next().expect("a sibling for every level that has one");
                hash = match at & 1 {
                    0 => sha256(&[&[1], &hash, sibling]),
                    _ => sha256(&[&[1], sibling, &hash]),
                };
            }
            at /= 2;
            width = width.div_ceil(2);
        }
        prop_assert_eq!(hash, root_of(&leaves), "the siblings lead to the root");
        prop_assert!(siblings.next().is_none(), "and there is none too many");
    }

    #[test]
    fn every_prefix_is_provably_one_and_nothing_else_is(
        count in 1usize..90, seed: u64, pick: prop::sample::Index, flip in 0usize..256,
    ) {
        let leaves = leaves(count, seed);
        let old = 1 + pick.index(count);
        let proof = consistency_proof(&leaves, old as u64).unwrap();
        let (old, new) = (head(&leaves[..old]), head(&leaves));
        prop_assert!(consistent(old, new, &proof), "the old tree is a prefix of the new one");
        let mut other = old;
        other.root[flip / 8] ^= 1 << (flip % 8);
        prop_assert!(!consistent(other, new, &proof), "another root is no prefix");
        let mut longer = proof.clone();
        longer.push([0; 32]);
        prop_assert!(!consistent(old, new, &longer), "a longer proof proves nothing");
        if let Some((_, shorter)) = proof.split_last() {
            prop_assert!(!consistent(old, new, shorter), "a shorter one neither");
        }
    }

    #[test]
    fn a_frontier_is_the_tree_it_was_kept_from(count in 0usize..200, more in 0usize..40, seed: u64) {
        let leaves = leaves(count + more, seed);
        let kept: Frontier = leaves[..count].iter().copied().collect();
        let mut read = Frontier::from_bytes(&kept.to_bytes()).unwrap();
        leaves[count..].iter().for_each(|leaf| read.push(*leaf));
        prop_assert_eq!(read.head(), head(&leaves), "it goes on as if it had never been stored");
        let mut damaged = kept.to_bytes();
        damaged.pop();
        prop_assert!(Frontier::from_bytes(&damaged).is_err(), "a cut one is refused");
    }

    #[test]
    fn what_is_sealed_opens_again(value in json_value(), seed: [u8; 32]) {
        let mut sealed = value.clone();
        let texts = seal(&mut sealed, "/event", &mut SeededSalts::new(seed));
        for text in &texts {
            let pointer = text.path.strip_prefix("/event").unwrap();
            let there = sealed.pointer(pointer).unwrap();
            let commitment = ledger::text::commitment(&text.salt, &text.text);
            prop_assert_eq!(there, &json!({ "c": base64(&commitment) }), "it stands where it says");
        }
        prop_assert!(!holds_text(&sealed), "no text is left in the clear");
        open(&mut sealed, "/event", &|path| {
            texts.iter().find(|text| text.path == path).map(|text| text.text.clone())
        });
        prop_assert_eq!(sealed, value, "opening undoes sealing");
    }

    #[test]
    fn salts_of_a_seed_repeat_and_never_within_it(seed: [u8; 32]) {
        let take = || {
            let mut salts = SeededSalts::new(seed);
            (0..100).map(|_| salts.salt()).collect::<Vec<_>>()
        };
        let first = take();
        prop_assert_eq!(&first, &take(), "the demo is the same for the same seed");
        let distinct: std::collections::HashSet<_> = first.iter().collect();
        prop_assert_eq!(distinct.len(), 100, "no salt comes twice");
    }
}

/// Whether a text stands in the clear somewhere in `value`: an object of one field, a string `t`.
fn holds_text(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(holds_text),
        Value::Object(fields) => {
            fields.len() == 1 && fields.get("t").is_some_and(Value::is_string)
                || fields.values().any(holds_text)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
