//! What makes a record trustworthy: bytes, signatures, tree, checkpoints, proofs, verify.
