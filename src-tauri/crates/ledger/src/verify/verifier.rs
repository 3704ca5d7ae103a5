//! The whole judgement, over entries that are handed over one by one and let go again: what stays
//! of a record is its tree, its keys, and where its texts lie.

use std::ops::Range;

use rayon::prelude::*;

use crate::Head;

use super::faults::Faults;
use super::merkle;
use super::order::Order;
use super::read::{self, Read};
use super::record::{Claims, RawEntry, Record, TextPlace};
use super::signatures::{self, Words};
use super::texts::{Commitments, Texts};
use super::verdict::{Part, Verdict, Verdicts};
use super::walk::Walk;
use super::watched::Watched;
use super::{Watch, anchors, key_seen};

/// Entries read and judged at a time, on all cores.
const RUN: usize = 4096;

/// Verifies a record that need not lie in memory: its texts first, then its entries in the order
/// in which they are found.
pub struct Verifier<'w> {
    watched: Watched<'w>,
    waiting: Vec<RawEntry>,
    order: Order,
    walk: Walk,
    words: Words,
    commitments: Commitments,
    withheld: Vec<TextPlace>,
    /// Places, from 0, of entries that came without texts.
    bare: Vec<Range<usize>>,
}

impl<'w> Verifier<'w> {
    /// Begins with the texts that are there. `watch` may stop the judgement.
    #[must_use]
    pub fn new(texts: Texts, watch: Watch<'w>) -> Self {
        Self {
            watched: Watched::by(watch),
            waiting: Vec::new(),
            order: Order::default(),
            walk: Walk::default(),
            words: Words::default(),
            commitments: Commitments::held_against(texts),
            withheld: Vec::new(),
            bare: Vec::new(),
        }
    }

    /// Takes a whole record that lies in memory.
    pub(super) fn of(record: &Record, watch: Watch<'w>) -> Self {
        let mut texts = Texts::default();
        texts.take_all(&record.texts);
        let withheld = record.withheld.clone().unwrap_or_default();
        let mut verifier = Self::new(texts, watch).without(withheld, Vec::new());
        verifier.take_all(&record.entries);
        verifier
    }

    /// Knows of texts that are left out: of these places, and of the entries at the places `bare`,
    /// from 0.
    pub(super) fn without(self, withheld: Vec<TextPlace>, bare: Vec<Range<usize>>) -> Self {
        Self { withheld, bare, ..self }
    }

    /// Takes the next entries, which lie in memory.
    pub(super) fn take_all(&mut self, entries: &[RawEntry]) {
        for run in entries.chunks(RUN) {
            self.take(run);
        }
    }

    /// How many keys are enrolled so far.
    pub(super) fn enrolled(&self) -> usize {
        self.walk.keyring.holders.len()
    }

    /// Takes the next entry, and answers whether to go on.
    pub fn entry(&mut self, entry: RawEntry) -> bool {
        self.waiting.push(entry);
        if self.waiting.len() == RUN {
            self.take_waiting();
        }
        !self.watched.stopped()
    }

    /// No more entries come: the verdicts, held against what somebody outside kept. [`None`] when
    /// `watch` stopped it.
    #[must_use]
    pub fn verdicts(mut self, claims: &Claims) -> Option<Verdicts> {
        self.take_waiting();
        (!self.watched.stopped()).then(|| self.judge(claims, Faults::default(), |_| {}))
    }

    fn take_waiting(&mut self) {
        let mut waiting = std::mem::take(&mut self.waiting);
        self.take(&waiting);
        waiting.clear();
        self.waiting = waiting;
    }

    /// Reads and judges the next entries. Their own signatures need no key that a later entry
    /// enrols: an entry is judged by the keys enrolled up to it.
    fn take(&mut self, run: &[RawEntry]) {
        if self.watched.stopped() {
            return;
        }
        let before = self.walk.forest.size();
        let read = |entry: &RawEntry| {
            (merkle::leaf(&entry.body, &entry.signature), read::body(&entry.body))
        };
        let (leaves, entries): (Vec<_>, Vec<Result<Read, String>>) =
            run.par_iter().with_min_len(64).map(read).unzip();
        self.walk.forest.grow(leaves);
        let mut judges = Vec::with_capacity(run.len());
        for (position, entry) in (before..).zip(&entries) {
            self.order.take(position as u64 + 1, entry.as_ref().ok().map(|entry| entry.seq));
            judges.push(self.walk.step(position, entry));
        }
        let Walk { keyring, forest, .. } = &self.walk;
        let watched = &self.watched;
        let words = signatures::judge(before, run, &entries, &judges, keyring, forest, watched);
        for (entry, word) in entries.iter().zip(words) {
            self.words.take(entry, word);
        }
        self.commitments.take(before, &entries, &self.bare);
    }

    /// The end of the judgement, added to the faults found before it. `beyond` looks at what lies
    /// around the entries, with the record's final state in hand: a pack's checkpoints, keys and
    /// seal.
    pub(super) fn judge(
        self,
        claims: &Claims,
        mut faults: Faults,
        beyond: impl FnOnce(&mut Walk),
    ) -> Verdicts {
        let Self { order, mut walk, words, commitments, withheld, .. } = self;
        walk.end();
        beyond(&mut walk);
        let Walk { keyring, faults: walked, mut counts, gaps, demo, erased, forest, .. } = walk;
        faults.append(order.end());
        faults.append(walked);
        faults.append(words.end());
        faults.append(commitments.end(&erased, &withheld, &mut counts));
        let rests_on = anchors::check(claims, &keyring, &forest, &gaps, &mut faults);
        let size = forest.size() as u64;
        counts.entries = size;
        let head = Head { size, root: forest.root(forest.size()).unwrap_or_default() };
        let keys = keyring.holders.iter().map(|holder| key_seen(holder, claims)).collect();
        let (faults, notes) = faults.finish();
        Verdicts {
            integrity: Verdict::of(Part::Integrity, &faults),
            completeness: Verdict::of(Part::Completeness, &faults),
            rests_on,
            demo,
            workspace: Some(keyring.ws).filter(|ws| !ws.is_empty()),
            head,
            faults,
            notes,
            gaps,
            counts,
            keys,
        }
    }
}
